//! Dates as survey tools and spreadsheets write them, down to the month.

use unicode_normalization::UnicodeNormalization as _;

/// A month of the civil calendar; ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Year.
    pub year: u16,
    /// 1–12.
    pub month: u8,
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Which number comes first when the year is last: 11/22/2026 or 22/11/2026.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// 11/22/2026.
    #[default]
    MonthFirst,
    /// 22/11/2026.
    DayFirst,
}

impl Month {
    fn checked(year: u32, month: u32, day: u32) -> Option<Self> {
        let sound = (1900..=2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        sound.then_some(Self { year: year as u16, month: month as u8 })
    }

    /// How many months there are, from January 1900 to December 2200.
    pub const COUNT: usize = 301 * 12;

    /// The month's place among them.
    #[inline]
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.year.saturating_sub(1900)) * 12 + usize::from(self.month) - 1
    }

    /// Reads `2026-11-22…` and `2026/11/22…` straight from the bytes; `None` for every other form.
    #[inline(always)]
    #[must_use]
    pub fn from_plain(cell: &[u8]) -> Option<Self> {
        let head: &[u8; 10] = cell.first_chunk()?;
        let separated = head[4] == head[7] && matches!(head[4], b'-' | b'/');
        let digits = [head[0], head[1], head[2], head[3], head[5], head[6], head[8], head[9]].map(|b| b ^ b'0');
        let ends = cell.get(10).is_none_or(|next| !next.is_ascii_digit());
        if !(separated && are_digits(u64::from_le_bytes(digits)) && ends) {
            return None;
        }
        let number = |at: usize| u32::from(digits[at]) * 10 + u32::from(digits[at + 1]);
        Self::checked(number(0) * 100 + number(2), number(4), number(6))
    }

    /// Reads every form we know: year first with `-`, `/`, `.` or 年月日, an era 令和8年, the year last,
    /// eight digits, spreadsheet serials; a time may follow.
    #[must_use]
    pub fn parse(text: &str, order: DateOrder) -> Option<Self> {
        if let (10, Some(plain)) = (text.len(), Self::from_plain(text.as_bytes())) {
            return Some(plain);
        }
        let text: String = text.trim().nfkc().collect();
        if let Some(month) = Self::named(&text) {
            return Some(month);
        }
        let (era, text) = without_era(&text);
        let date = text.split(['T', ' ']).next()?;
        let parts: Vec<&str> = date.split(['-', '/', '.', '年', '月', '日']).filter(|p| !p.is_empty()).collect();
        let number = |part: &str| match part {
            "元" => Some(1),
            _ if part.len() <= 8 && part.bytes().all(|b| b.is_ascii_digit()) => part.parse::<u32>().ok(),
            _ => None,
        };
        let numbers: Vec<u32> = parts.iter().map(|part| number(part)).collect::<Option<_>>()?;
        match (era, numbers.as_slice()) {
            (Some(start), &[year, month, day]) => Self::checked(start + year, month, day),
            (Some(start), &[year, month]) => Self::checked(start + year, month, 1),
            (None, &[year, month, day]) if year > 31 => Self::checked(year, month, day),
            (None, &[a, b, year]) => match order {
                DateOrder::MonthFirst => Self::checked(year, a, b),
                DateOrder::DayFirst => Self::checked(year, b, a),
            },
            (None, &[year, month]) if (1900..=2200).contains(&year) => Self::checked(year, month, 1),
            (None, &[whole]) if parts[0].len() == 8 => Self::checked(whole / 10_000, whole / 100 % 100, whole % 100),
            (None, &[serial] | &[serial, _]) if date.len() >= 5 => Self::from_serial(serial),
            _ => None,
        }
    }

    /// `22 Nov 2026`, `November 22, 2026`, `22-Nov-26` and the like.
    fn named(text: &str) -> Option<Self> {
        const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let mut words = text.split([' ', ',', '-', '/', '.']).filter(|word| !word.is_empty()).take(4);
        let (mut month, mut numbers) = (None, Vec::new());
        while let (Some(word), true) = (words.next(), numbers.len() < 2 || month.is_none()) {
            let low = word.to_lowercase();
            let name = low.get(..3).and_then(|name| NAMES.iter().position(|known| *known == name));
            match name.filter(|_| low.bytes().all(|byte| byte.is_ascii_alphabetic())) {
                Some(at) => month = Some(at as u32 + 1),
                // The day of the week may come first.
                None if low.parse::<u32>().is_err() && !numbers.is_empty() => return None,
                None => numbers.extend(low.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u32>()),
            }
        }
        let (month, year) = (month?, *numbers.last()?);
        let day = if numbers.len() > 1 { numbers[0] } else { 1 };
        let year = if year < 100 && numbers.len() > 1 { 2000 + year } else { year };
        Self::checked(year, month, day)
    }

    /// A spreadsheet's day number (1 January 2000 is 36526); only 1980 to 2100, so that no other number passes.
    fn from_serial(serial: u32) -> Option<Self> {
        if !(29_221..=73_415).contains(&serial) {
            return None;
        }
        let start = jiff::civil::date(1899, 12, 30);
        let date = start.checked_add(jiff::Span::new().days(i64::from(serial))).ok()?;
        Self::checked(u32::try_from(date.year()).ok()?, u32::try_from(date.month()).ok()?, 1)
    }
}

/// The year before the era's first one, and the text after the era's name.
fn without_era(text: &str) -> (Option<u32>, &str) {
    for (name, before) in [("令和", 2018), ("平成", 1988), ("昭和", 1925)] {
        if let Some(rest) = text.strip_prefix(name) {
            return (Some(before), rest);
        }
    }
    // R8.11.22: the letter stands for the era only before a number.
    let mut letters = text.chars();
    let (letter, rest) = (letters.next().unwrap_or(' ').to_ascii_uppercase(), letters.as_str());
    let before = [('R', 2018), ('H', 1988), ('S', 1925)].into_iter().find(|(known, _)| *known == letter);
    match before.filter(|_| rest.starts_with(|c: char| c.is_ascii_digit())) {
        Some((_, before)) => (Some(before), rest),
        None => (None, text),
    }
}

/// Day first as soon as one date of a sample can be read no other way.
#[must_use]
pub fn guess_order<'a>(sample: impl Iterator<Item = &'a str>) -> DateOrder {
    let day_first = |text: &str| {
        Month::parse(text, DateOrder::MonthFirst).is_none() && Month::parse(text, DateOrder::DayFirst).is_some()
    };
    if sample.into_iter().any(day_first) { DateOrder::DayFirst } else { DateOrder::MonthFirst }
}

/// Whether each of eight bytes is under 10: adding 118 sets the highest bit of every other one.
const fn are_digits(bytes: u64) -> bool {
    (bytes.wrapping_add(0x7676_7676_7676_7676) | bytes) & 0x8080_8080_8080_8080 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_usual_forms_give_the_month() {
        let forms = [
            "2026/11/22",
            "2026-11-22",
            "2026-11-22T10:00:00Z",
            "2026/11/22 9:05:00",
            "2026年11月22日",
            "２０２６年１１月２２日",
            "令和8年11月22日",
            "2026.11.22",
            "20261122",
            "11/22/2026 10:00:00",
            "46348",
            "46348.4167",
            "2026-11",
            "2026年11月",
            "R8.11.22",
            "Ｒ８／１１／２２",
            "r8年11月22日",
            "㋿8年11月22日",
            "2026-11-22T10:00:00+09:00",
            "2026/11/22 午後 3:04:05",
            "22 Nov 2026",
            "November 22, 2026",
            "Nov 22nd, 2026 10:00",
            "22-Nov-26",
            "Sun, 22 Nov 2026 10:00:00 GMT",
        ];
        for form in forms {
            let month = Month::parse(form, DateOrder::MonthFirst).map(|m| m.to_string());
            assert_eq!(month.as_deref(), Some("2026-11"), "{form}");
        }
        for (form, year, month) in [
            ("令和元年5月1日", 2019, 5),
            ("平成31年4月30日", 2019, 4),
            ("H31.4.30", 2019, 4),
            ("昭和64年1月7日", 1989, 1),
        ] {
            assert_eq!(Month::parse(form, DateOrder::MonthFirst), Some(Month { year, month }), "{form}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "soon", "2026-13-01", "8", "2026", "99999", "12:30", "R8", "may be", "Nov", "2026-11-22-1"] {
            assert_eq!(Month::parse(text, DateOrder::MonthFirst), None, "{text}");
        }
    }

    #[test]
    fn the_quick_way_agrees_with_the_slow_one() {
        for text in ["2026-11-22", "2026/11/22 10:00", "2026-11-22T10:00:00Z"] {
            assert_eq!(Month::from_plain(text.as_bytes()), Month::parse(text, DateOrder::MonthFirst));
        }
        for text in ["2026-11/22", "2026-1-2", "2026-13-22", "2026-11-223"] {
            assert_eq!(Month::from_plain(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn one_clear_date_decides_the_order() {
        assert_eq!(guess_order(["01/02/2026", "22/11/2026"].into_iter()), DateOrder::DayFirst);
        assert_eq!(guess_order(["01/02/2026", "11/22/2026"].into_iter()), DateOrder::MonthFirst);
    }
}
