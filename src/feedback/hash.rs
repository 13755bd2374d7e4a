//! A quick 64-bit hash of short byte strings. Not against attackers: who makes two names of his own file collide
//! only miscounts his own answers, and every table is bounded.

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const FACTORS: [u64; 4] = [0xd6e8_feb8_6659_fd93, 0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db, 0x8ebc_6af0_9c88_c6e3];

/// Bytes that are hashed at a time.
pub const WINDOW: usize = 32;

/// For every length up to [`WINDOW`] what is kept of the window's four words.
pub static KEPT: [[u64; 4]; WINDOW + 1] = kept();

const fn kept() -> [[u64; 4]; WINDOW + 1] {
    let (mut masks, mut length) = ([[0; 4]; WINDOW + 1], 0);
    while length <= WINDOW {
        let mut byte = 0;
        while byte < length {
            masks[length][byte / 8] |= 0xff << (8 * (byte % 8));
            byte += 1;
        }
        length += 1;
    }
    masks
}

/// Multiplies to 128 bits and folds the halves.
#[inline(always)]
const fn folded(a: u64, b: u64) -> u64 {
    let wide = a as u128 * b as u128;
    wide as u64 ^ (wide >> 64) as u64
}

/// The hash of `bytes`, continued from `seed`; the same on every machine.
#[inline]
#[must_use]
pub fn hash(mut bytes: &[u8], seed: u64) -> u64 {
    let mut state = seed;
    while bytes.len() > WINDOW
        && let Some((window, rest)) = bytes.split_first_chunk()
    {
        state = hash_of_window(window, WINDOW, state);
        bytes = rest;
    }
    let mut window = [0; WINDOW];
    window[..bytes.len()].copy_from_slice(bytes);
    hash_of_window(&window, bytes.len(), state)
}

/// The hash of the first `length` bytes of a window, whatever follows them in it: without a loop and without a branch,
/// so that cells of changing lengths cost no more than equal ones.
#[inline(always)]
#[must_use]
pub fn hash_of_window(window: &[u8; WINDOW], length: usize, seed: u64) -> u64 {
    let kept = &KEPT[length.min(WINDOW)];
    let (words, _) = window.as_chunks::<8>();
    let term = |at: usize| (u64::from_le_bytes(words[at]) & kept[at]).wrapping_mul(FACTORS[at]);
    let text = term(0).wrapping_add(term(1)).wrapping_add(term(2)).wrapping_add(term(3));
    folded(text.wrapping_add((seed ^ length as u64).wrapping_mul(SEED)), FACTORS[0])
}

/// The hash of the first `length` bytes of two windows that lie side by side, whatever follows them: as long ones cost no
/// more than short ones, nobody has to foresee which comes. Not the hash of one window.
#[inline(always)]
#[must_use]
pub fn hash_of_two(windows: &[u8; 2 * WINDOW], length: usize) -> u64 {
    let kept = [length.min(WINDOW), length.saturating_sub(WINDOW).min(WINDOW)].map(|length| &KEPT[length]);
    let (words, _) = windows.as_chunks::<8>();
    let term = |at: usize| (u64::from_le_bytes(words[at]) & kept[at / 4][at % 4]).wrapping_mul(FACTORS[at % 4]);
    let text = |from: usize| (from..from + 4).fold(0u64, |sum, at| sum.wrapping_add(term(at)));
    folded(text(0) ^ (length as u64).wrapping_mul(SEED), FACTORS[0] ^ text(4).rotate_left(32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_that_differ_have_different_hashes() {
        let mut hashes: Vec<u64> = (0..100_000).map(|n| hash(format!("R{n:07}").as_bytes(), 0)).collect();
        hashes.extend(["", "\0", "\0\0", "abcdefgh", "abcdefgha"].map(|s| hash(s.as_bytes(), 0)));
        let long = "0123456789".repeat(10);
        hashes.extend((9..100).map(|end| hash(&long.as_bytes()[..end], 0)));
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), 100_005 + 91);
    }

    #[test]
    fn what_follows_in_the_window_does_not_matter() {
        let window: [u8; WINDOW] = std::array::from_fn(|at| at as u8 + 200);
        for length in 0..=WINDOW {
            assert_eq!(hash_of_window(&window, length, 7), hash(&window[..length], 7));
        }
    }

    #[test]
    fn two_windows_are_told_apart_by_their_bytes_and_their_length_alone() {
        let text: [u8; 2 * WINDOW] = std::array::from_fn(|at| at as u8 + 1);
        let mut hashes = Vec::new();
        for length in 0..=2 * WINDOW {
            let mut other = [0; 2 * WINDOW];
            other[..length].copy_from_slice(&text[..length]);
            assert_eq!(hash_of_two(&text, length), hash_of_two(&other, length));
            hashes.push(hash_of_two(&text, length));
        }
        for n in 0..50_000u32 {
            let mut other = text;
            other[n as usize % 60..][..4].copy_from_slice(&n.to_le_bytes());
            hashes.push(hash_of_two(&other, 2 * WINDOW));
        }
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), 2 * WINDOW + 1 + 50_000);
    }
}
