//! Random numbers that are the same on every machine: whole numbers and sums only, no library functions.

/// A seeded source (`SplitMix64`).
pub struct Random {
    state: u64,
}

impl Random {
    /// The same numbers for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.bits() % limit as u64) as usize
    }

    /// Whether something happens that happens in `percent` of all cases.
    pub fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Near a normal distribution with mean 0 and deviation 1: the sum of twelve even ones, less six.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| (self.bits() >> 11) as f64 / (1_u64 << 53) as f64).sum::<f64>() - 6.0
    }

    /// One of several; nothing of none.
    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() { None } else { of.get(self.below(of.len())) }
    }

    /// One of several by their weights, which are not all 0.
    pub fn weighted<'a, T>(&mut self, of: &'a [T], weight: impl Fn(&T) -> usize) -> Option<&'a T> {
        let mut place = self.below(of.iter().map(&weight).sum::<usize>().max(1));
        of.iter().find(|one| {
            let here = place < weight(one);
            place = place.saturating_sub(weight(one));
            here
        })
    }
}
