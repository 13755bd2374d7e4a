//! The figures as a table for spreadsheets and scripts.

use super::answer::Answer;
use crate::feedback::{Change, Interval, StepFigures, StepVoice};
use crate::i18n::Lang;
use crate::i18n::answers::answers_words;

/// Headers of the table; they are the same in every language, for scripts. New ones go to the end.
const HEADERS: [&str; 25] = [
    "step",
    "n",
    "hidden",
    "nps_n",
    "nps",
    "nps_low",
    "nps_high",
    "nps_median",
    "csat_n",
    "csat_mean",
    "csat_top2",
    "csat_low",
    "csat_high",
    "ces_n",
    "ces_mean",
    "ces_easy",
    "ces_low",
    "ces_high",
    "change",
    "change_low",
    "change_high",
    "change_proven",
    "of",
    "journey",
    "filter",
];
/// Those after the figures.
const AFTER: usize = 3;

/// A table for a spreadsheet.
pub(super) fn text(answer: &Answer, lang: Lang) -> String {
    let mut text = HEADERS.join(",") + "\n";
    let steps = answer.steps.iter().map(|(name, voice)| (["step", ""], name, voice));
    let phases = answer.phases.iter().flatten().map(|phase| (["phase", &phase.journey], &phase.name, &phase.voice));
    let filter = answers_words(&answer.filter, lang);
    for ([of, journey], name, voice) in steps.chain(phases) {
        let mut cells = vec![cell(name)];
        match voice {
            StepVoice::Hidden => cells.extend([String::new(), "true".to_owned()]),
            StepVoice::Shown(figures) => cells.extend(figures_cells(figures)),
        }
        cells.resize(HEADERS.len() - AFTER, String::new());
        cells.extend([of.to_owned(), cell(journey), cell(&filter)]);
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn figures_cells(figures: &StepFigures) -> Vec<String> {
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
    if let Some(Change { difference, proven }) = figures.change {
        cells.extend(bounds(difference));
        cells.push(proven.to_string());
    }
    cells
}

/// A name as a cell: quoted where needed, and never a formula for the spreadsheet to run.
fn cell(name: &str) -> String {
    let formula = name.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']);
    let name = if formula { format!("'{name}") } else { name.to_owned() };
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_never_formulas() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
    }
}
