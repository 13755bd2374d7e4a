//! The laid-out and drawn map, kept until something that shows on it changes.

use crate::app::MapFilter;
use crate::base::Date;
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::layout::{Compare, CompareView, CurveChoice, MapLayout, MapOptions, Relayout};
use crate::look::{Theme, ThemeKind};
use crate::model::{JourneyId, Project};
use crate::scene::{ComposeAgain, Scene};
use crate::text::TextEngine;
use std::sync::Arc;

/// What the picture was made from.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    version: u64,
    overlay: u64,
    journey: JourneyId,
    theme: ThemeKind,
    options: MapOptions,
}

/// The map as it is to be painted.
pub(crate) struct Picture {
    engine: TextEngine,
    relayout: Relayout,
    composer: ComposeAgain,
    made: Option<Made>,
    layout: Option<MapLayout>,
    scene: Option<Scene>,
    runs: u64,
}

/// What the picture is to show.
pub(crate) struct Wanted<'a> {
    pub(crate) project: &'a Project,
    /// Goes up with every change of the project.
    pub(crate) version: u64,
    pub(crate) overlay: Option<&'a Arc<Overlay>>,
    /// Goes up with every change of the overlay.
    pub(crate) overlay_version: u64,
    pub(crate) journey: JourneyId,
    pub(crate) theme: &'a Theme,
    pub(crate) lang: Lang,
    pub(crate) date: Date,
    /// Which cards are brought forward.
    pub(crate) filter: &'a MapFilter,
    /// The comparison that is shown.
    pub(crate) compare: Option<Compare>,
    /// Which curves of the emotion lane are shown.
    pub(crate) curves: &'a CurveChoice,
}

/// Side by side each map has its title above it, and both have the height for their lanes.
fn options(wanted: &Wanted<'_>) -> MapOptions {
    let is_beside = wanted.compare.is_some_and(|compare| compare.view == CompareView::Beside);
    MapOptions {
        head: !is_beside,
        filter: wanted.filter.cards.clone(),
        evidence: wanted.filter.known,
        compare: wanted.compare,
        curves: wanted.curves.clone(),
        ..MapOptions::everything(wanted.lang, wanted.date)
    }
}

impl Picture {
    /// Nothing drawn yet.
    pub(crate) fn new() -> Self {
        Self {
            engine: TextEngine::new(),
            relayout: Relayout::default(),
            composer: ComposeAgain::default(),
            made: None,
            layout: None,
            scene: None,
            runs: 0,
        }
    }

    /// Makes the picture anew if anything that shows has changed; whether it did.
    pub(crate) fn update(&mut self, wanted: &Wanted<'_>) -> bool {
        let made = Made {
            version: wanted.version,
            overlay: wanted.overlay_version,
            journey: wanted.journey,
            theme: wanted.theme.kind,
            options: options(wanted),
        };
        if self.made.as_ref() == Some(&made) {
            return false;
        }
        self.layout =
            self.relayout.place(wanted.project, wanted.journey, wanted.overlay, &made.options, &mut self.engine);
        self.scene = self.layout.as_ref().map(|layout| self.composer.compose(layout, wanted.theme));
        self.made = Some(made);
        self.runs += 1;
        true
    }

    /// The layout and the scene; none when the project has no such journey.
    pub(crate) fn get(&self) -> Option<(&MapLayout, &Scene)> {
        Some((self.layout.as_ref()?, self.scene.as_ref()?))
    }

    /// How often the map was laid out.
    pub(crate) fn runs(&self) -> u64 {
        self.runs
    }
}
