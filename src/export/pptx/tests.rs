//! The package against what PowerPoint asks for, read by independent readers.

use super::*;
use crate::base::{IdSource, today};
use crate::export::Subject;
use crate::export::journey::PictureOptions;
use crate::export::page::{PageSetup, Paper};
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::layout::MapOptions;
use crate::look::ThemeKind;
use crate::model::Project;
use crate::store;
use crate::text::TextEngine;

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
        let write = |ending: &str, bytes: &[u8]| std::fs::write(format!("{folder}/{name}{ending}"), bytes).unwrap();
        write(".pptx", &written(&document, &charts));
        for (index, page) in document.pages.iter().enumerate() {
            let options =
                crate::export::png::PngOptions { extent: crate::export::png::Extent::Width(1600), transparent: false };
            let mut png = Vec::new();
            crate::export::png::write_png(&page.scene, &options, &mut png, &mut |_| {}, &AtomicBool::new(false))
                .unwrap();
            write(&format!("-{}.png", index + 1), &png);
        }
    }
}
