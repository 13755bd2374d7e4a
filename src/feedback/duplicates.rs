//! Which rows repeat an earlier one, in bounded memory.

/// The most rows remembered: 16 MiB of hashes.
pub const CAP: usize = 1_300_000;
const SHARDS: usize = 64;

/// A set of 64-bit hashes. Two different rows share one by chance in about one file of ten million with a million
/// rows each. It grows piece by piece, so that it never needs twice its memory.
#[derive(Debug)]
pub struct Seen {
    shards: Vec<Shard>,
    left: usize,
}

#[derive(Clone, Debug)]
struct Shard {
    slots: Vec<u64>,
    used: usize,
}

impl Default for Seen {
    fn default() -> Self {
        Self::with_room(CAP)
    }
}

impl Seen {
    /// An empty set for at most `room` hashes.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self { shards: vec![Shard { slots: vec![0; 16], used: 0 }; SHARDS], left: room }
    }

    /// Whether the hash is in already; puts it in while there is room.
    #[inline]
    pub fn repeats(&mut self, hash: u64) -> bool {
        // 0 marks a free slot.
        let hash = hash.max(1);
        let shard = &mut self.shards[(hash >> 58) as usize];
        let Some(free) = shard.find(hash) else { return true };
        if self.left > 0 {
            self.left -= 1;
            shard.slots[free] = hash;
            shard.used += 1;
            // Fuller than this, looking for what is not there takes too many steps.
            if shard.used * 8 > shard.slots.len() * 5 {
                shard.grow();
            }
        }
        false
    }

    /// Looks at the places of many hashes at once, so that the memory behind them is on its way when
    /// [`repeats`](Self::repeats) asks for them one by one: the set is larger than the caches.
    #[inline]
    pub fn fetch(&self, hashes: impl Iterator<Item = u64>) {
        let touched = hashes.fold(0, |touched, hash| {
            let shard = &self.shards[(hash >> 58) as usize];
            touched ^ shard.slots[hash as usize & (shard.slots.len() - 1)]
        });
        std::hint::black_box(touched);
    }

    /// Whether everything fitted in, so that every repetition was found.
    #[must_use]
    pub const fn complete(&self) -> bool {
        self.left > 0
    }
}

impl Shard {
    /// A free slot for the hash; `None` when it is in.
    #[inline]
    fn find(&self, hash: u64) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                0 => return Some(at),
                known if known == hash => return None,
                _ => at = (at + 1) & mask,
            }
        }
    }

    #[cold]
    fn grow(&mut self) {
        let doubled = vec![0; self.slots.len() * 2];
        let old = std::mem::replace(&mut self.slots, doubled);
        for hash in old.into_iter().filter(|hash| *hash != 0) {
            if let Some(free) = self.find(hash) {
                self.slots[free] = hash;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_hash_is_found_and_the_room_is_kept() {
        let mut seen = Seen::with_room(10_000);
        let key = |n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        assert!((0..9_999).all(|n| !seen.repeats(key(n))));
        assert!((0..9_999).all(|n| seen.repeats(key(n))));
        assert!(seen.complete());
        assert!(!seen.repeats(key(10_000)) && !seen.complete());
        assert!(!seen.repeats(key(20_000)) && !seen.repeats(key(20_000)));
        assert!(seen.repeats(key(5)));
    }
}
