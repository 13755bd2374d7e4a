//! States of a project that were given a name, in a file beside it. A record that several states have alike stands in it
//! once; so a state costs about what changed since the one before.

use super::{Fs as _, Loaded, OpenError, RealFs, SIZE_LIMIT, SaveError, from_text, to_text, write_atomically};
use crate::base::{Date, IdSource};
use crate::model::Project;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

const HEADER: &str = "// tabiji history format=1";
/// What the header of any format begins with.
const START: &str = "// tabiji history format=";
/// Before a line that could not be read, so that it is kept as it was.
const UNREAD: &str = "// unread: ";

/// A state that was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KeptState {
    /// Its name.
    pub name: String,
    /// When it was kept.
    pub on: Option<Date>,
    /// What identifies it: the checksum of its file.
    pub hash: String,
    /// Its records, as places among the lines.
    lines: Vec<u32>,
}

/// The kept states of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptStates {
    states: Vec<KeptState>,
    lines: Vec<String>,
    /// Lines that could not be read. They are written again as they were: somebody may be able to mend them.
    unread: Vec<String>,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
enum Entry {
    Record(String),
    State(KeptState),
}

/// The file beside a project's file.
#[must_use]
pub fn kept_states_path(project: &Path) -> PathBuf {
    let mut name = project.file_name().unwrap_or_default().to_owned();
    name.push(".history");
    project.with_file_name(name)
}

impl KeptStates {
    /// The states kept beside a project's file. Where there is no such file there are none; a damaged line costs the
    /// states that need it, and no other.
    ///
    /// # Errors
    /// When the file is there and cannot be read, or a newer program wrote it: it is left alone.
    pub fn beside(project: &Path) -> io::Result<Self> {
        let bytes = match RealFs.read(&kept_states_path(project), SIZE_LIMIT) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let text = String::from_utf8_lossy(&bytes);
        let first = text.lines().next().unwrap_or_default();
        if first.starts_with(START) && first != HEADER {
            return Err(io::Error::new(io::ErrorKind::Unsupported, first.to_owned()));
        }
        Ok(Self::parse(&text))
    }

    fn parse(text: &str) -> Self {
        let mut kept = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !matches!(*line, "" | "[" | "]")) {
            if let Some(comment) = line.strip_prefix("//") {
                kept.unread.extend(comment.strip_prefix(&UNREAD[2..]).map(str::to_owned));
                continue;
            }
            match ron::from_str(line.strip_suffix(',').unwrap_or(line)) {
                Ok(Entry::Record(record)) => kept.lines.push(record),
                Ok(Entry::State(state)) => kept.states.push(state),
                // It keeps its place, so that the lines after it keep theirs.
                Err(_) => {
                    kept.lines.push(String::new());
                    kept.unread.push(line.to_owned());
                }
            }
        }
        kept
    }

    /// Writes them beside a project's file.
    pub fn save_beside(&self, project: &Path) -> Result<(), SaveError> {
        let path = kept_states_path(project);
        let entry =
            |entry: &Entry| ron::to_string(entry).map_err(|error| SaveError::new(&path, io::Error::other(error)));
        let mut text = format!("{HEADER}\n[\n");
        for record in &self.lines {
            text += &(entry(&Entry::Record(record.clone()))? + ",\n");
        }
        for state in &self.states {
            text += &(entry(&Entry::State(state.clone()))? + ",\n");
        }
        for line in &self.unread {
            text += &[UNREAD, line, "\n"].concat();
        }
        text += "]\n";
        write_atomically(&path, text.as_bytes()).map(drop)
    }

    /// The states, the oldest first.
    #[must_use]
    pub fn states(&self) -> &[KeptState] {
        &self.states
    }

    /// Keeps a project as it is; gives the state's hash.
    ///
    /// # Errors
    /// When it cannot be written, which no project of the model does.
    pub fn keep(&mut self, project: &Project, name: &str, on: Option<Date>) -> Result<String, super::EncodeError> {
        let text = to_text(project)?;
        let (header, body) = text.split_once('\n').unwrap_or(("", &text));
        let hash = header.rsplit('=').next().unwrap_or_default().to_owned();
        let mut known: HashMap<&str, u32> = HashMap::new();
        let old = std::mem::take(&mut self.lines);
        for (at, line) in old.iter().enumerate() {
            known.insert(line, at as u32);
        }
        let mut lines = old.clone();
        let records = body.lines().map(|line| line.strip_suffix(',').unwrap_or(line));
        let places = records.filter(|line| !matches!(*line, "[" | "]")).map(|line| {
            *known.entry(line).or_insert_with(|| {
                lines.push(line.to_owned());
                lines.len() as u32 - 1
            })
        });
        let places: Vec<u32> = places.collect();
        self.lines = lines;
        self.states.push(KeptState { name: name.to_owned(), on, hash: hash.clone(), lines: places });
        Ok(hash)
    }

    /// The project of a state, and what could not be read of it.
    pub fn project(&self, state: &KeptState) -> Result<Loaded, OpenError> {
        let lines = state.lines.iter().filter_map(|at| self.lines.get(*at as usize));
        let mut text = "[\n".to_owned();
        for line in lines {
            text.push_str(line);
            text.push_str(",\n");
        }
        from_text(&(text + "]\n"), &mut IdSource::random())
    }

    /// The project of the state with this hash.
    #[must_use]
    pub fn by_hash(&self, hash: &str) -> Option<Project> {
        let state = self.states.iter().find(|state| state.hash == hash)?;
        self.project(state).ok().map(|loaded| loaded.project)
    }

    /// Forgets a state, and the records that no other one has. Somebody else may have forgotten it already.
    pub fn forget(&mut self, state: &KeptState) {
        let is_it = |other: &KeptState| (&other.name, other.on, &other.hash) == (&state.name, state.on, &state.hash);
        if let Some(at) = self.states.iter().position(is_it) {
            self.states.remove(at);
        }
        let old = std::mem::take(&mut self.lines);
        let mut new_place: HashMap<u32, u32> = HashMap::new();
        for state in &mut self.states {
            for place in &mut state.lines {
                let lines = &mut self.lines;
                *place = *new_place.entry(*place).or_insert_with(|| {
                    lines.push(old.get(*place as usize).cloned().unwrap_or_default());
                    lines.len() as u32 - 1
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::OrderKey;
    use crate::model::Journey;

    fn project(titles: &[&str]) -> Project {
        let mut project = Project::default();
        for (at, title) in titles.iter().enumerate() {
            let id = crate::base::Id::from_bits(at as u64 + 1);
            project.journeys.put(Journey { title: (*title).to_owned(), ..Journey::new(id, OrderKey::default()) });
        }
        project
    }

    #[test]
    fn states_come_back_as_they_were_and_share_what_they_have_alike() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("旅.ron");
        let mut kept = KeptStates::beside(&file).unwrap();
        assert!(kept.states().is_empty());
        let (first, second) = (project(&["a\nline", "b"]), project(&["a\nline", "c", "d"]));
        let hash = kept.keep(&first, "after the workshop of 11 May", Some(Date::constant(2026, 5, 11))).unwrap();
        kept.keep(&second, "", None).unwrap();
        kept.save_beside(&file).unwrap();
        let back = KeptStates::beside(&file).unwrap();
        assert_eq!(back, kept);
        assert_eq!(back.lines.len(), 1 + 2 + 2, "info, a and b; c and d");
        assert_eq!(back.by_hash(&hash), Some(first));
        assert_eq!(back.project(&back.states()[1]).unwrap().project, second);
    }

    #[test]
    fn a_forgotten_state_takes_only_its_own_records() {
        let mut kept = KeptStates::default();
        kept.keep(&project(&["a", "b"]), "one", None).unwrap();
        kept.keep(&project(&["a", "c"]), "two", None).unwrap();
        let one = kept.states()[0].clone();
        kept.forget(&one);
        assert_eq!(kept.lines.len(), 3);
        assert_eq!(kept.project(&kept.states()[0]).unwrap().project, project(&["a", "c"]));
        kept.forget(&one);
        assert_eq!(kept.states().len(), 1, "it was forgotten already");
    }

    #[test]
    fn a_damaged_line_costs_only_what_stands_in_it() {
        let mut kept = KeptStates::default();
        kept.keep(&project(&["a", "b"]), "one", None).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.ron");
        kept.save_beside(&file).unwrap();
        let path = kept_states_path(&file);
        let text = std::fs::read_to_string(&path).unwrap().replacen("title:", "title", 1);
        write_atomically(&path, text.as_bytes()).unwrap();
        let back = KeptStates::beside(&file).unwrap();
        let project = back.project(&back.states()[0]).unwrap().project;
        assert_eq!((back.states().len(), project.journeys.is_empty()), (1, false));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_kept_as_it_was() {
        let mut kept = KeptStates::default();
        kept.keep(&project(&["a"]), "one", None).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.ron");
        kept.save_beside(&file).unwrap();
        let path = kept_states_path(&file);
        let text = std::fs::read_to_string(&path).unwrap().replacen("State(", "Stale(", 1);
        write_atomically(&path, text.as_bytes()).unwrap();
        for _ in 0..2 {
            KeptStates::beside(&file).unwrap().save_beside(&file).unwrap();
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches("Stale(").count(), 1, "{text}");
    }

    #[test]
    fn what_a_newer_program_keeps_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.ron");
        write_atomically(&kept_states_path(&file), b"// tabiji history format=2\n[\n]\n").unwrap();
        assert_eq!(KeptStates::beside(&file).unwrap_err().kind(), io::ErrorKind::Unsupported);
    }
}
