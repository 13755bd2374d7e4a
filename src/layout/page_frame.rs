//! What stands round a map on a page: its title and logo above, project, date, n and page number below.
//!
//! Measures are in 1/540 of the page's short side, which are points on a 16:9 slide, so that a poster's frame grows
//! with the poster.

use super::PlacedText;
use crate::base::{Align, Rect, Size, VAlign};
use crate::model::Picture;
use crate::text::{TextEngine, TextStyle};

/// The short side of every page, in the measures of this file.
const SHORT_SIDE: f32 = 540.0;
const MARGIN: f32 = 21.6;
const HEAD: f32 = 30.0;
const HEAD_GAP: f32 = 10.0;
const FOOT: f32 = 14.0;
const FOOT_GAP: f32 = 7.0;
const TITLE_SIZE: f32 = 20.0;
const SUBTITLE_SIZE: f32 = 11.0;
const FOOT_SIZE: f32 = 9.0;
/// A logo is no wider than this.
const LOGO_WIDTH: f32 = 150.0;
/// The page number has this much room.
const NUMBER_WIDTH: f32 = 70.0;

/// What the frame says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrameWords {
    /// What the page shows; empty leaves the line out.
    pub title: String,
    /// Of what it is a part; smaller, beside the title.
    pub subtitle: String,
    /// The line below the map: project, version, date, n.
    pub note: String,
    /// The page's number; empty leaves it out.
    pub number: String,
    /// The team's sign, with its width and height.
    pub logo: Option<(Picture, Size)>,
}

/// The frame of a page, placed.
#[derive(Clone, Debug)]
pub struct PageFrame {
    /// The words in the first rank.
    pub title: Option<PlacedText>,
    /// Words of the third rank.
    pub faint: Vec<PlacedText>,
    /// The logo and what it is.
    pub logo: Option<(Rect, Picture)>,
    /// The strip above the map, empty when nothing stands there.
    pub head: Rect,
    /// The strip below the map, empty when nothing stands there.
    pub foot: Rect,
}

/// The room that the frame leaves for the map, in the unit of `sheet`.
#[must_use]
pub fn room(words: &FrameWords, sheet: Size) -> Rect {
    let p = sheet.w.min(sheet.h) / SHORT_SIDE;
    let head = if has_head(words) { (HEAD + HEAD_GAP) * p } else { 0.0 };
    let foot = if has_foot(words) { (FOOT + FOOT_GAP) * p } else { 0.0 };
    let margin = MARGIN * p;
    Rect::new(margin, margin + head, sheet.w - 2.0 * margin, sheet.h - 2.0 * margin - head - foot)
}

fn has_head(words: &FrameWords) -> bool {
    !words.title.is_empty() || words.logo.is_some()
}

fn has_foot(words: &FrameWords) -> bool {
    !words.note.is_empty() || !words.number.is_empty()
}

/// Places the frame on a sheet of map units.
#[must_use]
pub fn place_frame(words: &FrameWords, sheet: Size, engine: &TextEngine) -> PageFrame {
    let p = sheet.w.min(sheet.h) / SHORT_SIDE;
    let margin = MARGIN * p;
    let strip = |top: f32, height: f32| Rect::new(margin, top, sheet.w - 2.0 * margin, height);
    let head = if has_head(words) { strip(margin, HEAD * p) } else { strip(margin, 0.0) };
    let foot = if has_foot(words) { FOOT * p } else { 0.0 };
    let foot = strip(sheet.h - margin - foot, foot);
    let logo = words.logo.as_ref().map(|(picture, size)| (logo_rect(*size, head, p), picture.clone()));
    let right = logo.as_ref().map_or(head.right(), |(rect, _)| rect.x - HEAD_GAP * p);
    let mut frame = PageFrame { title: None, faint: Vec::new(), logo, head, foot };
    let line = |text: &str, style: TextStyle, rect: Rect, align: Align, valign: VAlign| PlacedText {
        paragraph: engine.paragraph(text, style, Some(rect.w), Some(1)),
        rect,
        align,
        valign,
    };
    if !words.title.is_empty() {
        let style = TextStyle::bold(TITLE_SIZE * p);
        let title = Rect::new(head.x, head.y, right - head.x, head.h);
        let title = line(&words.title, style, title, Align::Left, VAlign::Middle);
        let left = head.x + title.paragraph.width + 12.0 * p;
        if !words.subtitle.is_empty() && right - left > 40.0 * p {
            let rect = Rect::new(left, head.y + 3.0 * p, right - left, head.h - 3.0 * p);
            let style = TextStyle::regular(SUBTITLE_SIZE * p);
            frame.faint.push(line(&words.subtitle, style, rect, Align::Left, VAlign::Middle));
        }
        frame.title = Some(title);
    }
    let style = TextStyle::regular(FOOT_SIZE * p);
    let number = if words.number.is_empty() { 0.0 } else { NUMBER_WIDTH * p };
    if !words.note.is_empty() {
        let rect = Rect::new(foot.x, foot.y, foot.w - number, foot.h);
        frame.faint.push(line(&words.note, style, rect, Align::Left, VAlign::Middle));
    }
    if !words.number.is_empty() {
        let rect = Rect::new(foot.right() - number, foot.y, number, foot.h);
        frame.faint.push(line(&words.number, style, rect, Align::Right, VAlign::Middle));
    }
    frame
}

/// As high as the strip, unless it would be too wide.
fn logo_rect(size: Size, head: Rect, p: f32) -> Rect {
    let scale = (head.h / size.h.max(1.0)).min(LOGO_WIDTH * p / size.w.max(1.0));
    let (w, h) = (size.w * scale, size.h * scale);
    Rect::new(head.right() - w, head.center().y - h / 2.0, w, h)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> FrameWords {
        let text = |said: &str| said.to_owned();
        let (title, subtitle) = (text("比較・検討（2/3）"), text("冬物コートの購入"));
        FrameWords {
            title, subtitle, note: text("旅路 · 2026-11-24 · n = 4,102"), number: text("3 / 9"), logo: None
        }
    }

    #[test]
    fn the_frame_leaves_the_map_its_room() {
        let sheet = Size::new(1280.0, 720.0);
        let frame = place_frame(&words(), sheet, &TextEngine::new());
        let room = room(&words(), sheet);
        assert!(frame.head.bottom() < room.y && room.bottom() < frame.foot.y);
        assert!(frame.faint.iter().all(|text| text.rect.right() <= sheet.w));
        let bare = super::room(&FrameWords::default(), sheet);
        assert!(bare.h > room.h && bare.y < room.y, "without words the map has the strips too");
    }

    #[test]
    fn a_logo_keeps_its_proportions_and_its_place() {
        for (w, h) in [(400.0, 100.0), (100.0, 400.0), (5000.0, 20.0)] {
            let logo = Some((Picture::from_png(Vec::new()), Size::new(w, h)));
            let words = FrameWords { logo, ..words() };
            let frame = place_frame(&words, Size::new(1280.0, 720.0), &TextEngine::new());
            let (rect, _) = frame.logo.unwrap();
            assert!((rect.w / rect.h - w / h).abs() < w / h * 1e-3);
            assert!(rect.h <= frame.head.h + 0.01 && rect.w <= 201.0 && rect.right() <= frame.head.right() + 0.01);
        }
    }
}
