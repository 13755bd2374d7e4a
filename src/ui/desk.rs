//! The whole window between two frames: the session, what is shown, dialogs, messages, settings. A frame
//! draws from it and then works off what was asked for.

use super::action::Action;
use super::clipboard::{self, ClipAction, Clipboard};
use super::cx::Cx;
use super::dialogs::{self, Dialog};
use super::effects::{Ask, Effects};
use super::export_dialog::{ExportDialog, ExportInput, ExportWish};
use super::files::Dropped;
use super::filter::{self, Asked, Authors, FilterAction};
use super::import_dialog::{ImportDialog, ImportInput};
use super::keeping::{self, Keeping};
use super::palette::{Palette, Picked};
use super::phase_dialog::{self, PhaseDialog};
use super::present::{self, Stage};
use super::shown::Shown;
use super::start::thumbnail::{DrawTemplate, Pictures};
use super::start::{StartCx, start_ui};
use super::widgets::ime;
use super::widgets::toast::Toasts;
use super::{fonts, shell, shortcuts, theme, together, update};
use crate::app::clip::between;
use crate::app::recovery::Losses;
use crate::app::settings::{Settings, WindowSettings};
use crate::app::{AppCommand, Session, Situation, View, ViewState};
use crate::i18n::Lang;
use crate::i18n::shell::ShellText as Text;
use crate::look::Theme;
use eframe::egui::{Context, Ui, ViewportCommand};
use std::path::PathBuf;

/// What the program is called at the top of its window.
pub(crate) const WINDOW: &str = "Tabiji 旅路";

/// The window between two frames.
pub(crate) struct Desk {
    /// The open document.
    pub(crate) session: Option<Session>,
    /// What is shown.
    pub(crate) shown: Shown,
    /// Language, colours, recent files.
    pub(crate) settings: Settings,
    settings_file: Option<PathBuf>,
    settings_written: Settings,
    /// The language asked for on the command line: holds until another one is chosen, and is not remembered.
    pub(crate) lang_asked: Option<Lang>,
    system_is_dark: bool,
    /// The dialog that is open.
    pub(crate) dialog: Option<Dialog>,
    /// The command palette, while it is open.
    pub(crate) palette: Option<Palette>,
    /// The sheet that asks who wrote the selected cards, while it is open.
    pub(crate) authors: Option<Authors>,
    /// The presets of phases, while they are open.
    pub(crate) phases: Option<PhaseDialog>,
    /// The export dialog.
    pub(crate) export: ExportDialog,
    /// The window that brings in maps.
    pub(crate) import: ImportDialog,
    /// The presentation, while there is one: nothing else is shown.
    pub(crate) stage: Option<Stage>,
    /// Messages.
    pub(crate) toasts: Toasts,
    /// What was copied, and the preview of a paste.
    pub(crate) clipboard: Clipboard,
    /// Files and file dialogs.
    pub(crate) effects: Effects,
    /// What keeps the open document safe.
    pub(crate) keeping: Keeping,
    /// What comes when the save under way is done.
    pub(crate) after_save: Option<dialogs::After>,
    /// What the open file lost, until a copy of it is kept.
    pub(crate) losses: Option<Losses>,
    /// A feedback file that came before there was a project to read it into.
    pub(crate) waiting_feedback: Vec<PathBuf>,
    /// The window is to close, whatever is unsaved.
    pub(crate) closing: bool,
    /// The window as it is now; kept when it closes.
    window: WindowSettings,
    titled: String,
    pictures: Pictures,
    installed: Option<(crate::look::ThemeKind, Lang)>,
}

impl Desk {
    /// A window on the start page.
    /// `settings_file` is where changed settings are written.
    pub(crate) fn new(
        ctx: &Context,
        settings: Settings,
        settings_file: Option<PathBuf>,
        draw_template: DrawTemplate,
    ) -> Self {
        fonts::install(ctx);
        let window = settings.window;
        let clipboard_file = settings_file.as_ref().and_then(|_| between::usual_path());
        // Ctrl+Q is a command of ours: it asks about unsaved changes first.
        ctx.options_mut(|options| {
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
        });
        Self {
            session: None,
            shown: Shown { window: ViewState::with_panels(window.outline, window.inspector), ..Shown::default() },
            window,
            titled: String::new(),
            settings_written: settings.clone(),
            lang_asked: None,
            settings,
            settings_file,
            system_is_dark: false,
            dialog: None,
            palette: None,
            authors: None,
            stage: None,
            phases: None,
            export: ExportDialog::default(),
            import: ImportDialog::default(),
            toasts: Toasts::default(),
            // Tests have no settings file, and none for other windows.
            clipboard: Clipboard::new(clipboard_file),
            effects: Effects::new(ctx.clone()),
            keeping: Keeping::default(),
            after_save: None,
            losses: None,
            waiting_feedback: Vec::new(),
            closing: false,
            pictures: Pictures::new(draw_template),
            installed: None,
        }
    }

    /// Keeps journals in this folder, and asks about those that were left there.
    pub(crate) fn keep_in(&mut self, folder: Option<PathBuf>) {
        if let Some(folder) = &folder {
            self.effects.find_left(folder.clone());
        }
        self.keeping = Keeping::new(folder);
    }

    /// Another language, remembered.
    pub(crate) fn set_lang(&mut self, lang: Lang) {
        self.lang_asked = None;
        self.settings.lang = Some(lang);
    }

    /// The colours.
    pub(crate) fn theme(&self) -> &'static Theme {
        Theme::of(self.settings.theme.theme(self.system_is_dark))
    }

    /// The language.
    pub(crate) fn lang(&self) -> Lang {
        self.lang_asked.unwrap_or_else(|| self.settings.lang())
    }

    /// Draws a frame, then does what was asked for.
    pub(crate) fn frame(&mut self, ui: &mut Ui) {
        self.begin(ui);
        if present::frame(self, ui) {
            return;
        }
        let is_asking = self.is_asking();
        let mut actions = clipboard::asked(self, ui, is_asking);
        if let Some(command) = self.pressed(ui) {
            shortcuts::swallow_text(ui);
            actions.push(Action::Do(command));
        }
        self.draw(ui, &mut actions);
        actions.extend(self.dropped_files(ui));
        if self.toasts.show(ui, self.theme(), AppCommand::Undo.name(self.lang())) {
            actions.push(Action::Do(AppCommand::Undo));
        }
        actions.extend(clipboard::show(self, ui));
        self.ask(ui);
        actions.extend(self.sheets(ui));
        together::sheets_ui(self, ui);
        self.export(ui);
        self.import(ui);
        let asked = !actions.is_empty();
        for action in actions {
            update::perform(self, action);
        }
        filter::settle(self);
        if std::mem::take(&mut self.shown.typing_ended)
            && let Some(session) = &mut self.session
        {
            session.end_coalescing();
        }
        together::settle(self);
        keeping::settle(self, ui);
        self.note_window(ui);
        self.write_settings();
        if asked {
            // What was done may show somewhere that was drawn before it.
            ui.request_repaint();
        }
    }

    /// The command whose keys were pressed, unless something lies over the page.
    fn pressed(&self, ctx: &Context) -> Option<AppCommand> {
        let map_has_keyboard = self.shown.window.view == View::Map && self.shown.canvas.has_keyboard(ctx);
        shortcuts::pressed(ctx, self.situation(), map_has_keyboard).filter(|_| !self.is_asking())
    }

    fn begin(&mut self, ctx: &Context) {
        ime::begin_frame(ctx);
        for event in self.effects.done() {
            update::take(self, event);
        }
        self.system_is_dark = ctx.system_theme() == Some(eframe::egui::Theme::Dark);
        self.shown.theme = self.settings.theme;
        self.shown.reduced_motion = self.settings.reduced_motion;
        if self.shown.window.view != View::Map {
            self.shown.canvas.close_voice();
        }
        self.size_interface(ctx);
        let look = (self.theme().kind, self.lang());
        if self.installed != Some(look) {
            theme::install(ctx, self.theme());
            // This frame still has some of the old colours.
            ctx.request_repaint();
            self.installed = Some(look);
        }
    }

    fn size_interface(&mut self, ctx: &Context) {
        self.shown.scale = self.settings.scale;
        let factor = self.settings.scale.factor();
        if (ctx.zoom_factor() - factor).abs() > f32::EPSILON {
            ctx.set_zoom_factor(factor);
            self.shown.canvas.set_scale(factor);
        }
    }

    /// The title of the window: the project's, with a dot before it while something is not saved.
    pub(crate) fn title(&self) -> String {
        let Some(session) = &self.session else { return WINDOW.to_owned() };
        let title = session.project().info.title.trim();
        let title = if title.is_empty() { Text::Untitled.text(self.lang()) } else { title };
        let dot = if session.dirty() { "• " } else { "" };
        format!("{dot}{title} — {WINDOW}")
    }

    /// Names the window after the project, and remembers how it stands.
    fn note_window(&mut self, ctx: &Context) {
        let title = self.title();
        if title != self.titled {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.titled = title;
        }
        let (size, maximized, minimized, fullscreen) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect.map(|rect| rect.size()), viewport.maximized, viewport.minimized, viewport.fullscreen)
        });
        self.window.maximized = maximized.unwrap_or(false);
        let its_own = !self.window.maximized && minimized != Some(true) && fullscreen != Some(true);
        if let Some(size) = size.filter(|_| its_own) {
            (self.window.width, self.window.height) = (size.x, size.y);
        }
        let panels = self.shown.window;
        (self.settings.window.outline, self.settings.window.inspector) = (panels.outline, panels.inspector);
    }

    /// The window is closed: how it stood is kept for the next time. Waits for the disk, since the program ends.
    pub(crate) fn leave(&mut self) {
        let is_saved = self.session.as_ref().is_none_or(|session| !session.dirty());
        self.keeping.leave(is_saved || self.closing);
        let (outline, inspector) = (self.settings.window.outline, self.settings.window.inspector);
        self.settings.window = WindowSettings { outline, inspector, ..self.window.sane() };
        if let Some(path) = &self.settings_file {
            // Settings that cannot be written cost the size of the window, nothing else.
            drop(self.settings.save(path));
        }
    }

    /// Settings that cannot be written cost the list of recent files, nothing else.
    fn write_settings(&mut self) {
        if self.settings != self.settings_written {
            self.settings_written = self.settings.clone();
            if let Some(path) = &self.settings_file {
                self.effects.write_settings(self.settings.clone(), path.clone());
            }
        }
    }

    /// Whether something lies over the page that wants the keyboard for itself.
    fn is_asking(&self) -> bool {
        self.clipboard.is_previewing()
            || self.dialog.is_some()
            || self.palette.is_some()
            || self.authors.is_some()
            || together::is_open(&self.shown.together)
            || self.phases.is_some()
            || self.export.is_open()
            || self.import.is_open()
            || self.shown.window.help
    }

    fn situation(&self) -> Situation<'_> {
        Situation { session: self.session.as_ref(), view: self.shown.window.view }
    }

    fn draw(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        if let Some(session) = &self.session {
            self.shown.voice.update(session.project(), &self.shown.filter.answers);
        }
        let (theme, lang) = (self.theme(), self.lang());
        match &self.session {
            Some(session) if self.shown.window.view != View::Start => {
                shell::shell_ui(ui, &mut Cx::new(session, theme, lang, &mut self.shown, actions));
            }
            _ => {
                let recent = &self.settings.recent;
                let waiting = self.waiting_feedback.first().map(|path| super::files::name(path));
                start_ui(ui, &mut StartCx { theme, lang, recent, waiting, pictures: &mut self.pictures, actions });
            }
        }
    }

    /// The command palette and the sheet of shortcuts.
    fn sheets(&mut self, ctx: &Context) -> Option<Action> {
        let (theme, lang) = (self.theme(), self.lang());
        if self.shown.window.help {
            self.shown.window.help = super::help::show(ctx, theme, lang);
        }
        if let Some(mut authors) = self.authors.take() {
            match authors.show(ctx, self) {
                Asked::Open => self.authors = Some(authors),
                Asked::Closed => {}
                Asked::Author(author) => return Some(Action::Filter(FilterAction::Author(author))),
            }
        }
        if let Some(mut dialog) = self.phases.take() {
            let session = self.session.as_ref()?;
            match dialog.show(ctx, session, theme, lang) {
                phase_dialog::Answer::Open => self.phases = Some(dialog),
                phase_dialog::Answer::Closed => {}
                phase_dialog::Answer::Use(preset) => return Some(Action::UsePhases(preset)),
            }
        }
        let mut palette = self.palette.take()?;
        match palette.show(ctx, theme, lang, self.situation()) {
            Picked::Open => self.palette = Some(palette),
            Picked::Closed => {}
            Picked::Command(command) => return Some(Action::Do(command)),
            Picked::GoTo(record) => return Some(Action::GoTo(record)),
        }
        None
    }

    /// The export dialog and what it asks for.
    fn export(&mut self, ctx: &Context) {
        let (theme, lang) = (self.theme(), self.lang());
        let Some(session) = &self.session else { return };
        let input = ExportInput { project: session.project(), version: session.version(), theme, lang };
        match self.export.show(ctx, &input) {
            ExportWish::Nothing => {}
            ExportWish::AskWhere { title, kind } => self.effects.ask(Ask::Export(kind), lang, &title),
            ExportWish::AskLogo => self.effects.ask(Ask::Logo, lang, ""),
            ExportWish::Say(text) => self.toasts.say(text, false),
        }
    }

    /// The window that brings in maps, and what it asks for.
    fn import(&mut self, ctx: &Context) {
        let (theme, lang) = (self.theme(), self.lang());
        let wish = self.import.show(ctx, &ImportInput { session: self.session.as_ref(), theme, lang });
        update::imported(self, wish);
    }

    /// The open dialog and what was answered.
    fn ask(&mut self, ctx: &Context) {
        let Some(dialog) = self.dialog.clone() else { return };
        let answer = dialogs::show(ctx, self.theme(), self.lang(), &dialog);
        if answer != dialogs::Answer::Open {
            self.dialog = None;
            update::answered(self, dialog, answer);
        }
    }

    /// Files dropped on the window; portraits are taken by the persona sheet.
    fn dropped_files(&self, ctx: &Context) -> Option<Action> {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let path = dropped.first()?.clone();
        match Dropped::of(&path) {
            _ if self.is_asking() => None,
            Dropped::Picture if self.shown.window.view == View::Personas => None,
            Dropped::Project => Some(Action::OpenFile(path)),
            Dropped::Map => Some(Action::ImportMap(path)),
            Dropped::Feedback if super::files::is_map(&path, self.lang()) => Some(Action::ImportMap(path)),
            Dropped::Feedback => {
                let is_feedback = |path: &PathBuf| Dropped::of(path) == Dropped::Feedback;
                Some(Action::FeedbackFiles(dropped.into_iter().filter(is_feedback).collect()))
            }
            Dropped::Picture if self.shown.window.view == View::Map => {
                Some(Action::Clip(ClipAction::PictureFile(path)))
            }
            Dropped::Picture | Dropped::Other => Some(Action::NotUsable(path)),
        }
    }
}
