//! What opening a file brought to light, for the person to see.

use crate::model::{RecordId, Repair};

/// What opening a file brought to light. Empty for a sound file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadReport {
    /// About the file as a whole and single lines of it.
    pub notices: Vec<Notice>,
    /// Lines that could not be read, as they stand in the file. They are not in the project, so
    /// saving over the file would lose them: offer to keep them elsewhere first.
    pub quarantine: Vec<Quarantined>,
    /// What was mended in the project.
    pub repairs: Vec<Repair>,
}

impl LoadReport {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notices.is_empty() && self.quarantine.is_empty() && self.repairs.is_empty()
    }
}

/// Something that the person should know about a file. Lines count from 1; in a file that somebody laid out
/// anew, records are counted instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The first line does not say that Tabiji wrote the file.
    NoHeader,
    /// The contents do not fit the checksum: changed by hand, merged, or damaged.
    ChangedOutside,
    /// Writing the file was cut short: the copy that stood in for it was read, with what was there before.
    StandIn,
    /// The file stops before its end.
    EndMissing,
    /// The file says nothing about the project as a whole, such as its title.
    NoInfo,
    /// A field that this program does not know was left out.
    UnknownField {
        /// Where.
        line: usize,
        /// Its name.
        field: String,
        /// What it held, as it stands in the file.
        value: String,
    },
    /// A line repeats a record word for word; it was left out.
    Repeated {
        /// Where.
        line: usize,
        /// The record.
        record: RecordId,
    },
    /// Two different records had one id; the later one got a new one.
    Renamed {
        /// Where.
        line: usize,
        /// The id it had.
        old: RecordId,
        /// The id it got.
        new: RecordId,
    },
}

impl Notice {
    /// A short English key of the sort of notice, for scripts.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoHeader => "no-header",
            Self::ChangedOutside => "changed-outside",
            Self::StandIn => "stand-in",
            Self::EndMissing => "end-missing",
            Self::NoInfo => "no-info",
            Self::UnknownField { .. } => "unknown-field",
            Self::Repeated { .. } => "repeated",
            Self::Renamed { .. } => "renamed",
        }
    }

    /// The line it is about, if it is about one.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        match self {
            Self::UnknownField { line, .. } | Self::Repeated { line, .. } | Self::Renamed { line, .. } => Some(*line),
            _ => None,
        }
    }
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Where, from 1.
    pub line: usize,
    /// Why.
    pub reason: Unreadable,
    /// The line as it stands in the file.
    pub text: String,
}

/// Why a line could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not UTF-8.
    NotText,
    /// It is a second record of the project as a whole.
    SecondInfo,
    /// It is not a record: what the RON reader says, in English, and the column.
    NotARecord {
        /// Where in the line, from 1.
        column: usize,
        /// What the reader says.
        reason: String,
    },
}
