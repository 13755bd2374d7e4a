//! Words for what becomes of a file when there is a data set with the same columns, and for the list of names.

messages! {
    /// Where the answers of a file go.
    ArrivalText {
        Title: "Where do these answers go?", "この回答をどこに入れますか";
        AnotherSet: "Imported file with the same columns", "同じ列で取り込み済みのファイル";
        Add: "Add to “{name}”", "「{name}」に追加する";
        AddWhy: "{n} answers join the {there} that are there.", "いまの{there}件に、{n}件を加えます。";
        Replace: "Replace “{name}”", "「{name}」を置き換える";
        ReplaceWhy: "The {there} answers that are there make way for the {n} of this file.", "いまの{there}件を外し、このファイルの{n}件にします。";
        Own: "Keep as a data set of its own", "別のデータとして取り込む";
        OwnWhy: "Counted together with “{name}”, but listed, renamed and deleted by itself.", "集計には「{name}」と合わせて入りますが、一覧では別のファイルとして扱います。";
        OwnTwice: "The same answers would count twice.", "同じ回答を二重に数えることになります。";
        Apart: "It goes on where “{name}” ends: no month is in both.", "「{name}」の続きです（重なる月はありません）。";
        Whole: "It holds all {there} answers that are there, and {more} more.", "いまの{there}件をすべて含み、さらに{more}件あります。";
        WholeSame: "It holds the same {there} answers that are there.", "いまの{there}件と同じ回答です。";
        Nearly: "It begins as early as “{name}” and holds {held} of the {there} answers that are there.", "「{name}」と同じ月から始まり、いまの{there}件のうち{held}件を含みます。";
        Shared: "{n} of {all} answers lie in months that are already there ({from} to {to}).", "{all}件のうち{n}件は、すでにある月（{from}〜{to}）の回答です。";
        SharedOne: "{n} of {all} answers lie in a month that is already there ({from}).", "{all}件のうち{n}件は、すでにある月（{from}）の回答です。";
        OtherAnswers: "The months are the same, the answers are others: another branch, perhaps.", "同じ月ですが、回答の内容は別のものです（別の店舗など）。";
        MayRepeat: "Whether some are the same cannot be told: the project keeps no respondents. If they are, they count twice.", "同じ回答が含まれるかどうかは、回答者を保存していないため判別できません。含まれていれば二重に数えます。";
        Within: "Every one of these {n} answers may be there already.", "この{n}件は、すべて取り込み済みの可能性があります。";
        SameAlone: "This very file was imported before.", "まったく同じファイルを取り込み済みです。";
        SameAmong: "This very file is already part of “{name}”.", "まったく同じファイルが、すでに「{name}」に入っています。";
        Undated: "One of the two has no dates, so it cannot be told which answers are new.", "日付のないデータがあるため、どれが新しい回答か判別できません。";
        CannotTwice: "They would count twice.", "二重に数えることになります。";
        CannotCombine: "Not possible: one of the two keeps no combinations of step, month, channel and segment.", "できません（ステップ・月・チャネル・セグメントの組み合わせを持たないデータです）。";
        CannotMany: "Not possible: together they have too many combinations.", "できません（合わせると組み合わせが多すぎます）。";
        CannotScale: "Not possible: {metric} was asked on another scale.", "できません（「{metric}」の尺度が違います）。";
        CannotCompany: "Not possible: the answers are about another company.", "できません（別の会社についての回答です）。";
        Samples: "Comments and frequent words are samples: of each file a part is kept.", "コメントと頻出語は抜粋のため、両方のファイルから一部ずつ残します。";
        Choose: "Choose one first.", "どれかを選んでください。";
        Added: "{n} answers added to “{name}”. What moved stands first.", "「{name}」に{n}件を追加しました。変化を先頭に示しています。";
        Replaced: "“{name}” now has {n} answers. What moved stands first.", "「{name}」を{n}件に置き換えました。変化を先頭に示しています。";
        HowFirst: "first", "新規";
        HowAdded: "added", "追加";
        HowReplaced: "replaced", "置き換え";
        CutOne: "A cell is longer than 1 MB; only its beginning was read (line {line}, column “{column}”).", "1MBを超えるセルがあり、先頭だけを読み込みました（{line}行目、「{column}」の列）。";
        CutSeveral: "{n} cells are longer than 1 MB; only their beginnings were read (the first: line {line}, column “{column}”).", "1MBを超えるセルが{n}個あり、先頭だけを読み込みました（最初は{line}行目、「{column}」の列）。";
    }
}

messages! {
    /// The list of names that are not written as on the map.
    NamesText {
        Why: "Names that are not written as on the map. Enter takes what is suggested, ← → another one, Delete leaves the name as it is.", "マップと表記が違う名前です。Enterで候補に決定、←→で別の候補、Deleteでそのままにします。";
        Steps: "Steps", "ステップ";
        Phases: "Phases", "フェーズ";
        Channels: "Channels", "チャネル";
        Personas: "Personas", "ペルソナ";
        Exact: "Written as on the map: {n}", "{n}件の名前はマップと一致しています";
        AllExact: "All names are written as on the map ({n}).", "{n}件の名前は、すべてマップと一致しています。";
        Alike: "Only written differently", "表記だけの違い";
        Leave: "Leave", "そのまま";
        LeaveName: "Leave “{name}” as it is", "「{name}」をそのままにする";
        Left: "Left as it is", "そのまま";
        MeaningOf: "What “{name}” means", "「{name}」の意味";
        NotInProject: "Not in the project", "プロジェクトにない";
        RowOpen: "{name}: is it “{to}”?", "{name}：「{to}」のことですか？";
        RowIs: "{name}: {to}", "{name}：{to}";
        RowNone: "{name}: nothing like it", "{name}：該当なし";
    }
}

messages! {
    /// The names that wait beside the map for a step.
    TrayText {
        Title: "Names without a step", "ステップが決まっていない名前";
        Hint: "Drag a name onto a step, or press Enter for the selected step.", "名前をステップにドラッグ（Enterで選択中のステップに）";
        HintStep: "Drag a name onto a step, or press Enter for “{step}”.", "名前をステップにドラッグ（Enterで「{step}」に）";
        Name: "“{name}”, {n} answers, waits for a step", "「{name}」（{n}件）の割り当て先を決める";
        Hide: "Hide the names", "名前を隠す";
        NoStep: "Select a step first, then press Enter on a name.", "先にステップを選んでから、名前の上でEnterを押してください。";
        NoNames: "Every name in the feedback has its step.", "すべての名前に、ステップが割り当てられています。";
        Assigned: "“{name}” counts for “{step}” from now on.", "「{name}」は「{step}」の回答として数えます。";
    }
}
