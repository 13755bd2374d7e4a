//! The menu under the right mouse button (or a long press): rows of the command table that fit what is selected,
//! the less frequent ones in submenus so that the menu stays short.

use super::action::MapAction;
use crate::app::{AppCommand, Session, Situation, View};
use crate::i18n::{Lang, map::Map};
use crate::model::{CardId, RecordId};
use crate::ui::widgets::menu::menu_entry;
use eframe::egui::Ui;

/// A line of the menu.
enum Line {
    /// A command.
    One(AppCommand),
    /// Commands of one kind, in a menu of their own.
    Sub(Map, &'static [AppCommand]),
    /// The commands of the clipboard.
    Clipboard(&'static [AppCommand]),
    /// A hairline.
    Gap,
}

use AppCommand as C;
use Line::{Clipboard, Gap, One, Sub};

/// What can be taken away.
const CUT_AND_PASTE: Line = Clipboard(&[C::Cut, C::Copy, C::CopyPicture, C::Paste]);
/// What can only be copied.
const COPY_AND_PASTE: Line = Clipboard(&[C::Copy, C::CopyPicture, C::Paste]);

const ADD: Line = Sub(Map::MenuAdd, &[C::AddCard, C::AddStep, C::AddPhase, C::AddLane]);
const SIDEWAYS: Line = Sub(Map::MenuMove, &[C::MoveLeft, C::MoveRight]);
const UPRIGHT: Line = Sub(Map::MenuMove, &[C::MoveUp, C::MoveDown]);
const ALL_WAYS: Line = Sub(Map::MenuMove, &[C::MoveLeft, C::MoveRight, C::MoveUp, C::MoveDown]);
const WAYS: Line = Sub(Map::MenuWays, &[C::LinkTo, C::LinkThese, C::EditHandoff]);
const SPLIT: Line = Sub(Map::MenuSplit, &[C::SplitStep, C::MergeSteps, C::SplitPhase]);
const PRESETS: Line = One(C::PhasePresets);
const SPAN: Line = Sub(Map::MenuSize, &[C::SpanMore, C::SpanLess, C::UsualSize]);
const WIDTH: Line = Sub(Map::MenuSize, &[C::Wider, C::Narrower, C::UsualSize]);
const HEIGHT: Line = Sub(Map::MenuSize, &[C::Taller, C::Shorter, C::UsualSize]);
const LANE: Line = Sub(Map::MenuLane, &[C::CollapseLane, C::HideLane, C::ShowAllLanes, C::Lanes]);
const ZOOM: Line = Sub(Map::MenuZoom, &[C::ZoomFit, C::ZoomSelection, C::ZoomActual, C::ZoomIn, C::ZoomOut]);

/// What the menu offers for what is selected; with nothing selected, for the cell or the map.
const fn offered(record: Option<RecordId>, in_cell: bool) -> &'static [Line] {
    match record {
        Some(RecordId::Card(_)) => &[
            One(C::Rename),
            One(C::Duplicate),
            Gap,
            CUT_AND_PASTE,
            Gap,
            ADD,
            ALL_WAYS,
            SPAN,
            LANE,
            Gap,
            One(C::Delete),
        ],
        Some(RecordId::Phase(_)) => &[
            One(C::Rename),
            One(C::Duplicate),
            Gap,
            CUT_AND_PASTE,
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
            CUT_AND_PASTE,
            Gap,
            ADD,
            SIDEWAYS,
            WIDTH,
            WAYS,
            SPLIT,
            Gap,
            One(C::Delete),
        ],
        Some(RecordId::Lane(_)) => &[
            One(C::Rename),
            One(C::Duplicate),
            One(C::CollapseLane),
            One(C::HideLane),
            Gap,
            CUT_AND_PASTE,
            Gap,
            ADD,
            UPRIGHT,
            HEIGHT,
            One(C::Lanes),
            Gap,
            One(C::Delete),
        ],
        Some(_) => &[COPY_AND_PASTE, Gap, One(C::Delete), Gap, ADD, ZOOM],
        None if in_cell => &[One(C::AddCard), Gap, COPY_AND_PASTE, Gap, ADD, WIDTH, LANE, ZOOM],
        None => &[
            ADD,
            PRESETS,
            One(C::Lanes),
            One(C::AddBlueprint),
            One(C::ShowAllLanes),
            Gap,
            COPY_AND_PASTE,
            Gap,
            One(C::SelectAll),
            ZOOM,
        ],
    }
}

/// Shows the menu; gives what was chosen.
pub(super) fn menu_ui(ui: &mut Ui, session: &Session, ghost: Option<CardId>, lang: Lang) -> Option<MapAction> {
    let situation = Situation { session: Some(session), view: View::Map };
    let mut chosen = None;
    if ghost.is_some() {
        chosen = entry(ui, situation, C::BringBack, lang);
        ui.separator();
    }
    for line in offered(session.selection().primary(), session.selection().cell().is_some()) {
        match line {
            Gap => drop(ui.separator()),
            One(command) => chosen = entry(ui, situation, *command, lang).or(chosen.take()),
            Clipboard(commands) => {
                for command in *commands {
                    chosen = entry(ui, situation, *command, lang).or(chosen.take());
                }
            }
            Sub(title, commands) => {
                ui.menu_button(title.text(lang), |ui| {
                    for command in *commands {
                        chosen = entry(ui, situation, *command, lang).or(chosen.take());
                    }
                });
            }
        }
    }
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
