//! A map that arrives, as names and texts, before it has records: what all readers of maps make.

use super::table::{Sheet, cell_text};
use crate::i18n::Lang;
use crate::i18n::domain::LaneTitle;
use crate::i18n::sheets::SheetText;
use crate::model::LaneKind;

/// A journey that arrives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrivedMap {
    /// Its title.
    pub title: String,
    /// The situation it starts from.
    pub scenario: String,
    /// Who makes it.
    pub personas: Vec<String>,
    /// The names of its phases.
    pub phases: Vec<String>,
    /// Its lanes.
    pub lanes: Vec<ArrivedLane>,
    /// Its steps.
    pub steps: Vec<ArrivedStep>,
    /// The whole as it stood in a table; then there are no steps of its own.
    pub table: Option<ArrivedTable>,
}

/// A lane that arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivedLane {
    /// What it shows.
    pub kind: LaneKind,
    /// Its title, where it has one of its own.
    pub title: String,
}

/// A step that arrives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrivedStep {
    /// Its phase, among those of the map.
    pub phase: usize,
    /// Its name.
    pub name: String,
    /// How the customer feels, −2…+2.
    pub emotion: Option<f32>,
    /// Whose feeling that is; empty: that of whoever leads.
    pub actors: Vec<String>,
    /// The texts in each lane, in the order of the lanes.
    pub cells: Vec<Vec<String>>,
}

/// A table with lanes down and steps across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivedTable {
    /// The sheet of a workbook; empty where there is only one.
    pub name: String,
    /// Its cells, lanes down.
    pub sheet: Sheet,
    /// Row and column of its first cell in the file, from 1.
    pub origin: (u32, u32),
    /// Whether lanes stood side by side in the file.
    pub is_turned: bool,
}

impl ArrivedMap {
    /// The map as a table that can be placed: phases and steps above, lanes at the left.
    #[must_use]
    pub fn sheet(&self, lang: Lang) -> Sheet {
        if let Some(table) = &self.table {
            return table.sheet.clone();
        }
        let titled =
            |title: &str, cells: Vec<String>| std::iter::once(title.to_owned()).chain(cells).collect::<Vec<_>>();
        let phase = |at: usize| self.steps.get(at).map(|step| step.phase);
        let phases = (0..self.steps.len()).map(|at| {
            let is_new = at == 0 || phase(at) != phase(at - 1);
            phase(at).filter(|_| is_new).and_then(|phase| self.phases.get(phase)).cloned().unwrap_or_default()
        });
        let mut rows = vec![
            titled(SheetText::Phase.text(lang), phases.collect()),
            titled(SheetText::Step.text(lang), self.steps.iter().map(|step| step.name.replace('\n', " ")).collect()),
        ];
        if self.steps.iter().any(|step| step.emotion.is_some()) {
            let figure = |step: &ArrivedStep| step.emotion.map(|value| value.to_string()).unwrap_or_default();
            rows.push(titled(LaneTitle::Emotion.text(lang), self.steps.iter().map(figure).collect()));
        }
        for (at, lane) in self.lanes.iter().enumerate() {
            let title = match lane.kind {
                LaneKind::Custom => lane.title.as_str(),
                kind => crate::i18n::domain::Named::name(kind, lang),
            };
            let cell = |step: &ArrivedStep| {
                let texts: Vec<&str> = step.cells.get(at).into_iter().flatten().map(String::as_str).collect();
                cell_text(&texts)
            };
            rows.push(titled(title, self.steps.iter().map(cell).collect()));
        }
        Sheet::new(rows)
    }
}
