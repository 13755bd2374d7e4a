//! What the commands are called and what they do, and the names of what they make.

use super::Lang;

messages! {
    /// Names of the commands, as in menus and the palette.
    CommandName {
        New: "New project", "新規プロジェクト";
        Open: "Open…", "開く…";
        OpenExample: "Open the example", "サンプルを開く";
        Save: "Save", "保存";
        SaveAs: "Save as…", "名前を付けて保存…";
        ToggleAutosave: "Automatic saving on or off", "自動保存のオン／オフ";
        MakeContribution: "Make a copy for a department…", "部門用のコピーを作成…";
        MergeCopies: "Merge copies…", "コピーをマージ…";
        KeepState: "Keep this state as…", "今の状態を名前を付けて残す…";
        KeptStates: "Kept states…", "残した状態の一覧…";
        ImportMap: "Import a map…", "マップを取り込む…";
        ImportFeedback: "Import feedback…", "顧客の声を取り込む…";
        Export: "Export picture…", "画像に書き出す…";
        ExportSheet: "Export persona sheet…", "ペルソナシートを書き出す…";
        Quit: "Quit", "終了";
        Undo: "Undo", "元に戻す";
        Redo: "Redo", "やり直す";
        Cut: "Cut", "切り取り";
        Copy: "Copy", "コピー";
        CopyPicture: "Copy as picture", "画像としてコピー";
        Paste: "Paste", "貼り付け";
        Duplicate: "Duplicate", "複製";
        Delete: "Delete", "削除";
        SelectAll: "Select all", "すべて選択";
        Rename: "Edit text", "テキストを編集";
        Find: "Find…", "検索…";
        FindNext: "Find next", "次を検索";
        FindPrevious: "Find previous", "前を検索";
        NextConflict: "Next conflict", "次の競合";
        ConflictStanding: "Conflict: keep what stands", "競合：現在の値のままにする";
        ConflictKept: "Conflict: use the other value", "競合：もう一つの値にする";
        ConflictBoth: "Conflict: use both", "競合：両方を使う";
        MoveLeft: "Move left", "左へ移動";
        MoveRight: "Move right", "右へ移動";
        MoveUp: "Move up", "上へ移動";
        MoveDown: "Move down", "下へ移動";
        EvidenceAssumed: "Evidence: assumed", "根拠：仮説";
        EvidencePartly: "Evidence: partly known", "根拠：一部確認";
        EvidenceResearched: "Evidence: researched", "根拠：調査済";
        VoteAdd: "Add a vote", "1票入れる";
        VoteTake: "Take a vote back", "1票取り消す";
        SetAuthor: "Set the author…", "記入部門を設定…";
        NextWriter: "Write as the next department", "次の部門として記入";
        ToggleFilter: "Show or hide the filter bar", "絞り込みバーの表示／非表示";
        ClearFilter: "Show all cards", "すべてのカードを表示";
        ToggleAnswers: "Show or hide the filter of the answers", "回答の絞り込みの表示／非表示";
        ClearAnswers: "Count all answers", "すべての回答を集計";
        SwitchOthers: "Other cards: pale or left out", "対象外のカード：薄く表示／非表示";
        ToggleKnown: "Show what is known in each phase", "フェーズごとの根拠の割合を表示";
        SaveView: "Save the filter as a view", "絞り込みをビューとして保存";
        ShowView1: "View 1", "ビュー1";
        ShowView2: "View 2", "ビュー2";
        ShowView3: "View 3", "ビュー3";
        ShowView4: "View 4", "ビュー4";
        ShowView5: "View 5", "ビュー5";
        ShowView6: "View 6", "ビュー6";
        ShowView7: "View 7", "ビュー7";
        ShowView8: "View 8", "ビュー8";
        ShowView9: "View 9", "ビュー9";
        Wider: "Wider", "幅を広げる";
        Narrower: "Narrower", "幅を狭める";
        Taller: "Taller", "高さを増やす";
        Shorter: "Shorter", "高さを減らす";
        UsualSize: "Usual size", "標準の大きさに戻す";
        SpanMore: "Span one step more", "カードを次のステップまで伸ばす";
        SpanLess: "Span one step less", "カードを1ステップ縮める";
        Lanes: "Lanes…", "レーンの一覧…";
        CollapseLane: "Collapse or expand the lane", "レーンを折りたたむ／展開";
        HideLane: "Hide the lane", "レーンを非表示";
        ShowAllLanes: "Show all lanes", "すべてのレーンを表示";
        AddCard: "Add card", "カードを追加";
        AddStep: "Add step", "ステップを追加";
        InsertStepBefore: "Insert step before", "前にステップを挿入";
        AddPhase: "Add phase", "フェーズを追加";
        AddLane: "Add lane", "レーンを追加";
        AddBlueprint: "Add service blueprint lanes", "サービスブループリントのレーンを追加";
        PhasePresets: "Phases from a preset…", "フェーズをひな形から選ぶ…";
        LinkTo: "Link to…", "ほかのステップへつなぐ…";
        LinkThese: "Link these steps", "この2つのステップをつなぐ";
        SplitStep: "Split step", "ステップを分割";
        MergeSteps: "Merge steps", "ステップを結合";
        SplitPhase: "Split phase here", "ここでフェーズを分割";
        MergePhases: "Merge with the next phase", "次のフェーズと結合";
        AssignName: "Give a name of the feedback to a step…", "回答の名前をステップに割り当てる…";
        EditHandoff: "Handoff to the next step…", "次のステップへの引き継ぎ…";
        ReverseLink: "Reverse the link", "つなぎの向きを逆にする";
        OtherLinkKind: "Branch ⇄ loop", "分岐とループを切り替え";
        SheetSize: "Size on a slide…", "スライドでの大きさ…";
        AddJourney: "Add journey", "ジャーニーを追加";
        MakeToBe: "Make the to-be", "理想を作る";
        AddPersona: "Add persona", "ペルソナを追加";
        AddDepartment: "Add department", "部門を追加";
        AddChannel: "Add channel", "チャネルを追加";
        CompareAsIs: "Show the as-is", "現状を表示";
        CompareToBe: "Show the to-be", "理想を表示";
        CompareBeside: "As-is and to-be side by side", "現状と理想を並べて表示";
        CompareOverlaid: "As-is and to-be overlaid", "現状と理想を重ねて表示";
        BringBack: "Bring back from the as-is", "現状から戻す";
        ShowChanges: "What changes from as-is to to-be", "現状から理想への変更点";
        NextChange: "Next change", "次の変更点";
        PreviousChange: "Previous change", "前の変更点";
        ZoomIn: "Zoom in", "拡大";
        ZoomOut: "Zoom out", "縮小";
        ZoomActual: "Zoom to 100 %", "100%で表示";
        ZoomFit: "Fit the whole map", "全体を表示";
        ZoomSelection: "Zoom to selection", "選択範囲を表示";
        ViewStart: "Start page", "スタート画面";
        ViewMap: "Map", "マップ";
        ViewPersonas: "Personas", "ペルソナ";
        NextCurve: "Next emotion curve", "次の感情曲線";
        ChooseCurves: "Emotion curves shown…", "表示する感情曲線…";
        ComparePersonas: "Compare personas", "ペルソナを比較";
        ViewFeedback: "Feedback", "顧客の声";
        Present: "Present", "発表を開始";
        PresentHere: "Present from the selection", "選択中のステップから発表";
        ToggleOutline: "Show or hide the outline", "アウトラインの表示／非表示";
        ToggleInspector: "Show or hide the inspector", "インスペクターの表示／非表示";
        ThemeSystem: "Theme: follow the system", "テーマ：システムに合わせる";
        ThemeLight: "Theme: light", "テーマ：ライト";
        ThemeDark: "Theme: dark", "テーマ：ダーク";
        ThemeHighContrast: "Theme: high contrast", "テーマ：ハイコントラスト";
        InterfaceLarger: "Interface: larger", "画面を大きくする";
        InterfaceSmaller: "Interface: smaller", "画面を小さくする";
        InterfaceUsual: "Interface: 100 %", "画面の大きさを100%に戻す";
        NextRegion: "Next part of the window", "次の領域へ移動";
        PreviousRegion: "Previous part of the window", "前の領域へ移動";
        LanguageJapanese: "Language: 日本語", "言語：日本語";
        LanguageEnglish: "Language: English", "言語：English";
        OpenCell: "Open or edit", "開く・編集する";
        TypeOver: "Type over", "上書き入力";
        SetEmotion: "Set the emotion", "感情の値を入力";
        RaiseEmotion: "Raise the emotion", "感情を上げる";
        LowerEmotion: "Lower the emotion", "感情を下げる";
        GoLeft: "Go left", "左へ進む";
        GoRight: "Go right", "右へ進む";
        GoUp: "Go up", "上へ進む";
        GoDown: "Go down", "下へ進む";
        GoNextStep: "Go to the next step", "次のステップへ";
        GoStepBefore: "Go to the step before", "前のステップへ";
        GoRowStart: "Go to the start of the lane", "レーンの先頭へ";
        GoRowEnd: "Go to the end of the lane", "レーンの末尾へ";
        GoFirst: "Go to the first cell", "最初のセルへ";
        GoLast: "Go to the last cell", "最後のセルへ";
        GoEdgeLeft: "Go to the left edge of the filled cells", "データの左端へ";
        GoEdgeRight: "Go to the right edge of the filled cells", "データの右端へ";
        GoEdgeUp: "Go to the top edge of the filled cells", "データの上端へ";
        GoEdgeDown: "Go to the bottom edge of the filled cells", "データの下端へ";
        PageUp: "One screen up", "1画面上へ";
        PageDown: "One screen down", "1画面下へ";
        PageLeft: "One screen to the left", "1画面左へ";
        PageRight: "One screen to the right", "1画面右へ";
        ExtendLeft: "Extend the selection left", "選択範囲を左へ広げる";
        ExtendRight: "Extend the selection right", "選択範囲を右へ広げる";
        ExtendUp: "Extend the selection up", "選択範囲を上へ広げる";
        ExtendDown: "Extend the selection down", "選択範囲を下へ広げる";
        ExtendEdgeLeft: "Extend the selection to the left edge", "選択範囲を左端まで広げる";
        ExtendEdgeRight: "Extend the selection to the right edge", "選択範囲を右端まで広げる";
        ExtendEdgeUp: "Extend the selection to the top edge", "選択範囲を上端まで広げる";
        ExtendEdgeDown: "Extend the selection to the bottom edge", "選択範囲を下端まで広げる";
        ContextMenu: "Open the context menu", "コンテキストメニューを開く";
        ClearSelection: "Select nothing", "選択を解除";
        HoldToPan: "Move the map", "マップを動かす";
        TypingNext: "Keep and go on", "確定して次へ";
        TypingBefore: "Keep and go back", "確定して前へ";
        TypingNextStep: "Keep, then the next step", "確定して次のステップへ";
        TypingStepBefore: "Keep, then the step before", "確定して前のステップへ";
        TypingBreak: "Line break", "改行";
        TypingCancel: "Cancel typing", "入力を取り消す";
        Palette: "Find a command…", "コマンドを検索…";
        Help: "Keyboard shortcuts", "キーボードショートカット";
    }
}

messages! {
    /// What the commands do, in a sentence: tooltips, palette, help sheet.
    CommandHelp {
        New: "Starts a project from a template or a blank map.", "テンプレートまたは白紙から新しいプロジェクトを作ります。";
        Open: "Opens a project file.", "プロジェクトのファイルを開きます。";
        OpenExample: "Opens a finished project to explore.", "完成済みのサンプルプロジェクトを開きます。";
        Save: "Saves the project to its file.", "プロジェクトをファイルに保存します。";
        ToggleAutosave: "A project that has a file is saved a few seconds after each change, or only when you ask for it.", "ファイルのあるプロジェクトを、変更の数秒後に自動で保存するか、指示したときだけ保存するかを切り替えます。";
        SaveAs: "Saves to another file and continues with that one.", "別のファイルに保存し、以後はそのファイルで作業します。";
        MakeContribution: "Makes a copy that a department fills in on another computer.", "部門が別のパソコンで記入するためのコピーを作ります。";
        MergeCopies: "Brings contributions and other copies of this project together.", "部門が記入したコピーなど、このプロジェクトのコピーを1つにまとめます。";
        KeepState: "Keeps the whole project as it is now, under a name.", "今のプロジェクト全体を、名前を付けて残します。";
        KeptStates: "Shows the states that were kept: go back to one, or see what changed since.", "残した状態を一覧で示します。その状態に戻したり、その後の変更を確認したりできます。";
        ImportMap: "Brings in a map from Excel, CSV, Mermaid or CJML, or a workbook that comes back.", "Excel・CSV・Mermaid・CJMLのマップや、書き出したExcelの変更を取り込みます。";
        ImportFeedback: "Reads a survey file and shows its figures on the steps.", "アンケートのファイルを読み込み、ステップごとに集計して表示します。";
        Export: "Saves the map as a PNG or SVG picture.", "マップをPNGまたはSVGの画像に書き出します。";
        ExportSheet: "Saves the persona's sheet as a PNG or SVG picture.", "ペルソナのシートをPNGまたはSVGの画像に書き出します。";
        Quit: "Closes the program. Asks first if there are unsaved changes.", "アプリを終了します。保存していない変更があるときは確認します。";
        Undo: "Undoes the last change.", "直前の変更を元に戻します。";
        Redo: "Redoes the change that was undone.", "元に戻した変更をやり直します。";
        Cut: "Copies the selection and takes it away.", "選択中の項目をコピーして取り除きます。";
        Copy: "Copies the selection: as a table for Excel, with all details for other maps.", "選択中の項目をコピーします。Excelには表として、別のマップにはすべての情報ごと貼り付けられます。";
        CopyPicture: "Copies a picture of the selection, or of the map in sight.", "選択中の項目、または表示中のマップを画像としてコピーします。";
        Paste: "Pastes cells from Excel, lists, pictures, and what was copied in any map.", "Excelの表、箇条書き、画像、ほかのマップでコピーした内容を貼り付けます。";
        Duplicate: "Copies the selection next to it; fills an empty cell from the step before.", "選択中の項目を隣に複製します。空のセルには、前のステップの内容を複製します。";
        Delete: "Deletes the selection and everything in it.", "選択中の項目を、中身ごと削除します。";
        SelectAll: "Selects all cards of the cell; pressed again those of the lane, then of the map.", "セルのカードをすべて選択します。続けて押すと、レーン、マップ全体へ広がります。";
        Rename: "Edits the text of the selection in place.", "選択中の項目のテキストをその場で編集します。";
        Find: "Finds a text in everything: maps, personas, notes, tags.", "マップ、ペルソナ、メモ、タグなど、すべての内容から文字列を探します。";
        FindNext: "Goes to the next place found.", "次に見つかった箇所へ移動します。";
        FindPrevious: "Goes to the place found before.", "前に見つかった箇所へ移動します。";
        NextConflict: "Goes to the next place that two people changed differently.", "2人が別々に変更した箇所へ移動します。";
        ConflictStanding: "Settles the conflict of the selection: what stands there stays.", "選択中の競合を、現在の値のままで解決します。";
        ConflictKept: "Settles the conflict of the selection with the value that was kept beside it.", "選択中の競合を、残してあったもう一つの値で解決します。";
        ConflictBoth: "Settles the conflict of the selection with both values, where that makes sense.", "選択中の競合を、両方の値を使って解決します。";
        MoveLeft: "Moves the selection one place to the left.", "選択中の項目を1つ左へ移動します。";
        MoveRight: "Moves the selection one place to the right.", "選択中の項目を1つ右へ移動します。";
        MoveUp: "Moves the selection one place up.", "選択中の項目を1つ上へ移動します。";
        MoveDown: "Moves the selection one place down.", "選択中の項目を1つ下へ移動します。";
        EvidenceAssumed: "Marks the selected cards as assumed.", "選択中のカードを「仮説」にします。";
        EvidencePartly: "Marks the selected cards as partly known.", "選択中のカードを「一部確認」にします。";
        EvidenceResearched: "Marks the selected cards as researched.", "選択中のカードを「調査済」にします。";
        VoteAdd: "Gives each selected card one more vote.", "選択中のカードに1票ずつ加えます。";
        VoteTake: "Takes one vote off each selected card.", "選択中のカードから1票ずつ取り消します。";
        SetAuthor: "Chooses the department that wrote the selected cards.", "選択中のカードの記入部門を選びます。";
        NextWriter: "New cards get the next department as their author; after the last one, nobody.", "新しいカードの記入部門を次の部門に切り替えます。最後の部門の次は「指定なし」です。";
        ToggleFilter: "Brings cards forward by department, evidence, persona and tag.", "部門、根拠、ペルソナ、タグでカードを絞り込みます。";
        ClearFilter: "Clears the filter.", "絞り込みを解除します。";
        ToggleAnswers: "Counts only the answers of a period, channel, segment or persona; the map shows it at once.", "期間・チャネル・セグメント・ペルソナで回答を絞り込み、マップの数値にすぐ反映します。";
        ClearAnswers: "Counts the answers of all periods, channels, segments and personas again.", "期間・チャネル・セグメント・ペルソナによる回答の絞り込みを解除します。";
        SwitchOthers: "Draws the cards outside the filter pale, or leaves them out.", "絞り込みの対象外のカードを、薄く表示するか非表示にするかを切り替えます。";
        ToggleKnown: "A bar under each phase with the shares of assumed and researched cards.", "各フェーズの下に、仮説と調査済の割合をバーで表示します。";
        SaveView: "Keeps the filter under a name in the project, for the whole team.", "いまの絞り込みに名前を付けて、プロジェクトに保存します。";
        ShowView1: "Shows saved view 1 of the list.", "保存したビューの1番目を表示します。";
        ShowView2: "Shows saved view 2 of the list.", "保存したビューの2番目を表示します。";
        ShowView3: "Shows saved view 3 of the list.", "保存したビューの3番目を表示します。";
        ShowView4: "Shows saved view 4 of the list.", "保存したビューの4番目を表示します。";
        ShowView5: "Shows saved view 5 of the list.", "保存したビューの5番目を表示します。";
        ShowView6: "Shows saved view 6 of the list.", "保存したビューの6番目を表示します。";
        ShowView7: "Shows saved view 7 of the list.", "保存したビューの7番目を表示します。";
        ShowView8: "Shows saved view 8 of the list.", "保存したビューの8番目を表示します。";
        ShowView9: "Shows saved view 9 of the list.", "保存したビューの9番目を表示します。";
        Wider: "Makes the selected steps wider; a card reaches over one step more.", "選択中のステップの幅を広げます。カードは次のステップまで伸びます。";
        Narrower: "Makes the selected steps narrower; a card reaches over one step less.", "選択中のステップの幅を狭めます。カードは1ステップ縮みます。";
        Taller: "Makes the selected lane taller.", "選択中のレーンを高くします。";
        Shorter: "Makes the selected lane shorter, down to what its content needs.", "選択中のレーンを、中身が収まる高さまで低くします。";
        UsualSize: "Gives the selection its usual width, height or span again.", "選択中の項目の幅、高さ、長さを標準に戻します。";
        SpanMore: "Lets the selected cards reach over one step more.", "選択中のカードを、次のステップにまたがるように伸ばします。";
        SpanLess: "Lets the selected cards reach over one step less.", "選択中のカードを1ステップぶん短くします。";
        Lanes: "Lists all kinds of lanes: add, hide and show them in one place.", "レーンの種類を一覧で表示し、追加、非表示、再表示をまとめて行えます。";
        CollapseLane: "Shows the lane as a thin row, or at its full height again.", "レーンを細い行に折りたたみます。もう一度実行すると元の高さに戻ります。";
        HideLane: "Takes the lane off the map; its cards are kept.", "レーンをマップから隠します。カードは残ります。";
        ShowAllLanes: "Brings back hidden lanes and expands collapsed ones.", "非表示のレーンを戻し、折りたたんだレーンを展開します。";
        AddCard: "Adds a card to the current cell, after the selected card.", "現在のセルで、選択中のカードの次に追加します。";
        AddStep: "Adds a step after the selected one.", "選択中のステップの次に追加します。";
        InsertStepBefore: "Inserts a step before the selected one, as Excel inserts a column.", "選択中のステップの前に挿入します。Excelの列の挿入と同じです。";
        AddPhase: "Adds a phase with one step after the selected one.", "選択中のフェーズの次に、ステップを1つ付けて追加します。";
        AddLane: "Adds a custom lane below the selected one.", "選択中のレーンの下にカスタムレーンを追加します。";
        AddBlueprint: "Adds evidence, frontstage, backstage and support with the lines between them.", "物的証拠、フロントステージ、バックステージ、支援プロセスを、間の線とともに追加します。";
        PhasePresets: "Shows sets of phases to choose from; yours keep their steps.", "フェーズのひな形から選びます。今あるステップはそのまま残ります。";
        LinkTo: "Draws a branch or a loop from the selected step to another one.", "選択中のステップから別のステップへ、分岐やループをつなぎます。";
        LinkThese: "Draws a branch or a loop from the step picked first to the other one.", "先に選んだステップからもう一方へ、分岐やループをつなぎます。";
        SplitStep: "Makes two steps of one; the selected cards move to the second.", "ステップを2つに分け、選択中のカードを後半へ移します。";
        MergeSteps: "Makes one step of the selected ones, or of this one and the next; nothing is lost.", "選択中のステップ（1つなら次のステップも）を1つにまとめます。内容は失われません。";
        SplitPhase: "Begins a new phase at the selected step.", "選択中のステップから新しいフェーズを始めます。";
        MergePhases: "Makes one phase of the selected ones, or of this one and the next.", "選択中のフェーズ（1つなら次のフェーズも）を1つにまとめます。";
        AssignName: "Goes to the names under the map that no step has; Enter gives one to the selected step.", "マップの下に並ぶ未割り当ての名前に移ります。Enterで選択中のステップに割り当てます。";
        EditHandoff: "Asks what is carried over to the next step.", "次のステップへ何が引き継がれるかを記入します。";
        ReverseLink: "Makes the selected branch or loop lead the other way.", "選択中の分岐・ループの向きを逆にします。";
        OtherLinkKind: "Makes the selected branch a loop, or the loop a branch.", "選択中の分岐をループに、ループを分岐に変えます。";
        SheetSize: "Shows how large the type is on a slide or on paper, and what helps.", "スライドや紙での文字の大きさと、読みやすくする方法を表示します。";
        AddJourney: "Adds a journey with the usual phases and lanes.", "標準のフェーズとレーンを備えたジャーニーを追加します。";
        MakeToBe: "Makes the to-be of this journey: everything is copied, and what you change from then on is marked.", "このジャーニーの内容をすべて写して理想を作ります。以後の変更点はマップ上に示されます。";
        AddPersona: "Adds a persona to the project.", "プロジェクトにペルソナを追加します。";
        AddDepartment: "Adds a department taking part in the workshop.", "ワークショップに参加する部門を追加します。";
        AddChannel: "Adds a channel that touchpoints can use.", "タッチポイントで使うチャネルを追加します。";
        CompareAsIs: "Shows how it is, without the comparison.", "現状のマップだけを表示します。";
        CompareToBe: "Shows how it should be, without the comparison.", "理想のマップだけを表示します。";
        CompareBeside: "Shows both maps, step under step; they scroll together.", "2つのマップをステップをそろえて並べ、一緒にスクロールします。";
        CompareOverlaid: "Shows the to-be with everything marked that is new, changed, moved or gone.", "理想のマップに、追加・変更・移動・削除した箇所の印と現状の感情曲線を重ねます。";
        BringBack: "Copies what only the as-is has into the to-be again: what was clicked on the overlaid map or chosen in the list of changes.", "現状にしかない箇所を、理想のマップに戻します。重ねたマップでクリックしたもの、変更点の一覧で選んだものが対象です。";
        ShowChanges: "Lists what is new, changed, moved and gone, and which pains are resolved.", "追加・変更・移動・削除した箇所と、解消した課題を一覧にします。";
        NextChange: "Selects the next thing that differs from the as-is.", "現状と異なる次の箇所を選択します。";
        PreviousChange: "Selects the thing before that differs from the as-is.", "現状と異なる1つ前の箇所を選択します。";
        ZoomIn: "Makes the map larger.", "マップを拡大します。";
        ZoomOut: "Makes the map smaller.", "マップを縮小します。";
        ZoomActual: "Shows the map at 100 %.", "マップを100%の大きさで表示します。";
        ZoomFit: "Fits the whole map into the window.", "マップ全体がウィンドウに収まるように表示します。";
        ZoomSelection: "Fits the selection into the window.", "選択中の項目がウィンドウいっぱいに収まるように表示します。";
        ViewStart: "Shows templates, examples and recent files.", "テンプレート、サンプル、最近使ったファイルを表示します。";
        ViewMap: "Shows the journey map.", "ジャーニーマップを表示します。";
        ViewPersonas: "Shows the personas and their sheets.", "ペルソナの一覧とシートを表示します。";
        NextCurve: "Edits the next persona's or department's curve in the emotion lane.", "感情曲線のレーンで、編集する曲線を次のペルソナ・部門に切り替えます。";
        ChooseCurves: "Chooses whose curves the emotion lane shows.", "感情曲線のレーンに表示する曲線を、ペルソナと部門ごとに選びます。";
        ComparePersonas: "Puts two personas side by side, or shows the sheet alone again.", "2人のペルソナを並べて比較します。もう一度選ぶとシートに戻ります。";
        ViewFeedback: "Shows the imported feedback and its figures.", "取り込んだ顧客の声と集計を表示します。";
        Present: "Tells the journey on the whole screen, phase by phase and step by step.", "ジャーニーを全画面で、フェーズとステップの順に見せます。";
        PresentHere: "Begins at the selected step or phase.", "選択中のステップやフェーズから発表を始めます。";
        ToggleOutline: "The list of journeys, personas and data on the left.", "左側に、ジャーニー、ペルソナ、データの一覧を表示します。";
        ToggleInspector: "The details of the selection on the right.", "右側に、選択中の項目の詳細を表示します。";
        ThemeSystem: "Light or dark, following the computer's setting.", "パソコンの設定に合わせて明暗を切り替えます。";
        ThemeLight: "Dark text on a light background.", "明るい背景で表示します。";
        ThemeDark: "Light text on a dark background.", "暗い背景で表示します。";
        ThemeHighContrast: "The strongest contrast, for weak projectors.", "最も強いコントラストで表示します。暗いプロジェクターでも読めます。";
        InterfaceLarger: "Makes bars, panels and their text larger; the map keeps its own zoom.", "バーやパネルの文字を大きくします。マップの表示倍率は変わりません。";
        InterfaceSmaller: "Makes bars, panels and their text smaller; the map keeps its own zoom.", "バーやパネルの文字を小さくします。マップの表示倍率は変わりません。";
        InterfaceUsual: "Gives bars, panels and their text the usual size.", "バーやパネルの文字を標準の大きさに戻します。";
        NextRegion: "Takes the keyboard to the next part: top bar, outline, page, inspector, status line.", "キーボードの操作先を、上部バー、アウトライン、ページ、インスペクター、ステータスバーの順に移します。";
        PreviousRegion: "Takes the keyboard to the part before.", "キーボードの操作先を1つ前の領域に移します。";
        LanguageJapanese: "Shows the program in Japanese.", "画面を日本語で表示します。";
        LanguageEnglish: "Shows the program in English.", "画面を英語で表示します。";
        OpenCell: "Edits the card or name; on a touchpoint, opens its channels.", "カードや名前を編集します。タッチポイントではチャネルの一覧を開きます。";
        TypeOver: "Typing replaces the selected text or starts a new card; on a touchpoint it finds a channel.", "入力を始めると、選択中のテキストを置き換えるか、新しいカードを作ります。タッチポイントではチャネルを探します。";
        SetEmotion: "In the emotion lane, a number from −2 to 2 as on the axis sets the value.", "感情のレーンで、軸と同じ−2から2までの数字を入力すると、その値になります。";
        RaiseEmotion: "Raises the emotion of the step by a half; Alt+↑ does the same.", "ステップの感情を0.5上げます。Alt+↑でも上がります。";
        LowerEmotion: "Lowers the emotion of the step by a half; Alt+↓ does the same.", "ステップの感情を0.5下げます。Alt+↓でも下がります。";
        GoLeft: "Goes to the card, cell, name or title beside it.", "隣のカード、セル、名前、見出しへ移動します。";
        GoRight: "Goes to the card, cell, name or title beside it.", "隣のカード、セル、名前、見出しへ移動します。";
        GoUp: "Goes to the card, cell, name or title beside it.", "隣のカード、セル、名前、見出しへ移動します。";
        GoDown: "Goes to the card, cell, name or title beside it.", "隣のカード、セル、名前、見出しへ移動します。";
        GoNextStep: "Goes along the lane, step by step.", "レーンに沿って、ステップを1つずつ移動します。";
        GoStepBefore: "Goes along the lane, step by step.", "レーンに沿って、ステップを1つずつ移動します。";
        GoRowStart: "Goes to the first or last step of the lane.", "レーンの最初または最後のステップへ移動します。";
        GoRowEnd: "Goes to the first or last step of the lane.", "レーンの最初または最後のステップへ移動します。";
        GoFirst: "Goes to the first or last cell of the map.", "マップの最初または最後のセルへ移動します。";
        GoLast: "Goes to the first or last cell of the map.", "マップの最初または最後のセルへ移動します。";
        GoEdgeLeft: "Goes to the edge of the filled cells.", "入力済みのセルの端へ移動します。";
        GoEdgeRight: "Goes to the edge of the filled cells.", "入力済みのセルの端へ移動します。";
        GoEdgeUp: "Goes to the edge of the filled cells.", "入力済みのセルの端へ移動します。";
        GoEdgeDown: "Goes to the edge of the filled cells.", "入力済みのセルの端へ移動します。";
        PageUp: "Goes up or down by a screenful.", "1画面分、上下に移動します。";
        PageDown: "Goes up or down by a screenful.", "1画面分、上下に移動します。";
        PageLeft: "Goes left or right by a screenful.", "1画面分、左右に移動します。";
        PageRight: "Goes left or right by a screenful.", "1画面分、左右に移動します。";
        ExtendLeft: "Extends the selection over the cells beside it.", "選択範囲を隣のセルへ広げます。";
        ExtendRight: "Extends the selection over the cells beside it.", "選択範囲を隣のセルへ広げます。";
        ExtendUp: "Extends the selection over the cells beside it.", "選択範囲を隣のセルへ広げます。";
        ExtendDown: "Extends the selection over the cells beside it.", "選択範囲を隣のセルへ広げます。";
        ExtendEdgeLeft: "Extends the selection to the edge of the filled cells.", "選択範囲を入力済みのセルの端まで広げます。";
        ExtendEdgeRight: "Extends the selection to the edge of the filled cells.", "選択範囲を入力済みのセルの端まで広げます。";
        ExtendEdgeUp: "Extends the selection to the edge of the filled cells.", "選択範囲を入力済みのセルの端まで広げます。";
        ExtendEdgeDown: "Extends the selection to the edge of the filled cells.", "選択範囲を入力済みのセルの端まで広げます。";
        ContextMenu: "Opens the menu of the right mouse button at the selection.", "右クリックのメニューを、選択中の項目の位置に開きます。";
        ClearSelection: "Ends what is being done, then the selection.", "操作中の内容を取り消し、次に選択を解除します。";
        HoldToPan: "Hold and drag to move the map.", "押しながらドラッグすると、マップが動きます。";
        TypingNext: "Keeps the text and goes to the next card of the cell, or down from a name. In an empty card it ends.", "確定して、セルの次のカードへ進みます。名前では下へ進みます。空のカードでは入力を終えます。";
        TypingBefore: "Keeps the text and goes to the card before.", "確定して、前のカードへ戻ります。";
        TypingNextStep: "Keeps the text and goes to the same lane in the next step. After the last name it makes a new one.", "確定して、次のステップの同じレーンへ進みます。最後の名前では、新しいステップやフェーズを作ります。";
        TypingStepBefore: "Keeps the text and goes to the same lane in the step before.", "確定して、前のステップの同じレーンへ戻ります。";
        TypingBreak: "Breaks the line.", "テキストの途中で改行します。";
        TypingCancel: "Drops what was typed; everything stays as it was.", "入力した内容を取り消し、元のままにします。";
        Palette: "Searches all commands by name, in both languages.", "すべてのコマンドを日本語と英語の名前で検索します。";
        Help: "Shows all keyboard shortcuts.", "キーボードショートカットの一覧を表示します。";
    }
}

messages! {
    /// Headings of the menus and of the help sheet.
    MenuTitle {
        File: "File", "ファイル";
        Edit: "Edit", "編集";
        Insert: "Insert", "挿入";
        View: "View", "表示";
        Map: "On the map", "マップ上のキー";
        Typing: "While typing on the map", "マップへの入力中のキー";
        Help: "Help", "ヘルプ";
    }
}

messages! {
    /// What a command needs before it can be carried out.
    NeedText {
        Document: "open a project first", "プロジェクトを開くと使えます";
        Map: "show a map first", "マップを表示すると使えます";
        Cells: "needs a lane with cards", "カードのレーンがあると使えます";
        Selection: "select something first", "項目を選択すると使えます";
        Emotion: "select an emotion first", "感情を選択すると使えます";
        Step: "select a step first", "ステップを選択すると使えます";
        Undo: "nothing to undo", "元に戻す操作がありません";
        Redo: "nothing to redo", "やり直す操作がありません";
        Other: "not possible here", "ここでは使えません";
    }
}

messages! {
    /// Names that new records get until somebody gives them better ones.
    NewName {
        Project: "New project", "新しいプロジェクト";
        Journey: "New journey", "新しいジャーニー";
        Phase: "New phase", "新しいフェーズ";
        Lane: "New lane", "新しいレーン";
        Persona: "New persona", "新しいペルソナ";
        Department: "New department", "新しい部門";
        Channel: "New channel", "新しいチャネル";
        SecondPart: "{name} (2)", "{name}（2）";
        CopyOf: "{name} (copy)", "{name}のコピー";
        ToBeOf: "{name} (to-be)", "{name}（理想）";
    }
}

/// Whether a step has the name that it had before anybody named it: none, or "Step 3" of a blank map.
#[must_use]
pub fn is_unnamed_step(name: &str) -> bool {
    let rest = name.trim().strip_prefix("ステップ").or_else(|| name.trim().strip_prefix("Step "));
    name.trim().is_empty() || rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(char::is_numeric))
}

/// The phases of a new journey: from before the purchase through to recommending.
#[must_use]
pub const fn usual_phases(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ja => &["認知", "興味・関心", "情報収集", "比較・検討", "購入", "利用", "継続・リピート", "推奨"],
        Lang::En => &["Aware", "Consider", "Buy", "Onboard", "Use", "Support", "Renew", "Advocate"],
    }
}
