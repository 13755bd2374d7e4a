//! The page: well formed, complete, and closed to the network, whatever the words are.

use super::to_html;
use crate::base::{IdSource, today};
use crate::export::journey::{PictureOptions, overlay_of};
use crate::export::{ExportError, Subject};
use crate::i18n::Lang;
use crate::layout::MapOptions;
use crate::look::ThemeKind;
use crate::model::{FeedbackFilter, LaneKind, Project, RecordId};
use crate::scene::{Item, PartKind};
use crate::store;
use crate::text::TextEngine;
use base64::Engine as _;
use quick_xml::Reader;
use quick_xml::events::Event;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

fn example(lang: Lang) -> Project {
    let file = match lang {
        Lang::Ja => include_str!("../../../examples/winter-coat.ron"),
        Lang::En => include_str!("../../../examples/hotel-stay.ron"),
    };
    store::from_text(file, &mut IdSource::seeded(1)).unwrap().project
}

fn subjects(project: &Project) -> Vec<Subject> {
    let journeys = project.journeys_in_order().into_iter().map(|journey| Subject::from(journey.id));
    journeys.chain(project.personas.iter().map(|persona| Subject::from(persona.id))).collect()
}

fn options(lang: Lang, theme: ThemeKind) -> PictureOptions {
    PictureOptions { theme, map: MapOptions::everything(lang, today()) }
}

fn html(project: &Project, lang: Lang, theme: ThemeKind) -> String {
    let overlay = overlay_of(project, &FeedbackFilter::default());
    let cancel = AtomicBool::new(false);
    let (options, mut engine) = (options(lang, theme), TextEngine::new());
    to_html(project, &subjects(project), overlay.as_ref(), &options, &mut engine, &mut |_| {}, &cancel).unwrap()
}

/// What stands between two words.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    text.split_once(begin).unwrap().1.split_once(end).unwrap().0
}

/// The page without style and scripts, read as XML. Gives name and attributes of every element.
fn elements(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut markup = page.replace("<!DOCTYPE html>", "");
    for (begin, end) in [("<style>", "</style>"), ("id=\"details\">", "</script>"), ("<script>", "</script>")] {
        let inside = between(&markup, begin, end).to_owned();
        markup = markup.replacen(&inside, "", 1);
    }
    let closed = |line: &str| if line.starts_with("<meta") { line.replacen("\">", "\"/>", 1) } else { line.to_owned() };
    let markup: Vec<String> = markup.lines().map(closed).collect();
    let markup = markup.join("\n");
    let mut reader = Reader::from_str(&markup);
    let mut all = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
                    (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
                };
                let attributes = tag.attributes().map(|found| attribute(found.unwrap())).collect();
                all.push((tag.name().as_ref().to_owned(), attributes));
            }
            _ => {}
        }
    }
    all
}

fn values<'a>(elements: &'a [(String, Vec<(String, String)>)], name: &str) -> Vec<&'a str> {
    let attributes = elements.iter().flat_map(|(_, attributes)| attributes);
    attributes.filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn ids_are_unique_and_what_is_named_is_there() {
    for lang in Lang::ALL {
        let page = html(&example(lang), lang, ThemeKind::Light);
        let elements = elements(&page);
        let ids = values(&elements, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        let mut wanted: Vec<&str> = values(&elements, "aria-labelledby");
        let links = values(&elements, "href").into_iter().filter_map(|link| link.strip_prefix('#'));
        wanted.extend(links);
        wanted.extend(
            values(&elements, "clip-path").iter().map(|url| url.trim_start_matches("url(#").trim_end_matches(')')),
        );
        assert!(wanted.len() > 5 && wanted.iter().all(|id| ids.contains(id)));
        assert_eq!(values(&elements, "lang")[0], lang.code());
        assert!(page.contains(&format!("<title>{}</title>", example(lang).info.title)));
    }
}

#[test]
fn nothing_is_fetched_and_nothing_else_runs() {
    let page = html(&example(Lang::En), Lang::En, ThemeKind::Dark);
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\">");
    assert!(policy.starts_with("default-src 'none'"));
    for text in [between(&page, "<style>", "</style>"), between(&page, "<script>", "</script>")] {
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes()));
        assert!(policy.contains(&hash), "the policy knows what may run");
    }
    let elements = elements(&page);
    assert!(elements.iter().all(|(name, _)| name != "link" && name != "iframe" && name != "base"));
    assert!(values(&elements, "src").is_empty() && values(&elements, "style").is_empty());
    let local = |link: &&str| link.starts_with('#') || link.starts_with("data:image/png");
    let pictures = elements.iter().filter(|(name, _)| name == "image").cloned().collect::<Vec<_>>();
    assert!(values(&pictures, "href").iter().all(local));
    assert!(elements.iter().flat_map(|(_, attributes)| attributes).all(|(name, _)| !name.starts_with("on")));
}

#[test]
fn every_card_of_the_picture_stands_in_the_table_with_what_is_known_about_it() {
    for lang in Lang::ALL {
        let project = example(lang);
        let page = html(&project, lang, ThemeKind::Light);
        let details: serde_json::Value = serde_json::from_str(between(&page, "id=\"details\">", "</script>")).unwrap();
        let journey = Subject::from(project.journeys_in_order()[0].id);
        let scene = journey.scene(&project, None, &options(lang, ThemeKind::Light), &mut TextEngine::new()).unwrap();
        let table = between(&page, "<table>", "</table>");
        let body = scene.parts.iter().find(|part| part.kind == PartKind::Body).unwrap();
        let mut cards = 0;
        for item in &body.items {
            let Item::Group(group) = item else { continue };
            let Some(id @ RecordId::Card(card)) = group.id else { continue };
            let card = project.cards.get(card).unwrap();
            assert!(table.contains(&format!("<p>{}", card.text)), "{}", card.text);
            let known = &details[format!("{id:?}")];
            assert_eq!(known["title"], card.text.as_str());
            assert!(known["rows"].as_array().unwrap().len() >= 2);
            cards += 1;
        }
        assert!(cards > 20);
        let steps = project.steps_in_journey(project.journeys_in_order()[0].id).len();
        assert_eq!(table.matches("<th scope=\"col\">").count(), steps);
        for row in between(table, "<tbody>", "</tbody>").split("</tr>").filter(|row| row.contains("<tr>")) {
            assert_eq!(row.matches("<td>").count(), steps);
        }
    }
}

#[test]
fn what_the_picture_leaves_out_is_not_told() {
    let mut project = example(Lang::En);
    let journey = project.journeys_in_order()[0].id;
    let mut lane = project.lanes_of(journey).into_iter().find(|lane| lane.kind == LaneKind::Pain).unwrap().clone();
    let secret = project.cards.iter().find(|card| card.lane == lane.id).unwrap().text.clone();
    assert!(html(&project, Lang::En, ThemeKind::Light).contains(&secret));
    lane.hidden = true;
    project.put(lane.into());
    let page = html(&project, Lang::En, ThemeKind::Light);
    assert!(!between(&page, "<table>", "</table>").contains(&secret));
}

#[test]
fn hostile_words_stay_words() {
    for said in
        ["</script><script>alert(1)</script>", "<!--<script>", "]]>\u{0}\u{fffe}\u{202e}", "\" onload=\"x", "'`${x}"]
    {
        let mut project = example(Lang::En);
        let mut card = project.cards.iter().next().unwrap().clone();
        card.text = said.to_owned();
        card.sources = said.to_owned();
        project.put(card.into());
        project.info.title = said.to_owned();
        let page = html(&project, Lang::En, ThemeKind::Light);
        assert_eq!(page.matches("<script").count(), 2, "{said}");
        assert_eq!(page.matches("</script").count(), 2, "{said}");
        assert!(!page.contains("<!--"), "{said}");
        let details: serde_json::Value = serde_json::from_str(between(&page, "id=\"details\">", "</script>")).unwrap();
        let is_there = details.as_object().unwrap().values().any(|known| known["title"] == said);
        assert!(is_there, "{said}");
        elements(&page);
    }
}

#[test]
fn the_same_project_gives_the_same_bytes_and_cancel_stops() {
    let project = example(Lang::Ja);
    assert_eq!(html(&project, Lang::Ja, ThemeKind::Light), html(&project, Lang::Ja, ThemeKind::Light));
    let (options, mut engine) = (options(Lang::Ja, ThemeKind::Light), TextEngine::new());
    let cancelled = AtomicBool::new(true);
    let stopped = to_html(&project, &subjects(&project), None, &options, &mut engine, &mut |_| {}, &cancelled);
    assert!(matches!(stopped, Err(ExportError::Cancelled)));
}

/// With `TABIJI_SHOTS` set to a folder the pages are left there, to be looked at.
#[test]
fn every_theme_has_its_colours() {
    for lang in Lang::ALL {
        for theme in ThemeKind::ALL {
            let page = html(&example(lang), lang, theme);
            let ground = crate::look::Theme::of(theme).canvas;
            assert!(page.contains(&format!("--canvas: {ground};")));
            if let Ok(folder) = std::env::var("TABIJI_SHOTS") {
                let name = format!("{}-{}.html", lang.code(), theme.key());
                store::write_atomically(&std::path::Path::new(&folder).join(name), page.as_bytes()).unwrap();
            }
        }
    }
}
