//! What was imported: the files, and names that no step has.

use super::parts;
use crate::base::IdSource;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::feedback::Overlay;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{date_text, fill, grouped};
use crate::model::{Alias, DataSet, Project, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::line;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{button, label};
use eframe::egui::{RichText, Ui};

const HEIGHT: f32 = 36.0;
const HEAD: f32 = 20.0;
const DATE_WIDTH: f32 = 110.0;
const NUMBER_WIDTH: f32 = 62.0;

/// The imported files.
pub(super) fn files_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    parts::title(ui, Text::Files.text(cx.lang));
    let text_width = ((ui.available_width() - DATE_WIDTH - 3.0 * NUMBER_WIDTH - 30.0 - 7.0 * 8.0) / 2.0).max(90.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        let head = |text: Text| label::remark(cx.theme, text.text(cx.lang));
        parts::cell(ui, text_width, HEAD, |ui| ui.label(head(Text::Name)));
        parts::cell(ui, text_width, HEAD, |ui| ui.label(head(Text::File)));
        parts::cell(ui, DATE_WIDTH, HEAD, |ui| ui.label(head(Text::Imported)));
        for text in [Text::Rows, Text::RejectedHead, Text::Duplicates] {
            parts::number(ui, NUMBER_WIDTH, HEAD, head(text));
        }
    });
    for data in cx.project.data_sets_in_order() {
        let top = ui.cursor().min.y;
        ui.painter().hline(ui.max_rect().x_range(), top, line(cx.theme.line));
        ui.horizontal(|ui| file(ui, cx, data, text_width));
    }
}

fn file(ui: &mut Ui, cx: &mut Cx<'_>, data: &DataSet, text_width: f32) {
    parts::cell(ui, text_width, HEIGHT, |ui| {
        let name = fill(Text::NameOf.text(cx.lang), &[("name", &data.name)]);
        cx.edit(ui, data, |ui, cx, data| {
            cx.field(ui, Field::line(&name, ("data set", data.id)).plain(), &mut data.name);
        });
    });
    parts::cell(ui, text_width, HEIGHT, |ui| label::one_line(ui, label::second(cx.theme, &data.file)));
    let date = data.imported_on.map(|date| date_text(date, cx.lang)).unwrap_or_default();
    parts::cell(ui, DATE_WIDTH, HEIGHT, |ui| ui.label(label::second(cx.theme, date)));
    for number in [data.rows, data.rejected, data.duplicates] {
        parts::number(ui, NUMBER_WIDTH, HEIGHT, grouped(number));
    }
    let name = fill(Text::Delete.text(cx.lang), &[("name", &data.name)]);
    if button::icon(ui, cx.theme, Glyph::Cross, &name).on_hover_text(&name).clicked() {
        cx.push(Action::Run(Command::Delete(vec![data.id.into()])));
    }
}

/// Names that no step has; choosing the step remembers the name for the next file too.
pub(super) fn unassigned_ui(ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, ids: &mut IdSource) {
    let rows: u64 = overlay.unassigned.iter().map(|(_, rows)| rows).sum();
    parts::title(ui, Text::Unassigned.text(cx.lang));
    ui.label(label::second(cx.theme, fill(Text::UnassignedWhy.text(cx.lang), &[("rows", &grouped(rows))])));
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (name, rows) in &overlay.unassigned {
        let top = ui.cursor().min.y;
        ui.painter().hline(ui.max_rect().x_range(), top, line(cx.theme.line));
        ui.horizontal(|ui| {
            parts::cell(ui, 260.0, HEIGHT, |ui| label::one_line(ui, RichText::new(name)));
            parts::number(ui, NUMBER_WIDTH, HEIGHT, grouped(*rows));
            ui.add_space(16.0);
            let mut chosen = None;
            let label = fill(Text::StepFor.text(cx.lang), &[("name", name)]);
            parts::choose(ui, &label, ("alias", name), Text::NotAssigned.text(cx.lang), 190.0, |ui| {
                chosen = parts::step_list(ui, cx, None);
            });
            if let Some(step) = chosen {
                cx.push(Action::Run(remember(cx.project, name, step, ids)));
            }
        });
    }
}

/// Remembers that files use this name for a step, in every journey that has the step.
fn remember(project: &Project, name: &str, step: StepId, ids: &mut IdSource) -> Command {
    let add = |step| {
        let alias = Alias { name: name.to_owned(), ..Alias::new(ids.next(), step) };
        Command::Add { record: alias.into(), before: None }
    };
    let commands = parts::with_twins(project, step).into_iter().map(add).collect();
    Command::Batch { label: Label { verb: Verb::Add, kind: RecordKind::Alias }, commands }
}
