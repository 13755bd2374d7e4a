//! Which rows of a file are its header: titles may stand above it, a survey tool may write three rows of it, and
//! merged cells over it may say what groups of columns have in common.

use super::dates::{DateOrder, Month};
use std::collections::BTreeSet;

/// A header is looked for in so many rows.
pub const LOOKED_AT: usize = 20;

/// Where the header of a file is; rows are counted without blank ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Rows above it.
    pub above: usize,
    /// How many rows it has.
    pub rows: usize,
    /// Which of them, from 0, holds the names that people know.
    pub names: usize,
}

/// Whose layout a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Nobody's that we know of.
    #[default]
    Plain,
    /// Google Forms: the first column is the time of the answer.
    GoogleForms,
    /// Qualtrics: three header rows, the third in JSON.
    Qualtrics,
}

impl Default for Heading {
    fn default() -> Self {
        Self { above: 0, rows: 1, names: 0 }
    }
}

impl Heading {
    /// A header of one row with so many rows above it.
    #[must_use]
    pub const fn after(above: usize) -> Self {
        Self { above, rows: 1, names: 0 }
    }

    /// How many rows come before the first answer.
    #[must_use]
    pub const fn skipped(self) -> usize {
        self.above + self.rows
    }

    /// The header of a table that begins with these rows.
    #[must_use]
    pub fn find(rows: &[Vec<String>]) -> Self {
        if let Some(json) = rows.iter().take(LOOKED_AT).position(|row| is_import_ids(row)).filter(|at| *at >= 2) {
            return Self { above: json - 2, rows: 3, names: 1 };
        }
        let mut widths: Vec<usize> = rows.iter().take(200).map(|row| filled(row).count()).collect();
        widths.sort_unstable();
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
        let above = rows.iter().take(LOOKED_AT).position(|row| is_header(row, usual)).unwrap_or(0);
        // Groups of columns stand over the names of the columns.
        let groups = rows.get(above).is_some_and(|row| distinct(row) < filled(row).count());
        let is_second = groups && rows.get(above + 1).is_some_and(|row| is_header(row, usual) && is_group_header(row));
        Self::after(above + usize::from(is_second))
    }

    /// Whose layout it is.
    #[must_use]
    pub fn layout(self, rows: &[Vec<String>]) -> Layout {
        let first = self.names(rows).into_iter().next().unwrap_or_default();
        match first.as_str() {
            _ if self.rows == 3 => Layout::Qualtrics,
            "タイムスタンプ" | "Timestamp" => Layout::GoogleForms,
            _ => Layout::Plain,
        }
    }

    /// The columns' names; where several are the same, with what stands over them in front.
    #[must_use]
    pub fn names(self, rows: &[Vec<String>]) -> Vec<String> {
        let tidy = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let names: Vec<String> =
            rows.get(self.above + self.names).map_or(Vec::new(), |row| row.iter().map(tidy).collect());
        let distinct = names.iter().collect::<BTreeSet<_>>().len();
        let over = self.above.checked_sub(1).and_then(|at| rows.get(at)).filter(|_| self.rows == 1);
        let Some(over) = over.filter(|over| distinct < names.len() && is_group_header(over)) else { return names };
        let mut group = String::new();
        let mut grouped = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let here = over.get(at).map(tidy).unwrap_or_default();
            group = if here.is_empty() { group } else { here };
            let repeated = names.iter().filter(|other| *other == name).count() > 1;
            grouped.push(match name.as_str() {
                // A header cell merged downwards stands in the row above.
                "" => group.clone(),
                _ if repeated && !group.is_empty() => format!("{group} {name}"),
                _ => name.clone(),
            });
        }
        grouped
    }
}

/// The third header row of Qualtrics.
fn is_import_ids(row: &[String]) -> bool {
    row.iter().any(|cell| cell.trim_start().starts_with('{') && cell.contains("ImportId"))
}

fn filled(row: &[String]) -> impl Iterator<Item = &str> {
    row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

fn distinct(row: &[String]) -> usize {
    filled(row).collect::<BTreeSet<_>>().len()
}

/// Almost as many cells as the table has columns, most of them different, most of them words.
fn is_header(row: &[String], usual: usize) -> bool {
    let cells: Vec<&str> = filled(row).collect();
    let values = cells.iter().filter(|cell| is_value(cell)).count();
    !cells.is_empty() && cells.len() * 10 > usual * 6 && distinct(row) * 2 >= cells.len() && values * 2 <= cells.len()
}

fn is_value(cell: &str) -> bool {
    cell.parse::<f64>().is_ok() || Month::parse(cell, DateOrder::MonthFirst).is_some()
}

/// A row of groups: more than one, and words.
fn is_group_header(row: &[String]) -> bool {
    let cells: BTreeSet<&str> = filled(row).collect();
    cells.len() > 1 && cells.iter().all(|cell| !is_value(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn titles_above_the_header_are_passed_over() {
        let table = rows(
            "2026年度 満足度調査,,,\n集計日,2026/11/22,,\n日付,ステップ,推奨度,満足度\n2026/11/01,来店,9,4\n2026/11/02,来店,8,5",
        );
        assert_eq!(Heading::find(&table), Heading::after(2));
        let merged = rows("調査,調査,調査,調査\n日付,ステップ,推奨度,満足度\n2026/11/01,来店,9,4\n2026/11/02,来店,8,5");
        assert_eq!(Heading::find(&merged), Heading::after(1));
        assert_eq!(Heading::find(&rows("step,nps\na,5")), Heading::default());
        assert_eq!(Heading::find(&rows("step\na")), Heading::default());
        assert_eq!(Heading::find(&rows("step,nps,,\na,5,,")), Heading::default());
    }

    #[test]
    fn groups_over_the_header_tell_equal_names_apart() {
        let table = rows("回答者,店舗,,EC,\n,満足度,推奨度,満足度,推奨度\nR1,4,9,5,8\nR2,4,9,5,8");
        let heading = Heading::find(&table);
        assert_eq!(heading.above, 1);
        assert_eq!(heading.names(&table), ["回答者", "店舗 満足度", "店舗 推奨度", "EC 満足度", "EC 推奨度"]);
    }

    #[test]
    fn survey_tools_are_recognised() {
        let table = rows(
            "StartDate,Q1\nStart Date,How satisfied?\n{\"ImportId\":\"startDate\"},{\"ImportId\":\"QID1\"}\n2026-11-22,4",
        );
        let heading = Heading::find(&table);
        assert_eq!((heading, heading.layout(&table)), (Heading { above: 0, rows: 3, names: 1 }, Layout::Qualtrics));
        assert_eq!(heading.names(&table), ["Start Date", "How satisfied?"]);
        let table = rows("タイムスタンプ,満足度\n2026/11/22,4");
        assert_eq!(Heading::find(&table).layout(&table), Layout::GoogleForms);
    }
}
