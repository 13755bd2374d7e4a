//! A slider whose rail can be seen: egui fills it like the ground of a button, which here is that of the panel.

use crate::look::Theme;
use crate::ui::theme::color;
use eframe::egui::{Response, Slider, Ui};

/// Adds the slider.
pub(crate) fn add(ui: &mut Ui, theme: &Theme, slider: Slider<'_>) -> Response {
    ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_fill = color(theme.line3);
        ui.add(slider)
    })
    .inner
}
