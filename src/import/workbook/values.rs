//! The rows of a map that hold no cards: emotions, channels, durations and what else is known of a touchpoint, as text.

use super::carried::tidy;
use crate::import::table::experience_text;
use crate::model::{JourneyIndex, LaneForm, Mark, MarkSource, PersonaId, Project, Step, StepId};
use std::collections::BTreeSet;
use std::fmt;

/// What a row of values holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKey {
    /// The channels of the touchpoint, a line each.
    Channels,
    /// How long it takes.
    Duration,
    /// Customers per month.
    Customers,
    /// Importance to the customer, 1–5.
    ForCustomer,
    /// Importance to the business, 1–5.
    ForBusiness,
    /// Moment of truth: anything but nothing.
    MomentOfTruth,
    /// Systems behind it.
    Systems,
    /// What works.
    Strengths,
    /// What does not.
    Weaknesses,
    /// What is to become better.
    Improvement,
    /// The department that owns it.
    Owner,
    /// Engagement, 1–5.
    Engagement,
    /// Experience values, a line each.
    Experience,
    /// An emotion curve.
    Emotion(MarkSource, Option<PersonaId>),
    /// The words to an emotion curve.
    Word(MarkSource, Option<PersonaId>),
}

const PLAIN: [(ValueKey, &str); 13] = [
    (ValueKey::Channels, "channels"),
    (ValueKey::Duration, "duration"),
    (ValueKey::Customers, "customers"),
    (ValueKey::ForCustomer, "for-customer"),
    (ValueKey::ForBusiness, "for-business"),
    (ValueKey::MomentOfTruth, "moment"),
    (ValueKey::Systems, "systems"),
    (ValueKey::Strengths, "strengths"),
    (ValueKey::Weaknesses, "weaknesses"),
    (ValueKey::Improvement, "improvement"),
    (ValueKey::Owner, "owner"),
    (ValueKey::Engagement, "engagement"),
    (ValueKey::Experience, "experience"),
];

/// What stands for a moment of truth.
const MOMENT: &str = "★";

impl fmt::Display for ValueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, source, persona) = match self {
            Self::Emotion(source, persona) => ("emotion", source, persona),
            Self::Word(source, persona) => ("word", source, persona),
            plain => {
                let name = PLAIN.iter().find(|(key, _)| key == plain).map_or("", |(_, name)| *name);
                return f.write_str(name);
            }
        };
        let source = match source {
            MarkSource::Agreed => "agreed".to_owned(),
            MarkSource::Measured => "measured".to_owned(),
            MarkSource::Target => "target".to_owned(),
            MarkSource::Believed(department) => format!("by-{department}"),
        };
        let persona = persona.map_or_else(|| "lead".to_owned(), |id| id.to_string());
        write!(f, "{what} {source} {persona}")
    }
}

impl ValueKey {
    /// Reads what `Display` writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (what, source, persona) = (words.next()?, words.next(), words.next());
        let Some((source, persona)) = source.zip(persona) else {
            return PLAIN.iter().find(|(_, name)| *name == what).map(|(key, _)| *key);
        };
        let source = match source {
            "agreed" => MarkSource::Agreed,
            "measured" => MarkSource::Measured,
            "target" => MarkSource::Target,
            other => MarkSource::Believed(crate::base::Id::parse(other.strip_prefix("by-")?)?),
        };
        let persona = if persona == "lead" { None } else { Some(PersonaId::parse(persona)?) };
        match what {
            "emotion" => Some(Self::Emotion(source, persona)),
            "word" => Some(Self::Word(source, persona)),
            _ => None,
        }
    }

    /// Whether its cells are figures.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Emotion(..) | Self::Customers | Self::ForCustomer | Self::ForBusiness | Self::Engagement)
    }

    /// What stands in its cell of a step.
    #[must_use]
    pub fn text(&self, project: &Project, index: &JourneyIndex<'_>, step: &Step) -> String {
        let touchpoint = &step.touchpoint;
        let level = |level: u8| if level > 0 { level.to_string() } else { String::new() };
        match self {
            Self::Channels => {
                let names = touchpoint.channels.iter().filter_map(|id| project.channels.get(*id));
                tidy(&names.map(|channel| one_line(&channel.name)).collect::<Vec<_>>().join("\n"))
            }
            Self::Duration => tidy(&touchpoint.duration),
            Self::Customers => touchpoint.customers_per_month.map(|n| n.to_string()).unwrap_or_default(),
            Self::ForCustomer => level(touchpoint.importance_to_customer),
            Self::ForBusiness => level(touchpoint.importance_to_business),
            Self::MomentOfTruth => if touchpoint.moment_of_truth { MOMENT } else { "" }.to_owned(),
            Self::Systems => tidy(&touchpoint.systems),
            Self::Strengths => tidy(&touchpoint.strengths),
            Self::Weaknesses => tidy(&touchpoint.weaknesses),
            Self::Improvement => tidy(&touchpoint.improvement),
            Self::Owner => touchpoint
                .owner
                .and_then(|owner| project.departments.get(owner))
                .map(|department| one_line(&department.name))
                .unwrap_or_default(),
            Self::Engagement => level(touchpoint.engagement),
            Self::Experience => experience_text(step.experience),
            Self::Emotion(source, persona) => {
                mark(index, step.id, *source, *persona).map(|mark| figure(mark.value)).unwrap_or_default()
            }
            Self::Word(source, persona) => {
                mark(index, step.id, *source, *persona).map(|mark| one_line(&mark.word)).unwrap_or_default()
            }
        }
    }
}

/// A name as one line: names are compared, and lines divide them.
pub(super) fn one_line(name: &str) -> String {
    tidy(&tidy(name).replace(['\n', '\t'], " "))
}

/// An emotion as it stands in a cell.
pub(super) fn figure(value: f32) -> String {
    let rounded = Mark::on_axis(value, false);
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded}") }
}

fn mark<'a>(
    index: &JourneyIndex<'a>,
    step: StepId,
    source: MarkSource,
    persona: Option<PersonaId>,
) -> Option<&'a Mark> {
    let marks = index.marks.get(&step)?;
    marks.iter().find(|mark| mark.source == source && mark.persona == persona).copied()
}

/// The rows beside a lane: those that every map has, and those that some step of this one has something for.
pub(super) fn keys_of(project: &Project, index: &JourneyIndex<'_>, form: LaneForm) -> Vec<ValueKey> {
    const ABOUT_TOUCHPOINTS: [ValueKey; 9] = [
        ValueKey::Duration,
        ValueKey::Customers,
        ValueKey::ForCustomer,
        ValueKey::ForBusiness,
        ValueKey::MomentOfTruth,
        ValueKey::Systems,
        ValueKey::Strengths,
        ValueKey::Weaknesses,
        ValueKey::Improvement,
    ];
    let is_used = |key: &ValueKey| index.steps().any(|step| !key.text(project, index, step).is_empty());
    match form {
        LaneForm::Touchpoints => {
            let used = ABOUT_TOUCHPOINTS.into_iter().filter(is_used);
            std::iter::once(ValueKey::Channels).chain(used).collect()
        }
        LaneForm::Curves => curves(index),
        LaneForm::Bars => vec![ValueKey::Engagement],
        LaneForm::ExperienceValues => vec![ValueKey::Experience],
        LaneForm::Owners => vec![ValueKey::Owner],
        LaneForm::Cards | LaneForm::Speech | LaneForm::Voice | LaneForm::Pictures => Vec::new(),
    }
}

/// The emotion curves of a map: that of the persona that leads, always; then all others.
fn curves(index: &JourneyIndex<'_>) -> Vec<ValueKey> {
    let marks = || index.marks.values().flatten();
    let mut curves: BTreeSet<(MarkSource, Option<PersonaId>)> =
        marks().map(|mark| (mark.source, mark.persona)).collect();
    if !curves.iter().any(|(source, _)| *source == MarkSource::Agreed) {
        curves.insert((MarkSource::Agreed, None));
    }
    let mut keys = Vec::new();
    for (source, persona) in curves {
        keys.push(ValueKey::Emotion(source, persona));
        let has_words =
            |mark: &Mark| mark.source == source && mark.persona == persona && !one_line(&mark.word).is_empty();
        if marks().any(|mark| has_words(mark)) {
            keys.push(ValueKey::Word(source, persona));
        }
    }
    keys
}
