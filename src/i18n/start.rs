//! Words of the start page.

messages! {
    /// The start page.
    StartText {
        Promise: "Draw it together, lay real voices over it,\nhand out the journey map at once.", "みんなで描き、本当の声と重ね、\nすぐに配れるジャーニーマップ。";
        Open: "Open a file   Ctrl+O", "ファイルを開く　Ctrl+O";
        OpenTip: "Open a project (Ctrl+O)", "プロジェクトを開く（Ctrl+O）";
        Example: "Open the example", "見本を開く";
        ExampleTip: "A finished map with feedback, to look around in", "フィードバック入りの完成したマップを見てみる";
        Drop: "Drop a project or a\nsurvey CSV here", "ここにプロジェクトや\nアンケートのCSVを落とす";
        Privacy: "Works on this computer only. No account, no connection.", "このパソコンの中だけで動きます。\nアカウントも通信も要りません。";
        Examples: "Finished examples", "完成した見本";
        CoatTitle: "Buying a winter coat", "冬物コートの購入";
        CoatAbout: "Shop, online shop and app · in Japanese", "店舗とECとアプリ、三部門の見立て";
        HotelTitle: "A weekend in a hotel", "ホテルの週末";
        HotelAbout: "Ten years married, two nights away", "結婚十年の二泊・英語";
        FromTemplate: "Start from a template", "テンプレートから始める";
        Recent: "Recent files", "最近のファイル";
        NoRecent: "Files that you open or save appear here.", "開いたり保存したりしたファイルがここに並びます。";
        TemplateTip: "Start with this template", "このテンプレートで始める";
        ForgetFile: "Take {name} off the list (the file stays)", "{name}を一覧から外す（ファイルは残ります）";
        OpenRecent: "Open {name}", "{name}を開く";
        Today: "Today", "今日";
        Missing: "not found", "見つかりません";
    }
}
