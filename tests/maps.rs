//! Every template, in both languages and every theme, becomes a picture without holes. With `TABIJI_PICTURES`
//! set to a folder the pictures are left there, to be looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use tabiji::base::{IdSource, OrderKey};
use tabiji::export::png;
use tabiji::feedback::{
    Apart, Change, Headline, Interval, NpsFigure, Overlay, Reliability, Side, StepFigures, StepVoice,
};
use tabiji::i18n::Lang;
use tabiji::layout::{MapLayout, MapOptions, place_map};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::{
    Card, Carried, Evidence, Handoff, LaneForm, LaneKind, Link, LinkKind, Mark, MarkSource, Project, Step,
};
use tabiji::scene::{Scene, compose_map};
use tabiji::template;
use tabiji::text::TextEngine;

fn laid_out(project: &Project, lang: Lang, engine: &mut TextEngine) -> MapLayout {
    let journey = project.journeys_in_order()[0].id;
    let options = MapOptions::everything(lang, jiff::civil::date(2026, 11, 22));
    place_map(project, journey, None, &options, engine).unwrap()
}

fn keep(name: &str, scene: &Scene) {
    let Ok(folder) = std::env::var("TABIJI_PICTURES") else { return };
    let picture = png::to_rgba(scene, 1.5).unwrap();
    let image = image::RgbaImage::from_raw(picture.width, picture.height, picture.data).unwrap();
    image.save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
}

#[test]
fn every_template_is_drawn_in_both_languages_and_every_theme() {
    let mut engine = TextEngine::new();
    for info in template::all() {
        for lang in Lang::ALL {
            let project = template::project(info.key, lang.code(), &mut IdSource::seeded(1)).unwrap();
            let map = laid_out(&project, lang, &mut engine);
            assert_eq!(map.columns.len(), project.steps.len(), "{}", info.key);
            for kind in ThemeKind::ALL {
                let scene = compose_map(&map, Theme::of(kind));
                keep(&format!("{}-{}-{}", info.key, lang.code(), kind.key()), &scene);
            }
        }
    }
}

#[test]
fn the_same_journey_gives_the_same_scene() {
    let project = template::project("retail", "ja", &mut IdSource::seeded(1)).unwrap();
    let draw = || {
        let map = laid_out(&project, Lang::Ja, &mut TextEngine::new());
        tabiji::scene::dump(&compose_map(&map, Theme::of(ThemeKind::Light)))
    };
    assert_eq!(draw(), draw());
}

/// A journey of three steps with one of everything that a map shows, and feedback of every kind.
fn small_journey() -> (Project, Overlay) {
    let mut ids = IdSource::seeded(3);
    let mut project = template::project("blank", "en", &mut ids).unwrap();
    let journey = project.journeys_in_order()[0].id;
    for phase in project.phases_of(journey).into_iter().skip(2).map(|phase| phase.id).collect::<Vec<_>>() {
        let steps: Vec<_> = project.steps_of(phase).into_iter().map(|step| step.id).collect();
        for step in steps {
            project.remove(step.into());
        }
        project.remove(phase.into());
    }
    let phases: Vec<_> = project.phases_of(journey).into_iter().map(|phase| phase.id).collect();
    let steps: Vec<_> = project.steps.iter().map(|step| step.id).collect();
    for step in steps {
        project.remove(step.into());
    }
    let keys = OrderKey::spread(None, None, 3);
    let steps: Vec<Step> = ["Sees a post", "Asks the shop", "Tells a friend"]
        .iter()
        .enumerate()
        .map(|(i, name)| Step { name: (*name).to_owned(), ..Step::new(ids.next(), phases[i / 2], keys[i].clone()) })
        .collect();
    let channels: Vec<_> = project.channels_in_order().into_iter().map(|channel| channel.id).collect();
    for (i, step) in steps.iter().enumerate() {
        let mut step = step.clone();
        step.touchpoint.channels = channels.iter().skip(i).take(i).copied().collect();
        step.touchpoint.moment_of_truth = i == 1;
        project.put(step.into());
        let value = [1.0, -1.0, 1.5][i];
        project.put(Mark { value, ..Mark::new(ids.next(), steps[i].id, MarkSource::Agreed) }.into());
    }
    let mut handoff = Handoff::new(ids.next(), steps[1].id, steps[2].id);
    handoff.history = Carried::No;
    project.put(handoff.into());
    let lane = |kind: LaneKind| project.lanes_of(journey).into_iter().find(|l| l.kind == kind).unwrap().id;
    let (action, pain) = (lane(LaneKind::Action), lane(LaneKind::Pain));
    let card = |ids: &mut IdSource, lane, step: usize, text: &str| Card {
        text: text.to_owned(),
        ..Card::new(ids.next(), lane, steps[step].id, OrderKey::default())
    };
    let mut broken = card(&mut ids, pain, 1, "Nobody knows the order");
    broken.pain.severity = 2;
    broken.evidence = Evidence::Researched;
    let wide = Card {
        extra_span: 1, ..card(&mut ids, action, 0, "写真を保存して、友人に「どう思う？」と聞く")
    };
    project.put(broken.into());
    project.put(wide.into());

    let score = Interval { value: -12.0, low: -21.0, high: -3.0 };
    let figures = StepFigures {
        n: 42,
        reliability: Reliability::Solid,
        headline: Headline::Nps,
        nps: Some(NpsFigure {
            n: 42,
            score,
            se: 4.6,
            median: 6.0,
            bins: vec![1, 0, 2, 1, 3, 9, 8, 7, 5, 4, 2],
            effective: None,
        }),
        csat: None,
        ces: None,
        emotion: Some(Interval { value: 0.4, low: 0.1, high: 0.7 }),
        channels: Vec::new(),
        months: Vec::new(),
        ratings: Vec::new(),
        parts: Default::default(),
        change: Some(Change { difference: Interval { value: 6.0, low: -4.0, high: 16.0 }, proven: false }),
        rivals: Vec::new(),
        apart: vec![
            Apart {
                name: "オンラインストア".to_owned(),
                n: 34,
                value: Interval { value: -30.0, low: -41.0, high: -18.0 },
                side: Side::Lower,
            },
            Apart {
                name: "店舗".to_owned(),
                n: 8,
                value: Interval { value: 62.0, low: 4.0, high: 90.0 },
                side: Side::Higher,
            },
        ],
    };
    let steps = [(steps[0].id, StepVoice::Hidden), (steps[1].id, StepVoice::Shown(Box::new(figures)))];
    let overlay = Overlay {
        steps: steps.into_iter().collect(),
        rows: 45,
        months: Some(("2026-07".to_owned(), "2026-09".to_owned())),
        sources: vec!["Q3 survey".to_owned()],
        ..Overlay::default()
    };
    (project, overlay)
}

#[test]
fn a_small_journey_is_drawn_as_ever() {
    let (project, overlay) = small_journey();
    let journey = project.journeys_in_order()[0].id;
    let options = MapOptions::everything(Lang::En, jiff::civil::date(2026, 11, 22));
    let map = place_map(&project, journey, Some(&overlay), &options, &mut TextEngine::new()).unwrap();
    let scene = compose_map(&map, Theme::of(ThemeKind::Light));
    keep("small", &scene);
    insta::assert_snapshot!(tabiji::scene::dump(&scene));
}

/// What of a scene stands in a group whose label begins with one of these words.
fn groups_about(scene: &Scene, words: &[&str]) -> String {
    let text = tabiji::scene::dump(scene);
    let mut is_inside = false;
    let about = text.lines().filter(|line| {
        let depth = line.len() - line.trim_start().len();
        if depth <= 2 {
            is_inside =
                words.iter().any(|word| line.trim_start().starts_with(format!("group {word:?}").trim_end_matches('"')));
        }
        is_inside
    });
    about.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_loop_and_a_branch_are_drawn_as_ever() {
    let (mut project, _) = small_journey();
    let journey = project.journeys_in_order()[0].id;
    let steps: Vec<_> = project.steps_in_journey(journey).into_iter().map(|step| step.id).collect();
    let mut ids = IdSource::seeded(8);
    let back = Link::new(ids.next(), steps[2], steps[0], LinkKind::Loop);
    let on = Link::new(ids.next(), steps[0], steps[1], LinkKind::Branch);
    project.put(Link { label: "wants another".to_owned(), ..back }.into());
    project.put(on.into());
    let options = MapOptions::everything(Lang::En, jiff::civil::date(2026, 11, 22));
    let map = place_map(&project, journey, None, &options, &mut TextEngine::new()).unwrap();
    let scene = compose_map(&map, Theme::of(ThemeKind::Light));
    keep("links", &scene);
    insta::assert_snapshot!(groups_about(&scene, &["Loop from", "Branch from", "Break from"]));
}

#[test]
fn channels_that_differ_are_marked_in_the_lane_and_explained_in_the_legend() {
    let (project, mut overlay) = small_journey();
    let journey = project.journeys_in_order()[0].id;
    let options = MapOptions::everything(Lang::En, jiff::civil::date(2026, 11, 22));
    let draw = |overlay: &Overlay| {
        let map = place_map(&project, journey, Some(overlay), &options, &mut TextEngine::new()).unwrap();
        let height = map.rows.iter().find(|row| row.form() == LaneForm::Voice).unwrap().h;
        (tabiji::scene::dump(&compose_map(&map, Theme::of(ThemeKind::Light))), height)
    };
    let (text, height) = draw(&overlay);
    assert!(text.contains("オンラインストア −30, lower than other channels. 店舗 +62, higher than other"), "{text}");
    assert!(text.contains("Proven differences between channels"), "{text}");
    for voice in overlay.steps.values_mut() {
        if let StepVoice::Shown(figures) = voice {
            figures.apart.clear();
        }
    }
    let (text, usual) = draw(&overlay);
    assert!(!text.contains("Proven differences between channels"), "no sign, no legend");
    assert!(height > usual, "the lane makes room: {height} {usual}");
}

#[test]
fn belief_and_measurement_that_differ_are_said_in_words() {
    let (project, overlay) = small_journey();
    let journey = project.journeys_in_order()[0].id;
    let options = MapOptions::everything(Lang::En, jiff::civil::date(2026, 11, 22));
    let map = place_map(&project, journey, Some(&overlay), &options, &mut TextEngine::new()).unwrap();
    let text = tabiji::scene::dump(&compose_map(&map, Theme::of(ThemeKind::Light)));
    assert!(text.contains("the team believes −1.0, customers say +0.4 (95 %: +0.1 … +0.7)"), "{text}");
    assert!(text.contains("Under 5 / hidden"), "{text}");
    assert!(text.contains("No opportunity yet"), "{text}");
}
