//! Departments: letters for their markers, and what becomes of what they said when they go.

use crate::base::initial;
use crate::model::{Department, DepartmentId, MarkSource, Project};

/// Letters that suit a department's name and that no other department has, the best first: the first letter, the
/// first two, other letters of the name, letters of the alphabet.
#[must_use]
pub fn suggested_letters(project: &Project, department: &Department) -> Vec<String> {
    let taken = |letter: &String| {
        let others = project.departments.iter().filter(|other| other.id != department.id);
        others.into_iter().any(|other| other.letter == *letter)
    };
    let letters: Vec<char> = department.name.chars().filter(|c| c.is_alphanumeric()).collect();
    let first = initial(&department.name);
    let two: Option<String> = letters.get(..2).map(|two| two.iter().collect());
    let words = department.name.split_whitespace().filter_map(|word| word.chars().next());
    let initials: Option<String> = Some(words.take(2).collect::<String>()).filter(|text| text.chars().count() == 2);
    let rest = letters.iter().skip(1).filter(|c| !"部課室".contains(**c)).map(char::to_string);
    let alphabet = ('A'..='Z').map(String::from);
    let mut found: Vec<String> = Vec::new();
    for letter in first.into_iter().chain(initials).chain(two).chain(rest).chain(alphabet) {
        if !taken(&letter) && !found.contains(&letter) {
            found.push(letter);
        }
        if found.len() == 5 {
            break;
        }
    }
    found
}

/// What a department said: cards it wrote, points of the emotion curve, touchpoints it owns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Cards.
    pub cards: usize,
    /// Points of the emotion curve.
    pub points: usize,
    /// Touchpoints.
    pub steps: usize,
}

/// Counts what a department said in the whole project.
#[must_use]
pub fn said_by(project: &Project, department: DepartmentId) -> Said {
    Said {
        cards: project.cards.iter().filter(|card| card.author == Some(department)).count(),
        points: project.marks.iter().filter(|mark| mark.source == MarkSource::Believed(department)).count(),
        steps: project.steps.iter().filter(|step| step.touchpoint.owner == Some(department)).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};

    #[test]
    fn letters_come_from_the_name_and_are_not_taken() {
        let mut ids = IdSource::seeded(1);
        let mut named = |name: &str, letter: &str| Department {
            name: name.to_owned(),
            letter: letter.to_owned(),
            ..Department::new(ids.next(), OrderKey::default())
        };
        let (shop, planning, call) = (named("店舗部", "店"), named("店舗企画部", "A"), named("Call centre", "B"));
        let mut project = Project::default();
        for department in [&shop, &planning, &call] {
            project.put(department.clone().into());
        }
        assert_eq!(suggested_letters(&project, &shop)[0], "店", "its own letter is free for itself");
        let letters = suggested_letters(&project, &planning);
        assert_eq!(letters[..4], ["店舗", "舗", "企", "画"]);
        assert_eq!(suggested_letters(&project, &call)[..2], ["C", "Cc"]);
    }
}
