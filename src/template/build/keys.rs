//! The author's keys of one kind of thing, with the ids given to them.

use super::check::Check;
use crate::base::{Id, IdSource};
use crate::template::TemplateError;
use std::collections::BTreeMap;

/// Keys and ids of one kind.
pub(super) struct Keys<T> {
    kind: &'static str,
    ids: BTreeMap<String, Id<T>>,
}

impl<T> Keys<T> {
    /// Gives an id to each key; two equal keys are an error.
    pub(super) fn assign<'a>(
        check: Check<'_>,
        kind: &'static str,
        keys: impl Iterator<Item = &'a str>,
        ids: &mut IdSource,
    ) -> Result<Self, TemplateError> {
        let mut known = BTreeMap::new();
        for key in keys {
            check.not_empty(kind, "key", key)?;
            if known.insert(key.to_owned(), ids.next()).is_some() {
                return Err(check.twice("the keys", kind, key));
            }
        }
        Ok(Self { kind, ids: known })
    }

    /// The id behind a key that is used at `at`.
    pub(super) fn get(&self, check: Check<'_>, at: &str, key: &str) -> Result<Id<T>, TemplateError> {
        self.ids.get(key).copied().ok_or_else(|| TemplateError::UnknownKey {
            file: check.file.to_owned(),
            at: at.to_owned(),
            kind: self.kind,
            key: key.to_owned(),
        })
    }

    /// The ids behind several keys.
    pub(super) fn get_all(&self, check: Check<'_>, at: &str, keys: &[String]) -> Result<Vec<Id<T>>, TemplateError> {
        keys.iter().map(|key| self.get(check, at, key)).collect()
    }

    /// The id behind a key that may be left out.
    pub(super) fn maybe(
        &self,
        check: Check<'_>,
        at: &str,
        key: Option<&String>,
    ) -> Result<Option<Id<T>>, TemplateError> {
        key.map(|key| self.get(check, at, key)).transpose()
    }
}
