//! What a colleague does to a workbook, and what comes of it: cells are edited as they would be there.

use super::to_xlsx;
use crate::base::IdSource;
use crate::edit::apply;
use crate::feedback::{Grid, grids};
use crate::i18n::Lang;
use crate::import::workbook::{
    BASE_SHEET, Deed, OPPORTUNITIES, PERSONAS, Review, accepted, commands, compare, mark, read,
};
use crate::model::{LaneKind, Project};
use crate::store;

struct Book {
    project: Project,
    grids: Vec<Grid>,
}

impl Book {
    fn new() -> Self {
        let text = include_str!("../../../examples/hotel-stay.ron");
        let project = store::from_text(text, &mut IdSource::seeded(1)).unwrap().project;
        let journeys: Vec<_> = project.journeys_in_order().iter().map(|journey| journey.id).collect();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        store::write_atomically(&path, &to_xlsx(&project, &journeys, None, Lang::En).unwrap()).unwrap();
        Self { grids: grids(&path).unwrap(), project }
    }

    /// The cell that holds a text, on the sheet of the first journey.
    fn find(&self, text: &str) -> (u32, u32) {
        let found = self.grids[0].cells.iter().find(|(_, cell)| cell.as_str() == text);
        *found.unwrap_or_else(|| panic!("{text} stands on the sheet")).0
    }

    fn set(&mut self, place: (u32, u32), text: &str) {
        self.grids[0].cells.insert(place, text.to_owned());
    }

    fn take(&mut self, place: (u32, u32)) -> String {
        self.grids[0].cells.remove(&place).unwrap_or_default()
    }

    /// Everything from a row or column on goes one further.
    fn insert(&mut self, row: Option<u32>, column: Option<u32>) {
        let moved = |(r, c): (u32, u32)| {
            (r + u32::from(row.is_some_and(|at| r >= at)), c + u32::from(column.is_some_and(|at| c >= at)))
        };
        let cells = std::mem::take(&mut self.grids[0].cells);
        self.grids[0].cells = cells.into_iter().map(|(place, text)| (moved(place), text)).collect();
    }

    fn review(&self) -> Review {
        compare(&self.project, &read(&self.grids), Lang::En, &mut IdSource::seeded(2))
    }

    /// The project after all changes.
    fn after(&self) -> Project {
        let review = self.review();
        let mut ids = IdSource::seeded(3);
        let all = vec![true; review.changes.len()];
        let (command, refused) = commands(&self.project, &review.changes, &all, &mut ids);
        assert_eq!(refused, []);
        apply(&self.project, &command.unwrap(), &mut ids).unwrap()
    }

    /// Two cards of the first journey in different steps of one lane, with their places on the sheet.
    fn two_cards(&self) -> [(String, (u32, u32)); 2] {
        let map = &read(&self.grids).theirs.maps[0];
        let lane = map.lanes.iter().position(|lane| lane.kind == LaneKind::Action).unwrap();
        let first = map.cards.iter().find(|card| card.lane == lane).unwrap();
        let second = map.cards.iter().find(|card| card.lane == lane && card.step != first.step).unwrap();
        [first, second].map(|card| (card.text.clone(), self.find(&card.text)))
    }
}

fn deeds(review: &Review) -> Vec<(Deed, crate::edit::RecordKind)> {
    review.changes.iter().map(|change| (change.deed, change.kind)).collect()
}

#[test]
fn cards_are_edited_added_removed_and_moved() {
    use crate::edit::RecordKind::Card;
    let mut book = Book::new();
    let [(first, at), (second, there)] = book.two_cards();
    book.set(at, &format!("{first} again"));
    assert_eq!(deeds(&book.review()), [(Deed::Changed, Card)]);
    assert_eq!(book.after().cards.len(), book.project.cards.len());
    book.set((at.0 + 1, at.1), "quite new words");
    assert_eq!(deeds(&book.review()), [(Deed::Changed, Card), (Deed::Added, Card)]);
    book.take(there);
    assert_eq!(deeds(&book.review()), [(Deed::Changed, Card), (Deed::Added, Card), (Deed::Removed, Card)]);
    let mut book = Book::new();
    book.take(there);
    book.set((there.0 + 1, at.1), &second);
    let review = book.review();
    assert_eq!(deeds(&review), [(Deed::Moved, Card)], "cut and pasted elsewhere: {:?}", review.changes);
    let moved = book.after();
    let card = |project: &Project| project.cards.iter().find(|card| card.text == second).cloned().unwrap();
    assert_eq!(card(&moved).id, card(&book.project).id);
    assert_ne!(card(&moved).step, card(&book.project).step);
}

#[test]
fn rows_and_columns_may_be_put_in_and_steps_added() {
    use crate::edit::RecordKind::{Card, Step};
    let mut book = Book::new();
    let [(_, at), _] = book.two_cards();
    book.insert(Some(at.0), None);
    book.insert(Some(0), None);
    assert_eq!(book.review().changes, [], "an empty row says nothing");
    let place = (at.0 + 1, at.1);
    book.set(place, "in the new row");
    assert_eq!(deeds(&book.review()), [(Deed::Added, Card)]);
    let steps = book.grids[0].cells.iter().find(|(_, text)| text.as_str() == mark::STEPS).unwrap().0.0;
    book.insert(None, Some(at.1 + 1));
    assert_eq!(deeds(&book.review()), [(Deed::Added, Card)], "an empty column says nothing");
    book.set((steps, at.1 + 1), "A new step");
    book.set((place.0, at.1 + 1), "what happens there");
    assert_eq!(deeds(&book.review()), [(Deed::Added, Step), (Deed::Added, Card), (Deed::Added, Card)]);
    let after = book.after();
    let names: Vec<&str> =
        after.steps_in_journey(after.journeys_in_order()[0].id).iter().map(|step| step.name.as_str()).collect();
    assert_eq!(names[1], "A new step");
    assert_eq!(accepted(&book.review().changes, &[false, true, true]).iter().filter(|made| **made).count(), 1);
}

#[test]
fn a_column_that_is_gone_takes_its_step_and_a_moved_one_moves_it() {
    use crate::edit::RecordKind::Step;
    let mut book = Book::new();
    let [(_, (_, column)), _] = book.two_cards();
    let cells = std::mem::take(&mut book.grids[0].cells);
    let kept = cells.clone().into_iter().filter(|((_, at), _)| *at != column);
    book.grids[0].cells = kept.map(|((row, at), text)| ((row, if at > column { at - 1 } else { at }), text)).collect();
    assert_eq!(deeds(&book.review()), [(Deed::Removed, Step)], "{:?}", book.review().changes);
    // The first two columns change places.
    let swapped = cells.into_iter().map(|((row, at), text)| {
        let at = if at == column {
            column + 1
        } else if at == column + 1 {
            column
        } else {
            at
        };
        ((row, at), text)
    });
    book.grids[0].cells = swapped.collect();
    assert_eq!(deeds(&book.review()), [(Deed::Moved, Step)], "{:?}", book.review().changes);
}

#[test]
fn what_both_sides_changed_is_a_conflict_and_what_both_did_alike_is_nothing() {
    let mut book = Book::new();
    let [(first, at), _] = book.two_cards();
    book.set(at, "theirs");
    let id = book.project.cards.iter().find(|card| card.text == first).unwrap().id;
    book.project.cards.change(id, |card| card.text = "ours".to_owned());
    let review = book.review();
    let change = &review.changes[0];
    assert_eq!(
        (change.before.as_str(), change.after.as_str(), change.now.as_deref()),
        (first.as_str(), "theirs", Some("ours"))
    );
    assert_eq!(review.unquestioned(), [false]);
    book.project.cards.change(id, |card| card.text = "theirs".to_owned());
    assert_eq!(book.review().changes, []);
    book.project.cards.remove(id);
    let review = book.review();
    assert_eq!((review.changes.len(), review.notes.len()), (0, 1), "it has nowhere to go, and that is said");
}

#[test]
fn figures_are_read_by_value_and_what_is_none_is_said() {
    let mut book = Book::new();
    let row = book.grids[0].cells.iter().find(|((_, column), text)| *column == 0 && text.contains("emotion agreed"));
    let row = row.unwrap().0.0;
    let was = book.grids[0].cell(row, 3).to_owned();
    book.set((row, 3), if was == "-1" { "1" } else { "-1" });
    assert_eq!(deeds(&book.review()), [(Deed::Changed, crate::edit::RecordKind::Emotion)]);
    book.set((row, 3), "seven");
    let review = book.review();
    assert_eq!((review.changes.len(), review.notes.len()), (0, 1));
}

#[test]
fn people_and_opportunities_come_back_field_by_field() {
    let mut book = Book::new();
    let sheet = |book: &Book, mark: &str| {
        book.grids.iter().position(|grid| grid.cells.values().any(|cell| cell == mark)).unwrap()
    };
    let personas = sheet(&book, PERSONAS);
    let age = book.grids[personas].cells.iter().find(|(_, text)| text.as_str() == "age").unwrap().0.0;
    book.grids[personas].cells.insert((age, 2), "99".to_owned());
    let opportunities = sheet(&book, OPPORTUNITIES);
    let (heads, _) =
        *book.grids[opportunities].cells.iter().find(|(_, text)| text.as_str() == OPPORTUNITIES).unwrap().0;
    let column = |key: &str| {
        let cells = &book.grids[opportunities].cells;
        cells.iter().find(|((row, _), text)| *row == heads && text.as_str() == key).unwrap().0.1
    };
    let (due, status, owner, row) = (column("due"), column("status"), column("owner"), heads + 2);
    let cells = &mut book.grids[opportunities].cells;
    cells.insert((row, due), "2031-05-06".to_owned());
    cells.insert((row, status), "完了".to_owned());
    cells.insert((row, owner), "A brand-new team".to_owned());
    let review = book.review();
    assert_eq!(review.changes.len(), 4, "{:?}", review.changes);
    let after = book.after();
    assert!(after.personas.iter().any(|persona| persona.age == "99"));
    assert!(after.cards.iter().any(|card| card.opportunity.due.is_some_and(|due| due.to_string() == "2031-05-06")));
    assert_eq!(after.departments.len(), book.project.departments.len() + 1);
}

#[test]
fn a_workbook_without_its_hidden_sheet_is_held_against_the_project() {
    let mut book = Book::new();
    book.grids.retain(|grid| grid.name != BASE_SHEET);
    assert_eq!(book.review().changes, []);
    let [(_, at), _] = book.two_cards();
    book.set(at, "other words");
    assert_eq!(book.review().changes.len(), 1);
}
