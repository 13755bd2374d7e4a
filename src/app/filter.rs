//! The filter of the window: which cards are brought forward. What is only looked at, neither saved nor undone, until
//! it is given a name as a saved view.

use super::walk::Walk;
use super::{Cell, Selection, Session};
use crate::model::{
    Card, CardFilter, CardId, DepartmentId, Evidence, FeedbackFilter, OtherCards, PersonaId, Project, RecordId,
    SavedView, SavedViewId, Standing,
};

/// What of the map is brought forward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapFilter {
    /// Which cards, and what becomes of the others.
    pub cards: CardFilter,
    /// Which of the customers' answers are counted.
    pub answers: FeedbackFilter,
    /// Whether each phase says how much of it is known.
    pub known: bool,
    /// The saved view that was chosen last.
    pub view: Option<SavedViewId>,
}

impl MapFilter {
    /// Whether any card steps back, or any answer is left out.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.cards.is_empty() || !self.answers.is_empty()
    }

    /// Chooses a department, or no longer.
    pub fn toggle_department(&mut self, department: DepartmentId) {
        toggle(&mut self.cards.departments, department);
    }

    /// Chooses a level of evidence, or no longer.
    pub fn toggle_evidence(&mut self, evidence: Evidence) {
        toggle(&mut self.cards.evidence, evidence);
        self.cards.evidence.sort_by_key(|level| level.index());
    }

    /// Chooses a persona, or no longer.
    pub fn toggle_persona(&mut self, persona: PersonaId) {
        toggle(&mut self.cards.personas, persona);
    }

    /// Chooses a tag, or no longer.
    pub fn toggle_tag(&mut self, tag: &str) {
        toggle(&mut self.cards.tags, tag.to_owned());
    }

    /// Brings everything forward again; what became of the other cards is remembered for the next time.
    pub fn clear(&mut self) {
        self.cards = CardFilter { others: self.cards.others, ..CardFilter::default() };
        self.answers = FeedbackFilter::default();
        self.view = None;
    }

    /// The other cards step back instead of being left out, or the other way round.
    pub fn switch_others(&mut self) {
        self.cards.others = match self.cards.others {
            OtherCards::Dimmed => OtherCards::Hidden,
            OtherCards::Hidden => OtherCards::Dimmed,
        };
    }

    /// Shows what a saved view shows.
    pub fn choose(&mut self, view: &SavedView) {
        self.cards = view.filter.clone();
        self.answers = view.feedback.clone();
        self.view = Some(view.id);
    }

    /// The saved view that was chosen, and whether the filter is still as it says.
    #[must_use]
    pub fn chosen<'p>(&self, project: &'p Project) -> Option<(&'p SavedView, bool)> {
        let view = project.views.get(self.view?)?;
        Some((view, view.filter == self.cards && view.feedback == self.answers))
    }

    /// Lets go of what is not in the document any more.
    pub fn settle(&mut self, project: &Project) {
        self.cards.departments.retain(|id| project.departments.contains(*id));
        self.cards.personas.retain(|id| project.personas.contains(*id));
        self.view = self.view.filter(|id| project.views.contains(*id));
    }

    /// Whether a card stands on the map.
    #[must_use]
    pub fn shows(&self, card: &Card) -> bool {
        self.cards.standing(card) != Standing::Out
    }

    /// Takes cards out of the selection that the filter does not bring forward: those that are left out, or with
    /// `strictly` those that step back too. Nobody changes what cannot be seen.
    pub fn narrow_selection(&self, session: &mut Session, strictly: bool) {
        let project = session.project();
        let is_out = |record: &RecordId| match record {
            RecordId::Card(id) => project.cards.get(*id).is_some_and(|card| {
                let standing = self.cards.standing(card);
                standing == Standing::Out || (strictly && standing == Standing::Back)
            }),
            _ => false,
        };
        let out: Vec<RecordId> = session.selection().records().iter().copied().filter(is_out).collect();
        if out.is_empty() {
            return;
        }
        let mut selection = session.selection().clone();
        for record in out {
            selection.toggle(record);
        }
        session.select(selection);
    }
}

impl MapFilter {
    /// After a key that walks: past cards that are left out. In another cell that is the nearest card that stands on
    /// the map, or the cell itself; within the cell it is the next one, or what lies behind.
    pub fn walk_on(&self, session: &mut Session, walk: Walk, from: Option<Cell>) {
        // A cell has so many cards at most before the walk leads out of it.
        for _ in 0..=session.project().cards.len() {
            let Some(card) = self.hidden_card(session) else { return };
            let cell = Cell { lane: card.lane, step: card.step };
            if from != Some(cell) {
                let selection = self.entered(session, cell, card.id);
                return session.select(selection);
            }
            match walk.goal(session) {
                Some(selection) => session.select(selection),
                None => return session.select(Selection::of_cell(cell)),
            }
        }
    }

    fn hidden_card(&self, session: &Session) -> Option<Card> {
        match session.selection().primary() {
            Some(RecordId::Card(id)) => session.project().cards.get(id).filter(|card| !self.shows(card)).cloned(),
            _ => None,
        }
    }

    /// What is selected in a cell that was entered at a card that is left out.
    fn entered(&self, session: &Session, cell: Cell, at: CardId) -> Selection {
        let cards = session.project().cards_in(cell.lane, cell.step);
        let place = cards.iter().position(|card| card.id == at).unwrap_or(0);
        let shown = cards.iter().enumerate().filter(|(_, card)| self.shows(card));
        let nearest = shown.min_by_key(|(index, _)| index.abs_diff(place)).map(|(_, card)| card.id.into());
        let mut selection = Selection::of(nearest);
        selection.focus(Some(cell));
        selection
    }
}

fn toggle<T: PartialEq>(chosen: &mut Vec<T>, value: T) {
    match chosen.iter().position(|other| *other == value) {
        Some(at) => drop(chosen.remove(at)),
        None => chosen.push(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::app::{AppCommand, perform};
    use crate::edit::Command;
    use crate::i18n::Lang;

    #[test]
    fn what_is_left_out_is_not_selected_either() {
        let (mut session, cell) = session();
        let known = add_card(&mut session, cell, "known");
        add_card(&mut session, cell, "guessed");
        let card = Card { evidence: Evidence::Researched, ..session.project().cards.get(known).unwrap().clone() };
        session.run(&Command::Edit(card.into())).unwrap();
        let mut filter = MapFilter::default();
        filter.toggle_evidence(Evidence::Researched);
        perform(&mut session, AppCommand::SelectAll, Lang::Ja).unwrap();
        filter.narrow_selection(&mut session, false);
        assert_eq!(session.selection().records().len(), 2, "pale cards can be selected");
        filter.switch_others();
        filter.narrow_selection(&mut session, false);
        assert_eq!(session.selection().records(), [known.into()]);
    }

    #[test]
    fn arrows_pass_cards_that_are_left_out() {
        let (mut session, cell) = session();
        let steps = session.project().steps_in_journey(session.journey().unwrap());
        let beside = Cell { step: steps[1].id, ..cell };
        let [first, hidden, last] = ["first", "hidden", "last"].map(|text| add_card(&mut session, cell, text));
        let only = add_card(&mut session, beside, "hidden too");
        for card in [first, last] {
            let card = Card { evidence: Evidence::Researched, ..session.project().cards.get(card).unwrap().clone() };
            session.run(&Command::Edit(card.into())).unwrap();
        }
        let mut filter = MapFilter::default();
        filter.toggle_evidence(Evidence::Researched);
        filter.switch_others();
        let press = |session: &mut Session, command: AppCommand| {
            let from = crate::app::walk::cell_of(session);
            perform(session, command, Lang::Ja).unwrap();
            filter.walk_on(session, Walk::of(command).unwrap(), from);
            (session.selection().primary(), session.selection().cell())
        };
        session.select(Selection::from([first.into()]));
        assert_eq!(press(&mut session, AppCommand::GoDown).0, Some(last.into()), "not {hidden:?}");
        assert_eq!(press(&mut session, AppCommand::GoUp).0, Some(first.into()));
        assert_eq!(press(&mut session, AppCommand::GoRight), (None, Some(beside)), "the cell, not {only:?}");
        assert_eq!(press(&mut session, AppCommand::GoLeft).0, Some(first.into()));
    }

    #[test]
    fn a_choice_made_twice_is_none_and_clearing_keeps_how_the_others_are_shown() {
        let mut filter = MapFilter::default();
        filter.switch_others();
        filter.toggle_tag("在庫");
        assert!(filter.is_on());
        filter.toggle_tag("在庫");
        assert!(!filter.is_on());
        filter.toggle_evidence(Evidence::Partly);
        filter.clear();
        assert!(!filter.is_on());
        assert_eq!(filter.cards.others, OtherCards::Hidden);
    }
}
