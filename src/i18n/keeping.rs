//! Words about what is saved, what is kept safe, and who else has the file open.

use super::{Lang, fill};
use crate::store::SaveFault;
use crate::store::presence::Person;

messages! {
    /// Whether a document is safe, and what to do when it is not in its file.
    KeepText {
        Saving: "Saving…", "保存しています…";
        NotYet: "Changes will be saved in a moment", "変更はまもなく保存されます";
        Failed: "Not saved", "保存できていません";
        FailedWhy: "Could not save: {reason}", "保存できません：{reason}";
        Safe: "Your changes are safe on this computer.", "変更はこのパソコンに保管されています。";
        NotSafe: "Your changes are only in this window: save a copy now.", "変更はこのウィンドウにしかありません。今すぐコピーを保存してください。";
        TryAgain: "Try again", "もう一度保存";
        SaveCopy: "Save a copy…", "コピーを保存…";
        Unconfirmed: "Saved, but the disk did not confirm it. After a power cut the file may be the one before.", "保存しましたが、ディスクから書き込み完了の確認が得られませんでした。停電が起きると、保存前のファイルに戻ることがあります。";
        AutosaveOn: "Changes are saved automatically from now on.", "今後、変更は自動で保存されます。";
        AutosaveOff: "Changes are saved only when you ask for it.", "今後、変更は保存を指示したときだけ保存されます。";
        OpenAlso: "Open also by {people}", "{people}も開いています";
        And: ", ", "、";
        Person: "{user} ({host})", "{user}（{host}）";
        Others: "{people} and {n} more", "{people}ほか{n}人";
        OpenAlsoTip: "Everybody may go on working. When you save, the changes of all are kept.", "そのまま作業を続けられます。保存するときに全員の変更がまとめられます。";
    }
}

messages! {
    /// The reason why a file could not be saved, in a few words.
    ReasonText {
        DiskFull: "the disk is full", "ディスクの空き容量が足りません";
        NoPermission: "you may not write there", "書き込む権限がありません";
        ReadOnly: "the file is write-protected", "書き込み禁止になっています";
        NoFolder: "the folder cannot be reached", "フォルダーにアクセスできません";
        NotAFile: "there is a folder with this name", "同じ名前のフォルダーがあります";
        Busy: "another computer is writing the file", "ほかのパソコンが書き込み中です";
        NewerFormat: "a newer Tabiji wrote the file", "新しいバージョンのTabijiで保存されています";
        Replaced: "something else is in the file's place", "別のファイルに置き換わっています";
        Other: "the disk or the network failed", "ディスクまたはネットワークのエラーです";
    }
}

messages! {
    /// What is offered after the program ended unexpectedly.
    LeftText {
        Title: "Tabiji ended unexpectedly", "前回、Tabijiが予期せず終了しました";
        Unsaved: "It ended at {time}. {n} changes to “{title}” were not saved; they are kept here.", "{time}に終了しました。「{title}」に加えた{n}件の変更は保存されていませんが、残っています。";
        UnsavedOne: "It ended at {time}. One change to “{title}” was not saved; it is kept here.", "{time}に終了しました。「{title}」に加えた1件の変更は保存されていませんが、残っています。";
        Kept: "Kept on this computer", "このパソコンに残っている変更";
        Added: "{n} added", "追加{n}件";
        ChangedRecords: "{n} changed", "変更{n}件";
        Removed: "{n} removed", "削除{n}件";
        OnDisk: "File", "ファイル";
        NoFile: "It was not saved to a file yet.", "まだファイルに保存されていません。";
        Same: "{file} is as you last saved it.", "{file} は最後に保存したときのままです。";
        Changed: "{file} was changed by somebody since. Restoring changes nothing there; when you save, both are kept.", "{file} はその後、ほかの人が変更しています。復元してもファイルは変わりません。保存するときに両方の変更をまとめます。";
        Gone: "{file} cannot be found or read any more. Restoring brings the whole project back.", "{file} は見つからないか、読み取れません。復元するとプロジェクト全体が戻ります。";
        Restore: "Restore", "復元する";
        OpenSaved: "Open the saved file", "保存済みのファイルを開く";
        ThrowAway: "Do not restore", "復元しない";
        Later: "Later", "あとで";
        Hint: "“Later” asks again at the next start. What is not restored is kept for 14 days.", "「あとで」を選ぶと次の起動時にもう一度確認します。復元しなかった変更は14日間残ります。";
        Restored: "Restored. Save to put it into the file.", "復元しました。保存するとファイルに反映されます。";
    }
}

/// The reason why a file could not be saved, in a few words.
#[must_use]
pub fn reason_text(fault: SaveFault, lang: Lang) -> &'static str {
    match fault {
        SaveFault::DiskFull => ReasonText::DiskFull,
        SaveFault::NoPermission => ReasonText::NoPermission,
        SaveFault::ReadOnly => ReasonText::ReadOnly,
        SaveFault::NoFolder => ReasonText::NoFolder,
        SaveFault::NotAFile => ReasonText::NotAFile,
        SaveFault::Busy => ReasonText::Busy,
        SaveFault::NewerFormat => ReasonText::NewerFormat,
        SaveFault::Replaced => ReasonText::Replaced,
        SaveFault::Other => ReasonText::Other,
    }
    .text(lang)
}

/// Who else has the file open; nothing when nobody has.
#[must_use]
pub fn open_also_text(people: &[Person], lang: Lang) -> Option<String> {
    /// No more names than these.
    const NAMES: usize = 2;
    if people.is_empty() {
        return None;
    }
    let named = people.iter().take(NAMES);
    let name = |person: &Person| match person.user.as_str() {
        "" => person.host.clone(),
        user => fill(KeepText::Person.text(lang), &[("user", user), ("host", &person.host)]),
    };
    let names: Vec<String> = named.map(name).collect();
    let mut names = names.join(KeepText::And.text(lang));
    if people.len() > NAMES {
        let more = (people.len() - NAMES).to_string();
        names = fill(KeepText::Others.text(lang), &[("people", &names), ("n", &more)]);
    }
    Some(fill(KeepText::OpenAlso.text(lang), &[("people", &names)]))
}
