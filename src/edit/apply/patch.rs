//! Becoming another version of the document.

use super::edit::checked_values;
use crate::edit::EditError;
use crate::edit::references::check_references;
use crate::model::{Patch, Project};

/// Puts and removes records as they are. What is put must name only what is there afterwards.
pub(super) fn put(project: &mut Project, patch: &Patch) -> Result<(), EditError> {
    if let Some(info) = &patch.info {
        project.info = (**info).clone();
    }
    patch.gone.iter().for_each(|id| project.remove(*id));
    for record in &patch.put {
        project.put(checked_values(record)?);
    }
    patch.put.iter().try_for_each(|record| check_references(project, record))
}

#[cfg(test)]
mod tests {
    use crate::edit::testing::Small;
    use crate::edit::{Command, EditError, Verb};
    use crate::model::Patch;

    #[test]
    fn a_patch_makes_the_other_version() {
        let mut small = Small::new();
        let old = small.project.clone();
        let [a, b, _] = small.cards;
        small
            .run(&Command::MoveCards { cards: vec![a], lane: small.lane, step: small.steps[1], before: None })
            .unwrap();
        small.run(&Command::Delete(vec![b.into()])).unwrap();
        let new = std::mem::replace(&mut small.project, old.clone());
        let patch = Patch::between(&old, &new);
        small.run(&Command::Patch { patch: Box::new(patch), verb: Verb::TakeIn }).unwrap();
        assert_eq!(small.project, new);
        assert!(Patch::between(&new, &small.project).is_empty());
    }

    #[test]
    fn a_patch_that_leaves_something_without_its_step_is_refused() {
        let mut small = Small::new();
        let card = small.project.cards.get(small.cards[0]).unwrap().clone();
        let patch = Patch { put: vec![card.into()], gone: vec![small.steps[0].into()], info: None };
        let refused = small.run(&Command::Patch { patch: Box::new(patch), verb: Verb::Restore });
        assert_eq!(refused, Err(EditError::Missing(small.steps[0].into())));
    }
}
