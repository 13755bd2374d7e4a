//! Layer 1: the document. A [`Project`] is a small database of flat records that name each other
//! by id; snapshots are pointer copies. No input or output and no drawing here.

mod adoption;
mod any;
#[cfg(test)]
pub(crate) mod arbitrary;
mod card;
mod cell;
mod channel;
mod conflict;
mod continuity;
mod cube;
mod department;
mod feedback;
mod feedback_filter;
mod fields;
mod filter_counts;
mod handoff;
mod invariants;
mod journey;
mod lane;
mod mark;
mod patch;
mod persona;
mod picture;
mod problem;
mod project;
mod query;
mod ranges;
mod record;
mod references;
mod repair;
mod saved_view;
mod step;
mod table;

pub use adoption::UNASSIGNED;
pub use any::{AnyRecord, RecordId};
pub use card::{Card, CardId, Evidence, Opportunity, OpportunityStatus, Pain};
pub use cell::Cell;
pub use channel::{Channel, ChannelId, ChannelKind, ChannelSide};
pub use conflict::{Conflict, ConflictId};
pub use continuity::{Continuity, Passage};
pub use cube::{Cube, Measure, StepWords, Subject, SubjectName, Together};
pub use department::{Department, DepartmentId, MarkerShape};
pub use feedback::{
    Alias, AliasId, ColumnRole, DataSet, DataSetId, Dimension, Import, ImportKind, MappedColumn, Quote, Scales, Slice,
    StepAnswers,
};
pub use feedback_filter::FeedbackFilter;
pub use fields::{FieldMaker, FieldValue, Fields, Item, Sides, Value};
pub use filter_counts::{FilterCounts, cards_shown};
pub use handoff::{Carried, Handoff, HandoffId, Link, LinkId, LinkKind, Topic};
pub use journey::{Journey, JourneyId, JourneyState, JourneyStatus, Phase, PhaseId};
pub use lane::{Lane, LaneForm, LaneId, LaneKind};
pub use mark::{Mark, MarkId, MarkSource};
pub use patch::Patch;
pub use persona::{ChannelPreference, ExtraField, Organisation, Persona, PersonaId, PersonaKind};
pub use picture::Picture;
pub use problem::{Field, Problem};
pub use project::{Contribution, Cut, Project, ProjectId, ProjectInfo};
pub use query::{Feelings, JourneyIndex, PhaseColumns};
pub use record::Record;
pub(crate) use references::References;
pub use repair::{Remedy, Repair, repaired};
pub use saved_view::{CardFilter, OtherCards, SavedView, SavedViewId, Standing};
pub use step::{ExperienceValues, Step, StepId, Touchpoint};
pub use table::Table;
