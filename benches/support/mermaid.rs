//! The same cards as a Mermaid journey, drawn by `mmdr` where it is installed (`cargo install mermaid-rs-renderer`).

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The shortest of three runs of the program, its start included; `None` where it is not installed or gives up.
pub fn mermaid(words: &[&str], cards: usize) -> Option<Duration> {
    let mut journey = String::from("journey\n  title Bench\n");
    for card in 0..cards {
        if card % 10 == 0 {
            writeln!(journey, "  section Phase {}", card / 10).ok()?;
        }
        writeln!(journey, "    {}{card}: {}: Customer", words[card % words.len()], card % 5 + 1).ok()?;
    }
    (0..3).map(|_| run(&journey)).min().flatten()
}

fn run(journey: &str) -> Option<Duration> {
    let start = Instant::now();
    let mut program = Command::new("mmdr");
    program.args(["-i", "-", "-e", "svg"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = program.spawn().ok()?;
    child.stdin.take()?.write_all(journey.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    (output.status.success() && !output.stdout.is_empty()).then(|| start.elapsed())
}
