//! A reader that is not the writer finds in the PDF what the pages say.

mod reading;

use super::{Pdf, to_pdf};
use crate::base::{IdSource, Rect, Size, today};
use crate::export::journey::{PictureOptions, overlay_of};
use crate::export::page::{Document, Page, PageKind, PageSetup, Paper, Split};
use crate::export::sample::{everything, image, scene, text};
use crate::export::{ExportError, Subject};
use crate::i18n::Lang;
use crate::layout::MapOptions;
use crate::look::ThemeKind;
use crate::model::{FeedbackFilter, Picture, Project};
use crate::scene::{Group, Item, Scene, Text};
use crate::store;
use crate::text::{TextEngine, TextStyle};
use proptest::prelude::*;
use reading::Reader;
use std::sync::atomic::AtomicBool;

fn pdf(document: &Document) -> Pdf {
    to_pdf(document, &mut |_| {}, &AtomicBool::new(false)).unwrap()
}

fn read(document: &Document) -> Reader {
    Reader::new(pdf(document).bytes)
}

fn page(scene: Scene) -> Page {
    let persona = IdSource::seeded(2).next();
    let paper = Size::new(scene.size.w * 0.75, scene.size.h * 0.75);
    Page { kind: PageKind::Persona(persona), title: "旅 & Journey".to_owned(), notes: Vec::new(), paper, scene }
}

fn document(pages: Vec<Page>) -> Document {
    Document { title: "旅 & Journey".to_owned(), lang: Lang::Ja, pages, legibility: None }
}

fn words(said: &str) -> Document {
    let rect = Rect::new(10.0, 10.0, 180.0, 80.0);
    document(vec![page(scene(Size::new(200.0, 100.0), vec![Item::Text(text(said, rect, TextStyle::regular(12.0)))]))])
}

/// An example on A3.
fn example(lang: Lang, theme: ThemeKind) -> (Project, Document) {
    let file = match lang {
        Lang::Ja => include_str!("../../../examples/winter-coat.ron"),
        Lang::En => include_str!("../../../examples/hotel-stay.ron"),
    };
    let project = store::from_text(file, &mut IdSource::seeded(1)).unwrap().project;
    let options = PictureOptions { theme, map: MapOptions::everything(lang, today()) };
    let overlay = overlay_of(&project, &FeedbackFilter::default());
    let journeys = project.journeys_in_order().into_iter().map(|journey| Subject::from(journey.id));
    let personas = project.personas.iter().map(|persona| Subject::from(persona.id));
    let subjects: Vec<_> = journeys.chain(personas).collect();
    let setup = PageSetup { paper: Paper::A3, split: Split::One, ..PageSetup::default() };
    let document = Document::new(&project, &subjects, overlay.as_ref(), &options, &setup, &mut TextEngine::new());
    (project, document)
}

#[test]
fn a_page_is_as_large_as_its_paper() {
    let (_, document) = example(Lang::En, ThemeKind::Light);
    let reader = read(&document);
    assert_eq!(reader.sizes().len(), document.pages.len());
    for (page, (w, h)) in document.pages.iter().zip(reader.sizes()) {
        assert!((page.paper.w - w).abs() < 0.1 && (page.paper.h - h).abs() < 0.1, "{w} × {h}");
    }
}

/// Every line of text of some items.
fn lines(items: &[Item]) -> Vec<String> {
    let of = |text: &Text| text.paragraph.lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    let said = |item: &Item| match item {
        Item::Group(group) => lines(&group.items),
        Item::Block(block) => block.text.as_ref().map(of).unwrap_or_default(),
        Item::Text(text) => of(text),
        Item::Path(_) | Item::Image(_) | Item::Link { .. } => Vec::new(),
    };
    items.iter().flat_map(said).collect()
}

#[test]
fn every_line_of_a_map_can_be_found() {
    for lang in Lang::ALL {
        let (_, document) = example(lang, ThemeKind::Light);
        let reader = read(&document);
        for (index, page) in document.pages.iter().enumerate() {
            let said: Vec<String> = reader.text(index).lines().map(|line| line.trim().to_owned()).collect();
            let shown: Vec<String> = page.scene.parts.iter().flat_map(|part| lines(&part.items)).collect();
            assert!(shown.len() > 10);
            for line in shown.iter().filter(|line| !line.trim().is_empty()) {
                assert!(said.iter().any(|said| said == line.trim()), "{line} is not in {said:?}");
            }
        }
    }
}

#[test]
fn steps_are_read_in_order_under_their_phases() {
    for lang in Lang::ALL {
        let (project, document) = example(lang, ThemeKind::Light);
        let structure = read(&document).structure();
        let steps = project.steps_in_journey(project.journeys_in_order()[0].id);
        let headings: Vec<&str> = structure.lines().filter(|line| line.starts_with("H3 ")).take(steps.len()).collect();
        for (step, heading) in steps.iter().zip(&headings) {
            assert!(heading.contains(&step.name), "{} is not {heading}", step.name);
        }
        assert_eq!(headings.len(), steps.len());
        assert!(structure.contains("H1 ") && structure.contains("Figure "), "{structure}");
        assert!(structure.find("H2 ") < structure.find("H3 "), "{structure}");
        let persona = structure.rfind("Part").unwrap();
        assert!(structure[persona..].lines().count() > 5, "a sheet is several things: {}", &structure[persona..]);
    }
}

#[test]
fn title_language_and_bookmarks_are_there_and_no_date() {
    let (project, document) = example(Lang::Ja, ThemeKind::Light);
    let reader = read(&document);
    assert_eq!(reader.title(), project.info.title);
    assert_eq!(reader.language(), "ja");
    let journey = project.journeys_in_order()[0];
    let mut expected = vec![(0, journey.title.clone())];
    expected.extend(project.phases_of(journey.id).iter().map(|phase| (1, phase.name.clone())));
    assert_eq!(reader.bookmarks()[..expected.len()], expected);
    assert!(!reader.contains("CreationDate") && !reader.contains("ModDate"));
}

#[test]
fn pages_of_phases_stand_under_their_map() {
    let (project, mut document) = example(Lang::En, ThemeKind::Light);
    document.pages.truncate(1);
    let journey = project.journeys_in_order()[0].id;
    for phase in project.phases_of(journey).into_iter().take(2) {
        let kind = PageKind::Phase(journey, phase.id);
        document.pages.push(Page { kind, title: phase.name.clone(), ..document.pages[0].clone() });
    }
    let levels: Vec<u32> = read(&document).bookmarks().iter().map(|(level, _)| *level).collect();
    assert_eq!(levels, [0, 1, 1]);
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let document = document(vec![page(everything())]);
    assert_eq!(pdf(&document), pdf(&document));
}

#[test]
fn links_lead_to_web_and_mail_only() {
    assert_eq!(read(&document(vec![page(everything())])).links(), ["https://example.com/?a=1&b=2"]);
}

#[test]
fn words_of_every_script_can_be_copied() {
    for said in ["お店で実物を見てから", "Wi-Fi, fi & ffi", "Grüße, ça été", "😀❤⭐", "①㈱★→", "髙﨑𠮷", "👩‍👩‍👧‍👦🇯🇵"]
    {
        let got = read(&words(said)).text(0);
        assert_eq!(got.trim(), said);
    }
}

#[test]
fn words_do_not_grow_together_where_a_line_ends() {
    let said = "Compare the price with two other shops before buying anything at all";
    assert_eq!(read(&words(said)).text(0).replace('\n', "").trim(), said);
    let said = "お店で実物を見てから決めたいので在庫を確認する";
    assert_eq!(read(&words(said)).text(0).replace('\n', "").trim(), said);
}

#[test]
fn a_picture_that_cannot_be_read_is_named() {
    let broken = image(Rect::new(0.0, 0.0, 10.0, 10.0), Picture::from_png(b"no png".to_vec()));
    let written = pdf(&document(vec![page(scene(Size::new(20.0, 10.0), vec![broken]))]));
    assert_eq!(written.unreadable_pictures, ["Portrait"]);
}

#[test]
fn cancel_stops_and_progress_reaches_the_end() {
    let document = document(vec![page(everything())]);
    let cancelled = to_pdf(&document, &mut |_| {}, &AtomicBool::new(true));
    assert!(matches!(cancelled, Err(ExportError::Cancelled)));
    let mut shares = Vec::new();
    to_pdf(&document, &mut |share| shares.push(share), &AtomicBool::new(false)).unwrap();
    assert!(shares.is_sorted() && shares.last().is_some_and(|share| (share - 1.0).abs() < f32::EPSILON));
}

#[test]
fn no_pages_and_no_size_do_no_harm() {
    pdf(&document(Vec::new()));
    let nowhere = Rect::new(f32::NAN, 0.0, 0.0, f32::INFINITY);
    let group = Group { id: None, label: "x".to_owned(), bounds: nowhere, clip: Some(nowhere), items: Vec::new() };
    pdf(&document(vec![page(scene(Size::new(10.0, 10.0), vec![Item::group(group)]))]));
}

/// With `TABIJI_SHOTS` set to a folder the files are left there, to be looked at.
#[test]
fn every_theme_can_be_printed() {
    for lang in Lang::ALL {
        for theme in ThemeKind::ALL {
            let bytes = pdf(&example(lang, theme).1).bytes;
            if let Ok(folder) = std::env::var("TABIJI_SHOTS") {
                let name = format!("{}-{}.pdf", lang.code(), theme.key());
                store::write_atomically(&std::path::Path::new(&folder).join(name), &bytes).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_words_give_a_pdf_that_opens(said in any::<String>()) {
        let rect = Rect::new(0.0, 0.0, 50.0, 50.0);
        let words = Item::Text(text(&said, rect, TextStyle::regular(10.0)));
        let link = Item::Link { rect, url: format!("https://{said}") };
        let group = Group { id: None, label: said.clone(), bounds: rect, clip: None, items: vec![words, link] };
        let mut hostile = document(vec![page(scene(Size::new(50.0, 50.0), vec![Item::group(group)]))]);
        hostile.title.clone_from(&said);
        hostile.pages[0].title.clone_from(&said);
        prop_assert_eq!(read(&hostile).sizes().len(), 1);
    }
}
