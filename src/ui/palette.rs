//! The command palette: every command of the table, and every journey, persona and step by its name, found by a few
//! letters in either language, in kana or in romaji.

use super::dialogs::sheet_frame;
use super::theme::color;
use super::widgets::{ime, label};
use super::{fonts, theme};
use crate::app::fuzzy::Query;
use crate::app::{AppCommand, Session, Situation};
use crate::i18n::Lang;
use crate::i18n::shell::{KindName, ShellText as Text};
use crate::look::Theme;
use crate::model::RecordId;
use eframe::egui::{
    Align2, Color32, Context, CornerRadius, Id, Key, Modal, Modifiers, Rect, Role, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, vec2,
};

/// The list is at most so high, in points.
const LIST: f32 = 360.0;

/// The palette while it is open.
#[derive(Debug, Default)]
pub(crate) struct Palette {
    query: String,
    chosen: usize,
    /// The choice moved in this frame: bring it into view.
    moved: bool,
}

/// How it went in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picked {
    /// Still open.
    Open,
    /// Closed without a choice.
    Closed,
    /// This is to be done.
    Command(AppCommand),
    /// This is to be shown.
    GoTo(RecordId),
}

/// Something the palette offers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    /// A command that makes sense now.
    Command(AppCommand),
    /// A command that does not make sense now: shown, so that one learns that it is there and what it needs.
    Not(AppCommand),
    /// A journey, persona or step with its name.
    Place(RecordId, String),
}

impl Palette {
    /// Shows it.
    pub(crate) fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang, situation: Situation<'_>) -> Picked {
        let found = found(&self.query, situation);
        self.chosen = self.chosen.min(found.len().saturating_sub(1));
        let modal = Modal::new(Id::unique("palette")).frame(sheet_frame(theme)).show(ctx, |ui| {
            ui.set_width(520.0);
            let picked = self.keys(ui, &found);
            self.query_ui(ui, lang);
            ui.add_space(6.0);
            picked.or_else(|| self.list_ui(ui, theme, lang, situation, &found))
        });
        match modal.inner {
            Some(Entry::Command(command)) => Picked::Command(command),
            Some(Entry::Place(record, _)) => Picked::GoTo(record),
            None if modal.should_close() => Picked::Closed,
            None | Some(Entry::Not(_)) => Picked::Open,
        }
    }

    fn keys(&mut self, ui: &Ui, found: &[Entry]) -> Option<Entry> {
        if ime::owns_keys(ui) {
            return None;
        }
        let before = self.chosen;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = (self.chosen + 1).min(found.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.moved = self.chosen != before;
        pressed(Key::Enter).then(|| found.get(self.chosen).cloned()).flatten()
    }

    fn query_ui(&mut self, ui: &mut Ui, lang: Lang) {
        let field = TextEdit::singleline(&mut self.query)
            .id(Id::unique("palette query"))
            .font(fonts::regular(theme::size::TITLE))
            .hint_text(AppCommand::Palette.name(lang))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(AppCommand::Palette.name(lang)));
        if response.changed() {
            self.chosen = 0;
        }
        response.request_focus();
    }

    fn list_ui(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        lang: Lang,
        situation: Situation<'_>,
        found: &[Entry],
    ) -> Option<Entry> {
        if found.is_empty() {
            ui.label(label::second(theme, Text::NothingFound.text(lang)));
        }
        let mut picked = None;
        ScrollArea::vertical().max_height(LIST).min_scrolled_height(LIST).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, entry) in found.iter().enumerate() {
                let name = match entry {
                    Entry::Command(command) | Entry::Not(command) => situation.name(*command, lang),
                    Entry::Place(_, name) => name.clone(),
                };
                if row(ui, theme, lang, (entry, &name), index == self.chosen, self.moved) {
                    picked = Some(entry.clone());
                }
            }
        });
        picked
    }
}

/// An entry with its shortcut, its kind, or what it needs; whether it was clicked.
fn row(ui: &mut Ui, theme: &Theme, lang: Lang, (entry, name): (&Entry, &str), chosen: bool, moved: bool) -> bool {
    let (right, is_enabled) = match entry {
        Entry::Command(command) => (command.shortcut_text().unwrap_or_default(), true),
        Entry::Not(command) => (command.needs().reason(lang).to_owned(), false),
        Entry::Place(record, _) => (kind(*record).text(lang).to_owned(), true),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, is_enabled, chosen, name));
    let ground = match (chosen, response.hovered()) {
        (true, _) => color(theme.accent_weak),
        (false, true) => color(theme.hover),
        (false, false) => Color32::TRANSPARENT,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(6), ground);
    let right_font = fonts::regular(theme::size::SMALL);
    let right = painter.layout_no_wrap(right, right_font, color(theme.ink3));
    let right_at = rect.right_center() - vec2(10.0 + right.size().x, right.size().y / 2.0);
    let ink = if is_enabled { theme.ink } else { theme.ink3 };
    let room = Rect::from_min_max(rect.min, eframe::egui::pos2(right_at.x - 12.0, rect.bottom()));
    let left = rect.left_center() + vec2(10.0, 0.0);
    let clipped = painter.with_clip_rect(room.intersect(painter.clip_rect()));
    clipped.text(left, Align2::LEFT_CENTER, name, fonts::regular(theme::size::BODY), color(ink));
    painter.galley(right_at, right, color(theme.ink3));
    if chosen && moved {
        response.scroll_to_me(None);
    }
    let response = match entry {
        Entry::Command(command) | Entry::Not(command) => response.on_hover_text(command.help(lang)),
        Entry::Place(..) => response,
    };
    response.clicked() && is_enabled
}

const fn kind(record: RecordId) -> KindName {
    match record {
        RecordId::Journey(_) => KindName::Journey,
        RecordId::Persona(_) => KindName::Persona,
        _ => KindName::Step,
    }
}

/// What fits the query, the best first. Without a query, the commands that make sense now in the order of the menus.
fn found(typed: &str, situation: Situation<'_>) -> Vec<Entry> {
    let mut query = Query::new(typed);
    let mut ranked: Vec<(u32, Entry)> = Vec::new();
    for command in AppCommand::ALL.iter().copied() {
        let allowed = situation.allows(command);
        if command == AppCommand::Palette || command.is_only_a_key() || (query.is_blank() && !allowed) {
            continue;
        }
        let names = Lang::ALL.map(|lang| situation.name(command, lang));
        let by_name = query.rank(names.iter().map(String::as_str).chain([command.reading()]));
        // A mention in the sentence that explains it counts less than any name.
        let helps = Lang::ALL.map(|lang| command.help(lang));
        let by_help = || query.rank_whole(helps).map(|rank| rank / 100);
        let Some(rank) = by_name.map(|rank| rank + 100).or_else(by_help) else { continue };
        ranked.push(if allowed { (rank, Entry::Command(command)) } else { (rank / 8, Entry::Not(command)) });
    }
    if let Some(session) = situation.session.filter(|_| !query.is_blank()) {
        let places = places(session).into_iter().filter_map(|(record, name)| {
            let rank = query.rank([name.as_str()])?;
            Some((rank, Entry::Place(record, name)))
        });
        ranked.extend(places);
    }
    ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// Journeys, personas and steps with their names.
fn places(session: &Session) -> Vec<(RecordId, String)> {
    let project = session.project();
    let mut places: Vec<(RecordId, String)> = Vec::new();
    for journey in project.journeys_in_order() {
        places.push((journey.id.into(), journey.title.clone()));
        places.extend(project.steps_in_journey(journey.id).iter().map(|step| (step.id.into(), step.name.clone())));
    }
    places.extend(project.personas_in_order().iter().map(|persona| (persona.id.into(), persona.name.clone())));
    places.retain(|(_, name)| !name.trim().is_empty());
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::View;
    use crate::base::IdSource;

    fn first(typed: &str) -> AppCommand {
        let session = Session::new(
            crate::app::actions::blank_project(&mut IdSource::seeded(1), Lang::Ja),
            None,
            IdSource::seeded(2),
        );
        let situation = Situation { session: Some(&session), view: View::Map };
        match found(typed, situation).first() {
            Some(Entry::Command(command) | Entry::Not(command)) => *command,
            other => panic!("{typed}: {other:?}"),
        }
    }

    #[test]
    fn commands_are_found_in_either_language_in_kana_and_in_romaji() {
        for (typed, command) in [
            ("open", AppCommand::Open),
            ("開く", AppCommand::Open),
            ("ひらく", AppCommand::Open),
            ("hiraku", AppCommand::Open),
            ("ダーク", AppCommand::ThemeDark),
            ("だーく", AppCommand::ThemeDark),
            ("dark", AppCommand::ThemeDark),
            ("けんさく", AppCommand::Find),
            ("kensaku", AppCommand::Find),
            ("ふくせい", AppCommand::Duplicate),
            ("sutep", AppCommand::AddStep),
            ("add st", AppCommand::AddStep),
            ("sakujo", AppCommand::Delete),
            ("sakuzyo", AppCommand::Delete),
            ("hozon", AppCommand::Save),
            ("ｚｏｏｍ　ｉｎ", AppCommand::ZoomIn),
        ] {
            assert_eq!(first(typed), command, "{typed}");
        }
    }

    #[test]
    fn what_makes_no_sense_now_is_shown_only_when_it_is_looked_for() {
        let situation = Situation { session: None, view: View::Start };
        assert!(found("なにもない", situation).is_empty());
        assert!(!found("", situation).iter().any(|entry| matches!(entry, Entry::Not(_))));
        assert_eq!(found("save", situation)[0], Entry::Not(AppCommand::Save));
    }

    #[test]
    fn journeys_personas_and_steps_are_gone_to_by_name() {
        let session = Session::new(crate::app::Example::WinterCoat.project().unwrap(), None, IdSource::seeded(2));
        let situation = Situation { session: Some(&session), view: View::Map };
        let step = session.project().steps.iter().find(|step| !step.name.is_empty()).unwrap();
        let entry = Entry::Place(step.id.into(), step.name.clone());
        assert!(found(&step.name, situation).contains(&entry));
    }
}
