//! The second reading of records with fields that this program does not know (a typing error, or another
//! program's): the fields are taken out, named, and their text is kept.

use ron::error::{Error, Position, SpannedError};
use serde::de::DeserializeOwned;

/// A value and what was left out of it.
#[derive(Debug)]
pub(super) struct Lenient<T> {
    pub value: T,
    pub unknown: Vec<Unknown>,
}

/// A field that was left out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The line of the text, from 1.
    pub line: usize,
    pub name: String,
    /// Its value as it stands in the text.
    pub value: String,
}

/// Every unknown field costs another reading, so there is an end to them.
const MOST_UNKNOWN: usize = 32;

/// Reads RON, leaving out fields that `T` does not have.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<Lenient<T>, SpannedError> {
    let mut text = text.to_owned();
    let mut unknown = Vec::new();
    loop {
        let error = match ron::from_str(&text) {
            Ok(value) => return Ok(Lenient { value, unknown }),
            Err(error) => error,
        };
        let Error::NoSuchStructField { found, .. } = &error.code else { return Err(error) };
        let Some(field) = find(&text, error.span.start, found).filter(|_| unknown.len() < MOST_UNKNOWN) else {
            return Err(error);
        };
        let value = text[field.value..field.end].trim().to_owned();
        unknown.push(Unknown { line: error.span.start.line, name: found.clone(), value });
        blank_out(&mut text, &field);
    }
}

/// Byte places of a field in a text.
struct Place {
    start: usize,
    value: usize,
    /// Before the comma or the closing bracket.
    end: usize,
}

fn find(text: &str, at: Position, name: &str) -> Option<Place> {
    let start = offset(text, at)?;
    let rest = text[start..].strip_prefix("r#").unwrap_or(&text[start..]).strip_prefix(name)?;
    let value = text.len() - rest.trim_start().strip_prefix(':')?.len();
    Some(Place { start, value, end: value + value_length(&text.as_bytes()[value..])? })
}

fn offset(text: &str, at: Position) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(at.line.checked_sub(1)?).map(str::len).sum();
    let column = lines.next()?.char_indices().nth(at.col.checked_sub(1)?)?.0;
    Some(before + column)
}

/// Puts spaces in place of a field and its comma, so that all other places keep their line.
fn blank_out(text: &mut String, field: &Place) {
    let comma = usize::from(text[field.end..].starts_with(','));
    let range = field.start..field.end + comma;
    let blank: String = text[range.clone()].chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
    text.replace_range(range, &blank);
}

/// The bytes up to the comma or closing bracket that ends a value; `None` when nothing does.
fn value_length(text: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    while at < text.len() {
        match text[at] {
            b',' | b')' | b']' | b'}' if depth == 0 => return Some(at),
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'"' => at += quoted_length(&text[at..], b'"')?,
            b'\'' => at += quoted_length(&text[at..], b'\'')?,
            b'r' if raw_hashes(&text[at..]).is_some() => at += raw_length(&text[at..])?,
            b'/' => at += comment_length(&text[at..]),
            _ => {}
        }
        at += 1;
    }
    None
}

/// From the opening quote to the closing one, that one not counted.
fn quoted_length(text: &[u8], quote: u8) -> Option<usize> {
    let mut at = 1;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 1,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

fn raw_hashes(text: &[u8]) -> Option<usize> {
    let hashes = text[1..].iter().take_while(|b| **b == b'#').count();
    (text.get(1 + hashes) == Some(&b'"')).then_some(hashes)
}

/// From the `r` of a raw string to its last character, that one not counted.
fn raw_length(text: &[u8]) -> Option<usize> {
    let hashes = raw_hashes(text)?;
    let body = hashes + 2;
    let ending = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
    let length = text[body..].windows(ending.len()).position(|window| window == ending)?;
    Some(body + length + hashes)
}

/// From the slash to the last character of the comment, that one not counted; 0 when it is none.
fn comment_length(text: &[u8]) -> usize {
    match text.get(1) {
        Some(b'/') => text.iter().position(|b| *b == b'\n').unwrap_or(text.len()),
        Some(b'*') => text.windows(2).skip(2).position(|end| end == b"*/").map_or(text.len(), |length| length + 3),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Known {
        a: u8,
        #[serde(default)]
        b: String,
    }

    #[test]
    fn unknown_fields_are_taken_out_whatever_they_hold() {
        let values = [
            "1",
            "\"日本,)\\\"\"",
            "Some((x:[1,2],y:{\"k\":')'}))",
            "r##\"a\"#,)\"##",
            "[/* , ) */ 1]",
            "(1, // ) ,\n2)",
            "'\\''",
        ];
        for value in values {
            for text in [format!("(z:{value},a:1,b:\"x\")"), format!("(a:1, b:\"x\", 漢 : {value} )")] {
                let read = parse::<Known>(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
                assert_eq!(read.value, Known { a: 1, b: "x".into() }, "{text}");
                assert_eq!(read.unknown[0].value, value, "{text}");
            }
        }
    }

    #[test]
    fn other_faults_stay_faults() {
        for text in ["(a:300)", "(a:1,z:", "(a:1,z:\"", "(z:1)", ""] {
            assert!(parse::<Known>(text).is_err(), "{text}");
        }
        let many = "z:1,".repeat(100);
        assert!(parse::<Known>(&format!("(a:1,{many})")).is_err());
    }
}
