//! Workbooks made by the tests: sound ones as people make them, and bombs, each refused with a sentence.

use super::{FeedbackError, Heading, Layout, Look, Outcome, Reason, plans, preview, preview_with, read, read_all};
use crate::model::{ColumnRole, Dimension};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;
use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;

/// A cell of a sheet.
#[derive(Clone, Copy)]
enum Cell {
    Text(&'static str),
    Number(f64),
    /// A day number with the format of a date.
    Day(f64),
    Blank,
}

use Cell::{Blank, Day, Number, Text};

/// A sheet's name, its rows, its merged places.
type Sheet = (&'static str, Vec<Vec<Cell>>, &'static [&'static str]);

/// A workbook: sheets of rows, merged places, the year it counts from.
#[derive(Default)]
struct Book {
    sheets: Vec<Sheet>,
    from_1904: bool,
}

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn column_name(at: usize) -> char {
    char::from(b'A' + at as u8)
}

impl Book {
    fn sheet(rows: Vec<Vec<Cell>>, merged: &'static [&'static str]) -> Self {
        Self { sheets: vec![("回答", rows, merged)], from_1904: false }
    }

    fn save(&self) -> NamedTempFile {
        let mut strings: Vec<&str> = Vec::new();
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        for (at, (_, rows, merged)) in self.sheets.iter().enumerate() {
            let mut xml = format!("<worksheet {MAIN}><sheetData>");
            for (row, cells) in rows.iter().enumerate() {
                let _ = write!(xml, "<row r=\"{}\">", row + 1);
                for (column, cell) in cells.iter().enumerate() {
                    let place = format!("{}{}", column_name(column), row + 1);
                    let _ = match cell {
                        Text(text) => {
                            strings.push(text);
                            write!(xml, "<c r=\"{place}\" t=\"s\"><v>{}</v></c>", strings.len() - 1)
                        }
                        Number(number) => write!(xml, "<c r=\"{place}\"><v>{number}</v></c>"),
                        Day(number) => write!(xml, "<c r=\"{place}\" s=\"1\"><v>{number}</v></c>"),
                        Blank => Ok(()),
                    };
                }
                xml += "</row>";
            }
            xml += "</sheetData>";
            if !merged.is_empty() {
                let _ = write!(xml, "<mergeCells count=\"{}\">", merged.len());
                for place in *merged {
                    let _ = write!(xml, "<mergeCell ref=\"{place}\"/>");
                }
                xml += "</mergeCells>";
            }
            xml += "</worksheet>";
            parts.push((format!("xl/worksheets/sheet{}.xml", at + 1), xml.into_bytes()));
        }
        let count = strings.len();
        let mut xml = format!("<sst {MAIN} count=\"{count}\" uniqueCount=\"{count}\">");
        for text in &strings {
            let _ = write!(xml, "<si><t>{text}</t><rPh sb=\"0\" eb=\"1\"><t>よみ</t></rPh></si>");
        }
        xml += "</sst>";
        parts.push(("xl/sharedStrings.xml".to_owned(), xml.into_bytes()));
        let names: Vec<&str> = self.sheets.iter().map(|(name, ..)| *name).collect();
        archive(&[frame(&names, self.from_1904), parts].concat())
    }
}

/// The parts that every workbook has.
fn frame(sheets: &[&str], from_1904: bool) -> Vec<(String, Vec<u8>)> {
    let mut list = String::new();
    let mut links = String::new();
    for (at, name) in (1..).zip(sheets) {
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>");
        let _ = write!(
            links,
            "<Relationship Id=\"rId{at}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
    }
    let last = sheets.len() + 1;
    let _ = write!(links, "<Relationship Id=\"rId{last}\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>");
    let _ = write!(
        links,
        "<Relationship Id=\"rId{}\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/>",
        last + 1
    );
    let packaged = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let part = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    vec![
        part(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        part(
            "_rels/.rels",
            format!(
                "<Relationships {packaged}><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        part(
            "xl/workbook.xml",
            format!(
                "<workbook {MAIN} xmlns:r=\"{RELATIONS}\"><workbookPr date1904=\"{}\"/><sheets>{list}</sheets></workbook>",
                u8::from(from_1904)
            ),
        ),
        part("xl/_rels/workbook.xml.rels", format!("<Relationships {packaged}>{links}</Relationships>")),
        part(
            "xl/styles.xml",
            format!(
                "<styleSheet {MAIN}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
    ]
}

fn archive(parts: &[(String, Vec<u8>)]) -> NamedTempFile {
    let file = tempfile::Builder::new().suffix(".xlsx").tempfile().unwrap();
    let mut writer = zip::ZipWriter::new(file.reopen().unwrap());
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap();
    file
}

fn read_it(path: &Path) -> Outcome {
    let plan = preview(path).unwrap().plan;
    read(path, &plan, &mut |_| {}, &AtomicBool::new(false)).unwrap()
}

fn rows_of(outcome: &Outcome) -> Vec<(String, u64)> {
    let whole = |answers: &crate::model::StepAnswers| {
        answers.slices.iter().find(|slice| slice.by == Dimension::Whole).map_or(0, |slice| slice.rows)
    };
    outcome.answers.iter().map(|answers| (answers.name.clone(), whole(answers))).collect()
}

/// An ugly sheet as people keep it: a title merged over it, a remark, a blank row, steps merged downwards.
fn ugly() -> Book {
    Book::sheet(
        vec![
            vec![Text("2026年度 満足度調査（速報）"), Blank, Blank, Blank],
            vec![Text("集計日"), Day(46348.0), Blank, Blank],
            vec![],
            vec![Text("回答日"), Text("ステップ"), Text("推奨度"), Text("満足度")],
            vec![Day(46327.0), Text("来店"), Number(9.0), Text("4 - 満足")],
            vec![Day(46328.5), Blank, Text("８点"), Number(5.0)],
            vec![Number(46360.0), Text("支払い"), Number(-9999.0), Text("とても不満")],
            vec![Text("令和8年12月1日"), Text("支払い"), Number(12.0), Number(3.0)],
        ],
        &["A1:D1", "B5:B6"],
    )
}

#[test]
fn an_ugly_sheet_is_read_as_a_person_reads_it() {
    let file = ugly().save();
    let preview = preview(file.path()).unwrap();
    assert_eq!((preview.plan.heading.above, &preview.sheets[..]), (2, &["回答".to_owned()][..]));
    let roles: Vec<ColumnRole> = preview.plan.columns.iter().map(|column| column.role).collect();
    assert_eq!(roles, [ColumnRole::Date, ColumnRole::Step, ColumnRole::Nps, ColumnRole::Csat]);
    let outcome = read_it(file.path());
    assert_eq!(rows_of(&outcome), [("支払い".to_owned(), 1), ("来店".to_owned(), 2)]);
    let rejected: Vec<_> =
        outcome.rejected.iter().map(|r| (r.reason, r.rows, r.first_line, r.example.as_str())).collect();
    assert_eq!(rejected, [(Reason::OffScale, 1, 8, "12")]);
    assert_eq!(outcome.months.map(|(a, b)| (a.to_string(), b.to_string())), Some(("2026-11".into(), "2026-12".into())));
    assert_eq!(outcome.rows_above, 2);
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_does() {
    let rows = |day: Cell, plain: Cell| {
        vec![
            vec![Text("date"), Text("step"), Text("nps")],
            vec![day, Text("a"), Number(9.0)],
            vec![plain, Text("a"), Number(9.0)],
        ]
    };
    let mut book = Book::sheet(rows(Day(44886.0), Number(44886.0)), &[]);
    book.from_1904 = true;
    let outcome = read_it(book.save().path());
    assert_eq!(outcome.months.map(|(a, b)| (a.to_string(), b.to_string())), Some(("2026-11".into(), "2026-11".into())));
}

#[test]
fn the_sheet_with_answers_is_found_and_another_can_be_chosen() {
    let cover = vec![vec![Text("このファイルについて")], vec![Text("毎月更新します")]];
    let answers = |step| vec![vec![Text("step"), Text("nps")], vec![Text(step), Number(9.0)]];
    let book = Book {
        sheets: vec![("表紙", cover, &[]), ("11月", answers("来店"), &[]), ("12月", answers("購入"), &[])],
        from_1904: false,
    };
    let file = book.save();
    let found = preview(file.path()).unwrap();
    assert_eq!((found.plan.sheet.as_str(), found.sheets.len()), ("11月", 3));
    let look = Look { sheet: Some("12月".to_owned()), ..Look::default() };
    assert_eq!(preview_with(file.path(), &look).unwrap().rows[0][0], "購入");
    let look = Look { sheet: Some("13月".to_owned()), ..Look::default() };
    assert!(matches!(preview_with(file.path(), &look), Err(FeedbackError::NoSuchSheet { .. })));
}

#[test]
fn every_way_to_save_a_table_gives_the_same_answers() {
    let csv = "2026年度 調査,,\n回答日,ステップ,推奨度\n2026-11-01,来店,9\n2026-11-02,来店,3\n";
    let json = "[{\"回答日\":\"2026-11-01\",\"ステップ\":\"来店\",\"推奨度\":9},\n{\"回答日\":\"2026-11-02\",\"ステップ\":\"来店\",\"推奨度\":\"３点\"}]";
    let lines = "{\"回答日\":\"2026-11-01\",\"ステップ\":\"来店\",\"推奨度\":9}\nbroken\n{\"回答日\":\"2026-11-02\",\"ステップ\":\"来店\",\"推奨度\":3}\n";
    let sheet = Book::sheet(
        vec![
            vec![Text("2026年度 調査")],
            vec![Text("回答日"), Text("ステップ"), Text("推奨度")],
            vec![Day(46327.0), Text("来店"), Number(9.0)],
            vec![Day(46328.0), Text("来店"), Number(3.0)],
        ],
        &[],
    )
    .save();
    let expected = read_it(sheet.path()).answers;
    for text in [csv, json, lines] {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        let outcome = read_it(file.path());
        assert_eq!(outcome.answers, expected, "{text}");
        let rejected: Vec<_> = outcome.rejected.iter().map(|r| (r.reason, r.first_line)).collect();
        assert_eq!(rejected, if text == lines { vec![(Reason::NoObject, 2)] } else { vec![] });
        assert_eq!(outcome.sha256.len(), 64);
    }
}

fn text_file(text: &str) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

#[test]
fn a_qualtrics_export_is_read_as_it_comes() {
    let text = "StartDate,Status,Finished,ResponseId,Q1,Q2,Q2_TEXT,DistributionChannel\n\
        Start Date,Response Type,Finished,Response ID,How satisfied were you with the store staff?,How likely are you to recommend the app to a friend?,\"Why?\nPlease tell us\",Distribution Channel\n\
        \"{\"\"ImportId\"\":\"\"startDate\"\",\"\"timeZone\"\":\"\"Asia/Tokyo\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_TEXT\"\"}\",\"{\"\"ImportId\"\":\"\"distributionChannel\"\"}\"\n\
        2026-11-22 10:00:00,0,1,R_1,4,9,It was quick and easy to find,anonymous\n\
        2026-11-22 11:00:00,0,1,R_2,5,10,Everything worked as I hoped,anonymous\n\
        2026-11-22 11:00:00,0,1,R_2,5,10,Everything worked as I hoped,anonymous\n";
    let file = text_file(text);
    let preview = preview(file.path()).unwrap();
    assert_eq!((preview.layout, preview.plan.heading), (Layout::Qualtrics, Heading { above: 0, rows: 3, names: 1 }));
    let columns: Vec<(ColumnRole, &str)> = preview.plan.columns.iter().map(|c| (c.role, c.step.as_str())).collect();
    assert_eq!(
        columns[3..6],
        [(ColumnRole::Respondent, ""), (ColumnRole::Csat, "store staff"), (ColumnRole::Nps, "app")]
    );
    assert_eq!(
        (columns[0].0, columns[1].0, columns[2].0, columns[7].0),
        (ColumnRole::Date, ColumnRole::Ignore, ColumnRole::Ignore, ColumnRole::Ignore)
    );
    let outcome = read_it(file.path());
    assert_eq!(rows_of(&outcome), [("app".to_owned(), 2), ("store staff".to_owned(), 2)]);
    assert_eq!((outcome.rows, outcome.duplicates), (3, 1));
}

#[test]
fn a_google_form_is_read_row_by_respondent() {
    let text = "タイムスタンプ,ご年代,Q1 来店時の接客の満足度,Q2 配送の満足度,当社を友人や知人に薦めたいですか（0〜10）,ご意見\n\
        2026/11/22 10:00:00,30代,とても満足,4,9,レジの人がとても親切でした\n\
        2026/11/22 11:00:00,40代,不満,無回答,0,とても長く待たされました\n\
        2026/11/22 12:00:00,40代,99,5,10,\n";
    let file = text_file(text);
    let preview = preview(file.path()).unwrap();
    assert_eq!(preview.layout, Layout::GoogleForms);
    let mut plan = preview.plan;
    assert!(plan.is_wide());
    let read_as = |plan: &super::ImportPlan| read(file.path(), plan, &mut |_| {}, &AtomicBool::new(false)).unwrap();
    let outcome = read_as(&plan);
    assert_eq!(rows_of(&outcome)[1..], [("来店時の接客".to_owned(), 2), ("配送".to_owned(), 2)]);
    let partly: Vec<_> = outcome.partly.iter().map(|r| (r.reason, r.rows, r.first_line, r.example.as_str())).collect();
    assert_eq!((partly, outcome.used()), (vec![(Reason::OffScale, 1, 4, "99")], 3));
    plan.no_answer.push("９９".to_owned());
    assert!(read_as(&plan).partly.is_empty());
}

#[test]
fn several_files_are_one_and_repetitions_are_found_across_them() {
    let one = text_file("date,customer id,step,nps\n2026-11-01,R1,a,9\n2026-11-02,R2,a,8\n");
    let two = Book::sheet(
        vec![
            vec![Text("step"), Text("nps"), Text("customer id"), Text("date")],
            vec![Text("a"), Number(8.0), Text("R2"), Text("2026-11-02")],
            vec![Text("a"), Number(7.0), Text("R3"), Text("2026-11-03")],
        ],
        &[],
    )
    .save();
    let plan = preview(one.path()).unwrap().plan;
    let files = plans(&[one.path().to_owned(), two.path().to_owned()], &plan).unwrap();
    let outcome = read_all(&files, &mut |_| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!((outcome.rows, outcome.duplicates, outcome.files.len()), (4, 1, 2));
    assert_eq!(rows_of(&outcome), [("a".to_owned(), 3)]);
    let other = text_file("date,step,score\n2026-11-01,a,9\n");
    let refused = plans(&[one.path().to_owned(), other.path().to_owned()], &plan);
    assert!(matches!(refused, Err(FeedbackError::OtherColumns { .. })));
}

/// Bombs must be refused quickly; the words for it are in `i18n`, for every kind of error.
fn refused(file: &NamedTempFile) -> FeedbackError {
    let start = Instant::now();
    let error = preview(file.path()).unwrap_err();
    // 2 s in a release build; tests are built without optimisation and run side by side.
    assert!(start.elapsed().as_secs() < 30, "{error}");
    error
}

fn with_sheet(sheet: &[u8], strings: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut parts = frame(&["a"], false);
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), sheet.to_vec()));
    parts.push(("xl/sharedStrings.xml".to_owned(), strings.to_vec()));
    parts
}

fn strings(texts: &str) -> Vec<u8> {
    format!("<sst {MAIN}>{texts}</sst>").into_bytes()
}

#[test]
fn what_unpacks_to_gigabytes_is_refused() {
    let sheet = vec![b' '; 201 << 20];
    assert!(matches!(
        refused(&archive(&with_sheet(&sheet, &strings("")))),
        FeedbackError::WorkbookTooLarge { limit: 200, .. }
    ));
    let many = strings(&format!("<si><t>{}</t></si>", " ".repeat(65 << 20)));
    assert!(matches!(
        refused(&archive(&with_sheet(b"<worksheet/>", &many))),
        FeedbackError::WorkbookTooLarge { limit: 64, .. }
    ));
}

#[test]
fn a_count_of_strings_that_cannot_be_is_refused() {
    for count in ["1000000000000000", "18446744073709551615", "99999999999999999999999999"] {
        let lie = format!("<sst {MAIN} count=\"1\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let file = archive(&with_sheet(b"<worksheet/>", lie.as_bytes()));
        assert!(matches!(refused(&file), FeedbackError::BrokenWorkbook { .. }), "{count}");
    }
}

#[test]
fn a_thousand_parts_are_too_many() {
    let parts: Vec<_> = (0..1_001).map(|n| (format!("p{n}"), Vec::new())).collect();
    assert!(matches!(refused(&archive(&parts)), FeedbackError::WorkbookParts { limit: 1_000, .. }));
}

#[test]
fn a_cell_in_the_last_corner_is_given_no_room() {
    let cells = |last: &str, row: u32| {
        format!(
            "<worksheet {MAIN}><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"{row}\"><c r=\"{last}{row}\"><v>2</v></c></row></sheetData></worksheet>"
        )
    };
    let wide = archive(&with_sheet(cells("XFD", 1_048_576).as_bytes(), &strings("")));
    assert!(matches!(refused(&wide), FeedbackError::SheetTooLarge { .. }));
    let long = archive(&with_sheet(cells("B", 1_048_576).as_bytes(), &strings("")));
    assert_eq!(preview(long.path()).unwrap().rows.len() + 1, 2);
}

#[test]
fn a_long_string_in_every_cell_stays_one_string() {
    let mut sheet = format!("<worksheet {MAIN}><sheetData>");
    for row in 1..=12_000 {
        let _ = write!(sheet, "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>");
    }
    sheet += "</sheetData></worksheet>";
    let text = strings(&format!("<si><t>{}</t></si>", "x".repeat(1 << 20)));
    let file = archive(&with_sheet(sheet.as_bytes(), &text));
    let preview = preview(file.path()).unwrap();
    assert!(preview.rows.iter().all(|row| row[0].chars().count() <= 201));
}

#[test]
fn too_many_rows_are_refused_while_they_are_read() {
    let mut sheet = format!("<worksheet {MAIN}><sheetData>");
    for row in 1..=200_002 {
        let _ = write!(
            sheet,
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{}</v></c><c r=\"B{row}\"><v>5</v></c></row>",
            u8::from(row == 1) * 2
        );
    }
    sheet += "</sheetData></worksheet>";
    let text = strings("<si><t>a</t></si><si><t>nps</t></si><si><t>step</t></si>");
    let sheet = sheet.replacen("<c r=\"B1\"><v>5</v></c>", "<c r=\"B1\" t=\"s\"><v>1</v></c>", 1);
    let file = archive(&with_sheet(sheet.as_bytes(), &text));
    let plan = preview(file.path()).unwrap().plan;
    let outcome = read(file.path(), &plan, &mut |_| {}, &AtomicBool::new(false));
    assert!(matches!(outcome, Err(FeedbackError::SheetTooLarge { rows: 200_000, .. })));
}

#[test]
fn entities_are_not_followed_and_damage_is_told() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    let sheet = format!(
        "{laughs}<worksheet {MAIN}><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"
    );
    let file = archive(&with_sheet(sheet.as_bytes(), &strings("")));
    assert!(matches!(refused(&file), FeedbackError::BrokenWorkbook { .. }));
    let whole = std::fs::read(ugly().save().path()).unwrap();
    for part in 1..8 {
        let mut cut = NamedTempFile::new().unwrap();
        cut.write_all(&whole[..whole.len() * part / 8]).unwrap();
        assert!(matches!(refused(&cut), FeedbackError::BrokenWorkbook { .. }));
    }
    let open = format!("<worksheet {MAIN}><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>");
    assert!(matches!(
        refused(&archive(&with_sheet(open.as_bytes(), &strings("")))),
        FeedbackError::BrokenWorkbook { .. }
    ));
}
