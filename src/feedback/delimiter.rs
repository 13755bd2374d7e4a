//! What separates the cells of a file.

/// The separators we know, the likeliest first.
pub const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// The separator that divides the lines of a sample most evenly; a comma when none does.
#[must_use]
pub fn guess(sample: &[u8]) -> u8 {
    let score = |delimiter: u8| {
        let counts = counts_per_line(sample, delimiter);
        let first = counts.first().copied().unwrap_or(0);
        let even = counts.iter().filter(|count| **count == first).count();
        if first == 0 { 0 } else { even * 1000 / counts.len() * 100 + first.min(99) }
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter));
    best.unwrap_or(b',')
}

/// How often the separator stands outside quotes in each of the first lines; the last, cut line is left out.
fn counts_per_line(sample: &[u8], delimiter: u8) -> Vec<usize> {
    let (mut counts, mut count, mut quoted, mut any) = (Vec::new(), 0, false, false);
    for byte in sample {
        match *byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if any {
                    counts.push(count);
                }
                (count, any) = (0, false);
                continue;
            }
            b if b == delimiter && !quoted => count += 1,
            _ => {}
        }
        any |= !byte.is_ascii_whitespace();
        if counts.len() == 200 {
            break;
        }
    }
    if counts.is_empty() && any {
        counts.push(count);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn the_separator_that_divides_evenly_is_taken() {
        assert_eq!(guess(b"a,b,c\n1,2,3\n"), b',');
        assert_eq!(guess(b"a\tb\tc\n1, and\t2\t3\n"), b'\t');
        assert_eq!(guess(b"a;b\n1,5;2\n3,5;4\n"), b';');
        assert_eq!(guess("ステップ|点\n来店、見学|8\n".as_bytes()), b'|');
    }

    #[test]
    fn commas_in_quotes_do_not_count() {
        assert_eq!(guess(b"a;b\n\"x, y, z\";2\n\"p, q\";3\n"), b';');
        assert_eq!(guess(b"only one column\nx\n"), b',');
        assert_eq!(guess(b""), b',');
    }
}
