//! Mermaid's `journey`: `title`, `section`, `task: score: actor, actor`, comments; alone, or in the fences of a Markdown
//! document, where each diagram is a journey of its own.

use super::arrival::{ArrivedMap, ArrivedStep};
use super::{Because, Note, Place};
use crate::i18n::Lang;
use crate::i18n::sheets::SheetText;

/// A diagram longer than this is none, in lines.
const MOST_LINES: usize = 100_000;
/// Steps of all diagrams of a file.
const MOST_STEPS: usize = 2_000;
/// A comment of ours before a task whose score stands for nothing, since Mermaid has no task without one.
pub const NO_EMOTION: &str = "%% tabiji: no emotion";
/// What brings a score to the emotion axis: 0–5 has its middle a little off ours, so that whole scores stay whole.
const SCORE_OF_ZERO: f32 = 3.0;

/// Whether a text holds a journey of Mermaid.
#[must_use]
pub fn is_mermaid(text: &str) -> bool {
    let mut fenced = false;
    for line in text.lines().take(MOST_LINES) {
        let line = line.trim();
        if let Some(what) = fence(line) {
            fenced = !fenced && what.eq_ignore_ascii_case("mermaid");
            continue;
        }
        if keyword(line, "journey") == Some("") {
            return true;
        }
        // Without a fence, only what may stand before a diagram comes before it.
        if !fenced && text.trim_start().starts_with(line) && !line.is_empty() && !is_comment(line) && line != "---" {
            return text
                .lines()
                .any(|line| fence(line.trim()).is_some_and(|what| what.eq_ignore_ascii_case("mermaid")))
                && text.lines().any(|line| keyword(line.trim(), "journey") == Some(""));
        }
    }
    false
}

/// The journeys of a text, and what in its diagrams was not understood.
#[must_use]
pub fn read_mermaid(text: &str, lang: Lang) -> (Vec<ArrivedMap>, Vec<Note>) {
    let has_fences =
        text.lines().any(|line| fence(line.trim()).is_some_and(|what| what.eq_ignore_ascii_case("mermaid")));
    let mut reader = Reader { lang, maps: Vec::new(), notes: Vec::new(), open: None, steps: 0, unscored: false };
    let mut state = if has_fences { State::Outside } else { State::Before };
    for (number, line) in (1..).zip(text.lines()).take(MOST_LINES) {
        let line = line.trim().trim_start_matches('\u{feff}').trim();
        state = reader.line(state, number, line, has_fences);
    }
    reader.close();
    (reader.maps, reader.notes)
}

/// Where in the text the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// In the Markdown around diagrams.
    Outside,
    /// Where a diagram begins.
    Before,
    /// In front matter, between lines of dashes.
    Front,
    /// In a journey.
    Inside,
    /// In a description of several lines.
    Described,
    /// In a diagram of another kind.
    Other,
}

struct Reader {
    lang: Lang,
    maps: Vec<ArrivedMap>,
    notes: Vec<Note>,
    open: Option<ArrivedMap>,
    steps: usize,
    unscored: bool,
}

impl Reader {
    fn line(&mut self, state: State, number: u64, line: &str, has_fences: bool) -> State {
        if has_fences && let Some(what) = fence(line) {
            self.close();
            let opens = state == State::Outside && what.eq_ignore_ascii_case("mermaid");
            return match (state, opens) {
                (State::Outside, true) => State::Before,
                // Another language's fence: what is in it is passed over as its text.
                _ => State::Outside,
            };
        }
        match state {
            State::Outside | State::Other => state,
            State::Before => self.before(number, line),
            State::Front if line == "---" => State::Before,
            State::Front => {
                if let Some(title) = line.strip_prefix("title:") {
                    unquoted(title.trim()).clone_into(&mut self.map().title);
                }
                State::Front
            }
            State::Described => {
                let (text, ends) = line.split_once('}').map_or((line, false), |(text, _)| (text, true));
                self.describe(text);
                if ends { State::Inside } else { State::Described }
            }
            State::Inside => self.inside(number, line),
        }
    }

    fn before(&mut self, number: u64, line: &str) -> State {
        if line == "---" {
            return State::Front;
        }
        if line.is_empty() || is_comment(line) {
            return State::Before;
        }
        if let Some(rest) = keyword(line, "journey") {
            self.map();
            return if rest.is_empty() { State::Inside } else { self.inside(number, rest) };
        }
        self.open = None;
        self.leave(number, line, Because::NoStatement);
        State::Other
    }

    fn inside(&mut self, number: u64, line: &str) -> State {
        if line == NO_EMOTION {
            self.unscored = true;
        } else if line.is_empty() || is_comment(line) {
        } else if let Some(title) = keyword(line, "title") {
            self.map().title = plain(title);
        } else if let Some(name) = keyword(line, "section") {
            let name = plain(name);
            self.map().phases.push(name);
        } else if let Some(title) = keyword(line, "accTitle").and_then(|rest| rest.strip_prefix(':')) {
            let title = plain(title.trim());
            if self.map().title.is_empty() {
                self.map().title = title;
            } else {
                self.describe(&title);
            }
        } else if let Some(rest) = keyword(line, "accDescr") {
            return self.description(number, line, rest);
        } else {
            self.task(number, line);
        }
        State::Inside
    }

    fn description(&mut self, number: u64, line: &str, rest: &str) -> State {
        if let Some(text) = rest.strip_prefix(':') {
            self.describe(text.trim());
        } else if let Some(text) = rest.strip_prefix('{') {
            if let Some((text, _)) = text.split_once('}') {
                self.describe(text.trim());
            } else {
                self.describe(text.trim());
                return State::Described;
            }
        } else {
            self.task(number, line);
        }
        State::Inside
    }

    fn describe(&mut self, text: &str) {
        let text = plain(text);
        let scenario = &mut self.map().scenario;
        if !text.is_empty() {
            if !scenario.is_empty() {
                scenario.push('\n');
            }
            scenario.push_str(&text);
        }
    }

    fn task(&mut self, number: u64, line: &str) {
        let unscored = std::mem::take(&mut self.unscored);
        let mut parts = line.splitn(3, ':');
        let (name, score, actors) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let name = plain(name);
        let Some(score) = score.filter(|_| !name.is_empty()) else {
            return self.leave(number, line, Because::NoStatement);
        };
        if self.steps >= MOST_STEPS {
            return self.leave(number, line, Because::TooMuch);
        }
        self.steps += 1;
        let emotion = if unscored { None } else { self.emotion(number, line, score) };
        let actors: Vec<String> =
            actors.unwrap_or_default().split(',').map(plain).filter(|actor| !actor.is_empty()).collect();
        let lang = self.lang;
        let map = self.map();
        if map.phases.is_empty() {
            map.phases.push(SheetText::Untitled.text(lang).to_owned());
        }
        let phase = map.phases.len() - 1;
        for actor in &actors {
            if !map.personas.contains(actor) {
                map.personas.push(actor.clone());
            }
        }
        map.steps.push(ArrivedStep { phase, name, emotion, actors, cells: Vec::new() });
    }

    /// A score from 0 to 5, also with decimals and full-width figures.
    fn emotion(&mut self, number: u64, line: &str, score: &str) -> Option<f32> {
        let Some(value) = super::table::number(score.trim()) else {
            self.leave(number, line, Because::NoScore);
            return None;
        };
        if !(0.0..=5.0).contains(&value) {
            self.leave(number, line, Because::OffScale);
        }
        // The lowest score, 0, lies beyond the axis: it is its end as well as 1 is.
        Some((value.clamp(0.0, 5.0) - SCORE_OF_ZERO).clamp(-2.0, 2.0))
    }

    fn map(&mut self) -> &mut ArrivedMap {
        self.open.get_or_insert_with(ArrivedMap::default)
    }

    fn close(&mut self) {
        self.unscored = false;
        self.maps.extend(self.open.take().filter(|map| !map.steps.is_empty() || !map.phases.is_empty()));
    }

    fn leave(&mut self, number: u64, line: &str, why: Because) {
        if self.notes.len() < super::MOST_NOTES {
            self.notes.push(Note { place: Place::Line(number), text: line.to_owned(), why });
        }
    }
}

/// What follows a keyword at the beginning of a line, in any case of its letters.
fn keyword<'l>(line: &'l str, word: &str) -> Option<&'l str> {
    let head = line.get(..word.len())?;
    let rest = &line[word.len()..];
    let ends = rest.is_empty()
        || rest.starts_with(|c: char| c.is_whitespace() || c == '{' || (c == ':' && word.starts_with("acc")));
    (head.eq_ignore_ascii_case(word) && ends).then(|| rest.trim())
}

fn is_comment(line: &str) -> bool {
    line.starts_with("%%") || line.starts_with('#')
}

/// What a fence says it holds; nothing for one that ends.
fn fence(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("```").or_else(|| line.strip_prefix("~~~"))?;
    Some(rest.trim_matches(|c: char| c == '`' || c == '~' || c.is_whitespace()).trim_matches(['{', '}', '.']))
}

fn unquoted(text: &str) -> &str {
    let inside = |quote: char| text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}

/// A text without what Mermaid writes for breaks and escapes.
fn plain(text: &str) -> String {
    let mut text = text.trim().to_owned();
    for tag in ["<br/>", "<br />", "<br>", "<BR/>", "<BR>"] {
        text = text.replace(tag, "\n");
    }
    for (code, c) in [("#colon;", ":"), ("#58;", ":"), ("#semi;", ";"), ("#59;", ";"), ("#35;", "#"), ("#quot;", "\"")]
    {
        text = text.replace(code, c);
    }
    text.trim_end_matches(';').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (Vec<ArrivedMap>, Vec<Note>) {
        read_mermaid(text, Lang::En)
    }

    #[test]
    fn every_rule_of_the_language_is_read() {
        let (maps, notes) = read(
            "%% a comment\nJourney\n  TITLE My working day\n  accTitle: for readers\n  accDescr {\n  of a\n  day }\n\
             Wake up: 2\n# another\nsection Go to work\nMake tea: 5: Me, Cat\nGo upstairs: 3.5: Me\n\
             section Go home\nGo downstairs: ５: Me\nSit down: 9: Me\nno colon here\nAlone: : Me\n",
        );
        let map = &maps[0];
        assert_eq!(map.title, "My working day");
        assert_eq!(map.scenario, "for readers\nof a\nday");
        assert_eq!(map.phases, ["Untitled", "Go to work", "Go home"]);
        assert_eq!(map.personas, ["Me", "Cat"]);
        let emotions: Vec<_> = map.steps.iter().map(|step| step.emotion).collect();
        assert_eq!(emotions, [Some(-1.0), Some(2.0), Some(0.5), Some(2.0), Some(2.0), None]);
        assert_eq!(map.steps[1].actors, ["Me", "Cat"]);
        let why: Vec<_> = notes.iter().map(|note| (note.place.clone(), note.why)).collect();
        let line = Place::Line;
        assert_eq!(
            why,
            [(line(15), Because::OffScale), (line(16), Because::NoStatement), (line(17), Because::NoScore)]
        );
    }

    #[test]
    fn diagrams_are_found_in_markdown() {
        let text = "# Doc\nThe journey begins.\n\n```mermaid\njourney\ntitle A\nGo: 3\n```\ntext\n```rust\njourney\n```\n\
                    ~~~ Mermaid\njourney\nStay: 4: X\n~~~\n```mermaid\ngraph TD\nA-->B\n```\n";
        assert!(is_mermaid(text));
        let (maps, notes) = read(text);
        assert_eq!(maps.iter().map(|map| map.steps[0].name.as_str()).collect::<Vec<_>>(), ["Go", "Stay"]);
        assert_eq!(notes.len(), 1, "a diagram of another kind is said: {notes:?}");
        assert!(
            is_mermaid("---\ntitle: X\n---\njourney\n")
                && !is_mermaid("journey,step\na,b")
                && !is_mermaid("# Journey\n")
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(journey|title |section |accDescr \\{|a: 3: b|```mermaid|---|[^a]|\n){0,40}") {
            let _ = read(&text);
        }
    }
}
