//! CJML 2.0, the Customer Journey Modelling Language, as XML: actors, and touchpoints with channel, initiator and
//! receiver. Entities of a document's own are not followed, and depth, size and number are limited.

use super::arrival::{ArrivedLane, ArrivedMap, ArrivedStep};
use super::{Because, ImportError, Note, Place};
use crate::i18n::Lang;
use crate::i18n::sheets::SheetText;
use crate::model::LaneKind;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Elements within each other.
const DEEPEST: usize = 64;
/// Elements of a document.
const MOST_ELEMENTS: usize = 200_000;
/// Touchpoints of a map.
const MOST_STEPS: usize = 2_000;

/// An element: name, attributes, text and children.
#[derive(Debug, Default)]
struct Element {
    name: String,
    line: u64,
    attributes: BTreeMap<String, String>,
    text: String,
    children: Vec<Self>,
}

/// Whether a text is CJML.
#[must_use]
pub fn is_cjml(text: &str) -> bool {
    let head: String = text.chars().take(4_000).collect::<String>().to_lowercase();
    head.trim_start_matches('\u{feff}').trim_start().starts_with('<')
        && (head.contains("cjml")
            || (head.contains("<touchpoint") || head.contains("<actor"))
            || head.contains("customerjourney"))
}

/// The journeys of a document.
pub fn read_cjml(text: &str, lang: Lang) -> Result<(Vec<ArrivedMap>, Vec<Note>), ImportError> {
    let root = parse(text)?;
    let mut notes = Vec::new();
    let mut holders = Vec::new();
    with_touchpoints(&root, &mut holders);
    let actors = root.all("actor").into_iter().map(|actor| (actor.id(), actor.named())).collect::<BTreeMap<_, _>>();
    let maps: Vec<ArrivedMap> = holders.iter().map(|holder| map(&root, holder, &actors, lang, &mut notes)).collect();
    Ok((maps, notes))
}

/// The innermost elements that hold all touchpoints of a journey.
fn with_touchpoints<'e>(element: &'e Element, found: &mut Vec<&'e Element>) {
    let is_list = |child: &&Element| child.is("touchpoints");
    let own = element.children.iter().filter(is_list).any(|list| !list.all("touchpoint").is_empty());
    if own || element.children.iter().any(|child| child.is("touchpoint")) {
        found.push(element);
    } else {
        element.children.iter().for_each(|child| with_touchpoints(child, found));
    }
}

fn map(
    root: &Element,
    holder: &Element,
    actors: &BTreeMap<String, String>,
    lang: Lang,
    notes: &mut Vec<Note>,
) -> ArrivedMap {
    let title = [holder.child_text(TITLES), root.child_text(TITLES)].into_iter().find(|title| !title.is_empty());
    let mut map = ArrivedMap {
        title: title.unwrap_or_default(),
        scenario: holder.child_text(&["description", "scenario", "summary"]),
        personas: actors.values().filter(|name| !name.is_empty()).cloned().collect(),
        lanes: vec![
            ArrivedLane { kind: LaneKind::Touchpoint, title: String::new() },
            ArrivedLane { kind: LaneKind::Action, title: String::new() },
        ],
        ..ArrivedMap::default()
    };
    for touchpoint in holder.all("touchpoint") {
        if map.steps.len() >= MOST_STEPS {
            notes.push(touchpoint.note(&touchpoint.named(), Because::TooMuch));
            break;
        }
        let phase = touchpoint.child_text(&["phase", "phaseName", "stage"]);
        let phase = if phase.is_empty() { SheetText::Untitled.text(lang).to_owned() } else { phase };
        if map.phases.last() != Some(&phase) {
            map.phases.push(phase);
        }
        let step = step(touchpoint, map.phases.len() - 1, actors, notes);
        map.steps.push(step);
    }
    map
}

const TITLES: &[&str] = &["title", "name", "journeyName", "journeyTitle"];

fn step(touchpoint: &Element, phase: usize, actors: &BTreeMap<String, String>, notes: &mut Vec<Note>) -> ArrivedStep {
    let channel = touchpoint.all("channelName").first().map(|name| name.text.clone());
    let channel = channel.or_else(|| touchpoint.child("channel").map(Element::named)).unwrap_or_default();
    let mut who = |role: &str| -> String {
        let Some(element) = touchpoint.child(role).or_else(|| touchpoint.child(&format!("{role}Ref"))) else {
            return touchpoint.attributes.get(role).and_then(|id| actors.get(id)).cloned().unwrap_or_default();
        };
        let named = element.reference();
        match actors.get(&named) {
            Some(name) => name.clone(),
            None if named.is_empty() => String::new(),
            None => {
                notes.push(element.note(&format!("{role}: {named}"), Because::Dangling));
                String::new()
            }
        }
    };
    let (from, to) = (who("initiator"), who("receiver"));
    let way = [from, to].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" → ");
    let description = touchpoint.child_text(&["description"]);
    let name = touchpoint.named();
    let mut texts: Vec<String> = [way, description].into_iter().filter(|text| !text.is_empty()).collect();
    texts.retain(|text| *text != name);
    let known = [
        "channel",
        "initiator",
        "receiver",
        "initiatorRef",
        "receiverRef",
        "description",
        "phase",
        "phaseName",
        "stage",
    ];
    for child in &touchpoint.children {
        let is_read = known.iter().chain(NAMES).any(|name| child.is(name));
        if !is_read && !child.whole_text().is_empty() && !child.is("id") {
            notes.push(child.note(&format!("{}: {}", child.name, child.whole_text()), Because::Unknown));
        }
    }
    let channels = if channel.is_empty() { Vec::new() } else { vec![channel] };
    ArrivedStep { phase, name, emotion: None, actors: Vec::new(), cells: vec![channels, texts] }
}

const NAMES: &[&str] = &["name", "title", "touchpointName", "actorName", "label", "channelName"];

impl Element {
    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.is(name))
    }

    /// All elements of a name inside, those within one of them left out.
    fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.is(name) {
                found.push(child);
            } else {
                found.extend(child.all(name));
            }
        }
        found
    }

    fn child_text(&self, names: &[&str]) -> String {
        let found =
            names.iter().find_map(|name| self.child(name).map(Self::whole_text).filter(|text| !text.is_empty()));
        found.or_else(|| names.iter().find_map(|name| self.attributes.get(*name).cloned())).unwrap_or_default()
    }

    fn named(&self) -> String {
        let name = self.child_text(NAMES);
        if name.is_empty() { self.text.trim().to_owned() } else { name }
    }

    fn id(&self) -> String {
        self.attributes.get("id").cloned().unwrap_or_else(|| self.child_text(&["id", "actorID", "actorId"]))
    }

    /// The id that an element names: as its text or in an attribute, here or one element further in.
    fn reference(&self) -> String {
        let own = ["ref", "idref", "actor", "actorRef", "id"].iter().find_map(|name| self.attributes.get(*name));
        own.cloned().unwrap_or_else(|| self.whole_text())
    }

    fn whole_text(&self) -> String {
        let parts = std::iter::once(self.text.trim().to_owned()).chain(self.children.iter().map(Self::whole_text));
        parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn note(&self, text: &str, why: Because) -> Note {
        Note { place: Place::Line(self.line), text: text.to_owned(), why }
    }
}

fn parse(text: &str) -> Result<Element, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    let (mut open, mut elements) = (vec![Element::default()], 0);
    let mut lines = Lines { text, at: 0, line: 1 };
    loop {
        let line = lines.at(reader.buffer_position() as usize);
        let broken = |reason: String| ImportError::Xml { line, reason };
        match reader.read_event().map_err(|error| broken(error.to_string()))? {
            Event::Start(start) => open.push(element(&start, line)),
            Event::Empty(start) => {
                let empty = element(&start, line);
                if let Some(parent) = open.last_mut() {
                    parent.children.push(empty);
                }
            }
            Event::End(_) if open.len() > 1 => close(&mut open),
            Event::Text(piece) => add_text(&mut open, &piece),
            Event::CData(piece) => add_text(&mut open, &piece),
            Event::GeneralRef(name) => {
                add_text(&mut open, &entity(&name).ok_or_else(|| broken(format!("&{};", &*name)))?);
            }
            Event::Eof => break,
            _ => {}
        }
        elements += 1;
        if open.len() > DEEPEST || elements > MOST_ELEMENTS {
            return Err(ImportError::TooMuch);
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().ok_or(ImportError::TooMuch)
}

/// Counts lines as the reader goes on.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn at(&mut self, place: usize) -> u64 {
        let place = place.min(self.text.len());
        self.line += self.text.get(self.at..place).unwrap_or_default().matches('\n').count() as u64;
        self.at = place;
        self.line
    }
}

fn close(open: &mut Vec<Element>) {
    if let Some(done) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(done);
    }
}

fn add_text(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn element(start: &BytesStart<'_>, line: u64) -> Element {
    let attributes = start
        .attributes()
        .flatten()
        .map(|attribute| (attribute.key.local_name().as_ref().to_owned(), attribute.value.clone().into_owned()));
    Element {
        name: start.local_name().as_ref().to_owned(),
        line,
        attributes: attributes.collect(),
        ..Element::default()
    }
}

/// The five entities that every document has, and characters by their number.
fn entity(name: &str) -> Option<String> {
    let named = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        number => {
            let code = number.strip_prefix('#')?;
            let code = match code.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => code.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some(named.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "<?xml version=\"1.0\"?>\n<cjml xmlns=\"http://cjml.no/2.0\" version=\"2.0\"><title>Order &amp; pay</title>\n\
        <actors><actor id=\"a1\"><name>Anna</name></actor><actor id=\"a2\"><name>Shop</name></actor></actors>\n\
        <touchpoints>\n<touchpoint id=\"t1\"><name>Order</name><channel><channelName>Web site</channelName></channel>\n\
        <initiator>a1</initiator><receiver ref=\"a2\"/></touchpoint>\n\
        <touchpoint id=\"t2\"><name>Confirm</name><initiator>a9</initiator><status>planned</status></touchpoint>\n\
        </touchpoints></cjml>";

    #[test]
    fn actors_touchpoints_and_channels_are_read() {
        assert!(is_cjml(SAMPLE));
        let (maps, notes) = read_cjml(SAMPLE, Lang::En).unwrap();
        let map = &maps[0];
        assert_eq!((map.title.as_str(), map.personas.len()), ("Order & pay", 2));
        assert_eq!(map.steps[0].cells, [vec!["Web site".to_owned()], vec!["Anna → Shop".to_owned()]]);
        let why: Vec<_> = notes.iter().map(|note| (note.text.as_str(), note.why)).collect();
        assert_eq!(why, [("initiator: a9", Because::Dangling), ("status: planned", Because::Unknown)]);
        assert_eq!(notes[0].place, Place::Line(7));
    }

    #[test]
    fn hostile_documents_are_refused() {
        let deep = "<a>".repeat(100_000);
        assert!(matches!(read_cjml(&deep, Lang::En), Err(ImportError::TooMuch)));
        let laughs = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><cjml><touchpoints><touchpoint><name>&a;</name></touchpoint></touchpoints></cjml>";
        assert!(matches!(read_cjml(laughs, Lang::En), Err(ImportError::Xml { .. })));
        assert!(matches!(read_cjml("<cjml><touchpoint></cjml>", Lang::En), Err(ImportError::Xml { .. })));
    }
}
