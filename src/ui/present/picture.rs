//! The slide as it is to be painted, kept until something that shows on it changes.

use super::StageInput;
use crate::app::Presentation;
use crate::i18n::Lang;
use crate::i18n::filter::filter_remark;
use crate::i18n::present::PresentText as Text;
use crate::layout::story::{Slide, Story, StoryOptions, place_story};
use crate::layout::{MapOptions, place_map};
use crate::look::ThemeKind;
use crate::model::{CardFilter, CardId, FilterCounts, JourneyId, OtherCards, Project, Standing};
use crate::scene::{Scene, compose_map, compose_story};
use crate::text::TextEngine;
use eframe::egui::Vec2;

/// What the slide was made from.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    version: u64,
    overlay: u64,
    slide: Slide,
    size: Vec2,
    theme: ThemeKind,
    lang: Lang,
    filter: CardFilter,
}

/// The slide, laid out and drawn.
pub(super) struct SlidePicture {
    engine: TextEngine,
    made: Option<Made>,
    story: Option<Story>,
    drawn_at: f32,
    scene: Option<Scene>,
    told: String,
    /// What the filter brings forward, in words; nothing without one.
    filtered: String,
}

impl SlidePicture {
    pub(super) fn new() -> Self {
        Self {
            engine: TextEngine::new(),
            made: None,
            story: None,
            drawn_at: 1.0,
            scene: None,
            told: String::new(),
            filtered: String::new(),
        }
    }

    /// Makes the slide anew if anything that shows has changed; whether it did.
    pub(super) fn update(&mut self, input: &StageInput<'_>, show: &Presentation, size: Vec2, told: f32) -> bool {
        let made = Made {
            version: input.session.version(),
            overlay: input.overlay_version,
            slide: show.slide(),
            size,
            theme: input.theme.kind,
            lang: input.lang,
            filter: input.filter.clone(),
        };
        let is_new = self.made.as_ref() != Some(&made);
        if is_new {
            self.made = Some(made);
            self.place(input, show, size);
        } else if (self.drawn_at - told).abs() < f32::EPSILON || self.story.is_none() {
            return false;
        }
        if let Some(story) = &self.story {
            self.scene = Some(compose_story(story, input.theme, told));
        }
        self.drawn_at = told;
        true
    }

    fn place(&mut self, input: &StageInput<'_>, show: &Presentation, size: Vec2) {
        let project = input.session.project();
        self.filtered = filter_words(project, show.journey, input);
        if show.slide() == Slide::Whole {
            let filter = input.filter.clone();
            let options = MapOptions { filter, ..MapOptions::everything(input.lang, input.date) };
            let map = place_map(project, show.journey, input.overlay, &options, &mut self.engine);
            self.scene = map.map(|map| compose_map(&map, input.theme));
            self.story = None;
            Text::Whole.text(input.lang).clone_into(&mut self.told);
            return;
        }
        let aspect = size.x / size.y.max(1.0);
        let options = StoryOptions { lang: input.lang, date: input.date, aspect };
        let brought_forward = brought_forward(project, input.filter);
        let project = brought_forward.as_ref().unwrap_or(project);
        self.story = place_story(project, show.journey, show.slide(), input.overlay, options, &self.engine);
        self.told = self.story.as_ref().map(|story| story.told.clone()).unwrap_or_default();
        self.scene = None;
    }

    /// The slide.
    pub(super) fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// What the filter brings forward; the whole map says it itself.
    pub(super) fn filtered(&self) -> &str {
        &self.filtered
    }

    /// All of it in words.
    pub(super) fn told(&self) -> &str {
        &self.told
    }
}

fn filter_words(project: &Project, journey: JourneyId, input: &StageInput<'_>) -> String {
    if input.filter.is_empty() {
        return String::new();
    }
    // Nothing steps back on a slide: what the filter leaves is all there is.
    let filter = CardFilter { others: OtherCards::Hidden, ..input.filter.clone() };
    let counts = FilterCounts::of(project, journey, &filter);
    filter_remark(project, &filter, &counts, input.lang)
}

/// The document with only the cards that a filter brings forward: on a slide there is no room for what steps back.
/// `None` without a filter.
fn brought_forward(project: &Project, filter: &CardFilter) -> Option<Project> {
    if filter.is_empty() {
        return None;
    }
    let others: Vec<CardId> =
        project.cards.iter().filter(|card| filter.standing(card) != Standing::Forward).map(|card| card.id).collect();
    let mut shown = project.clone();
    for card in others {
        shown.remove(card.into());
    }
    Some(shown)
}
