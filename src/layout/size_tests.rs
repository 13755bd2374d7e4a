//! Columns and rows of other than the usual size, and collapsed rows.

use super::{Element, MapLayout, MapOptions, measures as m, place_map};
use crate::base::{IdSource, Rect};
use crate::i18n::Lang;
use crate::model::{Lane, LaneKind, Project, Step};
use crate::template;
use crate::text::TextEngine;
use proptest::prelude::*;

fn project() -> Project {
    template::project("retail", "ja", &mut IdSource::seeded(1)).unwrap()
}

fn laid_out(project: &Project) -> MapLayout {
    let journey = project.journeys_in_order()[0].id;
    let options = MapOptions::everything(Lang::Ja, jiff::civil::date(2026, 11, 22));
    place_map(project, journey, None, &options, &mut TextEngine::new()).unwrap()
}

fn lane_of(project: &Project, kind: LaneKind) -> Lane {
    project.lanes.iter().find(|lane| lane.kind == kind).unwrap().clone()
}

fn resized(project: &mut Project, position: usize, width: u16) {
    let journey = project.journeys_in_order()[0].id;
    let step = project.steps_in_journey(journey)[position].clone();
    project.put(Step { width, ..step }.into());
}

/// What every map keeps to, whatever the sizes.
fn check(map: &MapLayout) {
    for pair in map.columns.windows(2) {
        let gap = pair[1].x - (pair[0].x + pair[0].w);
        let expected = if pair[0].phase == pair[1].phase { 0.0 } else { m::GUTTER };
        assert!((gap - expected).abs() < 0.01, "columns stand side by side: {gap}");
    }
    for pair in map.rows.windows(2) {
        assert!((pair[1].y - pair[0].bottom()).abs() < 0.01, "rows stand one below another");
    }
    for column in &map.columns {
        assert!((m::COLUMN_LEAST..=m::COLUMN_MOST).contains(&column.w));
    }
    for row in &map.rows {
        for element in &row.elements {
            let Element::Card(card) = element else { continue };
            let cell = Rect::new(map.body.x, row.y, map.body.w, row.h);
            assert!(card.rect.y >= cell.y && card.rect.bottom() <= cell.bottom() + 0.01, "a card lies in its row");
            assert!(card.rect.x >= cell.x && card.rect.right() <= cell.right() + 0.01, "and on the map");
        }
    }
    let last = map.columns.last().unwrap();
    assert!(last.x + last.w <= map.columns_band.right() + 0.01);
    assert!(map.rows.last().unwrap().bottom() <= map.size.h);
}

#[test]
fn a_wider_step_makes_the_map_wider_and_its_cards_too() {
    let mut project = project();
    let before = laid_out(&project);
    resized(&mut project, 1, 300);
    let after = laid_out(&project);
    let gained = 300.0 - before.usual_width;
    assert!((after.columns[1].w - 300.0).abs() < 0.01);
    assert!((after.columns[2].x - before.columns[2].x - gained).abs() < 0.01, "what follows moves along");
    assert!((after.size.w - before.size.w - gained).abs() < 0.01);
    let phase = |map: &MapLayout| map.phases[0].rect.w;
    assert!((phase(&after) - phase(&before) - gained).abs() < 0.01, "so does the phase header");
    check(&after);
}

#[test]
fn sizes_stay_within_what_can_be_read() {
    let mut project = project();
    resized(&mut project, 0, 3);
    resized(&mut project, 1, 9_000);
    let lane = lane_of(&project, LaneKind::Action);
    project.put(Lane { height: 60_000, ..lane.clone() }.into());
    let map = laid_out(&project);
    assert!((map.columns[0].w - m::COLUMN_LEAST).abs() < 0.01 && (map.columns[1].w - m::COLUMN_MOST).abs() < 0.01);
    assert!((map.row(lane.id).unwrap().h - m::ROW_MOST).abs() < 0.01);
    check(&map);
}

#[test]
fn a_lane_is_at_least_as_high_as_its_content() {
    let mut project = project();
    let lane = lane_of(&project, LaneKind::Action);
    let usual = laid_out(&project).row(lane.id).unwrap().h;
    project.put(Lane { height: 20, ..lane.clone() }.into());
    assert!((laid_out(&project).row(lane.id).unwrap().h - usual).abs() < 0.01);
    project.put(Lane { height: 400, ..lane.clone() }.into());
    let map = laid_out(&project);
    let row = map.row(lane.id).unwrap();
    assert!((row.h - 400.0).abs() < 0.01 && (row.content_h - usual).abs() < 0.01);
}

#[test]
fn a_higher_emotion_lane_stretches_the_axis() {
    let mut project = project();
    let lane = lane_of(&project, LaneKind::Emotion);
    project.put(Lane { height: 400, ..lane.clone() }.into());
    let map = laid_out(&project);
    let row = map.row(lane.id).unwrap();
    let axis = row.axis.as_ref().unwrap();
    assert!(axis.unit > m::EMOTION_UNIT);
    assert!(row.y < axis.y_of(2.0) && axis.y_of(-2.0) < row.bottom());
}

#[test]
fn a_collapsed_lane_is_a_thin_row_that_says_how_many_cards_it_holds() {
    let mut project = project();
    let lane = lane_of(&project, LaneKind::Action);
    project.put(Lane { collapsed: true, height: 300, ..lane.clone() }.into());
    let map = laid_out(&project);
    let row = map.row(lane.id).unwrap();
    assert!(row.h < m::ROW_MIN_HEIGHT && row.is_collapsed);
    assert!(!row.elements.iter().any(|element| matches!(element, Element::Card(_))));
    let cards = project.cards.iter().filter(|card| card.lane == lane.id).count();
    assert_eq!(row.note.as_ref().unwrap().paragraph.lines[0].text, format!("カード{cards}枚"));
    let told: usize = row
        .elements
        .iter()
        .filter_map(|element| if let Element::Brief(brief) = element { Some(brief) } else { None })
        .map(|brief| brief.text.paragraph.lines[0].text.parse::<usize>().unwrap())
        .sum();
    assert_eq!(told, cards, "the cells say it too");
    check(&map);
}

#[test]
fn a_collapsed_emotion_lane_keeps_the_shape_of_the_curve() {
    let mut project = project();
    let lane = lane_of(&project, LaneKind::Emotion);
    let points = |map: &MapLayout| -> Vec<f32> {
        let element = &map.row(lane.id).unwrap().elements[0];
        match element {
            Element::Spark(spark) => spark.points.iter().map(|p| p.x).collect(),
            Element::Curves(curves) => curves.curves.last().unwrap().points.iter().map(|p| p.at.x).collect(),
            _ => Vec::new(),
        }
    };
    let open = points(&laid_out(&project));
    project.put(Lane { collapsed: true, ..lane.clone() }.into());
    let map = laid_out(&project);
    assert_eq!(points(&map), open);
    let Element::Spark(spark) = &map.row(lane.id).unwrap().elements[0] else { panic!("no thin curve") };
    assert!(spark.points.iter().all(|p| spark.rect.contains(*p)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_sizes_and_spans_give_a_sound_map(
        widths in prop::collection::vec(0_u16..900, 4),
        heights in prop::collection::vec(0_u16..900, 4),
        collapsed in prop::collection::vec(any::<bool>(), 4),
        spans in prop::collection::vec(0_u16..30, 6),
    ) {
        let mut project = project();
        for (position, width) in widths.into_iter().enumerate() {
            resized(&mut project, position * 2, width);
        }
        let lanes: Vec<Lane> = project.lanes.iter().cloned().collect();
        for ((lane, height), collapsed) in lanes.into_iter().zip(heights).zip(collapsed) {
            project.put(Lane { collapsed, height, ..lane }.into());
        }
        let cards: Vec<_> = project.cards.iter().cloned().collect();
        for (card, extra_span) in cards.into_iter().step_by(3).zip(spans) {
            project.put(crate::model::Card { extra_span, ..card }.into());
        }
        check(&laid_out(&project));
    }
}
