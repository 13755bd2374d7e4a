//! The distinct names of a column, told apart by the hashes of their bytes so that only new ones are decoded.

use super::batch::Raw;
use super::hash::{hash, hash_of_window};
use super::row::Row;
use encoding_rs::Encoding;

/// Longer names are cut; nobody calls a step so.
const LONGEST: usize = 1024;

/// Numbers for names. 0 is the empty name; names that differ only in white space at the ends share a number.
#[derive(Debug)]
pub struct Names {
    encoding: &'static Encoding,
    /// Open addressing: the hash of a spelling and the number of its name plus 1; 0 is free.
    table: Vec<(u64, u32)>,
    spellings: usize,
    texts: Vec<String>,
}

impl Names {
    /// Names of cells in this encoding.
    #[must_use]
    pub fn new(encoding: &'static Encoding) -> Self {
        Self { encoding, table: vec![(0, 0); 256], spellings: 0, texts: vec![String::new()] }
    }

    /// The number of the name in a row's cell; 0 without a column for it.
    #[inline(always)]
    pub fn in_column(&mut self, row: &Row<'_>, column: Option<usize>) -> u32 {
        let Some(at) = column else { return 0 };
        let known = row.window(at).and_then(|(window, length)| self.find(hash_of_window(window, length, 0)));
        match known {
            Some(number) => number,
            None => self.number(&row.cell(at)),
        }
    }

    /// The number of the name in a cell, if it was met and needs no care; else [`UNKNOWN`](Self::UNKNOWN).
    #[inline(always)]
    #[must_use]
    pub fn known(&self, cell: Raw<'_>) -> u32 {
        let Some(window) = cell.window() else { return Self::UNKNOWN };
        let hash = hash_of_window(window, cell.length, 0);
        match self.table[hash as usize & (self.table.len() - 1)] {
            (known, number) if known == hash && number > 0 => number - 1,
            (_, 0) => Self::UNKNOWN,
            _ => self.known_elsewhere(hash),
        }
    }

    #[inline(never)]
    fn known_elsewhere(&self, hash: u64) -> u32 {
        self.find(hash).unwrap_or(Self::UNKNOWN)
    }

    /// No name has this number.
    pub const UNKNOWN: u32 = u32::MAX;

    /// The number of the name in a cell.
    #[inline(never)]
    pub fn number(&mut self, cell: &[u8]) -> u32 {
        let name = cell.trim_ascii();
        let name = name.get(..LONGEST).unwrap_or(name);
        if name.is_empty() && cell.is_empty() {
            self.put(hash(name, 0), 1);
        }
        if name.is_empty() {
            return 0;
        }
        let hash = hash(name, 0);
        self.find(hash).unwrap_or_else(|| self.add(name, hash))
    }

    #[inline(always)]
    fn find(&self, hash: u64) -> Option<u32> {
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.table[at] {
                (_, 0) => return None,
                // Two of a few thousand names never share 64 bits by chance.
                (known, number) if known == hash => return Some(number - 1),
                _ => at = (at + 1) & mask,
            }
        }
    }

    #[cold]
    fn add(&mut self, cell: &[u8], hash: u64) -> u32 {
        let text = self.encoding.decode_without_bom_handling(cell).0;
        let text = text.trim();
        let number = self.texts.iter().position(|known| known == text).unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        }) as u32;
        self.spellings += 1;
        // One slot is for the empty cell.
        if (self.spellings + 1) * 2 > self.table.len() {
            let doubled = vec![(0, 0); self.table.len() * 2];
            let old = std::mem::replace(&mut self.table, doubled);
            old.into_iter().filter(|(_, number)| *number != 0).for_each(|(hash, number)| self.put(hash, number));
        }
        self.put(hash, number + 1);
        number
    }

    /// The number of a name that does not come from a cell.
    pub fn of_text(&mut self, text: &str) -> u32 {
        let known = self.texts.iter().position(|known| known == text);
        known.unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        }) as u32
    }

    fn put(&mut self, hash: u64, number: u32) {
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while self.table[at].1 != 0 && self.table[at].0 != hash {
            at = (at + 1) & mask;
        }
        self.table[at] = (hash, number);
    }

    /// How many different spellings there were.
    #[must_use]
    pub const fn spellings(&self) -> usize {
        self.spellings
    }

    /// The names by number.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_have_one_number_and_empty_ones_are_0() {
        let mut names = Names::new(encoding_rs::SHIFT_JIS);
        let cp932 = |text| encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
        assert_eq!(names.number(&cp932("来店")), 1);
        assert_eq!(names.number(&cp932(" 来店 ")), 1);
        assert_eq!(names.number(&cp932("来店　")), 1);
        assert_eq!(names.number(&cp932("　")), 0);
        assert_eq!(names.number(b"  "), 0);
        for n in 0..500 {
            assert_eq!(names.number(format!("s{n}").as_bytes()), n + 2);
        }
        assert_eq!(names.number(b"s7"), 9);
        assert_eq!(names.texts()[1], "来店");
    }
}
