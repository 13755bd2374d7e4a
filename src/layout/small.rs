//! The small forms: markers, bars, experience values, pictures, owners.

use super::columns::Grid;
use super::engine::Placer;
use super::{Column, Element, PlacedBars, PlacedExperience, PlacedMarker, PlacedPicture, measures as m};
use crate::base::{Align, Point, Rect, VAlign, initial};
use crate::model::{DepartmentId, MarkerShape, PersonaId, Step};

/// Height of the row of experience values.
pub(super) const EXPERIENCE_HEIGHT: f32 = 5.0 * 18.0 + 2.0 * m::ROW_PADDING;

/// The shapes of personas in turn: those first that departments take last.
const PERSONA_SHAPES: [MarkerShape; 6] = [
    MarkerShape::Hexagon,
    MarkerShape::Diamond,
    MarkerShape::TriangleDown,
    MarkerShape::Circle,
    MarkerShape::Square,
    MarkerShape::Triangle,
];

/// A persona's marker: the same wherever the persona appears.
pub(super) fn persona_marker(
    placer: &mut Placer<'_>,
    persona: PersonaId,
    center: Point,
    radius: f32,
) -> Option<PlacedMarker> {
    let (index, persona) = *placer.personas.get(&persona)?;
    let rect = Rect::centered(center, 2.0 * radius, 2.0 * radius);
    let letter = initial(&persona.name).map(|letter| placer.line(&letter, m::LETTER, rect, Align::Center));
    let shape = PERSONA_SHAPES[index % PERSONA_SHAPES.len()];
    Some(PlacedMarker { shape, color: persona.color, index, center, radius, letter, steps_back: false })
}

/// A department's marker of a radius; markers from radius 7 carry the letter.
pub(super) fn marker(
    placer: &mut Placer<'_>,
    department: DepartmentId,
    center: Point,
    radius: f32,
) -> Option<PlacedMarker> {
    let (index, department) = *placer.departments.get(&department)?;
    let letter = (radius >= 7.0 && !department.letter.is_empty()).then(|| {
        let rect = Rect::centered(center, 2.0 * radius, 2.0 * radius);
        placer.line(&department.letter, m::LETTER, rect, Align::Center)
    });
    Some(PlacedMarker {
        shape: department.shape,
        color: department.color,
        index,
        center,
        radius,
        letter,
        steps_back: !placer.options.filter.hears(department.id),
    })
}

fn step_in<'a>(placer: &Placer<'a>, column: &Column) -> Option<&'a Step> {
    placer.project.steps.get(column.step)
}

/// Bars of the dramatic arc.
pub(super) fn bars(placer: &mut Placer<'_>, grid: &Grid, y: f32) -> Vec<Element> {
    let bar = |column: &Column| {
        let value = step_in(placer, column)?.touchpoint.engagement.min(5);
        let rect =
            Rect::new(column.center() - 20.0, y + m::ROW_PADDING, 40.0, m::ROW_MIN_HEIGHT - 2.0 * m::ROW_PADDING);
        Some(Element::Bars(PlacedBars { step: column.step, rect, value }))
    };
    grid.of_map().filter_map(bar).collect()
}

/// The five experience values with up to three dots each.
pub(super) fn experience(placer: &mut Placer<'_>, grid: &Grid, y: f32) -> Vec<Element> {
    let mut elements = Vec::new();
    for column in grid.of_map() {
        let Some(step) = step_in(placer, column) else { continue };
        let v = step.experience;
        let named = [("SENSE", v.sense), ("FEEL", v.feel), ("THINK", v.think), ("ACT", v.act), ("RELATE", v.relate)];
        let lines = named
            .iter()
            .enumerate()
            .map(|(line, (name, value))| {
                let top = y + m::ROW_PADDING + 18.0 * line as f32;
                let rect = Rect::new(column.x + 10.0, top, 50.0, 18.0);
                let dots = Point::new(column.x + column.w - 46.0, top + 9.0);
                (placer.line(name, m::NOTE, rect, Align::Left), dots, (*value).min(3))
            })
            .collect();
        elements.push(Element::Experience(PlacedExperience { step: step.id, values: v, lines }));
    }
    elements
}

/// Storyboard pictures.
pub(super) fn pictures(placer: &mut Placer<'_>, grid: &Grid, y: f32, h: f32) -> Vec<Element> {
    let picture = |column: &Column| {
        let step = step_in(placer, column)?;
        let rect = Rect::new(
            column.x + m::CARD_MARGIN,
            y + m::ROW_PADDING,
            column.w - 2.0 * m::CARD_MARGIN,
            h - 2.0 * m::ROW_PADDING,
        );
        Some(Element::Picture(PlacedPicture {
            step: step.id,
            rect,
            picture: step.picture.clone(),
            label: step.name.clone(),
        }))
    };
    grid.of_map().filter_map(picture).collect()
}

/// Chips of the owning departments.
pub(super) fn owners(placer: &mut Placer<'_>, grid: &Grid, y: f32) -> Vec<Element> {
    let mut elements = Vec::new();
    for column in grid.of_map() {
        let Some(owner) = step_in(placer, column).and_then(|step| step.touchpoint.owner) else { continue };
        let center = Point::new(column.x + 20.0, y + m::ROW_MIN_HEIGHT / 2.0);
        let Some(marker) = marker(placer, owner, center, 9.0) else { continue };
        let rect =
            Rect::new(column.x + 34.0, y + m::ROW_PADDING, column.w - 40.0, m::ROW_MIN_HEIGHT - 2.0 * m::ROW_PADDING);
        let name = placer.department_name(owner);
        let text = placer.short_text(name, m::NOTE, rect, Align::Left, VAlign::Middle, 2);
        elements.push(Element::Owner(column.step, marker, text));
    }
    elements
}
