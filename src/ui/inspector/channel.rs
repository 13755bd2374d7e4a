//! The form of a channel.

use super::row;
use crate::i18n::inspector::InspectorText as Text;
use crate::model::{Channel, ChannelId, ChannelKind, ChannelSide};
use crate::ui::cx::Cx;
use crate::ui::widgets::{chip, choice};
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: ChannelId) {
    let project = cx.project;
    let Some(original) = project.channels.get(id) else { return };
    cx.edit(ui, original, |ui, cx, channel| {
        row::title(ui, cx, Text::Name, channel.id.into(), &mut channel.name);
        let name = Text::Kind.text(cx.lang);
        row::row(ui, cx, name, |ui, cx| {
            choice::named(ui, cx, name, (channel.id, name), &mut channel.kind, ChannelKind::ALL);
        });
        let name = Text::Side.text(cx.lang);
        row::row(ui, cx, name, |ui, cx| {
            let sides = [ChannelSide::Online, ChannelSide::Offline];
            choice::named(ui, cx, name, (channel.id, name), &mut channel.side, &sides);
        });
        row::stack(ui, cx, Text::SharesIdentity.text(cx.lang), |ui, cx| shares(ui, cx, channel));
        row::names(ui, cx, channel.id.into(), &mut channel.known_as);
    });
}

fn shares(ui: &mut Ui, cx: &Cx<'_>, channel: &mut Channel) {
    chip::row(ui, |ui| {
        for other in cx.project.channels_in_order().into_iter().filter(|other| other.id != channel.id) {
            let on = channel.shares_identity_with.contains(&other.id);
            if chip::toggle(ui, cx.theme, &other.name, on).clicked() {
                if on {
                    channel.shares_identity_with.retain(|id| *id != other.id);
                } else {
                    channel.shares_identity_with.push(other.id);
                }
            }
        }
    });
}
