//! What a person should know besides the figures.

use super::answer::Answer;
use crate::cli::{Console, Failure};
use crate::feedback::{Outcome, Rejected};
use crate::i18n::domain::Named as _;
use crate::i18n::feedback::FeedbackText;
use crate::i18n::{fill, listed};
use crate::model::ColumnRole;

/// How each file was read, and what of it was left out.
pub(super) fn about_sources(sources: &[Outcome], console: &mut Console<'_>) -> Result<(), Failure> {
    let lang = console.lang;
    for source in sources {
        let rejected: u64 = source.rejected.iter().map(|rejected| rejected.rows).sum();
        let counts = [source.rows, source.used(), rejected, source.duplicates].map(|n| n.to_string());
        let [rows, used, left_out, duplicates] = counts.each_ref().map(String::as_str);
        let values = [
            ("rows", rows),
            ("used", used),
            ("rejected", left_out),
            ("duplicates", duplicates),
            ("encoding", source.encoding.as_str()),
            ("sheet", source.sheet.as_str()),
            ("file", source.file.as_str()),
        ];
        let summary = if source.sheet.is_empty() { FeedbackText::Summary } else { FeedbackText::SummaryOfSheet };
        console.say(&fill(summary.text(lang), &values))?;
        for column in source.columns.iter().filter(|column| column.role != ColumnRole::Ignore) {
            let values =
                [("role", column.role.name(lang)), ("header", column.header.as_str()), ("step", column.step.as_str())];
            let text = if column.step.is_empty() { FeedbackText::ColumnLine } else { FeedbackText::QuestionLine };
            console.say(&fill(text.text(lang), &values))?;
        }
        list(&source.rejected, FeedbackText::RejectedRows, console)?;
        list(&source.partly, FeedbackText::PartlyRows, console)?;
        if let Some(cut) = &source.long_cells {
            let (n, line) = (cut.cells.to_string(), cut.line.to_string());
            let values = [("n", n.as_str()), ("line", &line), ("column", &cut.column)];
            console.say(&fill(FeedbackText::CutCells.text(lang), &values))?;
        }
        if !source.duplicates_complete {
            console.say(FeedbackText::DuplicatesPartly.text(lang))?;
        }
    }
    Ok(())
}

fn list(rows: &[Rejected], text: FeedbackText, console: &mut Console<'_>) -> Result<(), Failure> {
    let lang = console.lang;
    for rejected in rows {
        let (rows, line) = (rejected.rows.to_string(), rejected.first_line.to_string());
        let values = [
            ("rows", rows.as_str()),
            ("line", line.as_str()),
            ("reason", rejected.reason.name(lang)),
            ("example", rejected.example.as_str()),
        ];
        console.say(&fill(text.text(lang), &values))?;
    }
    Ok(())
}

/// What is in no figure.
pub(super) fn about_answer(answer: &Answer, console: &mut Console<'_>) -> Result<(), Failure> {
    let lang = console.lang;
    for (name, rows, like) in &answer.unassigned {
        let text = if like.is_some() { FeedbackText::UnassignedLike } else { FeedbackText::Unassigned };
        let step = like.as_deref().unwrap_or_default();
        console.say(&fill(text.text(lang), &[("rows", &rows.to_string()), ("step", step), ("name", name)]))?;
    }
    if !answer.simple.is_empty() {
        let sets: Vec<&str> = answer.simple.iter().map(String::as_str).collect();
        console.say(&fill(FeedbackText::Simple.text(lang), &[("sets", &listed(&sets, lang))]))?;
    }
    if answer.left_out > 0 {
        console.say(&fill(FeedbackText::LeftOut.text(lang), &[("n", &answer.left_out.to_string())]))?;
    }
    Ok(())
}
