//! Words of the export dialog, and why a picture file was not written.

messages! {
    /// Why there is no picture file.
    ExportText {
        WrongEnding: "{file}: the ending must be .png or .svg.", "{file}：拡張子は .png か .svg にしてください。";
        TooLarge: "The picture would be {width} × {height} pixels; the limit is {limit} per side. Choose a smaller width or scale, or SVG.", "画像が {width} × {height} ピクセルになります（上限は一辺 {limit}）。幅か倍率を小さくするか、SVGを選んでください。";
        WrongScale: "A scale of {scale} draws nothing. Choose a number above 0.", "倍率 {scale} では描画できません。0より大きい値にしてください。";
        Cancelled: "The export was stopped; no file was written.", "書き出しを中止しました。ファイルは作成していません。";
        NotWritten: "The picture could not be written ({reason}). Try again, or choose another place.", "画像を書き出せませんでした（{reason}）。もう一度試すか、別の場所を選んでください。";
        Fault: "Drawing stopped early; no file was written. This is a bug in Tabiji.", "描画が途中で止まったため、ファイルは作成していません。Tabijiの不具合です。";
    }
}

messages! {
    /// What pages say.
    PageText {
        Part: "{title} ({n}/{of})", "{title}（{n}/{of}）";
        Logo: "Logo", "ロゴ";
    }
}

messages! {
    /// The export dialog.
    ExportDialogText {
        Title: "Export a picture", "画像を書き出す";
        Subject: "Picture of", "書き出す対象";
        SheetOf: "Persona sheet: {name}", "ペルソナシート：{name}";
        Format: "Format", "形式";
        PngHint: "For slides, mail and chat", "スライド、メール、チャット向け";
        SvgHint: "Sharp at any size, editable in drawing programs", "拡大しても鮮明。描画ソフトで編集可能";
        Size: "Size", "サイズ";
        ScaleHint: "{n} × the size on paper", "紙面サイズの{n}倍";
        ByWidth: "Width", "幅を指定";
        ByWidthHint: "A fixed number of pixels across", "横幅をピクセルで指定";
        Width: "Width in pixels", "幅（ピクセル）";
        Pixels: "{width} × {height} px", "{width} × {height} px";
        MapUnits: "{width} × {height}, any size", "{width} × {height}（拡大縮小自由）";
        TooLarge: "Pictures over {limit} px per side cannot be drawn. Choose a smaller size, or SVG.", "一辺が {limit} px を超える画像は作成できません。小さくするか、SVGを選んでください。";
        WidthWrong: "Enter a width from {low} to {high}.", "{low}〜{high} の幅を入力してください。";
        Colours: "Theme", "テーマ";
        Language: "Language", "言語";
        Include: "What to include", "含める内容";
        Head: "Title strip", "タイトル欄";
        Foot: "Legend and sources", "凡例・出典";
        Voice: "Voice of the customer", "顧客の声";
        DepartmentCurves: "Department curves", "部門ごとの曲線";
        Known: "What is known", "根拠の割合";
        AsFiltered: "As filtered on screen", "画面の絞り込みを反映";
        Ground: "Background", "背景";
        Transparent: "Transparent", "透明";
        SaveAs: "Save as…", "保存先を選ぶ…";
        Close: "Close", "閉じる";
        Cancel: "Cancel", "キャンセル";
        Preview: "Preview", "プレビュー";
        Drawing: "Drawing…", "描画中…";
        Writing: "Writing {file}", "{file} を書き出し中";
        Saved: "Saved to {file}", "{file} に保存しました";
        PictureLeftOut: "{n} pictures could not be read and were left out.", "読み取れない画像{n}点を省きました。";
        PictureFiles: "Pictures", "画像";
        NoJourney: "What was to be drawn is no longer in the project. Choose something else.", "書き出す対象がプロジェクトにありません。別の対象を選んでください。";
        Light: "Light", "ライト";
        Dark: "Dark", "ダーク";
        Print: "Print", "印刷";
        HighContrast: "High contrast", "ハイコントラスト";
    }
}
