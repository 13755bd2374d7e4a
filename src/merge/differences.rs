//! What differs between two versions of a document, field by field: for people who read it, and for programs.

use super::weave::{path_text, ron_text};
use crate::edit::{ChangeKind, diff};
use crate::model::{AnyRecord, FieldMaker, Fields, Item, Project, RecordId, Sides, Value};

/// A record that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The record; `None` is the project as a whole.
    pub of: Option<RecordId>,
    /// In what way.
    pub kind: ChangeKind,
    /// The fields that differ, where both versions have the record.
    pub fields: Vec<FieldChange>,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, as `text` or `pain.owner`.
    pub field: String,
    /// What stood there, as RON.
    pub old: String,
    /// What stands there, as RON.
    pub new: String,
}

/// What differs from `old` to `new`.
#[must_use]
pub fn differences(old: &Project, new: &Project) -> Vec<Difference> {
    let mut found = Vec::new();
    let fields = changed_fields(&old.info, &new.info);
    if !fields.is_empty() {
        found.push(Difference { of: None, kind: ChangeKind::Changed, fields });
    }
    found.extend(diff(old, new).into_iter().map(|change| {
        let fields = match (old.get(change.id), new.get(change.id)) {
            (Some(old), Some(new)) => fields_between(&old, &new),
            _ => Vec::new(),
        };
        Difference { of: Some(change.id), kind: change.kind, fields }
    }));
    found
}

/// The fields in which two versions of a record differ.
fn fields_between(old: &AnyRecord, new: &AnyRecord) -> Vec<FieldChange> {
    macro_rules! same_kind {
        ($( $kind:ident ),*) => {
            match (old, new) {
                $( (AnyRecord::$kind(old), AnyRecord::$kind(new)) => changed_fields(old, new), )*
                _ => Vec::new(),
            }
        };
    }
    same_kind!(
        Department, Channel, Persona, Journey, Phase, Step, Lane, Card, Mark, Handoff, Link, DataSet, Alias, SavedView,
        Conflict
    )
}

fn changed_fields<T: Fields>(old: &T, new: &T) -> Vec<FieldChange> {
    let mut differ = Differ::default();
    let _same_as_new = T::made(&mut differ, Sides { base: None, ours: old, theirs: new });
    differ.found
}

#[derive(Default)]
struct Differ {
    path: Vec<&'static str>,
    found: Vec<FieldChange>,
}

impl FieldMaker for Differ {
    fn enter(&mut self, name: &'static str) {
        self.path.push(name);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn value<T: Value>(&mut self, name: &'static str, sides: Sides<'_, T>) -> T {
        if sides.ours != sides.theirs {
            let field = path_text(&self.path, name);
            self.found.push(FieldChange { field, old: ron_text(sides.ours), new: ron_text(sides.theirs) });
        }
        sides.theirs.clone()
    }

    fn settled<T: Value + Ord>(&mut self, name: &'static str, sides: Sides<'_, T>) -> T {
        self.value(name, sides)
    }

    fn text(&mut self, name: &'static str, sides: Sides<'_, String>) -> String {
        self.value(name, sides)
    }

    fn list<T: Item>(&mut self, name: &'static str, sides: Sides<'_, Vec<T>>) -> Vec<T> {
        self.value(name, sides)
    }
}
