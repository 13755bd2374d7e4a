//! The months of a date column, numbered as they are met, odd spellings remembered.

use super::dates::{DateOrder, Month};
use super::metric::{LONGEST_ODD, MOST_ODD};
use super::row::Row;
use encoding_rs::Encoding;
use std::collections::BTreeMap;

/// The months met so far.
#[derive(Debug)]
pub(super) struct Months {
    order: DateOrder,
    /// A number for each month from January 1900, 0 for those not met.
    numbers: Vec<u32>,
    met: Vec<Month>,
    odd: BTreeMap<Box<[u8]>, Option<Month>>,
}

impl Months {
    pub(super) fn new(order: DateOrder) -> Self {
        Self { order, numbers: vec![0; Month::COUNT], met: Vec::new(), odd: BTreeMap::new() }
    }

    /// The number of the month; 0 for an empty cell, `None` for one that holds no date.
    #[inline(always)]
    pub(super) fn number(&mut self, row: &Row<'_>, at: usize, encoding: &'static Encoding) -> Option<u32> {
        match Month::from_plain(row.raw(at)) {
            Some(month) => self.met_month(month),
            None => self.number_of(&row.cell(at), encoding),
        }
    }

    #[inline(never)]
    fn number_of(&mut self, cell: &[u8], encoding: &'static Encoding) -> Option<u32> {
        let month = match Month::from_plain(cell) {
            Some(month) => month,
            None if cell.trim_ascii().is_empty() => return Some(0),
            None => self.read_odd(cell, encoding)?,
        };
        self.met_month(month)
    }

    #[inline(always)]
    fn met_month(&mut self, month: Month) -> Option<u32> {
        let number = self.numbers.get_mut(month.index())?;
        if *number == 0 {
            self.met.push(month);
            *number = self.met.len() as u32;
        }
        Some(*number)
    }

    #[cold]
    fn read_odd(&mut self, cell: &[u8], encoding: &'static Encoding) -> Option<Month> {
        if let Some(known) = self.odd.get(cell) {
            return *known;
        }
        if cell.len() > LONGEST_ODD {
            return None;
        }
        let month = Month::parse(&encoding.decode_without_bom_handling(cell).0, self.order);
        if self.odd.len() < MOST_ODD && cell.len() < 256 {
            self.odd.insert(cell.into(), month);
        }
        month
    }

    /// The months met, the one with number 1 first.
    pub(super) fn met(&self) -> &[Month] {
        &self.met
    }
}
