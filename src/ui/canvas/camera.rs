//! Where on the screen the map lies: pan and zoom.

use crate::base::{Point, Rect, Size};
use crate::layout::measures as m;
use eframe::egui::{self, Pos2, Vec2, vec2};

/// The smallest zoom.
pub(crate) const LEAST_ZOOM: f32 = 0.05;
/// The largest zoom.
pub(crate) const MOST_ZOOM: f32 = 4.0;

/// Between the edge of the view and lane titles that stay in sight: room for their arrows.
pub(super) const LANES_ROOM: f32 = 20.0;
/// Room at the right of the sheet for the plus signs, in screen points.
const HANDLES: f32 = 20.0;

/// Turns map units into screen points and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Camera {
    /// Screen points of a map unit.
    pub(crate) zoom: f32,
    /// Where the map's 0, 0 lies, from the corner of the view.
    pub(crate) offset: Vec2,
    /// The part of the screen that shows the map.
    pub(crate) view: egui::Rect,
}

impl Camera {
    /// At true size, the map's corner in the corner of the view.
    pub(crate) fn new(view: egui::Rect) -> Self {
        Self { zoom: 1.0, offset: Vec2::ZERO, view }
    }

    /// A point of the map on the screen.
    pub(crate) fn screen(&self, p: Point) -> Pos2 {
        self.view.min + self.offset + vec2(p.x, p.y) * self.zoom
    }

    /// A rectangle of the map on the screen.
    pub(crate) fn screen_rect(&self, rect: Rect) -> egui::Rect {
        let min = self.screen(Point::new(rect.x, rect.y));
        egui::Rect::from_min_size(min, vec2(rect.w, rect.h) * self.zoom)
    }

    /// A point of the screen on the map.
    pub(crate) fn map(&self, p: Pos2) -> Point {
        let v = (p - self.view.min - self.offset) / self.zoom;
        Point::new(v.x, v.y)
    }

    /// What of the map is in sight.
    pub(crate) fn visible(&self) -> Rect {
        let min = self.map(self.view.min);
        Rect::new(min.x, min.y, self.view.width() / self.zoom, self.view.height() / self.zoom)
    }

    /// Moves the map by so many screen points.
    pub(crate) fn pan(&mut self, by: Vec2) {
        self.offset += by;
    }

    /// Changes the zoom; the point of the map under `anchor` stays there.
    pub(crate) fn zoom_to(&mut self, zoom: f32, anchor: Pos2) {
        let zoom = stepped(zoom.clamp(LEAST_ZOOM, MOST_ZOOM));
        let from_corner = anchor - self.view.min;
        self.offset = from_corner - (from_corner - self.offset) * (zoom / self.zoom);
        self.zoom = zoom;
    }

    /// Zoom and place at which the whole sheet, at most at `limit`, is in sight.
    pub(crate) fn fit(&mut self, sheet: Size, limit: f32) {
        let across = (self.view.width() - LANES_ROOM) / sheet.w.max(1.0);
        let down = self.view.height() / sheet.h.max(1.0);
        self.zoom = stepped_down(across.min(down).clamp(LEAST_ZOOM, limit));
        let rest = self.view.size() - vec2(sheet.w, sheet.h) * self.zoom;
        self.offset = vec2((rest.x / 2.0).max(self.room_for_lanes()), (rest.y / 2.0).max(0.0));
    }

    /// So far from the left the sheet begins that the lane titles in sight cover nothing of it.
    fn room_for_lanes(&self) -> f32 {
        (LANES_ROOM - m::MARGIN * self.zoom).max(0.0)
    }

    /// Zoom at which the sheet is as wide as the view, from its top; never smaller than what can be read.
    pub(crate) fn fit_width(&mut self, sheet: Size, least: f32, limit: f32) {
        let width = (self.view.width() - HANDLES).max(1.0);
        self.zoom = stepped_down((width / sheet.w.max(1.0)).clamp(least, limit));
        let rest = width - sheet.w * self.zoom;
        let down = self.view.height() - sheet.h * self.zoom;
        self.offset = vec2((rest / 2.0).max(self.room_for_lanes()), (down / 2.0).clamp(0.0, 24.0));
    }

    /// Keeps some of the sheet in sight, so that nobody gets lost.
    pub(crate) fn keep_in_sight(&mut self, sheet: Size) {
        let keep = 80.0_f32.min(self.view.width() / 2.0).min(self.view.height() / 2.0);
        let size = vec2(sheet.w, sheet.h) * self.zoom;
        self.offset.x = self.offset.x.clamp(keep - size.x, self.view.width() - keep);
        self.offset.y = self.offset.y.clamp(keep - size.y, self.view.height() - keep);
    }

    /// Moves as little as needed to bring a rectangle into the part of the view that bands leave free.
    pub(crate) fn reveal(&mut self, rect: Rect, left: f32, top: f32) {
        let free = egui::Rect::from_min_max(self.view.min + vec2(left, top), self.view.max).shrink(8.0);
        let target = self.screen_rect(rect);
        let shift = |low: f32, high: f32, free_low: f32, free_high: f32| {
            if low < free_low {
                free_low - low
            } else if high > free_high {
                (free_high - high).max(free_low - low)
            } else {
                0.0
            }
        };
        self.offset += vec2(
            shift(target.left(), target.right(), free.left(), free.right()),
            shift(target.top(), target.bottom(), free.top(), free.bottom()),
        );
    }

    /// The same for what is in sight up and down anyway.
    pub(crate) fn reveal_across(&mut self, rect: Rect, left: f32) {
        let down = self.offset.y;
        self.reveal(rect, left, 0.0);
        self.offset.y = down;
    }

    /// The same for what is in sight from left to right anyway.
    pub(crate) fn reveal_down(&mut self, rect: Rect, top: f32) {
        let across = self.offset.x;
        self.reveal(rect, 0.0, top);
        self.offset.x = across;
    }

    /// A camera that draws the same map shifted on the screen.
    pub(crate) fn shifted(&self, by: Vec2) -> Self {
        Self { offset: self.offset + by, ..*self }
    }
}

/// Steps of 1 %: letters are drawn for each size, and a pinch must not ask for hundreds of sizes.
fn stepped(zoom: f32) -> f32 {
    (zoom * 100.0).round() / 100.0
}

fn stepped_down(zoom: f32) -> f32 {
    ((zoom * 100.0).floor() / 100.0).max(LEAST_ZOOM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    fn camera() -> Camera {
        Camera::new(egui::Rect::from_min_size(pos2(200.0, 50.0), vec2(800.0, 600.0)))
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let mut camera = camera();
        let pointer = pos2(700.0, 300.0);
        let before = camera.map(pointer);
        for zoom in [1.3, 0.4, 2.9, 1.0] {
            camera.zoom_to(zoom, pointer);
            let after = camera.map(pointer);
            assert!((after.x - before.x).abs() < 0.5 && (after.y - before.y).abs() < 0.5);
        }
    }

    #[test]
    fn fitting_shows_the_whole_sheet() {
        let mut camera = camera();
        camera.fit(Size::new(3000.0, 900.0), 1.0);
        let visible = camera.visible();
        assert!(visible.x <= 0.0 && visible.right() >= 3000.0 && visible.bottom() >= 900.0);
    }

    #[test]
    fn a_fitted_map_begins_where_the_lane_titles_cover_none_of_it() {
        for (width, least) in [(3000.0, 0.6), (1500.0, 0.3), (700.0, 0.6)] {
            let mut camera = camera();
            let lanes_left = |camera: &Camera| camera.offset.x + m::MARGIN * camera.zoom;
            camera.fit_width(Size::new(width, 900.0), least, 1.0);
            assert!(lanes_left(&camera) >= LANES_ROOM - 0.01, "{camera:?}");
            camera.fit(Size::new(width, 900.0), 1.0);
            assert!(lanes_left(&camera) >= LANES_ROOM - 0.01, "{camera:?}");
        }
    }

    #[test]
    fn the_map_cannot_be_lost() {
        let mut camera = camera();
        camera.pan(vec2(1e7, -1e7));
        camera.keep_in_sight(Size::new(1000.0, 500.0));
        assert!(camera.visible().touches(&Rect::new(0.0, 0.0, 1000.0, 500.0)));
    }

    #[test]
    fn revealing_moves_no_more_than_needed() {
        let mut camera = camera();
        camera.reveal(Rect::new(100.0, 100.0, 50.0, 50.0), 0.0, 0.0);
        assert_eq!(camera.offset, Vec2::ZERO);
        camera.reveal(Rect::new(1000.0, 100.0, 50.0, 50.0), 0.0, 0.0);
        assert!(camera.offset.x < 0.0 && camera.offset.y == 0.0);
    }
}
