//! Words of the start page.

messages! {
    /// The start page.
    StartText {
        Promise: "Map the journey together, check it against\nreal customer feedback, share it right away.", "みんなで描き、本当の声と重ね、\nすぐに配れるジャーニーマップ。";
        Open: "Open a file   Ctrl+O", "ファイルを開く　Ctrl+O";
        OpenTip: "Open a project (Ctrl+O)", "プロジェクトを開く（Ctrl+O）";
        Example: "Open the example", "サンプルを開く";
        ExampleTip: "A finished map with feedback, ready to explore", "顧客の声まで入った完成済みのマップを開く";
        Drop: "Drop a project or a\nsurvey file here", "ここにプロジェクトや\nアンケートのファイルをドロップ";
        Privacy: "Works on this computer only. No account, no connection.", "このパソコンの中だけで動きます。\nアカウントも通信も要りません。";
        Examples: "Finished examples", "完成済みのサンプル";
        CoatTitle: "Buying a winter coat", "冬物コートの購入";
        CoatAbout: "Shop, online shop and app · in Japanese", "店舗・EC・アプリ、3部門の見立て";
        HotelTitle: "A weekend in a hotel", "週末のホテル滞在";
        HotelAbout: "Tenth anniversary, two nights away", "結婚10周年の2泊・英語のサンプル";
        FromTemplate: "Start from a template", "テンプレートから始める";
        Recent: "Recent files", "最近使ったファイル";
        NoRecent: "Files that you open or save appear here.", "開いたり保存したりしたファイルがここに並びます。";
        TemplateTip: "Start with this template", "このテンプレートで始める";
        ForgetFile: "Remove {name} from the list (the file stays)", "{name}を一覧から外す（ファイルは残ります）";
        OpenRecent: "Open {name}", "{name}を開く";
        Today: "Today", "今日";
        Missing: "not found", "見つかりません";
    }
}
