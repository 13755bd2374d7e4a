//! The left of the start page: who we are, open, example, drop, privacy, language.

use super::StartCx;
use crate::app::AppCommand;
use crate::i18n::clip::ClipText;
use crate::i18n::shell::ShellText;
use crate::i18n::start::StartText as Text;
use crate::i18n::{Lang, fill};
use crate::ui::action::Action;
use crate::ui::logo;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{
    Button, CornerRadius, Label, Rect, Response, RichText, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

/// Shows it.
pub(super) fn left_ui(ui: &mut Ui, cx: &mut StartCx<'_>) {
    name(ui, cx);
    ui.add_space(30.0);
    buttons(ui, cx);
    ui.add_space(30.0);
    drop_zone(ui, cx);
    ui.add_space(34.0);
    let privacy = RichText::new(Text::Privacy.text(cx.lang)).size(12.0).color(color(cx.theme.ink3));
    ui.add(Label::new(privacy).wrap());
    ui.add_space(12.0);
    languages(ui, cx);
}

fn name(ui: &mut Ui, cx: &StartCx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(48.0, 48.0), Sense::hover());
    logo::paint(ui.painter(), rect.center(), 1.7, cx.theme);
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.label(label::bold("旅路", size::DISPLAY).extra_letter_spacing(2.0));
        let latin = RichText::new("Tabiji").size(18.0).extra_letter_spacing(1.0).color(color(cx.theme.ink3));
        ui.vertical(|ui| {
            ui.add_space(17.0);
            ui.label(latin);
        });
    });
    let promise = RichText::new(Text::Promise.text(cx.lang)).size(14.0).color(color(cx.theme.ink2));
    ui.add(Label::new(promise.line_height(Some(23.0))).wrap());
}

fn buttons(ui: &mut Ui, cx: &mut StartCx<'_>) {
    ui.spacing_mut().item_spacing.y = 10.0;
    let wide = vec2(ui.available_width(), 42.0);
    let open = button::sized(ui, cx.theme, Rank::Primary, Text::Open.text(cx.lang), wide);
    if open.on_hover_text(Text::OpenTip.text(cx.lang)).clicked() {
        cx.actions.push(Action::Do(AppCommand::Open));
    }
    let paste = button::sized(ui, cx.theme, Rank::Secondary, ClipText::FromExcel.text(cx.lang), wide);
    if paste.on_hover_text(ClipText::FromExcelTip.text(cx.lang)).clicked() {
        cx.actions.push(Action::Do(AppCommand::Paste));
    }
    let example = button::sized(ui, cx.theme, Rank::Secondary, Text::Example.text(cx.lang), wide);
    if example.on_hover_text(Text::ExampleTip.text(cx.lang)).clicked() {
        cx.actions.push(Action::Do(AppCommand::OpenExample));
    }
}

/// The dashed box; the whole window takes dropped files, the box only says so.
fn drop_zone(ui: &mut Ui, cx: &StartCx<'_>) {
    let hovering = ui.input(|input| !input.raw.hovered_files.is_empty());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 84.0), Sense::hover());
    let waiting = cx.waiting.as_ref().filter(|_| !hovering);
    let said = waiting.map(|file| fill(ShellText::FeedbackWaits.text(cx.lang), &[("file", file)]));
    let usual = if hovering { ShellText::DropHere.text(cx.lang) } else { Text::Drop.text(cx.lang) };
    let words = said.as_deref().unwrap_or(usual);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if hovering || said.is_some() {
        ui.painter().rect_filled(rect, CornerRadius::same(12), color(cx.theme.accent_weak));
    }
    let ink = if hovering { cx.theme.accent } else { cx.theme.line2 };
    dashed_box(ui, rect, Stroke::new(1.5, color(ink)));
    let text = if hovering || said.is_some() { cx.theme.accent } else { cx.theme.ink2 };
    let font = crate::ui::fonts::regular(size::BODY);
    let lines = label::broken(words, size::BODY, rect.width() - 24.0);
    let galley = ui.painter().layout_job({
        let mut job = eframe::egui::text::LayoutJob::simple(lines, font, color(text), rect.width() - 24.0);
        job.halign = eframe::egui::Align::Center;
        job
    });
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.center().x, top), galley, color(text));
}

fn dashed_box(ui: &Ui, rect: Rect, stroke: Stroke) {
    let radius = 12.0;
    let mut outline = Vec::new();
    let corners = [
        (pos2(rect.right() - radius, rect.top() + radius), 270.0_f32),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 90.0),
        (pos2(rect.left() + radius, rect.top() + radius), 180.0),
    ];
    for (center, start) in corners {
        for step in 0..=6_u8 {
            let angle = (start + 15.0 * f32::from(step)).to_radians();
            outline.push(center + vec2(angle.cos(), angle.sin()) * radius);
        }
    }
    outline.extend(outline.first().copied());
    ui.painter().extend(Shape::dashed_line(&outline, stroke, 4.0, 3.0));
}

fn languages(ui: &mut Ui, cx: &mut StartCx<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        for (index, lang) in Lang::ALL.into_iter().enumerate() {
            if index > 0 {
                ui.label(label::remark(cx.theme, "|"));
            }
            if language(ui, cx, lang).clicked() {
                cx.actions.push(Action::SetLang(lang));
            }
        }
    });
}

fn language(ui: &mut Ui, cx: &StartCx<'_>, lang: Lang) -> Response {
    let on = lang == cx.lang;
    let text = RichText::new(lang.own_name()).size(12.0);
    let text = if on { text.color(color(cx.theme.ink3)) } else { text.color(color(cx.theme.accent)).underline() };
    let response = ui.add(Button::selectable(false, text).frame(false));
    button::focus_ring(ui, cx.theme, &response);
    response.on_hover_text(format!("{}: {}", ShellText::Language.text(cx.lang), lang.own_name()))
}
