//! Mouse and touch on the canvas: moving the map, taking hold of things, clicks.

use super::action::MapAction;
use super::channels::ChannelList;
use super::drag::{self, Drag, Press};
use super::editor::Editor;
use super::frame::{Frame, Picked};
use super::grips::Grip;
use super::input::keyboard_id;
use super::minimap::Minimap;
use super::structure::handoff_at;
use super::voice_popup::VoicePopup;
use super::{Canvas, MapInput};
use crate::app::{Cell, Selection, Session};
use crate::base::Point;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::layout::{Column, Element, Row};
use crate::model::{AnyRecord, Card, Lane, LaneForm, Mark, MarkSource, Project, RecordId, Step, StepId};
use crate::scene::PartKind;
use eframe::egui::{self, CursorIcon, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Response, Ui, Vec2, vec2};

impl Canvas {
    /// A wheel zooms to the pointer, fingers on a trackpad pan, a pinch or Ctrl zooms, Shift goes sideways.
    pub(super) fn wheel(&mut self, ui: &Ui, response: &Response) {
        let (Some(pointer), Some(camera)) = (response.hover_pos(), self.camera.as_mut()) else { return };
        if ui.input(|input| input.multi_touch().is_some()) {
            return;
        }
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

    /// Takes in what mouse and fingers did in this frame.
    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        if self.fingers(ui, actions) || self.minimap_drag(ui, response) {
            return;
        }
        let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
        self.begin_drag(ui, response, input, pointer, actions);
        self.go_on_dragging(ui, response, input, pointer, actions);
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let (project, selection) = (input.session.project(), input.session.selection());
        let picked = frame.pick(pointer);
        let grip = Grip::at(&frame, &picked, pointer, ui.input(egui::InputState::any_touches));
        let modifiers = ui.input(|input| input.modifiers);
        show_pointer(ui, response, self.drag.as_ref(), &picked, grip);
        self.grip = grip.filter(|_| self.drag.is_none() && response.hovered());
        if response.double_clicked() {
            let opened = match grip {
                Some(grip) => Opened::run(usual_size(project, selection, grip)),
                None => open(&frame, input.session, &picked, pointer),
            };
            self.perform_opening(opened, actions);
        } else if (response.clicked() || response.secondary_clicked()) && grip.is_none_or(|_| !response.clicked()) {
            ui.memory_mut(|memory| memory.request_focus(keyboard_id()));
            let keep = response.secondary_clicked() && picked.record.is_some_and(|record| selection.contains(record));
            if !keep {
                actions.push(MapAction::Select(clicked(&frame, selection, &picked, modifiers)));
            }
            let sets = response.clicked() && modifiers.is_none();
            if sets && picked.part == Some(PartKind::Body) {
                self.voice = VoicePopup::at(&frame, picked.at);
            }
            if let Some((step, _, value)) = empty_emotion(&frame, project, &picked).filter(|_| sets) {
                actions.extend(input.session.curves().set(project, step, Some(value)).map(MapAction::Run));
            }
        }
    }

    /// Two fingers move and zoom the map; whatever one of them had taken hold of is let go.
    fn fingers(&mut self, ui: &Ui, actions: &mut Vec<MapAction>) -> bool {
        let (Some(touch), Some(camera)) = (ui.input(egui::InputState::multi_touch), self.camera.as_mut()) else {
            return false;
        };
        if self.drag.take().is_some_and(|drag| drag.is_previewed()) {
            actions.push(MapAction::Cancel);
        }
        camera.pan(touch.translation_delta);
        camera.zoom_to(camera.zoom * touch.zoom_delta, touch.center_pos);
        ui.ctx().request_repaint();
        true
    }

    /// A press on the small map brings that place into the middle.
    fn minimap_drag(&mut self, ui: &Ui, response: &Response) -> bool {
        let (Some((layout, scene)), Some(mut camera)) = (self.picture.get(), self.camera) else { return false };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return false };
        let is_pressed = self.minimap.is_up && self.drag.is_none() && response.is_pointer_button_down_on();
        let minimap = Minimap::of(&frame).filter(|_| is_pressed);
        let Some(minimap) = minimap.filter(|minimap| minimap.rect.contains(pointer)) else { return false };
        let target = minimap.map(pointer);
        camera.offset = camera.view.size() / 2.0 - vec2(target.x, target.y) * camera.zoom;
        self.camera = Some(camera);
        true
    }

    fn begin_drag(
        &mut self,
        ui: &Ui,
        response: &Response,
        input: &MapInput<'_>,
        pointer: Pos2,
        actions: &mut Vec<MapAction>,
    ) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        if !response.drag_started() {
            return;
        }
        let frame = Frame { layout, scene, places: &self.places, camera };
        let selection = input.session.selection();
        let pointer = ui.input(|input| input.pointer.press_origin()).unwrap_or(pointer);
        let picked = frame.pick(pointer);
        let touch = ui.input(egui::InputState::any_touches);
        let press = Press {
            frame: &frame,
            project: input.session.project(),
            selection,
            picked,
            pointer,
            grip: Grip::at(&frame, &picked, pointer, touch),
            modifiers: ui.input(|input| input.modifiers),
            touch,
        };
        let pans = !response.drag_started_by(PointerButton::Primary) || ui.input(|input| input.key_down(Key::Space));
        let drag = if pans { Drag::Pan } else { Drag::begin(&press) };
        actions.extend(began(&drag, &picked, selection));
        self.drag = Some(drag);
    }

    fn go_on_dragging(
        &mut self,
        ui: &Ui,
        response: &Response,
        input: &MapInput<'_>,
        pointer: Pos2,
        actions: &mut Vec<MapAction>,
    ) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let Some(drag) = &self.drag else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let (project, modifiers) = (input.session.project(), ui.input(|input| input.modifiers));
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            actions.extend(drag.is_previewed().then_some(MapAction::Cancel));
            self.drag = None;
            return;
        }
        if response.dragged()
            && let Some(command) = drag::preview(&frame, project, drag, pointer, modifiers.alt)
        {
            actions.push(MapAction::Preview(command));
        }
        if response.drag_stopped() {
            actions.extend(drag::dropped(&frame, project, drag, pointer, copies(modifiers)));
            self.drag = None;
        } else if response.dragged() {
            match drag {
                Drag::Pan => self.scroll(ui, response.drag_delta()),
                drag if drag.scrolls() => self.scroll_at_edge(ui, Vec2::splat(1.0)),
                _ => {}
            }
        }
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

/// Whether dragged cards are copied.
pub(super) const fn copies(modifiers: Modifiers) -> bool {
    modifiers.command || modifiers.alt
}

/// What a double click opens.
enum Opened {
    Nothing,
    Text(Editor),
    Channels(ChannelList),
    Action(Box<MapAction>),
}

impl Opened {
    fn run(command: Command) -> Self {
        Self::Action(Box::new(MapAction::Run(command)))
    }
}

fn open(frame: &Frame<'_>, session: &Session, picked: &Picked, pointer: Pos2) -> Opened {
    let project = session.project();
    let editor = || picked.record.and_then(|record| Editor::of(project, record)).map_or(Opened::Nothing, Opened::Text);
    match (picked.part, picked.record) {
        (Some(PartKind::Body), Some(RecordId::Card(_))) => editor(),
        // A mark is dragged; a second click on it must not move it.
        (Some(PartKind::Body), Some(RecordId::Mark(_))) => Opened::Nothing,
        (Some(PartKind::Body), _) => open_cell(frame, session, picked, pointer),
        _ => editor(),
    }
}

fn open_cell(frame: &Frame<'_>, session: &Session, picked: &Picked, pointer: Pos2) -> Opened {
    // A click has opened the questions of the handoff already.
    if handoff_at(frame, picked.at).is_some() || VoicePopup::at(frame, picked.at).is_some() {
        return Opened::Nothing;
    }
    let Some((row, column)) = frame.cell_at(picked.at) else { return Opened::Nothing };
    match row.form() {
        LaneForm::Cards | LaneForm::Speech => {
            Opened::Text(Editor::new_card(row.lane, column.step, next_card(row, column, picked.at)))
        }
        _ if row.is_collapsed => Opened::Action(Box::new(MapAction::ToggleCollapsed(row.lane))),
        LaneForm::Touchpoints => Opened::Channels(ChannelList::new(column.step, pointer + vec2(12.0, 12.0))),
        LaneForm::Curves => {
            let value = row.axis.as_ref().map(|axis| Mark::on_axis(axis.value_at(picked.at.y), true));
            session.curves().set(session.project(), column.step, value).map_or(Opened::Nothing, Opened::run)
        }
        _ => Opened::Nothing,
    }
}

/// The first card of a cell below a point: what is made there goes before it.
fn next_card(row: &Row, column: &Column, at: Point) -> Option<crate::model::CardId> {
    row.elements.iter().find_map(|element| match element {
        Element::Card(card) if column.x <= card.rect.x && card.rect.x < column.x + column.w && at.y < card.rect.y => {
            Some(card.id)
        }
        _ => None,
    })
}

/// A double click on an edge gives everything that the edge belongs to its usual size again.
fn usual_size(project: &Project, selection: &Selection, grip: Grip) -> Command {
    let held: RecordId = match grip {
        Grip::Width(step) => step.into(),
        Grip::Height(lane) => lane.into(),
        Grip::Span(card) => card.into(),
    };
    let kind = RecordKind::from(held);
    let all = if selection.contains(held) { selection.records() } else { &[held][..] };
    let usual = |record: &RecordId| -> Option<Command> {
        let usual: AnyRecord = match project.get(*record)? {
            AnyRecord::Step(step) => Step { width: 0, ..step }.into(),
            AnyRecord::Lane(lane) => Lane { height: 0, ..lane }.into(),
            AnyRecord::Card(card) => Card { extra_span: 0, ..card }.into(),
            _ => return None,
        };
        Some(Command::Edit(usual))
    };
    let commands = all.iter().filter(|record| RecordKind::from(**record) == kind).filter_map(usual).collect();
    Command::Batch { label: Label::new(Verb::Edit, kind), commands }
}

/// A step without an agreed emotion under the pointer: where a click would set it, and to which value.
pub(super) fn empty_emotion(frame: &Frame<'_>, project: &Project, picked: &Picked) -> Option<(StepId, Point, f32)> {
    if picked.part != Some(PartKind::Body) || picked.record.is_some() {
        return None;
    }
    let (row, column) = frame.cell_at(picked.at)?;
    let axis = row.axis.as_ref()?;
    if project.marks.iter().any(|mark| mark.step == column.step && mark.source == MarkSource::Agreed) {
        return None;
    }
    let value = Mark::on_axis(axis.value_at(picked.at.y), true);
    Some((column.step, Point::new(column.center(), axis.y_of(value)), value))
}

/// Taking hold of something that is not selected selects it; what shows its outcome begins a gesture.
fn began(drag: &Drag, picked: &Picked, selection: &Selection) -> Vec<MapAction> {
    let mut actions = Vec::new();
    let selects =
        matches!(drag, Drag::Cards { .. } | Drag::Steps(_) | Drag::Phases(_) | Drag::Lanes(_) | Drag::Marks(_));
    if let Some(record) = picked.record.filter(|record| selects && !selection.contains(*record)) {
        actions.push(MapAction::Select(Selection::of([record])));
    }
    if drag.is_previewed() {
        actions.push(MapAction::BeginGesture);
    }
    actions
}

fn clicked(frame: &Frame<'_>, selection: &Selection, picked: &Picked, modifiers: Modifiers) -> Selection {
    let cell = (picked.part == Some(PartKind::Body))
        .then(|| frame.cell_at(picked.at))
        .flatten()
        .map(|(row, column)| Cell { lane: row.lane, step: column.step });
    let adds = modifiers.command || modifiers.shift;
    let mut next = match picked.record {
        Some(record) if adds => {
            let mut next = selection.clone();
            next.toggle(record);
            next
        }
        Some(record) => Selection::of([record]),
        None if adds => selection.clone(),
        None => Selection::default(),
    };
    next.focus(cell);
    next
}

fn show_pointer(ui: &Ui, response: &Response, drag: Option<&Drag>, picked: &Picked, grip: Option<Grip>) {
    if !response.hovered() {
        return;
    }
    let copy = copies(ui.input(|input| input.modifiers));
    let icon = match (drag, picked.record) {
        (Some(Drag::Marks(_)), _) => CursorIcon::ResizeVertical,
        (Some(Drag::Width(_)), _) => CursorIcon::ResizeColumn,
        (Some(Drag::Height(_)), _) => CursorIcon::ResizeRow,
        (Some(Drag::Span(_)), _) => CursorIcon::ResizeEast,
        (Some(Drag::Band { .. }), _) => CursorIcon::Crosshair,
        (Some(drag), _) if copy && drag.can_copy() => CursorIcon::Copy,
        (Some(_), _) => CursorIcon::Grabbing,
        _ if ui.input(|input| input.key_down(Key::Space)) => CursorIcon::Grab,
        _ if grip.is_some() => grip.map_or(CursorIcon::Default, Grip::cursor),
        (None, Some(RecordId::Mark(_))) => CursorIcon::ResizeVertical,
        (None, Some(RecordId::Card(_) | RecordId::Step(_) | RecordId::Phase(_) | RecordId::Lane(_))) => {
            CursorIcon::PointingHand
        }
        _ => CursorIcon::Default,
    };
    ui.ctx().set_cursor_icon(icon);
}
