//! The journeys that name this persona: a click shows the map.

use crate::i18n::domain::Named as _;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{Journey, PersonaId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::{button, label};
use eframe::egui::{Align2, Color32, CornerRadius, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

/// Shows them.
pub(super) fn journeys(ui: &mut Ui, cx: &mut Cx<'_>, persona: PersonaId) {
    label::block_heading(ui, cx.theme, Text::Journeys.text(cx.lang));
    let project = cx.project;
    let mut any = false;
    for journey in project.journeys_in_order().into_iter().filter(|journey| journey.personas.contains(&persona)) {
        any = true;
        if entry(ui, cx, journey).clicked() {
            cx.push(Action::ShowJourney(journey.id));
        }
    }
    if !any {
        ui.label(label::remark(cx.theme, Text::NoJourneys.text(cx.lang)));
    }
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, journey: &Journey) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &journey.title));
    let fill = if response.hovered() { cx.theme.hover } else { cx.theme.panel };
    ui.painter().rect(rect, CornerRadius::same(7), color(fill), line(cx.theme.line), StrokeKind::Inside);
    button::focus_ring(ui, cx.theme, &response);
    let state = journey.state.name(cx.lang);
    let right = rect.right_center() - vec2(10.0, 0.0);
    let written =
        ui.painter().text(right, Align2::RIGHT_CENTER, state, fonts::regular(size::SMALL), color(cx.theme.ink3));
    let indent = if journey.as_is.is_some() { "└ " } else { "" };
    let text = format!("{indent}{}", journey.title);
    let room = written.left() - rect.left() - 18.0;
    let mut job =
        eframe::egui::text::LayoutJob::simple_singleline(text, fonts::regular(size::BODY), Color32::PLACEHOLDER);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let at = rect.left_center() + vec2(10.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, color(cx.theme.ink));
    response.on_hover_text(&journey.title)
}
