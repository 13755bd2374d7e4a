//! What changes from an as-is to a to-be, as a list to read, to jump through and to copy as text.

use crate::compare::{Change, Compared, Comparison, EmotionChange, Field, OpportunityOutcome, PainOutcome};
use crate::i18n::compare::CompareText as Text;
use crate::i18n::domain::lane_name;
use crate::i18n::map::Map;
use crate::i18n::{Lang, fill, listed, signed};
use crate::model::{CardId, LaneId, PhaseId, Project, RecordId, StepId};
use std::fmt::Write as _;

/// How many of the largest changes of emotion are listed.
const MOST_GAINS: usize = 5;
/// Emotions closer than this are level.
const LEAST_GAIN: f32 = 0.05;
/// Longer texts are cut in the list.
const LONGEST: usize = 60;

/// The record that a line of the list is about, on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// In the as-is.
    pub as_is: Option<RecordId>,
    /// In the to-be.
    pub to_be: Option<RecordId>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeLine {
    /// What it says.
    pub text: String,
    /// What it is about.
    pub target: Target,
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeGroup {
    /// The heading.
    pub title: String,
    /// The lines.
    pub lines: Vec<ChangeLine>,
}

/// The whole list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeList {
    /// From which journey to which.
    pub title: String,
    /// Mean emotion, resolved pains, opportunities that became real.
    pub summary: Vec<String>,
    /// The groups that have lines.
    pub groups: Vec<ChangeGroup>,
    /// What differs, in the order of the map.
    pub stops: Vec<Target>,
}

impl ChangeList {
    /// The list in words.
    #[must_use]
    pub fn of(project: &Project, comparison: &Comparison, lang: Lang) -> Self {
        let namer = Namer { project, lang };
        let title = |journey| project.journeys.get(journey).map_or("", |journey| journey.title.as_str());
        let names = [("as_is", title(comparison.as_is)), ("to_be", title(comparison.to_be))];
        Self {
            title: fill(Text::ChangesOf.text(lang), &names),
            summary: summary(comparison, lang),
            groups: namer.groups(comparison),
            stops: stops(comparison),
        }
    }

    /// The list as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = format!("{}\n", self.title);
        for line in &self.summary {
            let _ = writeln!(out, "{line}");
        }
        for group in &self.groups {
            let _ = writeln!(out, "\n{}", group.title);
            for line in &group.lines {
                let _ = writeln!(out, "- {}", line.text);
            }
        }
        out
    }
}

fn summary(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((from, to)) = comparison.mean_emotion() {
        let [from, to, gain] = [from, to, to - from].map(|value| signed(f64::from(value), 1));
        lines.push(fill(Text::EmotionMean.text(lang), &[("from", &from), ("to", &to), ("gain", &gain)]));
    }
    let share = |message: Text, part: usize, all: usize| {
        (all > 0).then(|| fill(message.text(lang), &[("n", &part.to_string()), ("all", &all.to_string())]))
    };
    let resolved = comparison.pains.iter().filter(|(_, outcome)| outcome.is_resolved()).count();
    lines.extend(share(Text::Resolved, resolved, comparison.pains.len()));
    let real = comparison.opportunities.iter().filter(|(_, outcome)| *outcome == OpportunityOutcome::Real).count();
    lines.extend(share(Text::Realised, real, comparison.opportunities.len()));
    let (from, to) = comparison.breaks;
    if from + to > 0 {
        lines.push(fill(Text::Breaks.text(lang), &[("from", &from.to_string()), ("to", &to.to_string())]));
    }
    lines
}

/// Everything that differs: what stands in the header first, then the cards.
fn stops(comparison: &Comparison) -> Vec<Target> {
    fn differing<I: Copy + Into<RecordId>>(rows: &[Compared<I>]) -> impl Iterator<Item = Target> {
        rows.iter().filter(|row| row.change != Change::Same).map(target)
    }
    let (phases, steps) = (differing(&comparison.phases), differing(&comparison.steps));
    phases.chain(steps).chain(differing(&comparison.lanes)).chain(differing(&comparison.cards)).collect()
}

fn target<I: Copy + Into<RecordId>>(row: &Compared<I>) -> Target {
    Target { as_is: row.as_is.map(Into::into), to_be: row.to_be.map(Into::into) }
}

/// Says what records are called.
struct Namer<'a> {
    project: &'a Project,
    lang: Lang,
}

impl Namer<'_> {
    fn groups(&self, comparison: &Comparison) -> Vec<ChangeGroup> {
        let of_change = |message: Text, changes: &[Change]| self.group(message, self.lines(comparison, changes));
        let groups = [
            self.gains(comparison),
            of_change(Text::GroupAdded, &[Change::Added]),
            of_change(Text::GroupChanged, &[Change::Changed, Change::MovedAndChanged]),
            of_change(Text::GroupMoved, &[Change::Moved]),
            of_change(Text::GroupRemoved, &[Change::Removed]),
            self.open_pains(comparison),
            self.unexplained(comparison),
        ];
        groups.into_iter().filter(|group| !group.lines.is_empty()).collect()
    }

    fn group(&self, message: Text, lines: Vec<ChangeLine>) -> ChangeGroup {
        ChangeGroup { title: fill(message.text(self.lang), &[("n", &lines.len().to_string())]), lines }
    }

    fn lines(&self, comparison: &Comparison, changes: &[Change]) -> Vec<ChangeLine> {
        let mut lines = Vec::new();
        self.collect(&comparison.phases, changes, |id| self.phase(id), &mut lines);
        self.collect(&comparison.steps, changes, |id| self.step(id), &mut lines);
        self.collect(&comparison.lanes, changes, |id| self.lane(id), &mut lines);
        self.collect(&comparison.cards, changes, |id| self.card(id), &mut lines);
        lines
    }

    fn collect<I: Copy + Into<RecordId>>(
        &self,
        rows: &[Compared<I>],
        changes: &[Change],
        name: impl Fn(I) -> String,
        lines: &mut Vec<ChangeLine>,
    ) {
        for row in rows.iter().filter(|row| changes.contains(&row.change)) {
            let Some(name) = row.to_be.or(row.as_is).map(&name) else { continue };
            let fields: Vec<&str> = row.fields.iter().map(|field| field_name(*field).text(self.lang)).collect();
            let text = if fields.is_empty() {
                name
            } else {
                let fields = listed(&fields, self.lang);
                fill(Text::LineChanged.text(self.lang), &[("name", &name), ("fields", &fields)])
            };
            lines.push(ChangeLine { text, target: target(row) });
        }
    }

    fn gains(&self, comparison: &Comparison) -> ChangeGroup {
        let mut gains: Vec<_> = comparison
            .emotions
            .iter()
            .filter_map(|emotion| Some((emotion.gain()?, emotion)))
            .filter(|(gain, _)| gain.abs() > LEAST_GAIN)
            .collect();
        gains.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        let line = |(gain, emotion): &(f32, &EmotionChange)| {
            let name = self.step_felt(emotion);
            ChangeLine { text: format!("{} {name}", signed(f64::from(*gain), 1)), target: steps(emotion) }
        };
        self.group(Text::GroupGains, gains.iter().take(MOST_GAINS).map(line).collect())
    }

    fn open_pains(&self, comparison: &Comparison) -> ChangeGroup {
        let open = comparison.pains.iter().filter(|(_, outcome)| *outcome == PainOutcome::Open);
        let line = |(pain, _): &(CardId, PainOutcome)| {
            let to_be = comparison.pairs.card_to(*pain).map(Into::into);
            ChangeLine { text: self.card(*pain), target: Target { as_is: Some((*pain).into()), to_be } }
        };
        self.group(Text::GroupOpen, open.map(line).collect())
    }

    fn unexplained(&self, comparison: &Comparison) -> ChangeGroup {
        let unexplained = comparison.emotions.iter().filter(|emotion| emotion.is_unexplained);
        let line = |emotion: &EmotionChange| ChangeLine { text: self.step_felt(emotion), target: steps(emotion) };
        self.group(Text::GroupUnexplained, unexplained.map(line).collect())
    }

    /// The step of a feeling, with the persona where it is not the one who leads.
    fn step_felt(&self, emotion: &EmotionChange) -> String {
        let step = emotion.to_be.or(emotion.as_is).map(|step| self.step(step)).unwrap_or_default();
        match emotion.persona.and_then(|persona| self.project.personas.get(persona)) {
            Some(persona) => fill(Map::CurveOf.text(self.lang), &[("source", &step), ("persona", &persona.name)]),
            None => step,
        }
    }

    fn phase(&self, id: PhaseId) -> String {
        let name = self.project.phases.get(id).map_or("", |phase| phase.name.as_str());
        let name = if name.is_empty() { Map::UntitledPhase.text(self.lang) } else { name };
        fill(Text::OfPhase.text(self.lang), &[("name", name)])
    }

    fn step(&self, id: StepId) -> String {
        let name = self.project.steps.get(id).map_or("", |step| step.name.as_str());
        let name = if name.is_empty() { Map::UntitledStep.text(self.lang) } else { name };
        fill(Text::OfStep.text(self.lang), &[("name", name)])
    }

    fn lane(&self, id: LaneId) -> String {
        fill(Text::OfLane.text(self.lang), &[("name", &self.lane_title(id))])
    }

    fn lane_title(&self, id: LaneId) -> String {
        self.project.lanes.get(id).map_or_else(String::new, |lane| lane_name(lane, self.lang).to_owned())
    }

    fn card(&self, id: CardId) -> String {
        let Some(card) = self.project.cards.get(id) else { return String::new() };
        let said = card.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = match said.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &said[..end]),
            None if said.is_empty() => Map::EmptyText.text(self.lang).to_owned(),
            None => said,
        };
        fill(Text::OfCard.text(self.lang), &[("lane", &self.lane_title(card.lane)), ("name", &said)])
    }
}

fn steps(emotion: &EmotionChange) -> Target {
    Target { as_is: emotion.as_is.map(Into::into), to_be: emotion.to_be.map(Into::into) }
}

const fn field_name(field: Field) -> Text {
    match field {
        Field::Name => Text::NameChanged,
        Field::Text => Text::TextChanged,
        Field::Span => Text::SpanChanged,
        Field::Author => Text::AuthorChanged,
        Field::Evidence => Text::EvidenceChanged,
        Field::Details => Text::DetailsChanged,
        Field::Pain => Text::PainChanged,
        Field::Opportunity => Text::OpportunityChanged,
        Field::Channels => Text::ChannelsChanged,
        Field::Owner => Text::OwnerChanged,
        Field::Touchpoint => Text::TouchpointChanged,
        Field::Experience => Text::ExperienceChanged,
        Field::Picture => Text::PictureChanged,
        Field::Kind => Text::KindChanged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::app::{AppCommand, perform};
    use crate::compare::compare;
    use crate::edit::Command;
    use crate::model::Card;

    #[test]
    fn the_list_says_what_is_new_and_what_changed() {
        let (mut session, cell) = session();
        add_card(&mut session, cell, "calls the shop");
        let as_is = session.journey().unwrap();
        perform(&mut session, AppCommand::MakeToBe, Lang::Ja).unwrap();
        let to_be = session.journey().unwrap();
        let card = session.project().cards.iter().find(|card| card.origin.is_some()).unwrap().clone();
        session.run(&Command::Edit(Card { text: "writes in the app".into(), ..card }.into())).unwrap();
        let comparison = compare(session.project(), as_is, to_be).unwrap();
        let list = ChangeList::of(session.project(), &comparison, Lang::Ja);
        assert_eq!(list.groups.len(), 1, "{list:?}");
        assert_eq!(list.groups[0].title, "変更（1）");
        assert_eq!(list.groups[0].lines[0].text, "行動：writes in the app（テキスト）");
        assert_eq!(list.stops.len(), 1);
        assert!(list.text().contains("- 行動：writes in the app（テキスト）"), "{}", list.text());
    }
}
