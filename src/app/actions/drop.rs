//! What dropping cards into a cell comes to. Cards of several cells keep their places to each other.

use super::place::takes_cards;
use super::{Action, batch};
use crate::app::{Cell, Selection, Session};
use crate::base::OrderKey;
use crate::edit::{Command, RecordKind, Verb};
use crate::model::{Card, CardId, LaneId, Project, RecordId, StepId};
use std::collections::BTreeMap;

/// Cards that were dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardDrop {
    /// What was dragged.
    pub cards: Vec<CardId>,
    /// The one that was taken hold of.
    pub held: CardId,
    /// The cell under the pointer.
    pub to: Cell,
    /// The card of that cell that they go before.
    pub before: Option<CardId>,
    /// Whether copies are dropped.
    pub copy: bool,
}

/// What dropping comes to; `None` when nothing of it is there any more.
pub fn drop_cards(session: &mut Session, drop: &CardDrop) -> Option<Action> {
    let places = places(session.project(), drop)?;
    if drop.copy { copied(session, drop, &places) } else { Some(moved(session, drop, &places)) }
}

/// The cells that something lands in.
#[must_use]
pub fn landing_cells(project: &Project, drop: &CardDrop) -> Vec<Cell> {
    places(project, drop).map(|landings| landings.into_keys().collect()).unwrap_or_default()
}

/// The cards of each cell that something lands in, from top to bottom.
type Landings = BTreeMap<Cell, Vec<CardId>>;

/// Every card as far from the held one as before; where one of them would leave the map, all into the one cell.
fn places(project: &Project, drop: &CardDrop) -> Option<Landings> {
    let held = project.cards.get(drop.held)?;
    let journey = project.journey_of_step(drop.to.step)?;
    let steps: Vec<StepId> = project.steps_in_journey(journey).iter().map(|step| step.id).collect();
    let lanes: Vec<LaneId> =
        project.lanes_of(journey).into_iter().filter(|lane| takes_cards(lane)).map(|lane| lane.id).collect();
    let step_at = |id: StepId| steps.iter().position(|step| *step == id);
    let lane_at = |id: LaneId| lanes.iter().position(|lane| *lane == id);
    let by = |from: Option<usize>, to: Option<usize>| Some(to?.cast_signed() - from?.cast_signed());
    let across = by(step_at(held.step), step_at(drop.to.step));
    let down = by(lane_at(held.lane), lane_at(drop.to.lane));
    let shifted = |card: &Card| -> Option<Cell> {
        let step = steps.get(step_at(card.step)?.checked_add_signed(across?)?)?;
        let lane = lanes.get(lane_at(card.lane)?.checked_add_signed(down?)?)?;
        Some(Cell { lane: *lane, step: *step })
    };
    let mut cards: Vec<&Card> = drop.cards.iter().filter_map(|id| project.cards.get(*id)).collect();
    cards.sort_by_key(|card| (lane_at(card.lane), step_at(card.step), card.order.clone(), card.id));
    let together = cards.iter().all(|card| shifted(card).is_some());
    let mut landings = Landings::new();
    for card in cards {
        let cell = shifted(card).filter(|_| together).unwrap_or(drop.to);
        landings.entry(cell).or_default().push(card.id);
    }
    (!landings.is_empty()).then_some(landings)
}

fn moved(session: &Session, drop: &CardDrop, landings: &Landings) -> Action {
    let project = session.project();
    let stays = |cell: &Cell, cards: &[CardId]| {
        *cell != drop.to
            && cards.iter().all(|id| project.cards.get(*id).is_some_and(|c| (c.lane, c.step) == (cell.lane, cell.step)))
    };
    // Dropped into the cell they came from, cards of other cells keep their places.
    let commands = landings.iter().filter(|(cell, cards)| !stays(cell, cards)).map(|(cell, cards)| {
        let before = drop.before.filter(|_| *cell == drop.to);
        Command::MoveCards { cards: cards.clone(), lane: cell.lane, step: cell.step, before }
    });
    let mut selection = session.selection().clone();
    selection.focus(Some(drop.to));
    Action::new(batch(Verb::Move, RecordKind::Card, commands.collect())).selecting(selection)
}

fn copied(session: &mut Session, drop: &CardDrop, landings: &Landings) -> Option<Action> {
    let mut commands = Vec::new();
    let mut copies: Vec<RecordId> = Vec::new();
    for (cell, cards) in landings {
        let before = drop.before.filter(|_| *cell == drop.to).map(Into::into);
        for id in cards {
            let card = session.project().cards.get(*id)?.clone();
            let copy = Card {
                id: session.new_id(),
                lane: cell.lane,
                step: cell.step,
                order: OrderKey::default(),
                origin: None,
                ..card
            };
            copies.push(copy.id.into());
            commands.push(Command::Add { record: copy.into(), before });
        }
    }
    let mut selection = Selection::of(copies);
    selection.focus(Some(drop.to));
    Some(Action::new(batch(Verb::Add, RecordKind::Card, commands)).selecting(selection))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::run_action;
    use crate::app::testing::{add_card, session, texts};

    /// Two lanes by three steps; the cells from left to right, the upper lane first.
    fn cells(session: &Session) -> Vec<Cell> {
        let journey = session.journey().unwrap();
        let project = session.project();
        let steps = project.steps_in_journey(journey);
        let lanes = project.lanes_of(journey).into_iter();
        lanes.flat_map(|lane| steps.iter().map(|step| Cell { lane: lane.id, step: step.id })).collect()
    }

    fn dropped(session: &mut Session, cards: &[CardId], to: Cell, before: Option<CardId>, copy: bool) {
        let drop = CardDrop { cards: cards.to_vec(), held: cards[0], to, before, copy };
        let action = drop_cards(session, &drop).unwrap();
        run_action(session, action).unwrap();
    }

    #[test]
    fn cards_of_several_cells_keep_their_places_to_each_other() {
        let (mut session, _) = session();
        let at = cells(&session);
        let (a, b) = (add_card(&mut session, at[0], "a"), add_card(&mut session, at[4], "b"));
        dropped(&mut session, &[a, b], at[1], None, false);
        assert_eq!((texts(&session, at[1]), texts(&session, at[5])), (vec!["a"], vec!["b"]));
        session.undo();
        assert_eq!((texts(&session, at[0]), texts(&session, at[4])), (vec!["a"], vec!["b"]), "one undo");
    }

    #[test]
    fn where_their_places_do_not_fit_all_go_into_the_one_cell_in_order() {
        let (mut session, _) = session();
        let at = cells(&session);
        let (a, b) = (add_card(&mut session, at[0], "a"), add_card(&mut session, at[1], "b"));
        let x = add_card(&mut session, at[5], "x");
        dropped(&mut session, &[a, b], at[5], Some(x), false);
        assert_eq!(texts(&session, at[5]), ["a", "b", "x"]);
        dropped(&mut session, &[a, b], at[2], None, false);
        assert_eq!(texts(&session, at[2]), ["a", "b"]);
    }

    #[test]
    fn within_their_own_cell_only_the_order_changes() {
        let (mut session, _) = session();
        let at = cells(&session);
        let [a, b, c] = ["a", "b", "c"].map(|text| add_card(&mut session, at[0], text));
        let other = add_card(&mut session, at[4], "other");
        dropped(&mut session, &[c, other], at[0], Some(a), false);
        assert_eq!(texts(&session, at[0]), ["c", "a", "b"]);
        assert_eq!(texts(&session, at[4]), ["other"]);
        let before = session.undo_label();
        dropped(&mut session, &[b], at[0], None, false);
        assert_eq!(session.undo_label(), before);
        assert_eq!(texts(&session, at[0]), ["c", "a", "b"], "dropped where it was, nothing changes");
    }

    #[test]
    fn copies_are_dropped_and_selected_and_the_originals_stay() {
        let (mut session, _) = session();
        let at = cells(&session);
        let (a, b) = (add_card(&mut session, at[0], "a"), add_card(&mut session, at[3], "b"));
        dropped(&mut session, &[a, b], at[2], None, true);
        let now: Vec<Vec<&str>> = at.iter().map(|cell| texts(&session, *cell)).collect();
        assert_eq!(now, [vec!["a"], vec![], vec!["a"], vec!["b"], vec![], vec!["b"]]);
        assert_eq!(session.selection().records().len(), 2);
        assert!(!session.selection().contains(a));
        session.undo();
        assert_eq!(session.project().cards.len(), 2);
    }
}
