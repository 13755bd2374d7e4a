//! Makes up the answers: a feeling for each, scores and words from the feeling, then the flaws of real files.

use super::random::Random;
use super::spec::{Encoding, StepAnswers, Survey};

/// What the delighted feel, whatever went wrong for others.
const DELIGHT: f64 = 1.6;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub month: String,
    pub day: u8,
    pub respondent: usize,
    pub touchpoint: String,
    pub channel: String,
    pub segment: String,
    pub nps: Score,
    pub csat: Score,
    pub ces: Score,
    pub comment: String,
}

/// What stands in a column of scores.
#[derive(Clone, Debug, PartialEq)]
pub enum Score {
    Given(i64),
    None,
    Wrong(String),
}

/// A scale with its ends and what the feelings 0 and 1 are on it.
struct Scale {
    low: i64,
    high: i64,
    zero: f64,
    unit: f64,
}

const NPS: Scale = Scale { low: 0, high: 10, zero: 5.0, unit: 2.5 };
const CSAT: Scale = Scale { low: 1, high: 5, zero: 3.0, unit: 1.0 };
const CES: Scale = Scale { low: 1, high: 7, zero: 4.0, unit: 1.5 };

/// All answers of a survey, by date.
pub fn answers(survey: &Survey) -> Vec<Answer> {
    let mut random = Random::seeded(survey.seed);
    let mut all: Vec<Answer> = survey.steps.iter().flat_map(|step| of_step(survey, step, &mut random)).collect();
    all.sort_by(|a, b| (&a.month, a.day, a.respondent).cmp(&(&b.month, b.day, b.respondent)));
    flaws(survey, &mut all, &mut random);
    all
}

fn of_step(survey: &Survey, step: &StepAnswers, random: &mut Random) -> Vec<Answer> {
    let people: Vec<(Answer, f64)> = (0..step.n).map(|_| somebody(survey, step, random)).collect();
    let feelings: Vec<f64> = people.iter().map(|(_, feeling)| *feeling).collect();
    let nps = scores(&NPS, step.feels, &feelings, survey.middle_percent, random);
    let csat = scores(&CSAT, step.feels, &feelings, survey.middle_percent, random);
    let ces = scores(&CES, step.feels, &feelings, survey.middle_percent, random);
    let rows = people.into_iter().zip(nps).zip(csat).zip(ces);
    rows.map(|((((mut answer, _), nps), csat), ces)| {
        answer.comment = comment(survey, step, nps, random);
        let mut given = |score, none| if random.happens(none) { Score::None } else { Score::Given(score) };
        let (no_nps, no_csat, no_ces) = survey.no_answer_percent;
        answer.nps = given(nps, no_nps);
        answer.csat = given(csat, no_csat);
        answer.ces = given(ces, if step.asks_effort { no_ces } else { 100 });
        answer
    })
    .collect()
}

fn somebody(survey: &Survey, step: &StepAnswers, random: &mut Random) -> (Answer, f64) {
    let none = (String::new(), 0, 0.0);
    let (month, _, by_month) = random.weighted(&survey.months, |m| m.1).unwrap_or(&none).clone();
    let (segment, _, by_segment) = random.weighted(&survey.segments, |s| s.1).unwrap_or(&none).clone();
    let channel = random.weighted(&step.channels, |c| c.1).map(|c| c.0.clone()).unwrap_or_default();
    let other = random.below(100);
    let mut reached = 0;
    let written = step.others.iter().find(|(_, percent)| {
        reached += percent;
        other < reached
    });
    let touchpoint = written.map_or(&step.name, |(name, _)| name).clone();
    let base = if random.happens(survey.delighted_percent) { DELIGHT } else { step.feels };
    let feeling = base + by_month * step.drift + by_segment + survey.spread * random.normal();
    let (day, respondent) = (1 + random.below(30) as u8, random.below(900_000) + 100_000);
    let (nps, csat, ces, comment) = (Score::None, Score::None, Score::None, String::new());
    (Answer { month, day, respondent, touchpoint, channel, segment, nps, csat, ces, comment }, feeling)
}

/// Scores for feelings; then single ones are moved by a point until their mean is the wanted one.
fn scores(scale: &Scale, mean: f64, feelings: &[f64], middle_percent: usize, random: &mut Random) -> Vec<i64> {
    let mut scores: Vec<i64> = feelings
        .iter()
        .map(|feeling| {
            let middle = random.happens(middle_percent);
            let felt = if middle { 0.4 * feeling } else { feeling + 0.25 * random.normal() };
            ((scale.zero + scale.unit * felt).round() as i64).clamp(scale.low, scale.high)
        })
        .collect();
    let wanted = ((scale.zero + scale.unit * mean) * scores.len() as f64).round() as i64;
    let mut missing = wanted - scores.iter().sum::<i64>();
    while missing != 0 && !scores.is_empty() {
        let place = random.below(scores.len());
        let moved = scores[place] + missing.signum();
        if (scale.low..=scale.high).contains(&moved) {
            scores[place] = moved;
            missing -= missing.signum();
        }
    }
    scores
}

fn comment(survey: &Survey, step: &StepAnswers, nps: i64, random: &mut Random) -> String {
    if !random.happens(survey.comment_percent) {
        return String::new();
    }
    let (words, tails) = match nps {
        8.. => (&step.good, &survey.good_tails),
        5..8 => (&step.middle, &survey.middle_tails),
        _ => (&step.bad, &survey.bad_tails),
    };
    let mut sentences: Vec<&String> = random.one_of(words).into_iter().collect();
    sentences.extend(random.one_of(words).filter(|_| random.happens(20)));
    sentences.extend(random.one_of(tails).filter(|_| random.happens(survey.tail_percent)));
    sentences.dedup();
    joined(&sentences, survey.encoding, random)
}

/// Sentences as people type them: with a full stop between them, at times on a new line.
fn joined(sentences: &[&String], encoding: Encoding, random: &mut Random) -> String {
    let (stop, gap) = match encoding {
        Encoding::Cp932 => ("。", if random.happens(15) { "\n" } else { "" }),
        Encoding::Utf8 => (".", if random.happens(5) { "\n" } else { " " }),
    };
    let mut text = String::new();
    for sentence in sentences {
        if !text.is_empty() {
            text.push_str(if text.ends_with(['。', '.', '!', '?']) { "" } else { stop });
            text.push_str(gap);
        }
        text.push_str(sentence);
    }
    text
}

/// What real files have: values that are none, rows that are there twice, and comments that say too much.
fn flaws(survey: &Survey, all: &mut Vec<Answer>, random: &mut Random) {
    for _ in 0..survey.invalid {
        let wrong = random.one_of(&survey.invalid_values).cloned().unwrap_or_default();
        let place = random.below(all.len());
        all[place].nps = Score::Wrong(wrong);
    }
    for _ in 0..survey.contact_rows {
        let contact = random.one_of(&survey.contacts).cloned().unwrap_or_default();
        let place = random.below(all.len());
        all[place].comment = contact;
    }
    for _ in 0..survey.duplicates {
        let place = random.below(all.len());
        let again = all[place].clone();
        all.insert(place + 1, again);
    }
}
