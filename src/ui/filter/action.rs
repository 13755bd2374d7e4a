//! What the filter bar asks for, and the commands of the table that are about the filter.

use crate::app::actions::{
    delete_tag, duplicate_view, rename_tag, said_by, save_view, selected_cards, set_author, update_view,
};
use crate::app::{AppCommand, MapFilter, run_action};
use crate::edit::Command;
use crate::i18n::fill;
use crate::i18n::filter_bar::{FilterBarText as Text, lost_words};
use crate::model::{DepartmentId, RecordId, SavedViewId};
use crate::ui::desk::Desk;
use crate::ui::filter::Authors;
use crate::ui::update;

/// Something to be done after the frame is drawn.
#[derive(Clone, Debug)]
pub(crate) enum FilterAction {
    /// The filter becomes a saved view, whose name wants to be typed.
    Save,
    /// A view shows the filter as it is now.
    Update(SavedViewId),
    /// A copy of a view.
    Duplicate(SavedViewId),
    /// Shows a view.
    Show(SavedViewId),
    /// The selected cards are written by this department.
    Author(Option<DepartmentId>),
    /// New cards are written by this department.
    Writer(Option<DepartmentId>),
    /// A tag gets another name everywhere.
    RenameTag(String, String),
    /// A tag is taken off everywhere.
    DeleteTag(String),
}

/// Does one.
pub(crate) fn perform(desk: &mut Desk, action: FilterAction) {
    match action {
        FilterAction::Save => save(desk),
        FilterAction::Update(view) => update(desk, view),
        FilterAction::Duplicate(view) => duplicate(desk, view),
        FilterAction::Show(view) => show(desk, view),
        FilterAction::Author(author) => author_of_selection(desk, author),
        FilterAction::Writer(writer) => set_writer(desk, writer),
        FilterAction::RenameTag(tag, name) => {
            run(desk, |desk| Some(rename_tag(desk.session.as_ref()?.project(), &tag, &name)));
        }
        FilterAction::DeleteTag(tag) => run(desk, |desk| Some(delete_tag(desk.session.as_ref()?.project(), &tag))),
    }
}

/// Carries out a command of the table that is about the filter.
pub(crate) fn command(desk: &mut Desk, command: AppCommand) {
    use AppCommand as C;
    let shown = &mut desk.shown;
    match command {
        C::ToggleFilter => shown.filter_bar.open = !shown.filter_bar.open,
        C::ClearFilter => shown.filter.clear(),
        C::ToggleAnswers => shown.filter_bar.answers = !shown.filter_bar.answers,
        C::ClearAnswers => shown.filter.answers = crate::model::FeedbackFilter::default(),
        C::SwitchOthers => shown.filter.switch_others(),
        C::ToggleKnown => shown.filter.known = !shown.filter.known,
        C::SaveView => save(desk),
        C::SetAuthor => desk.authors = Some(Authors::default()),
        C::NextWriter => next_writer(desk),
        C::ShowView1 => show_numbered(desk, 0),
        C::ShowView2 => show_numbered(desk, 1),
        C::ShowView3 => show_numbered(desk, 2),
        C::ShowView4 => show_numbered(desk, 3),
        C::ShowView5 => show_numbered(desk, 4),
        C::ShowView6 => show_numbered(desk, 5),
        C::ShowView7 => show_numbered(desk, 6),
        C::ShowView8 => show_numbered(desk, 7),
        C::ShowView9 => show_numbered(desk, 8),
        _ => {}
    }
}

/// What becomes of what a department said, if a command deletes one.
pub(crate) fn farewell(desk: &Desk, command: &Command) -> Option<String> {
    let Command::Delete(records) = command else { return None };
    let [RecordId::Department(id)] = records[..] else { return None };
    let project = desk.session.as_ref()?.project();
    let (department, said) = (project.departments.get(id)?, said_by(project, id));
    let values =
        [("name", &*department.name), ("cards", &said.cards.to_string()), ("points", &said.points.to_string())];
    Some(fill(Text::DeletedDepartment.text(desk.lang()), &values))
}

/// Everything was selected: under a filter that is what it brings forward.
pub(crate) fn narrow(desk: &mut Desk) {
    if let Some(session) = &mut desk.session {
        desk.shown.filter.narrow_selection(session, true);
    }
}

/// After every frame: the filter lets go of what is not in the document any more, and nothing that it leaves out
/// stays selected. A card that was just made says that it is out of sight.
pub(crate) fn settle(desk: &mut Desk) {
    let Some(session) = &mut desk.session else { return };
    desk.shown.filter.settle(session.project());
    if !desk.shown.filter.is_on() {
        return;
    }
    let before = session.selection().primary();
    desk.shown.filter.narrow_selection(session, false);
    let lost = before.filter(|record| !session.selection().contains(*record));
    let is_new = matches!(lost, Some(RecordId::Card(_))) && session.undo_label().is_some_and(is_about_new_card);
    if is_new {
        desk.toasts.say(Text::NewIsOut.text(desk.lang()).to_owned(), false);
    }
}

fn is_about_new_card(label: crate::edit::Label) -> bool {
    label.kind == crate::edit::RecordKind::Card && label.verb == crate::edit::Verb::Add
}

fn run(desk: &mut Desk, command: impl FnOnce(&Desk) -> Option<Command>) {
    if let Some(command) = command(desk) {
        update::in_session(desk, |session| session.run(&command));
    }
}

fn save(desk: &mut Desk) {
    let lang = desk.lang();
    desk.shown.filter_bar.open = true;
    let (filter, Some(session)) = (&mut desk.shown.filter, &mut desk.session) else { return };
    if !filter.is_on() {
        desk.toasts.say(Text::ChooseFirst.text(lang).to_owned(), false);
        return;
    }
    let (view, action) = save_view(session, &filter.cards, &filter.answers, lang);
    filter.view = Some(view);
    desk.shown.filter_bar.naming = Some(view);
    update::in_session(desk, |session| run_action(session, action).map(|_| ()));
}

fn update(desk: &mut Desk, view: SavedViewId) {
    desk.shown.filter.view = Some(view);
    run(desk, |desk| {
        let MapFilter { cards, answers, .. } = &desk.shown.filter;
        update_view(desk.session.as_ref()?.project(), view, cards, answers)
    });
}

fn duplicate(desk: &mut Desk, view: SavedViewId) {
    let lang = desk.lang();
    let Some((copy, action)) = desk.session.as_mut().and_then(|session| duplicate_view(session, view, lang)) else {
        return;
    };
    if update::in_session(desk, |session| run_action(session, action).map(|_| ())) {
        show(desk, copy);
        desk.shown.filter_bar.open = true;
        desk.shown.filter_bar.naming = Some(copy);
    }
}

/// Shows a view: its journey, its filter. What it lost is said.
fn show(desk: &mut Desk, view: SavedViewId) {
    let lang = desk.lang();
    let Some(view) = desk.session.as_ref().and_then(|session| session.project().views.get(view)).cloned() else {
        return;
    };
    desk.shown.window.view = crate::app::View::Map;
    desk.shown.filter.choose(&view);
    if let (Some(session), Some(journey)) = (&mut desk.session, view.journey) {
        session.show_journey(journey);
    }
    if !view.lost.is_empty() {
        desk.toasts.say(lost_words(&view, lang), false);
    }
}

fn show_numbered(desk: &mut Desk, number: usize) {
    let views = desk.session.as_ref().map(|session| session.project().views_in_order());
    if let Some(view) = views.and_then(|views| views.get(number).map(|view| view.id)) {
        show(desk, view);
    }
}

fn author_of_selection(desk: &mut Desk, author: Option<DepartmentId>) {
    let action = desk.session.as_ref().and_then(|session| set_author(session, author));
    if let Some(action) = action {
        update::in_session(desk, |session| run_action(session, action).map(|_| ()));
    }
}

fn set_writer(desk: &mut Desk, writer: Option<DepartmentId>) {
    if let Some(session) = &mut desk.session {
        session.set_writer(writer);
    }
}

/// The next department in the list, after the last one nobody.
fn next_writer(desk: &mut Desk) {
    let lang = desk.lang();
    let Some(session) = &mut desk.session else { return };
    let all: Vec<Option<DepartmentId>> = session.project().departments_in_order().iter().map(|d| Some(d.id)).collect();
    let at = all.iter().position(|department| *department == session.writer()).map_or(0, |at| at + 1);
    session.set_writer(all.get(at).copied().flatten());
    let said = super::author::writer_words(session.project(), session.writer(), lang);
    desk.toasts.say(said, false);
}

/// How many cards the picker of an author is about.
pub(super) fn selected_count(desk: &Desk) -> usize {
    desk.session.as_ref().map_or(0, |session| selected_cards(session).count())
}
