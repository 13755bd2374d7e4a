//! The emotion lane with many curves: numbers keep clear of everything else, markers of each other, and every
//! curve can be told from the others without its colour. With `TABIJI_PICTURES` set to a folder the pictures
//! are left there, to be looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::path::Path;
use tabiji::base::{IdSource, OrderKey, Point, Rect};
use tabiji::export::png;
use tabiji::feedback::Overlay;
use tabiji::i18n::Lang;
use tabiji::layout::{CurveId, CurveSource, Element, MapLayout, MapOptions, PlacedCurves, place_map};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::{
    Card, Department, Journey, LaneKind, Mark, MarkSource, MarkerShape, Persona, PersonaKind, Project,
};
use tabiji::scene::compose_map;
use tabiji::text::TextEngine;
use tabiji::{store, template};

fn options(lang: Lang) -> MapOptions {
    MapOptions::everything(lang, jiff::civil::date(2026, 11, 22))
}

fn curves(map: &MapLayout) -> &PlacedCurves {
    let elements = map.rows.iter().flat_map(|row| &row.elements);
    elements
        .into_iter()
        .find_map(|element| match element {
            Element::Curves(curves) => Some(curves.as_ref()),
            _ => None,
        })
        .unwrap()
}

fn keep(name: &str, map: &MapLayout) {
    let Ok(folder) = std::env::var("TABIJI_PICTURES") else { return };
    for kind in [ThemeKind::Light, ThemeKind::Dark] {
        let picture = png::to_rgba(&compose_map(map, Theme::of(kind)), 1.0).unwrap();
        let image = image::RgbaImage::from_raw(picture.width, picture.height, picture.data).unwrap();
        image.save(Path::new(&folder).join(format!("{name}-{}.png", kind.key()))).unwrap();
    }
}

fn example(name: &str) -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{name}.ron"));
    store::open(&path).unwrap().loaded.project
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

/// Everything that a number might cover.
fn obstacles(curves: &PlacedCurves) -> Vec<(String, Rect)> {
    let square = |at: Point, radius: f32| Rect::centered(at, 2.0 * radius, 2.0 * radius);
    let mut all = Vec::new();
    for curve in &curves.curves {
        all.extend(curve.points.iter().map(|p| (format!("a point of {}", curve.name), square(p.at, curve.radius()))));
    }
    all.extend(curves.gaps.iter().map(|gap| (gap.label.clone(), gap.rect)));
    let dots = curves.ribbon.iter().flatten();
    all.extend(dots.map(|dot| ("a measured dot".to_owned(), square(Point::new(dot.x, dot.y), 3.4))));
    all
}

fn numbers(curves: &PlacedCurves) -> Vec<Rect> {
    let points = curves.curves.iter().flat_map(|curve| &curve.points);
    points.filter_map(|point| point.number.as_ref()).map(|number| number.rect).collect()
}

fn assert_clear(name: &str, curves: &PlacedCurves) {
    let (numbers, obstacles) = (numbers(curves), obstacles(curves));
    for (i, number) in numbers.iter().enumerate() {
        for (what, place) in &obstacles {
            assert!(!overlap(number, place), "{name}: the number at {number:?} covers {what} at {place:?}");
        }
        for other in &numbers[i + 1..] {
            assert!(!overlap(number, other), "{name}: two numbers at {number:?} and {other:?}");
        }
    }
    for (i, one) in curves.curves.iter().enumerate() {
        for two in &curves.curves[i + 1..] {
            for (a, b) in one.points.iter().flat_map(|a| two.points.iter().map(move |b| (a, b))) {
                let (reach, far) = (one.radius() + two.radius(), ((a.at.x - b.at.x).abs(), (a.at.y - b.at.y).abs()));
                assert!(far.0.max(far.1) >= reach, "{name}: {} covers {} at {:?}", one.name, two.name, a.at);
            }
        }
    }
}

/// A journey with three personas, three departments, target and measured values close to each other.
fn crowded(lang: Lang) -> Project {
    let mut ids = IdSource::seeded(5);
    let mut project = template::project("retail", lang.code(), &mut ids).unwrap();
    let journey = project.journeys_in_order()[0].clone();
    project.marks = tabiji::model::Table::default();
    let mut personas = journey.personas.clone();
    let names =
        if lang == Lang::Ja { ["田中 健一", "山川商事 総務部"] } else { ["Kenichi Tanaka", "Yamakawa Ltd"] };
    for name in names {
        let persona = Persona::new(ids.next(), OrderKey::default(), PersonaKind::B2c);
        personas.push(persona.id);
        project.personas.put(Persona { name: name.to_owned(), ..persona });
    }
    personas.truncate(3);
    let third = Department {
        name: if lang == Lang::Ja { "顧客相談室" } else { "Call centre" }.to_owned(),
        letter: "C".to_owned(),
        shape: MarkerShape::Triangle,
        ..Department::new(ids.next(), OrderKey::between(project.departments_in_order().last().map(|d| &d.order), None))
    };
    project.departments.put(third);
    let departments: Vec<_> = project.departments_in_order().iter().map(|d| d.id).take(3).collect();
    assert_eq!((personas.len(), departments.len()), (3, 3));
    project.journeys.put(Journey { personas: personas.clone(), ..journey.clone() });
    let steps: Vec<_> = project.steps_in_journey(journey.id).iter().map(|step| step.id).collect();
    for (position, step) in steps.into_iter().enumerate() {
        let base = [0.5, 0.0, -0.5, -1.5, 2.0, 1.0, -2.0][position % 7];
        let mut put = |persona, source, offset: f32| {
            let value = Mark::on_axis(base + offset, false);
            let mark = Mark::new(ids.next(), step, source);
            project.marks.put(Mark { persona: Some(persona), value, ..mark });
        };
        put(personas[0], MarkSource::Agreed, 0.0);
        put(personas[1], MarkSource::Agreed, [0.5, 0.0, -0.3][position % 3]);
        put(personas[2], MarkSource::Agreed, [-0.5, 0.2, 0.0][position % 3]);
        put(personas[0], MarkSource::Target, [0.5, 1.0][position % 2]);
        put(personas[0], MarkSource::Measured, [-0.2, 0.1, 0.4][position % 3]);
        for (nth, department) in departments.iter().enumerate() {
            put(personas[0], MarkSource::Believed(*department), [0.3, 0.0, -0.4][(position + nth) % 3]);
        }
    }
    let pain =
        project.cards.iter().find(|card| project.lanes.get(card.lane).is_some_and(|lane| lane.kind == LaneKind::Pain));
    let pain = pain.unwrap().clone();
    project.cards.put(Card { personas: personas[1..].to_vec(), ..pain });
    project
}

#[test]
fn no_number_covers_a_marker_or_another_number() {
    let mut engine = TextEngine::new();
    for (name, lang) in [("winter-coat", Lang::Ja), ("hotel-stay", Lang::En)] {
        let project = example(name);
        let overlay = Overlay::new(&project);
        for journey in project.journeys_in_order() {
            let map = place_map(&project, journey.id, Some(&overlay), &options(lang), &mut engine).unwrap();
            assert_clear(&format!("{name}: {}", journey.title), curves(&map));
            keep(&format!("{name}-{}", journey.title.chars().take(3).collect::<String>()), &map);
        }
    }
    for lang in Lang::ALL {
        let project = crowded(lang);
        let journey = project.journeys_in_order()[0].id;
        let map = place_map(&project, journey, None, &options(lang), &mut engine).unwrap();
        let curves = curves(&map);
        assert_eq!(curves.curves.len(), 8);
        assert_clear("crowded", curves);
        let agreed = curves.curves.iter().filter(|curve| curve.source == CurveSource::Agreed);
        for curve in agreed {
            let written = curve.points.iter().filter(|point| point.number.is_some()).count();
            let share = written as f32 / curve.points.len() as f32;
            assert!(!curve.leads || written == curve.points.len(), "the leading curve has all its numbers");
            assert!(share > 0.8, "{}: only {written} of {} numbers", curve.name, curve.points.len());
        }
        keep(&format!("crowded-{}", lang.code()), &map);
    }
}

#[test]
fn every_point_keeps_its_height_and_its_column() {
    let project = crowded(Lang::En);
    let journey = project.journeys_in_order()[0].id;
    let map = place_map(&project, journey, None, &options(Lang::En), &mut TextEngine::new()).unwrap();
    let axis = map.rows.iter().find_map(|row| row.axis.as_ref()).unwrap();
    for point in curves(&map).curves.iter().flat_map(|curve| &curve.points) {
        let column = map.column(point.step).unwrap();
        assert!((axis.y_of(point.value) - point.at.y).abs() < 1e-3);
        assert!(column.x < point.at.x && point.at.x < column.x + column.w);
    }
}

#[test]
fn curves_are_told_apart_without_their_colour() {
    let project = crowded(Lang::Ja);
    let journey = project.journeys_in_order()[0].id;
    let map = place_map(&project, journey, None, &options(Lang::Ja), &mut TextEngine::new()).unwrap();
    let mut signs = std::collections::BTreeSet::new();
    for curve in &curves(&map).curves {
        let sign = |marker: &Option<tabiji::layout::PlacedMarker>| {
            marker.as_ref().map(|marker| {
                let letter = marker.letter.as_ref().map(|letter| letter.paragraph.lines[0].text.clone());
                (format!("{:?}", marker.shape), letter)
            })
        };
        let source = match curve.source {
            CurveSource::Department(_) => "believed",
            CurveSource::Agreed => "agreed",
            CurveSource::Target => "target",
            CurveSource::Measured => "measured",
        };
        let has_letter = |sign: &Option<(String, Option<String>)>| sign.as_ref().is_none_or(|s| s.1.is_some());
        let sign = (source, sign(&curve.marker), sign(&curve.persona));
        assert!(has_letter(&sign.1) && has_letter(&sign.2), "{} has a letter", curve.name);
        assert!(signs.insert(sign), "{} looks like another one", curve.name);
    }
}

#[test]
fn a_hidden_curve_is_gone_from_the_lane_and_its_key() {
    let project = crowded(Lang::En);
    let journey = project.journeys_in_order()[0].clone();
    let mut options = options(Lang::En);
    let other = CurveId { persona: journey.personas.get(1).copied(), source: MarkSource::Agreed };
    options.curves.set(&journey, other, false);
    let map = place_map(&project, journey.id, None, &options, &mut TextEngine::new()).unwrap();
    let curves = curves(&map);
    assert_eq!(curves.curves.len(), 7);
    assert!(curves.key.iter().all(|key| key.curve != Some(other)));
}

#[test]
fn a_card_shows_the_letters_of_those_it_is_about() {
    let project = crowded(Lang::Ja);
    let journey = project.journeys_in_order()[0].id;
    let map = place_map(&project, journey, None, &options(Lang::Ja), &mut TextEngine::new()).unwrap();
    let cards = map.rows.iter().flat_map(|row| &row.elements).filter_map(|element| match element {
        Element::Card(card) if !card.about.is_empty() => Some(card),
        _ => None,
    });
    let cards: Vec<_> = cards.collect();
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].about.len(), 2);
    assert!(cards[0].about.iter().all(|marker| marker.letter.is_some()));
    let drawn = tabiji::scene::dump(&compose_map(&map, Theme::of(ThemeKind::Light)));
    assert!(drawn.contains("のこと）"), "and says so in words");
}
