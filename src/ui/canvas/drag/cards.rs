//! Where dragged cards would land: between the cards of a cell, or at its end.

use super::Landing;
use crate::app::Cell;
use crate::app::actions::{CardDrop, landing_cells};
use crate::base::Rect;
use crate::layout::{Column, Element, Row, measures as m};
use crate::model::{CardId, LaneForm, Project};
use crate::scene::PartKind;
use crate::ui::canvas::action::MapAction;
use crate::ui::canvas::frame::Frame;
use eframe::egui::Pos2;
use std::collections::BTreeSet;

/// Half the thickness of a drop mark.
const HALF: f32 = 1.5;

/// Where the cards would land.
pub(super) fn landing(
    frame: &Frame<'_>,
    project: &Project,
    cards: &[CardId],
    held: CardId,
    pointer: Pos2,
    copy: bool,
) -> Option<Landing> {
    let picked = frame.pick(pointer);
    let (row, column) = frame.cell_at(picked.at).filter(|_| picked.part == Some(PartKind::Body))?;
    if !matches!(row.form(), LaneForm::Cards | LaneForm::Speech) {
        return None;
    }
    let moving: BTreeSet<CardId> = if copy { BTreeSet::new() } else { cards.iter().copied().collect() };
    let (before, mark) = if row.is_collapsed {
        (None, Rect::new(column.x + 2.0, row.y + 2.0, column.w - 4.0, row.h - 4.0))
    } else {
        place(row, column, &moving, picked.at.y)
    };
    let to = Cell { lane: row.lane, step: column.step };
    let drop = CardDrop { cards: cards.to_vec(), held, to, before, copy };
    let cells = landing_cells(project, &drop).into_iter().filter(|cell| *cell != to);
    let cells = cells.filter_map(|cell| frame.layout.cell_rect(cell.lane, cell.step)).collect();
    Some(Landing { action: MapAction::DropCards(drop), mark, cells, part: PartKind::Body })
}

/// The card of the cell that something at this height goes before, and the mark above it.
fn place(row: &Row, column: &Column, moving: &BTreeSet<CardId>, y: f32) -> (Option<CardId>, Rect) {
    let cards = row.elements.iter().filter_map(|element| match element {
        Element::Card(card) if !moving.contains(&card.id) => Some((card.id, card.rect)),
        _ => None,
    });
    // A card that reaches in from the left belongs to another cell; what is dropped here stands below it.
    let (own, reaching): (Vec<_>, Vec<_>) = cards
        .filter(|(_, rect)| rect.x < column.center() && column.center() < rect.right())
        .partition(|(_, rect)| column.x <= rect.x);
    let next = own.iter().find(|(_, rect)| y < rect.center().y);
    let line = next.map_or_else(
        || own.iter().chain(&reaching).map(|(_, rect)| rect.bottom() + 4.0).fold(row.y + 6.0, f32::max),
        |(_, rect)| rect.y - 4.0,
    );
    let mark = Rect::new(column.x + m::CARD_MARGIN, line - HALF, column.w - 2.0 * m::CARD_MARGIN, 2.0 * HALF);
    (next.map(|(id, _)| *id), mark)
}
