//! The package against what PowerPoint asks for, read by independent readers.

mod opened;
mod order;

use super::*;
use crate::base::{IdSource, Rect, Size, today};
use crate::export::Subject;
use crate::export::journey::PictureOptions;
use crate::export::page::Page;
use crate::export::page::PageKind;
use crate::export::page::{PageSetup, Paper};
use crate::export::png::{Extent, PngOptions, write_png};
use crate::export::sample::{self, everything};
use crate::feedback::{Overlay, StepVoice};
use crate::i18n::Lang;
use crate::layout::MapOptions;
use crate::look::ThemeKind;
use crate::model::{JourneyId, Picture, Project};
use crate::scene::{Group, Item, Scene, Text};
use crate::store;
use crate::text::{TextEngine, TextStyle};
use opened::{Node, Opened, ending};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const COAT: &str = include_str!("../../../examples/winter-coat.ron");
const HOTEL: &str = include_str!("../../../examples/hotel-stay.ron");

fn project(text: &str) -> Project {
    store::from_text(text, &mut IdSource::seeded(1)).unwrap().project
}

/// All journeys and personas of a project as pages, and their charts.
fn document(project: &Project, lang: Lang, paper: Paper, theme: ThemeKind) -> (Document, Vec<ChartData>) {
    let overlay = Overlay::new(project);
    let options = PictureOptions { theme, map: MapOptions::everything(lang, today()) };
    let journeys = project.journeys_in_order().into_iter().map(|journey| Subject::from(journey.id));
    let personas = project.personas_in_order().into_iter().map(|persona| Subject::from(persona.id));
    let subjects: Vec<Subject> = journeys.chain(personas).collect();
    let setup = PageSetup { paper, ..PageSetup::default() };
    let document = Document::new(project, &subjects, Some(&overlay), &options, &setup, &mut TextEngine::new());
    let chart = |subject: &Subject| ChartData::of(project, Some(&overlay), subject.journey()?, &options);
    let charts = subjects.iter().filter_map(chart).collect();
    (document, charts)
}

fn written(document: &Document, charts: &[ChartData]) -> Vec<u8> {
    to_pptx(document, charts, &mut |_| {}, &AtomicBool::new(false)).unwrap()
}

/// With `TABIJI_SHOTS=folder` the decks and pictures of their pages are written there, to be looked at.
#[test]
fn decks_to_look_at() {
    let Ok(folder) = std::env::var("TABIJI_SHOTS") else { return };
    for (name, text, lang, paper, theme) in [
        ("coat", COAT, Lang::Ja, Paper::Wide, ThemeKind::Light),
        ("hotel", HOTEL, Lang::En, Paper::Wide, ThemeKind::Light),
        ("coat-a3-dark", COAT, Lang::Ja, Paper::A3, ThemeKind::Dark),
        ("hotel-standard", HOTEL, Lang::En, Paper::Standard, ThemeKind::Print),
    ] {
        let (document, charts) = document(&project(text), lang, paper, theme);
        let write = |ending: &str, bytes: &[u8]| {
            store::write_atomically(std::path::Path::new(&format!("{folder}/{name}{ending}")), bytes).unwrap()
        };
        write(".pptx", &written(&document, &charts));
        for (index, page) in document.pages.iter().enumerate() {
            let options = PngOptions { extent: Extent::Width(1600), ..PngOptions::default() };
            let mut png = Vec::new();
            write_png(&page.scene, &options, &mut png, &mut |_| {}, &AtomicBool::new(false)).unwrap();
            write(&format!("-{}.png", index + 1), &png);
        }
    }
}

/// A document of one page.
fn page_of(scene: Scene, title: &str) -> Document {
    let kind = PageKind::Map(JourneyId::from_bits(1));
    let paper = Size::new(960.0, 960.0 * scene.size.h / scene.size.w);
    let page = Page { kind, title: title.to_owned(), notes: vec!["Said\nby hand".to_owned()], paper, scene };
    Document { title: title.to_owned(), lang: Lang::Ja, pages: vec![page], legibility: None }
}

fn opened(document: &Document, charts: &[ChartData]) -> Opened {
    Opened::new(&written(document, charts))
}

/// A document with its charts, written and opened.
struct Example {
    project: Project,
    document: Document,
    charts: Vec<ChartData>,
    opened: Opened,
}

/// The Japanese example on wide slides, the English one on narrow ones.
fn examples() -> &'static [Example; 2] {
    static EXAMPLES: LazyLock<[Example; 2]> = LazyLock::new(|| {
        [(COAT, Lang::Ja, Paper::Wide), (HOTEL, Lang::En, Paper::Standard)].map(|(text, lang, paper)| {
            let project = project(text);
            let (document, charts) = document(&project, lang, paper, ThemeKind::Light);
            let opened = opened(&document, &charts);
            Example { project, document, charts, opened }
        })
    });
    &EXAMPLES
}

/// Where a target of a part's relationships lies.
fn resolved(rels: &str, target: &str) -> String {
    let folder = rels.split_once("_rels/").unwrap().0.trim_end_matches('/');
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => path.truncate(path.len() - 1),
            _ => path.push(step),
        }
    }
    path.join("/")
}

/// What holds for every package.
fn check(opened: &Opened) {
    order::check(opened);
    let types = opened.xml("[Content_Types].xml");
    let kinds = |element: &str, key: &str| {
        let nodes = types
            .find(element)
            .into_iter()
            .map(|node| (node.attr(key).to_owned(), node.attr("ContentType").to_owned()));
        nodes.collect::<BTreeMap<_, _>>()
    };
    let (defaults, overrides) = (kinds("Default", "Extension"), kinds("Override", "PartName"));
    for name in overrides.keys() {
        assert!(opened.parts.contains_key(name.trim_start_matches('/')), "{name} has a type but is not there");
    }
    for name in opened.parts.keys().filter(|name| *name != "[Content_Types].xml") {
        let is_plain = ending(name) != "xml" && defaults.contains_key(ending(name));
        assert!(is_plain || overrides.contains_key(&format!("/{name}")), "{name} has no type");
    }
    for name in opened.parts.keys().filter(|name| ending(name) == "rels") {
        for rel in opened.xml(name).find("Relationship").into_iter().filter(|rel| rel.attr("TargetMode").is_empty()) {
            let target = resolved(name, rel.attr("Target"));
            assert!(opened.parts.contains_key(&target), "{name} leads to {target}");
        }
    }
    for name in opened.xml_names().filter(|name| name.starts_with("ppt/") && ending(name) != "rels") {
        check_part(opened, name);
    }
}

/// Numbers are unique, connectors hold on to shapes that are there, names of relationships are known.
fn check_part(opened: &Opened, name: &str) {
    let part = opened.xml(name);
    let (folder, file) = name.rsplit_once('/').unwrap();
    let rels = format!("{folder}/_rels/{file}.rels");
    let known: BTreeSet<String> = if opened.parts.contains_key(&rels) {
        opened.xml(&rels).find("Relationship").iter().map(|rel| rel.attr("Id").to_owned()).collect()
    } else {
        BTreeSet::new()
    };
    let mut ids = BTreeSet::new();
    for node in part.all() {
        if node.name == "p:cNvPr" {
            assert!(ids.insert(node.attr("id").to_owned()), "{name}: two shapes have number {}", node.attr("id"));
        }
        for (_, value) in node.attrs.iter().filter(|(key, _)| key.starts_with("r:")) {
            assert!(known.contains(value), "{name}: {value} leads nowhere");
        }
    }
    for end in part.find("a:stCxn").into_iter().chain(part.find("a:endCxn")) {
        assert!(ids.contains(end.attr("id")), "{name}: a connector holds on to nothing");
    }
}

#[test]
fn a_package_is_what_powerpoint_asks_for() {
    for Example { document, charts, opened, .. } in examples() {
        check(opened);
        assert_eq!(opened.slides().len(), document.pages.len() + charts.len());
        assert!(!charts.is_empty());
    }
    check(&self::opened(&page_of(everything(), "Everything"), &[]));
    let nothing = Document { title: String::new(), lang: Lang::En, pages: Vec::new(), legibility: None };
    check(&self::opened(&nothing, &[]));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let Example { document, charts, .. } = &examples()[0];
    assert_eq!(written(document, charts), written(document, charts));
}

#[test]
fn progress_reaches_the_end_and_cancel_stops() {
    let document = page_of(everything(), "Everything");
    let mut heard = Vec::new();
    to_pptx(&document, &[], &mut |share| heard.push(share), &AtomicBool::new(false)).unwrap();
    assert_eq!(heard.last(), Some(&1.0));
    let stopped = to_pptx(&document, &[], &mut |_| {}, &AtomicBool::new(true));
    assert!(matches!(stopped, Err(ExportError::Cancelled)));
}

/// The lines of all texts of a scene.
fn lines(items: &[Item], found: &mut Vec<String>) {
    let add = |text: &Text, found: &mut Vec<String>| {
        found.extend(text.paragraph.lines.iter().map(|line| line.text.clone()));
    };
    for item in items {
        match item {
            Item::Group(group) => lines(&group.items, found),
            Item::Block(block) => block.text.iter().for_each(|text| add(text, found)),
            Item::Text(text) => add(text, found),
            _ => {}
        }
    }
}

#[test]
fn lines_end_where_they_end_on_screen() {
    for Example { document, opened, .. } in examples() {
        let slides = opened.slides();
        let pages = slides.iter().filter(|slide| slide.first("p:graphicFrame").is_none());
        for (page, slide) in document.pages.iter().zip(pages) {
            let mut wanted = Vec::new();
            page.scene.parts.iter().for_each(|part| lines(&part.items, &mut wanted));
            let mut got: Vec<String> = slide.find("a:t").iter().map(|text| text.text.clone()).collect();
            let hidden = slide.words().lines().filter(|_| is_title_hidden(slide)).count();
            got.drain(..usize::from(hidden > 0));
            wanted.retain(|line| !line.is_empty());
            wanted.sort();
            got.sort();
            assert_eq!(got, wanted, "{}", page.title);
        }
    }
}

fn is_title_hidden(slide: &Node) -> bool {
    let title = slide.find("p:sp").into_iter().find(|shape| shape.first("p:ph").is_some()).unwrap();
    title.first("a:off").is_some_and(|place| place.attr("y").starts_with('-'))
}

#[test]
fn every_slide_has_one_title_and_a_journey_shows_its_own() {
    for Example { document, charts, opened, .. } in examples() {
        let titles: Vec<(String, bool)> = opened
            .slides()
            .iter()
            .map(|slide| {
                let holders = slide.find("p:ph");
                assert!(holders.len() == 1 && holders[0].attr("type") == "title");
                let title = slide.find("p:sp").into_iter().find(|shape| shape.first("p:ph").is_some()).unwrap();
                (title.words().replace('\n', ""), is_title_hidden(slide))
            })
            .collect();
        assert_eq!(titles[0], (document.pages[0].title.clone(), false), "the strip above the map is the title");
        assert!(titles.iter().all(|(title, _)| !title.is_empty()), "{titles:?}");
        assert!(charts.iter().all(|chart| titles.contains(&(chart.title.clone(), false))));
    }
}

#[test]
fn a_card_is_one_object_with_its_text_inside_and_says_what_it_is() {
    let Example { project, opened, .. } = &examples()[0];
    let slide = &opened.slides()[0];
    let step = |card: &crate::model::Card| project.journey_of_step(card.step);
    let first = project.journeys_in_order()[0].id;
    let mut seen = 0;
    for card in project.cards.iter().filter(|card| step(card) == Some(first)) {
        let is_card = |group: &&Node| {
            let label = group.first("p:cNvPr").unwrap().attr("descr").to_owned();
            label.contains(&card.text)
                && group.children.iter().any(|child| child.name == "p:sp" || child.name == "p:grpSp")
        };
        let groups = slide.find("p:grpSp");
        // Lanes that the team hides are not drawn.
        let Some(group) = groups.iter().find(|group| is_card(group)) else { continue };
        seen += 1;
        let bare = |words: &str| words.split_whitespace().collect::<String>();
        let shape = group.find("p:sp").into_iter().find(|shape| bare(&shape.words()) == bare(&card.text));
        let shape = shape.unwrap_or_else(|| panic!("{} has its text elsewhere", card.text));
        let paint = shape.first("p:spPr").unwrap();
        assert!(paint.first("a:solidFill").is_some(), "{} has a fill", card.text);
        assert_eq!(shape.first("a:bodyPr").unwrap().attr("tIns").parse::<i64>().map(|inset| inset > 0), Ok(true));
    }
    assert!(seen > 30, "{seen} cards");
}

#[test]
fn phases_are_arrows_curves_are_freeforms_and_handoffs_hold_on_to_channels() {
    let Example { opened, .. } = &examples()[0];
    let slide = &opened.slides()[0];
    let presets: Vec<&str> = slide.find("a:prstGeom").iter().map(|shape| shape.attr("prst")).collect();
    let count = |name: &str| presets.iter().filter(|preset| **preset == name).count();
    assert_eq!((count("homePlate"), count("chevron")), (1, 5));
    let named = |name: &str| {
        let shapes = slide.find("p:sp").into_iter();
        shapes.filter(|shape| shape.first("p:cNvPr").unwrap().attr("descr").starts_with(name)).collect::<Vec<_>>()
    };
    let curves = named("感情曲線：");
    assert!(curves.len() > 1 && curves.iter().all(|curve| curve.first("a:cubicBezTo").is_some()));
    let glued = slide.find("p:cxnSp").into_iter().filter(|line| line.first("a:endCxn").is_some()).count();
    assert!(glued >= 8, "{glued} lines between channels");
}

#[test]
fn a_chart_holds_what_its_workbook_holds_and_nothing_that_is_hidden() {
    let Example { project, document, .. } = &examples()[0];
    let mut overlay = Overlay::new(project);
    let journey = project.journeys_in_order()[0].id;
    let hidden = project.steps_in_journey(journey)[2].id;
    overlay.steps.insert(hidden, StepVoice::Hidden);
    let options = PictureOptions { theme: ThemeKind::Light, map: MapOptions::everything(Lang::Ja, today()) };
    let chart = ChartData::of(project, Some(&overlay), journey, &options).unwrap();
    assert_eq!(chart.points[2].figure, None);
    assert!(chart.points[2].label.contains("非表示"));
    let opened = opened(document, std::slice::from_ref(&chart));
    let part = opened.xml("ppt/charts/chart1.xml");
    let cached: BTreeMap<usize, f64> = part
        .first("c:val")
        .unwrap()
        .find("c:pt")
        .iter()
        .map(|point| (point.attr("idx").parse().unwrap(), point.first("c:v").unwrap().text.parse().unwrap()))
        .collect();
    assert!(!cached.contains_key(&2) && cached.len() > 5);
    let book = std::io::Cursor::new(opened.parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"].clone());
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(book).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "データ").unwrap();
    for (index, point) in chart.points.iter().enumerate() {
        let cell = |column| sheet.get_value((index as u32 + 1, column)).and_then(calamine::DataType::get_float);
        assert_eq!(cell(1), cached.get(&index).copied(), "{}", point.label);
        assert!(cell(1).is_none_or(|value| value.fract() == 0.0), "it says what the map says");
        assert_eq!(cell(6), point.figure.map(|(_, n)| n as f64));
    }
    assert_eq!(part.first("c:cat").unwrap().first("c:f").unwrap().text, "'データ'!$A$2:$A$13");
}

#[test]
fn notes_stand_under_their_slides() {
    let Example { document, opened, .. } = &examples()[0];
    let notes = opened.xml("ppt/notesSlides/notesSlide1.xml").words();
    assert_eq!(notes, document.pages[0].notes.join("\n"));
}

#[test]
fn slides_have_the_size_of_the_paper_as_far_as_powerpoint_goes() {
    for (paper, wanted) in [
        (Paper::Wide, (12_192_000, 6_858_000)),
        (Paper::Standard, (9_144_000, 6_858_000)),
        (Paper::A4, (10_692_000, 7_560_000)),
        (Paper::A0, (42_804_000, 30_276_000)),
    ] {
        let (w, h) = place::slide_size(paper.points());
        assert!((w - wanted.0).abs() < 200 && (h - wanted.1).abs() < 200, "{paper:?}: {w} × {h}");
    }
    let presentation = examples()[1].opened.xml("ppt/presentation.xml");
    let size = presentation.first("p:sldSz").unwrap();
    assert_eq!((size.attr("cx"), size.attr("cy")), ("9144000", "6858000"));
    assert_eq!(place::slide_size(Size::new(10_000.0, 2_000.0)), (51_206_400, 10_241_280));
}

#[test]
fn pictures_are_there_once_cut_round_and_told_in_words() {
    let picture = sample::picture();
    let rect = Rect::new(10.0, 10.0, 40.0, 40.0);
    let image = |radius, picture: &Picture| {
        Item::Image(crate::scene::Image { rect, radius, picture: picture.clone(), label: "Portrait".to_owned() })
    };
    let broken = Picture::from_png(b"no png".to_vec());
    let items = vec![image(20.0, &picture), image(4.0, &picture), image(4.0, &broken)];
    let opened = opened(&page_of(sample::scene(Size::new(100.0, 60.0), items), "Pictures"), &[]);
    check(&opened);
    assert_eq!(opened.parts.keys().filter(|name| name.starts_with("ppt/media/")).count(), 1);
    let slide = &opened.slides()[0];
    let pictures = slide.find("p:pic");
    let presets: Vec<&str> = pictures.iter().map(|picture| picture.first("a:prstGeom").unwrap().attr("prst")).collect();
    assert_eq!(presets, ["ellipse", "roundRect"], "one that cannot be read is left out, as in every target");
    assert_eq!(pictures[0].first("p:cNvPr").unwrap().attr("descr"), "Portrait");
    let crop = pictures[0].first("a:srcRect").unwrap();
    assert_eq!((crop.attr("l"), crop.attr("t")), ("25000", "0"), "the middle of a picture twice as wide as high");
}

#[test]
fn paragraphs_are_paragraphs_and_lines_are_breaks() {
    let said = text_of("これは折り返される長い文です。\n\n次の段落");
    let opened = opened(&page_of(sample::scene(Size::new(100.0, 200.0), vec![Item::Text(said.clone())]), ""), &[]);
    let slide = &opened.slides()[0];
    let shape = slide.find("p:sp").into_iter().find(|shape| shape.words().contains("段落")).unwrap();
    assert_eq!(shape.find("a:p").len(), 3);
    assert_eq!(shape.find("a:br").len(), said.paragraph.lines.len() - 3);
    assert!(shape.find("a:br").len() > 1);
}

fn text_of(said: &str) -> Text {
    sample::text(said, Rect::new(5.0, 5.0, 70.0, 150.0), TextStyle::regular(12.0))
}

#[test]
fn hostile_words_stay_words() {
    let all: String = ('\u{0}'..='\u{1f}').collect();
    for said in [
        "]]>",
        "<a:t>&amp;&#x0;</a:t>",
        &all,
        "\u{7f}\u{85}\u{fffe}\u{ffff}",
        "\u{202e}gnp.exe\u{202c}",
        "👩‍👩‍👧‍👦🇯🇵",
        "=1+1",
        "\" onload=\"x",
        "שלום עולם",
        "สวัสดี ជំរាបសួរ नमस्ते",
        &"x".repeat(3_000),
        &"長い".repeat(2_000),
    ] {
        let text = text_of(said);
        let rect = text.rect;
        let link = Item::Link { rect, url: format!("https://example.com/{said}") };
        let items = vec![Item::Text(text.clone()), link, Item::Block(sample::block(rect, crate::scene::Shape::Rect))];
        let group = Group { id: None, label: said.to_owned(), bounds: rect, clip: None, items };
        let document = page_of(sample::scene(Size::new(200.0, 200.0), vec![Item::group(group)]), said);
        let opened = opened(&document, &[]);
        check(&opened);
        let slide = &opened.slides()[0];
        let legal = |c: &char| (!c.is_control() || *c == '\n') && !matches!(c, '\u{fffd}'..='\u{ffff}');
        let wanted: String = text.paragraph.lines.iter().flat_map(|line| line.text.chars()).filter(legal).collect();
        let got: String = slide.words().chars().filter(|c| legal(c) && *c != '\n').collect();
        assert!(got.ends_with(&wanted), "{said:?}: {got:?}");
    }
    let hebrew =
        opened(&page_of(sample::scene(Size::new(200.0, 200.0), vec![Item::Text(text_of("שלום עולם"))]), ""), &[]);
    assert!(hebrew.slides()[0].find("a:pPr").iter().any(|style| style.attr("rtl") == "1"));
}
