//! Names that are masked in comments: when the list changes, what the project keeps of the comments changes with it,
//! in one step, so that no listed name stays in the file.

use super::batch;
use crate::edit::{Command, RecordKind, Verb};
use crate::feedback::{tells_a_name, without_names};
use crate::model::{Card, DataSet, Project, ProjectInfo};
use std::collections::BTreeMap;

/// The project's texts with a new list of names: comments, frequent words, and cards that a comment was put on the map
/// as. `base` is the project from before the list was typed in: a name half typed masks nothing for good.
#[must_use]
pub fn set_private_names(base: &Project, now: &Project, info: ProjectInfo) -> Command {
    let names = info.private_names.clone();
    let sets = now.data_sets.iter().filter_map(|set| {
        let masked = data_set(base.data_sets.get(set.id).unwrap_or(set), set, &names);
        (masked != *set).then(|| Command::Edit(masked.into()))
    });
    let comments = comments(base);
    let cards = now.cards.iter().filter_map(|card| {
        let text = &base.cards.get(card.id).unwrap_or(card).text;
        let masked = without_names(comments.get(text.as_str())?, &names);
        (masked != card.text).then(|| Command::Edit(Card { text: masked, ..card.clone() }.into()))
    });
    let changes: Vec<Command> = sets.chain(cards).collect();
    let commands = std::iter::once(Command::SetInfo(info)).chain(changes).collect();
    batch(Verb::Edit, RecordKind::Project, commands)
}

/// A data set as it is now, with the comments and words of the one before without the names.
fn data_set(before: &DataSet, now: &DataSet, names: &[String]) -> DataSet {
    let mut masked = DataSet { quotes: before.quotes.clone(), words: before.words.clone(), ..now.clone() };
    for quote in &mut masked.quotes {
        quote.text = without_names(&quote.text, names);
    }
    for words in &mut masked.words {
        words.words.retain(|(word, _)| !tells_a_name(word, names));
    }
    masked.words.retain(|words| !words.words.is_empty());
    masked
}

/// The texts of all comments, as they are kept and as they were shown.
fn comments(project: &Project) -> BTreeMap<String, String> {
    let quotes = project.data_sets.iter().flat_map(|set| &set.quotes);
    let forms = quotes.flat_map(|quote| {
        let shown = without_names(&quote.text, &project.info.private_names);
        [(quote.text.clone(), quote.text.clone()), (shown.clone(), shown)]
    });
    forms.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Session;
    use crate::base::{IdSource, OrderKey};
    use crate::model::{CardId, Journey, Lane, LaneKind, Phase, Quote, Step, StepWords};
    use crate::store;

    const SAID: &str = "レジの佐藤花子さんが親切でした";

    /// A project with a comment, its words, and the comment as a card beside another card that says the name.
    fn with_comment() -> (Session, [CardId; 2]) {
        let (mut project, mut ids) = (Project::default(), IdSource::seeded(8));
        let journey = Journey::new(ids.next(), OrderKey::default());
        let phase = Phase::new(ids.next(), journey.id, OrderKey::default());
        let step = Step::new(ids.next(), phase.id, OrderKey::default());
        let lane = Lane::new(ids.next(), journey.id, OrderKey::default(), LaneKind::Thought);
        let card = |text: &str, id| Card { text: text.into(), ..Card::new(id, lane.id, step.id, OrderKey::default()) };
        let both = [card(SAID, ids.next()), card("佐藤花子に確認する", ids.next())];
        let cards = both.each_ref().map(|card| card.id);
        project.journeys.put(journey);
        project.phases.put(phase);
        project.steps.put(step);
        project.lanes.put(lane);
        for card in both {
            project.cards.put(card);
        }
        let words = [("佐藤花子", 5), ("佐藤", 7), ("親切", 9)].map(|(word, n)| (word.to_owned(), n)).to_vec();
        project.data_sets.put(DataSet {
            quotes: vec![Quote { text: SAID.into(), ..Quote::default() }],
            words: vec![StepWords { words, ..StepWords::default() }],
            ..DataSet::new(ids.next(), OrderKey::default())
        });
        (Session::new(project, None, ids), cards)
    }

    /// Types a list of names in one go, as the field of the inspector does.
    fn typed(session: &mut Session, names: &[&str]) {
        for name in names {
            let mut info = session.project().info.clone();
            info.private_names = vec![(*name).to_owned()];
            let command = set_private_names(session.before_typing("names"), session.project(), info);
            session.run_coalescing(&command, "names").unwrap();
        }
        session.end_coalescing();
    }

    #[test]
    fn a_name_that_is_listed_is_in_the_file_no_more_and_one_undo_brings_all_back() {
        let (mut session, [pinned, own]) = with_comment();
        let before = session.project().clone();
        typed(&mut session, &["佐", "佐藤", "佐藤花", "佐藤花子"]);
        let project = session.project();
        let set = project.data_sets.iter().next().unwrap();
        assert_eq!(set.quotes[0].text, "レジの●●●さんが親切でした", "and not ●●●花子, which was typed on the way");
        assert_eq!(set.words[0].words, [("親切".to_owned(), 9)]);
        assert_eq!(project.cards.get(pinned).unwrap().text, "レジの●●●さんが親切でした");
        assert_eq!(project.cards.get(own).unwrap().text, "佐藤花子に確認する", "what the team wrote is its own");

        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.ron");
        let without_list =
            Project { info: ProjectInfo { private_names: Vec::new(), ..project.info.clone() }, ..project.clone() };
        store::save(&path, &without_list).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches("佐藤").count(), 1, "only in the team's own card");

        session.undo();
        assert!(session.project().same_as(&before));
    }

    #[test]
    fn a_name_taken_back_while_typing_masks_nothing_for_good() {
        let (mut session, _) = with_comment();
        typed(&mut session, &["佐藤", ""]);
        assert_eq!(session.project().data_sets.iter().next().unwrap().quotes[0].text, SAID);
    }
}
