//! Saved views 保存したビュー: what of a map is brought forward, under a name that the whole team finds in the file.

use super::fields::{one_thing, parts};
use super::record::record;
use super::{Card, DepartmentId, Evidence, FeedbackFilter, JourneyId, PersonaId};
use crate::base::OrderKey;
use serde::{Deserialize, Serialize};

record! {
    /// A filter that was given a name.
    SavedView, SavedViewId, "view" {
        /// Place in the list.
        order: OrderKey,
        ;
        /// Name.
        name: String,
        /// The journey that it shows; `None` leaves the one that is shown.
        journey: Option<JourneyId>,
        /// What is brought forward.
        filter: CardFilter,
        /// Which of the customers' answers are looked at.
        feedback: FeedbackFilter,
        /// Names of departments and personas that it chose and that were deleted since.
        lost: Vec<String>,
    }
}

/// Which cards are brought forward. Every part that is empty lets everything through; a card must pass all parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CardFilter {
    /// Written by one of these departments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<DepartmentId>,
    /// Founded like one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// About one of these personas, or about all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<PersonaId>,
    /// With one of these tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What becomes of the other cards.
    pub others: OtherCards,
}

/// What becomes of the cards that a filter does not let through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OtherCards {
    /// They step back, pale.
    #[default]
    Dimmed,
    /// They are left out.
    Hidden,
}

/// How a card stands under a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It passes.
    Forward,
    /// It is shown pale.
    Back,
    /// It is left out.
    Out,
}

impl CardFilter {
    /// How a card stands.
    #[must_use]
    pub fn standing(&self, card: &Card) -> Standing {
        match (self.passes(card), self.others) {
            (true, _) => Standing::Forward,
            (false, OtherCards::Dimmed) => Standing::Back,
            (false, OtherCards::Hidden) => Standing::Out,
        }
    }

    /// Whether what a department says is brought forward.
    #[must_use]
    pub fn hears(&self, department: DepartmentId) -> bool {
        self.departments.is_empty() || self.departments.contains(&department)
    }

    /// Whether everything passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.departments.is_empty() && self.evidence.is_empty() && self.personas.is_empty() && self.tags.is_empty()
    }

    /// Whether a card passes.
    #[must_use]
    pub fn passes(&self, card: &Card) -> bool {
        let by = self.departments.is_empty() || card.author.is_some_and(|author| self.departments.contains(&author));
        let founded = self.evidence.is_empty() || self.evidence.contains(&card.evidence);
        let about = self.personas.is_empty()
            || card.personas.is_empty()
            || card.personas.iter().any(|persona| self.personas.contains(persona));
        let tagged = self.tags.is_empty() || card.tags.iter().any(|tag| self.tags.contains(tag));
        by && founded && about && tagged
    }
}

parts! {
    CardFilter { departments, evidence, personas, tags, others }
}
one_thing!(OtherCards);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdSource};

    #[test]
    fn a_card_must_pass_every_part_and_one_of_each() {
        let mut ids = IdSource::seeded(1);
        let (shop, call): (DepartmentId, DepartmentId) = (ids.next(), ids.next());
        let card = Card {
            author: Some(shop),
            tags: vec!["bopis".to_owned()],
            evidence: Evidence::Researched,
            ..Card::new(ids.next(), ids.next(), ids.next(), OrderKey::default())
        };
        assert!(CardFilter::default().passes(&card));
        let by_shop = CardFilter { departments: vec![call, shop], ..CardFilter::default() };
        assert!(by_shop.passes(&card));
        assert!(!CardFilter { departments: vec![call], ..CardFilter::default() }.passes(&card));
        assert!(!CardFilter { evidence: vec![Evidence::Assumed], ..by_shop.clone() }.passes(&card));
        assert!(CardFilter { tags: vec!["bopis".to_owned()], ..by_shop }.passes(&card));
    }

    #[test]
    fn a_card_about_nobody_in_particular_is_about_everybody() {
        let mut ids = IdSource::seeded(1);
        let (sato, kato): (PersonaId, PersonaId) = (ids.next(), ids.next());
        let card = Card::new(ids.next(), Id::from_bits(1), Id::from_bits(2), OrderKey::default());
        let filter = CardFilter { personas: vec![sato], ..CardFilter::default() };
        assert!(filter.passes(&card));
        assert!(!filter.passes(&Card { personas: vec![kato], ..card }));
    }
}
