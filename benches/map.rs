//! Layout and scene of journeys of 30, 300 and 5,000 cards: the first time, and again after one edit with the
//! text that is already shaped. Prints the figures and ratios of the goals.

#![expect(clippy::print_stdout, reason = "the figures are the point")]

#[path = "support/large_map.rs"]
mod large_map;

use std::hint::black_box;
use std::time::{Duration, Instant};
use tabiji::i18n::Lang;
use tabiji::layout::{MapOptions, place_map};
use tabiji::look::{Theme, ThemeKind};
use tabiji::scene::compose_map;
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
    let mut again = Vec::new();
    for cards in [30, 300, 5_000] {
        let (project, journey) = large_map::project(cards);
        let first = quickest(3, || {
            let map = place_map(&project, journey, None, &options, &mut TextEngine::new());
            black_box(map.map(|map| compose_map(&map, theme)));
        });
        let mut engine = TextEngine::new();
        let repeat = quickest(7, || {
            let map = place_map(&project, journey, None, &options, &mut engine);
            black_box(map.map(|map| compose_map(&map, theme)));
        });
        let map = place_map(&project, journey, None, &options, &mut engine);
        let scene = quickest(7, || drop(black_box(map.as_ref().map(|map| compose_map(map, theme)))));
        println!(
            "layout + scene, {cards:>5} cards: first {first:>9.2?}, after an edit {repeat:>9.2?} (scene {scene:.2?})"
        );
        again.push(repeat);
    }
    let ratio = again[2].as_secs_f64() / again[1].as_secs_f64();
    println!("5,000 cards against 300: {ratio:.1}× (goal ≤ 20×)");
    frames();
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
            "frame, 5,000 cards, panning at {name}: median {:.2?}, worst {:.2?} (goal ≤ 4 ms); egui's triangles {:.2?}, {} shapes",
            median.ours, worst.ours, median.tessellation, median.shapes
        );
    }
    let mut costs: Vec<_> = (0..40).map(|step| probe.zoom(0.3 + 0.02 * step as f32)).collect();
    costs.sort_by_key(|cost| cost.ours);
    println!("frame, 5,000 cards, zooming: median {:.2?}, worst {:.2?}", costs[20].ours, costs[39].ours);
    println!("laid out {} time(s) in all", probe.layout_runs());
    dragging(&mut probe);
    typing(&mut probe);
}

/// Median and worst of a run of frames.
fn tell(name: &str, mut costs: Vec<FrameCost>) {
    costs.sort_by_key(|cost| cost.ours);
    let (median, worst) = (costs[costs.len() / 2], costs[costs.len() - 1]);
    println!(
        "frame, 5,000 cards, {name}: median {:.2?}, worst {:.2?} (goal ≤ 4 ms); egui's triangles {:.2?}",
        median.ours, worst.ours, median.tessellation
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
