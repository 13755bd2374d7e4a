//! Buttons: primary, secondary, quiet, and icons.

use super::glyph::Glyph;
use crate::look::Theme;
use crate::ui::fonts;
use crate::ui::theme::{RADIUS, color, line, size};
use eframe::egui::{
    Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo, vec2,
};

/// How much a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rank {
    /// The one thing to do.
    Primary,
    /// Other things to do.
    Secondary,
    /// Without a border, until the mouse is over it.
    Quiet,
}

/// A button as wide as its words.
pub(crate) fn button(ui: &mut Ui, theme: &Theme, rank: Rank, text: &str) -> Response {
    sized(ui, theme, rank, text, vec2(0.0, 30.0))
}

/// A button at least this large.
pub(crate) fn sized(ui: &mut Ui, theme: &Theme, rank: Rank, text: &str, min: Vec2) -> Response {
    let font = if rank == Rank::Primary { fonts::bold(size::BODY) } else { TextStyle::Button.resolve(ui.style()) };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    // A quiet button is as wide as its words, so that they line up with text above; its ground reaches out.
    let (pad, reach) = if rank == Rank::Quiet { (0.0, 6.0) } else { (26.0, 0.0) };
    let wanted = vec2((galley.size().x + pad).max(min.x), min.y.max(galley.size().y + 6.0));
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        let (fill, border, ink) = look(theme, rank, &response, ui.is_enabled());
        let ground = rect.expand2(vec2(reach, 0.0));
        ui.painter().rect(ground, CornerRadius::same(RADIUS), fill, border, StrokeKind::Inside);
        focus_ring(ui, theme, &response);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    }
    response
}

/// A square button with a drawing; `name` is what it does.
pub(crate) fn icon(ui: &mut Ui, theme: &Theme, glyph: Glyph, name: &str) -> Response {
    icon_sized(ui, theme, glyph, name, 30.0)
}

/// A small square button with a drawing.
pub(crate) fn small_icon(ui: &mut Ui, theme: &Theme, glyph: Glyph, name: &str) -> Response {
    icon_sized(ui, theme, glyph, name, 22.0)
}

/// A square button with a drawing that is on or off.
pub(crate) fn toggle_icon(ui: &mut Ui, theme: &Theme, glyph: Glyph, name: &str, on: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(26.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name));
    let (fill, border, ink) = look(theme, Rank::Quiet, &response, ui.is_enabled());
    let (fill, border, ink) =
        if on { (color(theme.accent_weak), line(theme.accent), color(theme.accent)) } else { (fill, border, ink) };
    ui.painter().rect(rect, CornerRadius::same(RADIUS), fill, border, StrokeKind::Inside);
    focus_ring(ui, theme, &response);
    glyph.paint(ui.painter(), rect, ink);
    response
}

fn icon_sized(ui: &mut Ui, theme: &Theme, glyph: Glyph, name: &str, side: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let (fill, border, ink) = look(theme, Rank::Quiet, &response, ui.is_enabled());
        ui.painter().rect(rect, CornerRadius::same(RADIUS), fill, border, StrokeKind::Inside);
        focus_ring(ui, theme, &response);
        glyph.paint(ui.painter(), rect, ink);
    }
    response
}

/// A line round what has the keyboard.
pub(crate) fn focus_ring(ui: &Ui, theme: &Theme, response: &Response) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, color(theme.accent));
        ui.painter().rect_stroke(response.rect.expand(2.0), CornerRadius::same(RADIUS + 2), ring, StrokeKind::Inside);
    }
}

fn look(theme: &Theme, rank: Rank, response: &Response, enabled: bool) -> (Color32, Stroke, Color32) {
    let (over, down) = (response.hovered(), response.is_pointer_button_down_on());
    match rank {
        Rank::Primary => {
            let shade = if down {
                0.16
            } else if over {
                0.08
            } else {
                0.0
            };
            (color(theme.accent.mixed(theme.ink, shade)), Stroke::NONE, color(theme.on_accent))
        }
        Rank::Secondary => {
            let fill = if down {
                theme.accent_weak
            } else if over {
                theme.hover
            } else {
                theme.raised
            };
            (color(fill), line(if over { theme.line3 } else { theme.line2 }), color(theme.ink))
        }
        Rank::Quiet if !enabled => (Color32::TRANSPARENT, Stroke::NONE, color(theme.line3)),
        Rank::Quiet => {
            let fill = if down {
                color(theme.accent_weak)
            } else if over {
                color(theme.hover)
            } else {
                Color32::TRANSPARENT
            };
            (fill, Stroke::NONE, color(theme.ink2))
        }
    }
}
