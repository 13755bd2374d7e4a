//! Copied records arrive in a document: under new ids, with the people, departments and channels they name matched
//! to those that are there, or brought along.

mod cards;
mod cells;
mod lanes;
mod marks;
mod people;
mod steps;

use super::carried::Clip;
use super::cut::Cut;
use crate::app::actions::{Action, contents, following, name_as_copy, new_id, rename};
use crate::app::{Cell, Selection, Session};
use crate::base::{IdSource, OrderKey};
use crate::edit::{Command, RecordKind};
use crate::i18n::Lang;
use crate::import::table::{folded, pasting};
use crate::model::{
    AnyRecord, JourneyId, Lane, LaneForm, LaneId, LaneKind, Phase, PhaseId, Project, RecordId, References as _,
};
use std::collections::{BTreeMap, BTreeSet};

/// What pasting copied records comes to. `None` when they need a map and there is none.
pub fn paste(session: &mut Session, clip: &Clip, lang: Lang) -> Option<Action> {
    let kind = clip.first().map(RecordKind::from);
    let roots: Vec<RecordId> =
        clip.roots.iter().copied().filter(|root| Some(RecordKind::from(*root)) == kind).collect();
    let place = Place::of(session);
    let target = session.project().clone();
    let ids = session.ids();
    let mut arriving = Arriving {
        target: &target,
        source: &clip.project,
        ids,
        lang,
        cut: clip.cut.as_ref(),
        new_ids: BTreeMap::new(),
        placed: Vec::new(),
        records: Vec::new(),
        edits: Vec::new(),
    };
    if let Some(block) = &clip.block {
        let (selection, kind) = arriving.cells(block, &place)?;
        return Some(Action { command: arriving.finish(kind), select: Some(selection), edit_text: None });
    }
    let kind = kind?;
    let selection = match kind {
        RecordKind::Card => arriving.cards(&roots, &place)?,
        RecordKind::Step => arriving.steps(&roots, &place)?,
        RecordKind::Phase => arriving.phases(&roots, &place)?,
        RecordKind::Lane => arriving.lanes(&roots, &place)?,
        RecordKind::Journey => arriving.journeys(&roots, &place),
        RecordKind::Persona | RecordKind::Department | RecordKind::Channel => arriving.people(&roots),
        _ => return None,
    };
    Some(Action { command: arriving.finish(kind), select: Some(selection), edit_text: None })
}

/// Where the person is.
struct Place {
    journey: Option<JourneyId>,
    selected: Option<RecordId>,
    cell: Option<Cell>,
    /// The cell that has the keyboard, whatever its lane takes.
    focus: Option<Cell>,
    step: Option<crate::model::StepId>,
    phase: Option<PhaseId>,
    lane: Option<LaneId>,
}

impl Place {
    fn of(session: &Session) -> Self {
        use crate::app::actions::{cell_for_card, selected_lane, selected_phase, selected_step};
        Self {
            journey: session.journey(),
            selected: session.selection().primary(),
            cell: cell_for_card(session),
            focus: crate::app::walk::cell_of(session).or_else(|| cell_for_card(session)),
            step: selected_step(session),
            phase: selected_phase(session),
            lane: selected_lane(session),
        }
    }
}

struct Arriving<'a> {
    target: &'a Project,
    source: &'a Project,
    ids: &'a mut IdSource,
    lang: Lang,
    /// What was cut out of this document, if it was.
    cut: Option<&'a Cut>,
    /// What each copied record, and each one it names, is here.
    new_ids: BTreeMap<RecordId, RecordId>,
    /// New records that have a place among others, parents first.
    placed: Vec<(AnyRecord, Option<RecordId>)>,
    /// New records at the end of their siblings.
    records: Vec<AnyRecord>,
    /// Records that were here and change.
    edits: Vec<AnyRecord>,
}

impl Arriving<'_> {
    /// A record and what is in it get new ids; the first one gets a place.
    fn take(&mut self, root: RecordId, before: Option<RecordId>) -> Option<RecordId> {
        let mut all = contents(self.source, root).into_iter();
        let first = all.next()?;
        let new = self.renew(first.id());
        self.placed.push((first, before));
        for record in all {
            self.renew(record.id());
            self.records.push(record);
        }
        Some(new)
    }

    fn renew(&mut self, id: RecordId) -> RecordId {
        let returns = self.returns(id);
        let ids = &mut *self.ids;
        *self.new_ids.entry(id).or_insert_with(|| if returns { id } else { new_id(ids, id) })
    }

    /// Whether a record was cut and comes back as itself.
    fn returns(&self, id: RecordId) -> bool {
        self.cut.is_some_and(|cut| cut.returns(id, self.target))
    }

    fn map(&mut self, from: impl Into<RecordId>, to: impl Into<RecordId>) {
        self.new_ids.insert(from.into(), to.into());
    }

    fn journeys(&mut self, roots: &[RecordId], place: &Place) -> Selection {
        let before = place.journey.and_then(|journey| following(self.target, journey.into()));
        let taken: Vec<RecordId> = roots.iter().filter_map(|root| self.take(*root, before)).collect();
        self.name_copies();
        Selection::of(taken)
    }

    /// What has a name that is here already is called a copy.
    fn name_copies(&mut self) {
        let (target, lang) = (self.target, self.lang);
        for (record, _) in &mut self.placed {
            let is_taken = match record {
                AnyRecord::Journey(r) => target.journeys.iter().any(|other| folded(&other.title) == folded(&r.title)),
                AnyRecord::Persona(r) => target.personas.iter().any(|other| folded(&other.name) == folded(&r.name)),
                AnyRecord::Department(r) => {
                    target.departments.iter().any(|other| folded(&other.name) == folded(&r.name))
                }
                AnyRecord::Channel(r) => target.channels.iter().any(|other| folded(&other.name) == folded(&r.name)),
                _ => false,
            };
            if is_taken {
                name_as_copy(record, lang);
            }
        }
    }

    /// The lane of a journey that takes what stood in another one: the same, else of its kind and title, else a new one.
    fn lane_like(&mut self, journey: JourneyId, lane: LaneId) -> Option<LaneId> {
        let source = self.source.lanes.get(lane)?.clone();
        if let Some(here) = alike(&self.target.lanes_of(journey), &source).cloned() {
            if here.hidden && !source.hidden {
                self.edits.push(Lane { hidden: false, ..here.clone() }.into());
            }
            return Some(here.id);
        }
        let known = self.placed.iter().find_map(|(record, _)| match record {
            AnyRecord::Lane(new) if new.journey == journey && is_like(new, &source) => Some(new.id),
            _ => None,
        });
        Some(known.unwrap_or_else(|| self.new_lane(journey, &source, None)))
    }

    fn new_lane(&mut self, journey: JourneyId, like: &Lane, before: Option<RecordId>) -> LaneId {
        let lane = Lane { id: self.ids.next(), journey, order: OrderKey::default(), origin: None, ..like.clone() };
        let id = lane.id;
        self.placed.push((lane.into(), before));
        id
    }

    fn last_phase(&mut self, journey: JourneyId, name: &str) -> PhaseId {
        let there = self.target.phases_of(journey).last().map(|phase| phase.id);
        let new = || {
            self.placed.iter().rev().find_map(|(record, _)| match record {
                AnyRecord::Phase(phase) if phase.journey == journey => Some(phase.id),
                _ => None,
            })
        };
        there.or_else(new).unwrap_or_else(|| {
            let phase = Phase { name: name.to_owned(), ..Phase::new(self.ids.next(), journey, OrderKey::default()) };
            let id = phase.id;
            self.placed.push((phase.into(), None));
            id
        })
    }

    /// Everything as one step of the history.
    fn finish(mut self, kind: RecordKind) -> Command {
        let brought = self.bring_people();
        let mut commands = Vec::new();
        if !brought.is_empty() {
            commands.push(Command::AddAll(self.settled(brought)));
        }
        let (placed, records) = (std::mem::take(&mut self.placed), std::mem::take(&mut self.records));
        let (records_placed, befores): (Vec<_>, Vec<_>) = placed.into_iter().unzip();
        let placed = self.settled(records_placed);
        let records = marks::each_once(self.target, &placed, self.settled(records));
        commands.extend(placed.into_iter().zip(befores).map(|(record, before)| Command::Add { record, before }));
        if !records.is_empty() {
            commands.push(Command::AddAll(records));
        }
        let edits = std::mem::take(&mut self.edits);
        commands.extend(self.settled(edits).into_iter().map(Command::Edit));
        commands.extend(self.names_again());
        pasting(kind, commands)
    }

    /// What named the records that are back names them again.
    fn names_again(&self) -> Vec<Command> {
        let Some(cut) = self.cut else { return Vec::new() };
        let back = self.new_ids.iter().filter(|(old, new)| old == new && self.returns(**old)).map(|(id, _)| *id);
        let (edits, added) = cut.restored(self.target, &back.collect());
        let edits = edits.into_iter().map(Command::Edit);
        edits.chain((!added.is_empty()).then_some(Command::AddAll(added))).collect()
    }

    /// Records with the ids they have here; what they name and is neither here nor comes along is forgotten.
    fn settled(&self, mut records: Vec<AnyRecord>) -> Vec<AnyRecord> {
        let new: BTreeSet<RecordId> = self.new_ids.values().copied().collect();
        for record in &mut records {
            rename(record, &self.new_ids);
            record.forget_unknown(&|id| self.target.contains(id) || new.contains(&id));
            if let AnyRecord::Step(step) = record {
                // Two channels of the other project may be one here.
                let mut seen = BTreeSet::new();
                step.touchpoint.channels.retain(|channel| seen.insert(*channel));
            }
        }
        records
    }
}

/// The lane among several that is like another one.
fn alike<'l>(lanes: &[&'l Lane], like: &Lane) -> Option<&'l Lane> {
    let first = |fits: &dyn Fn(&Lane) -> bool| lanes.iter().copied().find(|lane| fits(lane));
    first(&|lane| lane.id == like.id)
        .or_else(|| first(&|lane| lane.kind == like.kind && folded(&lane.title) == folded(&like.title)))
        .or_else(|| first(&|lane| is_like(lane, like)))
}

fn is_like(lane: &Lane, like: &Lane) -> bool {
    lane.kind == like.kind && (lane.kind != LaneKind::Custom || folded(&lane.title) == folded(&like.title))
}

const fn takes_text(kind: LaneKind) -> bool {
    matches!(kind.form(), LaneForm::Cards | LaneForm::Speech)
}
