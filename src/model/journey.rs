//! Journeys ジャーニー and their phases フェーズ.

use super::fields::one_thing;
use super::record::record;
use super::{DepartmentId, PersonaId};
use crate::base::{Date, OrderKey};
use serde::{Deserialize, Serialize};

record! {
    /// A journey: one map.
    Journey, JourneyId, "journey" {
        /// Place in the list.
        order: OrderKey,
        ;
        /// Title, best in the first person.
        title: String,
        /// Who makes the journey; the first one leads.
        personas: Vec<PersonaId>,
        /// The situation it starts from.
        scenario: String,
        /// What the customer expects.
        expectations: String,
        /// As-is, to-be, hypothesis or a competitor's.
        state: JourneyState,
        /// The competitor's name, when it is one's.
        competitor: String,
        /// The as-is of this to-be.
        as_is: Option<JourneyId>,
        /// Who keeps it up to date.
        owner: Option<DepartmentId>,
        /// How far it is.
        status: JourneyStatus,
        /// When it was last reviewed.
        reviewed_on: Option<Date>,
        /// Days after which it wants a review; 0 never.
        review_every_days: u32,
    }
}

/// What a journey shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum JourneyState {
    /// How it is 現状.
    #[default]
    AsIs,
    /// How it should be 理想.
    ToBe,
    /// What the team supposes 仮説.
    Hypothesis,
    /// How it is at a competitor's 競合.
    Competitor,
}

/// How far a journey is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum JourneyStatus {
    /// Being drawn.
    #[default]
    Draft,
    /// The team agreed on it.
    Agreed,
    /// In use.
    Live,
    /// Kept for the record.
    Archived,
}

record! {
    /// A phase: a run of steps under one heading.
    Phase, PhaseId, "phase" {
        /// The journey it belongs to.
        journey: JourneyId,
        /// Place in the journey.
        order: OrderKey,
        ;
        /// Name.
        name: String,
        /// The phase of the as-is that this one was made from.
        origin: Option<PhaseId>,
        /// Other names that feedback files use for the phase; compared in their normal form.
        known_as: Vec<String>,
    }
}

one_thing!(JourneyState, JourneyStatus);
