//! The menu under the right mouse button (or a long press): rows of the command table that fit what is selected,
//! the less frequent ones in submenus so that the menu stays short.

use super::action::MapAction;
use crate::app::{AppCommand, Session, Situation, View};
use crate::i18n::domain::Named as _;
use crate::i18n::{Lang, map::Map};
use crate::model::{JourneyIndex, LaneKind, RecordId};
use crate::ui::widgets::menu::menu_entry;
use eframe::egui::Ui;

/// A line of the menu.
enum Line {
    /// A command.
    One(AppCommand),
    /// Commands of one kind, in a menu of their own.
    Sub(Map, &'static [AppCommand]),
    /// A hairline.
    Gap,
}

use AppCommand as C;
use Line::{Gap, One, Sub};

const CUT: Line = One(C::Cut);
const COPY: Line = One(C::Copy);
const PICTURE: Line = One(C::CopyPicture);
const PASTE: Line = One(C::Paste);
const ADD: Line = Sub(Map::MenuAdd, &[C::AddCard, C::AddStep, C::AddPhase, C::AddLane]);
const SIDEWAYS: Line = Sub(Map::MenuMove, &[C::MoveLeft, C::MoveRight]);
const UPRIGHT: Line = Sub(Map::MenuMove, &[C::MoveUp, C::MoveDown]);
const ALL_WAYS: Line = Sub(Map::MenuMove, &[C::MoveLeft, C::MoveRight, C::MoveUp, C::MoveDown]);
const WAYS: Line = Sub(Map::MenuWays, &[C::LinkTo, C::LinkThese, C::EditHandoff]);
const SPLIT: Line = Sub(Map::MenuSplit, &[C::SplitStep, C::MergeSteps, C::SplitPhase]);
const PRESETS: Line = One(C::PhasePresets);
const ZOOM: Line = Sub(Map::MenuZoom, &[C::ZoomFit, C::ZoomSelection, C::ZoomActual, C::ZoomIn, C::ZoomOut]);

/// What the menu offers for what is selected.
const fn offered(record: Option<RecordId>) -> &'static [Line] {
    match record {
        Some(RecordId::Card(_)) => &[
            One(C::Rename),
            One(C::Duplicate),
            Gap,
            CUT,
            COPY,
            PICTURE,
            PASTE,
            Gap,
            ADD,
            ALL_WAYS,
            Gap,
            One(C::Delete),
        ],
        Some(RecordId::Phase(_)) => &[
            One(C::Rename),
            One(C::Duplicate),
            Gap,
            CUT,
            COPY,
            PICTURE,
            PASTE,
            Gap,
            ADD,
            SIDEWAYS,
            One(C::MergePhases),
            PRESETS,
            Gap,
            One(C::Delete),
        ],
        Some(RecordId::Link(_)) => &[One(C::Rename), One(C::ReverseLink), One(C::OtherLinkKind), Gap, One(C::Delete)],
        Some(RecordId::Handoff(_)) => &[One(C::EditHandoff), Gap, One(C::Delete)],
        Some(RecordId::Step(_)) => &[
            One(C::Rename),
            One(C::Duplicate),
            Gap,
            CUT,
            COPY,
            PICTURE,
            PASTE,
            Gap,
            ADD,
            SIDEWAYS,
            WAYS,
            SPLIT,
            Gap,
            One(C::Delete),
        ],
        Some(RecordId::Lane(_)) => {
            &[One(C::Rename), One(C::Duplicate), Gap, CUT, COPY, PICTURE, PASTE, Gap, ADD, UPRIGHT, Gap, One(C::Delete)]
        }
        Some(_) => &[COPY, PICTURE, PASTE, Gap, One(C::Delete), Gap, ADD],
        None => &[
            One(C::AddCard),
            ADD,
            PRESETS,
            One(C::AddBlueprint),
            Gap,
            COPY,
            PICTURE,
            PASTE,
            Gap,
            One(C::SelectAll),
            ZOOM,
        ],
    }
}

/// Shows the menu; gives what was chosen.
pub(super) fn menu_ui(ui: &mut Ui, session: &Session, lang: Lang) -> Option<MapAction> {
    let situation = Situation { session: Some(session), view: View::Map };
    let mut chosen = None;
    for line in offered(session.selection().primary()) {
        match line {
            Gap => drop(ui.separator()),
            One(command) => chosen = entry(ui, situation, *command, lang).or(chosen.take()),
            Sub(title, commands) => {
                ui.menu_button(title.text(lang), |ui| {
                    for command in *commands {
                        chosen = entry(ui, situation, *command, lang).or(chosen.take());
                    }
                });
            }
        }
    }
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

fn entry(ui: &mut Ui, situation: Situation<'_>, command: AppCommand, lang: Lang) -> Option<MapAction> {
    let shortcut = command.shortcut_text().unwrap_or_default();
    let clicked = menu_entry(ui, command.name(lang), &shortcut, situation.allows(command));
    clicked.then_some(MapAction::Command(command))
}

/// The kinds of lane that the map does not show; lanes of one's own can always be added.
fn lanes_to_add(session: &Session) -> Vec<LaneKind> {
    let Some(index) = session.journey().and_then(|journey| JourneyIndex::new(session.project(), journey)) else {
        return Vec::new();
    };
    let there = |kind: LaneKind| index.lanes.iter().any(|lane| lane.kind == kind && !lane.hidden);
    LaneKind::ALL.iter().copied().filter(|kind| *kind == LaneKind::Custom || !there(*kind)).collect()
}
