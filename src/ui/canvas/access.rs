//! The map for screen readers and tests: every record in sight has its name and place.

use super::frame::Frame;
use crate::model::RecordId;
use crate::scene::{Group, Item, PartKind};
use eframe::egui::{self, Id, Sense, Ui, WidgetInfo};

/// More than this many things in sight are a picture, not a list: they are told when one zooms in.
const MOST: usize = 600;

/// Tells what is in sight.
pub(crate) fn tell(ui: &Ui, frame: &Frame<'_>) {
    let mut told = 0;
    for kind in [PartKind::Columns, PartKind::Lanes, PartKind::Body] {
        let (Some(part), camera) = (frame.part(kind), frame.camera_of(kind)) else { continue };
        for (index, item) in part.items.iter().enumerate() {
            let Item::Group(group) = item else { continue };
            let rect = camera.screen_rect(group.bounds).intersect(camera.view);
            if !rect.is_positive() {
                continue;
            }
            told += 1;
            if told > MOST {
                return;
            }
            let response = ui.interact(rect, id(frame, kind, index, group), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(role(group), true, group.label.clone()));
        }
    }
}

fn id(frame: &Frame<'_>, kind: PartKind, index: usize, group: &Group) -> Id {
    let bits = group.id.map_or(0, RecordId::bits);
    Id::unique((
        "map",
        frame.layout.journey,
        kind as u8,
        bits,
        if bits == 0 { index } else { 0 },
        group.bounds.x.to_bits(),
        group.bounds.y.to_bits(),
    ))
}

fn role(group: &Group) -> egui::Role {
    match group.id {
        Some(RecordId::Card(_) | RecordId::Mark(_)) => egui::Role::Button,
        _ => egui::Role::Label,
    }
}
