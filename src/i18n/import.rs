//! Words of bringing in maps, and workbooks that come back.

messages! {
    /// What was not understood in a file, and why.
    NoteText {
        WithPlace: "{place} “{text}”: {why}", "{place}「{text}」：{why}";
        WithoutPlace: "“{text}”: {why}", "「{text}」：{why}";
        Line: "Line {line}", "{line}行目";
        NoLane: "no lane takes it", "入れるレーンがありません";
        NoStep: "it belongs to no step", "対応するステップがありません";
        NoEmotion: "not an emotion from −2 to +2", "−2〜+2の感情の値ではありません";
        NoLevel: "not a level", "段階の数値ではありません";
        NoDepartment: "no department of this name", "この名前の部門がありません";
        NoText: "this lane takes no text", "このレーンには文字を入れられません";
        NoStatement: "not understood", "解釈できない行です";
        NoScore: "no score, so the step has no emotion", "点数がないため、感情は設定していません";
        OffScale: "a score off the scale, taken to its end", "点数が範囲外のため、範囲内に収めました";
        Dangling: "it names something that is not in the file", "ファイルにない項目を参照しています";
        Unknown: "a map has no place for it", "マップに対応する項目がありません";
        TooMuch: "more than a map can hold", "マップに入れられる量を超えています";
        Outside: "it stands outside the table", "表の外にあります";
        Gone: "it was removed in the project meanwhile", "プロジェクトではすでに削除されています";
        RowGone: "its row is gone from the sheet; what it held stays", "シートから行がなくなっていますが、値はそのまま残します";
        TwoTexts: "says something else on another sheet; the map’s was taken", "別のシートと内容が異なるため、マップ側の内容を採用しました";
        NoValue: "this cannot be entered here", "この項目に入れられない値です";
        SecondSheet: "a second sheet of the same journey; the first one was read", "同じジャーニーのシートが2枚あるため、1枚目だけを読み込みました";
    }
}

messages! {
    /// What came back with a workbook.
    ReviewText {
        Added: "Added", "追加";
        Removed: "Removed", "削除";
        Changed: "Changed", "変更";
        Moved: "Moved", "移動";
        Title: "Title", "タイトル";
        At: "{lane} × {step}", "{lane} × {step}";
        InPhase: "Phase {phase}", "フェーズ「{phase}」";
        InJourney: "{journey}", "{journey}";
        Empty: "(empty)", "（空）";
        Gone: "(removed)", "（削除済み）";
        Line: "{deed} {kind} – {place}: {before} → {after}", "{deed} {kind}（{place}）：{before} → {after}";
        LineConflict: "{line} [now: {now}]", "{line}［現在：{now}］";
    }
}

messages! {
    /// Why nothing could be read.
    ImportErrorText {
        Pasted: "What you pasted", "貼り付けた内容";
        NoMap: "{file} holds no map that Tabiji can read: a table needs lane names such as Actions or Pain points on one side, a diagram begins with “journey”. Survey answers go into Feedback.", "{file}からマップを読み取れませんでした。表の場合は「行動」「課題」などのレーン名を行または列の見出しに入れてください。Mermaidの場合は「journey」で始まる必要があります。アンケートの回答は「フィードバック」から取り込めます。";
        Xml: "{file} is damaged at line {line} ({reason}). Export it again from the program that made it.", "{file}の{line}行目が正しいXMLではありません（{reason}）。元のソフトでもう一度書き出してください。";
        TooMuch: "{file} is larger than any map. Take a part of it.", "{file}は大きすぎて読み込めません。一部だけを取り出してください。";
    }
}

messages! {
    /// The window that brings in maps and reviews workbooks.
    ImportDialogText {
        Title: "Import a map", "マップの取り込み";
        ReviewTitle: "Changes in {file}", "{file} の変更内容";
        PastedTable: "pasted text", "貼り付けた内容";
        Reading: "Reading {file} …", "{file} を読み込んでいます…";
        ReadAs: "Read as", "読み込み形式";
        KindWorkbook: "Tabiji workbook that comes back", "Tabijiから書き出したExcel";
        KindMatrix: "Table with lanes and steps", "レーンとステップの表";
        KindLong: "List: a row for each stage and stakeholder", "ステージと関係者の一覧";
        KindMermaid: "Mermaid journey", "Mermaidのjourney";
        KindCjml: "CJML (XML)", "CJML（XML）";
        AsFeedback: "These are survey answers: open in Feedback", "アンケートの回答として取り込む";
        Where: "Where it goes", "取り込み先";
        NewJourney: "New journey in this project", "このプロジェクトの新しいジャーニー";
        Merge: "Into the open journey, step by step by name", "表示中のジャーニーに、ステップ名で合わせて追加";
        NewProject: "New project", "新しいプロジェクト";
        Becomes: "What it becomes", "取り込む内容";
        Journeys: "Journeys", "ジャーニー";
        Phases: "Phases", "フェーズ";
        Steps: "Steps", "ステップ";
        Lanes: "Lanes", "レーン";
        Cards: "Cards", "カード";
        Values: "Emotions and other values", "感情などの値";
        CountLine: "{name}: {n}", "{name}：{n}";
        Preview: "Preview: {journey}", "プレビュー：{journey}";
        More: "+{n}", "ほか{n}";
        NotUnderstood: "Not understood ({n})", "読み取れなかった内容（{n}件）";
        AllUnderstood: "Everything was understood.", "すべての内容を読み取りました。";
        Import: "Import", "取り込む";
        Cancel: "Cancel", "キャンセル";
        Close: "Close", "閉じる";
        Imported: "Imported: {what}", "取り込みました：{what}";
        Applied: "Changes taken over: {n}", "変更を反映しました：{n}件";
        Apply: "Take over {n} changes", "{n}件の変更を反映";
        All: "Select all", "すべて選択";
        None: "Select none", "選択を解除";
        Summary: "{n} changes, {chosen} selected", "変更{n}件（{chosen}件を選択中）";
        Conflicts: "{n} were also changed here meanwhile: look at these yourself", "このうち{n}件は、その間にこちらでも変更されています。内容を確認して選んでください。";
        Now: "Here now: {now}", "現在の内容：{now}";
        NoChanges: "The workbook says the same as the project: nothing was changed in it.", "Excelの内容はプロジェクトと同じです。変更はありません。";
        Keys: "↑↓ move · Space selects · Enter takes over", "↑↓で移動　スペースで選択　Enterで反映";
        OtherProject: "The workbook comes from another project, so it comes in as new journeys.", "別のプロジェクトから書き出されたExcelのため、新しいジャーニーとして取り込みます。";
        MapFiles: "Maps", "マップ";
        Untitled: "Imported map", "取り込んだマップ";
    }
}
