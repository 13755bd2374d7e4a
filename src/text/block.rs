//! Shaped text: lines of glyphs, ready for any target to draw without thinking.

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 700.
    Bold,
}

/// One of the embedded fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FontFace {
    /// Noto Sans JP Regular.
    Regular,
    /// Noto Sans JP Bold.
    Bold,
    /// Noto Emoji Regular, for what the other two lack.
    Emoji,
}

/// Size and weight; the line height follows from the size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Font size in map units.
    pub size: f32,
    /// Weight.
    pub weight: Weight,
}

impl TextStyle {
    /// Regular letters of this size.
    #[must_use]
    pub const fn regular(size: f32) -> Self {
        Self { size, weight: Weight::Regular }
    }

    /// Bold letters of this size.
    #[must_use]
    pub const fn bold(size: f32) -> Self {
        Self { size, weight: Weight::Bold }
    }

    /// From baseline to baseline in map units, rounded once here so that all targets agree.
    #[must_use]
    pub fn line_height(self) -> f32 {
        (self.size * 1.4).round()
    }
}

/// A glyph of a run; positions are relative to the start of the line, on the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Glyph id in the run's font.
    pub id: u32,
    /// The byte of the line's text where the letter it draws begins.
    pub byte: u32,
    /// To the right of the line's start, in map units.
    pub x: f32,
    /// Below the baseline, in map units.
    pub y: f32,
}

/// Glyphs of one font within a line.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// The font.
    pub face: FontFace,
    /// The bytes of the line's text it draws.
    pub range: std::ops::Range<usize>,
    /// The glyphs in visual order.
    pub glyphs: Vec<Glyph>,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says, without the space or break at its end.
    pub text: String,
    /// Below the top of the paragraph, in map units.
    pub baseline: f32,
    /// Advance in map units.
    pub width: f32,
    /// Its glyphs.
    pub runs: Vec<GlyphRun>,
    /// Whether the text itself breaks after it, not only for want of room.
    pub ends_paragraph: bool,
}

impl Line {
    /// Whether its text begins at its right end.
    #[must_use]
    pub fn begins_at_right(&self) -> bool {
        let glyphs = || self.runs.iter().flat_map(|run| &run.glyphs);
        let place = |glyph: Option<&Glyph>| glyph.map_or(0.0, |glyph| glyph.x);
        place(glyphs().min_by_key(|glyph| glyph.byte)) > place(glyphs().max_by_key(|glyph| glyph.byte))
    }
}

/// Shaped text, broken into lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Size and weight.
    pub style: TextStyle,
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
    /// Width of the widest line, in map units.
    pub width: f32,
    /// Number of lines × line height, in map units.
    pub height: f32,
    /// Whether lines were left out (a number of lines was asked for) and the last one ends in "…".
    pub truncated: bool,
}
