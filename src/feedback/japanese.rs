//! Nouns, compounds and adjectives of Japanese text without a dictionary: it is cut where the kind of character
//! changes, and what follows a piece says whether it is a word or the beginning of one that bends.

use std::collections::BTreeSet;

/// What says nothing on its own.
const STOP: [&str; 46] = [
    "今回", "場合", "自分", "以上", "以下", "全体", "一度", "毎回", "本当", "必要", "可能", "普通", "結果", "状態",
    "部分", "最初", "最後", "時間", "最近", "今後", "前回", "何度", "何回", "一番", "特に", "特別", "感想", "意見",
    "希望", "無理", "問題", "非常", "大変", "十分", "仕方", "願い", "正直", "調子", "不可", "一応", "次回", "他社",
    "個人", "感じ", "思い", "以外",
];
/// Adverbs that are written into the word after them.
const LEAD: [&str; 20] = [
    "少し", "一度", "今回", "毎回", "前回", "何度", "何回", "一番", "結局", "全部", "全然", "毎日", "本当", "最近",
    "先日", "大変", "非常", "正直", "特別", "当日",
];
const NUMBERS: &str = "一二三四五六七八九十百千数何半";
/// What is counted; how long something takes is worth counting by itself.
const DURATIONS: [&str; 10] = ["時間", "週間", "日間", "年間", "分間", "分", "日", "週", "年", "秒"];
const COUNTERS: [&str; 18] =
    ["種類", "回目", "回", "度", "人", "個", "枚", "本", "点", "円", "月", "番", "階", "箱", "件", "台", "着", "口"];
/// What may follow a noun.
const PARTICLES: [&str; 36] = [
    "は",
    "が",
    "を",
    "に",
    "で",
    "と",
    "も",
    "の",
    "へ",
    "や",
    "だ",
    "な",
    "ね",
    "よ",
    "から",
    "まで",
    "より",
    "など",
    "だけ",
    "しか",
    "さん",
    "さま",
    "たち",
    "ごと",
    "ばかり",
    "くらい",
    "ぐらい",
    "こそ",
    "らし",
    "じゃ",
    "かも",
    "っぽ",
    "のみ",
    "かな",
    "ほど",
    "につ",
];
/// What makes a verb of a noun: 説明する, 説明される, 説明できる.
const VERBING: [&str; 9] = ["し", "す", "さ", "せ", "でき", "いただ", "くださ", "いたし", "なさ"];
/// The last kana of the noun that a verb becomes: 手続き, 支払い, 取り置き, 遅れ.
const NOUN_ENDS: &str = "いきぎしちびみりえけげせべめれ";
/// Verbs that end in 〜いで: 急いで is no 急い.
const NOT_ADJECTIVES: [&str; 8] = ["急", "泳", "脱", "騒", "防", "稼", "願", "継"];
/// Kanji whose adjective is worth finding when it stands before a verb: 早く, 長く.
const ADJECTIVES: &str = "長短高低安早速遅重軽広狭強弱良悪古薄厚太細深浅暑寒熱冷暗硬固甘辛痛若酷";
/// Adjectives of two kanji.
const LONG_ADJECTIVES: [&str; 12] =
    ["面白", "可愛", "美味", "力強", "心強", "幅広", "手厚", "手早", "素早", "分厚", "手痛", "名高"];
/// Verbs before すぎる: 出すぎる has no 出い.
const VERBS: [&str; 8] = ["出", "見", "来", "寝", "着", "似", "得", "居"];
/// Verbs in 〜す that follow another one: 見直した is 見直し and not 見直する.
const SECOND_VERBS: &str = "直戻探押渡";

/// What kind of character a piece of text is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Kanji.
    Kanji,
    /// Katakana.
    Katakana,
    /// Hiragana.
    Hiragana,
    /// Letters of any other script.
    Latin,
    /// Anything else.
    Other,
}

impl Kind {
    #[must_use]
    pub fn of(c: char) -> Self {
        match c {
            '一'..='鿿' | '々' | '〆' | '\u{3400}'..='\u{4dbf}' => Self::Kanji,
            'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ' => Self::Katakana,
            'ぁ'..='ゖ' => Self::Hiragana,
            _ if c.is_alphabetic() || c == '\'' || c == '’' => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// Finds the noun, compound or adjective that begins here; gives how many pieces it took.
pub fn japanese(pieces: &[(Kind, String)], words: &mut BTreeSet<String>) -> usize {
    let Some((whole, used)) = run(pieces) else { return 1 };
    let after = pieces.get(used).filter(|(kind, _)| *kind == Kind::Hiragana).map_or("", |(_, text)| text.as_str());
    let word = without_lead(&whole, words);
    if word.is_empty() {
        return used;
    }
    if let Some(adjective) = adjective(word, after) {
        add(adjective, words);
        return used;
    }
    if let Some(noun) = noun(word, after) {
        let rest = after.strip_prefix(&noun[word.len()..]).unwrap_or(after);
        // 返品の手続き: two nouns with の between them are one matter.
        if rest == "の"
            && let Some(next) = pieces.get(used + 1..).and_then(plain_noun)
            && is_telling(&noun)
            && is_telling(&next)
        {
            words.insert(format!("{noun}の{next}"));
        }
        add(noun, words);
    } else {
        // 商品届いた: the last kanji is that of a verb, what stands before it may be a noun.
        let stem: String = word.chars().take(word.chars().count() - 1).collect();
        if stem.chars().next_back().is_some_and(|last| matches!(Kind::of(last), Kind::Kanji | Kind::Katakana)) {
            add(without_lead(&stem, words).to_owned(), words);
        }
    }
    used
}

fn add(word: String, words: &mut BTreeSet<String>) {
    if is_telling(&word) {
        words.insert(word);
    }
}

fn is_telling(word: &str) -> bool {
    word.chars().count() >= 2 && !STOP.contains(&word)
}

/// Kanji and katakana that stand together, over a single connecting hiragana (待ち時間, 問い合わせ), with the number of
/// pieces in it.
fn run(pieces: &[(Kind, String)]) -> Option<(String, usize)> {
    // Neither に nor て: 倉庫に届く and 出て行く are no compounds.
    const CONNECTING: &str = "いきぎしちびみりえけげせねべめれ";
    let is_word = |at: usize| pieces.get(at).is_some_and(|(kind, _)| matches!(kind, Kind::Kanji | Kind::Katakana));
    if !is_word(0) {
        return None;
    }
    let (mut word, mut at) = (pieces[0].1.clone(), 1);
    loop {
        let connects = pieces.get(at).is_some_and(|(kind, text)| {
            let mut letters = text.chars();
            *kind == Kind::Hiragana
                && letters.next().is_some_and(|c| CONNECTING.contains(c))
                && letters.next().is_none()
        });
        if is_word(at) {
            word.push_str(&pieces[at].1);
            at += 1;
        } else if connects && is_word(at + 1) && pieces[at - 1].0 == Kind::Kanji {
            // 低い評価, 古い口コミ; but a word before katakana ends there otherwise: 使いサイズ is nothing.
            if pieces[at + 1].0 == Kind::Katakana && pieces[at].1 != "い" {
                return Some((word, at));
            }
            word.push_str(&pieces[at].1);
            word.push_str(&pieces[at + 1].1);
            at += 2;
        } else {
            return Some((word, at));
        }
    }
}

/// The word without adverbs and counts before it. Durations are kept as words of their own.
fn without_lead<'w>(mut word: &'w str, words: &mut BTreeSet<String>) -> &'w str {
    loop {
        let lead = LEAD.iter().find_map(|lead| word.strip_prefix(lead)).filter(|rest| !rest.is_empty());
        if let Some(rest) = lead {
            word = rest;
            continue;
        }
        let counted = word.trim_start_matches(|c| NUMBERS.contains(c));
        let number = word.len() - counted.len();
        let of = |counters: &[&str]| {
            counters.iter().find_map(|counter| counted.strip_prefix(counter)).filter(|_| number > 0)
        };
        if let Some(rest) = of(&DURATIONS) {
            add(word[..word.len() - rest.len()].to_owned(), words);
            word = rest;
        } else if let Some(rest) = of(&COUNTERS) {
            word = rest;
        } else {
            return word;
        }
    }
}

/// The noun that a word is, given the hiragana after it; `None` where its last kanji belongs to a verb.
fn noun(word: &str, after: &str) -> Option<String> {
    let is_followed = |after: &str| after.is_empty() || PARTICLES.iter().any(|particle| after.starts_with(particle));
    let last = word.chars().next_back()?;
    if Kind::of(last) != Kind::Kanji || is_followed(after) {
        return Some(word.to_owned());
    }
    let length = word.chars().count();
    let end = after.chars().next()?;
    let rest = &after[end.len_utf8()..];
    // 取りに行く is no matter of its own; 違いが is one.
    let is_noun_alone = ["が", "は", "を", "の", "も"].iter().any(|particle| rest.starts_with(particle));
    let is_made = if length > 1 { is_followed(rest) || rest.starts_with('し') } else { is_noun_alone };
    let is_second = end == 'し' && length > 1 && SECOND_VERBS.contains(last);
    if NOUN_ENDS.contains(end) && is_made && end != 'し' || is_second {
        return Some(format!("{word}{end}"));
    }
    let kanji = word.chars().rev().take_while(|c| Kind::of(*c) == Kind::Kanji).count();
    let is_verbed = VERBING.iter().any(|verbing| after.starts_with(verbing));
    match kanji {
        // 高さ, 長さ.
        1 if length == 1 && end == 'さ' && is_followed(rest) => Some(format!("{word}さ")),
        2.. if is_verbed => Some(word.to_owned()),
        _ => None,
    }
}

/// The noun that begins here and is nothing else.
fn plain_noun(pieces: &[(Kind, String)]) -> Option<String> {
    let (whole, used) = run(pieces)?;
    let after = pieces.get(used).filter(|(kind, _)| *kind == Kind::Hiragana).map_or("", |(_, text)| text.as_str());
    let word = without_lead(&whole, &mut BTreeSet::new()).to_owned();
    if word.is_empty() || adjective(&word, after).is_some() { None } else { noun(&word, after) }
}

/// 遅い from 遅い, 遅くて, 遅かった; 使いにくい from 使いにくかった.
fn adjective(word: &str, after: &str) -> Option<String> {
    const HARD: [&str; 3] = ["にく", "づら", "やす"];
    if let Some((stem, end)) = HARD.iter().find_map(|hard| Some((after.split_once(hard)?.0, hard)))
        && stem.chars().count() <= 2
    {
        return Some(format!("{word}{stem}{end}い"));
    }
    let first = word.chars().next()?;
    let length = word.chars().count();
    if length > 2 || Kind::of(first) != Kind::Kanji || NOT_ADJECTIVES.contains(&word) {
        return None;
    }
    if matches!(word, "少" | "危") && after.starts_with('な') {
        return Some(format!("{word}ない"));
    }
    let rest = |ending: &str| after.strip_prefix(ending);
    // 支払い is no adjective, 面白い is one.
    let is_i = (length == 1 || LONG_ADJECTIVES.contains(&word))
        && rest("い")
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['で', 'し', 'の', 'と', 'が', 'よ', 'ね', 'か']));
    let is_bent = ["くて", "くなっ", "くなり", "くなる", "くなか", "くあり", "かった", "かっ"]
        .iter()
        .any(|ending| after.starts_with(ending));
    let is_much = (after.starts_with("すぎ") || after.starts_with("さが")) && !VERBS.contains(&word);
    let is_before_verb = after == "く" && length == 1 && ADJECTIVES.contains(first);
    let is_shii = after.starts_with("しい") || after.starts_with("しく") || after.starts_with("しかっ");
    match () {
        () if is_shii => Some(format!("{word}しい")),
        () if is_i || is_bent || is_much || is_before_verb => Some(format!("{word}い")),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::feedback::words::words_of;

    #[test]
    fn comments_give_nouns_compounds_and_adjectives() {
        let found = words_of("レジの待ち時間が長くて、店員さんの対応も遅かった。アプリが使いにくい");
        for word in ["レジの待ち時間", "待ち時間", "長い", "店員", "対応", "遅い", "アプリ", "使いにくい"]
        {
            assert!(found.contains(word), "{word}: {found:?}");
        }
        assert!(words_of("返品の手続きが難しかった").contains("難しい"));
        assert!(words_of("荷物が届いたときに聞いて、思い出した").iter().all(|word| !word.ends_with('い')));
    }

    #[test]
    fn no_fragments_of_verbs_adverbs_or_counts_are_found() {
        for (text, expected) in [
            ("少し安くてもいい", &["安い"][..]),
            ("少し手間がかかる", &["手間"]),
            ("取り置きができた", &["取り置き"]),
            ("三回押した", &[]),
            ("十五分待たされた", &["十五分"]),
            ("一度サイズを見る", &["サイズ"]),
            ("商品が倉庫に届くまで二週間かかった", &["二週間", "倉庫", "商品"]),
            ("先に言ってほしい", &[]),
            ("簡単に付けられる", &["簡単"]),
            ("急いでいたのでお願いします", &[]),
            ("色を選び直した", &["選び直し"]),
            ("支払いの手続きは早く済んだ", &["手続き", "支払い", "支払いの手続き", "早い"]),
            ("低い評価に店の返事がない", &["低い評価", "返事"]),
            ("説明してくれた", &["説明"]),
            ("古い口コミばかり", &["古い口コミ"]),
            ("在庫が少なかった", &["在庫", "少ない"]),
            ("次に期待", &["期待"]),
            ("仕方ない", &[]),
        ] {
            let found: Vec<String> = words_of(text).into_iter().collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
