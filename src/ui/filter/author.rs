//! Who is writing: the department that new cards get as their author, and the author of the selected cards.

use super::FilterAction;
use super::action::selected_count;
use crate::i18n::filter_bar::FilterBarText as Text;
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use crate::model::{Department, DepartmentId, Project};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::desk::Desk;
use crate::ui::dialogs::sheet_frame;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, focus_ring};
use crate::ui::widgets::chip::one_line;
use crate::ui::widgets::{label, marker};
use eframe::egui::{
    Context, CornerRadius, Id, Key, Modal, Popup, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

/// Who is writing, in words.
pub(super) fn writer_words(project: &Project, writer: Option<DepartmentId>, lang: Lang) -> String {
    match writer.and_then(|id| project.departments.get(id)) {
        Some(department) => fill(Text::Writer.text(lang), &[("who", &department.name)]),
        None => Text::WriterNobody.text(lang).to_owned(),
    }
}

/// The picker in the status line. Without departments there is nobody to choose.
pub(crate) fn writer_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let project = cx.project;
    if project.departments.is_empty() {
        return;
    }
    let writer = cx.session.writer();
    let words = writer_words(project, writer, cx.lang);
    let all = project.departments_in_order();
    let chosen = all.iter().enumerate().find(|(_, department)| Some(department.id) == writer);
    let galley = one_line(ui, &words, fonts::regular(size::SMALL), 240.0);
    let mark = if chosen.is_some() { 18.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + mark, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    focus_ring(ui, cx.theme, &response);
    if let Some((position, department)) = chosen {
        let fill = cx.theme.department(department, position);
        marker::lettered(ui.painter(), rect.left_center() + vec2(8.0, 0.0), 7.5, department, fill);
    }
    let at = pos2(rect.left() + mark, rect.center().y - galley.size().y / 2.0);
    let ink = if response.hovered() { cx.theme.ink } else { cx.theme.ink2 };
    ui.painter().galley(at, galley, color(ink));
    Popup::menu(&response).show(|ui| {
        ui.set_width(220.0);
        if let Some(Who(choice)) = list(ui, cx.theme, cx.lang, project, Some(Who(writer))) {
            cx.push(Action::Filter(FilterAction::Writer(choice)));
            ui.close();
        }
    });
    response.on_hover_text(Text::WriterTip.text(cx.lang));
}

/// Who is chosen from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Who(Option<DepartmentId>);

/// Nobody, then the departments with their markers; gives the one that was clicked.
fn list(ui: &mut Ui, theme: &Theme, lang: Lang, project: &Project, chosen: Option<Who>) -> Option<Who> {
    let mut picked = None;
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if entry(ui, theme, Text::Nobody.text(lang), None, chosen == Some(Who(None))).clicked() {
            picked = Some(Who(None));
        }
        for (position, department) in project.departments_in_order().into_iter().enumerate() {
            let on = chosen == Some(Who(Some(department.id)));
            if entry(ui, theme, &department.name, Some((department, position)), on).clicked() {
                picked = Some(Who(Some(department.id)));
            }
        }
    });
    picked
}

fn entry(ui: &mut Ui, theme: &Theme, name: &str, mark: Option<(&Department, usize)>, on: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, name));
    if on || response.hovered() || response.has_focus() {
        let fill = if on { theme.accent_weak } else { theme.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(6), color(fill));
    }
    focus_ring(ui, theme, &response);
    if let Some((department, position)) = mark {
        let fill = theme.department(department, position);
        marker::lettered(ui.painter(), rect.left_center() + vec2(15.0, 0.0), 8.0, department, fill);
    }
    let font = if on { fonts::bold(size::BODY) } else { fonts::regular(size::BODY) };
    let galley = one_line(ui, name, font, rect.width() - 40.0);
    ui.painter().galley(pos2(rect.left() + 30.0, rect.center().y - galley.size().y / 2.0), galley, color(theme.ink));
    response
}

/// How it went with the sheet in a frame.
pub(crate) enum Asked {
    /// It stays open.
    Open,
    /// It was closed without a choice.
    Closed,
    /// This was chosen.
    Author(Option<DepartmentId>),
}

/// The sheet that asks who wrote the selected cards.
#[derive(Debug, Default)]
pub(crate) struct Authors {
    began: bool,
}

impl Authors {
    /// Shows the sheet.
    pub(crate) fn show(&mut self, ctx: &Context, desk: &Desk) -> Asked {
        let (theme, lang) = (desk.theme(), desk.lang());
        let Some(session) = &desk.session else { return Asked::Closed };
        let n = selected_count(desk).to_string();
        let modal = Modal::new(Id::unique("author")).frame(sheet_frame(theme)).show(ctx, |ui| {
            ui.set_width(300.0);
            ui.label(label::bold(fill(Text::AuthorOf.text(lang), &[("n", &n)]), size::TITLE));
            ui.add_space(6.0);
            let first = ui.next_auto_id();
            let picked = list(ui, theme, lang, session.project(), None);
            if !std::mem::replace(&mut self.began, true) {
                ui.memory_mut(|memory| memory.request_focus(first));
            }
            ui.add_space(8.0);
            let cancel = crate::i18n::shell::ShellText::Cancel.text(lang);
            (picked, button::button(ui, theme, button::Rank::Secondary, cancel).clicked())
        });
        let (picked, cancelled) = modal.inner;
        let escaped = ctx.input(|input| input.key_pressed(Key::Escape));
        match picked {
            Some(Who(author)) => Asked::Author(author),
            None if cancelled || escaped || modal.response.should_close() => Asked::Closed,
            None => Asked::Open,
        }
    }
}
