//! Words of the choice of emotion curves.

messages! {
    /// The choice of curves.
    CurvesText {
        Choose: "Curves shown…", "表示する曲線…";
        Shown: "Curves shown", "表示する曲線";
        Edited: "Curve edited", "編集する曲線";
        EditedHint: "＋ and − on the lane change this curve.", "感情曲線のセルで＋／−を押すと、この曲線が変わります。";
        Edit: "Edit “{curve}”", "「{curve}」を編集";
        Usual: "Back to the usual curves", "標準の表示に戻す";
    }
}
