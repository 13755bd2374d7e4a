//! What lies over the page: for which department a copy is made; what chosen copies would bring.

use super::copies::{CopyFile, Read};
use super::{make_contribution, merge};
use crate::app::Session;
use crate::app::together::{Version, merged, shown_changes};
use crate::i18n::Lang;
use crate::i18n::fill;
use crate::i18n::merge::difference_words;
use crate::i18n::shell::ShellText;
use crate::i18n::together::{ContributionText as Text, counts_text};
use crate::look::Theme;
use crate::merge::differences;
use crate::model::{Project, RecordId};
use crate::ui::desk::Desk;
use crate::ui::dialogs::sheet_frame;
use crate::ui::files;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Align, Context, Id, Layout, Modal, ScrollArea, Ui, vec2};

const WIDTH: f32 = 520.0;
const LIST: f32 = 320.0;
/// How many sentences are shown of each copy.
const LINES: usize = 60;

/// Asks for which department a copy is made; whether it stays open.
pub(super) fn departments(desk: &mut Desk, ctx: &Context) -> bool {
    let (theme, lang) = (desk.theme(), desk.lang());
    let Some(session) = &desk.session else { return false };
    let all: Vec<_> = session.project().departments_in_order().iter().map(|it| (it.id, it.name.clone())).collect();
    let modal = Modal::new(Id::unique("copy for a department")).frame(sheet_frame(theme)).show(ctx, |ui| {
        ui.set_width(WIDTH * 0.8);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.label(label::bold(Text::Title.text(lang), size::TITLE));
        let about = if all.is_empty() { Text::NoDepartments } else { Text::About };
        label::paragraph(ui, about.text(lang), size::BODY, color(theme.ink2));
        let mut chosen = None;
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
            for (id, name) in &all {
                let width = ui.available_width();
                if button::sized(ui, theme, Rank::Secondary, name, vec2(width, 34.0)).clicked() {
                    chosen = Some(*id);
                }
            }
        });
        (chosen, cancel(ui, theme, lang))
    });
    let (chosen, is_cancelled) = modal.inner;
    if let Some(department) = chosen {
        make_contribution(desk, department);
        return false;
    }
    !is_cancelled && !modal.should_close()
}

/// Copies that were chosen to be merged, and what they would bring.
pub(crate) struct CopiesSheet {
    files: Vec<CopyFile>,
    review: Option<Review>,
}

/// What copies would bring to a version of the document.
struct Review {
    version: u64,
    /// Of each file, in their order.
    brought: Vec<Brought>,
    total: String,
    conflicts: usize,
}

/// What one copy would bring by itself.
struct Brought {
    /// In a sentence: how much, or why nothing.
    head: String,
    /// Whether it can be merged, and whether it is known what it began with.
    is_version: bool,
    has_base: bool,
    /// Its changes, the first ones.
    lines: Vec<String>,
}

impl CopiesSheet {
    pub(super) const fn new(files: Vec<CopyFile>) -> Self {
        Self { files, review: None }
    }

    fn versions(&self) -> Vec<Version> {
        self.files.iter().filter_map(|copy| copy.version().cloned()).collect()
    }

    /// Looks through the copies once for each version of the document.
    fn review(&mut self, session: &Session, lang: Lang) -> &Review {
        let version = session.version();
        let known = self.review.take().filter(|review| review.version == version);
        let review = known.unwrap_or_else(|| {
            let project = session.project();
            let (_, report) = merged(project, &self.versions());
            Review {
                version,
                brought: self.files.iter().map(|copy| brought(project, copy, lang)).collect(),
                total: counts_text(&shown_changes(&report.taken), lang),
                conflicts: report.conflicts.len(),
            }
        });
        self.review.insert(review)
    }
}

fn brought(project: &Project, copy: &CopyFile, lang: Lang) -> Brought {
    let file = files::name(&copy.path);
    let version = match &copy.read {
        Read::Version(version) => version,
        Read::Other | Read::Unreadable => {
            let text = if matches!(copy.read, Read::Other) { Text::Other } else { Text::Unreadable };
            let head = fill(text.text(lang), &[("file", &file)]);
            return Brought { head, is_version: false, has_base: false, lines: Vec::new() };
        }
    };
    let (after, report) = merged(project, std::slice::from_ref(version));
    let what = counts_text(&shown_changes(&report.taken), lang);
    let all = differences(project, &after).into_iter();
    let shown = all.filter(|difference| !matches!(difference.of, Some(RecordId::Conflict(_))));
    let lines = shown.flat_map(|difference| difference_words(project, &after, &difference, lang)).take(LINES);
    let head = fill(Text::Brings.text(lang), &[("file", &file), ("what", &what)]);
    Brought { head, is_version: true, has_base: version.base.is_some(), lines: lines.collect() }
}

/// Shows what chosen copies would bring, one after another; they stay while it is open.
pub(super) fn copies(desk: &mut Desk, ctx: &Context, mut sheet: CopiesSheet) -> Option<CopiesSheet> {
    let (theme, lang) = (desk.theme(), desk.lang());
    let review = sheet.review(desk.session.as_ref()?, lang);
    let modal = Modal::new(Id::unique("merge copies")).frame(sheet_frame(theme)).show(ctx, |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        ui.label(label::bold(Text::Merge.text(lang), size::TITLE));
        ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
            for brought in &review.brought {
                brings(ui, theme, lang, brought);
            }
        });
        ui.label(label::bold(fill(Text::Total.text(lang), &[("what", &review.total)]), size::BODY));
        if review.conflicts > 0 {
            let words = fill(Text::NewConflicts.text(lang), &[("n", &review.conflicts.to_string())]);
            ui.label(label::bold(words, size::BODY).color(color(theme.warn)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let can = review.brought.iter().any(|brought| brought.is_version);
            let merge = ui.add_enabled_ui(can, |ui| button::button(ui, theme, Rank::Primary, Text::DoMerge.text(lang)));
            let cancel = button::button(ui, theme, Rank::Secondary, ShellText::Cancel.text(lang)).clicked();
            (merge.inner.clicked(), cancel)
        })
        .inner
    });
    let (is_taken, is_cancelled) = modal.inner;
    if is_taken {
        merge(desk, &sheet.versions());
        return None;
    }
    (!is_cancelled && !modal.should_close()).then_some(sheet)
}

/// What one copy brings by itself.
fn brings(ui: &mut Ui, theme: &Theme, lang: Lang, brought: &Brought) {
    if !brought.is_version {
        label::paragraph(ui, &brought.head, size::BODY, color(theme.warn));
        return;
    }
    ui.collapsing(label::bold(&brought.head, size::BODY), |ui| {
        if !brought.has_base {
            ui.label(label::remark(theme, Text::BaseUnknown.text(lang)));
        }
        for words in &brought.lines {
            label::paragraph(ui, words, size::SMALL, color(theme.ink2));
        }
    });
}

fn cancel(ui: &mut Ui, theme: &Theme, lang: Lang) -> bool {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        button::button(ui, theme, Rank::Secondary, ShellText::Cancel.text(lang)).clicked()
    })
    .inner
}
