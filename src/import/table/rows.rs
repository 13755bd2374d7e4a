//! The rows of a pasted sheet: which lanes they are, and which lanes come to be.

use super::block::Block;
use super::names::{channel_named, emotion_named, folded, lane_named};
use super::plan::Spot;
use super::values::{channel_words, number};
use crate::base::{IdSource, OrderKey};
use crate::edit::Command;
use crate::i18n::Lang;
use crate::i18n::domain::lane_name;
use crate::model::{JourneyIndex, Lane, LaneForm, LaneKind, RecordId};

/// The lanes of a sheet's rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// The lane of each row; `None` where there is none.
    pub(super) lanes: Vec<Option<Lane>>,
    /// Adds lanes and shows hidden ones again.
    pub(super) commands: Vec<Command>,
    /// The lanes that come to be or come back.
    pub(super) fresh: Vec<RecordId>,
}

pub(super) fn place(spot: Spot<'_>, index: &JourneyIndex<'_>, block: &Block<'_>, ids: &mut IdSource) -> Rows {
    if block.names_lanes() { by_name(spot, index, block, ids) } else { by_place(spot, index, block) }
}

fn by_name(spot: Spot<'_>, index: &JourneyIndex<'_>, block: &Block<'_>, ids: &mut IdSource) -> Rows {
    let mut rows = Rows::default();
    let mut known: Vec<Lane> = index.lanes.iter().map(|lane| (*lane).clone()).collect();
    for row in 0..block.rows() {
        let name = block.lane_name(row);
        let lane = named_lane(&known, name).cloned().unwrap_or_else(|| {
            let lane = new_lane(spot, name, ids);
            rows.commands.push(Command::Add { record: lane.clone().into(), before: None });
            rows.fresh.push(lane.id.into());
            known.push(lane.clone());
            lane
        });
        if lane.hidden {
            let shown = Lane { hidden: false, ..lane.clone() };
            rows.commands.push(Command::Edit(shown.clone().into()));
            rows.fresh.push(lane.id.into());
            known.iter_mut().filter(|other| other.id == lane.id).for_each(|lane| lane.hidden = false);
        }
        rows.lanes.push(Some(lane));
    }
    rows
}

/// The lane of a name: the one with this title, else one of the kind that the name means. Those in sight come first.
fn named_lane<'l>(lanes: &'l [Lane], name: &str) -> Option<&'l Lane> {
    let wanted = folded(name);
    let titled = |lane: &&Lane| Lang::ALL.iter().any(|lang| folded(lane_name(lane, *lang)) == wanted);
    let kind = lane_named(name);
    let of_kind = |lane: &&Lane| Some(lane.kind) == kind;
    let first = |fits: &dyn Fn(&&Lane) -> bool| {
        lanes.iter().find(|lane| fits(lane) && !lane.hidden).or_else(|| lanes.iter().find(fits))
    };
    first(&titled).or_else(|| first(&of_kind))
}

fn new_lane(spot: Spot<'_>, name: &str, ids: &mut IdSource) -> Lane {
    let kind = lane_named(name).unwrap_or(LaneKind::Custom);
    let title = if kind == LaneKind::Custom { name.to_owned() } else { String::new() };
    Lane { title, ..Lane::new(ids.next(), spot.journey, OrderKey::default(), kind) }
}

/// From the focused cell downwards over the lanes that take cards; a row of figures or channels finds its lane too.
fn by_place(spot: Spot<'_>, index: &JourneyIndex<'_>, block: &Block<'_>) -> Rows {
    let lanes: Vec<&Lane> = index.lanes.iter().copied().filter(|lane| !lane.hidden).collect();
    let first = spot.cell.and_then(|cell| lanes.iter().position(|lane| lane.id == cell.lane));
    let mut rest = lanes.iter().skip(first.unwrap_or(0)).peekable();
    let mut rows = Rows::default();
    // Somebody who stands in a lane of figures means that lane, whatever the row says.
    let mut is_meant = first.is_some();
    for row in 0..block.rows() {
        let lane = rest.find(|lane| match lane.kind.form() {
            LaneForm::Cards | LaneForm::Speech => true,
            LaneForm::Curves => {
                is_meant || all(block, row, |cell| number(cell).is_some() || emotion_named(cell).is_some())
            }
            LaneForm::Touchpoints => is_meant || all(block, row, |cell| are_channels(spot, cell)),
            LaneForm::Bars | LaneForm::Owners | LaneForm::ExperienceValues => is_meant,
            LaneForm::Voice | LaneForm::Pictures => false,
        });
        is_meant = false;
        rows.lanes.push(lane.map(|lane| (*lane).clone()));
    }
    rows
}

/// Whether a row has something in it, all of which is of a kind.
fn all(block: &Block<'_>, row: usize, is: impl Fn(&str) -> bool) -> bool {
    let mut cells = (0..block.columns()).map(|column| block.cell(row, column)).filter(|cell| !cell.trim().is_empty());
    cells.clone().next().is_some() && cells.all(is)
}

fn are_channels(spot: Spot<'_>, cell: &str) -> bool {
    let known = |word: &str| {
        let name = folded(word);
        channel_named(word).is_some() || spot.project.channels.iter().any(|channel| folded(&channel.name) == name)
    };
    channel_words(cell, &known).iter().all(|word| known(word))
}
