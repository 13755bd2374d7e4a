//! The sheet of a persona as a picture: who it is at the left, what it says, wants and does at the right. The page of
//! a journey's findings is such a sheet too.
//!
//! It has the proportions of a sheet of A4 lying on its side. More text makes the whole sheet larger in its own
//! units, so that it still fits one page; only what is filled in is on it.

mod blocks;
mod columns;
mod findings;
mod pen;
mod who;

pub use self::findings::place_findings;

use self::pen::Pen;
use super::PlacedText;
use crate::base::{Point, Rect, Rgba, Size};
use crate::i18n::Lang;
use crate::model::{Evidence, Persona, PersonaId, Picture, Project, RecordId};
use crate::text::TextEngine;

/// A sheet, laid out.
#[derive(Clone, Debug)]
pub struct SheetLayout {
    /// The persona, or the journey whose findings these are.
    pub about: RecordId,
    /// The name of the persona, or that it has none yet; what the findings are of.
    pub title: String,
    /// The language it is labelled in.
    pub lang: Lang,
    /// The whole sheet.
    pub size: Size,
    /// The paper on it.
    pub paper: Rect,
    /// Position among the personas: gives the colour.
    pub index: usize,
    /// Its own colour.
    pub color: Option<Rgba>,
    /// What stands on it, block by block.
    pub blocks: Vec<SheetBlock>,
}

/// Things on the sheet that belong together.
#[derive(Clone, Debug)]
pub struct SheetBlock {
    /// What it is, in words.
    pub label: String,
    /// Where.
    pub bounds: Rect,
    /// What is in it, from back to front.
    pub items: Vec<SheetItem>,
}

/// Something on the sheet.
#[derive(Clone, Debug)]
pub enum SheetItem {
    /// Words.
    Text(SheetInk, PlacedText),
    /// The portrait, or the letter of the name.
    Portrait(Rect, Option<Picture>, PlacedText),
    /// The bar beside the quote.
    Bar(Rect),
    /// The dot before an item of a list.
    Bullet(Point),
    /// A word in a pill.
    Chip(ChipTone, Rect, PlacedText),
    /// A level in dots: the middle of the first one, how many are filled, how many there are.
    Level(Point, u8, u8),
    /// A small curve: where 0 is, and its points.
    Spark(Rect, Vec<Point>),
    /// A hairline.
    Rule(Point, Point),
}

/// The weight of words on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetInk {
    /// What is said.
    Plain,
    /// Of second rank.
    Second,
    /// Labels.
    Faint,
    /// Headings.
    Heading,
}

/// What a chip says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipTone {
    /// A fact.
    Plain,
    /// How well the persona is founded.
    Evidence(Evidence),
}

/// Width of the sheet with the largest letters.
const NARROWEST: f32 = 1020.0;
/// Wider sheets grow downwards only: more text would not be read on one page.
const WIDEST: f32 = 3400.0;
/// How much wider a sheet is tried whose text did not fit.
const WIDER: f32 = 1.04;
/// Width by height of a sheet of A4 on its side.
pub const PROPORTION: f32 = std::f32::consts::SQRT_2;
/// Between the edge of the sheet and the paper.
const EDGE: f32 = 22.0;
/// Between the edge of the paper and what stands on it.
const PADDING: f32 = 36.0;
/// Share of the left column.
const LEFT: f32 = 0.29;
/// Between columns.
const GAP: f32 = 40.0;

/// Lays the sheet of a persona out; `None` when the project has none with this id.
#[must_use]
pub fn place_sheet(project: &Project, persona: PersonaId, lang: Lang, engine: &TextEngine) -> Option<SheetLayout> {
    let persona = project.personas.get(persona)?;
    Some(on_one_page(PROPORTION, |width| place(project, persona, &Pen { engine, lang }, width)))
}

/// The sheet at the first width at which it is no higher than a page of this proportion, width by height.
fn on_one_page(proportion: f32, place: impl Fn(f32) -> SheetLayout) -> SheetLayout {
    let mut width = NARROWEST;
    loop {
        let sheet = place(width);
        if sheet.size.h <= width / proportion + 0.5 || width >= WIDEST {
            return sheet;
        }
        width = (width * WIDER).round();
    }
}

/// Blocks on a sheet of this size, in the first colour.
fn on_paper(
    about: impl Into<RecordId>,
    title: String,
    lang: Lang,
    (width, height): (f32, f32),
    blocks: Vec<SheetBlock>,
) -> SheetLayout {
    SheetLayout {
        about: about.into(),
        title,
        lang,
        size: Size::new(width, height),
        paper: Rect::new(EDGE, EDGE, width - 2.0 * EDGE, height - 2.0 * EDGE),
        index: 0,
        color: None,
        blocks,
    }
}

fn place(project: &Project, persona: &Persona, pen: &Pen<'_>, width: f32) -> SheetLayout {
    let inside = Rect::new(EDGE + PADDING, EDGE + PADDING, width - 2.0 * (EDGE + PADDING), 0.0);
    let who = (inside.w * LEFT).round();
    let mut blocks = who::place(persona, pen, Rect::new(inside.x, inside.y, who, 0.0));
    let left = inside.x + who + GAP;
    blocks.extend(blocks::place(project, persona, pen, Rect::new(left, inside.y, inside.right() - left, 0.0)));
    let bottom = blocks.iter().map(|block| block.bounds.bottom()).fold(inside.y, f32::max);
    let foot = who::foot(project, persona, pen, inside);
    let foot_height = foot.as_ref().map_or(0.0, |foot| foot.bounds.h + 18.0);
    let height = (bottom + foot_height + PADDING + EDGE).max((width / PROPORTION).round());
    blocks.extend(foot.map(|foot| pen::moved(foot, height - EDGE - PADDING + 8.0 - foot_height + 18.0)));
    SheetLayout {
        index: project.personas_in_order().iter().position(|other| other.id == persona.id).unwrap_or(0),
        color: persona.color,
        ..on_paper(persona.id, who::name(persona, pen.lang).to_owned(), pen.lang, (width, height), blocks)
    }
}
