//! The bar above the map: which of the two maps is shown and how, what changes, and the offer to make a to-be.

use super::list;
use crate::app::AppCommand as C;
use crate::app::MapView;
use crate::compare::Totals;
use crate::i18n::compare::CompareText as Text;
use crate::layout::Sign;
use crate::model::{Card, JourneyId, JourneyState, PhaseId, Project};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::color;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::{label, segmented};
use eframe::egui::{Align, Frame, Layout, Margin, Panel, Popup, Response, Ui, vec2};
use std::collections::BTreeSet;

/// Height of the bar.
const HEIGHT: f32 = 38.0;
/// Narrower bars leave the hints out.
const ROOM_FOR_HINTS: f32 = 620.0;
/// From so many cards in so many phases on, a to-be is offered.
const ENOUGH_CARDS: usize = 8;
const ENOUGH_PHASES: usize = 2;

/// What is shown of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    AsIs,
    ToBe,
    Beside,
    Overlaid,
}

/// Shows the bar, where there is something to compare or a to-be to be made.
pub(super) fn bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, journey: JourneyId) {
    let pair = cx.shown.compare.pair(cx.project, journey);
    if pair.is_none() && !offers(cx, journey) && cx.project.journeys.len() < 2 {
        return;
    }
    let frame = Frame::new().fill(color(cx.theme.panel)).inner_margin(Margin::symmetric(12, 0));
    Panel::top("compare bar").exact_size(HEIGHT).frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            match pair {
                Some(pair) => pair_ui(ui, cx, journey, pair),
                None => alone_ui(ui, cx, journey),
            }
        });
    });
}

/// Whether a to-be is offered: of an as-is that says enough to be improved and has none.
fn offers(cx: &Cx<'_>, journey: JourneyId) -> bool {
    let is_as_is = cx
        .project
        .journeys
        .get(journey)
        .is_some_and(|journey| matches!(journey.state, JourneyState::AsIs | JourneyState::Hypothesis));
    is_as_is && says_enough(cx.project, journey)
}

/// Whether a map has grown far enough to think of a better one: while the first phase is being filled in, nobody
/// does.
fn says_enough(project: &Project, journey: JourneyId) -> bool {
    let is_here = |lane| project.lanes.get(lane).is_some_and(|lane| lane.journey == journey);
    let phase_of = |card: &Card| project.steps.get(card.step).map(|step| step.phase);
    let cards: Vec<&Card> = project.cards.iter().filter(|card| is_here(card.lane)).collect();
    let phases: BTreeSet<PhaseId> = cards.iter().filter_map(|card| phase_of(card)).collect();
    cards.len() >= ENOUGH_CARDS && phases.len() >= ENOUGH_PHASES
}

fn alone_ui(ui: &mut Ui, cx: &mut Cx<'_>, journey: JourneyId) {
    let is_wide = ui.available_width() > ROOM_FOR_HINTS;
    let is_offered = offers(cx, journey);
    if is_offered {
        let words = if is_wide { Text::MakeHint } else { Text::MakeShort };
        ui.label(label::remark(cx.theme, words.text(cx.lang)));
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if is_offered {
            let name = C::MakeToBe.name(cx.lang);
            let make = button::sized(ui, cx.theme, Rank::Secondary, name, vec2(0.0, 26.0));
            if make.on_hover_text(C::MakeToBe.tooltip(cx.lang)).clicked() {
                cx.push(Action::Do(C::MakeToBe));
            }
        }
        compare_with(ui, cx, journey);
    });
}

fn pair_ui(ui: &mut Ui, cx: &mut Cx<'_>, journey: JourneyId, pair: (JourneyId, JourneyId)) {
    let shown = match cx.shown.compare.view {
        MapView::Beside => Shown::Beside,
        MapView::Overlaid if journey == pair.1 => Shown::Overlaid,
        _ if journey == pair.1 => Shown::ToBe,
        _ => Shown::AsIs,
    };
    let names = [side_name(cx, pair.0, Text::AsIs), side_name(cx, pair.1, Text::ToBe)];
    let tips = [C::CompareAsIs, C::CompareToBe, C::CompareBeside, C::CompareOverlaid].map(|c| c.tooltip(cx.lang));
    let segments = [
        (Shown::AsIs, names[0].as_str(), tips[0].as_str()),
        (Shown::ToBe, names[1].as_str(), tips[1].as_str()),
        (Shown::Beside, Text::Beside.text(cx.lang), tips[2].as_str()),
        (Shown::Overlaid, Text::Overlaid.text(cx.lang), tips[3].as_str()),
    ];
    if let Some(chosen) = segmented::compact(ui, cx.theme, shown, &segments) {
        let (view, of) = match chosen {
            Shown::AsIs => (MapView::Alone, Some(pair.0)),
            Shown::ToBe => (MapView::Alone, Some(pair.1)),
            Shown::Beside => (MapView::Beside, None),
            Shown::Overlaid => (MapView::Overlaid, Some(pair.1)),
        };
        cx.push(Action::ShowMap(view, of));
    }
    let Some(found) = cx.shown.compare.found(cx.session, pair, cx.lang) else { return };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        compare_with(ui, cx, journey);
        let words = counts(found.comparison.totals(), Text::Changes.text(cx.lang));
        let response = button::sized(ui, cx.theme, Rank::Secondary, &words, vec2(0.0, 26.0));
        let anchor = toggles(cx, response);
        list::popup(ui, cx, &anchor, &found);
        let is_still = found.comparison.is_same() && shown != Shown::AsIs;
        if is_still && ui.available_width() > 300.0 {
            label::one_line(ui, label::remark(cx.theme, Text::NothingChanged.text(cx.lang)));
        }
    });
}

/// The state of a journey where it says more than its place in the pair: a competitor's name, a title.
fn side_name(cx: &Cx<'_>, journey: JourneyId, usual: Text) -> String {
    let Some(journey) = cx.project.journeys.get(journey) else { return String::new() };
    let fits = matches!(
        (journey.state, usual),
        (JourneyState::AsIs | JourneyState::Hypothesis, Text::AsIs) | (JourneyState::ToBe, Text::ToBe)
    );
    let name = if journey.competitor.is_empty() { &journey.title } else { &journey.competitor };
    let short: String = name.chars().take(12).collect();
    match (fits, short.len() < name.len()) {
        (true, _) => usual.text(cx.lang).to_owned(),
        (false, true) => format!("{short}…"),
        (false, false) => short,
    }
}

fn toggles(cx: &mut Cx<'_>, response: Response) -> Response {
    let response = response.on_hover_text(C::ShowChanges.tooltip(cx.lang));
    if response.clicked() {
        cx.shown.compare.list = !cx.shown.compare.list;
    }
    response
}

/// "What changes  +5  △3  →1  −2": the signs of the map in letters, what does not occur left out.
fn counts(totals: Totals, words: &str) -> String {
    let parts = [
        (Sign::Added, totals.added),
        (Sign::Changed, totals.changed),
        (Sign::Moved, totals.moved),
        (Sign::Removed, totals.removed),
    ];
    let part = |(sign, count): (Sign, usize)| (count > 0).then(|| format!("  {}{count}", list::letter(sign)));
    parts.into_iter().filter_map(part).fold(words.to_owned(), |words, part| words + &part)
}

/// Any other journey of the project can be laid beside this one.
fn compare_with(ui: &mut Ui, cx: &mut Cx<'_>, journey: JourneyId) {
    let others: Vec<_> = cx.project.journeys_in_order().into_iter().filter(|other| other.id != journey).collect();
    if others.is_empty() {
        return;
    }
    let response = button::sized(ui, cx.theme, Rank::Secondary, Text::CompareWith.text(cx.lang), vec2(0.0, 26.0));
    let pair = cx.shown.compare.pair(cx.project, journey);
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(220.0);
        if cx.shown.compare.chosen.is_some() && ui.button(Text::CompareWithOwn.text(cx.lang)).clicked() {
            cx.push(Action::ComparePair(None));
        }
        for other in others {
            let is_on = pair.is_some_and(|(a, b)| a == other.id || b == other.id);
            if ui.selectable_label(is_on, &other.title).clicked() {
                let is_to_be = cx.project.journeys.get(journey).is_some_and(|own| own.state == JourneyState::ToBe);
                let pair = if is_to_be { (other.id, journey) } else { (journey, other.id) };
                cx.push(Action::ComparePair(Some(pair)));
            }
        }
    });
}
