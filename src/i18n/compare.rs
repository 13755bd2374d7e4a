//! Words of the comparison of two journeys, on the map and round it.

messages! {
    /// Words of the comparison.
    CompareText {
        AsIs: "As-is", "現状";
        ToBe: "To-be", "理想";
        Beside: "Side by side", "並べる";
        Overlaid: "Overlaid", "重ねる";
        Added: "New", "追加";
        Changed: "Changed", "変更";
        Moved: "Moved", "移動";
        Removed: "Removed", "削除";
        OpenPain: "Pain not resolved yet", "未解消の課題";
        ResolvedPain: "Pain resolved", "解消した課題";
        SignLabel: "{label} ({sign})", "{label}（{sign}）";
        GainLabel: "“{step}”: emotion {from} in the as-is, {to} in the to-be, change {gain}", "「{step}」：感情は現状 {from}、理想 {to}、変化 {gain}";
        MakeHint: "No to-be yet. Make it from this map, then change it: every change is marked.", "理想のマップはまだありません。このマップから作ると、変更した箇所に印が付きます。";
        MakeShort: "No to-be yet", "理想は未作成";
        NothingChanged: "Nothing changed yet. Edit the to-be: changes are marked.", "まだ変更はありません。理想のマップを編集すると、変更した箇所に印が付きます。";
        Changes: "What changes", "変更点";
        ChangesOf: "From “{as_is}” to “{to_be}”", "「{as_is}」から「{to_be}」へ";
        CompareWith: "Compare with…", "比較する相手…";
        CompareWithOwn: "Its as-is or to-be", "対になるジャーニー";
        Copy: "Copy as text", "テキストでコピー";
        Copied: "The list of changes is on the clipboard.", "変更点の一覧をコピーしました。";
        Close: "Close", "閉じる";
        EmotionMean: "Emotion on average: {from} → {to} ({gain})", "感情の平均：{from} → {to}（{gain}）";
        Resolved: "{n} of {all} pains resolved", "課題 {all}件中 {n}件を解消";
        Realised: "{n} of {all} opportunities have become real", "施策 {all}件中 {n}件を実現";
        Breaks: "Broken handoffs: {from} → {to}", "引き継ぎの途切れ：{from}件 → {to}件";
        GroupGains: "Largest changes of emotion", "感情の変化が大きいステップ";
        GroupAdded: "New ({n})", "追加（{n}）";
        GroupChanged: "Changed ({n})", "変更（{n}）";
        GroupMoved: "Moved ({n})", "移動（{n}）";
        GroupRemoved: "Removed ({n})", "削除（{n}）";
        GroupOpen: "Pains not resolved yet ({n})", "未解消の課題（{n}）";
        GroupUnexplained: "Better, but no opportunity says how ({n})", "改善の根拠となる施策がない（{n}）";
        OfPhase: "Phase “{name}”", "フェーズ「{name}」";
        OfStep: "Step “{name}”", "ステップ「{name}」";
        OfLane: "Lane “{name}”", "レーン「{name}」";
        OfCard: "{lane}: {name}", "{lane}：{name}";
        NameChanged: "name", "名前";
        TextChanged: "text", "テキスト";
        SpanChanged: "length", "長さ";
        AuthorChanged: "author", "記入した部門";
        EvidenceChanged: "evidence", "根拠";
        DetailsChanged: "details", "詳細";
        PainChanged: "details of the pain", "課題の詳細";
        OpportunityChanged: "details of the opportunity", "施策の詳細";
        ChannelsChanged: "channels", "チャネル";
        OwnerChanged: "owner", "担当部門";
        TouchpointChanged: "touchpoint", "タッチポイント";
        ExperienceChanged: "experience values", "経験価値";
        PictureChanged: "picture", "画像";
        KindChanged: "visibility", "表示";
        LineChanged: "{name} – {fields}", "{name}（{fields}）";
        ToBeMade: "Made “{name}”. Changes from now on are marked.", "「{name}」を作りました。以後の変更点に印が付きます。";
        NoMoreChanges: "Nothing differs.", "異なる箇所はありません。";
        GhostOnly: "This is only in the as-is. Change it there, or bring it back with a right click.", "現状にしかない箇所です。現状のマップで編集するか、右クリックの「現状から戻す」で戻せます。";
        BringBack: "Bring back", "戻す";
        BroughtBack: "It is in the to-be again.", "理想のマップに戻しました。";
        NothingToBringBack: "Choose something that only the as-is has: click it on the overlaid map, or go to it from the list of changes.", "現状にしかない箇所を選んでください。重ねたマップでクリックするか、「変更点」の一覧から選べます。";
        ClickToEdit: "Click to edit this map", "クリックするとこのマップを編集できます";
        CompareOption: "Mark what differs from the as-is", "現状からの変更点を示す";
    }
}
