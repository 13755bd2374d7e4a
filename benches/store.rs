//! Opening and saving a project of 100,000 touchpoints (about 50 MB): seconds, best of three.
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints its figures, or stops")]

use std::time::Instant;
use tabiji::base::{IdSource, OrderKey};
use tabiji::model::{Card, Journey, Lane, LaneKind, Mark, MarkSource, Phase, Project, Step, Touchpoint};
use tabiji::store;

const STEPS: usize = 100_000;
const STEPS_IN_JOURNEY: usize = 100;

fn main() {
    let project = large_project();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("large.ron");
    let text_s = best(|| drop(store::to_text(&project)));
    let save_s = best(|| drop(store::save(&path, &project).expect("there is room for the file")));
    let open_s = best(|| drop(store::open(&path).expect("the file was just written")));
    let repair_s = best(|| drop(tabiji::model::repaired(project.clone())));
    let (ours, theirs) = (changed(&project, 1), changed(&project, 2));
    let merge_s = best(|| drop(tabiji::merge::merge(&project, &ours, &theirs)));
    let from_disk = store::open(&path).expect("the file was just written").loaded.project;
    let disk_s = best(|| drop(tabiji::merge::merge(&project, &ours, &from_disk)));
    let back = store::open(&path).expect("the file was just written").loaded;
    assert!(back.report.is_empty() && back.project == project, "the project comes back as it was");
    let size = path.metadata().map_or(0, |file| file.len()) as f64 / 1e6;
    let lines = [
        format!("store: {STEPS} touchpoints, {} records, {size:.1} MB", project.ids().count()),
        format!("  open  {open_s:.2} s   (goal 2; checking it {repair_s:.2} s of that)"),
        format!("  merge {:.1} ms for 100 changes on each side; {disk_s:.2} s with a file just read", merge_s * 1e3),
        format!("  save  {save_s:.2} s   (goal 2; making the text {text_s:.2} s of that)"),
    ];
    for line in lines {
        println!("{line}");
    }
}

/// A hundred cards say something else.
fn changed(project: &Project, by: usize) -> Project {
    let mut changed = project.clone();
    let cards: Vec<_> = project.cards.iter().map(|card| card.id).skip(by).step_by(STEPS / 100).collect();
    for card in cards {
        changed.cards.change(card, |card| card.text = format!("{by}"));
    }
    changed
}

fn best(mut work: impl FnMut()) -> f64 {
    (0..3)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

/// Journeys of a hundred steps, each step with its touchpoint, a card and a mark, in Japanese.
fn large_project() -> Project {
    let (mut project, mut ids) = (Project::default(), IdSource::seeded(1));
    let keys = OrderKey::spread(None, None, STEPS / STEPS_IN_JOURNEY);
    for (n, order) in keys.iter().enumerate() {
        let journey = Journey { title: format!("私の旅 {n}"), ..Journey::new(ids.next(), order.clone()) };
        let phase = Phase { name: "比較・検討".to_owned(), ..Phase::new(ids.next(), journey.id, order.clone()) };
        let lane = Lane::new(ids.next(), journey.id, order.clone(), LaneKind::Pain);
        for order in &keys[..STEPS_IN_JOURNEY] {
            let step = Step {
                name: "店舗で商品の在庫をたずねる".to_owned(),
                touchpoint: Touchpoint {
                    duration: "10分".to_owned(),
                    customers_per_month: Some(12_000),
                    ..Touchpoint::default()
                },
                ..Step::new(ids.next(), phase.id, order.clone())
            };
            let text = "電話で取り置きを頼んだのに、店舗のスタッフには伝わっていなかった".to_owned();
            project.cards.put(Card { text, ..Card::new(ids.next(), lane.id, step.id, order.clone()) });
            project.marks.put(Mark { value: -1.5, ..Mark::new(ids.next(), step.id, MarkSource::Agreed) });
            project.steps.put(step);
        }
        project.journeys.put(journey);
        project.phases.put(phase);
        project.lanes.put(lane);
    }
    project
}
