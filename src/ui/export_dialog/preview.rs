//! The picture as it will be, small: drawn by the exporter itself, in the background.

use super::choices::Choices;
use crate::app::jobs::Job;
use crate::base::{Rgba, Size};
use crate::export::Subject;
use crate::export::journey::{PictureOptions, overlay_of};
use crate::export::png::{Pixels, to_rgba};
use crate::i18n::Lang;
use crate::i18n::export::ExportDialogText as Text;
use crate::look::Theme;
use crate::model::Project;
use crate::text::TextEngine;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use eframe::egui::{
    Align2, ColorImage, Context, Painter, Rect, Role, Sense, StrokeKind, TextureHandle, TextureOptions, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

/// Room round the picture, in points.
const MARGIN: f32 = 14.0;
/// A square of the ground behind a transparent picture, in points.
const CHECK: f32 = 8.0;

/// What the preview is to show.
pub(super) struct Wanted<'a> {
    /// The document.
    pub(super) project: &'a Project,
    /// Goes up with every change of it.
    pub(super) version: u64,
    /// What was chosen.
    pub(super) choices: &'a Choices,
}

/// What decides what the preview looks like.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    version: u64,
    subject: Subject,
    options: PictureOptions,
    transparent: bool,
    /// The room for it, in pixels.
    room: (u32, u32),
}

/// What a job brings.
struct Drawn {
    size: Option<Size>,
    pixels: Option<Pixels>,
    /// Goes back, so that the next drawing shapes no text twice.
    engine: TextEngine,
}

/// The preview and the job that draws it.
#[derive(Default)]
pub(super) struct Preview {
    asked: Option<Key>,
    job: Option<Job<Drawn>>,
    engine: Option<TextEngine>,
    texture: Option<TextureHandle>,
    size: Option<Size>,
}

impl Preview {
    /// The size of the scene, in map units, once it is known.
    pub(super) const fn scene_size(&self) -> Option<Size> {
        self.size
    }

    /// Shows the picture in so much room.
    pub(super) fn show(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang, wanted: &Wanted<'_>, room: Vec2) {
        let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, Text::Preview.text(lang)));
        let inside = (room - Vec2::splat(2.0 * MARGIN)) * ui.ctx().pixels_per_point();
        self.update(ui, wanted, inside);
        let painter = ui.painter();
        painter.rect(rect, 10.0, color(theme.canvas), line(theme.line), StrokeKind::Inside);
        if let Some(texture) = &self.texture {
            picture(painter, theme, rect.shrink(MARGIN), texture, wanted.choices.transparent);
        } else {
            let words = Text::Drawing.text(lang);
            painter.text(rect.center(), Align2::CENTER_CENTER, words, fonts::regular(size::BODY), color(theme.ink3));
        }
    }

    /// Takes what was drawn and draws anew what has changed.
    fn update(&mut self, ctx: &Context, wanted: &Wanted<'_>, room: Vec2) {
        if let Some(done) = self.job.as_mut().and_then(Job::try_take) {
            self.job = None;
            if let Ok(Drawn { size, pixels, engine }) = done {
                self.engine = Some(engine);
                self.size = size;
                self.texture = pixels.map(|pixels| load(ctx, &pixels));
            }
        }
        let key = Key {
            version: wanted.version,
            subject: wanted.choices.subject,
            options: wanted.choices.options(),
            transparent: wanted.choices.transparent,
            room: (room.x.max(1.0) as u32, room.y.max(1.0) as u32),
        };
        if self.job.is_none() && self.asked.as_ref() != Some(&key) {
            let engine = self.engine.take().unwrap_or_default();
            self.job = Some(start(ctx, wanted.project.clone(), key.clone(), engine));
            self.asked = Some(key);
        }
    }
}

fn start(ctx: &Context, project: Project, key: Key, mut engine: TextEngine) -> Job<Drawn> {
    let ctx = ctx.clone();
    Job::start(
        "preview of an export",
        move || ctx.request_repaint(),
        move |_| {
            let overlay = overlay_of(&project, &key.options.map.answers);
            let scene = key.subject.scene(&project, overlay.as_ref(), &key.options, &mut engine);
            let Some(mut scene) = scene else { return Drawn { size: None, pixels: None, engine } };
            if key.transparent {
                scene.background = Rgba { a: 0, ..scene.background };
            }
            let (width, height) = (key.room.0 as f32, key.room.1 as f32);
            let scale = (width / scene.size.w).min(height / scene.size.h).min(2.0);
            Drawn { size: Some(scene.size), pixels: to_rgba(&scene, scale).ok(), engine }
        },
    )
}

fn load(ctx: &Context, pixels: &Pixels) -> TextureHandle {
    let size = [pixels.width as usize, pixels.height as usize];
    let image = ColorImage::from_rgba_premultiplied(size, &pixels.data);
    ctx.load_texture("export preview", image, TextureOptions::LINEAR)
}

/// The picture in the middle of its room, pixel for pixel.
fn picture(painter: &Painter, theme: &Theme, room: Rect, texture: &TextureHandle, is_transparent: bool) {
    let points = texture.size_vec2() / painter.ctx().pixels_per_point();
    let fit = (room.width() / points.x).min(room.height() / points.y).min(1.0);
    let min = (room.center() - points * fit / 2.0).round();
    let rect = Rect::from_min_size(min, points * fit);
    if is_transparent {
        checks(painter, theme, rect);
    }
    let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    painter.image(texture.id(), rect, uv, crate::ui::theme::color(Rgba::WHITE));
    painter.rect_stroke(rect, 0.0, line(theme.line2), StrokeKind::Outside);
}

/// What shows through a transparent picture.
fn checks(painter: &Painter, theme: &Theme, rect: Rect) {
    painter.rect_filled(rect, 0.0, color(theme.panel));
    let painter = painter.with_clip_rect(rect);
    let (columns, rows) = ((rect.width() / CHECK).ceil() as u32, (rect.height() / CHECK).ceil() as u32);
    for row in 0..rows {
        for column in (row % 2..columns).step_by(2) {
            let at = rect.min + vec2(column as f32, row as f32) * CHECK;
            painter.rect_filled(Rect::from_min_size(at, Vec2::splat(CHECK)), 0.0, color(theme.groove));
        }
    }
}
