//! What is selected: records in the order they were picked, the last one leading, and the focused cell.

use crate::model::{Cell, Project, RecordId};

/// The selected records and the focused cell. Undone with the changes, never saved.
///
/// A block of cells reaches from the focused cell, where typing goes, to a corner; [`super::Grid::block`] gives
/// its lanes and steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    records: Vec<RecordId>,
    cell: Option<Cell>,
    corner: Option<Cell>,
}

impl<const N: usize> From<[RecordId; N]> for Selection {
    fn from(records: [RecordId; N]) -> Self {
        Self::of(records)
    }
}

impl From<Vec<RecordId>> for Selection {
    fn from(records: Vec<RecordId>) -> Self {
        Self::of(records)
    }
}

impl Selection {
    /// Exactly these records, the last one leading.
    #[must_use]
    pub fn of(records: impl IntoIterator<Item = RecordId>) -> Self {
        let mut selection = Self::default();
        records.into_iter().for_each(|record| selection.add(record));
        selection
    }

    /// Just a focused cell.
    #[must_use]
    pub fn of_cell(cell: Cell) -> Self {
        Self { records: Vec::new(), cell: Some(cell), corner: None }
    }

    /// The selected records in the order they were picked.
    #[must_use]
    pub fn records(&self) -> &[RecordId] {
        &self.records
    }

    /// The leading record: the one picked last.
    #[must_use]
    pub fn primary(&self) -> Option<RecordId> {
        self.records.last().copied()
    }

    /// The focused cell: where the next card goes.
    #[must_use]
    pub fn cell(&self) -> Option<Cell> {
        self.cell
    }

    /// Whether the record is selected.
    #[must_use]
    pub fn contains(&self, record: impl Into<RecordId>) -> bool {
        self.records.contains(&record.into())
    }

    /// Whether no record is selected; a cell may be focused nevertheless.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The corner of a block of cells that lies across from the focused cell; `None` when no block is selected.
    #[must_use]
    pub fn corner(&self) -> Option<Cell> {
        self.corner
    }

    /// Focuses a cell, or none. A block of cells ends with it.
    pub fn focus(&mut self, cell: Option<Cell>) {
        self.cell = cell;
        self.corner = None;
    }

    /// Selects the block of cells from the focused one to this one.
    pub fn reach_to(&mut self, corner: Cell) {
        self.corner = self.cell.filter(|cell| *cell != corner).map(|_| corner);
    }

    /// Selects a record too and makes it lead.
    pub fn add(&mut self, record: impl Into<RecordId>) {
        let record = record.into();
        self.records.retain(|other| *other != record);
        self.records.push(record);
    }

    /// Selects the record if it was not, else takes it out.
    pub fn toggle(&mut self, record: impl Into<RecordId>) {
        let record = record.into();
        if self.contains(record) {
            self.records.retain(|other| *other != record);
        } else {
            self.records.push(record);
        }
    }

    /// Lets go of what is not in the project.
    pub(super) fn prune(&mut self, project: &Project) {
        self.records.retain(|record| project.contains(*record));
        let is_there = |cell: &Cell| project.lanes.contains(cell.lane) && project.steps.contains(cell.step);
        self.cell = self.cell.filter(is_there);
        self.corner = self.corner.filter(|corner| is_there(corner) && self.cell.is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn the_last_picked_record_leads() {
        let card = |n| RecordId::Card(Id::from_bits(n));
        let mut selection = Selection::of([card(1), card(2), card(1)]);
        assert_eq!(selection.records(), [card(2), card(1)]);
        assert_eq!(selection.primary(), Some(card(1)));
        selection.toggle(card(1));
        selection.toggle(card(3));
        assert_eq!(selection.records(), [card(2), card(3)]);
    }
}
