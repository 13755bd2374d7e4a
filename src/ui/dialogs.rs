//! Questions and bad news: a dialog says what happened, what was kept and what to do.

use super::theme::{color, line, size};
use super::widgets::button::{self, Rank};
use super::widgets::label;
use crate::i18n::shell::ShellText as Text;
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use eframe::egui::{Align, Context, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, Shadow, Ui, vec2};

/// A dialog that is open.
#[derive(Clone, Debug)]
pub(crate) enum Dialog {
    /// Something did not work.
    Error(Failure),
    /// There are changes that are not saved.
    Unsaved {
        /// The project's title.
        title: String,
        /// What comes after.
        then: After,
    },
}

/// What did not work.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// What happened.
    pub(crate) what: Text,
    /// The details.
    pub(crate) details: String,
    /// What was kept, if something could be lost.
    pub(crate) kept: Option<Text>,
    /// What to do.
    pub(crate) advice: Option<Text>,
}

/// What comes after a question about unsaved changes.
#[derive(Clone, Debug)]
pub(crate) enum After {
    /// The window closes.
    Quit,
    /// Another project.
    Do(Box<super::action::Action>),
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Nothing yet.
    Open,
    /// Away with it.
    Dismissed,
    /// Save first.
    Save,
    /// Let the changes go.
    Discard,
}

/// Shows a dialog.
pub(crate) fn show(ctx: &Context, theme: &Theme, lang: Lang, dialog: &Dialog) -> Answer {
    let modal = Modal::new(Id::unique("dialog")).frame(sheet_frame(theme)).show(ctx, |ui| {
        ui.set_width(420.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 10.0);
        match dialog {
            Dialog::Error(failure) => error(ui, theme, lang, failure),
            Dialog::Unsaved { title, .. } => unsaved(ui, theme, lang, title),
        }
    });
    if modal.inner == Answer::Open && ctx.input(|input| input.key_pressed(Key::Escape)) {
        return Answer::Dismissed;
    }
    modal.inner
}

/// What dialogs and sheets lie on.
pub(crate) fn sheet_frame(theme: &Theme) -> Frame {
    let shadow = Shadow { offset: [0, 12], blur: 32, spread: 0, color: color(theme.shadow) };
    Frame::new()
        .fill(color(theme.panel))
        .stroke(line(theme.line))
        .corner_radius(CornerRadius::same(14))
        .inner_margin(Margin::same(24))
        .shadow(shadow)
}

fn error(ui: &mut Ui, theme: &Theme, lang: Lang, failure: &Failure) -> Answer {
    ui.label(label::bold(failure.what.text(lang), size::TITLE));
    ui.label(&failure.details);
    for text in [failure.kept, failure.advice].into_iter().flatten() {
        ui.label(label::second(theme, text.text(lang)));
    }
    buttons(ui, theme, &[(Text::Ok.text(lang), Rank::Primary, Answer::Dismissed)])
}

fn unsaved(ui: &mut Ui, theme: &Theme, lang: Lang, title: &str) -> Answer {
    ui.label(label::bold(Text::SaveBeforeClosing.text(lang), size::TITLE));
    ui.label(label::second(theme, fill(Text::SaveBeforeClosingWhy.text(lang), &[("title", title)])));
    let choices = [
        (Text::Save.text(lang), Rank::Primary, Answer::Save),
        (Text::Cancel.text(lang), Rank::Secondary, Answer::Dismissed),
        (Text::DontSave.text(lang), Rank::Secondary, Answer::Discard),
    ];
    buttons(ui, theme, &choices)
}

/// From right to left; the first one has the keyboard.
fn buttons(ui: &mut Ui, theme: &Theme, choices: &[(&str, Rank, Answer)]) -> Answer {
    ui.add_space(4.0);
    let mut answer = Answer::Open;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        for (index, (text, rank, meaning)) in choices.iter().enumerate() {
            let response = button::button(ui, theme, *rank, text);
            if index == 0 && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            if response.clicked() {
                answer = *meaning;
            }
        }
    });
    answer
}
