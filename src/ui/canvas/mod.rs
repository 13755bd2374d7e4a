//! The canvas: the map of a journey, panned and zoomed, edited in place. Draws the scene and nothing
//! else of the map; what is only on screen (selection, drop marks, the text field) lies over it.

mod access;
mod action;
mod beside;
mod camera;
mod channels;
mod chevrons;
mod curves;
mod drag;
mod editor;
mod empty_map;
mod found;
mod frame;
mod fresh;
mod ghosts;
mod grips;
mod handles;
mod handoff_popup;
mod hud;
mod input;
mod inserts;
mod lanes;
mod linking;
mod menu;
mod minimap;
mod outlines;
mod paint;
mod picture;
mod pictures;
mod pointer;
#[cfg(test)]
mod pointer_tests;
mod series;
mod snip;
mod strokes;
mod structure;
#[cfg(test)]
mod structure_tests;
#[cfg(test)]
mod tests;

pub(crate) use self::camera::Camera;
pub(crate) use self::outlines::Outlines;
pub(crate) use self::paint::Brush;
pub(crate) use self::pictures::Pictures;
pub(crate) use action::MapAction;
pub(crate) use found::Found;
pub(crate) use fresh::Fresh;

use self::channels::{ChannelList, ListLeft};
use self::drag::Drag;
use self::editor::Editor;
use self::frame::{Frame, Places};
use self::grips::Grip;
use self::inserts::Insert;
use self::lanes::LanePicker;
use self::minimap::Minimap;
use self::picture::{Picture, Wanted};
use crate::app::actions::cell_for_card;
use crate::app::walk::Way;
use crate::app::{MapFilter, Session, actions};
use crate::base::Date;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::feedback::Overlay;
use crate::i18n::{Lang, map::Map};
use crate::layout::{Compare, Row};
use crate::look::Theme;
use crate::model::{CardId, JourneyId, Project, RecordId};
use crate::scene::PartKind;
use crate::ui::regions;
use crate::ui::theme::color;
use eframe::egui::{self, CornerRadius, Painter, Pos2, Response, Sense, Ui, vec2};
use std::collections::BTreeSet;

/// What the canvas shows, for one frame.
pub(crate) struct MapInput<'a> {
    /// The document and what is selected.
    pub(crate) session: &'a Session,
    /// The feedback.
    pub(crate) overlay: Option<&'a Overlay>,
    /// Goes up with every change of the overlay.
    pub(crate) overlay_version: u64,
    /// The colours.
    pub(crate) theme: &'static Theme,
    /// The language.
    pub(crate) lang: Lang,
    /// The date on the map.
    pub(crate) date: Date,
    /// Which cards are brought forward.
    pub(crate) filter: MapFilter,
    /// The comparison that is shown on the map.
    pub(crate) compare: Option<Compare>,
    /// The keyboard comes to the map in this frame.
    pub(crate) takes_keyboard: bool,
}

/// The canvas and what it remembers between frames. Nothing here is part of the document.
pub(crate) struct Canvas {
    camera: Option<Camera>,
    picture: Picture,
    places: Places,
    outlines: outlines::Outlines,
    pictures: pictures::Pictures,
    shown: Option<JourneyId>,
    /// Nobody has moved the map yet: it follows the size of the window.
    fitted: bool,
    editor: Option<Editor>,
    channels: Option<ChannelList>,
    lanes: Option<LanePicker>,
    drag: Option<Drag>,
    /// The edge under the pointer.
    grip: Option<Grip>,
    wish: Option<Wish>,
    /// What a search found.
    found: Found,
    /// A number being typed for an emotion.
    number: input::Number,
    /// The menu at the selection is open; whether it was opened in this very frame.
    menu: Option<bool>,
    access: access::Access,
    /// How large the interface is: the map keeps its own size when that changes.
    scale: f32,
    /// What a paste would bring, while it is previewed.
    fresh: Option<Fresh>,
    structure: structure::Structure,
    /// The choice of curves is to be opened.
    choosing_curves: bool,
}

/// What the rest of the window asked of the canvas, done in the next frame.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wish {
    /// This zoom; the middle stays.
    Zoom(f32),
    /// The zoom times this; the middle stays.
    ZoomBy(f32),
    /// The whole map in sight.
    Fit,
    /// The selection in sight.
    Reveal,
    /// A record in sight, also one of the as-is that is only shown under the to-be.
    RevealRecord(RecordId),
    /// The selection's text edited in place; what is new has its text selected, so that typing replaces it.
    EditSelection {
        /// Whether it is new.
        new: bool,
    },
    /// What Enter opens at the selection.
    Open,
    /// A screenful further.
    Page(Way),
    /// From the selected name down to what is below it.
    Down,
    /// The menu at the selection.
    Menu,
    /// The list of lanes.
    Lanes,
    /// The selected lanes higher or, with a negative number, lower by so many map units.
    Heighten(f32),
    /// The choice of the curves that are shown.
    ChooseCurves,
    /// A new card typed into the focused cell, after the selected one.
    NewCard,
    /// A link drawn from the selected step.
    Link,
    /// What is carried over from the selected step to the next.
    Handoff,
}

impl Canvas {
    /// An empty canvas.
    pub(crate) fn new() -> Self {
        Self {
            camera: None,
            picture: Picture::new(),
            places: Places::new(),
            outlines: outlines::Outlines::default(),
            pictures: pictures::Pictures::default(),
            shown: None,
            fitted: true,
            editor: None,
            channels: None,
            lanes: None,
            drag: None,
            grip: None,
            wish: None,
            found: Found::default(),
            number: input::Number::default(),
            menu: None,
            access: access::Access::default(),
            scale: 1.0,
            fresh: None,
            structure: structure::Structure::default(),
            choosing_curves: false,
        }
    }

    /// The zoom; 1 is true size.
    pub(crate) fn zoom(&self) -> f32 {
        self.camera.map_or(1.0, |camera| camera.zoom * self.scale)
    }

    /// The interface gets another size: the map stays as large as it is.
    pub(crate) fn set_scale(&mut self, scale: f32) {
        let ratio = self.scale / scale;
        self.scale = scale;
        if let Some(camera) = &mut self.camera {
            (camera.zoom, camera.offset) = (camera.zoom * ratio, camera.offset * ratio);
        }
    }

    /// The middle of a record on the screen.
    pub(crate) fn screen_place(&self, record: RecordId) -> Option<Pos2> {
        let (layout, scene) = self.picture.get()?;
        let frame = Frame { layout, scene, places: &self.places, camera: self.camera? };
        frame.screen_rect_of(record).map(|rect| rect.center())
    }

    /// Asks for something, done in the next frame.
    pub(crate) fn wish(&mut self, wish: Wish) {
        self.wish = Some(wish);
    }

    /// Marks what a search found.
    pub(crate) fn mark(&mut self, found: Found) {
        self.found = found;
    }

    /// How often a map was laid out: stays as it is while nothing changes.
    pub(crate) fn layout_runs(&self) -> u64 {
        self.picture.runs()
    }

    /// The text being typed on the map, `|text|`, or the list of channels with what was typed, `?text?`.
    #[cfg(test)]
    pub(crate) fn typing(&self) -> Option<String> {
        let editor = self.editor.as_ref().map(|editor| format!("|{}|", editor.text()));
        editor.or_else(|| self.channels.as_ref().map(|list| format!("?{}?", list.typed())))
    }

    /// What is being typed, to be kept before the document is saved, exported or closed.
    pub(crate) fn take_typed(&mut self, session: &Session) -> Option<MapAction> {
        self.editor.take()?.kept(session.project())
    }

    /// Shows the map; gives what was asked for.
    pub(crate) fn show(&mut self, ui: &mut Ui, input: &MapInput<'_>) -> Vec<MapAction> {
        let view = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(view, Sense::click_and_drag());
        if input.takes_keyboard {
            ui.memory_mut(|memory| memory.request_focus(input::keyboard_id()));
        }
        let Some(journey) = input.session.journey() else { return Vec::new() };
        self.draw(input, journey);
        let mut actions = Vec::new();
        let opened = self.wish.is_some_and(|wish| self.fulfil(wish, input.session, &mut actions));
        actions.extend(self.aim(view, journey, input.session));
        if opened {
            // What is selected by it is known in the next frame.
            self.wish = Some(Wish::Reveal);
        }
        let aimed = self.camera;
        self.hear(ui, input, &mut actions);
        if !self.structure_takes_input(ui, &response, &mut actions) {
            self.handle(ui, &response, input, &mut actions);
        }
        self.keep_off_ghosts(input, &mut actions);
        self.fitted &= self.camera == aimed && actions.iter().all(MapAction::only_selects);
        self.paint(ui, &response, input);
        let has_field = self.editor.is_some() || self.channels.is_some() || self.lanes.is_some();
        self.overlays(ui, &response, input, &mut actions);
        // A plus sign opens a field in this very frame: it has the keyboard already.
        if !has_field && self.editor.is_none() {
            self.hold_keyboard(ui, input);
        }
        self.structure_ui(ui, &response, input, &mut actions);
        response.context_menu(|ui| actions.extend(menu::menu_ui(ui, input.session, input.lang)));
        self.menu_at_selection(ui, input, &mut actions);
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        actions
    }

    /// Lays the map out and draws it, if anything that shows has changed.
    fn draw(&mut self, input: &MapInput<'_>, journey: JourneyId) {
        let wanted = Wanted {
            project: input.session.project(),
            version: input.session.version(),
            overlay: input.overlay,
            overlay_version: input.overlay_version,
            journey,
            theme: input.theme,
            lang: input.lang,
            date: input.date,
            filter: &input.filter,
            compare: input.compare,
            curves: &input.session.curves().choice,
        };
        if self.picture.update(&wanted) {
            self.outlines.clear();
            if let Some((layout, _)) = self.picture.get() {
                self.structure.note(layout, input.session.project());
            }
            self.places = self.picture.get().map(|(_, scene)| frame::places(scene)).unwrap_or_default();
        }
    }

    /// Follows the view's size, the journey shown and wishes.
    fn aim(&mut self, view: egui::Rect, journey: JourneyId, session: &Session) -> Option<MapAction> {
        let size = self.picture.get().map(|(layout, _)| layout.size)?;
        let mut camera = self.camera.unwrap_or_else(|| Camera::new(view));
        camera.view = view;
        if self.shown != Some(journey) {
            self.shown = Some(journey);
            self.fitted = true;
        }
        self.fitted &= self.wish.is_none();
        if self.fitted {
            camera.fit_width(size, 0.6 / self.scale, 1.0 / self.scale);
        }
        let mut asked = None;
        match self.wish.take() {
            Some(Wish::Zoom(zoom)) => camera.zoom_to(zoom / self.scale, view.center()),
            Some(Wish::ZoomBy(factor)) => camera.zoom_to(camera.zoom * factor, view.center()),
            Some(Wish::Fit) => camera.fit(size, 1.5 / self.scale),
            Some(Wish::Reveal) => self.reveal_selection(&mut camera, session),
            Some(Wish::RevealRecord(record)) => self.reveal_record(&mut camera, record),
            Some(Wish::EditSelection { new }) => self.edit_selection(session, new),
            Some(Wish::Lanes) => self.lanes = self.lane_picker(camera),
            Some(Wish::Heighten(by)) => asked = self.heightened(session, by),
            Some(Wish::ChooseCurves) => self.choosing_curves = true,
            Some(Wish::NewCard) => self.editor = self.new_card(session),
            Some(Wish::Link) => self.structure.begin_link(session),
            Some(Wish::Handoff) => self.structure.open_handoff(session),
            Some(Wish::Open | Wish::Page(_) | Wish::Down | Wish::Menu) | None => {}
        }
        self.reveal_editor(&mut camera);
        camera.keep_in_sight(size);
        self.camera = Some(camera);
        asked
    }

    /// The list of lanes, above the plus sign under the last one.
    fn lane_picker(&self, camera: Camera) -> Option<LanePicker> {
        let (layout, scene) = self.picture.get()?;
        let frame = Frame { layout, scene, places: &self.places, camera };
        let band = frame.camera_of(PartKind::Lanes).screen_rect(layout.lanes_band);
        Some(LanePicker::new(band.left_bottom().min(camera.view.left_bottom()) + vec2(8.0, -36.0)))
    }

    /// Lanes higher or lower than they are now, though never lower than their content.
    fn heightened(&self, session: &Session, by: f32) -> Option<MapAction> {
        let (layout, _) = self.picture.get()?;
        let rows = actions::meant_lanes(session).into_iter().filter_map(|lane| layout.row(lane.id));
        let command = |row: &Row| actions::set_height(session.project(), row.lane, row.h + by, row.content_h);
        let commands: Vec<Command> = rows.filter(|row| !row.is_collapsed).filter_map(command).collect();
        let label = Label::new(Verb::Edit, RecordKind::Lane);
        (!commands.is_empty()).then_some(MapAction::Run(Command::Batch { label, commands }))
    }

    fn edit_selection(&mut self, session: &Session, new: bool) {
        let Some(record) = session.selection().primary() else { return };
        let editor = Editor::of(session.project(), record);
        self.editor = if new { editor.map(Editor::selecting_all) } else { editor };
    }

    fn new_card(&self, session: &Session) -> Option<Editor> {
        let (layout, _) = self.picture.get()?;
        let cell = cell_for_card(session)?;
        layout.row(cell.lane)?;
        let cards = session.project().cards_in(cell.lane, cell.step);
        let selected = cards.iter().position(|card| session.selection().contains(card.id));
        let before = selected.and_then(|at| cards.get(at + 1)).map(|card| card.id);
        Some(Editor::new_card(cell.lane, cell.step, before))
    }

    /// A field that just opened is in sight.
    fn reveal_editor(&self, camera: &mut Camera) {
        let (Some(editor), Some((layout, scene))) = (self.editor.as_ref().filter(|e| e.is_fresh()), self.picture.get())
        else {
            return;
        };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        match editor.place(&frame) {
            Some((PartKind::Body, rect)) => camera.reveal(rect, left, top),
            Some((PartKind::Columns, rect)) => camera.reveal_across(rect, left),
            _ => {}
        }
    }

    fn reveal_record(&self, camera: &mut Camera, record: RecordId) {
        let (Some((layout, scene)), Some(place)) = (self.picture.get(), self.place_of(record)) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        camera.reveal(place, left, top);
    }

    fn reveal_selection(&self, camera: &mut Camera, session: &Session) {
        let Some((layout, scene)) = self.picture.get() else { return };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        let record = session.selection().primary().and_then(|record| self.places.get(&record));
        let cell = session.selection().cell().and_then(|cell| layout.cell_rect(cell.lane, cell.step));
        let corner = session.selection().corner().and_then(|corner| layout.cell_rect(corner.lane, corner.step));
        match (corner, record, cell) {
            (Some(rect), ..) => camera.reveal(rect, left, top),
            (_, Some((PartKind::Body, rect)), _) => camera.reveal(*rect, left, top),
            (.., Some(rect)) => camera.reveal(rect, left, top),
            (_, Some((PartKind::Columns, rect)), _) => camera.reveal_across(*rect, left),
            (_, Some((PartKind::Lanes, rect)), _) => camera.reveal_down(*rect, top),
            _ => {}
        }
    }

    fn paint(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let painter = ui.painter_at(camera.view);
        painter.rect_filled(camera.view, CornerRadius::ZERO, color(scene.background));
        let (outlines, pictures) = (&mut self.outlines, &mut self.pictures);
        let mut paint_part = |kind: PartKind, painter: &Painter| {
            let Some(part) = frame.part(kind) else { return };
            let camera = frame.camera_of(kind);
            Brush { painter, camera, outlines: &mut *outlines, pictures: &mut *pictures }
                .items(&part.items, camera.visible());
        };
        let (project, selection, theme) = (input.session.project(), input.session.selection(), input.theme);
        paint_part(PartKind::Head, &painter);
        hud::under(&painter, &frame, selection, theme);
        paint_part(PartKind::Body, &painter);
        paint_part(PartKind::Foot, &painter);
        hud::selection(&painter, &frame, selection, theme, false);
        if let Some(fresh) = &self.fresh {
            fresh::marks(&painter, &frame, fresh, theme, false);
        }
        found::paint(&painter, &frame, &self.found, theme, false);
        let pointer = response.hover_pos();
        let hovered = pointer.filter(|_| self.drag.is_none()).and_then(|pointer| frame.pick(pointer).record);
        for kind in [PartKind::Lanes, PartKind::Columns, PartKind::Corner] {
            if frame.is_pushed(PartKind::Columns) || frame.is_pushed(PartKind::Lanes) {
                painter.rect_filled(frame.ground_of(kind), CornerRadius::ZERO, color(scene.background));
            }
            paint_part(kind, &painter);
        }
        hud::selection(&painter, &frame, selection, theme, true);
        if let Some(fresh) = &self.fresh {
            fresh::marks(&painter, &frame, fresh, theme, true);
        }
        found::paint(&painter, &frame, &self.found, theme, true);
        curves::lift_marked(ui, &frame, input, hovered);
        if let Some(record) = hovered.filter(|record| !selection.contains(*record)) {
            hud::hover(&painter, &frame, record, theme);
        }
        if let Some(grip) = self.grip {
            hud::edge(&painter, &frame, grip, theme);
        }
        let hint = pointer.filter(|_| self.drag.is_none() && self.editor.is_none()).map(|pointer| frame.pick(pointer));
        if let Some((_, at, value)) = hint.and_then(|picked| pointer::empty_emotion(&frame, project, &picked)) {
            hud::emotion_hint(&painter, &frame, at, value, theme, input.lang);
        }
        if let (Some(drag), Some(at)) = (&self.drag, ui.input(|input| input.pointer.interact_pos())) {
            let mut lifted = Lifted { outlines: &mut self.outlines, pictures: &mut self.pictures };
            lifted.drag(ui, &painter, &frame, project, drag, at, theme, input.lang);
        }
        if let Some(minimap) = Minimap::of(&frame) {
            minimap.paint(&painter, &frame, theme);
        }
        let cell = crate::app::walk::cell_of(input.session);
        let told = access::Told { frame, project, selection, cell, lang: input.lang };
        self.access.tell(ui, response, &told);
        if response.has_focus() && cell.is_none() && selection.is_empty() {
            regions::ring(ui, theme, camera.view);
        }
    }

    /// The menu that a key opened, with the keyboard in its first entry.
    fn menu_at_selection(&mut self, ui: &Ui, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
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
            actions.extend(menu::menu_ui(ui, input.session, input.lang));
        });
        self.menu = open.then_some(false);
    }

    /// What can be clicked over the map, the text field, the lists of channels and of lanes.
    fn overlays(&mut self, ui: &mut Ui, response: &Response, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let project = input.session.project();
        if self.drag.is_none() {
            actions.extend(handles::show(ui, &frame, input.theme, input.lang));
            actions.extend(chevrons::show(ui, &frame, input.theme, input.lang));
            let hovers = response.contains_pointer() && self.grip.is_none() && !egui::Popup::is_any_open(ui.ctx());
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
}

/// The cell that has the keyboard now is no text field any more.
fn leave_field(ctx: &egui::Context) {
    ctx.data_mut(|data| data.remove::<egui::text_edit::TextEditState>(input::keyboard_id()));
}

/// Paints what is being dragged.
struct Lifted<'a> {
    outlines: &'a mut outlines::Outlines,
    pictures: &'a mut pictures::Pictures,
}

impl Lifted<'_> {
    #[expect(clippy::too_many_arguments, reason = "a frame's surroundings, passed on once")]
    fn drag(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        frame: &Frame<'_>,
        project: &Project,
        drag: &Drag,
        pointer: Pos2,
        theme: &Theme,
        lang: Lang,
    ) {
        let copy = pointer::copies(ui.input(|input| input.modifiers));
        let landing = drag::landing(frame, project, drag, pointer, copy);
        if let Drag::Cards { cards, start, .. } = drag {
            if !copy {
                hud::lifted_from(painter, frame, cards, theme);
            }
            if let Some(landing) = &landing {
                hud::landing(painter, frame, landing, theme);
            }
            self.cards(painter, frame, frame.camera.shifted(pointer - frame.camera.screen(*start)), cards);
            hud::count(painter, pointer, cards.len(), copy, theme, lang);
        } else if let Some(landing) = &landing {
            hud::landing(painter, frame, landing, theme);
        }
        match drag {
            Drag::Band { start, .. } => hud::band(painter, &frame.camera, *start, pointer, theme),
            Drag::Marks(held) => hud::emotions(painter, frame, project, held, theme, lang),
            _ => {}
        }
    }

    /// The cards being dragged, where the pointer is.
    fn cards(&mut self, painter: &Painter, frame: &Frame<'_>, camera: Camera, cards: &[CardId]) {
        let Some(part) = frame.part(PartKind::Body) else { return };
        let cards: BTreeSet<CardId> = cards.iter().copied().collect();
        let visible = camera.visible();
        let mut brush = Brush { painter, camera, outlines: &mut *self.outlines, pictures: &mut *self.pictures };
        for item in &part.items {
            let crate::scene::Item::Group(group) = item else { continue };
            if group.bounds.touches(&visible) && matches!(group.id, Some(RecordId::Card(card)) if cards.contains(&card))
            {
                brush.items(std::slice::from_ref(item), visible);
            }
        }
    }
}
