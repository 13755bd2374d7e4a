//! The sheet of opportunities: a row each, to be sorted and filtered, with lists for what is chosen from a few.

use super::sheet::Pen;
use crate::base::Date;
use crate::export::ExportError;
use crate::i18n::domain::{LaneTitle, Named as _};
use crate::i18n::sheets::SheetText as Text;
use crate::import::workbook::{Carried, OPPORTUNITIES, id_mark, opportunity_title};
use crate::model::{OpportunityStatus, Project};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime};

const IDS: u16 = 0;
const FIRST: u16 = 1;
/// The row of the marks, and that of the headings.
const MARKS: u32 = 2;
const HEADS: u32 = 3;
/// Rows under the last one that are ready to be written into.
const FREE_ROWS: u32 = 15;
/// The longest list of choices that Excel takes, in characters.
const LONGEST_LIST: usize = 250;

/// The columns with their widths in characters.
const COLUMNS: [(&str, f64); 12] = [
    ("text", 36.0),
    ("journey", 18.0),
    ("phase", 14.0),
    ("step", 16.0),
    ("answers", 30.0),
    ("hmw", 30.0),
    ("impact", 8.0),
    ("effort", 8.0),
    ("owner", 14.0),
    ("due", 12.0),
    ("kpi", 24.0),
    ("status", 11.0),
];

pub(super) fn write(mut pen: Pen<'_>, project: &Project, carried: &Carried) -> Result<(), ExportError> {
    let lang = pen.lang;
    pen.heading(FIRST, LaneTitle::Opportunity.text(lang), &[Text::HowToOpportunities.text(lang)])?;
    pen.mark(MARKS, IDS, OPPORTUNITIES)?;
    let head = pen.formats.head.clone();
    for (column, (key, width)) in (FIRST..).zip(COLUMNS) {
        pen.width(column, width)?;
        pen.mark(MARKS, column, key)?;
        pen.text(HEADS, column, opportunity_title(key, lang), &head)?;
    }
    pen.mark(HEADS, IDS, "text")?;
    let rows = carried.opportunities.len() as u32;
    for (row, (id, fields)) in (HEADS + 1..).zip(&carried.opportunities) {
        pen.mark(row, IDS, &id_mark(*id))?;
        for (column, (key, _)) in (FIRST..).zip(COLUMNS) {
            cell(&mut pen, (row, column), key, fields.get(key).map_or("", String::as_str))?;
        }
    }
    for row in HEADS + 1 + rows..HEADS + 1 + rows + FREE_ROWS {
        for (column, (key, _)) in (FIRST..).zip(COLUMNS) {
            cell(&mut pen, (row, column), key, "")?;
        }
    }
    choices(&mut pen, project, HEADS + rows + FREE_ROWS)?;
    pen.fit_rows()?;
    let last = FIRST + COLUMNS.len() as u16 - 1;
    pen.sheet.autofilter(HEADS, IDS, HEADS + rows.max(1), last)?;
    pen.sheet.set_column_hidden(IDS)?.set_row_hidden(MARKS)?.set_freeze_panes(HEADS + 1, FIRST + 1)?;
    pen.print(false, (HEADS, HEADS))
}

fn cell(pen: &mut Pen<'_>, (row, column): (u32, u16), key: &str, text: &str) -> Result<(), ExportError> {
    let formats = pen.formats;
    match key {
        "impact" | "effort" => pen.figure(row, column, text, &formats.figure("0")),
        "due" => {
            let format = formats.figure("yyyy-mm-dd");
            // Excel knows no day before 1900.
            let day = text.parse::<Date>().ok().filter(|day| (1900..=9999).contains(&day.year()));
            let day = day.map(|day| ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8));
            match day.transpose()? {
                Some(day) => {
                    pen.sheet.write_datetime_with_format(row, column, &day, &format)?;
                    Ok(())
                }
                None => pen.text(row, column, text, &format),
            }
        }
        "journey" | "phase" | "step" | "answers" => pen.text(row, column, text, &formats.quiet),
        "text" => pen.text(row, column, text, &formats.card(formats.theme.opportunity)),
        _ => pen.text(row, column, text, &formats.text),
    }
}

/// Lists and limits where something is chosen from a few.
fn choices(pen: &mut Pen<'_>, project: &Project, last: u32) -> Result<(), ExportError> {
    let lang = pen.lang;
    let column = |key: &str| FIRST + COLUMNS.iter().position(|(known, _)| *known == key).unwrap_or(0) as u16;
    let statuses = [
        OpportunityStatus::Idea,
        OpportunityStatus::Planned,
        OpportunityStatus::Doing,
        OpportunityStatus::Done,
        OpportunityStatus::Dropped,
    ];
    let statuses = DataValidation::new().allow_list_strings(&statuses.map(|status| status.name(lang)))?;
    pen.sheet.add_data_validation(HEADS + 1, column("status"), last, column("status"), &statuses)?;
    for key in ["impact", "effort"] {
        let levels = DataValidation::new().allow_whole_number(DataValidationRule::Between(1, 5));
        pen.sheet.add_data_validation(HEADS + 1, column(key), last, column(key), &levels)?;
    }
    let owners: Vec<&str> =
        project.departments_in_order().iter().map(|d| d.name.as_str()).filter(|name| is_choice(name)).collect();
    // A list in a rule is one text of limited length; without it, the owner is typed.
    if !owners.is_empty() && owners.join(",").encode_utf16().count() <= LONGEST_LIST {
        let owners =
            DataValidation::new().allow_list_strings(&owners)?.set_error_style(DataValidationErrorStyle::Information);
        pen.sheet.add_data_validation(HEADS + 1, column("owner"), last, column("owner"), &owners)?;
    }
    Ok(())
}

/// Whether a name can stand in a list of choices.
fn is_choice(name: &str) -> bool {
    !name.trim().is_empty()
        && !name.contains(|c: char| c.is_control() || matches!(c, ',' | '"' | '\u{fffe}' | '\u{ffff}'))
}
