//! JSON text with its lone surrogates replaced: `"\ud800"` is an escape that stands for no character, which half a
//! character at a cut leaves behind, and which would make the whole file unreadable. Counts lines on the way.

use std::cell::Cell;
use std::collections::VecDeque;
use std::io::{self, BufRead as _, BufReader, Read};
use std::rc::Rc;

/// The escape of the replacement character.
const REPLACEMENT: &[u8; 6] = b"\\ufffd";

/// Text on its way to a JSON reader.
pub struct Mended<R> {
    text: BufReader<R>,
    /// Bytes that were looked at and stay as they are.
    out: VecDeque<u8>,
    /// Bytes that were looked at too early.
    back: VecDeque<u8>,
    line: Rc<Cell<u64>>,
}

impl<R: Read> Mended<R> {
    /// Text in UTF-8.
    pub fn new(text: R) -> Self {
        Self { text: BufReader::new(text), out: VecDeque::new(), back: VecDeque::new(), line: Rc::new(Cell::new(1)) }
    }

    /// The line that the reader is on, as it goes on.
    pub fn line(&self) -> Rc<Cell<u64>> {
        Rc::clone(&self.line)
    }

    fn next(&mut self) -> io::Result<Option<u8>> {
        if let Some(byte) = self.back.pop_front() {
            return Ok(Some(byte));
        }
        let byte = self.text.fill_buf()?.first().copied();
        if byte.is_some() {
            self.text.consume(1);
        }
        Ok(byte)
    }

    /// The rest of an escape of which the backslash was read: to `out`, mended.
    fn escape(&mut self) -> io::Result<()> {
        let mut unit = vec![b'\\'];
        self.take_unit(&mut unit)?;
        match value(&unit) {
            Some(0xD800..=0xDBFF) => {
                let mut second = Vec::new();
                if let Some(byte) = self.next()? {
                    second.push(byte);
                    if byte == b'\\' {
                        self.take_unit(&mut second)?;
                    }
                }
                if matches!(value(&second), Some(0xDC00..=0xDFFF)) {
                    self.out.extend(unit);
                    self.out.extend(second);
                } else {
                    self.out.extend(REPLACEMENT);
                    second.into_iter().rev().for_each(|byte| self.back.push_front(byte));
                }
            }
            Some(0xDC00..=0xDFFF) => self.out.extend(REPLACEMENT),
            _ => self.out.extend(unit),
        }
        Ok(())
    }

    /// What follows a backslash: one character, or `u` and four digits.
    fn take_unit(&mut self, unit: &mut Vec<u8>) -> io::Result<()> {
        while unit.len() < 6 {
            let Some(byte) = self.next()? else { return Ok(()) };
            unit.push(byte);
            if unit.len() == 2 && byte != b'u' {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// The number of an escape `\uXXXX`.
fn value(unit: &[u8]) -> Option<u32> {
    let digits = unit.strip_prefix(b"\\u").filter(|digits| digits.len() == 4)?;
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

impl<R: Read> Read for Mended<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        for (at, place) in into.iter_mut().enumerate() {
            let byte = match self.out.pop_front() {
                Some(byte) => byte,
                None => match self.next()? {
                    None => return Ok(at),
                    Some(b'\\') => {
                        self.escape()?;
                        self.out.pop_front().unwrap_or(b'\\')
                    }
                    Some(other) => other,
                },
            };
            self.line.set(self.line.get() + u64::from(byte == b'\n'));
            *place = byte;
        }
        Ok(into.len())
    }
}
