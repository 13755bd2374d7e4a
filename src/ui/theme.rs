//! Theme tokens turned into egui's style: colours, rounded controls, text sizes, spacing.

use super::fonts;
use crate::base::Rgba;
use crate::look::Theme;
use eframe::egui::style::{Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2,
};

/// Text sizes of the window, in points.
pub(crate) mod size {
    /// Labels and remarks.
    pub(crate) const SMALL: f32 = 11.5;
    /// Nearly everything.
    pub(crate) const BODY: f32 = 13.0;
    /// Titles of panels and dialogs.
    pub(crate) const TITLE: f32 = 16.0;
    /// Titles of pages.
    pub(crate) const PAGE: f32 = 18.0;
    /// Names on a sheet.
    pub(crate) const NAME: f32 = 22.0;
    /// The program's name on the start page.
    pub(crate) const DISPLAY: f32 = 34.0;
}

/// Radius of the corners of controls.
pub(crate) const RADIUS: u8 = 7;

/// A token as egui's colour.
pub(crate) fn color(token: Rgba) -> Color32 {
    Color32::from_rgba_unmultiplied(token.r, token.g, token.b, token.a)
}

/// A hairline in a token's colour.
pub(crate) fn line(token: Rgba) -> Stroke {
    Stroke::new(1.0, color(token))
}

/// Gives the whole window this theme.
pub(crate) fn install(ctx: &Context, theme: &Theme) {
    let kind = if theme.dark { eframe::egui::Theme::Dark } else { eframe::egui::Theme::Light };
    ctx.set_theme(kind);
    let style = style(theme);
    ctx.set_style_of(kind, style);
}

fn style(theme: &Theme) -> Style {
    let mut style = Style {
        visuals: visuals(theme),
        text_styles: [
            (TextStyle::Small, fonts::regular(size::SMALL)),
            (TextStyle::Body, fonts::regular(size::BODY)),
            (TextStyle::Button, fonts::regular(size::BODY)),
            (TextStyle::Monospace, FontId::new(size::BODY, FontFamily::Monospace)),
            (TextStyle::Heading, fonts::bold(size::PAGE)),
        ]
        .into(),
        // Motion only where it explains something: panels and popups appear at once.
        animation_time: 0.0,
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.button_padding = vec2(12.0, 5.0);
    spacing.interact_size = vec2(28.0, 28.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.icon_width = 16.0;
    spacing.combo_width = 80.0;
    spacing.scroll.bar_width = 8.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(theme: &Theme) -> Visuals {
    let base = if theme.dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        override_text_color: None,
        weak_text_color: Some(color(theme.ink3)),
        widgets: widgets(theme),
        selection: Selection {
            bg_fill: color(theme.accent.faded(0.22)),
            stroke: Stroke::new(1.5, color(theme.accent)),
        },
        hyperlink_color: color(theme.accent),
        faint_bg_color: color(theme.paper),
        extreme_bg_color: color(theme.panel),
        text_edit_bg_color: Some(color(theme.panel)),
        code_bg_color: color(theme.groove),
        warn_fg_color: color(theme.warn),
        error_fg_color: color(theme.warn),
        window_corner_radius: CornerRadius::same(12),
        window_shadow: shadow(theme, 12, 32),
        window_fill: color(theme.panel),
        window_stroke: line(theme.line),
        menu_corner_radius: CornerRadius::same(10),
        // The window is cleared to this: what stands on the canvas needs no ground of its own.
        panel_fill: color(theme.canvas),
        popup_shadow: shadow(theme, 4, 16),
        ..base
    }
}

fn shadow(theme: &Theme, drop: i8, blur: u8) -> Shadow {
    Shadow { offset: [0, drop], blur, spread: 0, color: color(theme.shadow) }
}

fn widgets(theme: &Theme) -> Widgets {
    let state = |fill: Rgba, border: Rgba, text: Rgba| WidgetVisuals {
        bg_fill: color(fill),
        weak_bg_fill: color(fill),
        bg_stroke: line(border),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, color(text)),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(theme.panel, theme.line, theme.ink),
        inactive: state(theme.raised, theme.line3, theme.ink),
        hovered: state(theme.hover, theme.ink3, theme.ink),
        // What has the keyboard looks pressed, with an edge that cannot be missed.
        active: WidgetVisuals {
            bg_stroke: Stroke::new(2.0, color(theme.accent)),
            ..state(theme.accent_weak, theme.accent, theme.ink)
        },
        open: state(theme.accent_weak, theme.accent, theme.ink),
    }
}
