//! The hidden lanes of the journey that is shown, in the outline: nobody looks for what he cannot see.

use super::super::canvas::MapAction;
use crate::app::View;
use crate::i18n::domain::lane_name;
use crate::i18n::fill;
use crate::i18n::lanes::LaneList as Text;
use crate::model::Lane;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Align, Layout, RichText, Ui, vec2};

/// Shows them, where there are any.
pub(super) fn hidden_lanes_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(journey) = cx.session.journey().filter(|_| cx.shown.window.view == View::Map) else { return };
    let hidden: Vec<&Lane> = cx.project.lanes_of(journey).into_iter().filter(|lane| lane.hidden).collect();
    if hidden.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        ui.label(label::bold(Text::HiddenLanes.text(cx.lang), 11.0).color(color(cx.theme.ink3)));
    });
    for lane in hidden {
        lane_ui(ui, cx, lane);
    }
}

fn lane_ui(ui: &mut Ui, cx: &mut Cx<'_>, lane: &Lane) {
    let title = lane_name(lane, cx.lang);
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(8.0);
            let words = Text::ShowLane.text(cx.lang);
            let response = button::sized(ui, cx.theme, Rank::Quiet, words, vec2(0.0, 26.0));
            let name = fill(Text::ShowLaneNamed.text(cx.lang), &[("lane", title)]);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
            if response.on_hover_text(name).clicked() {
                cx.push(Action::Map(MapAction::ToggleLane(lane.id)));
            }
            ui.add_space(4.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label::one_line(ui, RichText::new(title).size(size::BODY).color(color(cx.theme.ink3)));
            });
        });
    });
}
