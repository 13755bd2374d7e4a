//! A filter on the map: what is left out, what steps back, what the picture says of it, and that the document stays
//! as it is.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use proptest::prelude::*;
use tabiji::base::{IdSource, Rgba};
use tabiji::i18n::Lang;
use tabiji::layout::{CurveSource, Element, MapLayout, MapOptions, PlacedCard, place_map};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::{Card, CardFilter, Evidence, OtherCards, Project};
use tabiji::scene::{Item, PartKind, Scene, compose_map, dump};
use tabiji::template;
use tabiji::text::TextEngine;

/// The shop template with cards of every foundation.
fn retail(lang: Lang) -> Project {
    let mut project = template::project("retail", lang.code(), &mut IdSource::seeded(1)).unwrap();
    let cards: Vec<_> = project.cards.iter().cloned().collect();
    for (position, card) in cards.into_iter().enumerate() {
        project.put(Card { evidence: Evidence::ALL[position % 3], ..card }.into());
    }
    project
}

fn options(filter: CardFilter) -> MapOptions {
    MapOptions { filter, ..MapOptions::everything(Lang::Ja, jiff::civil::date(2026, 11, 22)) }
}

fn laid_out(project: &Project, options: &MapOptions) -> MapLayout {
    place_map(project, project.journeys_in_order()[0].id, None, options, &mut TextEngine::new()).unwrap()
}

fn cards(map: &MapLayout) -> Vec<&PlacedCard> {
    map.rows
        .iter()
        .flat_map(|row| &row.elements)
        .filter_map(|element| if let Element::Card(card) = element { Some(&**card) } else { None })
        .collect()
}

fn researched(others: OtherCards) -> CardFilter {
    CardFilter { evidence: vec![Evidence::Researched], others, ..CardFilter::default() }
}

fn said(scene: &Scene) -> String {
    dump(scene)
}

/// The colour of a card's text in the picture.
fn ink_of(scene: &Scene, label: &str) -> Rgba {
    let body = scene.parts.iter().find(|part| part.kind == PartKind::Body).unwrap();
    let group = body.items.iter().find_map(|item| match item {
        Item::Group(group) if group.label.contains(label) => Some(group),
        _ => None,
    });
    let text = |item: &Item| match item {
        Item::Block(block) => block.text.as_ref().map(|text| text.color),
        Item::Text(text) => Some(text.color),
        _ => None,
    };
    group.unwrap().items.iter().find_map(text).unwrap()
}

#[test]
fn hidden_cards_are_left_out_and_rows_shrink() {
    let project = retail(Lang::Ja);
    let whole = laid_out(&project, &options(CardFilter::default()));
    let part = laid_out(&project, &options(researched(OtherCards::Hidden)));
    let passing = cards(&whole).iter().filter(|card| card.evidence == Evidence::Researched).count();
    assert!(passing > 0 && passing < cards(&whole).len());
    assert_eq!(cards(&part).len(), passing);
    assert!(cards(&part).iter().all(|card| card.evidence == Evidence::Researched && !card.steps_back));
    let nothing = CardFilter { tags: vec!["?".to_owned()], ..researched(OtherCards::Hidden) };
    assert!(laid_out(&project, &options(nothing)).body.h < whole.body.h - 40.0);
    assert_eq!(part.columns.len(), whole.columns.len(), "steps stay");
}

#[test]
fn dimmed_cards_keep_their_place_and_are_pale_in_every_theme() {
    let project = retail(Lang::Ja);
    let whole = laid_out(&project, &options(CardFilter::default()));
    let part = laid_out(&project, &options(researched(OtherCards::Dimmed)));
    for (before, after) in cards(&whole).iter().zip(cards(&part)) {
        assert_eq!((before.id, before.rect), (after.id, after.rect));
        assert_eq!(after.steps_back, after.evidence != Evidence::Researched);
    }
    let back = cards(&part).into_iter().find(|card| card.steps_back).unwrap().plain.clone();
    for kind in ThemeKind::ALL {
        let theme = Theme::of(kind);
        let scene = compose_map(&part, theme);
        assert_eq!(ink_of(&scene, &back), theme.stepped_back(theme.ink), "{kind:?}");
        assert!(said(&scene).contains("（絞り込みの対象外）"), "a screen reader hears it too");
    }
}

#[test]
fn curves_of_departments_follow_the_filter() {
    let project = retail(Lang::Ja);
    let sources = |map: &MapLayout| -> Vec<(CurveSource, bool)> {
        let curves = map.rows.iter().flat_map(|row| &row.elements).find_map(|element| match element {
            Element::Curves(curves) => Some(curves),
            _ => None,
        });
        let is_back = |curve: &tabiji::layout::Curve| curve.marker.as_ref().is_some_and(|marker| marker.steps_back);
        curves.unwrap().curves.iter().map(|curve| (curve.source, is_back(curve))).collect()
    };
    let all = sources(&laid_out(&project, &options(CardFilter::default())));
    let of = |(source, _): &(CurveSource, bool)| match source {
        CurveSource::Department(id) => Some(*id),
        _ => None,
    };
    let departments: Vec<_> = all.iter().filter_map(of).collect();
    assert!(departments.len() > 1, "the template has curves to tell apart");
    let only = |others| CardFilter { departments: vec![departments[0]], others, ..CardFilter::default() };
    let pale = sources(&laid_out(&project, &options(only(OtherCards::Dimmed))));
    assert_eq!(pale.len(), all.len());
    assert!(pale.iter().all(|curve| curve.1 == of(curve).is_some_and(|id| id != departments[0])));
    let left = sources(&laid_out(&project, &options(only(OtherCards::Hidden))));
    assert_eq!(left.iter().filter_map(of).collect::<Vec<_>>(), [departments[0]]);
}

#[test]
fn the_picture_says_which_filter_is_on_even_without_its_legend() {
    let project = retail(Lang::Ja);
    let words = "絞り込み：調査済";
    for foot in [true, false] {
        for (others, remark) in [(OtherCards::Dimmed, "薄く表示"), (OtherCards::Hidden, "非表示")] {
            let map = laid_out(&project, &MapOptions { foot, ..options(researched(others)) });
            let text = said(&compose_map(&map, Theme::of(ThemeKind::Light)));
            assert!(text.contains(words) && text.contains(remark), "foot {foot}, {others:?}");
        }
    }
    let plain = MapOptions { foot: false, ..options(CardFilter::default()) };
    assert!(laid_out(&project, &plain).foot.is_none());
}

#[test]
fn each_phase_says_how_much_of_it_is_known() {
    let project = retail(Lang::Ja);
    let map = laid_out(&project, &MapOptions { evidence: true, ..options(CardFilter::default()) });
    let total: usize = cards(&map).len();
    let mut told = 0;
    for phase in &map.phases {
        let known = phase.known.as_ref().unwrap();
        let width: f32 = known.parts.iter().map(|(_, part)| part.w).sum();
        assert!(known.parts.is_empty() || (width - known.bar.w).abs() < 0.5);
        let n = known.label.split("カード").nth(1).and_then(|rest| rest.split('枚').next()).unwrap();
        told += n.parse::<usize>().unwrap();
    }
    assert_eq!(told, total, "every card is counted once");
    assert!(said(&compose_map(&map, Theme::of(ThemeKind::Light))).contains("調査済"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_filter_never_changes_the_document_or_invents_cards(
        departments in proptest::collection::vec(0_usize..8, 0..3),
        levels in proptest::collection::vec(0_usize..3, 0..3),
        tags in proptest::collection::vec("[a-z在庫]{0,3}", 0..2),
        hides in any::<bool>(),
        evidence in any::<bool>(),
    ) {
        let project = retail(Lang::En);
        let before = project.clone();
        let all = project.departments_in_order();
        let filter = CardFilter {
            departments: departments.iter().filter_map(|i| all.get(*i)).map(|d| d.id).collect(),
            evidence: levels.iter().map(|i| Evidence::ALL[*i]).collect(),
            tags,
            others: if hides { OtherCards::Hidden } else { OtherCards::Dimmed },
            ..CardFilter::default()
        };
        let map = laid_out(&project, &MapOptions { evidence, ..options(filter.clone()) });
        let passing = cards(&map).iter().filter(|card| !card.steps_back).count();
        let expected = cards(&laid_out(&project, &options(CardFilter::default())))
            .iter()
            .filter(|card| filter.passes(project.cards.get(card.id).unwrap()))
            .count();
        prop_assert_eq!(passing, expected);
        prop_assert!(project.same_as(&before));
    }
}
