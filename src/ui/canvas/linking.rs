//! Drawing a branch or a loop: from a step, by mouse or by keys, to another one, with a preview of the way.

use super::MapInput;
use super::frame::Frame;
use super::hud;
use crate::base::{Point, Rect};
use crate::i18n::structure::LinkText as Text;
use crate::i18n::{Lang, domain::Named as _, fill};
use crate::layout::Column;
use crate::look::Theme;
use crate::model::{LinkKind, RecordId, StepId};
use crate::scene::PartKind;
use crate::ui::theme::{color, line};
use crate::ui::{fonts, widgets::ime};
use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{
    self, Align2, CornerRadius, CursorIcon, Id, Key, Modifiers, Pos2, Response, Role, Sense, Shape, Stroke, StrokeKind,
    Ui, WidgetInfo, vec2,
};

/// Radius of the handle under a step's name.
const HANDLE: f32 = 6.0;

/// A link under way.
#[derive(Clone, Debug)]
pub(super) struct Linking {
    from: StepId,
    target: Option<StepId>,
    /// It ends where the mouse button is let go.
    by_drag: bool,
    /// The target was chosen with the keyboard in this frame: bring it into sight.
    by_keys: bool,
    /// The frame in which it began: the click that began it does not end it.
    is_fresh: bool,
}

/// How it went in a frame.
pub(super) enum Outcome {
    /// Still under way.
    Open,
    /// Given up.
    Dropped,
    /// From here to there.
    Linked(StepId, StepId),
}

impl Linking {
    /// The target is clicked, or chosen with keys.
    pub(super) const fn by_choice(from: StepId) -> Self {
        Self { from, target: None, by_drag: false, by_keys: false, is_fresh: true }
    }

    const fn by_drag(from: StepId) -> Self {
        Self { by_drag: true, ..Self::by_choice(from) }
    }

    /// Whether the map scrolls under it near the edge.
    pub(super) const fn is_dragged(&self) -> bool {
        self.by_drag
    }

    /// A step to be brought into sight.
    pub(super) const fn reveals(&self) -> Option<StepId> {
        if self.by_keys { self.target } else { None }
    }

    /// Follows mouse and keyboard.
    pub(super) fn input(&mut self, ui: &Ui, response: &Response, frame: &Frame<'_>) -> Outcome {
        let was_fresh = std::mem::replace(&mut self.is_fresh, false);
        self.by_keys = false;
        if frame.layout.column(self.from).is_none() {
            return Outcome::Dropped;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if !ime::owns_keys(ui) {
            if pressed(Key::Escape) {
                return Outcome::Dropped;
            }
            if pressed(Key::Enter) {
                return self.target.map_or(Outcome::Open, |to| Outcome::Linked(self.from, to));
            }
            for (key, by) in
                [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::Home, isize::MIN), (Key::End, isize::MAX)]
            {
                if pressed(key) {
                    self.walk(frame, by);
                }
            }
        }
        let (moved, released) = ui.input(|input| (input.pointer.is_moving(), input.pointer.any_released()));
        let under = ui.input(|input| input.pointer.interact_pos()).filter(|at| frame.camera.view.contains(*at));
        if moved || self.by_drag || (released && !was_fresh) {
            self.target = under.and_then(|at| column_under(frame, at)).map(|column| column.step);
        }
        match self.target {
            _ if self.by_drag && !released => Outcome::Open,
            // Let go where it began: nothing was meant.
            Some(to) if self.by_drag && to != self.from => Outcome::Linked(self.from, to),
            _ if self.by_drag => Outcome::Dropped,
            Some(to) if response.clicked() && !was_fresh => Outcome::Linked(self.from, to),
            None if response.clicked() && !was_fresh => Outcome::Dropped,
            _ => Outcome::Open,
        }
    }

    /// So many steps on from the target, or from where the link begins.
    fn walk(&mut self, frame: &Frame<'_>, by: isize) {
        let columns = &frame.layout.columns;
        let start = self.target.unwrap_or(self.from);
        let Some(place) = columns.iter().position(|column| column.step == start) else { return };
        let place = place.saturating_add_signed(by).min(columns.len() - 1);
        self.target = columns.get(place).map(|column| column.step);
        self.by_keys = true;
    }

    /// The way as it would be, what to do, and the step it would lead to.
    pub(super) fn paint(&self, ui: &Ui, frame: &Frame<'_>, theme: &Theme, lang: Lang) {
        let camera = frame.camera_of(PartKind::Columns);
        let painter = ui.painter_at(camera.view);
        let Some(from) = frame.layout.column(self.from) else { return };
        let start = camera.screen(port(from));
        let target = self.target.and_then(|step| frame.layout.column(step));
        if let Some(column) = target {
            let rect = camera.screen_rect(header(frame, column)).expand(2.0);
            let edge = Stroke::new(2.0, color(theme.accent));
            painter.rect(rect, CornerRadius::same(7), color(theme.accent.faded(0.12)), edge, StrokeKind::Outside);
        }
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let end = target.map(|column| camera.screen(port(column))).or(pointer).unwrap_or(start);
        let hang = (end - start).length().mul_add(0.25, 24.0).min(90.0);
        let bend = if self.target == Some(self.from) { 26.0 } else { 0.0 };
        let points = [start, start + vec2(-bend, hang), end + vec2(bend, hang), end];
        let stroke = Stroke::new(2.0, color(theme.accent));
        painter.add(CubicBezierShape::from_points_stroke(points, false, egui::Color32::TRANSPARENT, stroke));
        let head = vec![end, end + vec2(5.0, 9.0), end + vec2(-5.0, 9.0)];
        painter.add(Shape::convex_polygon(head, color(theme.accent), Stroke::NONE));
        if let Some(column) = target {
            let place = |step| frame.layout.columns.iter().position(|column| column.step == step).unwrap_or(0);
            let kind = LinkKind::usual(place(self.from), place(column.step));
            let words = format!("{} → {}", kind.name(lang), column.name);
            let middle = start + (end - start) / 2.0 + vec2(0.0, hang * 0.75);
            hud::label(&painter, middle + vec2(8.0, 6.0), &words, theme);
        }
        hint(ui, frame, theme, Text::PickTarget.text(lang));
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
}

/// What to do, at the upper edge of the view.
fn hint(ui: &Ui, frame: &Frame<'_>, theme: &Theme, words: &str) {
    let view = frame.camera.view;
    let painter = ui.painter_at(view);
    let galley = painter.layout_no_wrap(words.to_owned(), fonts::regular(13.0), color(theme.ink));
    let center = Pos2::new(view.center().x, view.top() + 26.0);
    let rect = Align2::CENTER_CENTER.anchor_size(center, galley.size()).expand2(vec2(14.0, 8.0));
    painter.rect(rect, CornerRadius::same(8), color(theme.panel), line(theme.accent), StrokeKind::Inside);
    painter.galley(rect.center() - galley.size() / 2.0, galley, color(theme.ink));
    let response = ui.interact(rect, Id::unique("link hint"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// The handle under the name of the selected step and of the one under the pointer; a link when it was taken.
pub(super) fn handle(ui: &Ui, frame: &Frame<'_>, input: &MapInput<'_>) -> Option<Linking> {
    let camera = frame.camera_of(PartKind::Columns);
    // While a button is down the handle under which it went down stays, so that it can be pulled.
    let pointer =
        ui.input(
            |input| {
                if input.pointer.any_down() { input.pointer.press_origin() } else { input.pointer.latest_pos() }
            },
        );
    let over = pointer.filter(|at| frame.ground_of(PartKind::Columns).contains(*at));
    let hovered = over.and_then(|at| column_under(frame, at)).map(|column| column.step);
    let selected = match input.session.selection().primary() {
        Some(RecordId::Step(step)) => Some(step),
        _ => None,
    };
    let steps = [hovered, selected.filter(|step| Some(*step) != hovered)];
    steps.into_iter().flatten().find_map(|step| {
        let column = frame.layout.column(step)?;
        let center = camera.screen(port(column));
        let is_free =
            camera.view.shrink(HANDLE).contains(center) && center.x > frame.ground_of(PartKind::Corner).right();
        is_free.then(|| one_handle(ui, column, center, input.theme, input.lang)).flatten()
    })
}

fn one_handle(ui: &Ui, column: &Column, center: Pos2, theme: &Theme, lang: Lang) -> Option<Linking> {
    let rect = egui::Rect::from_center_size(center, vec2(2.0 * HANDLE + 4.0, 2.0 * HANDLE + 2.0));
    let response = ui.interact(rect, Id::unique(("link handle", column.step)), Sense::click_and_drag());
    let name = fill(Text::HandleName.text(lang), &[("step", &column.name)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let lit = response.hovered() || response.has_focus();
    let (fill, ink) = if lit { (theme.accent, theme.on_accent) } else { (theme.panel, theme.accent) };
    let painter = ui.painter_at(rect.expand(2.0));
    painter.circle(center, HANDLE, color(fill), Stroke::new(1.5, color(theme.accent)));
    let stroke = Stroke::new(1.5, color(ink));
    painter.line(vec![center + vec2(-2.5, 0.0), center + vec2(2.5, 0.0)], stroke);
    painter.line(vec![center + vec2(0.5, -2.0), center + vec2(2.5, 0.0), center + vec2(0.5, 2.0)], stroke);
    let began = if response.drag_started() {
        Some(Linking::by_drag(column.step))
    } else if response.clicked() {
        Some(Linking::by_choice(column.step))
    } else {
        None
    };
    response.on_hover_cursor(CursorIcon::Crosshair).on_hover_text(Text::Handle.text(lang));
    began
}

/// The column under a point of the screen, whatever row it is in.
pub(super) fn column_under<'a>(frame: &Frame<'a>, at: Pos2) -> Option<&'a Column> {
    frame.layout.column_at(frame.camera_of(PartKind::Columns).map(at).x)
}

/// Where links leave a step: under its name, in its middle.
fn port(column: &Column) -> Point {
    Point::new(column.center(), column.text.rect.bottom() + 5.0)
}

pub(super) fn header(frame: &Frame<'_>, column: &Column) -> Rect {
    let top = column.text.rect.y - 2.0;
    let bottom = column.text.rect.bottom().min(frame.layout.columns_band.bottom());
    Rect::new(column.x + 2.0, top, column.w - 4.0, bottom + 2.0 - top)
}
