//! Edges to take hold of: the right edge of a step's header, the lower edge of a lane's title, the right edge of a card.

use super::frame::{Frame, Picked};
use crate::base::{Point, Rect};
use crate::layout::measures as m;
use crate::model::{CardId, LaneId, RecordId, StepId};
use crate::scene::PartKind;
use eframe::egui::{self, CursorIcon, Pos2};

/// How near the pointer must be, in screen points.
const REACH: f32 = 5.0;
/// How near a finger must be.
const TOUCH_REACH: f32 = 14.0;
/// Cards narrower than this on the screen have no edge: they could not be taken hold of otherwise.
const LEAST_CARD: f32 = 48.0;

/// The lowest part of a header's edge belongs to the plus sign that inserts a step there.
const SIGN_ROOM: f32 = 9.0;

/// An edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grip {
    /// The right edge of a step's header.
    Width(StepId),
    /// The lower edge of a lane's title.
    Height(LaneId),
    /// The right edge of a card.
    Span(CardId),
}

impl Grip {
    /// The edge at a point of the screen.
    pub(crate) fn at(frame: &Frame<'_>, picked: &Picked, pointer: Pos2, touch: bool) -> Option<Self> {
        let reach = if touch { TOUCH_REACH } else { REACH };
        match picked.part? {
            PartKind::Columns => width_at(frame, picked.at, reach),
            PartKind::Lanes => height_at(frame, picked.at, reach),
            PartKind::Body => {
                let Some(RecordId::Card(card)) = picked.record else { return None };
                let rect = frame.screen_rect_of(card.into())?;
                (rect.width() >= LEAST_CARD && pointer.x >= rect.right() - reach).then_some(Self::Span(card))
            }
            _ => None,
        }
    }

    /// The mouse over it.
    pub(crate) const fn cursor(self) -> CursorIcon {
        match self {
            Self::Width(_) => CursorIcon::ResizeColumn,
            Self::Height(_) => CursorIcon::ResizeRow,
            Self::Span(_) => CursorIcon::ResizeEast,
        }
    }

    /// The edge on the screen, as a thin rectangle.
    pub(crate) fn edge(self, frame: &Frame<'_>) -> Option<egui::Rect> {
        let layout = frame.layout;
        match self {
            Self::Width(step) => {
                let column = layout.column(step)?;
                let band = layout.columns_band;
                let top = band.y + m::PHASE_HEIGHT + m::CARD_MARGIN;
                let edge = Rect::new(column.x + column.w - 1.0, top, 2.0, band.bottom() - top);
                Some(frame.camera_of(PartKind::Columns).screen_rect(edge))
            }
            Self::Height(lane) => {
                let (row, band) = (layout.row(lane)?, layout.lanes_band);
                let edge = Rect::new(band.x, row.bottom() - 1.0, band.w, 2.0);
                Some(frame.camera_of(PartKind::Lanes).screen_rect(edge))
            }
            Self::Span(card) => {
                let rect = frame.screen_rect_of(card.into())?.shrink(3.0);
                let x = egui::Rangef::new(rect.right() - 1.0, rect.right() + 1.0);
                Some(egui::Rect::from_x_y_ranges(x, rect.y_range()))
            }
        }
    }
}

fn width_at(frame: &Frame<'_>, at: Point, reach: f32) -> Option<Grip> {
    let layout = frame.layout;
    let band = layout.columns_band;
    let from_bottom = (band.bottom() - at.y) * frame.camera.zoom;
    if at.y < band.y + m::PHASE_HEIGHT || from_bottom < SIGN_ROOM {
        return None;
    }
    let near = |x: f32| (x - at.x).abs() * frame.camera.zoom <= reach;
    let column = layout.columns.iter().find(|column| near(column.x + column.w))?;
    Some(Grip::Width(column.step))
}

fn height_at(frame: &Frame<'_>, at: Point, reach: f32) -> Option<Grip> {
    let near = |y: f32| (y - at.y).abs() * frame.camera.zoom <= reach;
    let row = frame.layout.rows.iter().find(|row| near(row.bottom()) && !row.is_collapsed)?;
    Some(Grip::Height(row.lane))
}
