//! Words about the structure of a journey: branches and loops, handoffs, presets of phases, the size of the map.

use super::Lang;
use super::commands::usual_phases;

messages! {
    /// Drawing a branch or a loop.
    LinkText {
        Handle: "Drag to another step to link", "ほかのステップへドラッグしてつなぐ";
        HandleName: "Link from “{step}”", "「{step}」からつなぐ";
        PickTarget: "Click the step to link to, or choose with ← → and Enter. Esc cancels.", "つなぐ先のステップをクリックするか、← → で選んで Enter。Esc で中止。";
        LabelName: "When is this way taken?", "この道をたどる条件";
        From: "From", "始点";
        To: "To", "終点";
        Reverse: "Reverse direction", "向きを逆にする";
        Links: "Branches and loops", "分岐・ループ";
        AddLink: "Link to another step…", "ほかのステップへつなぐ…";
        LinkThese: "Link these steps", "この2つをつなぐ";
        Kind: "Kind", "種類";
        Label: "When it is taken", "条件";
        Continuity: "Continuity index", "引き継ぎ率";
        ContinuityValue: "{share} ({carried} of {changes}, breaks: {broken})", "{share}（{changes}か所中{carried}、途切れ{broken}）";
        NoChanges: "The channel never changes", "チャネルの変更なし";
    }
}

messages! {
    /// The four questions of a handoff, at the connection.
    HandoffText {
        Title: "What is carried over?", "何が引き継がれますか？";
        Way: "{from} → {to}", "{from} → {to}";
        IdentityAsk: "Who the customer is", "だれか（会員情報）";
        CaseAsk: "The case or the cart", "案件・カートの中身";
        HistoryAsk: "What happened before", "これまでの履歴";
        PromiseAsk: "What was promised", "約束したこと";
        Yes: "✔ Yes", "○ はい";
        No: "✖ No", "× いいえ";
        Unknown: "? Unknown", "？ 不明";
        Note: "Note on this handoff", "引き継ぎのメモ";
        NoteHint: "How do you know? What happens then?", "根拠や、そのとき起きること";
        Carried: "Fully carried over", "すべて引き継がれています";
        CarriedBut: "Carried over; the promise is not known", "引き継がれています（約束は不明）";
        Broken: "Break: {lost} not carried over", "途切れ：{lost}が引き継がれません";
        Open: "Not known yet: {n} of 4 open", "未確認：4項目中{n}項目";
        Same: "Same channel: nothing has to be handed over", "同じチャネルのため、引き継ぎは不要です";
        NoChannel: "Choose the channels of both steps first", "先に両方のステップのチャネルを選んでください";
        Shares: "These channels share the customer's identity.", "この2つのチャネルは会員情報を共有しています。";
        AllYes: "All carried", "すべて引き継ぐ";
        Keys: "1–4 question · Y N ? answer · Esc close", "1〜4 項目　Y N ? 回答　Esc 閉じる";
        Close: "Close", "閉じる";
    }
}

messages! {
    /// Phases from a preset.
    PresetText {
        Title: "Phases from a preset", "フェーズのひな形";
        B2c: "Consumers (B2C)", "一般消費者（B2C）";
        B2cAbout: "From first hearing of it to recommending it", "知ってから、人にすすめるまで";
        Short: "Before, during, after", "購入前・購入・購入後";
        ShortAbout: "Three phases for a first sketch", "まず大づかみに描くための3段階";
        B2b: "Businesses (B2B)", "法人（B2B）";
        B2bAbout: "With enquiry, approval, rollout and renewal", "問い合わせ・稟議・導入・更新まで";
        Replaces: "The map is still empty: its phases are replaced.", "マップはまだ空なので、フェーズを置き換えます。";
        Keeps: "Your phases keep their names, their order and their steps; {n} are added.", "今あるフェーズの名前・順序・ステップはそのままで、{n}個を追加します。";
        Complete: "All of these phases are there already.", "このひな形のフェーズは、すべてそろっています。";
        New: "new", "追加";
        Kept: "{n} steps", "ステップ{n}";
        Apply: "Use these phases", "このフェーズを使う";
        Preview: "The phases from left to right", "左から右へのフェーズ";
    }
}

messages! {
    /// An empty map.
    EmptyMapText {
        Title: "Begin with the phases", "まずフェーズを決めましょう";
        About: "Take a preset, or double-click a phase or a step to name it.", "ひな形から選ぶか、フェーズやステップをダブルクリックして名前を付けます。";
    }
}

messages! {
    /// How large the type is on a slide.
    SizeText {
        Meter: "Slide {pt} pt", "スライド {pt} pt";
        MeterName: "Size on a slide: smallest type {pt} points", "スライドでの大きさ：最小の文字 {pt}ポイント";
        MeterWarn: "Size on a slide: smallest type {pt} points, too small", "スライドでの大きさ：最小の文字 {pt}ポイント（小さすぎます）";
        Title: "Can people read it?", "読める大きさか";
        Slide: "Whole map on a 16:9 slide", "16:9のスライド1枚に全体";
        Phase: "A slide a phase (the widest)", "フェーズごとに1枚（最も広いもの）";
        A3: "Whole map on A3", "A3用紙1枚に全体";
        Points: "{pt} pt", "{pt} pt";
        Reach: "readable from {m} m", "{m} m先まで読める";
        Good: "The whole map can be shown on one slide.", "全体を1枚のスライドで見せられます。";
        Small: "{pt} pt on a slide: readable from {m} m only.", "スライドでは{pt} pt。読めるのは{m} m先までです。";
        SmallPhase: "{pt} pt on a slide: readable from {m} m only; a slide a phase would have {phase} pt.", "スライドでは{pt} pt。読めるのは{m} m先までです。フェーズごとに1枚なら{phase} ptになります。";
        Long: "A phase has {n} steps: more than {most} are hard to take in. Split it.", "ステップが{n}個あるフェーズがあります。{most}個を超えると把握しにくいので、分けるのがおすすめです。";
        Advice: "What helps", "大きく見せるには";
        AdvicePhases: "Export one phase at a time.", "フェーズごとに書き出す。";
        AdviceLanes: "Hide or collapse lanes that the talk does not need ({n} are shown).", "話に使わないレーンを隠すか、折りたたむ（表示中：{n}）。";
        AdviceA3: "Print on A3 or larger and put it on the wall ({pt} pt on A3).", "A3以上に印刷して壁に貼る（A3で{pt} pt）。";
        AdvicePresent: "Present phase by phase instead of showing everything at once.", "一度に全部見せず、フェーズごとに投影する。";
        Rule: "Smallest type when fitted with a 0.3 in margin. Distance on a screen 2 m wide.", "余白0.3インチで収めたときの最小の文字。距離は幅2 mのスクリーンでの目安。";
    }
}

/// A set of phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhasePreset {
    /// From hearing of it to recommending it.
    B2c,
    /// Before, during and after the purchase.
    Short,
    /// With enquiry, approval, rollout and renewal.
    B2b,
}

impl PhasePreset {
    /// All presets in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::B2c, Self::Short, Self::B2b];

    /// What it is called.
    #[must_use]
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::B2c => PresetText::B2c,
            Self::Short => PresetText::Short,
            Self::B2b => PresetText::B2b,
        }
        .text(lang)
    }

    /// What it is for.
    #[must_use]
    pub const fn about(self, lang: Lang) -> &'static str {
        match self {
            Self::B2c => PresetText::B2cAbout,
            Self::Short => PresetText::ShortAbout,
            Self::B2b => PresetText::B2bAbout,
        }
        .text(lang)
    }

    /// Its phases from left to right; all go on after the purchase.
    #[must_use]
    pub const fn phases(self, lang: Lang) -> &'static [&'static str] {
        match (self, lang) {
            (Self::B2c, _) => usual_phases(lang),
            (Self::Short, Lang::Ja) => &["購入前", "購入", "購入後"],
            (Self::Short, Lang::En) => &["Before purchase", "Purchase", "After purchase"],
            (Self::B2b, Lang::Ja) => &["認知", "情報収集", "問い合わせ", "商談", "稟議・決裁", "導入", "定着", "更新"],
            (Self::B2b, Lang::En) => {
                &["Aware", "Research", "Enquire", "Negotiate", "Approve", "Onboard", "Adopt", "Renew"]
            }
        }
    }
}
