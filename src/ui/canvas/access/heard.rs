//! What a screen reader asks of the map: to select, to change, to open a menu.

use super::Target;
use crate::app::{Cell, Selection};
use crate::edit::Command;
use crate::model::{LaneForm, Mark, RecordId};
use crate::ui::canvas::editor::Editor;
use crate::ui::canvas::input::keyboard_id;
use crate::ui::canvas::{Canvas, MapAction, MapInput, Wish};
use eframe::egui::accesskit::{Action, ActionData, ActionRequest};
use eframe::egui::{Event, Ui};

impl Canvas {
    /// Turns what was asked through the tree into actions.
    pub(crate) fn hear(&mut self, ui: &Ui, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        let requests: Vec<ActionRequest> = ui.input(|input| input.events.iter().filter_map(request).collect());
        for request in requests {
            let Some(target) = self.access.targets.get(&request.target_node).copied() else { continue };
            match (request.action, request.data) {
                (Action::Click | Action::Focus, _) => {
                    ui.memory_mut(|memory| memory.request_focus(keyboard_id()));
                    let again = request.action == Action::Click && is_selected(input, target);
                    self.wish = Some(if again { Wish::EditSelection { new: false } } else { Wish::Reveal });
                    actions.push(MapAction::Select(selection(target)));
                }
                (Action::ShowContextMenu, _) => {
                    ui.memory_mut(|memory| memory.request_focus(keyboard_id()));
                    actions.push(MapAction::Select(selection(target)));
                    self.wish = Some(Wish::Menu);
                }
                (Action::SetValue, Some(ActionData::Value(text))) => actions.extend(written(input, target, &text)),
                (Action::SetValue, Some(ActionData::NumericValue(value))) => {
                    actions.extend(moved(input, target, |_| value as f32));
                }
                (Action::Increment, _) => actions.extend(moved(input, target, |value| value + 0.5)),
                (Action::Decrement, _) => actions.extend(moved(input, target, |value| value - 0.5)),
                _ => {}
            }
        }
    }
}

fn request(event: &Event) -> Option<ActionRequest> {
    match event {
        Event::AccessKitActionRequest(request) => Some(request.clone()),
        _ => None,
    }
}

fn selection(target: Target) -> Selection {
    match target {
        Target::Record(record) => Selection::of([record]),
        Target::Cell(cell) => Selection::of_cell(cell),
    }
}

fn is_selected(input: &MapInput<'_>, target: Target) -> bool {
    matches!(target, Target::Record(record) if input.session.selection().primary() == Some(record))
}

/// Another text: of a record, or a new card in a cell.
fn written(input: &MapInput<'_>, target: Target, text: &str) -> Option<MapAction> {
    let project = input.session.project();
    match target {
        Target::Record(record) => Editor::of(project, record)?.saying(text.to_owned()).kept(project),
        Target::Cell(Cell { lane, step }) => {
            let form = project.lanes.get(lane)?.kind.form();
            let takes_cards = matches!(form, LaneForm::Cards | LaneForm::Speech) && !text.trim().is_empty();
            takes_cards.then(|| MapAction::AddCard { lane, step, before: None, text: text.to_owned() })
        }
    }
}

fn moved(input: &MapInput<'_>, target: Target, to: impl Fn(f32) -> f32) -> Option<MapAction> {
    let Target::Record(RecordId::Mark(mark)) = target else { return None };
    let mark: &Mark = input.session.project().marks.get(mark)?;
    let value = Some(Mark::on_axis(to(mark.value), true));
    Some(MapAction::Run(Command::SetMark { step: mark.step, persona: mark.persona, source: mark.source, value }))
}
