//! Stable record ids: 60 random bits, typed by the kind of record, written as 12 letters and digits.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{cmp::Ordering, fmt, hash, marker::PhantomData};

/// Crockford's base 32: no i, l, o, u, so an id can be read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LETTERS: usize = 12;
const MASK: u64 = (1 << (5 * LETTERS)) - 1;

/// Tags an [`Id`] with the kind of record it names.
pub trait IdKind: 'static {
    /// The kind's name in English, for messages to developers.
    const NAME: &'static str;
}

/// The id of a record of kind `K`. Random, never reused, never a position.
pub struct Id<K> {
    bits: u64,
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    /// The id with these bits; only the lower 60 count.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self { bits: bits & MASK, kind: PhantomData }
    }

    /// The 60 bits.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.bits
    }

    /// Reads the 12 characters that `Display` writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != LETTERS {
            return None;
        }
        let mut bits = 0;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|a| *a == byte)?;
            bits = bits << 5 | digit as u64;
        }
        Some(Self::from_bits(bits))
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bits.cmp(&other.bits)
    }
}
impl<K> hash::Hash for Id<K> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..LETTERS).rev().try_for_each(|place| {
            let digit = (self.bits >> (5 * place)) & 31;
            write!(f, "{}", char::from(ALPHABET[digit as usize]))
        })
    }
}

impl<K: IdKind> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{self}", K::NAME)
    }
}

impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("not an id: {text}")))
    }
}

/// Where new ids come from: random in the program, seeded in tests and templates.
#[derive(Clone, Debug)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// Seeded by the operating system's randomness.
    ///
    /// # Panics
    /// When the operating system has no source of randomness at all.
    #[must_use]
    #[expect(clippy::expect_used, reason = "without randomness ids of two people could collide: better no program")]
    pub fn random() -> Self {
        Self { state: getrandom::u64().expect("the operating system gives random numbers") }
    }

    /// The same ids for the same seed.
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A new id.
    #[expect(clippy::should_implement_trait, reason = "the kind of id is chosen at each call, no iterator can do that")]
    pub fn next<K>(&mut self) -> Id<K> {
        // SplitMix64 (Steele, Lea, Flood 2014): full period, so no id repeats within one source.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Id::from_bits((z ^ (z >> 31)) >> 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Kind;
    impl IdKind for Kind {
        const NAME: &'static str = "kind";
    }

    #[test]
    fn ids_are_written_and_read_back() {
        let mut ids = IdSource::seeded(1);
        for _ in 0..1000 {
            let id: Id<Kind> = ids.next();
            assert_eq!(id.to_string().len(), 12);
            assert_eq!(Id::parse(&id.to_string()), Some(id));
        }
        assert_eq!(Id::<Kind>::parse("short"), None);
        assert_eq!(Id::<Kind>::parse("iiiiiiiiiiii"), None);
        assert_eq!(Id::<Kind>::parse("日本語日"), None);
    }
}
