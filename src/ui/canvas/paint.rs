//! Paints a scene with egui: culls to what is in sight and draws each item as it is. Text is drawn
//! line by line, never wrapped, so that the lines are those of every export.

use super::camera::Camera;
use super::outlines::{Outlines, flattened};
use super::pictures::Pictures;
use super::quads::Quads;
use super::strokes;
use crate::base::Rect;
use crate::scene::{Block, Image, Item, Path, Shape as Form, Stroke as Line, Text};
use crate::text::Weight;
use crate::ui::fonts;
use crate::ui::theme::color;
use eframe::egui::epaint::{CircleShape, EllipseShape, RectShape, TextShape};
use eframe::egui::{self, Color32, CornerRadius, Mesh, Painter, Pos2, Shape, Stroke, StrokeKind, pos2, vec2};

/// Letters lower than this many points are drawn as bars: nobody could read them.
const LEAST_LETTERS: f32 = 4.0;
/// Letters lower than this many points are not drawn at all.
const LEAST_BARS: f32 = 1.6;

/// Things smaller than this many points are not drawn.
const LEAST_SPECK: f32 = 1.4;
/// Filled outlines smaller than this many points are drawn as squares.
const LEAST_OUTLINE: f32 = 5.0;

/// Paints items of one part.
pub(crate) struct Brush<'a> {
    pub(super) painter: &'a Painter,
    camera: Camera,
    outlines: &'a mut Outlines,
    pictures: &'a mut Pictures,
    pub(super) quads: Quads,
}

impl<'a> Brush<'a> {
    /// With what a canvas keeps between its frames.
    pub(crate) fn new(
        painter: &'a Painter,
        camera: Camera,
        outlines: &'a mut Outlines,
        pictures: &'a mut Pictures,
    ) -> Self {
        Self { painter, camera, outlines, pictures, quads: Quads::new(painter.pixels_per_point()) }
    }

    /// Paints those items that touch `visible` (map units).
    pub(crate) fn items(&mut self, items: &[Item], visible: Rect) {
        self.nested(items, visible);
        self.quads.flush(self.painter);
    }

    fn nested(&mut self, items: &[Item], visible: Rect) {
        for item in items {
            let bounds = item.bounds();
            if self.is_speck(bounds) || !bounds.inset(-4.0).touches(&visible) {
                continue;
            }
            match item {
                Item::Group(group) => self.nested(&group.items, visible),
                Item::Block(block) => self.block(block),
                Item::Path(path) => self.path(path),
                Item::Text(text) => self.text(text),
                Item::Image(image) => self.image(image),
                Item::Link { .. } => {}
            }
        }
    }

    /// Over all that was painted so far.
    pub(super) fn add(&mut self, shape: impl Into<Shape>) {
        self.quads.flush(self.painter);
        self.painter.add(shape);
    }

    /// Whether nobody could see it: smaller than a pixel or so in both directions.
    fn is_speck(&self, bounds: Rect) -> bool {
        bounds.w.max(bounds.h) * self.camera.zoom < LEAST_SPECK
    }

    fn block(&mut self, block: &Block) {
        let rect = self.camera.screen_rect(block.rect);
        let fill = block.fill.map_or(Color32::TRANSPARENT, color);
        let dashed = block.stroke.as_ref().is_some_and(|stroke| !stroke.dash.is_empty());
        let stroke = match &block.stroke {
            Some(line) if !dashed => self.stroke(line),
            _ => Stroke::NONE,
        };
        match block.shape {
            Form::Rect => self.rect(rect, 0.0, fill, stroke),
            Form::Rounded(radius) => self.rect(rect, radius * self.camera.zoom, fill, stroke),
            Form::Ellipse => self.ellipse(rect, fill, stroke),
        }
        if let Some(line) = block.stroke.as_ref().filter(|_| dashed) {
            let points = self.block_outline(block);
            self.dashes(&points, line);
        }
        if let Some(text) = &block.text {
            self.text(text);
        }
    }

    fn rect(&mut self, rect: egui::Rect, radius: f32, fill: Color32, stroke: Stroke) {
        if self.rounded(rect, radius, fill, stroke) {
            return;
        }
        let radius = CornerRadius::same(radius.clamp(0.0, 255.0) as u8);
        self.add(RectShape::new(rect, radius, fill, stroke, StrokeKind::Middle));
    }

    /// A circle is painted as discs, which egui keeps as pictures: two triangles instead of a hundred.
    fn ellipse(&mut self, rect: egui::Rect, fill: Color32, stroke: Stroke) {
        let (center, radius) = (rect.center(), rect.size() / 2.0);
        let half = stroke.width / 2.0;
        if (radius.x - radius.y).abs() > 0.1 || radius.x <= half {
            self.add(EllipseShape { center, radius, fill, stroke, angle: 0.0 });
        } else if stroke.is_empty() {
            self.add(Shape::circle_filled(center, radius.x, fill));
        } else if fill.is_opaque() {
            self.add(Shape::circle_filled(center, radius.x + half, stroke.color));
            self.add(Shape::circle_filled(center, radius.x - half, fill));
        } else {
            // egui draws the line of a circle outside of it.
            self.add(CircleShape { center, radius: radius.x - half, fill, stroke });
        }
    }

    fn block_outline(&self, block: &Block) -> Vec<Pos2> {
        use kurbo::Shape as _;
        let r = block.rect;
        let (x0, y0, x1, y1) = (f64::from(r.x), f64::from(r.y), f64::from(r.right()), f64::from(r.bottom()));
        let path = match block.shape {
            Form::Rect => kurbo::Rect::new(x0, y0, x1, y1).to_path(0.1),
            Form::Rounded(radius) => kurbo::RoundedRect::new(x0, y0, x1, y1, f64::from(radius)).to_path(0.1),
            Form::Ellipse => kurbo::Ellipse::from_rect(kurbo::Rect::new(x0, y0, x1, y1)).to_path(0.1),
        };
        let runs = flattened(&path);
        runs.iter().flatten().map(|p| self.place(*p)).collect()
    }

    fn place(&self, p: [f32; 2]) -> Pos2 {
        self.camera.screen(crate::base::Point::new(p[0], p[1]))
    }

    fn stroke(&self, line: &Line) -> Stroke {
        Stroke::new((line.width * self.camera.zoom).max(0.6), color(line.color))
    }

    fn path(&mut self, path: &Path) {
        let place = self.camera.screen_rect(path.bounds);
        if let Some(fill) = path.fill.filter(|_| place.width().max(place.height()) < LEAST_OUTLINE) {
            self.quads.filled(place.shrink(place.width() * 0.1), color(fill));
            return;
        }
        let flat = self.outlines.get(&path.outline, path.fill.is_some());
        if let Some(fill) = path.fill {
            let mut mesh = Mesh::default();
            for p in &flat.corners {
                mesh.colored_vertex(self.place(*p), color(fill));
            }
            mesh.indices.extend_from_slice(&flat.triangles);
            self.add(mesh);
            // The mesh has hard edges: a hairline of the same colour softens them.
            if path.stroke.is_none() && fill.a == 255 {
                for run in &flat.runs {
                    let points = strokes::thinned(run.iter().map(|p| self.place(*p)));
                    self.add(Shape::closed_line(points, Stroke::new(0.8, color(fill))));
                }
            }
        }
        let Some(line) = &path.stroke else { return };
        let clip = self.painter.clip_rect().expand(line.width * self.camera.zoom + 2.0);
        for run in &flat.runs {
            let points = strokes::thinned(run.iter().map(|p| self.place(*p)));
            if line.dash.is_empty() {
                for piece in strokes::in_sight(&points, clip) {
                    self.add(Shape::line(piece.to_vec(), self.stroke(line)));
                }
            } else {
                self.dashes(&points, line);
            }
        }
    }

    fn dashes(&mut self, points: &[Pos2], line: &Line) {
        let zoom = self.camera.zoom;
        let (Some(dash), Some(gap)) = (line.dash.first(), line.dash.get(1)) else { return };
        // Far out the single dashes would be smaller than a pixel: a paler line looks the same.
        if (dash + gap) * zoom < 2.0 {
            let pale = Stroke::new((line.width * zoom).max(0.6), color(line.color.faded(0.5)));
            self.add(Shape::line(points.to_vec(), pale));
            return;
        }
        let clip = self.painter.clip_rect().expand(line.width * zoom + 2.0);
        let stroke = self.stroke(line);
        self.quads.flush(self.painter);
        strokes::dashes(points, dash * zoom, gap * zoom, clip, |from, to| {
            // A dash that is shorter than the line is wide is a dot.
            if *dash < line.width {
                self.painter.circle_filled(from + (to - from) / 2.0, stroke.width / 2.0, stroke.color);
            } else {
                self.painter.line_segment([from, to], stroke);
            }
        });
    }

    fn text(&mut self, text: &Text) {
        let zoom = self.camera.zoom;
        let size = text.paragraph.style.size * zoom;
        // What can be read depends on pixels, not on how large the interface is set.
        let seen = size * self.painter.ctx().zoom_factor();
        if seen < LEAST_BARS {
            return;
        }
        let ink = color(text.color);
        for (index, line) in text.paragraph.lines.iter().enumerate() {
            if line.text.is_empty() {
                continue;
            }
            let start = self.camera.screen(text.line_start(index));
            if !self.near_view(start.y, size) {
                continue;
            }
            if seen < LEAST_LETTERS {
                let bar = egui::Rect::from_min_size(
                    pos2(start.x, start.y - size * 0.55),
                    vec2(line.width * zoom, (size * 0.4).max(1.0)),
                );
                self.quads.filled(bar, ink.gamma_multiply(0.35));
                continue;
            }
            let font = match text.paragraph.style.weight {
                Weight::Regular => fonts::regular(size),
                Weight::Bold => fonts::bold(size),
            };
            let galley = self.painter.layout_no_wrap(line.text.clone(), font, ink);
            let baseline =
                galley.rows.first().map_or(0.0, |row| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y));
            self.add(TextShape::new(pos2(start.x, start.y - baseline), galley, ink));
        }
    }

    fn near_view(&self, baseline: f32, size: f32) -> bool {
        let clip = self.painter.clip_rect();
        baseline > clip.top() - size && baseline < clip.bottom() + 2.0 * size
    }

    fn image(&mut self, image: &Image) {
        let rect = self.camera.screen_rect(image.rect);
        let Some(texture) = self.pictures.get(self.painter.ctx(), &image.picture) else { return };
        let size = texture.size_vec2();
        // Cut from the middle to the proportions of the place.
        let (place, own) = (rect.width() / rect.height().max(1.0), size.x / size.y.max(1.0));
        let (w, h) = if own > place { (place / own, 1.0) } else { (1.0, own / place) };
        let uv = egui::Rect::from_center_size(pos2(0.5, 0.5), vec2(w, h));
        let radius = (image.radius * self.camera.zoom).round().clamp(0.0, 255.0) as u8;
        let shape = RectShape::filled(rect, CornerRadius::same(radius), Color32::WHITE).with_texture(texture.id(), uv);
        self.add(shape);
    }
}
