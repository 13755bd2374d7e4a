//! As-is and to-be on the map page: which two are compared and how, the bar above the map, the list of changes.

mod bar;
mod commands;
mod list;
mod page;
#[cfg(test)]
mod tests;

pub(crate) use commands::{bring_back, choose_pair, jump, make_to_be, meet, perform, show};
pub(crate) use page::map_ui;

use super::canvas::Canvas;
use crate::app::changes::{ChangeList, Target};
use crate::app::{MapView, Session};
use crate::compare::{Comparison, compare, pair_of};
use crate::i18n::Lang;
use crate::layout::{Compare, CompareView};
use crate::model::{JourneyId, Project};
use std::rc::Rc;

/// How the comparison is shown; neither saved nor undone.
pub(crate) struct CompareShown {
    /// One map, two, or one over the other.
    pub(crate) view: MapView,
    /// Two journeys that somebody chose, other than an as-is and its to-be.
    chosen: Option<(JourneyId, JourneyId)>,
    /// Whether the list of changes is open.
    list: bool,
    /// The list was opened by the keyboard, which goes into it.
    list_wants_focus: bool,
    /// Where the person is in the list.
    at: Option<Target>,
    /// The map beside the active one.
    other: Canvas,
    made: Option<Made>,
}

/// A comparison in words, kept until something changes.
struct Made {
    version: u64,
    pair: (JourneyId, JourneyId),
    lang: Lang,
    found: Option<Rc<Found>>,
}

/// A comparison and what there is to say about it.
pub(crate) struct Found {
    /// The comparison.
    pub(crate) comparison: Comparison,
    /// The list.
    pub(crate) list: ChangeList,
}

impl Default for CompareShown {
    fn default() -> Self {
        Self {
            view: MapView::Alone,
            chosen: None,
            list: false,
            list_wants_focus: false,
            at: None,
            other: Canvas::new(),
            made: None,
        }
    }
}

impl CompareShown {
    /// The two journeys to compare while `journey` is shown: what was chosen, else the as-is and its to-be.
    pub(crate) fn pair(&self, project: &Project, journey: JourneyId) -> Option<(JourneyId, JourneyId)> {
        let is_there = |id: JourneyId| project.journeys.contains(id);
        let chosen = self.chosen.filter(|(a, b)| (*a == journey || *b == journey) && is_there(*a) && is_there(*b));
        chosen.or_else(|| pair_of(project, journey))
    }

    /// What the map of `journey` shows of the comparison.
    pub(crate) fn on_map(&self, project: &Project, journey: JourneyId) -> Option<Compare> {
        let (as_is, to_be) = self.pair(project, journey)?;
        match self.view {
            MapView::Overlaid if journey == to_be => Some(Compare { as_is, to_be, view: CompareView::Overlaid }),
            MapView::Beside => Some(Compare { as_is, to_be, view: CompareView::Beside }),
            MapView::Alone | MapView::Overlaid => None,
        }
    }

    /// The comparison of a pair, made anew only when something changed.
    pub(crate) fn found(&mut self, session: &Session, pair: (JourneyId, JourneyId), lang: Lang) -> Option<Rc<Found>> {
        let key = (session.version(), pair, lang);
        if let Some(made) = self.made.as_ref().filter(|made| (made.version, made.pair, made.lang) == key) {
            return made.found.clone();
        }
        let project = session.project();
        let found = compare(project, pair.0, pair.1).map(|comparison| {
            let list = ChangeList::of(project, &comparison, lang);
            Rc::new(Found { comparison, list })
        });
        self.made = Some(Made { version: session.version(), pair, lang, found: found.clone() });
        found
    }
}
