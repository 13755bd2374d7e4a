//! Display settings in a small popover of the status line: language, colours, size of the interface, motion.

use crate::app::settings::{Scale, ThemeChoice};
use crate::i18n::Lang;
use crate::i18n::access::DisplayText as Text;
use crate::i18n::shell::ShellText;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::{menu::sheet, slider};
use eframe::egui::{Response, RichText, Slider, Ui};

/// Opens under a word of the status line.
pub(super) fn popover(cx: &mut Cx<'_>, word: &Response) {
    sheet(word).show(|ui| {
        ui.set_min_width(240.0);
        heading(ui, cx, ShellText::Theme.text(cx.lang));
        for choice in [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast] {
            if ui.selectable_label(choice == cx.shown.theme, theme_name(choice).text(cx.lang)).clicked() {
                cx.push(Action::SetTheme(choice));
            }
        }
        ui.add_space(6.0);
        heading(ui, cx, Text::Scale.text(cx.lang));
        scale(ui, cx);
        ui.add_space(6.0);
        let mut reduced = cx.shown.reduced_motion;
        let motion = ui.checkbox(&mut reduced, Text::Motion.text(cx.lang));
        if motion.on_hover_text(Text::MotionTip.text(cx.lang)).changed() {
            cx.push(Action::ReduceMotion(reduced));
        }
        ui.add_space(6.0);
        heading(ui, cx, ShellText::Language.text(cx.lang));
        ui.horizontal(|ui| {
            for lang in Lang::ALL {
                if ui.selectable_label(lang == cx.lang, lang.own_name()).clicked() {
                    cx.push(Action::SetLang(lang));
                }
            }
        });
    });
}

fn heading(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.label(RichText::new(words).size(size::SMALL).color(color(cx.theme.ink3)));
}

/// The size changes when the slider is let go: it would run away from the pointer otherwise.
fn scale(ui: &mut Ui, cx: &mut Cx<'_>) {
    let now = cx.shown.scale;
    let mut percent = cx.shown.scale_draft.unwrap_or(now.percent());
    let range = Scale::LEAST.percent()..=Scale::MOST.percent();
    let slider = Slider::new(&mut percent, range).step_by(f64::from(Scale::STEP)).suffix(" %");
    let response = slider::add(ui, cx.theme, slider);
    let response = response.accessible_name(Text::Scale.text(cx.lang));
    if response.dragged() {
        cx.shown.scale_draft = Some(percent);
    } else if response.drag_stopped() || response.changed() {
        cx.shown.scale_draft = None;
        cx.push(Action::SetScale(Scale::of(percent)));
    }
}

/// What a choice of colours is called.
pub(super) const fn theme_name(choice: ThemeChoice) -> ShellText {
    match choice {
        ThemeChoice::System => ShellText::ThemeSystem,
        ThemeChoice::Light => ShellText::ThemeLight,
        ThemeChoice::Dark => ShellText::ThemeDark,
        ThemeChoice::HighContrast => ShellText::ThemeHighContrast,
    }
}
