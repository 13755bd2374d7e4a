//! Names in feedback files and steps of the map: what is the same, what might be.

use crate::base::normalized;
use crate::model::{JourneyId, Project, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// From this likeness on a step is suggested; 1 is the same.
const LIKE: f64 = 0.45;

/// What a name of a feedback file means on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct NameMatch {
    /// The name as the file writes it.
    pub name: String,
    /// Rows with it.
    pub rows: u64,
    /// What it means.
    pub meaning: Meaning,
}

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// These steps: one in each journey that has it.
    Matched(Vec<StepId>),
    /// Probably this step; nothing is counted for it before a person says yes.
    Suggested(StepId),
    /// No step that we know of.
    Unassigned,
}

/// The steps of all journeys by their names and the names that files use for them.
#[derive(Debug)]
pub struct Matcher {
    by_alias: BTreeMap<String, Vec<StepId>>,
    by_name: BTreeMap<String, Vec<StepId>>,
    journeys: BTreeMap<StepId, JourneyId>,
    /// Steps in the order of the map with their normal names, for suggestions.
    steps: Vec<(String, StepId)>,
}

impl Matcher {
    /// The steps of a project.
    #[must_use]
    pub fn new(project: &Project) -> Self {
        let mut by_alias: BTreeMap<String, Vec<StepId>> = BTreeMap::new();
        let mut by_name: BTreeMap<String, Vec<StepId>> = BTreeMap::new();
        let (mut journeys, mut steps) = (BTreeMap::new(), Vec::new());
        for journey in project.journeys_in_order() {
            let mut taken = BTreeSet::new();
            for step in project.steps_in_journey(journey.id) {
                let name = normalized(&step.name);
                journeys.insert(step.id, journey.id);
                // Two steps of one journey with one name: the first one gets the answers, not both.
                if !name.is_empty() && taken.insert(name.clone()) {
                    by_name.entry(name.clone()).or_default().push(step.id);
                    steps.push((name, step.id));
                }
            }
        }
        for alias in project.aliases.iter().filter(|alias| journeys.contains_key(&alias.step)) {
            by_alias.entry(normalized(&alias.name)).or_default().push(alias.step);
        }
        Self { by_alias, by_name, journeys, steps }
    }

    /// The steps that a name means: in each journey the one a person has confirmed, else the one with that name.
    #[must_use]
    pub fn steps(&self, name: &str) -> Vec<StepId> {
        let name = normalized(name);
        let mut chosen: BTreeMap<JourneyId, StepId> = BTreeMap::new();
        for table in [&self.by_alias, &self.by_name] {
            for step in table.get(&name).into_iter().flatten() {
                if let Some(journey) = self.journeys.get(step) {
                    chosen.entry(*journey).or_insert(*step);
                }
            }
        }
        chosen.into_values().collect()
    }

    /// The step whose name is most like this one, if it is like it at all; never applied without a person's yes.
    #[must_use]
    pub fn suggestion(&self, name: &str) -> Option<StepId> {
        let name = normalized(name);
        let mut best = (LIKE, None);
        for (known, step) in &self.steps {
            let like = likeness(&name, known);
            if like > best.0 {
                best = (like, Some(*step));
            }
        }
        best.1
    }

    /// What the names of a file mean, most rows first.
    #[must_use]
    pub fn matches(&self, names: &[(String, u64)]) -> Vec<NameMatch> {
        let meaning = |name: &str| match self.steps(name) {
            steps if !steps.is_empty() => Meaning::Matched(steps),
            _ => self.suggestion(name).map_or(Meaning::Unassigned, Meaning::Suggested),
        };
        let mut matches: Vec<NameMatch> = names
            .iter()
            .map(|(name, rows)| NameMatch { name: name.clone(), rows: *rows, meaning: meaning(name) })
            .collect();
        matches.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.name.cmp(&b.name)));
        matches
    }
}

/// How like two normal names are, 0–1: Dice's coefficient (1945) over pairs of neighbouring characters and over single
/// ones, in the middle of the two; Japanese has no words to compare, and its verbs change their ends. One name
/// inside the other counts as rather like.
#[must_use]
pub fn likeness(a: &str, b: &str) -> f64 {
    let [a, b]: [Vec<char>; 2] = [a, b].map(|text| text.chars().filter(|c| c.is_alphanumeric()).collect());
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let like = f64::midpoint(dice(&a, &b, 1), dice(&a, &b, 2));
    let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    let inside = short.len() >= 2 && long.windows(short.len()).any(|part| part == &short[..]);
    if inside { like.max(0.6) } else { like }
}

/// Dice's coefficient over runs of so many characters.
fn dice(a: &[char], b: &[char], length: usize) -> f64 {
    let runs = |text: &[char]| {
        let mut runs: BTreeMap<Vec<char>, usize> = BTreeMap::new();
        text.windows(length).for_each(|run| *runs.entry(run.to_vec()).or_default() += 1);
        runs
    };
    let (ours, theirs) = (runs(a), runs(b));
    let shared: usize = ours.iter().map(|(run, count)| (*count).min(theirs.get(run).copied().unwrap_or(0))).sum();
    let all: usize = ours.values().chain(theirs.values()).sum();
    if all == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn names_that_people_would_take_for_each_other_are_alike() {
        for (a, b) in [
            ("店舗で試す", "お店で試す"),
            ("レジで支払う", "支払う"),
            ("check out online", "online check-out"),
            ("配送を待つ", "配送待ち"),
            ("email support", "e-mail support"),
        ] {
            assert!(likeness(a, b) > super::LIKE, "{a} {b} {}", likeness(a, b));
        }
        for (a, b) in [("広告を見る", "商品を試す"), ("sign up", "renew"), ("", "x"), ("a", "b")] {
            assert!(likeness(a, b) < super::LIKE, "{a} {b} {}", likeness(a, b));
        }
    }
}
