//! The whole service blueprint at once: evidence, frontstage, backstage and support, in their order.

use super::presets::BLUEPRINT;
use super::{Action, batch};
use crate::app::Session;
use crate::base::OrderKey;
use crate::edit::{Command, RecordKind, Verb};
use crate::model::{Lane, LaneId, LaneKind};

/// Adds the lanes that are missing and shows those that are hidden; `None` when all are there. Evidence stands above
/// what the customer does, the others below each other at the end or beside those that are there.
pub(crate) fn add_blueprint(session: &mut Session) -> Option<Action> {
    let journey = session.journey()?;
    let mut lanes: Vec<Lane> = session.project().lanes_of(journey).into_iter().cloned().collect();
    let mut commands = Vec::new();
    for kind in BLUEPRINT {
        match lanes.iter().find(|lane| lane.kind == kind) {
            Some(lane) if !lane.hidden => {}
            Some(lane) => commands.push(Command::Edit(Lane { hidden: false, ..lane.clone() }.into())),
            None => {
                let at = place(&lanes, kind);
                let lane = Lane::new(session.new_id(), journey, OrderKey::default(), kind);
                let before = lanes.get(at).map(|lane| lane.id.into());
                commands.push(Command::Add { record: lane.clone().into(), before });
                lanes.insert(at, lane);
            }
        }
    }
    let first: LaneId = lanes.iter().find(|lane| lane.kind == LaneKind::Frontstage)?.id;
    (!commands.is_empty()).then(|| Action::new(batch(Verb::Add, RecordKind::Lane, commands)).selecting([first.into()]))
}

fn place(lanes: &[Lane], kind: LaneKind) -> usize {
    let of = |kind: LaneKind| lanes.iter().position(|lane| lane.kind == kind);
    if kind == LaneKind::Evidence {
        return of(LaneKind::Action).unwrap_or(0);
    }
    let at = BLUEPRINT.iter().position(|other| *other == kind).unwrap_or(0);
    let above = BLUEPRINT[1..at.max(1)].iter().rev().find_map(|kind| of(*kind)).map(|at| at + 1);
    let below = || BLUEPRINT[at + 1..].iter().find_map(|kind| of(*kind));
    above.or_else(below).unwrap_or(lanes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::session;
    use crate::app::{AppCommand, Outcome, perform};
    use crate::i18n::Lang;

    fn kinds(session: &Session) -> Vec<LaneKind> {
        session.project().lanes_of(session.journey().unwrap()).iter().map(|lane| lane.kind).collect()
    }

    #[test]
    fn the_whole_blueprint_comes_in_its_order_and_in_one_step() {
        use LaneKind::{Action, Backstage, Evidence, Frontstage, Pain, Support};
        let (mut session, _) = session();
        perform(&mut session, AppCommand::AddBlueprint, Lang::En).unwrap();
        assert_eq!(kinds(&session), [Evidence, Action, Pain, Frontstage, Backstage, Support]);
        assert_eq!(perform(&mut session, AppCommand::AddBlueprint, Lang::En), Ok(Outcome::Nothing));
        session.undo();
        assert_eq!(kinds(&session), [Action, Pain]);
    }

    #[test]
    fn missing_lanes_go_beside_those_that_are_there_and_hidden_ones_come_back() {
        use LaneKind::{Action, Backstage, Evidence, Frontstage, Pain, Support};
        let (mut session, _) = session();
        let journey = session.journey().unwrap();
        let first = session.project().lanes_of(journey)[0].id;
        let backstage = Lane { hidden: true, ..Lane::new(session.new_id(), journey, OrderKey::default(), Backstage) };
        session.run(&Command::Add { record: backstage.into(), before: Some(first.into()) }).unwrap();
        perform(&mut session, AppCommand::AddBlueprint, Lang::En).unwrap();
        assert_eq!(kinds(&session), [Frontstage, Backstage, Support, Evidence, Action, Pain]);
        assert!(session.project().lanes_of(journey).iter().all(|lane| !lane.hidden));
    }
}
