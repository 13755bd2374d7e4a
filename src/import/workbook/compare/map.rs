//! A journey: its title, phases, steps, lanes and the rows of values.

use super::{Comparing, Texts};
use crate::base::{Id, OrderKey};
use crate::edit::RecordKind;
use crate::i18n::domain::lane_name;
use crate::i18n::fill;
use crate::i18n::import::ReviewText as Text;
use crate::import::workbook::carried::{CarriedMap, ValueRow, tidy};
use crate::import::workbook::change::{Change, Deed, Edit};
use crate::import::workbook::edits::is_value;
use crate::import::workbook::order::unmoved;
use crate::import::workbook::values::ValueKey;
use crate::import::{Because, Note, Place};
use crate::model::{Journey, Lane, LaneId, LaneKind, MarkSource, PersonaId, Phase, PhaseId, RecordId, Step, StepId};

/// The phases, steps and lanes of a map with the ids they have or get, and the change by which the new ones come to be.
/// `None` for what was removed in the project meanwhile.
pub(super) struct Frame {
    pub(super) phases: Vec<Slot<PhaseId>>,
    pub(super) steps: Vec<Slot<StepId>>,
    pub(super) lanes: Vec<Slot<LaneId>>,
}

/// What something in a workbook is in the project.
#[derive(Clone, Copy)]
pub(super) struct Slot<I> {
    pub(super) id: Option<I>,
    /// The change that adds it.
    pub(super) new: Option<usize>,
}

impl<I> Slot<I> {
    pub(super) fn needs(&self) -> impl Iterator<Item = usize> + use<I> {
        self.new.into_iter()
    }
}

impl Comparing<'_> {
    pub(super) fn map(&mut self, theirs: &CarriedMap) {
        let empty = CarriedMap::empty(theirs.id, "");
        let base = self.base_map(theirs.id).cloned();
        let now = self.now.maps.iter().find(|map| map.id == theirs.id).cloned();
        let journey = match &now {
            None => Some(self.new_journey(theirs)),
            Some(now) => {
                let texts = [base.as_ref().map_or("", |map| &map.title), &theirs.title, &now.title];
                let texts = Texts { base: texts[0], theirs: texts[1], now: texts[2] };
                let edit = Edit::Name(theirs.id.into(), theirs.title.clone());
                if !theirs.title.is_empty() {
                    self.changed(RecordKind::Journey, Text::Title.text(self.lang), &texts, edit);
                }
                None
            }
        };
        // A journey that the project does not have comes in whole.
        let (base, now) =
            if now.is_some() { (base.unwrap_or(empty.clone()), now.unwrap_or(empty)) } else { (empty.clone(), empty) };
        let phases = self.phases(&base, theirs, journey);
        let steps = self.steps(&base, theirs, &phases);
        let lanes = self.lanes(&base, theirs, journey);
        let frame = Frame { phases, steps, lanes };
        self.values(&base, theirs, &now, &frame);
        self.cards(&base, theirs, &frame);
        self.gone_steps(&base, theirs, &frame);
        self.gone_lanes(&base, theirs);
    }

    fn new_journey(&mut self, theirs: &CarriedMap) -> usize {
        // It keeps who makes it, where those are here or come with it.
        let is_here = |id: &PersonaId| {
            let comes = |change: &Change| matches!(&change.edit, Edit::AddPersona(new) if new.id == *id);
            self.project.personas.contains(*id) || self.changes.iter().any(comes)
        };
        let personas = self.base_map(theirs.id).map(|map| map.personas.clone()).unwrap_or_default();
        let personas: Vec<PersonaId> = personas.into_iter().filter(is_here).collect();
        let comes = |change: &Change| matches!(&change.edit, Edit::AddPersona(new) if personas.contains(&new.id));
        let needs: Vec<usize> =
            self.changes.iter().enumerate().filter(|(_, change)| comes(change)).map(|(at, _)| at).collect();
        let journey = Journey { title: theirs.title.clone(), personas, ..Journey::new(theirs.id, OrderKey::default()) };
        let edit = Edit::AddJourney(Box::new(journey));
        let added = self.push(Deed::Added, RecordKind::Journey, "", ["", &theirs.title], edit);
        self.changes[added].needs = needs;
        added
    }

    /// An id for what comes to be: its own where that is free.
    fn fresh<K>(&mut self, own: Option<Id<K>>) -> Id<K>
    where
        RecordId: From<Id<K>>,
    {
        own.filter(|id| !self.project.contains((*id).into())).unwrap_or_else(|| self.ids.next())
    }

    fn phases(&mut self, base: &CarriedMap, theirs: &CarriedMap, journey: Option<usize>) -> Vec<Slot<PhaseId>> {
        let mut slots: Vec<Slot<PhaseId>> = Vec::new();
        let place = |id: &Option<PhaseId>| base.phases.iter().position(|(known, _)| known == id);
        let known: Vec<Option<usize>> =
            theirs.phases.iter().map(|(id, _)| id.and_then(|_| place(id)).filter(|_| self.is_here(*id))).collect();
        let stays = unmoved(&known.iter().flatten().copied().collect::<Vec<_>>());
        let mut stays = stays.into_iter();
        for (at, (id, name)) in theirs.phases.iter().enumerate() {
            let after: Vec<PhaseId> = slots.iter().rev().filter_map(|slot| slot.id).collect();
            let slot = match (id, known[at]) {
                (Some(id), Some(old)) => {
                    let old = &base.phases[old].1;
                    self.phase_named(*id, old, name);
                    if stays.next() == Some(false) {
                        self.push(Deed::Moved, RecordKind::Phase, "", [name, name], Edit::MovePhase(*id, after));
                    }
                    Slot { id: Some(*id), new: None }
                }
                (Some(_), None) if place(id).is_some() => Slot { id: None, new: None },
                _ => {
                    let id = self.fresh(*id);
                    let phase = Phase { name: name.clone(), ..Phase::new(id, theirs.id, OrderKey::default()) };
                    let new = self.push(Deed::Added, RecordKind::Phase, "", ["", name], Edit::AddPhase(phase, after));
                    self.changes[new].needs.extend(journey);
                    Slot { id: Some(id), new: Some(new) }
                }
            };
            slots.push(slot);
        }
        slots
    }

    fn is_here<K>(&self, id: Option<Id<K>>) -> bool
    where
        RecordId: From<Id<K>>,
    {
        id.is_some_and(|id| self.project.contains(id.into()))
    }

    fn phase_named(&mut self, id: PhaseId, old: &str, name: &str) {
        let now = self.project.phases.get(id).map(|phase| tidy(&phase.name)).unwrap_or_default();
        // A name that is gone with a column is no new name.
        if !name.is_empty() {
            let texts = Texts { base: old, theirs: name, now: &now };
            self.changed(RecordKind::Phase, "", &texts, Edit::Name(id.into(), name.to_owned()));
        }
    }

    fn steps(&mut self, base: &CarriedMap, theirs: &CarriedMap, phases: &[Slot<PhaseId>]) -> Vec<Slot<StepId>> {
        let mut slots: Vec<Slot<StepId>> = Vec::new();
        let place = |id: Option<StepId>| base.steps.iter().position(|known| id.is_some() && known.id == id);
        let known: Vec<Option<usize>> =
            theirs.steps.iter().map(|step| place(step.id).filter(|_| self.is_here(step.id))).collect();
        let mut stays = unmoved(&known.iter().flatten().copied().collect::<Vec<_>>()).into_iter();
        for (at, step) in theirs.steps.iter().enumerate() {
            let phase = phases[step.phase];
            let before = theirs.steps[..at].iter().zip(&slots).filter(|(other, _)| other.phase == step.phase);
            let after: Vec<StepId> = before.rev().filter_map(|(_, slot)| slot.id).collect();
            let in_phase = fill(Text::InPhase.text(self.lang), &[("phase", &theirs.phases[step.phase].1)]);
            let slot = match (step.id, known[at], phase.id) {
                (Some(id), Some(old), _) => {
                    self.step_named(id, &in_phase, &base.steps[old].name, &step.name);
                    let is_moved = stays.next() == Some(false);
                    let old_phase = base.phases[base.steps[old].phase].0;
                    if let Some(phase_id) = phase.id.filter(|id| is_moved || Some(*id) != old_phase) {
                        let edit = Edit::MoveStep(id, phase_id, after);
                        let moved = self.push(Deed::Moved, RecordKind::Step, &in_phase, [&step.name; 2], edit);
                        self.changes[moved].needs.extend(phase.needs());
                    }
                    Slot { id: Some(id), new: None }
                }
                (Some(_), None, _) if place(step.id).is_some() => Slot { id: None, new: None },
                (id, _, Some(phase_id)) => {
                    let id = self.fresh(id);
                    let new = Step { name: step.name.clone(), ..Step::new(id, phase_id, OrderKey::default()) };
                    let edit = Edit::AddStep(Box::new(new), after);
                    let new = self.push(Deed::Added, RecordKind::Step, &in_phase, ["", &step.name], edit);
                    self.changes[new].needs.extend(phase.needs());
                    Slot { id: Some(id), new: Some(new) }
                }
                _ => {
                    self.gone(&step.name);
                    Slot { id: None, new: None }
                }
            };
            slots.push(slot);
        }
        slots
    }

    fn step_named(&mut self, id: StepId, place: &str, old: &str, name: &str) {
        let now = self.project.steps.get(id).map(|step| tidy(&step.name)).unwrap_or_default();
        let texts = Texts { base: old, theirs: name, now: &now };
        self.changed(RecordKind::Step, place, &texts, Edit::Name(id.into(), name.to_owned()));
    }

    fn lanes(&mut self, base: &CarriedMap, theirs: &CarriedMap, journey: Option<usize>) -> Vec<Slot<LaneId>> {
        let mut slots: Vec<Slot<LaneId>> = Vec::new();
        let place = |id: Option<LaneId>| base.lanes.iter().position(|known| id.is_some() && known.id == id);
        let known: Vec<Option<usize>> =
            theirs.lanes.iter().map(|lane| place(lane.id).filter(|_| self.is_here(lane.id))).collect();
        let mut stays = unmoved(&known.iter().flatten().copied().collect::<Vec<_>>()).into_iter();
        for (at, lane) in theirs.lanes.iter().enumerate() {
            let after: Vec<LaneId> = slots.iter().rev().filter_map(|slot| slot.id).collect();
            let slot = match (lane.id, known[at]) {
                (Some(id), Some(old)) => {
                    self.lane_titled(id, &base.lanes[old].title, &lane.title);
                    if stays.next() == Some(false) {
                        self.push(Deed::Moved, RecordKind::Lane, "", [&lane.title; 2], Edit::MoveLane(id, after));
                    }
                    Slot { id: Some(id), new: None }
                }
                (Some(_), None) if place(lane.id).is_some() => Slot { id: None, new: None },
                (id, _) => {
                    let id = self.fresh(id);
                    let is_usual = crate::i18n::Lang::ALL
                        .iter()
                        .any(|lang| crate::i18n::domain::Named::name(lane.kind, *lang) == lane.title);
                    let title =
                        if is_usual && lane.kind != LaneKind::Custom { String::new() } else { lane.title.clone() };
                    let new = Lane { title, ..Lane::new(id, theirs.id, OrderKey::default(), lane.kind) };
                    let new =
                        self.push(Deed::Added, RecordKind::Lane, "", ["", &lane.title], Edit::AddLane(new, after));
                    self.changes[new].needs.extend(journey);
                    Slot { id: Some(id), new: Some(new) }
                }
            };
            slots.push(slot);
        }
        slots
    }

    fn lane_titled(&mut self, id: LaneId, old: &str, title: &str) {
        let now = self.project.lanes.get(id).map(|lane| tidy(lane_name(lane, self.lang)));
        let now = now.unwrap_or_default();
        if !title.is_empty() {
            // In another language than the workbook's a usual title reads differently and is the same.
            let is_usual = self.project.lanes.get(id).is_some_and(|lane| lane.title.is_empty());
            let now = if is_usual { old } else { &now };
            let texts = Texts { base: old, theirs: title, now };
            self.changed(RecordKind::Lane, "", &texts, Edit::Name(id.into(), title.to_owned()));
        }
    }

    fn values(&mut self, base: &CarriedMap, theirs: &CarriedMap, now: &CarriedMap, frame: &Frame) {
        for row in &theirs.values {
            for (at, text) in row.cells.iter().enumerate() {
                self.value(base, theirs, now, frame, (row, at, text));
            }
        }
        let lost = base.values.iter().filter(|row| !theirs.values.iter().any(|other| other.key == row.key));
        for row in lost.filter(|row| theirs.lanes.iter().any(|lane| lane.id == base.lanes[row.lane].id)) {
            let said: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            if !said.is_empty() {
                let text = format!("{}: {}", base.lanes[row.lane].title, said.join(" / "));
                self.notes.push(Note { place: Place::Whole, text, why: Because::RowGone });
            }
        }
    }

    fn value(
        &mut self,
        base: &CarriedMap,
        theirs: &CarriedMap,
        now: &CarriedMap,
        frame: &Frame,
        (row, at, text): (&ValueRow, usize, &String),
    ) {
        let at_step = |map: &CarriedMap| {
            let id = theirs.steps[at].id?;
            let step = map.steps.iter().position(|step| step.id == Some(id))?;
            map.value(&row.key, step).map(str::to_owned)
        };
        let (old, current) = (at_step(base).unwrap_or_default(), at_step(now).unwrap_or_default());
        let texts = Texts { base: &old, theirs: text, now: &current };
        if is_same(row.key, &old, text) || is_same(row.key, &current, text) {
            return;
        }
        let place = self.at(&theirs.lanes[row.lane].title, &theirs.steps[at].name);
        let Some(step) = frame.steps[at].id else { return self.gone(text) };
        if !is_value(row.key, text) {
            let why = match row.key {
                ValueKey::Emotion(..) => Because::NoEmotion,
                _ => Because::NoLevel,
            };
            self.notes.push(Note { place: Place::Whole, text: format!("{place}: {text}"), why });
            return;
        }
        let kind = match row.key {
            ValueKey::Emotion(..) | ValueKey::Word(..) => RecordKind::Emotion,
            _ => RecordKind::Step,
        };
        let edit = Edit::Value(step, row.key, text.clone());
        if let Some(change) = self.changed(kind, &place, &texts, edit) {
            self.changes[change].needs.extend(frame.steps[at].needs());
            let needs = [self.persona_of(row.key), self.department_of(row.key)];
            self.changes[change].needs.extend(needs.into_iter().flatten());
        }
    }

    /// The change that adds the persona that an emotion is about.
    fn persona_of(&self, key: ValueKey) -> Option<usize> {
        let (ValueKey::Emotion(_, Some(persona)) | ValueKey::Word(_, Some(persona))) = key else { return None };
        self.changes.iter().position(|change| matches!(&change.edit, Edit::AddPersona(new) if new.id == persona))
    }

    /// The change that adds the department that an emotion is believed by.
    fn department_of(&self, key: ValueKey) -> Option<usize> {
        let (ValueKey::Emotion(source, _) | ValueKey::Word(source, _)) = key else { return None };
        let MarkSource::Believed(department) = source else { return None };
        self.changes.iter().position(|change| matches!(&change.edit, Edit::AddDepartment(new) if new.id == department))
    }

    pub(super) fn at(&self, lane: &str, step: &str) -> String {
        fill(Text::At.text(self.lang), &[("lane", lane), ("step", step)])
    }

    /// Steps and phases whose columns are gone.
    fn gone_steps(&mut self, base: &CarriedMap, theirs: &CarriedMap, frame: &Frame) {
        let is_left = |id: Option<StepId>| theirs.steps.iter().any(|step| step.id == id);
        for step in
            base.steps.iter().filter(|step| !is_left(step.id) && self.is_here(step.id)).cloned().collect::<Vec<_>>()
        {
            let Some(id) = step.id else { continue };
            let place = fill(Text::InPhase.text(self.lang), &[("phase", &base.phases[step.phase].1)]);
            let now = self.project.steps.get(id).map(|step| tidy(&step.name)).unwrap_or_default();
            let texts = Texts { base: &step.name, theirs: "", now: &now };
            self.remove(RecordKind::Step, &place, &texts, Edit::Remove(id.into()));
        }
        let kept: Vec<PhaseId> = frame.phases.iter().filter_map(|slot| slot.id).collect();
        for (id, name) in base.phases.clone() {
            let Some(id) = id.filter(|id| !kept.contains(id) && self.is_here(Some(*id))) else { continue };
            let now = self.project.phases.get(id).map(|phase| tidy(&phase.name)).unwrap_or_default();
            let texts = Texts { base: &name, theirs: "", now: &now };
            self.remove(RecordKind::Phase, "", &texts, Edit::Remove(id.into()));
        }
    }

    fn gone_lanes(&mut self, base: &CarriedMap, theirs: &CarriedMap) {
        for lane in base.lanes.clone() {
            let Some(id) = lane.id.filter(|id| self.is_here(Some(*id))) else { continue };
            if !theirs.lanes.iter().any(|other| other.id == lane.id) {
                let texts = Texts { base: &lane.title, theirs: "", now: &lane.title };
                self.remove(RecordKind::Lane, "", &texts, Edit::Remove(id.into()));
            }
        }
    }
}

/// Whether two texts of a row say the same: figures by their value, lists whatever divides them.
fn is_same(key: ValueKey, a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let number = |text: &str| text.parse::<f32>().ok();
    match (key.is_number(), number(a), number(b)) {
        (true, Some(a), Some(b)) => (a - b).abs() < 0.005,
        _ => false,
    }
}
