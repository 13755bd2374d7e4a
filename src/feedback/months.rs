//! The months of a date column, numbered as they are met, odd spellings remembered.

use super::batch::Raw;
use super::dates::{DateOrder, Month};
use super::hash::hash_of_window;
use super::metric::{LONGEST_ODD, MOST_ODD};
use super::row::Row;
use encoding_rs::Encoding;
use std::collections::BTreeMap;

/// Dates that are remembered.
const LATEST: usize = 1 << 10;

/// The months met so far.
#[derive(Debug)]
pub(super) struct Months {
    order: DateOrder,
    /// A number for each month from January 1900, 0 for those not met.
    numbers: Vec<u32>,
    met: Vec<Month>,
    /// Hashes of dates that were just met, by their last bits, with the numbers of their months: most dates of a file
    /// come again soon.
    latest: Vec<(u64, u32)>,
    odd: BTreeMap<Box<[u8]>, Option<Month>>,
}

impl Months {
    pub(super) fn new(order: DateOrder) -> Self {
        Self {
            order,
            numbers: vec![0; Month::COUNT],
            met: Vec::new(),
            latest: vec![(0, 0); LATEST],
            odd: BTreeMap::new(),
        }
    }

    /// The number of the month; 0 for an empty cell, `None` for one that holds no date.
    #[inline(always)]
    pub(super) fn number(&mut self, row: &Row<'_>, at: usize, encoding: &'static Encoding) -> Option<u32> {
        match Month::from_plain(row.raw(at)) {
            Some(month) => self.met_month(month),
            None => self.number_of(&row.cell(at), encoding),
        }
    }

    /// The hash of a date and the number of its month, if that was met and the date needs no care.
    #[inline(always)]
    pub(super) fn known(&mut self, cell: Raw<'_>) -> Option<(u64, u32)> {
        let hash = hash_of_window(cell.window()?, cell.length, 0);
        let (latest, number) = self.latest[hash as usize % LATEST];
        if latest == hash && number > 0 { Some((hash, number)) } else { self.look_up(cell, hash) }
    }

    #[inline(never)]
    fn look_up(&mut self, cell: Raw<'_>, hash: u64) -> Option<(u64, u32)> {
        let month = Month::from_plain(cell.window()?.get(..cell.length)?)?;
        let number = self.numbers.get(month.index()).copied().filter(|number| *number > 0)?;
        self.latest[hash as usize % LATEST] = (hash, number);
        Some((hash, number))
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
