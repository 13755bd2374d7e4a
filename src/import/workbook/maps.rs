//! The sheet of a journey, read by the marks in its hidden rows and its hidden column.

use super::carried::{CarriedCard, CarriedLane, CarriedMap, CarriedStep, ValueRow, tidy};
use super::values::ValueKey;
use crate::base::Id;
use crate::feedback::Grid;
use crate::import::table::{folded, lane_named};
use crate::import::{Because, Note};
use crate::model::{JourneyId, LaneForm, LaneId, LaneKind, MarkSource, PhaseId, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// Marks of the hidden column.
pub mod mark {
    /// Before the id of the journey, beside its title.
    pub const JOURNEY: &str = "journey ";
    /// Beside the ids of the steps.
    pub const STEP_IDS: &str = "step ids";
    /// Beside the ids of the phases.
    pub const PHASE_IDS: &str = "phase ids";
    /// Beside the names of the phases.
    pub const PHASES: &str = "phases";
    /// Beside the names of the steps.
    pub const STEPS: &str = "steps";
    /// Before the id and kind of a lane, beside its rows.
    pub const LANE: &str = "lane ";
    /// Beside what is for reading only.
    pub const TEXT: &str = "text";
    /// Above the titles of the lanes.
    pub const TITLES: &str = "titles";
    /// Above the titles of rows of values.
    pub const DETAILS: &str = "details";
    /// In the place of a step's id where a phase has none.
    pub const NO_STEP: &str = "-";
    /// Before the figures of the feedback.
    pub const VOICE: &str = "voice";
}

/// Whether a sheet is that of a journey.
pub(super) fn is_map(grid: &Grid) -> bool {
    journey_of(grid).is_some()
}

/// The journey of a sheet, and where its mark stands.
fn journey_of(grid: &Grid) -> Option<(JourneyId, (u32, u32))> {
    let marked = |text: &String| text.strip_prefix(mark::JOURNEY).and_then(JourneyId::parse);
    // The mark stands at the top, also when rows and columns were put before it.
    grid.cells.iter().take_while(|((row, _), _)| *row < 100).find_map(|(place, text)| Some((marked(text)?, *place)))
}

/// Reads the sheet of a journey; `None` when its marks are gone.
pub(super) fn read_map(grid: &Grid, notes: &mut Vec<Note>) -> Option<CarriedMap> {
    let (id, (title_row, keys)) = journey_of(grid)?;
    let places = Places::find(grid, title_row, keys)?;
    let mut map = CarriedMap::empty(id, &tidy(grid.cell(title_row, places.titles)));
    let columns = places.columns(grid, notes);
    read_phases(grid, &places, &columns, &mut map);
    // A phase without steps holds its place by a column that is no step.
    let steps: Vec<Option<usize>> = columns
        .iter()
        .scan(0, |next, column| Some(column.is_step.then(|| std::mem::replace(next, *next + 1))))
        .collect();
    let mut reader = Reader { grid, places: &places, columns: &columns, steps, map, notes };
    reader.rows();
    let mut map = reader.map;
    map.cards.sort_by_key(|card| (card.lane, card.step));
    Some(map)
}

/// Where the marks of a sheet are.
struct Places {
    keys: u32,
    titles: u32,
    details: u32,
    step_ids: u32,
    phase_ids: Option<u32>,
    phases: Option<u32>,
    steps: u32,
    last: (u32, u32),
    /// The row of the journey's title.
    title_row: u32,
}

/// A column of the map.
struct Column {
    at: u32,
    step: Option<StepId>,
    phase: Option<PhaseId>,
    is_step: bool,
}

impl Places {
    fn find(grid: &Grid, title_row: u32, keys: u32) -> Option<Self> {
        let marked = |text: &str| {
            grid.cells.iter().find(|((_, column), cell)| *column == keys && *cell == text).map(|((row, _), _)| *row)
        };
        let step_ids = marked(mark::STEP_IDS)?;
        let in_row = |text: &str| {
            grid.cells.iter().find(|((row, _), cell)| *row == step_ids && *cell == text).map(|((_, column), _)| *column)
        };
        let last_row = grid.cells.keys().map(|(row, _)| *row).max()?;
        let last_column = grid.cells.keys().map(|(_, column)| *column).max()?;
        Some(Self {
            keys,
            titles: in_row(mark::TITLES).unwrap_or(keys + 1),
            details: in_row(mark::DETAILS).unwrap_or(keys + 2),
            step_ids,
            phase_ids: marked(mark::PHASE_IDS),
            phases: marked(mark::PHASES),
            steps: marked(mark::STEPS)?,
            last: (last_row, last_column),
            title_row,
        })
    }

    fn is_heading(&self, column: u32) -> bool {
        [self.keys, self.titles, self.details].contains(&column)
    }

    /// The columns that are steps, or hold the place of a phase without any.
    fn columns(&self, grid: &Grid, notes: &mut Vec<Note>) -> Vec<Column> {
        let mut seen = BTreeSet::new();
        let last_known = (0..=self.last.1)
            .rev()
            .find(|column| !self.is_heading(*column) && StepId::parse(grid.cell(self.step_ids, *column)).is_some());
        let mut columns = Vec::new();
        for at in (0..=self.last.1).filter(|column| !self.is_heading(*column)) {
            let id = grid.cell(self.step_ids, at);
            let step = StepId::parse(id).filter(|id| seen.insert(*id));
            let phase = self.phase_ids.and_then(|row| PhaseId::parse(grid.cell(row, at)));
            let named = !tidy(grid.cell(self.steps, at)).is_empty();
            let filled = (self.steps + 1..=self.last.0).find(|row| !tidy(grid.cell(*row, at)).is_empty());
            let phase_named = self.phases.is_some_and(|row| !tidy(grid.cell(row, at)).is_empty());
            let inside = last_known.is_some_and(|last| at < last);
            let is_step =
                step.is_some() || named || (filled.is_some() && (inside || phase_named || id == mark::NO_STEP));
            if is_step || id == mark::NO_STEP || phase_named {
                columns.push(Column { at, step, phase, is_step });
            } else if let Some(row) = filled {
                notes.push(Note::cell(&grid.name, (row, at), grid.cell(row, at), Because::NoStep));
            }
        }
        columns
    }
}

/// The phases, by their hidden ids; a column that was moved among those of another phase belongs to that one.
fn read_phases(grid: &Grid, places: &Places, columns: &[Column], map: &mut CarriedMap) {
    let name = |column: &Column| places.phases.map(|row| tidy(grid.cell(row, column.at))).unwrap_or_default();
    let homes = homes(columns);
    let mut index: BTreeMap<PhaseId, usize> = BTreeMap::new();
    let mut current: Option<usize> = None;
    let first_known = columns
        .iter()
        .enumerate()
        .find_map(|(at, column)| column.phase.filter(|p| homes.get(p).is_some_and(|home| home.contains(&at))));
    for (at, column) in columns.iter().enumerate() {
        let at_home = column.phase.filter(|phase| homes.get(phase).is_some_and(|home| home.contains(&at)));
        let text = name(column);
        if let Some(phase) = at_home {
            let place = *index.entry(phase).or_insert_with(|| {
                map.phases.push((Some(phase), String::new()));
                map.phases.len() - 1
            });
            if map.phases[place].1.is_empty() {
                map.phases[place].1.clone_from(&text);
            }
            current = Some(place);
        } else if column.step.is_none() && !text.is_empty() && current.is_none_or(|now| map.phases[now].1 != text) {
            let known = map.phases.iter().position(|(_, name)| *name == text);
            current = known.or_else(|| {
                map.phases.push((None, text));
                Some(map.phases.len() - 1)
            });
        } else if current.is_none() {
            // Before the first phase that is known: it belongs to that one.
            map.phases.push((first_known, text));
            index.extend(first_known.map(|phase| (phase, 0)));
            current = Some(0);
        }
        if column.is_step {
            let phase = current.unwrap_or(0);
            map.steps.push(CarriedStep { id: column.step, phase, name: tidy(grid.cell(places.steps, column.at)) });
        }
    }
}

/// The longest run of columns of each phase.
fn homes(columns: &[Column]) -> BTreeMap<PhaseId, std::ops::Range<usize>> {
    let mut homes: BTreeMap<PhaseId, std::ops::Range<usize>> = BTreeMap::new();
    let mut from = 0;
    for at in 1..=columns.len() {
        // A column that was put in has no phase of its own and does not end a run.
        let here = columns[from].phase;
        if at < columns.len() && (columns[at].phase == here || columns[at].phase.is_none()) {
            continue;
        }
        if let Some(phase) = here {
            let known = homes.get(&phase).map_or(0, std::ops::Range::len);
            if at - from > known {
                homes.insert(phase, from..at);
            }
        }
        from = at;
    }
    homes
}

struct Reader<'a> {
    grid: &'a Grid,
    places: &'a Places,
    columns: &'a [Column],
    /// The step of each column, among those of the map.
    steps: Vec<Option<usize>>,
    map: CarriedMap,
    notes: &'a mut Vec<Note>,
}

/// What a row holds.
#[derive(Clone, Copy)]
enum Row {
    Cards(usize),
    Values(usize, ValueKey),
    Text,
    Nothing,
}

impl Reader<'_> {
    fn rows(&mut self) {
        let mut before = Row::Nothing;
        for row in 0..=self.places.last.0 {
            let is_head = [Some(self.places.step_ids), self.places.phase_ids, self.places.phases].contains(&Some(row));
            if is_head || row == self.places.steps || row == self.places.title_row {
                continue;
            }
            let now = self.kind_of(row, before);
            match now {
                Row::Cards(lane) => self.cards(row, lane),
                Row::Values(lane, key) => self.values(row, lane, key),
                Row::Nothing => self.leave(row),
                Row::Text => {}
            }
            before = now;
        }
    }

    fn kind_of(&mut self, row: u32, before: Row) -> Row {
        let key = self.grid.cell(row, self.places.keys);
        let title = tidy(self.grid.cell(row, self.places.titles));
        if key == mark::TEXT || key.starts_with(mark::VOICE) {
            return Row::Text;
        }
        if let Some((id, kind, value)) = lane_key(key) {
            let lane = self.lane(id, kind, &title);
            return value.map_or(Row::Cards(lane), |key| Row::Values(lane, key));
        }
        if row < self.places.steps {
            return Row::Nothing;
        }
        if title.is_empty() {
            // A row that was put in goes on with the lane above it.
            return if let Row::Cards(_) = before { before } else { Row::Nothing };
        }
        self.new_lane(&title)
    }

    fn lane(&mut self, id: LaneId, kind: LaneKind, title: &str) -> usize {
        if let Some(at) = self.map.lanes.iter().position(|lane| lane.id == Some(id)) {
            if self.map.lanes[at].title.is_empty() {
                title.clone_into(&mut self.map.lanes[at].title);
            }
            return at;
        }
        self.map.lanes.push(CarriedLane { id: Some(id), title: title.to_owned(), kind });
        self.map.lanes.len() - 1
    }

    /// A lane that a colleague added, or one that is there under the same title.
    fn new_lane(&mut self, title: &str) -> Row {
        let known = self.map.lanes.iter().position(|lane| folded(&lane.title) == folded(title));
        let kind = lane_named(title).unwrap_or(LaneKind::Custom);
        let at = known.unwrap_or_else(|| {
            self.map.lanes.push(CarriedLane { id: None, title: title.to_owned(), kind });
            self.map.lanes.len() - 1
        });
        match self.map.lanes[at].kind.form() {
            LaneForm::Cards | LaneForm::Speech => Row::Cards(at),
            LaneForm::Curves => Row::Values(at, ValueKey::Emotion(MarkSource::Agreed, None)),
            LaneForm::Touchpoints => Row::Values(at, ValueKey::Channels),
            LaneForm::Bars => Row::Values(at, ValueKey::Engagement),
            LaneForm::ExperienceValues => Row::Values(at, ValueKey::Experience),
            LaneForm::Owners => Row::Values(at, ValueKey::Owner),
            LaneForm::Voice | LaneForm::Pictures => Row::Text,
        }
    }

    fn cards(&mut self, row: u32, lane: usize) {
        for (column, step) in self.columns.iter().zip(self.steps.clone()) {
            let (Some(step), text) = (step, tidy(self.grid.cell(row, column.at))) else { continue };
            if !text.is_empty() {
                self.map.cards.push(CarriedCard { id: None, lane, step, extra_span: 0, text });
            }
        }
    }

    fn values(&mut self, row: u32, lane: usize, key: ValueKey) {
        let is_known = self.map.values.iter().any(|known| known.key == key && known.lane == lane);
        if is_known {
            return self.leave(row);
        }
        let mut cells = vec![String::new(); self.map.steps.len()];
        for (column, step) in self.columns.iter().zip(&self.steps) {
            if let Some(cell) = step.and_then(|step| cells.get_mut(step)) {
                *cell = tidy(self.grid.cell(row, column.at));
            }
        }
        self.map.values.push(ValueRow { key, lane, cells });
    }

    /// Says what stands in a row that is none of the map.
    fn leave(&mut self, row: u32) {
        let cells = self.grid.cells.range((row, 0)..(row + 1, 0));
        for (place, text) in cells.filter(|((_, column), _)| *column != self.places.keys) {
            if !tidy(text).is_empty() {
                let why = if row < self.places.steps { Because::Outside } else { Because::NoLane };
                self.notes.push(Note::cell(&self.grid.name, *place, text, why));
            }
        }
    }
}

/// The mark of a lane's row: its id and kind, and what the row holds if it holds no cards.
#[must_use]
pub fn lane_mark(lane: LaneId, kind: LaneKind, value: Option<ValueKey>) -> String {
    let value = value.map(|key| format!(" {key}")).unwrap_or_default();
    format!("{}{lane} {}{value}", mark::LANE, kind.key())
}

fn lane_key(text: &str) -> Option<(LaneId, LaneKind, Option<ValueKey>)> {
    let rest = text.strip_prefix(mark::LANE)?;
    let (id, rest) = rest.split_once(' ')?;
    let (kind, value) = rest.split_once(' ').map_or((rest, None), |(kind, value)| (kind, Some(value)));
    let kind = LaneKind::ALL.iter().copied().find(|known| known.key() == kind)?;
    let value = match value {
        Some(value) => Some(ValueKey::parse(value)?),
        None => None,
    };
    Some((Id::parse(id)?, kind, value))
}
