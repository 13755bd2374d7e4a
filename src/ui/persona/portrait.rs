//! The portrait: a picture, or a coloured square with the letter of the name.

use super::sheet::persona_color;
use crate::base::Rgba;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{Persona, Picture};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::files::Dropped;
use crate::ui::theme::{color, line};
use crate::ui::widgets::marker;
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{
    Color32, CornerRadius, Image, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, TextureHandle, Ui,
    Vec2, WidgetInfo, vec2,
};

const SIDE: f32 = 150.0;
const RADIUS: f32 = 18.0;

/// Shows it. A click asks for a picture, a picture file may be dropped on it, the menu takes it away.
pub(super) fn portrait(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SIDE), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, Text::Portrait.text(cx.lang)));
    let texture = persona.portrait.as_ref().and_then(|picture: &Picture| cx.shown.textures.of(ui, picture));
    match texture {
        Some(texture) => picture(ui, rect, &texture),
        None => letter(ui, cx, rect, persona_color(cx, persona), &persona.name),
    }
    border(ui, cx, rect, &response);
    take_dropped_file(ui, cx, persona);
    let response = response.on_hover_text(Text::PickPortrait.text(cx.lang));
    if response.clicked() {
        cx.push(Action::PickPortrait(persona.id));
    }
    response.context_menu(|ui| {
        if ui.button(Text::PickPortrait.text(cx.lang)).clicked() {
            cx.push(Action::PickPortrait(persona.id));
        }
        if persona.portrait.is_some() && ui.button(Text::RemovePortrait.text(cx.lang)).clicked() {
            persona.portrait = None;
        }
    });
}

fn picture(ui: &Ui, rect: Rect, texture: &TextureHandle) {
    Image::new(texture).uv(marker::square(texture)).corner_radius(CornerRadius::same(RADIUS as u8)).paint_at(ui, rect);
}

/// The square runs from a lighter tone at the top left to the persona's colour at the bottom right.
fn letter(ui: &Ui, cx: &Cx<'_>, rect: Rect, tone: Rgba, name: &str) {
    let dark = cx.theme.dark;
    let light = tone.mixed(Rgba::WHITE, if dark { 0.1 } else { 0.55 });
    let deep = if dark { tone.mixed(cx.theme.canvas, 0.3) } else { tone };
    let corners = CornerRadius::same(RADIUS as u8);
    ui.painter().rect_filled(rect, corners, color(tone.mixed(light, 0.45)));
    ui.painter().add(Shape::mesh(gradient(rect.shrink(0.5), light, deep)));
    marker::letter(ui.painter(), rect.center(), 64.0, tone, name);
}

fn gradient(rect: Rect, from: Rgba, to: Rgba) -> Mesh {
    let at = |p: Pos2| {
        let t = ((p.x - rect.left()) * 0.35 + (p.y - rect.top()) * 0.9) / (SIDE * 1.25);
        color(from.mixed(to, t.clamp(0.0, 1.0)))
    };
    let vertex = |pos: Pos2| Vertex { pos, uv: WHITE_UV, color: at(pos) };
    let mut mesh = Mesh::default();
    mesh.vertices.push(vertex(rect.center()));
    let mut rim = Vec::new();
    for (corner, start) in [
        (rect.right_bottom(), 0.0),
        (rect.left_bottom(), 90.0),
        (rect.left_top(), 180.0),
        (rect.right_top(), 270.0_f32),
    ] {
        let to_center = rect.center() - corner;
        let inward = vec2(RADIUS.copysign(to_center.x), RADIUS.copysign(to_center.y));
        for step in 0..=8_u8 {
            let angle = (start + 90.0 * f32::from(step) / 8.0).to_radians();
            rim.push(corner + inward + vec2(angle.cos(), angle.sin()) * RADIUS);
        }
    }
    mesh.vertices.extend(rim.iter().copied().map(vertex));
    let count = u32::try_from(rim.len()).unwrap_or(0);
    for index in 0..count {
        mesh.add_triangle(0, 1 + index, 1 + (index + 1) % count);
    }
    mesh
}

fn border(ui: &Ui, cx: &Cx<'_>, rect: Rect, response: &Response) {
    let dropping = hovers_with_file(ui, rect);
    let stroke = if dropping || response.has_focus() {
        Stroke::new(3.0, color(cx.theme.accent))
    } else if response.hovered() {
        Stroke::new(2.0, color(cx.theme.line3))
    } else if cx.theme.dark {
        line(cx.theme.line)
    } else {
        Stroke::new(0.0, Color32::TRANSPARENT)
    };
    ui.painter().rect_stroke(rect, CornerRadius::same(RADIUS as u8), stroke, StrokeKind::Outside);
}

fn hovers_with_file(ui: &Ui, rect: Rect) -> bool {
    ui.input(|input| {
        !input.raw.hovered_files.is_empty() && input.pointer.latest_pos().is_some_and(|pos| rect.contains(pos))
    })
}

/// A picture dropped anywhere on the persona screen is this persona's portrait.
fn take_dropped_file(ui: &Ui, cx: &mut Cx<'_>, persona: &Persona) {
    let dropped = ui.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
    if let Some(path) = dropped.filter(|path| Dropped::of(path) == Dropped::Picture) {
        cx.push(Action::PortraitFile(persona.id, path));
    }
}
