//! Words of the sheets of a workbook that goes out, and of the tables and texts beside it.

messages! {
    /// Sheets, tables and texts of a project.
    SheetText {
        Journey: "Journey", "ジャーニー";
        Phase: "Phase", "フェーズ";
        Step: "Step", "ステップ";
        Lane: "Lane", "レーン";
        Personas: "Personas", "ペルソナ";
        Opportunities: "Opportunities", "機会・施策";
        Metrics: "Metrics", "回答データ";
        HowTo: "Edit, add or move what stands in the cells; new cards go into the empty cells, a row each. Back in Tabiji, a review shows every change before it is made.", "セルの内容はそのまま編集・追加・移動できます。新しいカードは空いているセルに1件ずつ記入してください。Tabijiで読み込むと、反映の前にすべての変更を確認できます。";
        HowToOpportunities: "A row is a card of the map. New rows need the name of their step; journey, phase, step and pains of the others are for reading.", "1行がマップ上の1枚のカードです。行を追加するときはステップ名を記入してください。既存の行のジャーニー・フェーズ・ステップ・対応する課題は参照用です。";
        HowToPersonas: "A column is a persona. Lists have a line for each entry.", "1列が1人のペルソナです。箇条書きの項目は1行に1件ずつ記入してください。";
        HowToMetrics: "For reading. With 95 % intervals; small groups are hidden, as on the map.", "参照用です。区間は95%信頼区間です。人数の少ないグループは、マップと同じく表示しません。";
        Kind: "Kind", "種類";
        Untitled: "Untitled", "無題";
        LeadEmotion: "{persona}: agreed", "{persona}：合意";
        Lead: "Leading persona", "主役";
        Agreed: "{persona}: agreed", "{persona}：合意";
        Measured: "{persona}: measured", "{persona}：実測";
        Target: "{persona}: target", "{persona}：目標";
        Believed: "{persona}: believed by {department}", "{persona}：{department}の見立て";
        WordOf: "In a word – {curve}", "ひとこと – {curve}";
        NoStep: "Phase without steps", "ステップのないフェーズ";
        Metric: "Metric", "指標";
        Value: "Value", "値";
        Low: "95 % low", "95% 下限";
        High: "95 % high", "95% 上限";
        Answers: "n", "n";
        Reading: "How firm", "確かさ";
        Solid: "solid", "十分";
        Tentative: "tentative", "参考";
        Anecdotal: "anecdotal", "ごく少数";
        Hidden: "hidden: fewer than {floor} answers, or to protect such a group", "非表示（{floor}件未満、またはその保護のため）";
        NoData: "no data", "データなし";
        Mean: "mean", "平均";
        Nps: "NPS", "NPS";
        CsatTop: "CSAT, satisfied %", "CSAT（満足の割合 %）";
        CesEasy: "CES, easy %", "CES（楽だった割合 %）";
        AllSteps: "Whole phase", "フェーズ全体";
        Evidence: "Evidence", "根拠";
        Emotion: "Emotion", "感情";
        NobodyYet: "No owner yet", "担当未定";
        PageOf: "Page &P of &N", "&P / &N ページ";
    }
}
