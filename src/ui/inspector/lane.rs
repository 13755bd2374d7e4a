//! The form of a lane.

use super::row;
use crate::i18n::domain::Named as _;
use crate::i18n::fill;
use crate::i18n::inspector::InspectorText as Text;
use crate::model::LaneId;
use crate::ui::cx::Cx;
use crate::ui::widgets::field::Field;
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: LaneId) {
    let project = cx.project;
    let Some(original) = project.lanes.get(id) else { return };
    let usual = original.kind.name(cx.lang);
    cx.edit(ui, original, |ui, cx, lane| {
        let name = Text::Title.text(cx.lang);
        let hint = fill(Text::LaneTitleHint.text(cx.lang), &[("usual", usual)]);
        row::row(ui, cx, name, |ui, cx| {
            cx.field(ui, Field::line(name, (lane.id, name)).hint(&hint), &mut lane.title);
        });
        row::fact(ui, cx, Text::Kind, usual);
        row::size(ui, cx, Text::Height, lane.id.into(), &mut lane.height);
        ui.checkbox(&mut lane.collapsed, Text::Collapsed.text(cx.lang));
        ui.checkbox(&mut lane.hidden, Text::Hidden.text(cx.lang));
    });
}
