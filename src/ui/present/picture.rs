//! The slide as it is to be painted, kept until something that shows on it changes.

use super::StageInput;
use crate::app::Presentation;
use crate::i18n::Lang;
use crate::i18n::present::PresentText as Text;
use crate::layout::story::{Slide, Story, StoryOptions, place_story};
use crate::layout::{MapOptions, place_map};
use crate::look::ThemeKind;
use crate::scene::{Scene, compose_map, compose_story};
use crate::text::TextEngine;
use eframe::egui::Vec2;

/// What the slide was made from.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Made {
    version: u64,
    overlay: u64,
    slide: Slide,
    size: Vec2,
    theme: ThemeKind,
    lang: Lang,
}

/// The slide, laid out and drawn.
pub(super) struct SlidePicture {
    engine: TextEngine,
    made: Option<Made>,
    story: Option<Story>,
    drawn_at: f32,
    scene: Option<Scene>,
    told: String,
}

impl SlidePicture {
    pub(super) fn new() -> Self {
        Self { engine: TextEngine::new(), made: None, story: None, drawn_at: 1.0, scene: None, told: String::new() }
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
        };
        let is_new = self.made != Some(made);
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
        if show.slide() == Slide::Whole {
            let options = MapOptions::everything(input.lang, input.date);
            let map = place_map(project, show.journey, input.overlay, &options, &mut self.engine);
            self.scene = map.map(|map| compose_map(&map, input.theme));
            self.story = None;
            Text::Whole.text(input.lang).clone_into(&mut self.told);
            return;
        }
        let aspect = size.x / size.y.max(1.0);
        let options = StoryOptions { lang: input.lang, date: input.date, aspect };
        self.story = place_story(project, show.journey, show.slide(), input.overlay, options, &self.engine);
        self.told = self.story.as_ref().map(|story| story.told.clone()).unwrap_or_default();
        self.scene = None;
    }

    /// The slide.
    pub(super) fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// All of it in words.
    pub(super) fn told(&self) -> &str {
        &self.told
    }
}
