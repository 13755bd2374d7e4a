//! Settling a conflict: which of the two values stands, or both where that makes sense.

use super::list;
use super::weave::{path_text, ron_text};
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::model::{AnyRecord, Conflict, FieldMaker, Fields, Item, Project, RecordId, Sides, Value};

/// Which value is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// The one that stands.
    Standing,
    /// The one that was kept.
    Kept,
    /// Both: texts one under the other, lists together, votes added up.
    Both,
}

/// The command that settles a conflict; `None` when the choice is none here: the value cannot be read, or both cannot be.
#[must_use]
pub fn settled(project: &Project, conflict: &Conflict, choice: Choice) -> Option<Command> {
    let done = Command::Delete(vec![conflict.id.into()]);
    let mut commands = Vec::new();
    if choice != Choice::Standing {
        let mut setter = Setter {
            field: &conflict.field,
            value: &conflict.value,
            base: &conflict.base,
            choice,
            ..Setter::default()
        };
        commands.push(match conflict.of {
            None => {
                let info = setter.set(&project.info);
                Command::SetInfo(info)
            }
            Some(id) => Command::Edit(set_in(&mut setter, &project.get(id)?)),
        });
        if !setter.is_done {
            return None;
        }
    }
    commands.push(done);
    Some(Command::Batch { label: Label::new(Verb::Settle, RecordKind::Conflict), commands })
}

/// What stands in a field of a record, as RON; `None` when there is no such field.
#[must_use]
pub fn field_value(project: &Project, of: Option<RecordId>, field: &str) -> Option<String> {
    let mut setter = Setter { field, is_reading: true, ..Setter::default() };
    match of {
        None => _ = setter.set(&project.info),
        Some(id) => _ = set_in(&mut setter, &project.get(id)?),
    }
    setter.found
}

fn set_in(setter: &mut Setter<'_>, record: &AnyRecord) -> AnyRecord {
    macro_rules! every_kind {
        ($( $kind:ident ),*) => {
            match record { $( AnyRecord::$kind(record) => setter.set(record).into(), )* }
        };
    }
    every_kind!(
        Department, Channel, Persona, Journey, Phase, Step, Lane, Card, Mark, Handoff, Link, DataSet, Alias, SavedView,
        Conflict
    )
}

/// Reads or sets one field.
struct Setter<'a> {
    field: &'a str,
    value: &'a str,
    base: &'a str,
    choice: Choice,
    is_reading: bool,
    path: Vec<&'static str>,
    found: Option<String>,
    is_done: bool,
}

impl Default for Setter<'_> {
    fn default() -> Self {
        Self {
            field: "",
            value: "",
            base: "",
            choice: Choice::Kept,
            is_reading: false,
            path: Vec::new(),
            found: None,
            is_done: false,
        }
    }
}

impl Setter<'_> {
    fn set<T: Fields>(&mut self, record: &T) -> T {
        T::made(self, Sides { base: None, ours: record, theirs: record })
    }

    /// The field's new value, made by `both` of the kept and the standing one where both are asked for.
    fn at<T: Value>(&mut self, name: &'static str, standing: &T, both: impl FnOnce(&T, &T) -> Option<T>) -> T {
        if self.field != path_text(&self.path, name) {
            return standing.clone();
        }
        if self.is_reading {
            self.found = Some(ron_text(standing));
            return standing.clone();
        }
        let Ok(kept) = ron::from_str::<T>(self.value) else { return standing.clone() };
        let chosen = if self.choice == Choice::Both { both(&kept, standing) } else { Some(kept) };
        self.is_done = chosen.is_some();
        chosen.unwrap_or_else(|| standing.clone())
    }
}

/// The field that is counted: two people's votes add up.
const COUNTED: &str = "votes";

impl FieldMaker for Setter<'_> {
    fn enter(&mut self, name: &'static str) {
        self.path.push(name);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn value<T: Value>(&mut self, name: &'static str, sides: Sides<'_, T>) -> T {
        let base = self.base;
        self.at(name, sides.theirs, |kept, standing| {
            let count = |text: &str| text.parse::<u32>().ok();
            let sum = count(&ron_text(kept))?.saturating_add(count(&ron_text(standing))?);
            let sum = sum.saturating_sub(count(base).unwrap_or(0));
            (name == COUNTED).then(|| ron::from_str(&sum.to_string()).ok()).flatten()
        })
    }

    fn settled<T: Value + Ord>(&mut self, name: &'static str, sides: Sides<'_, T>) -> T {
        self.at(name, sides.theirs, |_, _| None)
    }

    fn text(&mut self, name: &'static str, sides: Sides<'_, String>) -> String {
        self.at(name, sides.theirs, |kept, standing| Some(format!("{standing}\n{kept}")))
    }

    fn list<T: Item>(&mut self, name: &'static str, sides: Sides<'_, Vec<T>>) -> Vec<T> {
        self.at(name, sides.theirs, |kept, standing| {
            let both = list::merged(&[], kept, standing);
            (!both.has_collided).then_some(both.list)
        })
    }
}
