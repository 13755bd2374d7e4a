//! Lines of text: each letter at the place it has in every other target.

use super::{Svg, Writing};
use crate::export::xml::push_xml;
use crate::scene::Text;
use crate::text::{Line, Weight};

impl Svg {
    /// Writes a `text` for each line, or its shapes.
    pub(super) fn text(&mut self, text: &Text) {
        let writing = std::mem::take(&mut self.writing);
        match &writing {
            Writing::Outlines(outlines) => self.shapes(text, outlines),
            Writing::Placed | Writing::Fitted => self.lines(text, matches!(writing, Writing::Fitted)),
        }
        self.writing = writing;
    }

    fn lines(&mut self, text: &Text, is_fitted: bool) {
        let style = text.paragraph.style;
        for (index, line) in text.paragraph.lines.iter().enumerate() {
            if line.text.is_empty() {
                continue;
            }
            let start = text.line_start(index);
            self.raw("<text");
            self.number("y", start.y);
            self.number("font-size", style.size);
            if style.weight == Weight::Bold {
                self.raw(" font-weight=\"700\"");
            }
            self.color("fill", text.color);
            if is_fitted {
                self.fitted(line, start.x);
            } else {
                self.letters(line, start.x);
            }
            self.raw("</text>\n");
        }
    }

    /// The line's place and length, and its letters.
    fn fitted(&mut self, line: &Line, start: f32) {
        if line.width > 0.0 {
            self.number("textLength", line.width);
            self.raw(" lengthAdjust=\"spacingAndGlyphs\"");
        }
        self.whole(line, start);
    }

    fn whole(&mut self, line: &Line, start: f32) {
        self.number("x", start);
        if line.begins_at_right() {
            self.raw(" direction=\"rtl\" text-anchor=\"end\"");
        }
        self.raw(">");
        push_xml(&mut self.out, &line.text);
    }

    /// The places of the letters, and the letters. Viewers disagree on how places are counted when
    /// a letter is more than one UTF-16 unit, so after such a letter a new list begins.
    fn letters(&mut self, line: &Line, start: f32) {
        let Some(places) = places(line) else {
            self.whole(line, start);
            return;
        };
        let mut spans = spans(&places).peekable();
        let mut first = true;
        while let Some(span) = spans.next() {
            let alone = first && spans.peek().is_none();
            if first && !alone {
                self.raw(">");
            }
            first = false;
            if !alone {
                self.raw("<tspan");
            }
            self.raw(" x=\"");
            self.numbers(span.iter().map(|place| start + place.x));
            self.raw("\">");
            for place in span {
                push_xml(&mut self.out, place.text);
            }
            if !alone {
                self.raw("</tspan>");
            }
        }
    }
}

/// A letter and where it begins, from the start of the line.
struct Place<'a> {
    text: &'a str,
    x: f32,
}

/// Parts of a line that end with a letter of more than one UTF-16 unit, or with the line.
fn spans<'a, 'b>(places: &'b [Place<'a>]) -> impl Iterator<Item = &'b [Place<'a>]> {
    places.split_inclusive(|place| place.text.encode_utf16().count() != 1)
}

/// The letters of a line that runs from left to right; `None` for another one, which viewers order
/// better by themselves.
fn places(line: &Line) -> Option<Vec<Place<'_>>> {
    let mut starts: Vec<(usize, f32)> = Vec::new();
    for glyph in line.runs.iter().flat_map(|run| &run.glyphs) {
        let byte = glyph.byte as usize;
        match starts.last() {
            Some((last, _)) if *last == byte => {}
            Some((last, _)) if *last > byte => return None,
            _ => starts.push((byte, glyph.x)),
        }
    }
    let ends = starts.iter().skip(1).map(|(byte, _)| *byte).chain([line.text.len()]);
    let place = |(&(byte, x), end)| Some(Place { text: line.text.get(byte..end)?, x });
    starts.iter().zip(ends).map(place).collect()
}
