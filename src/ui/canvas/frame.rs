//! One frame's view of the map: what lies where on the screen, with the bands that stay in sight.

use super::camera::{Camera, LANES_ROOM};
use crate::base::{Point, Rect};
use crate::layout::{Column, MapLayout, Row, measures as m};
use crate::model::RecordId;
use crate::scene::{Item, Part, PartKind, Scene, hit};
use eframe::egui::{self, Pos2, vec2};
use std::collections::BTreeMap;

/// Where records stand, in the coordinates of their own part.
pub(crate) type Places = BTreeMap<RecordId, (PartKind, Rect)>;

/// The map as it lies on the screen now.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) layout: &'a MapLayout,
    pub(crate) scene: &'a Scene,
    pub(crate) places: &'a Places,
    pub(crate) camera: Camera,
}

/// What lies under the pointer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Picked {
    /// In which part; `None` is beside the sheet.
    pub(crate) part: Option<PartKind>,
    /// Where, in the coordinates of that part.
    pub(crate) at: Point,
    /// Which record.
    pub(crate) record: Option<RecordId>,
}

impl<'a> Frame<'a> {
    /// How far the phases and steps are pushed down to stay in sight, in screen points.
    fn columns_shift(&self) -> f32 {
        let natural = self.camera.screen(Point::new(0.0, self.layout.columns_band.y)).y;
        let most = self.layout.body.h * self.camera.zoom;
        (self.camera.view.top() + 4.0 - natural).clamp(0.0, most.max(0.0))
    }

    /// How far the lane titles are pushed right to stay in sight, in screen points.
    fn lanes_shift(&self) -> f32 {
        let natural = self.camera.screen(Point::new(self.layout.lanes_band.x, 0.0)).x;
        let most = self.layout.body.w * self.camera.zoom;
        (self.camera.view.left() + LANES_ROOM - natural).clamp(0.0, most.max(0.0))
    }

    /// The camera that a part is painted with.
    pub(crate) fn camera_of(&self, part: PartKind) -> Camera {
        match part {
            PartKind::Columns => self.camera.shifted(vec2(0.0, self.columns_shift())),
            PartKind::Lanes => self.camera.shifted(vec2(self.lanes_shift(), 0.0)),
            PartKind::Corner => self.camera.shifted(vec2(self.lanes_shift(), self.columns_shift())),
            PartKind::Head | PartKind::Body | PartKind::Foot => self.camera,
        }
    }

    /// Whether a band has left its place on the sheet to stay in sight.
    pub(crate) fn is_pushed(&self, part: PartKind) -> bool {
        match part {
            PartKind::Columns => self.columns_shift() > 0.0,
            PartKind::Lanes => self.lanes_shift() > 0.0,
            _ => false,
        }
    }

    /// The ground that a band covers on the screen.
    pub(crate) fn ground_of(&self, part: PartKind) -> egui::Rect {
        let layout = self.layout;
        let bounds = match part {
            PartKind::Columns => layout.columns_band,
            PartKind::Lanes => {
                let band = layout.lanes_band;
                Rect::new(band.x, band.y, band.w + m::GUTTER, band.h)
            }
            PartKind::Corner => {
                Rect::new(layout.corner.x, layout.corner.y, layout.corner.w + m::GUTTER, layout.corner.h)
            }
            _ => layout.body,
        };
        let mut ground = self.camera_of(part).screen_rect(bounds);
        if self.is_pushed(PartKind::Lanes) && matches!(part, PartKind::Lanes | PartKind::Corner) {
            ground.min.x = self.camera.view.left();
        }
        if self.is_pushed(PartKind::Columns) && matches!(part, PartKind::Columns | PartKind::Corner) {
            ground.min.y = self.camera.view.top();
        }
        ground
    }

    /// What lies under a point of the screen. The bands in sight lie above the body.
    pub(crate) fn pick(&self, pointer: Pos2) -> Picked {
        let bands = [PartKind::Corner, PartKind::Columns, PartKind::Lanes];
        for kind in bands {
            if self.ground_of(kind).contains(pointer) {
                return self.picked_in(kind, pointer);
            }
        }
        for kind in [PartKind::Head, PartKind::Body, PartKind::Foot] {
            let inside = self.part(kind).is_some_and(|part| part.bounds.contains(self.camera.map(pointer)));
            if inside {
                return self.picked_in(kind, pointer);
            }
        }
        Picked { part: None, at: self.camera.map(pointer), record: None }
    }

    fn picked_in(&self, kind: PartKind, pointer: Pos2) -> Picked {
        let at = self.camera_of(kind).map(pointer);
        Picked { part: Some(kind), at, record: self.part(kind).and_then(|part| hit(part, at)) }
    }

    /// A part of the scene.
    pub(crate) fn part(&self, kind: PartKind) -> Option<&'a Part> {
        self.scene.parts.iter().find(|part| part.kind == kind)
    }

    /// Where a record stands on the screen.
    pub(crate) fn screen_rect_of(&self, record: RecordId) -> Option<egui::Rect> {
        let (part, rect) = self.places.get(&record)?;
        Some(self.camera_of(*part).screen_rect(*rect))
    }

    /// The cell under a point of the body.
    pub(crate) fn cell_at(&self, at: Point) -> Option<(&'a Row, &'a Column)> {
        self.layout.cell_at(at)
    }

    /// How wide and high the bands in sight are, on the screen.
    pub(crate) fn band_sizes(&self) -> (f32, f32) {
        let zoom = self.camera.zoom;
        ((self.layout.lanes_band.w + m::GUTTER) * zoom + LANES_ROOM, self.layout.columns_band.h * zoom + 4.0)
    }
}

/// Finds where every record stands: cards, marks and handoffs in the body, steps and phases in their band.
pub(crate) fn places(scene: &Scene) -> Places {
    scene.parts.iter().flat_map(places_in).collect()
}

fn places_in(part: &Part) -> impl Iterator<Item = (RecordId, (PartKind, Rect))> {
    part.items.iter().filter_map(|item| {
        let Item::Group(group) = item else { return None };
        // A step stands in many places of the body; its own place is its name in the band.
        let id = group.id.filter(|id| part.kind != PartKind::Body || !matches!(id, RecordId::Step(_)))?;
        Some((id, (part.kind, group.bounds)))
    })
}
