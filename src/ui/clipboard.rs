//! The clipboard: what Ctrl+C, Ctrl+X and Ctrl+V do outside of text fields, and the preview of a paste.

mod bar;
mod preview;

use self::preview::Preview;
use super::action::Action;
use super::canvas::{MapAction, Wish};
use super::desk::Desk;
use super::effects::{Event as Done, PictureSource};
use super::import_dialog::Source;
use super::update;
use super::widgets::ime;
use crate::app::clip::{self, Clip, Copied, Plan, Reading, Spot, between};
use crate::app::{AppCommand, Cell, Session, View, actions, run_action};
use crate::base::IdSource;
use crate::edit::{Command, EditError, RecordKind};
use crate::i18n::clip::ClipText as Text;
use crate::i18n::{Lang, fill};
use crate::import::is_map_text;
use crate::model::{CardId, LaneForm, Project, ProjectInfo, RecordId};
use crate::scene::Scene;
use eframe::egui::{ColorImage, Context, Event};
use std::path::PathBuf;
use std::sync::Arc;

/// After so many frames without an answer there is nothing on the clipboard.
const PATIENCE: u8 = 6;

/// What the window remembers of copying and pasting.
#[derive(Default)]
pub(crate) struct Clipboard {
    last: Option<Clip>,
    turn: u64,
    /// Where other windows find what was copied; none in tests.
    file: Option<PathBuf>,
    preview: Option<Preview>,
    /// Frames until the clipboard counts as empty, after somebody asked for it.
    asked: Option<u8>,
}

impl Clipboard {
    /// With a file for other windows.
    pub(crate) fn new(file: Option<PathBuf>) -> Self {
        Self { file, ..Self::default() }
    }

    /// Whether a paste is being previewed.
    pub(crate) const fn is_previewing(&self) -> bool {
        self.preview.is_some()
    }
}

/// What is done with the clipboard.
#[derive(Clone, Debug)]
pub(crate) enum ClipAction {
    /// Pastes a text.
    Paste(String),
    /// Pastes a picture.
    PasteImage(Arc<ColorImage>),
    /// A picture file was dropped on the map.
    PictureFile(PathBuf),
    /// The previewed paste starts at another cell.
    MoveTo(Cell),
    /// The previewed paste goes so many rows down and columns right.
    Move(isize, isize),
    /// Rows and columns of the previewed paste change places.
    Turn,
    /// The previewed paste is carried out.
    Keep,
    /// The previewed paste is dropped.
    Drop,
}

/// What the frame's input asks of the clipboard. Text fields keep what is theirs.
pub(super) fn asked(desk: &mut Desk, ctx: &Context, is_asking: bool) -> Vec<Action> {
    if let Some(preview) = &desk.clipboard.preview {
        return preview::keys(ctx, preview.has_focus).into_iter().map(Action::Clip).collect();
    }
    let mut found = Vec::new();
    if !is_asking && !ctx.text_edit_focused() && !ime::owns_keys(ctx) {
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let action = action_of(event);
                let is_mine = action.is_some();
                found.extend(action);
                !is_mine
            });
        });
    }
    wait_for_text(desk, ctx, &found);
    found
}

fn action_of(event: &Event) -> Option<Action> {
    match event {
        Event::Copy => Some(Action::Do(AppCommand::Copy)),
        Event::Cut => Some(Action::Do(AppCommand::Cut)),
        Event::Paste(text) => Some(Action::Clip(ClipAction::Paste(text.clone()))),
        Event::PasteImage(image) => Some(Action::Clip(ClipAction::PasteImage(Arc::clone(image)))),
        _ => None,
    }
}

/// An empty clipboard gives no answer at all: somebody who asked for it from a menu is told.
fn wait_for_text(desk: &mut Desk, ctx: &Context, found: &[Action]) {
    let Some(frames) = desk.clipboard.asked else { return };
    let came = found.iter().any(|action| matches!(action, Action::Clip(_)));
    desk.clipboard.asked = frames.checked_sub(1).filter(|_| !came);
    if desk.clipboard.asked.is_some() {
        ctx.request_repaint();
    } else if !came && !ctx.text_edit_focused() {
        say(desk, Text::NothingToPaste);
    }
}

/// Does one of the commands of the table; whether it is one of ours.
pub(super) fn command(desk: &mut Desk, command: AppCommand) -> bool {
    match command {
        AppCommand::Copy => copy(desk, false),
        AppCommand::Cut => copy(desk, true),
        AppCommand::CopyPicture => copy_picture(desk),
        AppCommand::Paste => {
            // A palette that has just closed still counts as a text field that has the keyboard.
            desk.effects.leave_fields();
            desk.clipboard.asked = Some(PATIENCE);
            desk.effects.request_paste();
        }
        _ => return false,
    }
    true
}

pub(super) fn perform(desk: &mut Desk, action: ClipAction) {
    match action {
        ClipAction::Paste(text) => paste(desk, &text),
        ClipAction::PasteImage(image) => picture(desk, PictureSource::Pixels(image)),
        ClipAction::PictureFile(path) => picture(desk, PictureSource::File(path)),
        ClipAction::MoveTo(cell) => preview::move_to(desk, cell),
        ClipAction::Move(down, right) => preview::move_by(desk, down, right),
        ClipAction::Turn => preview::turn(desk),
        ClipAction::Keep => preview::keep(desk),
        ClipAction::Drop => preview::drop_it(desk),
    }
}

/// While a paste is previewed, a click on the map says where it goes, looking around is free, and anything else
/// drops the preview first. Gives what is still to be done.
pub(super) fn passing(desk: &mut Desk, action: Action) -> Option<Action> {
    if !desk.clipboard.is_previewing() {
        return Some(action);
    }
    match action {
        Action::Map(MapAction::Select(selection)) => {
            selection.cell().map(|cell| Action::Clip(ClipAction::MoveTo(cell)))
        }
        action if looks_around(&action) => Some(action),
        action => {
            preview::drop_it(desk);
            Some(action)
        }
    }
}

const fn looks_around(action: &Action) -> bool {
    use AppCommand as C;
    match action {
        Action::Clip(_) | Action::SetZoom(_) | Action::SetTheme(_) | Action::SetLang(_) => true,
        Action::Do(command) => matches!(
            command,
            C::ZoomIn
                | C::ZoomOut
                | C::ZoomActual
                | C::ZoomFit
                | C::ZoomSelection
                | C::ToggleOutline
                | C::ToggleInspector
        ),
        _ => false,
    }
}

/// The bar of the preview, where there is one.
pub(super) fn show(desk: &mut Desk, ctx: &Context) -> Option<Action> {
    let (theme, lang) = (desk.theme(), desk.lang());
    let view = desk.shown.canvas.view().unwrap_or(ctx.content_rect());
    let preview = desk.clipboard.preview.as_mut()?;
    bar::show(ctx, theme, lang, view, preview).map(Action::Clip)
}

/// Takes in what an effect brought.
pub(super) fn take(desk: &mut Desk, done: Done) {
    match done {
        Done::Picture { target, result: Ok(picture) } => {
            let action = desk.session.as_mut().and_then(|session| clip::put_picture(session, target, picture));
            if run(desk, action, Text::Pasted) {
                desk.toasts.say(Text::PicturePasted.text(desk.lang()), true);
            }
        }
        Done::Picture { result: Err(details), .. } => desk.toasts.say(details, false),
        Done::Drawn(Ok(image)) => {
            desk.effects.copy_image(image);
            say(desk, Text::PictureCopied);
        }
        Done::Drawn(Err(())) => say(desk, Text::PictureTooLarge),
        _ => {}
    }
}

fn say(desk: &mut Desk, text: Text) {
    desk.toasts.say(text.text(desk.lang()), false);
}

// ---- Copying ----

fn copy(desk: &mut Desk, and_cut: bool) {
    let (lang, view) = (desk.lang(), desk.shown.window.view);
    let Some(session) = &mut desk.session else { return };
    let Some(Copied { text, clip, what }) = clip::copy(session, view, lang) else { return };
    let cut = and_cut.then(|| clip::cut(session, view)).flatten();
    let clip = if cut.is_some() { clip.map(|clip| clip.cut_from(session.project())) } else { clip };
    desk.effects.copy_text(text);
    desk.clipboard.turn += 1;
    if let (Some(clip), Some(file)) = (&clip, &desk.clipboard.file) {
        desk.effects.write_clip(clip.clone(), file.clone(), desk.clipboard.turn);
    }
    desk.clipboard.last = clip;
    if and_cut {
        run(desk, cut, Text::Cut);
    } else {
        desk.toasts.say(fill(Text::Copied.text(lang), &[("what", &clip::counted(what, lang))]), false);
    }
}

fn copy_picture(desk: &mut Desk) {
    let scene: Option<Scene> = desk.session.as_ref().and_then(|session| desk.shown.canvas.snip(session));
    if let Some(scene) = scene {
        desk.effects.draw(scene);
    }
}

// ---- Pasting ----

fn paste(desk: &mut Desk, text: &str) {
    desk.clipboard.asked = None;
    let clip = found(desk, text).filter(|clip| fits(desk, clip));
    if desk.session.is_none() || desk.shown.window.view == View::Start {
        return paste_new(desk, clip, text);
    }
    if let Some(clip) = clip {
        return paste_clip(desk, &clip);
    }
    match clip::reading(text) {
        Reading::Nothing => say(desk, Text::NothingToPaste),
        Reading::TooMuch(cells) => too_much(desk, cells),
        _ if desk.shown.window.view != View::Map => say(desk, Text::NoMap),
        reading => paste_text(desk, reading),
    }
}

fn too_much(desk: &mut Desk, cells: usize) {
    let lang = desk.lang();
    desk.toasts.say(fill(Text::TooMuch.text(lang), &[("n", &crate::i18n::grouped(cells as u64))]), false);
}

/// Whether copied values have a lane where the keyboard is: an emotion that is pasted among cards becomes a card.
fn fits(desk: &Desk, clip: &Clip) -> bool {
    let Some(forms) = clip.only_values() else { return true };
    let Some(session) = &desk.session else { return false };
    let focused = crate::app::walk::cell_of(session).and_then(|cell| session.project().lanes.get(cell.lane));
    focused.is_some_and(|lane| forms.contains(&lane.kind.form()))
}

/// The records that went onto the clipboard with a text: of this window, or of the one that copied last.
fn found(desk: &Desk, text: &str) -> Option<Clip> {
    let own = desk.clipboard.last.as_ref().filter(|clip| clip.belongs_to(text)).cloned();
    let others = desk.clipboard.file.as_ref().and_then(|file| between::read(file, text));
    match (own, others) {
        // Our own copy still names what was not copied with it.
        (Some(own), Some(other)) if own.is_same(&other) => Some(own),
        (own, other) => other.or(own),
    }
}

fn paste_clip(desk: &mut Desk, clip: &Clip) {
    let lang = desk.lang();
    let Some(session) = &mut desk.session else { return };
    match (clip.first(), clip::paste_records(session, clip, lang)) {
        (_, None) => say(desk, Text::NoMap),
        (first, action) => {
            if run(desk, action, Text::Pasted) {
                show_pasted(desk, first);
            }
        }
    }
}

/// What was pasted comes into sight.
fn show_pasted(desk: &mut Desk, first: Option<RecordId>) {
    let window = &mut desk.shown.window;
    match first {
        Some(RecordId::Persona(_)) => window.view = View::Personas,
        Some(RecordId::Department(_) | RecordId::Channel(_)) => {}
        _ => {
            window.view = View::Map;
            desk.shown.canvas.wish(Wish::Reveal);
        }
    }
}

/// Runs an action as one step and says what it was; whether it worked.
fn run(desk: &mut Desk, action: Option<actions::Action>, said: Text) -> bool {
    let lang = desk.lang();
    let (Some(action), Some(session)) = (action, &mut desk.session) else { return false };
    let what = match &action.select {
        Some(selection) if said == Text::Pasted && !selection.is_empty() => {
            let kind = selection.primary().map_or(RecordKind::Card, RecordKind::from);
            Some((kind, selection.records().len()))
        }
        _ => None,
    };
    match run_action(session, action) {
        Ok(_) => {
            let label =
                session.undo_label().map(|label| crate::i18n::history::kind_name(label.kind).text(lang).to_owned());
            let what = what.map(|what| clip::counted(what, lang)).or(label).unwrap_or_default();
            desk.toasts.say(fill(said.text(lang), &[("what", &what)]), true);
            true
        }
        Err(error) => refuse(desk, &error),
    }
}

fn refuse(desk: &mut Desk, error: &EditError) -> bool {
    let text = crate::i18n::history::refused_text(error, desk.lang());
    desk.toasts.say(text, false);
    false
}

/// Lines go into the focused cell at once; a table is shown first.
fn paste_text(desk: &mut Desk, reading: Reading) {
    let Some(session) = &mut desk.session else { return };
    let Some(journey) = session.journey() else { return say(desk, Text::NoMap) };
    let focused = match session.selection().primary() {
        Some(RecordId::Card(_)) => None,
        _ => session.selection().cell(),
    };
    let focused = focused.or_else(|| actions::cell_for_card(session));
    let form = focused.and_then(|cell| session.project().lanes.get(cell.lane)).map(|lane| lane.kind.form());
    let takes_cards = matches!(form, Some(LaneForm::Cards | LaneForm::Speech));
    let sheet = match (reading, focused) {
        (Reading::Cards(texts), Some(_)) if takes_cards => {
            let Some(cell) = actions::cell_for_card(session) else { return };
            let before = next_card(session, cell);
            let plan = clip::plan_cards(cell, before, &texts, &mut IdSource::random());
            return keep(desk, &plan);
        }
        (Reading::Cards(texts), _) if form == Some(LaneForm::Touchpoints) || texts.len() == 1 => {
            clip::Sheet::new(vec![vec![texts.join("\n")]])
        }
        // Several values for a lane of values go along the steps.
        (Reading::Cards(texts), _) => return preview::begin(desk, clip::Sheet::new(vec![texts]), focused),
        (Reading::Table(sheet), _) => return preview::begin(desk, sheet, focused),
        (Reading::Nothing | Reading::TooMuch(_), _) => return,
    };
    let project = session.project().clone();
    let spot = Spot { project: &project, journey, cell: focused, lang: desk.lang() };
    let plan = clip::plan_sheet(spot, &sheet, &mut IdSource::random());
    keep(desk, &plan);
}

/// The card after the selected one of a cell: what is pasted goes between them.
fn next_card(session: &Session, cell: Cell) -> Option<CardId> {
    let cards = session.project().cards_in(cell.lane, cell.step);
    let at = cards.iter().position(|card| session.selection().contains(card.id))?;
    cards.get(at + 1).map(|card| card.id)
}

/// Carries a plan out and says what came of it.
fn keep(desk: &mut Desk, plan: &Plan) {
    let lang = desk.lang();
    let left = clip::leftover_lines(plan, lang).join("\n");
    let Some(command) = &plan.command else {
        let said = fill(Text::NothingPlaced.text(lang), &[("what", &left)]);
        desk.toasts.say(said, false);
        return;
    };
    if run_selecting(desk, command, plan) {
        let mut said = fill(Text::Pasted.text(lang), &[("what", &clip::summary(plan, lang))]);
        if !left.is_empty() {
            said = format!("{said}\n{left}");
        }
        desk.toasts.say(said, true);
        desk.shown.canvas.wish(Wish::Reveal);
    }
}

fn run_selecting(desk: &mut Desk, command: &Command, plan: &Plan) -> bool {
    let Some(session) = &mut desk.session else { return false };
    match session.run_selecting(command, clip::selection_after(plan)) {
        Ok(()) => true,
        Err(error) => refuse(desk, &error),
    }
}

// ---- A new project from the clipboard ----

/// Pasting on the start page begins a project: a copied journey or persona, or a table as a map.
fn paste_new(desk: &mut Desk, clip: Option<Clip>, text: &str) {
    let lang = desk.lang();
    if clip.is_none() && is_map_text(text) {
        return update::import_map(desk, Source::Pasted(text.to_owned()));
    }
    match (clip, clip::reading(text)) {
        (Some(clip), _) => {
            let has_map = matches!(clip.first(), Some(RecordId::Journey(_)));
            begin_project(desk, has_map);
            paste_clip(desk, &clip);
        }
        (None, Reading::Table(sheet)) => {
            begin_project(desk, false);
            let plan = table_plan(desk, sheet, lang);
            keep(desk, &plan);
        }
        (None, Reading::TooMuch(cells)) => too_much(desk, cells),
        (None, Reading::Nothing | Reading::Cards(_)) => say(desk, Text::NoTable),
    }
}

fn begin_project(desk: &mut Desk, is_bare: bool) {
    let lang = desk.lang();
    let title = Text::PastedProject.text(lang).to_owned();
    let project = if is_bare {
        Project { info: ProjectInfo { title, ..ProjectInfo::default() }, ..Project::default() }
    } else {
        let blank = actions::blank_project(&mut IdSource::random(), lang);
        Project { info: ProjectInfo { title, ..blank.info }, ..blank }
    };
    update::show_project(desk, project, None);
    if let Some(session) = &mut desk.session {
        // It is in no file yet: closing asks first.
        session.mark_unsaved();
    }
}

fn table_plan(desk: &Desk, sheet: clip::Sheet, lang: Lang) -> Plan {
    let Some(session) = &desk.session else { return Plan::default() };
    let Some(journey) = session.journey() else { return Plan::default() };
    let spot = Spot { project: session.project(), journey, cell: None, lang };
    let sheet = if clip::is_turned(spot, &sheet) { sheet.transposed() } else { sheet };
    clip::plan_sheet(spot, &sheet, &mut IdSource::random())
}

// ---- Pictures ----

fn picture(desk: &mut Desk, source: PictureSource) {
    let (lang, view) = (desk.lang(), desk.shown.window.view);
    let target = desk.session.as_ref().and_then(|session| clip::picture_target(session, view));
    match target {
        Some(target) => desk.effects.picture(target, source, lang),
        None => say(desk, Text::PictureWhere),
    }
}

#[cfg(test)]
mod tests;
