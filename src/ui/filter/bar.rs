//! The bar itself: one line, as much of every part as there is room for.

use super::facet::{Facet, Room, Toggled};
use super::{tags, views};
use crate::app::AppCommand;
use crate::i18n::filter::filter_sentence;
use crate::i18n::filter_bar::{FilterBarText as Text, lost_words};
use crate::model::{FilterCounts, OtherCards};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{label, segmented};
use eframe::egui::{Align, Layout, RichText, Sense, Ui, vec2};

const GAP: f32 = 5.0;
/// Between two parts of the filter.
const WIDE_GAP: f32 = 12.0;
/// What the sentence wants, if there is room.
const SENTENCE: f32 = 170.0;
/// Below this the sentence is left to the status line.
const SHORTEST_SENTENCE: f32 = 90.0;

/// The steps from much room to little: departments, evidence.
const ROOMS: [(Room, Room); 6] = [
    (Room::Names, Room::Names),
    (Room::Marks, Room::Names),
    (Room::Marks, Room::Marks),
    (Room::List, Room::Marks),
    (Room::Marks, Room::List),
    (Room::List, Room::List),
];

/// Shows the bar.
pub(crate) fn bar_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(counts) = counts(cx) else { return };
    let mut toggled = None;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            right_end(ui, cx);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| toggled = facets(ui, cx, &counts));
        });
    });
    let filter = &mut cx.shown.filter;
    match toggled {
        Some(Toggled::Department(id)) => filter.toggle_department(id),
        Some(Toggled::Evidence(level)) => filter.toggle_evidence(level),
        Some(Toggled::Persona(id)) => filter.toggle_persona(id),
        Some(Toggled::Tag(tag)) => filter.toggle_tag(&tag),
        None => return,
    }
    ui.ctx().request_repaint();
}

/// The counts of the journey shown, under the filter.
fn counts(cx: &mut Cx<'_>) -> Option<FilterCounts> {
    let (project, version, journey) = (cx.project, cx.session.version(), cx.session.journey()?);
    let shown = &mut *cx.shown;
    Some(shown.filter_bar.counts(project, version, journey, &shown.filter.cards).clone())
}

/// What is shown, in a plain sentence; `None` without a journey.
fn sentence(cx: &mut Cx<'_>) -> Option<String> {
    let counts = counts(cx)?;
    let cards = filter_sentence(cx.project, &cx.shown.filter.cards, &counts, cx.lang);
    let overlay = cx.shown.voice.overlay().filter(|overlay| !overlay.filter.is_empty());
    Some(match overlay.map(|overlay| super::answers::sentence(overlay, cx.lang)) {
        None => cards,
        Some(answers) if cx.shown.filter.cards.is_empty() => answers,
        Some(answers) => format!("{cards}  {answers}"),
    })
}

/// From left to right: views, departments, evidence, personas, tags, the sentence.
fn facets(ui: &mut Ui, cx: &mut Cx<'_>, counts: &FilterCounts) -> Option<Toggled> {
    let departments = Facet::departments(cx, counts);
    let evidence = Facet::evidence(cx, counts);
    let personas = Facet::personas(cx, counts);
    let mut fixed = views::width(ui, cx) + WIDE_GAP + WIDE_GAP + tags::width(ui, cx) + WIDE_GAP;
    if !personas.is_single() {
        fixed += personas.width(ui, cx.lang, Room::List, GAP) + GAP;
    }
    let rest = ui.available_width() - fixed;
    let fits = |(first, second): &(Room, Room), rest: f32| {
        departments.width(ui, cx.lang, *first, GAP) + evidence.width(ui, cx.lang, *second, GAP) <= rest
    };
    // First with room for the sentence, then without.
    let roomy = ROOMS[..3].iter().find(|rooms| fits(rooms, rest - SENTENCE));
    let tight = ROOMS.iter().find(|rooms| fits(rooms, rest));
    let (first, second) = *roomy.or(tight).unwrap_or(&ROOMS[ROOMS.len() - 1]);

    views::views_ui(ui, cx);
    ui.add_space(WIDE_GAP - GAP);
    let mut toggled = departments.show(ui, cx, first);
    if !departments.is_empty() {
        ui.add_space(WIDE_GAP - GAP);
    }
    toggled = evidence.show(ui, cx, second).or(toggled);
    ui.add_space(WIDE_GAP - GAP);
    if !personas.is_single() {
        toggled = personas.show(ui, cx, Room::List).or(toggled);
    }
    toggled = tags::tags_ui(ui, cx, counts).or(toggled);
    if ui.available_width() >= SHORTEST_SENTENCE {
        ui.add_space(WIDE_GAP - GAP);
        say(ui, cx, counts);
    }
    toggled
}

/// Which cards are shown, and what the chosen view lost.
fn say(ui: &mut Ui, cx: &Cx<'_>, counts: &FilterCounts) {
    let lost = cx.shown.filter.chosen(cx.project).map(|(view, _)| view).filter(|view| !view.lost.is_empty());
    let sentence = filter_sentence(cx.project, &cx.shown.filter.cards, counts, cx.lang);
    let (words, ink) = match lost {
        Some(view) => (format!("⚠ {}", lost_words(view, cx.lang)), cx.theme.warn),
        None if cx.shown.filter.is_on() => (sentence.clone(), cx.theme.ink),
        None => (sentence.clone(), cx.theme.ink3),
    };
    let text = RichText::new(&words).size(size::SMALL).color(color(ink));
    label::one_line(ui, text).on_hover_text(if lost.is_some() { format!("{words}\n{sentence}") } else { words });
}

/// From right to left: close, what is known, the other cards, clear.
fn right_end(ui: &mut Ui, cx: &mut Cx<'_>) {
    let close = Text::Close.text(cx.lang);
    if button::small_icon(ui, cx.theme, Glyph::Cross, close).on_hover_text(close).clicked() {
        cx.push(Action::Do(AppCommand::ToggleFilter));
    }
    known(ui, cx);
    others(ui, cx);
    let clear = Text::Clear.text(cx.lang);
    ui.add_space(6.0);
    let response = ui
        .add_enabled_ui(cx.shown.filter.is_on(), |ui| button::sized(ui, cx.theme, Rank::Quiet, clear, vec2(0.0, 22.0)));
    let response = response.inner.on_hover_text(Text::ClearTip.text(cx.lang));
    if response.clicked() {
        cx.push(Action::Do(AppCommand::ClearFilter));
    }
    ui.add_space(8.0);
}

/// Whether each phase says how much of it is known.
fn known(ui: &mut Ui, cx: &mut Cx<'_>) {
    let name = Text::KnownTip.text(cx.lang);
    let on = cx.shown.filter.known;
    if button::toggle_icon(ui, cx.theme, Glyph::Bars, name, on).on_hover_text(name).clicked() {
        cx.push(Action::Do(AppCommand::ToggleKnown));
    }
}

fn others(ui: &mut Ui, cx: &mut Cx<'_>) {
    let lang = cx.lang;
    let segments = [
        (OtherCards::Dimmed, Text::Dimmed.text(lang), Text::DimmedTip.text(lang)),
        (OtherCards::Hidden, Text::Hidden.text(lang), Text::HiddenTip.text(lang)),
    ];
    let width = segmented::compact_width(ui, &segments.map(|(_, words, _)| words));
    ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
        if segmented::compact(ui, cx.theme, cx.shown.filter.cards.others, &segments).is_some() {
            cx.push(Action::Do(AppCommand::SwitchOthers));
        }
    });
}

/// The funnel in the top bar: opens the bar, and shows when a filter is on.
pub(crate) fn funnel_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let command = AppCommand::ToggleFilter;
    let is_on = cx.shown.filter.is_on();
    let open = cx.shown.filter_bar.open;
    let response = button::toggle_icon(ui, cx.theme, Glyph::Funnel, command.name(cx.lang), open || is_on);
    if is_on {
        let dot = response.rect.right_top() + vec2(-6.0, 6.0);
        ui.painter().circle(dot, 4.0, color(cx.theme.accent), (1.5, color(cx.theme.panel)));
    }
    let tip = match sentence(cx).filter(|_| is_on) {
        Some(sentence) => format!("{}\n{sentence}", command.tooltip(cx.lang)),
        None => command.tooltip(cx.lang),
    };
    if response.on_hover_text(tip).clicked() {
        cx.push(Action::Do(command));
    }
}

/// What is shown, in the status line while a filter is on; a click opens the bar.
pub(crate) fn status_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if !cx.shown.filter.is_on() {
        return;
    }
    let Some(sentence) = sentence(cx) else { return };
    let text = RichText::new(&sentence).size(size::SMALL).color(color(cx.theme.accent));
    let label = eframe::egui::Label::new(text).truncate().sense(Sense::click());
    if ui.add(label).on_hover_text(AppCommand::ToggleFilter.tooltip(cx.lang)).clicked() {
        cx.push(Action::Do(AppCommand::ToggleFilter));
    }
}
