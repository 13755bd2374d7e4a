//! Words of copying and pasting.

messages! {
    /// Copying and pasting.
    ClipText {
        Phase: "Phase", "フェーズ";
        Step: "Step", "ステップ";
        Copied: "Copied: {what}", "コピーしました：{what}";
        Cut: "Cut: {what}", "切り取りました：{what}";
        Pasted: "Pasted: {what}", "貼り付けました：{what}";
        PictureCopied: "Copied as a picture.", "画像としてコピーしました。";
        PicturePasted: "Pasted: picture", "貼り付けました：画像";
        PictureTooLarge: "The picture could not be drawn. Select fewer things and try again.", "画像を作成できませんでした。選択範囲を狭くして、もう一度お試しください。";
        NothingToPaste: "The clipboard is empty. Copy something first.", "クリップボードが空です。先にコピーしてください。";
        PictureWhere: "Select the step that gets the picture first, or show a persona.", "画像を入れるステップを選択するか、ペルソナを表示してから貼り付けてください。";
        NoMap: "Open a map first, then paste there.", "マップを表示してから貼り付けてください。";
        NothingPlaced: "Nothing in there fits here: {what}", "ここに貼り付けられる内容がありません：{what}";
        NoTable: "There is no table on the clipboard. Copy cells in Excel or Google Sheets first.", "クリップボードに表がありません。先にExcelやGoogleスプレッドシートでセルをコピーしてください。";
        TooMuch: "That is more than a map can hold ({n} cells). Copy a part of it.", "量が多すぎて貼り付けられません（{n}セル）。一部だけをコピーしてください。";
        OneOf: "{kind}", "{kind}1件";
        SeveralOf: "{n} × {kind}", "{kind}{n}件";
        CellContent: "content of cells", "セルの内容";
        And: " and ", "・";
        OneCard: "1 card", "カード1枚";
        Cards: "{n} cards", "カード{n}枚";
        OneValue: "1 value", "値1件";
        Values: "{n} values", "値{n}件";
        OneLane: "1 lane", "1レーン";
        Lanes: "{n} lanes", "{n}レーン";
        OneStep: "1 step", "1ステップ";
        Steps: "{n} steps", "{n}ステップ";
        Into: "{what} into {lanes} × {steps}", "{what} → {lanes} × {steps}";
        OneNewPhase: "1 new phase", "新規フェーズ1件";
        NewPhases: "{n} new phases", "新規フェーズ{n}件";
        OneNewStep: "1 new step", "新規ステップ1件";
        NewSteps: "{n} new steps", "新規ステップ{n}件";
        OneNewLane: "1 new lane", "新規レーン1件";
        NewLanes: "{n} new lanes", "新規レーン{n}件";
        OneNewChannel: "1 new channel", "新規チャネル1件";
        NewChannels: "{n} new channels", "新規チャネル{n}件";
        PreviewTitle: "Paste preview", "貼り付けのプレビュー";
        Keys: "Enter pastes · Esc cancels · arrows move it", "Enterで貼り付け　Escで中止　矢印キーで移動";
        KeysFixed: "Enter pastes · Esc cancels", "Enterで貼り付け　Escで中止";
        Transpose: "Swap rows and columns", "行と列を入れ替える";
        Paste: "Paste", "貼り付け";
        Cancel: "Cancel", "中止";
        OneLeftover: "1 cell has no place", "1セルは貼り付けられません";
        Leftovers: "{n} cells have no place", "{n}セルは貼り付けられません";
        LeftoverLine: "Row {row}, column {column} “{text}”: {why}", "{row}行{column}列「{text}」：{why}";
        MoreLeftovers: "and {n} more", "ほか{n}件";
        NoLane: "no lane is left below", "下にレーンがありません";
        NoEmotion: "not a number from −2 to +2", "−2〜+2の数値ではありません";
        NoLevel: "not a level", "段階の数値ではありません";
        NoDepartment: "no department of this name", "この名前の部門がありません";
        NoText: "this lane takes no text", "このレーンには文字を入れられません";
        PastedProject: "Pasted map", "貼り付けたマップ";
        FromExcel: "Paste from Excel   Ctrl+V", "Excelから貼り付け　Ctrl+V";
        FromExcelTip: "Copy cells in Excel or Google Sheets, then make a map of them here (Ctrl+V)", "ExcelやGoogleスプレッドシートでコピーした表からマップを作る（Ctrl+V）";
    }
}
