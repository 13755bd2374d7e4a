//! What maps become: how much of what, and the first map as a table.

use super::notes;
use crate::i18n::domain::lane_name;
use crate::i18n::import::ImportDialogText as Text;
use crate::i18n::{Lang, fill};
use crate::import::{Built, Imported};
use crate::look::Theme;
use crate::model::{Card, JourneyIndex, Lane, LaneForm, Step};
use crate::ui::theme::{color, size};
use crate::ui::widgets::cell::cell;
use crate::ui::widgets::label;
use eframe::egui::{Color32, CornerRadius, Frame, Margin, Rect, ScrollArea, Sense, Ui, pos2, vec2};

/// Widths and heights of the table.
const TITLE: f32 = 132.0;
const CELL: f32 = 118.0;
const ROW: f32 = 34.0;
const HEIGHT: f32 = 300.0;
/// Columns and rows that are drawn; more are only counted.
const MOST_COLUMNS: usize = 60;
const MOST_ROWS: usize = 30;

/// Shows them.
pub(super) fn show(ui: &mut Ui, theme: &Theme, lang: Lang, imported: &Imported, built: &Built) {
    let indices: Vec<JourneyIndex<'_>> =
        built.journeys.iter().filter_map(|id| JourneyIndex::new(&built.project, *id)).collect();
    counts(ui, theme, lang, &indices, built);
    if let Some(index) = indices.first() {
        let title = fill(Text::Preview.text(lang), &[("journey", &index.journey.title)]);
        label::one_line(ui, label::bold(title, size::BODY));
        let ground = Frame::new().fill(color(theme.canvas)).corner_radius(CornerRadius::same(8));
        ground.inner_margin(Margin::same(8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ScrollArea::both().id_salt("map").max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
                table(ui, theme, lang, index, built);
            });
        });
    }
    let all: Vec<_> = imported.notes.iter().chain(&built.notes).collect();
    notes::show(ui, theme, lang, &all);
}

fn counts(ui: &mut Ui, theme: &Theme, lang: Lang, indices: &[JourneyIndex<'_>], built: &Built) {
    let sum = |count: &dyn Fn(&JourneyIndex<'_>) -> usize| indices.iter().map(count).sum::<usize>();
    let numbers = [
        (Text::Journeys, indices.len()),
        (Text::Phases, sum(&|index| index.phases.len())),
        (Text::Steps, sum(&|index| index.steps().count())),
        (Text::Lanes, sum(&|index| index.lanes.len())),
        (Text::Cards, built.counts.cards),
        (Text::Values, built.counts.values),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.label(label::bold(Text::Becomes.text(lang), size::BODY));
        for (name, n) in numbers {
            let words = fill(Text::CountLine.text(lang), &[("name", name.text(lang)), ("n", &n.to_string())]);
            ui.label(label::second(theme, words));
        }
    });
}

fn table(ui: &mut Ui, theme: &Theme, lang: Lang, index: &JourneyIndex<'_>, built: &Built) {
    let steps: Vec<(usize, &Step)> = index
        .phases
        .iter()
        .enumerate()
        .flat_map(|(at, phase)| phase.steps.iter().map(move |step| (at, *step)))
        .take(MOST_COLUMNS)
        .collect();
    let lanes: Vec<&Lane> =
        index.lanes.iter().copied().filter(|lane| has_content(index, built, lane)).take(MOST_ROWS).collect();
    let size = vec2(TITLE + CELL * steps.len() as f32, ROW * (lanes.len() + 2) as f32);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let place = |column: usize, row: usize| {
        let corner = rect.min + vec2(TITLE + CELL * column as f32, ROW * row as f32);
        Rect::from_min_size(corner, vec2(CELL, ROW)).shrink(1.5)
    };
    let mut from = 0;
    for (at, phase) in index.phases.iter().enumerate() {
        let count = steps.iter().filter(|(of, _)| *of == at).count();
        if count > 0 {
            let area = place(from, 0).union(place(from + count - 1, 0));
            let tint = color(theme.phases[at % theme.phases.len()]);
            cell(ui, area, &phase.phase.name, tint, theme, true);
            from += count;
        }
    }
    for (column, (_, step)) in steps.iter().enumerate() {
        cell(ui, place(column, 1), &step.name, color(theme.groove), theme, true);
    }
    for (row, lane) in lanes.iter().enumerate() {
        let title = Rect::from_min_size(pos2(rect.left(), rect.top() + ROW * (row + 2) as f32), vec2(TITLE, ROW));
        cell(ui, title.shrink(1.5), lane_name(lane, lang), Color32::TRANSPARENT, theme, true);
        for (column, (_, step)) in steps.iter().enumerate() {
            let text = content(index, built, lane, step, lang);
            if !text.is_empty() {
                let fill = color(theme.card_in(lane.kind).fill);
                cell(ui, place(column, row + 2), &text, fill, theme, false);
            }
        }
    }
}

fn has_content(index: &JourneyIndex<'_>, built: &Built, lane: &Lane) -> bool {
    index.steps().any(|step| !content(index, built, lane, step, Lang::En).is_empty())
}

/// What stands in a cell: the first card, and how many more there are.
fn content(index: &JourneyIndex<'_>, built: &Built, lane: &Lane, step: &Step, lang: Lang) -> String {
    match lane.kind.form() {
        LaneForm::Cards | LaneForm::Speech => cards(index.cell(lane.id, step.id), lang),
        LaneForm::Curves => {
            let mark = index.marks.get(&step.id).and_then(|marks| marks.first());
            mark.map(|mark| crate::i18n::signed(f64::from(mark.value), 1)).unwrap_or_default()
        }
        LaneForm::Touchpoints => {
            let names = step.touchpoint.channels.iter().filter_map(|id| built.project.channels.get(*id));
            names.map(|channel| channel.name.as_str()).collect::<Vec<_>>().join(", ")
        }
        LaneForm::Bars if step.touchpoint.engagement > 0 => step.touchpoint.engagement.to_string(),
        _ => String::new(),
    }
}

fn cards(cards: &[&Card], lang: Lang) -> String {
    let Some(first) = cards.first() else { return String::new() };
    let text = first.text.replace('\n', " ");
    match cards.len() {
        1 => text,
        n => format!("{text} {}", fill(Text::More.text(lang), &[("n", &(n - 1).to_string())])),
    }
}
