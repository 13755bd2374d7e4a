//! Adding a record.

use super::edit::checked_values;
use crate::base::Id;
use crate::edit::EditError;
use crate::edit::place::{Placed, put_before};
use crate::edit::references::{check_one_journey, check_only_one, check_parents};
use crate::model::{AnyRecord, Project, RecordId};

/// Adds a record whose parents exist, before a sibling or at the end.
pub(super) fn add(project: &mut Project, record: &AnyRecord, before: Option<RecordId>) -> Result<(), EditError> {
    match checked(project, record)? {
        AnyRecord::Department(r) => add_before(project, r, before),
        AnyRecord::Channel(r) => add_before(project, r, before),
        AnyRecord::Persona(r) => add_before(project, r, before),
        AnyRecord::Journey(r) => add_before(project, r, before),
        AnyRecord::Phase(r) => add_before(project, r, before),
        AnyRecord::Step(r) => add_before(project, r, before),
        AnyRecord::Lane(r) => add_before(project, r, before),
        AnyRecord::Card(r) => add_before(project, r, before),
        AnyRecord::DataSet(r) => add_before(project, r, before),
        AnyRecord::SavedView(r) => add_before(project, r, before),
        record @ (AnyRecord::Mark(_)
        | AnyRecord::Handoff(_)
        | AnyRecord::Link(_)
        | AnyRecord::Alias(_)
        | AnyRecord::Conflict(_)) => add_unordered(project, record, before),
    }
}

/// The record as it may be added: its id is free, its parents are there, its numbers on their scales.
pub(super) fn checked(project: &Project, record: &AnyRecord) -> Result<AnyRecord, EditError> {
    if project.contains(record.id()) {
        return Err(EditError::Exists(record.id()));
    }
    let record = checked_values(record)?;
    check_parents(project, &record)?;
    check_one_journey(project, &record)?;
    check_only_one(project, &record)?;
    Ok(record)
}

fn add_before<T: Placed>(project: &mut Project, record: T, before: Option<RecordId>) -> Result<(), EditError>
where
    RecordId: From<Id<T>>,
    Id<T>: TryFrom<RecordId>,
{
    let before = sibling_id(record.id(), before)?;
    put_before(project, &[record], before)
}

/// The sibling's id as one of the record's own kind.
pub(super) fn sibling_id<T>(record: Id<T>, before: Option<RecordId>) -> Result<Option<Id<T>>, EditError>
where
    RecordId: From<Id<T>>,
    Id<T>: TryFrom<RecordId>,
{
    let Some(before) = before else { return Ok(None) };
    let same_kind = Id::try_from(before).ok();
    same_kind.map(Some).ok_or(EditError::NotBeside { record: record.into(), before })
}

fn add_unordered(project: &mut Project, record: AnyRecord, before: Option<RecordId>) -> Result<(), EditError> {
    if before.is_some() {
        return Err(EditError::Unordered(record.id()));
    }
    project.put(record);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::base::OrderKey;
    use crate::edit::testing::{Small, names_of};
    use crate::edit::{Command, EditError};
    use crate::model::{Card, Phase};

    #[test]
    fn a_new_card_goes_where_it_was_asked() {
        let mut small = Small::new();
        let before = small.cards[1].into();
        let card =
            Card { text: "new".into(), ..Card::new(small.ids.next(), small.lane, small.steps[0], OrderKey::default()) };
        small.run(&Command::Add { record: card.into(), before: Some(before) }).unwrap();
        assert_eq!(names_of(&small.project, small.lane, small.steps[0]), ["a", "new", "b", "c"]);
    }

    #[test]
    fn a_record_without_a_parent_is_refused() {
        let mut small = Small::new();
        let nowhere = small.ids.next();
        let phase = Phase::new(small.ids.next(), nowhere, OrderKey::default());
        let error = small.run(&Command::Add { record: phase.into(), before: None }).unwrap_err();
        assert_eq!(error, EditError::Missing(nowhere.into()));
    }

    #[test]
    fn a_card_cannot_join_two_journeys() {
        let mut small = Small::new();
        let (_, other_step) = small.other_journey();
        let card = Card::new(small.ids.next(), small.lane, other_step, OrderKey::default());
        let error = small.run(&Command::Add { record: card.clone().into(), before: None }).unwrap_err();
        assert_eq!(error, EditError::OtherJourney(card.id.into()));
    }
}
