//! The channels of a touchpoint, chosen beside it: typing finds one by its name in either language, kana or romaji,
//! Enter sets or takes it away.

use super::action::MapAction;
use super::editor::After;
use super::frame::Frame as MapFrame;
use super::input::{channel_list, keyboard_id};
use super::series::neighbour;
use crate::app::fuzzy::Query;
use crate::app::{AppCommand, Cell, Selection};
use crate::edit::Command;
use crate::i18n::{Lang, Reading as _, domain::Named as _, map::Map};
use crate::look::Theme;
use crate::model::{Channel, ChannelSide, LaneForm, Project, Step, StepId};
use crate::ui::theme::{color, line};
use crate::ui::widgets::{self, ime, label};
use crate::ui::{fonts, shortcuts, theme};
use eframe::egui::{
    self, Align2, Area, Color32, CornerRadius, EventFilter, Frame, Id, Key, Margin, Modifiers, Order, Pos2, Sense,
    Stroke, StrokeKind, TextEdit, Ui, vec2,
};

/// Channels stand in so many columns of this width and height, in points.
const COLUMNS: usize = 3;
const ENTRY: egui::Vec2 = vec2(132.0, 32.0);

/// The list of channels beside a touchpoint.
#[derive(Clone, Debug)]
pub(crate) struct ChannelList {
    /// Whose channels.
    pub(crate) step: StepId,
    /// The upper left corner on the screen.
    at: Pos2,
    /// What was typed to find one.
    typed: String,
    /// The one that Enter sets; `None` until one was typed or reached with the arrows.
    chosen: Option<usize>,
    /// It was opened in this very frame: the click that opened it does not close it.
    fresh: bool,
}

/// What came of the list in a frame.
pub(crate) struct Shown {
    /// What it asks for.
    pub(crate) action: Option<MapAction>,
    /// How the keyboard left it.
    pub(crate) left: ListLeft,
}

/// How the keyboard left the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListLeft {
    /// Not at all.
    Still,
    /// It closes.
    Closed,
    /// To the touchpoint of the next step, or of the step before.
    Step(After),
}

/// The floating area of the list.
pub(super) fn area_id() -> Id {
    Id::unique("channel list")
}

impl ChannelList {
    /// The list of a step's channels.
    pub(crate) fn new(step: StepId, at: Pos2) -> Self {
        Self { step, at, typed: String::new(), chosen: None, fresh: true }
    }

    /// What is typed so far.
    #[cfg(test)]
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Shows the list.
    pub(crate) fn show(&mut self, ui: &Ui, project: &Project, theme: &Theme, lang: Lang) -> Shown {
        let Some(step) = project.steps.get(self.step) else { return Shown { action: None, left: ListLeft::Closed } };
        let mut action = None;
        let mut left = ListLeft::Still;
        let at = self.at.min(ui.ctx().content_rect().max - vec2(440.0, 380.0));
        let area = Area::new(area_id()).order(Order::Foreground).fixed_pos(at);
        let shown = area.show(ui.ctx(), |ui| {
            let sheet =
                Frame::new().fill(color(theme.panel)).stroke(line(theme.line2)).corner_radius(CornerRadius::same(10));
            sheet.inner_margin(Margin::same(10)).show(ui, |ui| {
                ui.set_width(ENTRY.x * COLUMNS as f32 + 8.0);
                let before = self.typed.clone();
                let found = found(project, &self.typed);
                left = self.keys(ui, &found, step, &mut action);
                self.field_ui(ui, theme, lang);
                if self.typed != before {
                    self.chosen = (!self.typed.trim().is_empty()).then_some(0);
                }
                ui.add_space(6.0);
                action = self.entries_ui(ui, project, step, theme, lang).or(action.take());
            });
        });
        let outside = ui.input(|input| input.pointer.any_click()) && !shown.response.contains_pointer();
        if outside && !self.fresh {
            left = ListLeft::Closed;
        }
        self.fresh = false;
        Shown { action, left }
    }

    /// Arrows choose, Enter sets what is chosen and otherwise closes, Tab goes on to the next step's list.
    fn keys(&mut self, ui: &Ui, found: &[&Channel], step: &Step, action: &mut Option<MapAction>) -> ListLeft {
        let id = keyboard_id();
        if self.fresh && !ui.memory(|memory| memory.has_focus(id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if ime::owns_keys(ui.ctx()) {
            return ListLeft::Still;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let moves: [(Key, isize); 4] =
            [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -3), (Key::ArrowDown, 3)];
        for (key, by) in moves {
            // Left and right move in what is typed as long as there is something.
            let in_field = by.abs() == 1 && !self.typed.is_empty();
            if !in_field && pressed(key) {
                let last = found.len().saturating_sub(1);
                self.chosen = Some(self.chosen.map_or(0, |at| at.saturating_add_signed(by).min(last)));
            }
        }
        match shortcuts::pressed_while_typing(ui.ctx()) {
            Some(AppCommand::TypingNext) => {
                let Some(channel) = self.chosen.and_then(|at| found.get(at)) else { return ListLeft::Closed };
                *action = Some(toggled(step, channel));
                if !self.typed.is_empty() {
                    self.typed.clear();
                    self.chosen = None;
                }
                ListLeft::Still
            }
            Some(AppCommand::TypingNextStep) => ListLeft::Step(After::NextStep),
            Some(AppCommand::TypingStepBefore) => ListLeft::Step(After::StepBefore),
            Some(AppCommand::TypingCancel) => ListLeft::Closed,
            _ => ListLeft::Still,
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) {
        let id = keyboard_id();
        let field = TextEdit::singleline(&mut self.typed)
            .id(id)
            .font(fonts::regular(theme::size::BODY))
            .text_color(color(theme.ink))
            .hint_text(Map::ChannelHint.text(lang))
            .desired_width(f32::INFINITY)
            .return_key(None);
        let response = ui.add(field);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(Map::ChannelHint.text(lang)));
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }

    fn entries_ui(&self, ui: &mut Ui, project: &Project, step: &Step, theme: &Theme, lang: Lang) -> Option<MapAction> {
        let found = found(project, &self.typed);
        let mut chosen = None;
        egui::Grid::new("channels").num_columns(COLUMNS).spacing(vec2(4.0, 2.0)).show(ui, |ui| {
            for (index, channel) in found.iter().enumerate() {
                if entry(ui, theme, lang, channel, step, self.chosen == Some(index)).clicked() {
                    chosen = Some(toggled(step, channel));
                }
                if index % COLUMNS == COLUMNS - 1 {
                    ui.end_row();
                }
            }
        });
        if found.is_empty() {
            let words = if project.channels.is_empty() { Map::NoChannels } else { Map::NoChannelFound };
            ui.label(label::second(theme, words.text(lang)));
        }
        chosen
    }
}

/// The channels that fit what was typed, the best first; all in their order when nothing was.
fn found<'a>(project: &'a Project, typed: &str) -> Vec<&'a Channel> {
    let mut query = Query::new(typed);
    let mut ranked: Vec<(u32, &Channel)> = project
        .channels_in_order()
        .into_iter()
        .filter_map(|channel| {
            let names = Lang::ALL.map(|lang| channel.kind.name(lang));
            let texts = [channel.name.as_str(), channel.kind.reading()].into_iter().chain(names);
            Some((query.rank(texts)?, channel))
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    ranked.into_iter().map(|(_, channel)| channel).collect()
}

/// The list of the next step, or of the step before, with what is selected then.
pub(super) fn next_list(frame: &MapFrame<'_>, step: StepId, after: After) -> Option<(ChannelList, Selection)> {
    let step = neighbour(frame, step, after)?.step;
    let row = frame.layout.rows.iter().find(|row| row.form() == LaneForm::Touchpoints)?;
    let cell = Cell { lane: row.lane, step };
    let mut selection = Selection::from([step.into()]);
    selection.focus(Some(cell));
    Some((channel_list(frame, cell)?, selection))
}

fn entry(ui: &mut Ui, theme: &Theme, lang: Lang, channel: &Channel, step: &Step, chosen: bool) -> egui::Response {
    let name = if channel.name.is_empty() { channel.kind.name(lang) } else { &channel.name };
    let on = step.touchpoint.channels.contains(&channel.id);
    let (rect, response) = ui.allocate_exact_size(ENTRY, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, name));
    let ground = match (on, response.hovered()) {
        (true, _) => color(theme.accent_weak),
        (false, true) => color(theme.hover),
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(6), ground);
    if chosen {
        let edge = Stroke::new(2.0, color(theme.accent));
        ui.painter().rect_stroke(rect, CornerRadius::same(6), edge, StrokeKind::Inside);
    }
    let ink = channel.color.unwrap_or(match channel.side {
        ChannelSide::Online => theme.online,
        ChannelSide::Offline => theme.offline,
    });
    let icon = egui::Rect::from_center_size(rect.left_center() + vec2(18.0, 0.0), vec2(20.0, 20.0));
    widgets::marker::channel(ui.painter(), icon, channel.kind, ink, 1.0);
    let font = if on { fonts::bold(12.5) } else { fonts::regular(12.5) };
    let clip = ui.painter().with_clip_rect(rect.shrink(2.0));
    clip.text(rect.left_center() + vec2(36.0, 0.0), Align2::LEFT_CENTER, name, font, color(theme.ink));
    response
}

fn toggled(step: &Step, channel: &Channel) -> MapAction {
    let mut step = step.clone();
    let channels = &mut step.touchpoint.channels;
    if channels.contains(&channel.id) {
        channels.retain(|id| *id != channel.id);
    } else {
        channels.push(channel.id);
    }
    MapAction::Run(Command::Edit(step.into()))
}
