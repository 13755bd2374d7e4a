//! Words of the filter bar, of saved views, and of who is writing.

use super::{Lang, fill};
use crate::model::SavedView;

messages! {
    /// The filter bar and what belongs to it.
    FilterBarText {
        Departments: "Departments", "部門";
        Evidence: "Evidence", "根拠";
        Personas: "Personas", "ペルソナ";
        Tags: "Tags", "タグ";
        Count: "{name}, {n} cards", "{name}、{n}枚";
        FacetOf: "{facet}: {n} chosen", "{facet}：{n}件を選択中";
        Dimmed: "Pale", "薄く";
        DimmedTip: "Cards outside the filter are drawn pale", "対象外のカードを薄く表示";
        Hidden: "Hidden", "非表示";
        HiddenTip: "Cards outside the filter are left out", "対象外のカードを表示しない";
        Clear: "Clear", "解除";
        ClearTip: "Show all cards (Alt+Shift+0)", "すべてのカードを表示（Alt+Shift+0）";
        Close: "Close the filter bar", "絞り込みバーを閉じる";
        KnownTip: "Show what is known in each phase", "フェーズごとの根拠の割合を表示";
        FindTag: "Find a tag", "タグを検索";
        NoTags: "No tags yet. Select a card and type tags in the inspector.", "タグはまだありません。カードを選び、右側のインスペクターで入力できます。";
        NoTagFound: "No tag is called that.", "該当するタグはありません。";
        RenameTag: "Rename this tag everywhere", "このタグの名前をすべて変更";
        DeleteTag: "Delete this tag everywhere", "このタグをすべて削除";
        TagMenu: "Rename or delete “{tag}”", "「{tag}」の名前を変更・削除";
        RemoveTag: "Remove the tag “{tag}”", "タグ「{tag}」を外す";
        AddTag: "Add a tag", "タグを追加";
        TagHint: "Tag, Enter", "タグを入力しEnter";
        Views: "Views", "ビュー";
        View: "View: {name}", "ビュー：{name}";
        ViewChanged: "View: {name} (changed)", "ビュー：{name}（変更あり）";
        ViewsWhy: "A view keeps a filter under a name, in the project, so that the whole team comes back to the same picture with one click.", "ビューは、絞り込みに名前を付けて残す機能です。プロジェクトに保存されるので、チーム全員がワンクリックで同じ見え方に戻せます。";
        ChooseFirst: "Choose departments, evidence, personas or tags first.", "先に部門・根拠・ペルソナ・タグのいずれかを選んでください。";
        SaveView: "Save the filter as a view", "絞り込みをビューとして保存";
        UpdateView: "Update “{name}” with the filter as it is now", "「{name}」を今の絞り込みで更新";
        RenameView: "Rename", "名前を変更";
        DuplicateView: "Duplicate", "複製";
        DeleteView: "Delete", "削除";
        MoveUp: "Move up", "上へ移動";
        MoveDown: "Move down", "下へ移動";
        ShowView: "Show this view", "このビューを表示";
        ViewMenu: "Change “{name}”", "「{name}」を編集";
        ViewName: "Name of the view", "ビューの名前";
        LostView: "Was made for {names}, deleted since.", "{names}は削除されたため、その条件は外れています。";
        ShowsWhat: "Shows", "表示内容";
        InJourney: "Journey", "ジャーニー";
        AnyJourney: "The one that is shown", "表示中のジャーニー";
        NoFilter: "Everything", "すべて";
        Writer: "Writing as {who}", "記入：{who}";
        WriterNobody: "Writing as nobody in particular", "記入部門の指定なし";
        WriterTip: "The author of new cards (Ctrl+Shift+D for the next one)", "新しいカードの記入部門（Ctrl+Shift+Dで切り替え）";
        Nobody: "Nobody in particular", "指定なし";
        AuthorOf: "Who wrote the {n} selected cards?", "選択中のカード{n}枚の記入部門";
        NewIsOut: "The card is outside the filter and not shown.", "カードは絞り込みの対象外のため、表示されていません。";
        AlikeBoth: "“{other}” has the same colour and shape.", "「{other}」と色・形が同じです。";
        AlikeLetter: "“{other}” has the same letter.", "「{other}」とマークの文字が同じです。";
        Suggested: "Suggested", "候補";
        Wrote: "Wrote {cards} cards, stands for {points} points of the emotion curve, owns {steps} touchpoints.", "カード{cards}枚を記入、感情曲線の点{points}個、担当タッチポイント{steps}個。";
        DeletedDepartment: "“{name}” was deleted. {cards} cards stay, without an author; {points} points of the emotion curve went with it.", "「{name}」を削除しました。カード{cards}枚は記入部門なしで残り、感情曲線の点{points}個は削除されました。";
        DeleteDepartment: "Delete the department", "この部門を削除";
        DeleteWhy: "Its cards stay, without an author. Its points of the emotion curve are deleted.", "カードは記入部門なしで残ります。感情曲線の点は削除されます。";
    }
}

/// What a view lost since it was saved.
#[must_use]
pub fn lost_words(view: &SavedView, lang: Lang) -> String {
    let quoted = |name: &String| if lang == Lang::Ja { format!("「{name}」") } else { format!("“{name}”") };
    let names: Vec<String> = view.lost.iter().map(quoted).collect();
    let names = names.join(if lang == Lang::Ja { "" } else { ", " });
    fill(FilterBarText::LostView.text(lang), &[("names", &names)])
}
