//! Words about feedback files: what a column is, why a row was left out, why a file could not be read.

use super::domain::Named;
use super::{Lang, fill, grouped};
use crate::feedback::{FeedbackError, Reason};
use crate::model::ColumnRole;

messages! {
    /// Column roles.
    RoleName {
        Ignore: "Not used", "使わない";
        Date: "Date", "日付";
        Respondent: "Respondent", "回答者";
        Step: "Step", "ステップ";
        Phase: "Phase", "フェーズ";
        Channel: "Channel", "チャネル";
        Segment: "Segment", "セグメント";
        Persona: "Persona", "ペルソナ";
        Nps: "NPS (0–10)", "NPS（0〜10）";
        Csat: "Satisfaction (CSAT)", "満足度（CSAT）";
        Ces: "Effort (CES)", "手間の少なさ（CES）";
        Rating: "Other rating", "その他の評価";
        Comment: "Comment", "コメント";
        Weight: "Weight", "ウェイト";
        Competitor: "Company", "企業・競合";
        Language: "Language", "言語";
        Overall: "Overall satisfaction", "総合満足度";
    }
}

messages! {
    /// Why rows were left out.
    ReasonText {
        Ragged: "more or fewer cells than the header", "列の数が見出しと違う";
        UnclosedQuote: "a quote is not closed", "引用符が閉じられていない";
        NoObject: "not a JSON object", "JSONのオブジェクトではない";
        NoStep: "no step", "ステップが空欄";
        BadDate: "not a date", "日付として読めない";
        OffScale: "outside the scale", "評価の範囲外の値";
        NoAnswer: "nothing answered", "評価の回答なし";
    }
}

messages! {
    /// Why a file could not be read.
    FeedbackProblem {
        Io: "{file} could not be read: {reason}", "{file} を読み込めませんでした（{reason}）。";
        Empty: "{file} is empty.", "{file} は空のファイルです。";
        Binary: "{file} is neither text nor an Excel file. Save it as CSV or .xlsx first.", "{file} はテキストでもExcelファイルでもありません。CSVか.xlsx形式で保存し直してください。";
        OldWorkbook: "{file} is an Excel file of the old kind (.xls) or has a password. Save it as .xlsx without a password.", "{file} は古い形式（.xls）か、パスワード付きのExcelファイルです。パスワードを外し、.xlsx形式で保存し直してください。";
        BrokenWorkbook: "{file} is not a sound Excel file ({reason}). Open it in Excel and save it again, or save it as CSV.", "{file} はExcelファイルとして正しく読み取れません（{reason}）。Excelで開いて保存し直すか、CSV形式で保存してください。";
        WorkbookParts: "{file} has more than {limit} parts, which no survey needs; it was not opened. Save the sheet as CSV.", "{file} の中の部品が{limit}個を超えているため、安全のため開きませんでした。シートをCSV形式で保存してください。";
        WorkbookTooLarge: "{file} unpacks to more than {limit} MB and was not opened. Save the sheet as CSV: files of any size are read then.", "{file} を展開すると{limit}MBを超えるため、開きませんでした。シートをCSV形式で保存すれば、大きさに制限なく読み込めます。";
        SheetTooLarge: "The sheet of {file} is larger than {rows} rows by {columns} columns (reached at row {line}); nothing of it was imported. Save it as CSV: files of any size are read then.", "{file} のシートが{rows}行×{columns}列を超えています（{line}行目で超過）。何も取り込んでいません。CSV形式で保存すれば、大きさに制限なく読み込めます。";
        NoSuchSheet: "{file} has no sheet “{sheet}”.", "{file} に「{sheet}」というシートはありません。";
        Json: "{file} is damaged at line {line}, character {column}: that is not JSON. The {rows} rows before it are sound, but nothing was imported. Correct that line, or export the file again.", "{file} の{line}行目{column}文字目がJSONとして正しくありません。それより前の{rows}件は正常ですが、何も取り込んでいません。その行を直すか、ファイルを書き出し直してください。";
        JsonCut: "{file} ends in the middle, on line {line}. The {rows} rows before it are sound, but nothing was imported. It was probably not copied to its end: get the file again.", "{file} は{line}行目の途中で終わっています。それより前の{rows}件は正常ですが、何も取り込んでいません。コピーが途中で止まった可能性があります。ファイルを入手し直してください。";
        TooLarge: "{file} is larger than {limit} MB and was not opened. Save it as CSV: files of any size are read then.", "{file} は{limit}MBを超えているため、開きませんでした。CSVで保存すれば、大きさに制限なく読み込めます。";
        OtherColumns: "{file} has no column “{header}”, so it cannot be read together with the others. Import it by itself.", "{file} に「{header}」の列がないため、ほかのファイルとまとめて読み込めません。単独で取り込んでください。";
        NoTopic: "Say which step “{header}” is about.", "「{header}」がどのステップの質問かを指定してください。";
        AskedTwice: "Two columns ask for {role} of “{step}”; choose another step for one of them.", "「{step}」の「{role}」を尋ねる列が2つあります。どちらかを別のステップにしてください。";
        UnknownEncoding: "“{name}” is not a known encoding. Try UTF-8, Shift_JIS, UTF-16LE or EUC-JP.", "「{name}」という文字コードはありません。UTF-8、Shift_JIS、UTF-16LE、EUC-JP などを指定してください。";
        NoColumn: "No column was recognised as {role}; choose one.", "「{role}」にあたる列が見つかりません。列を選んでください。";
        NoMetric: "No column was recognised as an answer. Choose one as NPS, satisfaction or effort.", "評価の列が見つかりません。NPS、満足度、手間の少なさのいずれかの列を選んでください。";
        NoSuchColumn: "The file has no column “{header}”.", "「{header}」という列はファイルにありません。";
        TwoColumns: "Two columns are chosen as {role}; choose one.", "「{role}」に2つの列が選ばれています。1つだけ選んでください。";
        TooManyNames: "Column “{header}” of {file} holds more than {limit} different values (line {line}), too many for {role}: it is probably free text. Choose another column.", "{file} の「{header}」の列には{limit}種類を超える値があり（{line}行目）、「{role}」としては多すぎます。自由記述の列かもしれません。別の列を選んでください。";
        TooManyGroups: "Steps, channels, months and segments make more than {limit} groups. One of these columns is probably free text.", "ステップ・チャネル・月・セグメントの組み合わせが{limit}を超えました。いずれかが自由記述の列かもしれません。";
        EndlessRow: "The row of {file} that begins at line {line} does not end; a quote is probably not closed there. Nothing was imported. Correct the file and read it again.", "{file} の{line}行目から始まる行が終わりません。引用符（\"）が閉じられていない可能性があります。何も取り込んでいません。ファイルを直してから読み込み直してください。";
        Cancelled: "Reading was stopped.", "読み込みを中止しました。";
    }
}

messages! {
    /// What the command line says about feedback files.
    FeedbackText {
        Summary: "{file}: {rows} rows, {used} used, {rejected} left out, {duplicates} duplicates ({encoding})", "{file}：{rows}行（使用 {used}、除外 {rejected}、重複 {duplicates}、文字コード {encoding}）";
        SummaryOfSheet: "{file}, sheet “{sheet}”: {rows} rows, {used} used, {rejected} left out, {duplicates} duplicates", "{file} のシート「{sheet}」：{rows}行（使用 {used}、除外 {rejected}、重複 {duplicates}）";
        RejectedRows: "  {rows} left out from line {line}: {reason} ({example})", "  除外 {rows}行（最初は{line}行目）：{reason}（{example}）";
        PartlyRows: "  {rows} rows with an answer that does not count, from line {line}: {reason} ({example})", "  一部の回答を除いた行 {rows}行（最初は{line}行目）：{reason}（{example}）";
        QuestionLine: "  {role} of {step} ← {header}", "  {step}の{role} ← {header}";
        ReadAsBefore: "  read like “{name}”, which had the same columns", "  列が同じ「{name}」と同じ読み方をしました";
        DuplicatesPartly: "  There are too many respondents to compare them all: some duplicates may have been counted.", "  回答者が多いため、重複の確認は一部の行までです。重複した行が含まれている可能性があります。";
        ColumnLine: "  {role} ← {header}", "  {role} ← {header}";
        Step: "Step", "ステップ";
        Phase: "Phase", "フェーズ";
        Change: "Change", "変化";
        Rows: "n", "n";
        Top2: "Top 2", "上位2";
        Easy: "Easy", "手間が少ない";
        Interval: "95 % interval", "95%信頼区間";
        Hidden: "hidden: too few answers to show", "非表示（回答が少ないため）";
        HiddenPhase: "hidden: a small group could be worked out from it", "非表示（少人数の回答を逆算できるため）";
        Unassigned: "Not on the map: {name} ({rows} rows)", "マップにない名前：{name}（{rows}行）";
        UnassignedLike: "Not on the map: {name} ({rows} rows); is it “{step}”?", "マップにない名前：{name}（{rows}行）。「{step}」のことですか？";
        LeftOut: "{n} answers on another scale are not counted.", "尺度の異なる回答{n}件は集計に含めていません。";
        Only: "Only {what}: {n} answers shown", "{what}のみ（表示中の回答 {n}件）";
        Simple: "Not in it, because there are too many combinations to filter by two things: {sets}", "組み合わせが多すぎて、複数の条件では絞り込めないため対象外：{sets}";
        NoSuchPart: "{role}: “{wanted}” does not occur in the answers. There are: {known}", "{role}「{wanted}」は回答にありません。あるのは次のとおりです：{known}";
        NoParts: "{role}: the answers name none, so they cannot be filtered by it.", "{role}の列がないため、この条件では絞り込めません。";
        NothingThen: "No answer was given in that period: the answers are from {from} to {to}.", "その期間の回答はありません。回答があるのは{from}から{to}までです。";
        NoDates: "The answers have no dates, so they cannot be filtered by period.", "日付の列がないため、期間では絞り込めません。";
        Applied: "Added to {file}.", "{file} に取り込みました。";
        AddedTo: "{source}: {n} answers added to “{name}”; no month is in both.", "{source}：「{name}」に{n}件を追加しました（重なる月はありません）。";
        AddedShared: "{source}: {n} answers added to “{name}”; {shared} of them lie in months that were there already ({from} to {to}) and count twice if they are the same.", "{source}：「{name}」に{n}件を追加しました。うち{shared}件はすでにあった月（{from}〜{to}）の回答で、同じ回答なら二重に数えます。";
        AddedPlain: "{source}: {n} answers added to “{name}”.", "{source}：「{name}」に{n}件を追加しました。";
        ReplacedIn: "{source}: {n} answers in the place of the {there} of “{name}”, of which they hold {held}.", "{source}：「{name}」の{there}件を{n}件に置き換えました（元の{held}件を含みます）。";
        ReplacedPlain: "{source}: {n} answers in the place of the {there} of “{name}”.", "{source}：「{name}」の{there}件を{n}件に置き換えました。";
        NewSet: "{source}: {n} answers as a data set of its own.", "{source}：{n}件を新しいデータとして取り込みました。";
        NewBeside: "{source}: {n} answers as a data set of its own, beside “{name}” with the same columns (--add-to and --replace do otherwise).", "{source}：列が同じ「{name}」とは別のデータとして{n}件を取り込みました（--add-to、--replaceで変えられます）。";
        AlreadyIn: "{source}: nothing was counted; its answers may all be in “{name}” already. Use --add-to, --replace or --as-new to say what is meant.", "{source}：すべて「{name}」に取り込み済みの可能性があるため、集計していません。--add-to、--replace、--as-newのいずれかで指定してください。";
        NoSuchSet: "The project has no data set “{name}”. There are: {names}", "「{name}」というデータはありません。あるのは次のとおりです：{names}";
        CannotAdd: "{source} cannot be added to “{name}”: {reason} Nothing was saved.", "{source} は「{name}」に追加できません。{reason}保存はしていません。";
        WouldTwice: "it is in already and would count twice.", "すでに入っており、二重に数えることになります。";
        NoCombinations: "one of the two keeps no combinations of step, month, channel and segment.", "ステップ・月・チャネル・セグメントの組み合わせを持たないデータです。";
        ManyCombinations: "together they have too many combinations.", "合わせると組み合わせが多すぎます。";
        AnotherScale: "{metric} was asked on another scale.", "「{metric}」の尺度が違います。";
        AnotherCompany: "its answers are about another company.", "別の会社についての回答です。";
        CutCells: "  {n} cells longer than 1 MB were cut, the first on line {line} in column “{column}”", "  1MBを超えるセル{n}個は先頭だけを読み込みました（最初は{line}行目、「{column}」の列）";
        Reading: "Reading {file}: {percent}", "{file} を読み込み中：{percent}";
        ProjectDamaged: "Parts of {file} are damaged; nothing was added. Open it in the window, or run: tabiji check {file}", "{file} の一部が壊れているため、取り込みませんでした。ウィンドウで開くか、tabiji check {file} で確認してください。";
    }
}

impl Named for ColumnRole {
    fn name(self, lang: Lang) -> &'static str {
        let key = match self {
            Self::Ignore => RoleName::Ignore,
            Self::Date => RoleName::Date,
            Self::Respondent => RoleName::Respondent,
            Self::Step => RoleName::Step,
            Self::Phase => RoleName::Phase,
            Self::Channel => RoleName::Channel,
            Self::Segment => RoleName::Segment,
            Self::Persona => RoleName::Persona,
            Self::Nps => RoleName::Nps,
            Self::Csat => RoleName::Csat,
            Self::Ces => RoleName::Ces,
            Self::Rating => RoleName::Rating,
            Self::Comment => RoleName::Comment,
            Self::Weight => RoleName::Weight,
            Self::Competitor => RoleName::Competitor,
            Self::Language => RoleName::Language,
            Self::Overall => RoleName::Overall,
        };
        key.text(lang)
    }
}

impl Named for Reason {
    fn name(self, lang: Lang) -> &'static str {
        let key = match self {
            Self::Ragged => ReasonText::Ragged,
            Self::UnclosedQuote => ReasonText::UnclosedQuote,
            Self::NoObject => ReasonText::NoObject,
            Self::NoStep => ReasonText::NoStep,
            Self::BadDate => ReasonText::BadDate,
            Self::OffScale => ReasonText::OffScale,
            Self::NoAnswer => ReasonText::NoAnswer,
        };
        key.text(lang)
    }
}

/// An error as a sentence that says what to do.
#[must_use]
pub fn problem(error: &FeedbackError, lang: Lang) -> String {
    use FeedbackError as E;
    use FeedbackProblem as P;
    let said = |message: P, values: &[(&str, &str)]| fill(message.text(lang), values);
    match error {
        E::Io { path, source } => {
            said(P::Io, &[("file", &path.display().to_string()), ("reason", &source.to_string())])
        }
        E::Empty { path } => said(P::Empty, &[("file", &path.display().to_string())]),
        E::Binary { path } => said(P::Binary, &[("file", &path.display().to_string())]),
        E::OldWorkbook { path } => said(P::OldWorkbook, &[("file", &path.display().to_string())]),
        E::BrokenWorkbook { path, reason } => {
            said(P::BrokenWorkbook, &[("file", &path.display().to_string()), ("reason", reason)])
        }
        E::WorkbookParts { file, limit } => said(P::WorkbookParts, &[("file", file), ("limit", &limit.to_string())]),
        E::WorkbookTooLarge { file, limit } => {
            said(P::WorkbookTooLarge, &[("file", file), ("limit", &limit.to_string())])
        }
        E::SheetTooLarge { file, line, rows, columns } => {
            let (line, rows, columns) = (grouped(*line), grouped(*rows), columns.to_string());
            said(P::SheetTooLarge, &[("file", file), ("line", &line), ("rows", &rows), ("columns", &columns)])
        }
        E::NoSuchSheet { file, sheet } => said(P::NoSuchSheet, &[("file", file), ("sheet", sheet)]),
        E::Json { file, line, column, is_cut, rows } => {
            let (line, column, rows) = (grouped(*line), grouped(*column), grouped(*rows));
            let text = if *is_cut { P::JsonCut } else { P::Json };
            said(text, &[("file", file), ("line", &line), ("column", &column), ("rows", &rows)])
        }
        E::TooLarge { path, limit } => {
            said(P::TooLarge, &[("file", &path.display().to_string()), ("limit", &limit.to_string())])
        }
        E::OtherColumns { file, header } => said(P::OtherColumns, &[("file", file), ("header", header)]),
        E::NoTopic { header } => said(P::NoTopic, &[("header", header)]),
        E::AskedTwice { role, step } => said(P::AskedTwice, &[("role", role.name(lang)), ("step", step)]),
        E::UnknownEncoding { name } => said(P::UnknownEncoding, &[("name", name)]),
        E::NoColumn { role } => said(P::NoColumn, &[("role", role.name(lang))]),
        E::NoMetric => said(P::NoMetric, &[]),
        E::NoSuchColumn { header } => said(P::NoSuchColumn, &[("header", header)]),
        E::TwoColumns { role } => said(P::TwoColumns, &[("role", role.name(lang))]),
        E::TooManyNames { file, role, header, limit, line } => said(
            P::TooManyNames,
            &[
                ("limit", &limit.to_string()),
                ("line", &line.to_string()),
                ("role", role.name(lang)),
                ("header", header),
                ("file", file),
            ],
        ),
        E::TooManyGroups { limit } => said(P::TooManyGroups, &[("limit", &limit.to_string())]),
        E::EndlessRow { file, line } => said(P::EndlessRow, &[("file", file), ("line", &line.to_string())]),
        E::Cancelled => said(P::Cancelled, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_with_the_file_the_line_and_what_to_do() {
        let file = "回答.json".to_owned();
        let error = FeedbackError::Json { file, line: 1_204, column: 7, is_cut: false, rows: 1_203 };
        let said = problem(&error, Lang::Ja);
        assert!(said.starts_with("回答.json の1,204行目7文字目") && said.contains("1,203件は正常"), "{said}");
        assert!(problem(&error, Lang::En).contains("Correct that line, or export the file again."));
    }
}
