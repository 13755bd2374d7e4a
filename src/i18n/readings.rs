//! How names are read aloud 読み, in hiragana: what a Japanese user types before choosing kanji. Words that are kana or
//! Latin letters anyway need no reading of their own, but have one here so that nobody has to think about it.

use super::commands::CommandName;
use crate::model::ChannelKind;

/// Something whose Japanese name has a reading.
pub trait Reading: Copy {
    /// How the Japanese name is read, in hiragana.
    fn reading(self) -> &'static str;
}

macro_rules! readings {
    ($type:ident { $( $key:ident $reading:literal; )* }) => {
        impl Reading for $type {
            fn reading(self) -> &'static str {
                match self {
                    $( Self::$key => $reading, )*
                }
            }
        }
    };
}

readings! {
    CommandName {
        New "しんきぷろじぇくと";
        Open "ひらく";
        OpenExample "さんぷるをひらく";
        Save "ほぞん";
        ToggleAutosave "じどうほぞんのおん／おふ";
        SaveAs "なまえをつけてほぞん";
        MakeContribution "ぶもんようのこぴーをさくせい";
        MergeCopies "こぴーをまーじ";
        KeepState "いまのじょうたいをなまえをつけてのこす";
        KeptStates "のこしたじょうたいのいちらん";
        NextConflict "つぎのきょうごう";
        ConflictStanding "きょうごう：げんざいのあたいのままにする";
        ConflictKept "きょうごう：もうひとつのあたいにする";
        ConflictBoth "きょうごう：りょうほうをつかう";
        ImportMap "まっぷをとりこむ";
        ImportFeedback "こきゃくのこえをとりこむ";
        Export "がぞうにかきだす";
        ExportSheet "ぺるそなしーとをかきだす";
        Quit "しゅうりょう";
        Undo "もとにもどす";
        Redo "やりなおす";
        Duplicate "ふくせい";
        Delete "さくじょ";
        SelectAll "すべてせんたく";
        Rename "てきすとをへんしゅう";
        Find "けんさく";
        FindNext "つぎをけんさく";
        FindPrevious "まえをけんさく";
        MoveLeft "ひだりへいどう";
        MoveRight "みぎへいどう";
        MoveUp "うえへいどう";
        MoveDown "したへいどう";
        EvidenceAssumed "こんきょ：かせつ";
        EvidencePartly "こんきょ：いちぶかくにん";
        EvidenceResearched "こんきょ：ちょうさずみ";
        VoteAdd "いっぴょういれる";
        VoteTake "いっぴょうとりけす";
        SetAuthor "きにゅうぶもんをせってい";
        NextWriter "つぎのぶもんとしてきにゅう";
        ToggleFilter "しぼりこみばーのひょうじ／ひひょうじ";
        ClearFilter "すべてのかーどをひょうじ";
        ToggleAnswers "かいとうのしぼりこみのひょうじ／ひひょうじ";
        ClearAnswers "すべてのかいとうをしゅうけい";
        SwitchOthers "たいしょうがいのかーど：うすくひょうじ／ひひょうじ";
        ToggleKnown "ふぇーずごとのこんきょのわりあいをひょうじ";
        SaveView "しぼりこみをびゅーとしてほぞん";
        ShowView1 "びゅー1";
        ShowView2 "びゅー2";
        ShowView3 "びゅー3";
        ShowView4 "びゅー4";
        ShowView5 "びゅー5";
        ShowView6 "びゅー6";
        ShowView7 "びゅー7";
        ShowView8 "びゅー8";
        ShowView9 "びゅー9";
        AddCard "かーどをついか";
        AddStep "すてっぷをついか";
        InsertStepBefore "まえにすてっぷをそうにゅう";
        AddPhase "ふぇーずをついか";
        AddLane "れーんをついか";
        AddJourney "じゃーにーをついか";
        AddPersona "ぺるそなをついか";
        AddDepartment "ぶもんをついか";
        AddChannel "ちゃねるをついか";
        ZoomIn "かくだい";
        ZoomOut "しゅくしょう";
        ZoomActual "100%でひょうじ";
        ZoomFit "ぜんたいをひょうじ";
        ZoomSelection "せんたくはんいをひょうじ";
        ViewStart "すたーとがめん";
        ViewMap "まっぷ";
        ViewPersonas "ぺるそな";
        NextCurve "つぎのかんじょうきょくせん";
        ChooseCurves "ひょうじするかんじょうきょくせん";
        ComparePersonas "ぺるそなをひかく";
        ViewFeedback "こきゃくのこえ";
        ToggleOutline "あうとらいんのひょうじ／ひひょうじ";
        ToggleInspector "いんすぺくたーのひょうじ／ひひょうじ";
        ThemeSystem "てーま：しすてむにあわせる";
        ThemeLight "てーま：らいと";
        ThemeDark "てーま：だーく";
        ThemeHighContrast "てーま：はいこんとらすと";
        LanguageJapanese "げんご：にほんご";
        LanguageEnglish "げんご：えいご";
        OpenCell "ひらく・へんしゅうする";
        TypeOver "うわがきにゅうりょく";
        SetEmotion "かんじょうのあたいをにゅうりょく";
        RaiseEmotion "かんじょうをあげる";
        LowerEmotion "かんじょうをさげる";
        GoLeft "ひだりへすすむ";
        GoRight "みぎへすすむ";
        GoUp "うえへすすむ";
        GoDown "したへすすむ";
        GoNextStep "つぎのすてっぷへ";
        GoStepBefore "まえのすてっぷへ";
        GoRowStart "れーんのせんとうへ";
        GoRowEnd "れーんのまつびへ";
        GoFirst "さいしょのせるへ";
        GoLast "さいごのせるへ";
        GoEdgeLeft "でーたのひだりはしへ";
        GoEdgeRight "でーたのみぎはしへ";
        GoEdgeUp "でーたのじょうたんへ";
        GoEdgeDown "でーたのかたんへ";
        PageUp "いちがめんうえへ";
        PageDown "いちがめんしたへ";
        PageLeft "いちがめんひだりへ";
        PageRight "いちがめんみぎへ";
        ExtendLeft "せんたくはんいをひだりへひろげる";
        ExtendRight "せんたくはんいをみぎへひろげる";
        ExtendUp "せんたくはんいをうえへひろげる";
        ExtendDown "せんたくはんいをしたへひろげる";
        ExtendEdgeLeft "せんたくはんいをひだりはしまでひろげる";
        ExtendEdgeRight "せんたくはんいをみぎはしまでひろげる";
        ExtendEdgeUp "せんたくはんいをじょうたんまでひろげる";
        ExtendEdgeDown "せんたくはんいをかたんまでひろげる";
        ContextMenu "こんてきすとめにゅーをひらく";
        ClearSelection "せんたくをかいじょ";
        HoldToPan "まっぷをうごかす";
        TypingNext "かくていしてつぎへ";
        TypingBefore "かくていしてまえへ";
        TypingNextStep "かくていしてつぎのすてっぷへ";
        TypingStepBefore "かくていしてまえのすてっぷへ";
        TypingBreak "かいぎょう";
        TypingCancel "にゅうりょくをとりけす";
        AddBlueprint "さーびすぶるーぷりんとのれーんをついか";
        PhasePresets "ふぇーずをひながたからえらぶ";
        LinkTo "ほかのすてっぷへつなぐ";
        LinkThese "このふたつのすてっぷをつなぐ";
        SplitStep "すてっぷをぶんかつ";
        MergeSteps "すてっぷをけつごう";
        SplitPhase "ここでふぇーずをぶんかつ";
        MergePhases "つぎのふぇーずとけつごう";
        AssignName "かいとうのなまえをすてっぷにわりあてる";
        EditHandoff "つぎのすてっぷへのひきつぎ";
        ReverseLink "つなぎのむきをぎゃくにする";
        OtherLinkKind "ぶんきとるーぷをきりかえ";
        SheetSize "すらいどでのおおきさ";
        MakeToBe "りそうをつくる";
        CompareAsIs "げんじょうをひょうじ";
        CompareToBe "りそうをひょうじ";
        CompareBeside "げんじょうとりそうをならべてひょうじ";
        CompareOverlaid "げんじょうとりそうをかさねてひょうじ";
        BringBack "げんじょうからもどす";
        ShowChanges "げんじょうからりそうへのへんこうてん";
        NextChange "つぎのへんこうてん";
        PreviousChange "まえのへんこうてん";
        Cut "きりとり";
        Copy "こぴー";
        CopyPicture "がぞうとしてこぴー";
        Paste "はりつけ";
        Present "はっぴょうをかいし";
        PresentHere "せんたくちゅうのすてっぷからはっぴょう";
        InterfaceLarger "がめんをおおきくする";
        InterfaceSmaller "がめんをちいさくする";
        InterfaceUsual "がめんのおおきさを100%にもどす";
        NextRegion "つぎのりょういきへいどう";
        PreviousRegion "まえのりょういきへいどう";
        Wider "はばをひろげる";
        Narrower "はばをせばめる";
        Taller "たかさをふやす";
        Shorter "たかさをへらす";
        UsualSize "ひょうじゅんのおおきさにもどす";
        SpanMore "かーどをつぎのすてっぷまでのばす";
        SpanLess "かーどをいちすてっぷちぢめる";
        Lanes "れーんのいちらん";
        CollapseLane "れーんをおりたたむ／てんかい";
        HideLane "れーんをひひょうじ";
        ShowAllLanes "すべてのれーんをひょうじ";
        Palette "こまんどをけんさく";
        Help "きーぼーどしょーとかっと";
    }
}

readings! {
    ChannelKind {
        Email "めーる";
        Sns "えすえぬえす";
        Web "うぇぶ";
        Phone "でんわ";
        LiveChat "ゆうじんちゃっと";
        Shop "てんぽ みせ";
        Line "らいん";
        App "あぷり";
        Ec "いーしー";
        Chatbot "ちゃっとぼっと";
        Faq "えふえーきゅー よくあるしつもん";
        Community "こみゅにてぃ";
        Advertising "こうこく";
        LandingPage "えるぴー らんでぃんぐぺーじ";
        Flyer "ちらし くーぽん";
        WordOfMouth "くちこみ";
        FrontDesk "うけつけ";
        Sms "えすえむえす";
        DirectMail "でぃーえむ だいれくとめーる";
        Sales "えいぎょうたんとう";
        Event "いべんと";
        Kiosk "きおすくたんまつ";
        Delivery "はいそう";
        Payment "けっさい";
        Other "そのた";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn readings_are_hiragana_and_agree_with_the_kana_of_the_names() {
        for name in CommandName::ALL {
            let reading = name.reading();
            assert!(!reading.is_empty(), "{name:?} has no reading: {}", name.text(Lang::Ja));
            let is_reading = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー' | '／' | '：' | '・' | '0'..='9' | '%');
            assert!(reading.chars().all(is_reading), "{name:?}: {reading}");
            // Every kana of the name is heard in its reading, in order.
            let mut rest = reading.chars();
            for kana in crate::base::folded(name.text(Lang::Ja)).chars().filter(|c| matches!(c, 'ぁ'..='ゖ')) {
                assert!(rest.any(|c| c == kana), "{name:?}: {reading}");
            }
        }
    }
}
