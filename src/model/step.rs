//! Steps ステップ (one column each) and the touchpoint タッチポイント on each of them.

use super::fields::parts;
use super::record::record;
use super::{ChannelId, DepartmentId, PhaseId, Picture};
use crate::base::OrderKey;
use serde::{Deserialize, Serialize};

record! {
    /// One column of the map.
    Step, StepId, "step" {
        /// The phase it belongs to.
        phase: PhaseId,
        /// Place in the phase.
        order: OrderKey,
        ;
        /// Name: what the customer does, in a few words.
        name: String,
        /// Where customer and company meet here.
        touchpoint: Touchpoint,
        /// Schmitt's five experience values.
        experience: ExperienceValues,
        /// The storyboard picture.
        picture: Option<Picture>,
        /// Width of the column in map units; 0 is the usual one.
        width: u16,
        /// The step of the as-is that this one was made from.
        origin: Option<StepId>,
    }
}

/// Where customer and company meet in a step. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Touchpoint {
    /// The channels used, the main one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// How long it takes, in the team's words ("10 min", 「2日」).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub duration: String,
    /// Customers per month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customers_per_month: Option<u64>,
    /// Importance to the customer, 1–5; 0 is not stated.
    pub importance_to_customer: u8,
    /// Importance to the business, 1–5; 0 is not stated.
    pub importance_to_business: u8,
    /// Engagement 関与度, 1–5; 0 is not stated.
    pub engagement: u8,
    /// Moment of truth 真実の瞬間.
    pub moment_of_truth: bool,
    /// The department that owns it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<DepartmentId>,
    /// Systems behind it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub systems: String,
    /// What works.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub strengths: String,
    /// What does not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub weaknesses: String,
    /// What is to become better.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub improvement: String,
}

/// Schmitt's experience values of a step, 0–3 each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExperienceValues {
    /// SENSE.
    pub sense: u8,
    /// FEEL.
    pub feel: u8,
    /// THINK.
    pub think: u8,
    /// ACT.
    pub act: u8,
    /// RELATE.
    pub relate: u8,
}

parts! {
    Touchpoint {
        channels, duration, customers_per_month, importance_to_customer, importance_to_business, engagement,
        moment_of_truth, owner, systems, strengths, weaknesses, improvement,
    }
    ExperienceValues { sense, feel, think, act, relate }
}
