//! Saved views: a filter under a name, in the file, so that the whole team has it.

use super::place::after;
use super::{Action, add_at_end};
use crate::app::Session;
use crate::base::OrderKey;
use crate::edit::Command;
use crate::i18n::answers::answers_words;
use crate::i18n::commands::NewName;
use crate::i18n::filter::filter_words;
use crate::i18n::{Lang, fill};
use crate::model::{CardFilter, FeedbackFilter, Project, SavedView, SavedViewId};

/// Saves a filter, with the journey shown, as the last view; it is named after what it shows until somebody names it
/// better.
pub fn save_view(
    session: &mut Session,
    filter: &CardFilter,
    answers: &FeedbackFilter,
    lang: Lang,
) -> (SavedViewId, Action) {
    let id = session.new_id();
    let name = if filter.is_empty() && !answers.is_empty() {
        answers_words(answers, lang)
    } else {
        filter_words(session.project(), filter, lang)
    };
    let (journey, filter) = (session.journey(), filter.clone());
    let feedback = answers.clone();
    let view = SavedView { name, journey, filter, feedback, ..SavedView::new(id, OrderKey::default()) };
    (id, Action::new(add_at_end(view)))
}

/// A view shows another filter from now on; what it lost is settled with that.
#[must_use]
pub fn update_view(
    project: &Project,
    view: SavedViewId,
    filter: &CardFilter,
    answers: &FeedbackFilter,
) -> Option<Command> {
    let old = project.views.get(view)?;
    let view = SavedView { filter: filter.clone(), feedback: answers.clone(), lost: Vec::new(), ..old.clone() };
    Some(Command::Edit(view.into()))
}

/// A copy of a view, after it.
pub fn duplicate_view(session: &mut Session, view: SavedViewId, lang: Lang) -> Option<(SavedViewId, Action)> {
    let id = session.new_id();
    let old = session.project().views.get(view)?;
    let name = fill(NewName::CopyOf.text(lang), &[("name", &old.name)]);
    let copy = SavedView { id, name, ..old.clone() };
    let all: Vec<SavedViewId> = session.project().views_in_order().iter().map(|view| view.id).collect();
    let before = after(&all, view).map(Into::into);
    Some((id, Action::new(Command::Add { record: copy.into(), before })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::run_action;
    use crate::app::testing::session;
    use crate::model::Evidence;

    #[test]
    fn a_view_is_saved_updated_copied_and_taken_back() {
        let (mut session, _) = session();
        let mut filter = CardFilter { evidence: vec![Evidence::Assumed], ..CardFilter::default() };
        let (view, action) = save_view(&mut session, &filter, &FeedbackFilter::default(), Lang::Ja);
        run_action(&mut session, action).unwrap();
        let saved = session.project().views.get(view).unwrap();
        assert_eq!((saved.name.as_str(), saved.journey), ("仮説", session.journey()));

        filter.evidence.push(Evidence::Partly);
        let command = update_view(session.project(), view, &filter, &FeedbackFilter::default()).unwrap();
        session.run(&command).unwrap();
        let (copy, action) = duplicate_view(&mut session, view, Lang::Ja).unwrap();
        run_action(&mut session, action).unwrap();
        let names: Vec<&str> = session.project().views_in_order().iter().map(|view| view.name.as_str()).collect();
        assert_eq!(names, ["仮説", "仮説のコピー"]);
        assert_eq!(session.project().views.get(copy).unwrap().filter, filter);
        for _ in 0..3 {
            session.undo();
        }
        assert!(session.project().views.is_empty());
    }
}
