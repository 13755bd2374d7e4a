//! What the commands of the comparison do: make the to-be, change the view, go from change to change.

use crate::app::actions;
use crate::app::changes::Target;
use crate::app::{AppCommand, MapView, Selection, View, run_action};
use crate::i18n::compare::CompareText as Text;
use crate::i18n::fill;
use crate::model::{JourneyId, RecordId};
use crate::ui::canvas::Wish;
use crate::ui::desk::Desk;
use crate::ui::update::refused;

/// Makes the to-be of a journey and shows it over the as-is, so that what is changed from then on is marked.
pub(crate) fn make_to_be(desk: &mut Desk, as_is: JourneyId) {
    let lang = desk.lang();
    let Some(session) = &mut desk.session else { return };
    let Some(action) = actions::make_to_be(session, as_is, lang) else { return };
    if let Err(error) = run_action(session, action) {
        refused(desk, &error);
        return;
    }
    let title = session.journey().and_then(|id| session.project().journeys.get(id)).map(|made| made.title.clone());
    let said = fill(Text::ToBeMade.text(lang), &[("name", &title.unwrap_or_default())]);
    desk.toasts.say(said, true);
    desk.shown.window.view = View::Map;
    desk.shown.compare.chosen = None;
    desk.shown.compare.view = MapView::Overlaid;
}

/// Does a command of the comparison; whether it was one.
pub(crate) fn perform(desk: &mut Desk, command: AppCommand) -> bool {
    use AppCommand as C;
    let Some((journey, pair)) = pair(desk) else { return false };
    match command {
        C::CompareAsIs => show(desk, MapView::Alone, Some(pair.0)),
        C::CompareToBe => show(desk, MapView::Alone, Some(pair.1)),
        C::CompareBeside => show(desk, MapView::Beside, Some(journey)),
        C::CompareOverlaid => show(desk, MapView::Overlaid, Some(pair.1)),
        C::ShowChanges => {
            let compare = &mut desk.shown.compare;
            compare.list = !compare.list;
            compare.list_wants_focus = compare.list;
        }
        C::NextChange => step(desk, pair, true),
        C::PreviousChange => step(desk, pair, false),
        C::BringBack => match missing(desk, pair) {
            Some(record) => bring_back(desk, record),
            None => desk.toasts.say(Text::NothingToBringBack.text(desk.lang()), false),
        },
        _ => return false,
    }
    true
}

fn pair(desk: &Desk) -> Option<(JourneyId, (JourneyId, JourneyId))> {
    let session = desk.session.as_ref()?;
    let journey = session.journey()?;
    Some((journey, desk.shown.compare.pair(session.project(), journey)?))
}

/// Shows the map in another way, and another journey of the pair.
pub(crate) fn show(desk: &mut Desk, view: MapView, journey: Option<JourneyId>) {
    desk.shown.compare.view = view;
    if let (Some(session), Some(journey)) = (&mut desk.session, journey)
        && session.journey() != Some(journey)
    {
        session.show_journey(journey);
        session.select(Selection::default());
    }
}

/// Two journeys that somebody wants to compare; none goes back to an as-is and its to-be.
pub(crate) fn choose_pair(desk: &mut Desk, pair: Option<(JourneyId, JourneyId)>) {
    desk.shown.compare.chosen = pair;
    if pair.is_some() {
        desk.shown.compare.view = MapView::Beside;
    }
}

/// To the next or previous thing that differs, round and round.
fn step(desk: &mut Desk, pair: (JourneyId, JourneyId), is_forward: bool) {
    let lang = desk.lang();
    let Some(session) = &desk.session else { return };
    let Some(found) = desk.shown.compare.found(session, pair, lang) else { return };
    let stops = &found.list.stops;
    let at = desk.shown.compare.at.and_then(|at| stops.iter().position(|stop| *stop == at));
    let next = match (at, is_forward) {
        (None, true) => 0,
        (None, false) => stops.len().saturating_sub(1),
        (Some(at), true) => (at + 1) % stops.len(),
        (Some(at), false) => (at + stops.len() - 1) % stops.len(),
    };
    match stops.get(next).copied() {
        Some(target) => jump(desk, target),
        None => desk.toasts.say(Text::NoMoreChanges.text(lang).to_owned(), false),
    }
}

/// Brings what a line of the list is about into sight and selects it, on the map that has it.
pub(crate) fn jump(desk: &mut Desk, target: Target) {
    let Some((journey, pair)) = pair(desk) else { return };
    desk.shown.compare.at = Some(target);
    desk.shown.window.view = View::Map;
    let is_beside = desk.shown.compare.view == MapView::Beside;
    match (target.to_be, target.as_is) {
        (Some(record), _) if journey == pair.0 && is_beside && target.as_is.is_some() => {
            select(desk, target.as_is.unwrap_or(record));
        }
        (Some(record), _) => {
            if journey != pair.1 {
                let view = if is_beside { MapView::Beside } else { MapView::Overlaid };
                show(desk, view, Some(pair.1));
            }
            select(desk, record);
        }
        (None, Some(record)) if is_beside => {
            show(desk, MapView::Beside, Some(pair.0));
            select(desk, record);
        }
        // What went is shown where it was, under the to-be.
        (None, Some(record)) => {
            show(desk, MapView::Overlaid, Some(pair.1));
            if let Some(session) = &mut desk.session {
                session.select(Selection::default());
            }
            desk.shown.canvas.wish(Wish::RevealRecord(record));
        }
        (None, None) => {}
    }
}

/// What only the as-is has and the person means: what was clicked or gone to, else what is selected in the as-is.
fn missing(desk: &Desk, pair: (JourneyId, JourneyId)) -> Option<RecordId> {
    let session = desk.session.as_ref()?;
    let gone_to = desk.shown.compare.at.filter(|at| at.to_be.is_none()).and_then(|at| at.as_is);
    let selected = || session.selection().primary().filter(|_| session.journey() == Some(pair.0));
    gone_to.filter(|record| session.project().contains(*record)).or_else(selected)
}

/// Brings it into the to-be again, which is shown with it selected.
pub(crate) fn bring_back(desk: &mut Desk, record: RecordId) {
    let Some((_, pair)) = pair(desk) else { return };
    let lang = desk.lang();
    let Some(session) = &mut desk.session else { return };
    let Some(action) = actions::bring_back(session, pair, record) else {
        desk.toasts.say(Text::NothingToBringBack.text(lang), false);
        return;
    };
    if session.journey() != Some(pair.1) {
        session.show_journey(pair.1);
    }
    if let Err(error) = run_action(session, action) {
        refused(desk, &error);
        return;
    }
    desk.shown.compare.at = None;
    desk.toasts.say(Text::BroughtBack.text(lang), true);
    desk.shown.canvas.wish(Wish::Reveal);
}

/// Something that only the as-is has was clicked: it is what is brought back.
pub(crate) fn meet(desk: &mut Desk, record: RecordId) {
    desk.shown.compare.at = Some(Target { as_is: Some(record), to_be: None });
}

fn select(desk: &mut Desk, record: RecordId) {
    if let Some(session) = &mut desk.session {
        session.select(Selection::of([record]));
    }
    desk.shown.canvas.wish(Wish::RevealRecord(record));
}
