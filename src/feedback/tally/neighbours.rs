//! Names of columns that stand side by side, remembered together: most rows of a file name what another one did.

use crate::feedback::batch::Raw;
use crate::feedback::cells::Key;
use crate::feedback::hash::{WINDOW, hash_of_two};

/// Combinations that are remembered.
const KNOWN: usize = 1 << 12;

/// The columns, and what was met in them.
#[derive(Debug, Default)]
pub struct Neighbours {
    /// The first and the last one.
    columns: Option<(usize, usize)>,
    /// Hashes of what the cells hold, by their last bits, with the names as numbers.
    known: Vec<(u64, Key)>,
}

impl Neighbours {
    /// The columns of all names of a file, if they stand side by side.
    #[must_use]
    pub fn new(places: impl Iterator<Item = usize>) -> Self {
        let mut places: Vec<usize> = places.collect();
        places.sort_unstable();
        let are_side_by_side = places.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        match places[..] {
            [first, .., last] if are_side_by_side => {
                Self { columns: Some((first, last)), known: vec![(0, Key::default()); KNOWN] }
            }
            _ => Self::default(),
        }
    }

    /// The first and the last column.
    #[inline(always)]
    #[must_use]
    pub const fn columns(&self) -> Option<(usize, usize)> {
        self.columns
    }

    /// What the cells name, if that was learnt.
    #[inline(always)]
    #[must_use]
    pub fn known(&self, cells: Raw<'_>) -> Option<Key> {
        let hash = hash(cells)?;
        let (known, key) = *self.known.get(hash as usize % KNOWN)?;
        (known == hash && key != Key::default()).then_some(key)
    }

    /// Learns what cells name.
    pub fn learn<'a>(&mut self, cells: impl Fn((usize, usize)) -> Raw<'a>, key: Key) {
        if let Some(hash) = self.columns.and_then(|columns| hash(cells(columns)))
            && let Some(known) = self.known.get_mut(hash as usize % KNOWN)
        {
            *known = (hash, key);
        }
    }
}

/// The hash of cells that are not too long.
#[inline(always)]
fn hash(cells: Raw<'_>) -> Option<u64> {
    let windows = cells.head::<{ 2 * WINDOW }>()?;
    (cells.length <= 2 * WINDOW).then(|| hash_of_two(windows, cells.length))
}
