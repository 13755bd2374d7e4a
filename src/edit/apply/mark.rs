//! Setting and clearing an emotion.

use crate::base::IdSource;
use crate::edit::EditError;
use crate::edit::references::{check_references, exists, mark_like};
use crate::model::{AnyRecord, Mark, MarkSource, PersonaId, Project, StepId};

/// Sets the emotion of a step for a persona from a source, or clears it. There is one at most.
pub(super) fn set_mark(
    project: &mut Project,
    (step, persona, source): (StepId, Option<PersonaId>, MarkSource),
    value: Option<f32>,
    ids: &mut IdSource,
) -> Result<(), EditError> {
    exists(project, step)?;
    let existing = mark_like(project, step, persona, source).cloned();
    let Some(value) = value else {
        if let Some(mark) = existing {
            project.marks.remove(mark.id);
        }
        return Ok(());
    };
    let mut mark = existing.unwrap_or_else(|| Mark { persona, ..Mark::new(ids.next(), step, source) });
    if !value.is_finite() {
        return Err(EditError::NotANumber(mark.id.into()));
    }
    mark.value = Mark::on_axis(value, false);
    check_references(project, &AnyRecord::Mark(mark.clone()))?;
    project.marks.put(mark);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::edit::Command;
    use crate::edit::testing::Small;
    use crate::model::MarkSource;

    #[test]
    fn an_emotion_is_set_changed_and_cleared() {
        let mut small = Small::new();
        let step = small.steps[0];
        let source = MarkSource::Agreed;
        for (value, shown) in [(1.0_f32, 1.0), (-7.0, -2.0)] {
            small.run(&Command::SetMark { step, persona: None, source, value: Some(value) }).unwrap();
            assert_eq!(small.project.marks.len(), 1);
            assert!((small.project.mark_of(step, None, source).unwrap().value - shown).abs() < 1e-6);
        }
        let persona = Some(small.persona);
        small.run(&Command::SetMark { step, persona, source, value: Some(0.5) }).unwrap();
        assert_eq!(small.project.marks.len(), 1, "no persona means the journey's first one");
        small.run(&Command::SetMark { step, persona: None, source, value: None }).unwrap();
        assert!(small.project.marks.is_empty());
        let before = small.project.clone();
        small.run(&Command::SetMark { step, persona: None, source, value: None }).unwrap();
        assert!(small.project.same_as(&before));
    }

    #[test]
    fn no_number_is_no_emotion() {
        let mut small = Small::new();
        let step = small.steps[0];
        let command = Command::SetMark { step, persona: None, source: MarkSource::Target, value: Some(f32::NAN) };
        assert!(small.run(&command).is_err());
    }
}
