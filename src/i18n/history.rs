//! The names of the steps of the history, and why a change was refused.

use super::{Lang, fill};
use crate::edit::{EditError, Label, RecordKind, Verb};

messages! {
    /// Names of the steps of the history: `{kind}` is what it was done to.
    HistoryVerb {
        Add: "Add {kind}", "{kind}の追加";
        Edit: "Change {kind}", "{kind}の変更";
        Move: "Move {kind}", "{kind}の移動";
        Delete: "Delete {kind}", "{kind}の削除";
        Paste: "Paste {kind}", "{kind}の貼り付け";
        Import: "Import {kind}", "{kind}の取り込み";
        Split: "Split {kind}", "{kind}の分割";
        Merge: "Merge {kind}s", "{kind}の結合";
        TakeIn: "Take in colleagues’ changes", "ほかの人の変更の取り込み";
        Restore: "Go back to a kept state", "残した状態への復元";
        Settle: "Settle a conflict", "競合の解決";
    }
}

messages! {
    /// Kinds of records inside a sentence.
    KindName {
        Project: "project", "プロジェクト";
        Department: "department", "部門";
        Channel: "channel", "チャネル";
        Persona: "persona", "ペルソナ";
        Journey: "journey", "ジャーニー";
        Phase: "phase", "フェーズ";
        Step: "step", "ステップ";
        Lane: "lane", "レーン";
        Card: "card", "カード";
        Emotion: "emotion", "感情";
        Handoff: "handoff", "引き継ぎ";
        Link: "link", "分岐・ループ";
        Feedback: "feedback", "顧客の声";
        Alias: "name in the data", "データ上の名前";
        SavedView: "view", "ビュー";
        Conflict: "conflict", "競合";
        Tag: "tag", "タグ";
    }
}

messages! {
    /// Undo and redo with the name of the step.
    HistoryText {
        Undo: "Undo “{what}”", "「{what}」を元に戻す";
        Redo: "Redo “{what}”", "「{what}」をやり直す";
        Undone: "Undone: {what}", "元に戻しました：{what}";
        Redone: "Redone: {what}", "やり直しました：{what}";
    }
}

messages! {
    /// Why a change was refused.
    RefusedText {
        Missing: "This is no longer there.", "対象が見つかりません。すでに削除されています。";
        Exists: "This has been added already.", "すでに追加されています。";
        OtherJourney: "This belongs to another journey.", "別のジャーニーに属しているため、ここでは使えません。";
        NotBeside: "It cannot be placed here.", "ここには置けません。";
        Repeats: "There is one here already; change that one instead.", "同じものがすでにあります。そちらを変更してください。";
        NotANumber: "Please enter a number.", "数値を入力してください。";
    }
}

/// The name of a step of the history: "Move card", 「カードの移動」.
#[must_use]
pub fn label_text(label: Label, lang: Lang) -> String {
    let verb = match label.verb {
        Verb::Add => HistoryVerb::Add,
        Verb::Edit => HistoryVerb::Edit,
        Verb::Move => HistoryVerb::Move,
        Verb::Delete => HistoryVerb::Delete,
        Verb::Paste => HistoryVerb::Paste,
        Verb::Import => HistoryVerb::Import,
        Verb::Split => HistoryVerb::Split,
        Verb::Merge => HistoryVerb::Merge,
        Verb::TakeIn => HistoryVerb::TakeIn,
        Verb::Restore => HistoryVerb::Restore,
        Verb::Settle => HistoryVerb::Settle,
    };
    fill(verb.text(lang), &[("kind", kind_name(label.kind).text(lang))])
}

/// What a kind of record is called inside a sentence.
#[must_use]
pub const fn kind_name(kind: RecordKind) -> KindName {
    match kind {
        RecordKind::Project => KindName::Project,
        RecordKind::Department => KindName::Department,
        RecordKind::Channel => KindName::Channel,
        RecordKind::Persona => KindName::Persona,
        RecordKind::Journey => KindName::Journey,
        RecordKind::Phase => KindName::Phase,
        RecordKind::Step => KindName::Step,
        RecordKind::Lane => KindName::Lane,
        RecordKind::Card => KindName::Card,
        RecordKind::Emotion => KindName::Emotion,
        RecordKind::Handoff => KindName::Handoff,
        RecordKind::Link => KindName::Link,
        RecordKind::Feedback => KindName::Feedback,
        RecordKind::Alias => KindName::Alias,
        RecordKind::SavedView => KindName::SavedView,
        RecordKind::Conflict => KindName::Conflict,
        RecordKind::Tag => KindName::Tag,
    }
}

/// A sentence about a step of the history: "Undo “Move card”", 「カードの移動」を元に戻す.
#[must_use]
pub fn history_text(text: HistoryText, label: Label, lang: Lang) -> String {
    fill(text.text(lang), &[("what", &label_text(label, lang))])
}

/// Why a change was refused, and what to do, in a sentence.
#[must_use]
pub const fn refused_text(error: &EditError, lang: Lang) -> &'static str {
    match error {
        EditError::Missing(_) => RefusedText::Missing,
        EditError::Exists(_) => RefusedText::Exists,
        EditError::OtherJourney(_) => RefusedText::OtherJourney,
        EditError::NotBeside { .. } | EditError::Unordered(_) => RefusedText::NotBeside,
        EditError::Repeats { .. } => RefusedText::Repeats,
        EditError::NotANumber(_) => RefusedText::NotANumber,
    }
    .text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_says_what_it_takes_back_in_both_languages() {
        let label = Label::new(Verb::Move, RecordKind::Card);
        assert_eq!(history_text(HistoryText::Undo, label, Lang::En), "Undo “Move card”");
        assert_eq!(history_text(HistoryText::Undo, label, Lang::Ja), "「カードの移動」を元に戻す");
    }
}
