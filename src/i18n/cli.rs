//! Sentences of the command line.

messages! {
    /// What every command may say.
    CliText {
        NoWindow: "The window could not be opened ({reason}). Draw the map as a picture instead: tabiji export FILE.ron -o map.png", "ウィンドウを開けませんでした（{reason}）。tabiji export FILE.ron -o map.png でマップを画像に書き出せます。";
    }
}

messages! {
    /// Why there is no window.
    NoWindowText {
        NoDisplay: "there is no display", "ディスプレイが見つかりません";
        Refused: "the screen refused a window", "画面側でウィンドウを開けません";
        NoOpenGl: "drawing with OpenGL does not work here", "OpenGLで描画できません";
    }
}

messages! {
    /// What `tabiji check` says.
    CheckText {
        Sound: "{file} is sound (journeys: {journeys}, steps: {steps}, cards: {cards}, personas: {personas}).", "{file} に問題はありません（ジャーニー{journeys}、ステップ{steps}、カード{cards}、ペルソナ{personas}）。";
        Findings: "{file}: {n} to report (journeys: {journeys}, steps: {steps}, cards: {cards}, personas: {personas}).", "{file}：{n}件の報告があります（ジャーニー{journeys}、ステップ{steps}、カード{cards}、ペルソナ{personas}）。";
        Unchanged: "This is what happens when the file is opened; the file itself is unchanged.", "これはファイルを開くときに行われる処理です。ファイル自体は変更していません。";
    }
}

messages! {
    /// What `tabiji new`, `templates` and `export` say.
    MakeText {
        NoTemplate: "There is no template “{key}”. Choose one of: {known}", "「{key}」というテンプレートはありません。次から選んでください：{known}";
        TemplateFault: "The template “{key}” could not be used ({reason}). This is a bug in Tabiji.", "テンプレート「{key}」を使えませんでした（{reason}）。Tabijiの不具合です。";
        Exists: "{file} already exists and was left alone. Choose another name, or delete it first.", "{file} はすでにあるため、書き込みませんでした。別の名前にするか、先に削除してください。";
        Made: "{file} is ready. Open it with: tabiji {file}", "{file} を作成しました。tabiji {file} で開けます。";
        NoJourneys: "{file} has no journey to draw. Add one in the window first.", "{file} にはジャーニーがありません。先にウィンドウで追加してください。";
        NoSuchJourney: "{file} has no journey called “{wanted}”. It has: {known}", "{file} に「{wanted}」というジャーニーはありません。含まれるジャーニー：{known}";
        SeveralJourneys: "{file} has several journeys called “{wanted}”. Choose one by its id: {known}", "{file} には「{wanted}」が複数あります。IDで指定してください：{known}";
        NoPersonas: "{file} has no persona to draw. Add one in the window first.", "{file} にはペルソナがありません。先にウィンドウで追加してください。";
        NoSuchPersona: "{file} has no persona called “{wanted}”. It has: {known}", "{file} に「{wanted}」というペルソナはありません。含まれるペルソナ：{known}";
        NoSuchView: "{file} has no view called “{wanted}”. It has: {known}", "{file} に「{wanted}」というビューはありません。含まれるビュー：{known}";
        SeveralViews: "{file} has several views called “{wanted}”. Choose one by its id: {known}", "{file} には「{wanted}」というビューが複数あります。IDで指定してください：{known}";
        NoViews: "{file} has no saved views. Save a filter as a view in the window first.", "{file} には保存したビューがありません。先にウィンドウで絞り込みをビューとして保存してください。";
        SeveralPersonas: "{file} has several personas called “{wanted}”. Choose one by its id: {known}", "{file} には「{wanted}」というペルソナが複数います。IDで指定してください：{known}";
        NoPair: "{file} has no to-be of “{wanted}” to compare with. Make one in the window first.", "{file} には「{wanted}」と比較できる理想がありません。先にウィンドウで作成してください。";
        Damaged: "Parts of {file} are damaged; the picture shows what could be read. For details, run: tabiji check {file}", "{file} の一部が壊れています。読み取れた内容だけを描画しました。詳しくは tabiji check {file} で確認できます。";
        Drawn: "{file}: {width} × {height} pixels", "{file}：{width} × {height} ピクセル";
        DrawnSvg: "{file}: SVG, {width} × {height}", "{file}：SVG、{width} × {height}";
        Bound: "{file}: {pages} pages", "{file}：{pages}ページ";
        Written: "{file}: written", "{file}：書き出しました";
        Drawing: "Drawing {file}: {percent}", "{file} を描画中：{percent}";
        PictureLeftOut: "A picture could not be read and was left out: {label}", "読み取れない画像を省きました：{label}";
    }
}

messages! {
    /// What `tabiji import` says.
    ImportText {
        Maps: "Brought in: {maps} journeys, {steps} new steps, {cards} cards", "取り込みました：ジャーニー{maps}件、新しいステップ{steps}件、カード{cards}枚";
        Changes: "Changes made: {n}", "反映した変更：{n}件";
        Saved: "Saved: {file}", "保存しました：{file}";
        Exists: "{file} is there already. Name another file, or bring it in with --into.", "{file} はすでにあります。別の名前にするか、--into で取り込み先に指定してください。";
        Damaged: "Parts of {file} are damaged; what could be read was used. For details, run: tabiji check {file}", "{file} の一部が壊れています。読み取れた内容を使いました。詳しくは tabiji check {file} で確認できます。";
        NoJourney: "There is no journey “{journey}” in the project.", "プロジェクトに「{journey}」というジャーニーがありません。";
    }
}
