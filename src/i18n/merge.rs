//! Words about two versions of one project: what differs, what was taken in, what is a conflict.

use super::check::id_text;
use super::history::kind_name;
use super::{Lang, fill, shortened};
use crate::base::Id;
use crate::edit::ChangeKind;
use crate::i18n::domain::{Named as _, lane_name};
use crate::merge::{Difference, FieldChange};
use crate::model::{AnyRecord, Evidence, MarkSource, OpportunityStatus, Project, RecordId};

messages! {
    /// What differs.
    DifferenceText {
        Added: "{record} added", "{record}を追加";
        Removed: "{record} deleted", "{record}を削除";
        Changed: "{record}: {field} {old} → {new}", "{record}：{field} {old} → {new}";
        ChangedLong: "{record}: {field} changed", "{record}：{field}を変更";
        Moved: "{record} moved", "{record}を移動";
        In: "{record} in “{place}”", "「{place}」の{record}";
        Quoted: "{kind} “{name}”", "{kind}「{name}」";
        Quote: "“{text}”", "「{text}」";
        Nothing: "(empty)", "（空）";
        Project: "Project", "プロジェクト";
        Same: "{a} and {b} hold the same.", "{a} と {b} の内容は同じです。";
        Count: "{a} → {b}: {n} differences", "{a} → {b}：{n}件の違い";
    }
}

messages! {
    /// What fields are called. Those that are not here are details.
    FieldTitle {
        Name: "name", "名前";
        Text: "text", "テキスト";
        Place: "place", "位置";
        Evidence: "evidence", "根拠";
        Author: "author", "記入部門";
        Tags: "tags", "タグ";
        Votes: "votes", "票数";
        Sources: "sources", "出典";
        Personas: "personas", "ペルソナ";
        Severity: "severity", "深刻度";
        Frequency: "frequency", "頻度";
        Quotes: "quotes", "発言";
        Cause: "root cause", "根本原因";
        Owner: "owner", "担当部門";
        Answers: "pains it answers", "解決する課題";
        HowMightWe: "how might we", "どうすれば…できるか";
        Impact: "impact", "効果";
        Effort: "effort", "工数";
        Due: "due date", "期限";
        Kpi: "KPI", "KPI";
        Status: "status", "状況";
        Channels: "channels", "チャネル";
        Picture: "picture", "画像";
        Value: "value", "値";
        Word: "word", "ひとこと";
        Note: "note", "メモ";
        Colour: "colour", "色";
        Figures: "figures", "集計データ";
        Goals: "goals", "ゴール";
        Pains: "pains", "悩み";
        Scenario: "scenario", "シナリオ";
        Expectations: "expectations", "期待";
        Span: "span", "またぐステップ数";
        Duration: "duration", "所要時間";
        Strengths: "strengths", "良い点";
        Weaknesses: "weaknesses", "弱い点";
        Improvement: "improvement", "改善案";
        Details: "details", "詳細";
    }
}

messages! {
    /// What `tabiji merge` says.
    MergeText {
        Merged: "{file}: merged, {n} changes taken from {theirs}.", "{file}：マージしました。{theirs} から{n}件の変更を取り込みました。";
        Conflicts: "{n} conflicts: both values are kept in the file. Open it and choose: tabiji {file}", "競合が{n}件あります。どちらの値もファイルに残っています。tabiji {file} で開いて選んでください。";
        Conflict: "{record}: {field} is now {standing}; {kept} is kept beside it", "{record}：{field}は{standing}になっています。{kept}も残してあります";
        Kept: "{record}: deleted on one side and changed on the other; it stays", "{record}：一方で削除、もう一方で変更されたため、残しました";
        NotWhole: "Parts of {file} are damaged, so it was not merged: what is missing would count as deleted. Repair it first; see: tabiji check {file}", "{file} の一部が壊れているため、マージしませんでした（欠けた部分が削除とみなされてしまいます）。先に修復してください。tabiji check {file} で確認できます。";
        Damaged: "Parts of {file} are damaged; what could be read was used. For details, run: tabiji check {file}", "{file} の一部が壊れています。読み取れた内容だけを使いました。詳しくは tabiji check {file} で確認できます。";
    }
}

/// Longer values are cut.
const LONGEST: usize = 48;

/// A record as a person knows it: `card “…” in “Ask in the shop”`.
#[must_use]
pub fn record_words(project: &Project, of: Option<RecordId>, lang: Lang) -> String {
    let Some(id) = of else { return DifferenceText::Project.text(lang).to_owned() };
    let kind = kind_name(id.into()).text(lang);
    let (name, place) = name_and_place(project, id, lang);
    let record = if name.is_empty() {
        match place {
            Some(_) => kind.to_owned(),
            None => format!("{kind} {}", id_text(id)),
        }
    } else {
        fill(DifferenceText::Quoted.text(lang), &[("kind", kind), ("name", &shortened(&name, LONGEST))])
    };
    let words = match place.filter(|place| !place.is_empty()) {
        Some(place) => {
            fill(DifferenceText::In.text(lang), &[("record", &record), ("place", &shortened(&place, LONGEST))])
        }
        None => record,
    };
    capitalized(&words)
}

fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn name_and_place(project: &Project, id: RecordId, lang: Lang) -> (String, Option<String>) {
    let step = |id| project.steps.get(id).map(|step| step.name.clone()).unwrap_or_default();
    let department = |id| project.departments.get(id).map(|it| it.name.clone()).unwrap_or_default();
    let journey = |id| project.journeys.get(id).map(|it| it.title.clone());
    match project.get(id) {
        Some(AnyRecord::Department(r)) => (r.name, None),
        Some(AnyRecord::Channel(r)) => (r.name, None),
        Some(AnyRecord::Persona(r)) => (r.name, None),
        Some(AnyRecord::Journey(r)) => (r.title, None),
        Some(AnyRecord::Phase(r)) => (r.name, journey(r.journey)),
        Some(AnyRecord::Step(r)) => (r.name, project.phases.get(r.phase).map(|phase| phase.name.clone())),
        Some(AnyRecord::Lane(r)) => (lane_name(&r, lang).to_owned(), journey(r.journey)),
        Some(AnyRecord::Card(r)) => (r.text, Some(step(r.step))),
        Some(AnyRecord::Mark(r)) => match r.source {
            MarkSource::Believed(by) => (department(by), Some(step(r.step))),
            _ => (String::new(), Some(step(r.step))),
        },
        Some(AnyRecord::Handoff(r)) => (format!("{} → {}", step(r.from), step(r.to)), None),
        Some(AnyRecord::Link(r)) => (format!("{} → {}", step(r.from), step(r.to)), None),
        Some(AnyRecord::DataSet(r)) => (r.name, None),
        Some(AnyRecord::Alias(r)) => (r.name, Some(step(r.step))),
        Some(AnyRecord::SavedView(r)) => (r.name, None),
        Some(AnyRecord::Conflict(r)) => (record_words(project, r.of, lang), None),
        None => (String::new(), None),
    }
}

/// What a field is called.
#[must_use]
pub fn field_title(field: &str, lang: Lang) -> &'static str {
    use FieldTitle as T;
    let title = match field.rsplit('.').next().unwrap_or(field) {
        "name" | "title" | "letter" | "label" => T::Name,
        "text" => T::Text,
        "lane" | "step" | "phase" | "order" | "from" | "to" => T::Place,
        "evidence" => T::Evidence,
        "author" => T::Author,
        "tags" => T::Tags,
        "votes" => T::Votes,
        "sources" | "evidence_note" | "information_sources" => T::Sources,
        "personas" | "persona" => T::Personas,
        "severity" => T::Severity,
        "frequency" => T::Frequency,
        "quotes" | "quote" => T::Quotes,
        "root_cause" => T::Cause,
        "owner" => T::Owner,
        "answers" => T::Answers,
        "how_might_we" => T::HowMightWe,
        "impact" => T::Impact,
        "effort" => T::Effort,
        "due" => T::Due,
        "kpi" => T::Kpi,
        "status" => T::Status,
        "channels" => T::Channels,
        "picture" | "portrait" => T::Picture,
        "value" => T::Value,
        "word" => T::Word,
        "note" | "summary" => T::Note,
        "color" => T::Colour,
        "figures" => T::Figures,
        "goals" => T::Goals,
        "pains" => T::Pains,
        "scenario" => T::Scenario,
        "expectations" => T::Expectations,
        "extra_span" => T::Span,
        "duration" => T::Duration,
        "strengths" => T::Strengths,
        "weaknesses" => T::Weaknesses,
        "improvement" => T::Improvement,
        _ => T::Details,
    };
    title.text(lang)
}

/// A value that is written as RON, as a person reads it; names instead of ids.
#[must_use]
pub fn value_words(project: &Project, field: &str, value: &str, lang: Lang) -> String {
    let words = plain_value(project, field, value, lang);
    if words.trim().is_empty() { DifferenceText::Nothing.text(lang).to_owned() } else { words }
}

fn plain_value(project: &Project, field: &str, value: &str, lang: Lang) -> String {
    if value == "None" {
        return String::new();
    }
    if let Some(inner) = value.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')) {
        return plain_value(project, field, inner, lang);
    }
    if field == "evidence"
        && let Ok(evidence) = ron::from_str::<Evidence>(value)
    {
        return evidence.name(lang).to_owned();
    }
    if let Ok(status) = ron::from_str::<OpportunityStatus>(value) {
        return status.name(lang).to_owned();
    }
    if let Ok(text) = ron::from_str::<String>(value) {
        return named(project, &text, lang).unwrap_or(text);
    }
    if let Ok(texts) = ron::from_str::<Vec<String>>(value) {
        let words = texts.iter().map(|text| named(project, text, lang).unwrap_or_else(|| text.clone()));
        let words: Vec<String> = words.collect();
        return super::listed(&words.iter().map(String::as_str).collect::<Vec<_>>(), lang);
    }
    value.to_owned()
}

/// The name of a record whose id this is.
fn named(project: &Project, text: &str, lang: Lang) -> Option<String> {
    let bits = Id::<()>::parse(text)?.bits();
    let id = project.ids().find(|id| id.bits() == bits)?;
    Some(name_and_place(project, id, lang).0)
}

/// What differs, a sentence for each field. `old` and `new` are the two versions.
#[must_use]
pub fn difference_words(old: &Project, new: &Project, difference: &Difference, lang: Lang) -> Vec<String> {
    let say = |text: DifferenceText, project| {
        fill(text.text(lang), &[("record", &record_words(project, difference.of, lang))])
    };
    match difference.kind {
        ChangeKind::Added => vec![say(DifferenceText::Added, new)],
        ChangeKind::Removed => vec![say(DifferenceText::Removed, old)],
        ChangeKind::Changed => {
            let is_place = |change: &&FieldChange| ["order", "lane", "step", "phase"].contains(&change.field.as_str());
            let mut lines = Vec::new();
            if difference.fields.iter().any(|change| is_place(&change)) {
                lines.push(say(DifferenceText::Moved, new));
            }
            let rest = difference.fields.iter().filter(|change| !is_place(change));
            lines.extend(rest.map(|change| changed_words([old, new], difference.of, change, lang)));
            lines
        }
    }
}

fn changed_words([old, new]: [&Project; 2], of: Option<RecordId>, change: &FieldChange, lang: Lang) -> String {
    let record = record_words(new, of, lang);
    let field = field_title(&change.field, lang);
    if matches!(change.field.as_str(), "figures" | "picture" | "portrait") {
        return fill(DifferenceText::ChangedLong.text(lang), &[("record", &record), ("field", field)]);
    }
    let quoted = |project, value: &str| {
        let words = shortened(&value_words(project, &change.field, value, lang), LONGEST);
        fill(DifferenceText::Quote.text(lang), &[("text", &words)])
    };
    let (from, to) = (quoted(old, &change.old), quoted(new, &change.new));
    fill(DifferenceText::Changed.text(lang), &[("record", &record), ("field", field), ("old", &from), ("new", &to)])
}
