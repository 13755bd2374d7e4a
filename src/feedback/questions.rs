//! The wide form of a survey, a row a respondent and a column a question: which columns are questions, what each of
//! them asks about, and what about it. Guessed from the headers' own words; the person sees and changes it.

use super::matching::{Matcher, likeness};
use super::roles::{self, Column, Looks};
use crate::base::normalized;
use crate::model::{ColumnRole, MappedColumn, Project};
use unicode_normalization::UnicodeNormalization as _;

/// A step whose name is so like a question's words is taken for it at first; the person sees it.
const ALIKE: f64 = 0.6;

/// Words that say what is asked, not what about. The longest that fits is taken.
const METRIC_WORDS: &[&str] = &[
    "総合満足度",
    "満足度",
    "満足して",
    "満足され",
    "満足です",
    "満足しま",
    "ご満足",
    "満足",
    "推奨度",
    "推奨意向",
    "推奨",
    "おすすめ",
    "お勧め",
    "お薦め",
    "薦めたい",
    "薦める",
    "勧めたい",
    "評価",
    "点数",
    "スコア",
    "手間",
    "しやすさ",
    "使いやすさ",
    "わかりやすさ",
    "分かりやすさ",
    "やすさ",
    "簡単",
    "容易",
    "労力",
    "感想",
    "理由",
    "ご意見",
    "意見",
    "コメント",
    "自由記述",
    "自由回答",
    "satisfaction",
    "satisfied",
    "csat",
    "nps",
    "net promoter score",
    "recommend",
    "likelihood",
    "likely",
    "ces",
    "effort",
    "ease",
    "easy",
    "easiness",
    "score",
    "rating",
    "rate",
    "comments",
    "comment",
    "reason",
    "feedback",
    "why",
];

/// What stands at the ends of a topic and is no part of it, in its normal form.
const LOOSE_BEFORE: &[&str] = &[
    "総合的に見て",
    "総合的に",
    "全体的に",
    "当社の",
    "弊社の",
    "今回の",
    "その他",
    "how would you",
    "how do you",
    "how",
    "was it to",
    "is it to",
    "were you with",
    "are you with",
    "are you to",
    "were you",
    "are you",
    "was it",
    "is it",
    "was",
    "were",
    "is",
    "are",
    "you",
    "did",
    "do",
    "with",
    "to",
    "of",
    "for",
    "about",
    "on",
    "in",
    "at",
    "by",
    "from",
    "the",
    "our",
    "your",
    "overall",
    "please",
    "to us",
    "friend or colleague",
    "friend",
    "colleague",
    "level of",
    "and",
    "a",
    "an",
    "us",
];
const LOOSE_AFTER: &[&str] = &[
    "について",
    "に関して",
    "に関する",
    "における",
    "に対する",
    "に対して",
    "としての",
    "どの程度",
    "どのくらい",
    "どれくらい",
    "どれぐらい",
    "総合的に",
    "全体的に",
    "友人や知人",
    "友人・知人",
    "知人や友人",
    "家族や友人",
    "ご友人",
    "友人",
    "知人",
    "同僚",
    "当社",
    "弊社",
    "を教えてください",
    "お聞かせください",
    "はいかがでしたか",
    "の",
    "に",
    "は",
    "を",
    "が",
    "で",
    "へ",
    "と",
    "も",
    "その",
    "、",
    "。",
    "(",
    "-",
    "to a friend or colleague",
    "to a friend",
    "to friends",
    "with",
    "of",
    "the",
    "to",
    "is",
    "was",
    "for",
    "how",
    "did you find",
    "are you",
    "were you",
    "you",
    "about",
    "and",
];

/// A column as the wide form reads it: its role, and the step that its answers are about.
pub type Guess = (ColumnRole, String);

/// The roles and steps of a wide table; `None` when the table is not wide.
#[must_use]
pub fn guess(columns: &[Column], looks: &[Looks]) -> Option<Vec<Guess>> {
    if columns.iter().zip(looks).any(|(column, looks)| roles::names_steps(column, looks)) {
        return None;
    }
    let guesses = as_questions(columns, looks);
    let about: std::collections::BTreeSet<&str> = guesses
        .iter()
        .zip(columns)
        .filter(|((role, _), column)| is_metric(*role) && !topic(&column.header).is_empty())
        .map(|((_, step), _)| step.as_str())
        .collect();
    let alone = about.len() == 1 && !looks.iter().any(Looks::is_names);
    (about.len() > 1 || alone).then_some(guesses)
}

/// Every column as the wide form would read it, whether or not the table looks wide.
#[must_use]
pub fn as_questions(columns: &[Column], looks: &[Looks]) -> Vec<Guess> {
    let metrics: Vec<Option<ColumnRole>> = columns
        .iter()
        .zip(looks)
        .map(|(column, looks)| roles::question(column, looks, is_numbered(&column.header)))
        .collect();
    let others = roles::guess_facts(columns, looks, |at| metrics[at].is_some());
    let shared = shared_beginning(columns);
    let mut before = String::new();
    let mut guesses = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let role = metrics[at].unwrap_or(others[at]);
        let step = match role {
            _ if is_metric(role) => topic_or_header(&column.header, shared.as_deref()),
            ColumnRole::Comment => match topic(&column.header) {
                words if words.is_empty() && !before.is_empty() => before.clone(),
                words if words.is_empty() => column.header.clone(),
                words => words,
            },
            _ => String::new(),
        };
        if is_metric(role) {
            before.clone_from(&step);
        }
        guesses.push((role, step));
    }
    guesses
}

/// Whether the role is one of the three whose answers are figures.
#[must_use]
pub const fn is_metric(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Nps | ColumnRole::Csat | ColumnRole::Ces)
}

/// What a question is about, told by its words alone.
#[must_use]
pub fn topic_of(header: &str) -> String {
    topic_or_header(header, None)
}

/// What a question is about, or all its words when it says only what is asked.
#[must_use]
pub fn topic_or_header(header: &str, shared: Option<&str>) -> String {
    let own = shared.and_then(|shared| header.strip_prefix(shared)).unwrap_or(header);
    match topic(own) {
        words if words.is_empty() => unnumbered(&header.nfkc().collect::<String>()).to_owned(),
        words => words,
    }
}

/// What a question is about: its words without its number and without the words for what is asked.
#[must_use]
pub fn topic(header: &str) -> String {
    let header: String = header.nfkc().collect();
    if let Some((_, item)) = header.trim_end().strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        return item.trim().to_owned();
    }
    let text = unnumbered(&header).trim_end_matches(['?', '。', '.', ' ']);
    let low = text.to_lowercase();
    // Cutting by places of the lower-case text is sound only where both have the same ones.
    let found = if low.len() == text.len() { metric_word(&low) } else { None };
    let Some((at, length)) = found else { return if is_only_metric(&low) { String::new() } else { tidied(text) } };
    let (word, rest) = text[at..].split_at(length);
    let before = tidied(&text[..at]);
    // 「満足度：店舗」 names its topic after the word; 「満足していますか」 only ends.
    let says_more = word.is_ascii() || rest.starts_with([':', '(', '_', '-', ' ', '「', '/']);
    let after = if says_more { tidied(rest) } else { String::new() };
    let after = if metric_word(&after.to_lowercase()).is_some() { topic(&after) } else { after };
    let is_longer = after.chars().count() > before.chars().count();
    if before.is_empty() || before.is_ascii() && is_longer { after } else { before }
}

fn is_only_metric(low: &str) -> bool {
    low.split(|c: char| !c.is_alphanumeric()).all(|word| word.is_empty() || METRIC_WORDS.contains(&word))
}

/// The place and length of the first word for what is asked; Latin ones stand alone.
fn metric_word(low: &str) -> Option<(usize, usize)> {
    let stands_alone = |at: usize, word: &str| {
        let before = low[..at].chars().next_back();
        let after = low[at + word.len()..].chars().next();
        !word.is_ascii() || [before, after].iter().flatten().all(|c| !c.is_ascii_alphanumeric())
    };
    let places = METRIC_WORDS.iter().filter_map(|word| {
        low.match_indices(word).map(|(at, _)| at).find(|at| stands_alone(*at, word)).map(|at| (at, word.len()))
    });
    places.min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)))
}

/// Without `Q3`, `Q3_1:`, `問3`, `3.` in front.
fn unnumbered(header: &str) -> &str {
    let text = header.trim_start();
    let marks = ["question", "質問", "設問", "問", "q", "Q", "Question"];
    let rest = marks.iter().find_map(|mark| text.strip_prefix(mark)).map(str::trim_start);
    let numbered = rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let digits = numbered.unwrap_or(text);
    let number = digits.find(|c: char| !(c.is_ascii_digit() || matches!(c, '_' | '-'))).unwrap_or(digits.len());
    let after = &digits[number..];
    let dotted = after.starts_with(['.', ':', ')', '、', ' ', ']']);
    if number > 0 && (numbered.is_some() || dotted) {
        after.trim_start_matches(['.', ':', ')', '、', ' ', ']', '-'])
    } else {
        text
    }
}

/// Whether a header begins with a question's number or asks.
#[must_use]
pub fn is_numbered(header: &str) -> bool {
    let header: String = header.nfkc().collect();
    unnumbered(&header).len() < header.trim_start().len() || header.trim_end().ends_with([']', '?'])
}

fn tidied(text: &str) -> String {
    let mut text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '-' | '?' | '"' | '「' | '」' | ',' | '(' | ')' | '_')
    });
    loop {
        let low = text.to_lowercase();
        if low.len() != text.len() {
            break;
        }
        let whole_word = |rest: &str, word: &str, end: bool| {
            let next = if end { rest.chars().next_back() } else { rest.chars().next() };
            !word.is_ascii() || next.is_none_or(|c| !c.is_ascii_alphanumeric())
        };
        let front = LOOSE_BEFORE
            .iter()
            .filter(|word| low.strip_prefix(**word).is_some_and(|rest| whole_word(rest, word, false)))
            .max_by_key(|word| word.len())
            .map(|word| &text[word.len()..]);
        let back = LOOSE_AFTER
            .iter()
            .filter(|word| low.strip_suffix(**word).is_some_and(|rest| whole_word(rest, word, true)))
            .max_by_key(|word| word.len())
            .map(|word| &text[..text.len() - word.len()]);
        let Some(next) = front.or(back) else { break };
        text = next.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | ',' | '?' | '、'));
    }
    text.to_owned()
}

/// What several questions of a grid begin with: `How satisfied … - `.
fn shared_beginning(columns: &[Column]) -> Option<String> {
    let beginnings = columns.iter().filter_map(|column| Some(column.header.rsplit_once(" - ")?.0));
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    beginnings.for_each(|beginning| *counts.entry(beginning).or_default() += 1);
    let most = counts.into_iter().filter(|(_, count)| *count > 1).max_by_key(|(_, count)| *count);
    most.map(|(beginning, _)| format!("{beginning} - "))
}

/// Gives the questions the names of steps on the map where their words say so; own words stay otherwise.
pub fn name_steps(columns: &mut [MappedColumn], project: &Project) {
    let matcher = Matcher::new(project);
    for column in columns.iter_mut().filter(|column| !column.step.is_empty()) {
        if !matcher.steps(&column.step).is_empty() {
            continue;
        }
        let header = normalized(&column.header);
        let words = normalized(&column.step);
        let names =
            || project.steps.iter().map(|step| step.name.as_str()).filter(|name| normalized(name).chars().count() > 1);
        let inside = names().filter(|name| header.contains(&normalized(name))).max_by_key(|name| name.len());
        let alike = || {
            let like = |name: &str| likeness(&words, &normalized(name));
            names().map(|name| (like(name), name)).filter(|(like, _)| *like >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0))
        };
        if let Some(name) = inside.or_else(|| alike().map(|(_, name)| name)) {
            name.clone_into(&mut column.step);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_about_what_its_words_say() {
        for (header, expected) in [
            ("Q3 店舗の接客の満足度", "店舗の接客"),
            ("問１．配送についてどの程度満足していますか", "配送"),
            ("アプリの使いやすさ", "アプリ"),
            ("満足度を教えてください [レジで支払う]", "レジで支払う"),
            ("How satisfied were you with the store staff?", "store staff"),
            ("Q2_1: Satisfaction with delivery", "delivery"),
            ("Checkout ease", "Checkout"),
            ("How easy was it to check out?", "check out"),
            ("店舗の接客を友人に薦めたいですか", "店舗の接客"),
            ("満足度：店舗", "店舗"),
            ("How likely are you to recommend us to a friend?", ""),
            ("推奨度", ""),
            ("NPS score", ""),
            ("満足度", ""),
        ] {
            assert_eq!(topic(header), expected, "{header}");
        }
    }

    fn column(header: &str, cells: &[&str]) -> Column {
        Column { header: header.to_owned(), cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    #[test]
    fn a_wide_table_is_recognised_and_a_long_one_is_not() {
        let wide = [
            column("タイムスタンプ", &["2026/11/22 10:00:00", "2026/11/23 9:00:00"]),
            column("年齢", &["34", "52"]),
            column("Q1 来店の満足度", &["4", "5"]),
            column("Q2 配送の手間", &["2", "6"]),
            column("Q2 その理由", &["待たされたのが残念でした", "とても早くて助かりました"]),
            column("当社を友人に薦める可能性", &["9", "10"]),
        ];
        let guesses = guess(&wide, &wide.each_ref().map(Looks::new)).unwrap();
        let expected = [
            (ColumnRole::Date, ""),
            (ColumnRole::Ignore, ""),
            (ColumnRole::Csat, "来店"),
            (ColumnRole::Ces, "配送"),
            (ColumnRole::Comment, "配送"),
            (ColumnRole::Nps, "当社を友人に薦める可能性"),
        ];
        let found: Vec<(ColumnRole, &str)> = guesses.iter().map(|(role, step)| (*role, step.as_str())).collect();
        assert_eq!(found, expected);
        let long = [
            column("date", &["2026-11-22", "2026-11-23"]),
            column("step", &["a", "b"]),
            column("nps", &["4", "5"]),
            column("csat", &["4", "5"]),
        ];
        assert!(guess(&long, &long.each_ref().map(Looks::new)).is_none());
        let no_steps = [column("date", &["2026-11-22"]), column("nps", &["4"]), column("csat", &["5"])];
        assert!(guess(&no_steps, &no_steps.each_ref().map(Looks::new)).is_none());
    }
}
