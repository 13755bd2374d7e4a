//! The changes of a workbook that comes back, one by one: what stood there, what stands there now, and what the
//! project says where that is neither.

use super::{is_of, notes};
use crate::base::IdSource;
use crate::edit::{Command, apply};
use crate::i18n::history::kind_name;
use crate::i18n::import::ImportDialogText as Text;
use crate::i18n::{Lang, fill};
use crate::import::workbook::{Change, Deed, Returned, Review, accepted, commands, compare};
use crate::look::Theme;
use crate::model::Project;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::{ime, label};
use eframe::egui::{
    Align2, Color32, CornerRadius, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

/// Heights of a change, without and with what the project says by now.
const ROW: f32 = 56.0;
const CONFLICT_ROW: f32 = 74.0;
const HEIGHT: f32 = 360.0;
/// The box that is ticked.
const BOX: f32 = 16.0;

/// A review under way.
pub(super) struct Reviewing {
    review: Review,
    wanted: Vec<bool>,
    /// Whether the workbook belongs to the project.
    is_of_project: bool,
    cursor: usize,
    /// The cursor was moved by keys and is to be seen.
    moved: bool,
}

impl Reviewing {
    pub(super) fn new(project: &Project, returned: &Returned, lang: Lang) -> Self {
        let review = compare(project, returned, lang, &mut IdSource::random());
        let wanted = review.unquestioned();
        Self { wanted, review, is_of_project: is_of(project, returned), cursor: 0, moved: false }
    }

    /// How many changes would be made.
    pub(super) fn chosen(&self) -> usize {
        accepted(&self.review.changes, &self.wanted).iter().filter(|made| **made).count()
    }

    /// The accepted changes as a command, the project after it, and how many they are.
    pub(super) fn command(&self, project: &Project) -> (Option<Command>, Project, usize) {
        let mut ids = IdSource::random();
        let (command, refused) = commands(project, &self.review.changes, &self.wanted, &mut ids);
        let next = command.as_ref().and_then(|command| apply(project, command, &mut ids).ok());
        (command, next.unwrap_or_else(|| project.clone()), self.chosen() - refused.len().min(self.chosen()))
    }

    /// Whether the list has the keyboard.
    pub(super) fn has_keyboard(&self, ui: &Ui) -> bool {
        let focused = ui.memory(eframe::egui::Memory::focused);
        focused.is_some_and(|id| (0..self.review.changes.len()).any(|at| row_id(at) == id))
    }

    pub(super) fn show(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) {
        if self.review.changes.is_empty() {
            label::paragraph(ui, Text::NoChanges.text(lang), size::BODY, color(theme.ink));
        } else {
            self.summary(ui, theme, lang);
            self.keys(ui);
            self.list(ui, theme, lang);
            ui.label(label::remark(theme, Text::Keys.text(lang)));
        }
        let all: Vec<_> = self.review.notes.iter().collect();
        if !all.is_empty() {
            notes::show(ui, theme, lang, &all);
        }
    }

    fn summary(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) {
        if !self.is_of_project {
            label::paragraph(ui, Text::OtherProject.text(lang), size::BODY, color(theme.ink2));
        }
        ui.horizontal(|ui| {
            let (n, chosen) = (self.review.changes.len().to_string(), self.chosen().to_string());
            ui.label(label::bold(fill(Text::Summary.text(lang), &[("n", &n), ("chosen", &chosen)]), size::BODY));
            if button::button(ui, theme, Rank::Secondary, Text::All.text(lang)).clicked() {
                self.wanted.fill(true);
            }
            if button::button(ui, theme, Rank::Secondary, Text::None.text(lang)).clicked() {
                self.wanted.fill(false);
            }
        });
        let conflicts = self.review.changes.iter().filter(|change| change.is_conflict()).count();
        if conflicts > 0 {
            let words = fill(Text::Conflicts.text(lang), &[("n", &conflicts.to_string())]);
            label::paragraph(ui, &words, size::SMALL, color(theme.warn));
        }
    }

    /// Up and down move, Space ticks.
    fn keys(&mut self, ui: &Ui) {
        let focused = ui.memory(eframe::egui::Memory::focused);
        if ime::owns_keys(ui) || (focused.is_some() && !self.has_keyboard(ui)) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.review.changes.len() - 1;
        let before = (self.cursor, focused.is_some());
        if pressed(Key::ArrowDown) {
            self.cursor = if focused.is_none() { self.cursor } else { (self.cursor + 1).min(last) };
            self.moved = true;
        }
        if pressed(Key::ArrowUp) {
            self.cursor = self.cursor.saturating_sub(1);
            self.moved = true;
        }
        if self.moved || before != (self.cursor, focused.is_some()) {
            ui.memory_mut(|memory| memory.request_focus(row_id(self.cursor)));
        }
        if focused.is_some() && pressed(Key::Space) {
            self.toggle(self.cursor);
        }
    }

    fn toggle(&mut self, at: usize) {
        if let Some(wanted) = self.wanted.get_mut(at) {
            *wanted = !*wanted;
        }
    }

    fn list(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) {
        let height = if self.review.changes.iter().any(Change::is_conflict) { CONFLICT_ROW } else { ROW };
        let made = accepted(&self.review.changes, &self.wanted);
        let count = self.review.changes.len();
        let (mut toggled, moved) = (None, std::mem::take(&mut self.moved));
        ScrollArea::vertical().id_salt("changes").max_height(HEIGHT).auto_shrink([false, true]).show_viewport(
            ui,
            |ui, view| {
                let width = ui.available_width();
                let (whole, _) = ui.allocate_exact_size(vec2(width, height * count as f32), Sense::hover());
                let row = |at: usize| {
                    Rect::from_min_size(pos2(whole.left(), whole.top() + height * at as f32), vec2(width - 8.0, height))
                        .shrink2(vec2(0.0, 2.0))
                };
                if moved {
                    ui.scroll_to_rect(row(self.cursor), None);
                }
                let first = (view.min.y / height).floor().max(0.0) as usize;
                let end = ((view.max.y / height).ceil().max(0.0) as usize + 1).min(count);
                let states = self.wanted.iter().copied().zip(made.iter().copied());
                let shown = self.review.changes.iter().zip(states).enumerate().take(end).skip(first);
                for (at, (change, state)) in shown {
                    if change_row(ui, (at, row(at)), (theme, lang), change, state) {
                        toggled = Some(at);
                    }
                }
            },
        );
        if let Some(at) = toggled {
            self.cursor = at;
            self.toggle(at);
        }
    }
}

fn row_id(at: usize) -> Id {
    Id::unique(("change of a workbook", at))
}

/// A change with its box; whether it was clicked.
fn change_row(
    ui: &mut Ui,
    (at, rect): (usize, Rect),
    (theme, lang): (&Theme, Lang),
    change: &Change,
    (wanted, made): (bool, bool),
) -> bool {
    let response = ui.interact(rect, row_id(at), Sense::click());
    let sentence = change.sentence(lang);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, wanted, &sentence));
    let ground = if change.is_conflict() {
        color(theme.warn_weak)
    } else if response.hovered() {
        color(theme.hover)
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect(rect, CornerRadius::same(6), ground, line(theme.line), StrokeKind::Inside);
    button::focus_ring(ui, theme, &response);
    tick(ui, Rect::from_center_size(rect.left_top() + vec2(18.0, 15.0), vec2(BOX, BOX)), wanted, theme);
    let painter = ui.painter().with_clip_rect(rect.shrink(2.0).intersect(ui.clip_rect()));
    // What needs something that is not taken over is not made: it steps back.
    let ink = if wanted && !made { color(theme.ink3) } else { color(theme.ink) };
    let left = rect.left_top() + vec2(38.0, 7.0);
    let head = format!("{} {}", change.deed.name(lang), kind_name(change.kind).text(lang));
    let head = painter.text(left, Align2::LEFT_TOP, head, fonts::bold(size::BODY), deed_ink(change.deed, theme));
    let place = change.place.replace('\n', " ");
    painter.text(
        pos2(head.right() + 10.0, left.y + 1.0),
        Align2::LEFT_TOP,
        place,
        fonts::regular(size::SMALL),
        color(theme.ink2),
    );
    painter.text(left + vec2(0.0, 20.0), Align2::LEFT_TOP, words(change, lang), fonts::regular(size::BODY), ink);
    if let Some(now) = &change.now {
        let now = fill(Text::Now.text(lang), &[("now", &one_line(now, lang))]);
        painter.text(left + vec2(0.0, 40.0), Align2::LEFT_TOP, now, fonts::bold(size::SMALL), color(theme.warn));
    }
    // Enter takes over; it ticks nothing.
    let by_enter = ui.input(|input| input.key_pressed(Key::Enter));
    response.on_hover_text(sentence).clicked() && !by_enter
}

/// What stood there and what stands there now.
fn words(change: &Change, lang: Lang) -> String {
    match change.deed {
        Deed::Added => one_line(&change.after, lang),
        Deed::Removed => one_line(&change.before, lang),
        Deed::Moved if change.before == change.after => one_line(&change.after, lang),
        Deed::Changed | Deed::Moved => {
            format!("{} → {}", one_line(&change.before, lang), one_line(&change.after, lang))
        }
    }
}

fn one_line(text: &str, lang: Lang) -> String {
    if text.is_empty() {
        crate::i18n::import::ReviewText::Empty.text(lang).to_owned()
    } else {
        text.replace('\n', " / ")
    }
}

fn deed_ink(deed: Deed, theme: &Theme) -> Color32 {
    color(match deed {
        Deed::Added => theme.good,
        Deed::Removed => theme.warn,
        Deed::Changed | Deed::Moved => theme.accent,
    })
}

fn tick(ui: &Ui, rect: Rect, on: bool, theme: &Theme) {
    let (fill, edge) = if on { (theme.accent, theme.accent) } else { (theme.panel, theme.line3) };
    ui.painter().rect(rect, CornerRadius::same(4), color(fill), Stroke::new(1.5, color(edge)), StrokeKind::Inside);
    if on {
        let stroke = Stroke::new(2.0, color(theme.on_accent));
        let (a, b, c) = (vec2(-4.0, 0.0), vec2(-1.0, 3.0), vec2(4.5, -3.5));
        let center = rect.center();
        ui.painter().line_segment([center + a, center + b], stroke);
        ui.painter().line_segment([center + b, center + c], stroke);
    }
}
