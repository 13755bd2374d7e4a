//! Words about working on one project with others: changes taken in, conflicts, copies, contributions, kept states.

use super::{Lang, fill, listed};
use crate::edit::{Change, ChangeKind};

messages! {
    /// What the window says about others' versions.
    TogetherText {
        TakenIn: "Changes of colleagues taken in: {what}", "ほかの人の変更を取り込みました：{what}";
        Merged: "Merged: {what}", "マージしました：{what}";
        NothingNew: "There was nothing new in it.", "新しい変更はありませんでした。";
        Added: "{n} added", "追加{n}件";
        Changed: "{n} changed", "変更{n}件";
        Removed: "{n} deleted", "削除{n}件";
        NoChanges: "no changes", "変更なし";
        WhatChanged: "What changed", "変更内容";
        Close: "Close", "閉じる";
        More: "and {n} more", "ほか{n}件";
        Conflicts: "Conflicts: {n}", "競合{n}件";
        Conflict: "Two people changed the {field}", "2人が{field}を変更しました";
        Stands: "Stands now", "現在の値";
        Kept: "Kept beside it", "もう一つの値";
        KeptBy: "Kept beside it, from {who}", "もう一つの値（{who}）";
        UseStanding: "Keep this", "このままにする";
        UseKept: "Use this", "こちらにする";
        UseBoth: "Use both", "両方を使う";
        NoConflicts: "There is no conflict left.", "競合はもうありません。";
        CannotChoose: "Both cannot stand here. Choose one of the two.", "ここでは両方を使えません。どちらかを選んでください。";
        Copies: "Other copies of this project lie beside it: {files}", "同じフォルダーにこのプロジェクトの別のコピーがあります：{files}";
        MergeCopies: "Merge them", "マージする";
        NotNow: "Not now", "あとで";
        MoveAside: "Move the merged copies into the folder “{folder}”?", "マージしたコピーを「{folder}」フォルダーに移動しますか？";
        Move: "Move", "移動";
        Leave: "Leave them", "そのままにする";
        Moved: "Moved into the folder “{folder}”: {n}", "「{folder}」フォルダーに{n}件移動しました";
        NotMoved: "A copy could not be moved: {file}", "コピーを移動できませんでした：{file}";
        AsideFolder: "merged copies", "マージ済みのコピー";
        SaveFirst: "Save the project to a file first.", "先にプロジェクトをファイルに保存してください。";
    }
}

messages! {
    /// Copies for departments, and merging them.
    ContributionText {
        Title: "A copy for a department", "部門用のコピー";
        About: "The department fills in its copy on another computer; new cards carry its name. “Merge copies…” brings all copies together.", "部門が別のパソコンで記入するためのコピーを作ります。新しいカードにはその部門の名前が付きます。記入後は「コピーをマージ…」でまとめられます。";
        NoDepartments: "This project has no departments yet. Add them in the outline first.", "このプロジェクトにはまだ部門がありません。先にアウトラインで追加してください。";
        Made: "Made: {file}", "作成しました：{file}";
        Exists: "{file} is there already and was left as it is.", "{file} はすでにあるため、そのままにしました。";
        Failed: "The copy could not be made: {reason}", "コピーを作れませんでした：{reason}";
        Merge: "Merge copies", "コピーをマージ";
        Brings: "{file}: {what}", "{file}：{what}";
        Other: "{file} is another project and is left out.", "{file} は別のプロジェクトのため、対象外です。";
        Unreadable: "{file} cannot be read and is left out.", "{file} は読み取れないため、対象外です。";
        BaseUnknown: "What it began with is not known: nothing is deleted.", "もとの状態がわからないため、削除は反映しません。";
        Total: "Together: {what}", "合計：{what}";
        NewConflicts: "Conflicts to settle: {n}", "解決が必要な競合：{n}件";
        DoMerge: "Merge", "マージする";
    }
}

messages! {
    /// States that are kept under a name.
    StatesText {
        Title: "Kept states", "残した状態";
        About: "A state holds the whole project as it was. It stays beside the file and costs only what differs.", "プロジェクト全体をその時点のまま残します。ファイルの隣に、違いの分だけ保存されます。";
        Name: "Name", "名前";
        Hint: "after the workshop of 11 May", "5月11日のワークショップ後";
        Keep: "Keep this state", "今の状態を残す";
        None: "Nothing is kept yet. Give the present state a name above.", "残した状態はまだありません。上で今の状態に名前を付けて残せます。";
        Unnamed: "Without a name", "名前なし";
        Given: "Given to {department}", "{department}に渡した状態";
        Restore: "Go back to this", "この状態に戻す";
        Compare: "Compare", "比較";
        Forget: "Delete", "削除";
        ReallyForget: "Delete for good", "完全に削除";
        KeepIt: "Keep it", "削除しない";
        Restored: "The project is as it was: {name}", "「{name}」の状態に戻しました";
        Same: "The project is as it was then.", "今の状態と同じです。";
        Since: "Since then", "その後の変更";
        Kept: "Kept: {name}", "残しました：{name}";
        Failed: "The kept states could not be read or written: {reason}", "残した状態を読み書きできませんでした：{reason}";
    }
}

/// How many records came, changed and went.
#[must_use]
pub fn counts_text(changes: &[Change], lang: Lang) -> String {
    let kinds = [
        (ChangeKind::Added, TogetherText::Added),
        (ChangeKind::Changed, TogetherText::Changed),
        (ChangeKind::Removed, TogetherText::Removed),
    ];
    let parts: Vec<String> = kinds
        .into_iter()
        .map(|(kind, text)| (changes.iter().filter(|change| change.kind == kind).count(), text))
        .filter(|(count, _)| *count > 0)
        .map(|(count, text)| fill(text.text(lang), &[("n", &count.to_string())]))
        .collect();
    if parts.is_empty() {
        return TogetherText::NoChanges.text(lang).to_owned();
    }
    listed(&parts.iter().map(String::as_str).collect::<Vec<_>>(), lang)
}
