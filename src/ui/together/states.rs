//! The states of a project that were kept under a name: keeping one, going back to one, what changed since, forgetting one.

use super::{Sheet, TogetherEvent, saved_path};
use crate::app::together::restore;
use crate::base::today;
use crate::i18n::files::save_error_text;
use crate::i18n::merge::difference_words;
use crate::i18n::together::{StatesText as Text, TogetherText};
use crate::i18n::{Lang, date_text, fill};
use crate::look::Theme;
use crate::merge::differences;
use crate::model::Project;
use crate::store::{KeptState, KeptStates};
use crate::ui::desk::Desk;
use crate::ui::dialogs::sheet_frame;
use crate::ui::theme::{color, line, size};
use crate::ui::update;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::label;
use eframe::egui::{Align, Context, CornerRadius, Frame, Id, Layout, Margin, Modal, ScrollArea, Ui, vec2};
use std::path::{Path, PathBuf};

const WIDTH: f32 = 560.0;
const LIST: f32 = 300.0;
/// Height of a state in the list.
const ROW: f32 = 32.0;
/// How many sentences are shown of a comparison.
const LINES: usize = 200;

/// The sheet while it is open.
pub(crate) struct StatesSheet {
    kept: KeptStates,
    name: String,
    /// The state that is compared, and what changed since.
    since: Option<(usize, Vec<String>)>,
    /// The state that is about to be deleted: that cannot be undone, so it takes two clicks.
    doomed: Option<usize>,
}

/// What was asked for in the sheet.
#[derive(Clone, Copy)]
enum Asked {
    Nothing,
    Close,
    Keep,
    Restore(usize),
    Compare(usize),
    /// Asks once more.
    Doom(Option<usize>),
    Forget(usize),
}

/// Reads the states and shows them.
pub(super) fn open(desk: &mut Desk, wants_name: bool) {
    let Some(path) = saved_path(desk) else { return };
    if wants_name {
        desk.effects.ctx().memory_mut(|memory| memory.request_focus(name_field("").id()));
    }
    desk.effects.together(move || Some(TogetherEvent::States(read(&path), None)));
}

fn read(path: &Path) -> Result<KeptStates, String> {
    KeptStates::beside(path).map_err(|error| error.to_string())
}

/// The states were read, or written.
pub(super) fn arrived(desk: &mut Desk, states: Result<KeptStates, String>, said: Option<String>) {
    match states {
        Ok(kept) => {
            desk.shown.together.sheet =
                Some(Sheet::States(StatesSheet { kept, name: String::new(), since: None, doomed: None }));
            if let Some(said) = said {
                desk.toasts.say(said, false);
            }
        }
        Err(reason) => {
            let said = fill(Text::Failed.text(desk.lang()), &[("reason", &reason)]);
            desk.toasts.say(said, false);
        }
    }
}

/// Shows the sheet; it stays while it is open.
pub(super) fn show(desk: &mut Desk, ctx: &Context, mut sheet: StatesSheet) -> Option<StatesSheet> {
    let (theme, lang) = (desk.theme(), desk.lang());
    let modal = Modal::new(Id::unique("kept states")).frame(sheet_frame(theme)).show(ctx, |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        sheet.content(ui, theme, lang)
    });
    let asked = match modal.inner {
        Asked::Nothing if modal.should_close() => Asked::Close,
        asked => asked,
    };
    match asked {
        Asked::Nothing => Some(sheet),
        Asked::Close => None,
        Asked::Keep => {
            keep(desk, &sheet.name);
            None
        }
        Asked::Compare(at) => {
            sheet.compare(desk, at);
            Some(sheet)
        }
        Asked::Restore(at) => {
            go_back(desk, &sheet, at);
            None
        }
        Asked::Doom(at) => {
            sheet.doomed = at;
            Some(sheet)
        }
        Asked::Forget(at) => {
            forget(desk, sheet.kept.states().get(at).cloned());
            None
        }
    }
}

fn name_field(name: &str) -> Field<'_> {
    Field::line(name, "name of a kept state")
}

impl StatesSheet {
    fn content(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) -> Asked {
        let mut asked = Asked::Nothing;
        ui.label(label::bold(Text::Title.text(lang), size::TITLE));
        label::paragraph(ui, Text::About.text(lang), size::BODY, color(theme.ink2));
        ui.horizontal(|ui| {
            let button_width = 150.0;
            ui.scope(|ui| {
                ui.set_width(WIDTH - button_width - 16.0);
                name_field(Text::Name.text(lang)).hint(Text::Hint.text(lang)).show(ui, theme, &mut self.name);
            });
            if button::sized(ui, theme, Rank::Primary, Text::Keep.text(lang), vec2(button_width, 30.0)).clicked() {
                asked = Asked::Keep;
            }
        });
        if self.kept.states().is_empty() {
            label::paragraph(ui, Text::None.text(lang), size::BODY, color(theme.ink2));
        }
        ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
            for (at, state) in self.kept.states().iter().enumerate().rev() {
                match row(ui, theme, lang, at, state, self.doomed == Some(at)) {
                    Asked::Nothing => {}
                    other => asked = other,
                }
                if let Some((_, since)) = self.since.as_ref().filter(|(of, _)| *of == at) {
                    ui.label(label::bold(Text::Since.text(lang), size::SMALL));
                    for words in since {
                        label::paragraph(ui, words, size::SMALL, color(theme.ink2));
                    }
                }
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button::button(ui, theme, Rank::Secondary, TogetherText::Close.text(lang)).clicked() {
                asked = Asked::Close;
            }
        });
        asked
    }

    fn project(&self, at: usize) -> Option<Project> {
        self.kept.project(self.kept.states().get(at)?).ok().map(|loaded| loaded.project)
    }

    fn compare(&mut self, desk: &Desk, at: usize) {
        let lang = desk.lang();
        let (Some(session), Some(then)) = (&desk.session, self.project(at)) else { return };
        let now = session.project();
        let found = differences(&then, now);
        let mut words: Vec<String> =
            found.iter().flat_map(|difference| difference_words(&then, now, difference, lang)).collect();
        if words.is_empty() {
            words.push(Text::Same.text(lang).to_owned());
        }
        let more = words.len().saturating_sub(LINES);
        words.truncate(LINES);
        if more > 0 {
            words.push(fill(TogetherText::More.text(lang), &[("n", &more.to_string())]));
        }
        self.since = Some((at, words));
    }
}

fn row(ui: &mut Ui, theme: &Theme, lang: Lang, at: usize, state: &KeptState, is_doomed: bool) -> Asked {
    let mut asked = Asked::Nothing;
    let frame = Frame::new().stroke(line(theme.line)).corner_radius(CornerRadius::same(8));
    frame.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        let size = vec2(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let usual = [
                (Rank::Quiet, Text::Forget, Asked::Doom(Some(at))),
                (Rank::Secondary, Text::Compare, Asked::Compare(at)),
                (Rank::Secondary, Text::Restore, Asked::Restore(at)),
            ];
            let doomed = [
                (Rank::Primary, Text::ReallyForget, Asked::Forget(at)),
                (Rank::Secondary, Text::KeepIt, Asked::Doom(None)),
            ];
            for (rank, words, what) in if is_doomed { &doomed[..] } else { &usual[..] } {
                if button::button(ui, theme, *rank, words.text(lang)).clicked() {
                    asked = *what;
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if let Some(on) = state.on {
                    ui.label(label::remark(theme, date_text(on, lang)));
                }
                label::one_line(ui, label::bold(name_of(state, lang), size::BODY));
            });
        });
    });
    asked
}

fn name_of(state: &KeptState, lang: Lang) -> &str {
    if state.name.is_empty() { Text::Unnamed.text(lang) } else { &state.name }
}

fn keep(desk: &mut Desk, name: &str) {
    let (Some(path), lang, name) = (saved_path(desk), desk.lang(), name.trim().to_owned()) else { return };
    update::keep_typed(desk);
    let Some(project) = desk.session.as_ref().map(|session| session.project().clone()) else { return };
    let said = fill(Text::Kept.text(lang), &[("name", if name.is_empty() { Text::Unnamed.text(lang) } else { &name })]);
    change(desk, path, Some(said), move |kept| {
        kept.keep(&project, &name, Some(today())).map(drop).map_err(|e| e.to_string())
    });
}

fn forget(desk: &mut Desk, state: Option<KeptState>) {
    let (Some(path), Some(state)) = (saved_path(desk), state) else { return };
    change(desk, path, None, move |kept| {
        kept.forget(&state);
        Ok(())
    });
}

/// Changes the file of states, off the frame, and shows it again.
fn change(
    desk: &Desk,
    path: PathBuf,
    said: Option<String>,
    change: impl FnOnce(&mut KeptStates) -> Result<(), String> + Send + 'static,
) {
    let lang = desk.lang();
    desk.effects.together(move || {
        let changed = read(&path).and_then(|mut kept| {
            change(&mut kept)?;
            kept.save_beside(&path).map_err(|error| save_error_text(&error, lang))?;
            Ok(kept)
        });
        Some(TogetherEvent::States(changed, said))
    });
}

fn go_back(desk: &mut Desk, sheet: &StatesSheet, at: usize) {
    let lang = desk.lang();
    let Some(state) = sheet.project(at) else { return };
    let name = sheet.kept.states().get(at).map(|state| name_of(state, lang).to_owned()).unwrap_or_default();
    if update::in_session(desk, |session| restore(session, &state)) {
        desk.toasts.say(fill(Text::Restored.text(lang), &[("name", &name)]), true);
    }
}
