//! What holds for every merge.

use super::{Choice, Merged, differences, field_value, merge, settled};
use crate::base::{IdSource, OrderKey};
use crate::edit::testing::{Dice, Small, random_command};
use crate::edit::{ChangeKind, apply};
use crate::model::{AnyRecord, Card, Evidence, Mark, MarkSource, Problem, Project, RecordId, arbitrary};
use proptest::prelude::*;

fn dice() -> impl Strategy<Value = Vec<Dice>> {
    prop::collection::vec(any::<Dice>(), 0..14)
}

const WORDS: [&str; 6] = ["the stock is unknown", "the stock is not shown", "店頭の在庫", "在庫", "", "ask the clerk"];

/// What a colleague makes of a project: any commands, and edits of cards, many of the same ones.
fn changed(base: &Project, seed: u64, throws: &[Dice]) -> Project {
    let (mut project, mut ids) = (base.clone(), IdSource::seeded(seed));
    for throw in throws {
        let [what, a, b, c, _] = *throw;
        if what % 3 == 0 {
            let cards: Vec<_> = project.cards.iter().map(|card| card.id).collect();
            let Some(card) = cards.get(usize::from(a) % cards.len().max(1)) else { continue };
            project.cards.change(*card, |card| change_card(card, b, c));
        } else if let Ok(next) = apply(&project, &random_command(&project, &mut ids, *throw), &mut ids) {
            project = next;
        }
    }
    project
}

fn change_card(card: &mut Card, field: u16, value: u16) {
    let word = WORDS[usize::from(value) % WORDS.len()].to_owned();
    match field % 6 {
        0 => card.text = word,
        1 => card.text = format!("{} {word}", card.text),
        2 => card.tags.push(word),
        3 => card.evidence = Evidence::ALL[usize::from(value) % 3],
        4 => card.pain.root_cause = word,
        _ => card.votes = u32::from(value % 5),
    }
}

/// Three versions: of a small project, or of any project of which two have other texts in the same places.
fn versions() -> impl Strategy<Value = Versions> {
    let texts = || prop::collection::vec(arbitrary::text(), 3);
    let any_base = (any::<u64>(), texts(), texts(), texts());
    (any::<bool>(), any_base, dice(), dice()).prop_map(|(is_small, (seed, a, b, c), ours, theirs)| {
        let [base, our_base, their_base] = if is_small {
            let base = Small::new().project;
            [base.clone(), base.clone(), base]
        } else {
            [a, b, c].map(|texts| arbitrary::project_of(seed, 2, texts))
        };
        let (ours, theirs) = (changed(&our_base, 11, &ours), changed(&their_base, 12, &theirs));
        Versions([base, ours, theirs])
    })
}

/// Said by how they differ: whole projects fill pages.
struct Versions([Project; 3]);

impl std::fmt::Debug for Versions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [base, ours, theirs] = &self.0;
        write!(f, "ours: {:#?}\ntheirs: {:#?}", differences(base, ours), differences(base, theirs))
    }
}

fn same(left: &Project, right: &Project) -> Result<(), TestCaseError> {
    prop_assert_eq!(differences(left, right), vec![]);
    Ok(())
}

fn damage(project: &Project) -> Option<Problem> {
    project.problems().into_iter().find(Problem::is_damage)
}

/// What somebody changed and is not to be found any more.
fn vanished(base: &Project, side: &Project, merged: &Project) -> Vec<String> {
    let mut lost = Vec::new();
    for difference in differences(base, side) {
        match (difference.kind, difference.of) {
            (ChangeKind::Removed, _) | (ChangeKind::Changed, Some(RecordId::Conflict(_))) => {}
            (ChangeKind::Added, Some(id)) => {
                if !merged.contains(id) && !has_united([base, side, merged], id) {
                    lost.push(format!("{id:?}"));
                }
            }
            (_, Some(id)) if !merged.contains(id) && has_united([base, side, merged], id) => {}
            (_, of) => {
                for change in
                    difference.fields.iter().filter(|change| !["order", "id"].contains(&change.field.as_str()))
                {
                    let stands = field_value(merged, of, &change.field);
                    let is_kept =
                        merged.conflicts.iter().any(|c| (c.of, &c.field, &c.value) == (of, &change.field, &change.new));
                    let has_both =
                        stands.as_ref().is_some_and(|stands| holds_what_is_new(&change.old, &change.new, stands));
                    if stands.as_ref() != Some(&change.new) && !is_kept && !has_both {
                        lost.push(format!("{of:?} {} {} (stands: {stands:?})", change.field, change.new));
                    }
                }
            }
        }
    }
    lost
}

/// A second mark or handoff for one place became one with the first.
fn has_united([base, side, merged]: [&Project; 3], id: RecordId) -> bool {
    let values = |of: RecordId, field: &str| -> Vec<String> {
        let kept = merged.conflicts.iter().filter(|c| c.of == Some(of) && c.field == field).map(|c| c.value.clone());
        field_value(merged, Some(of), field).into_iter().chain(kept).collect()
    };
    match side.get(id) {
        Some(AnyRecord::Mark(mark)) => merged
            .marks
            .iter()
            .filter(|other| (other.step, other.persona, other.source) == (mark.step, mark.persona, mark.source))
            .any(|other| {
                field_value(base, Some(id), "value") == field_value(side, Some(id), "value")
                    || values(other.id.into(), "value").contains(&ron::to_string(&mark.value).unwrap())
            }),
        Some(AnyRecord::Handoff(handoff)) => {
            merged.handoffs.iter().any(|other| (other.from, other.to) == (handoff.from, handoff.to))
        }
        _ => false,
    }
}

/// Texts and lists hold what was put into them.
fn holds_what_is_new(old: &str, new: &str, stands: &str) -> bool {
    if let (Ok(old), Ok(new), Ok(stands)) =
        (ron::from_str::<String>(old), ron::from_str::<String>(new), ron::from_str::<String>(stands))
    {
        let mut words = new.split_whitespace().filter(|word| !old.contains(word));
        return words.all(|word| stands.contains(word));
    }
    let list = |text: &str| match ron::from_str::<ron::Value>(text) {
        Ok(ron::Value::Seq(items)) => Some(items),
        _ => None,
    };
    let (Some(old), Some(new), Some(stands)) = (list(old), list(new), list(stands)) else { return false };
    new.iter().filter(|item| !old.contains(item)).all(|item| stands.contains(item))
}

proptest! {
    #[test]
    fn nothing_new_on_one_side_is_the_other_side(Versions([base, ours, theirs]) in versions()) {
        same(&merge(&base, &ours, &ours).project, &ours)?;
        same(&merge(&base, &base, &theirs).project, &theirs)?;
        same(&merge(&base, &ours, &base).project, &ours)?;
    }

    #[test]
    fn a_merge_is_sound_and_loses_nothing(Versions([base, ours, theirs]) in versions()) {
        let merged = merge(&base, &ours, &theirs);
        prop_assert_eq!(damage(&merged.project), None);
        prop_assert_eq!(vanished(&base, &ours, &merged.project), Vec::<String>::new(), "ours");
        prop_assert_eq!(vanished(&base, &theirs, &merged.project), Vec::<String>::new(), "theirs");
    }

    #[test]
    fn merging_again_adds_nothing(Versions([base, ours, theirs]) in versions()) {
        let once = merge(&base, &ours, &theirs).project;
        same(&merge(&base, &once, &theirs).project, &once)?;
        same(&merge(&theirs, &once, &theirs).project, &once)?;
        prop_assert_eq!(&merge(&base, &once, &ours).project.cards.len(), &once.cards.len());
    }

    #[test]
    fn whoever_merges_has_the_same_records_and_the_same_conflicts(Versions([base, ours, theirs]) in versions()) {
        let (mine, yours) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(ids(&mine.project), ids(&yours.project));
        let places = |project: &Project| {
            let mut places: Vec<_> = project.conflicts.iter().map(|c| (c.of, c.field.clone())).collect();
            places.sort();
            places
        };
        prop_assert_eq!(places(&mine.project), places(&yours.project));
        for conflict in mine.project.conflicts.iter().filter(|c| mine.report.conflicts.contains(&c.id)) {
            prop_assert_eq!(field_value(&yours.project, conflict.of, &conflict.field), Some(conflict.value.clone()));
        }
    }

    #[test]
    fn every_conflict_can_be_settled_either_way(Versions([base, ours, theirs]) in versions()) {
        let Merged { project: merged, report } = merge(&base, &ours, &theirs);
        for conflict in report.conflicts.iter().filter_map(|id| merged.conflicts.get(*id)) {
            for choice in [Choice::Standing, Choice::Kept] {
                let command = settled(&merged, conflict, choice).expect("both values are values");
                let Ok(after) = apply(&merged, &command, &mut IdSource::seeded(5)) else { continue };
                prop_assert!(!after.conflicts.contains(conflict.id));
                let stands = field_value(&after, conflict.of, &conflict.field);
                if choice == Choice::Kept && !conflict.field.contains("value") {
                    prop_assert_eq!(stands, Some(conflict.value.clone()));
                }
            }
        }
    }
}

/// All but conflicts, whose ids tell the kept value.
fn ids(project: &Project) -> Vec<RecordId> {
    project.ids().filter(|id| !matches!(id, RecordId::Conflict(_))).collect()
}

#[test]
fn the_same_field_keeps_both_values_and_different_fields_are_one_card() {
    let small = Small::new();
    let (base, card) = (small.project.clone(), small.cards[0]);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.cards.change(card, |card| (card.text, card.votes) = ("we ask by phone".into(), 2));
    theirs.cards.change(card, |card| (card.text, card.sources) = ("nobody knows".into(), "visit".into()));
    let merged = super::merge_as("Sato", &base, &ours, &theirs);
    let after = merged.project.cards.get(card).unwrap();
    assert_eq!((after.text.as_str(), after.votes, after.sources.as_str()), ("nobody knows", 2, "visit"));
    let [conflict] = merged.report.conflicts[..] else { panic!("{:?}", merged.report) };
    let conflict = merged.project.conflicts.get(conflict).unwrap();
    assert_eq!((conflict.field.as_str(), conflict.by.as_str()), ("text", "Sato"));
    assert_eq!(conflict.value, "\"we ask by phone\"");
    let both = settled(&merged.project, conflict, Choice::Both).unwrap();
    let after = apply(&merged.project, &both, &mut IdSource::seeded(1)).unwrap();
    assert_eq!(after.cards.get(card).unwrap().text, "nobody knows\nwe ask by phone");
    assert!(after.conflicts.is_empty());
}

#[test]
fn votes_of_two_workshops_add_up_when_both_count() {
    let small = Small::new();
    let mut base = small.project.clone();
    base.cards.change(small.cards[0], |card| card.votes = 1);
    let with = |votes| {
        let mut project = base.clone();
        project.cards.change(small.cards[0], |card| card.votes = votes);
        project
    };
    let merged = merge(&base, &with(4), &with(6)).project;
    let conflict = merged.conflicts.iter().next().unwrap();
    let after = apply(&merged, &settled(&merged, conflict, Choice::Both).unwrap(), &mut IdSource::seeded(1)).unwrap();
    assert_eq!(after.cards.get(small.cards[0]).unwrap().votes, 9);
}

#[test]
fn what_is_edited_is_not_deleted_and_what_it_stands_in_comes_back_as_it_was() {
    let mut small = Small::new();
    let base = small.project.clone();
    let mut theirs = base.clone();
    theirs.cards.change(small.cards[0], |card| card.text = "important".into());
    small.run(&crate::edit::Command::Delete(vec![small.steps[0].into()])).unwrap();
    let merged = merge(&base, &small.project, &theirs);
    assert_eq!(merged.project.cards.len(), 1, "the other cards of the step stay deleted");
    assert_eq!(merged.project.steps.get(small.steps[0]), base.steps.get(small.steps[0]));
    assert!(merged.report.kept.contains(&small.steps[0].into()) && merged.report.kept.contains(&small.cards[0].into()));
}

#[test]
fn departments_that_feel_differently_are_two_voices_and_no_conflict() {
    let mut small = Small::new();
    let base = small.project.clone();
    let other = crate::model::Department::new(small.ids.next(), OrderKey::default());
    let mut base_with_two = base.clone();
    base_with_two.departments.put(other.clone());
    let with = |source, value, id| {
        let mut project = base_with_two.clone();
        project.marks.put(Mark { value, ..Mark::new(crate::base::Id::from_bits(id), small.steps[0], source) });
        project
    };
    let ours = with(MarkSource::Believed(small.department), 1.5, 1);
    let theirs = with(MarkSource::Believed(other.id), -2.0, 2);
    let merged = merge(&base_with_two, &ours, &theirs).project;
    assert_eq!((merged.marks.len(), merged.conflicts.len()), (2, 0));
    // What the room agreed on is one thing, and the two opinions about it are a conflict.
    let (ours, theirs) = (with(MarkSource::Agreed, 1.5, 1), with(MarkSource::Agreed, -2.0, 2));
    let merged = merge(&base_with_two, &ours, &theirs).project;
    assert_eq!((merged.marks.len(), merged.conflicts.len()), (1, 1));
    assert!((merged.marks.iter().next().unwrap().value - -2.0).abs() < f32::EPSILON);
}
