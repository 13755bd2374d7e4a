//! The import of one file, or of several with the same columns, from the first look to the names: its stages, and the jobs between them.

use super::columns::{Asked, ColumnSheet};
use super::names::NameSheet;
use super::parts;
use super::reading::Reading;
use crate::app::AppCommand;
use crate::app::jobs::Job;
use crate::base::IdSource;
use crate::feedback::{FeedbackError, Look, Preview, preview_with};
use crate::i18n::Lang;
use crate::i18n::feedback::problem;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::model::DataSetId;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Align, Context, Layout, Ui, vec2};
use std::path::PathBuf;

/// What was seen of a file, and how it was looked at.
type Looked = (Preview, Look);

/// An import under way.
pub(super) struct Import {
    /// The files; the first one says how all are read.
    paths: Vec<PathBuf>,
    /// The data set that a newer file was chosen for.
    wanted: Option<DataSetId>,
    ids: IdSource,
    stage: Stage,
}

/// How far an import is.
pub(super) enum Stage {
    /// Its beginning is being read and guessed from.
    Looking(Job<Result<Looked, FeedbackError>>),
    /// The person looks at the columns.
    Columns(Box<ColumnSheet>),
    /// All of it is being read.
    Reading(Box<Reading>),
    /// The person looks at the names.
    Names(Box<NameSheet>),
    /// It did not work: what happened, and the columns to go back to.
    Failed(String, Option<Box<ColumnSheet>>),
}

/// What the import asks of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Nothing.
    Nothing,
    /// It was given up.
    Leave,
    /// It is to be laid over the map.
    Apply,
}

impl Import {
    /// Begins to look at the files.
    pub(super) fn new(ctx: &Context, paths: Vec<PathBuf>, wanted: Option<DataSetId>) -> Self {
        let stage = Stage::Looking(look(ctx, &paths, Look::default()));
        Self { paths, wanted, ids: IdSource::random(), stage }
    }

    /// Stops what runs.
    pub(super) fn cancel(&self) {
        if let Stage::Reading(reading) = &self.stage {
            reading.cancel();
        }
    }

    /// What it came to.
    pub(super) fn into_stage(self) -> Stage {
        self.stage
    }

    /// Goes on when a job is done.
    pub(super) fn advance(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let next = match &mut self.stage {
            Stage::Looking(job) => job.try_take().map(|looked| match looked {
                Ok(Ok((preview, look))) => seen(ctx, &self.paths, ColumnSheet::new(preview, look, cx.project)),
                Ok(Err(error)) => Stage::Failed(sentence(&error, cx.lang), None),
                Err(fault) => Stage::Failed(fault.text(cx.lang).to_owned(), None),
            }),
            Stage::Reading(reading) => reading.take().map(|(read, sheet)| match read {
                Ok(Ok(outcome)) => {
                    let (wanted, ids) = (self.wanted, &mut self.ids);
                    Stage::Names(Box::new(NameSheet::new(outcome, sheet, cx.project, wanted, ids)))
                }
                Ok(Err(FeedbackError::Cancelled)) => Stage::Columns(Box::new(sheet)),
                Ok(Err(error)) => Stage::Failed(sentence(&error, cx.lang), Some(Box::new(sheet))),
                Err(fault) => Stage::Failed(fault.text(cx.lang).to_owned(), Some(Box::new(sheet))),
            }),
            Stage::Columns(_) | Stage::Names(_) | Stage::Failed(..) => None,
        };
        if let Some(next) = next {
            self.stage = next;
            // The frame was measured for the stage before.
            ctx.request_repaint();
        }
    }

    /// Shows the stage.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> Wish {
        self.stages(ui, cx);
        let name = file_names(&self.paths);
        let (mut wish, mut next) = (Wish::Nothing, None);
        match &mut self.stage {
            Stage::Looking(_) => {
                parts::sheet(ui, cx.theme, |ui| {
                    ui.horizontal(|ui| {
                        ui.spinner();
                        ui.label(label::second(cx.theme, Text::Looking.text(cx.lang)));
                    });
                });
            }
            Stage::Columns(sheet) => match parts::sheet(ui, cx.theme, |ui| sheet.show(ui, cx, &name)) {
                Asked::Nothing => {}
                Asked::Leave => wish = Wish::Leave,
                Asked::LookAgain => {
                    next = Some(Stage::Looking(look(ui.ctx(), &self.paths, sheet.look().clone())));
                }
                Asked::Read => next = Some(Stage::Reading(Box::new(Reading::start(ui.ctx(), &self.paths, sheet)))),
            },
            Stage::Reading(reading) => parts::sheet(ui, cx.theme, |ui| reading.show(ui, cx, &name)),
            Stage::Names(sheet) => match sheet.show(ui, cx, &name) {
                Some(Wish::Nothing) => next = Some(Stage::Columns(Box::new(sheet.columns().clone()))),
                Some(other) => wish = other,
                None => {}
            },
            Stage::Failed(sentence, sheet) => {
                match parts::sheet(ui, cx.theme, |ui| failed(ui, cx, &name, sentence, sheet.is_some())) {
                    Some(Wish::Nothing) => next = sheet.take().map(Stage::Columns),
                    Some(other) => wish = other,
                    None => {}
                }
            }
        }
        if let Some(next) = next {
            self.stage = next;
            ui.request_repaint();
        }
        wish
    }

    /// Where one is on the way.
    fn stages(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let now = match &self.stage {
            Stage::Looking(_) | Stage::Columns(_) => 0,
            Stage::Failed(..) => usize::MAX,
            Stage::Reading(_) => 1,
            Stage::Names(_) => 2,
        };
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 28.0), Layout::left_to_right(Align::Center), |ui| {
            ui.label(label::bold(Text::Title.text(cx.lang), size::PAGE));
            ui.add_space(20.0);
            ui.spacing_mut().item_spacing.x = 22.0;
            for (place, text) in [Text::StageColumns, Text::StageRead, Text::StageNames].into_iter().enumerate() {
                let words = if place == now {
                    label::bold(text.text(cx.lang), size::BODY).color(color(cx.theme.accent))
                } else {
                    label::second(cx.theme, text.text(cx.lang)).color(color(cx.theme.ink3))
                };
                ui.label(words);
            }
        });
    }
}

/// What happened, and what became of the project.
fn failed(ui: &mut Ui, cx: &mut Cx<'_>, file: &str, sentence: &str, can_go_back: bool) -> Option<Wish> {
    let mut wish = None;
    ui.label(label::bold(file, size::TITLE));
    ui.label(eframe::egui::RichText::new(sentence).color(color(cx.theme.warn)));
    ui.label(label::second(cx.theme, Text::NothingKept.text(cx.lang)));
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        if can_go_back && button::button(ui, cx.theme, Rank::Primary, Text::Back.text(cx.lang)).clicked() {
            wish = Some(Wish::Nothing);
        }
        let rank = if can_go_back { Rank::Secondary } else { Rank::Primary };
        if button::button(ui, cx.theme, rank, Text::OtherFile.text(cx.lang)).clicked() {
            cx.push(Action::Do(AppCommand::ImportFeedback));
        }
        if button::button(ui, cx.theme, Rank::Secondary, Text::Cancel.text(cx.lang)).clicked() {
            wish = Some(Wish::Leave);
        }
    });
    wish
}

fn look(ctx: &Context, paths: &[PathBuf], look: Look) -> Job<Result<Looked, FeedbackError>> {
    let (ctx, path) = (ctx.clone(), paths.first().cloned().unwrap_or_default());
    Job::start(
        "look at feedback",
        move || ctx.request_repaint(),
        move |_| preview_with(&path, &look).map(|preview| (preview, look)),
    )
}

fn sentence(error: &FeedbackError, lang: Lang) -> String {
    problem(error, lang)
}

/// The names of the files, without their folders.
fn file_names(paths: &[PathBuf]) -> String {
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match paths {
        [first, _, _, _, ..] => format!("{} + {}", name(first), paths.len() - 1),
        few => few.iter().map(name).collect::<Vec<_>>().join(" + "),
    }
}

/// A file with the columns of an earlier one needs no question: it is read at once, and one can go back.
fn seen(ctx: &Context, paths: &[PathBuf], sheet: ColumnSheet) -> Stage {
    if sheet.is_known() {
        Stage::Reading(Box::new(Reading::start(ctx, paths, &sheet)))
    } else {
        Stage::Columns(Box::new(sheet))
    }
}
