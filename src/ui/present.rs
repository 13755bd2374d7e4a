//! The presentation on the screen: nothing but the slide. Draws what `layout::story` placed with the canvas's own
//! brush; what is only on screen (laser, timer, progress) lies over it.

mod hud;
mod input;
mod laser;
mod picture;
#[cfg(test)]
mod tests;

use self::laser::Laser;
use self::picture::SlidePicture;
use super::canvas::{Brush, Camera, Outlines, Pictures};
use super::desk::Desk;
use super::theme::color;
use super::update;
use crate::app::{Cover, Presentation, Session};
use crate::base::{Date, today};
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::i18n::present::PresentText as Text;
use crate::look::Theme;
use crate::model::CardFilter;
use crate::scene::{Item, PartKind};
use eframe::egui::{self, Context, CornerRadius, Id, Rect, Response, Role, Sense, Ui, ViewportCommand, WidgetInfo};

/// Seconds in which the curve grows to the next step.
const GROWS: f64 = 0.5;

/// A presentation on the screen, between two frames.
pub(crate) struct Stage {
    show: Presentation,
    picture: SlidePicture,
    outlines: Outlines,
    pictures: Pictures,
    laser: Laser,
    input: input::Hands,
    /// When the page was turned forwards; the curve grows from then on.
    turned: Option<f64>,
    /// Whether the window filled the screen before; not known before the first frame.
    filled_before: Option<bool>,
    /// What had the keyboard.
    focus: Option<Id>,
}

/// What a slide is made from.
struct StageInput<'a> {
    session: &'a Session,
    overlay: Option<&'a Overlay>,
    overlay_version: u64,
    theme: &'static Theme,
    lang: Lang,
    date: Date,
    filter: &'a CardFilter,
    motion: bool,
}

/// Begins to present the journey that is shown, from its opening or from what is selected.
pub(crate) fn start(desk: &mut Desk, from_selection: bool) {
    update::keep_typed(desk);
    let Some(session) = &desk.session else { return };
    let Some(journey) = session.journey() else { return };
    let selection = session.selection();
    let selected = selection.primary().and_then(|record| Presentation::slide_of(session.project(), record));
    let focused = selection.cell().map(|cell| crate::layout::story::Slide::Step(cell.step));
    let from = selected.or(focused).filter(|_| from_selection);
    desk.stage = Some(Stage {
        show: Presentation::new(session.project(), journey, from),
        picture: SlidePicture::new(),
        outlines: Outlines::default(),
        pictures: Pictures::default(),
        laser: Laser::default(),
        input: input::Hands::default(),
        turned: None,
        filled_before: None,
        focus: None,
    });
}

/// Draws a frame of the presentation, if there is one; whether there is.
pub(crate) fn frame(desk: &mut Desk, ui: &mut Ui) -> bool {
    let Some(mut stage) = desk.stage.take() else { return false };
    // A question must be seen.
    let Some(session) = desk.session.as_ref().filter(|_| desk.dialog.is_none()) else {
        stage.leave(ui);
        return false;
    };
    desk.shown.voice.update(session.project(), &desk.shown.filter.answers);
    let input = StageInput {
        session,
        overlay: desk.shown.voice.overlay().map(AsRef::as_ref),
        overlay_version: desk.shown.voice.version(),
        theme: desk.theme(),
        lang: desk.lang(),
        date: today(),
        filter: &desk.shown.filter.cards,
        motion: desk.settings.has_motion(),
    };
    if stage.show(ui, &input) {
        desk.stage = Some(stage);
    } else {
        stage.leave(ui);
    }
    true
}

impl Stage {
    /// The window fills the screen; what had the keyboard is remembered.
    fn enter(&mut self, ctx: &Context) {
        if self.filled_before.is_none() {
            self.filled_before = Some(ctx.input(|input| input.viewport().fullscreen).unwrap_or(false));
            self.focus = ctx.memory(egui::Memory::focused);
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }

    /// The window is as it was.
    fn leave(&self, ctx: &Context) {
        if self.filled_before != Some(true) {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        }
        if let Some(focus) = self.focus {
            ctx.memory_mut(|memory| memory.request_focus(focus));
        }
        ctx.request_repaint();
    }

    /// Draws it; whether it goes on.
    fn show(&mut self, ui: &mut Ui, input: &StageInput<'_>) -> bool {
        self.enter(ui);
        let screen = ui.ctx().content_rect();
        let response = ui.allocate_rect(screen, Sense::click_and_drag());
        let now = ui.input(|input| input.time);
        let before = self.show.position();
        for command in self.input.commands(ui, &response, &self.show, now) {
            if !self.show.perform(command, now) {
                return false;
            }
        }
        if self.show.position() != before {
            self.turned = (self.show.position() == before + 1).then_some(now);
        }
        let told = self.told(ui, input.motion, now);
        if self.picture.update(input, &self.show, screen.size(), told) {
            self.outlines.clear();
        }
        self.paint(ui, screen, input);
        hud::show(ui, screen, &self.show, input.theme, input.lang, now);
        hud::filter(ui, screen, &self.show, self.picture.filtered(), input.theme);
        let held = self.input.is_held() || self.show.laser;
        self.laser.show(ui, input.theme, held && self.show.cover == Cover::Nothing, now);
        self.tell(ui, &response, screen, input);
        true
    }

    /// How far the curve has grown.
    fn told(&self, ctx: &Context, motion: bool, now: f64) -> f32 {
        let Some(turned) = self.turned.filter(|_| motion) else { return 1.0 };
        let share = ((now - turned) / GROWS).clamp(0.0, 1.0) as f32;
        if share < 1.0 {
            ctx.request_repaint();
        }
        share * share * (3.0 - 2.0 * share)
    }

    fn paint(&mut self, ui: &Ui, screen: Rect, input: &StageInput<'_>) {
        let painter = ui.painter_at(screen);
        let cover = match self.show.cover {
            Cover::Black => Some(crate::base::Rgba::BLACK),
            Cover::White => Some(crate::base::Rgba::WHITE),
            Cover::Nothing | Cover::Keys => None,
        };
        painter.rect_filled(screen, CornerRadius::ZERO, color(cover.unwrap_or(input.theme.canvas)));
        let Some(scene) = self.picture.scene().filter(|_| cover.is_none()) else { return };
        let camera = camera(screen, scene.size);
        for part in &scene.parts {
            let (outlines, pictures) = (&mut self.outlines, &mut self.pictures);
            Brush::new(&painter, camera, outlines, pictures).items(&part.items, camera.visible());
        }
    }

    /// The slide in words: all of it when the page turns, and each thing on it.
    fn tell(&self, ui: &Ui, response: &Response, screen: Rect, input: &StageInput<'_>) {
        let lang = input.lang;
        let said = match self.show.cover {
            Cover::Black => Text::BlackScreen.text(lang),
            Cover::White => Text::WhiteScreen.text(lang),
            Cover::Nothing | Cover::Keys => self.picture.told(),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
        let Some(scene) = self.picture.scene().filter(|_| self.show.cover == Cover::Nothing) else { return };
        let camera = camera(screen, scene.size);
        let body = scene.parts.iter().filter(|part| part.kind == PartKind::Body).flat_map(|part| &part.items);
        for (index, item) in body.enumerate() {
            let Item::Group(group) = item else { continue };
            let id = response.id.with(("slide", index));
            let told = ui.interact(camera.screen_rect(group.bounds), id, Sense::hover());
            told.widget_info(|| WidgetInfo::labeled(Role::Label, true, &group.label));
        }
    }
}

/// The slide in the middle of the screen, as large as it fits.
fn camera(screen: Rect, size: crate::base::Size) -> Camera {
    let zoom = (screen.width() / size.w.max(1.0)).min(screen.height() / size.h.max(1.0));
    let offset = (screen.size() - egui::vec2(size.w, size.h) * zoom) / 2.0;
    Camera { zoom, offset, view: screen }
}
