//! The form of an imported file: its name can be changed, the rest is what was found.

use super::row;
use crate::i18n::date_text;
use crate::i18n::inspector::InspectorText as Text;
use crate::model::DataSetId;
use crate::ui::cx::Cx;
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: DataSetId) {
    let project = cx.project;
    let Some(original) = project.data_sets.get(id) else { return };
    cx.edit(ui, original, |ui, cx, data| row::title(ui, cx, Text::Name, data.id.into(), &mut data.name));
    row::fact(ui, cx, Text::File, &original.file);
    row::fact(ui, cx, Text::Rows, &original.rows.to_string());
    row::fact(ui, cx, Text::Rejected, &original.rejected.to_string());
    row::fact(ui, cx, Text::Duplicates, &original.duplicates.to_string());
    row::fact(ui, cx, Text::Encoding, &original.encoding);
    if let Some(date) = original.imported_on {
        row::fact(ui, cx, Text::Imported, &date_text(date, cx.lang));
    }
}
