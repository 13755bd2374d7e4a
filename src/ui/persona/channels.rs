//! How much the person uses each channel: bars 0–4 to click.

use crate::i18n::fill;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{ChannelPreference, Persona};
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::color;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{CornerRadius, EventFilter, Key, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

const TOP: u8 = 4;
const NAME_WIDTH: f32 = 100.0;

/// Shows the bars of the channels that were given a value, and a menu with the others.
pub(super) fn channels(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    label::block_heading(ui, cx.theme, Text::Channels.text(cx.lang));
    if cx.project.channels.is_empty() {
        ui.label(label::remark(cx.theme, Text::NoChannels.text(cx.lang)));
        return;
    }
    for preference in &mut persona.channels {
        let Some(channel) = cx.project.channels.get(preference.channel) else { continue };
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(NAME_WIDTH, 20.0), Sense::hover());
            let mut job = LayoutJob::simple_singleline(channel.name.clone(), fonts::regular(12.5), color(cx.theme.ink));
            job.wrap = TextWrapping::truncate_at_width(NAME_WIDTH - 8.0);
            let name = ui.painter().layout_job(job);
            let at = rect.left_center() - vec2(0.0, name.size().y / 2.0);
            ui.painter().galley(at, name, color(cx.theme.ink));
            bar(ui, cx, &channel.name, &mut preference.strength);
        });
    }
    others(ui, cx, persona);
}

/// A bar; a click sets the level, a click near its start or on the level that is set lowers it.
fn bar(ui: &mut Ui, cx: &Cx<'_>, channel: &str, level: &mut u8) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::click_and_drag());
    let before = *level;
    if let Some(pos) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        let share = (pos.x - rect.left()) / rect.width();
        *level = if share < 0.06 { 0 } else { (share * f32::from(TOP)).ceil().clamp(1.0, f32::from(TOP)) as u8 };
        response.request_focus();
    }
    if response.has_focus() {
        ui.input(|input| {
            *level = level.saturating_add(u8::from(input.key_pressed(Key::ArrowRight))).min(TOP);
            *level = level.saturating_sub(u8::from(input.key_pressed(Key::ArrowLeft)));
        });
        let keep = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keep));
    }
    if *level != before {
        response.mark_changed();
    }
    let groove = Rect::from_center_size(rect.center(), vec2(rect.width(), 8.0));
    let round = CornerRadius::same(4);
    ui.painter().rect_filled(groove, round, color(cx.theme.groove.mixed(cx.theme.line, 0.4)));
    let filled = Rect::from_min_size(groove.min, vec2(groove.width() * f32::from(*level) / f32::from(TOP), 8.0));
    if *level > 0 {
        ui.painter().rect_filled(filled, round, color(cx.theme.accent));
    }
    for stop in 1..TOP {
        let x = groove.left() + groove.width() * f32::from(stop) / f32::from(TOP);
        ui.painter().vline(x, groove.y_range(), crate::ui::theme::line(cx.theme.panel));
    }
    button::focus_ring(ui, cx.theme, &response);
    let words = fill(Text::ChannelLevel.text(cx.lang), &[("channel", channel)]);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, &words);
        info.value = Some(f64::from(*level));
        info
    });
    response.on_hover_text(words)
}

fn others(ui: &mut Ui, cx: &Cx<'_>, persona: &mut Persona) {
    let missing: Vec<_> = cx
        .project
        .channels_in_order()
        .into_iter()
        .filter(|channel| !persona.channels.iter().any(|known| known.channel == channel.id))
        .collect();
    if missing.is_empty() {
        return;
    }
    let add = button::button(ui, cx.theme, Rank::Quiet, &format!("＋ {}", Text::Add.text(cx.lang)));
    eframe::egui::Popup::menu(&add).show(|ui| {
        for channel in missing {
            if ui.button(&channel.name).clicked() {
                persona.channels.push(ChannelPreference { channel: channel.id, strength: 2 });
            }
        }
    });
}
