//! A file as UTF-8 text, read little by little: decoded from whatever it is in, hashed and counted on the way, and
//! stopped when the person says so. For the readers of JSON, which ask for bytes instead of being given rows.

use super::source::{Sum, hexadecimal};
use encoding_rs::{Decoder, Encoding};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, Read};

const READ: usize = 64 << 10;

/// A file being decoded.
pub struct Decoded<F> {
    file: File,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    ended: bool,
    sum: Sha256,
    bytes: u64,
    /// Told after every piece how many bytes were read; says whether to go on.
    told: F,
}

impl<F: FnMut(u64) -> bool> Decoded<F> {
    /// A file in this encoding.
    pub fn new(file: File, encoding: &'static Encoding, told: F) -> Self {
        Self {
            file,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; READ],
            text: Vec::with_capacity(3 * READ + 64),
            at: 0,
            ended: false,
            sum: Sha256::new(),
            bytes: 0,
            told,
        }
    }

    /// Reads what is left and gives size and hash.
    pub fn finish(mut self) -> io::Result<Sum> {
        while !self.ended {
            self.more()?;
        }
        let sha256 = hexadecimal(&self.sum.finalize());
        Ok(Sum { bytes: self.bytes, sha256 })
    }

    fn more(&mut self) -> io::Result<()> {
        let got = self.file.read(&mut self.raw)?;
        self.ended = got == 0;
        self.sum.update(&self.raw[..got]);
        self.bytes += got as u64;
        self.text.clear();
        self.text.resize(3 * READ + 64, 0);
        let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw[..got], &mut self.text, self.ended);
        self.text.truncate(written);
        self.at = 0;
        if (self.told)(self.bytes) { Ok(()) } else { Err(io::Error::other("stopped")) }
    }
}

impl<F: FnMut(u64) -> bool> Read for Decoded<F> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.ended {
            self.more()?;
        }
        let rest = &self.text[self.at..];
        let length = rest.len().min(into.len());
        into[..length].copy_from_slice(&rest[..length]);
        self.at += length;
        Ok(length)
    }
}
