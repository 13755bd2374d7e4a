//! The window of an open project: bars above and below, outline at the left, inspector at the right,
//! a page in the middle.

mod departments;
mod display;
mod entry;
mod hidden_lanes;
mod keep_bar;
mod outline;
mod size_meter;
mod status;
mod top_bar;
mod views;

use super::compare;
use super::cx::Cx;
use super::filter;
use super::find_bar::find_bar_ui;
use super::inspector;
use super::persona;
use super::regions::Region;
use super::theme::{color, line};
use super::together;
use super::tray;
use super::widgets::button::{self, Rank};
use super::widgets::label;
use crate::app::View;
use crate::i18n::shell::ShellText as Text;
use eframe::egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui, vec2};

const TOP: f32 = 48.0;
const BOTTOM: f32 = 28.0;
const FILTER: f32 = 38.0;
const LEFT: f32 = 224.0;
const RIGHT: f32 = 310.0;
/// A window narrower than this has a top bar of two lines and one side panel, in points.
const NARROW: f32 = 1000.0;
/// A side panel takes no more than this share of the window.
const MOST_OF_WIDTH: f32 = 0.42;

/// Shows the project.
pub(crate) fn shell_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let panel = color(cx.theme.panel);
    let bar = Frame::new().fill(panel).inner_margin(Margin::symmetric(14, 0));
    let side = Frame::new().fill(panel).inner_margin(Margin { left: 10, right: 10, top: 12, bottom: 0 });
    let wide = Frame::new().fill(panel).inner_margin(Margin { left: 16, right: 12, top: 14, bottom: 0 });
    hairlines(ui, cx);
    cx.shown.regions.begin(ui);
    let width = ui.available_width();
    let is_narrow = width < NARROW;
    let top = if is_narrow { 2.0 * TOP } else { TOP };
    // Where there is no room for both, the inspector comes before the outline: it shows what is being worked on.
    let inspector = cx.shown.window.inspector;
    let outline = cx.shown.window.outline && !(is_narrow && inspector);
    let most = width * MOST_OF_WIDTH;

    Panel::top("top bar").exact_size(top).frame(bar).resizable(false).show(ui, |ui| {
        region(ui, cx, Region::TopBar);
        top_bar::top_bar_ui(ui, cx, is_narrow);
    });
    Panel::bottom("status line").exact_size(BOTTOM).frame(bar).resizable(false).show(ui, |ui| {
        region(ui, cx, Region::Status);
        status::status_ui(ui, cx);
    });
    keep_bar::keep_bar_ui(ui, cx);
    together::bar_ui(ui, cx);
    if outline {
        let range = 180.0..=most.clamp(181.0, 420.0);
        Panel::left("outline").default_size(LEFT).size_range(range).frame(side).show(ui, |ui| {
            region(ui, cx, Region::Outline);
            outline::outline_ui(ui, cx);
        });
    }
    if inspector {
        let range = 240.0..=most.clamp(241.0, 480.0);
        Panel::right("inspector").default_size(RIGHT).size_range(range).frame(wide).show(ui, |ui| {
            region(ui, cx, Region::Inspector);
            inspector::inspector_ui(ui, cx);
        });
    }
    if cx.shown.filter_bar.open && cx.shown.window.view == View::Map && cx.session.journey().is_some() {
        Panel::top("filter bar").exact_size(FILTER).frame(bar).resizable(false).show(ui, |ui| filter::bar_ui(ui, cx));
    }
    let is_map = cx.shown.window.view == View::Map && cx.session.journey().is_some();
    let asked = cx.shown.filter_bar.answers || !cx.shown.filter.answers.is_empty();
    let is_feedback = cx.shown.window.view == View::Feedback;
    if filter::has_answers(cx) && (is_feedback || is_map && asked) {
        Panel::top("answers").exact_size(FILTER).frame(bar).resizable(false).show(ui, |ui| filter::answers_ui(ui, cx));
    }
    if tray::has_names(cx) {
        let tray = Panel::bottom("names without a step").exact_size(tray::HEIGHT).frame(bar).resizable(false);
        tray.show(ui, |ui| tray::tray_ui(ui, cx));
    }
    CentralPanel::default().frame(Frame::new()).show(ui, |ui| page(ui, cx));
}

fn region(ui: &Ui, cx: &mut Cx<'_>, region: Region) {
    cx.shown.regions.region(ui, cx.theme, cx.lang, region);
}

fn page(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.shown.window.view != View::Map || cx.session.journey().is_none() {
        region(ui, cx, Region::Page);
    }
    let place = ui.max_rect();
    match cx.shown.window.view {
        View::Start | View::Map => compare::map_ui(ui, cx),
        View::Personas => persona::persona_ui(ui, cx),
        View::Feedback => feedback(ui, cx),
    }
    find_bar_ui(ui, cx, place);
}

/// A page without anything on it says so, with a button; whether it was clicked.
pub(crate) fn nothing_here(ui: &mut Ui, cx: &Cx<'_>, words: Text, add: Text) -> bool {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() / 2.0 - 50.0).max(8.0));
        ui.label(label::second(cx.theme, words.text(cx.lang)));
        ui.add_space(8.0);
        button::sized(ui, cx.theme, Rank::Primary, &format!("＋ {}", add.text(cx.lang)), vec2(180.0, 36.0)).clicked()
    })
    .inner
}

/// The lines between the panels take the theme's hairline.
fn hairlines(ui: &mut Ui, cx: &Cx<'_>) {
    let stroke: Stroke = line(cx.theme.line);
    ui.visuals_mut().widgets.noninteractive.bg_stroke = stroke;
}

/// The feedback page reads what is shown while it is shown, so it is taken out for that time.
fn feedback(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut panel = std::mem::take(&mut cx.shown.feedback);
    panel.show(ui, cx);
    cx.shown.feedback = panel;
}
