//! Numbers, dates and insertions as each language writes them.

use super::Lang;
use crate::base::Date;

/// Puts values into a message: every `{name}` becomes its value.
#[must_use]
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(message.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        rest = if let Some((value, after)) = value {
            text.push_str(value);
            after
        } else {
            text.push('{');
            after
        };
    }
    text.push_str(rest);
    text
}

/// A number with a sign (a true minus) and so many decimals: `+1`, `−0.5`, `0`.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    match (zero, value < 0.0) {
        (true, _) => text,
        (false, true) => format!("−{text}"),
        (false, false) => format!("+{text}"),
    }
}

/// A count with a comma between thousands: `12,400`.
#[must_use]
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Things side by side, with a middle dot as each language sets it.
#[must_use]
pub fn listed(things: &[&str], lang: Lang) -> String {
    things.join(match lang {
        Lang::En => " · ",
        Lang::Ja => "・",
    })
}

/// Things one after another, as each language lists them in a sentence.
#[must_use]
pub fn in_series(things: &[&str], lang: Lang) -> String {
    things.join(match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    })
}

/// A share (0–1) in percent without decimals: `62 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// A date as people of the language write it: `22 Nov 2026`, `2026年11月22日`.
#[must_use]
pub fn date_text(date: Date, lang: Lang) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = (date.year(), date.month(), date.day());
    match lang {
        Lang::Ja => format!("{year}年{month}月{day}日"),
        Lang::En => {
            let name = usize::try_from(month - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default();
            format!("{day} {name} {year}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_true_minus_and_zero_has_none() {
        assert_eq!(signed(-12.4, 0), "−12");
        assert_eq!(signed(0.5, 1), "+0.5");
        assert_eq!(signed(-0.04, 1), "0.0");
    }

    #[test]
    fn values_stand_where_their_names_were_and_are_not_read_themselves() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "3")]), "{b} of 3");
        assert_eq!(fill("no {such} value, {", &[("a", "1")]), "no {such} value, {");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn dates_are_written_as_people_write_them() {
        let date = jiff::civil::date(2026, 11, 22);
        assert_eq!(date_text(date, Lang::En), "22 Nov 2026");
        assert_eq!(date_text(date, Lang::Ja), "2026年11月22日");
    }
}
