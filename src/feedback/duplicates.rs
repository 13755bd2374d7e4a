//! Which rows repeat an earlier one, in bounded memory.

use super::hash::{KEPT, WINDOW, hash, hash_of_window};

/// The most rows remembered: in 16 MiB of hashes, three fifths of them full.
pub const CAP: usize = 1_300_000;
/// Hashes that lie side by side: what a processor fetches at once.
const BUCKET: usize = 8;
const BUCKETS: usize = 1 << 18;

/// What tells a row from others: two rows share all of it only when they repeat one another (or by chance in about one
/// file of ten million with a million rows each).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    hash: u64,
    /// Where it is looked for first.
    near: u32,
}

impl Identity {
    /// The identity of a name (of a respondent) under a seed (what and when the row is about).
    #[must_use]
    pub fn of(name: &[u8], seed: u64) -> Self {
        if name.len() <= WINDOW {
            let mut window = [0; WINDOW];
            window[..name.len()].copy_from_slice(name);
            Self::of_window(&window, name.len(), seed)
        } else {
            let hash = hash(name, seed);
            Self { hash, near: hash as u32 }
        }
    }

    /// The same, of the first `length` bytes of a window.
    #[inline(always)]
    #[must_use]
    pub fn of_window(window: &[u8; WINDOW], length: usize, seed: u64) -> Self {
        Self { hash: hash_of_window(window, length, seed), near: near(window, length) }
    }

    /// The buckets it may be in, one after the other. Full ones lie side by side, so the way on leads far away; by an
    /// odd step it comes to every bucket.
    #[inline(always)]
    fn way(self) -> impl Iterator<Item = usize> {
        let (far, step) = ((self.hash >> 32) as usize, self.hash as usize | 1);
        let on = (0..BUCKETS).map(move |n| far.wrapping_add(step.wrapping_mul(n)));
        std::iter::once(self.near as usize).chain(on).map(|at| at % BUCKETS)
    }
}

/// Names that differ in their last digits only are looked for near each other, four names to a bucket: most files count
/// their respondents up, and so go through the set from one end to the other instead of to and fro.
#[inline(always)]
fn near(window: &[u8; WINDOW], length: usize) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let head = length.saturating_sub(4).min(WINDOW - 4);
    let last = window[head..].first_chunk().map_or(0, |last| u32::from_le_bytes(*last));
    let digits = last & 0x0f0f_0f0f & (KEPT[length.min(4)][0] as u32);
    let pairs = (digits * 10 + (digits >> 8)) & 0x00ff_00ff;
    let count = (pairs * 100 + (pairs >> 16)) & 0xffff;
    let (words, _) = window.as_chunks::<8>();
    let [first, second, ..] = KEPT[head];
    let family = ((u64::from_le_bytes(words[0]) & first) ^ (u64::from_le_bytes(words[1]) & second).rotate_left(29))
        .wrapping_mul(FACTOR)
        >> 32;
    (family as u32).wrapping_add(count / 4)
}

/// A set of identities. All of its memory is asked for at once, but takes room only where it is written to.
#[derive(Debug)]
pub struct Seen {
    slots: Vec<u64>,
    /// Slots before the first bucket, so that no bucket lies across the border of what is fetched at once.
    skip: usize,
    left: usize,
}

impl Default for Seen {
    fn default() -> Self {
        Self::with_room(CAP)
    }
}

impl Seen {
    /// An empty set for at most `room` identities, which is never more than [`CAP`].
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        let slots = vec![0; (BUCKETS + 1) * BUCKET];
        let skip = slots.as_ptr().align_offset(size_of::<[u64; BUCKET]>()) % BUCKET;
        Self { slots, skip, left: room.min(CAP) }
    }

    /// Whether the identity is in already; puts it in while there is room: into the bucket where it is looked for
    /// first, or when that is full, into the first one with room on the way that its hash says.
    #[inline(always)]
    pub fn repeats(&mut self, identity: Identity) -> bool {
        // 0 marks a free slot.
        let hash = identity.hash.max(1);
        let (buckets, _) = self.slots[self.skip..].as_chunks_mut::<BUCKET>();
        for at in identity.way() {
            let bucket = &mut buckets[at];
            // All of them, without asking after each: that is one comparison for the processor.
            if bucket.iter().fold(0, |found, slot| found | u64::from(*slot == hash)) != 0 {
                return true;
            }
            let used = bucket.iter().map(|slot| u64::from(*slot != 0)).sum::<u64>() as usize;
            if let Some(free) = bucket.get_mut(used) {
                if self.left > 0 {
                    self.left -= 1;
                    *free = hash;
                }
                break;
            }
        }
        false
    }

    /// Touches the places of many identities at once, so that the memory behind them is on its way when
    /// [`repeats`](Self::repeats) asks for them one by one: the set is larger than the caches. Each is written to, for
    /// memory that is first read and then written is given out twice.
    #[inline(always)]
    pub fn fetch(&mut self, identities: impl Iterator<Item = Identity>) {
        let (buckets, _) = self.slots[self.skip..].as_chunks_mut::<BUCKET>();
        for identity in identities {
            let slot = &mut buckets[identity.near as usize % BUCKETS][0];
            *slot = std::hint::black_box(*slot);
        }
    }

    /// Whether everything fitted in, so that every repetition was found.
    #[must_use]
    pub const fn complete(&self) -> bool {
        self.left > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(n: u64) -> Identity {
        Identity::of(format!("R{n:07}").as_bytes(), 0)
    }

    #[test]
    fn a_repeated_row_is_found_and_the_room_is_kept() {
        let mut seen = Seen::with_room(10_000);
        assert!((0..9_999).all(|n| !seen.repeats(named(n))));
        assert!((0..9_999).all(|n| seen.repeats(named(n))));
        assert!(seen.complete());
        assert!(!seen.repeats(named(10_000)) && !seen.complete());
        assert!(!seen.repeats(named(20_000)) && !seen.repeats(named(20_000)));
        assert!(seen.repeats(named(5)));
    }

    #[test]
    fn many_rows_of_one_respondent_are_told_apart() {
        let mut seen = Seen::default();
        let of = |seed| Identity::of(b"R0000001", seed);
        assert!((0..200_000).all(|n| !seen.repeats(of(n))));
        assert!((0..200_000).all(|n| seen.repeats(of(n))));
    }

    #[test]
    fn a_full_set_is_still_quick() {
        let mut seen = Seen::default();
        let key = |n: u64| Identity::of(&n.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_le_bytes(), 0);
        assert_eq!((0..2 * CAP as u64).filter(|n| seen.repeats(key(*n))).count(), 0);
        assert!(!seen.complete() && seen.repeats(key(7)));
    }

    #[test]
    fn respondents_that_are_counted_up_beyond_the_room_are_looked_for_in_few_places() {
        let mut seen = Seen::default();
        assert_eq!((0..3 * CAP as u64).filter(|n| seen.repeats(named(*n))).count(), 0);
        let (buckets, _) = seen.slots[seen.skip..].as_chunks::<BUCKET>();
        let looked_at = |n| named(n).way().take_while(|at| !buckets[*at].contains(&0)).count() + 1;
        let all: usize = (2 * CAP as u64..3 * CAP as u64).map(looked_at).sum();
        assert!(all < 2 * CAP, "{all}");
    }

    #[test]
    fn the_name_alone_says_where_it_is_looked_for() {
        let window: [u8; WINDOW] = std::array::from_fn(|at| at as u8 + 1);
        for length in 0..=WINDOW {
            assert_eq!(Identity::of_window(&window, length, 3), Identity::of(&window[..length], 3));
        }
    }
}
