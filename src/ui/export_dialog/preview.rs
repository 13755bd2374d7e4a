//! The picture as it will be, small: drawn by the exporter itself, in the background.

use super::choices::Choices;
use crate::app::jobs::Job;
use crate::base::{Rgba, Size};
use crate::export::order::{Order, Pictures};
use crate::export::page::{Legibility, Split};
use crate::export::png::{Pixels, to_rgba};
use crate::i18n::Lang;
use crate::i18n::export::ExportDialogText as Text;
use crate::look::Theme;
use crate::model::Project;
use crate::text::TextEngine;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank, focus_ring};
use crate::ui::widgets::cell::cell;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::label;
use eframe::egui::{
    Align, Align2, ColorImage, Context, EventFilter, Key as Pressed, Label, Layout, Painter, Rect, Response, RichText,
    Role, ScrollArea, Sense, StrokeKind, TextWrapMode, TextureHandle, TextureOptions, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};
use std::sync::Arc;

/// Room round the picture, in points.
const MARGIN: f32 = 14.0;
/// A square of the ground behind a transparent picture, in points.
const CHECK: f32 = 8.0;

/// Height of the line under the picture: which page it is, and whether it can be read.
const FOOT: f32 = 46.0;

/// So many lines of a text are shown.
const MOST_LINES: usize = 300;

/// A cell of a table, in points.
const CELL: Vec2 = vec2(124.0, 30.0);
/// So many columns of a table are shown.
const MOST_COLUMNS: usize = 100;
/// Rows of phases and steps.
const HEADINGS: usize = 2;

/// The arrow keys turn pages and do not leave the preview.
const ARROWS: EventFilter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };

/// What the preview is to show.
pub(super) struct Wanted<'a> {
    /// The document.
    pub(super) project: &'a Project,
    /// Goes up with every change of it.
    pub(super) version: u64,
    /// What was chosen.
    pub(super) choices: &'a Choices,
}

/// What decides what there is to see.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    version: u64,
    order: Order,
}

/// What decides what the preview looks like.
#[derive(Clone, Debug, PartialEq)]
struct View {
    key: Key,
    /// Position of the page.
    page: usize,
    /// The room for it, in pixels.
    room: (u32, u32),
}

/// What a job brings.
struct Drawn {
    pictures: Arc<Pictures>,
    pixels: Option<Pixels>,
    /// Goes back, so that the next drawing shapes no text twice.
    engine: TextEngine,
}

/// What a file without pictures holds.
enum Told {
    /// Its first table.
    Table(Vec<Vec<String>>),
    /// How it begins.
    Words(String),
}

/// The preview and the job that draws it.
#[derive(Default)]
pub(super) struct Preview {
    asked: Option<View>,
    job: Option<Job<Drawn>>,
    engine: Option<TextEngine>,
    texture: Option<TextureHandle>,
    /// What there is to see, and of what it was made.
    pictures: Option<(Key, Arc<Pictures>)>,
    page: usize,
    /// What a file without pictures holds, and of what it was made.
    told: Option<(Key, Told)>,
}

impl Preview {
    /// The size of the largest picture, in map units, once it is known.
    pub(super) fn scene_size(&self) -> Option<Size> {
        let (_, pictures) = self.pictures.as_ref()?;
        let sizes = pictures.pictures.iter().map(|picture| picture.scene.size);
        sizes.reduce(|a, b| Size::new(a.w.max(b.w), a.h.max(b.h)))
    }

    /// How well the pages can be read, once that is known.
    pub(super) fn legibility(&self) -> Option<Legibility> {
        self.pictures.as_ref()?.1.legibility
    }

    /// How many pictures or pages there are.
    pub(super) fn count(&self) -> usize {
        self.pictures.as_ref().map_or(0, |(_, pictures)| pictures.pictures.len())
    }

    /// Shows the picture in so much room; whether the split that makes it legible is wanted.
    pub(super) fn show(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang, wanted: &Wanted<'_>, room: Vec2) -> bool {
        let mut is_split_wanted = false;
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(room);
            ui.set_max_width(room.x);
            let (rect, response) = ui.allocate_exact_size(vec2(room.x, room.y - FOOT), Sense::click());
            let name = match self.title() {
                Some(title) => format!("{}: {title}", Text::Preview.text(lang)),
                None => Text::Preview.text(lang).to_owned(),
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
            if wanted.choices.kind.is_text() {
                self.told(ui, theme, wanted, rect);
                return;
            }
            self.turn_by_keys(ui, &response);
            focus_ring(ui, theme, &response);
            let inside = (rect.size() - Vec2::splat(2.0 * MARGIN)) * ui.ctx().pixels_per_point();
            self.update(ui, wanted, inside);
            let painter = ui.painter();
            painter.rect(rect, 10.0, color(theme.canvas), line(theme.line), StrokeKind::Inside);
            if let Some(texture) = &self.texture {
                picture(painter, theme, rect.shrink(MARGIN), texture, wanted.choices.is_transparent());
            } else {
                let words = Text::Drawing.text(lang);
                let font = fonts::regular(size::BODY);
                painter.text(rect.center(), Align2::CENTER_CENTER, words, font, color(theme.ink3));
            }
            is_split_wanted = self.foot(ui, theme, lang, wanted.choices);
        });
        is_split_wanted
    }

    /// What a file without pictures holds.
    fn told(&mut self, ui: &mut Ui, theme: &Theme, wanted: &Wanted<'_>, rect: Rect) {
        let key = Key { version: wanted.version, order: wanted.choices.order(wanted.project) };
        if self.told.as_ref().is_none_or(|(known, _)| *known != key) {
            let told = key.order.table(wanted.project).map_or_else(
                || {
                    let words = key.order.words(wanted.project);
                    Told::Words(words.lines().take(MOST_LINES).collect::<Vec<_>>().join("\n"))
                },
                Told::Table,
            );
            self.told = Some((key, told));
        }
        ui.painter().rect(rect, 10.0, color(theme.panel), line(theme.line), StrokeKind::Inside);
        let Some((_, told)) = &self.told else { return };
        let inside = UiBuilder::new().max_rect(rect.shrink(MARGIN));
        ui.scope_builder(inside, |ui| {
            ScrollArea::both().auto_shrink(false).show(ui, |ui| match told {
                Told::Table(rows) => table(ui, theme, rows),
                Told::Words(words) => {
                    let text = RichText::new(words).font(fonts::regular(size::SMALL)).color(color(theme.ink));
                    ui.add(Label::new(text).wrap_mode(TextWrapMode::Extend).selectable(true));
                }
            });
        });
    }

    fn title(&self) -> Option<&str> {
        let (_, pictures) = self.pictures.as_ref()?;
        pictures.pictures.get(self.page).map(|picture| picture.title.as_str())
    }

    /// The arrow keys and the page keys turn the pages of a preview that has the keyboard.
    fn turn_by_keys(&mut self, ui: &Ui, response: &Response) {
        let last = self.count().saturating_sub(1);
        if response.clicked() {
            response.request_focus();
        }
        let (mut forth, mut back) = (false, false);
        if response.has_focus() {
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROWS));
            forth = ui.input(|keys| keys.key_pressed(Pressed::ArrowRight) || keys.key_pressed(Pressed::PageDown));
            back = ui.input(|keys| keys.key_pressed(Pressed::ArrowLeft) || keys.key_pressed(Pressed::PageUp));
        }
        if forth {
            self.page = (self.page + 1).min(last);
        } else if back {
            self.page = self.page.saturating_sub(1);
        }
    }

    /// Which page it is, and whether it can be read; whether the split that helps is wanted.
    fn foot(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang, choices: &Choices) -> bool {
        let count = self.count();
        ui.add_space(4.0);
        let mut is_split_wanted = false;
        ui.horizontal(|ui| {
            ui.set_min_height(FOOT - 6.0);
            if count > 1 {
                ui.add_enabled_ui(self.page > 0, |ui| {
                    if button::icon(ui, theme, Glyph::Left, Text::PageBefore.text(lang)).clicked() {
                        self.page -= 1;
                    }
                });
                ui.label(label::second(theme, format!("{} / {count}", self.page + 1)));
                ui.add_enabled_ui(self.page + 1 < count, |ui| {
                    if button::icon(ui, theme, Glyph::Right, Text::PageAfter.text(lang)).clicked() {
                        self.page += 1;
                    }
                });
            }
            let Some(legibility) = self.legibility() else { return };
            let is_enough = legibility.is_enough();
            let can_split = !is_enough && choices.setup.split == Split::One && choices.map.compare.is_none();
            let side = if can_split { 190.0 } else { 0.0 };
            let ink = if is_enough { theme.ink2 } else { theme.warn };
            let width = (ui.available_width() - side).max(80.0);
            ui.allocate_ui(vec2(width, FOOT - 6.0), |ui| {
                ui.set_width(width);
                ui.vertical(|ui| label::paragraph(ui, &legibility.text(lang), size::SMALL, color(ink)));
            });
            if can_split {
                is_split_wanted = button::button(ui, theme, Rank::Secondary, Text::SplitToRead.text(lang)).clicked();
            }
        });
        is_split_wanted
    }

    /// Takes what was drawn and draws anew what has changed.
    fn update(&mut self, ctx: &Context, wanted: &Wanted<'_>, room: Vec2) {
        if let Some(done) = self.job.as_mut().and_then(Job::try_take) {
            self.job = None;
            if let Ok(Drawn { pictures, pixels, engine }) = done {
                self.engine = Some(engine);
                self.texture = pixels.map(|pixels| load(ctx, &pixels));
                self.pictures = self.asked.clone().map(|asked| (asked.key, pictures));
                self.page = self.page.min(self.count().saturating_sub(1));
            }
        }
        let key = Key { version: wanted.version, order: wanted.choices.order(wanted.project) };
        let room = (room.x.max(1.0) as u32, room.y.max(1.0) as u32);
        let view = View { key, page: self.page, room };
        if self.job.is_none() && self.asked.as_ref() != Some(&view) {
            let engine = self.engine.take().unwrap_or_default();
            let known = self.pictures.as_ref().filter(|(key, _)| *key == view.key);
            let known = known.map(|(_, pictures)| Arc::clone(pictures));
            self.job = Some(start(ctx, wanted.project.clone(), view.clone(), known, engine));
            self.asked = Some(view);
        }
    }
}

fn start(
    ctx: &Context,
    project: Project,
    view: View,
    known: Option<Arc<Pictures>>,
    mut engine: TextEngine,
) -> Job<Drawn> {
    let ctx = ctx.clone();
    Job::start(
        "preview of an export",
        move || ctx.request_repaint(),
        move |_| {
            let order = &view.key.order;
            let pictures = known.unwrap_or_else(|| Arc::new(order.pictures(&project, &mut engine)));
            let shown = pictures.pictures.get(view.page).or(pictures.pictures.last());
            let pixels = shown.and_then(|picture| {
                let mut scene = picture.scene.clone();
                if order.png.transparent {
                    scene.background = Rgba { a: 0, ..scene.background };
                }
                let (width, height) = (view.room.0 as f32, view.room.1 as f32);
                let scale = (width / scene.size.w).min(height / scene.size.h).min(2.0);
                to_rgba(&scene, scale).ok()
            });
            Drawn { pictures, pixels, engine }
        },
    )
}

fn load(ctx: &Context, pixels: &Pixels) -> TextureHandle {
    let size = [pixels.width as usize, pixels.height as usize];
    let image = ColorImage::from_rgba_premultiplied(size, &pixels.data);
    ctx.load_texture("export preview", image, TextureOptions::LINEAR)
}

/// Rows of cells, with phases and steps above and lanes at the left.
fn table(ui: &mut Ui, theme: &Theme, rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).min(MOST_COLUMNS);
    let rows = &rows[..rows.len().min(MOST_LINES)];
    let size = vec2(CELL.x * columns as f32, CELL.y * rows.len() as f32);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    for (y, row) in rows.iter().enumerate() {
        for (x, text) in row.iter().take(columns).enumerate() {
            let place = Rect::from_min_size(rect.min + vec2(x as f32, y as f32) * CELL, CELL).shrink(1.0);
            let is_heading = x == 0 || y < HEADINGS;
            let fill = color(if is_heading { theme.groove } else { theme.panel });
            if ui.is_rect_visible(place) {
                cell(ui, place, text, fill, theme, is_heading);
            }
        }
    }
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
