//! The journeys that name this persona: a click shows the map.

use crate::i18n::domain::Named as _;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{Feelings, Journey, Mark, PersonaId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::{button, label};
use eframe::egui::{
    Align2, Color32, CornerRadius, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Shows them.
pub(super) fn journeys(ui: &mut Ui, cx: &mut Cx<'_>, persona: PersonaId) {
    label::block_heading(ui, cx.theme, Text::Journeys.text(cx.lang));
    let project = cx.project;
    let mut any = false;
    for journey in project.journeys_in_order().into_iter().filter(|journey| journey.personas.contains(&persona)) {
        any = true;
        if entry(ui, cx, journey, persona).clicked() {
            cx.push(Action::ShowJourney(journey.id));
        }
    }
    if !any {
        ui.label(label::remark(cx.theme, Text::NoJourneys.text(cx.lang)));
    }
}

/// How wide the small curve of a journey is.
const SPARK: f32 = 54.0;

/// What the persona feels on the way, as a small curve.
fn spark(ui: &Ui, cx: &Cx<'_>, feelings: &Feelings, rect: Rect) {
    let pitch = rect.width() / feelings.steps.saturating_sub(1).max(1) as f32;
    let unit = rect.height() / (Mark::HIGHEST - Mark::LOWEST);
    let place = |(step, value): &(usize, f32)| pos2(rect.left() + pitch * *step as f32, rect.center().y - unit * value);
    ui.painter().hline(rect.x_range(), rect.center().y, line(cx.theme.line2));
    let points: Vec<_> = feelings.values.iter().map(place).collect();
    ui.painter().add(Shape::line(points, Stroke::new(1.6, color(cx.theme.ink2))));
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, journey: &Journey, persona: PersonaId) -> Response {
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
    let feelings = cx.project.feelings(journey.id, persona);
    let mut end = written.left();
    if feelings.values.len() > 1 && rect.width() > 240.0 {
        let size = vec2(SPARK, 20.0);
        let place = Rect::from_center_size(pos2(end - 12.0 - SPARK / 2.0, rect.center().y), size);
        spark(ui, cx, &feelings, place);
        end = place.left();
    }
    let room = end - rect.left() - 18.0;
    let mut job =
        eframe::egui::text::LayoutJob::simple_singleline(text, fonts::regular(size::BODY), Color32::PLACEHOLDER);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let at = rect.left_center() + vec2(10.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, color(cx.theme.ink));
    response.on_hover_text(&journey.title)
}
