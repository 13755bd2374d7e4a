//! The same cards as a Mermaid journey, drawn by `mmdr` where it is installed (`cargo install mermaid-rs-renderer`).

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// It is stopped after this long: thousands of tasks take it minutes.
const LIMIT: Duration = Duration::from_mins(1);

/// The shortest of three runs of the program, its start included; `None` where it is not installed, gives up or takes
/// longer than anybody waits.
pub fn mermaid(words: &[&str], cards: usize) -> Option<Duration> {
    let mut journey = String::from("journey\n  title Bench\n");
    for card in 0..cards {
        if card % 10 == 0 {
            writeln!(journey, "  section Phase {}", card / 10).ok()?;
        }
        writeln!(journey, "    {}{card}: {}: Customer", words[card % words.len()], card % 5 + 1).ok()?;
    }
    let runs = if cards > 1_000 { 1 } else { 3 };
    (0..runs).filter_map(|_| run(&journey)).min()
}

fn run(journey: &str) -> Option<Duration> {
    let start = Instant::now();
    let mut program = Command::new("mmdr");
    program.args(["-i", "-", "-e", "svg"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = program.spawn().ok()?;
    child.stdin.take()?.write_all(journey.as_bytes()).ok()?;
    while start.elapsed() < LIMIT {
        if let Some(status) = child.try_wait().ok()? {
            return status.success().then(|| start.elapsed());
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    child.kill().ok()?;
    child.wait().ok()?;
    None
}
