//! A file as a stream of chunks: read, hashed, if need be transcoded, and looked through for what divides its cells,
//! on a thread of its own while the rows of the chunk before are counted: each of the two does about half of the work.
//! A handful of buffers go round, so memory stays flat.

use super::structure::Hits;
use encoding_rs::Decoder;
use fearless_simd::{Level, dispatch};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Room before the chunk for the incomplete row of the chunk before.
pub const HEADROOM: usize = 64 << 10;
/// Bytes read at a time: fits into the second-level cache together with its hashing.
const READ: usize = 256 << 10;
const BUFFERS: usize = 4;

/// A part of the file.
#[derive(Debug, Default)]
pub struct Chunk {
    /// [`HEADROOM`], then the text.
    pub bytes: Vec<u8>,
    /// Where the text ends.
    pub end: usize,
    /// What divides the text.
    pub hits: Hits,
    /// Bytes of the file read so far.
    pub read: u64,
}

/// How the bytes of a file are to be understood.
#[derive(Debug)]
pub struct Format {
    /// Makes UTF-8 of them; without it they come as they are.
    pub decoder: Option<Decoder>,
    /// What separates the cells.
    pub delimiter: u8,
}

/// What is known of a file when all of it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

/// Gives the file to `each`, chunk by chunk, until that says `false`.
pub fn stream(file: File, format: Format, mut each: impl FnMut(&mut Chunk) -> bool) -> io::Result<Sum> {
    let (full, chunks) = sync_channel::<Chunk>(BUFFERS);
    let (back, free) = sync_channel::<Chunk>(BUFFERS);
    let Format { decoder, delimiter } = format;
    let room = HEADROOM + if decoder.is_some() { 3 * READ + 64 } else { READ };
    for _ in 0..BUFFERS {
        // The channel holds that many; its other end is alive.
        let _ = back.send(Chunk { bytes: vec![0; room], ..Chunk::default() });
    }
    thread::scope(|scope| {
        let reader =
            scope.spawn(move || Producer { file, decoder, delimiter, sum: Sha256::new(), read: 0 }.run(&free, &full));
        for mut chunk in &chunks {
            if !each(&mut chunk) {
                break;
            }
            // When the reader has ended nobody wants the buffer back.
            let _ = back.send(chunk);
        }
        drop((chunks, back));
        reader.join().unwrap_or_else(|_| Err(io::Error::other("the reading thread failed")))
    })
}

struct Producer {
    file: File,
    decoder: Option<Decoder>,
    delimiter: u8,
    sum: Sha256,
    read: u64,
}

impl Producer {
    fn run(mut self, free: &Receiver<Chunk>, full: &SyncSender<Chunk>) -> io::Result<Sum> {
        let mut raw = if self.decoder.is_some() { vec![0; READ] } else { Vec::new() };
        let level = Level::new();
        while let Ok(mut chunk) = free.recv() {
            let (end, last) = match self.decoder.take() {
                None => self.fill(&mut chunk.bytes)?,
                Some(decoder) => self.decode(decoder, &mut raw, &mut chunk.bytes)?,
            };
            let Chunk { bytes, hits, .. } = &mut chunk;
            dispatch!(level, _ => hits.find(bytes, HEADROOM..end, self.delimiter));
            (chunk.end, chunk.read) = (end, self.read);
            if full.send(chunk).is_err() || last {
                break;
            }
        }
        let digest = self.sum.finalize();
        let sha256 = hexadecimal(&digest);
        Ok(Sum { bytes: self.read, sha256 })
    }

    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<(usize, bool)> {
        let text = &mut bytes[HEADROOM..];
        let got = self.read_some(text)?;
        let mut end = HEADROOM + got;
        if self.read == got as u64 && text.starts_with(b"\xEF\xBB\xBF") {
            text.copy_within(3.., 0);
            end -= 3;
        }
        Ok((end, got == 0))
    }

    fn decode(&mut self, mut decoder: Decoder, raw: &mut [u8], bytes: &mut [u8]) -> io::Result<(usize, bool)> {
        let got = self.read_some(raw)?;
        let last = got == 0;
        let (_, _, written, _) = decoder.decode_to_utf8(&raw[..got], &mut bytes[HEADROOM..], last);
        if !last {
            self.decoder = Some(decoder);
        }
        Ok((HEADROOM + written, last))
    }

    fn read_some(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.file.read(into) {
                Ok(got) => {
                    self.sum.update(&into[..got]);
                    self.read += got as u64;
                    return Ok(got);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(if half < 10 { b'0' + half } else { b'a' + half - 10 });
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(digit).collect()
}

/// Size and hash of a file that is read by other means.
pub fn sum_of(path: &Path) -> io::Result<Sum> {
    let (mut file, mut sum, mut bytes) = (File::open(path)?, Sha256::new(), 0);
    let mut block = vec![0; READ];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(Sum { bytes, sha256: hexadecimal(&sum.finalize()) }),
            got => {
                sum.update(&block[..got]);
                bytes += got as u64;
            }
        }
    }
}
