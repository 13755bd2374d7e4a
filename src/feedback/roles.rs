//! Which column is what: guessed from the headers' words and from what the cells hold.

use super::dates::{DateOrder, Month};
use super::values::{Answer, Scale};
use crate::base::normalized;
use crate::model::ColumnRole;
use std::collections::BTreeMap;

use ColumnRole as Role;

/// Words in headers, in their normal form. Latin words must stand alone; Japanese ones may be part of a longer word.
const WORDS: &[(Role, &[&str])] = &[
    (Role::Nps, &["nps", "net promoter", "recommend", "likelihood", "推奨", "おすすめ", "お勧め", "お薦め", "薦め"]),
    (Role::Csat, &["csat", "satisfaction", "satisfied", "満足"]),
    (Role::Ces, &["ces", "effort", "ease", "easy", "easiness", "手間", "容易", "簡単", "しやすさ", "やすさ", "労力"]),
    (
        Role::Date,
        &[
            "date",
            "timestamp",
            "datetime",
            "submitted",
            "responded",
            "created",
            "month",
            "日付",
            "日時",
            "回答日",
            "年月",
            "タイムスタンプ",
        ],
    ),
    (Role::Respondent, &["respondent", "customer", "user", "member", "id", "回答者", "顧客", "会員", "お客様番号"]),
    (
        Role::Step,
        &["step", "touchpoint", "stage", "task", "ステップ", "タッチポイント", "接点", "場面", "段階", "ステージ"],
    ),
    (Role::Phase, &["phase", "フェーズ"]),
    (Role::Channel, &["channel", "チャネル", "チャンネル", "経路", "媒体"]),
    (Role::Segment, &["segment", "tier", "cohort", "セグメント", "顧客区分", "区分", "属性", "年代"]),
    (Role::Persona, &["persona", "ペルソナ"]),
    (
        Role::Comment,
        &[
            "comment",
            "comments",
            "verbatim",
            "feedback",
            "reason",
            "text",
            "remarks",
            "コメント",
            "自由記述",
            "自由回答",
            "意見",
            "感想",
            "理由",
        ],
    ),
    (Role::Rating, &["score", "rating", "stars", "点数", "スコア", "評価", "評点"]),
    (Role::Weight, &["weight", "ウェイト", "ウエイト", "重み"]),
    (Role::Competitor, &["competitor", "brand", "競合", "ブランド"]),
    (Role::Language, &["language", "lang", "locale", "言語"]),
];

/// No date and no answer is so long, in bytes.
const LONGEST_VALUE: usize = 120;

/// A column of a sample.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// Its cells.
    pub cells: Vec<String>,
}

/// What the cells of a column look like.
#[derive(Debug)]
pub struct Looks {
    filled: usize,
    dates: usize,
    distinct: usize,
    mean_length: usize,
    low: Option<u8>,
    high: Option<u8>,
    points: usize,
    missing: usize,
}

/// A role for each column, of which `looks` says what its cells look like.
#[must_use]
pub fn guess(columns: &[Column], looks: &[Looks]) -> Vec<Role> {
    let mut roles = vec![Role::Ignore; columns.len()];
    let mut wishes: Vec<(usize, usize, Role)> = columns
        .iter()
        .enumerate()
        .flat_map(|(at, column)| WORDS.iter().map(move |(role, words)| (score(&column.header, words), at, *role)))
        .filter(|(score, at, role)| *score > 0 && looks[*at].may_be(*role))
        .collect();
    // The strongest wish first; among equals the leftmost column.
    wishes.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, at, role) in wishes {
        let taken = super::plan::is_single(role) && roles.contains(&role);
        if roles[at] == Role::Ignore && !taken {
            roles[at] = role;
        }
    }
    fill_gaps(looks, &mut roles);
    roles
}

/// Roles for the columns of a wide table that are no questions: who, when, which kind of customer, remarks.
#[must_use]
pub fn guess_facts(columns: &[Column], looks: &[Looks], is_question: impl Fn(usize) -> bool) -> Vec<Role> {
    let mut roles = vec![Role::Ignore; columns.len()];
    let is_fact = |role: Role| !matches!(role, Role::Step | Role::Nps | Role::Csat | Role::Ces | Role::Rating);
    let mut wishes: Vec<(usize, usize, Role)> = columns
        .iter()
        .enumerate()
        .filter(|(at, _)| !is_question(*at))
        .flat_map(|(at, column)| WORDS.iter().map(move |(role, words)| (score(&column.header, words), at, *role)))
        .filter(|(score, at, role)| *score > 0 && is_fact(*role) && looks[*at].may_be(*role))
        .collect();
    wishes.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, at, role) in wishes {
        // Every question may have its own remarks.
        let taken = role != Role::Comment && super::plan::is_single(role) && roles.contains(&role);
        if roles[at] == Role::Ignore && !taken {
            roles[at] = role;
        }
    }
    for (at, looks) in looks.iter().enumerate() {
        if roles[at] == Role::Ignore && !is_question(at) && looks.is_prose() {
            roles[at] = Role::Comment;
        }
    }
    let is_date = |at: &usize| roles[*at] == Role::Ignore && !is_question(*at) && looks[*at].is_dates();
    if let Some(at) = (0..roles.len()).find(is_date).filter(|_| !roles.contains(&Role::Date)) {
        roles[at] = Role::Date;
    }
    roles
}

/// The metric that a column asks for, when it holds answers and its header says so or is a question.
#[must_use]
pub fn question(column: &Column, looks: &Looks, is_question: bool) -> Option<Role> {
    let strength = |wanted: Role| {
        let words = WORDS.iter().find(|(role, _)| *role == wanted).map_or(&[][..], |(_, words)| *words);
        if looks.may_be(wanted) { score(&column.header, words) } else { 0 }
    };
    let best = [Role::Nps, Role::Csat, Role::Ces].into_iter().max_by_key(|role| strength(*role));
    let by_values = || if looks.low == Some(0) || looks.high > Some(7) { Role::Nps } else { Role::Csat };
    match best {
        // Where the header says so, half of the cells are enough.
        Some(role) if strength(role) > 0 && looks.is_half_answered() => Some(role),
        _ if !looks.is_answers() => None,
        _ if is_question || strength(Role::Rating) > 0 => Some(by_values()),
        _ => None,
    }
}

/// Whether a column names the steps: the table is long then.
#[must_use]
pub fn names_steps(column: &Column, looks: &Looks) -> bool {
    let words = WORDS.iter().find(|(role, _)| *role == Role::Step).map_or(&[][..], |(_, words)| *words);
    score(&column.header, words) > 0 && looks.may_be(Role::Step) && !looks.is_answers()
}

/// How strongly a header speaks for a role.
fn score(header: &str, words: &[&str]) -> usize {
    let header = normalized(header);
    let tokens: Vec<&str> = header.split(|c: char| !c.is_alphanumeric()).collect();
    let found = |word: &str| {
        let inside =
            if word.is_ascii() && !word.contains(' ') { tokens.contains(&word) } else { header.contains(word) };
        match inside {
            _ if header == word => 1_000,
            true => 100 + word.len(),
            false => 0,
        }
    };
    words.iter().map(|word| found(word)).max().unwrap_or(0)
}

fn fill_gaps(looks: &[Looks], roles: &mut [Role]) {
    let free = |roles: &[Role], fits: &dyn Fn(&Looks) -> bool| {
        looks.iter().zip(roles).position(|(looks, role)| *role == Role::Ignore && fits(looks))
    };
    if !roles.contains(&Role::Step) {
        let phase = roles.iter().position(|role| *role == Role::Phase);
        let at = phase.or_else(|| free(roles, &Looks::is_names));
        if let Some(at) = at {
            roles[at] = Role::Step;
        }
    }
    if !roles.contains(&Role::Date)
        && let Some(at) = free(roles, &Looks::is_dates)
    {
        roles[at] = Role::Date;
    }
    let is_wide = |looks: &Looks| looks.low == Some(0) || looks.high > Some(7);
    let rating = roles.iter().position(|role| *role == Role::Rating);
    if let Some(at) = rating.filter(|at| is_wide(&looks[*at]) && !roles.contains(&Role::Nps)) {
        roles[at] = Role::Nps;
    }
    if !roles.iter().any(|role| matches!(role, Role::Nps | Role::Csat | Role::Ces)) {
        let at = rating.or_else(|| free(roles, &|looks| looks.is_answers()));
        if let Some(at) = at {
            roles[at] = if is_wide(&looks[at]) { Role::Nps } else { Role::Csat };
        }
    }
    if !roles.contains(&Role::Comment)
        && let Some(at) = free(roles, &Looks::is_prose)
    {
        roles[at] = Role::Comment;
    }
}

impl Looks {
    /// Looks at a column.
    #[must_use]
    pub fn new(column: &Column) -> Self {
        let filled: Vec<&str> = column.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        // Names and answers repeat: each spelling is looked at once.
        let mut seen: BTreeMap<&str, (bool, Answer)> = BTreeMap::new();
        let mut looks = Self {
            filled: filled.len(),
            dates: 0,
            distinct: 0,
            mean_length: filled.iter().map(|cell| cell.chars().count()).sum::<usize>() / filled.len().max(1),
            low: None,
            high: None,
            points: 0,
            missing: 0,
        };
        for cell in &filled {
            let (date, answer) = *seen.entry(cell).or_insert_with(|| (is_date(cell), answer(cell)));
            looks.dates += usize::from(date);
            looks.missing += usize::from(answer == Answer::Missing);
            if let Answer::Point(point) = answer {
                looks.points += 1;
                looks.low = Some(looks.low.map_or(point, |low| low.min(point)));
                looks.high = looks.high.max(Some(point));
            }
        }
        looks.distinct = seen.len();
        looks
    }

    fn most(&self, part: usize) -> bool {
        self.filled > 0 && part * 10 >= self.filled * 8
    }

    fn may_be(&self, role: Role) -> bool {
        match role {
            _ if self.filled == 0 => true,
            // Where the header says so, half of the cells are enough; the rest will be rejected and counted.
            Role::Date => self.dates * 2 >= self.filled,
            Role::Nps => self.is_half_answered(),
            Role::Csat | Role::Ces => self.is_half_answered() && self.high <= Some(7) && self.low >= Some(1),
            Role::Step | Role::Channel | Role::Segment | Role::Phase | Role::Persona => {
                !self.most(self.dates) && (self.distinct < 20 || self.distinct * 2 < self.filled)
            }
            Role::Comment => !self.most(self.points) && !self.most(self.dates),
            _ => true,
        }
    }

    fn is_dates(&self) -> bool {
        self.most(self.dates)
    }

    fn is_half_answered(&self) -> bool {
        self.points > 0 && (self.points + self.missing) * 2 >= self.filled && !self.is_dates()
    }

    /// Most cells are answers on a scale or codes for none.
    #[must_use]
    pub fn is_answers(&self) -> bool {
        self.points > 0 && self.most(self.points + self.missing) && !self.is_dates()
    }

    /// A few names, over and over.
    #[must_use]
    pub fn is_names(&self) -> bool {
        !self.is_answers() && !self.is_dates() && (2..=100).contains(&self.distinct) && self.distinct * 3 <= self.filled
    }

    fn is_prose(&self) -> bool {
        !self.is_answers() && !self.is_dates() && self.mean_length >= 8 && self.distinct * 2 > self.filled
    }
}

fn is_date(cell: &str) -> bool {
    let is = |order| Month::parse(cell, order).is_some();
    // Where the day stands matters only in dates of three parts.
    let has_parts = || cell.chars().filter(|c| !c.is_alphanumeric()).nth(1).is_some();
    cell.len() <= LONGEST_VALUE && (is(DateOrder::MonthFirst) || has_parts() && is(DateOrder::DayFirst))
}

/// The answer on whichever scale has it: words of satisfaction are on the one to 5.
fn answer(cell: &str) -> Answer {
    if cell.len() > LONGEST_VALUE {
        return Answer::OffScale;
    }
    match Scale::NPS.parse(cell) {
        Answer::OffScale => Scale::to(5).parse(cell),
        found => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(table: &str) -> Vec<Role> {
        let mut lines = table.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        let headers = lines.next().unwrap();
        let mut columns: Vec<Column> = headers.into_iter().map(|header| Column { header, cells: Vec::new() }).collect();
        lines.for_each(|line| columns.iter_mut().zip(line).for_each(|(column, cell)| column.cells.push(cell)));
        let looks: Vec<Looks> = columns.iter().map(Looks::new).collect();
        guess(&columns, &looks)
    }

    #[test]
    fn japanese_headers() {
        let table = "回答日時,回答者ID,ステップ,チャネル,セグメント,推奨度,満足度,満足度の理由\n\
                     2026/11/22 10:00,R1,来店,店舗,新規,9,4,店員さんが親切でした\n\
                     2026/11/23 10:00,R2,来店,店舗,新規,8点,とても満足,またきます";
        let expected = [
            Role::Date,
            Role::Respondent,
            Role::Step,
            Role::Channel,
            Role::Segment,
            Role::Nps,
            Role::Csat,
            Role::Comment,
        ];
        assert_eq!(guessed(table), expected);
    }

    #[test]
    fn the_layout_with_date_score_verbatim_stage() {
        let table =
            "date,score,verbatim,stage\n2026-11-22,9,Good,Buy\n2026-11-22,10,Very good,Use\n2026-11-22,2,Slow,Buy";
        assert_eq!(guessed(table), [Role::Date, Role::Nps, Role::Comment, Role::Step]);
        let table = "date,score,verbatim,stage\n2026-11-22,5,Good,Buy\n2026-11-22,1,Very good,Use";
        assert_eq!(guessed(table)[1], Role::Csat);
    }

    #[test]
    fn values_overrule_headers() {
        // A "recommendation" in words is no NPS; a process is not CES.
        let table = "recommend,process,step,rating\nyes please,3,a,3\nnever again,2,b,4";
        assert_ne!(guessed(table)[0], Role::Nps);
        assert_eq!(guessed(table)[1], Role::Ignore);
        assert_eq!(guessed(table)[3], Role::Csat);
    }

    #[test]
    fn without_known_headers_the_values_speak() {
        let rows = (0..30).map(|n| {
            format!("2026-11-{:02},{},{},text number {n} about it", n % 28 + 1, n % 11, ["来店", "購入"][n % 2])
        });
        let table = std::iter::once("a,b,c,d".to_owned()).chain(rows).collect::<Vec<_>>().join("\n");
        assert_eq!(guessed(&table), [Role::Date, Role::Nps, Role::Step, Role::Comment]);
    }
}
