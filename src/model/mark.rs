//! Emotion marks 感情: a point of an emotion curve.

use super::fields::one_thing;
use super::record::record;
use super::{DepartmentId, PersonaId, StepId};
use serde::{Deserialize, Serialize};

record! {
    /// How somebody feels in a step, according to somebody. At most one for each step, persona and source.
    Mark, MarkId, "mark" {
        /// The step.
        step: StepId,
        /// Who says so.
        source: MarkSource,
        ;
        /// Whose feeling; `None` is that of the journey's first persona.
        persona: Option<PersonaId>,
        /// −2 very dissatisfied to +2 very satisfied.
        value: f32,
        /// A word for it.
        word: String,
    }
}

impl Mark {
    /// The lowest value.
    pub const LOWEST: f32 = -2.0;
    /// The highest value.
    pub const HIGHEST: f32 = 2.0;

    /// A value on the axis, to the nearest half where `snap` asks for it.
    #[must_use]
    pub fn on_axis(value: f32, snap: bool) -> f32 {
        let value = value.clamp(Self::LOWEST, Self::HIGHEST);
        if snap { (value * 2.0).round() / 2.0 } else { (value * 100.0).round() / 100.0 }
    }
}

/// Who says how the customer feels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MarkSource {
    /// What the whole room agreed on.
    Agreed,
    /// What one department believes.
    Believed(DepartmentId),
    /// Measured elsewhere and typed in; feedback files give theirs without a mark.
    Measured,
    /// What it is to become.
    Target,
}

one_thing!(MarkSource);
