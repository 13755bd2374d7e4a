//! The bar over the page with which a text is found: field, where one is among the hits, forth, back, close.

use super::action::Action;
use super::canvas::Found;
use super::cx::Cx;
use super::desk::Desk;
use super::theme::{color, line, size};
use super::widgets::glyph::Glyph;
use super::widgets::{button, ime, label};
use super::{fonts, update};
use crate::app::find::{Hit, Page, find, page_of};
use crate::app::{AppCommand, Selection, Session, View};
use crate::i18n::fill;
use crate::i18n::shell::ShellText as Text;
use crate::model::{JourneyId, PersonaId, Project, RecordId};
use eframe::egui::{
    Align, Area, CornerRadius, Frame, Id, Key, Layout, Margin, Modifiers, Order, Rect, TextEdit, Ui, vec2,
};

const WIDTH: f32 = 420.0;

/// The search: what is looked for and what was found.
#[derive(Debug, Default)]
pub(crate) struct FindBar {
    is_open: bool,
    /// It was opened in this very frame: the field takes the keyboard.
    fresh: bool,
    text: String,
    hits: Vec<Hit>,
    at: usize,
    /// What the hits were found for.
    found_for: Option<(String, u64)>,
    /// Where one was when the bar was opened.
    from: Option<From>,
}

#[derive(Clone, Debug)]
struct From {
    view: View,
    journey: Option<JourneyId>,
    persona: Option<PersonaId>,
    selection: Selection,
}

impl FindBar {
    /// Opens the bar, or puts the keyboard into it.
    pub(crate) fn open(&mut self, session: &Session, view: View) {
        if !self.is_open {
            let selection = session.selection().clone();
            self.from = Some(From { view, journey: session.journey(), persona: session.persona(), selection });
        }
        (self.is_open, self.fresh) = (true, true);
    }

    /// The next hit, or the one before; `None` where nothing was found. Beyond the last one comes the first.
    fn step(&mut self, project: &Project, version: u64, forth: bool) -> Option<Hit> {
        self.refresh(project, version);
        let count = self.hits.len();
        self.at = if forth { self.at + 1 } else { self.at + count.saturating_sub(1) } % count.max(1);
        self.hits.get(self.at).copied()
    }

    /// Looks again when the text or the document is another one; whether it did.
    fn refresh(&mut self, project: &Project, version: u64) -> bool {
        if self.found_for.as_ref().is_some_and(|(text, of)| *text == self.text && *of == version) {
            return false;
        }
        let was = self.hits.get(self.at).copied();
        self.hits = find(project, &self.text);
        self.at = was.and_then(|was| self.hits.iter().position(|hit| *hit == was)).unwrap_or(0);
        self.found_for = Some((self.text.clone(), version));
        true
    }

    /// How many were found.
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.hits.len()
    }

    /// What is to be marked on the map.
    fn found(&self) -> Found {
        if !self.is_open {
            return Found::default();
        }
        let current = self.hits.get(self.at).map(|hit| hit.record);
        Found { records: self.hits.iter().map(|hit| hit.record).collect(), current }
    }
}

/// A command of the table: opens the bar, or goes to the next place.
pub(super) fn command(desk: &mut Desk, command: AppCommand) {
    let Some(session) = &desk.session else { return };
    let bar = &mut desk.shown.find;
    if command == AppCommand::Find || bar.text.trim().is_empty() {
        bar.open(session, desk.shown.window.view);
        return;
    }
    let (project, version) = (session.project(), session.version());
    if let Some(hit) = bar.step(project, version, command == AppCommand::FindNext) {
        go_to(desk, hit.record);
    }
}

/// Goes to a record: its page, selected, in sight.
pub(super) fn go_to(desk: &mut Desk, record: RecordId) {
    let Some(session) = &mut desk.session else { return };
    match page_of(session.project(), record) {
        Some(Page::Map(journey)) => {
            desk.shown.window.view = View::Map;
            session.show_journey(journey);
            session.select(Selection::of([record]));
            desk.shown.canvas.wish(super::canvas::Wish::Reveal);
        }
        Some(Page::Persona(persona)) => update::perform(desk, Action::ShowPersona(persona)),
        None => {}
    }
}

/// Back to where one was when the bar was opened.
pub(super) fn go_back(desk: &mut Desk) {
    let (Some(session), Some(from)) = (&mut desk.session, desk.shown.find.from.take()) else { return };
    desk.shown.window.view = from.view;
    from.journey.into_iter().for_each(|journey| session.show_journey(journey));
    from.persona.into_iter().for_each(|persona| session.show_persona(persona));
    session.select(from.selection);
    desk.shown.canvas.wish(super::canvas::Wish::Reveal);
}

/// Shows the bar at the upper right of the page, while it is open; over the map it leaves the bars above it free.
pub(crate) fn find_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, page: Rect) {
    let map = cx.shown.canvas.view().filter(|_| cx.shown.window.view == View::Map);
    let page = map.unwrap_or(page);
    let mut bar = std::mem::take(&mut cx.shown.find);
    if bar.is_open {
        let looked = !ime::is_composing(ui) && bar.refresh(cx.project, cx.session.version());
        let at = page.right_top() + vec2(-WIDTH - 28.0, 10.0);
        let area = Area::new(Id::unique("find bar")).order(Order::Middle).fixed_pos(at.max(page.min));
        area.show(ui.ctx(), |ui| {
            let sheet = Frame::new()
                .fill(color(cx.theme.panel))
                .stroke(line(cx.theme.line2))
                .shadow(ui.visuals().popup_shadow)
                .corner_radius(CornerRadius::same(10));
            sheet.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
                ui.set_width(WIDTH - 20.0);
                ui.horizontal(|ui| bar.row_ui(ui, cx));
            });
        });
        // What was typed leads to the first place at once.
        if looked && let Some(hit) = bar.hits.get(bar.at).filter(|_| !bar.text.is_empty()) {
            cx.push(Action::GoTo(hit.record));
        }
    }
    cx.shown.canvas.mark(bar.found());
    cx.shown.find = bar;
}

impl FindBar {
    fn row_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let id = Id::unique("find field");
        let focused = ui.memory(|memory| memory.has_focus(id));
        let pressed =
            |modifiers| focused && !ime::owns_keys(ui) && ui.input_mut(|i| i.consume_key(modifiers, Key::Enter));
        let back = pressed(Modifiers::SHIFT);
        let forth = !back && pressed(Modifiers::NONE);
        let name = AppCommand::Find.name(cx.lang);
        let field = TextEdit::singleline(&mut self.text)
            .id(id)
            .font(fonts::regular(size::BODY))
            .hint_text(Text::FindHint.text(cx.lang))
            .desired_width(210.0)
            .return_key(None);
        let response = ui.add(field).accessible_name(name);
        if std::mem::take(&mut self.fresh) {
            response.request_focus();
            super::widgets::field::select_all(ui.ctx(), id);
        }
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button::icon(ui, cx.theme, Glyph::Cross, Text::FindClose.text(cx.lang)).clicked() {
                self.is_open = false;
            }
            let next = button::icon(ui, cx.theme, Glyph::Down, &AppCommand::FindNext.tooltip(cx.lang)).clicked();
            let before = button::icon(ui, cx.theme, Glyph::Up, &AppCommand::FindPrevious.tooltip(cx.lang)).clicked();
            let count = match (self.text.trim().is_empty(), self.hits.len()) {
                (true, _) => String::new(),
                (false, 0) => Text::FoundNothing.text(cx.lang).to_owned(),
                (false, count) => fill(
                    Text::FoundCount.text(cx.lang),
                    &[("at", &(self.at + 1).to_string()), ("n", &count.to_string())],
                ),
            };
            ui.label(label::remark(cx.theme, &count));
            if (next || forth || before || back) && !self.hits.is_empty() {
                let hit = self.step(cx.project, cx.session.version(), next || forth);
                cx.actions.extend(hit.map(|hit| Action::GoTo(hit.record)));
            }
        });
        if escaped {
            self.is_open = false;
            cx.push(Action::EndFind);
        }
    }
}
