//! A to-be made by the program from a small as-is, changed as a team would change it, and drawn over it. With
//! `TABIJI_PICTURES` set to a folder the pictures are left there, to be looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use tabiji::app::{AppCommand, Session, perform};
use tabiji::base::{IdSource, OrderKey};
use tabiji::compare::compare;
use tabiji::edit::Command;
use tabiji::export::png;
use tabiji::i18n::Lang;
use tabiji::layout::{Compare, CompareView, Element, MapLayout, MapOptions, place_map};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::{
    Card, CardId, Journey, JourneyId, Lane, LaneKind, MarkSource, Persona, PersonaId, PersonaKind, Phase, Project,
    Step, StepId,
};
use tabiji::scene::{Scene, compose_map, dump};
use tabiji::template;
use tabiji::text::TextEngine;

fn keep(name: &str, scene: &Scene) {
    let Ok(folder) = std::env::var("TABIJI_PICTURES") else { return };
    let picture = png::to_rgba(scene, 1.5).unwrap();
    let image = image::RgbaImage::from_raw(picture.width, picture.height, picture.data).unwrap();
    image.save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
}

fn laid_out(project: &Project, journey: JourneyId, compare: Compare, lang: Lang) -> MapLayout {
    let date = jiff::civil::date(2026, 11, 22);
    let options = MapOptions { head: false, compare: Some(compare), ..MapOptions::everything(lang, date) };
    place_map(project, journey, None, &options, &mut TextEngine::new()).unwrap()
}

/// Three steps with a card each and an emotion: asks, waits, pays.
fn as_is() -> (Session, JourneyId) {
    let mut ids = IdSource::seeded(9);
    let mut project = Project::default();
    let keys = OrderKey::spread(None, None, 3);
    let journey = Journey { title: "At the shop".into(), ..Journey::new(ids.next(), keys[0].clone()) };
    let phase = Phase { name: "Buy".into(), ..Phase::new(ids.next(), journey.id, keys[0].clone()) };
    let action = Lane::new(ids.next(), journey.id, keys[0].clone(), LaneKind::Action);
    let emotion = Lane::new(ids.next(), journey.id, keys[1].clone(), LaneKind::Emotion);
    let pain = Lane::new(ids.next(), journey.id, keys[2].clone(), LaneKind::Pain);
    for (n, (name, text, hurts)) in
        [("Asks", "Asks the clerk", false), ("Waits", "Queues", true), ("Pays", "Pays in cash", true)]
            .into_iter()
            .enumerate()
    {
        let step = Step { name: name.into(), ..Step::new(ids.next(), phase.id, keys[n].clone()) };
        let card = Card::new(ids.next(), action.id, step.id, keys[0].clone());
        project.put(Card { text: text.into(), ..card }.into());
        if hurts {
            let card = Card::new(ids.next(), pain.id, step.id, keys[0].clone());
            project.put(Card { text: format!("{name} too long"), ..card }.into());
        }
        project.put(step.into());
    }
    let id = journey.id;
    for record in [journey.into(), phase.into(), action.into(), emotion.into(), pain.into()] {
        project.put(record);
    }
    let steps: Vec<StepId> = project.steps_in_journey(id).iter().map(|step| step.id).collect();
    let mut session = Session::new(project, None, ids);
    for (step, value) in steps.into_iter().zip([0.5, -1.5, -0.5]) {
        let command = Command::SetMark { step, persona: None, source: MarkSource::Agreed, value: Some(value) };
        session.run(&command).unwrap();
    }
    (session, id)
}

fn made_from(session: &Session, text: &str) -> CardId {
    let project = session.project();
    project.cards.iter().find(|card| card.text == text && card.origin.is_some()).unwrap().id
}

fn step_made_from(session: &Session, name: &str) -> StepId {
    session.project().steps.iter().find(|step| step.name == name && step.origin.is_some()).unwrap().id
}

/// The to-be: nobody waits, one pays with the phone, which is new, and feels better for it.
fn to_be() -> (Session, Compare) {
    let (mut session, as_is) = as_is();
    perform(&mut session, AppCommand::MakeToBe, Lang::En).unwrap();
    let to_be = session.journey().unwrap();
    let (waits, pays) = (step_made_from(&session, "Waits"), step_made_from(&session, "Pays"));
    let card = session.project().cards.get(made_from(&session, "Pays in cash")).unwrap().clone();
    let new = Card::new(session.new_id(), card.lane, card.step, OrderKey::default());
    let edits = [
        Command::Delete(vec![waits.into()]),
        Command::Edit(Card { text: "Pays with the phone".into(), ..card }.into()),
        Command::Add { record: Card { text: "Gets the receipt by mail".into(), ..new }.into(), before: None },
        Command::SetMark { step: pays, persona: None, source: MarkSource::Agreed, value: Some(1.0) },
    ];
    for edit in edits {
        session.run(&edit).unwrap();
    }
    (session, Compare { as_is, to_be, view: CompareView::Overlaid })
}

#[test]
fn what_changed_is_drawn_over_the_as_is() {
    let (session, asked) = to_be();
    let map = laid_out(session.project(), asked.to_be, asked, Lang::En);
    let scene = compose_map(&map, Theme::of(ThemeKind::Print));
    keep("overlaid-small", &scene);
    insta::assert_snapshot!(dump(&scene));
}

#[test]
fn side_by_side_a_step_stands_over_its_counterpart() {
    let (session, asked) = to_be();
    let asked = Compare { view: CompareView::Beside, ..asked };
    let maps = [asked.as_is, asked.to_be].map(|id| laid_out(session.project(), id, asked, Lang::En));
    let all = compare(session.project(), asked.as_is, asked.to_be).unwrap();
    let mut pairs = 0;
    for row in &all.steps {
        let (Some(as_is), Some(to_be)) = (row.as_is, row.to_be) else { continue };
        assert!((maps[0].column(as_is).unwrap().x - maps[1].column(to_be).unwrap().x).abs() < 0.01);
        pairs += 1;
    }
    assert_eq!(pairs, 2);
    assert!((maps[0].size.w - maps[1].size.w).abs() < 0.01, "both are scrolled to the same ends");
}

#[test]
fn a_finished_map_is_compared_in_both_languages_and_every_theme() {
    for (lang, key) in [(Lang::Ja, "retail"), (Lang::En, "retail")] {
        let mut project = template::project(key, lang.code(), &mut IdSource::seeded(1)).unwrap();
        let as_is = project.journeys_in_order()[0].id;
        project.journeys.iter().next().unwrap();
        let mut session = Session::new(std::mem::take(&mut project), None, IdSource::seeded(4));
        session.show_journey(as_is);
        perform(&mut session, AppCommand::MakeToBe, lang).unwrap();
        let to_be = session.journey().unwrap();
        rework(&mut session, to_be, lang);
        let asked = Compare { as_is, to_be, view: CompareView::Overlaid };
        let map = laid_out(session.project(), to_be, asked, lang);
        let before = session.project().steps_in_journey(as_is).len();
        assert_eq!(map.columns.len(), before, "the step that went keeps its column");
        for kind in ThemeKind::ALL {
            keep(&format!("overlaid-{}-{}", lang.code(), kind.key()), &compose_map(&map, Theme::of(kind)));
        }
    }
}

#[test]
fn every_persona_of_both_journeys_has_its_as_is_under_its_to_be() {
    let (mut session, asked) = to_be();
    let people: Vec<PersonaId> = ["Kenichi", "Misaki"]
        .into_iter()
        .map(|name| {
            let persona =
                Persona { name: name.into(), ..Persona::new(session.new_id(), OrderKey::default(), PersonaKind::B2c) };
            session.run(&Command::Add { record: persona.clone().into(), before: None }).unwrap();
            persona.id
        })
        .collect();
    for journey in [asked.as_is, asked.to_be] {
        let shown = session.project().journeys.get(journey).unwrap().clone();
        session.run(&Command::Edit(Journey { personas: people.clone(), ..shown }.into())).unwrap();
        let step = session.project().steps_in_journey(journey)[0].id;
        let value = Some(if journey == asked.as_is { -1.5 } else { 1.0 });
        let mark = Command::SetMark { step, persona: Some(people[1]), source: MarkSource::Agreed, value };
        session.run(&mark).unwrap();
    }
    let map = laid_out(session.project(), asked.to_be, asked, Lang::En);
    let words: Vec<&str> = map
        .rows
        .iter()
        .flat_map(|row| &row.elements)
        .filter_map(|element| if let Element::Curves(curves) = element { Some(&curves.as_is) } else { None })
        .flatten()
        .map(|curve| curve.key.1.paragraph.lines[0].text.as_str())
        .collect();
    assert_eq!(words, ["As-is (Misaki)", "As-is"], "the one who leads on top");
    let scene = compose_map(&map, Theme::of(ThemeKind::Print));
    assert!(dump(&scene).contains("emotion −1.5 in the as-is, +1.0 in the to-be, change +2.5 (Misaki)"));
    keep("overlaid-personas", &scene);
}

/// Takes out the third step, adds and changes cards, moves one, lifts the curve.
fn rework(session: &mut Session, to_be: JourneyId, lang: Lang) {
    let steps: Vec<StepId> = session.project().steps_in_journey(to_be).iter().map(|step| step.id).collect();
    session.run(&Command::Delete(vec![steps[2].into()])).unwrap();
    let cards: Vec<Card> = steps
        .iter()
        .flat_map(|step| session.project().cards.iter().filter(|card| card.step == *step).cloned().collect::<Vec<_>>())
        .collect();
    for (n, card) in cards.iter().enumerate() {
        let text = if lang == Lang::Ja { "アプリの通知で気づく" } else { "Notices it in the app" };
        let edit = match n % 9 {
            0 => Command::Edit(Card { text: text.into(), ..card.clone() }.into()),
            3 => Command::Delete(vec![card.id.into()]),
            5 => {
                let new = Card::new(session.new_id(), card.lane, card.step, OrderKey::default());
                Command::Add { record: Card { text: text.into(), ..new }.into(), before: None }
            }
            7 => Command::MoveCards { cards: vec![card.id], lane: card.lane, step: steps[5], before: None },
            _ => continue,
        };
        session.run(&edit).unwrap();
    }
    for (n, step) in steps.iter().enumerate().filter(|(n, _)| *n != 2 && n % 2 == 1) {
        let mark = Command::SetMark { step: *step, persona: None, source: MarkSource::Agreed, value: None };
        let value = if n % 4 == 1 { 1.5 } else { 0.5 };
        let lead = session.project().journeys.get(to_be).unwrap().personas.first().copied();
        session.run(&mark).unwrap();
        session
            .run(&Command::SetMark { step: *step, persona: lead, source: MarkSource::Agreed, value: Some(value) })
            .unwrap();
    }
}
