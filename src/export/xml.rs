//! Text and numbers as XML has them.

use std::fmt::Write as _;

/// Adds `text` for an element or an attribute: markup escaped, and what XML 1.0 cannot hold taken
/// out (control characters) or replaced (U+FFFE, U+FFFF by U+FFFD).
pub(super) fn push_xml(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
}

/// Adds a number with at most two decimals: a hundredth of a map unit is finer than any printer.
pub(super) fn push_number(out: &mut String, value: f32) {
    let hundredths = if value.is_finite() { (f64::from(value) * 100.0).round() as i64 } else { 0 };
    if hundredths < 0 {
        out.push('-');
    }
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let written = match (part, part % 10) {
        (0, _) => write!(out, "{whole}"),
        (_, 0) => write!(out, "{whole}.{}", part / 10),
        _ => write!(out, "{whole}.{part:02}"),
    };
    debug_assert!(written.is_ok(), "a String takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = |value| {
            let mut out = String::new();
            push_number(&mut out, value);
            out
        };
        let all = [0.0, -0.001, 12.0, 12.5, -0.05, 1.004, 1.996, f32::NAN, 16_777_216.0].map(written);
        assert_eq!(all, ["0", "0", "12", "12.5", "-0.05", "1", "2", "0", "16777216"]);
    }

    #[test]
    fn what_xml_cannot_hold_is_taken_out() {
        let mut out = String::new();
        push_xml(&mut out, "a\u{1}\u{0}<b>&\"\u{fffe}\n\u{202e}");
        assert_eq!(out, "a&lt;b&gt;&amp;&quot;\u{fffd}&#10;\u{202e}");
    }
}
