//! Words of the persona sheet.

use crate::model::{Organisation, Persona};

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
        AgeHint: "34, or 30–39", "34歳、30代など";
        GenderHint: "if it matters", "必要な場合だけ";
        AreaHint: "where this person lives", "住んでいる地域";
        JobHint: "what this person does", "仕事と働き方";
        FamilyHint: "who lives with this person", "同居の家族など";
        IncomeHint: "a rough band", "およその幅";
        DevicesHint: "phone, PC, tablet …", "スマートフォン、PCなど";
        ValuesHint: "what matters most", "大切にしていること";
        LifestyleHint: "how the days go by", "ふだんの過ごし方";
        IndustryHint: "what the company does", "会社の事業";
        CompanySizeHint: "staff, sites, turnover", "従業員数、拠点、売上など";
        DepartmentHint: "where this person works", "所属する部署";
        TitleHint: "position in the company", "社内での立場";
        AuthorityHint: "what this person may decide", "一人で決められる範囲";
        ApprovalHint: "who else has to agree", "承認に関わる人と順番";
        KpiHint: "what this person is measured by", "この人が問われる成果";
        ExtraNameHint: "Field", "項目名";
        MoveFieldUp: "Move {name} up (Alt+↑)", "{name}を上へ移動（Alt+↑）";
        MoveFieldDown: "Move {name} down (Alt+↓)", "{name}を下へ移動（Alt+↓）";
        KindTip: "Which part of the sheet is used. What is filled in elsewhere is kept.", "シートで使う項目が変わります。ほかの種類で入力した内容も残ります。";
        GoalsHint: "What does this person want to get done?", "この人が成し遂げたいこと";
        PainsHint: "What gets in the way?", "困っていること、妨げになること";
        MotivationsHint: "What sets it off?", "行動のきっかけになること";
        SourcesHint: "Where does this person look things up?", "何を見て、誰に聞いて調べるか";
        Compare: "Compare", "比較";
        CompareTip: "Puts two personas side by side", "2人のペルソナを並べて比べます";
        CompareTitle: "Two personas side by side", "2人のペルソナの比較";
        CompareEnd: "Back to the sheet", "シートに戻る";
        CompareLeft: "Persona on the left", "左のペルソナ";
        CompareRight: "Persona on the right", "右のペルソナ";
        Swap: "Swap sides", "左右を入れ替える";
        OnlyDifferences: "Only differences", "違いのある項目だけ";
        CopyTable: "Copy as a table", "表としてコピー";
        CopyTableTip: "For Excel and Google Sheets", "ExcelやGoogleスプレッドシートに貼り付けられます";
        TableCopied: "The comparison is on the clipboard.", "比較表をクリップボードにコピーしました。";
        Differs: "Differs", "違いあり";
        Same: "Same", "同じ";
        DifferenceCount: "{n} of {total} fields differ", "{total}項目のうち{n}項目に違いがあります";
        NoDifferences: "These two sheets say the same.", "この2人のシートに違いはありません。";
        OnePersona: "Add a second persona to compare.", "比較するには、2人目のペルソナを追加してください。";
        ExportSheet: "Export sheet…", "シートを書き出す…";
        NotStated: "not stated", "未入力";
        Level: "{n} of {top}", "{n}／{top}";
        Add: "add", "追加";
        ShareOfCustomers: "{n} % of customers", "顧客の{n}%";
        Unnamed: "No name yet", "名前未設定";
    }
}

/// What is said of a persona in a few words each, with its names, in the order of the sheet.
#[must_use]
pub fn facts(persona: &Persona) -> [(PersonaText, &str); 9] {
    [
        (PersonaText::Age, &persona.age),
        (PersonaText::Gender, &persona.gender),
        (PersonaText::Area, &persona.area),
        (PersonaText::Job, &persona.job),
        (PersonaText::Family, &persona.family),
        (PersonaText::Income, &persona.income),
        (PersonaText::Devices, &persona.devices),
        (PersonaText::Values, &persona.values),
        (PersonaText::Lifestyle, &persona.lifestyle),
    ]
}

/// What is said of the company that a persona works for.
#[must_use]
pub fn company_facts(company: &Organisation) -> [(PersonaText, &str); 7] {
    [
        (PersonaText::Industry, &company.industry),
        (PersonaText::CompanySize, &company.company_size),
        (PersonaText::Department, &company.department),
        (PersonaText::Title, &company.title),
        (PersonaText::Authority, &company.authority),
        (PersonaText::Approval, &company.approval_route),
        (PersonaText::Kpi, &company.kpi),
    ]
}
