//! The keyboard on the canvas; mouse and touch are in [`super::pointer`].

use super::action::MapAction;
use super::channels::ChannelList;
use super::editor::{After, Editor, Target};
use super::frame::Frame;
use super::walk::{self, Way};
use super::{Canvas, MapInput, Wish};
use crate::app::{Cell, Selection};
use crate::edit::Command;
use crate::model::{LaneForm, Mark, MarkSource, Project, RecordId, StepId};
use crate::ui::widgets::ime;
use eframe::egui::{self, EventFilter, Key, Modifiers, Response, Ui};

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

/// The agreed emotion of a step, for the persona that leads or the one its mark names.
pub(super) fn agreed(project: &Project, step: StepId, value: Option<f32>) -> Command {
    let lead = project
        .journey_of_step(step)
        .and_then(|journey| project.journeys.get(journey))
        .and_then(|journey| journey.personas.first().copied());
    let persona = lead.filter(|lead| project.mark_of(step, Some(*lead), MarkSource::Agreed).is_some());
    Command::SetMark { step, persona, source: MarkSource::Agreed, value }
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
