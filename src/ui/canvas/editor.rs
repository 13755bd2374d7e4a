//! Text edited in its place on the map. What is typed lives here until it is kept as one step of the history.

use super::action::MapAction;
use super::frame::Frame;
use super::input::keyboard_id;
use crate::app::AppCommand;
use crate::base::Rect;
use crate::edit::Command;
use crate::layout::measures as m;
use crate::look::Theme;
use crate::model::{
    Card, CardId, JourneyId, Lane, LaneId, Link, LinkId, Phase, PhaseId, Project, RecordId, Step, StepId,
};
use crate::scene::PartKind;
use crate::ui::theme::color;
use crate::ui::{fonts, shortcuts};
use eframe::egui::{self, CornerRadius, EventFilter, Frame as EguiFrame, Id, Margin, Stroke, TextEdit, Ui};

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
    /// A step that comes to be at the end of a phase when its name was typed.
    NewStep(PhaseId),
    /// A phase's name.
    Phase(PhaseId),
    /// A phase that comes to be at the end of a journey, with its first step, when its name was typed.
    NewPhase(JourneyId),
    /// A lane's title.
    Lane(LaneId),
    /// When a branch or loop is taken.
    Link(LinkId),
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
    /// To the next card of the cell, or down from a name.
    Next,
    /// To the card before, or up from a name.
    Before,
    /// To the next step, or the next name.
    NextStep,
    /// To the step before.
    StepBefore,
}

/// The floating area of the field.
pub(super) fn area_id() -> Id {
    Id::unique("map editor")
}

impl Editor {
    /// Edits what a record says, from its end.
    pub(crate) fn of(project: &Project, record: RecordId) -> Option<Self> {
        let (target, text) = match record {
            RecordId::Card(id) => (Target::Card(id), project.cards.get(id)?.text.clone()),
            RecordId::Step(id) => (Target::Step(id), project.steps.get(id)?.name.clone()),
            RecordId::Phase(id) => (Target::Phase(id), project.phases.get(id)?.name.clone()),
            RecordId::Lane(id) => (Target::Lane(id), project.lanes.get(id)?.title.clone()),
            RecordId::Link(id) => (Target::Link(id), project.links.get(id)?.label.clone()),
            _ => return None,
        };
        Some(Self { target, text, fresh: true, select_all: false })
    }

    /// A new card.
    pub(crate) fn new_card(lane: LaneId, step: StepId, before: Option<CardId>) -> Self {
        Self::new_name(Target::NewCard { lane, step, before })
    }

    /// A step or phase that comes to be with its name.
    pub(super) fn new_name(target: Target) -> Self {
        Self { target, text: String::new(), fresh: true, select_all: false }
    }

    /// Without its text: typing replaces it. Escape brings it back.
    pub(crate) fn blank(self) -> Self {
        Self { text: String::new(), ..self }
    }

    /// With another text.
    pub(super) fn saying(self, text: String) -> Self {
        Self { text, ..self }
    }

    /// With its text selected: typing replaces it, an arrow key keeps it.
    pub(crate) fn selecting_all(self) -> Self {
        Self { select_all: true, ..self }
    }

    /// What is typed so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether it was opened in this very frame.
    pub(super) fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// Shows the field in its place.
    pub(crate) fn show(&mut self, ui: &mut Ui, frame: &Frame<'_>, theme: &Theme, name: &str) -> Left {
        let Some((part, place)) = self.place(frame) else { return Left::Kept(After::Stay) };
        let camera = frame.camera_of(part);
        let size = (m::TEXT.size * camera.zoom).clamp(11.0, 40.0);
        let at = camera.screen_rect(place);
        let width = at.width().max(size * 10.0);
        let id = keyboard_id();
        let (fill, ink) = (color(theme.panel), color(theme.ink));
        let mut left = Left::Still;
        let area = egui::Area::new(area_id()).order(egui::Order::Foreground).fixed_pos(at.min).constrain(false);
        area.show(ui.ctx(), |ui| {
            let edge = Stroke::new(2.0, color(theme.accent));
            let around = EguiFrame::new().fill(fill).stroke(edge).corner_radius(CornerRadius::same(6));
            around.inner_margin(Margin::symmetric(6, 5)).show(ui, |ui| {
                ui.set_width(width - 12.0);
                if self.fresh {
                    self.take_keyboard(ui, id);
                }
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
                let fresh = std::mem::take(&mut self.fresh);
                if fresh && !response.has_focus() {
                    // The click that opened the field was beside it.
                    response.request_focus();
                }
                // Escape is one of the keys of the field too: an input method may be composing.
                let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
                if response.lost_focus() && !fresh && left == Left::Still {
                    left = Left::Kept(After::Stay);
                }
            });
        });
        left
    }

    /// The keys of the table that belong to a text on the map; none of them while an input method composes.
    fn keys_before(&mut self, ui: &Ui, id: Id) -> Left {
        if !ui.memory(|memory| memory.has_focus(id)) {
            return Left::Still;
        }
        match shortcuts::pressed_while_typing(ui.ctx()) {
            Some(AppCommand::TypingNext) => Left::Kept(After::Next),
            Some(AppCommand::TypingBefore) => Left::Kept(After::Before),
            Some(AppCommand::TypingNextStep) => Left::Kept(After::NextStep),
            Some(AppCommand::TypingStepBefore) => Left::Kept(After::StepBefore),
            Some(AppCommand::TypingCancel) => Left::Dropped,
            Some(AppCommand::TypingBreak) => {
                self.break_line(ui, id);
                Left::Still
            }
            _ => Left::Still,
        }
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

    /// The field gets the keyboard before it is shown, so that it takes what was typed in this very frame. A cell
    /// that had it hands it over by the common id: asking for it anew would end a composition.
    fn take_keyboard(&self, ui: &Ui, id: Id) {
        use egui::text::{CCursor, CCursorRange};
        if !ui.memory(|memory| memory.has_focus(id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let mut state = egui::text_edit::TextEditState::default();
        let end = CCursor::new(self.text.chars().count());
        let start = if self.select_all { CCursor::default() } else { end };
        state.cursor.set_char_range(Some(CCursorRange::two(start, end)));
        state.store(ui.ctx(), id);
    }

    /// Where the field stands.
    pub(super) fn place(&self, frame: &Frame<'_>) -> Option<(PartKind, Rect)> {
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
            Target::NewStep(phase) => Some((PartKind::Columns, new_step_rect(frame, phase)?)),
            Target::Phase(phase) => of(phase.into()),
            Target::NewPhase(_) => Some((PartKind::Columns, new_phase_rect(frame))),
            Target::Link(link) => {
                let ground = frame.layout.links.iter().find(|placed| placed.id == link)?.ground;
                Some((PartKind::Columns, Rect::new(ground.x, ground.y - 4.0, ground.w, ground.h + 8.0)))
            }
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
            Target::NewStep(phase) => return (!text.is_empty()).then_some(MapAction::AddStep { phase, name: text }),
            Target::NewPhase(journey) => {
                return (!text.is_empty()).then_some(MapAction::AddPhase { journey, name: text });
            }
            Target::Card(id) => Command::Edit(Card { text, ..project.cards.get(id)?.clone() }.into()),
            Target::Step(id) => Command::Edit(Step { name: text, ..project.steps.get(id)?.clone() }.into()),
            Target::Phase(id) => Command::Edit(Phase { name: text, ..project.phases.get(id)?.clone() }.into()),
            Target::Link(id) => Command::Edit(Link { label: text, ..project.links.get(id)?.clone() }.into()),
            Target::Lane(id) => Command::Edit(Lane { title: text, ..project.lanes.get(id)?.clone() }.into()),
        };
        Some(MapAction::Run(command))
    }

    /// Whether it is for something that does not exist yet, and nothing was typed.
    pub(crate) fn is_empty_new(&self) -> bool {
        let is_new = matches!(self.target, Target::NewCard { .. } | Target::NewStep(_) | Target::NewPhase(_));
        is_new && self.text.trim().is_empty()
    }
}

/// After the last step of a phase.
fn new_step_rect(frame: &Frame<'_>, phase: PhaseId) -> Option<Rect> {
    let header = frame.layout.phases.iter().find(|other| other.id == phase)?.rect;
    let top = header.bottom() + 4.0;
    Some(match frame.layout.columns.iter().rfind(|column| column.phase == phase) {
        Some(last) => Rect::new(last.x + last.w, top, last.w, last.text.rect.h),
        None => Rect::new(header.x, top, header.w, m::TEXT.line_height() * 2.0),
    })
}

/// After the last phase.
fn new_phase_rect(frame: &Frame<'_>) -> Rect {
    let band = frame.layout.columns_band;
    let left = frame.layout.phases.last().map_or(band.x, |last| last.rect.right() + m::GUTTER);
    Rect::new(left, band.y, m::COLUMN_WIDTH_LATIN, m::PHASE_HEIGHT)
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
