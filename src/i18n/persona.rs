//! Words of the persona sheet.

messages! {
    /// The persona sheet.
    PersonaText {
        Name: "Name", "名前";
        Summary: "One line about this person", "ひとことで言うと";
        SummaryHint: "Who is it, in one line?", "どんな人か、ひとことで";
        Quote: "Quote", "口ぐせ・ことば";
        QuoteHint: "“What would this person say?”", "「この人なら何と言う？」";
        Portrait: "Portrait", "似顔絵・写真";
        PickPortrait: "Choose a picture (or drop one here)", "画像を選ぶ（ここに落としてもよい）";
        RemovePortrait: "Remove the picture", "画像を外す";
        Age: "Age", "年齢";
        Gender: "Gender", "性別";
        Area: "Area", "地域";
        Job: "Work", "職業";
        Family: "Family", "家族";
        Income: "Income", "世帯年収";
        Devices: "Devices", "端末";
        Lifestyle: "Lifestyle", "生活";
        Values: "Values", "価値観";
        DigitalSkill: "Digital skill", "デジタル習熟度";
        Goals: "Goals", "ゴール";
        Pains: "Pains", "悩み";
        Motivations: "Motivations", "動機・きっかけ";
        Sources: "Looks things up in", "情報収集";
        Channels: "Channels used", "使うチャネル";
        ChannelLevel: "{channel}: how much it is used, 0 to 4", "{channel}：使う度合い（0〜4）";
        NoChannels: "Channels of the project appear here.", "プロジェクトのチャネルがここに並びます。";
        Journeys: "Journeys of this person", "この人のジャーニー";
        NoJourneys: "No journey names this person yet.", "この人のジャーニーはまだありません。";
        Organisation: "Organisation", "組織";
        Industry: "Industry", "業種";
        CompanySize: "Company size", "会社規模";
        Department: "Department", "部署";
        Title: "Job title", "役職";
        Authority: "May decide on", "決裁権";
        Approval: "Approval route", "稟議";
        Kpi: "Measured by", "KPI";
        ExtraName: "Field", "項目";
        ExtraValue: "Value", "内容";
        AddField: "Add a field", "項目を追加";
        RemoveField: "Remove {name}", "{name}を削除";
        Add: "add", "追加";
        ShareOfCustomers: "{n} % of customers", "顧客の{n} %";
        Unnamed: "No name yet", "名前なし";
    }
}
