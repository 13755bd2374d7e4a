//! From the text of a file to a project: header first, then the records; a damaged file record by record.

use super::header::{self, ContentHash, FORMAT, Header};
use super::lenient::{self, Lenient};
use super::lines::in_parallel;
use super::record::{FileRecord, Placed, RecordRef};
use super::{LoadReport, Notice, OpenError, Quarantined, Unreadable};
use crate::base::IdSource;
use crate::model::{Project, repaired};
use ron::error::SpannedError;

/// A project as it came out of a file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The project; sound, whatever the file was like.
    pub project: Project,
    /// What the person should know.
    pub report: LoadReport,
}

/// Reads the text of a file. `ids` gives a new id where the file has one twice.
///
/// # Errors
/// When the text is empty, of a newer format, or holds not one record.
pub fn from_text(text: &str, ids: &mut IdSource) -> Result<Loaded, OpenError> {
    from_bytes(text.as_bytes(), ids).map(|(loaded, _)| loaded)
}

/// As [`from_text`], with the hash of the content as it stands.
pub(super) fn from_bytes(bytes: &[u8], ids: &mut IdSource) -> Result<(Loaded, ContentHash), OpenError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(OpenError::Empty);
    }
    let (header, body) = header::split(bytes);
    let hash = ContentHash::of(body);
    let mut notices = Vec::new();
    let lines_before = match header {
        Header::Newer(found) => return Err(OpenError::NewerFormat { found, known: FORMAT }),
        Header::Missing => {
            refuse_binary(bytes)?;
            notices.push(Notice::NoHeader);
            0
        }
        Header::Known { checksum, .. } => {
            let fits = |hash: ContentHash| hash.to_string().as_bytes() == checksum;
            if !fits(hash) && !fits(ContentHash::of_unified(body)) {
                notices.push(Notice::ChangedOutside);
            }
            1
        }
    };
    let mut reading = Reading { project: Project::default(), notices, quarantine: Vec::new(), has_info: false };
    reading.read(body, lines_before, ids)?;
    Ok((reading.finish(), hash))
}

/// Without our header a file must at least be text: a picture or an archive is no damaged project.
/// A first line that looks like a header with a fault in it is passed over.
fn refuse_binary(bytes: &[u8]) -> Result<(), OpenError> {
    let first = &bytes[..bytes.iter().position(|b| *b == b'\n').map_or(bytes.len(), |end| end + 1)];
    let is_header = first.starts_with(b"//") || first.windows(6).any(|word| word == b"tabiji");
    let start = if is_header { first.len() } else { 0 };
    let text = &bytes[start..];
    let valid = std::str::from_utf8(text).map_or_else(|error| error.valid_up_to(), str::len);
    let end = text[..valid].iter().position(|b| *b == 0).unwrap_or(valid);
    if end == text.len() {
        return Ok(());
    }
    Err(OpenError::NotText { line: bytes[..start + end].split(|b| *b == b'\n').count() })
}

struct Reading {
    project: Project,
    notices: Vec<Notice>,
    quarantine: Vec<Quarantined>,
    has_info: bool,
}

/// A line of the file that should hold a record.
#[derive(Clone, Copy)]
struct Line<'a> {
    number: usize,
    bytes: &'a [u8],
}

impl Reading {
    fn read(&mut self, body: &[u8], lines_before: usize, ids: &mut IdSource) -> Result<(), OpenError> {
        let lines = record_lines(body, lines_before);
        let parsed: Vec<_> = in_parallel(&lines, |lines| lines.iter().map(Line::parse).collect::<Vec<_>>())
            .into_iter()
            .flatten()
            .collect();
        // One record a line is how we write. Somebody may have laid the file out anew: then it counts as a whole.
        if parsed.iter().any(Result::is_err)
            && let Some(records) = whole(body)
        {
            self.place_whole(records, ids);
            return Ok(());
        }
        let mut first_bad = None;
        let mut any_record = false;
        for (line, result) in lines.iter().zip(parsed) {
            let result = result.or_else(|reason| self.parse_leniently(*line, reason));
            match result {
                Ok(record) => {
                    any_record = true;
                    self.place(*line, record, ids);
                }
                Err(reason) => {
                    first_bad.get_or_insert(line.number);
                    self.set_aside(*line, reason);
                }
            }
        }
        if let Some(line) = first_bad.filter(|_| !any_record) {
            return self.read_as_whole(body, lines_before, line, ids);
        }
        if lines.is_empty() && self.notices.contains(&Notice::NoHeader) {
            let reason = ron::Error::ExpectedArray.to_string();
            return Err(OpenError::NotAProject { line: 1, column: 1, reason });
        }
        if !body.trim_ascii_end().ends_with(b"]") {
            self.notices.push(Notice::EndMissing);
        }
        Ok(())
    }

    /// A line with fields that this program does not know, without them.
    fn parse_leniently(&mut self, line: Line<'_>, reason: Unreadable) -> Result<FileRecord, Unreadable> {
        let Some(Ok(Lenient { value, unknown })) = line.text().map(lenient::parse::<FileRecord>) else {
            return Err(reason);
        };
        let notices = unknown.into_iter();
        self.notices.extend(notices.map(|u| Notice::UnknownField { line: line.number, field: u.name, value: u.value }));
        Ok(value)
    }

    /// The last try, when not one line is a record: a file laid out anew with fields that we do not know.
    fn read_as_whole(
        &mut self,
        body: &[u8],
        lines_before: usize,
        first_bad: usize,
        ids: &mut IdSource,
    ) -> Result<(), OpenError> {
        let Ok(text) = std::str::from_utf8(body) else {
            return Err(OpenError::NotText { line: first_bad });
        };
        match lenient::parse::<Vec<FileRecord>>(text) {
            Ok(Lenient { value, unknown }) => {
                self.quarantine.clear();
                let notices = unknown.into_iter();
                self.notices.extend(notices.map(|u| Notice::UnknownField {
                    line: u.line + lines_before,
                    field: u.name,
                    value: u.value,
                }));
                self.place_whole(value, ids);
                Ok(())
            }
            Err(SpannedError { code, span }) => Err(OpenError::NotAProject {
                line: span.start.line + lines_before,
                column: span.start.col,
                reason: code.to_string(),
            }),
        }
    }

    fn place_whole(&mut self, records: Vec<FileRecord>, ids: &mut IdSource) {
        for (at, record) in records.into_iter().enumerate() {
            self.place(Line { number: at + 1, bytes: &[] }, record, ids);
        }
    }

    fn place(&mut self, line: Line<'_>, record: FileRecord, ids: &mut IdSource) {
        if let FileRecord::Info(info) = &record
            && std::mem::replace(&mut self.has_info, true)
        {
            let text = ron::to_string(&RecordRef::Info(info)).unwrap_or_default();
            self.quarantine.push(Quarantined { line: line.number, reason: Unreadable::SecondInfo, text });
            return;
        }
        match record.put_into(&mut self.project, ids) {
            Placed::New => {}
            Placed::Repeated(record) => self.notices.push(Notice::Repeated { line: line.number, record }),
            Placed::Renamed { old, new } => self.notices.push(Notice::Renamed { line: line.number, old, new }),
        }
    }

    fn set_aside(&mut self, line: Line<'_>, reason: Unreadable) {
        let text = String::from_utf8_lossy(line.bytes).into_owned();
        self.quarantine.push(Quarantined { line: line.number, reason, text });
    }

    fn finish(mut self) -> Loaded {
        if !self.has_info {
            self.notices.push(Notice::NoInfo);
        }
        let (project, repairs) = repaired(self.project);
        Loaded { project, report: LoadReport { notices: self.notices, quarantine: self.quarantine, repairs } }
    }
}

/// The lines between the brackets, without comments and blank ones.
fn record_lines(body: &[u8], lines_before: usize) -> Vec<Line<'_>> {
    let lines = body.split(|b| *b == b'\n').enumerate();
    lines
        .map(|(at, bytes)| Line { number: at + 1 + lines_before, bytes: bytes.trim_ascii() })
        .filter(|line| !matches!(line.bytes, b"" | b"[" | b"]") && !line.bytes.starts_with(b"//"))
        .collect()
}

impl Line<'_> {
    fn text(&self) -> Option<&str> {
        let text = std::str::from_utf8(self.bytes).ok()?;
        Some(text.strip_suffix(',').unwrap_or(text))
    }

    fn parse(&self) -> Result<FileRecord, Unreadable> {
        let text = self.text().ok_or(Unreadable::NotText)?;
        ron::from_str(text).map_err(|SpannedError { code, span }| Unreadable::NotARecord {
            column: span.start.col,
            reason: code.to_string(),
        })
    }
}

fn whole(body: &[u8]) -> Option<Vec<FileRecord>> {
    ron::from_str(std::str::from_utf8(body).ok()?).ok()
}
