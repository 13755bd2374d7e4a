//! The window as eframe sees it.

use super::desk::Desk;
use super::pace::Pace;
use super::update;
use eframe::egui::{Context, RawInput, Ui, ViewportCommand};

/// The window.
pub(crate) struct TabijiApp {
    desk: Desk,
    pace: Pace,
}

impl TabijiApp {
    /// Around a desk.
    pub(crate) fn new(desk: Desk) -> Self {
        Self { desk, pace: Pace::default() }
    }
}

impl eframe::App for TabijiApp {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if ui.input(|input| input.viewport().close_requested()) && !update::may_close(&mut self.desk) {
            ui.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        self.desk.frame(ui);
        if self.desk.closing {
            ui.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut RawInput) {
        if self.pace.hold(raw_input, ctx.text_edit_focused()) {
            ctx.request_repaint();
        }
    }

    fn clear_color(&self, visuals: &eframe::egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.desk.leave();
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
