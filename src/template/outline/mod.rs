//! The outline format: a project the way a person thinks of it, in RON. Things name each other by short
//! keys of the author's own; steps are named by their names. Everything that is left out is empty.
//!
//! ```ron
//! (
//!     title: "Omnichannel retail", about: "Shop, online shop and app",
//!     project: "Buying a winter coat",
//!     departments: [(key: "shop", name: "Shops", letter: "S")],
//!     channels: [(key: "app", kind: App, name: "App"), (key: "store", kind: Shop, name: "Shop")],
//!     personas: [(key: "anna", name: "Anna Berg", quote: "I want to get it right the first time.")],
//!     journeys: [(
//!         title: "I buy a winter coat", personas: ["anna"],
//!         phases: [(name: "Consider", steps: [
//!             (name: "Reserve in the app", channels: ["app"], feels: 1.1, believed: [("shop", 1.5)],
//!              action: ["Reserves a size M"],
//!              next: (identity: Yes, case: No)),
//!             (name: "Try on in the shop", channels: ["store"], feels: -0.9,
//!              pain: [(key: "again", text: "Asked for everything again", severity: 3)],
//!              opportunity: [(text: "Reservation on the till", answers: ["again"], owner: "shop")]),
//!         ])],
//!     )],
//! )
//! ```

mod card;
mod journey;
mod persona;

pub use card::CardOutline;
pub use journey::{HandoffOutline, JourneyOutline, LinkOutline, PhaseOutline, StepOutline};
pub use persona::PersonaOutline;

use super::TemplateError;
use crate::base::Rgba;
use crate::model::{ChannelKind, ChannelSide, MarkerShape};
use ron::extensions::Extensions;
use serde::Deserialize;

/// A whole project.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Outline {
    /// What a template is called where it is offered.
    pub title: String,
    /// One line on what is in it.
    pub about: String,
    /// The project's title; empty takes `title`.
    pub project: String,
    /// The project's note.
    pub note: String,
    /// Internal words that do not belong into the customer's mouth.
    pub glossary: Vec<String>,
    /// Departments.
    pub departments: Vec<DepartmentOutline>,
    /// Channels.
    pub channels: Vec<ChannelOutline>,
    /// Personas.
    pub personas: Vec<PersonaOutline>,
    /// Journeys.
    pub journeys: Vec<JourneyOutline>,
}

/// A department.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DepartmentOutline {
    /// Its key in this outline.
    pub key: String,
    /// Name, as colleagues say it.
    pub name: String,
    /// One or two characters for its marker.
    pub letter: String,
    /// The shape of its marker; left out, the shapes are dealt out in turn.
    pub shape: Option<MarkerShape>,
    /// Its colour; left out, the palette's by position.
    pub color: Option<Rgba>,
}

/// A channel.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChannelOutline {
    /// Its key in this outline.
    pub key: String,
    /// What sort of channel.
    pub kind: ChannelKind,
    /// Name, as the team says it.
    pub name: String,
    /// Online or offline; left out, what such channels usually are.
    pub side: Option<ChannelSide>,
    /// Its colour; left out, the palette's for its side.
    pub color: Option<Rgba>,
    /// Keys of the channels that know the same customer by the same identity.
    pub shares_identity_with: Vec<String>,
}

impl Outline {
    /// Reads an outline. `file` is named in errors and not opened.
    pub fn parse(file: &str, text: &str) -> Result<Self, TemplateError> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        options.from_str(text).map_err(|e| TemplateError::Syntax {
            file: file.to_owned(),
            line: e.span.start.line,
            column: e.span.start.col,
            message: e.code.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_named_by_file_and_line() {
        let error = Outline::parse("shop.ron", "(\n  title: \"Shop\",\n  colour: 1,\n)").unwrap_err();
        let TemplateError::Syntax { file, line, message, .. } = error else { panic!("{error}") };
        assert_eq!((file.as_str(), line), ("shop.ron", 3));
        assert!(message.contains("colour"), "{message}");
    }
}
