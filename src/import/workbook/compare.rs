//! What a colleague changed: what a workbook carried when it went out, held against what it says now, and against what
//! the project says by now.

mod cards;
mod map;
mod people;

use super::carried::{Carried, CarriedMap, carried};
use super::change::{Change, Deed, Edit, Review};
use super::read::Returned;
use crate::base::{IdSource, OrderKey};
use crate::edit::RecordKind;
use crate::i18n::Lang;
use crate::import::{Because, MOST_NOTES, Note, Place};
use crate::model::{Department, JourneyId, Project};

/// The changes that a workbook brings back to a project.
#[must_use]
pub fn compare(project: &Project, returned: &Returned, lang: Lang, ids: &mut IdSource) -> Review {
    let journeys: Vec<JourneyId> = returned.theirs.maps.iter().map(|map| map.id).collect();
    let now = carried(project, &journeys, lang);
    // Without its hidden sheet, a workbook is held against the project as it is.
    let base = returned.base.as_ref().unwrap_or(&now);
    let mut comparing = Comparing {
        project,
        now: &now,
        base,
        lang,
        ids,
        changes: Vec::new(),
        last: Vec::new(),
        notes: returned.notes.clone(),
    };
    comparing.departments();
    // Personas first: emotions are about them.
    if returned.has_personas {
        comparing.personas(&returned.theirs.personas);
    }
    for map in &returned.theirs.maps {
        comparing.map(map);
    }
    if returned.has_opportunities {
        comparing.opportunities(&returned.theirs);
    }
    comparing.finish()
}

/// What is compared, and what came of it so far.
struct Comparing<'a> {
    project: &'a Project,
    now: &'a Carried,
    base: &'a Carried,
    lang: Lang,
    ids: &'a mut IdSource,
    changes: Vec<Change>,
    /// What goes, goes last: something may have been moved out of it.
    last: Vec<Change>,
    notes: Vec<Note>,
}

/// A text when the workbook went out, in it now, and in the project by now.
#[derive(Clone, Copy)]
struct Texts<'t> {
    base: &'t str,
    theirs: &'t str,
    now: &'t str,
}

impl Texts<'_> {
    /// Whether a colleague changed it, and not to what it is by now anyway.
    fn differ(&self) -> bool {
        self.base != self.theirs && self.now != self.theirs
    }

    fn conflict(&self) -> Option<String> {
        (self.now != self.base).then(|| self.now.to_owned())
    }
}

impl Comparing<'_> {
    fn finish(mut self) -> Review {
        self.changes.append(&mut self.last);
        if self.notes.len() > MOST_NOTES {
            let more = self.notes.len() - MOST_NOTES;
            self.notes.truncate(MOST_NOTES);
            self.notes.push(Note { place: Place::Whole, text: format!("+{more}"), why: Because::TooMuch });
        }
        Review { changes: self.changes, notes: self.notes }
    }

    /// The departments that a workbook of another project speaks of.
    fn departments(&mut self) {
        for (id, name) in self.base.departments.clone() {
            if !self.project.departments.contains(id) {
                let letter = name.chars().take(1).collect();
                let new = Department { name: name.clone(), letter, ..Department::new(id, OrderKey::default()) };
                // Of the project's own departments, one that was removed meanwhile does not come back.
                if self.now.maps.is_empty() {
                    self.push(Deed::Added, RecordKind::Department, "", ["", &name], Edit::AddDepartment(new));
                }
            }
        }
    }

    /// The map of a journey as it went out; none where the workbook was made of nothing of it.
    fn base_map(&self, id: JourneyId) -> Option<&CarriedMap> {
        self.base.maps.iter().find(|map| map.id == id)
    }

    /// Adds a change and gives its number.
    fn push(&mut self, deed: Deed, kind: RecordKind, place: &str, texts: [&str; 2], edit: Edit) -> usize {
        let [before, after] = texts.map(str::to_owned);
        let place = place.to_owned();
        self.changes.push(Change { deed, kind, place, before, after, now: None, needs: Vec::new(), edit });
        self.changes.len() - 1
    }

    /// Adds what goes; it is done after everything else.
    fn remove(&mut self, kind: RecordKind, place: &str, texts: &Texts<'_>, edit: Edit) {
        let (before, now) = (texts.base.to_owned(), texts.conflict());
        let (place, after) = (place.to_owned(), String::new());
        self.last.push(Change { deed: Deed::Removed, kind, place, before, after, now, needs: Vec::new(), edit });
    }

    /// Adds that a text was changed, if it was.
    fn changed(&mut self, kind: RecordKind, place: &str, texts: &Texts<'_>, edit: Edit) -> Option<usize> {
        if !texts.differ() {
            return None;
        }
        let at = self.push(Deed::Changed, kind, place, [texts.base, texts.theirs], edit);
        self.changes[at].now = texts.conflict();
        Some(at)
    }

    /// Says that a change has nowhere to go: what it is about was removed meanwhile.
    fn gone(&mut self, text: &str) {
        self.notes.push(Note { place: Place::Whole, text: text.to_owned(), why: Because::Gone });
    }
}
