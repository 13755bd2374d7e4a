//! The figures as tables for people.

use super::answer::{Answer, PhaseAnswer};
use crate::feedback::{Change, Interval, StepFigures, StepVoice};
use crate::i18n::answers::{AnswersText, answers_words};
use crate::i18n::feedback::FeedbackText;
use crate::i18n::{Lang, fill, grouped, signed};

/// Tables for a terminal: which answers are counted, the steps, and with a map the phases.
pub(super) fn aligned(answer: &Answer, lang: Lang) -> String {
    let steps: Vec<(&str, &StepVoice)> = answer.steps.iter().map(|(name, voice)| (name.as_str(), voice)).collect();
    let mut text = only(answer, lang).map_or_else(String::new, |only| only + "\n\n");
    text.push_str(&table(FeedbackText::Step, &steps, lang));
    let Some(phases) = answer.phases.as_ref().filter(|phases| !phases.is_empty()) else { return text };
    let is_one = phases.iter().all(|phase| phase.journey == phases[0].journey);
    let name = |phase: &PhaseAnswer| {
        if is_one { phase.name.clone() } else { format!("{} / {}", phase.journey, phase.name) }
    };
    let names: Vec<String> = phases.iter().map(name).collect();
    let phases: Vec<(&str, &StepVoice)> =
        names.iter().zip(phases).map(|(name, phase)| (name.as_str(), &phase.voice)).collect();
    text + "\n" + &table(FeedbackText::Phase, &phases, lang)
}

/// Which answers are counted, in words; `None` when all are.
pub(super) fn only(answer: &Answer, lang: Lang) -> Option<String> {
    let (what, n) = (answers_words(&answer.filter, lang), grouped(answer.rows()));
    (!answer.filter.is_empty()).then(|| fill(FeedbackText::Only.text(lang), &[("what", &what), ("n", &n)]))
}

fn table(of: FeedbackText, voices: &[(&str, &StepVoice)], lang: Lang) -> String {
    let word = |text: FeedbackText| text.text(lang).to_owned();
    let hidden = if of == FeedbackText::Phase { FeedbackText::HiddenPhase } else { FeedbackText::Hidden };
    let interval = || word(FeedbackText::Interval);
    let mut rows = vec![vec![word(of), word(FeedbackText::Rows)]];
    let any = |has: fn(&StepFigures) -> bool| {
        voices.iter().any(|(_, voice)| matches!(voice, StepVoice::Shown(figures) if has(figures)))
    };
    let metrics = [any(|f| f.nps.is_some()), any(|f| f.csat.is_some()), any(|f| f.ces.is_some())];
    let titles =
        ["NPS".to_owned(), format!("CSAT {}", word(FeedbackText::Top2)), format!("CES {}", word(FeedbackText::Easy))];
    for (title, _) in titles.into_iter().zip(metrics).filter(|(_, has)| *has) {
        rows[0].extend([title, interval()]);
    }
    let has_changes = any(|figures| figures.change.is_some());
    if has_changes {
        rows[0].extend([word(FeedbackText::Change), interval(), String::new()]);
    }
    for (name, voice) in voices {
        let mut row = vec![(*name).to_owned()];
        match voice {
            StepVoice::Hidden => row.extend(["–".to_owned(), word(hidden)]),
            StepVoice::Shown(figures) => {
                row.push(figures.n.to_string());
                row.extend(metric_cells(figures, metrics));
                if has_changes {
                    row.extend(change_cells(figures, lang));
                }
            }
        }
        rows.push(row);
    }
    lined_up(&rows)
}

/// The change of the leading metric, and whether it is one.
fn change_cells(figures: &StepFigures, lang: Lang) -> [String; 3] {
    let Some(Change { difference, proven }) = figures.change else {
        return ["–".to_owned(), String::new(), String::new()];
    };
    let verdict = if proven { AnswersText::MovedProven } else { AnswersText::MovedUnproven };
    let range = format!("{} … {}", signed(difference.low, 1), signed(difference.high, 1));
    [signed(difference.value, 1), range, verdict.text(lang).to_owned()]
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
}
