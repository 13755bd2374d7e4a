//! Mouse and touch on the canvas.

use super::action::MapAction;
use super::channels::ChannelList;
use super::drag::{self, Drag};
use super::editor::Editor;
use super::frame::{Frame, Picked};
use super::input::keyboard_id;
use super::minimap::Minimap;
use super::structure::handoff_at;
use super::{Canvas, MapInput};
use crate::app::walk::persona_of_mark;
use crate::app::{Cell, Selection};
use crate::edit::Command;
use crate::model::{LaneForm, Mark, MarkSource, Project, RecordId, StepId};
use crate::scene::PartKind;
use eframe::egui::{self, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Response, Ui, Vec2, vec2};

impl Canvas {
    /// A wheel zooms to the pointer, fingers on a trackpad pan, a pinch or Ctrl zooms, Shift goes sideways.
    pub(super) fn wheel(&mut self, ui: &Ui, response: &Response) {
        let (Some(pointer), Some(camera)) = (response.hover_pos(), self.camera.as_mut()) else { return };
        let pinch = ui.input(egui::InputState::zoom_delta);
        if (pinch - 1.0).abs() > f32::EPSILON {
            camera.zoom_to(camera.zoom * pinch, pointer);
            return;
        }
        let events = ui.input(|input| input.events.clone());
        for event in events {
            let egui::Event::MouseWheel { unit, delta, modifiers, .. } = event else { continue };
            if modifiers.command {
                continue;
            }
            match unit {
                MouseWheelUnit::Point => camera.pan(delta),
                MouseWheelUnit::Line | MouseWheelUnit::Page if modifiers.shift => {
                    camera.pan(vec2((delta.x + delta.y) * 60.0, 0.0));
                }
                MouseWheelUnit::Line | MouseWheelUnit::Page => {
                    camera.zoom_to(camera.zoom * 1.1_f32.powf(delta.y), pointer);
                    camera.pan(vec2(delta.x * 60.0, 0.0));
                }
            }
        }
    }

    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        let (Some((layout, scene)), Some(mut camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let project = input.session.project();
        let selection = input.session.selection();
        let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
        let modifiers = ui.input(|input| input.modifiers);

        if let Some(minimap) = Minimap::of(&frame).filter(|_| self.drag.is_none())
            && response.is_pointer_button_down_on()
            && minimap.rect.contains(pointer)
        {
            let target = minimap.map(pointer);
            camera.offset = camera.view.size() / 2.0 - vec2(target.x, target.y) * camera.zoom;
            self.camera = Some(camera);
            return;
        }
        if response.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(pointer);
            let picked = frame.pick(origin);
            let pan = response.drag_started_by(PointerButton::Middle) || ui.input(|input| input.key_down(Key::Space));
            let drag = drag::begin(project, selection, &picked, pan);
            actions.extend(began(&drag, &picked, selection));
            self.drag = Some(drag);
        }
        if response.dragged()
            && let Some(drag) = self.drag.clone()
        {
            if let Some(command) = drag::emotion(&frame, &drag, pointer, modifiers.alt) {
                actions.push(MapAction::Preview(command));
            }
            let push = if matches!(drag, Drag::Pan) { response.drag_delta() } else { edge_push(camera.view, pointer) };
            if push != Vec2::ZERO {
                camera.pan(push);
                camera.keep_in_sight(layout.size);
                ui.ctx().request_repaint();
            }
            self.camera = Some(camera);
        }
        if self.drag.is_some() && ui.input(|input| input.key_pressed(Key::Escape)) {
            actions.push(MapAction::Cancel);
            self.drag = None;
        }
        if response.drag_stopped()
            && let Some(drag) = self.drag.take()
        {
            actions.extend(drag::dropped(&frame, &drag, pointer));
        }
        let picked = frame.pick(pointer);
        if response.double_clicked() {
            let opened = open(&frame, project, &picked, pointer);
            self.perform_opening(opened, actions);
        } else if response.clicked() || response.secondary_clicked() {
            ui.memory_mut(|memory| memory.request_focus(keyboard_id()));
            let keep = response.secondary_clicked() && picked.record.is_some_and(|record| selection.contains(record));
            if !keep {
                actions.push(MapAction::Select(clicked(&frame, selection, &picked, modifiers)));
            }
        }
        show_pointer(ui, response, self.drag.as_ref(), &picked);
    }

    fn perform_opening(&mut self, opened: Opened, actions: &mut Vec<MapAction>) {
        match opened {
            Opened::Nothing => {}
            Opened::Text(editor) => self.editor = Some(editor),
            Opened::Channels(list) => self.channels = Some(list),
            Opened::Action(action) => actions.push(*action),
        }
    }
}

/// What a double click or Enter opens.
enum Opened {
    Nothing,
    Text(Editor),
    Channels(ChannelList),
    Action(Box<MapAction>),
}

fn open(frame: &Frame<'_>, project: &Project, picked: &Picked, pointer: Pos2) -> Opened {
    if picked.part != Some(PartKind::Body) {
        let editor = picked.record.and_then(|record| Editor::of(project, record));
        return editor.map_or(Opened::Nothing, Opened::Text);
    }
    if let Some(RecordId::Card(_)) = picked.record {
        let editor = picked.record.and_then(|record| Editor::of(project, record));
        return editor.map_or(Opened::Nothing, Opened::Text);
    }
    // A click has opened the questions of the handoff already.
    if handoff_at(frame, picked.at).is_some() {
        return Opened::Nothing;
    }
    let Some((row, column)) = frame.cell_at(picked.at) else { return Opened::Nothing };
    match row.form() {
        LaneForm::Cards | LaneForm::Speech => Opened::Text(Editor::new_card(row.lane, column.step, None)),
        LaneForm::Touchpoints => Opened::Channels(ChannelList::new(column.step, pointer + vec2(12.0, 12.0))),
        LaneForm::Curves => {
            let value = row.axis.as_ref().map(|axis| Mark::on_axis(axis.value_at(picked.at.y), true));
            Opened::Action(Box::new(MapAction::Run(agreed(project, column.step, value))))
        }
        _ => Opened::Nothing,
    }
}

/// The agreed emotion of a step, for the persona that leads or the one its mark names.
fn agreed(project: &Project, step: StepId, value: Option<f32>) -> Command {
    Command::SetMark { step, persona: persona_of_mark(project, step), source: MarkSource::Agreed, value }
}

/// Taking hold of something that is not selected selects it; an emotion begins a gesture.
fn began(drag: &Drag, picked: &Picked, selection: &Selection) -> Vec<MapAction> {
    let mut actions = Vec::new();
    if let Some(record) = picked.record.filter(|record| !selection.contains(*record))
        && !matches!(drag, Drag::Pan | Drag::Band(_))
    {
        actions.push(MapAction::Select(Selection::of([record])));
    }
    if matches!(drag, Drag::Emotion(..)) {
        actions.push(MapAction::BeginGesture);
    }
    actions
}

fn clicked(frame: &Frame<'_>, selection: &Selection, picked: &Picked, modifiers: Modifiers) -> Selection {
    let cell = (picked.part == Some(PartKind::Body))
        .then(|| frame.cell_at(picked.at))
        .flatten()
        .map(|(row, column)| Cell { lane: row.lane, step: column.step });
    let mut next = match picked.record {
        Some(record) if modifiers.command || modifiers.shift => {
            let mut next = selection.clone();
            next.toggle(record);
            next
        }
        Some(record) => Selection::of([record]),
        None => Selection::default(),
    };
    next.focus(cell);
    next
}

fn edge_push(view: egui::Rect, pointer: Pos2) -> Vec2 {
    let reach = 36.0;
    let push = |low: f32, high: f32, at: f32| {
        let near_low = (low + reach - at).clamp(0.0, reach);
        let near_high = (at - (high - reach)).clamp(0.0, reach);
        (near_low - near_high) * 0.4
    };
    vec2(push(view.left(), view.right(), pointer.x), push(view.top(), view.bottom(), pointer.y))
}

fn show_pointer(ui: &Ui, response: &Response, drag: Option<&Drag>, picked: &Picked) {
    use egui::CursorIcon;
    if !response.hovered() {
        return;
    }
    let icon = match (drag, picked.record) {
        (Some(Drag::Emotion(..)), _) | (None, Some(RecordId::Mark(_))) => CursorIcon::ResizeVertical,
        (Some(Drag::Band(_)), _) => CursorIcon::Crosshair,
        (Some(_), _) => CursorIcon::Grabbing,
        (None, Some(RecordId::Card(_) | RecordId::Step(_) | RecordId::Phase(_) | RecordId::Lane(_))) => {
            CursorIcon::PointingHand
        }
        _ if ui.input(|input| input.key_down(Key::Space)) => CursorIcon::Grab,
        _ => CursorIcon::Default,
    };
    ui.ctx().set_cursor_icon(icon);
}
