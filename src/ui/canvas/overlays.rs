//! What can be clicked and typed over the map: plus signs, the text field, lists, menus.

use super::channels::{self, ListLeft};
use super::frame::Frame;
use super::inserts::{self, Insert};
use super::{Canvas, MapAction, MapInput, Wish, chevrons, curves, editor, handles, input as keys, menu, series};
use crate::i18n::map::Map;
use eframe::egui::{self, Response, Ui};

impl Canvas {
    /// What can be clicked over the map, the text field, the lists of channels and of lanes.
    pub(super) fn overlays(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        input: &MapInput<'_>,
        actions: &mut Vec<MapAction>,
    ) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let project = input.session.project();
        if self.drag.is_none() {
            actions.extend(handles::show(ui, &frame, input.theme, input.lang));
            actions.extend(chevrons::show(ui, &frame, input.theme, input.lang));
            let carries = egui::DragAndDrop::has_any_payload(ui.ctx());
            let hovers =
                response.contains_pointer() && self.grip.is_none() && !carries && !egui::Popup::is_any_open(ui.ctx());
            match hovers.then(|| inserts::show(ui, &frame, input.theme, input.lang)).flatten() {
                Some(Insert::Card(editor)) => {
                    // What was being typed elsewhere is kept: the next card only has the keyboard from now on.
                    let before = self.editor.replace(editor);
                    actions.extend(before.and_then(|before| before.kept(project)));
                }
                Some(Insert::Step(action)) => {
                    actions.push(*action);
                    self.wish = Some(Wish::EditSelection { new: true });
                }
                None => {}
            }
        }
        if self.drag.is_none() && self.editor.is_none() {
            let open = std::mem::take(&mut self.choosing_curves);
            actions.extend(curves::show(ui, &frame, input, open));
        }
        if let Some(mut list) = self.channels.take() {
            let shown = list.show(ui, input.session.project(), input.theme, input.lang);
            actions.extend(shown.action);
            self.channels = match shown.left {
                ListLeft::Still => Some(list),
                ListLeft::Closed => None,
                ListLeft::Step(after) => {
                    let next = channels::next_list(&frame, list.step, after);
                    actions.extend(next.as_ref().map(|(_, selection)| MapAction::Select(selection.clone())));
                    self.wish = next.is_some().then_some(Wish::Reveal);
                    next.map(|(list, _)| list)
                }
            };
            if self.channels.is_none() {
                leave_field(ui.ctx());
            }
        }
        if let (Some(mut list), Some(journey)) = (self.lanes.take(), input.session.journey()) {
            let (action, open) = list.show(ui, project, journey, input.theme, input.lang);
            actions.extend(action);
            self.lanes = open.then_some(list);
        }
        let Some(mut editor) = self.editor.take() else { return };
        match editor.show(ui, &frame, input.theme, Map::EditorName.text(input.lang)) {
            editor::Left::Still => self.editor = Some(editor),
            editor::Left::Dropped => {}
            editor::Left::Kept(after) => {
                let onward = series::onward(&frame, project, &editor, after);
                // Where the click went that ended the typing is what is selected, not what was typed before.
                let clicked = actions.iter().rev().find_map(|action| match action {
                    MapAction::Select(selection) => Some(selection.clone()),
                    _ => None,
                });
                actions.extend(editor.kept(project));
                actions.extend(onward.select.or(clicked).map(MapAction::Select));
                self.editor = onward.editor;
                self.wish = onward.wish.or((after != editor::After::Stay).then_some(Wish::Reveal));
            }
        }
        if self.editor.is_none() {
            leave_field(ui.ctx());
        }
    }

    /// The menu that a key opened, with the keyboard in its first entry.
    pub(super) fn menu_at_selection(&mut self, ui: &Ui, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        let (Some(fresh), Some((layout, scene)), Some(camera)) = (self.menu, self.picture.get(), self.camera) else {
            return;
        };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let selection = input.session.selection();
        let record = selection.primary().and_then(|record| frame.screen_rect_of(record));
        let cell = selection.cell().and_then(|cell| layout.cell_rect(cell.lane, cell.step));
        let place = record.or(cell.map(|cell| camera.screen_rect(cell))).unwrap_or(camera.view);
        let at = place.intersect(camera.view).center();
        let mut open = true;
        let id = egui::Id::unique("map menu");
        let popup = egui::Popup::new(id, ui.ctx().clone(), at, ui.layer_id());
        let popup = popup.kind(egui::PopupKind::Menu).layout(egui::Layout::top_down_justified(egui::Align::Min));
        popup.style(egui::containers::menu::menu_style).gap(0.0).open_bool(&mut open).show(|ui| {
            if fresh {
                let first = ui.next_auto_id();
                ui.memory_mut(|memory| memory.request_focus(first));
            }
            actions.extend(menu::menu_ui(ui, input.session, self.ghost, input.lang));
        });
        self.menu = open.then_some(false);
    }
}

/// The cell that has the keyboard now is no text field any more.
fn leave_field(ctx: &egui::Context) {
    ctx.data_mut(|data| data.remove::<egui::text_edit::TextEditState>(keys::keyboard_id()));
}
