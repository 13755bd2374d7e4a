//! Asks what to do with changes that were not saved when the program ended unexpectedly: what is kept, held against
//! what is in the file now.

use super::dialogs::{Answer, buttons};
use super::theme::{color, size};
use super::widgets::button::Rank;
use super::widgets::label;
use crate::app::keeper::{Left, OnDisk};
use crate::base::today;
use crate::edit::ChangeKind;
use crate::i18n::keeping::{KeepText, LeftText as Text};
use crate::i18n::merge::record_words;
use crate::i18n::shell::ShellText;
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use eframe::egui::{CornerRadius, Frame, Margin, Ui};

/// Shows it.
pub(super) fn left_ui(ui: &mut Ui, theme: &Theme, lang: Lang, left: &Left) -> Answer {
    ui.label(label::bold(Text::Title.text(lang), size::TITLE));
    let title = left.recovered.project.info.title.trim();
    let title = if title.is_empty() { ShellText::Untitled.text(lang) } else { title };
    let n = left.recovered.changes;
    let unsaved = if n == 1 { Text::UnsavedOne } else { Text::Unsaved };
    let values = [("time", &*time_text(left, lang)), ("n", &n.to_string()), ("title", title)];
    label::paragraph(ui, &fill(unsaved.text(lang), &values), size::BODY, color(theme.ink));
    let list = Frame::new()
        .fill(color(theme.canvas))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 10));
    list.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(label::remark(theme, Text::Kept.text(lang)));
        label::paragraph(ui, &changes_text(left, lang), size::BODY, color(theme.ink));
        ui.add_space(2.0);
        ui.label(label::remark(theme, Text::OnDisk.text(lang)));
        label::paragraph(ui, &disk_text(left, lang), size::BODY, color(theme.ink));
    });
    label::paragraph(ui, Text::Hint.text(lang), size::SMALL, color(theme.ink3));
    let other = match left.on_disk {
        OnDisk::Same | OnDisk::Changed => (Text::OpenSaved.text(lang), Rank::Secondary, Answer::OpenSaved),
        OnDisk::NoFile | OnDisk::Gone => (Text::ThrowAway.text(lang), Rank::Secondary, Answer::Discard),
    };
    let restore = (Text::Restore.text(lang), Rank::Primary, Answer::Restore);
    let later = (Text::Later.text(lang), Rank::Secondary, Answer::Dismissed);
    buttons(ui, theme, &[restore, other, later])
}

/// The time of the last change, with the day if that was not today.
fn time_text(left: &Left, lang: Lang) -> String {
    let time = left.recovered.last.to_zoned(crate::base::time_zone());
    let clock = format!("{}:{:02}", time.hour(), time.minute());
    if time.date() == today() {
        return clock;
    }
    let day = match lang {
        Lang::Ja => format!("{}月{}日", time.month(), time.day()),
        Lang::En => time.strftime("%-d %B").to_string(),
    };
    match lang {
        Lang::Ja => format!("{day} {clock}"),
        Lang::En => format!("{clock} on {day}"),
    }
}

/// How many records, and the names of the first ones.
fn changes_text(left: &Left, lang: Lang) -> String {
    /// No more than these are named.
    const NAMED: usize = 4;
    let kinds = [
        (ChangeKind::Added, Text::Added),
        (ChangeKind::Changed, Text::ChangedRecords),
        (ChangeKind::Removed, Text::Removed),
    ];
    let counts = kinds.into_iter().filter_map(|(kind, text)| {
        let count = left.count(kind);
        (count > 0).then(|| fill(text.text(lang), &[("n", &count.to_string())]))
    });
    let counts: Vec<String> = counts.collect();
    let and = KeepText::And.text(lang);
    let info = left.is_info_changed.then(|| record_words(&left.recovered.project, None, lang));
    let records = left.changes.iter().map(|change| {
        let project = if change.kind == ChangeKind::Removed { &left.recovered.saved } else { &left.recovered.project };
        record_words(project, Some(change.id), lang)
    });
    let names: Vec<String> = info.into_iter().chain(records).take(NAMED).collect();
    let more = if left.changes.len() + usize::from(left.is_info_changed) > NAMED { "…" } else { "" };
    format!("{}\n{}{more}", counts.join(and), names.join(and))
}

fn disk_text(left: &Left, lang: Lang) -> String {
    let file = left.recovered.file.as_ref().map(|file| super::files::name(&file.path)).unwrap_or_default();
    let text = match left.on_disk {
        OnDisk::NoFile => Text::NoFile,
        OnDisk::Same => Text::Same,
        OnDisk::Changed => Text::Changed,
        OnDisk::Gone => Text::Gone,
    };
    fill(text.text(lang), &[("file", &file)])
}
