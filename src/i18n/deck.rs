//! Words of a deck of slides: what its objects are called, its charts, what its speaker needs to know.

messages! {
    /// What the objects of a slide are called in a list of them.
    DeckText {
        Layout: "Title only", "タイトルのみ";
        Title: "Title", "タイトル";
        Notes: "Notes", "ノート";
        SlideImage: "Slide", "スライド";
        Group: "Group", "グループ";
        Shape: "Shape", "図形";
        Freeform: "Freeform", "フリーフォーム";
        Line: "Line", "線";
        Text: "Text", "テキスト";
        Picture: "Picture", "画像";
    }
}

messages! {
    /// The chart of what was measured.
    ChartText {
        Title: "{journey}: {metric} by step", "{journey}：ステップ別の{metric}";
        Name: "Chart", "グラフ";
        NoteName: "Note", "注記";
        StepN: "{step}\nn {n}", "{step}\nn {n}";
        StepHidden: "{step}\nunder {floor}, hidden", "{step}\n{floor}件未満（非表示）";
        StepNone: "{step}\nno data", "{step}\nデータなし";
        Note: "Bars: 95 % intervals. {sources}", "縦棒：95%信頼区間　{sources}";
        Sheet: "Data", "データ";
        Step: "Step", "ステップ";
        Low: "95 % interval from", "95%信頼区間の下限";
        High: "to", "95%信頼区間の上限";
        Below: "Down to", "下限まで";
        Above: "Up to", "上限まで";
        N: "n", "n";
    }
}

messages! {
    /// What a speaker needs to know.
    NotesText {
        Evidence: "Evidence: {researched} of {n} cards researched, {partly} partly confirmed, {assumed} assumed.", "根拠：全{n}枚のうち、調査済 {researched}枚、一部確認 {partly}枚、仮説 {assumed}枚。";
        CardSources: "Based on: {sources}", "根拠の出典：{sources}";
        Answers: "Customer feedback: n {n}. Source: {sources}", "顧客の声：n {n}。出典：{sources}";
        Months: "Period of the answers: {first} to {last}", "回答の期間：{first}〜{last}";
        Only: "Only these answers are counted: {filter}", "集計の対象（絞り込み）：{filter}";
        Floor: "Steps with fewer than {floor} answers are hidden, and so are those from which such a step could be worked out.", "回答が{floor}件未満のステップと、それを逆算できてしまうステップは非表示にしています。";
        Persona: "Evidence: {level}.", "根拠：{level}。";
        Share: "Share of customers: {share} %", "顧客に占める割合：{share}%";
        Reviewed: "Last reviewed: {date}", "最終見直し：{date}";
    }
}
