//! The kinds of files that leave the program.

use super::FileError;
use super::page::Paper;
use std::path::Path;

/// What a file can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// Slides with shapes that can be edited.
    Pptx,
    /// Pages to print.
    Pdf,
    /// Pixels.
    #[default]
    Png,
    /// Shapes and text of one picture.
    Svg,
    /// A page for a browser: maps to zoom, details on a click.
    Html,
    /// A workbook that can come back.
    Xlsx,
    /// A table of cells.
    Csv,
    /// A document in plain text.
    Markdown,
    /// Mermaid `journey` diagrams.
    Mermaid,
}

impl FileKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 9] =
        [Self::Pptx, Self::Pdf, Self::Png, Self::Svg, Self::Html, Self::Xlsx, Self::Csv, Self::Markdown, Self::Mermaid];

    /// What it is called, in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pptx => "PowerPoint",
            Self::Pdf => "PDF",
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Html => "HTML",
            Self::Xlsx => "Excel",
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::Mermaid => "Mermaid",
        }
    }

    /// The file's ending, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pptx => "pptx",
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Mermaid => "mmd",
        }
    }

    /// The paper that it is made for, where nobody names one; what is `None` here needs no paper.
    #[must_use]
    pub const fn usual_paper(self) -> Option<Paper> {
        match self {
            Self::Pptx => Some(Paper::Wide),
            Self::Pdf => Some(Paper::A3),
            _ => None,
        }
    }

    /// Whether each map and sheet becomes a picture: a file of its own, as large as it is or on pages.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Svg)
    }

    /// Whether it holds what journeys say, as text and figures, and nothing that is drawn.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Xlsx | Self::Csv | Self::Markdown | Self::Mermaid)
    }

    /// The kind that a file's ending asks for.
    pub fn of_path(path: &Path) -> Result<Self, FileError> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let kind = Self::ALL.into_iter().find(|kind| ending.eq_ignore_ascii_case(kind.ending()));
        kind.ok_or_else(|| FileError::Ending { path: path.to_owned() })
    }
}
