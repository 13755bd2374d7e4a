//! Recent files: a click opens, the cross takes one off the list.

use super::StartCx;
use crate::app::settings::RecentFile;
use crate::base::today;
use crate::i18n::start::StartText as Text;
use crate::i18n::{Lang, date_text, fill};
use crate::ui::action::Action;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::label;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, CornerRadius, FontId, Frame, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const HEIGHT: f32 = 38.0;

/// Shows the list, or what will be here.
pub(super) fn recent_ui(ui: &mut Ui, cx: &mut StartCx<'_>) {
    if cx.recent.is_empty() {
        ui.label(label::second(cx.theme, Text::NoRecent.text(cx.lang)));
        return;
    }
    let frame =
        Frame::new().fill(color(cx.theme.panel)).stroke(line(cx.theme.line)).corner_radius(CornerRadius::same(10));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let files = cx.recent;
        for (index, file) in files.iter().enumerate() {
            if index > 0 {
                let y = ui.cursor().top();
                ui.painter().hline(ui.max_rect().x_range(), y, line(cx.theme.line));
            }
            row(ui, cx, file);
        }
    });
}

fn row(ui: &mut Ui, cx: &mut StartCx<'_>, file: &RecentFile) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let there = file.path.exists();
    let open = fill(Text::OpenRecent.text(cx.lang), &[("name", &file.title)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, there, &open));
    if response.hovered() && there {
        ui.painter().rect_filled(rect.shrink(1.0), CornerRadius::same(9), color(cx.theme.hover));
    }
    button::focus_ring(ui, cx.theme, &response);
    let folder = file.path.parent().and_then(|folder| folder.file_name()).unwrap_or_default().to_string_lossy();
    let place = format!("{folder}/{}", crate::ui::files::name(&file.path));
    let date = if there { date_words(file, cx.lang) } else { Text::Missing.text(cx.lang).to_owned() };
    let (ink, ink2) = (color(if there { cx.theme.ink } else { cx.theme.ink3 }), color(cx.theme.ink2));
    let at = |share: f32| rect.left() + 14.0 + (rect.width() - 60.0) * share;
    cell(ui, rect, at(0.0), at(0.42), &file.title, fonts::bold(size::BODY), ink);
    cell(ui, rect, at(0.44), at(0.72), &place, fonts::regular(size::BODY), ink2);
    cell(ui, rect, at(0.74), at(1.0), &date, fonts::regular(size::BODY), ink2);
    let remove = fill(Text::ForgetFile.text(cx.lang), &[("name", &file.title)]);
    let corner = Rect::from_center_size(pos2(rect.right() - 22.0, rect.center().y), vec2(22.0, 22.0));
    let mut over = ui.new_child(UiBuilder::new().max_rect(corner));
    let cross = button::small_icon(&mut over, cx.theme, Glyph::Cross, &remove).on_hover_text(&remove);
    if cross.clicked() {
        cx.actions.push(Action::Forget(file.path.clone()));
    } else if response.on_hover_text(file.path.display().to_string()).clicked() && there {
        cx.actions.push(Action::OpenFile(file.path.clone()));
    }
}

fn cell(ui: &Ui, row: Rect, left: f32, right: f32, text: &str, font: FontId, ink: Color32) {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width((right - left).max(20.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, row.center().y - galley.size().y / 2.0), galley, ink);
}

fn date_words(file: &RecentFile, lang: Lang) -> String {
    match file.opened_on {
        Some(date) if date == today() => Text::Today.text(lang).to_owned(),
        Some(date) => date_text(date, lang),
        None => String::new(),
    }
}
