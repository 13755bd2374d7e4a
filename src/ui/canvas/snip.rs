//! The part of the map's scene that is copied as a picture: the selected cards, columns or rows, else what is in sight.

use super::Canvas;
use super::frame::Frame;
use crate::app::Session;
use crate::base::{Point, Rect};
use crate::layout::{MapLayout, measures as m};
use crate::model::RecordId;
use crate::scene::{Block, Crop, Item, PartKind, Scene, Shape};
use std::collections::BTreeSet;

/// Room round what is cut out, in map units.
const MARGIN: f32 = 12.0;

impl Canvas {
    /// The scene of what is selected, or of what is in sight.
    pub(crate) fn snip(&self, session: &Session) -> Option<Scene> {
        let (layout, scene) = self.picture.get()?;
        let frame = Frame { layout, scene, places: &self.places, camera: self.camera? };
        let still = |_| Point::default();
        let records = session.selection().records();
        let cards: BTreeSet<RecordId> =
            records.iter().copied().filter(|r| matches!(r, RecordId::Card(_) | RecordId::Mark(_))).collect();
        if let Some(rect) = bounds(cards.iter().filter_map(|card| frame.places.get(card)).map(|(_, rect)| *rect)) {
            let only = |id| cards.contains(&id);
            let rect = grown(rect);
            return Some(scene.cropped(&Crop { rect, only: Some(&only), moved: &still }));
        }
        if let Some(rect) = bounds(records.iter().filter_map(|record| band(layout, *record))) {
            return Some(scene.cropped(&Crop { rect, only: None, moved: &still }));
        }
        Some(in_sight(&frame))
    }
}

fn bounds(rects: impl Iterator<Item = Rect>) -> Option<Rect> {
    rects.reduce(|a, b| {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
    })
}

fn grown(rect: Rect) -> Rect {
    Rect::new(rect.x - MARGIN, rect.y - MARGIN, rect.w + 2.0 * MARGIN, rect.h + 2.0 * MARGIN)
}

/// The column of a step, the columns of a phase, the row of a lane with its title.
fn band(layout: &MapLayout, record: RecordId) -> Option<Rect> {
    match record {
        RecordId::Step(step) => {
            let column = layout.column(step)?;
            let top = layout.columns_band.y + m::PHASE_HEIGHT;
            Some(Rect::new(column.x, top, column.w, layout.body.bottom() - top))
        }
        RecordId::Phase(phase) => {
            let phase = layout.phases.iter().find(|other| other.id == phase)?;
            let top = layout.columns_band.y;
            Some(Rect::new(phase.rect.x, top, phase.rect.w, layout.body.bottom() - top))
        }
        RecordId::Lane(lane) => {
            let row = layout.row(lane)?;
            let left = layout.lanes_band.x - MARGIN;
            Some(Rect::new(left, row.y, layout.body.right() + MARGIN - left, row.h))
        }
        _ => None,
    }
}

/// What the window shows of the map, with the bands where they stand.
fn in_sight(frame: &Frame<'_>) -> Scene {
    let camera = frame.camera;
    let visible = camera.visible();
    let sheet = frame.layout.size;
    let (x, y) = (visible.x.max(0.0), visible.y.max(0.0));
    let (right, bottom) = (visible.right().min(sheet.w), visible.bottom().min(sheet.h));
    let rect = Rect::new(x, y, right - x, bottom - y);
    let moved = |part| {
        let by = (frame.camera_of(part).offset - camera.offset) / camera.zoom;
        Point::new(by.x, by.y)
    };
    let mut scene = frame.scene.cropped(&Crop { rect, only: None, moved: &moved });
    for part in &mut scene.parts {
        if frame.is_pushed(part.kind) || (part.kind == PartKind::Corner && pushed(frame)) {
            let ground = ground(frame, part.kind, rect);
            part.items.insert(0, Item::Block(ground));
        }
    }
    scene
}

fn pushed(frame: &Frame<'_>) -> bool {
    frame.is_pushed(PartKind::Columns) || frame.is_pushed(PartKind::Lanes)
}

/// A band that left its place covers what is under it.
fn ground(frame: &Frame<'_>, kind: PartKind, crop: Rect) -> Block {
    let on_screen = frame.ground_of(kind);
    let (min, max) = (frame.camera.map(on_screen.min), frame.camera.map(on_screen.max));
    let rect = Rect::new(min.x - crop.x, min.y - crop.y, max.x - min.x, max.y - min.y);
    Block { rect, shape: Shape::Rect, fill: Some(frame.scene.background), stroke: None, text: None }
}
