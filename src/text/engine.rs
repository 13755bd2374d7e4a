//! Text in, paragraphs out.

use super::breaking::{break_lines, fitting, vanishes};
use super::cache::{Cache, Shape};
use super::fonts::{ASCENT, DESCENT};
use super::shape::{Shaped, Shaper};
use super::{Line, Paragraph, TextStyle};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a line ends in when text is left out.
const ELLIPSIS: &str = "…";
/// Font sizes a person could read; others are brought into this range.
const SIZES: std::ops::RangeInclusive<f32> = 0.5..=2_000.0;

/// Shapes and breaks text. Make one and share it: it remembers what it has shaped, and may be
/// asked from several threads.
pub struct TextEngine {
    inner: Mutex<Inner>,
}

struct Inner {
    shaper: Shaper,
    cache: Cache,
}

impl Default for TextEngine {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for TextEngine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextEngine").finish_non_exhaustive()
    }
}

impl TextEngine {
    /// An engine with the embedded fonts.
    #[must_use]
    pub fn new() -> Self {
        Self { inner: Mutex::new(Inner { shaper: Shaper::new(), cache: Cache::default() }) }
    }

    /// Shapes `text` and breaks it into lines no wider than `max_width` map units (`None`: only
    /// where the text itself breaks). When it makes more than `max_lines` lines, the rest is left
    /// out and the last line ends in "…". An empty text is one empty line.
    ///
    /// Any text will do: a tab becomes a space, other control characters vanish.
    #[must_use]
    pub fn paragraph(
        &self,
        text: &str,
        style: TextStyle,
        max_width: Option<f32>,
        max_lines: Option<usize>,
    ) -> Arc<Paragraph> {
        let style = TextStyle { size: readable(style.size), ..style };
        let width = max_width.filter(|width| width.is_finite()).map(|width| width.max(0.0));
        let lines = max_lines.map(|lines| lines.max(1));
        let shape = Shape::new(style, width, lines);
        let mut inner = self.lock();
        if let Some(found) = inner.cache.get(text, shape) {
            return found;
        }
        let paragraph = Arc::new(inner.shaper.paragraph(&cleaned(text), style, width, lines));
        inner.cache.put(text.into(), shape, Arc::clone(&paragraph));
        paragraph
    }

    /// How wide `text` is without a limit, in map units.
    #[must_use]
    pub fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.paragraph(text, style, None, None).width
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic elsewhere leaves nothing half done here but a layout that is built anew each time.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn readable(size: f32) -> f32 {
    if size.is_nan() { *SIZES.start() } else { size.clamp(*SIZES.start(), *SIZES.end()) }
}

/// The text with `\n` as its only control character.
fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let clean = |c: char| match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    };
    text.chars().filter_map(clean).collect()
}

impl Shaper {
    fn paragraph(&mut self, text: &str, style: TextStyle, width: Option<f32>, max: Option<usize>) -> Paragraph {
        let max = max.unwrap_or(usize::MAX);
        let mut lines: Vec<Line> = Vec::new();
        let mut truncated = false;
        for part in text.split('\n') {
            if lines.len() == max {
                truncated = true;
                break;
            }
            if let Some(before) = lines.last_mut() {
                before.ends_paragraph = true;
            }
            truncated |= self.push_lines(&mut lines, part, style, width, max);
        }
        if truncated && let Some(last) = lines.last_mut() {
            *last = self.with_ellipsis(last, style, width);
        }
        placed(lines, style, truncated)
    }

    /// Adds the lines of a text without hard breaks, `max` in all. Gives whether some were left
    /// out; then the last one holds all the rest.
    fn push_lines(
        &mut self,
        lines: &mut Vec<Line>,
        text: &str,
        style: TextStyle,
        width: Option<f32>,
        max: usize,
    ) -> bool {
        let text = text.trim_end_matches(vanishes);
        let mut shaped = self.shape(text, style);
        let width = match width {
            Some(width) if shaped.width > width => width,
            _ => {
                lines.push(shaped.line(text, 0..shaped.clusters.len()));
                return false;
            }
        };
        let opportunities = self.opportunities();
        shaped.clusters.sort_by_key(|cluster| cluster.range.start);
        let ranges = break_lines(text, &shaped.clusters, &opportunities, width);
        let room = max - lines.len();
        let truncated = ranges.len() > room;
        for (index, range) in ranges.into_iter().take(room).enumerate() {
            let range = if truncated && index + 1 == room { range.start..shaped.clusters.len() } else { range };
            lines.push(self.line(&shaped, text, range, style));
        }
        truncated
    }

    fn line(&mut self, shaped: &Shaped, text: &str, range: std::ops::Range<usize>, style: TextStyle) -> Line {
        if !shaped.rtl {
            return shaped.line(text, range);
        }
        let clusters = &shaped.clusters[range];
        let (Some(first), Some(last)) = (clusters.first(), clusters.last()) else { return shaped.line(text, 0..0) };
        self.whole_line(&text[first.range.start..last.range.end], style)
    }

    fn whole_line(&mut self, text: &str, style: TextStyle) -> Line {
        let shaped = self.shape(text, style);
        shaped.line(text, 0..shaped.clusters.len())
    }

    /// As much of the line as leaves room for "…", and that.
    fn with_ellipsis(&mut self, line: &Line, style: TextStyle, width: Option<f32>) -> Line {
        let ellipsis = self.shape(ELLIPSIS, style).width;
        let mut shaped = self.shape(&line.text, style);
        shaped.clusters.sort_by_key(|cluster| cluster.range.start);
        let count = match width {
            Some(width) => fitting(&line.text, &shaped.clusters, 0, width - ellipsis),
            None => shaped.clusters.len(),
        };
        let end = shaped.clusters[..count].last().map_or(0, |cluster| cluster.range.end);
        let kept = line.text[..end].trim_end_matches(|c| vanishes(c) || super::kinsoku::not_at_end(c));
        self.whole_line(&format!("{kept}{ELLIPSIS}"), style)
    }
}

/// The lines one below the other, the letters in the middle of each.
fn placed(mut lines: Vec<Line>, style: TextStyle, truncated: bool) -> Paragraph {
    let line_height = style.line_height();
    let baseline = f32::midpoint(line_height, (ASCENT - DESCENT) * style.size);
    for (index, line) in lines.iter_mut().enumerate() {
        line.baseline = index as f32 * line_height + baseline;
    }
    let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
    let height = lines.len() as f32 * line_height;
    Paragraph { style, lines, width, height, truncated }
}
