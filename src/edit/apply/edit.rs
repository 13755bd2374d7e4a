//! Changing the fields of a record, or what belongs to the project as a whole.

use crate::edit::EditError;
use crate::edit::references::{check_one_journey, check_only_one, check_parents, journey_of};
use crate::model::{AnyRecord, Journey, Mark, Project, ProjectInfo, StepId};
use std::collections::BTreeSet;

/// Replaces title, note and the like.
#[expect(clippy::unnecessary_wraps, reason = "all that the dispatcher calls looks alike")]
pub(super) fn set_info(project: &mut Project, info: &ProjectInfo) -> Result<(), EditError> {
    project.info.clone_from(info);
    Ok(())
}

/// Replaces a record by one with the same id. What is part of a journey stays in that journey.
pub(super) fn edit(project: &mut Project, record: &AnyRecord) -> Result<(), EditError> {
    let old = project.get(record.id()).ok_or(EditError::Missing(record.id()))?;
    let record = checked_values(record)?;
    check_parents(project, &record)?;
    check_one_journey(project, &record)?;
    check_only_one(project, &record)?;
    if journey_of(project, &old) != journey_of(project, &record) {
        return Err(EditError::OtherJourney(record.id()));
    }
    if let (AnyRecord::Journey(old), AnyRecord::Journey(new)) = (&old, &record) {
        keep_feelings(project, old, new);
    }
    project.put(record);
    Ok(())
}

/// Marks of no persona are those of the persona that leads. When another one takes the lead, they stay with
/// whom they were meant for.
fn keep_feelings(project: &mut Project, old: &Journey, new: &Journey) {
    let (Some(before), Some(after)) = (old.personas.first(), new.personas.first()) else { return };
    if before == after {
        return;
    }
    let steps: BTreeSet<StepId> = project.steps_in_journey(old.id).iter().map(|step| step.id).collect();
    let unnamed: Vec<Mark> =
        project.marks.iter().filter(|mark| mark.persona.is_none() && steps.contains(&mark.step)).cloned().collect();
    for mark in unnamed {
        if project.mark_of(mark.step, Some(*before), mark.source).is_none() {
            project.marks.put(Mark { persona: Some(*before), ..mark });
        }
    }
}

/// The record with its numbers on their scales; an error where a number is none.
pub(super) fn checked_values(record: &AnyRecord) -> Result<AnyRecord, EditError> {
    let mut record = record.clone();
    let id = record.id();
    let finite = |value: f32| if value.is_finite() { Ok(value) } else { Err(EditError::NotANumber(id)) };
    match &mut record {
        AnyRecord::Mark(mark) => mark.value = Mark::on_axis(finite(mark.value)?, false),
        AnyRecord::Persona(persona) => {
            if let Some(share) = persona.share_percent {
                persona.share_percent = Some(finite(share)?.clamp(0.0, 100.0));
            }
        }
        _ => {}
    }
    Ok(record)
}

#[cfg(test)]
mod tests {
    use crate::base::OrderKey;
    use crate::edit::testing::Small;
    use crate::edit::{Command, EditError};
    use crate::model::{Card, Journey, MarkSource, Persona, PersonaKind, Phase};

    #[test]
    fn an_edit_that_changes_nothing_is_the_same_snapshot() {
        let mut small = Small::new();
        let before = small.project.clone();
        let card = small.project.cards.get(small.cards[0]).unwrap().clone();
        small.run(&Command::Edit(card.into())).unwrap();
        small.run(&Command::SetInfo(before.info.clone())).unwrap();
        assert!(small.project.same_as(&before));
    }

    #[test]
    fn feelings_stay_with_their_persona_when_another_one_takes_the_lead() {
        let mut small = Small::new();
        let (step, source) = (small.steps[0], MarkSource::Agreed);
        small.run(&Command::SetMark { step, persona: None, source, value: Some(1.5) }).unwrap();
        let other = Persona::new(small.ids.next(), OrderKey::default(), PersonaKind::B2b);
        small.run(&Command::Add { record: other.clone().into(), before: None }).unwrap();
        let journey = small.project.journey_of_step(step).unwrap();
        let journey = small.project.journeys.get(journey).unwrap().clone();
        let personas = vec![other.id, small.persona];
        small.run(&Command::Edit(Journey { personas, ..journey }.into())).unwrap();
        assert!(small.project.mark_of(step, None, source).is_none());
        assert!((small.project.mark_of(step, Some(small.persona), source).unwrap().value - 1.5).abs() < 1e-6);
    }

    #[test]
    fn a_phase_cannot_leave_its_journey() {
        let mut small = Small::new();
        let (journey, _) = small.other_journey();
        let phase = Phase { journey, ..small.project.phases.get(small.phases[0]).unwrap().clone() };
        let error = small.run(&Command::Edit(phase.into())).unwrap_err();
        assert_eq!(error, EditError::OtherJourney(small.phases[0].into()));
    }

    #[test]
    fn a_card_cannot_name_a_department_that_is_not_there() {
        let mut small = Small::new();
        let nobody = small.ids.next();
        let card = Card { author: Some(nobody), ..small.project.cards.get(small.cards[0]).unwrap().clone() };
        assert_eq!(small.run(&Command::Edit(card.into())), Err(EditError::Missing(nobody.into())));
    }

    #[test]
    fn a_share_of_customers_is_at_most_all_of_them() {
        let mut small = Small::new();
        let mut persona = Persona::new(small.ids.next(), OrderKey::default(), PersonaKind::B2c);
        persona.share_percent = Some(120.0);
        small.run(&Command::Add { record: persona.clone().into(), before: None }).unwrap();
        assert_eq!(small.project.personas.get(persona.id).unwrap().share_percent, Some(100.0));
        persona.share_percent = Some(f32::NAN);
        assert_eq!(small.run(&Command::Edit(persona.clone().into())), Err(EditError::NotANumber(persona.id.into())));
    }
}
