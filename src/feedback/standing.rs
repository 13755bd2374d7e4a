//! How a file that was read stands to a data set that is there: whether it goes on from it, holds it all again, or has
//! months in common with it; and so what should become of the two. The project keeps no respondents, so what can be
//! told is told from months and from how often each answer was given.

use super::addition::{Aligned, Obstacle};
use crate::model::DataSet;
use std::collections::{BTreeMap, BTreeSet};

/// A file that holds at least this share of the answers that are there is taken for a corrected whole.
const NEARLY_ALL: f64 = 0.9;

/// What becomes of a file and a data set with the same columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Its answers are added to those that are there.
    Add,
    /// They take the place of those that are there.
    Replace,
    /// It is a data set of its own.
    Own,
}

/// How a file stands to a data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What the two have in common.
    pub relation: Relation,
    /// Why the file cannot be added.
    pub obstacle: Option<Obstacle>,
    /// Answers in the file.
    pub answers: u64,
    /// Answers that are there.
    pub there: u64,
}

/// What a file and a data set have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The very file is in the data set, byte for byte; `alone` when nothing else is.
    SameFile {
        /// Nothing else is in it.
        alone: bool,
    },
    /// It begins as early as what is there and holds so many of the answers that are there: all, or nearly all.
    Whole {
        /// Answers that are there and in the file.
        held: u64,
    },
    /// Every answer in it may be one that is there.
    Within,
    /// It begins as early but holds other answers, or months that are there come again.
    Shared {
        /// Answers in months that are there.
        answers: u64,
        /// The first of these months.
        from: String,
        /// The last one.
        to: String,
        /// It begins as early as what is there.
        from_start: bool,
    },
    /// No month in common.
    Apart,
    /// One of the two has no dates.
    Undated,
}

impl Standing {
    /// How a file that was read, as a data set, stands to one that is there.
    #[must_use]
    pub fn of(there: &DataSet, file: &DataSet) -> Self {
        let pair = Aligned::new(there, file);
        let [old, new] = pair.answers();
        let (there_n, answers) = (rows(&old), rows(&new));
        let relation = match same_file(there, file) {
            Some(alone) => Relation::SameFile { alone },
            None => relation(&pair, &old, &new),
        };
        let twice = matches!(relation, Relation::SameFile { .. }).then_some(Obstacle::SameFile);
        Self { relation, obstacle: twice.or_else(|| pair.obstacle()), answers, there: there_n }
    }

    /// What is usual then; `None` where only a person can say.
    #[must_use]
    pub fn usual(&self) -> Option<Arrival> {
        let add = if self.obstacle.is_some() { Arrival::Own } else { Arrival::Add };
        match &self.relation {
            Relation::SameFile { alone: true } | Relation::Whole { .. } => Some(Arrival::Replace),
            Relation::SameFile { alone: false } | Relation::Within => None,
            // Two shops, say, that ask the same in the same months.
            Relation::Shared { from_start: true, .. } => Some(Arrival::Own),
            Relation::Shared { .. } | Relation::Apart | Relation::Undated => Some(add),
        }
    }
}

type Answers = BTreeMap<[usize; 7], Vec<u64>>;

fn rows(answers: &Answers) -> u64 {
    answers.values().filter_map(|numbers| numbers.first()).sum()
}

/// Whether the file is among those whose answers are counted; and if so, whether it is the only one.
fn same_file(there: &DataSet, file: &DataSet) -> Option<bool> {
    let counted = there.counted();
    let is_it = !file.sha256.is_empty()
        && (there.sha256 == file.sha256 || counted.iter().any(|import| import.sha256 == file.sha256));
    is_it.then_some(counted.len() < 2)
}

fn relation(pair: &Aligned<'_>, old: &Answers, new: &Answers) -> Relation {
    let (held, there, all) = (shared(old, new), rows(old), rows(new));
    let (before, now) = (months(pair, old), months(pair, new));
    let begins_as_early = match (before.first(), now.first()) {
        (Some(before), Some(now)) => now <= before,
        _ => true,
    };
    let enough = |part: u64, of: u64| part as f64 >= NEARLY_ALL * of as f64;
    if there > 0 && begins_as_early && all >= held && enough(held, there) && all >= there {
        return Relation::Whole { held };
    }
    if held == all && all > 0 {
        return Relation::Within;
    }
    if before.is_empty() || now.is_empty() {
        return Relation::Undated;
    }
    let common: BTreeSet<&str> = before.intersection(&now).copied().collect();
    match (common.first(), common.last()) {
        (Some(from), Some(to)) => Relation::Shared {
            answers: in_months(pair, new, &common),
            from: (*from).to_owned(),
            to: (*to).to_owned(),
            from_start: begins_as_early,
        },
        _ => Relation::Apart,
    }
}

/// Answers that may be the same in both: in each combination no more than either has.
fn shared(old: &Answers, new: &Answers) -> u64 {
    let both = old.iter().filter_map(|(key, numbers)| Some((numbers, new.get(key)?)));
    both.map(|(old, new)| {
        let missing = |from: usize, to: usize| {
            let part = |numbers: &Vec<u64>, at: usize| numbers.get(at).copied().unwrap_or(0);
            (from..to).map(|at| part(old, at).saturating_sub(part(new, at))).sum::<u64>()
        };
        let rows = old.first().copied().unwrap_or(0);
        rows.saturating_sub(missing(0, 1).max(missing(1, old.len())))
    })
    .sum()
}

fn months<'a>(pair: &'a Aligned<'_>, answers: &Answers) -> BTreeSet<&'a str> {
    answers.keys().map(|key| pair.month(key)).filter(|month| !month.is_empty()).collect()
}

fn in_months(pair: &Aligned<'_>, answers: &Answers, months: &BTreeSet<&str>) -> u64 {
    let within = answers.iter().filter(|(key, _)| months.contains(pair.month(key)));
    within.filter_map(|(_, numbers)| numbers.first()).sum()
}
