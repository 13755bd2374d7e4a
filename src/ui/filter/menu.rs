//! Lines and pills of the filter bar: a mark, a name, how many cards.

use crate::i18n::filter_bar::FilterBarText as Text;
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use crate::model::{Department, Evidence};
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::chip::one_line;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::marker;
use eframe::egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Height of a pill, in points.
pub(super) const HEIGHT: f32 = 24.0;
const PAD: f32 = 8.0;
const GAP: f32 = 5.0;
const MARK: f32 = 16.0;

/// What stands before the name.
#[derive(Clone, Copy)]
pub(super) enum Mark<'a> {
    /// A department's marker, with its position among the departments.
    Department(&'a Department, usize),
    /// The sign of a level of evidence.
    Evidence(Evidence),
    /// Nothing.
    None,
}

/// A choice: on or off.
pub(super) struct Choice<'a> {
    /// What stands before the name.
    pub(super) mark: Mark<'a>,
    /// Its name.
    pub(super) name: &'a str,
    /// How many cards.
    pub(super) count: usize,
    /// Whether it is chosen.
    pub(super) on: bool,
}

/// What a choice is called for screen readers.
pub(super) fn count_name(name: &str, count: usize, lang: Lang) -> String {
    fill(Text::Count.text(lang), &[("name", name), ("n", &count.to_string())])
}

impl Mark<'_> {
    fn width(self) -> f32 {
        if matches!(self, Self::None) { 0.0 } else { MARK + GAP }
    }

    fn paint(self, painter: &Painter, theme: &Theme, center: Pos2) {
        match self {
            Self::Department(department, position) => {
                let fill = theme.department(department, position);
                marker::lettered(painter, center, 8.0, department, fill);
            }
            Self::Evidence(level) => marker::evidence(painter, center, 4.5, level, theme.ink2),
            Self::None => {}
        }
    }
}

/// How wide a pill is, with or without its name.
pub(super) fn pill_width(ui: &Ui, choice: &Choice<'_>, named: bool) -> f32 {
    let text = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font(), Color32::PLACEHOLDER).size().x;
    let name = if named { text(choice.name) + GAP } else { 0.0 };
    2.0 * PAD + choice.mark.width() + name + text(&choice.count.to_string())
}

fn font() -> eframe::egui::FontId {
    fonts::regular(size::SMALL)
}

/// A pill to switch on and off; without its name the tooltip says it.
pub(super) fn pill(ui: &mut Ui, theme: &Theme, lang: Lang, choice: &Choice<'_>, named: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(pill_width(ui, choice, named), HEIGHT), Sense::click());
    let told = count_name(choice.name, choice.count, lang);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), choice.on, &told));
    let (fill, border) = match (choice.on, response.hovered()) {
        (true, _) => (theme.accent_weak, theme.accent),
        (false, true) => (theme.hover, theme.line3),
        (false, false) => (theme.panel, theme.line2),
    };
    ui.painter().rect(rect, CornerRadius::same(12), color(fill), line(border), StrokeKind::Inside);
    if choice.on {
        // A heavier edge: being chosen is not told by colour alone.
        ui.painter().rect_stroke(rect, CornerRadius::same(12), (2.0, color(theme.accent)), StrokeKind::Inside);
    }
    focus_ring(ui, theme, &response);
    let mut x = rect.left() + PAD;
    choice.mark.paint(ui.painter(), theme, pos2(x + MARK / 2.0, rect.center().y));
    x += choice.mark.width();
    let painter = ui.painter();
    if named {
        let written =
            painter.text(pos2(x, rect.center().y), Align2::LEFT_CENTER, choice.name, font(), color(theme.ink));
        x = written.right() + GAP;
    }
    let ink = if choice.count == 0 { theme.line3 } else { theme.ink2 };
    painter.text(pos2(x, rect.center().y), Align2::LEFT_CENTER, choice.count.to_string(), font(), color(ink));
    response.on_hover_text(told)
}

/// A line of a menu to switch on and off, with a tick where it is on.
pub(super) fn line_of(ui: &mut Ui, theme: &Theme, lang: Lang, choice: &Choice<'_>) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    let told = count_name(choice.name, choice.count, lang);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), choice.on, &told));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), color(theme.hover));
    }
    focus_ring(ui, theme, &response);
    tick(
        ui.painter(),
        theme,
        Rect::from_center_size(rect.left_center() + vec2(14.0, 0.0), vec2(14.0, 14.0)),
        choice.on,
    );
    let mut x = rect.left() + 30.0;
    choice.mark.paint(ui.painter(), theme, pos2(x + MARK / 2.0, rect.center().y));
    x += choice.mark.width();
    let right = rect.right_center() - vec2(8.0, 0.0);
    let count = ui.painter().text(right, Align2::RIGHT_CENTER, choice.count.to_string(), font(), color(theme.ink3));
    let name = one_line(ui, choice.name, fonts::regular(size::BODY), count.left() - x - 10.0);
    ui.painter().galley(pos2(x, rect.center().y - name.size().y / 2.0), name, color(theme.ink));
    response.on_hover_text(choice.name)
}

fn tick(painter: &Painter, theme: &Theme, rect: Rect, on: bool) {
    let (fill, border) = if on { (theme.accent, theme.accent) } else { (theme.panel, theme.line3) };
    painter.rect(rect, CornerRadius::same(3), color(fill), line(border), StrokeKind::Inside);
    if on {
        Glyph::Tick.paint(painter, rect, color(theme.on_accent));
    }
}

/// How wide a button that opens a list is.
pub(super) fn opener_width(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font(), Color32::PLACEHOLDER).size().x + 2.0 * PAD + GAP + 9.0
}

/// A button that opens a list; `on` when something in the list is chosen.
pub(super) fn opener(ui: &mut Ui, theme: &Theme, text: &str, name: &str, on: bool, room: f32) -> Response {
    let width = opener_width(ui, text).min(room);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let (fill, border) = match (on, response.hovered()) {
        (true, _) => (theme.accent_weak, theme.accent),
        (false, true) => (theme.hover, theme.line3),
        (false, false) => (theme.panel, theme.line2),
    };
    ui.painter().rect(rect, CornerRadius::same(12), color(fill), line(border), StrokeKind::Inside);
    focus_ring(ui, theme, &response);
    let galley = one_line(ui, text, font(), width - 2.0 * PAD - GAP - 9.0);
    let at = pos2(rect.left() + PAD, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color(theme.ink));
    let arrow = Rect::from_center_size(rect.right_center() - vec2(PAD + 4.0, 0.0), vec2(9.0, 9.0));
    Glyph::Down.paint(ui.painter(), arrow, color(theme.ink2));
    response.on_hover_text(name)
}
