//! Words of a presentation: on its slides, and its keys.

messages! {
    /// Words on the slides.
    PresentText {
        PhaseOf: "Phase {n} of {of}", "フェーズ {n}／{of}";
        StepOf: "Step {n} of {of}", "ステップ {n}／{of}";
        Whole: "The whole journey", "ジャーニー全体";
        NoSteps: "This journey has no steps yet. Leave with Esc and add the first one.", "このジャーニーにはまだステップがありません。Escで戻って、最初のステップを追加してください。";
        PhaseWithoutSteps: "No steps in this phase yet.", "このフェーズにはまだステップがありません。";
        StepWithoutCards: "Nothing has been written about this step yet.", "このステップにはまだ何も書かれていません。";
        Disagree: "Departments are {spread} apart", "部門の見方に{spread}の開き";
        Gap: "The team believes {value}, customers say {measured} ({low} to {high})", "見立て {value} に対し、実測は {measured}（{low}〜{high}）";
        Interval: "95 % interval {low} to {high}", "95%信頼区間 {low}〜{high}";
        Hidden: "Fewer than {floor} answers: not shown", "回答が{floor}件未満のため非表示";
        Feels: "{lane}: {value}, {word}", "{lane}：{value} {word}";
        Hint: "→ next   ? keys   Esc leave", "→ 次へ　　? キー一覧　　Esc 終了";
        Present: "Present", "発表";
        Slides: "Slide {n} of {of}", "スライド {n}／{of}";
        BlackScreen: "Black screen. Any key returns.", "画面を黒くしています。いずれかのキーで戻ります。";
        WhiteScreen: "White screen. Any key returns.", "画面を白くしています。いずれかのキーで戻ります。";
        Elapsed: "Elapsed {time}", "経過 {time}";
        Left: "{time} left", "残り {time}";
        Over: "Over by {time}", "{time} 超過";
        Paused: "paused", "一時停止中";
        KeysTitle: "Keys while presenting", "発表中のキー操作";
        KeysClose: "Any key closes this.", "いずれかのキーで閉じます。";
    }
}

messages! {
    /// What the keys do while presenting.
    PresentKeyText {
        Next: "Next slide (also a click or the wheel)", "次のスライド（クリック、ホイールも可）";
        Previous: "Previous slide (also a right click)", "前のスライド（右クリックも可）";
        NextPhase: "Next phase", "次のフェーズ";
        PreviousPhase: "Beginning of the phase, or the phase before", "フェーズの先頭、または前のフェーズ";
        First: "First slide", "最初のスライド";
        Last: "The whole map", "マップ全体";
        Jump: "Jump to a phase", "フェーズへ移動";
        Black: "Black screen", "画面を黒くする";
        White: "White screen", "画面を白くする";
        Laser: "Laser pointer (also by holding the mouse button)", "レーザーポインター（マウスの長押しも可）";
        Timer: "Start or pause the timer", "タイマーの開始／一時停止";
        Longer: "A minute more for the talk: counts down", "持ち時間を1分増やす（カウントダウン）";
        Shorter: "A minute less", "持ち時間を1分減らす";
        Reset: "Timer back to zero, hidden", "タイマーをリセットして隠す";
        Keys: "These keys", "このキー一覧";
        Leave: "Back to where you were", "元の画面に戻る";
    }
}
