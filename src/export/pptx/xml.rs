//! Elements written one after another.

use crate::export::xml::push_xml;
use std::fmt::Write as _;

/// The first line of every part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// XML that is being written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    out: String,
}

/// A tag whose attributes are being written; it ends with [`Tag::open`] or [`Tag::empty`].
#[must_use = "a tag has to be opened or left empty"]
pub(super) struct Tag<'a> {
    out: &'a mut String,
}

impl Xml {
    /// A part of its own.
    pub fn part() -> Self {
        Self { out: DECLARATION.to_owned() }
    }

    /// Text that is XML already.
    pub fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// Begins an element.
    pub fn tag(&mut self, name: &str) -> Tag<'_> {
        self.out.push('<');
        self.out.push_str(name);
        Tag { out: &mut self.out }
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element that holds text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.tag(name).open();
        push_xml(&mut self.out, text);
        self.close(name);
    }

    /// An element without attributes that holds nothing but XML.
    pub fn element(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.tag(name).open();
        inside(self);
        self.close(name);
    }

    pub fn into_string(self) -> String {
        self.out
    }
}

impl Tag<'_> {
    /// An attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_xml(self.out, value);
        self.out.push('"');
        self
    }

    /// An attribute that is a number.
    pub fn int(self, name: &str, value: i64) -> Self {
        let written = write!(self.out, " {name}=\"{value}\"");
        debug_assert!(written.is_ok(), "a String takes everything");
        self
    }

    /// An attribute that counts something.
    pub fn count(self, name: &str, value: usize) -> Self {
        self.attr(name, &value.to_string())
    }

    /// An attribute that may be left out.
    pub fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// The element goes on; [`Xml::close`] ends it.
    pub fn open(self) {
        self.out.push('>');
    }

    /// The element is empty.
    pub fn empty(self) {
        self.out.push_str("/>");
    }
}
