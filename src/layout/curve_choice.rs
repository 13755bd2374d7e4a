//! Which curves of the emotion lane there can be, and which of them are shown.

use crate::model::{Journey, Mark, MarkSource, PersonaId};
use std::collections::BTreeMap;

/// A curve of the emotion lane: whose feeling, according to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CurveId {
    /// Whose feeling; `None` only in a journey without personas.
    pub persona: Option<PersonaId>,
    /// Who says so.
    pub source: MarkSource,
}

impl CurveId {
    /// The curve that a mark of a journey is a point of. A mark of no persona is the leading one's.
    #[must_use]
    pub fn of(journey: &Journey, mark: &Mark) -> Self {
        Self { persona: mark.persona.or(journey.personas.first().copied()), source: mark.source }
    }

    /// What the room agreed on for the leading persona: the curve that is edited when no other was chosen.
    #[must_use]
    pub fn usual(journey: &Journey) -> Self {
        Self { persona: journey.personas.first().copied(), source: MarkSource::Agreed }
    }

    /// Whether it is about the persona that leads the journey.
    #[must_use]
    pub fn leads(&self, journey: &Journey) -> bool {
        self.persona == journey.personas.first().copied()
    }

    /// Whether its persona is one of the journey's.
    #[must_use]
    pub fn is_in(&self, journey: &Journey) -> bool {
        self.persona.map_or(journey.personas.is_empty(), |persona| journey.personas.contains(&persona))
    }
}

/// Which curves are shown. Usually: the agreed curve of every persona, everything else of the leading one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CurveChoice {
    chosen: BTreeMap<CurveId, bool>,
}

impl CurveChoice {
    /// Nothing chosen otherwise than usual.
    #[must_use]
    pub const fn usual() -> Self {
        Self { chosen: BTreeMap::new() }
    }

    /// Whether a curve of a journey is shown.
    #[must_use]
    pub fn shows(&self, journey: &Journey, curve: CurveId) -> bool {
        self.chosen.get(&curve).copied().unwrap_or_else(|| is_usual(journey, curve))
    }

    /// Shows or hides a curve of a journey.
    pub fn set(&mut self, journey: &Journey, curve: CurveId, shown: bool) {
        if shown == is_usual(journey, curve) {
            self.chosen.remove(&curve);
        } else {
            self.chosen.insert(curve, shown);
        }
    }
}

fn is_usual(journey: &Journey, curve: CurveId) -> bool {
    curve.source == MarkSource::Agreed || curve.leads(journey)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};

    #[test]
    fn everybody_has_an_agreed_curve_and_the_leading_persona_all_of_them() {
        let mut ids = IdSource::seeded(1);
        let (lead, other, department) = (ids.next(), ids.next(), ids.next());
        let journey = Journey { personas: vec![lead, other], ..Journey::new(ids.next(), OrderKey::default()) };
        let curve = |persona, source| CurveId { persona: Some(persona), source };
        let mut choice = CurveChoice::usual();
        assert!(choice.shows(&journey, curve(lead, MarkSource::Believed(department))));
        assert!(choice.shows(&journey, curve(other, MarkSource::Agreed)));
        let believed = curve(other, MarkSource::Believed(department));
        assert!(!choice.shows(&journey, believed));
        choice.set(&journey, believed, true);
        assert!(choice.shows(&journey, believed));
        choice.set(&journey, believed, false);
        assert_eq!(choice, CurveChoice::usual(), "what is usual again is forgotten");
    }
}
