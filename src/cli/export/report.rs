//! What is said while files are made, and about them when they are there.

use super::super::{Console, Failure};
use crate::export::FileKind;
use crate::export::order::Exported;
use crate::i18n::cli::MakeText;
use crate::i18n::{fill, percent};
use std::path::Path;

/// Says what was written, and whether it can be read.
pub(super) fn report(exported: &Exported, output: &Path, console: &mut Console<'_>) -> Result<(), Failure> {
    let lang = console.lang;
    let kind = FileKind::of_path(output).unwrap_or_default();
    for (at, path) in exported.paths.iter().enumerate() {
        // The name as it was given; numbers come before the ending.
        let shown = path.file_name().map_or_else(|| output.to_owned(), |name| output.with_file_name(name));
        let file = if exported.paths.len() > 1 { shown.display().to_string() } else { output.display().to_string() };
        let (width, height) = exported.sizes.get(at).copied().unwrap_or_default();
        let text = match kind {
            FileKind::Png => MakeText::Drawn,
            FileKind::Svg => MakeText::DrawnSvg,
            FileKind::Pptx | FileKind::Pdf => MakeText::Bound,
            _ => MakeText::Written,
        };
        let pages = exported.pages.to_string();
        let values =
            [("width", &*width.to_string()), ("height", &height.to_string()), ("file", &file), ("pages", &pages)];
        console.say(&fill(text.text(lang), &values))?;
    }
    if let Some(legibility) = exported.legibility {
        console.say(&legibility.text(lang))?;
    }
    for label in &exported.unreadable_pictures {
        console.say(&fill(MakeText::PictureLeftOut.text(lang), &[("label", label)]))?;
    }
    Ok(())
}

/// A line that says how far it is, on a terminal only.
pub(super) struct ProgressLine<'c, 'o> {
    pub(super) console: &'c mut Console<'o>,
    pub(super) file: &'c str,
    pub(super) shown: String,
}

impl ProgressLine<'_, '_> {
    pub(super) fn show(&mut self, share: f32) {
        let text = percent(share.into());
        if !self.console.is_watched || text == self.shown {
            return;
        }
        let line = fill(MakeText::Drawing.text(self.console.lang), &[("percent", &text), ("file", self.file)]);
        // Progress is a courtesy: when it cannot be shown, the work goes on.
        let _ = write!(self.console.err, "\r{line}").and_then(|()| self.console.err.flush());
        self.shown = text;
    }

    /// Makes room for the message that follows.
    pub(super) fn end(&mut self) {
        if !self.shown.is_empty() {
            let _ = write!(self.console.err, "\r\x1b[K");
        }
    }
}
