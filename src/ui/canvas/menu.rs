//! The menu under the right mouse button: rows of the command table that fit what is selected.

use super::action::MapAction;
use crate::app::{AppCommand, Session, Situation, View};
use crate::i18n::domain::Named as _;
use crate::i18n::{Lang, map::Map};
use crate::model::{JourneyIndex, LaneKind, RecordId};
use crate::ui::widgets::menu::menu_entry;
use eframe::egui::Ui;

/// What the menu offers for what is selected.
const fn offered(record: Option<RecordId>) -> &'static [AppCommand] {
    use AppCommand as C;
    match record {
        Some(RecordId::Card(_)) => {
            &[C::Rename, C::AddCard, C::Duplicate, C::MoveUp, C::MoveDown, C::MoveLeft, C::MoveRight, C::Delete]
        }
        Some(RecordId::Step(_)) => {
            &[C::Rename, C::AddStep, C::AddPhase, C::Duplicate, C::MoveLeft, C::MoveRight, C::Delete]
        }
        Some(RecordId::Phase(_)) => &[C::Rename, C::AddStep, C::AddPhase, C::MoveLeft, C::MoveRight, C::Delete],
        Some(RecordId::Lane(_)) => &[C::Rename, C::AddLane, C::MoveUp, C::MoveDown, C::Delete],
        Some(_) => &[C::Delete],
        None => &[C::AddCard, C::AddStep, C::AddPhase, C::ZoomFit, C::ZoomActual],
    }
}

/// Shows the menu; gives what was chosen.
pub(super) fn menu_ui(ui: &mut Ui, session: &Session, lang: Lang) -> Option<MapAction> {
    let situation = Situation { session: Some(session), view: View::Map };
    let mut chosen = None;
    for command in offered(session.selection().primary()) {
        let shortcut = command.shortcut_text().unwrap_or_default();
        if menu_entry(ui, command.name(lang), &shortcut, situation.allows(*command)) {
            chosen = Some(MapAction::Command(*command));
        }
    }
    ui.separator();
    ui.menu_button(Map::AddLaneOf.text(lang), |ui| {
        for kind in lanes_to_add(session) {
            if menu_entry(ui, kind.name(lang), "", true) {
                chosen = Some(MapAction::AddLane(kind, lang));
            }
        }
    });
    if chosen.is_some() {
        ui.close();
    }
    chosen
}

/// The kinds of lane that the map does not show; lanes of one's own can always be added.
fn lanes_to_add(session: &Session) -> Vec<LaneKind> {
    let Some(index) = session.journey().and_then(|journey| JourneyIndex::new(session.project(), journey)) else {
        return Vec::new();
    };
    let there = |kind: LaneKind| index.lanes.iter().any(|lane| lane.kind == kind && !lane.hidden);
    LaneKind::ALL.iter().copied().filter(|kind| *kind == LaneKind::Custom || !there(*kind)).collect()
}
