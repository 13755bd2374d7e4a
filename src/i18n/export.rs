//! Words of the export dialog, and why a picture file was not written.

messages! {
    /// Why there is no picture file.
    ExportText {
        WrongEnding: "{file}: the ending must be one of .pptx, .pdf, .png, .svg, .html, .xlsx, .csv, .md, .mmd.", "{file}：拡張子は .pptx、.pdf、.png、.svg、.html、.xlsx、.csv、.md、.mmd のいずれかにしてください。";
        TooLarge: "The picture would be {width} × {height} pixels; the limit is {limit} per side. Choose a smaller width or scale, or SVG.", "画像が {width} × {height} ピクセルになります（上限は一辺 {limit}）。幅か倍率を小さくするか、SVGを選んでください。";
        WrongScale: "A scale of {scale} draws nothing. Choose a number above 0.", "倍率 {scale} では描画できません。0より大きい値にしてください。";
        Nothing: "What was to be drawn is no longer in the project. Choose something else.", "書き出す対象がプロジェクトにありません。別の対象を選んでください。";
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
    /// Whether pages can be read.
    LegibleText {
        Slide: "Smallest type {pt} pt: readable from {m} m on a screen 2 m wide.", "最小の文字 {pt} pt：幅2 mのスクリーンで{m} m先まで読めます。";
        Paper: "Smallest type {pt} pt: readable from {m} m.", "最小の文字 {pt} pt：{m} m先まで読めます。";
        TooSmall: "Too small to read here: it should have {wanted} pt.", "この用紙では小さすぎます。目安は{wanted} pt以上です。";
    }
}

messages! {
    /// The export dialog.
    ExportDialogText {
        Title: "Export maps and sheets", "マップやシートを書き出す";
        MadeFor: "Made for", "用途";
        ForSlides: "Slides", "スライド";
        ForPoster: "A3 poster", "A3ポスター";
        ForWall: "Wall", "壁に貼る";
        ForMail: "Mail", "メール";
        Subject: "What to export", "書き出す対象";
        NothingChosen: "Choose at least one journey or persona.", "ジャーニーかペルソナを1つ以上選んでください。";
        Maps: "{maps} journeys", "ジャーニー {maps}件";
        Sheets: "{sheets} persona sheets", "ペルソナシート {sheets}件";
        MapsAndSheets: "Journeys: {maps}, persona sheets: {sheets}", "ジャーニー {maps}件、ペルソナシート {sheets}件";
        Phases: "Phases", "フェーズ";
        Lanes: "Lanes", "レーン";
        AllOf: "{things}: all", "{things}：すべて";
        SomeOf: "{things}: {n} of {of}", "{things}：{n}/{of}";
        Page: "Page", "ページ";
        NoPage: "As large as the map", "マップの大きさのまま";
        SlideOf: "Slide {name}", "スライド {name}";
        PaperOf: "Paper {name}", "用紙 {name}";
        Lying: "Landscape", "横";
        Upright: "Portrait", "縦";
        SplitLegible: "Readable", "読める大きさ";
        SplitLegibleTip: "A map too small to read becomes an overview and a page or more per phase.", "文字が小さくなりすぎるときは、全体図とフェーズごとのページに分けます。";
        SplitOne: "One page", "1ページ";
        SplitOneTip: "The whole map on one page, however small.", "小さくなっても、全体を1ページに収めます。";
        SplitPhases: "By phase", "フェーズごと";
        SplitPhasesTip: "An overview, then a page or more for each phase.", "全体図に続けて、フェーズごとのページを作ります。";
        SplitToRead: "Split by phase", "フェーズごとに分ける";
        PageBefore: "Page before", "前のページ";
        PageAfter: "Next page", "次のページ";
        PiecesOn: "In pieces on {name}", "{name}に分割して印刷";
        PiecesTip: "Sheets with overlap and cut marks, to be put together", "のりしろと切り取り線付きの用紙に分けます";
        Frame: "Round the map", "ページの余白に入れるもの";
        FrameTitle: "Title", "タイトル";
        FrameNote: "Project, date, n", "プロジェクト名・日付・n";
        FrameNumber: "Page numbers", "ページ番号";
        Version: "Version", "版";
        VersionHint: "Version, e.g. Draft 2", "版（例：ドラフト2）";
        ChooseLogo: "Logo…", "ロゴを選ぶ…";
        LogoChosen: "Logo", "ロゴ";
        RemoveLogo: "Remove the logo", "ロゴを外す";
        SavedSeveral: "Saved to {file} and {n} more beside it", "{file} とほか{n}件を保存しました";
        SheetOf: "Persona sheet: {name}", "ペルソナシート：{name}";
        Format: "Format", "形式";
        NoJourneyChosen: "This format holds journeys. Choose one.", "この形式で書き出せるのはジャーニーです。ジャーニーを選んでください。";
        PptxHint: "Slides with shapes that can be edited", "図形を編集できるスライド";
        PdfHint: "For printing and passing on", "印刷・配布向け";
        HtmlHint: "A page for any browser, to zoom and click", "ブラウザーで拡大・クリックできるページ";
        XlsxHint: "A table that can be edited and read back", "編集して読み込み直せる表";
        OpenedIn: "Opened in", "開くアプリ";
        ExcelMark: "Excel (UTF-8 mark)", "Excel（UTF-8のBOM付き）";
        CsvHint: "A plain table for other programs", "ほかのソフト向けの表";
        MarkdownHint: "Text for wikis and repositories", "Wikiなど向けのテキスト";
        MermaidHint: "Diagrams in text for documents", "文書に埋め込むテキストの図";
        Outlines: "Letters as shapes", "文字を図形にする";
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
        Light: "Light", "ライト";
        Dark: "Dark", "ダーク";
        Print: "Print", "印刷";
        HighContrast: "High contrast", "ハイコントラスト";
    }
}
