//! The canvas: the map of a journey, panned and zoomed, edited in place. Draws the scene and nothing
//! else of the map; what is only on screen (selection, drop marks, the text field) lies over it.

mod access;
mod action;
mod beside;
mod camera;
mod channels;
mod chevrons;
#[cfg(test)]
mod curve_tests;
mod curves;
mod drag;
mod dropped_name;
mod edges;
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
mod news;
mod outlines;
mod overlays;
mod paint;
mod painting;
mod picture;
mod pictures;
mod pointer;
#[cfg(test)]
mod pointer_tests;
mod quads;
mod rounded;
mod series;
mod sight;
mod snip;
mod strokes;
mod structure;
#[cfg(test)]
mod structure_tests;
#[cfg(test)]
mod tests;
mod voice_popup;
#[cfg(test)]
mod voice_popup_tests;

pub(crate) use self::camera::Camera;
pub(crate) use self::outlines::Outlines;
pub(crate) use self::paint::Brush;
pub(crate) use self::pictures::Pictures;
pub(crate) use action::MapAction;
pub(crate) use found::Found;
pub(crate) use fresh::Fresh;
pub(crate) use voice_popup::voice_popup_ui;

use self::channels::ChannelList;
use self::drag::Drag;
use self::editor::Editor;
use self::frame::{Frame, Places};
use self::grips::Grip;
use self::lanes::LanePicker;
use self::picture::{Picture, Wanted};
use crate::app::walk::Way;
use crate::app::{Cell, MapFilter, Session};
use crate::base::Date;
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::layout::Compare;
use crate::look::Theme;
use crate::model::{CardId, JourneyId, RecordId};
use eframe::egui::{Pos2, Sense, Ui};
use std::sync::Arc;

/// What the canvas shows, for one frame.
pub(crate) struct MapInput<'a> {
    /// The document and what is selected.
    pub(crate) session: &'a Session,
    /// The feedback.
    pub(crate) overlay: Option<&'a Arc<Overlay>>,
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
    /// What colleagues changed lately.
    news: Vec<RecordId>,
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
    /// The card of the as-is that was clicked on an overlaid map.
    ghost: Option<CardId>,
    /// What is behind the value of a step.
    voice: Option<voice_popup::VoicePopup>,
    minimap: minimap::Presence,
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
    /// A cell in sight.
    RevealCell(Cell),
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
            news: Vec::new(),
            found: Found::default(),
            number: input::Number::default(),
            menu: None,
            access: access::Access::default(),
            scale: 1.0,
            fresh: None,
            structure: structure::Structure::default(),
            choosing_curves: false,
            ghost: None,
            voice: None,
            minimap: minimap::Presence::default(),
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

    /// Marks what colleagues changed.
    pub(crate) fn mark_news(&mut self, news: Vec<RecordId>) {
        self.news = news;
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

    /// The text that is being typed on the map.
    pub(crate) fn draft(&self) -> Option<String> {
        Some(self.editor.as_ref()?.text().to_owned())
    }

    /// What keeping it would ask for; it goes on being typed.
    pub(crate) fn typed_so_far(&self, session: &Session) -> Option<MapAction> {
        self.editor.as_ref()?.kept(session.project())
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
        self.meet_ghosts(&response, input, &mut actions);
        self.fitted &= self.camera == aimed && actions.iter().all(MapAction::only_selects);
        self.paint(ui, &response, input);
        let has_field = self.editor.is_some() || self.channels.is_some() || self.lanes.is_some();
        self.overlays(ui, &response, input, &mut actions);
        // A plus sign opens a field in this very frame: it has the keyboard already.
        if !has_field && self.editor.is_none() {
            self.hold_keyboard(ui, input);
        }
        self.structure_ui(ui, &response, input, &mut actions);
        self.meet_name(ui, &response, input, &mut actions);
        response.context_menu(|ui| actions.extend(menu::menu_ui(ui, input.session, self.ghost, input.lang)));
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
}
