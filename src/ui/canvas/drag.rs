//! Drags on the map: what is taken hold of, where it would land, what comes of it.

mod bands;
mod cards;
mod marks;
mod resize;

pub(crate) use marks::HeldMark;

use super::action::MapAction;
use super::frame::{Frame, Picked};
use super::grips::Grip;
use crate::app::Selection;
use crate::base::{Point, Rect};
use crate::edit::Command;
use crate::model::{CardId, LaneId, PhaseId, Project, RecordId, StepId};
use crate::scene::PartKind;
use eframe::egui::{Modifiers, Pos2};

/// What is being dragged.
#[derive(Clone, Debug)]
pub(crate) enum Drag {
    /// The map itself.
    Pan,
    /// A frame round what is to be selected besides what was, from this point of the map.
    Band { start: Point, base: Selection },
    /// Cards, by one of them; taken hold of at this point of the map.
    Cards { cards: Vec<CardId>, held: CardId, start: Point },
    /// Steps from left to right, by the header of one of them.
    Steps(Vec<StepId>),
    /// Phases from left to right, by the header of one of them.
    Phases(Vec<PhaseId>),
    /// Lanes from top to bottom, by the title of one of them.
    Lanes(Vec<LaneId>),
    /// Emotions; the first one is held.
    Marks(Vec<HeldMark>),
    /// The right edge of steps.
    Width(resize::Width),
    /// The lower edge of a lane.
    Height(resize::Height),
    /// The right edge of a card.
    Span(CardId),
}

/// Where something dragged would land, and the mark that shows it (in map units).
#[derive(Clone, Debug)]
pub(crate) struct Landing {
    /// What comes of dropping it here.
    pub(crate) action: MapAction,
    /// A thin rectangle where it would go in.
    pub(crate) mark: Rect,
    /// Cells that something goes into, pale.
    pub(crate) cells: Vec<Rect>,
    /// In which part the mark lies.
    pub(crate) part: PartKind,
}

/// What a press takes hold of.
pub(crate) struct Press<'a> {
    /// The map.
    pub(crate) frame: &'a Frame<'a>,
    /// The document.
    pub(crate) project: &'a Project,
    /// What is selected.
    pub(crate) selection: &'a Selection,
    /// What lies under the pointer.
    pub(crate) picked: Picked,
    /// Where on the screen.
    pub(crate) pointer: Pos2,
    /// The edge under the pointer.
    pub(crate) grip: Option<Grip>,
    /// Keys held down.
    pub(crate) modifiers: Modifiers,
    /// Whether a finger presses, not a mouse.
    pub(crate) touch: bool,
}

impl Drag {
    /// What a press takes hold of. On empty ground a mouse draws a frame and a finger moves the map.
    pub(crate) fn begin(press: &Press<'_>) -> Self {
        let (picked, selection) = (&press.picked, press.selection);
        if let Some(drag) = press.grip.and_then(|grip| resize::begin(press, grip)) {
            return drag;
        }
        match (picked.part, picked.record) {
            (Some(PartKind::Columns), Some(RecordId::Step(step))) => Self::Steps(held_steps(press, step)),
            (Some(PartKind::Columns), Some(RecordId::Phase(phase))) => Self::Phases(held_phases(press, phase)),
            (Some(PartKind::Lanes), Some(RecordId::Lane(lane))) => Self::Lanes(held_lanes(press, lane)),
            (Some(PartKind::Body), Some(RecordId::Card(card))) => {
                Self::Cards { cards: held_cards(selection, card), held: card, start: picked.at }
            }
            (Some(PartKind::Body), Some(RecordId::Mark(mark))) => {
                Self::Marks(marks::held(press.project, selection, mark))
            }
            (Some(PartKind::Body), _) if !press.touch => Self::band(press),
            _ => Self::Pan,
        }
    }

    fn band(press: &Press<'_>) -> Self {
        let adds = press.modifiers.shift || press.modifiers.command;
        let base = if adds { press.selection.clone() } else { Selection::default() };
        Self::Band { start: press.picked.at, base }
    }

    /// Whether the document shows what it would come to while it lasts.
    pub(crate) const fn is_previewed(&self) -> bool {
        matches!(self, Self::Marks(_) | Self::Width(_) | Self::Height(_) | Self::Span(_))
    }

    /// Whether it drops copies while Ctrl is held.
    pub(crate) const fn can_copy(&self) -> bool {
        matches!(self, Self::Cards { .. } | Self::Steps(_) | Self::Phases(_) | Self::Lanes(_))
    }

    /// Whether it goes on beyond the edge of the view.
    pub(crate) const fn scrolls(&self) -> bool {
        !matches!(self, Self::Pan | Self::Marks(_))
    }
}

/// All selected cards when one of them is taken hold of, else that one.
fn held_cards(selection: &Selection, card: CardId) -> Vec<CardId> {
    if !selection.contains(card) {
        return vec![card];
    }
    let cards = selection.records().iter();
    cards.filter_map(|record| if let RecordId::Card(card) = record { Some(*card) } else { None }).collect()
}

/// All selected steps when one of them is taken hold of, else that one; from left to right.
fn held_steps(press: &Press<'_>, step: StepId) -> Vec<StepId> {
    if !press.selection.contains(step) {
        return vec![step];
    }
    let columns = press.frame.layout.columns.iter().map(|column| column.step);
    columns.filter(|step| press.selection.contains(*step)).collect()
}

/// All selected phases when one of them is taken hold of, else that one; from left to right.
fn held_phases(press: &Press<'_>, phase: PhaseId) -> Vec<PhaseId> {
    let selected = press.frame.layout.phases.iter().map(|placed| placed.id).filter(|id| press.selection.contains(*id));
    if press.selection.contains(phase) { selected.collect() } else { vec![phase] }
}

/// All selected lanes when one of them is taken hold of, else that one; from top to bottom.
fn held_lanes(press: &Press<'_>, lane: LaneId) -> Vec<LaneId> {
    let selected = press.frame.layout.rows.iter().map(|row| row.lane).filter(|id| press.selection.contains(*id));
    if press.selection.contains(lane) { selected.collect() } else { vec![lane] }
}

/// Where what is dragged would land if it were dropped at the pointer; nowhere outside the map.
pub(crate) fn landing(frame: &Frame<'_>, project: &Project, drag: &Drag, pointer: Pos2, copy: bool) -> Option<Landing> {
    if !frame.camera.view.contains(pointer) {
        return None;
    }
    match drag {
        Drag::Cards { cards, held, .. } => cards::landing(frame, project, cards, *held, pointer, copy),
        Drag::Steps(steps) => bands::steps(frame, steps, pointer, copy),
        Drag::Phases(phases) => bands::phases(frame, phases, pointer, copy),
        Drag::Lanes(lanes) => bands::lanes(frame, lanes, pointer, copy),
        _ => None,
    }
}

/// What a drag that shows its outcome would come to at the pointer. Emotions snap to halves unless `free`.
pub(crate) fn preview(frame: &Frame<'_>, project: &Project, drag: &Drag, pointer: Pos2, free: bool) -> Option<Command> {
    match drag {
        Drag::Marks(held) => marks::moved(frame, held, pointer, free),
        Drag::Width(width) => width.command(project, frame.camera.map(pointer).x, frame.layout.usual_width),
        Drag::Height(height) => height.command(project, frame.camera.map(pointer).y),
        Drag::Span(card) => resize::span(frame, project, *card, frame.camera.map(pointer).x),
        _ => None,
    }
}

/// What a frame from `start` to the pointer selects, besides what was selected before.
pub(crate) fn band_selection(frame: &Frame<'_>, start: Point, base: &Selection, pointer: Pos2) -> Selection {
    let band = band_rect(start, frame.camera.map(pointer));
    let inside = frame.places.iter().filter(|(id, (part, rect))| {
        *part == PartKind::Body && matches!(id, RecordId::Card(_) | RecordId::Mark(_)) && rect.touches(&band)
    });
    let mut selection = Selection::of(base.records().iter().copied().chain(inside.map(|(id, _)| *id)));
    selection.focus(base.cell());
    selection
}

/// The rectangle between two points.
pub(crate) fn band_rect(a: Point, b: Point) -> Rect {
    Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}

/// What ends a drag with a release.
pub(crate) fn dropped(
    frame: &Frame<'_>,
    project: &Project,
    drag: &Drag,
    pointer: Pos2,
    copy: bool,
) -> Option<MapAction> {
    match drag {
        _ if drag.is_previewed() => Some(MapAction::Commit),
        Drag::Band { start, base } => Some(MapAction::Select(band_selection(frame, *start, base, pointer))),
        _ => landing(frame, project, drag, pointer, copy).map(|landing| landing.action),
    }
}
