//! What exports are made for: one click sets format, page, size and colours.

use super::choices::{Choices, SizeChoice};
use crate::export::FileKind;
use crate::export::page::{Paper, Split};
use crate::i18n::export::ExportDialogText as Text;
use crate::look::ThemeKind;

/// A usual purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preset {
    /// Slides for a talk.
    Slides,
    /// A poster on A3.
    Poster,
    /// As large as a wall.
    Wall,
    /// A picture in a mail.
    Mail,
}

impl Preset {
    pub(super) const ALL: [Self; 4] = [Self::Slides, Self::Poster, Self::Wall, Self::Mail];

    pub(super) const fn name(self) -> Text {
        match self {
            Self::Slides => Text::ForSlides,
            Self::Poster => Text::ForPoster,
            Self::Wall => Text::ForWall,
            Self::Mail => Text::ForMail,
        }
    }

    pub(super) fn apply(self, choices: &mut Choices) {
        let (on_pages, paper, split) = match self {
            Self::Slides => (true, Paper::Wide, Split::Legible),
            Self::Poster => (true, Paper::A3, Split::One),
            Self::Wall => (true, Paper::A0, Split::One),
            Self::Mail => (false, choices.setup.paper, choices.setup.split),
        };
        (choices.on_pages, choices.setup.paper, choices.setup.split) = (on_pages, paper, split);
        choices.kind = match self {
            Self::Slides => FileKind::Pptx,
            Self::Poster | Self::Wall => FileKind::Pdf,
            Self::Mail => FileKind::Png,
        };
        choices.size = match self {
            Self::Mail => SizeChoice::Times(1),
            _ => SizeChoice::Times(2),
        };
        choices.transparent = false;
        if matches!(self, Self::Poster | Self::Wall) {
            choices.theme = ThemeKind::Print;
        } else if choices.theme == ThemeKind::Print {
            choices.theme = ThemeKind::Light;
        }
    }
}
