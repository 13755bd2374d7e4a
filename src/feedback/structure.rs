//! Where delimiters, quotes and line feeds are in a run of bytes.

use std::ops::Range;
use wide::{CmpEq as _, i8x16};

/// Bytes that are compared at a time.
pub const BLOCK: usize = 64;

/// Places that are written together.
const TOGETHER: usize = 8;

/// The places of what divides text, in memory that is used again.
#[derive(Debug, Default)]
pub struct Hits {
    places: Vec<u32>,
    count: usize,
}

impl Hits {
    /// Looks for every delimiter, quote and line feed in a part of `bytes`.
    #[inline(always)]
    pub fn find(&mut self, bytes: &[u8], part: Range<usize>, delimiter: u8) {
        self.room_for(1 + TOGETHER);
        self.places[0] = (part.start as u32).wrapping_sub(1);
        self.count = 1;
        for (block, from) in bytes[part.clone()].chunks(BLOCK).zip((part.start as u32..).step_by(BLOCK)) {
            self.room_for(self.count + BLOCK + TOGETHER);
            self.write(from, structure(block, delimiter));
        }
    }

    /// The places that were found, in `bytes`; first the one before the part.
    #[must_use]
    pub fn places(&self) -> &[u32] {
        &self.places[..self.count]
    }

    #[inline(always)]
    fn room_for(&mut self, places: usize) {
        if self.places.len() < places {
            self.places.resize(places * 2, 0);
        }
    }

    /// Writes eight places at a time, whether there are so many or not, because how many there are nobody can
    /// foresee; what is too much is written over by the next ones.
    #[inline(always)]
    fn write(&mut self, from: u32, mut bits: u64) {
        let end = self.count + bits.count_ones() as usize;
        let mut at = self.count;
        while bits != 0 {
            for place in &mut self.places[at..at + TOGETHER] {
                *place = from + bits.trailing_zeros();
                bits &= bits.wrapping_sub(1);
            }
            at += TOGETHER;
        }
        self.count = end;
    }
}

/// A bit for every one of up to 64 bytes that is the delimiter, a quote or a line feed; the first byte is the lowest bit.
#[inline(always)]
pub fn structure(block: &[u8], delimiter: u8) -> u64 {
    match block.try_into() {
        Ok(full) => structure_of(full, delimiter),
        Err(_) => structure_of(&padded(block), delimiter),
    }
}

#[inline(always)]
fn structure_of(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    let all = |byte: u8| i8x16::splat(byte.cast_signed());
    let (delimiter, feed, quote) = (all(delimiter), all(b'\n'), all(b'"'));
    let (sixteens, _) = block.as_chunks::<16>();
    sixteens.iter().zip((0..).step_by(16)).fold(0, |bits, (bytes, at)| {
        let bytes = i8x16::new(bytes.map(u8::cast_signed));
        let hits = bytes.cmp_eq(delimiter) | bytes.cmp_eq(feed) | bytes.cmp_eq(quote);
        bits | u64::from(hits.move_mask() as u16) << at
    })
}

fn padded(block: &[u8]) -> [u8; BLOCK] {
    let mut full = [0; BLOCK];
    full[..block.len()].copy_from_slice(block);
    full
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_hit_is_found_and_nothing_else(
            bytes in prop::collection::vec(prop::sample::select(&b",;\"\na\x7f\xff"[..]), 0..=300),
            start in 0..9_usize,
        ) {
            let start = start.min(bytes.len());
            let mut hits = Hits::default();
            for delimiter in *b",;\t" {
                let is_hit = |at: &u32| [delimiter, b'"', b'\n'].contains(&bytes[*at as usize]);
                let expected: Vec<u32> = (start as u32..bytes.len() as u32).filter(is_hit).collect();
                hits.find(&bytes, start..bytes.len(), delimiter);
                prop_assert_eq!(&hits.places()[1..], expected);
            }
        }
    }

    #[test]
    fn a_block_of_nothing_else_fits() {
        let mut hits = Hits::default();
        hits.find(&[b','; 1_000], 7..1_000, b',');
        assert_eq!(hits.places().len(), 994);
    }
}
