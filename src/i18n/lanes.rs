//! The list of lanes: its groups and what each lane is for.

use super::Lang;
use crate::model::LaneKind;

messages! {
    /// Words of the list.
    LaneList {
        Title: "Lanes", "レーン";
        Core: "Core", "基本";
        More: "More", "その他";
        Blueprint: "Service blueprint", "サービスブループリント";
        Own: "Your own", "独自のレーン";
        NameHint: "Name of a new lane", "新しいレーンの名前";
        Add: "Add", "追加";
        HiddenCards: "hidden · {cards}", "非表示・{cards}";
        HiddenLanes: "Hidden lanes", "非表示のレーン";
        ShowLane: "Show", "表示";
        ShowLaneNamed: "Show the lane “{lane}”", "レーン「{lane}」を表示";
        Untitled: "Untitled lane", "名前のないレーン";
        LaneHidden: "The lane is hidden. “Lanes…” brings it back.", "レーンを非表示にしました。「レーンの一覧…」から戻せます。";
    }
}

messages! {
    /// What each lane is for, in a few words.
    LanePurpose {
        Goal: "What the customer wants to achieve here", "顧客がここで実現したいこと";
        Action: "What the customer does", "顧客がすること";
        Touchpoint: "Where customer and company meet, by channel", "顧客と会社が接する場所とチャネル";
        Thought: "What goes through the customer’s mind", "顧客が考えていること";
        Emotion: "How it feels, step by step", "ステップごとの気持ちの上がり下がり";
        Pain: "What annoys, costs time or stops the customer", "困りごと、手間、つまずき";
        Opportunity: "What we could do about it, and who", "打てる施策と担当";
        Voice: "Survey figures of each step", "アンケートの数値（データがあるとき）";
        Kpi: "What we measure to see if it works", "うまくいっているかを測る指標";
        Gain: "What delights the customer", "うれしいと感じること";
        Motivation: "Why the customer goes on", "先へ進む理由";
        Context: "Place, time, people around", "場所、時間、周りの人";
        ExperienceValue: "SENSE, FEEL, THINK, ACT, RELATE", "SENSE・FEEL・THINK・ACT・RELATE";
        Engagement: "How involved the customer is, 1–5", "関与の強さ（1〜5）";
        Image: "A picture for each step", "ステップごとの絵や写真";
        Evidence: "What the customer sees or holds", "顧客が目にするもの、手にするもの";
        Frontstage: "What staff do in front of the customer", "顧客の前で行うこと";
        Backstage: "What staff do out of sight", "顧客から見えないところで行うこと";
        Support: "Systems and partners behind it", "裏側のシステムや協力会社";
        Owner: "Who is responsible for the step", "ステップの責任部門";
        Custom: "Anything else, under your own name", "自由な名前で何でも";
    }
}

/// What a kind of lane is for.
#[must_use]
pub const fn purpose(kind: LaneKind, lang: Lang) -> &'static str {
    match kind {
        LaneKind::Goal => LanePurpose::Goal,
        LaneKind::Action => LanePurpose::Action,
        LaneKind::Touchpoint => LanePurpose::Touchpoint,
        LaneKind::Thought => LanePurpose::Thought,
        LaneKind::Emotion => LanePurpose::Emotion,
        LaneKind::Pain => LanePurpose::Pain,
        LaneKind::Opportunity => LanePurpose::Opportunity,
        LaneKind::Voice => LanePurpose::Voice,
        LaneKind::Kpi => LanePurpose::Kpi,
        LaneKind::Gain => LanePurpose::Gain,
        LaneKind::Motivation => LanePurpose::Motivation,
        LaneKind::Context => LanePurpose::Context,
        LaneKind::ExperienceValue => LanePurpose::ExperienceValue,
        LaneKind::Engagement => LanePurpose::Engagement,
        LaneKind::Image => LanePurpose::Image,
        LaneKind::Evidence => LanePurpose::Evidence,
        LaneKind::Frontstage => LanePurpose::Frontstage,
        LaneKind::Backstage => LanePurpose::Backstage,
        LaneKind::Support => LanePurpose::Support,
        LaneKind::Owner => LanePurpose::Owner,
        LaneKind::Custom => LanePurpose::Custom,
    }
    .text(lang)
}
