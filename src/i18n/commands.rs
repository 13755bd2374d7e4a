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
        ExportSheet: "Export persona sheet…", "ペルソナシートを書き出す…";
        Quit: "Quit", "終了";
        Undo: "Undo", "元に戻す";
        Redo: "Redo", "やり直す";
        Duplicate: "Duplicate", "複製";
        Delete: "Delete", "削除";
        SelectAll: "Select all", "すべて選択";
        Rename: "Edit text", "テキストを編集";
        MoveLeft: "Move left", "左へ移動";
        MoveRight: "Move right", "右へ移動";
        MoveUp: "Move up", "上へ移動";
        MoveDown: "Move down", "下へ移動";
        AddCard: "Add card", "カードを追加";
        AddStep: "Add step", "ステップを追加";
        AddPhase: "Add phase", "フェーズを追加";
        AddLane: "Add lane", "レーンを追加";
        AddBlueprint: "Add service blueprint lanes", "サービスブループリントのレーンを追加";
        PhasePresets: "Phases from a preset…", "フェーズをひな形から選ぶ…";
        LinkTo: "Link to…", "ほかのステップへつなぐ…";
        LinkThese: "Link these steps", "この2つのステップをつなぐ";
        SplitStep: "Split step", "ステップを分割";
        MergeSteps: "Merge steps", "ステップを結合";
        SplitPhase: "Split phase here", "ここでフェーズを分割";
        MergePhases: "Merge with the next phase", "次のフェーズと結合";
        EditHandoff: "Handoff to the next step…", "次のステップへの引き継ぎ…";
        ReverseLink: "Reverse the link", "つなぎの向きを逆にする";
        OtherLinkKind: "Branch ⇄ loop", "分岐とループを切り替え";
        SheetSize: "Size on a slide…", "スライドでの大きさ…";
        AddJourney: "Add journey", "ジャーニーを追加";
        AddPersona: "Add persona", "ペルソナを追加";
        AddDepartment: "Add department", "部門を追加";
        AddChannel: "Add channel", "チャネルを追加";
        ZoomIn: "Zoom in", "拡大";
        ZoomOut: "Zoom out", "縮小";
        ZoomActual: "Zoom to 100 %", "100%で表示";
        ZoomFit: "Fit the whole map", "全体を表示";
        ZoomSelection: "Zoom to selection", "選択範囲を表示";
        ViewStart: "Start page", "スタート画面";
        ViewMap: "Map", "マップ";
        ViewPersonas: "Personas", "ペルソナ";
        ViewFeedback: "Feedback", "顧客の声";
        ToggleOutline: "Show or hide the outline", "アウトラインの表示／非表示";
        ToggleInspector: "Show or hide the inspector", "インスペクターの表示／非表示";
        ThemeSystem: "Theme: follow the system", "テーマ：システムに合わせる";
        ThemeLight: "Theme: light", "テーマ：ライト";
        ThemeDark: "Theme: dark", "テーマ：ダーク";
        ThemeHighContrast: "Theme: high contrast", "テーマ：ハイコントラスト";
        LanguageJapanese: "Language: 日本語", "言語：日本語";
        LanguageEnglish: "Language: English", "言語：English";
        Palette: "Find a command…", "コマンドを検索…";
        Help: "Keyboard shortcuts", "キーボードショートカット";
    }
}

messages! {
    /// What the commands do, in a sentence: tooltips, palette, help sheet.
    CommandHelp {
        New: "Starts a project from a template or a blank map.", "テンプレートまたは白紙から新しいプロジェクトを作ります。";
        Open: "Opens a project file.", "プロジェクトのファイルを開きます。";
        OpenExample: "Opens a finished project to explore.", "完成済みのサンプルプロジェクトを開きます。";
        Save: "Saves the project to its file.", "プロジェクトをファイルに保存します。";
        SaveAs: "Saves to another file and continues with that one.", "別のファイルに保存し、以後はそのファイルで作業します。";
        ImportFeedback: "Reads a survey file and shows its figures on the steps.", "アンケートのファイルを読み込み、ステップごとに集計して表示します。";
        Export: "Saves the map as a PNG or SVG picture.", "マップをPNGまたはSVGの画像に書き出します。";
        ExportSheet: "Saves the persona's sheet as a PNG or SVG picture.", "ペルソナのシートをPNGまたはSVGの画像に書き出します。";
        Quit: "Closes the program. Asks first if there are unsaved changes.", "アプリを終了します。保存していない変更があるときは確認します。";
        Undo: "Undoes the last change.", "直前の変更を元に戻します。";
        Redo: "Redoes the change that was undone.", "元に戻した変更をやり直します。";
        Duplicate: "Makes a copy of the selection next to it.", "選択中の項目を隣に複製します。";
        Delete: "Deletes the selection and everything in it.", "選択中の項目を、中身ごと削除します。";
        SelectAll: "Selects all cards on the map.", "マップ上のカードをすべて選択します。";
        Rename: "Edits the text of the selection in place.", "選択中の項目のテキストをその場で編集します。";
        MoveLeft: "Moves the selection one place to the left.", "選択中の項目を1つ左へ移動します。";
        MoveRight: "Moves the selection one place to the right.", "選択中の項目を1つ右へ移動します。";
        MoveUp: "Moves the selection one place up.", "選択中の項目を1つ上へ移動します。";
        MoveDown: "Moves the selection one place down.", "選択中の項目を1つ下へ移動します。";
        AddCard: "Adds a card to the current cell, after the selected card.", "現在のセルで、選択中のカードの次に追加します。";
        AddStep: "Adds a step after the selected one.", "選択中のステップの次に追加します。";
        AddPhase: "Adds a phase with one step after the selected one.", "選択中のフェーズの次に、ステップを1つ付けて追加します。";
        AddLane: "Adds a custom lane below the selected one.", "選択中のレーンの下にカスタムレーンを追加します。";
        AddBlueprint: "Adds evidence, frontstage, backstage and support with the lines between them.", "物的証拠、フロントステージ、バックステージ、支援プロセスを、間の線とともに追加します。";
        PhasePresets: "Shows sets of phases to choose from; yours keep their steps.", "フェーズのひな形から選びます。今あるステップはそのまま残ります。";
        LinkTo: "Draws a branch or a loop from the selected step to another one.", "選択中のステップから別のステップへ、分岐やループをつなぎます。";
        LinkThese: "Draws a branch or a loop from the step picked first to the other one.", "先に選んだステップからもう一方へ、分岐やループをつなぎます。";
        SplitStep: "Makes two steps of one; the selected cards move to the second.", "ステップを2つに分け、選択中のカードを後半へ移します。";
        MergeSteps: "Makes one step of the selected ones, or of this one and the next; nothing is lost.", "選択中のステップ（1つなら次のステップも）を1つにまとめます。内容は失われません。";
        SplitPhase: "Begins a new phase at the selected step.", "選択中のステップから新しいフェーズを始めます。";
        MergePhases: "Makes one phase of the selected ones, or of this one and the next.", "選択中のフェーズ（1つなら次のフェーズも）を1つにまとめます。";
        EditHandoff: "Asks what is carried over to the next step.", "次のステップへ何が引き継がれるかを記入します。";
        ReverseLink: "Makes the selected branch or loop lead the other way.", "選択中の分岐・ループの向きを逆にします。";
        OtherLinkKind: "Makes the selected branch a loop, or the loop a branch.", "選択中の分岐をループに、ループを分岐に変えます。";
        SheetSize: "Shows how large the type is on a slide or on paper, and what helps.", "スライドや紙での文字の大きさと、読みやすくする方法を表示します。";
        AddJourney: "Adds a journey with the usual phases and lanes.", "標準のフェーズとレーンを備えたジャーニーを追加します。";
        AddPersona: "Adds a persona to the project.", "プロジェクトにペルソナを追加します。";
        AddDepartment: "Adds a department taking part in the workshop.", "ワークショップに参加する部門を追加します。";
        AddChannel: "Adds a channel that touchpoints can use.", "タッチポイントで使うチャネルを追加します。";
        ZoomIn: "Makes the map larger.", "マップを拡大します。";
        ZoomOut: "Makes the map smaller.", "マップを縮小します。";
        ZoomActual: "Shows the map at 100 %.", "マップを100%の大きさで表示します。";
        ZoomFit: "Fits the whole map into the window.", "マップ全体がウィンドウに収まるように表示します。";
        ZoomSelection: "Fits the selection into the window.", "選択中の項目がウィンドウいっぱいに収まるように表示します。";
        ViewStart: "Shows templates, examples and recent files.", "テンプレート、サンプル、最近使ったファイルを表示します。";
        ViewMap: "Shows the journey map.", "ジャーニーマップを表示します。";
        ViewPersonas: "Shows the personas and their sheets.", "ペルソナの一覧とシートを表示します。";
        ViewFeedback: "Shows the imported feedback and its figures.", "取り込んだ顧客の声と集計を表示します。";
        ToggleOutline: "The list of journeys, personas and data on the left.", "左側に、ジャーニー、ペルソナ、データの一覧を表示します。";
        ToggleInspector: "The details of the selection on the right.", "右側に、選択中の項目の詳細を表示します。";
        ThemeSystem: "Light or dark, following the computer's setting.", "パソコンの設定に合わせて明暗を切り替えます。";
        ThemeLight: "Dark text on a light background.", "明るい背景で表示します。";
        ThemeDark: "Light text on a dark background.", "暗い背景で表示します。";
        ThemeHighContrast: "The strongest contrast, for weak projectors.", "最も強いコントラストで表示します。暗いプロジェクターでも読めます。";
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
        SecondPart: "{name} (2)", "{name}（2）";
        CopyOf: "{name} (copy)", "{name}のコピー";
    }
}

/// The phases of a new journey: from before the purchase through to recommending.
#[must_use]
pub const fn usual_phases(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ja => &["認知", "興味・関心", "情報収集", "比較・検討", "購入", "利用", "継続・リピート", "推奨"],
        Lang::En => &["Aware", "Consider", "Buy", "Onboard", "Use", "Support", "Renew", "Advocate"],
    }
}
