//! What the cells of a pasted sheet become: cards, emotions, channels, levels, departments.

use super::block::Block;
use super::columns::Columns;
use super::lines::{card_texts, cleaned};
use super::names::{channel_named, emotion_named, folded};
use super::plan::{Counts, Leftover, Plan, Spot, Why, pasting};
use super::values::{channel_words, experience, number, number_and_word, on_axis};
use crate::base::{IdSource, OrderKey};
use crate::edit::{Command, RecordKind};
use crate::model::{
    Card, Cell, Channel, ChannelId, ChannelKind, JourneyIndex, Lane, LaneForm, Mark, MarkSource, RecordId, Step, StepId,
};
use std::collections::{BTreeMap, BTreeSet};

/// A sheet being filled in.
pub(super) struct Filling<'a, 'm> {
    spot: Spot<'a>,
    index: &'m JourneyIndex<'a>,
    columns: &'m mut Columns,
    ids: &'m mut IdSource,
    channels: BTreeMap<String, ChannelId>,
    new_channels: Vec<Channel>,
    cards: Vec<Card>,
    marks: BTreeMap<StepId, Mark>,
    cells: BTreeSet<Cell>,
    values: usize,
    leftovers: Vec<Leftover>,
}

impl<'a, 'm> Filling<'a, 'm> {
    pub(super) fn new(
        spot: Spot<'a>,
        index: &'m JourneyIndex<'a>,
        columns: &'m mut Columns,
        ids: &'m mut IdSource,
    ) -> Self {
        // The first of two channels of the same name counts.
        let in_order = spot.project.channels_in_order();
        let channels = in_order.iter().rev().map(|channel| (folded(&channel.name), channel.id)).collect();
        Self {
            spot,
            index,
            columns,
            ids,
            channels,
            new_channels: Vec::new(),
            cards: Vec::new(),
            marks: BTreeMap::new(),
            cells: BTreeSet::new(),
            values: 0,
            leftovers: Vec::new(),
        }
    }

    /// Puts a row into a lane.
    pub(super) fn row(&mut self, block: &Block<'_>, row: usize, lane: Option<&Lane>) {
        let emotions = emotions(block, row, lane);
        for column in 0..block.columns() {
            let text = block.cell(row, column);
            if text.trim().is_empty() {
                continue;
            }
            let step = self.columns.steps.get(column).copied().flatten();
            let (Some(lane), Some(step)) = (lane, step) else {
                self.leave(block, (row, column), Why::NoLane);
                continue;
            };
            let placed = match lane.kind.form() {
                LaneForm::Cards | LaneForm::Speech => {
                    self.add_cards(lane, step, text);
                    Ok(())
                }
                LaneForm::Curves => self.set_emotion(step, text, emotions.get(column).copied().flatten()),
                LaneForm::Touchpoints => self.add_channels(step, text),
                LaneForm::Bars => self.set_engagement(step, text),
                LaneForm::ExperienceValues => self.set_experience(step, text),
                LaneForm::Owners => self.set_owner(step, text),
                LaneForm::Voice | LaneForm::Pictures => Err(Why::NoText),
            };
            match placed {
                Ok(()) => drop(self.cells.insert(Cell { lane: lane.id, step })),
                Err(why) => self.leave(block, (row, column), why),
            }
        }
    }

    fn leave(&mut self, block: &Block<'_>, (row, column): (usize, usize), why: Why) {
        let text = cleaned(block.cell(row, column)).replace('\n', " ");
        let (row, column) = block.place(row, column);
        self.leftovers.push(Leftover { row, column, text, why });
    }

    fn add_cards(&mut self, lane: &Lane, step: StepId, text: &str) {
        for text in card_texts(text) {
            self.cards.push(Card { text, ..Card::new(self.ids.next(), lane.id, step, OrderKey::default()) });
        }
    }

    fn set_emotion(&mut self, step: StepId, text: &str, figure: Option<f32>) -> Result<(), Why> {
        let value = figure.or_else(|| emotion_named(text)).ok_or(Why::NoEmotion)?;
        let word = number_and_word(text).map(|(_, word)| word).unwrap_or_default();
        let lead = self.index.journey.personas.first().copied();
        let agreed =
            |mark: &&&Mark| mark.source == MarkSource::Agreed && (mark.persona.is_none() || mark.persona == lead);
        let there = self.index.marks.get(&step).and_then(|marks| marks.iter().find(agreed)).map(|mark| (*mark).clone());
        let mut mark =
            self.marks.remove(&step).or(there).unwrap_or_else(|| Mark::new(self.ids.next(), step, MarkSource::Agreed));
        mark.value = Mark::on_axis(value, false);
        if !word.is_empty() {
            mark.word = word;
        }
        self.marks.insert(step, mark);
        self.values += 1;
        Ok(())
    }

    fn add_channels(&mut self, step: StepId, text: &str) -> Result<(), Why> {
        let words = {
            let known = |word: &str| self.channels.contains_key(&folded(word)) || channel_named(word).is_some();
            channel_words(text, &known)
        };
        let channels: Vec<ChannelId> = words.iter().map(|word| self.channel(word)).collect();
        let listed = &mut self.step(step)?.touchpoint.channels;
        for channel in channels {
            if !listed.contains(&channel) {
                listed.push(channel);
            }
        }
        self.values += 1;
        Ok(())
    }

    /// The channel of a name: one of the project, also under another name of its kind, else a new one.
    fn channel(&mut self, name: &str) -> ChannelId {
        let kind = channel_named(name);
        let of_kind = |channel: &&Channel| Some(channel.kind) == kind && channel.kind != ChannelKind::Other;
        let known = self.channels.get(&folded(name)).copied();
        if let Some(id) = known.or_else(|| self.spot.project.channels.iter().find(of_kind).map(|channel| channel.id)) {
            return id;
        }
        let kind = kind.unwrap_or_default();
        let channel = Channel::new(self.ids.next(), OrderKey::default(), kind);
        let channel = Channel { name: name.to_owned(), side: kind.usual_side(), ..channel };
        self.channels.insert(folded(name), channel.id);
        let id = channel.id;
        self.new_channels.push(channel);
        id
    }

    fn set_engagement(&mut self, step: StepId, text: &str) -> Result<(), Why> {
        let level =
            number(text).filter(|level| (0.0..=5.0).contains(level) && level.fract() == 0.0).ok_or(Why::NoLevel)?;
        self.step(step)?.touchpoint.engagement = level as u8;
        self.values += 1;
        Ok(())
    }

    fn set_experience(&mut self, step: StepId, text: &str) -> Result<(), Why> {
        self.step(step)?.experience = experience(text).ok_or(Why::NoLevel)?;
        self.values += 1;
        Ok(())
    }

    fn set_owner(&mut self, step: StepId, text: &str) -> Result<(), Why> {
        let name = folded(text);
        let department = self.spot.project.departments_in_order().into_iter().find(|d| folded(&d.name) == name);
        self.step(step)?.touchpoint.owner = Some(department.ok_or(Why::NoDepartment)?.id);
        self.values += 1;
        Ok(())
    }

    fn step(&mut self, step: StepId) -> Result<&mut Step, Why> {
        self.columns.touched.get_mut(&step).ok_or(Why::NoLane)
    }

    /// The whole as one step of the history.
    pub(super) fn finish(self, lanes: Vec<Command>, new_lanes: &[RecordId]) -> Plan {
        let counts = self.counts(new_lanes.len());
        let mut commands = Vec::new();
        if !self.new_channels.is_empty() {
            commands.push(Command::AddAll(self.new_channels.iter().cloned().map(Into::into).collect()));
        }
        commands.extend(self.columns.commands());
        commands.extend(lanes);
        commands.extend(self.columns.edits(self.index));
        for mark in self.marks.values() {
            let record = mark.clone().into();
            let is_there = self.spot.project.marks.contains(mark.id);
            commands.push(if is_there { Command::Edit(record) } else { Command::Add { record, before: None } });
        }
        if !self.cards.is_empty() {
            commands.push(Command::AddAll(self.cards.iter().cloned().map(Into::into).collect()));
        }
        let kind = match counts {
            Counts { cards: 1.., .. } => RecordKind::Card,
            Counts { new_steps: 1.., .. } => RecordKind::Step,
            Counts { new_lanes: 1.., .. } => RecordKind::Lane,
            _ if !self.marks.is_empty() => RecordKind::Emotion,
            _ => RecordKind::Step,
        };
        let cards: Vec<RecordId> = self.cards.iter().map(|card| card.id.into()).collect();
        let columns = &self.columns;
        let mut fresh: Vec<RecordId> = columns.new_phases.iter().map(|phase| phase.id.into()).collect();
        fresh.extend(columns.new_steps.iter().map(|(step, _)| RecordId::from(*step)));
        fresh.extend(new_lanes);
        fresh.extend(self.marks.values().map(|mark| RecordId::from(mark.id)));
        let selected = if cards.is_empty() { fresh.clone() } else { cards.clone() };
        fresh.extend(cards);
        Plan {
            command: (!commands.is_empty()).then(|| pasting(kind, commands)),
            selected,
            focus: self.cells.first().copied(),
            counts,
            cells: self.cells,
            fresh,
            leftovers: self.leftovers,
            ..Plan::default()
        }
    }

    fn counts(&self, new_lanes: usize) -> Counts {
        Counts {
            cards: self.cards.len(),
            values: self.values,
            lanes: self.cells.iter().map(|cell| cell.lane).collect::<BTreeSet<_>>().len(),
            steps: self.cells.iter().map(|cell| cell.step).collect::<BTreeSet<_>>().len(),
            new_phases: self.columns.new_phases.len(),
            new_steps: self.columns.new_steps.len(),
            new_lanes,
            new_channels: self.new_channels.len(),
        }
    }
}

/// The figures of a row of emotions, on the axis.
fn emotions(block: &Block<'_>, row: usize, lane: Option<&Lane>) -> Vec<Option<f32>> {
    if lane.is_none_or(|lane| lane.kind.form() != LaneForm::Curves) {
        return Vec::new();
    }
    on_axis(&(0..block.columns()).map(|column| number(block.cell(row, column))).collect::<Vec<_>>())
}
