//! SVG: what is written, and that it is well-formed whatever the words are.

use super::sample::{everything, image, scene, text};
use super::svg::{Letters, to_svg, to_svg_with};
use crate::base::{Rect, Size};
use crate::i18n::Lang;
use crate::model::Picture;
use crate::scene::{Group, Item, Scene};
use crate::text::TextStyle;
use proptest::prelude::*;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeSet;

/// The attribute values of an SVG, read back. Fails when it is not well-formed.
fn read_back(svg: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    let mut said = Vec::new();
    let mut depth = 0;
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Start(tag) | Event::Empty(tag) = &event {
            let values =
                tag.attributes().map(|a| a.unwrap().normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned());
            said.extend(values);
        }
        match event {
            Event::Eof => break,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    said
}

fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

fn hostile(said: &str) -> Scene {
    let rect = Rect::new(0.0, 0.0, 50.0, 50.0);
    let style = TextStyle::regular(10.0);
    let words = Item::Text(text(said, rect, style));
    let link = Item::Link { rect, url: format!("https://{said}") };
    let group = Group { id: None, label: said.to_owned(), bounds: rect, clip: None, items: vec![words, link] };
    Scene { title: said.to_owned(), ..scene(Size::new(50.0, 50.0), vec![Item::group(group)]) }
}

#[test]
fn one_of_everything() {
    insta::assert_snapshot!(to_svg(&everything(), Lang::Ja, "カスタマージャーニーマップ"));
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    assert_eq!(to_svg(&everything(), Lang::En, ""), to_svg(&everything(), Lang::En, ""));
}

#[test]
fn links_lead_to_web_and_mail_only() {
    let svg = to_svg(&everything(), Lang::En, "");
    assert!(svg.contains("https://example.com/?a=1&amp;b=2"));
    assert!(!svg.contains("javascript"));
}

#[test]
fn hostile_words_stay_words() {
    for said in [
        "]]>",
        "<script>alert(1)</script>",
        "\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}",
        "\u{202e}gnp.exe\u{202c}",
        "👩‍👩‍👧‍👦🇯🇵",
        "&amp;&#x0;",
        "\" onload=\"x",
    ] {
        let svg = to_svg(&hostile(said), Lang::En, said);
        assert!(svg.chars().all(is_xml), "{said:?}");
        assert!(!svg.contains("<script") && !svg.contains("\" onload"));
        read_back(&svg);
    }
    read_back(&to_svg(&hostile(&"長い".repeat(5_000)), Lang::Ja, ""));
    read_back(&to_svg(&hostile(&"x".repeat(10_000)), Lang::Ja, ""));
}

#[test]
fn each_letter_has_its_place() {
    let words = text("AVé😀店", Rect::new(5.0, 0.0, 200.0, 20.0), TextStyle::regular(10.0));
    let svg = to_svg(&scene(Size::new(200.0, 20.0), vec![Item::Text(words.clone())]), Lang::En, "");
    let places: Vec<f32> = read_back(&svg)
        .iter()
        .filter(|value| value.contains(' ') && !value.starts_with("0 0") && !value.contains('\''))
        .flat_map(|list| list.split(' ').map(|x| x.parse().unwrap()).collect::<Vec<f32>>())
        .collect();
    let glyphs: Vec<f32> =
        words.paragraph.lines[0].runs.iter().flat_map(|run| &run.glyphs).map(|g| g.x + 5.0).collect();
    assert_eq!(places.len(), 4, "{svg}");
    assert!(places.iter().zip(&glyphs).all(|(a, b)| (a - b).abs() < 0.01), "{places:?} {glyphs:?}");
}

#[test]
fn letters_may_be_shapes_with_the_words_as_their_name() {
    let svg = to_svg_with(&everything(), Lang::En, "", Letters::Outlines);
    assert!(!svg.contains("<text") && svg.contains("aria-label=\"שלום world\""));
    assert!(svg.contains("<title>Card &quot;1&quot;</title>"));
    let used: Vec<&str> = svg.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(used.len() > 20 && used.iter().all(|id| svg.contains(&format!("<path id=\"{id}\""))));
    assert_eq!(svg.matches("<path id=\"r").count(), svg.split("<path id=\"r").skip(1).collect::<BTreeSet<_>>().len());
    read_back(&svg);
}

#[test]
fn a_picture_that_is_none_does_no_harm() {
    let broken = image(Rect::new(0.0, 0.0, 10.0, 10.0), Picture::from_png(b"no png".to_vec()));
    read_back(&to_svg(&scene(Size::new(10.0, 10.0), vec![broken]), Lang::En, ""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_words_give_well_formed_xml(said in any::<String>()) {
        let svg = to_svg(&hostile(&said), Lang::En, &said);
        prop_assert!(svg.chars().all(is_xml));
        read_back(&svg);
    }
}
