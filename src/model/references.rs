//! What each record names: the parents it cannot do without, and the rest.

use super::{
    Alias, Card, Channel, Conflict, DataSet, Department, Field, Handoff, Journey, Lane, Link, Mark, MarkSource,
    Persona, Phase, RecordId, SavedView, Step,
};

/// A reference from one record to another.
pub(crate) struct Reference {
    pub field: Field,
    pub target: RecordId,
    /// Whether the record makes no sense without the other one.
    pub is_needed: bool,
}

/// Calls `found` with every reference of a record.
pub(crate) trait References {
    /// Parents first.
    fn references(&self, found: &mut dyn FnMut(Reference));

    /// Drops the references it can do without and that are not `known`.
    fn forget_unknown(&mut self, _known: &dyn Fn(RecordId) -> bool) {}
}

fn needed(field: Field, target: impl Into<RecordId>) -> Reference {
    Reference { field, target: target.into(), is_needed: true }
}

fn optional(field: Field, target: impl Into<RecordId>) -> Reference {
    Reference { field, target: target.into(), is_needed: false }
}

fn keep_one<T: Copy + Into<RecordId>>(field: &mut Option<T>, known: &dyn Fn(RecordId) -> bool) {
    *field = field.filter(|id| known((*id).into()));
}

fn keep_in<T: Copy + Into<RecordId>>(list: &mut Vec<T>, known: &dyn Fn(RecordId) -> bool) {
    list.retain(|id| known((*id).into()));
}

/// A conflict whose record is gone is out of sight, and no damage.
impl References for Conflict {
    fn references(&self, _found: &mut dyn FnMut(Reference)) {}
}

impl References for Department {
    fn references(&self, _found: &mut dyn FnMut(Reference)) {}
}

impl References for DataSet {
    fn references(&self, _found: &mut dyn FnMut(Reference)) {}
}

impl References for Channel {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        self.shares_identity_with.iter().for_each(|id| found(optional(Field::SharesIdentityWith, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        keep_in(&mut self.shares_identity_with, known);
    }
}

impl References for Persona {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        self.channels.iter().for_each(|liked| found(optional(Field::Channels, liked.channel)));
        self.owner.iter().for_each(|id| found(optional(Field::Owner, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        self.channels.retain(|liked| known(liked.channel.into()));
        keep_one(&mut self.owner, known);
    }
}

impl References for Journey {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        self.personas.iter().for_each(|id| found(optional(Field::Persona, *id)));
        self.as_is.iter().for_each(|id| found(optional(Field::AsIs, *id)));
        self.owner.iter().for_each(|id| found(optional(Field::Owner, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        keep_in(&mut self.personas, known);
        keep_one(&mut self.as_is, known);
        keep_one(&mut self.owner, known);
    }
}

impl References for Phase {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::Journey, self.journey));
        self.origin.iter().for_each(|id| found(optional(Field::Origin, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        keep_one(&mut self.origin, known);
    }
}

impl References for Lane {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::Journey, self.journey));
        self.origin.iter().for_each(|id| found(optional(Field::Origin, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        keep_one(&mut self.origin, known);
    }
}

impl References for Step {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::Phase, self.phase));
        self.touchpoint.channels.iter().for_each(|id| found(optional(Field::Channels, *id)));
        self.touchpoint.owner.iter().for_each(|id| found(optional(Field::Owner, *id)));
        self.origin.iter().for_each(|id| found(optional(Field::Origin, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        keep_in(&mut self.touchpoint.channels, known);
        keep_one(&mut self.touchpoint.owner, known);
        keep_one(&mut self.origin, known);
    }
}

impl References for Card {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::Step, self.step));
        found(needed(Field::Lane, self.lane));
        self.author.iter().for_each(|id| found(optional(Field::Author, *id)));
        self.pain.owner.iter().for_each(|id| found(optional(Field::PainOwner, *id)));
        self.opportunity.owner.iter().for_each(|id| found(optional(Field::OpportunityOwner, *id)));
        self.opportunity.answers.iter().for_each(|id| found(optional(Field::Answers, *id)));
        self.personas.iter().for_each(|id| found(optional(Field::Persona, *id)));
        self.origin.iter().for_each(|id| found(optional(Field::Origin, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        keep_one(&mut self.author, known);
        keep_one(&mut self.pain.owner, known);
        keep_one(&mut self.opportunity.owner, known);
        keep_in(&mut self.opportunity.answers, known);
        keep_in(&mut self.personas, known);
        keep_one(&mut self.origin, known);
    }
}

impl References for Mark {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::Step, self.step));
        if let MarkSource::Believed(department) = self.source {
            found(needed(Field::Source, department));
        }
        // Without its persona a mark would silently become the first persona's.
        self.persona.iter().for_each(|id| found(needed(Field::Persona, *id)));
    }
}

impl References for Handoff {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::From, self.from));
        found(needed(Field::To, self.to));
    }
}

impl References for Link {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::From, self.from));
        found(needed(Field::To, self.to));
    }
}

impl References for Alias {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        found(needed(Field::Step, self.step));
    }
}

impl References for SavedView {
    fn references(&self, found: &mut dyn FnMut(Reference)) {
        self.journey.iter().for_each(|id| found(optional(Field::Journey, *id)));
        self.filter.departments.iter().for_each(|id| found(optional(Field::Author, *id)));
        self.filter.personas.iter().for_each(|id| found(optional(Field::Persona, *id)));
    }

    fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
        keep_one(&mut self.journey, known);
        keep_in(&mut self.filter.departments, known);
        keep_in(&mut self.filter.personas, known);
    }
}
