//! A package read back: its parts, and XML as a tree.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

/// An element.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub name: String,
    pub attrs: BTreeMap<String, String>,
    pub children: Vec<Self>,
    pub text: String,
}

/// All parts by their names.
pub struct Opened {
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl Opened {
    pub fn new(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for index in 0..zip.len() {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            assert!(
                parts.insert(file.name().unwrap().into_owned(), bytes).is_none(),
                "a part stands in the file twice"
            );
        }
        Self { parts }
    }

    pub fn xml(&self, name: &str) -> Node {
        let bytes = self.parts.get(name).unwrap_or_else(|| panic!("there is no {name}"));
        parse(std::str::from_utf8(bytes).unwrap())
    }

    /// The slides in order.
    pub fn slides(&self) -> Vec<Node> {
        let count = self.parts.keys().filter(|name| name.starts_with("ppt/slides/slide")).count();
        (1..=count).map(|number| self.xml(&format!("ppt/slides/slide{number}.xml"))).collect()
    }

    /// The names of the parts that hold XML.
    pub fn xml_names(&self) -> impl Iterator<Item = &String> {
        self.parts.keys().filter(|name| matches!(ending(name), "xml" | "rels"))
    }
}

impl Node {
    pub fn attr(&self, name: &str) -> &str {
        self.attrs.get(name).map_or("", String::as_str)
    }

    /// It and all below it.
    pub fn all(&self) -> Vec<&Self> {
        let below = self.children.iter().flat_map(Self::all);
        std::iter::once(self).chain(below).collect()
    }

    pub fn find(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.name == name).collect()
    }

    pub fn first(&self, name: &str) -> Option<&Self> {
        self.all().into_iter().find(|node| node.name == name)
    }

    /// The words in it, a line for each line.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for node in self.all() {
            match node.name.as_str() {
                "a:t" => words.push_str(&node.text),
                "a:br" => words.push('\n'),
                "a:p" if !words.is_empty() => words.push('\n'),
                _ => {}
            }
        }
        words
    }
}

/// The ending of a part's name.
pub fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

/// Reads XML; fails when it is not well-formed.
pub fn parse(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(node(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(node(&tag)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(reference) => {
                let said = match &*reference {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                };
                open.last_mut().unwrap().text.push(said);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    open[0].children.pop().unwrap()
}

fn node(tag: &BytesStart<'_>) -> Node {
    let attrs = tag.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let name = attribute.key.as_ref().to_owned();
        (name, attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned())
    });
    let name = tag.name().as_ref().to_owned();
    Node { name, attrs: attrs.collect(), ..Node::default() }
}
