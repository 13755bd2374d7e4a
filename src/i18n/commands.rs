//! What the commands are called and what they do, and the names of what they make.

use super::Lang;

messages! {
    /// Names of the commands, as in menus and the palette.
    CommandName {
        New: "New project", "新規プロジェクト";
        Open: "Open…", "開く…";
        OpenExample: "Open the example", "サンプルを開く";
        Save: "Save", "保存";
        SaveAs: "Save as…", "名前を付けて保存…";
        ImportFeedback: "Import feedback…", "顧客の声を取り込む…";
        Export: "Export picture…", "画像に書き出す…";
        Quit: "Quit", "終了";
        Undo: "Undo", "元に戻す";
        Redo: "Redo", "やり直す";
        Duplicate: "Duplicate", "複製";
        Delete: "Delete", "削除";
        SelectAll: "Select all", "すべて選択";
        Rename: "Edit text", "文字を編集";
        MoveLeft: "Move left", "左へ移動";
        MoveRight: "Move right", "右へ移動";
        MoveUp: "Move up", "上へ移動";
        MoveDown: "Move down", "下へ移動";
        AddCard: "Add card", "カードを追加";
        AddStep: "Add step", "ステップを追加";
        AddPhase: "Add phase", "フェーズを追加";
        AddLane: "Add lane", "レーンを追加";
        AddJourney: "Add journey", "ジャーニーを追加";
        AddPersona: "Add persona", "ペルソナを追加";
        AddDepartment: "Add department", "部門を追加";
        AddChannel: "Add channel", "チャネルを追加";
        ZoomIn: "Zoom in", "拡大";
        ZoomOut: "Zoom out", "縮小";
        ZoomActual: "Zoom to 100 %", "等倍で表示";
        ZoomFit: "Fit the whole map", "全体を表示";
        ZoomSelection: "Zoom to selection", "選択範囲を表示";
        ViewStart: "Start page", "スタートページ";
        ViewMap: "Map", "マップ";
        ViewPersonas: "Personas", "ペルソナ";
        ViewFeedback: "Feedback", "顧客の声";
        ToggleOutline: "Show or hide the outline", "アウトラインの表示切り替え";
        ToggleInspector: "Show or hide the inspector", "インスペクターの表示切り替え";
        ThemeSystem: "Theme: as the system", "テーマ：システムに合わせる";
        ThemeLight: "Theme: light", "テーマ：ライト";
        ThemeDark: "Theme: dark", "テーマ：ダーク";
        ThemeHighContrast: "Theme: high contrast", "テーマ：ハイコントラスト";
        LanguageJapanese: "Language: 日本語", "言語：日本語";
        LanguageEnglish: "Language: English", "言語：English";
        Palette: "Find a command…", "コマンドを検索…";
        Help: "Keyboard shortcuts", "ショートカット一覧";
    }
}

messages! {
    /// What the commands do, in a sentence: tooltips, palette, help sheet.
    CommandHelp {
        New: "Starts a project from a template or an empty map.", "テンプレートまたは白紙から新しいプロジェクトを作ります。";
        Open: "Opens a project file.", "プロジェクトのファイルを開きます。";
        OpenExample: "Opens a finished project to look around in.", "完成したプロジェクトの見本を開きます。";
        Save: "Writes the project to its file.", "プロジェクトをファイルに保存します。";
        SaveAs: "Writes the project to another file and goes on with that one.", "別のファイルに保存し、以後はそのファイルで作業します。";
        ImportFeedback: "Reads a survey file and shows its figures on the steps.", "アンケートのファイルを読み込み、ステップごとに集計して表示します。";
        Export: "Writes the map as a picture, PNG or SVG.", "マップをPNGまたはSVGの画像に書き出します。";
        Quit: "Closes the program; asks first when something is not saved.", "アプリを終了します。保存していない変更があるときは確認します。";
        Undo: "Takes the last change back.", "直前の変更を取り消します。";
        Redo: "Does the change taken back again.", "取り消した変更をもう一度行います。";
        Duplicate: "Makes a copy of the selection beside it.", "選択中のものを隣に複製します。";
        Delete: "Deletes the selection with everything in it.", "選択中のものを、中身ごと削除します。";
        SelectAll: "Selects all cards of the map.", "マップのカードをすべて選びます。";
        Rename: "Edits the text of the selection in place.", "選択中のものの文字を、その場で編集します。";
        MoveLeft: "Moves the selection one place to the left.", "選択中のものを左へひとつ動かします。";
        MoveRight: "Moves the selection one place to the right.", "選択中のものを右へひとつ動かします。";
        MoveUp: "Moves the selection one place up.", "選択中のものを上へひとつ動かします。";
        MoveDown: "Moves the selection one place down.", "選択中のものを下へひとつ動かします。";
        AddCard: "Adds a card to the focused cell, after the selected card.", "フォーカス中のセルの、選択中のカードの次に追加します。";
        AddStep: "Adds a step after the selected one.", "選択中のステップの次に追加します。";
        AddPhase: "Adds a phase with one step after the selected one.", "選択中のフェーズの次に、ステップをひとつ付けて追加します。";
        AddLane: "Adds a lane of your own below the selected one.", "選択中のレーンの下に、自由なレーンを追加します。";
        AddJourney: "Adds a journey with the usual phases and lanes.", "標準のフェーズとレーンを備えたジャーニーを追加します。";
        AddPersona: "Adds a persona to the project.", "プロジェクトにペルソナを追加します。";
        AddDepartment: "Adds a department that takes part.", "参加する部門を追加します。";
        AddChannel: "Adds a channel that touchpoints can use.", "タッチポイントで使うチャネルを追加します。";
        ZoomIn: "Shows the map larger.", "マップを拡大します。";
        ZoomOut: "Shows the map smaller.", "マップを縮小します。";
        ZoomActual: "Shows the map at its own size.", "マップを原寸で表示します。";
        ZoomFit: "Shows the whole map in the window.", "マップ全体がウィンドウに収まるように表示します。";
        ZoomSelection: "Brings the selection into view, as large as it fits.", "選択中のものが画面いっぱいに収まるように表示します。";
        ViewStart: "Shows templates, examples and recent files.", "テンプレート、サンプル、最近使ったファイルを表示します。";
        ViewMap: "Shows the journey map.", "ジャーニーマップを表示します。";
        ViewPersonas: "Shows the personas and their sheets.", "ペルソナの一覧とシートを表示します。";
        ViewFeedback: "Shows the imported feedback and its figures.", "取り込んだ顧客の声と集計を表示します。";
        ToggleOutline: "Journeys, personas and data on the left.", "左側のジャーニー、ペルソナ、データの一覧を切り替えます。";
        ToggleInspector: "Everything about the selection on the right.", "右側の、選択中のものの詳細を切り替えます。";
        ThemeSystem: "Light or dark as the computer is set.", "パソコンの設定に合わせて明暗を切り替えます。";
        ThemeLight: "Dark text on light ground.", "明るい背景で表示します。";
        ThemeDark: "Light text on dark ground.", "暗い背景で表示します。";
        ThemeHighContrast: "The strongest contrast, for weak projectors.", "プロジェクターでも見やすい、最も強いコントラストで表示します。";
        LanguageJapanese: "Shows the program in Japanese.", "画面を日本語で表示します。";
        LanguageEnglish: "Shows the program in English.", "画面を英語で表示します。";
        Palette: "Searches all commands by name, in both languages.", "すべてのコマンドを日本語と英語の名前で検索します。";
        Help: "Shows all keyboard shortcuts.", "キーボードショートカットの一覧を表示します。";
    }
}

messages! {
    /// Headings of the menus and of the help sheet.
    MenuTitle {
        File: "File", "ファイル";
        Edit: "Edit", "編集";
        Insert: "Insert", "挿入";
        View: "View", "表示";
        Help: "Help", "ヘルプ";
    }
}

messages! {
    /// Names that new records get until somebody gives them better ones.
    NewName {
        Project: "New project", "新しいプロジェクト";
        Journey: "New journey", "新しいジャーニー";
        Phase: "New phase", "新しいフェーズ";
        Lane: "New lane", "新しいレーン";
        Persona: "New persona", "新しいペルソナ";
        Department: "New department", "新しい部門";
        Channel: "New channel", "新しいチャネル";
        CopyOf: "{name} (copy)", "{name}のコピー";
    }
}

/// The phases of a new journey (DOMAIN section 2): from before the purchase through to recommending.
#[must_use]
pub const fn usual_phases(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ja => &["認知", "興味・関心", "情報収集", "比較・検討", "購入", "利用", "継続・リピート", "推奨"],
        Lang::En => &["Aware", "Consider", "Buy", "Onboard", "Use", "Support", "Renew", "Advocate"],
    }
}
