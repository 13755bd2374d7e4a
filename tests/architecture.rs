//! The layers of `ARCHITECTURE.md`, held by a test: a module imports only from layers below its own, only
//! `ui` names egui, every module says what it is for.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::fs;
use std::path::{Path, PathBuf};

/// Modules with their layer, and the siblings in the same layer that they may know.
const LAYERS: &[(&str, u8, &[&str])] = &[
    ("base", 0, &[]),
    ("model", 1, &[]),
    ("compare", 2, &[]),
    ("edit", 2, &[]),
    ("store", 2, &[]),
    ("merge", 2, &["edit"]),
    ("feedback", 2, &[]),
    ("insight", 2, &["feedback"]),
    ("template", 2, &[]),
    ("i18n", 3, &[]),
    ("look", 3, &[]),
    ("text", 3, &[]),
    ("import", 4, &[]),
    ("layout", 4, &[]),
    ("scene", 5, &[]),
    ("export", 6, &[]),
    ("app", 7, &[]),
    ("cli", 7, &["app"]),
    ("ui", 8, &[]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every file under `src` with the module it belongs to and its text.
fn files() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found
        .into_iter()
        .map(|path| {
            let relative = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let module = relative.split(['/', '.']).next().unwrap().to_owned();
            (module, relative, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn layer(module: &str) -> Option<(u8, &'static [&'static str])> {
    LAYERS.iter().find(|(name, ..)| *name == module).map(|(_, layer, siblings)| (*layer, *siblings))
}

#[test]
fn imports_go_down() {
    for (module, file, text) in files() {
        let Some((own, siblings)) = layer(&module) else {
            assert!(matches!(module.as_str(), "lib" | "main"), "{file}: {module} has no layer");
            continue;
        };
        for (number, line) in text.lines().enumerate() {
            for (at, _) in line.match_indices("crate::") {
                let named: String =
                    line[at + 7..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                let Some((other, _)) = layer(&named) else { continue };
                let allowed = named == module || other < own || siblings.contains(&named.as_str());
                assert!(allowed, "src/{file}:{}: {module} (layer {own}) names {named} (layer {other})", number + 1);
            }
        }
    }
}

#[test]
fn only_the_window_names_egui() {
    for (module, file, text) in files() {
        if module == "ui" {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap();
            let names = code.contains("egui::") || code.contains("eframe::") || code.contains("use egui");
            assert!(!names, "src/{file}:{}: only src/ui names egui", number + 1);
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for (_, file, text) in files() {
        assert!(text.starts_with("//!"), "src/{file} begins without //!");
    }
}

#[test]
fn colours_of_egui_are_made_from_tokens() {
    for (module, file, text) in files() {
        if module != "ui" || file == "ui/theme.rs" {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            assert!(!line.contains("Color32::from_"), "src/{file}:{}: take a token of look::Theme", number + 1);
        }
    }
}
