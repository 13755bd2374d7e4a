//! What was not understood, line by line.

use crate::i18n::import::ImportDialogText as Text;
use crate::i18n::{Lang, fill};
use crate::import::Note;
use crate::look::Theme;
use crate::ui::theme::{color, size};
use crate::ui::widgets::label;
use eframe::egui::{CornerRadius, Frame, Margin, ScrollArea, Ui};

const HEIGHT: f32 = 92.0;
/// So many are shown; a file with more is not a map.
const MOST: usize = 200;

/// Shows the notes; says so where there are none.
pub(super) fn show(ui: &mut Ui, theme: &Theme, lang: Lang, notes: &[&Note]) {
    if notes.is_empty() {
        ui.label(label::remark(theme, Text::AllUnderstood.text(lang)));
        return;
    }
    ui.label(label::bold(fill(Text::NotUnderstood.text(lang), &[("n", &notes.len().to_string())]), size::BODY));
    let ground = Frame::new().fill(color(theme.warn_weak)).corner_radius(CornerRadius::same(8));
    ground.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ScrollArea::vertical().id_salt("notes").max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for note in notes.iter().take(MOST) {
                label::paragraph(ui, &note.sentence(lang), size::SMALL, color(theme.ink));
            }
        });
    });
}
