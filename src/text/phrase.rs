//! Where a Japanese phrase ends: the scorer of `BudouX` with its Japanese model (Google,
//! Apache-2.0, `assets/budoux`). A line broken between phrases reads like a hand-set one.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Weights by the characters round a place: one (UW), two (BW) and three (TW) at a time.
#[derive(serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct Weights {
    uw1: Feature,
    uw2: Feature,
    uw3: Feature,
    uw4: Feature,
    uw5: Feature,
    uw6: Feature,
    bw1: Feature,
    bw2: Feature,
    bw3: Feature,
    tw1: Feature,
    tw2: Feature,
    tw3: Feature,
    tw4: Feature,
}

type Feature = HashMap<Box<str>, i32>;

struct Model {
    /// Each feature with the characters it looks at, from and to, counted from the place.
    features: [(Feature, isize, isize); 13],
    /// Sum of all weights.
    total: i32,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the model is part of the program and read by its tests")]
    let w: Weights =
        serde_json::from_str(include_str!("../../assets/budoux/ja.json")).expect("the embedded model is valid");
    let features = [
        (w.uw1, -3, -2),
        (w.uw2, -2, -1),
        (w.uw3, -1, 0),
        (w.uw4, 0, 1),
        (w.uw5, 1, 2),
        (w.uw6, 2, 3),
        (w.bw1, -2, 0),
        (w.bw2, -1, 1),
        (w.bw3, 0, 2),
        (w.tw1, -3, 0),
        (w.tw2, -2, 1),
        (w.tw3, -1, 2),
        (w.tw4, 0, 3),
    ];
    let total = features.iter().flat_map(|(feature, ..)| feature.values()).sum();
    Model { features, total }
});

/// The bytes of `text` at which a new phrase begins, in order; the start is none of them.
pub(super) fn phrase_starts(text: &str) -> Vec<usize> {
    let mut at: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    at.push(text.len());
    (1..at.len().saturating_sub(1)).filter(|&place| score(text, &at, place) > 0).map(|place| at[place]).collect()
}

/// Twice `BudouX`'s score, which keeps it whole. A phrase begins where it is positive.
fn score(text: &str, at: &[usize], place: usize) -> i32 {
    let byte = |offset: isize| place.checked_add_signed(offset).and_then(|index| at.get(index)).copied();
    let weight = |(feature, from, to): &(Feature, isize, isize)| {
        let part = text.get(byte(*from)?..byte(*to)?)?;
        feature.get(part).copied()
    };
    2 * MODEL.features.iter().filter_map(weight).sum::<i32>() - MODEL.total
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(text: &str) -> Vec<&str> {
        let starts = phrase_starts(text);
        let ends = starts.iter().copied().chain([text.len()]);
        [0].into_iter().chain(starts.clone()).zip(ends).map(|(a, b)| &text[a..b]).collect()
    }

    #[test]
    fn japanese_is_parted_between_phrases() {
        assert_eq!(phrases("今日は天気です。"), ["今日は", "天気です。"]);
        assert_eq!(phrases("お店で実物を見てから決めたい"), ["お店で", "実物を", "見てから", "決めたい"]);
        assert!(phrase_starts("").is_empty());
    }
}
