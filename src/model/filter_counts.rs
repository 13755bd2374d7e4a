//! How many cards each choice of a filter comes to.

use super::{Card, CardFilter, DepartmentId, Evidence, JourneyId, LaneForm, LaneId, PersonaId, Project};
use std::collections::{BTreeMap, BTreeSet};

/// The cards of a journey under a filter. Each choice is counted with the other parts of the filter as they are,
/// so that the number says what choosing it would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterCounts {
    /// Cards that pass.
    pub passing: usize,
    /// All cards.
    pub total: usize,
    /// Cards of each department that wrote any.
    pub departments: BTreeMap<DepartmentId, usize>,
    /// Assumed, partly known, researched.
    pub evidence: [usize; 3],
    /// Cards about each persona, those about all among them.
    pub personas: BTreeMap<PersonaId, usize>,
    /// Cards with each tag that is in use.
    pub tags: BTreeMap<String, usize>,
}

impl FilterCounts {
    /// Counts the cards of a journey in the lanes that are shown.
    #[must_use]
    pub fn of(project: &Project, journey: JourneyId, filter: &CardFilter) -> Self {
        let mut counts = Self::default();
        let personas = project.journeys.get(journey).map(|journey| journey.personas.clone()).unwrap_or_default();
        let without = Parts::of(filter);
        for card in cards_shown(project, journey) {
            counts.total += 1;
            counts.passing += usize::from(filter.passes(card));
            if let Some(author) = card.author.filter(|_| without.departments.passes(card)) {
                *counts.departments.entry(author).or_default() += 1;
            }
            counts.evidence[card.evidence.index()] += usize::from(without.evidence.passes(card));
            for persona in personas.iter().filter(|id| card.personas.is_empty() || card.personas.contains(id)) {
                *counts.personas.entry(*persona).or_default() += usize::from(without.personas.passes(card));
            }
            for tag in &card.tags {
                *counts.tags.entry(tag.clone()).or_default() += usize::from(without.tags.passes(card));
            }
        }
        counts
    }

    /// Cards of a department.
    #[must_use]
    pub fn of_department(&self, department: DepartmentId) -> usize {
        self.departments.get(&department).copied().unwrap_or(0)
    }

    /// Cards founded like this.
    #[must_use]
    pub fn of_evidence(&self, evidence: Evidence) -> usize {
        self.evidence[evidence.index()]
    }
}

/// The cards of a journey in its lanes that are not hidden, in the order of their ids.
pub fn cards_shown(project: &Project, journey: JourneyId) -> impl Iterator<Item = &Card> {
    let has_cards = |form: LaneForm| matches!(form, LaneForm::Cards | LaneForm::Speech);
    let lanes: BTreeSet<LaneId> = project
        .lanes
        .iter()
        .filter(|lane| lane.journey == journey && !lane.hidden && has_cards(lane.kind.form()))
        .map(|lane| lane.id)
        .collect();
    project.cards.iter().filter(move |card| lanes.contains(&card.lane))
}

/// A filter without each of its parts in turn.
struct Parts {
    departments: CardFilter,
    evidence: CardFilter,
    personas: CardFilter,
    tags: CardFilter,
}

impl Parts {
    fn of(filter: &CardFilter) -> Self {
        Self {
            departments: CardFilter { departments: Vec::new(), ..filter.clone() },
            evidence: CardFilter { evidence: Vec::new(), ..filter.clone() },
            personas: CardFilter { personas: Vec::new(), ..filter.clone() },
            tags: CardFilter { tags: Vec::new(), ..filter.clone() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};
    use crate::model::{Department, Journey, Lane, LaneKind, Phase, Step};

    #[test]
    fn each_choice_is_counted_as_if_it_were_the_only_one_of_its_part() {
        let mut ids = IdSource::seeded(1);
        let key = OrderKey::default();
        let mut project = Project::default();
        let journey = Journey::new(ids.next(), key.clone());
        let phase = Phase::new(ids.next(), journey.id, key.clone());
        let step = Step::new(ids.next(), phase.id, key.clone());
        let lane = Lane::new(ids.next(), journey.id, key.clone(), LaneKind::Action);
        let hidden = Lane { hidden: true, ..Lane::new(ids.next(), journey.id, key.clone(), LaneKind::Pain) };
        let [shop, call] = [(); 2].map(|()| Department::new(ids.next(), key.clone()));
        for (author, evidence, tag, lane) in [
            (shop.id, Evidence::Assumed, "stock", lane.id),
            (shop.id, Evidence::Researched, "stock", lane.id),
            (call.id, Evidence::Assumed, "wait", lane.id),
            (call.id, Evidence::Assumed, "wait", hidden.id),
        ] {
            let card = Card::new(ids.next(), lane, step.id, key.clone());
            project.put(Card { author: Some(author), evidence, tags: vec![tag.to_owned()], ..card }.into());
        }
        for record in [journey.clone().into(), phase.into(), step.into(), lane.into(), hidden.into()] {
            project.put(record);
        }
        let filter = CardFilter { departments: vec![shop.id], ..CardFilter::default() };
        let counts = FilterCounts::of(&project, journey.id, &filter);
        assert_eq!((counts.passing, counts.total), (2, 3), "the hidden lane does not count");
        assert_eq!((counts.of_department(shop.id), counts.of_department(call.id)), (2, 1));
        assert_eq!(counts.evidence, [1, 0, 1]);
        assert_eq!(counts.tags, [("stock".to_owned(), 2), ("wait".to_owned(), 0)].into());
    }
}
