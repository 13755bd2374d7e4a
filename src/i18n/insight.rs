//! What a map says about itself, in sentences.

use super::check::quoted;
use super::domain::lane_name;
use super::map::Map;
use super::{Lang, fill, grouped, in_series, signed};
use crate::insight::{Cause, Check, Finding, Findings, Lack, Severity};
use crate::model::{Carried, DepartmentId, Project, RecordId};

messages! {
    /// Words of the findings.
    InsightText {
        Title: "Findings: {journey}", "マップから分かること：{journey}";
        Counts: "{critical} urgent, {warn} to settle, {info} to know", "至急 {critical}件・要対応 {warn}件・参考 {info}件";
        Nothing: "Nothing stands out in what could be asked.", "確認できた範囲で、気になる点はありません。";
        NotAsked: "Could not be asked", "確認できなかったこと";
        More: "… and {n} more", "ほか{n}件";
        CriticalIs: "Urgent: {text}", "【至急】{text}";
        Belief: "Believed ≠ measured", "思い込みと実測のずれ";
        BeliefWhy: "Needs survey answers laid over the map.", "アンケート結果をマップに重ねると確認できます。";
        BeliefIs: "“{step}”: the room says {agreed}, customers say {value} ({low} to {high})", "「{step}」：チームの合意は{agreed}、お客様の実測は{value}（{low}〜{high}）";
        LowAndBusy: "Low score × many customers", "評価が低く利用者が多いステップ";
        LowAndBusyWhy: "Needs survey answers laid over the map.", "アンケート結果をマップに重ねると確認できます。";
        LowAndBusyCustomers: "“{step}”: {volume} customers a month, importance {importance}, {shortfall} under the target", "「{step}」：月間{volume}人・重要度{importance}・目標に{shortfall}不足";
        LowAndBusyAnswers: "“{step}”: {volume} answers, importance {importance}, {shortfall} under the target", "「{step}」：回答{volume}件・重要度{importance}・目標に{shortfall}不足";
        PeakEnd: "Worst moment and end", "最も悪い瞬間と終わり方（ピークエンド）";
        PeakEndWhy: "Needs agreed emotions on three steps at least.", "合意した感情を3ステップ以上に付けると確認できます。";
        LowPeakIs: "The worst moment is “{step}” ({value})", "最も悪い瞬間は「{step}」（{value}）";
        LowEndIs: "The journey ends badly: “{step}” ({value})", "旅の終わりの印象が悪い：「{step}」（{value}）";
        FallingIs: "It ends lower ({end}, “{step}”) than it began ({start})", "終わり（「{step}」{end}）が始まり（{start}）より低い";
        Breaks: "Breaks between channels", "チャネル間の途切れ";
        BreaksWhy: "Needs channels at the touchpoints.", "タッチポイントにチャネルを付けると確認できます。";
        BreakIs: "“{from}” → “{to}”: the customer is not carried over", "「{from}」→「{to}」：お客様の情報が引き継がれない";
        BreakUnknown: "“{from}” → “{to}”: nobody knows what is carried over", "「{from}」→「{to}」：引き継がれるか不明";
        Departments: "Departments see it differently", "部門間の見方の違い";
        DepartmentsWhy: "Needs emotions that departments give.", "部門ごとの感情を付けると確認できます。";
        DepartmentsIs: "“{step}”: {low_name} {low}, {high_name} {high}", "「{step}」：{low_name} {low}、{high_name} {high}";
        Pains: "Pains without opportunity", "施策のない課題";
        PainAt: "“{card}” ({step})", "「{card}」（{step}）";
        Opportunities: "Opportunities that cannot be followed up", "進められない施策";
        UnfinishedIs: "“{card}”: no {lacks}", "「{card}」：{lacks}が未定";
        LackOwner: "owner", "担当部門";
        LackDue: "date", "期限";
        LackKpi: "KPI", "KPI";
        Assumed: "Mostly assumed", "仮説が多いフェーズ";
        AssumedIs: "“{phase}”: {assumed} of {cards} cards are assumed", "「{phase}」：カード{cards}枚のうち{assumed}枚が仮説";
        Silence: "Lanes that fall silent", "記入が途切れているレーン";
        SilentIs: "{lane}: nothing from “{from}” to “{to}” ({n} steps)", "{lane}：「{from}」から「{to}」まで空欄（{n}ステップ）";
        Crowded: "Phases with too many steps", "ステップが多すぎるフェーズ";
        CrowdedIs: "“{phase}”: {n} steps", "「{phase}」：{n}ステップ";
        Unmeasured: "Steps without answers", "アンケート回答のないステップ";
        UnmeasuredWhy: "Needs survey answers laid over the map.", "アンケート結果をマップに重ねると確認できます。";
        UnmeasuredIs: "“{step}”", "「{step}」";
    }
}

/// What a check is called.
#[must_use]
pub fn check_name(check: Check, lang: Lang) -> &'static str {
    match check {
        Check::Belief => InsightText::Belief,
        Check::LowAndBusy => InsightText::LowAndBusy,
        Check::PeakEnd => InsightText::PeakEnd,
        Check::Breaks => InsightText::Breaks,
        Check::Departments => InsightText::Departments,
        Check::Pains => InsightText::Pains,
        Check::Opportunities => InsightText::Opportunities,
        Check::Assumed => InsightText::Assumed,
        Check::Silence => InsightText::Silence,
        Check::Crowded => InsightText::Crowded,
        Check::Unmeasured => InsightText::Unmeasured,
    }
    .text(lang)
}

/// What it would take to ask a check; `None` for those that can always be asked.
#[must_use]
pub fn check_needs(check: Check, lang: Lang) -> Option<&'static str> {
    let text = match check {
        Check::Belief => InsightText::BeliefWhy,
        Check::LowAndBusy => InsightText::LowAndBusyWhy,
        Check::PeakEnd => InsightText::PeakEndWhy,
        Check::Breaks => InsightText::BreaksWhy,
        Check::Departments => InsightText::DepartmentsWhy,
        Check::Unmeasured => InsightText::UnmeasuredWhy,
        Check::Pains | Check::Opportunities | Check::Assumed | Check::Silence | Check::Crowded => return None,
    };
    Some(text.text(lang))
}

/// How many findings there are of each severity, in a line.
#[must_use]
pub fn counts_text(findings: &Findings, lang: Lang) -> String {
    if findings.found.is_empty() {
        return InsightText::Nothing.text(lang).to_owned();
    }
    let count = |severity| findings.count(severity).to_string();
    let [critical, warn, info] = [Severity::Critical, Severity::Warn, Severity::Info].map(count);
    fill(InsightText::Counts.text(lang), &[("critical", &critical), ("warn", &warn), ("info", &info)])
}

/// A finding as a sentence.
#[must_use]
pub fn finding_text(finding: &Finding, by_customers: bool, project: &Project, lang: Lang) -> String {
    let name = |id: RecordId| named(project, id, lang);
    let say = |text: InsightText, values: &[(&str, &str)]| fill(text.text(lang), values);
    let level = |value: f32| signed(f64::from(value), 1);
    match &finding.cause {
        Cause::Belief { step, agreed, measured } => {
            let [value, low, high] = [measured.value, measured.low, measured.high].map(|value| signed(value, 1));
            let (step, agreed) = (name((*step).into()), level(*agreed));
            let values = [("step", &*step), ("agreed", &*agreed), ("value", &*value), ("low", &*low), ("high", &*high)];
            say(InsightText::BeliefIs, &values)
        }
        Cause::LowAndBusy(ranked) => {
            let text = if by_customers { InsightText::LowAndBusyCustomers } else { InsightText::LowAndBusyAnswers };
            let (step, volume) = (name(ranked.step.into()), grouped(ranked.volume));
            let (importance, shortfall) = (format!("{:.0}", ranked.importance), format!("{:.1}", ranked.shortfall));
            let values =
                [("step", &*step), ("volume", &*volume), ("importance", &*importance), ("shortfall", &*shortfall)];
            say(text, &values)
        }
        Cause::LowPeak { step, value } => {
            say(InsightText::LowPeakIs, &[("step", &name((*step).into())), ("value", &level(*value))])
        }
        Cause::LowEnd { step, value } => {
            say(InsightText::LowEndIs, &[("step", &name((*step).into())), ("value", &level(*value))])
        }
        Cause::Falling { step, start, end } => {
            let values = [("step", &*name((*step).into())), ("start", &*level(*start)), ("end", &*level(*end))];
            say(InsightText::FallingIs, &values)
        }
        Cause::Break { from, to, carried } => {
            let text = if *carried == Carried::No { InsightText::BreakIs } else { InsightText::BreakUnknown };
            say(text, &[("from", &name((*from).into())), ("to", &name((*to).into()))])
        }
        Cause::Departments { step, low, high } => {
            let department = |id: DepartmentId| name(id.into());
            let values = [
                ("step", &*name((*step).into())),
                ("low_name", &*department(low.0)),
                ("low", &*level(low.1)),
                ("high_name", &*department(high.0)),
                ("high", &*level(high.1)),
            ];
            say(InsightText::DepartmentsIs, &values)
        }
        Cause::OpenPain { card } => {
            let step = project.cards.get(*card).map(|card| name(card.step.into())).unwrap_or_default();
            say(InsightText::PainAt, &[("card", &name((*card).into())), ("step", &step)])
        }
        Cause::Unfinished { card, lacks } => {
            let lack = |lack: &Lack| lack_name(*lack, lang);
            let lacks = in_series(&lacks.iter().map(lack).collect::<Vec<_>>(), lang);
            say(InsightText::UnfinishedIs, &[("card", &name((*card).into())), ("lacks", &lacks)])
        }
        Cause::Assumed { phase, assumed, cards } => {
            let values = [
                ("phase", &*name((*phase).into())),
                ("assumed", &*assumed.to_string()),
                ("cards", &*cards.to_string()),
            ];
            say(InsightText::AssumedIs, &values)
        }
        Cause::Silent { lane, from, to, steps } => {
            let values = [
                ("lane", &*name((*lane).into())),
                ("from", &*name((*from).into())),
                ("to", &*name((*to).into())),
                ("n", &*steps.to_string()),
            ];
            say(InsightText::SilentIs, &values)
        }
        Cause::Crowded { phase, steps } => {
            say(InsightText::CrowdedIs, &[("phase", &name((*phase).into())), ("n", &steps.to_string())])
        }
        Cause::Unmeasured { step } => say(InsightText::UnmeasuredIs, &[("step", &name((*step).into()))]),
    }
}

fn lack_name(lack: Lack, lang: Lang) -> &'static str {
    match lack {
        Lack::Owner => InsightText::LackOwner,
        Lack::Due => InsightText::LackDue,
        Lack::Kpi => InsightText::LackKpi,
    }
    .text(lang)
}

/// What a record is called, on one line.
fn named(project: &Project, id: RecordId, lang: Lang) -> String {
    if let RecordId::Lane(lane) = id
        && let Some(lane) = project.lanes.get(lane)
    {
        return lane_name(lane, lang).to_owned();
    }
    let name = quoted(project, id);
    if !name.is_empty() {
        return name;
    }
    match id {
        RecordId::Step(_) => Map::UntitledStep.text(lang).to_owned(),
        RecordId::Phase(_) => Map::UntitledPhase.text(lang).to_owned(),
        _ => String::new(),
    }
}
