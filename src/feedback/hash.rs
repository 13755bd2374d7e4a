//! A quick 64-bit hash of short byte strings. Not against attackers: who makes two names of his own file collide
//! only miscounts his own answers, and every table is bounded.

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const FACTOR: u64 = 0xd6e8_feb8_6659_fd93;

/// Multiplies to 128 bits and folds the halves.
#[inline]
fn folded(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    wide as u64 ^ (wide >> 64) as u64
}

/// The hash of `bytes`, continued from `seed`; the same on every machine.
#[inline]
#[must_use]
pub fn hash(bytes: &[u8], seed: u64) -> u64 {
    let mut state = seed ^ SEED ^ bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state = folded(state ^ u64::from_le_bytes(*word), FACTOR);
    }
    // Some bytes may be taken twice; the length, hashed first, keeps strings apart.
    let tail = match (bytes.last_chunk::<8>(), rest.len()) {
        (_, 0) => 0,
        (Some(last), _) => u64::from_le_bytes(*last),
        (None, _) => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    folded(state ^ tail, FACTOR ^ SEED)
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn strings_that_differ_have_different_hashes() {
        let mut hashes: Vec<u64> = (0..100_000).map(|n| hash(format!("R{n:07}").as_bytes(), 0)).collect();
        hashes.extend(["", "\0", "\0\0", "abcdefgh", "abcdefgha"].map(|s| hash(s.as_bytes(), 0)));
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), 100_005);
    }
}
