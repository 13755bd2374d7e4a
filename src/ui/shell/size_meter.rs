//! The size meter: how large the smallest type of the map is on a slide, and what helps when it is too small.

use crate::app::AppCommand;
use crate::i18n::fill;
use crate::i18n::structure::SizeText as Text;
use crate::insight::MOST_STEPS;
use crate::layout::{LEGIBLE_PT, PaperFit, SheetFit};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::{button, label};
use eframe::egui::{
    self, CornerRadius, Popup, PopupCloseBehavior, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2,
};

const WIDTH: f32 = 340.0;

/// Shows the meter; a click or the command opens the details.
pub(super) fn meter_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(fit) = cx.shown.canvas.sheet_fit() else { return };
    let response = meter(ui, cx, &fit);
    if std::mem::take(&mut cx.shown.size_asked) {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&response));
    }
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        egui::Frame::new().inner_margin(egui::Margin::same(8)).show(ui, |ui| details(ui, cx, &fit));
    });
}

/// Bars like those of a signal, and the points: bars and words say the same.
fn meter(ui: &mut Ui, cx: &Cx<'_>, fit: &SheetFit) -> Response {
    let pt = points(fit.slide);
    let words = fill(Text::Meter.text(cx.lang), &[("pt", &pt)]);
    let is_good = !fit.is_too_big();
    let ink = color(if is_good { cx.theme.ink2 } else { cx.theme.warn });
    let galley = ui.painter().layout_no_wrap(words, super::super::fonts::regular(size::SMALL), ink);
    let bars = 22.0;
    let (rect, response) = ui.allocate_exact_size(vec2(bars + galley.size().x + 6.0, 22.0), Sense::click());
    let name = if is_good { Text::MeterName } else { Text::MeterWarn };
    let name = fill(name.text(cx.lang), &[("pt", &pt)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.expand2(vec2(4.0, 0.0)), CornerRadius::same(6), color(cx.theme.hover));
    }
    let lit = (fit.slide.smallest_pt / LEGIBLE_PT * 3.0).floor().clamp(0.0, 3.0) as usize;
    for bar in 0..3_usize {
        let high = 5.0 + 3.5 * bar as f32;
        let left = rect.left() + 2.0 + 6.0 * bar as f32;
        let at = egui::Rect::from_min_max(
            egui::pos2(left, rect.center().y + 6.0 - high),
            egui::pos2(left + 4.0, rect.center().y + 6.0),
        );
        if bar < lit {
            painter.rect_filled(at, CornerRadius::same(1), ink);
        } else {
            painter.rect_stroke(at, CornerRadius::same(1), egui::Stroke::new(1.0, ink), StrokeKind::Inside);
        }
    }
    painter.galley(egui::pos2(rect.left() + bars, rect.center().y - galley.size().y / 2.0), galley, ink);
    button::focus_ring(ui, cx.theme, &response);
    response.on_hover_text(AppCommand::SheetSize.help(cx.lang))
}

fn details(ui: &mut Ui, cx: &Cx<'_>, fit: &SheetFit) {
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    ui.label(label::bold(Text::Title.text(cx.lang), size::BODY + 1.0));
    verdict(ui, cx, fit);
    for (name, paper) in [(Text::Slide, fit.slide), (Text::Phase, fit.phase), (Text::A3, fit.a3)] {
        line(ui, cx, name.text(cx.lang), paper);
    }
    if fit.is_too_big() {
        label::section(ui, cx.theme, Text::Advice.text(cx.lang));
        for advice in advice(cx, fit) {
            label::paragraph(ui, &format!("・{advice}"), size::SMALL, color(cx.theme.ink));
        }
    }
    ui.add_space(2.0);
    label::paragraph(ui, Text::Rule.text(cx.lang), size::SMALL, color(cx.theme.ink3));
}

/// What it comes to, in a sentence or two.
fn verdict(ui: &mut Ui, cx: &Cx<'_>, fit: &SheetFit) {
    let (pt, m, phase) = (points(fit.slide), metres(fit.slide), points(fit.phase));
    let message = match (fit.slide.is_legible(), fit.phases_help()) {
        (true, _) => Text::Good,
        (false, true) => Text::SmallPhase,
        (false, false) => Text::Small,
    };
    let words = fill(message.text(cx.lang), &[("pt", &pt), ("m", &m), ("phase", &phase)]);
    let ink = if fit.slide.is_legible() { cx.theme.good } else { cx.theme.warn };
    label::paragraph(ui, &words, size::BODY, color(ink));
    if fit.has_long_phase() {
        let (n, most) = (fit.most_steps.to_string(), MOST_STEPS.to_string());
        let words = fill(Text::Long.text(cx.lang), &[("n", &n), ("most", &most)]);
        label::paragraph(ui, &words, size::BODY, color(cx.theme.warn));
    }
}

fn line(ui: &mut Ui, cx: &Cx<'_>, name: &str, paper: PaperFit) {
    ui.horizontal(|ui| {
        ui.label(label::second(cx.theme, name));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let ink = if paper.is_legible() { cx.theme.good } else { cx.theme.warn };
            let words = fill(Text::Points.text(cx.lang), &[("pt", &points(paper))]);
            ui.label(label::bold(words, size::BODY).color(color(ink)));
        });
    });
}

fn advice(cx: &Cx<'_>, fit: &SheetFit) -> Vec<String> {
    let mut advice = Vec::new();
    if fit.phases_help() {
        advice.push(Text::AdvicePhases.text(cx.lang).to_owned());
    }
    advice.push(fill(Text::AdviceLanes.text(cx.lang), &[("n", &fit.lanes.to_string())]));
    advice.push(Text::AdvicePresent.text(cx.lang).to_owned());
    advice.push(fill(Text::AdviceA3.text(cx.lang), &[("pt", &points(fit.a3))]));
    advice
}

fn points(paper: PaperFit) -> String {
    format!("{:.1}", paper.smallest_pt)
}

fn metres(paper: PaperFit) -> String {
    format!("{:.1}", paper.readable_m())
}
