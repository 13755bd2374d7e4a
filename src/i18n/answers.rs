//! Words of the filter over the customers' answers, and of the figures that go beyond a value.

use super::{Lang, fill, listed};
use crate::model::FeedbackFilter;

messages! {
    /// The filter over the answers, and what the figures of a step say.
    AnswersText {
        Title: "Answers", "回答";
        Period: "Period", "期間";
        From: "From", "開始";
        To: "To", "終了";
        AllMonths: "All months", "すべての期間";
        LastMonth: "Last month", "直近1か月";
        LastQuarter: "Last 3 months", "直近3か月";
        LastHalf: "Last 6 months", "直近6か月";
        LastYear: "Last 12 months", "直近12か月";
        Channels: "Channels", "チャネル";
        Segments: "Segments", "セグメント";
        Personas: "Personas", "ペルソナ";
        Clear: "Show all answers", "すべての回答を表示";
        Everything: "All answers are counted.", "すべての回答を集計しています。";
        Only: "Only {what}: {n} answers shown", "{what}のみ（表示中の回答 {n}件）";
        FromTo: "{from} to {to}", "{from}〜{to}";
        Since: "from {from}", "{from}以降";
        Until: "up to {to}", "{to}まで";
        Simple: "Not in it, because no combinations are kept of them: {sets}. Import the file again.", "組み合わせを保持していないため対象外：{sets}（再取り込みすると対象になります）";
        ByMonth: "By month", "月別";
        ByChannel: "By channel", "チャネル別";
        BySegment: "By segment", "セグメント別";
        ByPersona: "By persona", "ペルソナ別";
        Rivals: "Beside others", "他社・ベンチマークとの差";
        Words: "Frequent words", "よく出る言葉";
        WordsWhy: "In how many different comments. Words of fewer than {floor} are not shown.", "異なるコメントのうち何件に出るか。{floor}件未満の言葉は表示しません。";
        UnderFloor: "under {floor}", "{floor}件未満";
        Distribution: "Answers", "回答の分布";
        Change: "Since the period before", "前の期間との差";
        ChangeIs: "Since the period before: {change}", "前の期間との差：{change}";
        Proven: "{change} ({low} … {high})", "{change}（{low} … {high}）";
        Unproven: "no proven change ({change}, {low} … {high})", "変化は確認できません（{change}、{low} … {high}）";
        DifferenceUnproven: "no proven difference ({change}, {low} … {high})", "差は確認できません（{change}、{low} … {high}）";
        ValueWith: "{metric} · 95 % interval {range} · n {n}", "{metric}・95%信頼区間 {range}・n {n}";
        Compared: "{now} against {before}", "{now} と {before} の比較";
        Copy: "Copy as a table", "表としてコピー";
        Copied: "The table is in the clipboard.", "表をコピーしました。";
        Drivers: "What matters (key drivers)", "CSポートフォリオ";
        DriversWhy: "Across: correlation with {overall}. Up: mean of the item on a scale of 0–100. Items of fewer than 30 answers are left out; the bars are 95 % intervals.", "横軸：{overall}との相関　縦軸：項目の平均（0〜100換算）。回答30件未満の項目は対象外。線は95%信頼区間です。";
        NoDrivers: "For this, at least 30 answers must have both an item and an overall rating.", "項目と総合評価の両方がある回答が30件以上必要です。";
        Overall: "overall satisfaction", "総合満足度";
        Improve: "Improve first", "重点改善";
        KeepUp: "Keep up", "重点維持";
        Maintain: "Maintain", "維持";
        ImproveLater: "Improve", "改善";
        Ranking: "Low score × high volume", "低評価 × 高ボリューム";
        RankingWhy: "Volume × importance × how far the nearer end of the interval stays under the target (on the emotion axis).", "ボリューム × 重要度 × 目標との差（信頼区間の目標に近い側の端から、感情の軸で測ったもの）";
        Volume: "Volume", "ボリューム";
        Importance: "Importance", "重要度";
        Shortfall: "Under target", "目標との差";
        Score: "Rank value", "順位の値";
        PerMonth: "customers a month", "月間の顧客数";
        ByAnswers: "answers", "回答数";
        NothingLow: "No step stays under its target beyond doubt.", "目標を確実に下回るステップはありません。";
        Search: "Search the comments", "コメントを検索";
        AllLanguages: "All", "すべて";
        Japanese: "日本語", "日本語";
        English: "English", "English";
        OtherLanguage: "Other", "その他";
        NoComment: "No comment matches.", "一致するコメントはありません。";
        Pin: "Put on the map", "マップに追加";
        Pinned: "The comment is on the map.", "コメントをマップに追加しました。";
        Moved: "What moved", "動いたところ";
        MovedWhy: "Change of each step's value with its 95 % interval, proven changes first. Hollow: the interval covers 0.", "各ステップの値の変化と95%信頼区間。確かな変化が上に並びます。白抜きは、区間が0を含むもの。";
        NothingToCompare: "Two periods are needed to compare. Import the next month's or quarter's answers, with a date column.", "比べるには2つの期間の回答が必要です。日付の列がある、次の月や四半期のファイルを取り込んでください。";
        FewInPeriod: "too few answers in one of the periods", "どちらかの期間の回答が少なく、比較できません";
        NothingBefore: "not compared", "比較なし";
        CopyMoved: "Copy the changes as a table", "変化を表としてコピー";
        MovedVerdict: "Verdict", "判定";
        MovedProven: "proven change", "変化あり";
        MovedUnproven: "no proven change", "変化は確認できない";
        VoiceOf: "What customers say: “{step}”", "「{step}」の顧客の声";
        OpenPage: "Open on the Feedback page", "「顧客の声」のページで開く";
        WhyHidden: "Not shown: there are fewer than {floor} answers, or they could be worked out from a smaller group's neighbours. Figures appear as more answers are imported.", "回答が{floor}件未満か、ほかの数字から少人数の回答を逆算できるため、表示していません。回答が増えると表示されます。";
        WhyNone: "No answers to show for this step. Import a file whose step column says “{step}”, or link a name in the file to this step on the Feedback page.", "このステップの回答はまだありません。ステップの列に「{step}」と書かれたファイルを取り込むか、「顧客の声」のページでファイルの名前をこのステップに結びつけてください。";
        Sort: "Sort by {column}", "{column}で並べ替え";
    }
}

/// A filter in words.
#[must_use]
pub fn answers_words(filter: &FeedbackFilter, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    match (&filter.from, &filter.to) {
        (Some(from), Some(to)) if from == to => parts.push(from.clone()),
        (Some(from), Some(to)) => parts.push(fill(AnswersText::FromTo.text(lang), &[("from", from), ("to", to)])),
        (Some(from), None) => parts.push(fill(AnswersText::Since.text(lang), &[("from", from)])),
        (None, Some(to)) => parts.push(fill(AnswersText::Until.text(lang), &[("to", to)])),
        (None, None) => {}
    }
    for names in [&filter.channels, &filter.segments, &filter.personas].into_iter().filter(|names| !names.is_empty()) {
        parts.push(listed(&names.iter().map(String::as_str).collect::<Vec<_>>(), lang));
    }
    parts.join(if lang == Lang::Ja { "・" } else { ", " })
}
