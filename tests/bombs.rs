//! Files made to kill a process, given to the real program: each must be answered with a sentence, in its time and
//! in its memory. The program runs as a child under a limit of its address space; its highest memory is read from
//! `/proc` while it runs. Where there is no `/proc` the tests say so and measure nothing.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
#![expect(clippy::print_stdout, reason = "a skipped test says why")]

use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Address space of the child, in KiB.
const ADDRESS_SPACE: u64 = 1 << 20;
/// The most memory that a hostile file may cost, in KiB.
const MOST_MEMORY: u64 = 600 << 10;
/// The most memory for files that are refused before they are read or read in a stream, in KiB.
const LITTLE_MEMORY: u64 = 64 << 10;
/// An answer must be there by then; tests are built without optimisation and run side by side.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 5 });

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGED: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What became of the child.
struct Answer {
    code: Option<i32>,
    said: String,
    /// The highest memory, in KiB.
    memory: u64,
    took: Duration,
}

fn is_measurable() -> bool {
    let is = Path::new("/proc/self/status").exists();
    if !is {
        println!("skipped: no /proc here to read the memory of a process from");
    }
    is
}

fn answer(path: &Path) -> Answer {
    let limited = format!("ulimit -v {ADDRESS_SPACE}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_tabiji"), "feedback", "--lang", "en", "--json"]).arg(path);
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut memory = 0;
    let status = loop {
        memory = memory.max(highest_memory(&child));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(start.elapsed() < 2 * LONGEST, "no answer at all");
        std::thread::sleep(Duration::from_micros(500));
    };
    let took = start.elapsed();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    Answer { code: status.code(), said, memory, took }
}

fn highest_memory(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse().ok()).unwrap_or(0)
}

/// Refused with one sentence, in little memory.
fn is_refused(file: &NamedTempFile, word: &str) {
    let answer = is_survived(file, LITTLE_MEMORY);
    assert_eq!(answer.code, Some(2), "{}", answer.said);
    assert!(answer.said.contains(word), "{}", answer.said);
}

/// Answered at all: not killed, not out of time, not out of memory.
fn is_survived(file: &NamedTempFile, most_memory: u64) -> Answer {
    let answer = answer(file.path());
    assert!(answer.code.is_some_and(|code| code <= 2), "{:?}: {}", answer.code, answer.said);
    assert!(answer.memory <= most_memory, "{} KiB: {}", answer.memory, answer.said);
    assert!(answer.took <= LONGEST, "{:?}: {}", answer.took, answer.said);
    answer
}

fn file(suffix: &str, bytes: &[u8]) -> NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(suffix).tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

/// The parts that every workbook has, its sheet and its strings.
fn parts(sheet: &str, strings: &str) -> Vec<(&'static str, String)> {
    let link = |at: u32, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{at}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let links = link(1, "worksheet", "worksheets/sheet1.xml") + &link(2, "sharedStrings", "sharedStrings.xml");
    let list = format!(
        "<workbook {MAIN} xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations = |links: &str| format!("<Relationships xmlns=\"{PACKAGED}\">{links}</Relationships>");
    vec![
        ("_rels/.rels", relations(&link(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", list),
        ("xl/_rels/workbook.xml.rels", relations(&links)),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {MAIN}><sheetData>{sheet}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst {MAIN}{strings}</sst>")),
    ]
}

fn workbook(sheet: &str, strings: &str) -> NamedTempFile {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts(sheet, strings) {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    file(".xlsx", &archive.finish().unwrap().into_inner())
}

/// A workbook with so many parts of `bytes` spaces each, which take no room packed.
fn with_spaces(name: &str, bytes: usize, times: u32) -> NamedTempFile {
    let mut one = ZipWriter::new(Cursor::new(Vec::new()));
    one.start_file("spaces", SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..bytes >> 20 {
        one.write_all(&block).unwrap();
    }
    let mut spaces = ZipArchive::new(Cursor::new(one.finish().unwrap().into_inner())).unwrap();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts("", ">") {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    for at in 0..times {
        archive.raw_copy_file_rename(spaces.by_index(0).unwrap(), format!("{name}{at}.xml")).unwrap();
    }
    file(".xlsx", &archive.finish().unwrap().into_inner())
}

#[test]
fn archives_that_unpack_to_gigabytes() {
    if is_measurable() {
        is_refused(&with_spaces("xl/worksheets/more", 1 << 30, 1), "200");
        is_refused(&with_spaces("xl/worksheets/more", 100 << 20, 107), "200");
    }
}

#[test]
fn counts_of_strings_that_cannot_be() {
    if is_measurable() {
        for count in ["1000000000000000", "18446744073709551615"] {
            is_refused(&workbook("", &format!(" uniqueCount=\"{count}\"><si><t>a</t></si>")), "uniqueCount");
        }
    }
}

#[test]
fn a_cell_in_the_last_corner() {
    if is_measurable() {
        let corner = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
                      <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
        is_refused(&workbook(corner, ">"), "256");
    }
}

#[test]
fn one_long_string_in_twelve_thousand_cells() {
    if is_measurable() {
        let mut rows = String::new();
        for row in 1..=12_000 {
            let _ = write!(rows, "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>");
        }
        is_survived(&workbook(&rows, &format!("><si><t>{}</t></si>", "x".repeat(1 << 20))), LITTLE_MEMORY);
    }
}

#[test]
fn millions_of_cells() {
    if is_measurable() {
        let mut rows = String::new();
        for row in 1..=200_000 {
            let _ = write!(rows, "<row r=\"{row}\">{}</row>", "<c><v>1</v></c>".repeat(12));
        }
        is_survived(&workbook(&rows, ">"), LITTLE_MEMORY);
    }
}

#[test]
fn entities_that_multiply_or_ask_for_files() {
    if is_measurable() {
        let mut laughs = "<!DOCTYPE x [<!ENTITY a0 \"ha\">".to_owned();
        for n in 1..30 {
            let _ = write!(laughs, "<!ENTITY a{n} \"&a{0};&a{0};&a{0};&a{0};\">", n - 1);
        }
        for declared in
            [laughs + "<!ENTITY x \"&a29;\">]>", "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>".to_owned()]
        {
            let cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>";
            let sheet = format!("{declared}<worksheet {MAIN}><sheetData>{cell}</sheetData></worksheet>");
            let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
            for (name, text) in parts("", ">") {
                archive.start_file(name, SimpleFileOptions::default()).unwrap();
                let text = if name.contains("sheet1") { &sheet } else { &text };
                archive.write_all(text.as_bytes()).unwrap();
            }
            let file = file(".xlsx", &archive.finish().unwrap().into_inner());
            let answer = is_survived(&file, LITTLE_MEMORY);
            assert!(answer.code == Some(2) && !answer.said.contains("root:"), "{}", answer.said);
        }
    }
}

#[test]
fn a_quote_that_swallows_fifty_megabytes() {
    if is_measurable() {
        let mut text = "date,step,nps\n2026-11-01,shop,9\n2026-11-01,\"shop,9\n".to_owned();
        text += &"2026-11-01,shop,9\n".repeat(50 << 20 >> 4);
        is_survived(&file(".csv", text.as_bytes()), LITTLE_MEMORY);
        let endless = format!("step,nps\nshop,9\n\"{}", "x".repeat(50 << 20));
        is_survived(&file(".csv", endless.as_bytes()), LITTLE_MEMORY);
    }
}

#[test]
fn brackets_in_brackets() {
    if is_measurable() {
        let deep = "[".repeat(5 << 20);
        is_survived(&file(".json", format!("[{{\"step\": {deep}").as_bytes()), MOST_MEMORY);
        let rows = "{\"step\": \"shop\", \"nps\": 9}, ".repeat(200_000);
        is_survived(&file(".json", format!("[{rows}{{\"step\": \"shop\", \"nps\": 1}}]").as_bytes()), LITTLE_MEMORY);
    }
}
