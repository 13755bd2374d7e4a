//! Words of the feedback page: importing a file, and what was imported.

use super::Lang;

messages! {
    /// The feedback page.
    FeedbackPageText {
        Title: "Feedback", "顧客の声";
        DropHere: "Drop a survey file here", "アンケートのファイルをここにドロップ";
        DropNow: "Let go to read the file", "ここで離すと読み込みます";
        DropWhy: "Every step of the map then shows what customers said, and how sure that is.", "マップの各ステップに、回答数・評価・その確かさが表示されます。";
        ChooseFile: "Choose a file…", "ファイルを選ぶ…";
        ImportAnother: "Import another file…", "別のファイルを取り込む…";
        Kinds: "Excel, CSV, TSV or JSON; one answer per row, or one respondent per row (Google Forms, Qualtrics).", "Excel・CSV・TSV・JSON。1行に1回答でも、1行に1人の回答（Googleフォーム、Qualtricsなど）でもかまいません。";
        KindsMore: "Several files with the same columns can be dropped together. The project keeps the figures, not the files.", "列が同じファイルは、まとめてドロップできます。プロジェクトには集計結果だけが残ります。";
        StageColumns: "1  Check the columns", "1　列の確認";
        StageRead: "2  Read", "2　読み込み";
        StageNames: "3  Match the names", "3　名前の照合";
        Looking: "Looking at the file…", "ファイルを確認しています…";
        Encoding: "Encoding", "文字コード";
        Delimiter: "Separator", "区切り文字";
        Comma: "Comma", "カンマ";
        Tab: "Tab", "タブ";
        Semicolon: "Semicolon", "セミコロン";
        Bar: "Vertical bar", "縦棒";
        Sheet: "Sheet", "シート";
        HeaderRow: "Header row", "見出しの行";
        ReadLike: "Read like “{name}”, which has the same columns.", "列が同じ「{name}」と同じ読み方にしました。";
        GoogleForms: "Recognised as an export of Google Forms.", "Googleフォームの回答として読み込みます。";
        Qualtrics: "Recognised as an export of Qualtrics: three header rows.", "Qualtricsの書き出しとして読み込みます（見出し3行）。";
        ARowIs: "A row is", "1行の内容";
        OneAnswer: "one answer", "1件の回答";
        OneRespondent: "one respondent", "1人の回答";
        NoAnswerCodes: "Also no answer", "無回答とする値";
        NoAnswerHint: "e.g. 99", "例：99";
        NoAnswerUsual: "besides blanks, -1, -9999, N/A …", "空欄、-1、-9999、無回答などのほかに";
        Questions: "What each question is about", "どの質問がどのステップについてか";
        QuestionsWhy: "Every answered question counts as an answer about its step.", "回答のあった質問ごとに、そのステップへの回答として数えます。";
        Question: "Question", "質問";
        Measures: "Measures", "指標";
        Scale: "Scale", "尺度";
        ScaleOf: "Scale of “{question}”", "「{question}」の尺度";
        SeveralScales: "differs by question; a choice here sets all", "質問ごとに異なります（ここで選ぶとすべて変わります）";
        FirstAnswers: "First answers", "最初の回答";
        StepOfQuestion: "Step of “{question}”", "「{question}」のステップ";
        OwnWords: "Its own words", "質問の言葉";
        Speed: "{n} rows per second", "毎秒{n}行";
        LeftPartly: "Rows of which one answer is left out; their others count", "一部の回答だけを除いた行（ほかの回答は数えます）";
        Example: "e.g. “{text}”", "例：「{text}」";
        RoleOf: "What is “{column}”?", "「{column}」の内容";
        Columns: "What does each column hold? Correct any wrong guesses.", "各列の内容を確認してください。違っていれば選び直せます。";
        FirstRows: "The first {n} rows", "最初の{n}行";
        CsatScale: "Satisfaction was asked from 1 to", "満足度の段階数";
        CesScale: "Effort was asked from 1 to", "手間の段階数";
        CesDirection: "A high answer means", "大きい数字の意味";
        Easy: "it was easy", "楽だった";
        Hard: "it was hard", "大変だった";
        DateOrder: "Dates such as 03/04/2026 are", "03/04/2026 のような日付";
        MonthFirst: "month first", "月が先";
        DayFirst: "day first", "日が先";
        Points: "{n}", "{n}段階";
        Ready: "All required columns are there.", "必要な列がそろっています。";
        Read: "Read the file", "読み込む";
        Cancel: "Cancel", "キャンセル";
        Stop: "Stop reading", "読み込みを中止";
        Reading: "Reading {file}", "{file} を読み込んでいます";
        RowsRead: "{n} rows", "{n}行";
        NothingKept: "The project is as it was.", "プロジェクトは変更されていません。";
        Back: "Back to the columns", "列の確認に戻る";
        OtherFile: "Choose another file…", "別のファイルを選ぶ…";
        Used: "{used} of {rows} rows can be used", "{rows}行のうち{used}行を使えます";
        NoneUsed: "No row can be used. Check what each column holds, and the scales.", "使える行がありません。列の内容や段階数を確認してください。";
        LeftOut: "Left out", "除外した行";
        Rejected: "{n} rows, the first is line {line}", "{n}行（最初は{line}行目）";
        RejectedOne: "1 row, line {line}", "1行（{line}行目）";
        Repeated: "duplicates of an earlier row", "前の行と重複";
        RepeatedRows: "{n} rows", "{n}行";
        RepeatedOne: "1 row", "1行";
        DuplicatesPartly: "There are too many respondents to compare them all; some duplicates may have been counted.", "回答者が多いため、重複の確認は一部の行までです。重複した行が含まれている可能性があります。";
        Names: "Names in the file and on the map", "ファイルの名前とマップの名前";
        NameInFile: "In the file", "ファイルの名前";
        Rows: "Rows", "行数";
        OnMap: "On the map", "マップでの名前";
        Known: "Known name", "登録済みの名前";
        Ask: "Is it “{step}”?", "「{step}」のことですか？";
        Yes: "Yes", "はい";
        YesToAll: "Yes to all {n}", "{n}件すべて「はい」";
        Confirmed: "Linked by you", "結びつけ済み";
        NotAssigned: "Not on the map", "マップにない";
        StepFor: "Step for “{name}”", "「{name}」のステップ";
        Assigned: "{assigned} rows are linked to steps on the map; {rest} are not assigned.", "{assigned}行がマップのステップに入り、{rest}行は未割り当てのまま残ります。";
        Apply: "Show on the map", "マップに重ねる";
        Files: "Imported files", "取り込んだファイル";
        Name: "Name", "名前";
        File: "File", "ファイル";
        Imported: "Imported", "取り込み日";
        RejectedHead: "Left out", "除外";
        Duplicates: "Duplicates", "重複";
        Delete: "Delete “{name}”", "「{name}」を削除";
        NameOf: "Name of “{name}”", "「{name}」の名前";
        Unassigned: "Not on the map yet", "マップにない名前";
        UnassignedWhy: "{rows} answers name no step on the map. Choose the step once, and the next file matches automatically.", "{rows}件の回答が、どのステップにも一致しません。ステップを選ぶと、次からは自動で一致します。";
        Figures: "What customers say, step by step", "ステップごとの顧客の声";
        FiguresByPhase: "What customers say, phase by phase", "フェーズごとの顧客の声";
        ByStep: "By step", "ステップ別";
        ByPhase: "By phase", "フェーズ別";
        PhaseNote: "A phase counts the answers about its steps, and those that name only the phase. It is hidden where it would give away a step that is.", "フェーズの数字は、そのステップへの回答と、フェーズだけを挙げた回答の合計です。非表示のステップを逆算できる場合は、フェーズも表示しません。";
        Step: "Step", "ステップ";
        Phase: "Phase", "フェーズ";
        NpsHead: "NPS", "NPS";
        CsatHead: "Satisfied (top 2)", "満足度（上位2）";
        CesHead: "Found it easy", "手間が少ない";
        IntervalNote: "Small figures and bars: 95 % interval. Hollow: fewer than 10 answers; pale: fewer than 30.", "小さい数字と横棒は95%信頼区間。白抜きは10件未満、淡色は30件未満。";
        Hidden: "under {floor}, hidden", "{floor}件未満のため非表示";
        HiddenPhase: "hidden: a small group could be worked out from it", "少人数の回答を逆算できるため非表示";
        NoAnswers: "no answers", "回答なし";
        OtherScale: "{n} answers on another scale are not counted: scales cannot be mixed.", "尺度の異なる回答{n}件は集計に含めていません（尺度の違う回答は合算できません）。";
        Quotes: "In their words", "顧客の言葉";
        QuotesOf: "Comments on “{step}”", "「{step}」へのコメント";
        ChooseStep: "Choose a step to read its comments.", "ステップを選ぶとコメントが表示されます。";
        NoQuotes: "No comments to show.", "表示できるコメントはありません。";
        Masked: "E-mail addresses, phone, card and postal numbers, and the names listed in the project are masked.", "メールアドレス、電話・カード・郵便番号と、プロジェクトに登録した人名は伏せてあります。";
        Of: "{n} of {all}", "{all}件中{n}件";
    }
}

/// The size of a file: `250 KB`, `1.2 MB`.
#[must_use]
pub fn size_text(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// What separates the cells of a file, in words.
#[must_use]
pub const fn delimiter_name(delimiter: u8, lang: Lang) -> &'static str {
    match delimiter {
        b'\t' => FeedbackPageText::Tab,
        b';' => FeedbackPageText::Semicolon,
        b'|' => FeedbackPageText::Bar,
        _ => FeedbackPageText::Comma,
    }
    .text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_can_be_read_at_a_glance() {
        assert_eq!([12, 256_024, 12_345_678].map(size_text), ["12 B", "257 KB", "12.3 MB"]);
    }
}
