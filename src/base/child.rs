//! For tests that need another process, to be killed or to write at the same time: a test of this very program,
//! run by itself. It does nothing unless it is asked for by a variable.

use std::io::{BufRead as _, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

const TASK: &str = "TABIJI_TEST_TASK";
const FOLDER: &str = "TABIJI_TEST_FOLDER";

/// Whether the long tests run: all rounds instead of some.
pub fn is_long() -> bool {
    std::env::var_os("TABIJI_LONG").is_some()
}

/// What this process was started for, and the folder to do it in.
pub fn task() -> Option<(String, std::path::PathBuf)> {
    Some((std::env::var(TASK).ok()?, std::env::var_os(FOLDER)?.into()))
}

/// Runs this test in another process, with this task.
pub fn start(test: &str, task: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(TASK, task)
        .env(FOLDER, folder)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Says a number to whoever started this process. Whole lines only, so that a kill tears none.
pub fn say(number: u64) {
    use std::io::Write as _;
    std::io::stdout().write_all(format!("said {number}\n").as_bytes()).unwrap();
    std::io::stdout().flush().unwrap();
}

/// The numbers that a process says.
pub struct Said(Lines<BufReader<ChildStdout>>);

impl Said {
    /// Of this process.
    pub fn by(child: &mut Child) -> Self {
        Self(BufReader::new(child.stdout.take().unwrap()).lines())
    }
}

impl Iterator for Said {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.0.by_ref().map_while(Result::ok).find_map(|line| line.rsplit_once("said ")?.1.parse().ok())
    }
}
