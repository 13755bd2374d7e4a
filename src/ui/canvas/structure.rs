//! What the canvas knows about the structure of the journey besides the map itself: the questions of a handoff that
//! are open, a link that is being drawn, how large the map is, whether it is still empty.

use super::action::MapAction;
use super::frame::Frame;
use super::handoff_popup::HandoffPopup;
use super::linking::{self, Linking};
use super::{Canvas, MapInput, Wish, empty_map};
use crate::app::Session;
use crate::app::actions::{is_empty_map, next_step, selected_step};
use crate::base::Point;
use crate::layout::{Element, MapLayout, PlacedHandoff, SheetFit};
use crate::model::{Project, RecordId, StepId};
use crate::scene::PartKind;
use crate::ui::theme::color;
use eframe::egui::{CursorIcon, Response, Stroke, Ui, vec2};

/// How far from its line a handoff still counts as pointed at, in map units.
const REACH: f32 = 10.0;

/// Handoff, link and size of the map.
#[derive(Debug, Default)]
pub(super) struct Structure {
    handoff: Option<HandoffPopup>,
    linking: Option<Linking>,
    fit: Option<SheetFit>,
    is_empty: bool,
}

impl Structure {
    /// Notes what is to be known of a map that was just laid out.
    pub(super) fn note(&mut self, layout: &MapLayout, project: &Project) {
        self.fit = Some(SheetFit::of(layout));
        self.is_empty = is_empty_map(project, layout.journey);
    }

    /// Whether the keyboard belongs to it.
    pub(super) fn owns_keys(&self) -> bool {
        self.handoff.is_some() || self.linking.is_some()
    }

    /// Begins to draw a link from the selected step.
    pub(super) fn begin_link(&mut self, session: &Session) {
        self.handoff = None;
        self.linking = selected_step(session).map(Linking::by_choice);
    }

    /// Opens the questions of the selected handoff, or of the way from the selected step to the next one.
    pub(super) fn open_handoff(&mut self, session: &Session) {
        let project = session.project();
        let steps = match session.selection().primary() {
            Some(RecordId::Handoff(id)) => project.handoffs.get(id).map(|handoff| (handoff.from, handoff.to)),
            _ => selected_step(session).and_then(|step| Some((step, next_step(project, step)?))),
        };
        self.handoff = steps.map(|(from, to)| HandoffPopup::new(from, to));
    }
}

impl Canvas {
    /// How large the map is on slides and paper.
    pub(crate) fn sheet_fit(&self) -> Option<SheetFit> {
        self.structure.fit
    }

    /// Takes mouse and keyboard while a link is drawn, and opens the questions of a handoff that was clicked.
    pub(super) fn structure_takes_input(&mut self, ui: &Ui, response: &Response, actions: &mut Vec<MapAction>) -> bool {
        let (Some((layout, scene)), Some(mut camera)) = (self.picture.get(), self.camera) else { return false };
        let frame = Frame { layout, scene, places: &self.places, camera };
        if let Some(mut linking) = self.structure.linking.take() {
            let outcome = linking.input(ui, response, &frame);
            if let Some(step) = linking.reveals()
                && let Some(column) = layout.column(step)
            {
                let (left, _) = frame.band_sizes();
                let band = crate::base::Rect::new(column.x, layout.body.y, column.w, 1.0);
                let y = camera.offset.y;
                camera.reveal(band, left, 0.0);
                camera.offset.y = y;
                self.camera = Some(camera);
            }
            if linking.is_dragged() {
                self.scroll_at_edge(ui, vec2(1.0, 0.0));
            }
            match outcome {
                linking::Outcome::Open => self.structure.linking = Some(linking),
                linking::Outcome::Dropped => {}
                linking::Outcome::Linked(from, to) => {
                    actions.push(MapAction::Link(from, to));
                    // Its condition can be typed at once.
                    self.wish = Some(Wish::EditSelection { new: true });
                }
            }
            return true;
        }
        if response.clicked()
            && let Some(at) = response.interact_pointer_pos()
            && let Some(handoff) = pointed_at(&frame, at)
        {
            let (from, to) = handoff.steps;
            self.structure.handoff = Some(HandoffPopup::new(from, to));
        }
        false
    }

    /// Shows all of it over the map.
    pub(super) fn structure_ui(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        input: &MapInput<'_>,
        actions: &mut Vec<MapAction>,
    ) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let is_quiet = self.drag.is_none() && self.editor.is_none();
        selected_links(ui, &frame, input);
        if let Some(linking) = &self.structure.linking {
            linking.paint(ui, &frame, input.theme, input.lang);
        } else if is_quiet {
            self.structure.linking = linking::handle(ui, &frame, input);
        }
        if self.structure.is_empty && is_quiet && self.structure.linking.is_none() {
            actions.extend(empty_map::show(ui, camera.view, input.theme, input.lang));
        }
        if let Some(mut popup) = self.structure.handoff.take() {
            let (asked, open) = popup.show(ui, &frame, input.session.project(), input.theme, input.lang);
            actions.extend(asked);
            self.structure.handoff = open.then_some(popup);
        } else if is_quiet && self.structure.linking.is_none() {
            hovered_handoff(ui, response, &frame, input);
        }
    }
}

/// The connection under a point of the screen, unless a band lies over it.
pub(super) fn pointed_at<'a>(frame: &Frame<'a>, at: eframe::egui::Pos2) -> Option<&'a PlacedHandoff> {
    let picked = frame.pick(at);
    (picked.part == Some(PartKind::Body)).then(|| handoff_at(frame, picked.at)).flatten()
}

/// The connection under a point of the map: its line, or the signs of what is lost.
pub(super) fn handoff_at<'a>(frame: &Frame<'a>, at: Point) -> Option<&'a PlacedHandoff> {
    handoffs(frame).find(|handoff| {
        let along = handoff.from.x < at.x && at.x < handoff.to.x;
        let on_line = along && (at.y - handoff.from.y).abs() < REACH;
        on_line || handoff.lost.iter().any(|(square, _)| square.inset(-2.0).contains(at))
    })
}

/// The connections on the map.
pub(super) fn handoffs<'a>(frame: &Frame<'a>) -> impl Iterator<Item = &'a PlacedHandoff> {
    frame.layout.rows.iter().flat_map(|row| &row.elements).filter_map(|element| match element {
        Element::Handoff(handoff) => Some(handoff),
        _ => None,
    })
}

/// The connection between two steps.
pub(super) fn handoff_between<'a>(frame: &Frame<'a>, from: StepId, to: StepId) -> Option<&'a PlacedHandoff> {
    handoffs(frame).find(|handoff| handoff.steps == (from, to))
}

/// A connection under the pointer shows that it can be clicked, and says what is known.
fn hovered_handoff(ui: &Ui, response: &Response, frame: &Frame<'_>, input: &MapInput<'_>) {
    let Some(handoff) = response.hover_pos().and_then(|at| pointed_at(frame, at)) else { return };
    let (from, to) = (frame.camera.screen(handoff.from), frame.camera.screen(handoff.to));
    let glow = Stroke::new(8.0 * frame.camera.zoom.clamp(0.5, 1.5), color(input.theme.accent.faded(0.22)));
    ui.painter_at(frame.camera.view).line_segment([from, to], glow);
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    response.clone().on_hover_text_at_pointer(handoff.label.as_str());
}

/// Selected links: their whole way, not the box round it.
fn selected_links(ui: &Ui, frame: &Frame<'_>, input: &MapInput<'_>) {
    let camera = frame.camera_of(PartKind::Columns);
    let painter = ui.painter_at(camera.view);
    for link in frame.layout.links.iter().filter(|link| input.session.selection().contains(link.id)) {
        let points: Vec<_> = link.route.iter().map(|point| camera.screen(*point)).collect();
        painter.line(points, Stroke::new(5.0, color(input.theme.accent.faded(0.35))));
        let ground = camera.screen_rect(link.ground).expand(2.0);
        let edge = Stroke::new(2.0, color(input.theme.accent));
        let radius = eframe::egui::CornerRadius::same(9);
        painter.rect_stroke(ground, radius, edge, eframe::egui::StrokeKind::Outside);
    }
}
