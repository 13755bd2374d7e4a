//! The command as a script uses it.

use crate::base::{IdSource, OrderKey};
use crate::cli::args::{Cli, CommandArgs};
use crate::cli::{Console, Failure, Outcome};
use crate::i18n::Lang;
use crate::model::{DataSet, Journey, Phase, Project, Step};
use crate::store;
use clap::Parser as _;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use tempfile::TempDir;

struct Ran {
    result: Result<Outcome, Failure>,
    out: String,
    err: String,
}

fn run(folder: &TempDir, arguments: &[&str]) -> Ran {
    let place = |argument: &&str| match *argument {
        name if [".csv", ".ron"].iter().any(|ending| name.ends_with(ending)) => {
            folder.path().join(name).display().to_string()
        }
        other => other.to_owned(),
    };
    let line = ["tabiji", "feedback"].map(str::to_owned).into_iter().chain(arguments.iter().map(place));
    let Some(CommandArgs::Feedback(args)) = Cli::try_parse_from(line).unwrap().command else { panic!() };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console { out: &mut out, err: &mut err, is_watched: false, lang: Lang::En, is_lang_asked: true };
    let result = super::run(&args, &mut console);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { result, out: text(out), err: text(err) }
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        store::write_atomically(&folder.path().join(name), text.as_bytes()).unwrap();
    }
    folder
}

/// 40 answers about 来店 (20 promoters, 8 detractors), 10 about 支払い, 3 about 受け取り.
fn answers() -> String {
    let mut text = "date,step,channel,score,csat\n".to_owned();
    for n in 0..40 {
        let score = match n {
            0..20 => 10,
            20..32 => 8,
            _ => 3,
        };
        let _ = writeln!(text, "2026-01-{:02},来店,店舗,{score},{}", n % 28 + 1, n % 5 + 1);
    }
    for n in 0..10 {
        let _ = writeln!(text, "2026-02-01,支払い,EC,{n},5");
    }
    text + &"2026-02-01,受け取り,EC,9,\n".repeat(3) + "2026-02-01,受け取り,EC,12,\n"
}

fn save_map(path: &Path, names: &[&str]) {
    let (mut project, mut ids) = (Project::default(), IdSource::seeded(9));
    let journey = Journey::new(ids.next(), OrderKey::default());
    let phase = Phase::new(ids.next(), journey.id, OrderKey::default());
    for (name, order) in names.iter().zip(OrderKey::spread(None, None, names.len())) {
        project.steps.put(Step { name: (*name).to_owned(), ..Step::new(ids.next(), phase.id, order) });
    }
    project.journeys.put(journey);
    project.phases.put(phase);
    store::save(path, &project).unwrap();
}

#[test]
fn the_json_object_is_that_of_the_manual() {
    let folder = folder(&[("a.csv", &answers())]);
    let ran = run(&folder, &["a.csv", "--column", "nps=score", "--json"]);
    assert_eq!(ran.result, Ok(Outcome::Report));
    let keys = ["source", "name", "bytes", "rows", "encoding", "sha256", "columns", "rejected", "duplicates", "steps"];
    let places: Vec<usize> = keys.iter().map(|key| ran.out.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{}", ran.out);
    let object: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(object["source"]["rows"], 54);
    assert_eq!(object["columns"]["nps"], "score");
    assert_eq!(object["rejected"], json!([{"reason": "off-scale", "rows": 1, "first_line": 55}]));
    assert_eq!(object["steps"][0], json!({"name": "受け取り", "hidden": true}));
    // The next smallest one is hidden too, or 53 − 40 − 10 would tell.
    assert_eq!(object["steps"][1], json!({"name": "支払い", "hidden": true}));
    let step = &object["steps"][2];
    assert_eq!((&step["name"], &step["n"], &step["nps"]["value"]), (&json!("来店"), &json!(40), &json!(30.0)));
    assert_eq!(step["nps"]["median"], 9.0);
    assert_eq!((&step["csat"]["mean"], &step["csat"]["top2"]), (&json!(3.0), &json!(40.0)));
    assert_eq!((&step["ces"], &step["channels"]), (&Value::Null, &json!([{"name": "店舗", "n": 40}])));
    assert_eq!(step["months"], json!([{"month": "2026-01", "n": 40, "nps": 30.0}]));
    assert_eq!((&object["lowest"], &object["unassigned"]), (&json!(["来店"]), &json!({"rows": 0, "names": []})));
}

#[test]
fn with_a_project_names_are_its_steps() {
    let folder = folder(&[("a.csv", &answers())]);
    save_map(&folder.path().join("map.ron"), &["来店", "受取り"]);
    let ran = run(&folder, &["a.csv", "--column", "nps=score", "--project", "map.ron", "--json"]);
    let object: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(object["steps"].as_array().unwrap().len(), 1);
    assert_eq!(object["unassigned"]["rows"], 13);
    assert_eq!(object["unassigned"]["names"][0], json!({"name": "支払い", "rows": 10}));
    let ran = run(&folder, &["a.csv", "--project", "map.ron"]);
    assert!(ran.err.contains("受け取り (3 rows); is it “受取り”?"), "{}", ran.err);
}

#[test]
fn apply_puts_the_answers_into_the_project_once() {
    let folder = folder(&[("a.csv", &answers())]);
    let map = folder.path().join("map.ron");
    save_map(&map, &["来店"]);
    for _ in 0..2 {
        let ran = run(&folder, &["a.csv", "--project", "map.ron", "--apply", "--json"]);
        assert_eq!(ran.result, Ok(Outcome::Report));
        assert!(ran.err.contains("Added to"), "{}", ran.err);
        let project = store::open(&map).unwrap().loaded.project;
        assert_eq!(project.data_sets.len(), 1);
        assert_eq!(project.data_sets.iter().next().unwrap().answers.len(), 3);
    }
    let ran = run(&folder, &["a.csv", "--project", "map.ron", "--apply", "-o", "other.ron"]);
    assert!(ran.result.is_ok());
    assert_eq!(store::open(&folder.path().join("other.ron")).unwrap().loaded.project.data_sets.len(), 1);
}

#[test]
fn the_next_file_is_added_or_replaces_and_it_is_said() {
    let next = answers().replace("2026-01", "2026-03").replace("2026-02", "2026-04");
    let whole = format!("{}{}", answers(), next.lines().skip(1).fold(String::new(), |text, line| text + line + "\n"));
    let folder = folder(&[("a.csv", &answers()), ("b.csv", &next), ("c.csv", &whole)]);
    let map = folder.path().join("map.ron");
    save_map(&map, &["来店"]);
    let apply = |file: &str, more: &[&str]| {
        let ran = run(&folder, &[&[file, "--project", "map.ron", "--apply", "--json"], more].concat());
        let project = store::open(&map).unwrap().loaded.project;
        let sets: Vec<(String, u64, usize)> =
            project.data_sets_in_order().iter().map(|set| (set.name.clone(), set.used(), set.imports.len())).collect();
        (ran, sets)
    };
    let named = |used, imports| vec![("survey".to_owned(), used, imports)];
    assert_eq!(apply("a.csv", &[]).1[0].1, 53);
    let mut project = store::open(&map).unwrap().loaded.project;
    let set = project.data_sets_in_order()[0].clone();
    project.data_sets.put(DataSet { name: "survey".into(), ..set });
    store::save(&map, &project).unwrap();
    let (ran, sets) = apply("b.csv", &[]);
    assert!(ran.err.contains("b.csv: 53 answers added to “survey”; no month is in both."), "{}", ran.err);
    assert_eq!(sets, named(106, 2));
    let (ran, sets) = apply("b.csv", &[]);
    assert!(ran.err.contains("nothing was counted"), "{}", ran.err);
    assert_eq!(sets, named(106, 2));
    let (ran, sets) = apply("b.csv", &["--add-to", "survey"]);
    assert!(ran.result.unwrap_err().0.contains("would count twice"));
    assert_eq!(sets, named(106, 2));
    let (ran, sets) = apply("c.csv", &[]);
    assert!(ran.err.contains("106 answers in the place of the 106 of “survey”, of which they hold 106"), "{}", ran.err);
    assert_eq!(sets, named(106, 3));
    assert_eq!(apply("a.csv", &["--replace", "survey"]).1, named(53, 4));
    assert_eq!(apply("b.csv", &["--as-new"]).1.len(), 2);
    let (ran, _) = apply("b.csv", &["--add-to", "x"]);
    assert!(ran.result.unwrap_err().0.contains("There are: survey, b.csv"));
}

#[test]
fn several_files_are_put_together() {
    let folder = folder(&[("a.csv", &answers()), ("b.csv", &answers().replace("2026-01", "2025-12"))]);
    let ran = run(&folder, &["a.csv", "b.csv", "--json"]);
    let object: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(object["source"].as_array().unwrap().len(), 2);
    assert_eq!(object["rejected"][0]["rows"], 2);
    assert_eq!(object["steps"][2]["n"], 80);
    assert_eq!(object["steps"][2]["months"].as_array().unwrap().len(), 2);
}

#[test]
fn tables_hide_what_json_hides() {
    let folder = folder(&[("a.csv", &answers())]);
    let csv = run(&folder, &["a.csv", "--csv"]).out;
    assert!(csv.lines().any(|line| line.starts_with("支払い,,true,,")), "{csv}");
    assert!(csv.lines().any(|line| line.starts_with("来店,40,false,40,30.00,")), "{csv}");
    let ran = run(&folder, &["a.csv"]);
    assert!(ran.out.contains("hidden: too few answers to show") && ran.out.contains("+30.0"), "{}", ran.out);
    assert!(ran.err.contains("1 left out from line 55: outside the scale"), "{}", ran.err);
}

/// 60 answers a month about 来店 in two channels, 40 about 支払い, 10 about 受け取り, for four months.
fn months() -> String {
    let mut text = "date,step,channel,score\n".to_owned();
    for month in 1..=4 {
        for n in 0..60 {
            let (channel, score) = if n % 2 == 0 { ("店舗", 10) } else { ("EC", if month < 3 { 9 } else { 2 }) };
            let _ = writeln!(text, "2026-{month:02}-03,来店,{channel},{score}");
        }
        for n in 0..40 {
            let channel = if month == 1 && n < 3 { "店舗" } else { "EC" };
            let _ = writeln!(text, "2026-{month:02}-03,支払い,{channel},{}", n % 11);
        }
        for _ in 0..10 {
            let _ = writeln!(text, "2026-{month:02}-03,受け取り,店舗,8");
        }
    }
    text
}

#[test]
fn phases_stand_beside_the_steps_in_every_form() {
    let folder = folder(&[("a.csv", &months())]);
    save_map(&folder.path().join("map.ron"), &["来店", "支払い"]);
    let arguments = ["a.csv", "--column", "nps=score", "--project", "map.ron"];
    let json = run(&folder, &[&arguments[..], &["--json"]].concat()).out;
    let object: Value = serde_json::from_str(&json).unwrap();
    let phase = &object["phases"][0];
    assert_eq!((&phase["n"], &phase["nps"]["n"], &phase["change"]["proven"]), (&json!(400), &json!(400), &json!(true)));
    assert!(phase["nps"]["low"].as_f64() < phase["nps"]["value"].as_f64());
    assert!(phase.get("channels").is_none() && phase.get("months").is_none(), "{phase}");
    let apart = &object["steps"][0]["channels_apart"];
    assert_eq!(
        (&apart[0]["name"], &apart[0]["side"], &apart[1]["side"]),
        (&json!("EC"), &json!("lower"), &json!("higher"))
    );
    let text = run(&folder, &arguments).out;
    let phases = text.split_once("\n\n").unwrap().1;
    assert!(phases.starts_with("Phase") && phases.contains("400") && phases.contains("proven change"), "{text}");
    let csv = run(&folder, &[&arguments[..], &["--csv"]].concat()).out;
    assert!(csv.lines().last().unwrap().contains(",400,false,400,") && csv.contains(",phase,"), "{csv}");
    assert!(run(&folder, &["a.csv", "--json"]).out.find("phases").is_none(), "without a map there are none");
}

#[test]
fn a_filter_is_named_and_hides_what_would_give_away_a_small_group() {
    let folder = folder(&[("a.csv", &months())]);
    save_map(&folder.path().join("map.ron"), &["来店", "支払い", "受け取り"]);
    let arguments = ["a.csv", "--column", "nps=score", "--project", "map.ron", "--channel", "ｅｃ"];
    let object: Value = serde_json::from_str(&run(&folder, &[&arguments[..], &["--json"]].concat()).out).unwrap();
    assert_eq!(object["filter"], json!({"channels": ["EC"]}));
    assert_eq!((&object["steps"][0]["name"], &object["steps"][0]["n"]), (&json!("来店"), &json!(120)));
    // All but three of the answers about 支払い are from EC: with the whole those three would be known.
    assert_eq!(object["steps"][1], json!({"name": "支払い", "hidden": true}));
    assert_eq!(object["steps"][2]["hidden"], true);
    assert_eq!(object["phases"][0]["hidden"], true);
    let of_a_quarter = ["--period", "2026-02..2026-03"];
    let text = run(&folder, &[&arguments[..5], &of_a_quarter].concat()).out;
    assert!(text.starts_with("Only 2026-02 to 2026-03: 220 answers shown\n"), "{text}");
    let csv = run(&folder, &[&arguments[..5], &of_a_quarter, &["--csv"]].concat()).out;
    assert!(csv.lines().nth(1).unwrap().ends_with(",2026-02 to 2026-03"), "{csv}");
    // The same without a map.
    let text = run(&folder, &["a.csv", "--column", "nps=score", "--channel", "EC", "--lang", "en"]).out;
    assert!(text.starts_with("Only EC: 120 answers shown") && text.contains("hidden"), "{text}");
    let said = |arguments: &[&str]| run(&folder, arguments).result.unwrap_err().0;
    assert!(said(&["a.csv", "--channel", "電話"]).contains("There are: EC · 店舗"));
    assert!(said(&["a.csv", "--segment", "x"]).contains("the answers name none"));
    assert!(said(&["a.csv", "--period", "2027-01.."]).contains("from 2026-01 to 2026-04"));
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence() {
    let folder = folder(&[("a.csv", "x,y\n1,2\n")]);
    let said = |arguments: &[&str]| run(&folder, arguments).result.unwrap_err().0;
    assert!(said(&["none.csv"]).contains("could not be read"));
    assert!(said(&["a.csv"]).contains("No column was recognised as Step"));
    assert!(said(&["a.csv", "--column", "nps=z"]).contains("no column “z”"));
    assert!(said(&["a.csv", "--project", "none.ron"]).contains("none.ron"));
}
