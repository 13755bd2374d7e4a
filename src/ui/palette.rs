//! The command palette: every command of the table, found by a few letters in either language.

use super::dialogs::sheet_frame;
use super::theme::color;
use super::widgets::{ime, label};
use super::{fonts, theme};
use crate::app::{AppCommand, Situation};
use crate::base::normalized;
use crate::i18n::Lang;
use crate::i18n::shell::ShellText as Text;
use crate::look::Theme;
use eframe::egui::{
    Align2, Color32, Context, CornerRadius, Id, Key, Modal, Modifiers, Role, ScrollArea, Sense, TextEdit, Ui,
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
            Some(command) => Picked::Command(command),
            None if modal.should_close() => Picked::Closed,
            None => Picked::Open,
        }
    }

    fn keys(&mut self, ui: &Ui, found: &[AppCommand]) -> Option<AppCommand> {
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
        pressed(Key::Enter).then(|| found.get(self.chosen).copied()).flatten()
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
        found: &[AppCommand],
    ) -> Option<AppCommand> {
        if found.is_empty() {
            ui.label(label::second(theme, Text::NothingFound.text(lang)));
        }
        let mut picked = None;
        ScrollArea::vertical().max_height(LIST).min_scrolled_height(LIST).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, command) in found.iter().enumerate() {
                let name = situation.name(*command, lang);
                if row(ui, theme, lang, (*command, &name), index == self.chosen, self.moved) {
                    picked = Some(*command);
                }
            }
        });
        picked
    }
}

/// A command with its shortcut; whether it was clicked.
fn row(ui: &mut Ui, theme: &Theme, lang: Lang, (command, name): (AppCommand, &str), chosen: bool, moved: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
    let ground = match (chosen, response.hovered()) {
        (true, _) => color(theme.accent_weak),
        (false, true) => color(theme.hover),
        (false, false) => Color32::TRANSPARENT,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(6), ground);
    let left = rect.left_center() + vec2(10.0, 0.0);
    painter.text(left, Align2::LEFT_CENTER, name, fonts::regular(theme::size::BODY), color(theme.ink));
    if let Some(shortcut) = command.shortcut_text() {
        let right = rect.right_center() - vec2(10.0, 0.0);
        painter.text(right, Align2::RIGHT_CENTER, shortcut, fonts::regular(theme::size::SMALL), color(theme.ink3));
    }
    if chosen && moved {
        response.scroll_to_me(None);
    }
    response.on_hover_text(command.help(lang)).clicked()
}

/// The commands that make sense now and hold every word of the query in their name or help, in either
/// language; those whose name begins with it first, then those that have it in their name.
fn found(query: &str, situation: Situation<'_>) -> Vec<AppCommand> {
    let query = normalized(query);
    let mut found: Vec<(u8, AppCommand)> = AppCommand::ALL
        .iter()
        .copied()
        .filter(|command| *command != AppCommand::Palette && !command.is_only_a_key() && situation.allows(*command))
        .filter_map(|command| {
            let names = Lang::ALL.map(|lang| normalized(&situation.name(command, lang)));
            let helps = Lang::ALL.map(|lang| normalized(command.help(lang)));
            let all = [names.concat(), helps.concat()].concat();
            let has = |text: &str| query.split(' ').all(|word| text.contains(word));
            let rank = if names.iter().any(|name| name.starts_with(&query)) {
                0
            } else if names.iter().any(|name| has(name)) {
                1
            } else {
                2
            };
            has(&all).then_some((rank, command))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, command)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::View;

    #[test]
    fn commands_are_found_in_either_language() {
        let situation = Situation { session: None, view: View::Start };
        assert_eq!(found("open", situation)[0], AppCommand::Open);
        assert_eq!(found("開く", situation)[0], AppCommand::Open);
        assert_eq!(found("ダーク", situation), [AppCommand::ThemeDark]);
        assert_eq!(found("dark", situation)[0], AppCommand::ThemeDark, "a name comes before a mention");
        assert!(found("なにもない", situation).is_empty());
        assert!(!found("", situation).contains(&AppCommand::Save), "there is nothing to save");
    }
}
