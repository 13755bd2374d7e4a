//! Layer 2: templates: journeys written as outlines, turned into projects.
//!
//! An [`Outline`] is a journey the way a person writes it down: names instead of ids, cards under their step.
//! The templates are outlines embedded in the program, each written in its own right in both languages.

mod build;
mod catalogue;
mod error;
mod outline;

pub use catalogue::{LANGUAGES, TemplateInfo, all, project};
pub use error::TemplateError;
pub use outline::{
    CardOutline, ChannelOutline, DepartmentOutline, HandoffOutline, JourneyOutline, LinkOutline, Outline,
    PersonaOutline, PhaseOutline, StepOutline,
};
