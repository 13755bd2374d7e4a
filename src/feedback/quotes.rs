//! Some comments of each step, chosen by their hash: every comment has the same chance, and the same file always
//! gives the same ones. The first of them are kept as quotes; frequent words are looked for in all of them.

use super::batch::Raw;
use super::cells::{Key, Place};
use super::hash::hash;
use super::masking::{masked, without_names};
use super::row::Row;

/// How many comments of a step are kept as quotes.
pub const PER_STEP: usize = 20;
/// How many comments of a step are looked through for words, while there is room.
const SAMPLE: usize = 120;
/// All comments in the samples together have at most so many bytes.
const ROOM: usize = 3 << 20;
/// Shorter comments, in bytes, say nothing ("ok", 「なし」).
const SHORTEST: usize = 8;
/// Bytes of a comment that it is chosen by.
const HASHED: usize = 256;
/// Comments have hashes of their own.
const SEED: u64 = 1;
/// More of a comment is not looked at, in bytes.
const LONGEST_CELL: usize = 4 << 10;
/// A kept comment has at most so many characters.
const LONGEST: usize = 400;
/// Comments that were just seen in a step, by the last bits of their hashes.
const RECENT: usize = 16;

/// A comment that may be kept; the cell as it is in the file.
#[derive(Clone, Debug)]
pub struct Candidate {
    hash: u64,
    /// The cell's bytes.
    pub bytes: Box<[u8]>,
    /// Month, channel, segment, persona, company of its row.
    pub parts: [u32; 5],
}

/// The comments chosen so far, by step.
#[derive(Debug)]
pub struct Chosen {
    steps: Vec<Step>,
    sample: usize,
    room: usize,
}

#[derive(Clone, Debug)]
struct Step {
    kept: Vec<Candidate>,
    /// The hash from which on a comment has no chance.
    bar: u64,
    recent: [u64; RECENT],
}

impl Default for Chosen {
    fn default() -> Self {
        Self { steps: Vec::new(), sample: SAMPLE, room: ROOM }
    }
}

impl Chosen {
    /// Considers a comment of a row.
    #[inline(always)]
    pub fn consider(&mut self, place: Place, row: &Row<'_>, at: usize) {
        if row.raw(at).len() >= SHORTEST {
            let cell = row.cell(at);
            if cell.len() >= SHORTEST {
                // The beginning of a novel is enough to choose by.
                self.consider_hashed(place.key(), hash(cell.get(..HASHED).unwrap_or(&cell), SEED), &cell);
            }
        }
    }

    /// Considers a comment as it lies in the bytes; `false` when it has to be considered with more care.
    #[inline(always)]
    #[must_use]
    pub fn consider_raw(&mut self, key: Key, cell: Raw<'_>) -> bool {
        if cell.length < SHORTEST {
            return true;
        }
        let hash = if cell.is_quoted() { None } else { cell.hash(HASHED, SEED) };
        if let Some(hash) = hash {
            self.consider_hashed(key, hash, cell.bytes());
        }
        hash.is_some()
    }

    #[inline(always)]
    fn consider_hashed(&mut self, key: Key, hash: u64, cell: &[u8]) {
        let has_chance = match self.steps.get_mut(key.subject() as usize) {
            None => true,
            Some(step) => {
                let recent = &mut step.recent[hash as usize % RECENT];
                hash < step.bar && std::mem::replace(recent, hash) != hash
            }
        };
        if has_chance {
            self.take(key.place(), hash, cell);
        }
    }

    #[cold]
    fn take(&mut self, place: Place, hash: u64, cell: &[u8]) {
        let step = place.subject as usize;
        let candidate = Candidate { hash, bytes: cell.get(..LONGEST_CELL).unwrap_or(cell).into(), parts: place.parts };
        if self.steps.len() <= step {
            let empty = Step { kept: Vec::new(), bar: u64::MAX, recent: [0; RECENT] };
            self.steps.resize(step + 1, empty);
        }
        let step = &mut self.steps[step];
        let Err(at) = step.kept.binary_search_by_key(&candidate.hash, |known| known.hash) else { return };
        self.room = self.room.saturating_sub(candidate.bytes.len() + size_of::<Candidate>());
        step.kept.insert(at, candidate);
        self.room += step.trim(self.sample);
        while self.room == 0 && self.sample > PER_STEP {
            self.sample = (self.sample / 2).max(PER_STEP);
            let sample = self.sample;
            self.room += self.steps.iter_mut().map(|step| step.trim(sample)).sum::<usize>();
        }
    }

    /// The comments in the sample of a step.
    #[must_use]
    pub fn of(&self, step: u32) -> &[Candidate] {
        self.steps.get(step as usize).map_or(&[], |step| step.kept.as_slice())
    }
}

impl Step {
    /// Lets go of what is over; gives back how many bytes that were.
    fn trim(&mut self, most: usize) -> usize {
        if self.kept.len() < most {
            return 0;
        }
        let freed = self.kept.drain(most..).map(|gone| gone.bytes.len() + size_of::<Candidate>()).sum();
        self.bar = self.kept.last().map_or(u64::MAX, |last| last.hash);
        freed
    }
}

/// A comment as it may be kept: masked, on one line, not too long.
#[must_use]
pub fn presentable(text: &str, names: &[String]) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Masked before it is cut, so that no half of a number stays.
    let text = without_names(&masked(&line), names);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
