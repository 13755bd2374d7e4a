//! Drives the canvas without a window, for benchmarks: what a frame costs while somebody pans, zooms, drags or types.

use super::canvas::{Canvas, MapInput, Wish};
use super::{fonts, theme};
use crate::app::{Selection, Session};
use crate::base::{IdSource, today};
use crate::edit::Command;
use crate::i18n::Lang;
use crate::look::{Theme, ThemeKind};
use crate::model::{Card, CardId, Project};
use eframe::egui::epaint::Primitive;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2, vec2,
};
use std::time::{Duration, Instant};

/// A canvas of 1600 × 1000 points with a project's first journey.
pub struct MapProbe {
    ctx: Context,
    canvas: Canvas,
    session: Session,
    time: f64,
    pointer: Pos2,
}

/// What a frame cost.
#[derive(Clone, Copy, Debug)]
pub struct FrameCost {
    /// Building the shapes: our part.
    pub ours: Duration,
    /// Doing what was asked for in the frame: commands and history.
    pub edit: Duration,
    /// Turning the shapes into triangles: egui's part.
    pub tessellation: Duration,
    /// How many shapes there were.
    pub shapes: usize,
    /// How many triangles they became: what a processor that draws has to do.
    pub triangles: usize,
}

impl MapProbe {
    /// Opens a project and draws it once.
    #[must_use]
    pub fn new(project: Project) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        theme::install(&ctx, Theme::of(ThemeKind::Light));
        let session = Session::new(project, None, IdSource::seeded(1));
        let mut probe = Self { ctx, canvas: Canvas::new(), session, time: 0.0, pointer: Pos2::ZERO };
        probe.frame(Vec::new());
        probe
    }

    /// From now on a screen reader listens: every frame tells it the map.
    pub fn listen(&self) {
        self.ctx.enable_accesskit();
    }

    /// A frame in which fingers move the map by so many points.
    pub fn pan(&mut self, dx: f32, dy: f32) -> FrameCost {
        let at = Pos2::new(800.0, 500.0);
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(dx, dy),
            phase: TouchPhase::Move,
            modifiers: eframe::egui::Modifiers::NONE,
            source: eframe::egui::MouseWheelSource::Unknown,
        };
        self.frame(vec![Event::PointerMoved(at), wheel])
    }

    /// A frame in which the zoom becomes this; 0 shows the whole map.
    pub fn zoom(&mut self, zoom: f32) -> FrameCost {
        self.canvas.wish(if zoom > 0.0 { Wish::Zoom(zoom) } else { Wish::Fit });
        self.frame(Vec::new())
    }

    /// Selects so many cards from the left; the first one leads.
    pub fn select_cards(&mut self, count: usize) {
        // The first one leads: it is the one that is brought into sight.
        let mut cards: Vec<_> = self.cards().into_iter().take(count).map(Into::into).collect();
        cards.reverse();
        self.session.select(Selection::of(cards));
        self.frame(Vec::new());
    }

    /// Takes hold of the first card; the map is shown at true size from its left end.
    pub fn take_hold(&mut self) {
        self.canvas.wish(Wish::Zoom(1.0));
        self.frame(Vec::new());
        self.canvas.wish(Wish::Reveal);
        self.frame(Vec::new());
        let Some(at) = self.cards().first().and_then(|card| self.canvas.screen_place((*card).into())) else { return };
        self.pointer = at;
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![self.button(true)]);
    }

    /// A frame in which the pointer goes on by so many points.
    pub fn drag(&mut self, dx: f32, dy: f32) -> FrameCost {
        self.pointer += vec2(dx, dy);
        self.frame(vec![Event::PointerMoved(self.pointer)])
    }

    /// Lets go; the frame after that shows the map as it is now.
    pub fn let_go(&mut self) -> (FrameCost, FrameCost) {
        let event = self.button(false);
        (self.frame(vec![event]), self.frame(Vec::new()))
    }

    /// Opens the text of the first card.
    pub fn open_text(&mut self) {
        self.select_cards(1);
        self.canvas.wish(Wish::EditSelection { new: false });
        self.frame(Vec::new());
        self.frame(Vec::new());
    }

    /// A frame in which a letter is typed.
    pub fn type_letter(&mut self) -> FrameCost {
        self.frame(vec![Event::Text("あ".to_owned())])
    }

    /// The first card says something else, and the frame that shows it.
    pub fn edit_text(&mut self, text: &str) -> FrameCost {
        let start = Instant::now();
        let card = self.cards().first().and_then(|id| self.session.project().cards.get(*id)).cloned();
        if let Some(card) = card {
            let command = Command::Edit(Card { text: text.to_owned(), ..card }.into());
            // A benchmark edits what is there; were it refused, the figures would show no layout.
            let _refused = self.session.run(&command);
        }
        let edit = start.elapsed();
        FrameCost { edit, ..self.frame(Vec::new()) }
    }

    /// The cards of the first journey, column by column.
    fn cards(&self) -> Vec<CardId> {
        let project = self.session.project();
        let Some(journey) = self.session.journey() else { return Vec::new() };
        let columns = project.steps_in_journey(journey);
        let place = |card: &Card| columns.iter().position(|step| step.id == card.step);
        let mut cards: Vec<(Option<usize>, CardId)> = project.cards.iter().map(|card| (place(card), card.id)).collect();
        cards.sort();
        cards.into_iter().map(|(_, id)| id).collect()
    }

    fn button(&self, pressed: bool) -> Event {
        let (pos, button) = (self.pointer, PointerButton::Primary);
        Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
    }

    /// How often the map was laid out: once, as long as nobody changes it.
    #[must_use]
    pub fn layout_runs(&self) -> u64 {
        self.canvas.layout_runs()
    }

    fn frame(&mut self, events: Vec<Event>) -> FrameCost {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1600.0, 1000.0)));
        let raw = RawInput { screen_rect, events, time: Some(self.time), ..RawInput::default() };
        let (canvas, session) = (&mut self.canvas, &self.session);
        let mut ours = Duration::ZERO;
        let mut asked = Vec::new();
        let mut output = self.ctx.run_ui(raw, |ui| {
            let input = MapInput {
                filter: crate::app::MapFilter::default(),
                session,
                overlay: None,
                overlay_version: 0,
                theme: Theme::of(ThemeKind::Light),
                lang: Lang::Ja,
                date: today(),
                compare: None,
                takes_keyboard: false,
            };
            let start = Instant::now();
            asked = canvas.show(ui, &input);
            ours = start.elapsed();
        });
        output.textures_delta.clear();
        let shapes = output.shapes.len();
        let start = Instant::now();
        for action in asked {
            let _refused = action.perform(&mut self.session);
        }
        let edit = start.elapsed();
        let start = Instant::now();
        let meshes = self.ctx.tessellate(output.shapes, 1.0);
        let tessellation = start.elapsed();
        FrameCost {
            ours,
            edit,
            tessellation,
            shapes,
            triangles: meshes.iter().map(|mesh| triangles(&mesh.primitive)).sum(),
        }
    }
}

fn triangles(primitive: &Primitive) -> usize {
    match primitive {
        Primitive::Mesh(mesh) => mesh.indices.len() / 3,
        Primitive::Callback(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a processor draws, triangles are what a frame costs: a soft edge of egui round everything had made
    /// 94,000 of them at true size.
    #[test]
    fn a_full_map_is_drawn_in_few_triangles() {
        let project = crate::store::open(std::path::Path::new("examples/winter-coat.ron")).unwrap().loaded.project;
        let mut probe = MapProbe::new(project);
        for zoom in [0.0, 0.3, 0.6, 1.0] {
            let cost = probe.zoom(zoom);
            assert!(cost.triangles < 45_000, "{} triangles at {zoom}", cost.triangles);
        }
    }
}
