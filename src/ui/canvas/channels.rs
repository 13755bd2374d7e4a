//! The channels of a touchpoint, chosen beside it.

use super::action::MapAction;
use crate::edit::Command;
use crate::i18n::{Lang, domain::Named as _, map::Map};
use crate::look::Theme;
use crate::model::{Channel, ChannelSide, Project, Step, StepId};
use crate::ui::theme::{color, line};
use crate::ui::{fonts, widgets};
use eframe::egui::{self, Align2, Area, Color32, CornerRadius, Frame, Id, Key, Margin, Order, Pos2, Sense, Ui, vec2};

/// The list of channels beside a touchpoint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChannelList {
    /// Whose channels.
    pub(crate) step: StepId,
    /// The upper left corner on the screen.
    pub(crate) at: Pos2,
    /// It was opened in this very frame: the click that opened it does not close it.
    pub(crate) fresh: bool,
}

impl ChannelList {
    /// Shows the list; gives what was chosen and whether it stays open.
    pub(crate) fn show(&mut self, ui: &Ui, project: &Project, theme: &Theme, lang: Lang) -> (Option<MapAction>, bool) {
        let Some(step) = project.steps.get(self.step) else { return (None, false) };
        let mut chosen = None;
        let at = self.at.min(ui.ctx().content_rect().max - vec2(420.0, 380.0));
        let area = Area::new(Id::unique("channel list")).order(Order::Foreground).fixed_pos(at);
        let shown = area.show(ui.ctx(), |ui| {
            let sheet =
                Frame::new().fill(color(theme.panel)).stroke(line(theme.line2)).corner_radius(CornerRadius::same(10));
            sheet.inner_margin(Margin::same(10)).show(ui, |ui| {
                egui::Grid::new("channels").num_columns(3).spacing(vec2(4.0, 2.0)).show(ui, |ui| {
                    for (index, channel) in project.channels_in_order().into_iter().enumerate() {
                        if entry(ui, theme, lang, channel, step).clicked() {
                            chosen = Some(toggled(step, channel));
                        }
                        if index % 3 == 2 {
                            ui.end_row();
                        }
                    }
                });
                if project.channels.is_empty() {
                    ui.label(Map::NoData.text(lang));
                }
            });
        });
        let outside = ui.input(|input| input.pointer.any_click()) && !shown.response.contains_pointer();
        let closed = ui.input(|input| input.key_pressed(Key::Escape) || input.key_pressed(Key::Enter));
        let open = self.fresh || !(outside || closed);
        self.fresh = false;
        (chosen, open)
    }
}

fn entry(ui: &mut Ui, theme: &Theme, lang: Lang, channel: &Channel, step: &Step) -> egui::Response {
    let name = if channel.name.is_empty() { channel.kind.name(lang) } else { &channel.name };
    let on = step.touchpoint.channels.contains(&channel.id);
    let (rect, response) = ui.allocate_exact_size(vec2(128.0, 32.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, name));
    let ground = match (on, response.hovered()) {
        (true, _) => color(theme.accent_weak),
        (false, true) => color(theme.hover),
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(6), ground);
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
