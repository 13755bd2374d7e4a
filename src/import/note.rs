//! What was not understood, with the place where it stands: nothing is passed over in silence.

use crate::i18n::import::NoteText as Text;
use crate::i18n::{Lang, fill};

/// More notes than this nobody reads; what follows is counted.
pub const MOST_NOTES: usize = 500;
/// So much of a text is shown, in letters.
const LONGEST: usize = 60;

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub text: String,
    /// Why it has no place.
    pub why: Because,
}

/// Where something stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// On a line of a text, from 1.
    Line(u64),
    /// In a cell of a table, from 1.
    Cell {
        /// The sheet; empty where there is only one.
        sheet: String,
        /// The row.
        row: u32,
        /// The column.
        column: u32,
    },
    /// Nowhere in particular.
    Whole,
}

/// Why something was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// There is no lane for it.
    NoLane,
    /// There is no step for it.
    NoStep,
    /// It is no emotion on the scale.
    NoEmotion,
    /// It is no level.
    NoLevel,
    /// There is no department of this name.
    NoDepartment,
    /// The lane takes no text.
    NoText,
    /// The line is none of the language.
    NoStatement,
    /// A task without a score; it has no emotion then.
    NoScore,
    /// A score off the scale, taken to its end.
    OffScale,
    /// It names something that is not there.
    Dangling,
    /// Maps have no place for it.
    Unknown,
    /// There is more of it than a map holds.
    TooMuch,
    /// It stands outside the table.
    Outside,
    /// It was removed in the project meanwhile.
    Gone,
    /// Its row is gone from the sheet; what it held stays.
    RowGone,
    /// The same thing says something else on another sheet.
    TwoTexts,
    /// It cannot be this value.
    NoValue,
    /// The sheet repeats one that was read.
    SecondSheet,
}

impl Note {
    /// A note to a cell, counted from 0.
    #[must_use]
    pub fn cell(sheet: &str, (row, column): (u32, u32), text: &str, why: Because) -> Self {
        let place = Place::Cell { sheet: sheet.to_owned(), row: row + 1, column: column + 1 };
        Self { place, text: text.to_owned(), why }
    }

    /// The note in a sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let mut text: String = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > LONGEST {
            text = text.chars().take(LONGEST).chain(['…']).collect();
        }
        let why = self.why.text().text(lang);
        let place = self.place.words(lang);
        fill(
            if place.is_empty() { Text::WithoutPlace } else { Text::WithPlace }.text(lang),
            &[("place", &place), ("text", &text), ("why", why)],
        )
    }
}

impl Place {
    /// The place in words: "line 12", "Sheet!C4"; nothing for a note to the whole.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Line(line) => fill(Text::Line.text(lang), &[("line", &line.to_string())]),
            Self::Cell { sheet, row, column } => {
                let cell = format!("{}{row}", column_letters(*column));
                if sheet.is_empty() { cell } else { format!("{sheet}!{cell}") }
            }
            Self::Whole => String::new(),
        }
    }
}

/// The letters of a column, from 1: A, B … Z, AA.
fn column_letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        letters.push(char::from(b'A' + ((column - 1) % 26) as u8));
        column = (column - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

impl Because {
    const fn text(self) -> Text {
        match self {
            Self::NoLane => Text::NoLane,
            Self::NoStep => Text::NoStep,
            Self::NoEmotion => Text::NoEmotion,
            Self::NoLevel => Text::NoLevel,
            Self::NoDepartment => Text::NoDepartment,
            Self::NoText => Text::NoText,
            Self::NoStatement => Text::NoStatement,
            Self::NoScore => Text::NoScore,
            Self::OffScale => Text::OffScale,
            Self::Dangling => Text::Dangling,
            Self::Unknown => Text::Unknown,
            Self::TooMuch => Text::TooMuch,
            Self::Outside => Text::Outside,
            Self::Gone => Text::Gone,
            Self::RowGone => Text::RowGone,
            Self::TwoTexts => Text::TwoTexts,
            Self::NoValue => Text::NoValue,
            Self::SecondSheet => Text::SecondSheet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_where_what_and_why() {
        let note = Note::cell("旅", (3, 27), "x\ny", Because::NoLane);
        assert_eq!(note.sentence(Lang::En), "旅!AB4 “x y”: no lane takes it");
        let line = Note { place: Place::Line(7), text: "長".repeat(80), why: Because::NoScore };
        assert!(line.sentence(Lang::Ja).starts_with("7行目「長"));
    }
}
