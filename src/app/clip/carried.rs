//! Copied records with everything they name, as a small project of their own: what another window needs to paste
//! them with all their fields.

use super::cut::Cut;
use crate::app::actions::contents;
use crate::base::IdSource;
use crate::model::{
    AnyRecord, JourneyId, Lane, LaneForm, LaneId, Mark, Phase, Project, RecordId, References as _, Step, StepId,
};
use crate::store;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// More than this is not carried from window to window, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// What was copied.
#[derive(Clone, Debug)]
pub struct Clip {
    /// The records that were selected, in the order a person sees.
    pub(super) roots: Vec<RecordId>,
    /// They, what is in them, what they name, and the map around them.
    pub(super) project: Project,
    /// The text that went onto the clipboard with them, as a hash.
    text: String,
    /// Tells this copy from every other one.
    mark: u64,
    /// The cells that were copied as they are, where there are lanes of values among them.
    pub(super) block: Option<CopiedBlock>,
    /// What went out of the document with it; only this window knows.
    pub(super) cut: Option<Cut>,
}

/// A block of cells that was copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CopiedBlock {
    /// Its lanes from top to bottom.
    pub(super) lanes: Vec<LaneId>,
    /// Its steps from left to right.
    pub(super) steps: Vec<StepId>,
}

/// The first line of the file between windows.
#[derive(Serialize, Deserialize)]
struct Envelope {
    text: String,
    mark: u64,
    roots: Vec<RecordId>,
    #[serde(default)]
    block: Option<CopiedBlock>,
}

impl Clip {
    /// The records `roots` of a project, that go with this text.
    #[must_use]
    pub fn of(project: &Project, roots: Vec<RecordId>, text: &str, ids: &mut IdSource) -> Self {
        let mut carried = Project::default();
        carried.info.title.clone_from(&project.info.title);
        for root in &roots {
            for record in contents(project, *root).into_iter().chain(values_of(project, *root)) {
                carried.put(record);
            }
        }
        let copied: BTreeSet<RecordId> = carried.ids().collect();
        for journey in journeys_around(project, &roots) {
            put_grid(&mut carried, project, journey);
        }
        put_named(&mut carried, project, &copied);
        Self { roots, project: carried, text: hash(text), mark: ids.next::<Step>().bits(), block: None, cut: None }
    }

    /// A block of cells: the cards, emotions, channels and levels in it.
    #[must_use]
    pub(super) fn of_cells(project: &Project, block: CopiedBlock, text: &str, ids: &mut IdSource) -> Self {
        let mut carried = Project::default();
        carried.info.title.clone_from(&project.info.title);
        let in_block = |lane, step| block.lanes.contains(&lane) && block.steps.contains(&step);
        let cards: Vec<_> = project.cards.iter().filter(|card| in_block(card.lane, card.step)).cloned().collect();
        let roots = cards.iter().map(|card| card.id.into()).collect();
        let has_curves = block
            .lanes
            .iter()
            .filter_map(|id| project.lanes.get(*id))
            .any(|lane| matches!(lane.kind.form(), LaneForm::Curves));
        let marks = project.marks.iter().filter(|mark| has_curves && block.steps.contains(&mark.step)).cloned();
        let steps = block.steps.iter().filter_map(|id| project.steps.get(*id)).cloned();
        let records = steps.map(AnyRecord::from).chain(cards.into_iter().map(Into::into)).chain(marks.map(Into::into));
        records.for_each(|record| carried.put(record));
        let copied: BTreeSet<RecordId> = carried.ids().collect();
        let journey = block.lanes.first().and_then(|id| project.lanes.get(*id)).map(|lane| lane.journey);
        if let Some(journey) = journey {
            put_grid(&mut carried, project, journey);
        }
        put_named(&mut carried, project, &copied);
        let mark = ids.next::<Step>().bits();
        Self { roots, project: carried, text: hash(text), mark, block: Some(block), cut: None }
    }

    /// The same after it was cut out of this document: what is pasted first comes back as itself.
    #[must_use]
    pub fn cut_from(self, project: &Project) -> Self {
        let roots = self.roots.iter().flat_map(|root| contents(project, *root));
        let mut cut: BTreeSet<RecordId> = roots.map(|record| record.id()).collect();
        if self.block.is_some() {
            cut.extend(self.project.marks.iter().map(|mark| RecordId::from(mark.id)));
        }
        Self { cut: Some(Cut::of(project, cut)), ..self }
    }

    /// Whether the cells are nothing but values for lanes of these forms.
    #[must_use]
    pub fn only_values(&self) -> Option<Vec<LaneForm>> {
        let lanes = self.block.as_ref()?.lanes.iter().filter_map(|id| self.project.lanes.get(*id));
        let forms: Vec<LaneForm> = lanes.map(|lane| lane.kind.form()).collect();
        let takes_cards = |form: &LaneForm| matches!(form, LaneForm::Cards | LaneForm::Speech);
        (!forms.iter().any(takes_cards)).then_some(forms)
    }

    /// Whether this is what went onto the clipboard with a text.
    #[must_use]
    pub fn belongs_to(&self, text: &str) -> bool {
        self.text == hash(text)
    }

    /// Whether both are the same copy.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.mark == other.mark
    }

    /// The kind of thing that was copied.
    #[must_use]
    pub fn first(&self) -> Option<RecordId> {
        self.roots.first().copied()
    }

    /// What stands in the file between windows; `None` when it is too much for that.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        let (roots, block) = (self.roots.clone(), self.block.clone());
        let envelope = Envelope { text: self.text.clone(), mark: self.mark, roots, block };
        let text = format!("{}\n{}", ron::to_string(&envelope).ok()?, store::to_text(&self.project).ok()?);
        (text.len() <= LARGEST).then_some(text)
    }

    /// Reads that file. `None` for what is no copy of ours.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (envelope, project) = text.split_once('\n').filter(|_| text.len() <= LARGEST)?;
        let Envelope { text, mark, roots, block } = ron::from_str(envelope).ok()?;
        // Ids that stand twice are damage: any new ones will do.
        let project = store::from_text(project, &mut IdSource::seeded(mark)).ok()?.project;
        let roots: Vec<RecordId> = roots.into_iter().filter(|root| project.contains(*root)).collect();
        let is_something = !roots.is_empty() || block.is_some();
        is_something.then_some(Self { roots, project, text, mark, block, cut: None })
    }
}

/// What a lane shows that has no cards: it stands in the steps.
fn values_of(project: &Project, root: RecordId) -> Vec<AnyRecord> {
    let RecordId::Lane(id) = root else { return Vec::new() };
    let Some(lane) = project.lanes.get(id) else { return Vec::new() };
    let steps = project.steps_in_journey(lane.journey);
    match lane.kind.form() {
        LaneForm::Cards | LaneForm::Speech | LaneForm::Voice => Vec::new(),
        LaneForm::Curves => {
            let of_journey = |mark: &&Mark| steps.iter().any(|step| step.id == mark.step);
            project.marks.iter().filter(of_journey).cloned().map(Into::into).collect()
        }
        _ => steps.into_iter().cloned().map(Into::into).collect(),
    }
}

/// The text as every program hands it on: some change the ends of lines or drop the last one.
fn hash(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let digest = Sha256::digest(text.trim_end_matches('\n').as_bytes());
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The journeys that records stand in without being a whole one.
fn journeys_around(project: &Project, roots: &[RecordId]) -> BTreeSet<JourneyId> {
    let around = |root: &RecordId| match *root {
        RecordId::Phase(id) => project.phases.get(id).map(|phase| phase.journey),
        RecordId::Step(id) => project.journey_of_step(id),
        RecordId::Lane(id) => project.lanes.get(id).map(|lane| lane.journey),
        RecordId::Card(id) => project.cards.get(id).and_then(|card| project.lanes.get(card.lane)).map(|l| l.journey),
        _ => None,
    };
    roots.iter().filter_map(around).collect()
}

/// The journey with its phases, steps and lanes, by their names only: they say where the copied records stood.
fn put_grid(carried: &mut Project, project: &Project, id: JourneyId) {
    let Some(journey) = project.journeys.get(id) else { return };
    let put = |carried: &mut Project, record: AnyRecord| {
        if !carried.contains(record.id()) {
            carried.put(record);
        }
    };
    put(carried, journey.clone().into());
    for phase in project.phases_of(id) {
        put(carried, Phase { name: phase.name.clone(), ..Phase::new(phase.id, id, phase.order.clone()) }.into());
    }
    for lane in project.lanes_of(id) {
        put(carried, Lane { origin: None, ..lane.clone() }.into());
    }
    for step in project.steps_in_journey(id) {
        put(carried, Step { name: step.name.clone(), ..Step::new(step.id, step.phase, step.order.clone()) }.into());
    }
}

/// The people, departments and channels that records name, and those that these name.
fn put_named(carried: &mut Project, project: &Project, copied: &BTreeSet<RecordId>) {
    let mut open: Vec<RecordId> = carried.ids().collect();
    while let Some(id) = open.pop() {
        // Channels that share an identity with one that is only named would bring along half the project.
        if matches!(id, RecordId::Channel(_)) && !copied.contains(&id) {
            continue;
        }
        let mut named = Vec::new();
        if let Some(record) = carried.get(id) {
            record.references(&mut |reference| named.push(reference.target));
        }
        for id in named.into_iter().filter(|id| is_person(*id) && !carried.contains(*id)).collect::<Vec<_>>() {
            if let Some(record) = project.get(id) {
                carried.put(record);
                open.push(id);
            }
        }
    }
}

/// What belongs to the project and not to one map.
pub(super) const fn is_person(id: RecordId) -> bool {
    matches!(id, RecordId::Department(_) | RecordId::Channel(_) | RecordId::Persona(_))
}
