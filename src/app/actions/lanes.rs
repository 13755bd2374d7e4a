//! Lanes as a whole: hiding, collapsing, bringing back, switching kinds of the lane table on and off.

use super::add::add_lane_of;
use super::place::selected_lane;
use super::{Action, batch};
use crate::app::{Selection, Session};
use crate::base::OrderKey;
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::Lang;
use crate::model::{AnyRecord, Lane, LaneId, LaneKind, RecordId};

/// Collapses the selected lanes to thin rows; where all of them are collapsed, opens them.
#[must_use]
pub fn collapse_lanes(session: &Session) -> Option<Action> {
    let lanes = meant_lanes(session);
    let collapsed = lanes.iter().any(|lane| !lane.collapsed);
    let action = Action::new(edits(lanes.into_iter().map(|lane| Lane { collapsed, ..lane }))?);
    Some(action.selecting(session.selection().clone()))
}

/// Collapses one lane, or opens it.
#[must_use]
pub fn toggle_collapsed(session: &Session, lane: LaneId) -> Option<Action> {
    let lane = session.project().lanes.get(lane)?.clone();
    Some(Action::new(Command::Edit(Lane { collapsed: !lane.collapsed, ..lane }.into())))
}

/// Takes the selected lanes off the map. Nothing in them is lost.
#[must_use]
pub fn hide_lanes(session: &Session) -> Option<Action> {
    let lanes = meant_lanes(session);
    let hidden = edits(lanes.into_iter().map(|lane| Lane { hidden: true, ..lane }))?;
    Some(Action::new(hidden).selecting(Selection::default()))
}

/// Shows all lanes of the journey, at their full height.
#[must_use]
pub fn show_all_lanes(session: &Session) -> Option<Action> {
    let lanes = session.project().lanes_of(session.journey()?);
    let unseen = lanes.into_iter().filter(|lane| lane.hidden || lane.collapsed);
    let shown = edits(unseen.map(|lane| Lane { hidden: false, collapsed: false, ..lane.clone() }))?;
    Some(Action::new(shown).selecting(session.selection().clone()))
}

/// Shows a kind of lane, or hides it where it is shown. A new one takes its place in the order of the lane table.
pub fn toggle_lane_kind(session: &mut Session, kind: LaneKind, lang: Lang) -> Option<Action> {
    let journey = session.journey()?;
    let of_kind = session.project().lanes_of(journey).into_iter().filter(|lane| lane.kind == kind);
    let shown: Vec<Lane> = of_kind.filter(|lane| !lane.hidden).cloned().collect();
    if !shown.is_empty() {
        return Some(Action::new(edits(shown.into_iter().map(|lane| Lane { hidden: true, ..lane }))?));
    }
    let mut action = add_lane_of(session, kind, lang)?;
    if let Command::Add { before, .. } = &mut action.command {
        let later = |other: &LaneKind| place_in_table(*other) > place_in_table(kind);
        let lanes = session.project().lanes_of(journey);
        *before = lanes.into_iter().find(|lane| later(&lane.kind)).map(|lane| lane.id.into());
    }
    Some(Action { edit_text: None, ..action })
}

/// Shows a lane, or hides it.
#[must_use]
pub fn toggle_lane(session: &Session, lane: LaneId) -> Option<Action> {
    let lane = session.project().lanes.get(lane)?.clone();
    Some(Action::new(Command::Edit(Lane { hidden: !lane.hidden, ..lane }.into())))
}

/// A lane of the team's own, under a name, at the end.
pub fn add_named_lane(session: &mut Session, title: &str) -> Option<Action> {
    let journey = session.journey()?;
    let id = session.new_id();
    let title = title.trim().to_owned();
    let lane = Lane { title, ..Lane::new(id, journey, OrderKey::default(), LaneKind::Custom) };
    (!lane.title.is_empty()).then(|| Action::new(super::add_at_end(lane)).selecting([id.into()]))
}

fn place_in_table(kind: LaneKind) -> usize {
    LaneKind::ALL.iter().position(|other| *other == kind).unwrap_or(usize::MAX)
}

/// The selected lanes, else that of the selected or focused cell.
#[must_use]
pub fn meant_lanes(session: &Session) -> Vec<Lane> {
    let project = session.project();
    let selected = session.selection().records().iter();
    let ids = selected.filter_map(|record| if let RecordId::Lane(lane) = record { Some(*lane) } else { None });
    let mut lanes: Vec<Lane> = ids.filter_map(|id| project.lanes.get(id)).cloned().collect();
    if lanes.is_empty() {
        lanes.extend(selected_lane(session).and_then(|lane| project.lanes.get(lane)).cloned());
    }
    lanes
}

fn edits(lanes: impl Iterator<Item = Lane>) -> Option<Command> {
    let commands: Vec<Command> = lanes.map(|lane| Command::Edit(AnyRecord::Lane(lane))).collect();
    (!commands.is_empty()).then(|| batch(Verb::Edit, RecordKind::Lane, commands))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session, texts};
    use crate::app::{AppCommand, perform, run_action};

    fn kinds(session: &Session) -> Vec<(LaneKind, bool)> {
        let lanes = session.project().lanes_of(session.journey().unwrap());
        lanes.into_iter().map(|lane| (lane.kind, lane.hidden)).collect()
    }

    fn toggle(session: &mut Session, kind: LaneKind) {
        let action = toggle_lane_kind(session, kind, Lang::En).unwrap();
        run_action(session, action).unwrap();
    }

    #[test]
    fn a_hidden_lane_keeps_its_cards_and_comes_back_in_its_place() {
        let (mut session, cell) = session();
        add_card(&mut session, cell, "a");
        perform(&mut session, AppCommand::HideLane, Lang::En).unwrap();
        assert_eq!(kinds(&session), [(LaneKind::Action, true), (LaneKind::Pain, false)]);
        assert!(session.selection().is_empty());
        toggle(&mut session, LaneKind::Action);
        assert_eq!(kinds(&session), [(LaneKind::Action, false), (LaneKind::Pain, false)]);
        assert_eq!(texts(&session, cell), ["a"]);
    }

    #[test]
    fn a_lane_of_the_table_takes_its_place_in_the_order_of_the_table() {
        use LaneKind::{Action, Backstage, Emotion, Goal, Pain};
        let (mut session, _) = session();
        for kind in [LaneKind::Backstage, LaneKind::Goal, LaneKind::Emotion] {
            toggle(&mut session, kind);
        }
        let order: Vec<LaneKind> = kinds(&session).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(order, [Goal, Action, Emotion, Pain, Backstage]);
        toggle(&mut session, LaneKind::Emotion);
        assert!(kinds(&session).contains(&(LaneKind::Emotion, true)), "a second click hides it");
    }

    #[test]
    fn a_lane_is_collapsed_and_opened_by_one_command() {
        let (mut session, cell) = session();
        session.select(Selection::of_cell(cell));
        let collapsed = |session: &Session| session.project().lanes.get(cell.lane).unwrap().collapsed;
        for expected in [true, false, true] {
            perform(&mut session, AppCommand::CollapseLane, Lang::En).unwrap();
            assert_eq!(collapsed(&session), expected);
        }
        perform(&mut session, AppCommand::ShowAllLanes, Lang::En).unwrap();
        assert!(!collapsed(&session));
    }

    #[test]
    fn a_lane_of_ones_own_needs_a_name() {
        let (mut session, _) = session();
        assert!(add_named_lane(&mut session, "  ").is_none());
        let action = add_named_lane(&mut session, " Rules ").unwrap();
        run_action(&mut session, action).unwrap();
        assert!(session.project().lanes.iter().any(|lane| lane.title == "Rules"));
    }
}
