//! Whole processes, cold: the processor time of `tabiji feedback --json` beside that of polars and duckdb at the same
//! work (repetitions left out, answers counted by everything they are divided by), where `TABIJI_PYTHON` or `python3`
//! finds them; and one core against two, with what two cores of this machine can do at best.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const RUNS: u32 = 5;
const POLARS: &str = r#"
import polars as pl, sys
rows = pl.scan_csv(sys.argv[1]).unique(subset=["回答者ID", "回答日", "ステップ"])
rows = rows.with_columns(pl.col("回答日").str.slice(0, 7).alias("月"))
print(rows.group_by("ステップ", "月", "チャネル", "セグメント", "推奨度", "満足度").len().collect(engine="streaming").height)
"#;
const DUCKDB: &str = r#"
import duckdb, sys
rows = f"""select distinct on ("回答者ID", "回答日", "ステップ") * from read_csv('{sys.argv[1]}')"""
print(len(duckdb.sql(f"""select "ステップ", substr("回答日"::varchar, 1, 7) "月", "チャネル", "セグメント", "推奨度", "満足度",
    count(*) from ({rows}) group by all""").fetchall()))
"#;

/// Prints the figures.
pub fn report(file: &Path) {
    let file = file.display().to_string();
    let ours = [env!("CARGO_BIN_EXE_tabiji"), "feedback", &file, "--json"];
    let Some(own) = processor_time(&ours) else { return };
    println!("tabiji, whole process      {:6.1} ms of processor time", own.as_secs_f64() * 1e3);
    let python = std::env::var("TABIJI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    for (name, script) in [("polars", POLARS), ("duckdb", DUCKDB)] {
        match processor_time(&[&python, "-c", script, &file]) {
            Some(peer) => println!("{name} / tabiji {:23.2} x (goal ≥ 12)", peer.as_secs_f64() / own.as_secs_f64()),
            None => println!("{name} is not installed"),
        }
    }
    let one = ["taskset", "-c", "0"].into_iter().chain(ours).collect::<Vec<_>>();
    if let (Some(one), Some(two)) = (wall_time(&one), wall_time(&ours)) {
        let best = both_cores();
        println!(
            "two cores / one core       {:6.2} x (goal ≤ 0.6; two cores do at best {best:.2} x here)",
            ratio(two, one)
        );
    }
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// What a shell says that its children took, for each of some runs; `None` when the command fails.
fn processor_time(command: &[&str]) -> Option<Duration> {
    const LOOP: &str = r#"for run in $0; do "$@" >/dev/null 2>&1 || exit 1; done; times"#;
    let runs = (0..RUNS).map(|run| run.to_string()).collect::<Vec<_>>().join(" ");
    let said = Command::new("sh").arg("-c").arg(LOOP).arg(runs).args(command).output().ok()?;
    let text = String::from_utf8(said.stdout).ok().filter(|_| said.status.success())?;
    let seconds = |time: &str| {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m')?;
        Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?)
    };
    let sum: f64 = text.lines().nth(1)?.split_whitespace().filter_map(seconds).sum();
    (sum > 0.0).then(|| Duration::from_secs_f64(sum) / RUNS)
}

/// The quickest of some runs.
fn wall_time(command: &[&str]) -> Option<Duration> {
    let (program, arguments) = command.split_first()?;
    let run = |_| {
        let start = Instant::now();
        let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
        status.success().then(|| start.elapsed())
    };
    (0..RUNS).filter_map(run).min()
}

/// How long two threads take for work that is done by halves, against one thread for all of it.
fn both_cores() -> f64 {
    let work = |rounds: u64| (0..rounds).fold(1u64, |state, round| black_box(state.wrapping_mul(31) ^ round));
    let time = |threads: u64| {
        let start = Instant::now();
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| black_box(work(200_000_000 / threads)));
            }
        });
        start.elapsed()
    };
    let best = |threads| (0..RUNS).map(|_| time(threads)).min().unwrap_or_default();
    ratio(best(2), best(1))
}
