//! Layer 8: the window. The only place that names egui.
//!
//! UI functions read (`cx::Cx`) and push `action::Action`s; `update` does them after the frame is
//! drawn; what takes time runs as an effect (`effects`).

mod action;
mod app;
mod canvas;
mod cx;
mod desk;
mod dialogs;
mod effects;
mod export_dialog;
mod feedback_panel;
mod files;
mod fonts;
mod help;
mod inspector;
mod logo;
mod palette;
mod persona;
mod probe;
mod shell;
mod shortcuts;
mod shown;
mod start;
mod textures;
mod theme;
mod update;
mod voice;
mod widgets;

#[cfg(test)]
mod panel_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use probe::{FrameCost, MapProbe};

use crate::app::settings::Settings;
use crate::i18n::Lang;
use eframe::egui::ViewportBuilder;
use std::path::PathBuf;

/// Why the window did not open.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// There is no screen.
    #[error("no display")]
    NoDisplay,
    /// There is a screen, but no way to draw on it (OpenGL).
    #[error("{0}")]
    NoDrawing(String),
}

/// Opens the window, on the start page or with a project, in this language (`None`: the one
/// that was set); returns when it is closed.
pub fn run(file: Option<PathBuf>, lang: Option<Lang>) -> Result<(), WindowError> {
    let settings_file = Settings::usual_path();
    let mut settings = settings_file.as_deref().map(Settings::load).unwrap_or_default();
    settings.lang = lang.or(settings.lang);
    let window = settings.window;
    let viewport = ViewportBuilder::default()
        .with_title("Tabiji 旅路")
        .with_app_id("tabiji")
        .with_inner_size([window.width, window.height])
        .with_min_inner_size([900.0, 560.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, persist_window: false, ..eframe::NativeOptions::default() };
    let start = move |cc: &eframe::CreationContext<'_>| {
        let desk = desk::Desk::new(&cc.egui_ctx, settings, settings_file, start::thumbnail::draw_template);
        let lang = desk.lang();
        if let Some(path) = file {
            desk.effects.open(path, lang);
        }
        Ok(Box::new(app::TabijiApp::new(desk)) as Box<dyn eframe::App>)
    };
    eframe::run_native("tabiji", options, Box::new(start)).map_err(|error| match error {
        eframe::Error::WinitEventLoop(_) => WindowError::NoDisplay,
        other => WindowError::NoDrawing(other.to_string()),
    })
}
