//! The sheet of a persona as a picture: everything that is filled in is on it, nothing else, nothing overlaps,
//! and it keeps its proportions. The page of findings is one too. With `TABIJI_PICTURES` set to a folder the pictures are left there, to be
//! looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::path::Path;
use tabiji::base::{IdSource, OrderKey, Rect};
use tabiji::export::png;
use tabiji::feedback::Overlay;
use tabiji::i18n::Lang;
use tabiji::layout::{SheetItem, SheetLayout, place_findings, place_sheet};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::{ChannelPreference, Evidence, ExtraField, Organisation, Persona, PersonaId, PersonaKind, Project};
use tabiji::scene::{compose_sheet, dump};
use tabiji::text::TextEngine;
use tabiji::{store, template};

fn keep(name: &str, sheet: &SheetLayout) {
    let Ok(folder) = std::env::var("TABIJI_PICTURES") else { return };
    for kind in [ThemeKind::Light, ThemeKind::Dark] {
        let picture = png::to_rgba(&compose_sheet(sheet, Theme::of(kind)), 1.5).unwrap();
        let image = image::RgbaImage::from_raw(picture.width, picture.height, picture.data).unwrap();
        image.save(Path::new(&folder).join(format!("sheet-{name}-{}.png", kind.key()))).unwrap();
    }
}

fn example(name: &str) -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{name}.ron"));
    store::open(&path).unwrap().loaded.project
}

fn sheet(project: &Project, persona: PersonaId, lang: Lang) -> SheetLayout {
    place_sheet(project, persona, lang, &TextEngine::new()).unwrap()
}

fn written(sheet: &SheetLayout) -> String {
    dump(&compose_sheet(sheet, Theme::of(ThemeKind::Light))).replace(" / ", "")
}

/// Whether every block stands on the paper and clear of the others.
fn assert_clear(name: &str, sheet: &SheetLayout) {
    for (nth, block) in sheet.blocks.iter().enumerate() {
        let (bounds, paper) = (block.bounds, sheet.paper);
        let inside = paper.x < bounds.x && bounds.right() < paper.right() && bounds.bottom() < paper.bottom();
        assert!(inside, "{name}: “{}” at {bounds:?} leaves the paper {paper:?}", block.label);
        for item in &block.items {
            if let SheetItem::Text(_, words) = item {
                let width = words.rect.w.max(words.paragraph.width);
                let place = Rect::new(words.rect.x, words.rect.y, width, words.rect.h);
                assert!(place.right() <= bounds.right() + 1.0, "{name}: words leave “{}”", block.label);
            }
        }
        for other in &sheet.blocks[nth + 1..] {
            let (a, b) = (bounds.inset(1.0), other.bounds.inset(1.0));
            assert!(!a.touches(&b), "{name}: “{}” lies over “{}”", block.label, other.label);
        }
    }
}

/// A persona with every field filled in, with texts longer than anybody should write.
fn full(project: &mut Project, lang: Lang) -> PersonaId {
    let mut ids = IdSource::seeded(21);
    let long = match lang {
        Lang::Ja => "長い説明がここに入ります。店舗とECとアプリのどこで買っても同じように扱ってほしいと考えている。",
        Lang::En => {
            "A rather long remark that goes on for a while, because somebody pasted it from a report and left it."
        }
    };
    let text = |what: &str| format!("{what}: {long}");
    let list = |what: &str| (1..=6).map(|nth| text(&format!("{what} {nth}"))).collect();
    let channels = project.channels_in_order().into_iter().enumerate();
    let channels = channels.map(|(nth, channel)| ChannelPreference { channel: channel.id, strength: (nth % 5) as u8 });
    let persona = Persona {
        name: "とても長い名前の方 Maximiliane Alexandra von und zu Hohenfels-Wittgenstein".to_owned(),
        summary: text("Summary"),
        quote: text("Quote"),
        age: text("Age"),
        gender: "Gender".to_owned(),
        area: text("Area"),
        job: text("Job"),
        family: text("Family"),
        income: text("Income"),
        lifestyle: text("Lifestyle"),
        devices: text("Devices"),
        values: text("Values"),
        digital_skill: 4,
        goals: list("Goal"),
        motivations: list("Motivation"),
        pains: list("Pain"),
        information_sources: list("Source"),
        channels: channels.collect(),
        organisation: Organisation {
            industry: text("Industry"),
            company_size: text("Size"),
            department: text("Department"),
            title: text("Title"),
            authority: text("Authority"),
            approval_route: text("Route"),
            kpi: text("Kpi"),
        },
        extra: (1..=3).map(|nth| ExtraField { name: format!("Extra {nth}"), value: text("Extra") }).collect(),
        share_percent: Some(38.0),
        segment: "segment = repeat".to_owned(),
        evidence: Evidence::Researched,
        evidence_note: text("Based on"),
        owner: project.departments_in_order().first().map(|department| department.id),
        reviewed_on: Some(jiff::civil::date(2027, 2, 1)),
        ..Persona::new(ids.next(), OrderKey::default(), PersonaKind::B2b)
    };
    let id = persona.id;
    project.personas.put(persona);
    for journey in project.journeys_in_order().into_iter().cloned().collect::<Vec<_>>() {
        let personas = [journey.personas.clone(), vec![id]].concat();
        project.journeys.put(tabiji::model::Journey { personas, ..journey });
    }
    id
}

#[test]
fn sheets_of_the_examples_fit_on_one_page() {
    for (name, lang) in [("winter-coat", Lang::Ja), ("hotel-stay", Lang::En)] {
        let project = example(name);
        for (nth, persona) in project.personas_in_order().into_iter().enumerate() {
            let sheet = sheet(&project, persona.id, lang);
            assert_clear(&persona.name, &sheet);
            assert!((sheet.size.w / sheet.size.h - std::f32::consts::SQRT_2).abs() < 0.01, "{:?}", sheet.size);
            let written = written(&sheet);
            for said in persona.goals.iter().chain(&persona.pains).chain([&persona.name, &persona.age]) {
                assert!(written.replace(' ', "").contains(&said.replace(' ', "")), "{said}");
            }
            keep(&format!("{name}-{nth}"), &sheet);
        }
    }
}

#[test]
fn a_business_persona_shows_its_company() {
    for lang in Lang::ALL {
        let project = template::project("b2b-saas", lang.code(), &mut IdSource::seeded(1)).unwrap();
        let persona = project.personas.iter().find(|persona| persona.kind == PersonaKind::B2b).unwrap();
        let sheet = sheet(&project, persona.id, lang);
        assert_clear("b2b", &sheet);
        let route = persona.organisation.approval_route.replace(' ', "");
        assert!(!route.is_empty() && written(&sheet).replace(' ', "").contains(&route));
        keep(&format!("b2b-{}", lang.code()), &sheet);
    }
}

#[test]
fn any_amount_of_text_fits_and_the_page_keeps_its_proportions() {
    for lang in Lang::ALL {
        let mut project = template::project("retail", lang.code(), &mut IdSource::seeded(1)).unwrap();
        let persona = full(&mut project, lang);
        let sheet = sheet(&project, persona, lang);
        assert_clear("full", &sheet);
        assert!((sheet.size.w / sheet.size.h - std::f32::consts::SQRT_2).abs() < 0.01, "{:?}", sheet.size);
        let written = written(&sheet);
        for said in ["Goal 6", "Pain 6", "Motivation 6", "Source 6", "Route", "Kpi", "Extra 3", "Based on", "segment"] {
            assert!(written.contains(said), "{said}");
        }
        keep(&format!("full-{}", lang.code()), &sheet);
    }
}

#[test]
fn an_empty_persona_says_so() {
    for (lang, words) in [(Lang::Ja, "まだ記入されていません"), (Lang::En, "Nothing has been filled in")] {
        let mut project = Project::default();
        let persona = Persona::new(IdSource::seeded(2).next(), OrderKey::default(), PersonaKind::B2c);
        let id = persona.id;
        project.personas.put(persona);
        let sheet = sheet(&project, id, lang);
        assert_clear("empty", &sheet);
        assert!(written(&sheet).contains(words));
        keep(&format!("empty-{}", lang.code()), &sheet);
    }
}

#[test]
fn the_same_persona_gives_the_same_bytes() {
    let project = example("winter-coat");
    let persona = project.personas_in_order()[0].id;
    let draw = || {
        let scene = compose_sheet(&sheet(&project, persona, Lang::Ja), Theme::of(ThemeKind::Print));
        tabiji::export::svg::to_svg(&scene, Lang::Ja, "")
    };
    assert_eq!(draw(), draw());
}

#[test]
fn findings_stand_on_a_page_and_name_what_they_are_about() {
    for (name, lang, words) in
        [("winter-coat", Lang::Ja, "施策のない課題"), ("hotel-stay", Lang::En, "Believed ≠ measured")]
    {
        let project = example(name);
        let overlay = Overlay::new(&project);
        let journey = project.journeys_in_order()[0].id;
        for (asked, overlay, proportion) in
            [("asked", Some(&overlay), 1.41), ("slide", Some(&overlay), 1.78), ("not-asked", None, 1.41)]
        {
            let sheet = place_findings(&project, journey, overlay, lang, proportion, &TextEngine::new()).unwrap();
            assert_clear(name, &sheet);
            let found = sheet.size.w / sheet.size.h;
            assert!((found - proportion).abs() < 0.01, "{name}: {found}");
            keep(&format!("findings-{name}-{asked}"), &sheet);
            assert!(overlay.is_none() || written(&sheet).contains(words), "{}", written(&sheet));
        }
    }
}
