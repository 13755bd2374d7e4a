//! Which scales the metrics were asked on, as far as the answers of a sample tell.

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
    fn a_five_point_effort_scale_is_reversed_unless_it_says_easy() {
        let effort = guess(&[(ColumnRole::Ces, &column("effort", &["1", "5"], 20))]);
        assert_eq!((effort.ces_top, effort.ces_high_is_hard), (5, true));
        let ease = guess(&[(ColumnRole::Ces, &column("手続きのしやすさ", &["1", "5"], 20))]);
        assert_eq!((ease.ces_top, ease.ces_high_is_hard), (5, false));
        let few = guess(&[(ColumnRole::Ces, &column("effort", &["1", "5"], 2))]);
        assert_eq!((few.ces_top, few.ces_high_is_hard), (7, false));
    }
}
