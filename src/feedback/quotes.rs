//! A few comments for each step, chosen by their hash: every comment has the same chance, and the same file
//! always gives the same ones.

use super::hash::hash;
use super::masking::masked;

/// How many comments a step keeps.
pub const PER_STEP: usize = 5;
/// Shorter comments, in bytes, say nothing ("ok", 「なし」).
const SHORTEST: usize = 8;
/// A kept comment has at most so many characters.
const LONGEST: usize = 400;

/// A comment that may be kept; the cell as it is in the file.
#[derive(Clone, Debug)]
pub struct Candidate {
    hash: u64,
    /// The cell's bytes.
    pub bytes: Box<[u8]>,
    /// The row's month.
    pub month: u32,
    /// The row's segment.
    pub segment: u32,
}

/// The comments chosen so far, by step.
#[derive(Debug, Default)]
pub struct Chosen {
    steps: Vec<Vec<Candidate>>,
    /// For each step, the hash from which on a comment has no chance.
    bars: Vec<u64>,
}

impl Chosen {
    /// Considers a comment of a step.
    #[inline]
    pub fn consider(&mut self, step: u32, cell: &[u8], month: u32, segment: u32) {
        if cell.len() < SHORTEST {
            return;
        }
        // The beginning of a novel is enough to choose by.
        let hash = hash(cell.get(..256).unwrap_or(cell), 1);
        if self.bars.get(step as usize).is_none_or(|bar| hash < *bar) {
            self.take(step as usize, Candidate { hash, bytes: cell.into(), month, segment });
        }
    }

    #[cold]
    fn take(&mut self, step: usize, candidate: Candidate) {
        if self.steps.len() <= step {
            self.steps.resize_with(step + 1, Vec::new);
            self.bars.resize(step + 1, u64::MAX);
        }
        let kept = &mut self.steps[step];
        let Err(at) = kept.binary_search_by_key(&candidate.hash, |known| known.hash) else { return };
        kept.insert(at, candidate);
        kept.truncate(PER_STEP);
        if kept.len() == PER_STEP {
            self.bars[step] = kept[PER_STEP - 1].hash;
        }
    }

    /// The comments kept for a step.
    #[must_use]
    pub fn of(&self, step: u32) -> &[Candidate] {
        self.steps.get(step as usize).map_or(&[], Vec::as_slice)
    }
}

/// A comment as it may be kept: masked, on one line, not too long.
#[must_use]
pub fn presentable(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Masked before it is cut, so that no half of a number stays.
    let text = masked(&line);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
