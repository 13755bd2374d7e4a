//! Phases from a preset: the sets at the left, what the journey would have at the right.

use super::dialogs::sheet_frame;
use super::fonts;
use super::theme::{color, line, size};
use super::widgets::button::{self, Rank};
use super::widgets::{ime, label};
use crate::app::Session;
use crate::app::actions::{PlannedPhase, is_empty_map, plan_phases};
use crate::i18n::shell::ShellText;
use crate::i18n::structure::{PhasePreset, PresetText as Text};
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use eframe::egui::{
    Align, Color32, Context, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

/// The dialog while it is open.
#[derive(Debug)]
pub(crate) struct PhaseDialog {
    preset: PhasePreset,
}

impl Default for PhaseDialog {
    fn default() -> Self {
        Self { preset: PhasePreset::B2c }
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Nothing yet.
    Open,
    /// Closed without a choice.
    Closed,
    /// This set.
    Use(PhasePreset),
}

impl PhaseDialog {
    /// Shows it.
    pub(crate) fn show(&mut self, ctx: &Context, session: &Session, theme: &Theme, lang: Lang) -> Answer {
        let Some(journey) = session.journey() else { return Answer::Closed };
        let plan = plan_phases(session.project(), journey, self.preset, lang);
        let is_empty = is_empty_map(session.project(), journey);
        let modal = Modal::new(Id::unique("phase presets")).frame(sheet_frame(theme)).show(ctx, |ui| {
            ui.set_width(640.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            let answer = self.keys(ui);
            ui.label(label::bold(Text::Title.text(lang), size::TITLE));
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(216.0);
                    for preset in PhasePreset::ALL {
                        if entry(ui, theme, lang, preset, preset == self.preset) {
                            self.preset = preset;
                        }
                    }
                });
                ui.add_space(8.0);
                ui.vertical(|ui| preview(ui, theme, lang, &plan, is_empty));
            });
            if answer == Answer::Open { self.buttons(ui, theme, lang) } else { answer }
        });
        match modal.inner {
            Answer::Open if modal.should_close() => Answer::Closed,
            answer => answer,
        }
    }

    /// Up and down choose, Enter takes.
    fn keys(&mut self, ui: &Ui) -> Answer {
        if ime::owns_keys(ui) {
            return Answer::Open;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let place = PhasePreset::ALL.iter().position(|preset| *preset == self.preset).unwrap_or(0);
        if pressed(Key::ArrowDown) {
            self.preset = PhasePreset::ALL[(place + 1).min(PhasePreset::ALL.len() - 1)];
        }
        if pressed(Key::ArrowUp) {
            self.preset = PhasePreset::ALL[place.saturating_sub(1)];
        }
        let on_button = ui.memory(|memory| memory.focused().is_some());
        if !on_button && pressed(Key::Enter) { Answer::Use(self.preset) } else { Answer::Open }
    }

    fn buttons(&self, ui: &mut Ui, theme: &Theme, lang: Lang) -> Answer {
        ui.add_space(4.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button::button(ui, theme, Rank::Primary, Text::Apply.text(lang)).clicked() {
                return Answer::Use(self.preset);
            }
            let cancel = button::button(ui, theme, Rank::Secondary, ShellText::Cancel.text(lang)).clicked();
            if cancel { Answer::Closed } else { Answer::Open }
        })
        .inner
    }
}

/// A preset with what it is for; whether it was clicked.
fn entry(ui: &mut Ui, theme: &Theme, lang: Lang, preset: PhasePreset, chosen: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(216.0, 56.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, preset.title(lang)));
    let (ground, edge) = match (chosen, response.hovered()) {
        (true, _) => (color(theme.accent_weak), Stroke::new(1.5, color(theme.accent))),
        (false, true) => (color(theme.hover), line(theme.line2)),
        (false, false) => (Color32::TRANSPARENT, line(theme.line)),
    };
    ui.painter().rect(rect, CornerRadius::same(8), ground, edge, StrokeKind::Inside);
    button::focus_ring(ui, theme, &response);
    let painter = ui.painter().with_clip_rect(rect.shrink(2.0));
    let left = rect.left_top() + vec2(12.0, 9.0);
    let title = painter.layout_no_wrap(preset.title(lang).to_owned(), fonts::bold(size::BODY), color(theme.ink));
    painter.galley(left, title, color(theme.ink));
    let about = label::broken(preset.about(lang), size::SMALL, rect.width() - 24.0);
    let about = painter.layout_no_wrap(about, fonts::regular(size::SMALL), color(theme.ink2));
    painter.galley(left + vec2(0.0, 19.0), about, color(theme.ink2));
    response.clicked()
}

/// The phases as they would be, and what becomes of those that are there.
fn preview(ui: &mut Ui, theme: &Theme, lang: Lang, plan: &[PlannedPhase], is_empty: bool) {
    let width = 392.0;
    ui.set_width(width);
    let added = plan.iter().filter(|phase| phase.kept.is_none()).count();
    let words = match (is_empty, added) {
        (true, _) => Text::Replaces.text(lang).to_owned(),
        (false, 0) => Text::Complete.text(lang).to_owned(),
        (false, n) => fill(Text::Keeps.text(lang), &[("n", &n.to_string())]),
    };
    let sheet = Frame::new().fill(color(theme.canvas)).corner_radius(CornerRadius::same(8));
    sheet.inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(width - 24.0);
        ui.label(label::remark(theme, Text::Preview.text(lang)));
        ScrollArea::vertical().max_height(286.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for (place, phase) in plan.iter().enumerate() {
                planned(ui, theme, lang, place, phase, is_empty);
            }
        });
    });
    label::paragraph(ui, &words, size::SMALL, color(theme.ink2));
}

/// A phase in its tint; what is new has a dashed border and says so.
fn planned(ui: &mut Ui, theme: &Theme, lang: Lang, place: usize, phase: &PlannedPhase, is_empty: bool) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let is_new = phase.kept.is_none() && !is_empty;
    let state = match phase.kept {
        _ if is_new => Text::New.text(lang).to_owned(),
        None => String::new(),
        Some(_) => fill(Text::Kept.text(lang), &[("n", &phase.steps.to_string())]),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} {state}", phase.name)));
    let painter = ui.painter();
    let tint = color(theme.phases[place % theme.phases.len()]);
    let edge = if is_new { Stroke::new(1.5, color(theme.accent)) } else { Stroke::NONE };
    painter.rect(rect, CornerRadius::same(6), tint, edge, StrokeKind::Inside);
    let name = painter.layout_no_wrap(phase.name.clone(), fonts::bold(size::BODY), color(theme.ink));
    painter.with_clip_rect(rect.shrink(4.0)).galley(
        rect.left_center() + vec2(12.0, -name.size().y / 2.0),
        name,
        color(theme.ink),
    );
    if !state.is_empty() {
        let words = if is_new { format!("＋ {state}") } else { state };
        let right = rect.right_center() - vec2(12.0, 0.0);
        let font = if is_new { fonts::bold(size::SMALL) } else { fonts::regular(size::SMALL) };
        painter.text(right, eframe::egui::Align2::RIGHT_CENTER, words, font, color(theme.ink2));
    }
}
