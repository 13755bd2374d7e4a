//! Bringing in a map: what it was read as, what becomes of it, what was not understood, and where it goes. A workbook
//! that comes back is reviewed here, change by change.

mod maps;
mod notes;
mod review;
#[cfg(test)]
mod tests;

use self::review::Reviewing;
use super::dialogs::sheet_frame;
use super::theme::{color, size};
use super::widgets::button::{self, Rank};
use super::widgets::{ime, label};
use crate::app::Session;
use crate::app::jobs::Job;
use crate::base::IdSource;
use crate::edit::Command;
use crate::i18n::history::refused_text;
use crate::i18n::import::ImportDialogText as Text;
use crate::i18n::{Lang, fill};
use crate::import::workbook::Returned;
use crate::import::{Built, Imported, SourceKind, Target, build, read_file, read_text};
use crate::look::Theme;
use crate::model::{JourneyId, Project, ProjectInfo};
use eframe::egui::{Align, ComboBox, Context, Id, Key, Layout, Modal, Modifiers, Spinner, Ui, vec2};
use std::path::PathBuf;

const WIDTH: f32 = 900.0;

/// The dialog, open or not.
#[derive(Default)]
pub(crate) struct ImportDialog {
    open: Option<Open>,
}

/// Where a map comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// A file.
    File(PathBuf),
    /// What was pasted.
    Pasted(String),
}

/// Where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    NewJourney,
    Merge,
    NewProject,
}

struct Open {
    source: Source,
    /// What a person says it is.
    wanted: Option<SourceKind>,
    reading: Option<Job<Result<Imported, String>>>,
    read: Option<Result<Imported, String>>,
    place: Option<Place>,
    planned: Option<Planned>,
}

/// What comes of it, for a version of the project and a place.
struct Planned {
    of: (u64, Option<Place>),
    plan: Plan,
}

enum Plan {
    Maps(Box<Built>),
    Review(Reviewing),
    Refused(&'static str),
}

/// What the dialog works on.
pub(crate) struct ImportInput<'a> {
    /// The open document.
    pub(crate) session: Option<&'a Session>,
    /// The colours of the window.
    pub(crate) theme: &'static Theme,
    /// The language of the window.
    pub(crate) lang: Lang,
}

/// What the dialog asks of the window.
#[derive(Debug)]
pub(crate) enum ImportWish {
    /// Nothing.
    Nothing,
    /// To change the document, show this journey and say so.
    Run(Box<Command>, Option<JourneyId>, String),
    /// To show a new project.
    NewProject(Box<Project>, String),
    /// To read a file as answers of customers.
    Feedback(PathBuf),
}

impl ImportDialog {
    /// Opens for a file or a text.
    pub(crate) fn open(&mut self, ctx: &Context, source: Source, lang: Lang) {
        let mut open = Open { source, wanted: None, reading: None, read: None, place: None, planned: None };
        open.begin(ctx, lang);
        self.open = Some(open);
    }

    /// Whether it is open: the window's shortcuts rest.
    pub(crate) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Shows it if it is open.
    pub(crate) fn show(&mut self, ctx: &Context, input: &ImportInput<'_>) -> ImportWish {
        let Some(open) = &mut self.open else { return ImportWish::Nothing };
        open.take_read();
        open.plan(input);
        let mut asked = Asked::Nothing;
        let modal = Modal::new(Id::unique("import")).frame(sheet_frame(input.theme)).show(ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 80.0));
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            asked = open.content(ui, input);
        });
        if modal.should_close() && !ime::owns_keys(ctx) && asked == Asked::Nothing {
            asked = Asked::Close;
        }
        match asked {
            Asked::Nothing => ImportWish::Nothing,
            Asked::Close => self.closed(ImportWish::Nothing),
            Asked::Feedback => match &open.source {
                Source::File(path) => {
                    let path = path.clone();
                    self.closed(ImportWish::Feedback(path))
                }
                Source::Pasted(_) => ImportWish::Nothing,
            },
            Asked::Import => {
                let wish = open.wish(input);
                self.closed(wish)
            }
        }
    }

    fn closed(&mut self, wish: ImportWish) -> ImportWish {
        self.open = None;
        wish
    }
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Close,
    Import,
    Feedback,
}

impl Open {
    fn begin(&mut self, ctx: &Context, lang: Lang) {
        let (source, wanted, ctx) = (self.source.clone(), self.wanted, ctx.clone());
        let work = move |_: &crate::app::jobs::Progress| match &source {
            Source::File(path) => read_file(path, wanted, lang).map_err(|error| error.text(&name(&source, lang), lang)),
            Source::Pasted(text) => read_text(text, wanted, lang).map_err(|error| error.text("", lang)),
        };
        (self.read, self.planned) = (None, None);
        self.reading = Some(Job::start("import", move || ctx.request_repaint(), work));
    }

    fn take_read(&mut self) {
        if let Some(result) = self.reading.as_mut().and_then(Job::try_take) {
            self.reading = None;
            self.read = Some(result.unwrap_or_else(|fault| Err(fault.to_string())));
        }
    }

    /// Works out what comes of it, where that is not known yet.
    fn plan(&mut self, input: &ImportInput<'_>) {
        let Some(Ok(imported)) = &self.read else { return };
        let place = self.place.unwrap_or_else(|| usual_place(input.session));
        let version = input.session.map_or(0, Session::version);
        let of = (version, Some(place));
        if self.planned.as_ref().is_some_and(|planned| planned.of == of) {
            return;
        }
        let empty = Project::default();
        let project = match place {
            Place::NewProject => &empty,
            _ => input.session.map_or(&empty, Session::project),
        };
        let plan = match &imported.returned {
            Some(returned) => Plan::Review(Reviewing::new(project, returned, input.lang)),
            None => maps_plan(project, imported, place, input),
        };
        self.planned = Some(Planned { of, plan });
    }

    fn content(&mut self, ui: &mut Ui, input: &ImportInput<'_>) -> Asked {
        let (theme, lang) = (input.theme, input.lang);
        let file = name(&self.source, lang);
        let is_review = matches!(&self.planned, Some(Planned { plan: Plan::Review(_), .. }));
        let title = if is_review {
            fill(Text::ReviewTitle.text(lang), &[("file", &file)])
        } else {
            Text::Title.text(lang).to_owned()
        };
        ui.label(label::bold(title, size::TITLE));
        let mut asked = self.head(ui, input, &file, is_review);
        match (&self.read, &mut self.planned) {
            (None, _) => {
                ui.horizontal(|ui| {
                    ui.add(Spinner::new());
                    ui.label(label::second(theme, fill(Text::Reading.text(lang), &[("file", &file)])));
                });
            }
            (Some(Err(problem)), _) => {
                label::paragraph(ui, problem, size::BODY, color(theme.warn));
            }
            (Some(Ok(imported)), Some(Planned { plan, .. })) => match plan {
                Plan::Refused(why) => drop(label::paragraph(ui, why, size::BODY, color(theme.warn))),
                Plan::Review(reviewing) => reviewing.show(ui, theme, lang),
                Plan::Maps(built) => maps::show(ui, theme, lang, imported, built),
            },
            (Some(Ok(_)), None) => {}
        }
        let by_keys = self.keys(ui);
        let by_buttons = self.buttons(ui, input);
        for other in [by_keys, by_buttons] {
            if other != Asked::Nothing {
                asked = other;
            }
        }
        asked
    }

    /// What it was read as, and where it goes.
    fn head(&mut self, ui: &mut Ui, input: &ImportInput<'_>, file: &str, is_review: bool) -> Asked {
        let (theme, lang) = (input.theme, input.lang);
        let mut asked = Asked::Nothing;
        if !is_review {
            label::one_line(ui, label::second(theme, file));
        }
        let kind = match &self.read {
            Some(Ok(imported)) => Some(imported.kind),
            _ => self.wanted,
        };
        if self.read.is_none() {
            return asked;
        }
        ui.horizontal(|ui| {
            ui.label(label::second(theme, Text::ReadAs.text(lang)));
            let mut chosen = kind;
            let shown = kind.map_or("–", |kind| kind_name(kind).text(lang));
            ui.name_inputs(Text::ReadAs.text(lang), |ui| {
                ComboBox::from_id_salt(Id::unique("read as")).selected_text(shown).width(300.0).show_ui(ui, |ui| {
                    for kind in SourceKind::ALL {
                        ui.selectable_value(&mut chosen, Some(kind), kind_name(kind).text(lang));
                    }
                });
            });
            if chosen != kind {
                self.wanted = chosen;
                self.begin(ui.ctx(), lang);
            }
            if let Source::File(path) = &self.source {
                let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
                let may_be = !is_review && super::files::FEEDBACK_ENDINGS.contains(&ending.as_str());
                if may_be && button::button(ui, theme, Rank::Quiet, Text::AsFeedback.text(lang)).clicked() {
                    asked = Asked::Feedback;
                }
            }
        });
        if matches!(&self.read, Some(Ok(imported)) if imported.returned.is_none()) {
            self.places(ui, input);
        }
        asked
    }

    fn places(&mut self, ui: &mut Ui, input: &ImportInput<'_>) {
        let lang = input.lang;
        let mut place = self.place.unwrap_or_else(|| usual_place(input.session));
        ui.horizontal_wrapped(|ui| {
            ui.label(label::second(input.theme, Text::Where.text(lang)));
            let has_journey = input.session.is_some_and(|session| session.journey().is_some());
            for (choice, text, can) in [
                (Place::NewJourney, Text::NewJourney, input.session.is_some()),
                (Place::Merge, Text::Merge, has_journey),
                (Place::NewProject, Text::NewProject, true),
            ] {
                if can {
                    ui.radio_value(&mut place, choice, text.text(lang));
                }
            }
        });
        self.place = Some(place);
    }

    /// Enter takes over where nothing else has the keyboard.
    fn keys(&self, ui: &Ui) -> Asked {
        let on_control = ui.memory(|memory| memory.focused().is_some());
        let in_list =
            matches!(&self.planned, Some(Planned { plan: Plan::Review(reviewing), .. }) if reviewing.has_keyboard(ui));
        if ime::owns_keys(ui) || !self.can_import() || (on_control && !in_list) {
            return Asked::Nothing;
        }
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if pressed { Asked::Import } else { Asked::Nothing }
    }

    fn can_import(&self) -> bool {
        match &self.planned {
            Some(Planned { plan: Plan::Maps(built), .. }) => built.command.is_some(),
            Some(Planned { plan: Plan::Review(reviewing), .. }) => reviewing.chosen() > 0,
            _ => false,
        }
    }

    fn buttons(&self, ui: &mut Ui, input: &ImportInput<'_>) -> Asked {
        let (theme, lang) = (input.theme, input.lang);
        ui.add_space(4.0);
        let said = match &self.planned {
            Some(Planned { plan: Plan::Review(reviewing), .. }) => {
                fill(Text::Apply.text(lang), &[("n", &reviewing.chosen().to_string())])
            }
            _ => Text::Import.text(lang).to_owned(),
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let can = self.can_import();
            let import = ui.add_enabled_ui(can, |ui| button::button(ui, theme, Rank::Primary, &said)).inner;
            if can && import.clicked() {
                return Asked::Import;
            }
            let cancel = button::button(ui, theme, Rank::Secondary, Text::Cancel.text(lang)).clicked();
            if cancel { Asked::Close } else { Asked::Nothing }
        })
        .inner
    }

    /// What the window is asked to do.
    fn wish(&mut self, input: &ImportInput<'_>) -> ImportWish {
        let lang = input.lang;
        let (file, place) = (name(&self.source, lang), self.place);
        let place = place.unwrap_or_else(|| usual_place(input.session));
        let Some(planned) = self.planned.take() else { return ImportWish::Nothing };
        let empty = Project::default();
        match planned.plan {
            Plan::Refused(_) => ImportWish::Nothing,
            Plan::Maps(built) => {
                let said = fill(Text::Imported.text(lang), &[("what", &file)]);
                let first = built.journeys.first().copied();
                match (place, built.command) {
                    (Place::NewProject, _) => ImportWish::NewProject(Box::new(titled(built.project, lang)), said),
                    (_, Some(command)) => ImportWish::Run(Box::new(command), first, said),
                    (_, None) => ImportWish::Nothing,
                }
            }
            Plan::Review(reviewing) => {
                let project =
                    if place == Place::NewProject { &empty } else { input.session.map_or(&empty, Session::project) };
                let (command, next, count) = reviewing.command(project);
                let said = fill(Text::Applied.text(lang), &[("n", &count.to_string())]);
                match (place, command) {
                    (Place::NewProject, Some(_)) => ImportWish::NewProject(Box::new(titled(next, lang)), said),
                    (_, Some(command)) => ImportWish::Run(Box::new(command), None, said),
                    (_, None) => ImportWish::Nothing,
                }
            }
        }
    }
}

fn usual_place(session: Option<&Session>) -> Place {
    if session.is_some() { Place::NewJourney } else { Place::NewProject }
}

fn maps_plan(project: &Project, imported: &Imported, place: Place, input: &ImportInput<'_>) -> Plan {
    let open = input.session.and_then(Session::journey).filter(|_| place == Place::Merge);
    let target = open.map_or(Target::NewJourney, Target::Into);
    match build(project, &imported.maps, target, input.lang, &mut IdSource::random()) {
        Ok(built) => Plan::Maps(Box::new(built)),
        Err(error) => Plan::Refused(refused_text(&error, input.lang)),
    }
}

/// A new project bears the name of its first journey.
fn titled(project: Project, lang: Lang) -> Project {
    let first = project.journeys_in_order().first().map(|journey| journey.title.clone()).unwrap_or_default();
    let title = if first.is_empty() { Text::Untitled.text(lang).to_owned() } else { first };
    Project { info: ProjectInfo { title, ..project.info.clone() }, ..project }
}

fn name(source: &Source, lang: Lang) -> String {
    match source {
        Source::File(path) => super::files::name(path),
        Source::Pasted(_) => Text::PastedTable.text(lang).to_owned(),
    }
}

const fn kind_name(kind: SourceKind) -> Text {
    match kind {
        SourceKind::Workbook => Text::KindWorkbook,
        SourceKind::Matrix => Text::KindMatrix,
        SourceKind::Long => Text::KindLong,
        SourceKind::Mermaid => Text::KindMermaid,
        SourceKind::Cjml => Text::KindCjml,
    }
}

/// Whether a workbook and a project have a journey in common.
fn is_of(project: &Project, returned: &Returned) -> bool {
    returned.theirs.maps.iter().any(|map| project.journeys.contains(map.id))
}
