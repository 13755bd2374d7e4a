//! Scale answers as people and survey tools write them.

use crate::base::normalized;

/// What an answer cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A point of the scale.
    Point(u8),
    /// Nothing was answered.
    Missing,
    /// Something that is not on the scale.
    OffScale,
}

/// A scale of whole points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The lowest answer.
    pub lowest: u8,
    /// The highest answer.
    pub highest: u8,
}

/// Codes for "no answer" besides an empty cell, in their normal form.
const MISSING: &[&str] = &[
    "-1",
    "-9",
    "-99",
    "-999",
    "-9999",
    "n/a",
    "na",
    "n.a.",
    "#n/a",
    "nan",
    "null",
    "none",
    "nil",
    "-",
    "--",
    ".",
    "無回答",
    "未回答",
    "回答なし",
    "未記入",
    "なし",
    "該当なし",
    "わからない",
    "分からない",
    "答えたくない",
    "回答しない",
    "無記入",
    "利用していない",
    "利用なし",
    "欠損",
    "missing",
    "don't know",
    "dont know",
    "prefer not to say",
    "not used",
    "#null!",
    "#value!",
    "#div/0!",
    "no answer",
    "not applicable",
    "skipped",
];

/// Words for the five points of a satisfaction scale, worst first, in their normal form.
const WORDS: [&[&str]; 5] = [
    &[
        "とても不満",
        "大変不満",
        "非常に不満",
        "とても悪い",
        "全くそう思わない",
        "まったくそう思わない",
        "very dissatisfied",
        "extremely dissatisfied",
        "very poor",
        "very bad",
        "terrible",
        "strongly disagree",
    ],
    &[
        "不満",
        "やや不満",
        "どちらかといえば不満",
        "悪い",
        "あまりそう思わない",
        "そう思わない",
        "dissatisfied",
        "somewhat dissatisfied",
        "poor",
        "bad",
        "disagree",
    ],
    &[
        "普通",
        "ふつう",
        "どちらともいえない",
        "どちらでもない",
        "どちらとも言えない",
        "neutral",
        "neither satisfied nor dissatisfied",
        "neither agree nor disagree",
        "average",
        "fair",
        "okay",
    ],
    &[
        "満足",
        "やや満足",
        "どちらかといえば満足",
        "良い",
        "よい",
        "ややそう思う",
        "そう思う",
        "satisfied",
        "somewhat satisfied",
        "good",
        "agree",
    ],
    &[
        "とても満足",
        "大変満足",
        "非常に満足",
        "とても良い",
        "とてもよい",
        "とてもそう思う",
        "強くそう思う",
        "very satisfied",
        "extremely satisfied",
        "very good",
        "excellent",
        "strongly agree",
    ],
];

impl Scale {
    /// 0–10.
    pub const NPS: Self = Self { lowest: 0, highest: 10 };

    /// From 1 to `highest`.
    #[must_use]
    pub const fn to(highest: u8) -> Self {
        Self { lowest: 1, highest }
    }

    /// How many points.
    #[must_use]
    pub const fn points(self) -> usize {
        (self.highest - self.lowest) as usize + 1
    }

    /// Reads one or two plain digits straight from the bytes, and an empty cell; `None` for every other form.
    #[inline(always)]
    #[must_use]
    pub fn read_plain(self, cell: &[u8]) -> Option<Answer> {
        let digit = |b: u8| b.wrapping_sub(b'0');
        let value = match *cell {
            [] => return Some(Answer::Missing),
            [a] if digit(a) < 10 => digit(a),
            [a, b] if digit(a) < 10 && digit(b) < 10 => digit(a) * 10 + digit(b),
            _ => return None,
        };
        let inside = (self.lowest..=self.highest).contains(&value);
        Some(if inside { Answer::Point(value) } else { Answer::OffScale })
    }

    /// The same of a cell as long as it is said, without asking each time how long it is.
    #[inline(always)]
    #[must_use]
    pub fn read_head(self, head: [u8; 2], length: usize) -> Option<Answer> {
        let [first, second] = head.map(|byte| byte.wrapping_sub(b'0'));
        let are_two = u8::from(length == 2);
        let value = first.wrapping_mul(1 + 9 * are_two).wrapping_add(second.wrapping_mul(are_two));
        let inside = value.wrapping_sub(self.lowest) <= self.highest - self.lowest;
        match length {
            0 => Some(Answer::Missing),
            3.. => None,
            _ if first.max(second.wrapping_mul(are_two)) >= 10 => None,
            _ => Some(if inside { Answer::Point(value) } else { Answer::OffScale }),
        }
    }

    /// Reads every form we know: digits of any width, 「8点」, "4 - Satisfied", "4.0", words of a five-point
    /// satisfaction scale, the codes for no answer.
    #[must_use]
    pub fn parse(self, text: &str) -> Answer {
        if let Some(plain) = self.read_plain(text.as_bytes()) {
            return plain;
        }
        let text = normalized(text).replace('−', "-");
        if text.is_empty() || MISSING.contains(&text.as_str()) {
            return Answer::Missing;
        }
        if self == Self::to(5)
            && let Some(at) = WORDS.iter().position(|words| words.contains(&text.as_str()))
        {
            return Answer::Point(at as u8 + 1);
        }
        leading_number(&text).map_or(Answer::OffScale, |value| self.point(value))
    }

    fn point(self, value: f64) -> Answer {
        let inside = (f64::from(self.lowest)..=f64::from(self.highest)).contains(&value);
        if inside && value.fract() == 0.0 { Answer::Point(value as u8) } else { Answer::OffScale }
    }
}

/// The number at the beginning of "8点", "4 - satisfied", "5: とても満足", "4.0".
fn leading_number(text: &str) -> Option<f64> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let rest = rest.trim_start();
    let known = rest.is_empty()
        || rest.starts_with(['-', ':', '=', ')', ',', '、', '(', '–', '—', '点'])
        || ["pt", "pts", "point", "points", "ポイント", "満足", "不満"].contains(&rest);
    // "4/5" and "10-20" are something else than an answer with an explanation.
    let after = rest.trim_start_matches(['-', '–', '—']).trim_start();
    if !known || after.starts_with(|c: char| c.is_ascii_digit()) {
        None
    } else {
        number.trim_end_matches('.').parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_people_write_them() {
        for text in ["8", "８", "8点", "８点", " 8 ", "8.0", "8 - likely", "8: 高い", "8 points"] {
            assert_eq!(Scale::NPS.parse(text), Answer::Point(8), "{text}");
        }
        for (text, point) in [
            ("とても満足", 5),
            ("不満", 2),
            ("4 - Satisfied", 4),
            ("Neutral", 3),
            ("どちらともいえない", 3),
            ("とても良い", 5),
            ("Strongly agree", 5),
            ("あまりそう思わない", 2),
            ("５：とても満足", 5),
        ] {
            assert_eq!(Scale::to(5).parse(text), Answer::Point(point), "{text}");
        }
    }

    #[test]
    fn no_answer_is_not_a_wrong_answer() {
        for text in ["", " ", "　", "-1", "−1", "-9999", "N/A", "無回答"] {
            assert_eq!(Scale::NPS.parse(text), Answer::Missing, "{text}");
        }
        for text in ["11", "4.5", "abc", "4/5", "7-8", "99999999999"] {
            assert_eq!(Scale::NPS.parse(text), Answer::OffScale, "{text}");
        }
        assert_eq!(Scale::to(5).parse("0"), Answer::OffScale);
    }

    #[test]
    fn the_quick_way_agrees_with_the_slow_one() {
        for text in ["", "0", "5", "10", "11", "07", "99"] {
            assert_eq!(Scale::NPS.read_plain(text.as_bytes()), Some(Scale::NPS.parse(text)), "{text}");
        }
        assert_eq!(Scale::NPS.read_plain("８".as_bytes()), None);
    }
}
