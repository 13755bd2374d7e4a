//! Text edited in its place on the map. What is typed lives here until it is kept as one step of the history.

use super::action::MapAction;
use super::frame::Frame;
use crate::base::Rect;
use crate::edit::Command;
use crate::layout::measures as m;
use crate::look::Theme;
use crate::model::{Card, CardId, Lane, LaneId, Phase, PhaseId, Project, RecordId, Step, StepId};
use crate::scene::PartKind;
use crate::ui::theme::color;
use crate::ui::{fonts, widgets::ime};
use eframe::egui::{self, CornerRadius, Frame as EguiFrame, Id, Key, Margin, Modifiers, Stroke, TextEdit, Ui};

/// What is being edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A card's text.
    Card(CardId),
    /// A card that comes to be when something was typed.
    NewCard {
        /// Its lane.
        lane: LaneId,
        /// Its step.
        step: StepId,
        /// The card it goes before.
        before: Option<CardId>,
    },
    /// A step's name.
    Step(StepId),
    /// A phase's name.
    Phase(PhaseId),
    /// A lane's title.
    Lane(LaneId),
}

/// An edit under way.
#[derive(Clone, Debug)]
pub(crate) struct Editor {
    pub(crate) target: Target,
    text: String,
    fresh: bool,
    select_all: bool,
}

/// How the keyboard left the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// Not at all.
    Still,
    /// Keep what is typed.
    Kept(After),
    /// Drop what is typed.
    Dropped,
}

/// Where to go next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// Stay.
    Stay,
    /// To the next card of the cell.
    NextCard,
    /// To the next step.
    NextStep,
    /// To the step before.
    StepBefore,
}

impl Editor {
    /// Edits what a record says. Its text is selected, so that typing replaces it and an arrow key keeps it.
    pub(crate) fn of(project: &Project, record: RecordId) -> Option<Self> {
        let (target, text) = match record {
            RecordId::Card(id) => (Target::Card(id), project.cards.get(id)?.text.clone()),
            RecordId::Step(id) => (Target::Step(id), project.steps.get(id)?.name.clone()),
            RecordId::Phase(id) => (Target::Phase(id), project.phases.get(id)?.name.clone()),
            RecordId::Lane(id) => (Target::Lane(id), project.lanes.get(id)?.title.clone()),
            _ => return None,
        };
        Some(Self { target, text, fresh: true, select_all: true })
    }

    /// A new card that begins with `text`.
    pub(crate) fn new_card(lane: LaneId, step: StepId, before: Option<CardId>, text: String) -> Self {
        Self { target: Target::NewCard { lane, step, before }, text, fresh: true, select_all: false }
    }

    /// Begins with other words.
    pub(crate) fn starting_with(self, text: String) -> Self {
        Self { text, select_all: false, ..self }
    }

    /// Shows the field in its place.
    pub(crate) fn show(&mut self, ui: &mut Ui, frame: &Frame<'_>, theme: &Theme, name: &str) -> Left {
        let Some((part, place)) = self.place(frame) else { return Left::Kept(After::Stay) };
        let camera = frame.camera_of(part);
        let size = (m::TEXT.size * camera.zoom).clamp(11.0, 40.0);
        let at = camera.screen_rect(place);
        let width = at.width().max(size * 10.0);
        let id = Id::unique("map editor");
        let (fill, ink) = (color(theme.panel), color(theme.ink));
        let mut left = Left::Still;
        let area = egui::Area::new(id.with("area")).order(egui::Order::Foreground).fixed_pos(at.min).constrain(false);
        area.show(ui.ctx(), |ui| {
            let edge = Stroke::new(2.0, color(theme.accent));
            let around = EguiFrame::new().fill(fill).stroke(edge).corner_radius(CornerRadius::same(6));
            around.inner_margin(Margin::symmetric(6, 5)).show(ui, |ui| {
                ui.set_width(width - 12.0);
                left = self.keys_before(ui, id);
                let field = TextEdit::multiline(&mut self.text)
                    .id(id)
                    .font(fonts::regular(size))
                    .text_color(ink)
                    .frame(EguiFrame::NONE)
                    .desired_width(width - 12.0)
                    .desired_rows(1)
                    .lock_focus(true)
                    .return_key(None);
                let output = field.show(ui);
                let response = output.response.response;
                ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
                if self.fresh {
                    response.request_focus();
                    self.place_cursor(ui, id);
                    self.fresh = false;
                } else if response.lost_focus() && left == Left::Still {
                    // Escape takes the keyboard away before the field sees it.
                    let escaped = ui.input(|input| input.key_pressed(Key::Escape)) && !ime::owns_keys(ui.ctx());
                    left = if escaped { Left::Dropped } else { Left::Kept(After::Stay) };
                }
            });
        });
        left
    }

    /// Enter keeps, Tab keeps and goes on, Escape drops, Ctrl+Enter and Shift+Enter break the line;
    /// none of them while an input method composes.
    fn keys_before(&mut self, ui: &Ui, id: Id) -> Left {
        if self.fresh || ime::owns_keys(ui.ctx()) {
            return Left::Still;
        }
        let focused = ui.memory(|memory| memory.has_focus(id));
        if !focused {
            return Left::Still;
        }
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::CTRL, Key::Enter) || pressed(Modifiers::SHIFT, Key::Enter) {
            self.break_line(ui, id);
        } else if pressed(Modifiers::NONE, Key::Enter) {
            return Left::Kept(After::NextCard);
        } else if pressed(Modifiers::SHIFT, Key::Tab) {
            return Left::Kept(After::StepBefore);
        } else if pressed(Modifiers::NONE, Key::Tab) {
            return Left::Kept(After::NextStep);
        }
        Left::Still
    }

    fn break_line(&mut self, ui: &Ui, id: Id) {
        use egui::TextBuffer as _;
        use egui::text::{CCursor, CCursorRange};
        let Some(mut state) = egui::text_edit::TextEditState::load(ui.ctx(), id) else { return };
        let end = CCursor::new(self.text.chars().count());
        let range = state.cursor.char_range().unwrap_or(CCursorRange::one(end));
        let mut at = self.text.delete_selected(&range);
        self.text.insert_text_at(&mut at, "\n", usize::MAX);
        state.cursor.set_char_range(Some(CCursorRange::one(at)));
        state.store(ui.ctx(), id);
    }

    fn place_cursor(&self, ui: &Ui, id: Id) {
        use egui::text::{CCursor, CCursorRange};
        let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let end = CCursor::new(self.text.chars().count());
        let start = if self.select_all { CCursor::default() } else { end };
        state.cursor.set_char_range(Some(CCursorRange::two(start, end)));
        state.store(ui.ctx(), id);
    }

    /// Where the field stands.
    fn place(&self, frame: &Frame<'_>) -> Option<(PartKind, Rect)> {
        let of = |record: RecordId| frame.places.get(&record).copied();
        match self.target {
            Target::Card(card) => of(card.into()),
            Target::NewCard { lane, step, before } => {
                let cell = frame.layout.cell_rect(lane, step)?;
                let top = match before.and_then(|card| of(card.into())) {
                    Some((_, card)) => card.y,
                    None => free_top(frame, lane, step, cell),
                };
                let width = cell.w - 2.0 * m::CARD_MARGIN;
                Some((PartKind::Body, Rect::new(cell.x + m::CARD_MARGIN, top, width, m::CARD_MIN_HEIGHT)))
            }
            Target::Step(step) => of(step.into()),
            Target::Phase(phase) => of(phase.into()),
            Target::Lane(lane) => {
                let row = frame.layout.row(lane)?;
                Some((PartKind::Lanes, Rect::new(row.text.rect.x - 6.0, row.text.rect.y - 5.0, row.text.rect.w, 30.0)))
            }
        }
    }

    /// What keeping the text asks for; nothing when it is as it was.
    pub(crate) fn kept(&self, project: &Project) -> Option<MapAction> {
        let text = self.text.trim_end().to_owned();
        let command = match self.target {
            Target::NewCard { lane, step, before } => {
                return (!text.is_empty()).then_some(MapAction::AddCard { lane, step, before, text });
            }
            Target::Card(id) => Command::Edit(Card { text, ..project.cards.get(id)?.clone() }.into()),
            Target::Step(id) => Command::Edit(Step { name: text, ..project.steps.get(id)?.clone() }.into()),
            Target::Phase(id) => Command::Edit(Phase { name: text, ..project.phases.get(id)?.clone() }.into()),
            Target::Lane(id) => Command::Edit(Lane { title: text, ..project.lanes.get(id)?.clone() }.into()),
        };
        Some(MapAction::Run(command))
    }

    /// Whether anything was typed into a card that does not exist yet.
    pub(crate) fn is_empty_new_card(&self) -> bool {
        matches!(self.target, Target::NewCard { .. }) && self.text.trim().is_empty()
    }

    /// The cell of a card.
    pub(crate) fn cell(&self, project: &Project) -> Option<(LaneId, StepId)> {
        match self.target {
            Target::NewCard { lane, step, .. } => Some((lane, step)),
            Target::Card(card) => project.cards.get(card).map(|card| (card.lane, card.step)),
            _ => None,
        }
    }
}

/// Below the last card of a cell.
fn free_top(frame: &Frame<'_>, lane: LaneId, step: StepId, cell: Rect) -> f32 {
    use crate::layout::Element;
    let Some(row) = frame.layout.row(lane) else { return cell.y };
    let column = frame.layout.column(step).map_or(0.0, crate::layout::Column::center);
    let bottoms = row.elements.iter().filter_map(|element| match element {
        Element::Card(card) if card.rect.x < column && column < card.rect.right() => Some(card.rect.bottom()),
        _ => None,
    });
    bottoms.fold(cell.y + m::ROW_PADDING - m::CARD_GAP, f32::max) + m::CARD_GAP
}
