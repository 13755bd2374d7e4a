//! Choosing from lists: states, departments, channels, dates.

use super::field::Field;
use super::{chip, marker};
use crate::base::{Date, normalized};
use crate::i18n::domain::Named;
use crate::i18n::inspector::InspectorText as Text;
use crate::model::{ChannelId, DepartmentId, Journey, RecordId};
use crate::ui::cx::Cx;
use eframe::egui::{ComboBox, Id, Sense, Ui, vec2};
use std::hash::Hash;

/// One of a list of named values.
pub(crate) fn named<T: Named + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    salt: impl Hash,
    value: &mut T,
    all: &[T],
) {
    let lang = cx.lang;
    combo(ui, name, salt, value.name(lang), |ui| {
        for choice in all {
            ui.selectable_value(value, *choice, choice.name(lang));
        }
    });
}

/// A department, or none.
pub(crate) fn department(ui: &mut Ui, cx: &Cx<'_>, name: &str, salt: impl Hash, value: &mut Option<DepartmentId>) {
    let none = Text::Nobody.text(cx.lang);
    let chosen = value.and_then(|id| cx.project.departments.get(id)).map_or(none, |department| &department.name);
    combo(ui, name, salt, chosen, |ui| {
        ui.selectable_value(value, None, none);
        for (position, department) in cx.project.departments_in_order().into_iter().enumerate() {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(14.0, 20.0), Sense::hover());
                let fill = cx.theme.department(department, position);
                marker::department(ui.painter(), rect.center(), 5.0, department.shape, fill);
                ui.selectable_value(value, Some(department.id), &department.name);
            });
        }
    });
}

/// The journey that another one is the to-be of, or none.
pub(crate) fn as_is(ui: &mut Ui, cx: &Cx<'_>, name: &str, journey: &mut Journey) {
    let none = Text::Nobody.text(cx.lang);
    let chosen = journey.as_is.and_then(|id| cx.project.journeys.get(id)).map_or(none, |as_is| &as_is.title);
    combo(ui, name, (journey.id, name), chosen, |ui| {
        ui.selectable_value(&mut journey.as_is, None, none);
        let others = cx.project.journeys_in_order().into_iter();
        // One that is a to-be itself would make a chain or a circle.
        for other in others.filter(|other| other.id != journey.id && other.as_is.is_none()) {
            ui.selectable_value(&mut journey.as_is, Some(other.id), &other.title);
        }
    });
}

/// Channels as chips, to switch on and off; the order in which they are switched on is kept.
pub(crate) fn channels(ui: &mut Ui, cx: &Cx<'_>, value: &mut Vec<ChannelId>) {
    chip::row(ui, |ui| {
        for channel in cx.project.channels_in_order() {
            let on = value.contains(&channel.id);
            if chip::toggle(ui, cx.theme, &channel.name, on).clicked() {
                if on {
                    value.retain(|id| *id != channel.id);
                } else {
                    value.push(channel.id);
                }
            }
        }
    });
}

/// A date, typed as people write it; what cannot be read is not taken.
pub(crate) fn date(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, owner: RecordId, value: &mut Option<Date>) {
    let mut text = value.map(|date| date.to_string()).unwrap_or_default();
    let field = Field::line(name, (owner, name)).hint(Text::DateHint.text(cx.lang)).max_chars(16);
    cx.field(ui, field, &mut text);
    if text.trim().is_empty() {
        *value = None;
    } else if let Some(date) = read_date(&text) {
        *value = Some(date);
    }
}

/// A whole number; empty is none.
pub(crate) fn number(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, owner: RecordId, value: &mut Option<u64>) {
    number_or(ui, cx, name, "", owner, value);
}

/// A whole number, with words for none.
pub(crate) fn number_or(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    name: &str,
    none: &str,
    owner: RecordId,
    value: &mut Option<u64>,
) {
    let mut text = value.map(|number| number.to_string()).unwrap_or_default();
    cx.field(ui, Field::line(name, (owner, name)).hint(none).max_chars(20), &mut text);
    let digits: String = normalized(&text).chars().filter(char::is_ascii_digit).collect();
    *value = digits.parse().ok();
}

/// `2026-11-22`, `2026/11/22` and `2026年11月22日`, full-width digits too.
fn read_date(text: &str) -> Option<Date> {
    let text = normalized(text);
    let mut parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn combo(ui: &mut Ui, name: &str, salt: impl Hash, chosen: &str, list: impl FnOnce(&mut Ui)) {
    let salt = Id::unique(hash_of(&salt));
    ui.name_inputs(name, |ui| {
        ComboBox::from_id_salt(salt)
            .selected_text(chosen)
            .width(ui.available_width().min(180.0))
            .truncate()
            .show_ui(ui, list);
    });
}

fn hash_of(salt: &impl Hash) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = std::collections::hash_map::DefaultHasher::new();
    salt.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::read_date;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let day = jiff::civil::date(2026, 11, 22);
        for text in ["2026-11-22", "2026/11/22", "2026年11月22日", "２０２６年１１月２２日"] {
            assert_eq!(read_date(text), Some(day), "{text}");
        }
        for text in ["", "22.11.26", "2026-13-01", "2026-11", "soon"] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
