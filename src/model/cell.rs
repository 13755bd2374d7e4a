//! A cell of the map: where a lane and a step meet.

use super::{LaneId, StepId};

/// A cell of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Its lane.
    pub lane: LaneId,
    /// Its step.
    pub step: StepId,
}
