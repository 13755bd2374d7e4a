//! From a project to the text of a file: the same project, the same bytes.

use super::EncodeError;
use super::header::{self, ContentHash};
use super::lines::in_parallel;
use super::record::RecordRef;
use crate::base::Id;
use crate::model::{Project, Record, Table};
use std::collections::HashMap;

/// The text of a project's file.
///
/// # Errors
/// When a record cannot be written as RON, which no record of the model does.
pub fn to_text(project: &Project) -> Result<String, EncodeError> {
    Ok(with_hash(project)?.0)
}

pub(super) fn with_hash(project: &Project) -> Result<(String, ContentHash), EncodeError> {
    let records = in_file_order(project);
    let parts = in_parallel(&records, |records| {
        let mut lines = String::with_capacity(records.len() * 128);
        for record in records {
            ron::ser::to_writer(&mut lines, record)?;
            lines.push_str(",\n");
        }
        Ok::<_, ron::Error>(lines)
    });
    let mut body = String::from("[\n");
    for part in parts {
        body.push_str(&part?);
    }
    body.push_str("]\n");
    let hash = ContentHash::of(body.as_bytes());
    body.insert_str(0, &header::line(hash));
    Ok((body, hash))
}

/// Table by table; inside a table by the parents' order, then the own one, then the id.
fn in_file_order(project: &Project) -> Vec<RecordRef<'_>> {
    let journeys = sorted(&project.journeys, |r| r.order.clone());
    let at_journey = places(&journeys);
    let phases = sorted(&project.phases, |r| (at(&at_journey, r.journey), r.order.clone()));
    let at_phase = places(&phases);
    let steps = sorted(&project.steps, |r| (at(&at_phase, r.phase), r.order.clone()));
    let at_step = places(&steps);
    let lanes = sorted(&project.lanes, |r| (at(&at_journey, r.journey), r.order.clone()));
    let at_lane = places(&lanes);

    let mut out = vec![RecordRef::Info(&project.info)];
    add(&mut out, sorted(&project.departments, |r| r.order.clone()));
    add(&mut out, sorted(&project.channels, |r| r.order.clone()));
    add(&mut out, sorted(&project.personas, |r| r.order.clone()));
    add(&mut out, journeys);
    add(&mut out, phases);
    add(&mut out, steps);
    add(&mut out, lanes);
    add(&mut out, sorted(&project.cards, |r| (at(&at_lane, r.lane), at(&at_step, r.step), r.order.clone())));
    add(&mut out, sorted(&project.marks, |r| (at(&at_step, r.step), r.persona, r.source)));
    add(&mut out, sorted(&project.handoffs, |r| (at(&at_step, r.from), at(&at_step, r.to))));
    add(&mut out, sorted(&project.links, |r| (at(&at_step, r.from), at(&at_step, r.to))));
    add(&mut out, sorted(&project.data_sets, |r| r.order.clone()));
    add(&mut out, sorted(&project.aliases, |r| (at(&at_step, r.step), r.name.clone())));
    add(&mut out, sorted(&project.views, |r| r.order.clone()));
    add(&mut out, sorted(&project.conflicts, |r| (r.of, r.field.clone())));
    out
}

fn sorted<T: Record, K: Ord>(table: &Table<T>, key: impl Fn(&T) -> K) -> Vec<&T> {
    let mut rows: Vec<&T> = table.iter().collect();
    // The table is in the order of the ids, and the sort keeps it where the keys are equal.
    rows.sort_by_cached_key(|row| key(row));
    rows
}

fn places<T: Record>(rows: &[&T]) -> HashMap<Id<T>, usize> {
    rows.iter().enumerate().map(|(place, row)| (row.id(), place)).collect()
}

/// The place of a parent; what has lost its parent comes last.
fn at<T>(places: &HashMap<Id<T>, usize>, parent: Id<T>) -> usize {
    places.get(&parent).copied().unwrap_or(usize::MAX)
}

fn add<'a, T>(out: &mut Vec<RecordRef<'a>>, rows: Vec<&'a T>)
where
    &'a T: Into<RecordRef<'a>>,
{
    out.extend(rows.into_iter().map(Into::into));
}
