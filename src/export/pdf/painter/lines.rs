//! Lines of text: the glyphs of every other target, and the letters they stand for, so that any reader finds them.

use super::{Marking, Painter};
use crate::export::pdf::brush;
use crate::scene::Text;
use crate::text::{FontFace, GlyphRun, Line};
use krilla::geom::Point;
use krilla::tagging::{ContentTag, Identifier, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};
use skrifa::{FontRef, MetadataProvider as _};
use unicode_segmentation::UnicodeSegmentation as _;

/// The glyph of a space in each font.
pub(super) struct Spaces([Option<u32>; 3]);

impl Spaces {
    pub fn new() -> Self {
        Self(FontFace::ALL.map(|face| {
            let font = FontRef::new(face.data()).ok()?;
            font.charmap().map(' ').map(skrifa::GlyphId::to_u32)
        }))
    }
}

impl Painter<'_> {
    /// Paints the lines and notes a leaf for each.
    pub(super) fn text(&mut self, text: &Text, marking: Marking, leaves: &mut Vec<Identifier>) {
        let lines = &text.paragraph.lines;
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.runs.is_empty()) {
            let goes_on = lines.get(index + 1).is_some_and(|next| are_two_words(line, next));
            if marking == Marking::Lines {
                leaves.push(self.surface.start_tagged(ContentTag::Span(SpanTag::empty())));
            }
            self.line(text, index, line, goes_on);
            if marking == Marking::Lines {
                self.surface.end_tagged();
            }
        }
    }

    fn line(&mut self, text: &Text, index: usize, line: &Line, goes_on: bool) {
        let size = text.paragraph.style.size;
        let start = text.line_start(index);
        self.surface.set_fill(brush::fill(text.color));
        self.surface.set_stroke(None);
        if text.color.a == 0 {
            return;
        }
        let letters = format!("{} ", line.text);
        for (number, run) in line.runs.iter().enumerate() {
            let mut glyphs = glyphs(run, size, line.width);
            let space = self.spaces.0[run.face as usize].filter(|_| goes_on && number + 1 == line.runs.len());
            glyphs.extend(space.map(|id| {
                let range = line.text.len()..letters.len();
                KrillaGlyph::new(GlyphId::new(id), 0.0, 0.0, 0.0, 0.0, range, None)
            }));
            let first = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
            let font = self.fonts[run.face as usize].clone();
            self.surface.draw_glyphs(Point::from_xy(start.x + first, start.y), &glyphs, font, &letters, size, false);
        }
    }
}

/// The glyphs of a run. How far each reaches is how far away the next one begins.
fn glyphs(run: &GlyphRun, size: f32, line_width: f32) -> Vec<KrillaGlyph> {
    let mut begins: Vec<usize> = run.glyphs.iter().map(|glyph| glyph.byte as usize).collect();
    begins.push(run.range.end);
    begins.sort_unstable();
    begins.dedup();
    let next_x = run.glyphs.iter().skip(1).map(|glyph| glyph.x).chain([line_width]);
    let glyph = |(glyph, next_x): (&crate::text::Glyph, f32)| {
        let byte = glyph.byte as usize;
        let end = begins.get(begins.partition_point(|begin| *begin <= byte)).copied().unwrap_or(run.range.end);
        let advance = (next_x - glyph.x) / size;
        KrillaGlyph::new(GlyphId::new(glyph.id), advance, 0.0, -glyph.y / size, 0.0, byte..end.max(byte), None)
    };
    run.glyphs.iter().zip(next_x).map(glyph).collect()
}

/// Whether a space stood between two lines: it did unless one of them meets the other in a script without spaces.
fn are_two_words(line: &Line, next: &Line) -> bool {
    let end = line.text.graphemes(true).next_back().and_then(|letter| letter.chars().next());
    let begin = next.text.chars().next();
    match (end, begin) {
        (Some(end), Some(begin)) => !is_without_spaces(end) && !is_without_spaces(begin),
        _ => false,
    }
}

/// Kana, kanji and their punctuation.
const fn is_without_spaces(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
