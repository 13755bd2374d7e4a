//! The sheet of figures: what customers answered, with n and interval, and what is hidden because the group is small.

use super::sheet::Pen;
use crate::export::ExportError;
use crate::export::sheets::figures::{Figure, Said, figures};
use crate::feedback::{Overlay, Reliability};
use crate::i18n::fill;
use crate::i18n::sheets::SheetText as Text;
use crate::import::workbook::FIGURES;
use crate::model::{JourneyId, Project};

const FIRST: u16 = 1;
const HEADS: u32 = 4;
/// Widths in characters.
const WIDTHS: [f64; 9] = [22.0, 16.0, 22.0, 26.0, 9.0, 10.0, 10.0, 10.0, 13.0];

pub(super) fn write(
    mut pen: Pen<'_>,
    project: &Project,
    journeys: &[JourneyId],
    overlay: &Overlay,
) -> Result<(), ExportError> {
    let lang = pen.lang;
    let months = overlay.months.as_ref().map(|(from, to)| format!("{from} – {to}")).unwrap_or_default();
    let sources = overlay.sources.join(", ");
    let sources = sources.chars().filter(|c| !c.is_control()).take(2_000).collect::<String>();
    let about = [sources, months].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    pen.mark(0, 0, FIGURES)?;
    pen.heading(FIRST, Text::Metrics.text(lang), &[&about, Text::HowToMetrics.text(lang)])?;
    let heads = [
        Text::Journey,
        Text::Phase,
        Text::Step,
        Text::Metric,
        Text::Answers,
        Text::Value,
        Text::Low,
        Text::High,
        Text::Reading,
    ];
    let head = pen.formats.head.clone();
    for (column, (title, width)) in (FIRST..).zip(heads.into_iter().zip(WIDTHS)) {
        pen.width(column, width)?;
        pen.text(HEADS, column, title.text(lang), &head)?;
    }
    let mut row = HEADS + 1;
    for figure in figures(project, journeys, overlay, lang) {
        line(&mut pen, row, &figure, project.info.floor())?;
        row += 1;
    }
    pen.fit_rows()?;
    let last = FIRST + WIDTHS.len() as u16 - 1;
    pen.sheet.autofilter(HEADS, FIRST, row.max(HEADS + 2) - 1, last)?;
    pen.sheet.set_column_hidden(0)?.set_freeze_panes(HEADS + 1, FIRST + 3)?;
    pen.print(false, (HEADS, HEADS))
}

fn line(pen: &mut Pen<'_>, row: u32, figure: &Figure, floor: u64) -> Result<(), ExportError> {
    let lang = pen.lang;
    let (text, quiet) = (pen.formats.text.clone(), pen.formats.quiet.clone());
    for (column, name) in (FIRST..).zip([&figure.journey, &figure.phase, &figure.step]) {
        pen.text(row, column, name, &text)?;
    }
    let at = FIRST + 3;
    match &figure.said {
        Said::Value { metric, n, value, reliability } => {
            pen.text(row, at, metric, &text)?;
            let (count, decimal) = (pen.formats.figure("#,##0"), pen.formats.figure("0.0"));
            pen.sheet.write_number_with_format(row, at + 1, *n as f64, &count)?;
            for (column, number) in (at + 2..).zip([value.value, value.low, value.high]) {
                pen.sheet.write_number_with_format(row, column, number, &decimal)?;
            }
            let firm = match reliability {
                Reliability::Solid => Text::Solid,
                Reliability::Tentative => Text::Tentative,
                Reliability::Anecdotal => Text::Anecdotal,
            };
            pen.text(row, at + 5, firm.text(lang), &text)
        }
        Said::Hidden | Said::NoData => {
            let words = if matches!(figure.said, Said::Hidden) { Text::Hidden } else { Text::NoData };
            let words = fill(words.text(lang), &[("floor", &floor.to_string())]);
            pen.joined((row, at), (row, at + 5), &words, &quiet)
        }
    }
}
