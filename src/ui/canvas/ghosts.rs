//! What an overlaid map shows of the as-is is there to be looked at: nothing in its columns and rows is edited.

use super::action::MapAction;
use super::editor::Target;
use super::frame::Frame;
use super::{Canvas, MapInput};
use crate::base::{Point, Rect};
use crate::edit::Command;
use crate::layout::{Element, MapLayout};
use crate::look::Theme;
use crate::model::{CardId, LaneId, RecordId, StepId};
use crate::scene::PartKind;
use crate::ui::theme::color;
use eframe::egui::{CornerRadius, Painter, Response, Stroke, StrokeKind};

impl Canvas {
    /// Whether a step or a lane stands on the map only for comparison.
    fn is_ghost(&self, lane: Option<LaneId>, step: Option<StepId>) -> bool {
        let Some((layout, _)) = self.picture.get() else { return false };
        let row = lane.and_then(|lane| layout.row(lane)).is_some_and(|row| row.is_ghost);
        row || step.and_then(|step| layout.column(step)).is_some_and(|column| column.is_ghost)
    }

    /// Notes the card of the as-is that was clicked; the menu offers to bring it back.
    pub(super) fn meet_ghosts(&mut self, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        if !(response.clicked() || response.secondary_clicked()) {
            return;
        }
        let at = response.interact_pointer_pos().filter(|_| input.compare.is_some());
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        self.ghost = at.and_then(|at| {
            let picked = frame.pick(at);
            (picked.part == Some(PartKind::Body) && picked.record.is_none()).then_some(())?;
            ghost_card(layout, picked.at)
        });
        actions.extend(self.ghost.map(MapAction::Ghost));
    }

    /// Lets go of what would write into the as-is.
    pub(super) fn keep_off_ghosts(&mut self, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        if input.compare.is_none() {
            return;
        }
        if let Some(Target::NewCard { lane, step, .. }) = self.editor.as_ref().map(|editor| editor.target)
            && self.is_ghost(Some(lane), Some(step))
        {
            self.editor = None;
            actions.push(MapAction::OnlyInAsIs);
        }
        if self.channels.as_ref().is_some_and(|list| self.is_ghost(None, Some(list.step))) {
            self.channels = None;
            actions.push(MapAction::OnlyInAsIs);
        }
        for action in actions {
            let step = match action {
                MapAction::Run(Command::SetMark { step, .. })
                | MapAction::Handoff(step, ..)
                | MapAction::Link(step, _) => Some(*step),
                _ => None,
            };
            if self.is_ghost(None, step) {
                *action = MapAction::OnlyInAsIs;
            }
        }
    }

    /// Where a record stands on the map, also one of the as-is that is only shown.
    pub(super) fn place_of(&self, record: RecordId) -> Option<Rect> {
        let (layout, _) = self.picture.get()?;
        match record {
            RecordId::Card(card) => card_rect(layout, card),
            RecordId::Step(step) => {
                let column = layout.column(step)?;
                Some(Rect::new(column.x, layout.body.y, column.w, 1.0))
            }
            RecordId::Lane(lane) => {
                let row = layout.row(lane)?;
                Some(Rect::new(layout.body.x, row.y, 1.0, row.h))
            }
            RecordId::Phase(phase) => {
                let phase = layout.phases.iter().find(|placed| placed.id == phase)?;
                Some(Rect::new(phase.rect.x, layout.body.y, phase.rect.w, 1.0))
            }
            _ => None,
        }
    }
}

/// A frame round the card of the as-is that was clicked.
pub(super) fn paint(painter: &Painter, frame: &Frame<'_>, ghost: Option<CardId>, theme: &Theme) {
    if let Some(rect) = ghost.and_then(|card| card_rect(frame.layout, card)) {
        let edge = Stroke::new(2.0, color(theme.accent));
        painter.rect_stroke(frame.camera.screen_rect(rect), CornerRadius::same(6), edge, StrokeKind::Outside);
    }
}

/// The card of the as-is at a point of the map.
fn ghost_card(layout: &MapLayout, at: Point) -> Option<CardId> {
    layout.rows.iter().flat_map(|row| &row.elements).find_map(|element| match element {
        Element::Card(card) if card.is_ghost && card.rect.contains(at) => Some(card.id),
        _ => None,
    })
}

fn card_rect(layout: &MapLayout, id: CardId) -> Option<Rect> {
    layout.rows.iter().flat_map(|row| &row.elements).find_map(|element| match element {
        Element::Card(card) if card.id == id => Some(card.rect),
        _ => None,
    })
}
