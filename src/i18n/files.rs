//! Opening and saving files, in sentences that say what to do.

use super::check::{id_text, record_label};
use super::{Lang, fill};
use crate::model::Project;
use crate::store::{Notice, OpenError, Quarantined, SaveError, SaveFault, Unreadable};

messages! {
    /// Why a file could not be opened.
    OpenText {
        NotFound: "{file} was not found.", "{file} が見つかりません。";
        NoPermission: "You do not have permission to read {file}. Ask its owner.", "{file} を読み取る権限がありません。所有者に確認してください。";
        NotAFile: "{file} is not a file.", "{file} はファイルではありません。";
        TooLarge: "{file} is too large for a project: {size} MB; the limit is {limit} MB.", "{file} は大きすぎます（{size} MB、上限は{limit} MB）。";
        Empty: "{file} is empty. If it should hold something, look for an older copy.", "{file} は空です。内容があったはずの場合は、以前のコピーを探してください。";
        NotText: "{file} is not a Tabiji project: line {line} is not text in UTF-8.", "{file} はTabijiのプロジェクトではありません（{line}行目がUTF-8のテキストではありません）。";
        NotAProject: "{file} is not a Tabiji project. Reading stopped at line {line}, column {column}: {reason}.", "{file} はTabijiのプロジェクトではありません。{line}行目の{column}文字目で読み取れなくなりました（{reason}）。";
        NewerFormat: "{file} was saved by a newer Tabiji (file format {found}; this program reads up to {known}). Nothing was changed: open it with a newer version.", "{file} は新しいバージョンのTabijiで保存されています（形式{found}、このバージョンは{known}まで対応）。ファイルには手を加えていません。新しいバージョンで開いてください。";
        Io: "{file} could not be read: {reason}", "{file} を読み込めませんでした：{reason}";
    }
}

messages! {
    /// Why a file could not be saved. What was there before is untouched.
    SaveText {
        DiskFull: "{file} was not saved: the disk is full. Free some space or save elsewhere; the old file is unchanged.", "空き容量が足りないため {file} を保存できませんでした。空きを増やすか、別の場所に保存してください。元のファイルはそのままです。";
        NoPermission: "{file} was not saved: you do not have permission to write there. Save a copy elsewhere; the old file is unchanged.", "書き込む権限がないため {file} を保存できませんでした。別の場所にコピーを保存してください。元のファイルはそのままです。";
        ReadOnly: "{file} was not saved: it is write-protected. Save a copy elsewhere; the old file is unchanged.", "{file} は書き込み禁止のため保存できませんでした。別の場所にコピーを保存してください。元のファイルはそのままです。";
        NoFolder: "{file} was not saved: its folder does not exist.", "フォルダーが見つからないため {file} を保存できませんでした。";
        NotAFile: "{file} was not saved: there is a folder with this name.", "同じ名前のフォルダーがあるため {file} を保存できませんでした。";
        Busy: "{file} was not saved: another computer is writing it and does not finish. Try again in a moment; the old file is unchanged.", "ほかのパソコンが書き込み中のため {file} を保存できませんでした。しばらくしてからもう一度お試しください。元のファイルはそのままです。";
        NewerFormat: "{file} was not saved: a newer Tabiji wrote it, and what only that version knows would be lost. Save a copy elsewhere.", "{file} は新しいバージョンのTabijiで保存されているため、上書きしませんでした。別の場所にコピーを保存してください。";
        Replaced: "{file} was not saved: something else that is not a project was put in its place. Save a copy elsewhere.", "{file} がプロジェクトではない別のファイルに置き換わっているため、上書きしませんでした。別の場所にコピーを保存してください。";
        Other: "{file} was not saved: {reason}. The old file is unchanged.", "{file} を保存できませんでした（{reason}）。元のファイルはそのままです。";
    }
}

messages! {
    /// What opening a file brought to light.
    NoticeText {
        NoHeader: "The first line is not Tabiji's, so there is no telling whether the file is complete.", "1行目にTabijiのヘッダーがないため、ファイルがすべてそろっているか確認できません。";
        ChangedOutside: "The file was changed outside Tabiji: its checksum does not match.", "ファイルがTabiji以外で変更されています（チェックサムが一致しません）。";
        StandIn: "Writing the file was cut short. This is what was in it before; save to put the file right.", "ファイルの書き込みが途中で終わっていたため、その前の内容を読み込みました。保存するとファイルも元どおりになります。";
        EndMissing: "The end of the file is missing.", "ファイルの末尾が欠けています。";
        NoInfo: "The project's title and settings are missing.", "プロジェクトのタイトルと設定がありません。";
        UnknownField: "Line {line}: this version does not know the field “{field}”. It was left out; its value was {value}", "{line}行目：「{field}」はこのバージョンにない項目のため読み込みませんでした。値：{value}";
        Repeated: "Line {line}: {record} is there twice, word for word; one was kept.", "{line}行目：{record}がまったく同じ内容で2回あるため、1つだけ残しました。";
        Renamed: "Line {line}: two different records had the id {old}; this one got the new id {new}.", "{line}行目：ID {old} が別の内容と重複しているため、新しいID {new} を付けました。";
        Quarantined: "Line {line} could not be read ({reason}).", "{line}行目を読み取れませんでした（{reason}）。";
        NotText: "not UTF-8 text", "UTF-8のテキストではありません";
        SecondInfo: "a second title and settings", "タイトルと設定が2つあります";
        NotARecord: "column {column}: {reason}", "{column}文字目：{reason}";
    }
}

/// Why `file` could not be opened, as a sentence.
#[must_use]
pub fn open_error_text(error: &OpenError, file: &str, lang: Lang) -> String {
    let say = |text: OpenText, values: &[(&str, String)]| filled(text.text(lang), file, values);
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024).to_string();
    match error {
        OpenError::NotFound => say(OpenText::NotFound, &[]),
        OpenError::NoPermission => say(OpenText::NoPermission, &[]),
        OpenError::NotAFile => say(OpenText::NotAFile, &[]),
        OpenError::TooLarge { bytes, limit } => {
            say(OpenText::TooLarge, &[("size", megabytes(*bytes)), ("limit", megabytes(*limit))])
        }
        OpenError::Empty => say(OpenText::Empty, &[]),
        OpenError::NotText { line } => say(OpenText::NotText, &[("line", line.to_string())]),
        OpenError::NotAProject { line, column, reason } => say(
            OpenText::NotAProject,
            &[("line", line.to_string()), ("column", column.to_string()), ("reason", reason.clone())],
        ),
        OpenError::NewerFormat { found, known } => {
            say(OpenText::NewerFormat, &[("found", found.to_string()), ("known", known.to_string())])
        }
        OpenError::Io(source) => say(OpenText::Io, &[("reason", source.to_string())]),
    }
}

/// Why a file could not be saved, as a sentence.
#[must_use]
pub fn save_error_text(error: &SaveError, lang: Lang) -> String {
    let text = match error.fault {
        SaveFault::DiskFull => SaveText::DiskFull,
        SaveFault::NoPermission => SaveText::NoPermission,
        SaveFault::ReadOnly => SaveText::ReadOnly,
        SaveFault::NoFolder => SaveText::NoFolder,
        SaveFault::NotAFile => SaveText::NotAFile,
        SaveFault::Busy => SaveText::Busy,
        SaveFault::NewerFormat => SaveText::NewerFormat,
        SaveFault::Replaced => SaveText::Replaced,
        SaveFault::Other => SaveText::Other,
    };
    filled(text.text(lang), &error.path.display().to_string(), &[("reason", error.source.to_string())])
}

/// A notice as a sentence; `project` is the one that came out of the file.
#[must_use]
pub fn notice_text(notice: &Notice, project: &Project, lang: Lang) -> String {
    match notice {
        Notice::NoHeader => NoticeText::NoHeader.text(lang).to_owned(),
        Notice::ChangedOutside => NoticeText::ChangedOutside.text(lang).to_owned(),
        Notice::StandIn => NoticeText::StandIn.text(lang).to_owned(),
        Notice::EndMissing => NoticeText::EndMissing.text(lang).to_owned(),
        Notice::NoInfo => NoticeText::NoInfo.text(lang).to_owned(),
        Notice::UnknownField { line, field, value } => fill(
            NoticeText::UnknownField.text(lang),
            &[("line", &line.to_string()), ("field", field), ("value", value)],
        ),
        Notice::Repeated { line, record } => {
            let record = record_label(project, *record, lang);
            fill(NoticeText::Repeated.text(lang), &[("line", &line.to_string()), ("record", &record)])
        }
        Notice::Renamed { line, old, new } => fill(
            NoticeText::Renamed.text(lang),
            &[("line", &line.to_string()), ("old", &id_text(*old)), ("new", &id_text(*new))],
        ),
    }
}

/// A line that could not be read, as a sentence.
#[must_use]
pub fn quarantined_text(quarantined: &Quarantined, lang: Lang) -> String {
    let reason = unreadable_text(&quarantined.reason, lang);
    let line = quarantined.line.to_string();
    fill(NoticeText::Quarantined.text(lang), &[("line", &line), ("reason", &reason)])
}

/// Why a line could not be read, in a few words.
#[must_use]
pub fn unreadable_text(reason: &Unreadable, lang: Lang) -> String {
    match reason {
        Unreadable::NotText => NoticeText::NotText.text(lang).to_owned(),
        Unreadable::SecondInfo => NoticeText::SecondInfo.text(lang).to_owned(),
        Unreadable::NotARecord { column, reason } => {
            fill(NoticeText::NotARecord.text(lang), &[("column", &column.to_string()), ("reason", reason)])
        }
    }
}

/// The file goes in last, so that a brace in its name is not taken for a place to fill.
fn filled(text: &str, file: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> =
        values.iter().map(|(name, value)| (*name, value.as_str())).chain([("file", file)]).collect();
    fill(text, &values)
}
