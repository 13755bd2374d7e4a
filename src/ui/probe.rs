//! Drives the canvas without a window, for benchmarks: what a frame costs while somebody pans or zooms.

use super::canvas::{Canvas, MapInput, Wish};
use super::{fonts, theme};
use crate::app::Session;
use crate::base::{IdSource, today};
use crate::i18n::Lang;
use crate::look::{Theme, ThemeKind};
use crate::model::Project;
use eframe::egui::{Context, Event, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, vec2};
use std::time::{Duration, Instant};

/// A canvas of 1600 × 1000 points with a project's first journey.
pub struct MapProbe {
    ctx: Context,
    canvas: Canvas,
    session: Session,
    time: f64,
}

/// What a frame cost.
#[derive(Clone, Copy, Debug)]
pub struct FrameCost {
    /// Building the shapes: our part.
    pub ours: Duration,
    /// Turning the shapes into triangles: egui's part.
    pub tessellation: Duration,
    /// How many shapes there were.
    pub shapes: usize,
}

impl MapProbe {
    /// Opens a project and draws it once.
    #[must_use]
    pub fn new(project: Project) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        theme::install(&ctx, Theme::of(ThemeKind::Light));
        let session = Session::new(project, None, IdSource::seeded(1));
        let mut probe = Self { ctx, canvas: Canvas::new(), session, time: 0.0 };
        probe.frame(Vec::new());
        probe
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
            canvas.show(ui, &input);
            ours = start.elapsed();
        });
        output.textures_delta.clear();
        let shapes = output.shapes.len();
        let start = Instant::now();
        let triangles = self.ctx.tessellate(output.shapes, 1.0);
        std::hint::black_box(triangles);
        FrameCost { ours, tessellation: start.elapsed(), shapes }
    }
}
