//! Departments, channels and personas.

use super::Names;
use crate::base::OrderKey;
use crate::model::{Channel, ChannelPreference, Department, MarkerShape, Persona, PersonaId, Project};
use crate::template::{Outline, PersonaOutline, TemplateError};

/// Puts in the departments.
pub(super) fn departments(outline: &Outline, names: &Names<'_>, project: &mut Project) -> Result<(), TemplateError> {
    let orders = OrderKey::spread(None, None, outline.departments.len());
    let shapes = MarkerShape::ALL.into_iter().cycle();
    for ((from, order), shape) in outline.departments.iter().zip(orders).zip(shapes) {
        let at = format!("department \"{}\"", from.key);
        names.check.not_empty(&at, "name", &from.name)?;
        names.check.not_empty(&at, "letter", &from.letter)?;
        let mut department = Department::new(names.departments.get(names.check, &at, &from.key)?, order);
        department.name.clone_from(&from.name);
        department.letter.clone_from(&from.letter);
        department.shape = from.shape.unwrap_or(shape);
        department.color = from.color;
        project.departments.put(department);
    }
    Ok(())
}

/// Puts in the channels.
pub(super) fn channels(outline: &Outline, names: &Names<'_>, project: &mut Project) -> Result<(), TemplateError> {
    let orders = OrderKey::spread(None, None, outline.channels.len());
    for (from, order) in outline.channels.iter().zip(orders) {
        let at = format!("channel \"{}\"", from.key);
        names.check.not_empty(&at, "name", &from.name)?;
        let mut channel = Channel::new(names.channels.get(names.check, &at, &from.key)?, order, from.kind);
        channel.name.clone_from(&from.name);
        channel.side = from.side.unwrap_or_else(|| from.kind.usual_side());
        channel.color = from.color;
        channel.shares_identity_with = names.channels.get_all(names.check, &at, &from.shares_identity_with)?;
        project.channels.put(channel);
    }
    Ok(())
}

/// Puts in the personas.
pub(super) fn personas(outline: &Outline, names: &Names<'_>, project: &mut Project) -> Result<(), TemplateError> {
    let orders = OrderKey::spread(None, None, outline.personas.len());
    for (from, order) in outline.personas.iter().zip(orders) {
        let at = format!("persona \"{}\"", from.key);
        names.check.not_empty(&at, "name", &from.name)?;
        let id = names.personas.get(names.check, &at, &from.key)?;
        let digital_skill = names.check.one_to_five(&at, "the digital skill", from.digital_skill)?;
        project.personas.put(Persona {
            digital_skill,
            channels: preferences(from, names, &at)?,
            owner: names.departments.maybe(names.check, &at, from.owner.as_ref())?,
            ..in_words(from, id, order)
        });
    }
    Ok(())
}

fn preferences(from: &PersonaOutline, names: &Names<'_>, at: &str) -> Result<Vec<ChannelPreference>, TemplateError> {
    from.channels
        .iter()
        .map(|(key, strength)| {
            let strength =
                names.check.at_most(at, "the liking of a channel", *strength, 4, "0 never to 4 first choice")?;
            Ok(ChannelPreference { channel: names.channels.get(names.check, at, key)?, strength })
        })
        .collect()
}

/// The fields that are the same on both sides.
fn in_words(from: &PersonaOutline, id: PersonaId, order: OrderKey) -> Persona {
    let from = from.clone();
    Persona {
        name: from.name,
        summary: from.summary,
        quote: from.quote,
        color: from.color,
        age: from.age,
        gender: from.gender,
        area: from.area,
        job: from.job,
        family: from.family,
        income: from.income,
        lifestyle: from.lifestyle,
        devices: from.devices,
        values: from.values,
        goals: from.goals,
        motivations: from.motivations,
        pains: from.pains,
        information_sources: from.information_sources,
        organisation: from.organisation,
        extra: from.extra,
        share_percent: from.share_percent,
        segment: from.segment,
        evidence: from.evidence,
        evidence_note: from.evidence_note,
        reviewed_on: from.reviewed_on,
        ..Persona::new(id, order, from.kind)
    }
}
