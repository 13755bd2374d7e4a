//! Files damaged in every way a disk, a network or a careless editor may damage them: none stops the program, and
//! none changes anything in silence.

#![expect(clippy::print_stdout, reason = "figures for whoever runs the long tests")]

use super::read::from_bytes;
use super::*;
use crate::base::IdSource;
use crate::base::child::is_long;
use crate::model::{self, Project};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// No file takes longer to read.
const LONGEST: Duration = Duration::from_secs(2);

struct Damage {
    random: IdSource,
    text: Vec<u8>,
}

impl Damage {
    fn below(&mut self, end: usize) -> usize {
        self.random.next::<()>().bits() as usize % end.max(1)
    }

    /// The file with one fault, or a few.
    fn next(&mut self) -> Vec<u8> {
        let mut bytes = self.text.clone();
        for _ in 0..=self.below(3) {
            self.harm(&mut bytes);
        }
        bytes
    }

    fn harm(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len());
        let length = self.below(64);
        let end = (at + length).min(bytes.len());
        match self.below(7) {
            0 => bytes.truncate(at),
            1 | 2 => {
                let bit = self.below(8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            3 => bytes[at..end].fill(0),
            4 => drop(bytes.drain(at..end)),
            5 => {
                let from = self.below(self.text.len());
                let piece = self.text[from..(from + length).min(self.text.len())].to_vec();
                bytes.splice(at..end, piece);
            }
            _ => {
                let digit = b"0123456789-.e(){}[]\"\\"[self.below(20)];
                bytes.insert(at.min(bytes.len()), digit);
            }
        }
    }
}

/// A small project with a record of most kinds.
fn sample() -> Project {
    let project = model::arbitrary::project_of(7, 1, vec!["旅 \"\\\n".to_owned(), "a".to_owned()]);
    assert!(project.ids().count() > 5);
    project
}

#[test]
fn no_damage_stops_the_program_or_changes_anything_in_silence() {
    let project = sample();
    let text = to_text(&project).unwrap().into_bytes();
    let rounds = if is_long() { 500_000 } else { 4_000 };
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let (opened, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (project, opened, refused) = (&project, &opened, &refused);
            let mut damage = Damage { random: IdSource::seeded(thread as u64), text: text.clone() };
            scope.spawn(move || {
                for _ in 0..=rounds / threads {
                    let bytes = damage.next();
                    let begun = Instant::now();
                    let read = from_bytes(&bytes, &mut IdSource::seeded(9));
                    assert!(begun.elapsed() < LONGEST);
                    match read {
                        Ok((loaded, _)) => {
                            let is_told = !loaded.report.is_empty();
                            assert!(is_told || loaded.project == *project, "{}", String::from_utf8_lossy(&bytes));
                            opened.fetch_add(1, Ordering::Relaxed);
                        }
                        Err(_) => drop(refused.fetch_add(1, Ordering::Relaxed)),
                    }
                }
            });
        }
    });
    let (opened, refused) = (opened.into_inner(), refused.into_inner());
    println!("{} damaged files: {opened} opened with a report or unchanged, {refused} refused", opened + refused);
    assert!(opened + refused >= rounds);
}

#[test]
fn every_record_whose_line_is_whole_is_saved_from_a_damaged_file() {
    let text = include_str!("../../examples/winter-coat.ron");
    let project = from_text(text, &mut IdSource::seeded(3)).unwrap().project;
    let mut broken = Vec::new();
    let damaged: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(at, line)| {
            if line.starts_with("Card(") && at % 3 == 0 {
                broken.push(line);
                return line.replacen("Card(", "Card([", 1);
            }
            line.to_owned()
        })
        .collect();
    let loaded = from_text(&damaged.join("\n"), &mut IdSource::seeded(1)).unwrap();
    assert!(broken.len() > 5);
    assert_eq!(loaded.report.quarantine.len(), broken.len());
    let lost = project.ids().filter(|id| !loaded.project.contains(*id)).count();
    assert_eq!(lost, broken.len(), "cards hold nothing else");
}
