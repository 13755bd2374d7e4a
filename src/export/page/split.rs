//! A phase on as many pages as it needs to be read.

use crate::base::Size;
use crate::export::journey::PictureOptions;
use crate::layout::{Gathered, MapLayout, MapOptions, MapPart, PaperFit, measures as m};
use crate::model::{LaneId, StepId};
use crate::text::TextEngine;
use std::sync::Arc;

/// Columns are tried so many times as wide as on the map: wider ones make a lower map, which fits a slide better.
const STRETCHES: [f32; 6] = [1.0, 1.35, 1.8, 2.3, 2.8, 3.4];
/// Type is not made larger than this many times what is needed to read it.
const LARGEST: f32 = 1.3;
/// Lanes that are too high for a page stand in so many blocks side by side at most, each with the steps above it.
const MOST_BLOCKS: usize = 3;
/// Between two blocks, in map units.
pub(super) const BLOCK_GAP: f32 = 28.0;

/// What the pages of a journey are laid out from.
pub(super) struct Splitter<'a> {
    pub(super) journey: &'a Gathered<'a>,
    pub(super) options: &'a PictureOptions,
    pub(super) engine: &'a mut TextEngine,
    /// The room for a map on a page, in points.
    pub(super) room: Size,
    /// The smallest type that can be read, in points.
    pub(super) legible_pt: f32,
}

/// A part of a map as it goes onto a page.
pub(super) struct Fitted {
    /// The same steps with some lanes each, from left to right.
    pub(super) blocks: Vec<MapLayout>,
    /// Points of a map unit.
    pub(super) points: f32,
}

impl Splitter<'_> {
    /// The pages of some steps, those of the first lanes first. Lanes in which nothing stands are left out.
    pub(super) fn pages(&mut self, steps: &[StepId]) -> Vec<Fitted> {
        let map = self.laid_out(steps, None, 1.0);
        let rows = map.rows.iter().filter(|row| !row.elements.is_empty());
        let lanes: Vec<LaneId> = rows.map(|row| row.lane).collect();
        let lanes = if lanes.is_empty() { map.rows.iter().map(|row| row.lane).collect() } else { lanes };
        let mut pages = Vec::new();
        self.add_pages(steps, &lanes, &mut pages);
        pages
    }

    fn add_pages(&mut self, steps: &[StepId], lanes: &[LaneId], pages: &mut Vec<Fitted>) {
        let best = self.best(steps, lanes);
        if self.is_legible(best.points) {
            pages.push(best);
        } else if let Some(parts) = self.parts_of_steps(steps, lanes) {
            for steps in &parts {
                self.add_pages(steps, lanes, pages);
            }
        } else if lanes.len() < 2 {
            // A single lane that is higher than a page stays whole and small: cells are not cut, and it is said.
            pages.push(best);
        } else {
            let map = self.laid_out(steps, Some(lanes), 1.0);
            for lanes in &in_groups(&map, lanes, 2) {
                self.add_pages(steps, lanes, pages);
            }
        }
    }

    fn is_legible(&self, points: f32) -> bool {
        m::NOTE.size * points >= self.legible_pt
    }

    /// The largest way in which these steps and lanes fit a page, in as few blocks as will do.
    fn best(&mut self, steps: &[StepId], lanes: &[LaneId]) -> Fitted {
        let mut best = self.fit(steps, &[lanes.to_vec()]);
        for count in 2..=MOST_BLOCKS.min(lanes.len()) {
            if self.is_legible(best.points) {
                break;
            }
            let map = self.laid_out(steps, Some(lanes), 1.0);
            let blocks = self.fit(steps, &in_groups(&map, lanes, count));
            if blocks.points > best.points * 1.02 {
                best = blocks;
            }
        }
        best
    }

    /// Groups of lanes side by side on one page, as large as it allows.
    fn fit(&mut self, steps: &[StepId], groups: &[Vec<LaneId>]) -> Fitted {
        let most = LARGEST * self.legible_pt / m::NOTE.size;
        let (mut points, mut stretch) = (0.0, 1.0);
        for wider in STRETCHES {
            let size = size_of(&self.blocks(steps, groups, wider));
            let fits = (PaperFit::within(size, self.room).smallest_pt / m::NOTE.size).min(most);
            if fits > points * 1.02 {
                (points, stretch) = (fits, wider);
            }
            if size.w * fits >= self.room.w * 0.999 {
                break;
            }
        }
        // Where the height decides, wider columns fill the page.
        let maps = self.blocks(steps, groups, stretch);
        let columns: f32 = maps.iter().flat_map(|map| &map.columns).map(|column| column.w).sum();
        let free = self.room.w / points - size_of(&maps).w;
        let filled = self.blocks(steps, groups, stretch * (1.0 + free.max(0.0) / columns.max(1.0)));
        let is_higher = size_of(&filled).h > size_of(&maps).h.max(self.room.h / points);
        Fitted { blocks: if is_higher { maps } else { filled }, points }
    }

    fn blocks(&mut self, steps: &[StepId], groups: &[Vec<LaneId>], stretch: f32) -> Vec<MapLayout> {
        groups.iter().map(|lanes| self.laid_out(steps, Some(lanes), stretch)).collect()
    }

    /// The steps in parts that are narrow enough to be read; `None` when they are, or there is one only.
    fn parts_of_steps(&mut self, steps: &[StepId], lanes: &[LaneId]) -> Option<Vec<Vec<StepId>>> {
        let map = self.laid_out(steps, Some(lanes), 1.0);
        let titles = m::LANE_TITLE_WIDTH + m::GUTTER;
        let room = self.room.w * m::NOTE.size / self.legible_pt - titles;
        let columns = content_size(&map).w - titles;
        let count = ((columns / room.max(1.0)).ceil() as usize).min(steps.len());
        (count > 1).then(|| evenly(steps, count))
    }

    fn laid_out(&mut self, steps: &[StepId], lanes: Option<&[LaneId]>, stretch: f32) -> MapLayout {
        let part = MapPart {
            steps: Some(Arc::new(steps.iter().copied().collect())),
            lanes: match lanes {
                Some(lanes) => Some(Arc::new(lanes.iter().copied().collect())),
                None => self.options.map.part.as_ref().and_then(|part| part.lanes.clone()),
            },
            stretch,
        };
        let map = MapOptions { head: false, foot: false, part: Some(part), ..self.options.map.clone() };
        self.journey.place(&map, self.engine)
    }
}

/// The room that blocks take side by side.
fn size_of(blocks: &[MapLayout]) -> Size {
    let gaps = Size::new(BLOCK_GAP * blocks.len().saturating_sub(1) as f32, 0.0);
    blocks.iter().map(content_size).fold(gaps, |size, block| Size::new(size.w + block.w, size.h.max(block.h)))
}

/// The map without its margin.
pub(super) fn content_size(map: &MapLayout) -> Size {
    Size::new(map.size.w - 2.0 * m::MARGIN, map.size.h - 2.0 * m::MARGIN)
}

/// The lanes in so many groups of about the same height, each with one lane at least.
fn in_groups(map: &MapLayout, lanes: &[LaneId], count: usize) -> Vec<Vec<LaneId>> {
    let heights: Vec<f32> = lanes.iter().map(|lane| map.row(*lane).map_or(0.0, |row| row.h)).collect();
    let whole: f32 = heights.iter().sum();
    let mut groups: Vec<Vec<LaneId>> = vec![Vec::new()];
    let mut above = 0.0;
    for (place, (lane, height)) in lanes.iter().zip(&heights).enumerate() {
        // A lane begins a new group when its middle lies beyond the group's share.
        let share = whole * groups.len() as f32 / count as f32;
        let must = lanes.len() - place <= count - groups.len();
        let is_full = (above + height / 2.0 > share || must) && groups.len() < count;
        match groups.last_mut() {
            Some(group) if !is_full || group.is_empty() => group.push(*lane),
            _ => groups.push(vec![*lane]),
        }
        above += height;
    }
    groups
}

/// The same things in so many parts that differ by one at most.
fn evenly<T: Copy>(things: &[T], count: usize) -> Vec<Vec<T>> {
    let bounds = (0..=count).map(|part| things.len() * part / count).collect::<Vec<_>>();
    bounds.windows(2).map(|pair| things[pair[0]..pair[1]].to_vec()).collect()
}
