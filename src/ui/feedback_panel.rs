//! The feedback page: a place to drop a file, the import under way, and what was imported.

mod arrival;
mod columns;
mod decided;
mod detail;
mod drop_area;
mod figures;
#[cfg(test)]
mod figures_tests;
mod import;
mod imported;
mod matters;
mod metric;
mod moved;
mod name_list;
mod names;
mod parts;
mod placing;
mod questions;
mod quotes;
mod reading;
mod rejects;
mod sources;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use self::detail::detail_ui;
pub(crate) use self::imported::DraggedName;
pub(crate) use self::parts::step_name;
pub(crate) use self::quotes::quotes_ui;

use self::import::{Import, Stage, Wish};
use super::action::Action;
use super::cx::Cx;
use super::theme::size;
use super::widgets::button::{self, Rank};
use super::widgets::label;
use crate::app::AppCommand;
use crate::app::actions::assign_name;
use crate::base::IdSource;
use crate::feedback::StepVoice;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::model::{DataSetId, StepId};
use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};
use std::path::PathBuf;

/// The page is never wider than this, in points.
const WIDEST: f32 = 1120.0;
/// It is never narrower either: in a small window it is moved sideways.
const NARROWEST: f32 = 600.0;
/// The page with nothing but the drop area.
const NARROWEST_EMPTY: f32 = 300.0;
/// Room at both sides, in points.
const MARGIN: f32 = 24.0;

/// What the feedback page remembers between frames. Nothing here is part of the document.
#[derive(Default)]
pub(crate) struct FeedbackPanel {
    /// The files to begin with.
    files: Vec<PathBuf>,
    import: Option<Import>,
    ids: Option<IdSource>,
    step: Option<StepId>,
    /// The data set that the next file is for.
    wanted: Option<DataSetId>,
    /// Answers were added or replaced: what moved stands first.
    arrived: bool,
}

impl FeedbackPanel {
    /// Begins the import of files that were dropped or chosen, in the next frame; one under way is given up.
    pub(crate) fn begin(&mut self, paths: Vec<PathBuf>) {
        self.files = paths;
    }

    /// Chooses the step whose figures and comments are shown.
    pub(crate) fn choose(&mut self, step: StepId) {
        self.step = Some(step);
    }

    /// Forgets the import under way: another project is shown.
    pub(crate) fn reset(&mut self) {
        self.drop_import();
        *self = Self::default();
    }

    fn drop_import(&mut self) {
        if let Some(import) = self.import.take() {
            import.cancel();
        }
    }

    /// Shows the page.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let files = std::mem::take(&mut self.files);
        if !files.is_empty() {
            self.drop_import();
            self.arrived = false;
            self.import = Some(Import::new(ui, files, self.wanted.take()));
        }
        if let Some(import) = &mut self.import {
            import.advance(ui, cx);
        }
        ScrollArea::both().auto_shrink(false).show(ui, |ui| {
            let is_empty = self.import.is_none() && cx.project.data_sets.is_empty();
            let narrowest = if is_empty { NARROWEST_EMPTY } else { NARROWEST };
            let width = (ui.available_width() - 2.0 * MARGIN).clamp(narrowest, WIDEST);
            let left = ((ui.available_width() - width) / 2.0).max(MARGIN);
            ui.add_space(20.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(left);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                    self.page(ui, cx);
                });
            });
            ui.add_space(32.0);
        });
    }

    fn page(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.import.is_some() {
            self.import_page(ui, cx);
        } else if cx.project.data_sets.is_empty() {
            drop_area::large(ui, cx);
        } else {
            self.imported_page(ui, cx);
        }
    }

    fn import_page(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(import) = &mut self.import else { return };
        let wish = import.show(ui, cx);
        match wish {
            Wish::Nothing => {}
            Wish::Leave => self.import = None,
            Wish::Apply => {
                let import = self.import.take();
                if let Some(Stage::Names(result)) = import.map(Import::into_stage) {
                    let (command, said) = result.into_command(cx.project, cx.lang);
                    cx.push(Action::Run(command));
                    self.arrived = said.is_some();
                    cx.actions.extend(said.map(Action::Tell));
                }
            }
        }
    }

    fn imported_page(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        heading(ui, cx);
        let Some(overlay) = cx.shown.voice.overlay().cloned() else { return };
        let overlay = overlay.as_ref();
        let journey = cx.session.journey();
        if let Some(journey) = journey.filter(|_| self.arrived) {
            parts::sheet(ui, cx.theme, |ui| moved::moved_ui(ui, cx, overlay, journey, &mut self.step));
        }
        let dropped = parts::sheet(ui, cx.theme, |ui| figures::figures_ui(ui, cx, overlay, &mut self.step));
        if let Some((name, step)) = dropped {
            let ids = self.ids.get_or_insert_with(IdSource::random);
            cx.push(Action::Run(assign_name(cx.project, &name, step, ids).command));
        }
        if !overlay.unassigned.is_empty() {
            let ids = self.ids.get_or_insert_with(IdSource::random);
            parts::sheet(ui, cx.theme, |ui| imported::unassigned_ui(ui, cx, overlay, ids));
        }
        if let Some(journey) = journey.filter(|_| !self.arrived) {
            parts::sheet(ui, cx.theme, |ui| moved::moved_ui(ui, cx, overlay, journey, &mut self.step));
        }
        if let Some(step) = self.step.filter(|step| matches!(overlay.steps.get(step), Some(StepVoice::Shown(_)))) {
            parts::sheet(ui, cx.theme, |ui| {
                parts::title(ui, step_name(cx.project, step));
                detail_ui(ui, cx, overlay, step);
            });
        }
        if let Some(set) = parts::sheet(ui, cx.theme, |ui| sources::files_ui(ui, cx)) {
            self.wanted = Some(set);
            cx.push(Action::Do(AppCommand::ImportFeedback));
        }
        let ratings = decided::ratings(cx.project);
        if !ratings.is_empty() {
            parts::sheet(ui, cx.theme, |ui| decided::cuts_ui(ui, cx, &ratings));
        }
        if let Some(journey) = journey {
            parts::sheet(ui, cx.theme, |ui| matters::ranking_ui(ui, cx, overlay, journey));
        }
        parts::sheet(ui, cx.theme, |ui| matters::portfolio_ui(ui, cx, overlay));
        drop_area::hint(ui, cx);
    }
}

fn heading(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::left_to_right(Align::Center), |ui| {
        ui.label(label::bold(Text::Title.text(cx.lang), size::PAGE));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button::button(ui, cx.theme, Rank::Secondary, Text::ImportAnother.text(cx.lang)).clicked() {
                cx.push(Action::Do(AppCommand::ImportFeedback));
            }
        });
    });
}
