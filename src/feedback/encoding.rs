//! Which encoding a file is in: byte-order mark, then strict UTF-8, then a guess that a person can overrule.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// Guesses the encoding from the beginning of a file; `whole` says whether that is all of it.
#[must_use]
pub fn guess(head: &[u8], whole: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return encoding;
    }
    if is_utf8(head, whole) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(head, whole);
    // Half-width katakana look like Western capitals to a detector without a hint.
    let hint: Option<&[u8]> = if is_kana_in_japanese(head) { Some(b"jp") } else { None };
    detector.guess(hint, Utf8Detection::Deny)
}

/// The encoding with this name or label.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Encoding> {
    let label = match name.to_ascii_lowercase().as_str() {
        "cp932" | "ms932" | "windows-932" => "shift_jis".to_owned(),
        other => other.to_owned(),
    };
    Encoding::for_label(label.as_bytes())
}

/// Whether delimiters, quotes and line ends can be looked for in the bytes as they are: no character has
/// one of them as a part. (Trail bytes of CP932 and EUC-JP begin at 0x40; `|` is one of them in CP932.)
#[must_use]
pub fn scans_as_bytes(encoding: &'static Encoding, delimiter: u8) -> bool {
    let single = encoding.is_single_byte();
    encoding == UTF_8 || single || encoding == EUC_JP || (encoding == SHIFT_JIS && delimiter < 0x40)
}

/// Whether the bytes are no text in any encoding.
#[must_use]
pub fn is_binary(head: &[u8], encoding: &'static Encoding) -> bool {
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    !wide && head.contains(&0)
}

fn is_utf8(head: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        // The sample may end inside a character.
        Err(error) => !whole && error.error_len().is_none(),
    }
}

/// Mostly ASCII text in UTF-16 has a zero in every second byte.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.len() / 2;
    let zeros = |at: usize| head.chunks_exact(2).filter(|pair| pair[at] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match (first * 4 > pairs, second * 4 > pairs) {
        (false, true) if first * 20 < second => Some(UTF_16LE),
        (true, false) if second * 20 < first => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the text has as many kana as Japanese has, when it is read as CP932.
fn is_kana_in_japanese(head: &[u8]) -> bool {
    // The last character may be cut off: leave the last line out.
    let end = head.iter().rposition(|b| *b == b'\n').map_or(head.len(), |at| at + 1);
    let (text, wrong) = SHIFT_JIS.decode_without_bom_handling(&head[..end]);
    let kana = text.chars().filter(|c| ('ぁ'..='ヿ').contains(c) || ('ｦ'..='ﾟ').contains(c)).count();
    let all = text.chars().filter(|c| !c.is_ascii()).count();
    !wrong && kana * 5 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(bytes: &[u8]) -> &'static str {
        guess(bytes, true).name()
    }

    #[test]
    fn usual_files_are_recognised() {
        let text = "日付,店舗,推奨度,コメント\n2026/11/22,新宿店,8,店員さんが親切でした\n";
        assert_eq!(named(text.as_bytes()), "UTF-8");
        assert_eq!(named(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()), "UTF-8");
        assert_eq!(named(&SHIFT_JIS.encode(text).0), "Shift_JIS");
        assert_eq!(named(&EUC_JP.encode(text).0), "EUC-JP");
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(named(&[b"\xFF\xFE", wide.as_slice()].concat()), "UTF-16LE");
    }

    #[test]
    fn half_width_katakana_is_japanese() {
        let text = "ｽﾃｯﾌﾟ,ﾃﾝｽｳ\nｱﾌﾟﾘ,8\n店舗,9\n";
        assert_eq!(named(&SHIFT_JIS.encode(text).0), "Shift_JIS");
    }

    #[test]
    fn a_western_file_stays_western() {
        let text = "étape,note\nVérifier la commande,8\nRéception,9\n";
        assert_eq!(named(&encoding_rs::WINDOWS_1252.encode(text).0), "windows-1252");
    }

    #[test]
    fn a_sample_that_ends_inside_a_character_is_still_utf8() {
        let bytes = "店舗で買う".as_bytes();
        assert_eq!(guess(&bytes[..bytes.len() - 1], false), UTF_8);
    }

    #[test]
    fn rubbish_is_binary() {
        assert!(is_binary(b"PK\x03\x04\0\0\x08", UTF_8));
        assert!(!is_binary("店舗".as_bytes(), UTF_8));
    }
}
