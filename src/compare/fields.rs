//! In what two records of a pair differ, in the parts that a person would name.

use super::Pairs;
use crate::model::{Card, CardId, Lane, Opportunity, Step, Touchpoint};
use std::collections::BTreeSet;

/// A part of a record. How wide or high something is drawn is no difference of the journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its name or title.
    Name,
    /// What it says.
    Text,
    /// How many steps it spans.
    Span,
    /// Who wrote it.
    Author,
    /// How well it is founded.
    Evidence,
    /// Sources, tags, votes, personas.
    Details,
    /// Severity, cause, owner of a pain.
    Pain,
    /// Owner, date, effect, status of an opportunity.
    Opportunity,
    /// The channels.
    Channels,
    /// The department that owns a touchpoint.
    Owner,
    /// Everything else of a touchpoint.
    Touchpoint,
    /// The experience values.
    Experience,
    /// The storyboard picture.
    Picture,
    /// What a lane shows, and whether it does.
    Kind,
}

/// The fields whose test says that they differ.
fn differing<const N: usize>(tests: [(Field, bool); N]) -> Vec<Field> {
    tests.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

pub(super) fn phase(before: Option<&String>, after: Option<&String>) -> Vec<Field> {
    differing([(Field::Name, before != after)])
}

pub(super) fn lane(before: Option<&Lane>, after: Option<&Lane>) -> Vec<Field> {
    let (Some(a), Some(b)) = (before, after) else { return Vec::new() };
    differing([(Field::Name, a.title != b.title), (Field::Kind, a.kind != b.kind || a.hidden != b.hidden)])
}

pub(super) fn step(before: Option<&Step>, after: Option<&Step>) -> Vec<Field> {
    let (Some(a), Some(b)) = (before, after) else { return Vec::new() };
    let rest = |t: &Touchpoint| Touchpoint { channels: Vec::new(), owner: None, ..t.clone() };
    differing([
        (Field::Name, a.name != b.name),
        (Field::Channels, a.touchpoint.channels != b.touchpoint.channels),
        (Field::Owner, a.touchpoint.owner != b.touchpoint.owner),
        (Field::Touchpoint, rest(&a.touchpoint) != rest(&b.touchpoint)),
        (Field::Experience, a.experience != b.experience),
        (Field::Picture, a.picture != b.picture),
    ])
}

pub(super) fn card(before: Option<&Card>, after: Option<&Card>, pairs: &Pairs) -> Vec<Field> {
    let (Some(a), Some(b)) = (before, after) else { return Vec::new() };
    let details = (&a.sources, &a.tags, a.votes, &a.personas) != (&b.sources, &b.tags, b.votes, &b.personas);
    differing([
        (Field::Text, a.text != b.text),
        (Field::Span, a.extra_span != b.extra_span),
        (Field::Author, a.author != b.author),
        (Field::Evidence, a.evidence != b.evidence),
        (Field::Details, details),
        (Field::Pain, a.pain != b.pain),
        (Field::Opportunity, differ(&a.opportunity, &b.opportunity, pairs)),
    ])
}

/// The pains that an opportunity answers are other records on the other side, and mean the same.
fn differ(before: &Opportunity, after: &Opportunity, pairs: &Pairs) -> bool {
    let rest = |o: &Opportunity| Opportunity { answers: Vec::new(), ..o.clone() };
    let answered = |o: &Opportunity| -> BTreeSet<CardId> {
        o.answers.iter().map(|pain| pairs.card_to(*pain).unwrap_or(*pain)).collect()
    };
    rest(before) != rest(after) || answered(before) != answered(after)
}
