//! The start page: what one can begin with. Never an empty grey window.

mod gallery;
mod left;
mod recent;
pub(crate) mod thumbnail;

use super::action::Action;
use super::theme::{color, line, size};
use super::widgets::label;
use crate::app::settings::RecentFile;
use crate::i18n::Lang;
use crate::i18n::start::StartText as Text;
use crate::look::Theme;
use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

/// What the start page reads, and where it leaves what is to be done.
pub(crate) struct StartCx<'a> {
    /// The colours.
    pub(crate) theme: &'static Theme,
    /// The language.
    pub(crate) lang: Lang,
    /// Recent files, the last one first.
    pub(crate) recent: &'a [RecentFile],
    /// The name of a feedback file that waits for a project.
    pub(crate) waiting: Option<String>,
    /// Pictures of the templates.
    pub(crate) pictures: &'a mut thumbnail::Pictures,
    /// What is to be done after drawing.
    pub(crate) actions: &'a mut Vec<Action>,
}

/// Shows the page.
pub(crate) fn start_ui(ui: &mut Ui, cx: &mut StartCx<'_>) {
    ui.visuals_mut().widgets.noninteractive.bg_stroke = line(cx.theme.line);
    let room = ui.available_width();
    let width = (room * 0.27).clamp(320.0, 430.0);
    let side = if room < 1200.0 { 28 } else { 44 };
    let frame =
        Frame::new().fill(color(cx.theme.panel)).inner_margin(Margin { left: side, right: side, top: 64, bottom: 24 });
    Panel::left("start").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| left::left_ui(ui, cx));
    });
    let frame =
        Frame::new().fill(color(cx.theme.canvas)).inner_margin(Margin { left: side + 8, right: 8, top: 0, bottom: 0 });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.set_max_width((ui.available_width() - f32::from(side)).max(300.0));
            ui.add_space(56.0);
            ui.label(label::bold(Text::FromTemplate.text(cx.lang), size::PAGE));
            ui.add_space(8.0);
            gallery::templates_ui(ui, cx);
            ui.add_space(34.0);
            ui.label(label::bold(Text::Recent.text(cx.lang), size::PAGE));
            ui.add_space(6.0);
            recent::recent_ui(ui, cx);
            ui.add_space(34.0);
            ui.label(label::bold(Text::Examples.text(cx.lang), size::PAGE));
            ui.add_space(8.0);
            gallery::examples_ui(ui, cx);
            ui.add_space(40.0);
        });
    });
}
