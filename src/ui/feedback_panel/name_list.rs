//! The names of a file that are not written as on the map, in one list: what is suggested for each, to be taken, changed
//! or left. One hand on the keyboard is enough: Enter takes and goes on, arrows choose, Delete leaves.

use super::parts;
use crate::feedback::{How, Matcher, Meaning, NameKind, NameMatch, Outcome, Target};
use crate::i18n::arrival::NamesText as Text;
use crate::i18n::feedback_page::FeedbackPageText as Page;
use crate::i18n::{fill, grouped};
use crate::model::{Dimension, Project, Subject};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line};
use crate::ui::widgets::button::{self, Rank, focus_ring};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::label;
use eframe::egui::{
    self, EventFilter, Id, Key, Modifiers, Rect, Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};
use std::collections::BTreeMap;

const ROWS_WIDTH: f32 = 60.0;
/// Room for all that has a fixed width: rows, what leaves a name, gaps.
const FIXED: f32 = 196.0;
const YES: f32 = 60.0;
/// The row that has the keyboard is a band: its words stand inside it.
const INDENT: f32 = 4.0;
const ROW_HEIGHT: f32 = 34.0;
const LIST_HEIGHT: f32 = 360.0;
/// Other things that a name may mean, offered by ← and →.
const ALTERNATIVES: usize = 6;

/// The names of a file.
pub(super) struct NameList {
    rows: Vec<Row>,
    /// Names that need no look.
    exact: Vec<NameMatch>,
    shows_exact: bool,
    /// The list is shown for the first time: the keyboard goes to its first row.
    is_new: bool,
}

/// A name that a person may look at.
struct Row {
    found: NameMatch,
    likely: Vec<Target>,
    choice: Choice,
}

/// How wide the columns are: they share the room there is.
#[derive(Clone, Copy)]
struct Widths {
    name: f32,
    meaning: f32,
    chooser: f32,
}

impl Widths {
    fn of(ui: &Ui) -> Self {
        let room = ui.available_width() - FIXED;
        let share = |part: f32, most: f32| (room * part).clamp(100.0, most);
        Self { name: share(0.27, 240.0), meaning: share(0.45, 340.0), chooser: share(0.28, 190.0) }
    }
}

/// What the person said about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// Nothing yet.
    Open,
    /// It means this.
    Is(Target),
    /// It stays as it is.
    Left,
}

impl NameList {
    /// Looks the names up.
    pub(super) fn new(outcome: &Outcome, project: &Project) -> Self {
        let matcher = Matcher::new(project);
        let found = matcher.matches(&names(outcome));
        let is_exact = |found: &NameMatch| matches!(found.meaning, Meaning::Matched(_, How::Exact));
        let (exact, others): (Vec<NameMatch>, Vec<NameMatch>) = found.into_iter().partition(is_exact);
        let row = |found: NameMatch| {
            let likely = matcher.likely(found.kind, &found.name).into_iter().take(ALTERNATIVES);
            Row { likely: likely.map(|(target, _)| target).collect(), found, choice: Choice::Open }
        };
        let mut rows: Vec<Row> = others.into_iter().map(row).collect();
        // What wants an answer comes first.
        let urgency = |row: &Row| match row.found.meaning {
            Meaning::Suggested(_) => 0,
            Meaning::Unassigned => 1,
            Meaning::Matched(..) => 2,
        };
        rows.sort_by_key(|row| (row.found.kind, urgency(row)));
        Self { rows, exact, shows_exact: false, is_new: true }
    }

    /// Whether the file names anything.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.exact.is_empty()
    }

    /// What the person said.
    pub(super) fn meant(&self) -> Vec<(String, Target)> {
        let meant = |row: &Row| match row.choice {
            Choice::Is(target) => Some((row.found.name.clone(), target)),
            Choice::Open | Choice::Left => None,
        };
        self.rows.iter().filter_map(meant).collect()
    }

    /// Rows about a step or phase of the map, and all rows.
    pub(super) fn assigned(&self) -> (u64, u64) {
        let is_subject = |found: &&NameMatch| matches!(found.kind, NameKind::Step | NameKind::Phase);
        let exact: u64 = self.exact.iter().filter(is_subject).map(|found| found.rows).sum();
        let rows = || self.rows.iter().filter(|row| is_subject(&&row.found));
        let others: u64 = rows().filter(|row| row.is_assigned()).map(|row| row.found.rows).sum();
        (exact + others, exact + rows().map(|row| row.found.rows).sum::<u64>())
    }

    /// Shows the list.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        parts::title(ui, Page::Names.text(cx.lang));
        if self.rows.is_empty() {
            let n = self.exact.len().to_string();
            ui.label(label::second(cx.theme, fill(Text::AllExact.text(cx.lang), &[("n", &n)])));
            return;
        }
        label::paragraph(ui, Text::Why.text(cx.lang), crate::ui::theme::size::BODY, color(cx.theme.ink2));
        ui.add_space(2.0);
        let widths = Widths::of(ui);
        ui.horizontal(|ui| {
            ui.add_space(INDENT);
            let head = |text: Page| label::remark(cx.theme, text.text(cx.lang));
            parts::cell(ui, widths.name, 20.0, |ui| ui.label(head(Page::NameInFile)));
            parts::number(ui, ROWS_WIDTH, 20.0, head(Page::Rows));
            ui.add_space(16.0);
            ui.label(head(Page::OnMap));
            self.yes_to_all(ui, cx);
        });
        ScrollArea::vertical().id_salt("names").auto_shrink([false, true]).max_height(LIST_HEIGHT).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.groups(ui, cx);
            self.exact_ui(ui, cx);
        });
    }

    fn groups(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let keys = self.keys(ui);
        let mut before = None;
        for place in 0..self.rows.len() {
            let kind = self.rows[place].found.kind;
            if before != Some(kind) {
                before = Some(kind);
                ui.add_space(6.0);
                ui.label(label::bold(kind_name(kind).text(cx.lang), crate::ui::theme::size::SMALL));
                ui.add_space(2.0);
            }
            let response = self.rows[place].show(ui, cx, place);
            if keys == Some(place) || self.is_new && self.first_open() == Some(place) {
                response.request_focus();
                response.scroll_to_me(None);
                self.is_new = false;
            }
        }
        self.is_new = false;
    }

    /// Does what a key of this frame asks of the row that has the keyboard; the row that gets it.
    fn keys(&mut self, ui: &Ui) -> Option<usize> {
        let focused = ui.memory(egui::Memory::focused)?;
        let place = (0..self.rows.len()).find(|place| row_id(*place) == focused)?;
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let next = |list: &Self| list.next_open(place).unwrap_or((place + 1).min(list.rows.len() - 1));
        if pressed(Key::ArrowDown) {
            return Some((place + 1).min(self.rows.len() - 1));
        }
        if pressed(Key::ArrowUp) {
            return Some(place.saturating_sub(1));
        }
        for (key, is_on) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
            if pressed(key) {
                self.rows[place].turn(is_on);
            }
        }
        if pressed(Key::Delete) || pressed(Key::Backspace) {
            self.rows[place].let_be();
            return Some(next(self));
        }
        if pressed(Key::Enter) {
            self.rows[place].take();
            return Some(next(self));
        }
        None
    }

    fn first_open(&self) -> Option<usize> {
        self.rows.iter().position(|row| row.guess().is_some())
    }

    fn next_open(&self, after: usize) -> Option<usize> {
        (after + 1..self.rows.len()).find(|place| self.rows[*place].guess().is_some()).or_else(|| self.first_open())
    }

    /// One click for several guesses.
    fn yes_to_all(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let open = self.rows.iter().filter(|row| row.guess().is_some()).count();
        if open < 2 {
            return;
        }
        ui.add_space(8.0);
        let words = fill(Page::YesToAll.text(cx.lang), &[("n", &open.to_string())]);
        if button::sized(ui, cx.theme, Rank::Secondary, &words, [44.0, 24.0].into()).clicked() {
            self.rows.iter_mut().filter(|row| row.guess().is_some()).for_each(Row::take);
        }
    }

    /// What is written as on the map, folded away.
    fn exact_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.exact.is_empty() {
            return;
        }
        ui.add_space(8.0);
        let n = self.exact.len().to_string();
        let words = fill(Text::Exact.text(cx.lang), &[("n", &n)]);
        ui.horizontal(|ui| {
            let glyph = if self.shows_exact { Glyph::Up } else { Glyph::Down };
            ui.label(label::remark(cx.theme, &words));
            if button::small_icon(ui, cx.theme, glyph, &words).clicked() {
                self.shows_exact = !self.shows_exact;
            }
        });
        if self.shows_exact {
            let widths = Widths::of(ui);
            for found in &self.exact {
                ui.horizontal(|ui| {
                    ui.add_space(INDENT);
                    parts::cell(ui, widths.name, 24.0, |ui| label::one_line(ui, label::second(cx.theme, &found.name)));
                    parts::number(ui, ROWS_WIDTH, 24.0, label::second(cx.theme, grouped(found.rows)));
                    ui.add_space(16.0);
                    ui.label(label::remark(cx.theme, kind_name(found.kind).text(cx.lang)));
                });
            }
        }
    }
}

impl Row {
    /// The guess that waits for an answer.
    const fn guess(&self) -> Option<Target> {
        match (&self.found.meaning, self.choice) {
            (Meaning::Suggested(target), Choice::Open) => Some(*target),
            _ => None,
        }
    }

    /// What the name means as things stand.
    fn means(&self) -> Option<Target> {
        match (self.choice, &self.found.meaning) {
            (Choice::Is(target), _) => Some(target),
            (Choice::Open, Meaning::Matched(targets, _)) => targets.first().copied(),
            _ => None,
        }
    }

    fn is_assigned(&self) -> bool {
        self.means().is_some()
    }

    /// Whether it means something without anybody saying so, by its spelling or since it was said once.
    const fn means_by_itself(&self) -> bool {
        matches!(self.found.meaning, Meaning::Matched(..))
    }

    /// The name stays as it is; one that means something by itself goes on meaning it.
    fn let_be(&mut self) {
        self.choice = if self.means_by_itself() { Choice::Open } else { Choice::Left };
    }

    fn take(&mut self) {
        if let Some(guess) = self.guess() {
            self.choice = Choice::Is(guess);
        }
    }

    /// Another of the likely ones: the next, or the one before.
    fn turn(&mut self, is_on: bool) {
        let count = self.likely.len();
        let now = self.means().or(self.guess()).and_then(|now| self.likely.iter().position(|other| *other == now));
        let next = match (now, is_on) {
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
            (Some(now), true) => (now + 1) % count.max(1),
            (Some(now), false) => (now + count.saturating_sub(1)) % count.max(1),
        };
        self.choice = self.likely.get(next).map_or(self.choice, |target| Choice::Is(*target));
    }

    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, place: usize) -> Response {
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW_HEIGHT));
        let response = ui.interact(rect, row_id(place), Sense::click());
        let (words, widths) = (self.words(cx), Widths::of(ui));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        if response.clicked() {
            response.request_focus();
        }
        ui.painter().hline(rect.x_range(), rect.top(), line(cx.theme.line));
        if response.has_focus() {
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 6.0, color(cx.theme.accent_weak));
        }
        ui.horizontal(|ui| {
            ui.add_space(INDENT);
            parts::cell(ui, widths.name, ROW_HEIGHT, |ui| label::one_line(ui, RichText::new(&self.found.name)));
            parts::number(ui, ROWS_WIDTH, ROW_HEIGHT, grouped(self.found.rows));
            ui.add_space(16.0);
            self.meaning(ui, cx, widths.meaning);
            self.chooser(ui, cx, place, widths.chooser);
            self.leave(ui, cx);
        });
        focus_ring(ui, cx.theme, &response);
        response
    }

    /// The row for who hears it.
    fn words(&self, cx: &Cx<'_>) -> String {
        let (text, target) = match (self.guess(), self.means()) {
            (Some(guess), _) => (Text::RowOpen, Some(guess)),
            (None, Some(target)) => (Text::RowIs, Some(target)),
            (None, None) => (Text::RowNone, None),
        };
        let to = target.map_or("", |target| target_name(cx.project, target));
        fill(text.text(cx.lang), &[("name", self.found.name.as_str()), ("to", to)])
    }

    fn meaning(&mut self, ui: &mut Ui, cx: &Cx<'_>, width: f32) {
        if let Some(guess) = self.guess() {
            let question = fill(Page::Ask.text(cx.lang), &[("step", target_name(cx.project, guess))]);
            parts::cell(ui, width - YES, ROW_HEIGHT, |ui| label::one_line(ui, RichText::new(question)));
            if button::sized(ui, cx.theme, Rank::Secondary, Page::Yes.text(cx.lang), [YES - 8.0, 26.0].into()).clicked()
            {
                self.take();
            }
            return;
        }
        let remark = match (self.choice, &self.found.meaning) {
            (Choice::Is(_), _) => Page::Confirmed.text(cx.lang),
            (Choice::Left, _) => Text::Left.text(cx.lang),
            (Choice::Open, Meaning::Matched(_, How::Known)) => Page::Known.text(cx.lang),
            (Choice::Open, Meaning::Matched(..)) => Text::Alike.text(cx.lang),
            (Choice::Open, _) => "",
        };
        parts::cell(ui, width, ROW_HEIGHT, |ui| {
            if self.means().is_some() {
                tick(ui, cx);
            }
            ui.label(label::remark(cx.theme, remark));
        });
    }

    fn chooser(&mut self, ui: &mut Ui, cx: &Cx<'_>, place: usize, width: f32) {
        let none = none_of(self.found.kind).text(cx.lang);
        let means = self.means();
        let shown = means.map_or(none, |target| target_name(cx.project, target)).to_owned();
        let name = fill(chooser_name(self.found.kind).text(cx.lang), &[("name", &self.found.name)]);
        let mut chosen = None;
        parts::choose(ui, &name, ("meaning", place), &shown, width - 8.0, |ui| {
            if !self.means_by_itself() && parts::choice(ui, means.is_none(), none) {
                chosen = Some(Choice::Left);
            }
            if let Some(target) = target_list(ui, cx, self.found.kind, means) {
                chosen = Some(Choice::Is(target));
            }
        });
        self.choice = chosen.unwrap_or(self.choice);
    }

    fn leave(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let is_left = self.choice == Choice::Left || self.means().is_none() && self.guess().is_none();
        if is_left || self.means_by_itself() && self.choice == Choice::Open {
            return;
        }
        let name = fill(Text::LeaveName.text(cx.lang), &[("name", &self.found.name)]);
        let response = button::button(ui, cx.theme, Rank::Quiet, Text::Leave.text(cx.lang));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.on_hover_text(&name).clicked() {
            self.let_be();
        }
    }
}

fn row_id(place: usize) -> Id {
    Id::unique(("name of a file", place))
}

/// The names in a file: those of steps and phases, channels, personas, with their rows about us.
fn names(outcome: &Outcome) -> Vec<(NameKind, String, u64)> {
    let mut names = Vec::new();
    for answers in &outcome.answers {
        let kind = if answers.of == Subject::Step { NameKind::Step } else { NameKind::Phase };
        let whole = answers.slices.iter().find(|slice| slice.by == Dimension::Whole);
        names.push((kind, answers.name.clone(), whole.map_or(0, |slice| slice.rows)));
    }
    for (kind, by) in [(NameKind::Channel, Dimension::Channel), (NameKind::Persona, Dimension::Persona)] {
        let slices = outcome.answers.iter().flat_map(|answers| &answers.slices);
        let mut rows: BTreeMap<&str, u64> = BTreeMap::new();
        slices.filter(|slice| slice.by == by).for_each(|slice| *rows.entry(&slice.key).or_default() += slice.rows);
        names.extend(rows.into_iter().map(|(name, rows)| (kind, name.to_owned(), rows)));
    }
    names
}

/// What something is called in the project.
pub(super) fn target_name(project: &Project, target: Target) -> &str {
    match target {
        Target::Step(id) => project.steps.get(id).map_or("", |step| &step.name),
        Target::Phase(id) => project.phases.get(id).map_or("", |phase| &phase.name),
        Target::Channel(id) => project.channels.get(id).map_or("", |channel| &channel.name),
        Target::Persona(id) => project.personas.get(id).map_or("", |persona| &persona.name),
    }
}

/// Everything of a kind in the project's order; gives the one that was clicked.
fn target_list(ui: &mut Ui, cx: &Cx<'_>, kind: NameKind, now: Option<Target>) -> Option<Target> {
    let mut clicked = None;
    match kind {
        NameKind::Step => {
            let step = if let Some(Target::Step(step)) = now { Some(step) } else { None };
            clicked = parts::step_list(ui, cx, step).map(Target::Step);
        }
        NameKind::Phase => {
            for journey in cx.project.journeys_in_order() {
                ui.label(label::remark(cx.theme, &journey.title));
                for phase in cx.project.phases_of(journey.id) {
                    let target = Target::Phase(phase.id);
                    if parts::choice(ui, now == Some(target), &phase.name) {
                        clicked = Some(target);
                    }
                }
            }
        }
        NameKind::Channel => {
            for channel in cx.project.channels_in_order() {
                let target = Target::Channel(channel.id);
                if parts::choice(ui, now == Some(target), &channel.name) {
                    clicked = Some(target);
                }
            }
        }
        NameKind::Persona => {
            for persona in cx.project.personas_in_order() {
                let target = Target::Persona(persona.id);
                if parts::choice(ui, now == Some(target), &persona.name) {
                    clicked = Some(target);
                }
            }
        }
    }
    clicked
}

const fn kind_name(kind: NameKind) -> Text {
    match kind {
        NameKind::Step => Text::Steps,
        NameKind::Phase => Text::Phases,
        NameKind::Channel => Text::Channels,
        NameKind::Persona => Text::Personas,
    }
}

/// Steps and phases without a place are on no map; a channel or persona is shown under its own name.
const fn none_of(kind: NameKind) -> NoneText {
    match kind {
        NameKind::Step | NameKind::Phase => NoneText::Page(Page::NotAssigned),
        NameKind::Channel | NameKind::Persona => NoneText::Own(Text::NotInProject),
    }
}

enum NoneText {
    Page(Page),
    Own(Text),
}

impl NoneText {
    const fn text(&self, lang: crate::i18n::Lang) -> &'static str {
        match self {
            Self::Page(text) => text.text(lang),
            Self::Own(text) => text.text(lang),
        }
    }
}

const fn chooser_name(kind: NameKind) -> NoneText {
    match kind {
        NameKind::Step => NoneText::Page(Page::StepFor),
        _ => NoneText::Own(Text::MeaningOf),
    }
}

fn tick(ui: &mut Ui, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size([14.0, 14.0].into(), Sense::hover());
    let at = |x: f32, y: f32| rect.center() + vec2(x, y);
    let stroke = egui::Stroke::new(2.0, color(cx.theme.good));
    ui.painter().add(egui::Shape::line(vec![at(-5.0, 0.0), at(-1.5, 3.5), at(5.0, -4.0)], stroke));
}
