//! Words on the map itself.

messages! {
    /// Words on the map.
    Map {
        Agreed: "Agreed", "合意";
        MeasuredCurve: "Measured", "実測";
        Target: "Target", "目標";
        CurveOf: "{source} ({persona})", "{source}（{persona}）";
        MoreCurves: "and {n} more", "ほか{n}本";
        BeliefGap: "Belief gap", "見立てとの差";
        BeliefGapLabel: "{step}: the team believes {value}, customers say {measured} (95 %: {low} … {high})", "{step}：見立て {value}、実測 {measured}（95%信頼区間 {low}〜{high}）";
        NoOpportunity: "No opportunity yet", "施策なし";
        NoData: "No data", "データなし";
        HiddenTop: "Under {floor}", "{floor}件未満";
        HiddenBottom: "hidden", "非表示";
        HiddenLabel: "{step}: too few answers to show", "{step}：回答が少ないため非表示";
        NoDataLabel: "{step}: no answers", "{step}：回答なし";
        VoiceLabel: "{step}: {metric} {value}, 95 % interval {low} to {high}, n {n}", "{step}：{metric} {value}、95%信頼区間 {low}〜{high}、n {n}";
        Nps: "NPS", "NPS";
        Csat: "Satisfaction, top 2", "満足度（上位2）";
        Ces: "Easy", "手間が少ない";
        IntervalNote: "{metric}\n95 % interval", "{metric}\n95%信頼区間";
        Months: "{first} to {last}", "{first}〜{last}";
        Evidence: "{researched} researched, {assumed} assumed", "調査済 {researched}　仮説 {assumed}";
        TotalN: "n {n}", "n {n}";
        NoPersona: "No persona yet", "ペルソナ未設定";
        Until: "by {date}", "{date}まで";
        HandoffLabel: "From “{from}” to “{to}”: {answers}", "「{from}」→「{to}」：{answers}";
        HandoffOpen: "From “{from}” to “{to}”: the channel changes; not known what is carried over", "「{from}」→「{to}」：チャネルが変わる（引き継ぎは未確認）";
        HandoffSame: "From “{from}” to “{to}”: same channel", "「{from}」→「{to}」：同じチャネル";
        HandoffBreak: "Break from “{from}” to “{to}”, not carried over: {lost}. {answers}", "「{from}」→「{to}」で途切れ（引き継がれない：{lost}）。{answers}";
        HandoffNoChannel: "From “{from}” to “{to}”: no channel chosen yet", "「{from}」→「{to}」：チャネルが未設定";
        Continuity: "Continuity {share}\n({carried} of {changes} handoffs)", "引き継ぎ率 {share}\n（{changes}か所中{carried}）";
        LoopFromTo: "Loop from “{from}” to “{to}”", "ループ：「{from}」→「{to}」";
        BranchFromTo: "Branch from “{from}” to “{to}”", "分岐：「{from}」→「{to}」";
        LinkWithLabel: "{way}: {label}", "{way}（{label}）";
        LineOfInteraction: "Line of interaction", "インタラクション線";
        LineOfVisibility: "Line of visibility", "可視線";
        LineOfInternalInteraction: "Line of internal interaction", "内部インタラクション線";
        HandoffCarried: "Handoff carried", "引き継ぎあり";
        HandoffUnknown: "Handoff unknown", "引き継ぎ未確認";
        HandoffBroken: "Handoff broken", "引き継ぎの途切れ";
        HandoffLetters: "{broken} ({letters})", "{broken}（{letters}）";
        MomentOfTruth: "Moment of truth", "真実の瞬間";
        Sources: "Sources: {sources}", "出典：{sources}";
        AnecdotalKey: "n 5–9 hollow, 10–29 pale", "n 5〜9 白抜き、10〜29 淡色";
        StepHeading: "Step “{step}”, phase “{phase}”", "ステップ「{step}」（フェーズ「{phase}」）";
        CardHeading: "{lane}, step “{step}”: {text}", "{lane}・「{step}」：{text}";
        CardAbout: "{card} (about {names})", "{card}（{names}のこと）";
        EmotionHeading: "{source}, “{step}”: {value} {word}", "{source}・「{step}」：{value} {word}";
        MenuWays: "Links and handoffs", "つなぎ・引き継ぎ";
        MenuSplit: "Split and merge", "分割・結合";
        AddStepTo: "Add a step to “{phase}”", "「{phase}」にステップを追加";
        AddLaneOf: "Add a lane", "レーンを追加";
        Collapse: "Collapse “{lane}”", "「{lane}」を折りたたむ";
        Expand: "Expand “{lane}”", "「{lane}」を展開";
        Copies: "{n} copies", "{n}枚をコピー";
        OneCopy: "Copy", "コピー";
        MenuSize: "Size", "サイズ";
        MenuLane: "Lane", "レーン";
        MenuAdd: "Add", "追加";
        MenuMove: "Move", "移動";
        MenuZoom: "Zoom", "表示倍率";
        ChannelHint: "Find a channel; Enter sets it, Tab goes on", "チャネルを検索（Enterで選択、Tabで次へ）";
        NoChannelFound: "No matching channel.", "該当するチャネルがありません。";
        NoChannels: "No channels yet. Add them in the outline.", "チャネルがまだありません。アウトラインで追加してください。";
        EditorName: "Text on the map", "マップ上のテキスト";
        Cards: "{n} cards", "カード{n}枚";
        OneCard: "{n} card", "カード{n}枚";
        EmptyText: "(empty)", "（空）";
        UntitledPhase: "Untitled phase", "名前のないフェーズ";
        UntitledStep: "Untitled step", "名前のないステップ";
        UntitledJourney: "Untitled journey", "名前のないジャーニー";
    }
}
