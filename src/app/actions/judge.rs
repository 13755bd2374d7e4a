//! What a workshop says about cards: who wrote them, how well they are founded, how many votes they got. All selected
//! cards at once, as one step.

use super::{Action, batch};
use crate::app::Session;
use crate::edit::{Command, RecordKind, Verb};
use crate::model::{Card, DepartmentId, Evidence, RecordId};

/// All selected cards are founded like this.
pub fn set_evidence(session: &Session, evidence: Evidence) -> Option<Action> {
    change(session, |card| card.evidence = evidence)
}

/// All selected cards are written by this department, or by nobody in particular.
#[must_use]
pub fn set_author(session: &Session, author: Option<DepartmentId>) -> Option<Action> {
    change(session, |card| card.author = author)
}

/// A vote more for each selected card, or one less.
pub fn vote(session: &Session, adds: bool) -> Option<Action> {
    change(session, |card| {
        card.votes = if adds { card.votes.saturating_add(1) } else { card.votes.saturating_sub(1) };
    })
}

/// The selected cards, in the order in which they were picked.
pub fn selected_cards(session: &Session) -> impl Iterator<Item = &Card> {
    session.selection().records().iter().filter_map(|record| match record {
        RecordId::Card(id) => session.project().cards.get(*id),
        _ => None,
    })
}

fn change(session: &Session, change: impl Fn(&mut Card)) -> Option<Action> {
    let changed = |card: &Card| {
        let mut card = card.clone();
        change(&mut card);
        Command::Edit(card.into())
    };
    let commands: Vec<Command> = selected_cards(session).map(changed).collect();
    (!commands.is_empty()).then(|| Action::new(batch(Verb::Edit, RecordKind::Card, commands)))
}
