//! Personas in an outline: the fields of [`Persona`](crate::model::Persona) with keys instead of ids.

use crate::base::{Date, Rgba};
use crate::model::{Evidence, ExtraField, Organisation, PersonaKind};
use serde::Deserialize;

/// A persona.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PersonaOutline {
    /// Its key in this outline.
    pub key: String,
    /// Private customer, company or employee.
    pub kind: PersonaKind,
    /// Name.
    pub name: String,
    /// One line that sums the persona up.
    pub summary: String,
    /// A sentence the persona would say.
    pub quote: String,
    /// Colour of the circle; left out, the palette's by position.
    pub color: Option<Rgba>,
    /// Age or age band.
    pub age: String,
    /// Gender.
    pub gender: String,
    /// Where the persona lives.
    pub area: String,
    /// Work.
    pub job: String,
    /// Family.
    pub family: String,
    /// Income band.
    pub income: String,
    /// Lifestyle.
    pub lifestyle: String,
    /// Devices.
    pub devices: String,
    /// Values.
    pub values: String,
    /// Digital skill, 1–5.
    pub digital_skill: u8,
    /// Goals.
    pub goals: Vec<String>,
    /// Motivations.
    pub motivations: Vec<String>,
    /// Pains.
    pub pains: Vec<String>,
    /// Where the persona looks things up.
    pub information_sources: Vec<String>,
    /// Key of a channel and how much it is liked, 0 never to 4 first choice.
    pub channels: Vec<(String, u8)>,
    /// The company side of a B2B persona.
    pub organisation: Organisation,
    /// Fields of the team's own.
    pub extra: Vec<ExtraField>,
    /// Share of the customer base in percent.
    pub share_percent: Option<f32>,
    /// The value of the segment column that marks this persona's feedback rows.
    pub segment: String,
    /// How well the persona is founded.
    pub evidence: Evidence,
    /// What it is founded on.
    pub evidence_note: String,
    /// Key of the department that keeps it up to date.
    pub owner: Option<String>,
    /// When it was last reviewed.
    pub reviewed_on: Option<Date>,
}
