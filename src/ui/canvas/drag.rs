//! Drags on the map: what is taken hold of, where it would land, what comes of it.

use super::action::MapAction;
use super::frame::{Frame, Picked};
use crate::app::Selection;
use crate::base::{Point, Rect};
use crate::edit::Command;
use crate::layout::{Element, MapLayout};
use crate::model::{CardId, LaneForm, LaneId, Mark, MarkSource, PersonaId, PhaseId, Project, RecordId, StepId};
use crate::scene::PartKind;
use eframe::egui::Pos2;

/// What is being dragged.
#[derive(Clone, Debug)]
pub(crate) enum Drag {
    /// The map itself.
    Pan,
    /// A frame round what is to be selected, from this point of the map.
    Band(Point),
    /// Cards; taken hold of at this point of the map.
    Cards(Vec<CardId>, Point),
    /// A step, by its header.
    Step(StepId),
    /// A phase, by its header.
    Phase(PhaseId),
    /// A lane, by its title.
    Lane(LaneId),
    /// An emotion.
    Emotion(StepId, Option<PersonaId>, MarkSource),
}

/// Where something dragged would land, and the mark that shows it (in map units).
#[derive(Clone, Debug)]
pub(crate) struct Landing {
    /// What comes of dropping it here.
    pub(crate) command: Command,
    /// A thin rectangle where it would go in.
    pub(crate) mark: Rect,
    /// In which part the mark lies.
    pub(crate) part: PartKind,
}

/// What a press takes hold of.
pub(crate) fn begin(project: &Project, selection: &Selection, picked: &Picked, pan: bool) -> Drag {
    if pan {
        return Drag::Pan;
    }
    match (picked.part, picked.record) {
        (Some(PartKind::Columns), Some(RecordId::Step(step))) => Drag::Step(step),
        (Some(PartKind::Columns), Some(RecordId::Phase(phase))) => Drag::Phase(phase),
        (Some(PartKind::Lanes), Some(RecordId::Lane(lane))) => Drag::Lane(lane),
        (Some(PartKind::Body), Some(RecordId::Card(card))) => Drag::Cards(dragged(selection, card), picked.at),
        (Some(PartKind::Body), Some(RecordId::Mark(mark))) => match project.marks.get(mark) {
            Some(mark) => Drag::Emotion(mark.step, mark.persona, mark.source),
            None => Drag::Band(picked.at),
        },
        (Some(PartKind::Body), _) => Drag::Band(picked.at),
        _ => Drag::Pan,
    }
}

/// All selected cards when one of them is taken hold of, else that one.
fn dragged(selection: &Selection, card: CardId) -> Vec<CardId> {
    let selected = selection.records().iter().filter_map(|record| match record {
        RecordId::Card(card) => Some(*card),
        _ => None,
    });
    let selected: Vec<CardId> = selected.collect();
    if selected.contains(&card) { selected } else { vec![card] }
}

/// Where what is dragged would land if it were dropped at the pointer.
pub(crate) fn landing(frame: &Frame<'_>, drag: &Drag, pointer: Pos2) -> Option<Landing> {
    match drag {
        Drag::Cards(cards, _) => cards_landing(frame, cards, pointer),
        Drag::Step(step) => step_landing(frame, *step, pointer),
        Drag::Phase(phase) => phase_landing(frame, *phase, pointer),
        Drag::Lane(lane) => lane_landing(frame, *lane, pointer),
        Drag::Pan | Drag::Band(_) | Drag::Emotion(..) => None,
    }
}

fn cards_landing(frame: &Frame<'_>, cards: &[CardId], pointer: Pos2) -> Option<Landing> {
    let at = frame.camera.map(pointer);
    let (row, column) = frame.cell_at(at)?;
    if !matches!(row.form(), LaneForm::Cards | LaneForm::Speech) {
        return None;
    }
    let mut others: Vec<(CardId, Rect)> = row
        .elements
        .iter()
        .filter_map(|element| match element {
            Element::Card(card) if column.x <= card.rect.x && card.rect.x < column.x + column.w => {
                Some((card.id, card.rect))
            }
            _ => None,
        })
        .collect();
    others.retain(|(id, _)| !cards.contains(id));
    let next = others.iter().position(|(_, rect)| at.y < rect.center().y);
    let y = match next {
        Some(index) => others[index].1.y - 4.0,
        None => others.last().map_or(row.y + 6.0, |(_, rect)| rect.bottom() + 4.0),
    };
    let before = next.map(|index| others[index].0);
    let command = Command::MoveCards { cards: cards.to_vec(), lane: row.lane, step: column.step, before };
    let mark = Rect::new(column.x + 4.0, y - 1.5, column.w - 8.0, 3.0);
    Some(Landing { command, mark, part: PartKind::Body })
}

fn step_landing(frame: &Frame<'_>, step: StepId, pointer: Pos2) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Columns).map(pointer);
    let band = layout.columns_band;
    if let Some(phase) =
        layout.phases.iter().find(|phase| phase.is_empty && phase.rect.x <= at.x && at.x < phase.rect.right())
    {
        let command = Command::MoveSteps { steps: vec![step], phase: phase.id, before: None };
        return Some(Landing { command, mark: edge(phase.rect.center().x, band), part: PartKind::Columns });
    }
    let index =
        layout.columns.iter().position(|column| at.x < column.x + column.w).or(layout.columns.len().checked_sub(1))?;
    let target = &layout.columns[index];
    let (before, x) = if at.x < target.center() {
        (Some(target.step), target.x)
    } else {
        let next = layout.columns.get(index + 1).filter(|next| next.phase == target.phase);
        (next.map(|next| next.step), target.x + target.w)
    };
    // Before itself is where it is.
    let before = if before == Some(step) { after(layout, step) } else { before };
    let command = Command::MoveSteps { steps: vec![step], phase: target.phase, before };
    Some(Landing { command, mark: edge(x, band), part: PartKind::Columns })
}

/// The step that follows in the same phase.
fn after(layout: &MapLayout, step: StepId) -> Option<StepId> {
    let index = layout.columns.iter().position(|column| column.step == step)?;
    let phase = layout.columns[index].phase;
    layout.columns.get(index + 1).filter(|column| column.phase == phase).map(|column| column.step)
}

fn phase_landing(frame: &Frame<'_>, phase: PhaseId, pointer: Pos2) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Columns).map(pointer);
    let others: Vec<_> = layout.phases.iter().filter(|other| other.id != phase).collect();
    let next = others.iter().find(|other| at.x < other.rect.center().x);
    let x = match next {
        Some(next) => next.rect.x - 4.0,
        None => others.last()?.rect.right() + 4.0,
    };
    let command = Command::MovePhase { phase, before: next.map(|next| next.id) };
    Some(Landing { command, mark: edge(x, layout.columns_band), part: PartKind::Columns })
}

fn lane_landing(frame: &Frame<'_>, lane: LaneId, pointer: Pos2) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Lanes).map(pointer);
    let others: Vec<_> = layout.rows.iter().filter(|other| other.lane != lane).collect();
    let next = others.iter().find(|other| at.y < other.y + other.h / 2.0);
    let y = match next {
        Some(next) => next.y,
        None => others.last()?.bottom(),
    };
    let command = Command::Reorder { record: lane.into(), before: next.map(|next| next.lane.into()) };
    let band = layout.lanes_band;
    Some(Landing { command, mark: Rect::new(band.x, y - 1.5, band.w, 3.0), part: PartKind::Lanes })
}

fn edge(x: f32, band: Rect) -> Rect {
    Rect::new(x - 1.5, band.y, 3.0, band.h)
}

/// What dragging an emotion to the pointer comes to. Snaps to halves unless `free`.
pub(crate) fn emotion(frame: &Frame<'_>, drag: &Drag, pointer: Pos2, free: bool) -> Option<Command> {
    let Drag::Emotion(step, persona, source) = *drag else { return None };
    let axis = frame.layout.rows.iter().find_map(|row| row.axis.as_ref())?;
    let value = Mark::on_axis(axis.value_at(frame.camera.map(pointer).y), !free);
    Some(Command::SetMark { step, persona, source, value: Some(value) })
}

/// What a frame from `start` to the pointer selects.
pub(crate) fn band_selection(frame: &Frame<'_>, start: Point, pointer: Pos2) -> Selection {
    let band = band_rect(start, frame.camera.map(pointer));
    let inside = frame.places.iter().filter(|(id, (part, rect))| {
        *part == PartKind::Body && matches!(id, RecordId::Card(_) | RecordId::Mark(_)) && rect.touches(&band)
    });
    Selection::of(inside.map(|(id, _)| *id))
}

/// The rectangle between two points.
pub(crate) fn band_rect(a: Point, b: Point) -> Rect {
    Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}

/// What ends a drag with a release.
pub(crate) fn dropped(frame: &Frame<'_>, drag: &Drag, pointer: Pos2) -> Option<MapAction> {
    match drag {
        Drag::Emotion(..) => Some(MapAction::Commit),
        Drag::Band(start) => Some(MapAction::Select(band_selection(frame, *start, pointer))),
        _ => landing(frame, drag, pointer).map(|landing| MapAction::Run(landing.command)),
    }
}
