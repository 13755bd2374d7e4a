//! The file itself: a ZIP whose time stamps are fixed.

use crate::export::ExportError;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A package that is being written.
pub(super) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    pub fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    /// Adds a part of XML.
    pub fn xml(&mut self, name: &str, xml: &str) -> Result<(), ExportError> {
        self.part(name, xml.as_bytes(), CompressionMethod::Deflated)
    }

    /// Adds a part that is compressed already.
    pub fn packed(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.part(name, bytes, CompressionMethod::Stored)
    }

    fn part(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), ExportError> {
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        self.zip.start_file(name, options).map_err(std::io::Error::from)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }

    pub fn finish(self) -> Result<Vec<u8>, ExportError> {
        Ok(self.zip.finish().map_err(std::io::Error::from)?.into_inner())
    }
}
