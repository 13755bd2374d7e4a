//! The sheet of personas: a column each, a field a row, so that long texts have room.

use super::sheet::Pen;
use crate::export::ExportError;
use crate::i18n::persona::PersonaText;
use crate::i18n::sheets::SheetText as Text;
use crate::import::workbook::{CHANNELS, Carried, EXTRA, KIND, PERSONA_FIELDS, PERSONAS, id_mark};
use crate::model::Project;
use std::collections::BTreeSet;

const KEYS: u16 = 0;
const TITLES: u16 = 1;
const FIRST: u16 = 2;
/// Rows of the heading.
const IDS: u32 = 2;
/// Widths in characters.
const TITLE_WIDTH: f64 = 22.0;
const PERSONA_WIDTH: f64 = 44.0;
/// Up to so many personas fit an A4 sheet.
const FEW: usize = 4;

pub(super) fn write(mut pen: Pen<'_>, _project: &Project, carried: &Carried) -> Result<(), ExportError> {
    let lang = pen.lang;
    pen.width(TITLES, TITLE_WIDTH)?;
    for (column, _) in (FIRST..).zip(&carried.personas) {
        pen.width(column, PERSONA_WIDTH)?;
    }
    pen.heading(TITLES, Text::Personas.text(lang), &[Text::HowToPersonas.text(lang)])?;
    pen.mark(IDS, KEYS, PERSONAS)?;
    let mut rows: Vec<(String, String)> = Vec::new();
    for field in PERSONA_FIELDS.iter().copied().flatten() {
        rows.push((field.key.to_owned(), field.title.text(lang).to_owned()));
        if field.key == "name" {
            rows.push((KIND.to_owned(), Text::Kind.text(lang).to_owned()));
        }
    }
    rows.push((CHANNELS.to_owned(), PersonaText::Channels.text(lang).to_owned()));
    let extra: BTreeSet<&String> =
        carried.personas.iter().flat_map(|(_, fields)| fields.keys()).filter(|key| key.starts_with(EXTRA)).collect();
    rows.extend(extra.into_iter().map(|key| (key.clone(), key[EXTRA.len()..].to_owned())));
    let (head, side, text) = (pen.formats.head.clone(), pen.formats.side.clone(), pen.formats.text.clone());
    for (row, (key, title)) in (IDS + 1..).zip(&rows) {
        pen.mark(row, KEYS, key)?;
        pen.text(row, TITLES, title, &side)?;
        for (column, (_, fields)) in (FIRST..).zip(&carried.personas) {
            let format = if key == "name" { &head } else { &text };
            pen.text(row, column, fields.get(key).map_or("", String::as_str), format)?;
        }
    }
    for (column, (id, _)) in (FIRST..).zip(&carried.personas) {
        pen.mark(IDS, column, &id_mark(*id))?;
    }
    pen.sheet.set_column_hidden(KEYS)?.set_row_hidden(IDS)?;
    pen.fit_rows()?;
    pen.sheet.set_freeze_panes(IDS + 2, FIRST)?;
    pen.print(carried.personas.len() > FEW, (IDS + 1, IDS + 1))
}
