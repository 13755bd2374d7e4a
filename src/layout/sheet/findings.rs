//! The page of findings: what a map says about itself, one list a check.

use super::columns::{Write, in_columns};
use super::pen::{BODY, Pen};
use super::{EDGE, PADDING, SheetBlock, SheetInk, SheetItem, SheetLayout};
use crate::base::{Point, Rect};
use crate::feedback::Overlay;
use crate::i18n::insight::{InsightText as Text, check_name, check_needs, counts_text, finding_text};
use crate::i18n::map::Map;
use crate::i18n::{Lang, fill};
use crate::insight::{Check, Findings, Severity, findings};
use crate::model::{JourneyId, Project};
use crate::text::{TextEngine, TextStyle};

const TITLE: TextStyle = TextStyle::bold(24.0);
/// So many findings of one check are told; the rest is counted.
const MOST: usize = 8;
/// Pages are taken for no slimmer and no wider than this.
const NARROWEST_PAGE: f32 = 0.6;
const WIDEST_PAGE: f32 = 2.0;

/// Lays the findings of a journey out for a page of this proportion, width by height; `None` when the project has none
/// with this id. Of the answers only what the display floor lets through is told.
#[must_use]
pub fn place_findings(
    project: &Project,
    journey: JourneyId,
    overlay: Option<&Overlay>,
    lang: Lang,
    proportion: f32,
    engine: &TextEngine,
) -> Option<SheetLayout> {
    let findings = findings(project, journey, overlay)?;
    let pen = Pen { engine, lang };
    let proportion = proportion.clamp(NARROWEST_PAGE, WIDEST_PAGE);
    let page = Page { project, journey, findings: &findings, pen: &pen, proportion };
    Some(super::on_one_page(proportion, |width| page.place(width)))
}

struct Page<'a> {
    project: &'a Project,
    journey: JourneyId,
    findings: &'a Findings,
    pen: &'a Pen<'a>,
    proportion: f32,
}

impl Page<'_> {
    fn place(&self, width: f32) -> SheetLayout {
        let inside = Rect::new(EDGE + PADDING, EDGE + PADDING, width - 2.0 * (EDGE + PADDING), 0.0);
        let title = self.title();
        let head = self.head(&title, inside);
        let top = head.bounds.bottom() + 26.0;
        let mut blocks = vec![head];
        blocks.extend(in_columns(self.writers(), self.pen, inside, top));
        let bottom = blocks.iter().map(|block| block.bounds.bottom()).fold(top, f32::max);
        let height = (bottom + PADDING + EDGE).max((width / self.proportion).round());
        super::on_paper(self.journey, title, self.pen.lang, (width, height), blocks)
    }

    fn title(&self) -> String {
        let title = self.project.journeys.get(self.journey).map_or("", |journey| journey.title.as_str());
        let title = if title.is_empty() { Map::UntitledJourney.text(self.pen.lang) } else { title };
        fill(Text::Title.text(self.pen.lang), &[("journey", title)])
    }

    fn head(&self, title: &str, inside: Rect) -> SheetBlock {
        let mut block = SheetBlock::new(title, inside);
        let written = self.pen.text(title, TITLE, Point::new(inside.x, inside.y), inside.w);
        let y = written.rect.bottom() + 6.0;
        block.put(SheetItem::Text(SheetInk::Plain, written));
        let counts = self.pen.text(&counts_text(self.findings, self.pen.lang), BODY, Point::new(inside.x, y), inside.w);
        let rule = counts.rect.bottom() + 14.0;
        block.put(SheetItem::Text(SheetInk::Second, counts));
        block.put(SheetItem::Rule(Point::new(inside.x, rule), Point::new(inside.right(), rule)));
        block
    }

    /// A list for each check that found something, then what could not be asked.
    fn writers(&self) -> Vec<Write<'_>> {
        let mut writers: Vec<Write<'_>> = Vec::new();
        for check in Check::ALL {
            let told = self.told(check);
            if !told.is_empty() {
                let heading = check_name(check, self.pen.lang);
                writers.push(Box::new(move |pen, at, width| pen.list(heading, &told, at, width)));
            }
        }
        let lang = self.pen.lang;
        let needs = |check: &Check| Some(format!("{}: {}", check_name(*check, lang), check_needs(*check, lang)?));
        let not_asked: Vec<String> = self.findings.not_asked.iter().filter_map(needs).collect();
        if !not_asked.is_empty() {
            let heading = Text::NotAsked.text(lang);
            writers.push(Box::new(move |pen, at, width| pen.list(heading, &not_asked, at, width)));
        }
        writers
    }

    fn told(&self, check: Check) -> Vec<String> {
        let lang = self.pen.lang;
        let found: Vec<_> = self.findings.of(check).collect();
        let sentence = |finding: &&_| finding_text(finding, self.findings.by_customers, self.project, lang);
        let urgent = |text: String| fill(Text::CriticalIs.text(lang), &[("text", &text)]);
        let say = |finding: &&crate::insight::Finding| match finding.severity {
            Severity::Critical => urgent(sentence(finding)),
            Severity::Warn | Severity::Info => sentence(finding),
        };
        let mut told: Vec<String> = found.iter().take(MOST).map(say).collect();
        if found.len() > MOST {
            told.push(fill(Text::More.text(lang), &[("n", &(found.len() - MOST).to_string())]));
        }
        told
    }
}
