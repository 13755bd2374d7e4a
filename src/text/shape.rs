//! Text to glyphs: one line without a limit, cut into clusters that the line breaker may part.

use super::fonts::{FAMILIES, font_context};
use super::{FontFace, Glyph, GlyphRun, Line, TextStyle, Weight};
use parley::{FontContext, FontFamily, FontWeight, Layout, LayoutContext, StyleProperty};
use std::ops::Range;

/// What belongs together: a letter with its accents, an emoji sequence, a part of a ligature.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Where it begins, from the start of the line.
    pub x: f32,
    /// How far it reaches.
    pub advance: f32,
    /// Its glyphs in [`Shaped::glyphs`]; their places are relative to `x`.
    pub glyphs: Range<usize>,
    /// The font that has it.
    pub face: FontFace,
}

/// One line of shaped text, however long.
#[derive(Debug, Default)]
pub(super) struct Shaped {
    /// From left to right.
    pub clusters: Vec<Cluster>,
    /// The clusters' glyphs; their bytes are set when a line is made of them.
    pub glyphs: Vec<Glyph>,
    /// The advance of it all.
    pub width: f32,
    /// Whether any of it runs from right to left; then the order of the clusters is not that of
    /// the text, and a part of the line looks different from the line.
    pub rtl: bool,
}

impl Shaped {
    /// The line that the clusters `range` make.
    pub fn line(&self, text: &str, range: Range<usize>) -> Line {
        let clusters = &self.clusters[range];
        let first_byte = clusters.iter().map(|c| c.range.start).min().unwrap_or(0);
        let last_byte = clusters.iter().map(|c| c.range.end).max().unwrap_or(0);
        let start = clusters.first().map_or(0.0, |c| c.x);
        let end = clusters.last().map_or(0.0, |c| c.x + c.advance);
        let mut runs: Vec<GlyphRun> = Vec::new();
        for cluster in clusters {
            let bytes = cluster.range.start - first_byte..cluster.range.end - first_byte;
            let (byte, x) = (bytes.start as u32, cluster.x - start);
            let glyphs = self.glyphs[cluster.glyphs.clone()].iter().map(|g| Glyph { byte, x: g.x + x, ..*g });
            match runs.last_mut().filter(|run| run.face == cluster.face && adjoins(&run.range, &bytes)) {
                Some(run) => {
                    run.range = run.range.start.min(bytes.start)..run.range.end.max(bytes.end);
                    run.glyphs.extend(glyphs);
                }
                None => runs.push(GlyphRun { face: cluster.face, range: bytes, glyphs: glyphs.collect() }),
            }
        }
        Line {
            text: text[first_byte..last_byte].to_owned(),
            baseline: 0.0,
            width: end - start,
            runs,
            ends_paragraph: false,
        }
    }
}

fn adjoins(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end == b.start || b.end == a.start
}

/// Shapes text with the embedded fonts.
pub(super) struct Shaper {
    fonts: FontContext,
    context: LayoutContext<()>,
    layout: Layout<()>,
}

impl Shaper {
    pub fn new() -> Self {
        Self { fonts: font_context(), context: LayoutContext::new(), layout: Layout::new() }
    }

    /// Shapes a text without breaks as one line.
    pub fn shape(&mut self, text: &str, style: TextStyle) -> Shaped {
        let weight = match style.weight {
            Weight::Regular => FontWeight::NORMAL,
            Weight::Bold => FontWeight::BOLD,
        };
        let mut builder = self.context.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(FontFamily::List(FAMILIES.as_slice().into()));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::FontWeight(weight));
        builder.build_into(&mut self.layout, text);
        self.layout.break_all_lines(None);
        self.shaped(style.weight)
    }

    fn shaped(&self, weight: Weight) -> Shaped {
        let mut shaped = Shaped::default();
        for run in self.layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
            let face = FontFace::of_data(run.font().data.data(), weight);
            shaped.rtl |= run.is_rtl();
            for cluster in run.visual_clusters() {
                let first = shaped.glyphs.len();
                let mut x = 0.0;
                for glyph in cluster.glyphs() {
                    shaped.glyphs.push(Glyph { id: glyph.id, byte: 0, x: x + glyph.x, y: glyph.y });
                    x += glyph.advance;
                }
                shaped.clusters.push(Cluster {
                    range: cluster.text_range(),
                    x: shaped.width,
                    advance: cluster.advance(),
                    glyphs: first..shaped.glyphs.len(),
                    face,
                });
                shaped.width += cluster.advance();
            }
        }
        shaped
    }

    /// The bytes of the text last given to [`Self::shape`] before which a line may begin (UAX #14,
    /// strict), in order.
    pub fn opportunities(&mut self) -> Vec<usize> {
        // In a line of no width a break is taken wherever one is allowed.
        self.layout.break_all_lines(Some(0.0));
        self.layout.lines().skip(1).map(|line| line.text_range().start).collect()
    }
}
