//! Layout and scene of journeys of 30, 300 and 5,000 cards: the first time, again as a whole with the text that is
//! already shaped, and after the edit of a card, as the window does it. Prints the figures and ratios of the goals.

#![expect(clippy::print_stdout, reason = "the figures are the point")]

#[path = "support/large_map.rs"]
mod large_map;

use std::hint::black_box;
use std::time::{Duration, Instant};
use tabiji::i18n::Lang;
use tabiji::layout::{MapOptions, Relayout, place_map};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::{JourneyId, Project};
use tabiji::scene::{ComposeAgain, compose_map};
use tabiji::text::TextEngine;
use tabiji::ui::{FrameCost, MapProbe};

/// The quickest of several runs: the one that other programs disturbed least.
fn quickest(runs: usize, mut work: impl FnMut()) -> Duration {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn main() {
    let options = MapOptions::everything(Lang::Ja, jiff::civil::date(2026, 11, 22));
    let theme = Theme::of(ThemeKind::Light);
    let mut figures = Vec::new();
    for cards in [30, 300, 5_000] {
        let (project, journey) = large_map::project(cards);
        let first = quickest(3, || {
            let map = place_map(&project, journey, None, &options, &mut TextEngine::new());
            black_box(map.map(|map| compose_map(&map, theme)));
        });
        let mut engine = TextEngine::new();
        let whole = quickest(7, || {
            let map = place_map(&project, journey, None, &options, &mut engine);
            black_box(map.map(|map| compose_map(&map, theme)));
        });
        let edit = after_an_edit(&project, journey, &options);
        println!(
            "layout + scene, {cards:>5} cards: first {first:>9.2?}, again {whole:>9.2?}, after an edit {edit:>9.2?}"
        );
        figures.push((whole, edit));
    }
    let ratio =
        |of: fn(&(Duration, Duration)) -> Duration| of(&figures[2]).as_secs_f64() / of(&figures[1]).as_secs_f64();
    let (whole, edit) = (ratio(|of| of.0), ratio(|of| of.1));
    println!("5,000 cards against 300: {whole:.1}× as a whole, {edit:.1}× after an edit (goal ≤ 20×)");
    frames();
}

/// Layout and scene after the edit of one card; what did not change is kept.
fn after_an_edit(project: &Project, journey: JourneyId, options: &MapOptions) -> Duration {
    let (mut engine, mut relayout, mut composer) = (TextEngine::new(), Relayout::default(), ComposeAgain::default());
    let mut project = project.clone();
    let Some(card) = project.cards.iter().nth(project.cards.len() / 2).map(|card| card.id) else {
        return Duration::ZERO;
    };
    let mut shown = None;
    (0..15)
        .map(|run| {
            project.cards.change(card, |card| card.text = format!("店で試す {run}"));
            let start = Instant::now();
            let map = relayout.place(&project, journey, None, options, &mut engine);
            let scene = map.as_ref().map(|map| composer.compose(map, Theme::of(ThemeKind::Light)));
            // What was shown before goes away in the same frame.
            shown = black_box(map.zip(scene));
            start.elapsed()
        })
        .skip(1)
        .min()
        .unwrap_or_default()
}

/// Frames of the window with a map of 5,000 cards: panning at several zooms, then zooming.
fn frames() {
    let (project, _) = large_map::project(5_000);
    let mut probe = MapProbe::new(project);
    for (zoom, name) in [(1.0, "true size"), (0.5, "half size"), (0.25, "a quarter"), (0.0, "whole map")] {
        probe.zoom(zoom);
        probe.pan(-400.0, -40.0);
        let mut costs: Vec<_> = (0..40).map(|_| probe.pan(-6.0, -1.0)).collect();
        costs.sort_by_key(|cost| cost.ours);
        let (median, worst) = (costs[costs.len() / 2], costs[costs.len() - 1]);
        println!(
            "frame, 5,000 cards, panning at {name}: median {:.2?}, worst {:.2?} (goal ≤ 4 ms); {} triangles by egui in {:.2?}, {} shapes",
            median.ours, worst.ours, median.triangles, median.tessellation, median.shapes
        );
    }
    let mut costs: Vec<_> = (0..40).map(|step| probe.zoom(0.3 + 0.02 * step as f32)).collect();
    costs.sort_by_key(|cost| cost.ours);
    println!("frame, 5,000 cards, zooming: median {:.2?}, worst {:.2?}", costs[20].ours, costs[39].ours);
    println!("laid out {} time(s) in all", probe.layout_runs());
    dragging(&mut probe);
    typing(&mut probe);
    listening(&mut probe);
}

/// Median and worst of a run of frames.
fn tell(name: &str, mut costs: Vec<FrameCost>) {
    costs.sort_by_key(|cost| cost.ours);
    let (median, worst) = (costs[costs.len() / 2], costs[costs.len() - 1]);
    println!(
        "frame, 5,000 cards, {name}: median {:.2?}, worst {:.2?} (goal ≤ 4 ms); {} triangles by egui in {:.2?}",
        median.ours, worst.ours, median.triangles, median.tessellation
    );
}

/// Two hundred selected cards dragged over the map, then dropped.
fn dragging(probe: &mut MapProbe) {
    probe.select_cards(200);
    probe.take_hold();
    probe.drag(20.0, 4.0);
    tell("dragging 200 cards", (0..60).map(|_| probe.drag(6.0, 1.0)).collect());
    let (drop, after) = probe.let_go();
    println!("dropping 200 cards: {:.2?}; the frame after it, laid out again: {:.2?}", drop.edit, after.ours);
}

/// Panning while a screen reader listens.
fn listening(probe: &mut MapProbe) {
    probe.listen();
    probe.zoom(1.0);
    tell("panning with a screen reader", (0..40).map(|_| probe.pan(-6.0, -1.0)).collect());
}

/// Letters typed into a card, and the frames in which an edited card is shown.
fn typing(probe: &mut MapProbe) {
    probe.open_text();
    tell("typing", (0..40).map(|_| probe.type_letter()).collect());
    let mut edits: Vec<FrameCost> = (0..12).map(|n| probe.edit_text(&format!("店で試す {n}"))).collect();
    edits.sort_by_key(|cost| cost.ours);
    let (quickest, median) = (edits[0], edits[6]);
    println!(
        "an edit, 5,000 cards: command {:.2?}, the frame that shows it {:.2?} (median {:.2?})",
        quickest.edit, quickest.ours, median.ours
    );
}
