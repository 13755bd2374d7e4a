//! The place that says what to do when there is no feedback yet. Files may be dropped anywhere on the window.

use crate::app::AppCommand;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Align, Layout, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

const WIDTH: f32 = 620.0;
const HEIGHT: f32 = 340.0;

/// The page without feedback: one large target.
pub(super) fn large(ui: &mut Ui, cx: &mut Cx<'_>) {
    let over = is_file_over(ui);
    let free = ui.ctx().content_rect().height() - 220.0;
    ui.add_space(((free - HEIGHT) / 2.0).clamp(16.0, 200.0));
    ui.vertical_centered(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(WIDTH.min(ui.available_width()), HEIGHT), Sense::hover());
        target(ui, cx, rect, over);
        let inside = UiBuilder::new().max_rect(rect.shrink2(vec2(40.0, 32.0)));
        ui.scope_builder(inside.layout(Layout::top_down(Align::Center)), |ui| words(ui, cx, over));
    });
}

/// Under what was imported: another file may be dropped.
pub(super) fn hint(ui: &mut Ui, cx: &Cx<'_>) {
    if is_file_over(ui) {
        ui.label(label::bold(Text::DropNow.text(cx.lang), size::BODY).color(color(cx.theme.accent)));
    }
}

fn is_file_over(ui: &Ui) -> bool {
    ui.input(|input| !input.raw.hovered_files.is_empty())
}

fn words(ui: &mut Ui, cx: &mut Cx<'_>, over: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(64.0, 56.0), Sense::hover());
    drawing(ui.painter(), rect.center(), Stroke::new(2.0, color(cx.theme.accent)));
    ui.add_space(6.0);
    let title = if over { Text::DropNow } else { Text::DropHere };
    ui.label(label::bold(title.text(cx.lang), size::PAGE));
    ui.label(label::second(cx.theme, Text::DropWhy.text(cx.lang)));
    ui.add_space(10.0);
    if button::sized(ui, cx.theme, Rank::Primary, Text::ChooseFile.text(cx.lang), vec2(180.0, 36.0)).clicked() {
        cx.push(Action::Do(AppCommand::ImportFeedback));
    }
    ui.add_space(12.0);
    ui.label(label::remark(cx.theme, Text::Kinds.text(cx.lang)));
    ui.label(label::remark(cx.theme, Text::KindsMore.text(cx.lang)));
}

/// The dashed target itself.
fn target(ui: &Ui, cx: &Cx<'_>, rect: Rect, over: bool) {
    let (fill, ink) = if over { (cx.theme.accent_weak, cx.theme.accent) } else { (cx.theme.panel, cx.theme.line3) };
    ui.painter().rect_filled(rect, 16.0, color(fill));
    let stroke = Stroke::new(if over { 2.0 } else { 1.5 }, color(ink));
    ui.painter().extend(Shape::dashed_line(&outline(rect.shrink(1.0), 16.0), stroke, 7.0, 6.0));
}

/// A rounded rectangle as a line.
fn outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let corners = [
        (pos2(rect.right() - radius, rect.top() + radius), -90.0_f32),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 90.0),
        (pos2(rect.left() + radius, rect.top() + radius), 180.0),
    ];
    let arc = |(center, from): (Pos2, f32)| {
        (0..=6_u8).map(move |part| {
            let angle = (from + 15.0 * f32::from(part)).to_radians();
            center + radius * vec2(angle.cos(), angle.sin())
        })
    };
    let mut points: Vec<Pos2> = corners.into_iter().flat_map(arc).collect();
    points.extend(points.first().copied());
    points
}

/// An arrow into a tray.
fn drawing(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + vec2(x, y);
    painter.line_segment([at(0.0, -20.0), at(0.0, 8.0)], stroke);
    painter.add(Shape::line(vec![at(-9.0, -1.0), at(0.0, 8.0), at(9.0, -1.0)], stroke));
    painter.add(Shape::line(vec![at(-22.0, 8.0), at(-22.0, 20.0), at(22.0, 20.0), at(22.0, 8.0)], stroke));
}
