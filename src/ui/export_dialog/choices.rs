//! What the person chose, and what picture that comes to.

use crate::app::MapFilter;
use crate::base::{Size, today};
use crate::export::Subject;
use crate::export::journey::{PictureKind, PictureOptions, fits, pixels};
use crate::export::png::{Extent, MAX_SIDE, PngOptions};
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::{Lang, fill, grouped};
use crate::layout::MapOptions;
use crate::look::ThemeKind;
use crate::model::{CardFilter, Project};

/// The narrowest picture, in pixels.
const NARROWEST: u32 = 16;

/// How large a PNG is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SizeChoice {
    /// So many pixels for each map unit.
    Times(u8),
    /// As wide as was typed.
    Width,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choices {
    pub(super) subject: Subject,
    pub(super) kind: PictureKind,
    pub(super) size: SizeChoice,
    /// The width as it was typed.
    pub(super) width: String,
    pub(super) theme: ThemeKind,
    pub(super) map: MapOptions,
    pub(super) transparent: bool,
    /// Which cards the window brings forward.
    pub(super) on_screen: CardFilter,
}

impl Choices {
    /// Everything on it, in the language and colours of the window.
    pub(super) fn new(subject: Subject, lang: Lang, theme: ThemeKind) -> Self {
        Self {
            subject,
            kind: PictureKind::Png,
            size: SizeChoice::Times(2),
            width: "3840".to_owned(),
            theme,
            map: MapOptions::everything(lang, today()),
            transparent: false,
            on_screen: CardFilter::default(),
        }
    }

    /// The same as the window shows it: the picture says which filter is on.
    pub(super) fn filtered_as_on_screen(mut self, filter: &MapFilter) -> Self {
        self.on_screen = filter.cards.clone();
        self.map.filter = filter.cards.clone();
        self.map.answers = filter.answers.clone();
        self.map.evidence = filter.known;
        self
    }

    /// What decides what the scene looks like.
    pub(super) fn options(&self) -> PictureOptions {
        PictureOptions { theme: self.theme, map: self.map.clone() }
    }

    /// The title of the journey, or the name of the persona.
    pub(super) fn title(&self, project: &Project) -> String {
        self.subject.title(project).to_owned()
    }

    /// How large the PNG is to be; `None` when the typed width is none.
    pub(super) fn extent(&self) -> Option<Extent> {
        match self.size {
            SizeChoice::Times(times) => Some(Extent::Scale(times.into())),
            SizeChoice::Width => {
                let typed = crate::base::normalized(&self.width).replace(',', "");
                typed.parse().ok().filter(|width| *width >= NARROWEST).map(Extent::Width)
            }
        }
    }

    /// How the PNG is to be drawn.
    pub(super) fn png(&self) -> PngOptions {
        let usual = PngOptions::default();
        PngOptions { extent: self.extent().unwrap_or(usual.extent), transparent: self.transparent, ..usual }
    }

    /// How large the picture will be, in words; empty while that is not known.
    pub(super) fn size_text(&self, scene: Option<Size>, lang: Lang) -> String {
        let (Some(scene), Some(extent)) = (scene, self.extent()) else { return String::new() };
        let (text, extent) = match self.kind {
            PictureKind::Png => (Text::Pixels, extent),
            PictureKind::Svg => (Text::MapUnits, Extent::Scale(1.0)),
        };
        let (width, height) = pixels(scene, extent);
        fill(text.text(lang), &[("width", &grouped(width)), ("height", &grouped(height))])
    }

    /// Why it cannot be drawn so, in words.
    pub(super) fn problem(&self, scene: Option<Size>, lang: Lang) -> Option<String> {
        if self.kind == PictureKind::Svg {
            return None;
        }
        let limit = grouped(MAX_SIDE.into());
        let Some(extent) = self.extent() else {
            let values = [("low", &*NARROWEST.to_string()), ("high", &limit)];
            return Some(fill(Text::WidthWrong.text(lang), &values));
        };
        let (width, height) = pixels(scene?, extent);
        (!fits(width, height)).then(|| fill(Text::TooLarge.text(lang), &[("limit", &limit)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdSource;
    use crate::model::JourneyId;

    fn choices(width: &str) -> Choices {
        let journey: JourneyId = IdSource::seeded(1).next();
        let choices = Choices::new(journey.into(), Lang::En, ThemeKind::Light);
        Choices { size: SizeChoice::Width, width: width.to_owned(), ..choices }
    }

    #[test]
    fn a_width_is_read_as_people_type_it() {
        for (typed, width) in [("1920", 1920), (" 1,920 ", 1920), ("３８４０", 3840)] {
            assert_eq!(choices(typed).extent(), Some(Extent::Width(width)), "{typed}");
        }
        for typed in ["", "wide", "3", "-20", "99999999999"] {
            assert!(choices(typed).problem(None, Lang::En).is_some(), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_said_before_it_is_tried() {
        let scene = Some(Size::new(2000.0, 1000.0));
        assert!(choices("32768").problem(scene, Lang::En).is_none());
        assert!(choices("32769").problem(scene, Lang::En).unwrap().contains("32,768"));
        let svg = Choices { kind: PictureKind::Svg, ..choices("99999") };
        assert!(svg.problem(scene, Lang::En).is_none());
        assert_eq!(choices("1000").size_text(scene, Lang::En), "1,000 × 500 px");
    }
}
