//! Writes answers as a CSV file.

use super::answers::{Answer, Score};
use super::spec::{Column, Dates, Encoding, Survey};
use std::error::Error;

/// The file's bytes.
pub fn csv(survey: &Survey, answers: &[Answer]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::WriterBuilder::new().terminator(terminator(survey.encoding)).from_writer(Vec::new());
    writer.write_record(survey.columns.iter().map(|(_, header)| header))?;
    for answer in answers {
        writer.write_record(survey.columns.iter().map(|(column, _)| field(survey, answer, *column)))?;
    }
    encoded(survey.encoding, String::from_utf8(writer.into_inner()?)?)
}

fn terminator(encoding: Encoding) -> csv::Terminator {
    match encoding {
        Encoding::Cp932 => csv::Terminator::CRLF,
        Encoding::Utf8 => csv::Terminator::Any(b'\n'),
    }
}

fn field(survey: &Survey, answer: &Answer, column: Column) -> String {
    match column {
        Column::Date => date(survey.dates, answer),
        Column::Respondent => format!("{}{}", survey.respondent, answer.respondent),
        Column::Touchpoint => answer.touchpoint.clone(),
        Column::Channel => answer.channel.clone(),
        Column::Segment => answer.segment.clone(),
        Column::Nps => score(&answer.nps),
        Column::Csat => score(&answer.csat),
        Column::Ces => score(&answer.ces),
        Column::Comment => answer.comment.clone(),
    }
}

fn date(dates: Dates, answer: &Answer) -> String {
    let (year, month) = answer.month.split_once('-').unwrap_or((&answer.month, ""));
    match dates {
        Dates::Slashed => format!("{year}/{}/{}", month.trim_start_matches('0'), answer.day),
        Dates::Iso => format!("{year}-{month}-{:02}", answer.day),
    }
}

fn score(score: &Score) -> String {
    match score {
        Score::Given(value) => value.to_string(),
        Score::None => String::new(),
        Score::Wrong(text) => text.clone(),
    }
}

fn encoded(encoding: Encoding, text: String) -> Result<Vec<u8>, Box<dyn Error>> {
    match encoding {
        Encoding::Utf8 => Ok(text.into_bytes()),
        Encoding::Cp932 => {
            let (bytes, _, unmappable) = encoding_rs::SHIFT_JIS.encode(&text);
            if unmappable { Err("a character has no place in CP932".into()) } else { Ok(bytes.into_owned()) }
        }
    }
}
