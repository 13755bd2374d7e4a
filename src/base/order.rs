//! Order keys: a place between any two others without touching them, so that a move is one field
//! and two people's moves merge. Base-62 strings after "fractional indexing" (Figma, 2017; the
//! variable-length integer part is D. Greenspan's), compared as plain bytes.

use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A sortable key: an integer part whose first letter tells its length, then a fraction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OrderKey(String);

impl Default for OrderKey {
    fn default() -> Self {
        Self("a0".to_owned())
    }
}

impl fmt::Display for OrderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for OrderKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("not an order key: {text}")))
    }
}

impl OrderKey {
    /// Accepts only keys that [`between`](Self::between) can work with.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let length = integer_length(*text.as_bytes().first()?)?;
        let sound = text.len() >= length
            && text.bytes().all(|b| DIGITS.contains(&b))
            && !(text.len() > length && text.ends_with('0'));
        sound.then(|| Self(text.to_owned()))
    }

    /// A key after `low` and before `high`; `None` is the open end. When the two are not in order
    /// (two colleagues chose the same key), the result is just after `low`.
    #[must_use]
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Self {
        match (low, high) {
            (None, None) => Self::default(),
            (Some(low), None) => low.after(),
            (None, Some(high)) => high.before(),
            (Some(low), Some(high)) if low < high => low.middle(high),
            (Some(low), Some(_)) => Self(format!("{}V", low.0)),
        }
    }

    /// `count` keys in order between the two.
    #[must_use]
    pub fn spread(low: Option<&Self>, high: Option<&Self>, count: usize) -> Vec<Self> {
        let mut keys: Vec<Self> = Vec::with_capacity(count);
        for _ in 0..count {
            let next = Self::between(keys.last().or(low), high);
            keys.push(next);
        }
        keys
    }

    fn split(&self) -> (&str, &str) {
        let length = self.0.bytes().next().and_then(integer_length).unwrap_or(self.0.len());
        self.0.split_at(length.min(self.0.len()))
    }

    fn after(&self) -> Self {
        let (integer, fraction) = self.split();
        match incremented(integer) {
            Some(next) => Self(next),
            None => Self(format!("{integer}{}", middle_fraction(fraction, None))),
        }
    }

    fn before(&self) -> Self {
        let (integer, fraction) = self.split();
        if !fraction.is_empty() {
            return Self(integer.to_owned());
        }
        match decremented(integer) {
            Some(next) => Self(next),
            None => Self(format!("{integer}{}", middle_fraction("", Some(fraction)))),
        }
    }

    fn middle(&self, high: &Self) -> Self {
        let ((low_int, low_frac), (high_int, high_frac)) = (self.split(), high.split());
        if low_int == high_int {
            return Self(format!("{low_int}{}", middle_fraction(low_frac, Some(high_frac))));
        }
        match incremented(low_int) {
            Some(next) if next.as_str() < high.0.as_str() => Self(next),
            _ => Self(format!("{low_int}{}", middle_fraction(low_frac, None))),
        }
    }
}

fn integer_length(head: u8) -> Option<usize> {
    match head {
        b'a'..=b'z' => Some(usize::from(head - b'a') + 2),
        b'A'..=b'Z' => Some(usize::from(b'Z' - head) + 2),
        _ => None,
    }
}

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|d| *d == byte).unwrap_or(0)
}

/// A fraction strictly between `low` and `high` (`None` = 1); no result ends in 0.
fn middle_fraction(low: &str, high: Option<&str>) -> String {
    let (low, high_bytes) = (low.as_bytes(), high.map(str::as_bytes));
    let mut out = String::new();
    let mut high = high_bytes;
    for place in 0.. {
        let l = low.get(place).map_or(0, |b| digit(*b));
        let h = high.map_or(DIGITS.len(), |h| h.get(place).map_or(0, |b| digit(*b)));
        if h > l + 1 {
            out.push(char::from(DIGITS[usize::midpoint(l, h)]));
            break;
        }
        out.push(char::from(DIGITS[l]));
        if h == l + 1 {
            // Below `high` from here on, whatever follows.
            high = None;
        }
    }
    out
}

fn incremented(integer: &str) -> Option<String> {
    let mut bytes = integer.as_bytes().to_vec();
    for place in (1..bytes.len()).rev() {
        let d = digit(bytes[place]) + 1;
        if d < DIGITS.len() {
            bytes[place] = DIGITS[d];
            return String::from_utf8(bytes).ok();
        }
        bytes[place] = b'0';
    }
    match bytes[0] {
        b'Z' => Some("a0".to_owned()),
        b'z' => None,
        head => {
            let head = head + 1;
            if head > b'a' {
                bytes.push(b'0');
            } else {
                bytes.pop();
            }
            bytes[0] = head;
            String::from_utf8(bytes).ok()
        }
    }
}

fn decremented(integer: &str) -> Option<String> {
    let mut bytes = integer.as_bytes().to_vec();
    for place in (1..bytes.len()).rev() {
        let d = digit(bytes[place]);
        if d > 0 {
            bytes[place] = DIGITS[d - 1];
            return String::from_utf8(bytes).ok();
        }
        bytes[place] = b'z';
    }
    match bytes[0] {
        b'a' => Some("Zz".to_owned()),
        b'A' => None,
        head => {
            let head = head - 1;
            if head < b'Z' {
                bytes.push(b'z');
            } else {
                bytes.pop();
            }
            bytes[0] = head;
            String::from_utf8(bytes).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn appending_keeps_keys_short() {
        let keys = OrderKey::spread(None, None, 10_000);
        assert!(keys.is_sorted_by(|a, b| a < b));
        assert!(keys.iter().all(|k| k.to_string().len() <= 4));
    }

    #[test]
    fn equal_neighbours_still_give_a_key() {
        let key = OrderKey::default();
        assert!(OrderKey::between(Some(&key), Some(&key)) > key);
    }

    proptest! {
        #[test]
        fn any_sequence_of_inserts_stays_in_order(places in prop::collection::vec(0.0f64..1.0, 1..200)) {
            let mut keys: Vec<OrderKey> = Vec::new();
            for place in places {
                let at = (place * (keys.len() + 1) as f64) as usize;
                let low = at.checked_sub(1).and_then(|i| keys.get(i)).cloned();
                let key = OrderKey::between(low.as_ref(), keys.get(at));
                prop_assert_eq!(OrderKey::parse(&key.to_string()), Some(key.clone()));
                keys.insert(at, key);
                prop_assert!(keys.is_sorted_by(|a, b| a < b), "{:?}", keys);
            }
        }
    }
}
