//! The sheet of a journey: phases and steps across, lanes down, a card in each cell, a row or more for each lane.

use super::format::color;
use super::sheet::Pen;
use crate::export::ExportError;
use crate::export::sheets::figures::voice_text;
use crate::feedback::Overlay;
use crate::i18n::domain::{LaneTitle, Named as _};
use crate::i18n::inspector::InspectorText as Inspector;
use crate::i18n::sheets::SheetText as Text;
use crate::i18n::{Lang, fill, listed};
use crate::import::workbook::{CarriedCard, CarriedMap, ValueKey, ValueRow, id_mark, lane_mark, mark, tidy};
use crate::model::{LaneForm, LaneKind, MarkSource, PersonaId, Project};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationErrorStyle, DataValidationRule,
    Format,
};

/// The column of the marks, of the titles of lanes, of the titles of values, and the first of the steps.
const KEYS: u16 = 0;
const TITLES: u16 = 1;
const DETAILS: u16 = 2;
const FIRST: u16 = 3;
/// Rows of the heading.
const STEP_IDS: u32 = 3;
const PHASE_IDS: u32 = 4;
const PHASES: u32 = 5;
const STEPS: u32 = 6;
/// Widths in characters.
const TITLE_WIDTH: f64 = 16.0;
const DETAIL_WIDTH: f64 = 17.0;
const STEP_WIDTH: f64 = 25.0;
/// Up to so many steps fit an A4 sheet.
const FEW_STEPS: usize = 9;

/// A column: a step, or a phase that has none.
struct Column {
    phase: usize,
    step: Option<usize>,
}

pub(super) fn write(
    mut pen: Pen<'_>,
    project: &Project,
    map: &CarriedMap,
    overlay: Option<&Overlay>,
) -> Result<(), ExportError> {
    let columns = columns(map);
    let last = FIRST + columns.len().max(1) as u16 - 1;
    pen.width(TITLES, TITLE_WIDTH)?;
    pen.width(DETAILS, DETAIL_WIDTH)?;
    for column in FIRST..=last {
        pen.width(column, STEP_WIDTH)?;
    }
    head(&mut pen, project, map, &columns)?;
    let mut row = STEPS + 1;
    for lane in 0..map.lanes.len() {
        row = lane_rows(&mut pen, (project, map), lane, &columns, row)?;
        if map.lanes[lane].kind == LaneKind::Emotion {
            row = voice(&mut pen, (project, map), overlay, &columns, row)?;
        }
    }
    pen.fit_rows()?;
    let sheet = &mut *pen.sheet;
    sheet.set_column_hidden(KEYS)?.set_row_hidden(STEP_IDS)?.set_row_hidden(PHASE_IDS)?;
    sheet.set_freeze_panes(STEPS + 1, FIRST)?.set_repeat_columns(TITLES, DETAILS)?;
    pen.print(columns.len() > FEW_STEPS, (PHASES, STEPS))
}

fn columns(map: &CarriedMap) -> Vec<Column> {
    let mut columns = Vec::new();
    for phase in 0..map.phases.len() {
        let steps = map.steps.iter().enumerate().filter(|(_, step)| step.phase == phase).map(|(at, _)| Some(at));
        let before = columns.len();
        columns.extend(steps.map(|step| Column { phase, step }));
        if columns.len() == before {
            columns.push(Column { phase, step: None });
        }
    }
    columns
}

fn head(pen: &mut Pen<'_>, project: &Project, map: &CarriedMap, columns: &[Column]) -> Result<(), ExportError> {
    let lang = pen.lang;
    pen.mark(0, KEYS, &format!("{}{}", mark::JOURNEY, map.id))?;
    pen.heading(TITLES, &map.title, &[&about(project, map, lang), Text::HowTo.text(lang)])?;
    for (row, key) in [
        (1, mark::TEXT),
        (2, mark::TEXT),
        (STEP_IDS, mark::STEP_IDS),
        (PHASE_IDS, mark::PHASE_IDS),
        (PHASES, mark::PHASES),
        (STEPS, mark::STEPS),
    ] {
        pen.mark(row, KEYS, key)?;
    }
    pen.mark(STEP_IDS, TITLES, mark::TITLES)?;
    pen.mark(STEP_IDS, DETAILS, mark::DETAILS)?;
    let head = pen.formats.head.clone();
    pen.joined((PHASES, TITLES), (PHASES, DETAILS), Text::Phase.text(lang), &head)?;
    pen.joined((STEPS, TITLES), (STEPS, DETAILS), Text::Step.text(lang), &head)?;
    for (at, column) in (FIRST..).zip(columns) {
        let step = column.step.map(|step| &map.steps[step]);
        let id = step.map_or_else(|| mark::NO_STEP.to_owned(), |step| id_mark(step.id));
        pen.mark(STEP_IDS, at, &id)?;
        pen.mark(PHASE_IDS, at, &id_mark(map.phases[column.phase].0))?;
        let name = step.map_or("", |step| step.name.as_str());
        let format = pen.formats.step(column.phase);
        pen.text(STEPS, at, name, &format)?;
    }
    for (phase, (_, name)) in map.phases.iter().enumerate() {
        let own = || columns.iter().enumerate().filter(|(_, column)| column.phase == phase).map(|(at, _)| at as u16);
        let (Some(first), Some(last)) = (own().min(), own().max()) else { continue };
        let format = pen.formats.phase(phase);
        pen.joined((PHASES, FIRST + first), (PHASES, FIRST + last), name, &format)?;
    }
    Ok(())
}

/// What kind of journey it is, whose, and of which project.
fn about(project: &Project, map: &CarriedMap, lang: Lang) -> String {
    let Some(journey) = project.journeys.get(map.id) else { return String::new() };
    let personas = journey.personas.iter().filter_map(|id| project.personas.get(*id)).map(|p| tidy(&p.name));
    let mut parts = vec![journey.state.name(lang).to_owned()];
    parts.extend(personas);
    parts.extend([tidy(&project.info.title), tidy(&journey.scenario)]);
    parts.retain(|part| !part.is_empty());
    listed(&parts.iter().map(String::as_str).collect::<Vec<_>>(), lang).replace('\n', " ")
}

/// The rows of a lane; gives the row after them.
fn lane_rows(
    pen: &mut Pen<'_>,
    (project, map): (&Project, &CarriedMap),
    lane: usize,
    columns: &[Column],
    row: u32,
) -> Result<u32, ExportError> {
    let kind = map.lanes[lane].kind;
    let side = pen.formats.side.clone();
    if matches!(kind.form(), LaneForm::Cards | LaneForm::Speech) {
        let rows = card_rows(pen, map, lane, columns, row)?;
        pen.joined((row, TITLES), (row + rows - 1, DETAILS), &map.lanes[lane].title, &side)?;
        return Ok(row + rows);
    }
    let values: Vec<&ValueRow> = map.values.iter().filter(|values| values.lane == lane).collect();
    for (at, values) in (row..).zip(&values) {
        value_row(pen, (project, map), values, columns, at)?;
    }
    let rows = values.len() as u32;
    if rows > 0 {
        pen.joined((row, TITLES), (row + rows - 1, TITLES), &map.lanes[lane].title, &side)?;
    }
    Ok(row + rows)
}

/// A card of a lane on the sheet: its row in the lane and its first and last column.
struct Placed<'m> {
    card: &'m CarriedCard,
    row: u32,
    columns: (u16, u16),
}

/// Cards of a cell stand below each other; one that reaches over several steps joins their cells.
fn placed<'m>(map: &'m CarriedMap, lane: usize, columns: &[Column]) -> Vec<Placed<'m>> {
    let mut free = vec![0_u32; columns.len()];
    let mut placed = Vec::new();
    let at_of = |step: usize| columns.iter().position(|column| column.step == Some(step));
    for card in map.cards.iter().filter(|card| card.lane == lane) {
        let Some(first) = at_of(card.step) else { continue };
        let reach = card.step.saturating_add(card.extra_span).min(map.steps.len() - 1);
        let last = at_of(reach).unwrap_or(first).max(first);
        let row = free[first..=last].iter().copied().max().unwrap_or(0);
        free[first..=last].fill(row + 1);
        placed.push(Placed { card, row, columns: (FIRST + first as u16, FIRST + last as u16) });
    }
    placed
}

fn card_rows(
    pen: &mut Pen<'_>,
    map: &CarriedMap,
    lane: usize,
    columns: &[Column],
    row: u32,
) -> Result<u32, ExportError> {
    let (kind, id) = (map.lanes[lane].kind, map.lanes[lane].id);
    let placed = placed(map, lane, columns);
    // One row more than there are cards, to write into.
    let rows = placed.iter().map(|card| card.row + 1).max().unwrap_or(0) + 1;
    let free = pen.formats.free();
    for at in row..row + rows {
        if let Some(id) = id {
            pen.mark(at, KEYS, &lane_mark(id, kind, None))?;
        }
        for column in FIRST..FIRST + columns.len() as u16 {
            pen.text(at, column, "", &free)?;
        }
    }
    let format = pen.formats.card(pen.formats.theme.card_in(kind));
    for Placed { card, row: at, columns: (first, last) } in placed {
        pen.joined((row + at, first), (row + at, last), &card.text, &format)?;
    }
    Ok(rows)
}

fn value_row(
    pen: &mut Pen<'_>,
    (project, map): (&Project, &CarriedMap),
    values: &ValueRow,
    columns: &[Column],
    row: u32,
) -> Result<(), ExportError> {
    let lane = &map.lanes[values.lane];
    if let Some(id) = lane.id {
        pen.mark(row, KEYS, &lane_mark(id, lane.kind, Some(values.key)))?;
    }
    let detail = pen.formats.detail.clone();
    let title = value_title(project, map, values.key, pen.lang);
    pen.text(row, DETAILS, &title, &detail)?;
    let format = value_format(pen, values.key);
    for (at, column) in (FIRST..).zip(columns) {
        let text = column.step.and_then(|step| values.cells.get(step)).map_or("", String::as_str);
        if values.key.is_number() {
            pen.figure(row, at, text, &format)?;
        } else {
            pen.text(row, at, text, &format)?;
        }
    }
    rules(pen, values.key, row, FIRST + columns.len().max(1) as u16 - 1)
}

fn value_format(pen: &Pen<'_>, key: ValueKey) -> Format {
    match key {
        ValueKey::Emotion(..) => pen.formats.figure("+0.0#;-0.0#;0"),
        ValueKey::Customers => pen.formats.figure("#,##0"),
        ValueKey::ForCustomer | ValueKey::ForBusiness | ValueKey::Engagement => pen.formats.figure("0"),
        _ => pen.formats.text.clone(),
    }
}

/// Emotions are tinted by their sign, and Excel says what goes into the cells of figures.
fn rules(pen: &mut Pen<'_>, key: ValueKey, row: u32, last: u16) -> Result<(), ExportError> {
    let theme = pen.formats.theme;
    if let ValueKey::Emotion(..) = key {
        for (rule, fill) in [
            (ConditionalFormatCellRule::LessThan(0.0), theme.warn_weak),
            (ConditionalFormatCellRule::GreaterThan(0.0), theme.good_weak),
        ] {
            let tint = Format::new().set_background_color(color(fill));
            let format = ConditionalFormatCell::new().set_rule(rule).set_format(tint);
            pen.sheet.add_conditional_format(row, FIRST, row, last, &format)?;
        }
        let range = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(-2.0, 2.0))
            .set_error_style(DataValidationErrorStyle::Warning);
        pen.sheet.add_data_validation(row, FIRST, row, last, &range)?;
    } else if matches!(key, ValueKey::ForCustomer | ValueKey::ForBusiness | ValueKey::Engagement) {
        let range = DataValidation::new()
            .allow_whole_number(DataValidationRule::Between(1, 5))
            .set_error_style(DataValidationErrorStyle::Warning);
        pen.sheet.add_data_validation(row, FIRST, row, last, &range)?;
    }
    Ok(())
}

fn value_title(project: &Project, map: &CarriedMap, key: ValueKey, lang: Lang) -> String {
    let plain = match key {
        ValueKey::Channels => Inspector::Channels,
        ValueKey::Duration => Inspector::Duration,
        ValueKey::Customers => Inspector::Customers,
        ValueKey::ForCustomer => Inspector::ForCustomer,
        ValueKey::ForBusiness => Inspector::ForBusiness,
        ValueKey::MomentOfTruth => Inspector::MomentOfTruth,
        ValueKey::Systems => Inspector::Systems,
        ValueKey::Strengths => Inspector::Strengths,
        ValueKey::Weaknesses => Inspector::Weaknesses,
        ValueKey::Improvement => Inspector::Improvement,
        ValueKey::Owner => Inspector::OwnerDepartment,
        ValueKey::Engagement => Inspector::Engagement,
        ValueKey::Experience => Inspector::Experience,
        ValueKey::Emotion(source, persona) => return curve_title(project, map, source, persona, lang),
        ValueKey::Word(source, persona) => {
            let curve = curve_title(project, map, source, persona, lang);
            return fill(Text::WordOf.text(lang), &[("curve", &curve)]);
        }
    };
    plain.text(lang).to_owned()
}

/// Whose curve it is, and who says so.
pub(in crate::export::sheets) fn curve_title(
    project: &Project,
    map: &CarriedMap,
    source: MarkSource,
    persona: Option<PersonaId>,
    lang: Lang,
) -> String {
    let lead = project.journeys.get(map.id).and_then(|journey| journey.personas.first()).copied();
    let named = persona.or(lead).and_then(|id| project.personas.get(id)).map(|persona| tidy(&persona.name));
    let named = named.filter(|name| !name.is_empty()).unwrap_or_else(|| Text::Lead.text(lang).to_owned());
    let (message, department) = match source {
        MarkSource::Agreed => (Text::Agreed, None),
        MarkSource::Measured => (Text::Measured, None),
        MarkSource::Target => (Text::Target, None),
        MarkSource::Believed(department) => (Text::Believed, project.departments.get(department)),
    };
    let department = department.map(|department| tidy(&department.name)).unwrap_or_default();
    fill(message.text(lang), &[("persona", &named), ("department", &department)])
}

/// The voice of the customer under the curves, for reading.
fn voice(
    pen: &mut Pen<'_>,
    (project, map): (&Project, &CarriedMap),
    overlay: Option<&Overlay>,
    columns: &[Column],
    row: u32,
) -> Result<u32, ExportError> {
    let is_shown = |lane: &crate::model::Lane| lane.journey == map.id && lane.kind == LaneKind::Voice && !lane.hidden;
    let Some(overlay) = overlay.filter(|_| project.lanes.iter().any(is_shown)) else { return Ok(row) };
    let (side, quiet) = (pen.formats.side.clone(), pen.formats.quiet.clone());
    pen.mark(row, KEYS, mark::VOICE)?;
    pen.joined((row, TITLES), (row, DETAILS), LaneTitle::Voice.text(pen.lang), &side)?;
    for (at, column) in (FIRST..).zip(columns) {
        let step = column.step.and_then(|step| map.steps[step].id);
        let text = step.map(|step| voice_text(project, overlay, step, pen.lang)).unwrap_or_default();
        pen.text(row, at, &text, &quiet)?;
    }
    Ok(row + 1)
}
