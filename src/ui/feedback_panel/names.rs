//! What was read: what could be used, and which step each name of the file means. Nothing is counted for
//! a guess before the person says yes.

use super::columns::ColumnSheet;
use super::import::Wish;
use super::{parts, rejects};
use crate::base::{IdSource, normalized, today};
use crate::edit::Command;
use crate::feedback::{Matcher, Meaning, NameMatch, Outcome};
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{fill, grouped};
use crate::model::{Dimension, Project, StepAnswers, StepId};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{RichText, ScrollArea, Ui};

const NAME_WIDTH: f32 = 260.0;
const ROWS_WIDTH: f32 = 64.0;
const QUESTION_WIDTH: f32 = 236.0;
const ROW_HEIGHT: f32 = 34.0;
const LIST_HEIGHT: f32 = 340.0;

/// The names of a file that was read.
pub(super) struct NameSheet {
    outcome: Outcome,
    columns: ColumnSheet,
    names: Vec<Name>,
    /// The very file was imported before.
    again: bool,
}

/// A name of the file.
struct Name {
    found: NameMatch,
    /// The step the person chose for it.
    chosen: Option<StepId>,
}

impl NameSheet {
    /// Looks the names up on the map.
    pub(super) fn new(outcome: Outcome, columns: ColumnSheet, project: &Project) -> Self {
        let rows = |answers: &StepAnswers| {
            answers.slices.iter().find(|slice| slice.by == Dimension::Whole).map_or(0, |slice| slice.rows)
        };
        let names: Vec<(String, u64)> =
            outcome.answers.iter().map(|answers| (answers.name.clone(), rows(answers))).collect();
        let mut found = Matcher::new(project).matches(&names);
        // What wants an answer comes first.
        found.sort_by_key(|name| match name.meaning {
            Meaning::Suggested(_) => 0,
            Meaning::Unassigned => 1,
            Meaning::Matched(_) => 2,
        });
        let again = project.data_sets.iter().any(|set| set.sha256 == outcome.sha256);
        let names = found.into_iter().map(|found| Name { found, chosen: None }).collect();
        Self { outcome, columns, names, again }
    }

    /// The columns it was read by.
    pub(super) fn columns(&self) -> &ColumnSheet {
        &self.columns
    }

    /// The change that lays it over the map. A file that is in already, byte for byte, is replaced.
    pub(super) fn into_command(self, project: &Project, ids: &mut IdSource) -> Command {
        let known = project.data_sets.iter().find(|set| set.sha256 == self.outcome.sha256);
        let id = known.map_or_else(|| ids.next(), |set| set.id);
        let chosen = self.names.into_iter().filter_map(|name| Some((name.found.name, name.chosen?)));
        let names = chosen
            .flat_map(|(name, step)| parts::with_twins(project, step).into_iter().map(move |step| (name.clone(), step)))
            .collect();
        Command::ImportFeedback { data_set: Box::new(self.outcome.into_data_set(id, Some(today()))), names }
    }

    /// Shows it. `Some(Wish::Nothing)` leads back to the columns.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, file: &str) -> Option<Wish> {
        parts::sheet(ui, cx.theme, |ui| rejects::rejects_ui(ui, cx, file, &self.outcome, self.again));
        parts::sheet(ui, cx.theme, |ui| {
            if !self.names.is_empty() {
                self.list(ui, cx);
            }
            self.buttons(ui, cx)
        })
    }

    fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        parts::title(ui, Text::Names.text(cx.lang));
        ui.label(label::second(cx.theme, Text::NamesWhy.text(cx.lang)));
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            let head = |text: Text| label::remark(cx.theme, text.text(cx.lang));
            parts::cell(ui, NAME_WIDTH, 20.0, |ui| ui.label(head(Text::NameInFile)));
            parts::number(ui, ROWS_WIDTH, 20.0, head(Text::Rows));
            ui.add_space(16.0);
            ui.label(head(Text::OnMap));
            self.yes_to_all(ui, cx);
        });
        ScrollArea::vertical().id_salt("names").auto_shrink([false, true]).max_height(LIST_HEIGHT).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, name) in self.names.iter_mut().enumerate() {
                let top = ui.cursor().min.y;
                ui.painter().hline(ui.max_rect().x_range(), top, line(cx.theme.line));
                ui.horizontal(|ui| {
                    parts::cell(ui, NAME_WIDTH, ROW_HEIGHT, |ui| label::one_line(ui, RichText::new(&name.found.name)));
                    parts::number(ui, ROWS_WIDTH, ROW_HEIGHT, grouped(name.found.rows));
                    ui.add_space(16.0);
                    name.meaning(ui, cx, place);
                });
            }
        });
    }

    /// One click for several guesses.
    fn yes_to_all(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let open = self.names.iter().filter(|name| name.guess().is_some()).count();
        if open < 2 {
            return;
        }
        ui.add_space(8.0);
        let words = fill(Text::YesToAll.text(cx.lang), &[("n", &open.to_string())]);
        if button::sized(ui, cx.theme, Rank::Secondary, &words, [44.0, 24.0].into()).clicked() {
            self.names.iter_mut().for_each(|name| name.chosen = name.chosen.or(name.guess()));
        }
    }

    fn buttons(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Wish> {
        let all: u64 = self.names.iter().map(|name| name.found.rows).sum();
        let assigned: u64 = self.names.iter().filter(|name| name.is_assigned()).map(|name| name.found.rows).sum();
        let values = [("assigned", &*grouped(assigned)), ("rest", &grouped(all - assigned))];
        ui.label(label::second(cx.theme, fill(Text::Assigned.text(cx.lang), &values)));
        ui.add_space(2.0);
        let mut wish = None;
        ui.horizontal(|ui| {
            ui.add_enabled_ui(self.outcome.used() > 0, |ui| {
                if button::button(ui, cx.theme, Rank::Primary, Text::Apply.text(cx.lang)).clicked() {
                    wish = Some(Wish::Apply);
                }
            });
            if button::button(ui, cx.theme, Rank::Secondary, Text::Back.text(cx.lang)).clicked() {
                wish = Some(Wish::Nothing);
            }
            if button::button(ui, cx.theme, Rank::Secondary, Text::Cancel.text(cx.lang)).clicked() {
                wish = Some(Wish::Leave);
            }
        });
        wish
    }
}

impl Name {
    /// The guess that waits for an answer.
    const fn guess(&self) -> Option<StepId> {
        match (&self.found.meaning, self.chosen) {
            (Meaning::Suggested(step), None) => Some(*step),
            _ => None,
        }
    }

    fn is_assigned(&self) -> bool {
        self.chosen.is_some() || matches!(self.found.meaning, Meaning::Matched(_))
    }

    fn meaning(&mut self, ui: &mut Ui, cx: &Cx<'_>, place: usize) {
        match (&self.found.meaning, self.chosen) {
            (Meaning::Matched(steps), _) => matched(ui, cx, &self.found.name, steps),
            (Meaning::Suggested(step), None) => {
                let step = *step;
                let name = parts::step_name(cx.project, step);
                let question = fill(Text::Ask.text(cx.lang), &[("step", name)]);
                parts::cell(ui, QUESTION_WIDTH, ROW_HEIGHT, |ui| label::one_line(ui, RichText::new(question)));
                if button::sized(ui, cx.theme, Rank::Secondary, Text::Yes.text(cx.lang), [44.0, 26.0].into()).clicked()
                {
                    self.chosen = Some(step);
                }
                self.chooser(ui, cx, place);
            }
            (_, chosen) => {
                if chosen.is_some() {
                    tick(ui, cx);
                }
                self.chooser(ui, cx, place);
                if chosen.is_some() {
                    ui.label(label::remark(cx.theme, Text::Confirmed.text(cx.lang)));
                }
            }
        }
    }

    fn chooser(&mut self, ui: &mut Ui, cx: &Cx<'_>, place: usize) {
        let none = Text::NotAssigned.text(cx.lang);
        let shown = self.chosen.map_or(none, |step| parts::step_name(cx.project, step));
        let name = fill(Text::StepFor.text(cx.lang), &[("name", &self.found.name)]);
        parts::choose(ui, &name, ("step", place), shown, 190.0, |ui| {
            if parts::choice(ui, self.chosen.is_none(), none) {
                self.chosen = None;
            }
            if let Some(step) = parts::step_list(ui, cx, self.chosen) {
                self.chosen = Some(step);
            }
        });
    }
}

/// A name that needs no answer: the step, and how it was recognised.
fn matched(ui: &mut Ui, cx: &Cx<'_>, name: &str, steps: &[StepId]) {
    tick(ui, cx);
    let step = steps.first().map_or("", |step| parts::step_name(cx.project, *step));
    let words = match steps.len() {
        0 | 1 => step.to_owned(),
        several => fill(Text::InJourneys.text(cx.lang), &[("n", &several.to_string()), ("step", step)]),
    };
    ui.label(words);
    let how = if normalized(step) == normalized(name) { Text::Matched } else { Text::Known };
    ui.label(label::remark(cx.theme, how.text(cx.lang)));
}

fn tick(ui: &mut Ui, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size([14.0, 14.0].into(), eframe::egui::Sense::hover());
    let at = |x: f32, y: f32| rect.center() + eframe::egui::vec2(x, y);
    let stroke = eframe::egui::Stroke::new(2.0, color(cx.theme.good));
    ui.painter().add(eframe::egui::Shape::line(vec![at(-5.0, 0.0), at(-1.5, 3.5), at(5.0, -4.0)], stroke));
}
