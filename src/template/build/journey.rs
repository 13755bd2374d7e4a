//! Journeys with their lanes, phases, steps, marks, handoffs and links.

use super::{Names, cards};
use crate::base::{IdSource, OrderKey};
use crate::model::{
    Handoff, Journey, JourneyId, Lane, LaneId, LaneKind, Link, Mark, MarkSource, PersonaId, Phase, Project, Step,
    StepId, Touchpoint,
};
use crate::template::{JourneyOutline, Outline, PhaseOutline, StepOutline, TemplateError};
use std::collections::BTreeMap;

/// Puts in the journeys with everything in them.
pub(super) fn journeys(
    outline: &Outline,
    names: &Names<'_>,
    ids: &mut IdSource,
    project: &mut Project,
) -> Result<(), TemplateError> {
    let orders = OrderKey::spread(None, None, outline.journeys.len());
    for (from, order) in outline.journeys.iter().zip(orders) {
        let journey = journey(from, order, names, ids)?;
        let mut columns = Columns { journey: journey.id, names, ids, project, lanes: BTreeMap::new() };
        columns.lanes(from)?;
        let steps = columns.phases(from)?;
        columns.handoffs(&steps)?;
        columns.links(from, &steps)?;
        project.journeys.put(journey);
    }
    Ok(())
}

fn journey(
    from: &JourneyOutline,
    order: OrderKey,
    names: &Names<'_>,
    ids: &mut IdSource,
) -> Result<Journey, TemplateError> {
    let at = format!("journey \"{}\"", from.title);
    names.check.not_empty("a journey", "title", &from.title)?;
    let id = if from.key.is_empty() { ids.next() } else { names.journeys.get(names.check, &at, &from.key)? };
    let mut journey = Journey::new(id, order);
    journey.title.clone_from(&from.title);
    journey.personas = names.personas.get_all(names.check, &at, &from.personas)?;
    journey.scenario.clone_from(&from.scenario);
    journey.expectations.clone_from(&from.expectations);
    journey.state = from.state;
    journey.competitor.clone_from(&from.competitor);
    journey.as_is = names.journeys.maybe(names.check, &at, from.as_is.as_ref())?;
    journey.owner = names.departments.maybe(names.check, &at, from.owner.as_ref())?;
    journey.status = from.status;
    journey.reviewed_on = from.reviewed_on;
    journey.review_every_days = from.review_every_days;
    Ok(journey)
}

/// The steps of a journey from left to right, by name and id.
type Steps<'a> = Vec<(&'a StepOutline, StepId)>;

/// Fills the columns of one journey.
struct Columns<'a, 'n> {
    journey: JourneyId,
    names: &'a Names<'n>,
    ids: &'a mut IdSource,
    project: &'a mut Project,
    lanes: BTreeMap<LaneKind, LaneId>,
}

impl Columns<'_, '_> {
    fn lanes(&mut self, from: &JourneyOutline) -> Result<(), TemplateError> {
        let usual = LaneKind::ALL.iter().copied().filter(|kind| kind.on_by_default());
        let kinds: Vec<LaneKind> = if from.lanes.is_empty() { usual.collect() } else { from.lanes.clone() };
        let orders = OrderKey::spread(None, None, kinds.len());
        for (kind, order) in kinds.into_iter().zip(orders) {
            let mut lane = Lane::new(self.ids.next(), self.journey, order, kind);
            lane.hidden = from.hidden_lanes.contains(&kind);
            if self.lanes.insert(kind, lane.id).is_some() {
                return Err(self.names.check.twice(&format!("journey \"{}\"", from.title), "lane", kind.key()));
            }
            self.project.lanes.put(lane);
        }
        Ok(())
    }

    fn phases<'f>(&mut self, from: &'f JourneyOutline) -> Result<Steps<'f>, TemplateError> {
        let orders = OrderKey::spread(None, None, from.phases.len());
        let mut steps: Steps<'f> = Vec::new();
        for (phase, order) in from.phases.iter().zip(orders) {
            self.phase(phase, order, &mut steps)?;
        }
        Ok(steps)
    }

    fn phase<'f>(
        &mut self,
        from: &'f PhaseOutline,
        order: OrderKey,
        steps: &mut Steps<'f>,
    ) -> Result<(), TemplateError> {
        self.names.check.not_empty("a phase", "name", &from.name)?;
        let mut phase = Phase::new(self.ids.next(), self.journey, order);
        phase.name.clone_from(&from.name);
        let orders = OrderKey::spread(None, None, from.steps.len());
        for (step_from, order) in from.steps.iter().zip(orders) {
            self.names.check.not_empty(&format!("phase \"{}\"", from.name), "name of a step", &step_from.name)?;
            if steps.iter().any(|(known, _)| known.name == step_from.name) {
                return Err(self.names.check.twice(&format!("phase \"{}\"", from.name), "step", &step_from.name));
            }
            let new = Step::new(self.ids.next(), phase.id, order);
            let step = self.step(step_from, new)?;
            steps.push((step_from, step));
        }
        self.project.phases.put(phase);
        Ok(())
    }

    fn step(&mut self, from: &StepOutline, mut step: Step) -> Result<StepId, TemplateError> {
        let at = format!("step \"{}\"", from.name);
        step.name.clone_from(&from.name);
        step.touchpoint = self.touchpoint(from, &at)?;
        step.experience = from.experience;
        self.marks(from, &at, step.id)?;
        cards::of_step(from, &at, step.id, &self.lanes, self.names, self.ids, self.project)?;
        let id = step.id;
        self.project.steps.put(step);
        Ok(id)
    }

    fn touchpoint(&self, from: &StepOutline, at: &str) -> Result<Touchpoint, TemplateError> {
        let (names, check) = (self.names, self.names.check);
        Ok(Touchpoint {
            channels: names.channels.get_all(check, at, &from.channels)?,
            duration: from.duration.clone(),
            customers_per_month: from.customers_per_month,
            importance_to_customer: check.one_to_five(at, "the importance to the customer", from.importance.0)?,
            importance_to_business: check.one_to_five(at, "the importance to the business", from.importance.1)?,
            engagement: check.one_to_five(at, "the engagement", from.engagement)?,
            moment_of_truth: from.moment_of_truth,
            owner: names.departments.maybe(check, at, from.owner.as_ref())?,
            systems: from.systems.clone(),
            strengths: from.strengths.clone(),
            weaknesses: from.weaknesses.clone(),
            improvement: from.improvement.clone(),
        })
    }

    fn marks(&mut self, from: &StepOutline, at: &str, step: StepId) -> Result<(), TemplateError> {
        let (names, check) = (self.names, self.names.check);
        let mut marks: Vec<(MarkSource, Option<PersonaId>, f32)> = Vec::new();
        marks.extend(from.feels.map(|value| (MarkSource::Agreed, None, value)));
        for (key, value) in &from.others {
            marks.push((MarkSource::Agreed, Some(names.personas.get(check, at, key)?), *value));
        }
        for (key, value) in &from.believed {
            marks.push((MarkSource::Believed(names.departments.get(check, at, key)?), None, *value));
        }
        marks.extend(from.measured.map(|value| (MarkSource::Measured, None, value)));
        marks.extend(from.target.map(|value| (MarkSource::Target, None, value)));
        for (source, persona, value) in marks {
            let mut mark = Mark::new(self.ids.next(), step, source);
            mark.persona = persona;
            mark.value = check.on_axis(at, value)?;
            if source == MarkSource::Agreed && persona.is_none() {
                mark.word.clone_from(&from.word);
            }
            self.project.marks.put(mark);
        }
        Ok(())
    }

    fn handoffs(&mut self, steps: &Steps<'_>) -> Result<(), TemplateError> {
        for (place, (step, id)) in steps.iter().enumerate() {
            let Some(next) = &step.next else { continue };
            let Some((_, to)) = steps.get(place + 1) else {
                let at = format!("step \"{}\"", step.name);
                return Err(TemplateError::NothingNext { file: self.names.check.file.to_owned(), at });
            };
            self.project.handoffs.put(Handoff {
                identity: next.identity,
                case: next.case,
                history: next.history,
                promise: next.promise,
                note: next.note.clone(),
                ..Handoff::new(self.ids.next(), *id, *to)
            });
        }
        Ok(())
    }

    fn links(&mut self, from: &JourneyOutline, steps: &Steps<'_>) -> Result<(), TemplateError> {
        for link in &from.links {
            let find = |name: &str| {
                let found = steps.iter().find(|(step, _)| step.name == name).map(|(_, id)| *id);
                found.ok_or_else(|| TemplateError::UnknownKey {
                    file: self.names.check.file.to_owned(),
                    at: format!("a link of journey \"{}\"", from.title),
                    kind: "step",
                    key: name.to_owned(),
                })
            };
            let (start, end) = (find(&link.from)?, find(&link.to)?);
            let mut new = Link::new(self.ids.next(), start, end, link.kind);
            new.label.clone_from(&link.label);
            self.project.links.put(new);
        }
        Ok(())
    }
}
