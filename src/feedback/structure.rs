//! Where delimiters, quotes and line feeds are in 64 bytes: a bit for each of them.

/// A bit for every byte that is the delimiter, a quote or a line feed.
#[cfg(target_arch = "x86_64")]
#[inline]
pub fn structure(block: &[u8; 64], delimiter: u8) -> u64 {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8};
    // SSE2 belongs to every x86-64.
    let wanted = [delimiter, b'"', b'\n'].map(|byte| _mm_set1_epi8(byte.cast_signed()));
    let (lanes, _) = block.as_chunks::<16>();
    let mut bits = 0;
    for (lane, at) in lanes.iter().zip((0..).step_by(16)) {
        let whole = u128::from_le_bytes(*lane);
        let lane = _mm_set_epi64x((whole >> 64) as i64, whole as i64);
        let [a, b, c] = wanted.map(|byte| _mm_cmpeq_epi8(lane, byte));
        let hits = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), c));
        bits |= u64::from(hits as u16) << at;
    }
    bits
}

/// A bit for every byte that is the delimiter, a quote or a line feed.
#[cfg(not(target_arch = "x86_64"))]
#[inline]
pub fn structure(block: &[u8; 64], delimiter: u8) -> u64 {
    portable(block, delimiter)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
fn portable(block: &[u8; 64], delimiter: u8) -> u64 {
    let hit = |byte: u8| u64::from(byte == delimiter || byte == b'"' || byte == b'\n');
    block.iter().rev().fold(0, |bits, byte| bits << 1 | hit(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_ways_find_the_same(block in prop::array::uniform32("[,;\"\na\u{7f}]".prop_map(|s| s.as_bytes()[0]))) {
            let full: [u8; 64] = std::array::from_fn(|at| block[at % 32]);
            prop_assert_eq!(structure(&full, b','), portable(&full, b','));
            prop_assert_eq!(structure(&full, b';'), portable(&full, b';'));
        }
    }
}
