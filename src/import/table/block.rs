//! What a sheet of cells says about itself: whether its first rows name phases and steps, its first column lanes.

use super::names::{Heading, folded, heading, lane_named};
use super::sheet::Sheet;
use crate::model::JourneyIndex;
use std::collections::BTreeSet;

/// The names that a map has, folded.
#[derive(Debug, Default)]
pub(super) struct Known {
    lanes: BTreeSet<String>,
    phases: BTreeSet<String>,
    steps: BTreeSet<String>,
}

impl Known {
    pub(super) fn of(index: &JourneyIndex<'_>) -> Self {
        let some = |names: &mut dyn Iterator<Item = String>| names.filter(|name| !name.is_empty()).collect();
        Self {
            lanes: some(&mut index.lanes.iter().map(|lane| folded(&lane.title))),
            phases: some(&mut index.phases.iter().map(|phase| folded(&phase.phase.name))),
            steps: some(&mut index.steps().map(|step| folded(&step.name))),
        }
    }

    fn is_lane(&self, name: &str) -> bool {
        self.lanes.contains(&folded(name)) || lane_named(name).is_some()
    }
}

/// A sheet with its headings told from its content.
#[derive(Debug)]
pub(super) struct Block<'a> {
    sheet: &'a Sheet,
    /// The row that names phases.
    phases: Option<usize>,
    /// The row that names steps.
    steps: Option<usize>,
    /// Whether the first column names lanes.
    names_lanes: bool,
    first_row: usize,
}

impl<'a> Block<'a> {
    pub(super) fn read(sheet: &'a Sheet, known: &Known) -> Self {
        let names_lanes = sheet.width() > 1 && mostly((0..sheet.height()).map(|row| sheet.cell(row, 0)), known);
        let mut block = Self { sheet, phases: None, steps: None, names_lanes, first_row: 0 };
        if names_lanes {
            block.read_headed(known);
        } else {
            block.read_bare(known);
        }
        block
    }

    /// Whether lanes stand side by side and steps below each other.
    pub(super) fn is_turned(sheet: &Sheet, known: &Known) -> bool {
        let down = mostly((0..sheet.height()).map(|row| sheet.cell(row, 0)), known);
        let across = mostly((0..sheet.width()).map(|column| sheet.cell(0, column)), known);
        across && !down && sheet.height() > 1
    }

    /// With lane names at the left, what stands above the first lane names phases and steps.
    fn read_headed(&mut self, known: &Known) {
        let sheet = self.sheet;
        let is_lane = |row: usize| known.is_lane(sheet.cell(row, 0));
        let top = (0..sheet.height()).take_while(|row| !is_lane(*row)).count();
        let titled = |row: &usize| (1..sheet.width()).any(|column| !sheet.cell(*row, column).trim().is_empty());
        let heads: Vec<usize> = (0..top).filter(titled).collect();
        self.first_row = top;
        for row in &heads {
            match heading(sheet.cell(*row, 0)) {
                Some(Heading::Phases) => self.phases = Some(*row),
                Some(Heading::Steps) => self.steps = Some(*row),
                None => {}
            }
        }
        let unsaid = |row: &&usize| Some(**row) != self.phases && Some(**row) != self.steps;
        let rest: Vec<usize> = heads.iter().filter(unsaid).copied().collect();
        match (rest.as_slice(), self.phases, self.steps) {
            ([phases, .., steps], None, None) => (self.phases, self.steps) = (Some(*phases), Some(*steps)),
            ([row], None, None) if self.names_mostly(*row, &known.phases, &known.steps) => self.phases = Some(*row),
            ([row, ..], _, None) => self.steps = Some(*row),
            ([row, ..], None, _) => self.phases = Some(*row),
            _ => {}
        }
    }

    /// Without lane names, the first row names steps or phases where the map has most of them.
    fn read_bare(&mut self, known: &Known) {
        let sheet = self.sheet;
        if sheet.height() < 2 {
            return;
        }
        if self.names_mostly(0, &known.steps, &BTreeSet::new()) {
            self.steps = Some(0);
        } else if self.names_mostly(0, &known.phases, &BTreeSet::new()) {
            self.phases = Some(0);
        }
        if self.steps.or(self.phases).is_some() {
            self.first_row = 1;
        }
    }

    /// Whether most cells of a row are among `these` names, and more than among `others`.
    fn names_mostly(&self, row: usize, these: &BTreeSet<String>, others: &BTreeSet<String>) -> bool {
        let names: Vec<String> =
            (self.first_column()..self.sheet.width()).map(|column| folded(self.sheet.cell(row, column))).collect();
        let named = names.iter().filter(|name| !name.is_empty()).count();
        let among = |set: &BTreeSet<String>| names.iter().filter(|name| set.contains(*name)).count();
        among(these) > 0 && among(these) * 2 >= named && among(these) > among(others)
    }

    fn first_column(&self) -> usize {
        usize::from(self.names_lanes)
    }

    /// How many columns of content.
    pub(super) fn columns(&self) -> usize {
        self.sheet.width().saturating_sub(self.first_column())
    }

    /// How many rows of content.
    pub(super) fn rows(&self) -> usize {
        self.sheet.height().saturating_sub(self.first_row)
    }

    /// The content of a cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> &'a str {
        self.sheet.cell(row + self.first_row, column + self.first_column())
    }

    /// Row and column of a cell of the content on the sheet, from 1.
    pub(super) fn place(&self, row: usize, column: usize) -> (usize, usize) {
        (row + self.first_row + 1, column + self.first_column() + 1)
    }

    pub(super) fn names_lanes(&self) -> bool {
        self.names_lanes
    }

    pub(super) fn names_steps(&self) -> bool {
        self.steps.is_some()
    }

    pub(super) fn names_phases(&self) -> bool {
        self.phases.is_some()
    }

    /// The lane of a row. Cells that were joined leave the following rows without a name: they belong to the one above.
    pub(super) fn lane_name(&self, row: usize) -> &'a str {
        let up = (self.first_row..=row + self.first_row).rev().map(|row| self.sheet.cell(row, 0).trim());
        up.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// The name of the step of a column.
    pub(super) fn step_name(&self, column: usize) -> &'a str {
        self.steps.map_or("", |row| self.sheet.cell(row, column + self.first_column()).trim())
    }

    /// The phase of a column; joined cells reach to the right.
    pub(super) fn phase_name(&self, column: usize) -> &'a str {
        let Some(row) = self.phases else { return "" };
        let left = (0..=column).rev().map(|column| self.sheet.cell(row, column + self.first_column()).trim());
        left.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// Whether nothing stands in a column, not even a name.
    pub(super) fn is_empty_column(&self, column: usize) -> bool {
        let names_phase =
            self.phases.is_some_and(|row| !self.sheet.cell(row, column + self.first_column()).trim().is_empty());
        self.step_name(column).is_empty()
            && !names_phase
            && (0..self.rows()).all(|row| self.cell(row, column).trim().is_empty())
    }
}

/// Whether at least half of these cells that are not empty name lanes.
fn mostly<'t>(cells: impl Iterator<Item = &'t str>, known: &Known) -> bool {
    let (mut named, mut lanes) = (0_usize, 0_usize);
    for cell in cells.filter(|cell| !cell.trim().is_empty() && heading(cell).is_none()) {
        named += 1;
        lanes += usize::from(known.is_lane(cell));
    }
    lanes > 0 && lanes * 2 >= named
}

/// Whether a sheet is a table of lanes and, if it is, whether they stand side by side. One name of a lane may be an
/// accident: two kinds are none, nor is one where nothing else stands there but a heading. A header that speaks of
/// scores and dates is that of a survey.
#[must_use]
pub fn is_table_of_lanes(sheet: &Sheet) -> Option<bool> {
    let known = Known::default();
    if sheet.width() < 2 || sheet.height() < 2 {
        return None;
    }
    let down: Vec<&str> = (0..sheet.height().min(MOST_LOOKED_AT)).map(|row| sheet.cell(row, 0)).collect();
    let across: Vec<&str> = (0..sheet.width().min(MOST_LOOKED_AT)).map(|column| sheet.cell(0, column)).collect();
    let is_named = |cells: &[&str]| {
        let lanes: BTreeSet<_> = cells.iter().filter_map(|cell| lane_named(cell)).collect();
        let others = cells.iter().filter(|cell| !cell.trim().is_empty() && lane_named(cell).is_none());
        let is_alone = others.clone().count() > 0 && others.into_iter().all(|cell| heading(cell).is_some());
        mostly(cells.iter().copied(), &known) && (lanes.len() > 1 || (lanes.len() == 1 && is_alone))
    };
    if is_named(&down) {
        return Some(false);
    }
    let is_survey = across.iter().any(|cell| is_of_survey(cell));
    (!is_survey && is_named(&across)).then_some(true)
}

/// Whether the name of a column is one of a survey.
#[must_use]
pub fn is_of_survey(name: &str) -> bool {
    const OF_SURVEYS: [&str; 18] = [
        "date",
        "日付",
        "timestamp",
        "タイムスタンプ",
        "回答日",
        "回答日時",
        "score",
        "nps",
        "csat",
        "ces",
        "rating",
        "点数",
        "満足度",
        "推奨度",
        "respondent",
        "回答者",
        "verbatim",
        "comment",
    ];
    OF_SURVEYS.contains(&folded(name).as_str())
}

/// So many cells of a row or column are looked at to tell what they name.
const MOST_LOOKED_AT: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<usize>, Option<usize>, bool, usize) {
        let sheet = Sheet::read(text);
        let steps = ["投稿で見かける", "店に行く"].map(folded).into();
        let phases = ["認知", "購入"].map(folded).into();
        let known = Known { lanes: BTreeSet::new(), phases, steps };
        let block = Block::read(&sheet, &known);
        (block.phases, block.steps, block.names_lanes, block.first_row)
    }

    #[test]
    fn headings_are_told_from_content() {
        assert_eq!(read("\t調べる\t買う\n行動\ta\tb\n思考\tc\td"), (None, Some(0), true, 1));
        assert_eq!(read("\t認知\t\t購入\n\t見る\t聞く\t買う\n行動\ta\tb\tc"), (Some(0), Some(1), true, 2));
        assert_eq!(read("フェーズ\t認知\t購入\n行動\ta\tb"), (Some(0), None, true, 1));
        assert_eq!(read("\t認知\t購入\n行動\ta\tb"), (Some(0), None, true, 1), "the map has these phases");
        assert_eq!(read("Steps\tSee\tBuy\nActions\ta\tb\nPain points\tc\td"), (None, Some(0), true, 1));
        assert_eq!(read("私の旅\n\t見る\t買う\n行動\ta\tb"), (None, Some(1), true, 2), "a title is passed over");
        assert_eq!(read("投稿で見かける\t店に行く\na\tb"), (None, Some(0), false, 1));
        assert_eq!(read("a\tb\nc\td"), (None, None, false, 0));
        assert_eq!(read("行動\ta\tb"), (None, None, true, 0));
    }

    #[test]
    fn lanes_side_by_side_are_seen() {
        let turned = |text: &str| Block::is_turned(&Sheet::read(text), &Known::default());
        assert!(turned("\t行動\t思考\n見る\ta\tb\n買う\tc\td"));
        assert!(!turned("\t見る\t買う\n行動\ta\tb\n思考\tc\td"));
        assert!(!turned("a\tb\nc\td"));
    }
}
