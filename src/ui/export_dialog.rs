//! The export dialog: a journey or a persona sheet as a picture file, with a preview of just that picture.

mod choices;
mod form;
mod preset;
mod preview;
mod writing;

use self::choices::Choices;
use self::preview::{Preview, Wanted};
use self::writing::Writing;
use super::theme::{color, size};
use super::widgets::button::{self, Rank};
use super::widgets::{ime, label};
use crate::app::MapFilter;
use crate::export::order::Exported;
use crate::export::page::Split;
use crate::export::{FileKind, Subject};
use crate::i18n::Lang;
use crate::i18n::export::ExportDialogText as Text;
use crate::layout::{Compare, CompareView, CurveChoice};
use crate::look::{Theme, ThemeKind};
use crate::model::{Picture, Project};
use eframe::egui::{Align, Context, Id, Key, Layout, Modal, RichText, ScrollArea, Ui, vec2};
use std::path::PathBuf;

const WIDTH: f32 = 1120.0;
const FORM_WIDTH: f32 = 322.0;
/// Room for the bar by which the form scrolls.
const SCROLL_BAR: f32 = 12.0;
const PREVIEW_HEIGHT: f32 = 640.0;

/// The dialog, open or not.
#[derive(Default)]
pub(crate) struct ExportDialog {
    open: Option<Open>,
}

/// The open dialog.
struct Open {
    choices: Choices,
    preview: Preview,
    /// The file that the person named, until the writing begins.
    target: Option<PathBuf>,
    writing: Option<Writing>,
    problem: Option<String>,
    /// The main button takes the keyboard in the first frame.
    is_new: bool,
}

/// What the dialog shows a picture of.
pub(crate) struct ExportInput<'a> {
    /// The document.
    pub(crate) project: &'a Project,
    /// Goes up with every change of it.
    pub(crate) version: u64,
    /// The colours of the window.
    pub(crate) theme: &'static Theme,
    /// The language of the window.
    pub(crate) lang: Lang,
}

/// What the dialog asks of the window.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ExportWish {
    /// Nothing.
    Nothing,
    /// To ask the person for a file name; the answer goes to [`ExportDialog::save_to`].
    AskWhere {
        /// The title, to make a file name of.
        title: String,
        /// What is to be written.
        kind: FileKind,
    },
    /// To ask the person for a picture; the answer goes to [`ExportDialog::set_logo`].
    AskLogo,
    /// To tell that the file is written; the dialog has closed.
    Say(String),
}

impl ExportDialog {
    /// Opens the dialog for a journey or persona, with the language, colours and filter of the window to begin with.
    pub(crate) fn open(&mut self, subject: Subject, lang: Lang, theme: ThemeKind, filter: &MapFilter) {
        self.open = Some(Open {
            choices: Choices::new(subject, lang, theme).filtered_as_on_screen(filter),
            preview: Preview::default(),
            target: None,
            writing: None,
            problem: None,
            is_new: true,
        });
    }

    /// Begins with the comparison that the map shows.
    pub(crate) fn mark_changes(&mut self, compare: Option<Compare>) {
        if let Some(open) = &mut self.open {
            open.choices.map.compare = compare.filter(|compare| compare.view == CompareView::Overlaid);
        }
    }

    /// Shows the same curves as the map in the window.
    pub(crate) fn set_curves(&mut self, curves: CurveChoice) {
        if let Some(open) = &mut self.open {
            open.choices.map.curves = curves;
        }
    }

    /// Whether it is open: the window's shortcuts rest.
    pub(crate) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Writes the picture to a file that the person named; begins in the next frame.
    pub(crate) fn save_to(&mut self, path: PathBuf) {
        if let Some(open) = &mut self.open {
            open.target = Some(path);
        }
    }

    /// Takes the team's logo, or says why it could not be read.
    pub(crate) fn set_logo(&mut self, logo: Result<Picture, String>) {
        let Some(open) = &mut self.open else { return };
        match logo {
            Ok(picture) => (open.choices.setup.frame.logo, open.problem) = (Some(picture), None),
            Err(problem) => open.problem = Some(problem),
        }
    }

    /// Shows the dialog if it is open.
    pub(crate) fn show(&mut self, ctx: &Context, input: &ExportInput<'_>) -> ExportWish {
        let Some(open) = &mut self.open else { return ExportWish::Nothing };
        if let Some(exported) = open.written(input.lang) {
            self.open = None;
            return ExportWish::Say(said(&exported, input.lang));
        }
        open.begin_writing(ctx, input.project);
        let mut asked = Asked::Nothing;
        let modal = Modal::new(Id::unique("export")).frame(frame(input.theme)).show(ctx, |ui| {
            asked = open.content(ui, input);
        });
        let escaped = modal.is_top_modal
            && !modal.any_popup_open
            && !ime::owns_keys(ctx)
            && ctx.input(|keys| keys.key_pressed(Key::Escape));
        match asked {
            Asked::Save => {
                let title = open.choices.title(input.project);
                return ExportWish::AskWhere { title, kind: open.choices.kind };
            }
            Asked::Logo => return ExportWish::AskLogo,
            Asked::Close => self.close(),
            Asked::Nothing if escaped => self.close(),
            Asked::Nothing => {}
        }
        ExportWish::Nothing
    }

    fn close(&mut self) {
        if let Some(writing) = self.open.take().and_then(|open| open.writing) {
            writing.cancel();
        }
    }
}

/// What was asked for by key or button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Save,
    Logo,
    Close,
}

impl Open {
    fn begin_writing(&mut self, ctx: &Context, project: &Project) {
        if self.writing.is_none()
            && let Some(path) = self.target.take()
        {
            self.problem = None;
            self.writing = Some(Writing::start(ctx, project.clone(), self.choices.clone(), path));
        }
    }

    /// What was written, when that is done; a failure is shown.
    fn written(&mut self, lang: Lang) -> Option<Exported> {
        let done = self.writing.as_mut()?.take()?;
        self.writing = None;
        match done {
            Ok(exported) => Some(exported),
            Err(error) => {
                self.problem = Some(error.text(lang));
                None
            }
        }
    }

    fn content(&mut self, ui: &mut Ui, input: &ExportInput<'_>) -> Asked {
        let screen = ui.ctx().content_rect().size();
        let width = WIDTH.min(screen.x - 88.0);
        let height = PREVIEW_HEIGHT.min(screen.y - 170.0).max(240.0);
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.label(label::bold(Text::Title.text(input.lang), size::PAGE));
        let mut done = form::Done::default();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            let shown = vec2(width - FORM_WIDTH - 24.0, height);
            let wanted = Wanted { project: input.project, version: input.version, choices: &self.choices };
            let is_split_wanted = self.preview.show(ui, input.theme, input.lang, &wanted, shown);
            if is_split_wanted {
                self.choices.setup.split = Split::Phases;
            }
            ui.vertical(|ui| {
                ui.set_width(FORM_WIDTH);
                ui.set_min_height(height);
                // In a small window the form scrolls.
                ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                    ui.set_max_width(FORM_WIDTH - SCROLL_BAR);
                    ui.add_enabled_ui(self.writing.is_none(), |ui| {
                        done = form::form(ui, input, &mut self.choices, self.preview.scene_size());
                    });
                });
            });
        });
        match self.foot(ui, input, done.entered) {
            Asked::Nothing if done.wants_logo => Asked::Logo,
            asked => asked,
        }
    }

    /// Buttons, or how far the writing is.
    fn foot(&mut self, ui: &mut Ui, input: &ExportInput<'_>, entered: bool) -> Asked {
        let (theme, lang) = (input.theme, input.lang);
        if let Some(problem) = &self.problem {
            ui.label(RichText::new(problem).color(color(theme.warn)));
        }
        if let Some(writing) = &self.writing {
            writing.show(ui, theme, lang);
            return Asked::Nothing;
        }
        let can_save = self.choices.problem(self.preview.scene_size(), lang).is_none();
        let nothing_focused = ui.memory(|memory| memory.focused().is_none());
        let enter = ui.input(|keys| keys.key_pressed(Key::Enter)) && !ime::owns_keys(ui);
        let mut asked = if can_save && (entered || (enter && nothing_focused)) { Asked::Save } else { Asked::Nothing };
        let row = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(can_save, |ui| {
                let save = button::sized(ui, theme, Rank::Primary, Text::SaveAs.text(lang), vec2(140.0, 34.0));
                if std::mem::take(&mut self.is_new) {
                    save.request_focus();
                }
                if save.clicked() {
                    asked = Asked::Save;
                }
            });
            if button::sized(ui, theme, Rank::Secondary, Text::Close.text(lang), vec2(90.0, 34.0)).clicked() {
                asked = Asked::Close;
            }
        });
        asked
    }
}

fn frame(theme: &Theme) -> eframe::egui::Frame {
    eframe::egui::Frame::new()
        .fill(color(theme.panel))
        .stroke(super::theme::line(theme.line))
        .corner_radius(14.0)
        .inner_margin(22.0)
}

fn said(exported: &Exported, lang: Lang) -> String {
    let file = exported.paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    let more = exported.paths.len().saturating_sub(1).to_string();
    let text = if exported.paths.len() > 1 { Text::SavedSeveral } else { Text::Saved };
    let mut text = crate::i18n::fill(text.text(lang), &[("file", &file), ("n", &more)]);
    let left_out = exported.unreadable_pictures.len();
    if left_out > 0 {
        text.push(' ');
        text += &crate::i18n::fill(Text::PictureLeftOut.text(lang), &[("n", &left_out.to_string())]);
    }
    text
}
