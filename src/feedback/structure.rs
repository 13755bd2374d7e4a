//! Where delimiters, quotes and line feeds are in 64 bytes: a bit for each of them.

/// A bit for every byte that is the delimiter, a quote or a line feed; the first byte is the lowest bit.
#[inline]
#[must_use]
pub fn structure(block: &[u8; 64], delimiter: u8) -> u64 {
    // The compiler makes vector comparisons of this; gathering bits by multiplication stands in for the
    // instruction that would, which safe code cannot ask for on every machine.
    let mut hits = [0; 64];
    for (hit, byte) in hits.iter_mut().zip(block) {
        *hit = u8::from(*byte == delimiter) | u8::from(*byte == b'"') | u8::from(*byte == b'\n');
    }
    let (words, _) = hits.as_chunks::<8>();
    words.iter().zip((0..).step_by(8)).fold(0, |bits, (word, at)| bits | gathered(u64::from_le_bytes(*word)) << at)
}

/// The lowest bits of eight bytes that are 0 or 1, side by side: the factor moves bit 8·i to bit 56 + i, and no
/// two products meet.
#[inline]
const fn gathered(word: u64) -> u64 {
    word.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::structure;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_hit_is_found_and_nothing_else(block in prop::array::uniform32(prop::sample::select(&b",;\"\na\x7f\xff"[..]))) {
            let full: [u8; 64] = std::array::from_fn(|at| block[at % 32]);
            for delimiter in *b",;\t" {
                let hit = |byte: u8| byte == delimiter || byte == b'"' || byte == b'\n';
                let expected = full.iter().rev().fold(0, |bits, byte| bits << 1 | u64::from(hit(*byte)));
                prop_assert_eq!(structure(&full, delimiter), expected);
            }
        }
    }
}
