//! The figures as a table: aligned for people, CSV for spreadsheets.

use super::answer::Answer;
use crate::feedback::{Interval, StepFigures, StepVoice};
use crate::i18n::feedback::FeedbackText;
use crate::i18n::{Lang, signed};

/// Headers of the CSV table; they are the same in every language, for scripts.
const CSV_HEADERS: &str = "step,n,hidden,nps_n,nps,nps_low,nps_high,nps_median,csat_n,csat_mean,csat_top2,csat_low,csat_high,\
                           ces_n,ces_mean,ces_easy,ces_low,ces_high\n";

/// A table for a terminal.
pub(super) fn aligned(answer: &Answer, lang: Lang) -> String {
    let word = |text: FeedbackText| text.text(lang).to_owned();
    let interval = || word(FeedbackText::Interval);
    let mut rows = vec![vec![word(FeedbackText::Step), word(FeedbackText::Rows)]];
    let any = |has: fn(&StepFigures) -> bool| {
        answer.steps.iter().any(|(_, voice)| matches!(voice, StepVoice::Shown(figures) if has(figures)))
    };
    let metrics = [any(|f| f.nps.is_some()), any(|f| f.csat.is_some()), any(|f| f.ces.is_some())];
    let titles =
        ["NPS".to_owned(), format!("CSAT {}", word(FeedbackText::Top2)), format!("CES {}", word(FeedbackText::Easy))];
    for (title, _) in titles.into_iter().zip(metrics).filter(|(_, has)| *has) {
        rows[0].extend([title, interval()]);
    }
    for (name, voice) in &answer.steps {
        let mut row = vec![name.clone()];
        match voice {
            StepVoice::Hidden => row.extend(["–".to_owned(), word(FeedbackText::Hidden)]),
            StepVoice::Shown(figures) => {
                row.push(figures.n.to_string());
                row.extend(metric_cells(figures, metrics));
            }
        }
        rows.push(row);
    }
    lined_up(&rows)
}

fn metric_cells(figures: &StepFigures, metrics: [bool; 3]) -> Vec<String> {
    let score = |i: Interval| [signed(i.value, 1), format!("{} … {}", signed(i.low, 1), signed(i.high, 1))];
    let share = |i: Interval| [format!("{:.1} %", i.value), format!("{:.1} … {:.1} %", i.low, i.high)];
    let cells = [
        figures.nps.as_ref().map(|nps| score(nps.score)),
        figures.csat.as_ref().map(|csat| share(csat.top2)),
        figures.ces.as_ref().map(|ces| share(ces.easy)),
    ];
    let shown = cells.into_iter().zip(metrics).filter(|(_, has)| *has);
    shown.flat_map(|(cells, _)| cells.unwrap_or_else(|| ["–".to_owned(), String::new()])).collect()
}

/// Columns as wide as their widest cell; names to the left, numbers to the right.
fn lined_up(rows: &[Vec<String>]) -> String {
    let header = rows.first().map_or(0, Vec::len);
    // A hidden step's row is shorter, and its remark as long as it likes.
    let full = || rows.iter().filter(|row| row.len() == header);
    let names = rows.iter().filter_map(|row| row.first()).map(|name| width(name)).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..header).map(|at| full().map(|row| width(&row[at])).max().unwrap_or(0)).collect();
    widths.iter_mut().take(1).for_each(|first| *first = names);
    let mut text = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            let room = widths.get(at).copied().unwrap_or(0).saturating_sub(width(cell));
            let pad = " ".repeat(room);
            match at {
                0 => text.extend([cell, pad.as_str()]),
                _ if row.len() < header && at == row.len() - 1 => text.extend(["  ", cell]),
                _ => text.extend(["  ", &pad, cell]),
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

/// Columns of a terminal: Japanese characters take two.
fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{3fffd}');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

/// A table for a spreadsheet.
pub(super) fn csv(answer: &Answer) -> String {
    let mut text = CSV_HEADERS.to_owned();
    for (name, voice) in &answer.steps {
        let mut cells = vec![csv_cell(name)];
        match voice {
            StepVoice::Hidden => cells.extend([String::new(), "true".to_owned()]),
            StepVoice::Shown(figures) => cells.extend(csv_figures(figures)),
        }
        cells.resize(CSV_HEADERS.split(',').count(), String::new());
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn csv_figures(figures: &StepFigures) -> Vec<String> {
    let number = |value: f64| format!("{:.2}", value + 0.0);
    let bounds = |i: Interval| [number(i.value), number(i.low), number(i.high)];
    let mut cells = vec![figures.n.to_string(), "false".to_owned()];
    match &figures.nps {
        Some(nps) => {
            cells.push(nps.n.to_string());
            cells.extend(bounds(nps.score));
            cells.push(number(nps.median));
        }
        None => cells.extend(vec![String::new(); 5]),
    }
    let shares = [
        figures.csat.as_ref().map(|csat| (csat.n, csat.mean, csat.top2)),
        figures.ces.as_ref().map(|ces| (ces.n, ces.mean, ces.easy)),
    ];
    for share in shares {
        match share {
            Some((n, mean, share)) => {
                cells.extend([n.to_string(), number(mean.value)]);
                cells.extend(bounds(share));
            }
            None => cells.extend(vec![String::new(); 5]),
        }
    }
    cells
}

/// A name as a cell: quoted where needed, and never a formula for the spreadsheet to run.
fn csv_cell(name: &str) -> String {
    let formula = name.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']);
    let name = if formula { format!("'{name}") } else { name.to_owned() };
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_in_both_scripts() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let text =
            lined_up(&[row(&["Step", "n", "NPS"]), row(&["来店する", "7", "+1"]), row(&["EC", "–", "hidden: x"])]);
        assert_eq!(text, "Step      n        NPS\n来店する  7         +1\nEC        –  hidden: x\n");
    }

    #[test]
    fn names_are_never_formulas() {
        assert_eq!(csv_cell("=1+1"), "'=1+1");
        assert_eq!(csv_cell("a, \"b\""), "\"a, \"\"b\"\"\"");
    }
}
