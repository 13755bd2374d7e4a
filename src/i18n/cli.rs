//! Sentences of the command line.

messages! {
    /// What every command may say.
    CliText {
        NoWindow: "The window could not be opened ({reason}). Without a display, draw the map with: tabiji export FILE.ron -o map.png", "ウィンドウを開けませんでした（{reason}）。画面のない環境では、tabiji export FILE.ron -o map.png でマップを画像にできます。";
        NotYet: "This command is not part of this build.", "このビルドには、このコマンドはまだ含まれていません。";
    }
}
