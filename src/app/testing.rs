//! A small session for the tests of this layer.

use super::{Cell, Session};
use crate::base::{IdSource, OrderKey};
use crate::edit::Command;
use crate::model::{Card, CardId, Journey, Lane, LaneKind, Phase, Project, Step};

/// A session on a journey of one phase, three steps and two lanes, and its first cell.
pub(super) fn session() -> (Session, Cell) {
    let mut ids = IdSource::seeded(3);
    let mut project = Project::default();
    let keys = OrderKey::spread(None, None, 3);
    let journey = Journey::new(ids.next(), keys[0].clone());
    let phase = Phase::new(ids.next(), journey.id, keys[0].clone());
    let steps = [0, 1, 2].map(|n| Step::new(ids.next(), phase.id, keys[n].clone()));
    let action = Lane::new(ids.next(), journey.id, keys[0].clone(), LaneKind::Action);
    let pain = Lane::new(ids.next(), journey.id, keys[1].clone(), LaneKind::Pain);
    let cell = Cell { lane: action.id, step: steps[0].id };
    project.put(journey.into());
    project.put(phase.into());
    project.put(action.into());
    project.put(pain.into());
    for step in steps {
        project.put(step.into());
    }
    (Session::new(project, None, ids), cell)
}

/// Adds a card at the end of a cell and selects it.
pub(super) fn add_card(session: &mut Session, cell: Cell, text: &str) -> CardId {
    let id = session.new_id();
    let card = Card { text: text.to_owned(), ..Card::new(id, cell.lane, cell.step, OrderKey::default()) };
    session.run_selecting(&Command::Add { record: card.into(), before: None }, [id.into()]).unwrap();
    id
}

/// The texts of a cell's cards.
pub(super) fn texts(session: &Session, cell: Cell) -> Vec<&str> {
    session.project().cards_in(cell.lane, cell.step).iter().map(|card| card.text.as_str()).collect()
}
