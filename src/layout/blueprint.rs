//! The three lines of a service blueprint. A line stands where the map goes from one side of it to the other,
//! whatever lanes lie between and whichever way the lanes are ordered; each stands once.

use crate::i18n::map::Map;
use crate::model::LaneKind;

/// How far from the customer a lane is: the customer's own, frontstage, backstage, support.
const fn depth(kind: LaneKind) -> Option<usize> {
    match kind {
        LaneKind::Frontstage => Some(1),
        LaneKind::Backstage => Some(2),
        LaneKind::Support => Some(3),
        // What the team says about the journey stands on no side of the lines.
        LaneKind::Pain
        | LaneKind::Opportunity
        | LaneKind::Voice
        | LaneKind::Kpi
        | LaneKind::Owner
        | LaneKind::Custom => None,
        _ => Some(0),
    }
}

/// Lines from the customer inwards.
const LINES: [Map; 3] = [Map::LineOfInteraction, Map::LineOfVisibility, Map::LineOfInternalInteraction];

/// Goes down the lanes of a map.
#[derive(Debug, Default)]
pub(super) struct Lines {
    has_row: bool,
    depth: Option<usize>,
    drawn: [bool; 3],
}

impl Lines {
    /// The line above the next lane, if there is one.
    pub fn above(&mut self, kind: LaneKind) -> Option<Map> {
        let has_row = std::mem::replace(&mut self.has_row, true);
        let now = depth(kind)?;
        // Lanes that say nothing of the customer stand for the customer's side, so that a line is above the first.
        let before = self.depth.replace(now).or_else(|| has_row.then_some(0))?;
        let line = match before.cmp(&now) {
            std::cmp::Ordering::Less => now - 1,
            std::cmp::Ordering::Greater => now,
            std::cmp::Ordering::Equal => return None,
        };
        let drawn = std::mem::replace(&mut self.drawn[line], true);
        (!drawn).then_some(LINES[line])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LaneKind::{Action, Backstage, Emotion, Frontstage, Kpi, Pain, Support};

    fn lines(kinds: &[LaneKind]) -> Vec<Option<Map>> {
        let mut lines = Lines::default();
        kinds.iter().map(|kind| lines.above(*kind)).collect()
    }

    #[test]
    fn lines_stand_between_the_sides_they_part_in_whatever_order() {
        let (interaction, visibility, internal) =
            (Some(Map::LineOfInteraction), Some(Map::LineOfVisibility), Some(Map::LineOfInternalInteraction));
        assert_eq!(lines(&[Action, Frontstage, Backstage, Support]), [None, interaction, visibility, internal]);
        assert_eq!(lines(&[Support, Backstage, Frontstage, Action]), [None, internal, visibility, interaction]);
        assert_eq!(
            lines(&[Action, Pain, Frontstage, Kpi, Backstage, Emotion]),
            [None, None, interaction, None, visibility, None],
            "lanes between do not hide a line, and none is drawn twice"
        );
        assert_eq!(lines(&[Frontstage, Backstage]), [None, visibility]);
        assert_eq!(lines(&[Kpi, Frontstage]), [None, interaction]);
        assert_eq!(lines(&[Action, Backstage]), [None, visibility]);
    }
}
