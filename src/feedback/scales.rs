//! Which scales the metrics were asked on, as far as the answers of a sample tell.

use super::plan::ImportPlan;
use super::roles::Column;
use super::values::{Answer, Scale};
use crate::base::normalized;
use crate::model::{ColumnRole, Scales};

/// Fewer answers than this do not prove that a scale ends where their highest one is.
const ENOUGH: usize = 30;

/// The scales of a sample. The direction of an effort scale cannot be seen in the answers: 1–5 is taken as
/// high = hard unless the header speaks of ease, 1–7 as high = easy; the person is asked.
#[must_use]
pub fn guess(columns: &[(ColumnRole, &Column)]) -> Scales {
    let of = |wanted| columns.iter().find(|(role, _)| *role == wanted).map(|(_, column)| *column);
    let mut scales = Scales::default();
    if let Some(column) = of(ColumnRole::Csat) {
        scales.csat_top = if highest(column).0 > 5 { 7 } else { 5 };
    }
    if let Some(column) = of(ColumnRole::Ces) {
        let (highest, answers) = highest(column);
        let header = normalized(&column.header);
        let easy = ["eas", "簡単", "容易", "やすさ"].iter().any(|word| header.contains(word));
        scales.ces_top = if highest > 5 || answers < ENOUGH { 7 } else { 5 };
        scales.ces_high_is_hard = scales.ces_top == 5 && !easy;
    }
    scales
}

/// So many answers none of which goes beyond 5, and one is 5, come from a scale that ends there.
const ENOUGH_FOR_A_QUESTION: usize = 8;

/// The scales of the questions of a wide table, each by its own answers; where those tell nothing, a question has the
/// scale of the others.
pub fn by_question(plan: &mut ImportPlan, sample: &[Column]) {
    if !plan.is_wide() {
        return;
    }
    for (column, sample) in plan.columns.iter_mut().zip(sample) {
        column.top = of_question(column.role, sample);
    }
    for (role, top) in [(ColumnRole::Csat, &mut plan.scales.csat_top), (ColumnRole::Ces, &mut plan.scales.ces_top)] {
        let own = plan.columns.iter().filter(|column| column.role == role && column.top > 0);
        if let Some(most) = own.clone().max_by_key(|column| own.clone().filter(|c| c.top == column.top).count()) {
            *top = most.top;
        }
    }
}

/// The highest answer to a question as its header or its answers tell it; 0 when they do not, or when the role has
/// but one scale.
pub fn of_question(role: ColumnRole, sample: &Column) -> u8 {
    if !matches!(role, ColumnRole::Csat | ColumnRole::Ces) {
        return 0;
    }
    let header: String = normalized(&sample.header).split_whitespace().collect();
    let says = |top: u8| {
        let words = [format!("{top}段階"), format!("1-{top}"), format!("1~{top}"), format!("1〜{top}")];
        words.iter().any(|words| header.contains(words.as_str()))
    };
    match highest(sample) {
        _ if says(7) => 7,
        (6.., _) => 7,
        _ if says(5) => 5,
        (5, ENOUGH_FOR_A_QUESTION..) => 5,
        _ => 0,
    }
}

/// The highest answer and how many there are.
fn highest(column: &Column) -> (u8, usize) {
    let points = column.cells.iter().filter_map(|cell| match Scale::to(7).parse(cell) {
        Answer::Point(point) => Some(point),
        _ => None,
    });
    points.fold((0, 0), |(highest, count), point| (highest.max(point), count + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(header: &str, cells: &[&str], times: usize) -> Column {
        Column { header: header.to_owned(), cells: cells.repeat(times).into_iter().map(str::to_owned).collect() }
    }

    #[test]
    fn the_highest_answer_tells_the_scale() {
        let (five, seven) = (column("満足度", &["1", "5"], 2), column("満足度", &["1", "6"], 2));
        assert_eq!(guess(&[(ColumnRole::Csat, &five)]).csat_top, 5);
        assert_eq!(guess(&[(ColumnRole::Csat, &seven)]).csat_top, 7);
    }

    #[test]
    fn a_question_has_the_scale_that_its_header_or_its_answers_tell() {
        let of = |header, cells: &[&str], times| of_question(ColumnRole::Csat, &column(header, cells, times));
        assert_eq!(of("来店の満足度", &["1", "6"], 1), 7);
        assert_eq!(of("来店の満足度", &["1", "5"], 4), 5);
        assert_eq!(of("来店の満足度", &["1", "5"], 3), 0, "too few to tell");
        assert_eq!(of("来店の満足度（７段階）", &["1", "5"], 4), 7);
        assert_eq!(of("Satisfaction (1 - 5)", &["3"], 1), 5);
        assert_eq!(of_question(ColumnRole::Nps, &column("NPS", &["7"], 9)), 0);
    }

    #[test]
    fn a_five_point_effort_scale_is_reversed_unless_it_says_easy() {
        let effort = guess(&[(ColumnRole::Ces, &column("effort", &["1", "5"], 20))]);
        assert_eq!((effort.ces_top, effort.ces_high_is_hard), (5, true));
        let ease = guess(&[(ColumnRole::Ces, &column("手続きのしやすさ", &["1", "5"], 20))]);
        assert_eq!((ease.ces_top, ease.ces_high_is_hard), (5, false));
        let few = guess(&[(ColumnRole::Ces, &column("effort", &["1", "5"], 2))]);
        assert_eq!((few.ces_top, few.ces_high_is_hard), (7, false));
    }
}
