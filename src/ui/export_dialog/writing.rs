//! The file being written, in the background: how far it is, and a button to stop it.

use super::choices::Choices;
use crate::app::jobs::{Job, JobError};
use crate::export::order::Exported;
use crate::export::{FileError, FileKind};
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use crate::model::Project;
use crate::ui::theme::color;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Context, ProgressBar, Ui};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The progress is drawn so often.
const REDRAWN_EVERY: Duration = Duration::from_millis(80);
/// Steps of the progress.
const STEPS: f32 = 1000.0;

/// A file being written.
pub(super) struct Writing {
    job: Job<Result<Exported, Refused>>,
    file: String,
}

/// Why nothing was written.
pub(super) enum Refused {
    /// It could not be drawn or saved.
    File(FileError),
    /// A fault of the program.
    Fault(JobError),
}

impl Refused {
    /// What happened and what to do, in a sentence.
    pub(super) fn text(&self, lang: Lang) -> String {
        match self {
            Self::File(error) => error.text(lang),
            Self::Fault(fault) => fault.text(lang).to_owned(),
        }
    }
}

impl Writing {
    /// Begins.
    pub(super) fn start(ctx: &Context, project: Project, choices: Choices, path: PathBuf) -> Self {
        let path = with_ending(path, choices.kind);
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let ctx = ctx.clone();
        let job = Job::start(
            "export",
            move || ctx.request_repaint(),
            move |progress| {
                let cancel = AtomicBool::new(false);
                progress.set_total(STEPS as u64);
                let mut order = choices.order(&project);
                // Who types another ending means another kind.
                order.kind = FileKind::of_path(&path).unwrap_or(order.kind);
                let mut tell = |share: f32| {
                    progress.set_done((share * STEPS) as u64);
                    if progress.is_cancelled() {
                        cancel.store(true, Ordering::Relaxed);
                    }
                };
                tell(0.0);
                order.write(&project, &path, &mut tell, &cancel).map_err(Refused::File)
            },
        );
        Self { job, file }
    }

    /// Asks it to stop.
    pub(super) fn cancel(&self) {
        self.job.progress().cancel();
    }

    /// What came of it, once.
    pub(super) fn take(&mut self) -> Option<Result<Exported, Refused>> {
        Some(self.job.try_take()?.unwrap_or_else(|fault| Err(Refused::Fault(fault))))
    }

    /// Shows how far it is.
    pub(super) fn show(&self, ui: &mut Ui, theme: &Theme, lang: Lang) {
        ui.horizontal(|ui| {
            ui.label(label::second(theme, fill(Text::Writing.text(lang), &[("file", &self.file)])));
            let share = self.job.progress().fraction().unwrap_or(0.0);
            let width = (ui.available_width() - 130.0).max(60.0);
            ui.add(ProgressBar::new(share).fill(color(theme.accent)).desired_height(8.0).desired_width(width));
            if button::button(ui, theme, Rank::Secondary, Text::Cancel.text(lang)).clicked() {
                self.cancel();
            }
        });
        ui.request_repaint_after(REDRAWN_EVERY);
    }
}

/// A name without a known ending gets the one of the chosen format.
fn with_ending(path: PathBuf, kind: FileKind) -> PathBuf {
    if FileKind::of_path(&path).is_ok() {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(kind.ending());
    name.into()
}
