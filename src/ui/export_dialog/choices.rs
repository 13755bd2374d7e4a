//! What the person chose, and what order that comes to.

use crate::app::MapFilter;
use crate::base::{Size, today};
use crate::export::journey::PictureOptions;
use crate::export::order::{Order, fits, pixels};
use crate::export::page::PageSetup;
use crate::export::png::{Extent, MAX_SIDE, PngOptions};
use crate::export::svg::Letters;
use crate::export::{FileKind, Subject};
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::{Lang, fill, grouped};
use crate::layout::{MapOptions, MapPart};
use crate::look::ThemeKind;
use crate::model::{CardFilter, JourneyId, LaneId, PhaseId, Project};
use std::collections::BTreeSet;
use std::sync::Arc;

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
    /// What is drawn, in the order of the project.
    pub(super) subjects: Vec<Subject>,
    /// What of a map is left out, while it is drawn alone.
    pub(super) without: Without,
    pub(super) kind: FileKind,
    pub(super) size: SizeChoice,
    /// The width as it was typed.
    pub(super) width: String,
    /// Whether pictures stand on pages; documents always do.
    pub(super) on_pages: bool,
    pub(super) setup: PageSetup,
    pub(super) theme: ThemeKind,
    pub(super) map: MapOptions,
    pub(super) transparent: bool,
    pub(super) letters: Letters,
    /// Whether a CSV begins with the mark by which Excel knows UTF-8.
    pub(super) excel_mark: bool,
    /// Which cards the window brings forward.
    pub(super) on_screen: CardFilter,
}

/// Phases and lanes that were unticked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Without {
    pub(super) phases: BTreeSet<PhaseId>,
    pub(super) lanes: BTreeSet<LaneId>,
}

impl Choices {
    /// Everything on it, in the language and colours of the window.
    pub(super) fn new(subject: Subject, lang: Lang, theme: ThemeKind) -> Self {
        Self {
            subjects: vec![subject],
            without: Without::default(),
            kind: FileKind::Png,
            size: SizeChoice::Times(2),
            width: "3840".to_owned(),
            on_pages: false,
            setup: PageSetup::default(),
            theme,
            map: MapOptions::everything(lang, today()),
            transparent: false,
            letters: Letters::Text,
            excel_mark: true,
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

    /// The map, when one is drawn alone: only then can some of its phases and lanes be chosen.
    pub(super) fn only_journey(&self) -> Option<JourneyId> {
        match self.subjects.as_slice() {
            [subject] => subject.journey(),
            _ => None,
        }
    }

    /// Whether nothing lies behind it; pages of documents always have their ground.
    pub(super) const fn is_transparent(&self) -> bool {
        self.transparent && self.kind.is_picture()
    }

    /// Another kind of file, with the paper that it is usually made for unless one was chosen.
    pub(super) fn set_kind(&mut self, kind: FileKind) {
        let had_pages = self.has_pages();
        self.kind = kind;
        if let Some(paper) = kind.usual_paper().filter(|_| !had_pages) {
            self.setup.paper = paper;
        }
    }

    /// Whether what is drawn stands on pages.
    pub(super) fn has_pages(&self) -> bool {
        self.kind.usual_paper().is_some() || (self.kind.is_picture() && self.on_pages)
    }

    /// What is to be done.
    pub(super) fn order(&self, project: &Project) -> Order {
        let mut map = self.map.clone();
        map.part = self.part(project);
        if map.part.is_some() || self.only_journey().is_none() {
            // What two journeys have in common cannot be told from some of their steps.
            map.compare = None;
        }
        Order {
            subjects: self.subjects.clone(),
            kind: self.kind,
            options: PictureOptions { theme: self.theme, map },
            png: self.png(),
            letters: self.letters,
            excel_mark: self.excel_mark,
            pages: self.has_pages().then(|| self.setup.clone()),
        }
    }

    /// The part of the map that is left; `None` is all of it.
    fn part(&self, project: &Project) -> Option<MapPart> {
        let journey = self.only_journey()?;
        let Without { phases, lanes } = &self.without;
        let all_lanes = project.lanes_of(journey);
        let all_phases = project.phases_of(journey);
        let is_without_lane = all_lanes.iter().any(|lane| lanes.contains(&lane.id));
        let is_without_phase = all_phases.iter().any(|phase| phases.contains(&phase.id));
        if !is_without_lane && !is_without_phase {
            return None;
        }
        let steps = project.steps_in_journey(journey).into_iter();
        let steps = steps.filter(|step| !phases.contains(&step.phase)).map(|step| step.id);
        let lanes = all_lanes.iter().filter(|lane| !lanes.contains(&lane.id)).map(|lane| lane.id);
        Some(MapPart {
            steps: is_without_phase.then(|| Arc::new(steps.collect())),
            lanes: is_without_lane.then(|| Arc::new(lanes.collect())),
            ..MapPart::default()
        })
    }

    /// The title of the journey or the name of the persona, of the project when there are several.
    pub(super) fn title(&self, project: &Project) -> String {
        match self.subjects.as_slice() {
            [subject] => subject.title(project).to_owned(),
            _ => project.info.title.clone(),
        }
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
    fn png(&self) -> PngOptions {
        let usual = PngOptions::default();
        PngOptions { extent: self.extent().unwrap_or(usual.extent), transparent: self.is_transparent(), ..usual }
    }

    /// How large the picture will be, in words; empty while that is not known.
    pub(super) fn size_text(&self, scene: Option<Size>, lang: Lang) -> String {
        let (Some(scene), Some(extent)) = (scene, self.extent()) else { return String::new() };
        let (text, extent) = match self.kind {
            FileKind::Png => (Text::Pixels, extent),
            _ => (Text::MapUnits, Extent::Scale(1.0)),
        };
        let (width, height) = pixels(scene, extent);
        fill(text.text(lang), &[("width", &grouped(width)), ("height", &grouped(height))])
    }

    /// Why it cannot be drawn so, in words.
    pub(super) fn problem(&self, scene: Option<Size>, lang: Lang) -> Option<String> {
        if self.subjects.is_empty() {
            return Some(Text::NothingChosen.text(lang).to_owned());
        }
        if self.kind.is_text() && self.subjects.iter().all(|subject| subject.journey().is_none()) {
            return Some(Text::NoJourneyChosen.text(lang).to_owned());
        }
        if self.kind != FileKind::Png {
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
    use crate::template;

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
        let svg = Choices { kind: FileKind::Svg, ..choices("99999") };
        assert!(svg.problem(scene, Lang::En).is_none());
        assert_eq!(choices("1000").size_text(scene, Lang::En), "1,000 × 500 px");
        let nothing = Choices { subjects: Vec::new(), ..choices("1000") };
        assert!(nothing.problem(scene, Lang::En).is_some());
    }

    #[test]
    fn unticked_phases_and_lanes_are_left_out() {
        let project = template::project("retail", "en", &mut IdSource::seeded(1)).unwrap();
        let journey = project.journeys_in_order()[0].id;
        let mut choices = Choices::new(journey.into(), Lang::En, ThemeKind::Light);
        assert!(choices.order(&project).options.map.part.is_none());
        let (phase, lane) = (project.phases_of(journey)[0].id, project.lanes_of(journey)[0].id);
        choices.without = Without { phases: [phase].into(), lanes: [lane].into() };
        let part = choices.order(&project).options.map.part.unwrap();
        let steps = part.steps.unwrap();
        assert!(project.steps_of(phase).iter().all(|step| !steps.contains(&step.id)) && !steps.is_empty());
        assert!(!part.lanes.unwrap().contains(&lane));
    }
}
