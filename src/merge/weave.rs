//! One record out of three versions of it.

use super::{list, text};
use crate::model::{Conflict, FieldMaker, Fields, Item, RecordId, Sides, Value};

/// Merges the fields of one record (or of the project as a whole), and keeps what has no room.
pub(super) struct Weave<'a> {
    of: Option<RecordId>,
    by: &'a str,
    path: Vec<&'static str>,
    conflicts: Vec<Conflict>,
}

impl<'a> Weave<'a> {
    /// The merged version and the conflicts. `by` is who we are.
    pub(super) fn merged<T: Fields>(of: Option<RecordId>, by: &'a str, sides: Sides<'_, T>) -> (T, Vec<Conflict>) {
        let mut weave = Weave { of, by, path: Vec::new(), conflicts: Vec::new() };
        let merged = T::made(&mut weave, sides);
        (merged, weave.conflicts)
    }

    fn keep<T: Value>(&mut self, name: &'static str, base: Option<&T>, ours: &T) {
        let field = path_text(&self.path, name);
        let conflict = Conflict::about(self.of, &field, ron_text(ours));
        let base = base.map(ron_text).unwrap_or_default();
        self.conflicts.push(Conflict { base, by: self.by.to_owned(), ..conflict });
    }
}

/// The field's name with the parts it stands in: `pain.owner`.
pub(super) fn path_text(path: &[&str], name: &str) -> String {
    path.iter().copied().chain([name]).collect::<Vec<_>>().join(".")
}

/// A value as it stands in a conflict. No value of the model fails to be written.
pub(super) fn ron_text<T: Value>(value: &T) -> String {
    ron::to_string(value).unwrap_or_default()
}

/// The version that needs no thinking about: both are the same, or only one side changed it.
fn plain<T: Value>(sides: Sides<'_, T>) -> Option<T> {
    let Sides { base, ours, theirs } = sides;
    if ours == theirs || base == Some(ours) {
        Some(theirs.clone())
    } else if base == Some(theirs) {
        Some(ours.clone())
    } else {
        None
    }
}

impl FieldMaker for Weave<'_> {
    fn enter(&mut self, name: &'static str) {
        self.path.push(name);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn value<T: Value>(&mut self, name: &'static str, sides: Sides<'_, T>) -> T {
        plain(sides).unwrap_or_else(|| {
            self.keep(name, sides.base, sides.ours);
            sides.theirs.clone()
        })
    }

    fn settled<T: Value + Ord>(&mut self, _name: &'static str, sides: Sides<'_, T>) -> T {
        plain(sides).unwrap_or_else(|| sides.ours.max(sides.theirs).clone())
    }

    fn text(&mut self, name: &'static str, sides: Sides<'_, String>) -> String {
        let both = || text::merged(sides.base.map_or("", String::as_str), sides.ours, sides.theirs);
        plain(sides).or_else(both).unwrap_or_else(|| {
            self.keep(name, sides.base, sides.ours);
            sides.theirs.clone()
        })
    }

    fn list<T: Item>(&mut self, name: &'static str, sides: Sides<'_, Vec<T>>) -> Vec<T> {
        plain(sides).unwrap_or_else(|| {
            let merged = list::merged(sides.base.map_or(&[], Vec::as_slice), sides.ours, sides.theirs);
            if merged.has_collided {
                self.keep(name, sides.base, sides.ours);
            }
            merged.list
        })
    }
}
