//! The map page: the bar, then one map, or two that go together.

use super::bar;
use crate::app::{AppCommand, MapView};
use crate::base::today;
use crate::feedback::Overlay;
use crate::i18n::domain::Named as _;
use crate::i18n::shell::ShellText as Text;
use crate::layout::Compare;
use crate::model::JourneyId;
use crate::ui::action::Action;
use crate::ui::canvas::{MapAction, MapInput, voice_popup_ui};
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::shell::nothing_here;
use crate::ui::theme::{color, size};
use eframe::egui::{Align2, CornerRadius, Rect, Stroke, Ui, UiBuilder, pos2, vec2};
use std::sync::Arc;

/// Height of the strip with a map's title.
const STRIP: f32 = 24.0;
/// From this width on, maps that are much wider than high stand side by side instead of one above the other.
const WIDE: f32 = 1800.0;

/// Shows the page.
pub(crate) fn map_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(journey) = cx.session.journey() else {
        if nothing_here(ui, cx, Text::ChooseJourney, Text::AddJourney) {
            cx.push(Action::Do(AppCommand::AddJourney));
        }
        return;
    };
    bar::bar_ui(ui, cx, journey);
    let compare = cx.shown.compare.on_map(cx.project, journey);
    match compare.filter(|_| cx.shown.compare.view == MapView::Beside) {
        Some(compare) => both(ui, cx, journey, compare),
        None => active(ui, cx, compare),
    }
}

fn input<'a>(cx: &Cx<'a>, overlay: Option<&'a Arc<Overlay>>, compare: Option<Compare>) -> MapInput<'a> {
    MapInput {
        session: cx.session,
        overlay,
        overlay_version: cx.shown.voice.version(),
        theme: cx.theme,
        lang: cx.lang,
        date: today(),
        filter: cx.shown.filter.clone(),
        compare,
        takes_keyboard: false,
    }
}

/// The map that is edited.
fn active(ui: &mut Ui, cx: &mut Cx<'_>, compare: Option<Compare>) {
    let overlay = cx.shown.voice.overlay().cloned();
    let takes_keyboard = cx.shown.regions.map(ui);
    let input = MapInput { takes_keyboard, ..input(cx, overlay.as_ref(), compare) };
    let asked = cx.shown.canvas.show(ui, &input);
    cx.actions.extend(asked.into_iter().map(|action| match action {
        MapAction::Command(command) => Action::Do(command),
        MapAction::AssignName(name, step) => Action::AssignName(name, step),
        action => Action::Map(action),
    }));
    voice_popup_ui(ui, cx);
}

/// The as-is above, the to-be below; on a very wide screen left and right.
fn both(ui: &mut Ui, cx: &mut Cx<'_>, journey: JourneyId, compare: Compare) {
    let other = if journey == compare.as_is { compare.to_be } else { compare.as_is };
    if cx.shown.compare.other.journey() == Some(journey) {
        // The other map was chosen: both keep their pictures.
        std::mem::swap(&mut cx.shown.canvas, &mut cx.shown.compare.other);
    }
    let place = ui.available_rect_before_wrap();
    let (first, second) = halves(place);
    let (mine, others) = if journey == compare.as_is { (first, second) } else { (second, first) };
    within(ui, cx, mine, journey, true, |ui, cx| active(ui, cx, Some(compare)));
    within(ui, cx, others, other, false, |ui, cx| beside(ui, cx, other, compare));
    let line = Stroke::new(1.0, color(cx.theme.line2));
    if first.bottom() <= second.top() {
        ui.painter().hline(place.x_range(), second.top(), line);
    } else {
        ui.painter().vline(second.left(), place.y_range(), line);
    }
    ui.advance_cursor_after_rect(place);
}

fn halves(place: Rect) -> (Rect, Rect) {
    if place.width() > WIDE && place.width() > 2.2 * place.height() {
        place.split_left_right_at_fraction(0.5)
    } else {
        place.split_top_bottom_at_fraction(0.5)
    }
}

/// A map with its title above it.
fn within<'a>(
    ui: &mut Ui,
    cx: &mut Cx<'a>,
    place: Rect,
    journey: JourneyId,
    is_active: bool,
    contents: impl FnOnce(&mut Ui, &mut Cx<'a>),
) {
    let strip = Rect::from_min_size(place.min, vec2(place.width(), STRIP));
    let ground = if is_active { cx.theme.accent_weak } else { cx.theme.panel };
    ui.painter().rect_filled(strip, CornerRadius::ZERO, color(ground));
    if let Some(journey) = cx.project.journeys.get(journey) {
        let font = if is_active { fonts::bold(size::SMALL) } else { fonts::regular(size::SMALL) };
        let ink = if is_active { cx.theme.ink } else { cx.theme.ink2 };
        let words = format!("{}　{}", journey.state.name(cx.lang), journey.title);
        let left = strip.left_center() + vec2(14.0, 0.0);
        ui.painter_at(strip).text(left, Align2::LEFT_CENTER, words, font, color(ink));
    }
    let below = Rect::from_min_max(pos2(place.left(), strip.bottom()), place.max);
    ui.scope_builder(UiBuilder::new().max_rect(below).id_salt(("map", journey)), |ui| {
        ui.set_clip_rect(below.intersect(ui.clip_rect()));
        contents(ui, cx);
    });
}

/// The map that is not edited: a click makes it the active one.
fn beside(ui: &mut Ui, cx: &mut Cx<'_>, journey: JourneyId, compare: Compare) {
    let pair = (compare.as_is, compare.to_be);
    let Some(found) = cx.shown.compare.found(cx.session, pair, cx.lang) else { return };
    let overlay = cx.shown.voice.overlay().cloned();
    let input = input(cx, overlay.as_ref(), Some(compare));
    let (canvas, other) = (&mut cx.shown.canvas, &mut cx.shown.compare.other);
    if let Some(chosen) = other.show_beside(ui, &input, journey, canvas, &found.comparison) {
        cx.push(Action::ShowJourney(chosen.journey));
        if let Some(record) = chosen.record {
            cx.push(Action::Select(vec![record]));
        }
    }
}
