//! Tags as chips with a field for more of them: parted by Enter, comma or 、, completed from the tags in use.

use super::field::{self, Ended, Field};
use super::{chip, ime};
use crate::app::actions::{tags_in, tags_in_use};
use crate::base::normalized;
use crate::i18n::fill;
use crate::i18n::filter_bar::FilterBarText as Text;
use crate::ui::cx::Cx;
use eframe::egui::{Key, Modifiers, Rect, Ui, pos2};
use std::hash::Hash;

/// So many tags in use are offered.
const OFFERED: usize = 6;

/// A tag and how it is to be written: bare, or with how many of several cards have it.
pub(crate) struct Tag {
    /// The tag.
    pub(crate) tag: String,
    /// What stands on the chip.
    pub(crate) words: String,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TagEdit {
    /// These come in addition.
    Add(Vec<String>),
    /// This one goes.
    Remove(String),
}

/// What the field remembers between frames: nothing of it is in the document before it is parted off.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    chosen: Option<usize>,
    offers: Option<Rect>,
}

/// Shows chips and field.
pub(crate) fn tag_field(ui: &mut Ui, cx: &Cx<'_>, salt: impl Hash, tags: &[Tag]) -> Option<TagEdit> {
    let mut edit = None;
    if !tags.is_empty() {
        chip::row(ui, |ui| {
            for tag in tags {
                let name = fill(Text::RemoveTag.text(cx.lang), &[("tag", &tag.tag)]);
                if chip::removable(ui, cx.theme, &tag.words, &name).clicked() {
                    edit = Some(TagEdit::Remove(tag.tag.clone()));
                }
            }
        });
        ui.add_space(2.0);
    }
    let name = Text::AddTag.text(cx.lang);
    let field = Field::line(name, ("tags", hash_of(&salt))).hint(Text::TagHint.text(cx.lang));
    let added = more(ui, cx, field, tags);
    if added.is_empty() { edit } else { Some(TagEdit::Add(added)) }
}

/// The field with what it offers; the tags that are complete.
fn more(ui: &mut Ui, cx: &Cx<'_>, field: Field<'_>, tags: &[Tag]) -> Vec<String> {
    let id = field.id();
    let memory = id.with("typed");
    let mut typed = ui.data(|data| data.get_temp::<Typed>(memory)).unwrap_or_default();
    let offered = offered(cx, &typed.text, tags);
    let focused = ui.memory(|memory| memory.has_focus(id)) && !ime::owns_keys(ui);
    if focused {
        typed.chosen = walked(ui, typed.chosen, offered.len());
    }
    let enter = focused && ui.input(|input| input.key_pressed(Key::Enter));
    let outcome = field.show(ui, cx.theme, &mut typed.text);
    if outcome.changed {
        typed.chosen = None;
    }
    let pointer = ui.input(|input| input.pointer.interact_pos());
    let on_offer = typed.offers.zip(pointer).is_some_and(|(rect, at)| rect.contains(at));
    let mut added = Vec::new();
    match (enter, typed.chosen.and_then(|at| offered.get(at))) {
        (true, Some(tag)) => added.push(tag.clone()),
        (true, None) => added.extend(tags_in(&typed.text)),
        (false, _) if outcome.ended == Ended::Kept && !on_offer => added.extend(tags_in(&typed.text)),
        (false, _) => added.extend(parted(&typed.text)),
    }
    typed.offers = None;
    if outcome.response.has_focus() || on_offer {
        typed.offers = offers(ui, cx, &offered, typed.chosen, &mut added);
    }
    if !added.is_empty() || outcome.ended == Ended::TakenBack {
        typed = Typed::default();
        field::retype(ui, id, "");
        if enter || on_offer {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
    ui.data_mut(|data| data.insert_temp(memory, typed));
    added
}

/// What is complete because something parts it from what comes after.
fn parted(text: &str) -> Vec<String> {
    if text.contains([',', '、', '，']) { tags_in(text) } else { Vec::new() }
}

/// The tags in use that go on from what is typed, those on most cards first.
fn offered(cx: &Cx<'_>, typed: &str, tags: &[Tag]) -> Vec<String> {
    let query = normalized(typed);
    let mut known: Vec<(&str, usize)> = tags_in_use(cx.project)
        .into_iter()
        .filter(|(tag, _)| normalized(tag).contains(&query) && !tags.iter().any(|other| other.tag == *tag))
        .collect();
    known.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    known.into_iter().take(OFFERED).map(|(tag, _)| tag.to_owned()).collect()
}

/// Arrow keys choose among what is offered.
fn walked(ui: &Ui, chosen: Option<usize>, count: usize) -> Option<usize> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if count > 0 && pressed(Key::ArrowDown) {
        return Some(chosen.map_or(0, |at| (at + 1).min(count - 1)));
    }
    if pressed(Key::ArrowUp) {
        return chosen.and_then(|at| at.checked_sub(1));
    }
    chosen.filter(|at| *at < count)
}

/// The tags in use as chips; where they stand.
fn offers(
    ui: &mut Ui,
    cx: &Cx<'_>,
    offered: &[String],
    chosen: Option<usize>,
    added: &mut Vec<String>,
) -> Option<Rect> {
    if offered.is_empty() {
        return None;
    }
    ui.add_space(2.0);
    let top = ui.cursor().min;
    chip::row(ui, |ui| {
        for (at, tag) in offered.iter().enumerate() {
            if chip::toggle(ui, cx.theme, tag, chosen == Some(at)).clicked() {
                added.push(tag.clone());
            }
        }
    });
    Some(Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().min.y)))
}

fn hash_of(salt: &impl Hash) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = std::collections::hash_map::DefaultHasher::new();
    salt.hash(&mut hasher);
    hasher.finish()
}
