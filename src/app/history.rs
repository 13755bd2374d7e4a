//! Undo and redo: snapshots before and after each step, shared with each other and the project.

use super::selection::Selection;
use crate::edit::Label;
use crate::model::{JourneyId, PersonaId, Project};

/// How many steps can be undone.
const LONGEST: usize = 200;

/// Where the person was: comes back with undo and redo, so that one sees what changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Place {
    pub(super) selection: Selection,
    pub(super) journey: Option<JourneyId>,
    pub(super) persona: Option<PersonaId>,
}

/// The document and the place at one end of a step.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) project: Project,
    pub(super) place: Place,
}

/// One step of the history.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) before: Moment,
    pub(super) after: Moment,
    pub(super) label: Label,
    /// A following change with the same key joins this step.
    pub(super) coalesce: Option<String>,
}

/// The steps that can be undone and redone.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Adds a step (or joins it with the last one of the same key); what was undone is gone.
    pub(super) fn push(&mut self, step: Step) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if last.coalesce.is_some() && last.coalesce == step.coalesce => last.after = step.after,
            _ => self.done.push(step),
        }
        if self.done.len() > LONGEST {
            self.done.remove(0);
        }
    }

    /// The document before the last step, where a change with this key joins it.
    pub(super) fn before(&self, key: &str) -> Option<&Project> {
        self.done.last().filter(|last| last.coalesce.as_deref() == Some(key)).map(|last| &last.before.project)
    }

    /// No later change joins the last step.
    pub(super) fn seal(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.coalesce = None;
        }
    }

    /// Goes one step back.
    pub(super) fn undo(&mut self) -> Option<&Step> {
        let step = self.done.pop()?;
        self.undone.push(step);
        self.seal();
        self.undone.last()
    }

    /// Goes one step forward.
    pub(super) fn redo(&mut self) -> Option<&Step> {
        let mut step = self.undone.pop()?;
        step.coalesce = None;
        self.done.push(step);
        self.done.last()
    }

    /// What undo would take back.
    pub(super) fn undo_label(&self) -> Option<Label> {
        self.done.last().map(|step| step.label)
    }

    /// What redo would do again.
    pub(super) fn redo_label(&self) -> Option<Label> {
        self.undone.last().map(|step| step.label)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.done.len()
    }
}
