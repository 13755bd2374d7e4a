//! Pictures of the templates: their real maps, drawn small by the painter that draws them large.

use crate::app::Example;
use crate::app::jobs::Job;
use crate::base::{IdSource, today};
use crate::export::png;
use crate::i18n::Lang;
use crate::layout::{MapOptions, place_map};
use crate::look::{Theme, ThemeKind};
use crate::model::Project;
use crate::scene::compose_map;
use crate::template;
use crate::text::TextEngine;
use crate::ui::theme::color;
use eframe::egui::{
    ColorImage, Context, CornerRadius, Image, Pos2, Rect, TextureFilter, TextureHandle, TextureOptions, Ui, pos2, vec2,
};
use std::collections::BTreeMap;

/// Pixels of a picture, row by row, colours multiplied by alpha.
pub(crate) struct RgbaPixels {
    /// Width in pixels.
    pub(crate) width: usize,
    /// Height in pixels.
    pub(crate) height: usize,
    /// `4 × width × height` bytes.
    pub(crate) rgba: Vec<u8>,
}

/// What there is a picture of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A template, by its key.
    Template(&'static str),
    /// A finished example.
    Example(Example),
}

impl Subject {
    fn key(self) -> &'static str {
        match self {
            Self::Template(key) => key,
            Self::Example(example) => example.key(),
        }
    }

    fn project(self, lang: Lang) -> Option<Project> {
        match self {
            Self::Template(key) => template::project(key, lang.code(), &mut IdSource::seeded(1)).ok(),
            Self::Example(example) => example.project().ok(),
        }
    }
}

/// Draws the map of a subject, on a thread of its own; `None` when it cannot.
pub(crate) type DrawTemplate = fn(subject: Subject, lang: Lang, theme: ThemeKind) -> Option<RgbaPixels>;

/// The pictures, each made once.
pub(crate) struct Pictures {
    draw: DrawTemplate,
    textures: BTreeMap<(&'static str, &'static str, &'static str), Made>,
}

/// The picture of a template's map.
enum Made {
    /// Being drawn.
    Working(Job<Option<RgbaPixels>>),
    /// Drawn, or impossible to draw.
    Ready(Option<TextureHandle>),
}

impl Pictures {
    /// None made yet.
    pub(crate) fn new(draw: DrawTemplate) -> Self {
        Self { draw, textures: BTreeMap::new() }
    }

    /// Paints the picture of a template into the upper part of a card; the bare ground while it is being drawn.
    pub(crate) fn paint(&mut self, ui: &Ui, theme: &Theme, lang: Lang, subject: Subject, rect: Rect) {
        let corners = CornerRadius { nw: 12, ne: 12, sw: 0, se: 0 };
        ui.painter().rect_filled(rect, corners, color(theme.canvas));
        if let Some(texture) = self.texture(ui, theme.kind, lang, subject) {
            let inner = rect.shrink2(vec2(10.0, 9.0));
            let whole = inner.width() / texture.aspect_ratio();
            let place = Rect::from_min_size(inner.min, vec2(inner.width(), whole.min(inner.height())));
            let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, place.height() / whole));
            Image::new(&texture).uv(uv).paint_at(ui, place);
        }
    }

    fn texture(&mut self, ctx: &Context, theme: ThemeKind, lang: Lang, subject: Subject) -> Option<TextureHandle> {
        let draw = self.draw;
        let made = self.textures.entry((subject.key(), lang.code(), theme.key())).or_insert_with(|| {
            let waker = ctx.clone();
            let wake = move || waker.request_repaint();
            Made::Working(Job::start("template picture", wake, move |_| draw(subject, lang, theme)))
        });
        if let Made::Working(job) = made {
            let pixels = job.try_take()?.ok().flatten();
            *made = Made::Ready(pixels.map(|pixels| {
                let image = ColorImage::from_rgba_premultiplied([pixels.width, pixels.height], &pixels.rgba);
                // Shown at half its size or less: without steps in between, thin lines would come and go.
                let smooth = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
                ctx.load_texture(format!("picture of {}", subject.key()), image, smooth)
            }));
        }
        match made {
            Made::Ready(texture) => texture.clone(),
            Made::Working(_) => None,
        }
    }
}

/// Twice the width at which the picture is shown, for sharp screens.
const WIDTH_PX: f32 = 640.0;

/// Draws it, without the strips above and below; `None` when the template cannot be drawn.
pub(crate) fn draw_template(subject: Subject, lang: Lang, theme: ThemeKind) -> Option<RgbaPixels> {
    let project = subject.project(lang)?;
    let journey = project.journeys_in_order().first()?.id;
    let options = MapOptions {
        head: false,
        foot: false,
        voice: false,
        department_curves: false,
        ..MapOptions::everything(lang, today())
    };
    let mut engine = TextEngine::new();
    let layout = place_map(&project, journey, None, &options, &mut engine)?;
    let scene = compose_map(&layout, Theme::of(theme));
    let pixels = png::to_rgba(&scene, WIDTH_PX / scene.size.w).ok()?;
    Some(RgbaPixels { width: pixels.width as usize, height: pixels.height as usize, rgba: pixels.data })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_a_picture() {
        for info in template::all() {
            let picture = draw_template(Subject::Template(info.key), Lang::Ja, ThemeKind::Light).unwrap();
            assert_eq!(picture.rgba.len(), picture.width * picture.height * 4);
            let first = &picture.rgba[..4];
            assert!(picture.rgba.chunks_exact(4).any(|pixel| pixel != first), "{} is one colour", info.key);
        }
    }
}
