//! Taking the names of deleted records out of the records that stay.

use super::delete::Doomed;
use crate::base::Id;
use crate::model::{Card, Journey, Persona, Project, Record, RecordId, Step, Table};

/// Takes the doomed records' ids out of all fields of other records that may be without them.
pub(super) fn forget(project: &mut Project, doomed: &Doomed) {
    each(&mut project.channels, |channel| forget_some(doomed, &mut channel.shares_identity_with));
    each(&mut project.personas, |persona| forget_in_persona(doomed, persona));
    each(&mut project.journeys, |journey| forget_in_journey(doomed, journey));
    each_of(&mut project.steps, names_something, |step| forget_in_step(doomed, step));
    each_of(&mut project.cards, |card| names_doomed(doomed, card), |card| forget_in_card(doomed, card));
}

fn each<T: Record>(table: &mut Table<T>, change: impl FnMut(&mut T)) {
    each_of(table, |_| true, change);
}

fn each_of<T: Record>(table: &mut Table<T>, concerned: impl Fn(&T) -> bool, mut change: impl FnMut(&mut T)) {
    let ids: Vec<Id<T>> = table.iter().filter(|row| concerned(row)).map(Record::id).collect();
    for id in ids {
        table.change(id, &mut change);
    }
}

fn forget_one<T: Copy + Into<RecordId>>(doomed: &Doomed, field: &mut Option<T>) {
    *field = field.filter(|id| !doomed.has(*id));
}

fn forget_some<T: Copy + Into<RecordId>>(doomed: &Doomed, list: &mut Vec<T>) {
    list.retain(|id| !doomed.has(*id));
}

fn forget_in_persona(doomed: &Doomed, persona: &mut Persona) {
    persona.channels.retain(|preference| !doomed.has(preference.channel));
    forget_one(doomed, &mut persona.owner);
}

fn forget_in_journey(doomed: &Doomed, journey: &mut Journey) {
    forget_some(doomed, &mut journey.personas);
    forget_one(doomed, &mut journey.as_is);
    forget_one(doomed, &mut journey.owner);
}

fn names_something(step: &Step) -> bool {
    step.touchpoint.owner.is_some() || !step.touchpoint.channels.is_empty()
}

fn forget_in_step(doomed: &Doomed, step: &mut Step) {
    forget_some(doomed, &mut step.touchpoint.channels);
    forget_one(doomed, &mut step.touchpoint.owner);
}

/// Cards are many: only those concerned are copied.
fn names_doomed(doomed: &Doomed, card: &Card) -> bool {
    let departments = [card.author, card.pain.owner, card.opportunity.owner];
    departments.into_iter().flatten().any(|department| doomed.has(department))
        || card.opportunity.answers.iter().any(|pain| doomed.has(*pain))
}

fn forget_in_card(doomed: &Doomed, card: &mut Card) {
    forget_one(doomed, &mut card.author);
    forget_one(doomed, &mut card.pain.owner);
    forget_one(doomed, &mut card.opportunity.owner);
    forget_some(doomed, &mut card.opportunity.answers);
}
