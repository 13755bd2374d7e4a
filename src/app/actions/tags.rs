//! Tags: words that cards have in common, kept nowhere but on the cards and in the views that choose them.

use super::batch;
use crate::base::normalized;
use crate::edit::{Command, RecordKind, Verb};
use crate::model::Project;
use std::collections::BTreeMap;

/// All tags in use, with the number of cards of the whole project.
#[must_use]
pub fn tags_in_use(project: &Project) -> BTreeMap<&str, usize> {
    let mut tags = BTreeMap::new();
    for tag in project.cards.iter().flat_map(|card| &card.tags) {
        *tags.entry(tag.as_str()).or_default() += 1;
    }
    tags
}

/// The tags in a text, as people part them: comma, 、, line break; a leading # is left off.
#[must_use]
pub fn tags_in(text: &str) -> Vec<String> {
    let parts = text.split([',', '、', '，', ';', '；', '\n']);
    parts
        .map(|part| part.trim().trim_start_matches(['#', '＃']).trim())
        .filter(|tag| !tag.is_empty())
        .map(Into::into)
        .collect()
}

/// Adds a tag, spelled as one in use if it differs from that in width, case or spaces only.
pub fn add_tag(tags: &mut Vec<String>, tag: &str, project: &Project) {
    let normal = normalized(tag);
    if tags.iter().any(|other| normalized(other) == normal) {
        return;
    }
    let known = tags_in_use(project).into_keys().find(|known| normalized(known) == normal);
    tags.push(known.unwrap_or(tag).to_owned());
}

/// Gives a tag another name on every card and in every view; where both names stand, one remains.
#[must_use]
pub fn rename_tag(project: &Project, tag: &str, name: &str) -> Command {
    replaced(project, tag, Some(name), Verb::Edit)
}

/// Takes a tag off every card and out of every view.
#[must_use]
pub fn delete_tag(project: &Project, tag: &str) -> Command {
    replaced(project, tag, None, Verb::Delete)
}

fn replaced(project: &Project, tag: &str, by: Option<&str>, verb: Verb) -> Command {
    let mut commands = Vec::new();
    for card in project.cards.iter().filter(|card| card.tags.iter().any(|other| other == tag)) {
        let mut card = card.clone();
        replace(&mut card.tags, tag, by);
        commands.push(Command::Edit(card.into()));
    }
    for view in project.views.iter().filter(|view| view.filter.tags.iter().any(|other| other == tag)) {
        let mut view = view.clone();
        replace(&mut view.filter.tags, tag, by);
        commands.push(Command::Edit(view.into()));
    }
    batch(verb, RecordKind::Tag, commands)
}

/// Puts another tag in the place of one, or none.
pub fn replace(tags: &mut Vec<String>, tag: &str, by: Option<&str>) {
    let Some(at) = tags.iter().position(|other| other == tag) else { return };
    match by.filter(|by| !tags.iter().any(|other| other == by)) {
        Some(by) => by.clone_into(&mut tags[at]),
        None => drop(tags.remove(at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::base::OrderKey;
    use crate::model::{Card, SavedView};

    #[test]
    fn tags_are_parted_as_people_part_them() {
        assert_eq!(tags_in("在庫、 BOPIS,#返品\n　"), ["在庫", "BOPIS", "返品"]);
        assert!(tags_in(" 、 ").is_empty());
    }

    #[test]
    fn a_tag_is_renamed_everywhere_in_one_step_and_deleted_too() {
        let (mut session, cell) = session();
        for (text, tags) in [("a", vec!["stock", "old"]), ("b", vec!["stock", "在庫"]), ("c", vec![])] {
            let id = add_card(&mut session, cell, text);
            let tags = tags.into_iter().map(Into::into).collect();
            let card = Card { tags, ..session.project().cards.get(id).unwrap().clone() };
            session.run(&Command::Edit(card.into())).unwrap();
        }
        let mut view = SavedView::new(session.new_id(), OrderKey::default());
        view.filter.tags.push("stock".to_owned());
        session.run(&Command::Add { record: view.clone().into(), before: None }).unwrap();
        let before = session.project().clone();

        session.run(&rename_tag(&before, "stock", "在庫")).unwrap();
        assert_eq!(tags_in_use(session.project()), [("old", 1), ("在庫", 2)].into());
        assert_eq!(session.project().views.get(view.id).unwrap().filter.tags, ["在庫"]);
        session.undo();
        assert_eq!(session.project(), &before, "one step takes all of it back");
        session.run(&delete_tag(&before, "stock")).unwrap();
        assert!(!tags_in_use(session.project()).contains_key("stock"));
    }

    #[test]
    fn a_tag_typed_otherwise_is_the_one_in_use() {
        let (mut session, cell) = session();
        let id = add_card(&mut session, cell, "a");
        let card = Card { tags: vec!["BOPIS".to_owned()], ..session.project().cards.get(id).unwrap().clone() };
        session.run(&Command::Edit(card.into())).unwrap();
        let mut tags = Vec::new();
        add_tag(&mut tags, "ｂｏｐｉｓ", session.project());
        add_tag(&mut tags, "bopis", session.project());
        assert_eq!(tags, ["BOPIS"]);
    }
}
