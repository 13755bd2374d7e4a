//! Departments 部門: who was in the room, who wrote a card, who owns a step.

use super::fields::one_thing;
use super::record::record;
use crate::base::{OrderKey, Rgba};
use serde::{Deserialize, Serialize};

record! {
    /// A department taking part. Colour, shape and letter together tell it apart.
    Department, DepartmentId, "department" {
        /// Place in the list.
        order: OrderKey,
        ;
        /// Name, as colleagues say it.
        name: String,
        /// One or two characters drawn in its marker.
        letter: String,
        /// The shape of its marker.
        shape: MarkerShape,
        /// The colour of its marker; `None` takes the palette's by position.
        color: Option<Rgba>,
    }
}

/// The outline of a department's marker, so that colour is never the only sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkerShape {
    /// ●
    #[default]
    Circle,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ⬢
    Hexagon,
    /// ▼
    TriangleDown,
}

impl MarkerShape {
    /// All shapes, in the order in which new departments get them.
    pub const ALL: [Self; 6] =
        [Self::Circle, Self::Square, Self::Triangle, Self::Diamond, Self::Hexagon, Self::TriangleDown];
}

one_thing!(MarkerShape);
