//! Text fields. While the keyboard is in a field, the field keeps its own text, so that neither an
//! input method's half-finished words nor a change from elsewhere disturbs the typing.

use super::ime;
use crate::look::Theme;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Color32, Context, CornerRadius, FontId, Frame, Id, Key, Margin, Modifiers, Response, RichText, Stroke, StrokeKind,
    TextEdit, Ui, vec2,
};
use std::hash::Hash;

/// A text field to be shown.
pub(crate) struct Field<'a> {
    name: &'a str,
    hint: &'a str,
    id: Id,
    font: FontId,
    rows: Option<usize>,
    breaks: bool,
    plain: bool,
    ink: Option<Color32>,
    max_chars: Option<usize>,
}

/// How it went with a field in this frame.
pub(crate) struct Outcome {
    /// The field.
    pub(crate) response: Response,
    /// Whether the value was changed.
    pub(crate) changed: bool,
    /// Whether the keyboard left it.
    pub(crate) ended: Ended,
}

/// Whether the keyboard left a field, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It did not.
    No,
    /// The text stays.
    Kept,
    /// With Escape: the text is what it was before.
    TakenBack,
}

/// What a field remembers while the keyboard is in it.
#[derive(Clone)]
struct Draft {
    text: String,
    before: String,
}

impl<'a> Field<'a> {
    /// A field of one line; `name` is what it holds, `salt` tells it from all others (the record's id is part of it).
    pub(crate) fn line(name: &'a str, salt: impl Hash) -> Self {
        Self {
            name,
            hint: "",
            id: Id::unique(("field", egui_salt(&salt))),
            font: fonts::regular(size::BODY),
            rows: None,
            breaks: false,
            plain: false,
            ink: None,
            max_chars: None,
        }
    }

    /// A field that grows with its text, at least so many rows high; Enter breaks the line.
    pub(crate) fn area(name: &'a str, salt: impl Hash, rows: usize) -> Self {
        Self { rows: Some(rows), breaks: true, ..Self::line(name, salt) }
    }

    /// A field that wraps but takes no line breaks: Enter leaves it.
    pub(crate) fn wrapped(name: &'a str, salt: impl Hash) -> Self {
        Self { rows: Some(1), ..Self::line(name, salt) }
    }

    /// What stands in it while it is empty.
    pub(crate) fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// Other letters than the usual ones.
    pub(crate) fn font(self, font: FontId) -> Self {
        Self { font, ..self }
    }

    /// Another colour of the letters.
    pub(crate) fn ink(self, ink: Color32) -> Self {
        Self { ink: Some(ink), ..self }
    }

    /// Looks like text until one comes near.
    pub(crate) fn plain(self) -> Self {
        Self { plain: true, ..self }
    }

    /// No more letters than this.
    pub(crate) fn max_chars(self, count: usize) -> Self {
        Self { max_chars: Some(count), ..self }
    }

    /// Its id, to give it the keyboard.
    pub(crate) fn id(&self) -> Id {
        self.id
    }

    /// Shows it.
    pub(crate) fn show(self, ui: &mut Ui, theme: &Theme, value: &mut String) -> Outcome {
        let (id, name) = (self.id, self.name);
        let draft = ui.data(|data| data.get_temp::<Draft>(id));
        let mut text = draft.as_ref().map_or_else(|| value.clone(), |draft| draft.text.clone());
        let one_line = self.rows.is_none();
        let leaves_on_enter = !self.breaks;
        self.ground(ui, theme);
        let response = self.add(ui, theme, &mut text).accessible_name(name);

        let focused = response.has_focus();
        let left = response.lost_focus() || (draft.is_some() && !focused);
        let ended = match (left, ui.input(|input| input.key_pressed(Key::Escape)) && !ime::owns_keys(ui)) {
            (false, _) => Ended::No,
            (true, false) => Ended::Kept,
            (true, true) => Ended::TakenBack,
        };
        if let (Ended::TakenBack, Some(draft)) = (ended, &draft) {
            text.clone_from(&draft.before);
        }
        let changed = text != *value && (focused || left) && (left || !ime::is_composing(ui));
        remember(
            ui,
            id,
            (focused && !left).then(|| Draft {
                text: text.clone(),
                before: draft.map_or_else(|| value.clone(), |draft| draft.before),
            }),
        );
        if changed {
            *value = text;
        }
        let enter = ui.input(|input| input.key_pressed(Key::Enter)) && !ime::owns_keys(ui);
        let leaves = focused && enter && leaves_on_enter && !one_line;
        if leaves {
            response.surrender_focus();
        }
        if leaves || left {
            // The key that ends the typing does nothing else: the map, drawn later, must not take it for its own.
            ui.input_mut(|input| {
                input.consume_key(Modifiers::NONE, Key::Enter);
                input.consume_key(Modifiers::NONE, Key::Escape);
            });
        }
        Outcome { response, changed, ended }
    }

    /// A plain field is as high as its text, not as high as a button.
    fn add(&self, ui: &mut Ui, theme: &Theme, text: &mut String) -> Response {
        let usual = ui.spacing().interact_size.y;
        if self.plain {
            ui.spacing_mut().interact_size.y = 0.0;
        }
        let editor = self.editor(ui, theme, text);
        let response = ui.add(editor);
        ui.spacing_mut().interact_size.y = usual;
        response
    }

    /// Under a plain field the ground reaches out on both sides, so that the text itself lines up with what
    /// stands above and below.
    fn ground(&self, ui: &Ui, theme: &Theme) {
        let Some(last) = ui.read_response(self.id).filter(|_| self.plain) else { return };
        let (fill, stroke) = match (ui.memory(|memory| memory.has_focus(self.id)), last.hovered()) {
            (true, _) => (theme.panel, Stroke::new(1.5, color(theme.accent))),
            (false, true) => (theme.hover, Stroke::NONE),
            (false, false) => return,
        };
        let rect = last.rect.expand2(vec2(6.0, 1.0));
        ui.painter().rect(rect, CornerRadius::same(6), color(fill), stroke, StrokeKind::Inside);
    }

    fn editor<'t>(&self, ui: &Ui, theme: &Theme, text: &'t mut String) -> TextEdit<'t> {
        let editor = match self.rows {
            None => TextEdit::singleline(text).clip_text(true),
            Some(rows) => TextEdit::multiline(text).desired_rows(rows),
        };
        let editor = if self.rows.is_some() && !self.breaks { editor.return_key(None) } else { editor };
        let hint = RichText::new(self.hint).font(self.font.clone()).color(color(theme.ink3));
        editor
            .id(self.id)
            .font(self.font.clone())
            .text_color(self.ink.unwrap_or_else(|| color(theme.ink)))
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .char_limit(self.max_chars.unwrap_or(usize::MAX))
            .frame(self.frame(ui, theme))
    }

    fn frame(&self, ui: &Ui, theme: &Theme) -> Frame {
        if self.plain {
            return Frame::new().inner_margin(Margin::symmetric(0, 1));
        }
        let focused = ui.memory(|memory| memory.has_focus(self.id));
        let hovered = ui.read_response(self.id).is_some_and(|response| response.hovered());
        let (fill, stroke) = match (focused, hovered) {
            (true, _) => (color(theme.panel), Stroke::new(1.5, color(theme.accent))),
            (false, true) => (color(theme.panel), Stroke::new(1.0, color(theme.ink3))),
            (false, false) => (color(theme.panel), Stroke::new(1.0, color(theme.line3))),
        };
        Frame::new()
            .fill(fill)
            .stroke(stroke)
            .corner_radius(CornerRadius::same(6))
            .inner_margin(Margin::symmetric(7, 4))
    }
}

/// A field lets go of what is being typed in it: its value has been changed from outside.
pub(crate) fn forget(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.remove::<Draft>(id));
}

/// Gives a field the keyboard, with the cursor after so many characters.
pub(crate) fn focus_at(ctx: &Context, id: Id, cursor: usize) {
    let mut state = TextEditState::load(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(cursor))));
    state.store(ctx, id);
    ctx.memory_mut(|memory| memory.request_focus(id));
}

/// Selects the whole text of a field, so that typing replaces it.
pub(crate) fn select_all(ctx: &Context, id: Id) {
    let mut state = TextEditState::default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
    state.cursor.set_char_range(Some(all));
    state.store(ctx, id);
}

/// Puts another text into a field that has the keyboard.
pub(crate) fn retype(ctx: &Context, id: Id, text: &str) {
    ctx.data_mut(|data| {
        if let Some(draft) = data.get_temp::<Draft>(id) {
            data.insert_temp(id, Draft { text: text.to_owned(), ..draft });
        }
    });
}

fn egui_salt(salt: &impl Hash) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = std::collections::hash_map::DefaultHasher::new();
    salt.hash(&mut hasher);
    hasher.finish()
}

fn remember(ui: &Ui, id: Id, draft: Option<Draft>) {
    ui.data_mut(|data| match draft {
        Some(draft) => {
            data.insert_temp(id, draft);
        }
        None => data.remove::<Draft>(id),
    });
}
