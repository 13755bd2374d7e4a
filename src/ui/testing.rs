//! Draws the window without a display: egui's triangles on the CPU, and a desk in a harness.

use super::desk::Desk;
use super::start::thumbnail::DrawTemplate;
use super::update;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::{Session, View};
use crate::base::IdSource;
use crate::i18n::Lang;
use crate::look::ThemeKind;
use crate::{store, template};
use eframe::egui::epaint::{Primitive, Vertex};
use eframe::egui::{
    self, Color32, ColorImage, Context, DroppedFile, FullOutput, ImageData, Rect, TextureId, TexturesDelta, UiBuilder,
};
use egui_kittest::{Harness, TestRenderer};
use image::{Rgba, RgbaImage};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A harness round a desk.
pub(super) type Window = Harness<'static, Option<Desk>>;

/// A window of this size on the start page.
pub(super) fn start_page(lang: Lang, theme: ThemeKind, size: [f32; 2]) -> Window {
    let theme = match theme {
        ThemeKind::Dark => ThemeChoice::Dark,
        ThemeKind::HighContrast => ThemeChoice::HighContrast,
        ThemeKind::Light | ThemeKind::Print => ThemeChoice::Light,
    };
    window(Settings { lang: Some(lang), theme, ..Settings::default() }, size)
}

/// A window with the project of a template.
pub(super) fn with_template(key: &str, lang: Lang, theme: ThemeKind, view: View, size: [f32; 2]) -> Window {
    let mut window = start_page(lang, theme, size);
    let project = template::project(key, lang.code(), &mut IdSource::seeded(7)).unwrap();
    let desk = window.state_mut().as_mut().unwrap();
    update::show_project(desk, project, None);
    desk.shown.window.view = view;
    window.run();
    window
}

/// A window with these settings, without pictures of the templates.
pub(super) fn window(settings: Settings, size: [f32; 2]) -> Window {
    window_drawing(settings, size, |_, _, _| None)
}

/// A window with these settings and this way to draw templates.
pub(super) fn window_drawing(settings: Settings, size: [f32; 2], draw: DrawTemplate) -> Window {
    let mut window = Harness::builder()
        .with_size(size)
        .renderer(Soft::default())
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(12)
        .build_ui_state(
            move |ui, desk: &mut Option<Desk>| {
                let desk = desk.get_or_insert_with(|| Desk::new(ui.ctx(), settings.clone(), None, draw));
                // The harness leaves a margin; a window has none.
                let whole = UiBuilder::new().max_rect(ui.ctx().content_rect());
                ui.scope_builder(whole, |ui| {
                    ui.set_clip_rect(ui.ctx().content_rect());
                    desk.frame(ui);
                });
            },
            None,
        );
    window.run();
    window
}

/// The desk of a window.
pub(super) fn desk(window: &mut Window) -> &mut Desk {
    window.state_mut().as_mut().unwrap()
}

/// A file of the hotel template in a folder.
pub(super) fn project_file(folder: &Path) -> PathBuf {
    let project = template::project("hotel", "ja", &mut IdSource::seeded(5)).unwrap();
    let path = folder.join("宿.ron");
    store::save(&path, &project).unwrap();
    path
}

/// The open document of a window.
pub(super) fn session(window: &Window) -> &Session {
    window.state().as_ref().unwrap().session.as_ref().unwrap()
}

/// Drops a file on the window.
pub(super) fn drop_file(window: &mut Window, path: &Path) {
    window.input_mut().dropped_files = vec![Arc::new(Dropped(path.to_owned()))];
    window.run_steps(3);
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Saves a picture of the window where `TABIJI_SHOTS` says; does nothing otherwise.
pub(super) fn shot(window: &mut Window, name: &str) {
    if let Ok(folder) = std::env::var("TABIJI_SHOTS") {
        let picture = window.render().unwrap();
        picture.save(Path::new(&folder).join(format!("{name}.png"))).unwrap();
    }
}

/// Rasterises egui's meshes.
#[derive(Default)]
struct Soft {
    textures: BTreeMap<TextureId, ColorImage>,
}

impl TestRenderer for Soft {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut set: Vec<_> = delta.set.drain().collect();
        set.sort_by_key(|(id, _)| *id);
        for (id, deltas) in set {
            for delta in deltas {
                let ImageData::Color(image) = &delta.image;
                match (delta.pos, self.textures.get_mut(&id)) {
                    (Some(at), Some(texture)) => patch(texture, image, at),
                    _ => drop(self.textures.insert(id, image.as_ref().clone())),
                }
            }
        }
        delta.clear();
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let ground = ctx.global_style().visuals.panel_fill;
        let size = ctx.content_rect().size() * scale;
        let mut picture = RgbaImage::from_pixel(size.x.round() as u32, size.y.round() as u32, Rgba(ground.to_array()));
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            for corners in mesh.indices.chunks_exact(3) {
                let corner = |i: usize| mesh.vertices[corners[i] as usize];
                triangle(&mut picture, texture, [corner(0), corner(1), corner(2)], clipped.clip_rect, scale);
            }
        }
        Ok(picture)
    }
}

fn patch(texture: &mut ColorImage, image: &ColorImage, [left, top]: [usize; 2]) {
    let [width, height] = image.size;
    for row in 0..height {
        let to = (top + row) * texture.size[0] + left;
        texture.pixels[to..to + width].copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
    }
}

fn triangle(picture: &mut RgbaImage, texture: &ColorImage, corners: [Vertex; 3], clip: Rect, scale: f32) {
    let [a, b, c] = corners.map(|corner| corner.pos * scale);
    let area = (b - a).x * (c - a).y - (b - a).y * (c - a).x;
    if area == 0.0 {
        return;
    }
    let box_of = Rect::from_points(&[a, b, c]).intersect(Rect::from_min_max(clip.min * scale, clip.max * scale));
    let (x0, y0) = (box_of.left().floor().max(0.0) as u32, box_of.top().floor().max(0.0) as u32);
    let x1 = (box_of.right().ceil().max(0.0) as u32).min(picture.width());
    let y1 = (box_of.bottom().ceil().max(0.0) as u32).min(picture.height());
    for y in y0..y1 {
        for x in x0..x1 {
            let p = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
            if !box_of.contains(p) {
                continue;
            }
            let u = ((b - p).x * (c - p).y - (b - p).y * (c - p).x) / area;
            let v = ((c - p).x * (a - p).y - (c - p).y * (a - p).x) / area;
            let w = 1.0 - u - v;
            if u < -1e-5 || v < -1e-5 || w < -1e-5 {
                continue;
            }
            let uv = corners[0].uv.to_vec2() * u + corners[1].uv.to_vec2() * v + corners[2].uv.to_vec2() * w;
            let texel = sample(texture, uv);
            let shade = |i: usize| {
                let of = |n: usize| f32::from(corners[n].color.to_array()[i]);
                (of(0) * u + of(1) * v + of(2) * w) * texel[i] / 255.0
            };
            blend(picture.get_pixel_mut(x, y), [shade(0), shade(1), shade(2), shade(3)]);
        }
    }
}

/// Bilinear, as on a graphics card.
fn sample(texture: &ColorImage, uv: egui::Vec2) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (uv.x * width as f32 - 0.5, uv.y * height as f32 - 0.5);
    let (fx, fy) = (x - x.floor(), y - y.floor());
    let at = |dx: f32, dy: f32| -> Color32 {
        let column = ((x.floor() + dx).max(0.0) as usize).min(width - 1);
        let row = ((y.floor() + dy).max(0.0) as usize).min(height - 1);
        texture.pixels[row * width + column]
    };
    let corners = [at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(1.0, 1.0)].map(|color| color.to_array().map(f32::from));
    let weights = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
    let mut mixed = [0.0; 4];
    for (corner, weight) in corners.iter().zip(weights) {
        for (sum, part) in mixed.iter_mut().zip(corner) {
            *sum += part * weight;
        }
    }
    mixed
}

fn blend(pixel: &mut Rgba<u8>, over: [f32; 4]) {
    let rest = 1.0 - over[3] / 255.0;
    for (under, over) in pixel.0.iter_mut().zip(over) {
        *under = (over + f32::from(*under) * rest).round().clamp(0.0, 255.0) as u8;
    }
}
