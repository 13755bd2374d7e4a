//! Words of the persona sheet.

messages! {
    /// The persona sheet.
    PersonaText {
        Name: "Name", "名前";
        Summary: "This person in one line", "ひとことで言うと";
        SummaryHint: "Who is it, in one line?", "どんな人か、ひとことで";
        Quote: "Quote", "代表的な発言";
        QuoteHint: "“What would this person say?”", "「この人なら何と言う？」";
        Portrait: "Portrait", "写真・似顔絵";
        PickPortrait: "Choose a picture (or drop one here)", "画像を選ぶ（ここにドロップもできます）";
        RemovePortrait: "Remove the picture", "画像を削除";
        Age: "Age", "年齢";
        Gender: "Gender", "性別";
        Area: "Area", "地域";
        Job: "Work", "職業";
        Family: "Family", "家族";
        Income: "Income", "世帯年収";
        Devices: "Devices", "利用デバイス";
        Lifestyle: "Lifestyle", "ライフスタイル";
        Values: "Values", "価値観";
        DigitalSkill: "Digital skill", "デジタル習熟度";
        Goals: "Goals", "ゴール";
        Pains: "Pains", "悩み";
        Motivations: "Motivations", "動機・きっかけ";
        Sources: "Information sources", "情報収集";
        Channels: "Channels used", "利用チャネル";
        ChannelLevel: "{channel}: how much it is used, 0 to 4", "{channel}：利用の度合い（0〜4）";
        NoChannels: "Channels of the project appear here.", "プロジェクトのチャネルがここに並びます。";
        Journeys: "Journeys of this person", "この人のジャーニー";
        NoJourneys: "No journeys for this person yet.", "この人のジャーニーはまだありません。";
        Organisation: "Organisation", "組織";
        Industry: "Industry", "業種";
        CompanySize: "Company size", "会社規模";
        Department: "Department", "部署";
        Title: "Job title", "役職";
        Authority: "Decision authority", "決裁権";
        Approval: "Approval route", "稟議ルート";
        Kpi: "KPIs", "KPI";
        ExtraName: "Field", "項目";
        ExtraValue: "Value", "内容";
        AddField: "Add a field", "項目を追加";
        RemoveField: "Remove {name}", "{name}を削除";
        Facts: "Facts", "プロフィール";
        Extra: "More about this persona", "その他の項目";
        Foot: "What it is based on", "根拠と管理";
        LabelAndValue: "{label}: {value}", "{label}：{value}";
        NothingYet: "Nothing has been filled in on this sheet yet.", "このシートはまだ記入されていません。";
        Add: "add", "追加";
        ShareOfCustomers: "{n} % of customers", "顧客の{n}%";
        Unnamed: "No name yet", "名前未設定";
    }
}
