//! What lies over a slide and is never printed: how far the story is, the timer, the sheet of keys.

use crate::app::{Clock, Cover, PresentCommand, Presentation};
use crate::i18n::present::PresentText as Text;
use crate::i18n::{Lang, fill};
use crate::layout::story::Slide;
use crate::look::Theme;
use crate::ui::dialogs::sheet_frame;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use crate::ui::widgets::label;
use eframe::egui::{
    Align, Align2, Area, Color32, CornerRadius, Id, Layout, Order, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

/// Height of the line that says how far the story is, in shares of the screen.
const PROGRESS: f32 = 0.006;
/// Between two phases on it, in points.
const BREAK: f32 = 6.0;
/// Width of the column of keys, in points.
const KEYS: f32 = 130.0;
/// Height of the timer's figures, in shares of the screen.
const FIGURES: f32 = 0.024;

/// Draws it.
pub(super) fn show(ui: &mut Ui, screen: Rect, show: &Presentation, theme: &Theme, lang: Lang, now: f64) {
    match show.cover {
        Cover::Black | Cover::White => return,
        Cover::Keys => keys(ui, theme, lang),
        Cover::Nothing => {}
    }
    progress(ui, screen, show, theme, lang);
    let base = screen.bottom() - screen.height() * 0.022;
    if let Some(clock) = show.timer.clock(now) {
        timer(ui, pos2(screen.right() - screen.height() * 0.06, base), screen, show, clock, theme, lang);
    }
    if show.slide() == Slide::Opening {
        let at = pos2(screen.left() + screen.height() * 0.06, base);
        let font = fonts::regular((screen.height() * 0.02).max(size::SMALL));
        ui.painter().text(at, Align2::LEFT_BOTTOM, Text::Hint.text(lang), font, color(theme.ink3));
    }
}

/// Which filter is on: who looks at a slide must know that there is more.
pub(super) fn filter(ui: &Ui, screen: Rect, show: &Presentation, words: &str, theme: &Theme) {
    if words.is_empty() || show.cover != Cover::Nothing || show.slide() == Slide::Whole {
        return;
    }
    let at = pos2(screen.center().x, screen.bottom() - screen.height() * 0.022);
    let font = fonts::regular((screen.height() * 0.02).max(size::SMALL));
    let rect = ui.painter().text(at, Align2::CENTER_BOTTOM, words, font, color(theme.ink2));
    let response = ui.interact(rect, Id::unique("slide filter"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// One piece a slide, a gap before each phase.
fn progress(ui: &Ui, screen: Rect, show: &Presentation, theme: &Theme, lang: Lang) {
    let slides = show.slides();
    let height = (screen.height() * PROGRESS).max(3.0);
    let gaps = slides.iter().filter(|slide| matches!(slide, Slide::Phase(_) | Slide::Whole)).count();
    let width = ((screen.width() - BREAK * gaps as f32) / slides.len().max(1) as f32).max(1.0);
    let mut x = screen.left();
    for (at, slide) in slides.iter().enumerate() {
        if matches!(slide, Slide::Phase(_) | Slide::Whole) {
            x += BREAK;
        }
        let piece = Rect::from_min_size(pos2(x, screen.bottom() - height), vec2(width + 0.5, height));
        let fill = if at <= show.position() { theme.accent } else { theme.line2 };
        ui.painter().rect_filled(piece, CornerRadius::ZERO, color(fill));
        x += width;
    }
    let strip = Rect::from_min_max(pos2(screen.left(), screen.bottom() - height), screen.max);
    let response = ui.interact(strip, Id::unique("presentation progress"), Sense::hover());
    let (n, of) = ((show.position() + 1).to_string(), slides.len().to_string());
    let said = fill(Text::Slides.text(lang), &[("n", &n), ("of", &of)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

/// Figures with a word; beyond the plan in the colour of warnings with a sign before them.
fn timer(ui: &Ui, at: eframe::egui::Pos2, screen: Rect, show: &Presentation, clock: Clock, theme: &Theme, lang: Lang) {
    let (words, ink, ground) = match clock {
        Clock::Elapsed(_) => (Text::Elapsed, theme.ink2, None),
        Clock::Left(_) => (Text::Left, theme.ink2, None),
        Clock::Over(_) => (Text::Over, theme.warn, Some(theme.warn_weak)),
    };
    let mut said = fill(words.text(lang), &[("time", &clock.figures())]);
    if show.timer.runs() {
        ui.ctx().request_repaint_after_secs(0.25);
    } else {
        said = format!("{said} ({})", Text::Paused.text(lang));
    }
    let font = fonts::bold((screen.height() * FIGURES).max(size::BODY));
    let galley = ui.painter().layout_no_wrap(said.clone(), font, Color32::PLACEHOLDER);
    let rect = Align2::RIGHT_BOTTOM.anchor_size(at, galley.size());
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect.expand2(vec2(12.0, 3.0)), CornerRadius::same(8), color(ground));
    }
    ui.painter().galley(rect.min, galley, color(ink));
    let response = ui.interact(rect, Id::unique("presentation timer"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

/// A key and, in full, what it does.
fn line(ui: &mut Ui, theme: &Theme, keys: &str, what: &str) {
    ui.horizontal(|ui| {
        let words = RichText::new(keys).font(fonts::bold(size::SMALL)).color(color(theme.ink2));
        ui.allocate_ui_with_layout(vec2(KEYS, 22.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(KEYS, 22.0));
            ui.label(words);
        });
        ui.label(what);
    });
}

fn keys(ui: &Ui, theme: &Theme, lang: Lang) {
    let area =
        Area::new(Id::unique("presentation keys")).order(Order::Foreground).anchor(Align2::CENTER_CENTER, Vec2::ZERO);
    area.show(ui.ctx(), |ui| {
        sheet_frame(theme).show(ui, |ui| {
            ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 80.0));
            ui.label(label::bold(Text::KeysTitle.text(lang), size::PAGE));
            ui.add_space(8.0);
            for (keys, what) in PresentCommand::sheet(lang) {
                line(ui, theme, keys, what);
            }
            ui.add_space(8.0);
            ui.label(label::remark(theme, Text::KeysClose.text(lang)));
        });
    });
}
