//! Sentences of the command line.

messages! {
    /// What every command may say.
    CliText {
        NoWindow: "The window could not be opened ({reason}). Without a display, draw the map with: tabiji export FILE.ron -o map.png", "ウィンドウを開けませんでした（{reason}）。画面のない環境では、tabiji export FILE.ron -o map.png でマップを画像にできます。";
        NotYet: "This command is not part of this build.", "このビルドには、このコマンドはまだ含まれていません。";
    }
}

messages! {
    /// What `tabiji check` says.
    CheckText {
        Sound: "{file} is sound (journeys: {journeys}, steps: {steps}, cards: {cards}, personas: {personas}).", "{file} に問題はありません（ジャーニー{journeys}、ステップ{steps}、カード{cards}、ペルソナ{personas}）。";
        Findings: "{file}: {n} to report (journeys: {journeys}, steps: {steps}, cards: {cards}, personas: {personas}).", "{file}：{n}件の報告があります（ジャーニー{journeys}、ステップ{steps}、カード{cards}、ペルソナ{personas}）。";
        Unchanged: "This is what opening the file does; the file itself is unchanged.", "これはファイルを開くときに行われる処理です。ファイル自体は変更していません。";
    }
}
