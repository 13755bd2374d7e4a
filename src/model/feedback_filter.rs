//! Which of the customers' answers are looked at.

use super::fields::parts;
use serde::{Deserialize, Serialize};

/// A choice of answers. A part that is empty lets everything through; an answer must pass all parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FeedbackFilter {
    /// From this month on, as `2026-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Up to this month, itself included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Given in one of these channels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// By one of these segments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<String>,
    /// By one of these personas.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<String>,
}

impl FeedbackFilter {
    /// Whether every answer passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether answers of some months are left out.
    #[must_use]
    pub const fn has_period(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

parts! {
    FeedbackFilter { from, to, channels, segments, personas }
}
