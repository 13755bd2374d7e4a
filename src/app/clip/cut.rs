//! What a cut took out of the document, so that pasting brings it back as itself: with its ids, known to those that
//! named it.

use crate::model::{AnyRecord, Project, RecordId, References as _};
use std::collections::BTreeSet;

/// What was cut.
#[derive(Clone, Debug, Default)]
pub(super) struct Cut {
    /// What went.
    ids: BTreeSet<RecordId>,
    /// What named it without being part of it, as it was before: an opportunity that answers a pain, the name under
    /// which a survey knows a step.
    named_by: Vec<AnyRecord>,
}

impl Cut {
    /// Of a document from which the records of `carried` are about to go.
    pub(super) fn of(project: &Project, cut: BTreeSet<RecordId>) -> Self {
        let names_one = |record: &AnyRecord| {
            let mut found = false;
            record.references(&mut |reference| found |= cut.contains(&reference.target));
            found
        };
        let others = project.ids().filter(|id| !cut.contains(id)).filter_map(|id| project.get(id));
        let named_by = others.filter(names_one).collect();
        Self { ids: cut, named_by }
    }

    /// Whether a record was cut and is in the document no more: it comes back as itself.
    pub(super) fn returns(&self, id: RecordId, target: &Project) -> bool {
        self.ids.contains(&id) && !target.contains(id)
    }

    /// What names those again that are back.
    pub(super) fn restored(&self, target: &Project, back: &BTreeSet<RecordId>) -> (Vec<AnyRecord>, Vec<AnyRecord>) {
        let (mut edits, mut added) = (Vec::new(), Vec::new());
        let known = |id: RecordId| target.contains(id) || back.contains(&id);
        for before in &self.named_by {
            match (target.get(before.id()), before) {
                (Some(now), _) => edits.extend(self.naming_again(now, before, &known)),
                // A survey still calls the step by this name.
                (None, AnyRecord::Alias(alias)) if back.contains(&alias.step.into()) => added.push(before.clone()),
                _ => {}
            }
        }
        (edits, added)
    }

    /// A record that names what is back as it did before; `None` when it does already, or says something else now.
    fn naming_again(&self, now: AnyRecord, before: &AnyRecord, known: &dyn Fn(RecordId) -> bool) -> Option<AnyRecord> {
        let mut again = before.clone();
        again.forget_unknown(known);
        let mut bare = before.clone();
        bare.forget_unknown(&|id| !self.ids.contains(&id));
        if bare == now {
            return (again != now).then_some(again);
        }
        // It was edited meanwhile: only what it answers is added.
        let (AnyRecord::Card(mut card), AnyRecord::Card(again)) = (now, again) else { return None };
        let missing: Vec<_> = again.opportunity.answers;
        let missing = missing.into_iter().filter(|id| self.ids.contains(&RecordId::from(*id)));
        let before = card.opportunity.answers.len();
        for answer in missing {
            if !card.opportunity.answers.contains(&answer) {
                card.opportunity.answers.push(answer);
            }
        }
        (card.opportunity.answers.len() > before).then_some(card.into())
    }
}
