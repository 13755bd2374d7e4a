//! The matrix of a journey as CSV: phases and steps across, lanes down, a cell for all cards of a step. Cells that a
//! spreadsheet would take for formulas begin with an apostrophe, which is taken off again when the file is read.

use crate::export::sheets::xlsx::curve_title;
use crate::i18n::Lang;
use crate::i18n::sheets::SheetText as Text;
use crate::import::table::{cell_text, guarded};
use crate::import::workbook::{CarriedMap, ValueKey, carried};
use crate::model::{JourneyId, LaneForm, MarkSource, Project};

/// The mark by which Excel knows that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Journeys as CSV, an empty row between two. `for_excel` puts the byte-order mark before it.
#[must_use]
pub fn to_csv(project: &Project, journeys: &[JourneyId], lang: Lang, for_excel: bool) -> String {
    let mut csv = if for_excel { BYTE_ORDER_MARK.to_owned() } else { String::new() };
    let is_several = journeys.len() > 1;
    for (at, map) in carried(project, journeys, lang).maps.iter().enumerate() {
        if at > 0 {
            csv.push_str("\r\n");
        }
        if is_several {
            push_row(&mut csv, std::iter::once(map.title.as_str()));
        }
        for row in rows(project, map, Curves::Leading, lang) {
            push_row(&mut csv, row.iter().map(String::as_str));
        }
    }
    csv
}

/// A journey as the table that a CSV and a sheet of a workbook hold.
#[must_use]
pub fn table(project: &Project, journey: JourneyId, lang: Lang) -> Vec<Vec<String>> {
    let carried = carried(project, &[journey], lang);
    carried.maps.first().map_or_else(Vec::new, |map| rows(project, map, Curves::Leading, lang))
}

/// Which emotion curves stand in a table: a matrix that is read again has one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Curves {
    Leading,
    All,
}

/// The table of a journey.
pub(super) fn rows(project: &Project, map: &CarriedMap, curves: Curves, lang: Lang) -> Vec<Vec<String>> {
    let titled = |title: &str, cells: Vec<String>| std::iter::once(title.to_owned()).chain(cells).collect::<Vec<_>>();
    let mut above = None;
    let phase = |step: &crate::import::workbook::CarriedStep| {
        let is_new = above.replace(step.phase) != Some(step.phase);
        if is_new { map.phases[step.phase].1.clone() } else { String::new() }
    };
    let mut rows = vec![
        titled(Text::Phase.text(lang), map.steps.iter().map(phase).collect()),
        titled(Text::Step.text(lang), map.steps.iter().map(|step| step.name.clone()).collect()),
    ];
    for (at, lane) in map.lanes.iter().enumerate() {
        if matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech) {
            let cell = |step: usize| {
                let cards = map.cards.iter().filter(|card| (card.lane, card.step) == (at, step));
                cell_text(&cards.map(|card| card.text.as_str()).collect::<Vec<_>>())
            };
            rows.push(titled(&lane.title, (0..map.steps.len()).map(cell).collect()));
            continue;
        }
        for values in map.values.iter().filter(|values| values.lane == at) {
            let title = match values.key {
                ValueKey::Channels | ValueKey::Engagement | ValueKey::Experience | ValueKey::Owner => {
                    lane.title.clone()
                }
                ValueKey::Emotion(MarkSource::Agreed, _) if is_leading(project, map, values.key) => lane.title.clone(),
                ValueKey::Emotion(source, persona) if curves == Curves::All => {
                    curve_title(project, map, source, persona, lang)
                }
                // Words and the rest of a touchpoint stand in the workbook; a matrix has no rows for them.
                _ => continue,
            };
            rows.push(titled(&title, values.cells.clone()));
        }
    }
    rows
}

/// Whether a curve is that of the persona that leads.
fn is_leading(project: &Project, map: &CarriedMap, key: ValueKey) -> bool {
    let ValueKey::Emotion(MarkSource::Agreed, persona) = key else { return false };
    let lead = project.journeys.get(map.id).and_then(|journey| journey.personas.first()).copied();
    persona.is_none() || persona == lead
}

fn push_row<'c>(csv: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        let cell = guarded(cell);
        if cell.contains([',', '"', '\n', '\r', ';', '\t', '|']) || cell.starts_with(' ') || cell.ends_with(' ') {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}
