//! Questions and bad news: a dialog says what happened, what was kept and what to do.

use super::left_dialog::left_ui;
use super::theme::{color, line, size};
use super::widgets::button::{self, Rank};
use super::widgets::label;
use crate::app::keeper::Left;
use crate::app::recovery::Losses;
use crate::i18n::shell::ShellText as Text;
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use eframe::egui::{Align, Context, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, ScrollArea, Shadow, Ui, vec2};

/// A dialog that is open.
#[derive(Clone, Debug)]
pub(crate) enum Dialog {
    /// Something did not work.
    Error(Failure),
    /// A file was opened, but not all of it.
    Losses(Box<Losses>),
    /// The program ended before something was saved.
    Left(Box<Left>),
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
    /// Put the text on the clipboard.
    Copy,
    /// Go on where the program ended.
    Restore,
    /// Open the file as it was saved.
    OpenSaved,
}

/// Shows a dialog.
pub(crate) fn show(ctx: &Context, theme: &Theme, lang: Lang, dialog: &Dialog) -> Answer {
    let modal = Modal::new(Id::unique("dialog")).frame(sheet_frame(theme)).show(ctx, |ui| {
        ui.set_width(match dialog {
            Dialog::Losses(_) => 600.0,
            Dialog::Left(_) => 520.0,
            Dialog::Error(_) | Dialog::Unsaved { .. } => 420.0,
        });
        ui.spacing_mut().item_spacing = vec2(8.0, 10.0);
        match dialog {
            Dialog::Error(failure) => error(ui, theme, lang, failure),
            Dialog::Losses(losses) => self::losses(ui, theme, lang, losses),
            Dialog::Left(left) => left_ui(ui, theme, lang, left),
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
    label::paragraph(ui, &failure.details, size::BODY, color(theme.ink));
    for text in [failure.kept, failure.advice].into_iter().flatten() {
        label::paragraph(ui, text.text(lang), size::BODY, color(theme.ink2));
    }
    buttons(ui, theme, &[(Text::Ok.text(lang), Rank::Primary, Answer::Dismissed)])
}

/// What could not be read, and that none of it is lost by saving.
fn losses(ui: &mut Ui, theme: &Theme, lang: Lang, losses: &Losses) -> Answer {
    let title = if losses.lost { Text::OpenedWithLosses } else { Text::OpenedMended };
    ui.label(label::bold(title.text(lang), size::TITLE));
    let list = Frame::new().fill(color(theme.canvas)).corner_radius(CornerRadius::same(8)).inner_margin(Margin {
        left: 12,
        right: 12,
        top: 8,
        bottom: 8,
    });
    list.show(ui, |ui| {
        ScrollArea::vertical().max_height(240.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for sentence in &losses.sentences {
                let (sentence, excerpt) = sentence.split_once('\n').unwrap_or((sentence, ""));
                label::paragraph(ui, sentence, size::BODY, color(theme.ink));
                if !excerpt.is_empty() {
                    ui.add_space(-6.0);
                    label::one_line(ui, label::remark(theme, excerpt));
                }
            }
            if losses.more > 0 {
                ui.label(fill(Text::LossesMore.text(lang), &[("n", &losses.more.to_string())]));
            }
        });
    });
    let file = losses.path.file_name().unwrap_or_default().to_string_lossy();
    let kept = fill(Text::LossesCopy.text(lang), &[("copy", &losses.copy_name()), ("file", &file)]);
    label::paragraph(ui, &kept, size::BODY, color(theme.ink2));
    let choices = [
        (Text::GoOn.text(lang), Rank::Primary, Answer::Dismissed),
        (Text::SaveElsewhere.text(lang), Rank::Secondary, Answer::Save),
        (Text::CopyList.text(lang), Rank::Secondary, Answer::Copy),
    ];
    match buttons(ui, theme, &choices) {
        Answer::Copy => {
            ui.ctx().copy_text(losses.sentences.join("\n"));
            Answer::Open
        }
        answer => answer,
    }
}

fn unsaved(ui: &mut Ui, theme: &Theme, lang: Lang, title: &str) -> Answer {
    ui.label(label::bold(Text::SaveBeforeClosing.text(lang), size::TITLE));
    let why = fill(Text::SaveBeforeClosingWhy.text(lang), &[("title", title)]);
    label::paragraph(ui, &why, size::BODY, color(theme.ink2));
    let choices = [
        (Text::Save.text(lang), Rank::Primary, Answer::Save),
        (Text::Cancel.text(lang), Rank::Secondary, Answer::Dismissed),
        (Text::DontSave.text(lang), Rank::Secondary, Answer::Discard),
    ];
    buttons(ui, theme, &choices)
}

/// From right to left; the first one has the keyboard.
pub(super) fn buttons(ui: &mut Ui, theme: &Theme, choices: &[(&str, Rank, Answer)]) -> Answer {
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
