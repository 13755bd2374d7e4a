//! What is wrong with a project, and how it was mended, in sentences.

use super::history::KindName;
use super::{Lang, fill, shortened};
use crate::model::{AnyRecord, Field, MarkSource, Problem, Project, RecordId, Remedy};

messages! {
    /// What is wrong.
    ProblemText {
        Missing: "{record}: the {field} it names ({target}) is not in the file.", "{record}：{field}（{target}）がファイルにありません。";
        TornCard: "{record}: its lane and its step belong to different journeys.", "{record}：レーンとステップが別のジャーニーに属しています。";
        AsIsCycle: "{record}: {n} journeys name each other as their as-is, in a circle.", "{record}：{n}件のジャーニーの「現状」が互いを指して循環しています。";
        SecondMark: "{record}: there is another emotion of the same persona from the same source on this step.", "{record}：同じステップに、同じペルソナ・同じ出どころの感情が重複しています。";
        SecondHandoff: "{record}: there is another handoff between the same two steps.", "{record}：同じ2つのステップの間に引き継ぎが重複しています。";
        Number: "{record}: {field} is {value}; it must be from {low} to {high}.", "{record}：{field}が{value}です（{low}〜{high}の範囲で指定します）。";
        Scale: "{record}: {field} is on a scale up to {top}; only 5 and 7 are possible.", "{record}：{field}が{top}段階になっています（5段階か7段階で指定します）。";
        Bins: "{record}: the {field} answers for “{name}” have {found} bins instead of {wanted}.", "{record}：「{name}」の{field}の回答が{found}区分になっています（正しくは{wanted}区分）。";
        NoPhase: "{record} has no phase yet.", "{record}にはまだフェーズがありません。";
    }
}

messages! {
    /// What was done about it.
    RemedyText {
        Recreated: "Created again, empty, as “未割当 Unassigned”.", "「未割当 Unassigned」という名前で作り直しました。";
        Cleared: "The reference was removed.", "参照を外しました。";
        Moved: "Moved to a lane of its step's journey.", "ステップと同じジャーニーのレーンへ移しました。";
        Merged: "Merged with the other one.", "もう一方に統合しました。";
        Clamped: "Brought into range.", "範囲内の値に直しました。";
        Rescaled: "Treated as a scale up to {top}.", "{top}段階として扱いました。";
        Refitted: "Fitted to the scale; emptied where it could not be trusted.", "尺度に合わせました。信頼できない分布は空にしました。";
    }
}

messages! {
    /// Fields of records inside a sentence.
    FieldName {
        Journey: "journey", "ジャーニー";
        Phase: "phase", "フェーズ";
        Step: "step", "ステップ";
        Lane: "lane", "レーン";
        From: "first step", "引き継ぎ元のステップ";
        To: "second step", "引き継ぎ先のステップ";
        Source: "source", "出どころ";
        Author: "author department", "記入部門";
        Owner: "owner", "担当部門";
        PainOwner: "owner of the pain", "課題の担当部門";
        OpportunityOwner: "owner of the opportunity", "施策の担当部門";
        Answers: "pain it answers", "対応する課題";
        Persona: "persona", "ペルソナ";
        AsIs: "as-is journey", "現状のジャーニー";
        Origin: "original", "作成元";
        Channels: "channel", "チャネル";
        SharesIdentityWith: "channel with the same customer identity", "会員情報を共有するチャネル";
        DigitalSkill: "digital skill", "デジタル習熟度";
        SharePercent: "share of the customer base", "顧客構成比";
        ImportanceToCustomer: "importance to the customer", "顧客にとっての重要度";
        ImportanceToBusiness: "importance to the business", "事業にとっての重要度";
        Engagement: "engagement", "関与度";
        CustomersPerMonth: "customers per month", "月間顧客数";
        Sense: "SENSE", "SENSE（感覚的）";
        Feel: "FEEL", "FEEL（情緒的）";
        Think: "THINK", "THINK（創造的・認知的）";
        Act: "ACT", "ACT（肉体的・ライフスタイル）";
        Relate: "RELATE", "RELATE（関係性）";
        Severity: "severity", "深刻度";
        Impact: "impact", "効果";
        Effort: "effort", "工数";
        Value: "emotion", "感情の値";
        Rows: "number of rows", "行数";
        Nps: "NPS", "NPS";
        Csat: "CSAT", "CSAT";
        Ces: "CES", "CES";
        Rating: "Ratings", "評価";
    }
}

macro_rules! field_names {
    ($($field:ident)*) => {
        /// What a field is called.
        #[must_use]
        pub fn field_name(field: Field, lang: Lang) -> &'static str {
            match field { $( Field::$field => FieldName::$field, )* }.text(lang)
        }
    };
}

field_names! {
    Journey Phase Step Lane From To Source Author Owner PainOwner OpportunityOwner Answers Persona AsIs Origin Channels
    SharesIdentityWith DigitalSkill SharePercent ImportanceToCustomer ImportanceToBusiness Engagement
    CustomersPerMonth Sense Feel Think Act Relate Severity Impact Effort Value Rows Nps Csat Ces Rating
}

/// A problem as a sentence.
#[must_use]
pub fn problem_text(problem: &Problem, project: &Project, lang: Lang) -> String {
    let record = record_label(project, problem.record(), lang);
    let say = |text: ProblemText, values: &[(&str, &str)]| {
        let values: Vec<_> = values.iter().copied().chain([("record", record.as_str())]).collect();
        fill(text.text(lang), &values)
    };
    match problem {
        Problem::Orphan { field, parent: target, .. } | Problem::Dangling { field, target, .. } => {
            let target = format!("{} {}", kind_name(*target).text(lang), id_text(*target));
            say(ProblemText::Missing, &[("field", field_name(*field, lang)), ("target", &target)])
        }
        Problem::TornCard(_) => say(ProblemText::TornCard, &[]),
        Problem::AsIsCycle { length, .. } => say(ProblemText::AsIsCycle, &[("n", &length.to_string())]),
        Problem::SecondMark { .. } => say(ProblemText::SecondMark, &[]),
        Problem::SecondHandoff { .. } => say(ProblemText::SecondHandoff, &[]),
        Problem::Number { field, value, low, high, .. } => {
            let (value, low, high) = (value.to_string(), low.to_string(), high.to_string());
            let values = [("field", field_name(*field, lang)), ("value", &value), ("low", &low), ("high", &high)];
            say(ProblemText::Number, &values)
        }
        Problem::Scale { field, top, .. } => {
            say(ProblemText::Scale, &[("field", field_name(*field, lang)), ("top", &top.to_string())])
        }
        Problem::Bins { name, field, found, wanted, .. } => {
            let (found, wanted) = (found.to_string(), wanted.to_string());
            let values = [("field", field_name(*field, lang)), ("found", &found), ("wanted", &wanted), ("name", name)];
            say(ProblemText::Bins, &values)
        }
        Problem::NoPhase(_) => say(ProblemText::NoPhase, &[]),
    }
}

/// What was done about a problem, as a sentence.
#[must_use]
pub fn remedy_text(remedy: Remedy, lang: Lang) -> String {
    let text = match remedy {
        Remedy::Recreated => RemedyText::Recreated,
        Remedy::Cleared => RemedyText::Cleared,
        Remedy::Moved(_) => RemedyText::Moved,
        Remedy::Merged => RemedyText::Merged,
        Remedy::Clamped => RemedyText::Clamped,
        Remedy::Rescaled(top) => return fill(RemedyText::Rescaled.text(lang), &[("top", &top.to_string())]),
        Remedy::Refitted => RemedyText::Refitted,
    };
    text.text(lang).to_owned()
}

/// A record as a person finds it: its kind, the beginning of its text, its id.
#[must_use]
pub fn record_label(project: &Project, id: RecordId, lang: Lang) -> String {
    let kind = kind_name(id).text(lang);
    let name = quoted(project, id);
    let id = id_text(id);
    match lang {
        _ if name.is_empty() => format!("{kind} {id}"),
        Lang::En => format!("{kind} “{name}” {id}"),
        Lang::Ja => format!("{kind}「{name}」{id}"),
    }
}

/// A name is not quoted beyond so many characters.
const LONGEST: usize = 30;

/// The beginning of what a record says, on one line.
#[must_use]
pub fn quoted(project: &Project, id: RecordId) -> String {
    shortened(&name_of(project, id), LONGEST)
}

/// The id as it stands in the file.
#[must_use]
pub fn id_text(id: RecordId) -> String {
    crate::base::Id::<()>::from_bits(id.bits()).to_string()
}

fn kind_name(id: RecordId) -> KindName {
    super::history::kind_name(id.into())
}

fn name_of(project: &Project, id: RecordId) -> String {
    match project.get(id) {
        Some(AnyRecord::Department(r)) => r.name,
        Some(AnyRecord::Channel(r)) => r.name,
        Some(AnyRecord::Persona(r)) => r.name,
        Some(AnyRecord::Journey(r)) => r.title,
        Some(AnyRecord::Phase(r)) => r.name,
        Some(AnyRecord::Step(r)) => r.name,
        Some(AnyRecord::Lane(r)) => r.title,
        Some(AnyRecord::Card(r)) => r.text,
        Some(AnyRecord::Mark(r)) => match (r.source, r.word) {
            (MarkSource::Believed(department), word) if word.is_empty() => name_of(project, department.into()),
            (_, word) => word,
        },
        Some(AnyRecord::Handoff(r)) => r.note,
        Some(AnyRecord::Link(r)) => r.label,
        Some(AnyRecord::DataSet(r)) => r.name,
        Some(AnyRecord::Alias(r)) => r.name,
        Some(AnyRecord::SavedView(r)) => r.name,
        Some(AnyRecord::Conflict(r)) => r.field,
        None => String::new(),
    }
}
