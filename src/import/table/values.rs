//! Values as people write them into cells: figures, channels, levels.

use super::lines::card_texts;
use crate::model::ExperienceValues;
use unicode_normalization::UnicodeNormalization as _;

/// The number that a cell is, or begins with, as people write numbers: ＋１, −0.5, "2 happy".
#[must_use]
pub(crate) fn number(cell: &str) -> Option<f32> {
    number_and_word(cell).map(|(value, _)| value)
}

/// A number and the words after it.
#[must_use]
pub(super) fn number_and_word(cell: &str) -> Option<(f32, String)> {
    let text: String = cell.nfkc().map(|c| if matches!(c, '−' | '–' | '▲' | '△') { '-' } else { c }).collect();
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))).unwrap_or(text.len());
    let (figures, word) = text.split_at(end);
    let value: f32 = figures.parse().ok().filter(|value: &f32| value.is_finite())?;
    // "3月" or "2nd" begin with a figure and are none.
    let separate = word.is_empty() || word.starts_with(|c: char| c.is_whitespace() || ":,、()点".contains(c));
    let word = word.trim_matches(|c: char| c.is_whitespace() || ":,、()点".contains(c));
    separate.then(|| (value, word.to_owned()))
}

/// The emotions of a row on the axis from −2 to +2. Where a figure lies beyond, the row is on another scale: 1 to 5,
/// or 0 to 10. `None` stays for what lies on none.
#[must_use]
pub(super) fn on_axis(values: &[Option<f32>]) -> Vec<Option<f32>> {
    let all_in = |low: f32, high: f32| values.iter().flatten().all(|value| (low..=high).contains(value));
    let scaled: fn(f32) -> f32 = if all_in(-2.0, 2.0) {
        |value| value
    } else if all_in(1.0, 5.0) {
        |value| value - 3.0
    } else if all_in(0.0, 10.0) {
        |value| (value - 5.0) * 0.4
    } else {
        |value| value
    };
    values.iter().map(|value| value.map(scaled).filter(|value| (-2.0..=2.0).contains(value))).collect()
}

/// The names of channels in a cell: its lines, and the parts of a line where the whole is not a known name.
#[must_use]
pub(crate) fn channel_words(cell: &str, known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let parts = |line: &String| -> Vec<String> {
        if known(line) {
            return vec![line.clone()];
        }
        let parts = line.split(['、', ',', '，', '/', '／', ';', '；', '+', '＋', '&', '＆']);
        parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    card_texts(cell).iter().flat_map(parts).collect()
}

/// The experience values that a cell names: "SENSE 2" in a line each.
#[must_use]
pub(crate) fn experience(cell: &str) -> Option<ExperienceValues> {
    let mut values = ExperienceValues::default();
    for line in card_texts(cell) {
        let line = line.to_uppercase();
        let (code, level) = line.split_once([' ', ':', '：', '='])?;
        let level = number(level).filter(|level| (0.0..=3.0).contains(level) && level.fract() == 0.0)? as u8;
        *match code.trim() {
            "SENSE" => &mut values.sense,
            "FEEL" => &mut values.feel,
            "THINK" => &mut values.think,
            "ACT" => &mut values.act,
            "RELATE" => &mut values.relate,
            _ => return None,
        } = level;
    }
    Some(values)
}

/// The cell that [`experience`] makes these values of.
#[must_use]
pub(crate) fn experience_text(values: ExperienceValues) -> String {
    let ExperienceValues { sense, feel, think, act, relate } = values;
    let all = [("SENSE", sense), ("FEEL", feel), ("THINK", think), ("ACT", act), ("RELATE", relate)];
    let said = all.iter().filter(|(_, level)| *level > 0).map(|(code, level)| format!("{code} {level}"));
    said.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_write_them() {
        for (cell, value) in
            [("+1", 1.0), ("−0.5", -0.5), ("＋２", 2.0), ("▲1", -1.0), (" 2 うれしい", 2.0), ("8点", 8.0)]
        {
            assert_eq!(number(cell), Some(value), "{cell}");
        }
        for cell in ["満足", "3月", "2nd", "", "1-2", "inf"] {
            assert_eq!(number(cell), None, "{cell}");
        }
        assert_eq!(number_and_word("-1: 不安"), Some((-1.0, "不安".to_owned())));
    }

    #[test]
    fn other_scales_come_to_the_axis() {
        assert_eq!(on_axis(&[Some(1.0), None, Some(-2.0)]), [Some(1.0), None, Some(-2.0)]);
        assert_eq!(on_axis(&[Some(1.0), Some(5.0)]), [Some(-2.0), Some(2.0)]);
        assert_eq!(on_axis(&[Some(0.0), Some(10.0)]), [Some(-2.0), Some(2.0)]);
        assert_eq!(on_axis(&[Some(1.0), Some(99.0)]), [Some(1.0), None]);
    }

    #[test]
    fn a_line_of_channels_is_split_unless_it_is_one_name() {
        let known = |name: &str| name == "Flyer, coupon";
        assert_eq!(channel_words("Flyer, coupon", &known), ["Flyer, coupon"]);
        assert_eq!(channel_words("SNS、店舗/EC", &known), ["SNS", "店舗", "EC"]);
        let values = ExperienceValues { sense: 2, relate: 3, ..ExperienceValues::default() };
        assert_eq!(experience(&experience_text(values)), Some(values));
    }
}
