//! The whole document.

use super::fields::{FieldMaker, FieldValue, Fields, Item, Sides};
use super::{
    Alias, Card, Channel, Conflict, DataSet, Department, DepartmentId, Handoff, Journey, Lane, Link, Mark, Persona,
    Phase, SavedView, Step, Table,
};
use crate::base::{Id, IdKind};
use serde::{Deserialize, Serialize};

/// A project: what one file holds. Cloning is cheap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// Title and the like.
    pub info: ProjectInfo,
    /// Departments taking part.
    pub departments: Table<Department>,
    /// Channels.
    pub channels: Table<Channel>,
    /// Personas.
    pub personas: Table<Persona>,
    /// Journeys.
    pub journeys: Table<Journey>,
    /// Phases of all journeys.
    pub phases: Table<Phase>,
    /// Steps of all phases.
    pub steps: Table<Step>,
    /// Lanes of all journeys.
    pub lanes: Table<Lane>,
    /// Cards of all cells.
    pub cards: Table<Card>,
    /// Emotion marks.
    pub marks: Table<Mark>,
    /// Handoffs.
    pub handoffs: Table<Handoff>,
    /// Branches and loops.
    pub links: Table<Link>,
    /// Imported feedback.
    pub data_sets: Table<DataSet>,
    /// Names that feedback files use for steps.
    pub aliases: Table<Alias>,
    /// Saved views.
    pub views: Table<SavedView>,
    /// Values that were kept where two people changed the same field.
    pub conflicts: Table<Conflict>,
}

/// The id of a project: the same in every copy of it.
pub type ProjectId = Id<ProjectInfo>;

impl IdKind for ProjectInfo {
    const NAME: &'static str = "project";
}

/// What belongs to the project as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProjectInfo {
    /// Tells copies of one project from other projects; given when it is first saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ProjectId>,
    /// Whose copy of a project this is, while it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<Contribution>,
    /// Title.
    pub title: String,
    /// What it is about, for whom, with what limits.
    pub note: String,
    /// Groups of fewer answers than this are hidden; never under 3. 0 takes the usual 5.
    pub display_floor: u32,
    /// Internal words that do not belong into the customer's mouth.
    pub glossary: Vec<String>,
    /// From which answer on a rating counts as good, where the team said so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cuts: Vec<Cut>,
    /// Names of people that are masked in what customers wrote.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub private_names: Vec<String>,
}

impl Item for Cut {
    fn collides(&self, other: &Self) -> bool {
        self.rating == other.rating
    }
}

impl Fields for ProjectInfo {
    fn made<M: FieldMaker>(maker: &mut M, sides: Sides<'_, Self>) -> Self {
        Self {
            // One who has an older file without an id takes nobody else's away.
            id: maker.settled("id", sides.part(|it| &it.id)).or(sides.ours.id),
            contribution: FieldValue::made(maker, "contribution", sides.part(|it| &it.contribution)),
            title: FieldValue::made(maker, "title", sides.part(|it| &it.title)),
            note: FieldValue::made(maker, "note", sides.part(|it| &it.note)),
            display_floor: FieldValue::made(maker, "display_floor", sides.part(|it| &it.display_floor)),
            glossary: FieldValue::made(maker, "glossary", sides.part(|it| &it.glossary)),
            cuts: FieldValue::made(maker, "cuts", sides.part(|it| &it.cuts)),
            private_names: FieldValue::made(maker, "private_names", sides.part(|it| &it.private_names)),
        }
    }
}

/// A copy that one department fills in, to be merged with the others'.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Who writes in it.
    pub department: DepartmentId,
    /// The checksum of the project as it was when the copy was made.
    pub base: String,
}

/// From which answer on a rating counts as good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// The rating: its column's header.
    pub rating: String,
    /// The lowest good answer.
    pub from: u8,
}

impl ProjectInfo {
    /// Groups of fewer answers than this are hidden (5, or what was set from 3 up).
    #[must_use]
    pub fn floor(&self) -> u64 {
        if self.display_floor == 0 { 5 } else { u64::from(self.display_floor.max(3)) }
    }
}

impl Project {
    /// Whether both are the same snapshot: nothing was changed between them.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.info == other.info
            && self.departments.same_as(&other.departments)
            && self.channels.same_as(&other.channels)
            && self.personas.same_as(&other.personas)
            && self.journeys.same_as(&other.journeys)
            && self.phases.same_as(&other.phases)
            && self.steps.same_as(&other.steps)
            && self.lanes.same_as(&other.lanes)
            && self.cards.same_as(&other.cards)
            && self.marks.same_as(&other.marks)
            && self.handoffs.same_as(&other.handoffs)
            && self.links.same_as(&other.links)
            && self.data_sets.same_as(&other.data_sets)
            && self.aliases.same_as(&other.aliases)
            && self.views.same_as(&other.views)
            && self.conflicts.same_as(&other.conflicts)
    }
}
