//! Mouse and keyboard on the canvas.

use super::action::MapAction;
use super::channels::ChannelList;
use super::drag::{self, Drag};
use super::editor::{After, Editor, Target};
use super::frame::{Frame, Picked};
use super::minimap::Minimap;
use super::walk::{self, Way};
use super::{Canvas, MapInput, Wish};
use crate::app::{Cell, Selection};
use crate::base::Point;
use crate::edit::Command;
use crate::layout::Element;
use crate::model::{LaneForm, Mark, MarkSource, Project, RecordId, StepId};
use crate::scene::PartKind;
use crate::ui::widgets::ime;
use eframe::egui::{self, EventFilter, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Response, Ui, Vec2, vec2};

impl Canvas {
    /// Turns the frame's input into camera moves and actions.
    pub(super) fn handle(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        self.wheel(ui, response);
        self.pointer(ui, response, input, actions);
        // Keys belong to a dialog that lies over the map, even while none of its controls has them.
        let free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if self.editor.is_none() && self.channels.is_none() && (free || response.has_focus()) {
            self.keys(ui, response, input, actions);
        }
    }

    /// A wheel zooms to the pointer, fingers on a trackpad pan, a pinch or Ctrl zooms, Shift goes sideways.
    fn wheel(&mut self, ui: &Ui, response: &Response) {
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

    fn pointer(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
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
            response.request_focus();
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

    fn keys(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let (project, selection) = (input.session.project(), input.session.selection());
        if response.has_focus() {
            let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        if let Some(way) = pressed_way(ui) {
            if let Some(next) = walk::step(&frame, project, selection, way) {
                actions.push(MapAction::Select(next));
                self.wish = Some(Wish::Reveal);
            }
            return;
        }
        let Some(cell) = walk::cell_of(&frame, project, selection) else { return };
        if let Some(by) = nudge(ui).filter(|_| is_curves(&frame, cell)) {
            actions.push(nudged(project, selection, cell.step, by));
            return;
        }
        let typed = typed(ui);
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if typed.is_none() && !enter {
            return;
        }
        let editor = edit_cell(&frame, project, selection, cell);
        match (editor, typed) {
            (Some(editor), Some(text)) => self.editor = Some(editor.starting_with(text)),
            (Some(editor), None) => self.editor = Some(editor),
            (None, _) if enter => self.channels = touchpoint_list(&frame, cell),
            (None, _) => {}
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
    let Some((row, column)) = frame.cell_at(picked.at) else {
        return handoff_at(frame, picked.at).map_or(Opened::Nothing, |action| Opened::Action(Box::new(action)));
    };
    match row.form() {
        LaneForm::Cards | LaneForm::Speech => {
            Opened::Text(Editor::new_card(row.lane, column.step, None, String::new()))
        }
        LaneForm::Touchpoints => match handoff_at(frame, picked.at) {
            Some(action) => Opened::Action(Box::new(action)),
            None => Opened::Channels(ChannelList { step: column.step, at: pointer + vec2(12.0, 12.0), fresh: true }),
        },
        LaneForm::Curves => {
            let value = row.axis.as_ref().map(|axis| Mark::on_axis(axis.value_at(picked.at.y), true));
            Opened::Action(Box::new(MapAction::Run(agreed(project, column.step, value))))
        }
        _ => Opened::Nothing,
    }
}

/// The agreed emotion of a step, for the persona that leads or the one its mark names.
fn agreed(project: &Project, step: StepId, value: Option<f32>) -> Command {
    let lead = project
        .journey_of_step(step)
        .and_then(|journey| project.journeys.get(journey))
        .and_then(|journey| journey.personas.first().copied());
    let persona = lead.filter(|lead| project.mark_of(step, Some(*lead), MarkSource::Agreed).is_some());
    Command::SetMark { step, persona, source: MarkSource::Agreed, value }
}

/// The connection under a point that nobody has said anything about yet.
fn handoff_at(frame: &Frame<'_>, at: Point) -> Option<MapAction> {
    let elements = frame.layout.rows.iter().flat_map(|row| &row.elements);
    elements.into_iter().find_map(|element| match element {
        Element::Handoff(handoff) if handoff.id.is_none() => {
            let near = (at.y - handoff.from.y).abs() < 10.0 && handoff.from.x < at.x && at.x < handoff.to.x;
            near.then_some(MapAction::AddHandoff(handoff.steps.0, handoff.steps.1))
        }
        _ => None,
    })
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

fn pressed_way(ui: &Ui) -> Option<Way> {
    let ways = [
        (Key::ArrowLeft, Modifiers::NONE, Way::Left),
        (Key::ArrowRight, Modifiers::NONE, Way::Right),
        (Key::ArrowUp, Modifiers::NONE, Way::Up),
        (Key::ArrowDown, Modifiers::NONE, Way::Down),
        (Key::Tab, Modifiers::SHIFT, Way::Left),
        (Key::Tab, Modifiers::NONE, Way::Right),
    ];
    ui.input_mut(|input| {
        ways.into_iter().find(|(key, modifiers, _)| {
            // A modifier that is not asked for makes it another command (Alt+arrow moves things).
            input.modifiers.matches_exact(*modifiers) && input.consume_key(*modifiers, *key)
        })
    })
    .map(|(_, _, way)| way)
}

fn nudge(ui: &Ui) -> Option<f32> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) if text == "+" => Some(0.5),
            egui::Event::Text(text) if text == "-" || text == "−" => Some(-0.5),
            _ => None,
        })
    })
}

fn is_curves(frame: &Frame<'_>, cell: Cell) -> bool {
    frame.layout.row(cell.lane).is_some_and(|row| row.form() == LaneForm::Curves)
}

fn nudged(project: &Project, selection: &Selection, step: StepId, by: f32) -> MapAction {
    let selected = selection.primary().and_then(|record| match record {
        RecordId::Mark(mark) => project.marks.get(mark).filter(|mark| mark.step == step),
        _ => None,
    });
    let command = match selected {
        Some(mark) => Command::SetMark {
            step,
            persona: mark.persona,
            source: mark.source,
            value: Some(Mark::on_axis(mark.value + by, true)),
        },
        None => agreed(project, step, Some(by)),
    };
    MapAction::Run(command)
}

/// What was typed in this frame, or that an input method began to compose.
fn typed(ui: &Ui) -> Option<String> {
    if ui.input(|input| input.modifiers.command || input.modifiers.alt) {
        return None;
    }
    let composing = ime::owns_keys(ui.ctx());
    let text = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) if !text.trim().is_empty() && !input.modifiers.alt => Some(text.clone()),
            egui::Event::Ime(egui::ImeEvent::Commit(text)) => Some(text.clone()),
            _ => None,
        })
    });
    text.or_else(|| composing.then(String::new))
}

/// The field for what is selected in a cell: its card, or a new one.
fn edit_cell(frame: &Frame<'_>, project: &Project, selection: &Selection, cell: Cell) -> Option<Editor> {
    let row = frame.layout.row(cell.lane)?;
    match row.form() {
        LaneForm::Cards | LaneForm::Speech => match selection.primary() {
            Some(RecordId::Card(card)) => Editor::of(project, card.into()),
            _ => Some(Editor::new_card(cell.lane, cell.step, None, String::new())),
        },
        _ => None,
    }
}

fn touchpoint_list(frame: &Frame<'_>, cell: Cell) -> Option<ChannelList> {
    let row = frame.layout.row(cell.lane).filter(|row| row.form() == LaneForm::Touchpoints)?;
    let rect = frame.camera.screen_rect(frame.layout.cell_rect(row.lane, cell.step)?);
    Some(ChannelList { step: cell.step, at: rect.left_bottom(), fresh: true })
}

/// The field that follows when one was kept: the next card of the cell, or the cell of the next step.
pub(super) fn next_editor(frame: &Frame<'_>, project: &Project, editor: &Editor, after: After) -> Option<Editor> {
    let (lane, step) = editor.cell(project)?;
    let neighbour = |by: isize| {
        let index = frame.layout.columns.iter().position(|column| column.step == step)?;
        frame.layout.columns.get(index.checked_add_signed(by)?).map(|column| column.step)
    };
    let next = match after {
        After::Stay => return None,
        // Enter in an empty new card ends the series.
        After::NextCard if editor.is_empty_new_card() => return None,
        After::NextCard if matches!(editor.target, Target::Card(_)) => return None,
        After::NextCard => step,
        After::NextStep => neighbour(1)?,
        After::StepBefore => neighbour(-1)?,
    };
    let first = project.cards_in(lane, next).first().map(|card| card.id);
    match first.filter(|_| next != step) {
        Some(card) => Editor::of(project, card.into()),
        None => Some(Editor::new_card(lane, next, None, String::new())),
    }
}
