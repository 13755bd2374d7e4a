//! What every UI function gets: the document to read, how to draw, and a queue for what is to be done.
//! Nothing here can change the document; the queue is worked off after the frame is drawn.

use super::action::Action;
use super::shown::Shown;
use super::widgets::field::{Ended, Field};
use crate::app::Session;
use crate::edit::Command;
use crate::i18n::Lang;
use crate::look::Theme;
use crate::model::{AnyRecord, Project, Record};
use eframe::egui::{Response, Ui};

/// The surroundings of a UI function.
pub(crate) struct Cx<'a> {
    /// The document as it is.
    pub(crate) project: &'a Project,
    /// The colours.
    pub(crate) theme: &'static Theme,
    /// The language.
    pub(crate) lang: Lang,
    /// The session around it: selection, history, file.
    pub(crate) session: &'a Session,
    /// What is shown: not part of the document, not undone.
    pub(crate) shown: &'a mut Shown,
    /// What is to be done after drawing.
    pub(crate) actions: &'a mut Vec<Action>,
    typing_in: Option<u64>,
}

impl<'a> Cx<'a> {
    /// For one frame.
    pub(crate) fn new(
        session: &'a Session,
        theme: &'static Theme,
        lang: Lang,
        shown: &'a mut Shown,
        actions: &'a mut Vec<Action>,
    ) -> Self {
        Self { project: session.project(), session, theme, lang, shown, actions, typing_in: None }
    }

    /// Asks for something to be done after drawing.
    pub(crate) fn push(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Shows a text field. What is typed goes into `value` at once, except while an input method composes;
    /// all of it until the keyboard leaves the field is one step of the history.
    pub(crate) fn field(&mut self, ui: &mut Ui, field: Field<'_>, value: &mut String) -> Response {
        let outcome = field.show(ui, self.theme, value);
        if outcome.changed {
            self.typing_in = Some(outcome.response.id.value());
        }
        match outcome.ended {
            Ended::No => {}
            Ended::Kept | Ended::TakenBack => self.shown.typing_ended = true,
        }
        outcome.response
    }

    /// Shows controls that change a copy of a record, and asks for the change if there was one.
    pub(crate) fn edit<R: Record + Into<AnyRecord>>(
        &mut self,
        ui: &mut Ui,
        original: &R,
        controls: impl FnOnce(&mut Ui, &mut Self, &mut R),
    ) {
        let outer = self.typing_in.take();
        let mut record = original.clone();
        controls(ui, self, &mut record);
        let typing_in = std::mem::replace(&mut self.typing_in, outer);
        if record != *original {
            let command = Command::Edit(record.into());
            self.push(match typing_in {
                Some(field) => Action::Type { command, field },
                None => Action::Run(command),
            });
        }
    }
}
