//! Letters as shapes, for programs that do not have the fonts. Each shape stands in the file once.

use super::{Svg, Writing};
use crate::export::flat::{Paint, flat};
use crate::export::xml::{push_number, push_xml};
use crate::scene::{Scene, Text};
use crate::text::{FontFace, GlyphRun};
use kurbo::BezPath;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The shapes that a file has.
pub(super) struct Outlines {
    known: BTreeSet<(FontFace, u32)>,
    /// Parts of a font size that a font's units are, by face.
    units: [f32; 3],
}

impl Svg {
    /// Writes the shape of every letter of the scene.
    pub(super) fn define_letters(&mut self, scene: &Scene) {
        let mut wanted = BTreeSet::new();
        for painted in flat(scene) {
            let Paint::Line(text, index) = painted.paint else { continue };
            let runs = text.paragraph.lines.get(index).map(|line| line.runs.as_slice()).unwrap_or_default();
            wanted.extend(runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| (run.face, glyph.id))));
        }
        let fonts = FontFace::ALL.map(|face| FontRef::new(face.data()).ok());
        let units = fonts.each_ref().map(|font| {
            let metrics = font.as_ref().map(|font| font.metrics(Size::unscaled(), LocationRef::default()));
            metrics.map_or(1_000.0, |metrics| f32::from(metrics.units_per_em))
        });
        let mut known = BTreeSet::new();
        self.raw("<defs>\n");
        for (face, id) in wanted {
            let Some(shape) = fonts[face as usize].as_ref().and_then(|font| shape(font, id)) else { continue };
            self.raw("<path");
            self.attribute("id", &name(face, id));
            self.raw(" d=\"");
            self.data(&shape);
            self.raw("\"/>\n");
            known.insert((face, id));
        }
        self.raw("</defs>\n");
        self.writing = Writing::Outlines(Outlines { known, units });
    }

    /// Writes a text as shapes with its words as their name.
    pub(super) fn shapes(&mut self, text: &Text, outlines: &Outlines) {
        let lines = &text.paragraph.lines;
        if lines.iter().all(|line| line.text.is_empty()) {
            return;
        }
        self.raw("<g role=\"img\"");
        let words: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        self.attribute("aria-label", &words.join(" "));
        self.color("fill", text.color);
        self.raw(">\n");
        for (index, line) in lines.iter().enumerate() {
            let start = text.line_start(index);
            for run in &line.runs {
                self.run(run, (start.x, start.y), text.paragraph.style.size, outlines);
            }
        }
        self.raw("</g>\n");
    }

    fn run(&mut self, run: &GlyphRun, (x, y): (f32, f32), size: f32, outlines: &Outlines) {
        let scale = size / outlines.units[run.face as usize];
        self.raw("<g transform=\"translate(");
        self.numbers([x, y]);
        // The scale is a small number: two decimals, as places have, would be too few.
        let written = write!(self.out, ") scale({scale})\">");
        debug_assert!(written.is_ok(), "a String takes everything");
        for glyph in run.glyphs.iter().filter(|glyph| outlines.known.contains(&(run.face, glyph.id))) {
            self.raw("<use href=\"#");
            push_xml(&mut self.out, &name(run.face, glyph.id));
            self.raw("\" x=\"");
            push_number(&mut self.out, glyph.x / scale);
            if glyph.y != 0.0 {
                self.raw("\" y=\"");
                push_number(&mut self.out, glyph.y / scale);
            }
            self.raw("\"/>");
        }
        self.raw("</g>\n");
    }
}

fn name(face: FontFace, id: u32) -> String {
    let letter = match face {
        FontFace::Regular => 'r',
        FontFace::Bold => 'b',
        FontFace::Emoji => 'e',
    };
    format!("{letter}{id}")
}

/// The outline of a glyph in font units, y downwards; `None` for a space.
fn shape(font: &FontRef<'_>, id: u32) -> Option<BezPath> {
    let glyph = font.outline_glyphs().get(GlyphId::new(id))?;
    let mut pen = Pen(BezPath::new());
    glyph.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    Some(pen.0).filter(|path| !path.elements().is_empty())
}

struct Pen(BezPath);

fn down(x: f32, y: f32) -> (f64, f64) {
    (f64::from(x), -f64::from(y))
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(down(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(down(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(down(cx, cy), down(x, y));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.curve_to(down(ax, ay), down(bx, by), down(x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
