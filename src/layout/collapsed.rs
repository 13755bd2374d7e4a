//! Collapsed lanes: a thin row that says how much is in it, cell by cell.

use super::columns::Grid;
use super::engine::Placer;
use super::{Column, Element, PlacedBrief, PlacedSpark, VoiceFace, curves, measures as m, voice};
use crate::base::{Align, Point, Rect, VAlign};
use crate::i18n::{domain::Named as _, domain::lane_name, fill, listed, map::Map};
use crate::model::{Lane, LaneForm};

/// Places what a collapsed lane shows; `y` is the row's upper edge.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, lane: &Lane, y: f32, h: f32) -> Vec<Element> {
    if lane.kind.form() == LaneForm::Curves {
        return vec![Element::Spark(spark(placer, grid, y, h))];
    }
    let briefs = grid.columns.iter().filter_map(|column| brief(placer, lane, column, y, h));
    briefs.map(Element::Brief).collect()
}

/// "7 cards", under the title; nothing for lanes that hold no cards.
pub(super) fn note(placer: &Placer<'_>, lane: &Lane) -> Option<String> {
    let holds_cards = matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech);
    let cells = placer.index.cards.range((lane.id, crate::model::StepId::from_bits(0))..);
    let count = cells.take_while(|((of, _), _)| *of == lane.id).map(|(_, cards)| cards.len()).sum();
    holds_cards.then(|| cards_text(placer, count))
}

fn cards_text(placer: &Placer<'_>, count: usize) -> String {
    let message = if count == 1 { Map::OneCard } else { Map::Cards };
    fill(message.text(placer.options.lang), &[("n", &count.to_string())])
}

/// What a cell comes to in a word or a number; nothing where it is empty.
fn brief(placer: &mut Placer<'_>, lane: &Lane, column: &Column, y: f32, h: f32) -> Option<PlacedBrief> {
    let (words, told) = words(placer, lane, column)?;
    let lang = placer.options.lang;
    let title = lane_name(lane, lang);
    let label = fill(Map::CardHeading.text(lang), &[("lane", title), ("step", &column.name), ("text", &told)]);
    let rect = Rect::new(column.x + m::CARD_MARGIN, y + 4.0, column.w - 2.0 * m::CARD_MARGIN, h - 8.0);
    let text = placer.short_text(&words, m::NOTE, rect, Align::Center, VAlign::Middle, 1);
    let is_count = matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech);
    let pill = is_count.then(|| Rect::centered(rect.center(), (text.paragraph.width + 14.0).max(22.0), 20.0));
    Some(PlacedBrief { step: column.step, rect, pill, text, label })
}

/// What is written, and what a screen reader says.
fn words(placer: &mut Placer<'_>, lane: &Lane, column: &Column) -> Option<(String, String)> {
    let step = placer.project.steps.get(column.step)?;
    let same = |words: String| Some((words.clone(), words)).filter(|(words, _)| !words.is_empty());
    match lane.kind.form() {
        LaneForm::Cards | LaneForm::Speech => {
            let count = placer.index.cell(lane.id, column.step).len();
            (count > 0).then(|| (count.to_string(), cards_text(placer, count)))
        }
        LaneForm::Touchpoints => {
            let channels = step.touchpoint.channels.iter().filter_map(|id| placer.project.channels.get(*id));
            let lang = placer.options.lang;
            let name = |c: &'_ crate::model::Channel| {
                if c.name.is_empty() { c.kind.name(lang).to_owned() } else { c.name.clone() }
            };
            let names: Vec<String> = channels.map(name).collect();
            same(listed(&names.iter().map(String::as_str).collect::<Vec<_>>(), lang))
        }
        LaneForm::Owners => same(step.touchpoint.owner.map(|id| placer.department_name(id)).unwrap_or_default().into()),
        LaneForm::Bars => {
            let level = step.touchpoint.engagement.min(5);
            same(if level > 0 { level.to_string() } else { String::new() })
        }
        LaneForm::Voice => match voice::of_step(placer, column, Rect::default())?.face {
            VoiceFace::Figures { value, .. } => {
                same(value.paragraph.lines.iter().map(|line| line.text.as_str()).collect())
            }
            VoiceFace::NoData | VoiceFace::Hidden => None,
        },
        LaneForm::Curves | LaneForm::ExperienceValues | LaneForm::Pictures => None,
    }
}

/// The agreed emotion as a thin line.
fn spark(placer: &Placer<'_>, grid: &Grid, y: f32, h: f32) -> PlacedSpark {
    let (zero_y, unit) = (y + h / 2.0, (h - 12.0) / 4.0);
    let point = |column: &Column| {
        let mark = curves::usual_mark(placer, column)?;
        Some(Point::new(column.center(), zero_y - mark.value * unit))
    };
    let left = grid.columns.first().map_or(grid.band.x, |column| column.x);
    PlacedSpark {
        rect: Rect::new(left, y, grid.band.right() - left, h),
        zero_y,
        points: grid.columns.iter().filter_map(point).collect(),
    }
}
