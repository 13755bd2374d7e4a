//! Words of the list of imported files: how old they are, how they were read, and what the team decided about them.

use super::{Lang, fill};
use crate::base::Date;

messages! {
    /// The imported files and what was decided about them.
    SourcesText {
        UpTo: "Answers up to", "最新の回答";
        Age: "Imported", "取り込み";
        Today: "today", "今日";
        OneDay: "1 day ago", "1日前";
        Days: "{n} days ago", "{n}日前";
        OneMonth: "1 month old", "1か月前";
        Months: "{n} months old", "{n}か月前";
        OneYear: "1 year old", "1年前";
        Years: "{n} years old", "{n}年前";
        Details: "How “{name}” was read", "「{name}」の読み方と履歴";
        Mapping: "Columns", "列の対応";
        MappedTo: "{header}: {role}", "{header}：{role}";
        History: "Imports", "取り込みの履歴";
        Used: "{used} of {rows} rows used", "{rows}行のうち{used}行を集計";
        FromTo: "{from} to {to}", "{from}〜{to}";
        NoHistory: "It was imported before the history was kept.", "履歴の記録が始まる前に取り込まれたファイルです。";
        Next: "Import the next file…", "新しいファイルで更新…";
        NextWhy: "A file with the same columns is read the same way, without a question. At the end you choose whether it is added or takes the place of what is there.", "列が同じファイルは、同じ読み方で読み込みます。追加するか置き換えるかは、最後に選べます。";
        NoCube: "There are too many combinations to keep, or the file was imported before they were kept: filters by two things, weights and other companies are not available for this file.", "組み合わせが多すぎるか、以前の版で取り込んだため、このファイルでは複数の条件での絞り込み・重み・他社との比較を使えません。";
        OwnCompany: "Our company in “{name}”", "「{name}」の自社";
        OwnCompanyHead: "Our company", "自社";
        OwnCompanyWhy: "The file does not say which company is yours. When you change it, comments, words and correlations are taken out, since they are about the other one; import the file again for those of yours.", "どの会社が自社か、ファイルに書かれていません。変更すると、別の会社についてのコメント、言葉、相関は外れます。もう一度取り込むと、自社のものが入ります。";
        Cuts: "When is a rating good?", "「良い」とみなす評点";
        CutsWhy: "The share on the map counts these answers.", "マップに示す割合は、この評点以上の回答を数えたものです。";
        CutOf: "Good answers to “{rating}”", "「{rating}」の良い回答";
        From: "share of answers from {n}", "{n}点以上の割合";
        WholeSample: "The filter does not apply here: the correlations are of all answers.", "絞り込みはここには反映されません（相関はすべての回答によるものです）。";
        DragHint: "Choose the step, or drag the name onto a step in the table above.", "ステップを選ぶか、名前を上の表のステップへドラッグしてください。";
        Drag: "“{name}”, to be dragged onto a step", "「{name}」（ステップへドラッグできます）";
    }
}

/// How long ago something was: "3 months old", 「3か月前」.
#[must_use]
pub fn age_text(then: Date, now: Date, lang: Lang) -> String {
    let not_yet = i32::from(now.day() < then.day());
    let months = 12 * (i32::from(now.year()) - i32::from(then.year())) + i32::from(now.month())
        - i32::from(then.month())
        - not_yet;
    let days = (now - then).get_days();
    let (one, several, n) = match months {
        ..=0 if days <= 0 => return SourcesText::Today.text(lang).to_owned(),
        ..=0 => (SourcesText::OneDay, SourcesText::Days, days),
        1..24 => (SourcesText::OneMonth, SourcesText::Months, months),
        _ => (SourcesText::OneYear, SourcesText::Years, months / 12),
    };
    if n == 1 { one.text(lang).to_owned() } else { fill(several.text(lang), &[("n", &n.to_string())]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_age_is_as_coarse_as_one_would_say_it() {
        let now = date(2026, 11, 24);
        let say = |then| age_text(then, now, Lang::En);
        assert_eq!(say(now), "today");
        assert_eq!(say(date(2026, 11, 23)), "1 day ago");
        assert_eq!(say(date(2026, 10, 25)), "30 days ago");
        assert_eq!(say(date(2026, 10, 24)), "1 month old");
        assert_eq!(age_text(date(2026, 8, 1), now, Lang::Ja), "3か月前");
        assert_eq!(say(date(2024, 1, 1)), "2 years old");
    }
}
