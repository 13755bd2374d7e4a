//! Adding many records at once.

use super::add::{add, checked};
use crate::base::OrderKey;
use crate::edit::EditError;
use crate::model::{AnyRecord, LaneId, Project, StepId};
use std::collections::HashMap;

/// The last order key of each cell.
type Ends = HashMap<(LaneId, StepId), OrderKey>;

/// Adds records, parents first, each at the end of its siblings. Cards, of which there can be thousands, find
/// the end of their cell in a list made once.
pub(super) fn add_all(project: &mut Project, records: &[AnyRecord]) -> Result<(), EditError> {
    let mut ends = ends(project);
    for record in records {
        if let AnyRecord::Card(_) = record {
            add_card(project, record, &mut ends)?;
        } else {
            add(project, record, None)?;
        }
    }
    Ok(())
}

fn ends(project: &Project) -> Ends {
    let mut ends = Ends::new();
    for card in project.cards.iter() {
        let end = ends.entry((card.lane, card.step)).or_insert_with(|| card.order.clone());
        if *end < card.order {
            end.clone_from(&card.order);
        }
    }
    ends
}

fn add_card(project: &mut Project, record: &AnyRecord, ends: &mut Ends) -> Result<(), EditError> {
    let AnyRecord::Card(mut card) = checked(project, record)? else { return Ok(()) };
    let cell = (card.lane, card.step);
    card.order = OrderKey::between(ends.get(&cell), None);
    ends.insert(cell, card.order.clone());
    project.put(card.into());
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::base::OrderKey;
    use crate::edit::testing::{Small, names_of};
    use crate::edit::{Command, EditError};
    use crate::model::{AnyRecord, Card, Step};

    #[test]
    fn many_cards_stand_in_their_order_after_those_that_were_there() {
        let mut small = Small::new();
        let (lane, first) = (small.lane, small.steps[0]);
        let step = Step::new(small.ids.next(), small.phases[0], OrderKey::default());
        let mut records: Vec<AnyRecord> = vec![step.clone().into()];
        for (at, text) in [(first, "d"), (step.id, "x"), (first, "e"), (step.id, "y")] {
            let card = Card::new(small.ids.next(), lane, at, OrderKey::default());
            records.push(Card { text: text.into(), ..card }.into());
        }
        small.run(&Command::AddAll(records)).unwrap();
        assert_eq!(names_of(&small.project, lane, first), ["a", "b", "c", "d", "e"]);
        assert_eq!(names_of(&small.project, lane, step.id), ["x", "y"]);
    }

    #[test]
    fn a_card_without_its_step_is_refused_and_nothing_is_added() {
        let mut small = Small::new();
        let nowhere = small.ids.next();
        let before = small.project.clone();
        let good = Card::new(small.ids.next(), small.lane, small.steps[0], OrderKey::default());
        let bad = Card::new(small.ids.next(), small.lane, nowhere, OrderKey::default());
        let error = small.run(&Command::AddAll(vec![good.into(), bad.into()])).unwrap_err();
        assert_eq!(error, EditError::Missing(nowhere.into()));
        assert!(small.project.same_as(&before));
    }
}
