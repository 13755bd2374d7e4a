//! The tags in the filter bar: a list with counts to search in; each can be renamed or deleted everywhere.

use super::FilterAction;
use super::facet::{Toggled, list_button};
use super::menu::{Choice, Mark, line_of, opener_width};
use crate::base::normalized;
use crate::i18n::fill;
use crate::i18n::filter_bar::FilterBarText as Text;
use crate::model::FilterCounts;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button;
use crate::ui::widgets::field::{Ended, Field};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::menu::sheet;
use crate::ui::widgets::{ime, label};
use eframe::egui::{Align, Key, Layout, Popup, ScrollArea, Ui, vec2};

/// How wide the button is.
pub(super) fn width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    opener_width(ui, &caption(cx))
}

fn caption(cx: &Cx<'_>) -> String {
    let title = Text::Tags.text(cx.lang);
    match cx.shown.filter.cards.tags.len() {
        0 => title.to_owned(),
        n => format!("{title} {n}"),
    }
}

/// Shows the button and its list; gives what was chosen.
pub(super) fn tags_ui(ui: &mut Ui, cx: &mut Cx<'_>, counts: &FilterCounts) -> Option<Toggled> {
    let response = list_button(ui, cx, Text::Tags.text(cx.lang), &caption(cx), cx.shown.filter.cards.tags.len());
    let shown = sheet(&response).show(|ui| {
        ui.set_width(260.0);
        list(ui, cx, counts)
    });
    if shown.is_none() {
        cx.shown.filter_bar.tag_query.clear();
        cx.shown.filter_bar.renaming_tag = None;
    }
    shown.and_then(|shown| shown.inner)
}

fn list(ui: &mut Ui, cx: &mut Cx<'_>, counts: &FilterCounts) -> Option<Toggled> {
    let chosen = cx.shown.filter.cards.tags.clone();
    let mut tags: Vec<(String, usize)> = counts.tags.iter().map(|(tag, count)| (tag.clone(), *count)).collect();
    // A chosen tag that no card has any more can still be taken back.
    tags.extend(chosen.iter().filter(|tag| !counts.tags.contains_key(*tag)).map(|tag| (tag.clone(), 0)));
    tags.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    if tags.is_empty() {
        label::paragraph(ui, Text::NoTags.text(cx.lang), size::BODY, color(cx.theme.ink2));
        return None;
    }
    if tags.len() > 6 {
        let name = Text::FindTag.text(cx.lang);
        Field::line(name, "find a tag").hint(name).show(ui, cx.theme, &mut cx.shown.filter_bar.tag_query);
        ui.add_space(2.0);
    }
    let query = normalized(&cx.shown.filter_bar.tag_query);
    tags.retain(|(tag, _)| normalized(tag).contains(&query));
    if tags.is_empty() {
        ui.label(label::remark(cx.theme, Text::NoTagFound.text(cx.lang)));
    }
    let mut toggled = None;
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (tag, count) in &tags {
            if tag_line(ui, cx, tag, *count, chosen.contains(tag)) {
                toggled = Some(Toggled::Tag(tag.clone()));
            }
        }
    });
    toggled
}

/// A tag with the button for what can be done with it everywhere; whether it was switched.
fn tag_line(ui: &mut Ui, cx: &mut Cx<'_>, tag: &str, count: usize, on: bool) -> bool {
    if renaming(ui, cx, tag) {
        return false;
    }
    let mut clicked = false;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 28.0), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let name = fill(Text::TagMenu.text(cx.lang), &[("tag", tag)]);
        let more = button::small_icon(ui, cx.theme, Glyph::More, &name).on_hover_text(&name);
        Popup::menu(&more).show(|ui| {
            if ui.button(Text::RenameTag.text(cx.lang)).clicked() {
                cx.shown.filter_bar.renaming_tag = Some((tag.to_owned(), tag.to_owned()));
            }
            if ui.button(Text::DeleteTag.text(cx.lang)).clicked() {
                cx.push(Action::Filter(FilterAction::DeleteTag(tag.to_owned())));
            }
        });
        clicked = line_of(ui, cx.theme, cx.lang, &Choice { mark: Mark::None, name: tag, count, on }).clicked();
    });
    clicked
}

/// Shows a field instead of the tag while it gets another name; whether it did.
fn renaming(ui: &mut Ui, cx: &mut Cx<'_>, tag: &str) -> bool {
    let Some((old, mut name)) = cx.shown.filter_bar.renaming_tag.clone().filter(|(old, _)| old == tag) else {
        return false;
    };
    let field = Field::line(Text::RenameTag.text(cx.lang), ("rename tag", tag));
    let id = field.id();
    let outcome = field.show(ui, cx.theme, &mut name);
    let is_new = ui.data(|data| data.get_temp::<bool>(id.with("began"))).is_none();
    if is_new {
        outcome.response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id.with("began"), true));
    cx.shown.filter_bar.renaming_tag = Some((old, name.clone()));
    let enter = ui.input(|input| input.key_pressed(Key::Enter)) && !ime::owns_keys(ui);
    if outcome.ended != Ended::No || (enter && !is_new) {
        ui.data_mut(|data| data.remove::<bool>(id.with("began")));
        cx.shown.filter_bar.renaming_tag = None;
        let name = name.trim();
        if outcome.ended != Ended::TakenBack && !name.is_empty() && name != tag {
            follow(cx, tag, name);
            cx.push(Action::Filter(FilterAction::RenameTag(tag.to_owned(), name.to_owned())));
        }
    }
    true
}

/// The filter goes on choosing a tag under its new name.
fn follow(cx: &mut Cx<'_>, tag: &str, name: &str) {
    for chosen in &mut cx.shown.filter.cards.tags {
        if chosen == tag {
            name.clone_into(chosen);
        }
    }
}
