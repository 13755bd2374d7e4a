//! Layer 8: the window. The only place that names egui.
//!
//! UI functions read (`cx::Cx`) and push `action::Action`s; `update` does them after the frame is
//! drawn; what takes time runs as an effect (`effects`).

mod action;
mod app;
mod canvas;
mod clipboard;
mod colleagues;
mod compare;
mod cx;
mod desk;
mod dialogs;
mod effects;
mod export_dialog;
#[cfg(test)]
mod export_tests;
mod feedback_panel;
mod files;
mod filter;
mod find_bar;
mod fonts;
mod help;
mod import_dialog;
mod inspector;
mod keeping;
mod left_dialog;
mod logo;
mod pace;
mod palette;
mod persona;
mod phase_dialog;
mod present;
mod probe;
mod regions;
mod shell;
mod shortcuts;
mod shown;
mod start;
mod textures;
mod theme;
mod together;
mod tray;
mod update;
mod voice;
mod widgets;

#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod import_tests;
#[cfg(test)]
mod keeping_tests;
#[cfg(test)]
mod key_tests;
#[cfg(test)]
mod panel_tests;
#[cfg(test)]
mod persona_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk_tests;

pub use probe::{FrameCost, MapProbe};

use crate::app::crash;
use crate::app::keeper::Keeper;
use crate::app::settings::{Settings, WindowSettings};
use crate::i18n::Lang;
use crate::i18n::cli::NoWindowText;
use eframe::egui::ViewportBuilder;
use std::path::PathBuf;

/// Why the window did not open.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// There is no screen.
    #[error("no display")]
    NoDisplay,
    /// There is a screen, but it gives no window.
    #[error("the screen refused a window")]
    Refused,
    /// There is a window, but no way to draw in it.
    #[error("OpenGL does not work here")]
    NoOpenGl,
}

impl WindowError {
    /// The reason in a few words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::NoDisplay => NoWindowText::NoDisplay,
            Self::Refused => NoWindowText::Refused,
            Self::NoOpenGl => NoWindowText::NoOpenGl,
        }
        .text(lang)
    }
}

// The libraries' own words name source files of the machine that built the program.
impl From<eframe::Error> for WindowError {
    fn from(error: eframe::Error) -> Self {
        match error {
            eframe::Error::WinitEventLoop(_) => Self::NoDisplay,
            eframe::Error::Winit(_) | eframe::Error::AppCreation(_) => Self::Refused,
            _ => Self::NoOpenGl,
        }
    }
}

/// Opens the window, on the start page or with a project, in this language (`None`: the one
/// that was set); returns when it is closed.
pub fn run(file: Option<PathBuf>, lang: Option<Lang>) -> Result<(), WindowError> {
    let settings_file = Settings::usual_path();
    let settings = settings_file.as_deref().map(Settings::load).unwrap_or_default();
    let window = settings.window.sane();
    let viewport = ViewportBuilder::default()
        .with_title(desk::WINDOW)
        .with_app_id("tabiji")
        .with_inner_size([window.width, window.height])
        .with_min_inner_size([WindowSettings::LEAST.0, WindowSettings::LEAST.1])
        .with_maximized(window.maximized)
        .with_drag_and_drop(true);
    // There are no gradients to dither, and where a processor draws, every pixel would pay for it.
    let options =
        eframe::NativeOptions { viewport, persist_window: false, dithering: false, ..eframe::NativeOptions::default() };
    let start = move |cc: &eframe::CreationContext<'_>| {
        if let Some(folder) = crash::usual_folder() {
            crash::report_into(folder);
        }
        let mut desk = desk::Desk::new(&cc.egui_ctx, settings, settings_file, start::thumbnail::draw_template);
        desk.lang_asked = lang;
        desk.keep_in(Keeper::usual_folder());
        if let Some(path) = file {
            // The list of recent files must find it from any folder.
            update::named_at_start(&mut desk, std::path::absolute(&path).unwrap_or(path));
        }
        Ok(Box::new(app::TabijiApp::new(desk)) as Box<dyn eframe::App>)
    };
    Ok(eframe::run_native("tabiji", options, Box::new(start))?)
}
