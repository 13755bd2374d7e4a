//! Words of the window round the canvas: bars, outline, messages, dialogs.

messages! {
    /// The window's own words.
    ShellText {
        Untitled: "Untitled", "無題";
        ProjectTitle: "Project title", "プロジェクト名";
        Saved: "Saved", "保存済み";
        SavedIn: "Saved in {folder}", "保存済み・{folder}";
        Unsaved: "Unsaved changes", "未保存の変更があります";
        NeverSaved: "Not saved to a file yet", "まだファイルに保存されていません";
        Home: "Back to the start page", "スタート画面に戻る";
        Map: "Map", "マップ";
        Personas: "Personas", "ペルソナ";
        Feedback: "Feedback", "顧客の声";
        MapTip: "The journey map (Alt+1)", "ジャーニーマップ（Alt+1）";
        PersonasTip: "The persona sheets (Alt+2)", "ペルソナシート（Alt+2）";
        FeedbackTip: "Customer feedback and what it says (Alt+3)", "顧客の声の取り込みと集計（Alt+3）";
        Save: "Save", "保存";
        SaveTip: "Save (Ctrl+S)", "保存（Ctrl+S）";
        SaveAs: "Save as…", "名前を付けて保存…";
        Export: "Export", "書き出す";
        ExportTip: "Export the map (Ctrl+E)", "マップを書き出す（Ctrl+E）";
        ZoomIn: "Zoom in (Ctrl++)", "拡大（Ctrl++）";
        ZoomOut: "Zoom out (Ctrl+−)", "縮小（Ctrl+−）";
        ZoomFit: "Show the whole map", "全体を表示";
        Zoom: "Zoom", "表示倍率";
        Journeys: "Journeys", "ジャーニー";
        Views: "Views", "ビュー";
        AddView: "Save the filter as a view", "絞り込みをビューとして保存";
        NoViews: "Saved filters appear here", "保存した絞り込みが並びます";
        Data: "Data", "データ";
        Departments: "Departments", "部門";
        AddJourney: "Add a journey", "ジャーニーを追加";
        AddPersona: "Add a persona", "ペルソナを追加";
        AddData: "Import feedback", "顧客の声を取り込む";
        AddDepartment: "Add a department", "部門を追加";
        Rename: "Rename (double-click)", "名前を変更（ダブルクリック）";
        MoveUp: "Move up", "上へ移動";
        MoveDown: "Move down", "下へ移動";
        Delete: "Delete", "削除";
        OutlineHint: "Double-click to rename, right-click for more", "ダブルクリックで名前を変更、右クリックでメニュー";
        NoJourneys: "No journeys yet", "ジャーニーはまだありません";
        NoPersonas: "No personas yet", "ペルソナはまだありません";
        NoData: "No feedback yet", "顧客の声はまだありません";
        NoDepartments: "No departments yet", "部門はまだありません";
        ChooseJourney: "There is no journey yet.", "ジャーニーがまだありません。";
        ChoosePersona: "There is no persona yet.", "ペルソナがまだありません。";
        NothingSelected: "Nothing selected", "選択なし";
        Selected: "Selected: {what}", "選択：{what}";
        SelectedMany: "Selected: {n}", "選択：{n}件";
        Language: "Language", "言語";
        Theme: "Theme", "テーマ";
        ThemeLight: "Light", "ライト";
        ThemeDark: "Dark", "ダーク";
        ThemeSystem: "Follow the system", "システムに合わせる";
        ThemeHighContrast: "High contrast", "ハイコントラスト";
        Cancel: "Cancel", "キャンセル";
        Ok: "OK", "OK";
        SaveBeforeClosing: "Save the changes?", "変更を保存しますか？";
        SaveBeforeClosingWhy: "“{title}” has unsaved changes. They will be lost if you do not save.", "「{title}」に保存していない変更があります。保存しないと失われます。";
        DontSave: "Don't save", "保存しない";
        CouldNotOpen: "The file could not be opened", "ファイルを開けませんでした";
        CouldNotSave: "The file could not be saved", "保存できませんでした";
        CouldNotReadPicture: "The picture could not be read", "画像を読み込めませんでした";
        OpenedWithLosses: "The file was damaged; what could be read is open", "ファイルが壊れていたため、読み取れた部分だけを開きました";
        KeptOpen: "Your work is still open here; nothing is lost.", "作業中の内容は開いたままで、失われていません。";
        OpenedMended: "The file did not fit together and was mended", "ファイルに矛盾があったため、直して開きました";
        LossesCopy: "Nothing is written yet. When you save over {file}, it is kept as it is beside the new one, named {copy}.", "ファイルにはまだ手を加えていません。\n上書き保存すると、今の {file} を {copy} という名前で同じフォルダーに残します。";
        LossesMore: "… and {n} more", "…ほか{n}件";
        CopyList: "Copy the list", "一覧をコピー";
        SaveElsewhere: "Save under another name…", "別の名前で保存…";
        GoOn: "Go on", "続ける";
        TryElsewhere: "Try another folder or another name.", "別のフォルダーや別の名前で試してください。";
        CheckFile: "Choose another file, or ask whoever sent it for a fresh copy.", "別のファイルを選ぶか、送り主に新しいファイルを依頼してください。";
        UsePngOrJpeg: "Use a PNG, JPEG or WebP picture.", "PNG、JPEG、WebPの画像を使ってください。";
        ProjectFiles: "Tabiji projects", "Tabijiのプロジェクト";
        Pictures: "Pictures", "画像";
        FeedbackFiles: "Feedback (CSV, Excel, JSON)", "顧客の声（CSV、Excel、JSON）";
        NoFileDialog: "The computer did not show its file dialog", "ファイルを選ぶ画面を表示できませんでした";
        FileDialogMissing: "Neither a desktop portal nor “zenity” answered.", "デスクトップポータルも zenity も応答しませんでした。";
        DropInstead: "Drop the file onto this window to open or import it. To be able to save, install “zenity” or a desktop portal.", "開く・読み込むときは、ファイルをこのウィンドウにドロップしてください。保存するには zenity またはデスクトップポータルをインストールしてください。";
        Columns: "n {n}", "n {n}";
        FindHint: "Find in all maps and personas", "すべてのマップとペルソナから検索";
        FindClose: "Close the search", "検索を閉じる";
        FoundNothing: "Not found", "見つかりません";
        FoundCount: "{at} of {n}", "{n}件中{at}件目";
        NothingFound: "No matching command.", "該当するコマンドがありません。";
        ProjectSaved: "The project was saved.", "保存しました。";
        SavedWithCopy: "Saved. The file as it was is kept beside it as {file}.", "保存しました。元のファイルは {file} として同じフォルダーに残しました。";
        FeedbackWaits: "Choose a template or open a project: {file} is read into it.", "プロジェクトを開くかテンプレートを選ぶと、{file} を取り込みます。";
        NotUsable: "{file} cannot be used here. Drop a project (.ron), answers (.csv, .tsv, .txt), or a picture on a persona.", "{file} は使えません。プロジェクト（.ron）、アンケート（.csv、.tsv、.txt）、またはペルソナの画面に画像を落としてください。";
        DropHere: "Drop the file here", "ここにファイルをドロップ";
    }
}

messages! {
    /// Names of the kinds of record.
    KindName {
        Department: "Department", "部門";
        Channel: "Channel", "チャネル";
        Persona: "Persona", "ペルソナ";
        Journey: "Journey", "ジャーニー";
        Phase: "Phase", "フェーズ";
        Step: "Step", "ステップ";
        Lane: "Lane", "レーン";
        Card: "Card", "カード";
        Emotion: "Emotion", "感情";
        Handoff: "Handoff", "引き継ぎ";
        Link: "Branch or loop", "分岐・ループ";
        Feedback: "Data set", "データ";
        Alias: "Name in the data", "データ上の名前";
        SavedView: "View", "ビュー";
        Conflict: "Conflict", "競合";
    }
}
