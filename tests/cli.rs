//! The command line as scripts use it: what is written, what is said, how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use clap::Parser as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tabiji::app::{AppCommand, Session, perform};
use tabiji::base::IdSource;
use tabiji::cli::args::Cli;
use tabiji::cli::{self, Console, Failure, Outcome};
use tabiji::edit::Command as Edit;
use tabiji::i18n::Lang;
use tabiji::model::Card;
use tempfile::TempDir;

struct Run {
    result: Result<Outcome, Failure>,
    out: String,
    err: String,
}

impl Run {
    fn failure(&self) -> &str {
        &self.result.as_ref().unwrap_err().0
    }
}

fn run_watched(args: &[&str], lang: Lang, is_watched: bool) -> Run {
    let parsed = Cli::try_parse_from(["tabiji"].iter().chain(args)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console { out: &mut out, err: &mut err, is_watched, lang, is_lang_asked: true };
    let result = cli::run(&parsed.command.unwrap(), &mut console);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { result, out: text(out), err: text(err) }
}

fn run(args: &[&str], lang: Lang) -> Run {
    run_watched(args, lang, false)
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A project from the shop template, in a folder with a Japanese name.
fn shop(folder: &TempDir, lang: Lang) -> PathBuf {
    let inside = folder.path().join("旅路 フォルダー");
    fs::create_dir(&inside).unwrap();
    let path = inside.join("お店 の旅.ron");
    let made = run(&["new", "--template", "retail", "-o", text(&path)], lang);
    assert_eq!(made.result, Ok(Outcome::Done), "{}", made.err);
    path
}

fn put(path: &Path, bytes: &[u8]) {
    tabiji::store::write_atomically(path, bytes).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn assert_is_svg(svg: &str) {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut elements = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(_) => elements += 1,
            _ => {}
        }
    }
    assert!(elements > 50, "only {elements} elements");
}

#[test]
fn a_saved_view_is_drawn_by_its_name() {
    let folder = folder();
    let path = shop(&folder, Lang::En);
    let text_of = |path: &Path| fs::read_to_string(path).unwrap();
    let out = folder.path().join("map.svg");
    let missing = run(&["export", text(&path), "-o", text(&out), "--view", "Guesses"], Lang::En);
    assert!(missing.failure().contains("no saved views"), "{}", missing.failure());

    let mut project = tabiji::store::open(&path).unwrap().loaded.project;
    let mut ids = tabiji::base::IdSource::seeded(99);
    let mut view = tabiji::model::SavedView::new(ids.next(), tabiji::base::OrderKey::default());
    view.name = "Known facts".to_owned();
    view.lost.push("Warehouse".to_owned());
    view.filter.evidence.push(tabiji::model::Evidence::Researched);
    view.filter.others = tabiji::model::OtherCards::Hidden;
    project.put(view.into());
    put(&path, tabiji::store::to_text(&project).unwrap().as_bytes());
    let drawn = run(&["export", text(&path), "-o", text(&out), "--view", "known  facts"], Lang::En);
    assert_eq!(drawn.result, Ok(Outcome::Done), "{}", drawn.err);
    assert!(drawn.err.contains("Warehouse"), "what the view lost is said: {}", drawn.err);
    assert!(text_of(&out).contains("the other cards are left out"), "the picture says that it is not everything");
    let wrong = run(&["export", text(&path), "-o", text(&out), "--view", "Guesses"], Lang::En);
    assert!(wrong.failure().contains("Known facts"), "{}", wrong.failure());
}

#[test]
fn from_a_template_to_pictures_in_both_languages() {
    for lang in Lang::ALL {
        let folder = folder();
        let project = shop(&folder, lang);
        let checked = run(&["check", text(&project)], lang);
        assert_eq!(checked.result, Ok(Outcome::Done), "{}", checked.out);

        let (png, svg) = (project.with_extension("png"), project.with_extension("svg"));
        let drawn = run(&["export", text(&project), "-o", text(&png), "--width", "900"], lang);
        assert_eq!(drawn.result, Ok(Outcome::Done), "{}", drawn.err);
        let picture = image::load_from_memory(&fs::read(&png).unwrap()).unwrap();
        assert_eq!(picture.width(), 900);
        assert!(drawn.err.contains(&format!("900 × {}", picture.height())), "{}", drawn.err);
        let colors: std::collections::BTreeSet<_> = picture.to_rgb8().pixels().map(|pixel| pixel.0).collect();
        assert!(colors.len() > 50, "a map has more than {} colours", colors.len());

        let drawn = run(&["export", text(&project), "-o", text(&svg), "--theme", "dark"], lang);
        assert_eq!(drawn.result, Ok(Outcome::Done), "{}", drawn.err);
        assert_is_svg(&fs::read_to_string(&svg).unwrap());
    }
}

#[test]
fn templates_are_listed_with_their_keys() {
    let listed = run(&["templates"], Lang::Ja);
    assert_eq!(listed.result, Ok(Outcome::Done));
    let keys: Vec<&str> = listed.out.lines().map(|line| line.split(' ').next().unwrap()).collect();
    let known: Vec<&str> = tabiji::template::all().iter().map(|info| info.key).collect();
    assert_eq!(keys, known);
}

#[test]
fn new_overwrites_nothing_and_knows_its_templates() {
    let folder = folder();
    let path = folder.path().join("a.ron");
    put(&path, "mine".as_bytes());
    let made = run(&["new", "--template", "hotel", "-o", text(&path)], Lang::En);
    assert!(made.failure().contains("already"), "{}", made.failure());
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");

    let missing = folder.path().join("b.ron");
    let made = run(&["new", "--template", "shop", "-o", text(&missing)], Lang::En);
    assert!(made.failure().contains("retail"), "{}", made.failure());
    let made = run(&["new", "--template", "hotel", "-o", text(&folder.path().join("gone/b.ron"))], Lang::Ja);
    assert!(made.failure().contains("フォルダー"), "{}", made.failure());
    assert_eq!(names(folder.path()), ["a.ron"]);
}

#[test]
fn every_journey_is_drawn_to_a_file_of_its_own() {
    let folder = folder();
    let project = shop(&folder, Lang::Ja);
    let count = tabiji::store::open(&project).unwrap().loaded.project.journeys.len();
    let all = project.parent().unwrap().join("絵.svg");
    let drawn = run(&["export", text(&project), "-o", text(&all), "--all"], Lang::Ja);
    assert_eq!(drawn.result, Ok(Outcome::Done), "{}", drawn.err);
    let mut expected: Vec<String> = (1..=count).map(|number| format!("絵-{number}.svg")).collect();
    expected.push("お店 の旅.ron".to_owned());
    expected.sort();
    assert_eq!(names(project.parent().unwrap()), expected);
}

#[test]
fn a_journey_is_chosen_by_its_title() {
    let folder = folder();
    let project = shop(&folder, Lang::Ja);
    let loaded = tabiji::store::open(&project).unwrap().loaded.project;
    let title = &loaded.journeys_in_order()[0].title;
    let svg = project.with_extension("svg");
    let drawn = run(&["export", text(&project), "-o", text(&svg), "--journey", title], Lang::Ja);
    assert_eq!(drawn.result, Ok(Outcome::Done), "{}", drawn.err);

    let drawn = run(&["export", text(&project), "-o", text(&svg), "--journey", "どこにもない旅"], Lang::Ja);
    assert!(drawn.failure().contains("どこにもない旅") && drawn.failure().contains(title), "{}", drawn.failure());
}

#[test]
fn a_to_be_is_drawn_over_its_as_is() {
    let folder = folder();
    let path = shop(&folder, Lang::Ja);
    let svg = path.with_extension("svg");
    let args = ["export", text(&path), "-o", text(&svg), "--compare"];
    assert!(run(&args, Lang::Ja).failure().contains("理想"), "there is none yet");

    let project = tabiji::store::open(&path).unwrap().loaded.project;
    let mut session = Session::new(project, None, IdSource::seeded(1));
    perform(&mut session, AppCommand::MakeToBe, Lang::Ja).unwrap();
    let card = session.project().cards.iter().find(|card| card.origin.is_some()).unwrap().clone();
    session.run(&Edit::Edit(Card { text: "別の進め方".into(), ..card }.into())).unwrap();
    tabiji::store::save(&path, session.project()).unwrap();
    assert_eq!(run(&args, Lang::Ja).result, Ok(Outcome::Done));
    let svg = fs::read_to_string(&svg).unwrap();
    assert!(svg.contains("別の進め方（変更）"), "the change is marked");
}

#[test]
fn the_sheet_of_a_persona_is_drawn_by_its_name() {
    let folder = folder();
    let project = shop(&folder, Lang::Ja);
    let persona = tabiji::store::open(&project).unwrap().loaded.project.personas_in_order()[0].clone();
    for name in ["sheet.svg", "sheet.png"] {
        let sheet = folder.path().join(name);
        let args = ["export", text(&project), "-o", text(&sheet), "--persona", &persona.name];
        assert_eq!(run(&args, Lang::Ja).result, Ok(Outcome::Done), "{name}");
        let first = fs::read(&sheet).unwrap();
        run(&args, Lang::Ja);
        assert!(first == fs::read(&sheet).unwrap(), "{name}: the same input gives the same bytes");
    }
    let svg = fs::read_to_string(folder.path().join("sheet.svg")).unwrap();
    assert_is_svg(&svg);
    assert!(svg.contains(&persona.name) && svg.contains(&persona.summary));
    let nobody = run(&["export", text(&project), "-o", "x.svg", "--persona", "どこにもいない人"], Lang::Ja);
    assert!(nobody.failure().contains(&persona.name), "says who there is: {}", nobody.failure());
}

#[test]
fn what_cannot_be_drawn_is_said_with_its_file_and_leaves_no_picture() {
    let folder = folder();
    let project = shop(&folder, Lang::En);
    let inside = project.parent().unwrap();
    let (empty, blob) = (inside.join("空.ron"), inside.join("blob.ron"));
    put(&empty, "".as_bytes());
    put(&blob, b"\x89PNG\r\n\x1a\n\0\0");
    let before = names(inside);
    let png = text(&inside.join("out.png")).to_owned();
    let said = |file: &Path, output: &str, more: &[&str]| {
        let args = [&["export", text(file), "-o", output], more].concat();
        run(&args, Lang::En).failure().to_owned()
    };
    for file in [&empty, &blob, &inside.join("nowhere.ron")] {
        let sentence = said(file, &png, &[]);
        assert!(sentence.contains(text(file)), "{sentence}");
    }
    assert!(said(&project, text(&inside.join("out.gif")), &[]).contains(".svg"));
    assert!(said(&project, text(&inside.join("gone/out.png")), &[]).contains("folder"));
    assert!(said(&project, &png, &["--width", "65000"]).contains("32768"));
    assert_eq!(names(inside), before);
}

#[test]
fn a_damaged_project_is_drawn_as_far_as_it_can_be_read() {
    let folder = folder();
    let project = shop(&folder, Lang::En);
    let whole = fs::read_to_string(&project).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let mut torn = lines.clone();
    torn[lines.len() / 2] = "Card((broken";
    put(&project, torn.join("\n").as_bytes());
    let drawn = run(&["export", text(&project), "-o", text(&project.with_extension("svg"))], Lang::En);
    assert_eq!(drawn.result, Ok(Outcome::Report), "{}", drawn.err);
    assert!(drawn.err.contains("damaged"), "{}", drawn.err);
}

#[test]
fn progress_is_shown_to_people_only() {
    let folder = folder();
    let project = shop(&folder, Lang::En);
    let png = project.with_extension("png");
    let args = ["export", text(&project), "-o", text(&png), "--scale", "0.5"];
    assert!(run_watched(&args, Lang::En, true).err.contains("100 %"));
    assert!(!run(&args, Lang::En).err.contains('%'));
}

fn tabiji() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tabiji"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    command
}

#[test]
fn the_exit_code_says_how_it_went() {
    let folder = folder();
    let project = shop(&folder, Lang::En);
    let code = |args: &[&str]| tabiji().args(args).output().unwrap().status.code();
    assert_eq!(code(&["check", text(&project)]), Some(0));
    assert_eq!(code(&["check", text(&folder.path().join("none.ron"))]), Some(2));
    assert_eq!(code(&["export", text(&project)]), Some(2));
}

#[test]
fn without_a_display_the_window_says_so_in_a_sentence() {
    let output = tabiji().args(["--lang", "en"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("tabiji export"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_map_is_brought_in_and_what_was_not_understood_is_said_with_its_line() {
    let folder = folder();
    let source = folder.path().join("朝.mmd");
    tabiji::store::write_atomically(&source, "journey\ntitle 朝\nsection 起きる\n洗う: 4: 私\n違う行\n".as_bytes())
        .unwrap();
    let out = folder.path().join("out.ron");
    let done = run(&["import", text(&source), "-o", text(&out)], Lang::Ja);
    assert_eq!(done.result, Ok(Outcome::Report), "{}", done.err);
    assert!(done.err.contains("5行目"), "{}", done.err);
    let project = tabiji::store::open(&out).unwrap().loaded.project;
    assert_eq!((project.steps.len(), project.personas.len(), project.info.title.as_str()), (1, 1, "朝"));
    let again = run(&["import", text(&source), "-o", text(&out)], Lang::En);
    assert!(again.failure().contains("there already"));
    let table = folder.path().join("map.csv");
    tabiji::store::write_atomically(&table, b",See,Buy\nActions,look,pay\nPain points,slow,dear\n").unwrap();
    let into = run(&["import", text(&table), "--into", text(&out), "-o", text(&out)], Lang::En);
    assert_eq!(into.result, Ok(Outcome::Done), "{}", into.err);
    assert_eq!(tabiji::store::open(&out).unwrap().loaded.project.journeys.len(), 2);
    let merged = run(&["import", text(&table), "--into", text(&out), "--journey", "map", "-o", text(&out)], Lang::En);
    assert_eq!(merged.result, Ok(Outcome::Done), "{}", merged.err);
    assert_eq!(tabiji::store::open(&out).unwrap().loaded.project.journeys.len(), 2);
    let nothing = folder.path().join("notes.md");
    tabiji::store::write_atomically(&nothing, b"# notes\n").unwrap();
    assert!(run(&["import", text(&nothing), "-o", "x.ron"], Lang::En).failure().contains("holds no map"));
}

#[test]
fn a_workbook_comes_back_into_its_project() {
    let folder = folder();
    let shop = shop(&folder, Lang::En);
    let project = tabiji::store::open(&shop).unwrap().loaded.project;
    let journeys: Vec<_> = project.journeys_in_order().iter().map(|journey| journey.id).collect();
    let book = folder.path().join("shop.xlsx");
    let bytes = tabiji::export::to_xlsx(&project, &journeys, None, Lang::En).unwrap();
    tabiji::store::write_atomically(&book, &bytes).unwrap();
    let done = run(&["import", text(&book), "--into", text(&shop), "-o", text(&shop)], Lang::En);
    assert_eq!(done.result, Ok(Outcome::Done), "{}", done.err);
    assert!(done.err.contains("Changes made: 0"), "{}", done.err);
    let new = folder.path().join("new.ron");
    let done = run(&["import", text(&book), "-o", text(&new)], Lang::En);
    assert!(done.result.is_ok(), "{}", done.err);
    let again = tabiji::store::open(&new).unwrap().loaded.project;
    assert_eq!((again.journeys.len(), again.steps.len()), (project.journeys.len(), project.steps.len()));
}
