//! The keyboard on the canvas; mouse and touch are in [`super::pointer`]. Keys that are commands come from the table
//! of commands; here is what is typed, and what those commands come to on the screen.

use super::action::MapAction;
use super::channels::ChannelList;
use super::editor::Editor;
use super::frame::Frame;
use super::voice_popup::VoicePopup;
use super::{Canvas, MapInput, Wish, channels, editor};
use crate::app::walk::{self, Reach, Way};
use crate::app::{AppCommand, Cell, Selection, Session, actions};
use crate::base::Rect;
use crate::layout::Row;
use crate::model::{LaneForm, RecordId, StepId};
use crate::ui::widgets::ime;
use eframe::egui::output::IMEOutput;
use eframe::egui::{self, EventFilter, Id, Popup, Response, Sense, Ui};

/// The one thing on the map that has the keyboard: a cell, or the text field over it. Both go by one id, so that an
/// input method that begins to compose over a cell goes on in the field without noticing.
pub(super) fn keyboard_id() -> Id {
    Id::unique("map keyboard")
}

/// A number being typed for the emotion of a step.
#[derive(Debug, Default)]
pub(super) struct Number {
    text: String,
    step: Option<StepId>,
}

impl Number {
    /// The value on the axis after more was typed: what cannot be a value begins anew.
    fn typed(&mut self, step: StepId, text: &str) -> Option<f32> {
        if self.step.replace(step).is_some_and(|before| before != step) {
            self.text.clear();
        }
        let more: String = text.nfkc_digits();
        let value = |text: &str| text.parse::<f32>().ok().filter(|value| (-2.0..=2.0).contains(value));
        let whole = format!("{}{more}", self.text);
        self.text = if value(&whole).is_some() { whole } else { more };
        value(&self.text)
    }
}

trait Digits {
    fn nfkc_digits(&self) -> String;
}

impl Digits for str {
    /// Full-width digits and points as half-width ones; nothing else.
    fn nfkc_digits(&self) -> String {
        crate::base::normalized(self).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
    }
}

impl Canvas {
    /// Turns the frame's input into camera moves and actions.
    pub(super) fn handle(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        self.wheel(ui, response);
        if self.fresh.is_some() {
            return self.previewing(ui, response, actions);
        }
        self.pointer(ui, response, input, actions);
        if self.editor.is_none() && self.channels.is_none() && self.lanes.is_none() {
            self.keyboard(ui, response, input, actions);
        }
    }

    /// Whether the keys of the map count.
    pub(crate) fn has_keyboard(&self, ctx: &egui::Context) -> bool {
        let is_free = self.editor.is_none() && self.channels.is_none() && self.drag.is_none() && self.voice.is_none();
        is_free
            && !self.structure.owns_keys()
            && !ctx.any_popup_open()
            && ctx.memory(|memory| memory.has_focus(keyboard_id()))
    }

    /// A command of the table was carried out: what begins a number and what ends one.
    pub(crate) fn told(&mut self, command: AppCommand, session: &Session) {
        self.number = match command {
            AppCommand::RaiseEmotion => Number { text: String::new(), step: actions::emotion_step(session) },
            AppCommand::LowerEmotion => Number { text: "-".to_owned(), step: actions::emotion_step(session) },
            _ => Number::default(),
        };
    }

    fn keyboard(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let id = keyboard_id();
        let cell = walk::cell_of(input.session);
        let place = cell.and_then(|cell| layout.cell_rect(cell.lane, cell.step));
        let at = place.map_or(response.rect, |place| camera.screen_rect(place)).intersect(response.rect);
        // Keys belong to a dialog that lies over the map, even while none of its controls has them.
        let free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if free && !Popup::is_any_open(ui.ctx()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if !self.has_keyboard(ui.ctx()) {
            return;
        }
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let row = cell.and_then(|cell| layout.row(cell.lane));
        if takes_text(row, input.session) {
            let cursor_rect = egui::Rect::from_min_size(at.left_top(), egui::vec2(1.0, at.height().min(24.0)));
            ui.output_mut(|output| {
                let purpose = egui::IMEPurpose::Normal;
                output.ime = Some(IMEOutput { purpose, rect: at, cursor_rect, should_interrupt_composition: false });
            });
        }
        let Some(text) = typed(ui) else { return };
        match (cell, row.map(Row::form)) {
            (Some(cell), Some(LaneForm::Curves)) => {
                let value = self.number.typed(cell.step, &text);
                actions.extend(value.map(MapAction::SetEmotion));
            }
            (Some(cell), Some(LaneForm::Touchpoints)) => self.channels = channel_list(&frame, cell),
            (cell, _) => self.editor = editor_for(input.session, cell, row).map(Editor::blank),
        }
    }

    /// Where no field is, the focused cell itself has the keyboard.
    pub(super) fn hold_keyboard(&self, ui: &Ui, input: &MapInput<'_>) {
        let (Some((layout, _)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let cell = input.session.selection().cell();
        let place = cell.and_then(|cell| layout.cell_rect(cell.lane, cell.step));
        let at = place.map_or(camera.view, |place| camera.screen_rect(place).intersect(camera.view));
        ui.interact(at, keyboard_id(), Sense::focusable_noninteractive());
        self.access.follow(ui, keyboard_id());
        // In the frame in which a floating area is shown for the first time ever it takes no keys: the first letter
        // typed would be lost. So the areas of the fields are shown before they are needed.
        for id in [editor::area_id(), channels::area_id()] {
            let nowhere = camera.view.min - egui::Vec2::splat(9999.0);
            let area = egui::Area::new(id).order(egui::Order::Foreground).fixed_pos(nowhere).constrain(false);
            area.interactable(false).show(ui.ctx(), |_| {});
        }
    }

    /// Carries out what a command of the table comes to on the screen; whether it was one of these.
    pub(super) fn fulfil(&mut self, wish: Wish, session: &Session, actions: &mut Vec<MapAction>) -> bool {
        match wish {
            Wish::Open => self.open_selection(session),
            Wish::Page(way) => self.page(way, session, actions),
            Wish::Down => self.go_down(session, actions),
            Wish::Menu => self.menu = Some(true),
            _ => return false,
        }
        true
    }

    /// Enter: the text of what is selected, a new card, or the channels.
    fn open_selection(&mut self, session: &Session) {
        if let Some(RecordId::Handoff(_)) = session.selection().primary() {
            self.structure.open_handoff(session);
            return;
        }
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let cell = walk::cell_of(session);
        let row = cell.and_then(|cell| layout.row(cell.lane));
        match (cell, row.map(Row::form)) {
            (Some(cell), Some(LaneForm::Touchpoints)) => self.channels = channel_list(&frame, cell),
            (Some(cell), Some(LaneForm::Voice)) => self.voice = Some(VoicePopup::new(cell.step)),
            _ => self.editor = editor_for(session, cell, row),
        }
    }

    /// A screenful: as many rows or columns as lie in sight.
    fn page(&mut self, way: Way, session: &Session, actions: &mut Vec<MapAction>) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let (left, top) = frame.band_sizes();
        let (width, height) = ((camera.view.width() - left) / camera.zoom, (camera.view.height() - top) / camera.zoom);
        let count = match way {
            Way::Up | Way::Down => fitting(layout.rows.iter().map(|row| row.h), height),
            Way::Left | Way::Right => fitting(layout.columns.iter().map(|column| column.w), width),
        };
        if let Some(selection) = walk::go(session, way, Reach::Cells(count)) {
            actions.push(MapAction::Select(selection));
        }
    }

    /// From a name down: to the name of the phase's first step, or to the step's first cell that takes cards. What
    /// is still empty is opened at once.
    fn go_down(&mut self, session: &Session, actions: &mut Vec<MapAction>) {
        let Some((layout, _)) = self.picture.get() else { return };
        let project = session.project();
        let selection = match session.selection().primary() {
            Some(RecordId::Phase(phase)) => {
                let Some(step) = project.steps_of(phase).first().copied() else { return };
                if step.name.is_empty() {
                    self.editor = Editor::of(project, step.id.into());
                }
                Selection::from([step.id.into()])
            }
            Some(RecordId::Step(step)) => {
                let takes_cards = |form: LaneForm| matches!(form, LaneForm::Cards | LaneForm::Speech);
                let Some(row) = layout.rows.iter().find(|row| takes_cards(row.form())) else { return };
                let cell = Cell { lane: row.lane, step };
                if project.cards_in(row.lane, step).is_empty() {
                    self.editor = Some(Editor::new_card(row.lane, step, None));
                }
                walk::select_cell(session, cell).unwrap_or_else(|| Selection::of_cell(cell))
            }
            _ => return,
        };
        actions.push(MapAction::Select(selection));
    }
}

/// How many of these sizes fit, at least one.
fn fitting(sizes: impl Iterator<Item = f32>, room: f32) -> usize {
    let mut sum = 0.0;
    let fit = sizes.take_while(|size| {
        sum += size;
        sum <= room
    });
    fit.count().max(1)
}

/// What was typed in this frame, or that an input method began to compose. The field that opens gets it too.
fn typed(ui: &Ui) -> Option<String> {
    if ui.input(|input| input.modifiers.command || input.modifiers.alt) {
        return None;
    }
    // Where frames are slow, several letters come in one.
    let text: String = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            egui::Event::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
            egui::Event::Ime(egui::ImeEvent::Commit(text)) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    });
    (!text.is_empty()).then_some(text).or_else(|| ime::is_composing(ui.ctx()).then(String::new))
}

/// Whether letters typed now go into a text.
fn takes_text(row: Option<&Row>, session: &Session) -> bool {
    match row {
        Some(row) => matches!(row.form(), LaneForm::Cards | LaneForm::Speech | LaneForm::Touchpoints),
        None => session.selection().primary().is_some(),
    }
}

/// The field for what is selected: a name, a card, or a new card.
fn editor_for(session: &Session, cell: Option<Cell>, row: Option<&Row>) -> Option<Editor> {
    let project = session.project();
    let Some(cell) = cell else { return session.selection().primary().and_then(|record| Editor::of(project, record)) };
    match (row?.form(), session.selection().primary()) {
        (LaneForm::Cards | LaneForm::Speech, Some(RecordId::Card(card))) => Editor::of(project, card.into()),
        (LaneForm::Cards | LaneForm::Speech, _) => Some(Editor::new_card(cell.lane, cell.step, None)),
        _ => None,
    }
}

/// The channels of a cell's step.
pub(super) fn channel_list(frame: &Frame<'_>, cell: Cell) -> Option<ChannelList> {
    let place: Rect = frame.layout.cell_rect(cell.lane, cell.step)?;
    Some(ChannelList::new(cell.step, frame.camera.screen_rect(place).left_bottom()))
}
