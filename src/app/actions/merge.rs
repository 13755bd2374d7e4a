//! Several steps become one, two phases become one. Nothing that was typed is lost: texts are put side by side, and
//! what pointed at the other steps points at the one that stays.

use super::place::{after, phases_beside, selected_phase, selected_step};
use super::ways::{next_step, selected_steps};
use super::{Action, add_at_end, batch};
use crate::app::Session;
use crate::app::pictures::side_by_side;
use crate::base::{IdSource, normalized};
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::{Lang, domain::Named as _, fill, in_series, map::Map};
use crate::model::{
    Alias, Card, CardId, Carried, ExperienceValues, Handoff, Journey, JourneyId, LaneId, Link, LinkKind, Mark,
    MarkSource, PersonaId, Phase, PhaseId, Project, RecordId, Step, StepId, Topic, Touchpoint,
};
use std::collections::{BTreeMap, BTreeSet};

/// The selected steps as one, or the selected step with the one after it.
pub(crate) fn merge_steps(session: &mut Session, lang: Lang) -> Option<Action> {
    let mut steps = selected_steps(session);
    if steps.len() < 2 {
        let step = selected_step(session)?;
        steps = vec![step, next_step(session.project(), step)?];
    }
    let project = session.project().clone();
    let merge = Merge::new(&project, &steps, lang)?;
    let kept = merge.kept;
    let commands = merge.commands(session.ids());
    Some(Action::new(batch(Verb::Merge, RecordKind::Step, commands)).selecting([kept.into()]))
}

/// Steps of one journey that become one.
struct Merge<'a> {
    project: &'a Project,
    journey: &'a Journey,
    /// All columns of the journey from left to right.
    columns: Vec<&'a Step>,
    /// The steps that become one, from left to right; the first one stays.
    steps: Vec<&'a Step>,
    kept: StepId,
    /// The steps that go.
    going: BTreeSet<StepId>,
    lang: Lang,
}

impl<'a> Merge<'a> {
    fn new(project: &'a Project, steps: &[StepId], lang: Lang) -> Option<Self> {
        let journey = project.journey_of_step(*steps.first()?)?;
        let columns = project.steps_in_journey(journey);
        let steps: Vec<&Step> = columns.iter().copied().filter(|step| steps.contains(&step.id)).collect();
        let kept = steps.first()?.id;
        let going: BTreeSet<StepId> = steps[1..].iter().map(|step| step.id).collect();
        let journey = project.journeys.get(journey)?;
        (!going.is_empty()).then_some(Self { project, journey, columns, steps, kept, going, lang })
    }

    fn has(&self, step: StepId) -> bool {
        step == self.kept || self.going.contains(&step)
    }

    /// Where something goes that was at a step.
    fn target(&self, step: StepId) -> StepId {
        if self.going.contains(&step) { self.kept } else { step }
    }

    /// What goes is deleted last, when everything that is to stay has moved.
    fn commands(&self, ids: &mut IdSource) -> Vec<Command> {
        let mut commands = vec![Command::Edit(self.step().into())];
        self.cards(&mut commands);
        self.marks(&mut commands);
        self.handoffs(&mut commands);
        self.links(&mut commands);
        self.aliases(&mut commands, ids);
        for made in
            self.project.steps.iter().filter(|step| step.origin.is_some_and(|origin| self.going.contains(&origin)))
        {
            commands.push(Command::Edit(Step { origin: Some(self.kept), ..made.clone() }.into()));
        }
        commands.push(Command::Delete(self.going.iter().map(|step| (*step).into()).collect()));
        commands
    }

    fn step(&self) -> Step {
        let mut whole = self.steps[0].clone();
        whole.name = joined(self.steps.iter().map(|step| step.name.as_str()), " / ");
        whole.touchpoint = self.touchpoint();
        whole.experience = self.experience();
        whole.picture = side_by_side(&self.steps.iter().filter_map(|step| step.picture.as_ref()).collect::<Vec<_>>());
        whole.origin = self.steps.iter().find_map(|step| step.origin);
        whole
    }

    fn touchpoint(&self) -> Touchpoint {
        let points = || self.steps.iter().map(|step| &step.touchpoint);
        let mut channels = Vec::new();
        for channel in points().flat_map(|point| &point.channels) {
            if !channels.contains(channel) {
                channels.push(*channel);
            }
        }
        let level = |of: fn(&Touchpoint) -> u8| points().map(of).find(|value| *value > 0).unwrap_or(0);
        let text = |of: fn(&Touchpoint) -> &String, between| joined(points().map(|point| of(point).as_str()), between);
        let remarks: Vec<String> = self.inner_handoffs().map(|handoff| self.said(handoff, &Topic::ALL)).collect();
        let weaknesses = text(|point| &point.weaknesses, "\n");
        Touchpoint {
            channels,
            duration: text(|point| &point.duration, " / "),
            customers_per_month: points().find_map(|point| point.customers_per_month),
            importance_to_customer: level(|point| point.importance_to_customer),
            importance_to_business: level(|point| point.importance_to_business),
            engagement: level(|point| point.engagement),
            moment_of_truth: points().any(|point| point.moment_of_truth),
            owner: points().find_map(|point| point.owner),
            systems: text(|point| &point.systems, " / "),
            strengths: text(|point| &point.strengths, "\n"),
            // What was remarked about the way between the steps is now about the step.
            weaknesses: joined(std::iter::once(weaknesses.as_str()).chain(remarks.iter().map(String::as_str)), "\n"),
            improvement: text(|point| &point.improvement, "\n"),
        }
    }

    fn experience(&self) -> ExperienceValues {
        let first = |of: fn(&ExperienceValues) -> u8| {
            self.steps.iter().map(|step| of(&step.experience)).find(|value| *value > 0).unwrap_or(0)
        };
        ExperienceValues {
            sense: first(|v| v.sense),
            feel: first(|v| v.feel),
            think: first(|v| v.think),
            act: first(|v| v.act),
            relate: first(|v| v.relate),
        }
    }

    /// What is known of a way that is no more: its answers to these questions, and its remark.
    fn said(&self, handoff: &Handoff, topics: &[Topic]) -> String {
        let known = topics.iter().filter(|topic| handoff.answer(**topic) != Carried::Unknown);
        let answers: Vec<String> = known
            .map(|topic| format!("{} – {}", topic.name(self.lang), handoff.answer(*topic).name(self.lang)))
            .collect();
        let answers = in_series(&answers.iter().map(String::as_str).collect::<Vec<_>>(), self.lang);
        let name = |step| self.project.steps.get(step).map_or("", |step| step.name.as_str());
        let names = [("from", name(handoff.from)), ("to", name(handoff.to)), ("answers", answers.as_str())];
        let answers =
            if answers.is_empty() { answers.clone() } else { fill(Map::HandoffLabel.text(self.lang), &names) };
        joined([answers.as_str(), handoff.note.as_str()].into_iter(), " / ")
    }

    /// The handoffs between the steps that become one.
    fn inner_handoffs(&self) -> impl Iterator<Item = &'a Handoff> {
        self.project.handoffs.iter().filter(|handoff| self.has(handoff.from) && self.has(handoff.to))
    }

    /// Cards of the steps that go stand below those of the step that stays, and reach as far as before.
    fn cards(&self, commands: &mut Vec<Command>) {
        let places: BTreeMap<StepId, usize> = self.columns.iter().enumerate().map(|(at, step)| (step.id, at)).collect();
        let Some(kept) = places.get(&self.kept).copied() else { return };
        let mut moved: BTreeMap<LaneId, Vec<&Card>> = BTreeMap::new();
        for card in self.project.cards.iter().filter(|card| self.going.contains(&card.step)) {
            moved.entry(card.lane).or_default().push(card);
        }
        for (lane, mut cards) in moved {
            cards.sort_by(|a, b| {
                let place = |card: &Card| places.get(&card.step).copied();
                place(a).cmp(&place(b)).then(a.order.cmp(&b.order)).then(a.id.cmp(&b.id))
            });
            for card in &cards {
                let extra_span = self.reach(card, places.get(&card.step).copied().unwrap_or(kept), kept);
                if extra_span != card.extra_span {
                    commands.push(Command::Edit(Card { extra_span, ..(*card).clone() }.into()));
                }
            }
            let cards: Vec<CardId> = cards.into_iter().map(|card| card.id).collect();
            commands.push(Command::MoveCards { cards, lane, step: self.kept, before: None });
        }
    }

    /// How far a card reaches when it begins at the step that stays and the others are still there: deleting them
    /// shortens it to what it is to be.
    fn reach(&self, card: &Card, start: usize, kept: usize) -> u16 {
        let last = (start + usize::from(card.extra_span)).min(self.columns.len() - 1);
        let stays_inside = self.columns[start..=last].iter().all(|step| self.has(step.id));
        let reach = if stays_inside { 0 } else { last - kept };
        u16::try_from(reach).unwrap_or(u16::MAX)
    }

    /// One feeling for each persona and source: the middle of what was said, to halves.
    fn marks(&self, commands: &mut Vec<Command>) {
        let lead = self.journey.personas.first().copied();
        let mut groups: BTreeMap<(MarkSource, Option<PersonaId>), Vec<&Mark>> = BTreeMap::new();
        for step in &self.steps {
            for mark in self.project.marks.iter().filter(|mark| mark.step == step.id) {
                groups.entry((mark.source, mark.persona.or(lead))).or_default().push(mark);
            }
        }
        for marks in groups.into_values() {
            let [first, .., _] = marks[..] else {
                let only = marks[0];
                if only.step != self.kept {
                    commands.push(Command::Edit(Mark { step: self.kept, ..only.clone() }.into()));
                }
                continue;
            };
            let middle = marks.iter().map(|mark| mark.value).sum::<f32>() / marks.len() as f32;
            let word = joined(marks.iter().map(|mark| mark.word.as_str()), " / ");
            let whole = Mark { step: self.kept, value: Mark::on_axis(middle, true), word, ..first.clone() };
            commands.push(Command::Edit(whole.into()));
        }
    }

    /// Handoffs from and to other steps: where two become one, what is known of either is kept.
    fn handoffs(&self, commands: &mut Vec<Command>) {
        let mut groups: BTreeMap<(StepId, StepId), Vec<&Handoff>> = BTreeMap::new();
        for handoff in self.project.handoffs.iter().filter(|h| self.has(h.from) != self.has(h.to)) {
            groups.entry((self.target(handoff.from), self.target(handoff.to))).or_default().push(handoff);
        }
        for ((from, to), mut handoffs) in groups {
            // The one that is there already stays: there may be only one for a pair.
            handoffs.sort_by_key(|handoff| ((handoff.from, handoff.to) != (from, to), handoff.id));
            let mut whole = handoffs[0].clone();
            (whole.from, whole.to) = (from, to);
            for topic in Topic::ALL {
                let known =
                    handoffs.iter().map(|handoff| handoff.answer(topic)).find(|answer| *answer != Carried::Unknown);
                whole.set_answer(topic, known.unwrap_or_default());
            }
            // Where two of them disagree, the answer that does not count is kept in the remark.
            let disagrees = |handoff: &Handoff, topic: &Topic| {
                let answer = handoff.answer(*topic);
                answer != Carried::Unknown && answer != whole.answer(*topic)
            };
            let notes: Vec<String> = handoffs
                .iter()
                .map(|handoff| {
                    let others: Vec<Topic> = Topic::ALL.into_iter().filter(|topic| disagrees(handoff, topic)).collect();
                    self.said(handoff, &others)
                })
                .collect();
            whole.note = joined(notes.iter().map(String::as_str), " / ");
            if whole != *handoffs[0] {
                commands.push(Command::Edit(whole.into()));
            }
        }
    }

    /// Links keep their other end. One between the steps that become one goes round the step, if it says when.
    fn links(&self, commands: &mut Vec<Command>) {
        for link in self.project.links.iter() {
            let (from, to) = (self.target(link.from), self.target(link.to));
            let goes_round = from == to && link.from != link.to;
            if (from, to) == (link.from, link.to) || (goes_round && link.label.is_empty()) {
                continue;
            }
            let kind = if goes_round { LinkKind::Loop } else { link.kind };
            commands.push(Command::Edit(Link { from, to, kind, ..link.clone() }.into()));
        }
    }

    /// Names in feedback files go on meaning the step that stays, and so do the names that the steps had.
    fn aliases(&self, commands: &mut Vec<Command>, ids: &mut IdSource) {
        let in_journey = |alias: &&Alias| self.project.journey_of_step(alias.step) == Some(self.journey.id);
        let mut known: BTreeSet<String> = self
            .project
            .aliases
            .iter()
            .filter(in_journey)
            .filter(|alias| !self.going.contains(&alias.step))
            .map(|alias| normalized(&alias.name))
            .collect();
        for alias in self.project.aliases.iter().filter(|alias| self.going.contains(&alias.step)) {
            if known.insert(normalized(&alias.name)) {
                commands.push(Command::Edit(Alias { step: self.kept, ..alias.clone() }.into()));
            }
        }
        known.insert(normalized(&self.step().name));
        for step in &self.steps {
            let name = normalized(&step.name);
            if !name.is_empty() && known.insert(name) {
                commands.push(add_at_end(Alias { name: step.name.clone(), ..Alias::new(ids.next(), self.kept) }));
            }
        }
    }
}

/// Texts side by side, empty ones and repetitions left out.
fn joined<'t>(texts: impl Iterator<Item = &'t str>, between: &str) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for text in texts {
        if !text.trim().is_empty() && !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen.join(between)
}

/// The selected phases as one, or the selected phase with the one after it.
pub(crate) fn merge_phases(session: &Session) -> Option<Action> {
    let project = session.project();
    let phases = phases_to_merge(session)?;
    let first = project.phases.get(*phases.first()?)?;
    let all = || phases.iter().filter_map(|id| project.phases.get(*id));
    let mut whole = Phase { name: joined(all().map(|phase| phase.name.as_str()), " / "), ..first.clone() };
    whole.origin = all().find_map(|phase| phase.origin);
    let mut commands = vec![Command::Edit(whole.into())];
    for phase in &phases[1..] {
        let steps: Vec<StepId> = project.steps_of(*phase).iter().map(|step| step.id).collect();
        commands.push(Command::MoveSteps { steps, phase: first.id, before: None });
    }
    let goes = |id: &PhaseId| phases[1..].contains(id);
    for made in project.phases.iter().filter(|phase| phase.origin.as_ref().is_some_and(goes)) {
        commands.push(Command::Edit(Phase { origin: Some(first.id), ..made.clone() }.into()));
    }
    commands.push(Command::Delete(phases[1..].iter().map(|phase| (*phase).into()).collect()));
    Some(Action::new(batch(Verb::Merge, RecordKind::Phase, commands)).selecting([first.id.into()]))
}

fn phases_to_merge(session: &Session) -> Option<Vec<PhaseId>> {
    let project = session.project();
    let picked: BTreeSet<PhaseId> = session
        .selection()
        .records()
        .iter()
        .filter_map(|record| if let RecordId::Phase(phase) = record { Some(*phase) } else { None })
        .collect();
    if picked.len() > 1 {
        let journey: JourneyId = project.phases.get(*picked.first()?)?.journey;
        let phases = project.phases_of(journey);
        return Some(phases.iter().map(|phase| phase.id).filter(|phase| picked.contains(phase)).collect());
    }
    let phase = selected_phase(session)?;
    Some(vec![phase, after(&phases_beside(project, phase), phase)?])
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
