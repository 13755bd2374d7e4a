//! What a reader would notice about lines of text.

use super::kinsoku::{not_at_end, not_at_start};
use super::*;
use proptest::prelude::*;
use std::sync::Arc;

const STYLE: TextStyle = TextStyle::regular(12.0);

fn paragraph(text: &str, width: f32) -> Arc<Paragraph> {
    TextEngine::new().paragraph(text, STYLE, Some(width), None)
}

fn lines(text: &str, width: f32) -> Vec<String> {
    paragraph(text, width).lines.iter().map(|line| line.text.clone()).collect()
}

fn faces(text: &str) -> Vec<FontFace> {
    paragraph(text, 1000.0).lines[0].runs.iter().map(|run| run.face).collect()
}

#[test]
fn japanese_breaks_between_phrases() {
    assert_eq!(lines("お店で実物を見てから決めたい", 100.0), ["お店で実物を", "見てから決めたい"]);
    assert_eq!(
        lines("購入前に店舗で在庫を確認したが、店員の回答がサイトの表示と違っていた。", 120.0),
        ["購入前に店舗で在庫を", "確認したが、店員の", "回答がサイトの表示と", "違っていた。"]
    );
}

#[test]
fn a_phrase_wider_than_the_line_breaks_where_kinsoku_allows() {
    let lines = lines("東京都千代田区霞が関一丁目経済産業省商務情報政策局", 100.0);
    assert!(lines.len() <= 4, "{lines:?}");
}

#[test]
fn a_word_in_kana_is_not_cut_while_there_is_another_way() {
    assert_eq!(lines("在庫を15分ごとに更新", 84.0), ["在庫を15分", "ごとに更新"]);
}

#[test]
fn english_breaks_between_words() {
    assert_eq!(lines("I compare prices on my phone", 80.0), ["I compare", "prices on my", "phone"]);
}

#[test]
fn a_word_wider_than_the_line_is_cut() {
    let address = "https://example.com/a-very-long-address-without-any-space";
    let cut = lines(address, 60.0);
    assert!(cut.len() > 4);
    assert_eq!(cut.concat(), address);
}

#[test]
fn hard_breaks_stay_and_spaces_at_the_end_go() {
    assert_eq!(lines("one \r\n\ntwo\u{3000}\nthree", 500.0), ["one", "", "two", "three"]);
    assert_eq!(lines("", 100.0), [""]);
}

#[test]
fn too_many_lines_end_in_an_ellipsis() {
    let engine = TextEngine::new();
    let text = "お店で実物を見てから決めたい。家族にも相談する。";
    let short = engine.paragraph(text, STYLE, Some(100.0), Some(2));
    assert!(short.truncated);
    assert_eq!(short.lines.len(), 2);
    assert_eq!(short.lines[1].text, "見てから決めた…");
    assert!(short.width <= 100.0);
    let hard = engine.paragraph("a\nb", STYLE, None, Some(1));
    assert_eq!(hard.lines[0].text, "a…");
    let whole = engine.paragraph(text, STYLE, Some(100.0), Some(9));
    assert!(!whole.truncated && !whole.lines.last().unwrap().text.ends_with('…'));
}

#[test]
fn emoji_come_from_the_emoji_font() {
    assert_eq!(faces("満足😀！"), [FontFace::Regular, FontFace::Emoji, FontFace::Regular]);
    assert_eq!(faces("❤"), [FontFace::Emoji]);
    let bold = TextEngine::new().paragraph("大事", TextStyle::bold(12.0), None, None);
    assert_eq!(bold.lines[0].runs[0].face, FontFace::Bold);
}

#[test]
fn an_emoji_sequence_stays_together() {
    let family = "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦";
    assert!(lines(family, 1.0).iter().all(|line| line == "👩‍👩‍👧‍👦"));
}

#[test]
fn letters_are_kerned() {
    let engine = TextEngine::new();
    let apart: f32 = "AVATAR".chars().map(|c| engine.width(&c.to_string(), STYLE)).sum();
    assert!(engine.width("AVATAR", STYLE) < apart - 0.5);
}

#[test]
fn right_to_left_text_stands_from_right_to_left() {
    let text = "שלום עולם שלום עולם";
    let paragraph = paragraph(text, 60.0);
    assert!(paragraph.lines.len() > 1);
    let said: Vec<_> = paragraph.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(said.join(" "), text);
    let glyphs: usize = paragraph.lines.iter().flat_map(|line| &line.runs).map(|run| run.glyphs.len()).sum();
    assert_eq!(glyphs, text.chars().count() - (paragraph.lines.len() - 1));
}

#[test]
fn the_baseline_is_the_same_for_all_faces() {
    let engine = TextEngine::new();
    let baseline = |text: &str| engine.paragraph(text, STYLE, None, None).lines[0].baseline;
    assert!((baseline("あ") - baseline("😀")).abs() < f32::EPSILON);
    assert!(baseline("あ") > 0.5 * STYLE.line_height() && baseline("あ") < STYLE.line_height());
}

#[test]
fn one_engine_serves_several_threads() {
    let engine = TextEngine::new();
    let width = || engine.width("旅路", STYLE);
    let there = std::thread::scope(|scope| scope.spawn(width).join().unwrap());
    assert!((there - width()).abs() < f32::EPSILON);
}

#[test]
fn what_was_shaped_is_remembered() {
    let engine = TextEngine::new();
    let shape = || engine.paragraph("旅路", STYLE, Some(50.0), Some(2));
    assert!(Arc::ptr_eq(&shape(), &shape()));
    assert!(!Arc::ptr_eq(&shape(), &engine.paragraph("旅路", STYLE, Some(50.0), None)));
}

/// Text as people write it: words, particles, brackets and marks, never two marks of a kind.
fn plausible() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "店",
        "購入",
        "スマートフォン",
        "レジ",
        "ちょっと",
        "チャット",
        "待つ",
        "を",
        "が",
        "に",
        "ている",
        "データ",
        "API",
        "getting-started",
        "10,000円",
        "50%",
        "2026年",
        "です",
        "キャッシュ",
        "人々",
        "😀",
        " ",
        "×",
    ]);
    let open = prop::sample::select(vec!["", "", "「", "（", "『"]);
    let close = prop::sample::select(vec!["", "", "、", "。", "」", "）", "』。", "」、", "！", "？"]);
    // A space is no word: nothing opens before it or closes after it, or no break would satisfy the rules.
    let part = (open, word, close).prop_map(|(open, word, close)| match word {
        " " => ["", word, ""],
        _ => [open, word, close],
    });
    prop::collection::vec(part, 1..30).prop_map(|parts| parts.concat().concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn kinsoku_holds_and_lines_fit(text in plausible(), width in 60.0_f32..300.0) {
        let paragraph = paragraph(&text, width);
        for (index, line) in paragraph.lines.iter().enumerate() {
            prop_assert!(line.width <= width + 0.1, "{line:?}");
            let (first, last) = (line.text.chars().next(), line.text.chars().next_back());
            prop_assert!(index == 0 || !first.is_some_and(not_at_start), "{:?}", line.text);
            prop_assert!(index + 1 == paragraph.lines.len() || !last.is_some_and(not_at_end), "{:?}", line.text);
        }
        let all: String = paragraph.lines.iter().flat_map(|line| line.text.chars()).filter(|c| *c != ' ').collect();
        prop_assert_eq!(all, text.replace(' ', ""));
    }

    #[test]
    fn any_text_is_shaped(text in any::<String>(), width in prop::option::of(-1.0_f32..200.0), max in prop::option::of(0_usize..4)) {
        let paragraph = TextEngine::new().paragraph(&text, STYLE, width, max);
        prop_assert!(!paragraph.lines.is_empty());
        prop_assert!(paragraph.width.is_finite() && paragraph.height > 0.0);
        for run in paragraph.lines.iter().flat_map(|line| line.runs.iter().map(move |run| (line, run))) {
            prop_assert!(run.0.text.get(run.1.range.clone()).is_some());
        }
    }
}
