//! A map that is drawn again after each command, keeping what did not change, looks as one that is drawn anew.

use super::command_tests::{deed, do_it};
use super::testing::session;
use super::{Example, Session};
use crate::base::IdSource;
use crate::edit::Command;
use crate::i18n::Lang;
use crate::layout::{MapLayout, MapOptions, Relayout, Row, place_map};
use crate::look::{Theme, ThemeKind};
use crate::model::{Card, JourneyId, LaneKind};
use crate::scene::{ComposeAgain, Scene, compose_map, dump};
use crate::text::TextEngine;
use proptest::prelude::*;
use std::sync::Arc;

/// Draws a map again and again, and anew to compare with.
struct Drawn {
    engine: TextEngine,
    relayout: Relayout,
    composer: ComposeAgain,
    options: MapOptions,
}

impl Drawn {
    fn new() -> Self {
        Self {
            engine: TextEngine::new(),
            relayout: Relayout::default(),
            composer: ComposeAgain::default(),
            options: MapOptions::everything(Lang::Ja, jiff::civil::date(2026, 11, 22)),
        }
    }

    fn again(&mut self, session: &Session, journey: JourneyId) -> Option<(MapLayout, Scene)> {
        let map = self.relayout.place(session.project(), journey, None, &self.options, &mut self.engine)?;
        let scene = self.composer.compose(&map, Theme::of(ThemeKind::Light));
        Some((map, scene))
    }

    fn anew(&mut self, session: &Session, journey: JourneyId) -> Option<String> {
        let map = place_map(session.project(), journey, None, &self.options, &mut self.engine)?;
        Some(dump(&compose_map(&map, Theme::of(ThemeKind::Light))))
    }
}

fn example() -> (Session, JourneyId) {
    let project = Example::ALL[0].project().unwrap();
    let journey = project.journeys_in_order()[0].id;
    (Session::new(project, None, IdSource::seeded(9)), journey)
}

fn cards_in(session: &Session, kind: LaneKind) -> Vec<Card> {
    let project = session.project();
    let is_there = |card: &&Card| project.lanes.get(card.lane).is_some_and(|lane| lane.kind == kind);
    project.cards.iter().filter(is_there).cloned().collect()
}

#[test]
fn rows_that_nothing_was_done_to_are_the_very_same() {
    let (mut session, journey) = example();
    let mut drawn = Drawn::new();
    let (before, _) = drawn.again(&session, journey).unwrap();
    let card = cards_in(&session, LaneKind::Action).remove(0);
    let edited = Card { text: "店".to_owned(), ..card.clone() };
    session.run(&Command::Edit(edited.into())).unwrap();
    let (after, scene) = drawn.again(&session, journey).unwrap();
    let is_same = |row: &&Arc<Row>| before.rows.iter().any(|old| Arc::ptr_eq(old, row));
    let kept = after.rows.iter().filter(is_same).count();
    assert!(kept >= 2, "{kept} rows of {} are kept", after.rows.len());
    assert!(!after.rows.iter().filter(is_same).any(|row| row.lane == card.lane), "the edited row is laid out again");
    assert_eq!(Some(dump(&scene)), drawn.anew(&session, journey));
}

#[test]
fn a_pain_that_goes_takes_its_mark_in_the_lane_of_opportunities_along() {
    let (mut session, journey) = example();
    let mut drawn = Drawn::new();
    let _ = drawn.again(&session, journey);
    for pain in cards_in(&session, LaneKind::Pain) {
        session.run(&Command::Delete(vec![pain.id.into()])).unwrap();
        let (_, scene) = drawn.again(&session, journey).unwrap();
        assert_eq!(Some(dump(&scene)), drawn.anew(&session, journey));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn after_any_command_the_map_looks_as_if_drawn_anew(deeds in prop::collection::vec(deed(), 1..24)) {
        let (mut session, _) = session();
        let mut drawn = Drawn::new();
        for deed in &deeds {
            do_it(&mut session, deed);
            let Some(journey) = session.journey() else { continue };
            let again = drawn.again(&session, journey).map(|(_, scene)| dump(&scene));
            prop_assert_eq!(again, drawn.anew(&session, journey), "after {:?}", deed);
        }
    }
}
