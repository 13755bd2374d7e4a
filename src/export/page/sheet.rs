//! One page: a map or a sheet in its frame.

use super::split::BLOCK_GAP;
use crate::base::{Point, Rect, Size};
use crate::layout::{FrameWords, place_frame, room};
use crate::look::Theme;
use crate::scene::{Crop, Scene, compose_frame};
use crate::text::TextEngine;

/// A scene, and the rectangle of it that is shown: all but its margin.
pub(super) struct Shown {
    pub(super) scene: Scene,
    pub(super) content: Rect,
}

/// What is shown on a paper, in its frame.
pub(super) struct Sheet<'a> {
    /// From left to right.
    pub(super) blocks: &'a [Shown],
    /// The paper in points.
    pub(super) paper: Size,
    /// Points of a map unit.
    pub(super) points: f32,
    /// What the frame says.
    pub(super) words: &'a FrameWords,
}

impl Sheet<'_> {
    /// The scene of the page: its sheet is the paper. What is shown stands in the middle of its room, under
    /// the title of a page that has one.
    pub(super) fn scene(&self, theme: &Theme, logo: &str, engine: &TextEngine) -> Scene {
        let size = Size::new(self.paper.w / self.points, self.paper.h / self.points);
        let room = room(self.words, size);
        let gaps = BLOCK_GAP * self.blocks.len().saturating_sub(1) as f32;
        let width = self.blocks.iter().map(|block| block.content.w).sum::<f32>() + gaps;
        let height = self.blocks.iter().map(|block| block.content.h).fold(0.0, f32::max);
        let free = Size::new((room.w - width).max(0.0), (room.h - height).max(0.0));
        let has_title = !self.words.title.is_empty();
        let (mut x, y) = if has_title { (room.x, room.y) } else { (room.x + free.w / 2.0, room.y + free.h / 2.0) };
        let title = self.blocks.first().map(|block| block.scene.title.clone()).unwrap_or_default();
        let mut page = Scene { size, background: theme.canvas, title, parts: Vec::new() };
        for Shown { scene, content } in self.blocks {
            let rect = Rect::new(content.x - x, content.y - y, size.w, size.h);
            page.parts.extend(scene.cropped(&Crop { rect, only: None, moved: &|_| Point::default() }).parts);
            x += content.w + BLOCK_GAP;
        }
        page.parts.extend(compose_frame(&place_frame(self.words, size, engine), theme, logo));
        page
    }
}
