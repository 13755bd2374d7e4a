//! The file being read, in the background: how far it is, and a button to stop it.

use super::columns::ColumnSheet;
use crate::app::jobs::{Job, JobError};
use crate::feedback::{FeedbackError, Outcome, plans, read_all};
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{fill, grouped};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Context, ProgressBar, Ui};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The progress is drawn so often.
const REDRAWN_EVERY: Duration = Duration::from_millis(80);

/// What came of reading: a fault of the program, or of the file.
pub(super) type Read = Result<Result<Outcome, FeedbackError>, JobError>;

/// A file being read.
pub(super) struct Reading {
    job: Job<Result<Outcome, FeedbackError>>,
    rows: Arc<AtomicU64>,
    started: Instant,
    sheet: ColumnSheet,
}

impl Reading {
    /// Begins.
    pub(super) fn start(ctx: &Context, paths: &[PathBuf], sheet: &ColumnSheet) -> Self {
        let (ctx, paths, plan) = (ctx.clone(), paths.to_owned(), sheet.plan().clone());
        let rows = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&rows);
        let job = Job::start(
            "read feedback",
            move || ctx.request_repaint(),
            move |progress| {
                let cancel = AtomicBool::new(false);
                let mut tell = |read: crate::feedback::Progress| {
                    progress.set_total(read.total);
                    progress.set_done(read.bytes);
                    counted.store(read.rows, Ordering::Relaxed);
                    if progress.is_cancelled() {
                        cancel.store(true, Ordering::Relaxed);
                    }
                };
                read_all(&plans(&paths, &plan)?, &mut tell, &cancel)
            },
        );
        Self { job, rows, started: Instant::now(), sheet: sheet.clone() }
    }

    /// Asks it to stop.
    pub(super) fn cancel(&self) {
        self.job.progress().cancel();
    }

    /// What came of it, once, with the columns it was read by.
    pub(super) fn take(&mut self) -> Option<(Read, ColumnSheet)> {
        self.job.try_take().map(|result| (result, self.sheet.clone()))
    }

    /// Shows how far it is.
    pub(super) fn show(&self, ui: &mut Ui, cx: &Cx<'_>, file: &str) {
        ui.label(label::bold(fill(Text::Reading.text(cx.lang), &[("file", file)]), size::TITLE));
        let share = self.job.progress().fraction().unwrap_or(0.0);
        ui.add_space(4.0);
        ui.add(ProgressBar::new(share).fill(color(cx.theme.accent)).desired_height(8.0));
        let counted = self.rows.load(Ordering::Relaxed);
        let rows = grouped(counted);
        let speed = grouped((counted as f64 / self.started.elapsed().as_secs_f64().max(0.001)) as u64);
        ui.horizontal(|ui| {
            ui.label(label::second(cx.theme, fill(Text::RowsRead.text(cx.lang), &[("n", &rows)])));
            ui.label(label::remark(cx.theme, crate::i18n::percent(share.into())));
            ui.label(label::remark(cx.theme, fill(Text::Speed.text(cx.lang), &[("n", &speed)])));
        });
        ui.add_space(4.0);
        if button::button(ui, cx.theme, Rank::Secondary, Text::Stop.text(cx.lang)).clicked() {
            self.cancel();
        }
        ui.request_repaint_after(REDRAWN_EVERY);
    }
}
