//! What of the map is in sight: the view's size, wishes of the window, what is to be revealed.

use super::editor::Editor;
use super::frame::Frame;
use super::lanes::LanePicker;
use super::{Camera, Canvas, MapAction, Wish};
use crate::app::actions::cell_for_card;
use crate::app::{Cell, Session, actions};
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::layout::Row;
use crate::model::{JourneyId, RecordId};
use crate::scene::PartKind;
use eframe::egui::{self, vec2};

impl Canvas {
    /// Follows the view's size, the journey shown and wishes.
    pub(super) fn aim(&mut self, view: egui::Rect, journey: JourneyId, session: &Session) -> Option<MapAction> {
        let size = self.picture.get().map(|(layout, _)| layout.size)?;
        let mut camera = self.camera.unwrap_or_else(|| Camera::new(view));
        if !self.fitted && (camera.view.bottom() - view.bottom()).abs() < 1.0 {
            // A bar that comes or goes above the map does not take it away from under the pointer.
            camera.offset.y += camera.view.top() - view.top();
        }
        camera.view = view;
        if self.shown != Some(journey) {
            self.shown = Some(journey);
            self.fitted = true;
        }
        self.fitted &= self.wish.is_none();
        if self.fitted {
            camera.fit_width(size, 0.6 / self.scale, 1.0 / self.scale);
        }
        let mut asked = None;
        match self.wish.take() {
            Some(Wish::Zoom(zoom)) => camera.zoom_to(zoom / self.scale, view.center()),
            Some(Wish::ZoomBy(factor)) => camera.zoom_to(camera.zoom * factor, view.center()),
            Some(Wish::Fit) => camera.fit(size, 1.5 / self.scale),
            Some(Wish::Reveal) => self.reveal_selection(&mut camera, session),
            Some(Wish::RevealRecord(record)) => self.reveal_record(&mut camera, record),
            Some(Wish::RevealCell(cell)) => self.reveal_cell(&mut camera, cell),
            Some(Wish::EditSelection { new }) => self.edit_selection(session, new),
            Some(Wish::Lanes) => self.lanes = self.lane_picker(camera),
            Some(Wish::Heighten(by)) => asked = self.heightened(session, by),
            Some(Wish::ChooseCurves) => self.choosing_curves = true,
            Some(Wish::NewCard) => self.editor = self.new_card(session),
            Some(Wish::Link) => self.structure.begin_link(session),
            Some(Wish::Handoff) => self.structure.open_handoff(session),
            Some(Wish::Open | Wish::Page(_) | Wish::Down | Wish::Menu) | None => {}
        }
        self.reveal_editor(&mut camera);
        camera.keep_in_sight(size);
        self.camera = Some(camera);
        asked
    }

    /// The list of lanes, above the plus sign under the last one.
    fn lane_picker(&self, camera: Camera) -> Option<LanePicker> {
        let (layout, scene) = self.picture.get()?;
        let frame = Frame { layout, scene, places: &self.places, camera };
        let band = frame.camera_of(PartKind::Lanes).screen_rect(layout.lanes_band);
        Some(LanePicker::new(band.left_bottom().min(camera.view.left_bottom()) + vec2(8.0, -36.0)))
    }

    /// Lanes higher or lower than they are now, though never lower than their content.
    fn heightened(&self, session: &Session, by: f32) -> Option<MapAction> {
        let (layout, _) = self.picture.get()?;
        let rows = actions::meant_lanes(session).into_iter().filter_map(|lane| layout.row(lane.id));
        let command = |row: &Row| actions::set_height(session.project(), row.lane, row.h + by, row.content_h);
        let commands: Vec<Command> = rows.filter(|row| !row.is_collapsed).filter_map(command).collect();
        let label = Label::new(Verb::Edit, RecordKind::Lane);
        (!commands.is_empty()).then_some(MapAction::Run(Command::Batch { label, commands }))
    }

    fn edit_selection(&mut self, session: &Session, new: bool) {
        let Some(record) = session.selection().primary() else { return };
        let editor = Editor::of(session.project(), record);
        self.editor = if new { editor.map(Editor::selecting_all) } else { editor };
    }

    fn new_card(&self, session: &Session) -> Option<Editor> {
        let (layout, _) = self.picture.get()?;
        let cell = cell_for_card(session)?;
        layout.row(cell.lane)?;
        let cards = session.project().cards_in(cell.lane, cell.step);
        let selected = cards.iter().position(|card| session.selection().contains(card.id));
        let before = selected.and_then(|at| cards.get(at + 1)).map(|card| card.id);
        Some(Editor::new_card(cell.lane, cell.step, before))
    }

    /// A field that just opened is in sight.
    fn reveal_editor(&self, camera: &mut Camera) {
        let (Some(editor), Some((layout, scene))) = (self.editor.as_ref().filter(|e| e.is_fresh()), self.picture.get())
        else {
            return;
        };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        match editor.place(&frame) {
            Some((PartKind::Body, rect)) => camera.reveal(rect, left, top),
            Some((PartKind::Columns, rect)) => camera.reveal_across(rect, left),
            _ => {}
        }
    }

    fn reveal_record(&self, camera: &mut Camera, record: RecordId) {
        let (Some((layout, scene)), Some(place)) = (self.picture.get(), self.place_of(record)) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        camera.reveal(place, left, top);
    }

    fn reveal_cell(&self, camera: &mut Camera, cell: Cell) {
        let Some((layout, scene)) = self.picture.get() else { return };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        if let Some(rect) = layout.cell_rect(cell.lane, cell.step) {
            camera.reveal(rect, left, top);
        }
    }

    fn reveal_selection(&self, camera: &mut Camera, session: &Session) {
        let Some((layout, scene)) = self.picture.get() else { return };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        let record = session.selection().primary().and_then(|record| self.places.get(&record));
        let cell = session.selection().cell().and_then(|cell| layout.cell_rect(cell.lane, cell.step));
        let corner = session.selection().corner().and_then(|corner| layout.cell_rect(corner.lane, corner.step));
        match (corner, record, cell) {
            (Some(rect), ..) => camera.reveal(rect, left, top),
            (_, Some((PartKind::Body, rect)), _) => camera.reveal(*rect, left, top),
            (.., Some(rect)) => camera.reveal(rect, left, top),
            (_, Some((PartKind::Columns, rect)), _) => camera.reveal_across(*rect, left),
            (_, Some((PartKind::Lanes, rect)), _) => camera.reveal_down(*rect, top),
            _ => {}
        }
    }
}
