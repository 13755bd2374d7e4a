//! The first line: `// tabiji format=1 sha256=…`, so that version and soundness are known before anything is parsed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;

/// The format that is written. Formats 2 and 3 only added records and fields that may be left out, so an older file
/// is one of format 3 that happens to have none of them, and is read by the same records.
pub const FORMAT: u64 = 3;

const START: &str = "// tabiji format=";
const CHECKSUM: &str = " sha256=";

/// SHA-256 of everything after the header line: tells whether a file still holds what was read from it or written to it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    pub(super) fn of(body: &[u8]) -> Self {
        Self(Sha256::digest(body).into())
    }

    /// Of a whole file, with its header line or without one.
    pub(super) fn of_file(bytes: &[u8]) -> Self {
        Self::of(split(bytes).1)
    }

    /// As [`of`](Self::of), with every CRLF taken as LF: what git on Windows makes of a file changes nothing in it.
    pub(super) fn of_unified(body: &[u8]) -> Self {
        let mut hasher = Sha256::new();
        for line in body.split_inclusive(|b| *b == b'\n') {
            match line.strip_suffix(b"\r\n") {
                Some(line) => {
                    hasher.update(line);
                    hasher.update(b"\n");
                }
                None => hasher.update(line),
            }
        }
        Self(hasher.finalize().into())
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for ContentHash {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut hash = [0; 32];
        if text.len() != 2 * hash.len() || !text.is_ascii() {
            return Err("not a hash");
        }
        for (at, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(|_| "not a hash")?;
        }
        Ok(Self(hash))
    }
}

impl Serialize for ContentHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ContentHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The header line for a content, with its line end.
pub(super) fn line(hash: ContentHash) -> String {
    format!("{START}{FORMAT}{CHECKSUM}{hash}\n")
}

/// What a first line says.
pub(super) enum Header<'a> {
    /// Not a header.
    Missing,
    /// Of a format that this program does not know.
    Newer(u64),
    /// Of a format that is read.
    Known {
        /// Which.
        format: u64,
        /// The checksum, as it stands there.
        checksum: &'a [u8],
    },
}

/// The header of a file and what comes after it: everything, where there is none.
pub(super) fn split(bytes: &[u8]) -> (Header<'_>, &[u8]) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let (first, rest) = bytes.split_at(bytes.iter().position(|b| *b == b'\n').map_or(bytes.len(), |end| end + 1));
    match Header::parse(first.strip_suffix(b"\n").unwrap_or(first)) {
        Header::Missing => (Header::Missing, bytes),
        header => (header, rest),
    }
}

impl<'a> Header<'a> {
    /// The format that it names.
    pub(super) fn format(&self) -> Option<u64> {
        match self {
            Self::Missing => None,
            Self::Newer(format) | Self::Known { format, .. } => Some(*format),
        }
    }

    fn parse(line: &'a [u8]) -> Self {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Some(rest) = line.strip_prefix(START.as_bytes()) else { return Self::Missing };
        let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let (format, rest) = rest.split_at(digits);
        let format = std::str::from_utf8(format).ok().and_then(|digits| digits.parse::<u64>().ok());
        match (format, rest.strip_prefix(CHECKSUM.as_bytes())) {
            (Some(format), _) if format > FORMAT => Self::Newer(format),
            (Some(format @ 1..=FORMAT), Some(checksum)) => Self::Known { format, checksum },
            _ => Self::Missing,
        }
    }
}
