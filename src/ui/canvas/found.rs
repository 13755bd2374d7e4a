//! What a search found, marked on the map: on screen only.

use super::frame::Frame;
use crate::look::Theme;
use crate::model::RecordId;
use crate::scene::PartKind;
use crate::ui::theme::color;
use eframe::egui::{CornerRadius, Painter, Shape, Stroke, StrokeKind};

/// The records that a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// All of them.
    pub(crate) records: Vec<RecordId>,
    /// The one that one is at.
    pub(crate) current: Option<RecordId>,
}

/// Marks what was found in the body, or in the bands: a dashed frame, a strong one for where one is.
pub(super) fn paint(painter: &Painter, frame: &Frame<'_>, found: &Found, theme: &Theme, bands: bool) {
    for record in &found.records {
        let Some((part, _)) = frame.places.get(record) else { continue };
        if matches!(part, PartKind::Columns | PartKind::Lanes) != bands {
            continue;
        }
        let Some(rect) = frame.screen_rect_of(*record).map(|rect| rect.expand(3.0)) else { continue };
        if !rect.intersects(frame.camera.view) {
            continue;
        }
        if found.current == Some(*record) {
            painter.rect_filled(rect, CornerRadius::same(8), color(theme.accent.faded(0.14)));
            let edge = Stroke::new(3.0, color(theme.accent));
            painter.rect_stroke(rect, CornerRadius::same(8), edge, StrokeKind::Outside);
        } else {
            let edge = Stroke::new(2.0, color(theme.accent));
            let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
            painter.extend(Shape::dashed_line(&corners, edge, 6.0, 3.0));
        }
    }
}
