//! The canvas: the map of a journey, panned and zoomed, edited in place. Draws the scene and nothing
//! else of the map; what is only on screen (selection, drop marks, the text field) lies over it.

mod access;
mod action;
mod camera;
mod channels;
mod drag;
mod editor;
mod frame;
mod handles;
mod hud;
mod input;
mod menu;
mod minimap;
mod outlines;
mod paint;
mod picture;
mod pictures;
mod pointer;
mod strokes;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use action::MapAction;

use self::camera::Camera;
use self::channels::ChannelList;
use self::drag::Drag;
use self::editor::Editor;
use self::frame::{Frame, Places};
use self::minimap::Minimap;
use self::paint::Brush;
use self::picture::{Picture, Wanted};
use crate::app::Session;
use crate::base::Date;
use crate::feedback::Overlay;
use crate::i18n::{Lang, map::Map};
use crate::look::Theme;
use crate::model::{JourneyId, LaneForm, RecordId};
use crate::scene::PartKind;
use crate::ui::theme::color;
use eframe::egui::{self, CornerRadius, Painter, Response, Sense, Ui};

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
    drag: Option<Drag>,
    wish: Option<Wish>,
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
    /// The selection's text edited in place.
    EditSelection,
    /// A new card typed into the focused cell, after the selected one.
    NewCard,
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
            drag: None,
            wish: None,
        }
    }

    /// The zoom; 1 is true size.
    pub(crate) fn zoom(&self) -> f32 {
        self.camera.map_or(1.0, |camera| camera.zoom)
    }

    /// Asks for something, done in the next frame.
    pub(crate) fn wish(&mut self, wish: Wish) {
        self.wish = Some(wish);
    }

    /// How often a map was laid out: stays as it is while nothing changes.
    pub(crate) fn layout_runs(&self) -> u64 {
        self.picture.runs()
    }

    /// What is being typed, to be kept before the document is saved, exported or closed.
    pub(crate) fn take_typed(&mut self, session: &Session) -> Option<MapAction> {
        self.editor.take()?.kept(session.project())
    }

    /// Shows the map; gives what was asked for.
    pub(crate) fn show(&mut self, ui: &mut Ui, input: &MapInput<'_>) -> Vec<MapAction> {
        let view = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(view, Sense::click_and_drag());
        let Some(journey) = input.session.journey() else { return Vec::new() };
        let wanted = Wanted {
            project: input.session.project(),
            version: input.session.version(),
            overlay: input.overlay,
            overlay_version: input.overlay_version,
            journey,
            theme: input.theme,
            lang: input.lang,
            date: input.date,
        };
        if self.picture.update(&wanted) {
            self.outlines.clear();
            self.places = self.picture.get().map(|(_, scene)| frame::places(scene)).unwrap_or_default();
        }
        let mut actions = Vec::new();
        self.aim(view, journey, input.session);
        let aimed = self.camera;
        self.handle(ui, &response, input, &mut actions);
        self.fitted &= self.camera == aimed && actions.iter().all(MapAction::only_selects);
        self.paint(ui, &response, input);
        self.overlays(ui, input, &mut actions);
        response.context_menu(|ui| actions.extend(menu::menu_ui(ui, input.session, input.lang)));
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        actions
    }

    /// Follows the view's size, the journey shown and wishes.
    fn aim(&mut self, view: egui::Rect, journey: JourneyId, session: &Session) {
        let Some(size) = self.picture.get().map(|(layout, _)| layout.size) else { return };
        let mut camera = self.camera.unwrap_or_else(|| Camera::new(view));
        camera.view = view;
        if self.shown != Some(journey) {
            self.shown = Some(journey);
            self.fitted = true;
        }
        self.fitted &= self.wish.is_none();
        if self.fitted {
            camera.fit_width(size, 0.6, 1.0);
        }
        match self.wish.take() {
            Some(Wish::Zoom(zoom)) => camera.zoom_to(zoom, view.center()),
            Some(Wish::ZoomBy(factor)) => camera.zoom_to(camera.zoom * factor, view.center()),
            Some(Wish::Fit) => camera.fit(size, 1.5),
            Some(Wish::Reveal) => self.reveal_selection(&mut camera, session),
            Some(Wish::EditSelection) => self.edit_selection(session),
            Some(Wish::NewCard) => self.editor = self.new_card(camera, session),
            None => {}
        }
        camera.keep_in_sight(size);
        self.camera = Some(camera);
    }

    fn edit_selection(&mut self, session: &Session) {
        if let Some(record) = session.selection().primary() {
            self.editor = Editor::of(session.project(), record);
        }
    }

    fn new_card(&self, camera: Camera, session: &Session) -> Option<Editor> {
        let (layout, scene) = self.picture.get()?;
        let frame = Frame { layout, scene, places: &self.places, camera };
        let cell = walk::cell_of(&frame, session.project(), session.selection())?;
        let cards = session.project().cards_in(cell.lane, cell.step);
        let selected = cards.iter().position(|card| session.selection().contains(card.id));
        let before = selected.and_then(|at| cards.get(at + 1)).map(|card| card.id);
        let holds_cards = matches!(layout.row(cell.lane)?.form(), LaneForm::Cards | LaneForm::Speech);
        holds_cards.then(|| Editor::new_card(cell.lane, cell.step, before, String::new()))
    }

    fn reveal_selection(&self, camera: &mut Camera, session: &Session) {
        let Some((layout, scene)) = self.picture.get() else { return };
        let frame = Frame { layout, scene, places: &self.places, camera: *camera };
        let (left, top) = frame.band_sizes();
        let record = session.selection().primary().and_then(|record| self.places.get(&record));
        let cell = session.selection().cell().and_then(|cell| layout.cell_rect(cell.lane, cell.step));
        match (record, cell) {
            (Some((PartKind::Body, rect)), _) => camera.reveal(*rect, left, top),
            (_, Some(rect)) => camera.reveal(rect, left, top),
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
        hud::selection(&painter, &frame, project, selection, theme, false);
        let pointer = response.hover_pos();
        let hovered = pointer.filter(|_| self.drag.is_none()).and_then(|pointer| frame.pick(pointer).record);
        for kind in [PartKind::Lanes, PartKind::Columns, PartKind::Corner] {
            if frame.is_pushed(PartKind::Columns) || frame.is_pushed(PartKind::Lanes) {
                painter.rect_filled(frame.ground_of(kind), CornerRadius::ZERO, color(scene.background));
            }
            paint_part(kind, &painter);
        }
        hud::selection(&painter, &frame, project, selection, theme, true);
        if let Some(record) = hovered.filter(|record| !selection.contains(*record)) {
            hud::hover(&painter, &frame, record, theme);
        }
        if let (Some(drag), Some(pointer)) = (&self.drag, ui.input(|input| input.pointer.interact_pos())) {
            if let Drag::Cards(cards, start) = drag {
                let lifted = camera.shifted(pointer - camera.screen(*start));
                paint_lifted(&painter, &frame, lifted, cards, &mut self.outlines, &mut self.pictures);
            }
            if let Some(landing) = drag::landing(&frame, drag, pointer) {
                hud::landing(&painter, &frame, &landing, theme);
            }
            if let Drag::Band(start) = drag {
                hud::band(&painter, &camera, *start, pointer, theme);
            }
            hud::emotion(&painter, &frame, project, drag, theme, input.lang);
        }
        if let Some(minimap) = Minimap::of(&frame) {
            minimap.paint(&painter, &frame, theme);
        }
        access::tell(ui, &frame);
    }

    /// The text field and the list of channels.
    fn overlays(&mut self, ui: &mut Ui, input: &MapInput<'_>, actions: &mut Vec<MapAction>) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        if self.drag.is_none() && self.editor.is_none() {
            actions.extend(handles::show(ui, &frame, input.theme, input.lang));
        }
        if let Some(mut list) = self.channels.take() {
            let (action, open) = list.show(ui, input.session.project(), input.theme, input.lang);
            actions.extend(action);
            self.channels = open.then_some(list);
        }
        let Some(mut editor) = self.editor.take() else { return };
        match editor.show(ui, &frame, input.theme, Map::EditorName.text(input.lang)) {
            editor::Left::Still => self.editor = Some(editor),
            editor::Left::Dropped => {}
            editor::Left::Kept(after) => {
                let project = input.session.project();
                self.editor = input::next_editor(&frame, project, &editor, after);
                actions.extend(editor.kept(project));
            }
        }
    }
}

/// The cards being dragged, where the pointer is.
fn paint_lifted(
    painter: &Painter,
    frame: &Frame<'_>,
    camera: Camera,
    cards: &[crate::model::CardId],
    outlines: &mut outlines::Outlines,
    pictures: &mut pictures::Pictures,
) {
    let Some(part) = frame.part(PartKind::Body) else { return };
    let mut brush = Brush { painter, camera, outlines, pictures };
    for item in &part.items {
        let crate::scene::Item::Group(group) = item else { continue };
        if let Some(RecordId::Card(card)) = group.id
            && cards.contains(&card)
        {
            brush.items(std::slice::from_ref(item), group.bounds);
        }
    }
}
