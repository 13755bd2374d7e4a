//! Maps on pages: everything fits, everything can be read, nothing is lost.

use super::*;
use crate::base::{IdSource, Point, Rect, today};
use crate::export::Subject;
use crate::export::journey::{PictureOptions, overlay_of};
use crate::i18n::Lang;
use crate::layout::MapOptions;
use crate::look::ThemeKind;
use crate::model::{Card, FeedbackFilter, LaneKind, Project, RecordId};
use crate::scene::{Item, dump};
use crate::store;
use crate::text::TextEngine;
use std::collections::BTreeSet;

fn example(lang: Lang) -> Project {
    let text = match lang {
        Lang::Ja => include_str!("../../../examples/winter-coat.ron"),
        Lang::En => include_str!("../../../examples/hotel-stay.ron"),
    };
    store::from_text(text, &mut IdSource::seeded(1)).unwrap().project
}

fn bound(project: &Project, lang: Lang, setup: &PageSetup) -> Document {
    let journey: Subject = project.journeys_in_order()[0].id.into();
    let persona: Subject = project.personas_in_order()[0].id.into();
    let overlay = overlay_of(project, &FeedbackFilter::default());
    let options = PictureOptions { theme: ThemeKind::Light, map: MapOptions::everything(lang, today()) };
    Document::new(project, &[journey, persona], overlay.as_ref(), &options, setup, &mut TextEngine::new())
}

fn cards_on(page: &Page) -> BTreeSet<RecordId> {
    fn add(item: &Item, ids: &mut BTreeSet<RecordId>) {
        if let Item::Group(group) = item {
            ids.extend(group.id.filter(|id| matches!(id, RecordId::Card(_))));
            group.items.iter().for_each(|item| add(item, ids));
        }
    }
    let mut ids = BTreeSet::new();
    page.scene.parts.iter().flat_map(|part| &part.items).for_each(|item| add(item, &mut ids));
    ids
}

#[test]
fn everything_stands_on_its_paper() {
    let project = example(Lang::Ja);
    for paper in Paper::ALL {
        for is_upright in [false, true] {
            let setup = PageSetup { paper, is_upright, ..PageSetup::default() };
            for page in bound(&project, Lang::Ja, &setup).pages {
                let (wanted, got) = (page.paper.h / page.paper.w, page.scene.size.h / page.scene.size.w);
                assert!((wanted - got).abs() < 1e-3, "the sheet is the paper");
                let sheet = Rect::new(0.0, 0.0, page.scene.size.w, page.scene.size.h);
                let is_inside = |part: &Rect| sheet.contains(Point::new(part.x, part.y)) && part.bottom() <= sheet.h;
                assert!(page.scene.parts.iter().all(|part| is_inside(&part.bounds)), "{} {}", paper.name(), page.title);
            }
        }
    }
}

#[test]
fn a_map_too_big_for_a_slide_becomes_slides_that_can_be_read() {
    for lang in Lang::ALL {
        let project = example(lang);
        let journey = project.journeys_in_order()[0].id;
        let one = bound(&project, lang, &PageSetup { split: Split::One, ..PageSetup::default() });
        assert_eq!(one.pages.len(), 2, "the map and the persona");
        assert!(!one.legibility.unwrap().is_enough(), "{:?}", one.legibility);
        let split = bound(&project, lang, &PageSetup::default());
        assert!(split.legibility.unwrap().is_enough(), "{:?}", split.legibility);
        assert_eq!(split.pages[0].kind, PageKind::Map(journey));
        let phases: Vec<_> = split
            .pages
            .iter()
            .filter_map(|page| match page.kind {
                PageKind::Phase(_, phase) => Some(phase),
                _ => None,
            })
            .collect();
        let mut in_order = phases.clone();
        in_order.dedup();
        let all: Vec<_> = project.phases_of(journey).iter().map(|phase| phase.id).collect();
        assert_eq!(in_order, all, "each phase once, in order");
        let parts = split.pages.iter().filter(|page| matches!(page.kind, PageKind::Phase(..))).map(cards_on);
        let parts: BTreeSet<RecordId> = parts.flatten().collect();
        assert_eq!(parts, cards_on(&split.pages[0]), "no card is lost on the way");
    }
}

#[test]
fn a_map_that_can_be_read_stays_whole() {
    let project = example(Lang::En);
    let poster = bound(&project, Lang::En, &PageSetup { paper: Paper::A0, ..PageSetup::default() });
    assert_eq!(poster.pages.len(), 2);
    let split =
        bound(&project, Lang::En, &PageSetup { paper: Paper::A0, split: Split::Phases, ..PageSetup::default() });
    assert!(split.pages.len() > 2, "when it was asked for");
}

#[test]
fn a_cell_higher_than_a_page_stays_whole_and_is_said() {
    let mut project = example(Lang::En);
    let journey = project.journeys_in_order()[0].id;
    let lane = project.lanes_of(journey).iter().find(|lane| lane.kind == LaneKind::Action).unwrap().id;
    let step = project.steps_in_journey(journey)[0].id;
    let mut ids = IdSource::seeded(7);
    let one = project.cards_in(lane, step)[0].clone();
    (0..60).for_each(|_| project.put(Card { id: ids.next(), ..one.clone() }.into()));
    let document = bound(&project, Lang::En, &PageSetup::default());
    assert!(!document.legibility.unwrap().is_enough());
    assert!(document.pages.iter().any(|page| cards_on(page).len() > 60));
}

#[test]
fn a_map_without_answers_is_split_too() {
    for lang in Lang::ALL {
        let project = example(lang);
        let journey: Subject = project.journeys_in_order()[0].id.into();
        let options = PictureOptions { theme: ThemeKind::Light, map: MapOptions::everything(lang, today()) };
        let setup = PageSetup { split: Split::Phases, ..PageSetup::default() };
        let document = Document::new(&project, &[journey], None, &options, &setup, &mut TextEngine::new());
        assert!(document.legibility.unwrap().is_enough(), "{:?}", document.legibility);
        assert!(document.pages.len() > 5);
    }
}

#[test]
fn pages_can_be_looked_at() {
    let Some(folder) = std::env::var_os("TABIJI_SHOTS") else { return };
    for (lang, paper) in
        [(Lang::Ja, Paper::Wide), (Lang::En, Paper::Wide), (Lang::Ja, Paper::A3), (Lang::En, Paper::Standard)]
    {
        let document = bound(&example(lang), lang, &PageSetup { paper, ..PageSetup::default() });
        for (at, page) in document.pages.iter().enumerate() {
            let mut bytes = Vec::new();
            let options = crate::export::png::PngOptions {
                extent: crate::export::png::Extent::Width(1600),
                ..Default::default()
            };
            let cancel = std::sync::atomic::AtomicBool::new(false);
            crate::export::png::write_png(&page.scene, &options, &mut bytes, &mut |_| {}, &cancel).unwrap();
            let name = format!("page-{lang:?}-{}-{at:02}.png", paper.name().replace(':', "x"));
            store::write_atomically(&std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
    }
}

#[test]
fn the_chart_behind_a_journey_has_its_number_among_the_pages() {
    let project = example(Lang::Ja);
    let followed = vec![project.journeys_in_order()[0].id];
    let numbers = |setup: &PageSetup| {
        let document = bound(&project, Lang::Ja, setup);
        let count = document.pages.len();
        let said = document.pages.into_iter().map(|page| dump(&page.scene));
        (count, said.collect::<Vec<_>>())
    };
    let (count, plain) = numbers(&PageSetup::default());
    assert!(plain[count - 1].contains(&format!("{count} / {count}")), "{}", plain[count - 1]);
    let (_, counted) = numbers(&PageSetup { followed, ..PageSetup::default() });
    let of = count + 1;
    assert!(counted[count - 2].contains(&format!("{} / {of}", count - 1)), "before the chart");
    assert!(counted[count - 1].contains(&format!("{of} / {of}")), "the persona stands behind it");
}

#[test]
fn a_card_that_reaches_into_the_next_phase_stands_on_its_page_too() {
    let mut project = example(Lang::Ja);
    let journey = project.journeys_in_order()[0].id;
    let phases: Vec<_> = project.phases_of(journey).iter().map(|phase| phase.id).collect();
    let last = project.steps_of(phases[0]).last().unwrap().id;
    let card = project.cards.iter().find(|card| card.step == last).unwrap().id;
    project.cards.change(card, |card| card.extra_span = 1);
    let setup = PageSetup { split: Split::Phases, ..PageSetup::default() };
    let pages = bound(&project, Lang::Ja, &setup).pages;
    let stands_on = |phase| {
        let mut own = pages.iter().filter(|page| page.kind == PageKind::Phase(journey, phase));
        own.any(|page| cards_on(page).contains(&card.into()))
    };
    assert_eq!([0, 1, 2].map(|at| stands_on(phases[at])), [true, true, false]);
}
