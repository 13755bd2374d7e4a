//! Cards: what a cell (lane × step) holds, with what only pains and opportunities have.

use super::fields::{Item, one_thing, parts};
use super::record::record;
use super::{DepartmentId, LaneId, PersonaId, StepId};
use crate::base::{Date, OrderKey};
use serde::{Deserialize, Serialize};

record! {
    /// A card in a cell.
    Card, CardId, "card" {
        /// Its lane.
        lane: LaneId,
        /// Its step; with a span, the first one.
        step: StepId,
        /// Place from top to bottom in the cell.
        order: OrderKey,
        ;
        /// The text.
        text: String,
        /// How many further steps it reaches over.
        extra_span: u16,
        /// The department that wrote it.
        author: Option<DepartmentId>,
        /// How well it is founded.
        evidence: Evidence,
        /// What it is founded on.
        sources: String,
        /// Tags.
        tags: Vec<String>,
        /// Votes it got.
        votes: u32,
        /// The personas it is about; empty: all of the journey.
        personas: Vec<PersonaId>,
        /// The card of the as-is that this one was made from.
        origin: Option<CardId>,
        /// What a pain point has besides; kept when the card moves to another lane.
        pain: Pain,
        /// What an opportunity has besides; kept when the card moves to another lane.
        opportunity: Opportunity,
    }
}

/// How well something is founded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// 仮説: nobody has looked yet.
    #[default]
    Assumed,
    /// 一部確認: partly known.
    Partly,
    /// 調査済: researched.
    Researched,
}

impl Evidence {
    /// All levels, from guessed to known.
    pub const ALL: [Self; 3] = [Self::Assumed, Self::Partly, Self::Researched];

    /// Place among [`Self::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What a pain point 課題 has besides its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pain {
    /// Severity 1–3; 0 is not stated.
    pub severity: u8,
    /// How often it happens, in the team's words.
    pub frequency: String,
    /// What customers said about it.
    pub quotes: Vec<String>,
    /// Why it happens.
    pub root_cause: String,
    /// Who takes care of it.
    pub owner: Option<DepartmentId>,
}

/// What an opportunity 機会・施策 has besides its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Opportunity {
    /// The pains it answers.
    pub answers: Vec<super::CardId>,
    /// "How might we …" どうすれば…できるか.
    pub how_might_we: String,
    /// Impact 1–5; 0 is not stated.
    pub impact: u8,
    /// Effort 1–5; 0 is not stated.
    pub effort: u8,
    /// Who takes care of it.
    pub owner: Option<DepartmentId>,
    /// When it is to be done.
    pub due: Option<Date>,
    /// What shows that it worked.
    pub kpi: String,
    /// How far it is.
    pub status: OpportunityStatus,
}

/// How far an opportunity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpportunityStatus {
    /// An idea.
    #[default]
    Idea,
    /// Decided.
    Planned,
    /// Being done.
    Doing,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

parts! {
    Pain { severity, frequency, quotes, root_cause, owner }
    Opportunity { answers, how_might_we, impact, effort, owner, due, kpi, status }
}
one_thing!(Evidence, OpportunityStatus);

impl Item for Evidence {}
