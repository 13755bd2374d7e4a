//! Names in feedback files and what the project calls so (steps, phases, channels, personas): what is the same, what
//! might be.

use crate::base::{folded, normalized};
use crate::model::{ChannelId, JourneyId, PersonaId, PhaseId, Project, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// From this likeness on something is suggested; 1 is the same.
const LIKE: f64 = 0.45;

/// What a name of a feedback file means on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct NameMatch {
    /// What the name is a name of.
    pub kind: NameKind,
    /// The name as the file writes it.
    pub name: String,
    /// Rows with it.
    pub rows: u64,
    /// What it means.
    pub meaning: Meaning,
}

/// What a name in a file is a name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A step.
    Step,
    /// A phase, where the row names no step.
    Phase,
    /// A channel.
    Channel,
    /// A persona.
    Persona,
}

impl NameKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Step, Self::Phase, Self::Channel, Self::Persona];
}

/// What a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A step.
    Step(StepId),
    /// A phase.
    Phase(PhaseId),
    /// A channel.
    Channel(ChannelId),
    /// A persona.
    Persona(PersonaId),
}

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// These: of steps and phases one in each journey that has it.
    Matched(Vec<Target>, How),
    /// Probably this one; nothing is counted for it before a person says yes.
    Suggested(Target),
    /// Nothing that we know of.
    Unassigned,
}

/// How a name was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is written the same.
    Exact,
    /// It differs in width, case, spaces or kana.
    Alike,
    /// A person said once what it means.
    Known,
}

/// Steps, phases, channels and personas by their names and the names that files use for them.
#[derive(Debug)]
pub struct Matcher {
    known: BTreeMap<NameKind, Vec<Known>>,
    /// The places of what goes by a name, by the way in which that is told.
    by_name: BTreeMap<(NameKind, Way, String), Vec<usize>>,
}

/// In which way a name is compared, in the order in which they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Alias,
    Exact,
    Normal,
    Folded,
}

/// Something with a name.
#[derive(Debug)]
struct Known {
    target: Target,
    /// Of steps and phases: two of one journey with one name are not told apart, the first one gets the answers.
    journey: Option<JourneyId>,
    name: String,
    /// The name in its normal form with one kind of kana.
    folded: String,
    aliases: Vec<String>,
}

impl Known {
    fn new(target: Target, journey: Option<JourneyId>, name: &str, aliases: impl Iterator<Item = String>) -> Self {
        let aliases = aliases.map(|alias| folded(&alias)).filter(|alias| !alias.is_empty()).collect();
        Self { target, journey, name: name.to_owned(), folded: folded(name), aliases }
    }
}

impl Matcher {
    /// What a project has.
    #[must_use]
    pub fn new(project: &Project) -> Self {
        let mut of_steps: BTreeMap<StepId, Vec<String>> = BTreeMap::new();
        for alias in project.aliases.iter() {
            of_steps.entry(alias.step).or_default().push(alias.name.clone());
        }
        let (mut steps, mut phases) = (Vec::new(), Vec::new());
        for journey in project.journeys_in_order() {
            for step in project.steps_in_journey(journey.id) {
                let aliases = of_steps.get(&step.id).into_iter().flatten().cloned();
                steps.push(Known::new(Target::Step(step.id), Some(journey.id), &step.name, aliases));
            }
            for phase in project.phases_of(journey.id) {
                let aliases = phase.known_as.iter().cloned();
                phases.push(Known::new(Target::Phase(phase.id), Some(journey.id), &phase.name, aliases));
            }
        }
        let channels = project.channels_in_order().into_iter().map(|channel| {
            Known::new(Target::Channel(channel.id), None, &channel.name, channel.known_as.iter().cloned())
        });
        let personas = project.personas_in_order().into_iter().map(|persona| {
            Known::new(Target::Persona(persona.id), None, &persona.name, persona.known_as.iter().cloned())
        });
        let known = [
            (NameKind::Step, steps),
            (NameKind::Phase, phases),
            (NameKind::Channel, channels.collect()),
            (NameKind::Persona, personas.collect()),
        ];
        let mut matcher = Self { known: known.into(), by_name: BTreeMap::new() };
        matcher.index();
        matcher
    }

    fn index(&mut self) {
        for (kind, known) in &self.known {
            for (at, known) in known.iter().enumerate() {
                let mut put = |way, name: String| {
                    if !name.is_empty() {
                        self.by_name.entry((*kind, way, name)).or_default().push(at);
                    }
                };
                known.aliases.iter().for_each(|alias| put(Way::Alias, alias.clone()));
                put(Way::Exact, known.name.trim().to_owned());
                put(Way::Normal, normalized(&known.name));
                put(Way::Folded, known.folded.clone());
            }
        }
    }

    fn of(&self, kind: NameKind) -> &[Known] {
        self.known.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// What a name means: in each journey what a person has confirmed, else what is called so.
    #[must_use]
    pub fn meaning(&self, kind: NameKind, name: &str) -> Option<(Vec<Target>, How)> {
        let without_kana = folded(name);
        let mut chosen: BTreeMap<Option<JourneyId>, (Target, How)> = BTreeMap::new();
        let ways = [
            (How::Known, Way::Alias, without_kana.clone()),
            (How::Exact, Way::Exact, name.trim().to_owned()),
            (How::Alike, Way::Normal, normalized(name)),
            (How::Alike, Way::Folded, without_kana),
        ];
        for (how, way, name) in ways {
            let found = self.by_name.get(&(kind, way, name)).into_iter().flatten();
            for known in found.filter_map(|at| self.of(kind).get(*at)) {
                chosen.entry(known.journey).or_insert((known.target, how));
            }
        }
        let how = chosen.values().map(|(_, how)| *how).max()?;
        Some((chosen.into_values().map(|(target, _)| target).collect(), how))
    }

    /// The steps that a name means.
    #[must_use]
    pub fn steps(&self, name: &str) -> Vec<StepId> {
        let found = self.meaning(NameKind::Step, name).map(|(targets, _)| targets).unwrap_or_default();
        let step = |target| if let Target::Step(step) = target { Some(step) } else { None };
        found.into_iter().filter_map(step).collect()
    }

    /// The phases that a name means.
    #[must_use]
    pub fn phases(&self, name: &str) -> Vec<PhaseId> {
        let found = self.meaning(NameKind::Phase, name).map(|(targets, _)| targets).unwrap_or_default();
        let phase = |target| if let Target::Phase(phase) = target { Some(phase) } else { None };
        found.into_iter().filter_map(phase).collect()
    }

    /// What the project calls a channel or persona that a file names.
    #[must_use]
    pub fn called(&self, kind: NameKind, name: &str) -> Option<&str> {
        let target = *self.meaning(kind, name)?.0.first()?;
        self.of(kind).iter().find(|known| known.target == target).map(|known| known.name.as_str())
    }

    /// The step whose name is most like this one, if it is like it at all; never applied without a person's yes.
    #[must_use]
    pub fn suggestion(&self, name: &str) -> Option<StepId> {
        match self.likely(NameKind::Step, name).first() {
            Some((Target::Step(step), like)) if *like > LIKE => Some(*step),
            _ => None,
        }
    }

    /// What may be meant, the likeliest first, each with its likeness; of steps and phases each name once.
    #[must_use]
    pub fn likely(&self, kind: NameKind, name: &str) -> Vec<(Target, f64)> {
        let name = folded(name);
        let mut seen = BTreeSet::new();
        let first = self.of(kind).iter().filter(|known| !known.folded.is_empty() && seen.insert(known.folded.clone()));
        let mut likely: Vec<(Target, f64)> = first
            .map(|known| {
                let names = std::iter::once(&known.folded).chain(&known.aliases);
                (known.target, names.map(|known| likeness(&name, known)).fold(0.0, f64::max))
            })
            .filter(|(_, like)| *like > 0.0)
            .collect();
        likely.sort_by(|a, b| b.1.total_cmp(&a.1));
        likely
    }

    /// What the names of a file mean, most rows first.
    #[must_use]
    pub fn matches(&self, names: &[(NameKind, String, u64)]) -> Vec<NameMatch> {
        let meaning = |kind, name: &str| match self.meaning(kind, name) {
            Some((targets, how)) => Meaning::Matched(targets, how),
            None => match self.likely(kind, name).first() {
                Some((target, like)) if *like > LIKE => Meaning::Suggested(*target),
                _ => Meaning::Unassigned,
            },
        };
        let found = |(kind, name, rows): &(NameKind, String, u64)| NameMatch {
            kind: *kind,
            name: name.clone(),
            rows: *rows,
            meaning: meaning(*kind, name),
        };
        let mut matches: Vec<NameMatch> = names.iter().map(found).collect();
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
    use super::*;
    use crate::base::{IdSource, OrderKey};
    use crate::model::{Channel, ChannelKind, Persona};

    #[test]
    fn channels_and_personas_are_known_by_name_spelling_and_alias() {
        let (mut project, mut ids) = (Project::default(), IdSource::seeded(4));
        let channel = Channel {
            name: "アプリ".into(),
            known_as: vec!["iOS版".into()],
            ..Channel::new(ids.next(), OrderKey::default(), ChannelKind::App)
        };
        let persona = Persona {
            name: "Emma Clarke".into(),
            ..Persona::new(ids.next(), OrderKey::default(), crate::model::PersonaKind::B2c)
        };
        let (app, emma) = (Target::Channel(channel.id), Target::Persona(persona.id));
        project.channels.put(channel);
        project.personas.put(persona);
        let matcher = Matcher::new(&project);
        let meaning = |name| matcher.meaning(NameKind::Channel, name);
        assert_eq!(meaning("アプリ"), Some((vec![app], How::Exact)));
        for alike in ["ｱﾌﾟﾘ", "あぷり", " アプリ"] {
            assert_eq!(meaning(alike).map(|(targets, _)| targets), Some(vec![app]), "{alike}");
        }
        assert_eq!(meaning("あぷり").map(|found| found.1), Some(How::Alike));
        assert_eq!(meaning("ios版"), Some((vec![app], How::Known)));
        assert_eq!((meaning("店舗"), matcher.meaning(NameKind::Step, "アプリ")), (None, None));
        assert_eq!(matcher.called(NameKind::Channel, "IOS版"), Some("アプリ"));
        let names = [(NameKind::Persona, "Emma".to_owned(), 9), (NameKind::Channel, "電話".to_owned(), 3)];
        let found = matcher.matches(&names);
        assert_eq!((&found[0].meaning, &found[1].meaning), (&Meaning::Suggested(emma), &Meaning::Unassigned));
    }

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
