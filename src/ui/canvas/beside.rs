//! The other one of two maps side by side: it goes where the active one goes, and a click makes it the active one.

use super::camera::Camera;
use super::frame::Frame;
use super::{Canvas, MapInput};
use crate::compare::Comparison;
use crate::i18n::compare::CompareText;
use crate::layout::{MapLayout, Row};
use crate::model::{JourneyId, LaneId, RecordId};
use crate::ui::widgets::button::focus_ring;
use eframe::egui::{CursorIcon, Key, PointerButton, Role, Sense, Ui, WidgetInfo};

/// A click on the other map: it becomes the active one, with this record selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// The map.
    pub(crate) journey: JourneyId,
    /// What was clicked.
    pub(crate) record: Option<RecordId>,
}

impl Canvas {
    /// The journey that was drawn last.
    pub(crate) const fn journey(&self) -> Option<JourneyId> {
        self.shown
    }

    /// Shows `journey` beside the map of `active`, scrolled and zoomed together with it.
    pub(crate) fn show_beside(
        &mut self,
        ui: &mut Ui,
        input: &MapInput<'_>,
        journey: JourneyId,
        active: &mut Self,
        comparison: &Comparison,
    ) -> Option<Chosen> {
        let view = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(view, Sense::click_and_drag());
        self.draw(input, journey);
        self.shown = Some(journey);
        self.scale = active.scale;
        let (followed, (layout, scene)) = (active.camera?, self.picture.get()?);
        let mut camera = Camera { view, ..followed };
        let lanes = Lanes { comparison, own: layout, other: active.picture.get()?.0 };
        camera.offset.y = lanes.offset_beside(&followed);
        self.camera = Some(camera);

        let size = layout.size;
        let frame = Frame { layout, scene, places: &self.places, camera };
        let pointer = response.interact_pointer_pos();
        let record = pointer.and_then(|pointer| frame.pick(pointer).record);
        self.wheel(ui, &response);
        if response.dragged_by(PointerButton::Primary) || response.dragged_by(PointerButton::Middle) {
            if let Some(camera) = &mut self.camera {
                camera.pan(response.drag_delta());
            }
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if let Some(moved) = self.camera.filter(|moved| *moved != camera) {
            let mut leader = followed;
            leader.zoom = moved.zoom;
            leader.offset += moved.offset - camera.offset;
            leader.keep_in_sight(size);
            active.camera = Some(leader);
            active.fitted = false;
            ui.ctx().request_repaint();
        }
        self.paint(ui, &response, input);
        let name = CompareText::ClickToEdit.text(input.lang);
        let by_key = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_chosen = response.clicked() || response.secondary_clicked() || by_key;
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        focus_ring(ui, input.theme, &response);
        is_chosen.then_some(Chosen { journey, record })
    }
}

/// The rows of two maps that belong together.
struct Lanes<'a> {
    comparison: &'a Comparison,
    own: &'a MapLayout,
    other: &'a MapLayout,
}

impl Lanes<'_> {
    /// The counterpart on this map of a lane of the other one.
    fn counterpart(&self, lane: LaneId) -> Option<&Row> {
        let pairs = &self.comparison.pairs;
        let id = pairs.lane_from(lane).or_else(|| pairs.lane_to(lane))?;
        self.own.row(id)
    }

    /// The offset at which the lane under the header of the active map is under the header of this one, too.
    fn offset_beside(&self, active: &Camera) -> f32 {
        let zoom = active.zoom;
        let header = self.other.columns_band.h;
        let top = -active.offset.y / zoom + header;
        let Some(row) = self.other.row_at(top).filter(|_| top > self.other.body.y) else {
            return active.offset.y;
        };
        let Some(own) = self.counterpart(row.lane) else { return active.offset.y };
        let share = (top - row.y) / row.h.max(1.0);
        (self.own.columns_band.h - own.y - share * own.h) * zoom
    }
}
