//! Reading a feedback file of a million rows: against a plain scan for line ends, against the `csv` crate doing the
//! same counting, and CP932 against UTF-8; a filter change over ten million answers; whole processes, one core against
//! two, and polars and duckdb where Python finds them. Prints rows a second and ratios.

#![expect(clippy::print_stdout, reason = "the figures are the point")]
#![expect(clippy::expect_used, reason = "without its file the bench has nothing to say")]

#[path = "support/large_map.rs"]
mod large_map;
#[path = "support/processes.rs"]
mod processes;
#[path = "support/redraw.rs"]
mod redraw;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};
use tabiji::feedback::{preview, read};

const ROWS: u32 = 1_000_000;
const RUNS: usize = 5;
const STEPS: [&str; 12] = [
    "広告を見る",
    "SNSで調べる",
    "店舗を探す",
    "来店する",
    "商品を試す",
    "レジで支払う",
    "ECで注文する",
    "配送を待つ",
    "受け取る",
    "アプリを使う",
    "問い合わせる",
    "友人に薦める",
];
const CHANNELS: [&str; 6] = ["店舗", "EC", "アプリ", "LINE", "電話", "メール"];
const SEGMENTS: [&str; 3] = ["新規", "リピーター", "VIP"];
const COMMENTS: [&str; 8] = [
    "",
    "",
    "",
    "とても良かったです",
    "待ち時間が長い",
    "配送が早くて助かりました",
    "\"店員さんが親切, また来ます\"",
    "アプリが使いにくい。ログインできない",
];

fn main() -> std::io::Result<()> {
    let text = table();
    let utf8 = temporary(text.as_bytes())?;
    let cp932 = temporary(&encoding_rs::SHIFT_JIS.encode(&text).0)?;
    println!("{ROWS} rows, {:.1} MB in UTF-8, {:.1} MB in CP932", megabytes(utf8.path()), megabytes(cp932.path()));
    drop(text);
    let ours = report("tabiji, UTF-8", || tabiji(utf8.path()));
    let japanese = report("tabiji, CP932", || tabiji(cp932.path()));
    let scan = report("counting line ends", || lines(utf8.path()));
    let peer = report("csv crate, the same counts", || csv_crate(utf8.path()));
    println!("CP932 / UTF-8              {:6.2} x", ratio(japanese, ours));
    println!("tabiji / counting lines    {:6.2} x", ratio(ours, scan));
    println!("csv crate / tabiji         {:6.2} x", ratio(peer, ours));
    processes::report(utf8.path());
    let redraws = redraw::times();
    let (median, worst) = (redraws[redraws.len() / 2], redraws[redraws.len() - 1]);
    println!("a filter change, 10 M rows, 300 cards: median {median:.2?}, worst {worst:.2?} (goal ≤ 50 ms)");
    Ok(())
}

/// The same table on every machine.
fn table() -> String {
    let mut state = 7u64;
    let mut pick = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut text = "回答日,回答者ID,ステップ,チャネル,セグメント,推奨度,満足度,コメント\n".to_owned();
    for row in 0..ROWS {
        let (month, day, step, channel) = (pick(12) + 1, pick(28) + 1, STEPS[pick(12)], CHANNELS[pick(6)]);
        let (segment, nps, csat, comment) = (SEGMENTS[pick(3)], pick(11), pick(5) + 1, COMMENTS[pick(8)]);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "2026-{month:02}-{day:02},R{row:07},{step},{channel},{segment},{nps},{csat},{comment}");
    }
    text
}

fn temporary(bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile()?;
    file.write_all(bytes)?;
    Ok(file)
}

fn megabytes(path: &Path) -> f64 {
    std::fs::metadata(path).map_or(0.0, |meta| meta.len() as f64 / 1e6)
}

/// The best of some runs, printed; every run must count all rows.
fn report(name: &str, work: impl Fn() -> u64) -> Duration {
    let run = || {
        let start = Instant::now();
        assert_eq!(work(), u64::from(ROWS), "{name}");
        start.elapsed()
    };
    let best = (0..RUNS).map(|_| run()).min().unwrap_or_default();
    let speed = f64::from(ROWS) / best.as_secs_f64() / 1e6;
    println!("{name:<27}{:6.1} ms {speed:7.2} M rows/s", best.as_secs_f64() * 1e3);
    best
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

fn tabiji(path: &Path) -> u64 {
    let plan = preview(path).expect("the file can be looked at").plan;
    read(path, &plan, &mut |_| {}, &AtomicBool::new(false)).expect("the file can be read").used()
}

fn lines(path: &Path) -> u64 {
    let mut file = std::fs::File::open(path).expect("the file is there");
    let (mut block, mut count) = (vec![0; 256 << 10], 0);
    loop {
        match file.read(&mut block).expect("the file can be read") {
            0 => return count - 1,
            got => count += block[..got].iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>(),
        }
    }
}

fn csv_crate(path: &Path) -> u64 {
    let mut reader = csv::Reader::from_path(path).expect("the file is there");
    let (mut row, mut rows) = (csv::ByteRecord::new(), 0);
    let mut counts: BTreeMap<(Vec<u8>, Vec<u8>), [u64; 11]> = BTreeMap::new();
    while reader.read_byte_record(&mut row).expect("a sound row") {
        let nps: usize = std::str::from_utf8(&row[5]).ok().and_then(|text| text.parse().ok()).unwrap_or(0);
        for part in [&row[3], &row[4], &row[0][..7]] {
            counts.entry((row[2].to_vec(), part.to_vec())).or_default()[nps] += 1;
        }
        rows += 1;
    }
    rows
}
