//! Journeys in an outline: phases, in them steps, in them everything that stands in their column.

use super::CardOutline;
use crate::base::Date;
use crate::model::{Carried, Evidence, ExperienceValues, JourneyState, JourneyStatus, LaneKind, LinkKind};
use serde::Deserialize;

/// A journey.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct JourneyOutline {
    /// Its key in this outline; only a journey that another one names needs one.
    pub key: String,
    /// Title, in the first person.
    pub title: String,
    /// Keys of the personas, the leading one first.
    pub personas: Vec<String>,
    /// The situation it starts from.
    pub scenario: String,
    /// What the customer expects.
    pub expectations: String,
    /// As-is, to-be, hypothesis or a competitor's.
    pub state: JourneyState,
    /// The competitor's name, when it is one's.
    pub competitor: String,
    /// Key of the as-is of this to-be.
    pub as_is: Option<String>,
    /// Key of the department that keeps it up to date.
    pub owner: Option<String>,
    /// How far it is.
    pub status: JourneyStatus,
    /// When it was last reviewed.
    pub reviewed_on: Option<Date>,
    /// Days after which it wants a review; 0 never.
    pub review_every_days: u32,
    /// The lanes from top to bottom; none takes the usual ones.
    pub lanes: Vec<LaneKind>,
    /// Those of the lanes that are there but not shown.
    pub hidden_lanes: Vec<LaneKind>,
    /// The phases from left to right.
    pub phases: Vec<PhaseOutline>,
    /// Branches and loops.
    pub links: Vec<LinkOutline>,
}

/// A phase.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PhaseOutline {
    /// Name.
    pub name: String,
    /// Its steps from left to right.
    pub steps: Vec<StepOutline>,
}

/// A step with its touchpoint, its marks and its cards.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StepOutline {
    /// Name; no other step of the journey has it.
    pub name: String,
    /// Keys of the channels, the main one first.
    pub channels: Vec<String>,
    /// How long it takes.
    pub duration: String,
    /// Customers per month.
    pub customers_per_month: Option<u64>,
    /// Importance to the customer and to the business, 1–5 each.
    pub importance: (u8, u8),
    /// Engagement, 1–5.
    pub engagement: u8,
    /// Moment of truth.
    pub moment_of_truth: bool,
    /// Key of the department that owns the touchpoint.
    pub owner: Option<String>,
    /// Systems behind it.
    pub systems: String,
    /// What works.
    pub strengths: String,
    /// What does not.
    pub weaknesses: String,
    /// What is to become better.
    pub improvement: String,
    /// Schmitt's experience values.
    pub experience: ExperienceValues,
    /// The emotion the room agreed on, −2…+2.
    pub feels: Option<f32>,
    /// A word for it.
    pub word: String,
    /// What was agreed for other personas, by their keys.
    pub others: Vec<(String, f32)>,
    /// What departments believe, by their keys.
    pub believed: Vec<(String, f32)>,
    /// What was measured elsewhere.
    pub measured: Option<f32>,
    /// What it is to become.
    pub target: Option<f32>,
    /// What travels to the next step.
    pub next: Option<HandoffOutline>,
    /// Who wrote the cards that do not say.
    pub by: Option<String>,
    /// How well the cards are founded that do not say.
    pub evidence: Evidence,
    /// Cards: goals and expectations.
    pub goal: Vec<CardOutline>,
    /// Cards: actions.
    pub action: Vec<CardOutline>,
    /// Cards: thoughts.
    pub thought: Vec<CardOutline>,
    /// Cards: pain points.
    pub pain: Vec<CardOutline>,
    /// Cards: opportunities.
    pub opportunity: Vec<CardOutline>,
    /// Cards: KPIs.
    pub kpi: Vec<CardOutline>,
    /// Cards: gains.
    pub gain: Vec<CardOutline>,
    /// Cards: motivations.
    pub motivation: Vec<CardOutline>,
    /// Cards: context.
    pub context: Vec<CardOutline>,
    /// Cards: physical evidence.
    pub physical_evidence: Vec<CardOutline>,
    /// Cards: what the customer sees of the company's work.
    pub frontstage: Vec<CardOutline>,
    /// Cards: what happens out of sight.
    pub backstage: Vec<CardOutline>,
    /// Cards: support processes.
    pub support: Vec<CardOutline>,
}

impl StepOutline {
    /// The cards with the lanes they stand in.
    #[must_use]
    pub fn cards_by_lane(&self) -> [(LaneKind, &[CardOutline]); 13] {
        [
            (LaneKind::Goal, &self.goal),
            (LaneKind::Action, &self.action),
            (LaneKind::Thought, &self.thought),
            (LaneKind::Pain, &self.pain),
            (LaneKind::Opportunity, &self.opportunity),
            (LaneKind::Kpi, &self.kpi),
            (LaneKind::Gain, &self.gain),
            (LaneKind::Motivation, &self.motivation),
            (LaneKind::Context, &self.context),
            (LaneKind::Evidence, &self.physical_evidence),
            (LaneKind::Frontstage, &self.frontstage),
            (LaneKind::Backstage, &self.backstage),
            (LaneKind::Support, &self.support),
        ]
    }
}

/// What travels from a step to the next one.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HandoffOutline {
    /// Who the customer is.
    pub identity: Carried,
    /// The case or the cart.
    pub case: Carried,
    /// What happened before.
    pub history: Carried,
    /// What was promised.
    pub promise: Carried,
    /// A remark.
    pub note: String,
}

/// A way other than to the next step.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkOutline {
    /// Name of the step it leaves.
    pub from: String,
    /// Name of the step where it arrives.
    pub to: String,
    /// Branch or loop.
    pub kind: LinkKind,
    /// When it is taken.
    #[serde(default)]
    pub label: String,
}
