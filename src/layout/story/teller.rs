//! What the slides are placed with: text in the largest size that fits.

use super::StoryElement;
use crate::base::{Align, Point, Rect, VAlign};
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::layout::{PlacedMarker, PlacedText};
use crate::model::{Card, Department, DepartmentId, JourneyIndex, LaneId, Mark, MarkSource, Project, Step, StepId};
use crate::text::{TextEngine, TextStyle};
use std::collections::BTreeMap;

/// What the placing functions work from.
pub(super) struct Teller<'a> {
    pub project: &'a Project,
    pub index: &'a JourneyIndex<'a>,
    pub overlay: Option<&'a Overlay>,
    pub lang: Lang,
    pub engine: &'a TextEngine,
    pub departments: BTreeMap<DepartmentId, (usize, &'a Department)>,
    /// The slide without its border.
    pub inner: Rect,
    pub elements: Vec<StoryElement>,
}

impl<'a> Teller<'a> {
    /// All steps in the order of the story.
    pub fn steps(&self) -> Vec<&'a Step> {
        self.index.steps().collect()
    }

    /// Text that breaks inside `rect`.
    pub fn text(&self, text: &str, style: TextStyle, rect: Rect, align: Align, valign: VAlign) -> PlacedText {
        let paragraph = self.engine.paragraph(text, style, Some(rect.w), None);
        PlacedText { paragraph, rect, align, valign }
    }

    /// Text on one line, ending in "…" where it is too long.
    pub fn line(&self, text: &str, style: TextStyle, rect: Rect, align: Align) -> PlacedText {
        let paragraph = self.engine.paragraph(text, style, Some(rect.w), Some(1));
        PlacedText { paragraph, rect, align, valign: VAlign::Middle }
    }

    /// The text in the largest of these sizes at which all of it stands in `rect`, and its height there.
    pub fn fitted(&self, text: &str, style: impl Fn(f32) -> TextStyle, sizes: &[f32], rect: Rect) -> PlacedText {
        let too_large = |size: &f32| {
            let paragraph = self.engine.paragraph(text, style(*size), Some(rect.w), None);
            paragraph.height > rect.h || paragraph.width > rect.w + 0.5
        };
        let at = sizes.partition_point(too_large);
        let size = sizes.get(at).or(sizes.last()).copied().unwrap_or(super::measures::LABEL);
        let mut placed = self.text(text, style(size), rect, Align::Left, VAlign::Top);
        placed.rect.h = placed.paragraph.height;
        placed
    }

    /// How wide a line is.
    pub fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.engine.width(text, style)
    }

    /// A department's marker with its letter.
    pub fn marker(&self, department: DepartmentId, center: Point, radius: f32) -> Option<PlacedMarker> {
        let (index, department) = *self.departments.get(&department)?;
        let letter = (!department.letter.is_empty()).then(|| {
            let rect = Rect::centered(center, 2.0 * radius, 2.0 * radius);
            let paragraph = self.engine.paragraph(&department.letter, TextStyle::bold(radius * 1.15), None, Some(1));
            PlacedText { paragraph, rect, align: Align::Center, valign: VAlign::Middle }
        });
        let (shape, color) = (department.shape, department.color);
        Some(PlacedMarker { shape, color, index, center, radius, letter, steps_back: false })
    }

    /// What a department is called.
    pub fn department_name(&self, department: DepartmentId) -> &'a str {
        self.departments.get(&department).map_or("", |(_, department)| department.name.as_str())
    }

    /// The cards that a step shows in a lane, those that reach into it from steps before first.
    pub fn cards(&self, lane: LaneId, step: StepId) -> Vec<&'a Card> {
        let steps = self.steps();
        let Some(here) = steps.iter().position(|other| other.id == step) else { return Vec::new() };
        let reaching = |(at, other): (usize, &&'a Step)| {
            let cards = self.index.cell(lane, other.id).iter().copied();
            cards.filter(move |card| at + usize::from(card.extra_span) >= here).collect::<Vec<&'a Card>>()
        };
        steps.iter().take(here + 1).enumerate().flat_map(reaching).collect()
    }

    /// A mark of the persona whose story it is.
    pub fn mark(&self, step: StepId, source: MarkSource) -> Option<&'a Mark> {
        self.marks(step).find(|mark| mark.source == source)
    }

    /// The marks of the persona whose story it is.
    pub fn marks(&self, step: StepId) -> impl Iterator<Item = &'a Mark> + use<'a> {
        let lead = self.index.journey.personas.first().copied();
        let marks = self.index.marks.get(&step).map_or(&[][..], Vec::as_slice).to_vec();
        marks.into_iter().filter(move |mark| mark.persona.is_none() || mark.persona == lead)
    }
}
