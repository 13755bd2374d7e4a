//! Pictures of the templates: the real map where a picture of it can be drawn, else a sketch of what
//! is in the template (its phases, its cards, its emotion curve).

use crate::base::IdSource;
use crate::i18n::Lang;
use crate::look::{CardColors, Theme, ThemeKind};
use crate::model::{JourneyIndex, LaneKind, MarkSource};
use crate::template;
use crate::ui::theme::{color, line};
use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{
    Color32, ColorImage, Context, CornerRadius, Image, Pos2, Rect, Shape, Stroke, StrokeKind, TextureHandle,
    TextureOptions, Ui, pos2, vec2,
};
use std::collections::BTreeMap;

/// Pixels of a picture, row by row, straight alpha.
pub(crate) struct RgbaPixels {
    /// Width in pixels.
    pub(crate) width: usize,
    /// Height in pixels.
    pub(crate) height: usize,
    /// `4 × width × height` bytes.
    pub(crate) rgba: Vec<u8>,
}

/// Draws the map of a template; `None` when it cannot.
pub(crate) type DrawTemplate = fn(key: &str, lang: Lang, theme: ThemeKind) -> Option<RgbaPixels>;

/// The pictures, each made once.
pub(crate) struct Pictures {
    draw: DrawTemplate,
    textures: BTreeMap<(String, &'static str, &'static str), Option<TextureHandle>>,
    sketches: BTreeMap<(String, &'static str), Sketch>,
}

/// What a sketch shows of a template.
#[derive(Debug, Default)]
struct Sketch {
    /// Number of steps of each phase.
    phases: Vec<usize>,
    /// Three rows of cells: which have a card.
    above: Vec<(LaneKind, Vec<bool>)>,
    /// Rows under the curve.
    below: Vec<(LaneKind, Vec<bool>)>,
    /// The agreed emotion of each step.
    curve: Vec<f32>,
}

impl Pictures {
    /// None made yet.
    pub(crate) fn new(draw: DrawTemplate) -> Self {
        Self { draw, textures: BTreeMap::new(), sketches: BTreeMap::new() }
    }

    /// Paints the picture of a template into the upper part of a card.
    pub(crate) fn paint(&mut self, ui: &Ui, theme: &Theme, lang: Lang, key: &str, rect: Rect) {
        let corners = CornerRadius { nw: 12, ne: 12, sw: 0, se: 0 };
        ui.painter().rect_filled(rect, corners, color(theme.canvas));
        if let Some(texture) = self.texture(ui, theme.kind, lang, key) {
            Image::new(&texture).corner_radius(corners).paint_at(ui, rect);
            return;
        }
        let sketch = self.sketches.entry((key.to_owned(), lang.code())).or_insert_with(|| Sketch::of(key, lang));
        sketch.paint(ui, theme, rect.shrink2(vec2(12.0, 12.0)));
    }

    fn texture(&mut self, ctx: &Context, theme: ThemeKind, lang: Lang, key: &str) -> Option<TextureHandle> {
        let draw = self.draw;
        let entry = self.textures.entry((key.to_owned(), lang.code(), theme.key())).or_insert_with(|| {
            let pixels = draw(key, lang, theme)?;
            let image = ColorImage::from_rgba_unmultiplied([pixels.width, pixels.height], &pixels.rgba);
            Some(ctx.load_texture(format!("template {key}"), image, TextureOptions::LINEAR))
        });
        entry.clone()
    }
}

impl Sketch {
    /// Looks at the first journey of the template. A template that cannot be read gives an empty sketch.
    fn of(key: &str, lang: Lang) -> Self {
        let Ok(project) = template::project(key, lang.code(), &mut IdSource::seeded(1)) else { return Self::default() };
        let journeys = project.journeys_in_order();
        let Some(index) = journeys.first().and_then(|journey| JourneyIndex::new(&project, journey.id)) else {
            return Self::default();
        };
        let steps: Vec<_> = index.steps().collect();
        let row = |kind: LaneKind| {
            let lane = index.lanes.iter().find(|lane| lane.kind == kind)?;
            Some((kind, steps.iter().map(|step| !index.cell(lane.id, step.id).is_empty()).collect::<Vec<_>>()))
        };
        let mark = |step| {
            let marks = index.marks.get(&step).map_or(&[][..], Vec::as_slice);
            marks.iter().find(|mark| mark.source == MarkSource::Agreed).map_or(0.0, |mark| mark.value)
        };
        Self {
            phases: index.phases.iter().map(|phase| phase.steps.len()).collect(),
            above: [LaneKind::Action, LaneKind::Thought].into_iter().filter_map(row).collect(),
            below: [LaneKind::Pain, LaneKind::Opportunity].into_iter().filter_map(row).collect(),
            curve: steps.iter().map(|step| mark(step.id)).collect(),
        }
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect) {
        let count = self.curve.len().max(1) as f32;
        let pitch = rect.width() / count;
        let middle = |index: usize| rect.left() + pitch * (index as f32 + 0.5);
        self.paint_phases(ui, theme, rect, pitch);
        let row = |y: f32, cells: &(LaneKind, Vec<bool>)| {
            let colors = theme.card_in(cells.0);
            for (index, _) in cells.1.iter().enumerate().filter(|(_, filled)| **filled) {
                let cell = Rect::from_center_size(pos2(middle(index), rect.top() + y), vec2(pitch - 4.0, 11.0));
                paint_card(ui, cell, colors);
            }
        };
        self.above.iter().zip([26.0, 42.0]).for_each(|(cells, y)| row(y, cells));
        let bottom = rect.height();
        self.below.iter().zip([bottom - 20.0, bottom - 5.0]).for_each(|(cells, y)| row(y, cells));
        let band = rect.top() + 52.0..=rect.bottom() - 30.0;
        let (zero, reach) = ((band.start() + band.end()) / 2.0, (band.end() - band.start()) / 4.4);
        let points: Vec<Pos2> =
            self.curve.iter().enumerate().map(|(index, value)| pos2(middle(index), zero - value * reach)).collect();
        paint_curve(ui, theme, &points);
    }

    fn paint_phases(&self, ui: &Ui, theme: &Theme, rect: Rect, pitch: f32) {
        let mut left = rect.left();
        for (position, steps) in self.phases.iter().enumerate() {
            let width = pitch * *steps as f32;
            let (top, bottom, tip) = (rect.top(), rect.top() + 13.0, 4.0);
            let right = left + width - 3.0;
            let y = f32::midpoint(top, bottom);
            let mut points = vec![pos2(left, top), pos2(right - tip, top), pos2(right, y), pos2(right - tip, bottom)];
            points.push(pos2(left, bottom));
            ui.painter().add(Shape::convex_polygon(points, color(theme.phase(position)), Stroke::NONE));
            left += width;
        }
    }
}

fn paint_card(ui: &Ui, cell: Rect, colors: CardColors) {
    ui.painter().rect(cell, CornerRadius::same(2), color(colors.fill), line(colors.border), StrokeKind::Inside);
}

fn paint_curve(ui: &Ui, theme: &Theme, points: &[Pos2]) {
    let stroke = Stroke::new(1.8, color(theme.ink));
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let x = f32::midpoint(a.x, b.x);
        let bend = [*a, pos2(x, a.y), pos2(x, b.y), *b];
        ui.painter().add(CubicBezierShape::from_points_stroke(bend, false, Color32::TRANSPARENT, stroke));
    }
    let (radius, width) = if points.len() > 14 { (2.4, 1.3) } else { (3.2, 1.6) };
    for point in points {
        ui.painter().circle(*point, radius, color(theme.panel), Stroke::new(width, color(theme.accent)));
    }
}
