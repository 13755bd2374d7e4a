//! What a slide shows, at every shape of the window and with any text.

use super::*;
use crate::base::IdSource;
use crate::layout::PlacedText;
use crate::model::{Card, LaneKind, StepId};
use crate::template;

const LONG: &str = "配送予定日を過ぎても届かないので問い合わせ窓口に電話したが、自動音声が続いて二十分待っても担当者につながらず、結局は別の店舗まで自分で取りに行くことになった。";

fn project() -> (Project, JourneyId) {
    let project = template::project("retail", "ja", &mut IdSource::seeded(7)).unwrap();
    let journey = project.journeys_in_order()[0].id;
    (project, journey)
}

fn options(aspect: f32) -> StoryOptions {
    StoryOptions { lang: Lang::Ja, date: jiff::civil::date(2026, 11, 22), aspect }
}

fn story(project: &Project, journey: JourneyId, slide: Slide, aspect: f32) -> Story {
    place_story(project, journey, slide, None, options(aspect), &TextEngine::new()).unwrap()
}

fn texts(story: &Story) -> Vec<&PlacedText> {
    let mut texts = Vec::new();
    for element in &story.elements {
        match element {
            StoryElement::Words(text, _) | StoryElement::Chip(_, _, text) => texts.push(text),
            StoryElement::Card(card) => {
                texts.push(&card.text);
                texts.extend(&card.footer);
            }
            StoryElement::Figures(figures) => texts.extend(figures.words.iter().chain([&figures.value])),
            StoryElement::Curve(curve) => texts.extend(curve.bands.iter().map(|band| &band.text)),
            _ => {}
        }
    }
    texts
}

fn cards(story: &Story) -> Vec<&StoryCard> {
    story
        .elements
        .iter()
        .filter_map(|e| if let StoryElement::Card(card) = e { Some(card.as_ref()) } else { None })
        .collect()
}

fn curve(story: &Story) -> &StoryCurve {
    story
        .elements
        .iter()
        .find_map(|e| if let StoryElement::Curve(curve) = e { Some(curve.as_ref()) } else { None })
        .unwrap()
}

/// Nothing is cut off: every text stands on the slide and is not shortened.
fn assert_all_in_sight(story: &Story, slide: Slide, aspect: f32) {
    for text in texts(story) {
        let p = &text.paragraph;
        let bottom = text.rect.y + p.height.min(text.rect.h.max(p.height));
        assert!(
            text.rect.x >= -0.5 && text.rect.y >= -0.5 && bottom <= story.size.h + 0.5,
            "{slide:?} at {aspect}: {:?} of {:?}",
            text.rect,
            p.lines.first().map(|line| &line.text)
        );
        assert!(text.rect.x + text.rect.w <= story.size.w + 0.5, "{slide:?} at {aspect}: {:?}", text.rect);
    }
    for card in cards(story) {
        assert!(!card.text.paragraph.truncated);
        assert!(card.rect.bottom() <= story.size.h - m::CURVE, "{slide:?} at {aspect}: a card lies over the curve");
        assert!(card.text.paragraph.width <= card.text.rect.w + 1.0);
    }
}

#[test]
fn everything_stands_on_the_slide_on_any_screen() {
    let (project, journey) = project();
    for aspect in [16.0 / 9.0, 4.0 / 3.0, 21.0 / 9.0, 0.75] {
        for slide in slides(&project, journey) {
            if slide != Slide::Whole {
                assert_all_in_sight(&story(&project, journey, slide, aspect), slide, aspect);
            }
        }
    }
}

#[test]
fn the_main_text_can_be_read_from_the_back_of_a_room() {
    let (project, journey) = project();
    for slide in slides(&project, journey) {
        if let Slide::Step(_) = slide {
            for card in cards(&story(&project, journey, slide, 16.0 / 9.0)) {
                let size = card.text.paragraph.style.size;
                assert!(size >= m::READABLE, "{slide:?}: {size} for {}", card.label);
            }
        }
    }
}

/// A step with this text in a thought, a pain and an action.
fn with_long_texts(text: &str, times: usize) -> (Project, JourneyId, StepId) {
    let (mut project, journey) = project();
    let step = project.steps_in_journey(journey)[3].id;
    let lanes: Vec<_> = project.lanes_of(journey).iter().map(|lane| (lane.id, lane.kind)).collect();
    for (lane, kind) in lanes {
        if matches!(kind, LaneKind::Thought | LaneKind::Pain | LaneKind::Action) {
            let mut ids = IdSource::seeded(kind as u64 + 99);
            let order = crate::base::OrderKey::default();
            let card = Card { text: text.repeat(times), ..Card::new(ids.next(), lane, step, order) };
            project.put(card.into());
        }
    }
    (project, journey, step)
}

#[test]
fn very_long_texts_get_smaller_and_are_never_cut() {
    for times in [1, 12] {
        let (project, journey, step) = with_long_texts(LONG, times);
        let (slide, aspect) = (Slide::Step(step), 16.0 / 9.0);
        assert_all_in_sight(&story(&project, journey, slide, aspect), slide, aspect);
    }
    let (mut project, journey, step) = with_long_texts("", 1);
    let named = crate::model::Step { name: LONG.repeat(3), ..project.steps.get(step).unwrap().clone() };
    project.put(named.into());
    let told = crate::model::Journey {
        title: LONG.repeat(2),
        scenario: LONG.repeat(9),
        ..project.journeys.get(journey).unwrap().clone()
    };
    project.put(told.into());
    for slide in [Slide::Step(step), Slide::Opening] {
        assert_all_in_sight(&story(&project, journey, slide, 16.0 / 9.0), slide, 16.0 / 9.0);
    }
}

#[test]
fn the_curve_is_drawn_as_told() {
    let (project, journey) = project();
    let steps = project.steps_in_journey(journey);
    let third = story(&project, journey, Slide::Step(steps[2].id), 16.0 / 9.0);
    let curve = curve(&third);
    assert_eq!(curve.points.len(), 3, "what is still to come has no emotion yet");
    assert!(curve.grows);
    assert_eq!(curve.ahead.len(), steps.len() - 3);
    let last = curve.points.last().unwrap().at;
    assert!(curve.ahead.iter().all(|at| at.x > last.x));
    let beginning = story(&project, journey, Slide::Phase(project.phases_of(journey)[0].id), 16.0 / 9.0);
    assert!(self::curve(&beginning).points.is_empty());
}

#[test]
fn a_card_that_spans_steps_is_told_in_each_of_them() {
    let (mut project, journey) = project();
    let steps: Vec<StepId> = project.steps_in_journey(journey).iter().map(|step| step.id).collect();
    let lane = project.lanes_of(journey).iter().find(|lane| lane.kind == LaneKind::Action).unwrap().id;
    let card = project.cards_in(lane, steps[1])[0].clone();
    let wide = Card { extra_span: 1, ..card.clone() };
    project.put(wide.into());
    for (step, told) in [(steps[1], true), (steps[2], true), (steps[3], false)] {
        let story = story(&project, journey, Slide::Step(step), 16.0 / 9.0);
        assert_eq!(cards(&story).iter().any(|placed| placed.id == card.id), told);
    }
}

#[test]
fn a_journey_without_steps_says_what_to_do() {
    let (mut project, _) = project();
    let mut ids = IdSource::seeded(5);
    let journey = crate::model::Journey::new(ids.next(), crate::base::OrderKey::default());
    let id = journey.id;
    project.put(journey.into());
    assert_eq!(slides(&project, id), [Slide::Opening]);
    let story = story(&project, id, Slide::Opening, 16.0 / 9.0);
    assert!(story.told.contains("ステップがありません"), "{}", story.told);
}

#[test]
fn a_screen_of_any_shape_gets_a_slide_of_its_shape() {
    for aspect in [0.5_f32, 1.0, 4.0 / 3.0, 16.0 / 9.0, 3.0] {
        let size = slide_size(aspect);
        assert!((size.w / size.h - aspect).abs() < 0.01 && size.h >= m::HEIGHT - 0.5);
    }
    assert!(slide_size(f32::NAN).w > 0.0);
}
