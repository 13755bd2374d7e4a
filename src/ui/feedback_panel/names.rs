//! The last sheet of an import: what could be used, what the names of the file mean, and where its answers go. Nothing is
//! counted for a guess before the person says yes.

use super::arrival::ArrivalChoice;
use super::columns::ColumnSheet;
use super::import::Wish;
use super::name_list::NameList;
use super::{parts, rejects};
use crate::base::{IdSource, today};
use crate::edit::Command;
use crate::feedback::Outcome;
use crate::i18n::arrival::ArrivalText;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{Lang, fill, grouped};
use crate::model::{DataSet, DataSetId, Project};
use crate::ui::cx::Cx;
use crate::ui::theme::color;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{RichText, Ui};

/// A file that was read.
pub(super) struct NameSheet {
    outcome: Outcome,
    /// The same as a data set of its own.
    file: DataSet,
    columns: ColumnSheet,
    names: NameList,
    arrival: ArrivalChoice,
}

impl NameSheet {
    /// Looks the names up on the map, and the data sets that the file may belong to; `wanted` is the one that a newer
    /// file was chosen for.
    pub(super) fn new(
        outcome: Outcome,
        columns: ColumnSheet,
        project: &Project,
        wanted: Option<DataSetId>,
        ids: &mut IdSource,
    ) -> Self {
        let file = outcome.clone().into_data_set(ids.next(), Some(today()));
        let names = NameList::new(&outcome, project);
        let arrival = ArrivalChoice::new(project, columns.plan(), &file, wanted);
        Self { outcome, file, columns, names, arrival }
    }

    /// The columns it was read by.
    pub(super) fn columns(&self) -> &ColumnSheet {
        &self.columns
    }

    /// The change that lays it over the map, and what is said about it.
    pub(super) fn into_command(self, project: &Project, lang: Lang) -> (Command, Option<String>) {
        self.arrival.command(project, self.file, &self.names.meant(), lang)
    }

    /// Shows it. `Some(Wish::Nothing)` leads back to the columns.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, file: &str) -> Option<Wish> {
        parts::sheet(ui, cx.theme, |ui| rejects::rejects_ui(ui, cx, file, &self.outcome));
        if !self.names.is_empty() {
            parts::sheet(ui, cx.theme, |ui| self.names.show(ui, cx));
        }
        parts::sheet(ui, cx.theme, |ui| {
            self.arrival.show(ui, cx);
            self.buttons(ui, cx)
        })
    }

    fn buttons(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Wish> {
        ui.add_space(6.0);
        let (assigned, all) = self.names.assigned();
        let values = [("assigned", &*grouped(assigned)), ("rest", &grouped(all - assigned))];
        ui.label(label::second(cx.theme, fill(Text::Assigned.text(cx.lang), &values)));
        ui.add_space(2.0);
        let mut wish = None;
        ui.horizontal(|ui| {
            let is_decided = self.arrival.is_decided();
            ui.add_enabled_ui(self.outcome.used() > 0 && is_decided, |ui| {
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
            if !is_decided {
                let words = RichText::new(ArrivalText::Choose.text(cx.lang)).color(color(cx.theme.warn));
                ui.label(words);
            }
        });
        wish
    }
}
