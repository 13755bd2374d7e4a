//! The columns of a metric: from a cell to a point of its scale, odd spellings remembered.

use super::batch::{BATCH, Batch, each_bit};
use super::cells::Answers;
use super::pairs::OVERALL;
use super::plan::ImportPlan;
use super::row::Row;
use super::values::{Answer, Scale};
use crate::base::normalized;
use crate::model::{ColumnRole, MappedColumn};
use encoding_rs::Encoding;
use std::collections::BTreeMap;

/// Odd spellings of answers and dates that are remembered.
pub(super) const MOST_ODD: usize = 1_000;

/// No answer and no date has so many bytes.
pub(super) const LONGEST_ODD: usize = 1_024;

/// A metric's column, scale and the odd spellings met so far.
#[derive(Debug)]
pub(super) struct Metric {
    pub(super) place: usize,
    scale: Scale,
    reversed: bool,
    /// What the person said is no answer, in its normal form.
    none: Vec<String>,
    odd: BTreeMap<Box<[u8]>, Answer>,
}

/// The questions of a wide table about one step.
#[derive(Debug)]
pub(super) struct Topic {
    pub(super) step: u32,
    pub(super) metrics: [Option<Metric>; 3],
    pub(super) comment: Option<usize>,
}

/// The row's answer to a metric that the file may not have.
#[inline(always)]
pub(super) fn read(metric: &mut Option<Metric>, row: &Row<'_>, encoding: &'static Encoding) -> Answer {
    match metric {
        Some(metric) => metric.read(row, encoding),
        None => Answer::Missing,
    }
}

impl Topic {
    /// What the row says about the step; `None` when nothing. Answers that are off the scale count as none.
    pub(super) fn answers(&mut self, row: &Row<'_>, encoding: &'static Encoding) -> Option<Answers> {
        let on_scale = |answer| if answer == Answer::OffScale { Answer::Missing } else { answer };
        let [nps, csat, ces] = self.metrics.each_mut().map(|metric| on_scale(read(metric, row, encoding)));
        let any = [nps, csat, ces].into_iter().any(|answer| answer != Answer::Missing);
        any.then(|| Answers { nps, csat, ces, ..Answers::default() })
    }

    /// The column of an answer that is off its scale.
    pub(super) fn off_scale(&mut self, row: &Row<'_>, encoding: &'static Encoding) -> Option<usize> {
        self.metrics.iter_mut().flatten().find_map(|metric| metric.off_scale(row, encoding))
    }
}

impl Metric {
    pub(super) fn new(plan: &ImportPlan, scale: Scale, role: ColumnRole, place: usize) -> Self {
        let reversed = role == ColumnRole::Ces && plan.scales.ces_high_is_hard;
        let none = plan.no_answer.iter().map(|code| normalized(code)).filter(|code| !code.is_empty()).collect();
        Self { place, scale, reversed, none, odd: BTreeMap::new() }
    }

    /// The scale of a question.
    pub(super) const fn scale(plan: &ImportPlan, column: &MappedColumn) -> Scale {
        match column.role {
            ColumnRole::Csat | ColumnRole::Ces => Scale::to(plan.top_of(column)),
            ColumnRole::Overall => OVERALL,
            _ => Scale::NPS,
        }
    }

    /// The widest scale that a metric was asked on; `None` when it was not.
    pub(super) fn widest(plan: &ImportPlan, role: ColumnRole) -> Option<Scale> {
        let scales = plan.columns.iter().filter(|column| column.role == role).map(|column| Self::scale(plan, column));
        scales.max_by_key(|scale| scale.highest)
    }

    /// The highest answer.
    pub(super) const fn top(&self) -> u8 {
        self.scale.highest
    }

    /// The column, when its answer is off the scale.
    pub(super) fn off_scale(&mut self, row: &Row<'_>, encoding: &'static Encoding) -> Option<usize> {
        (self.read(row, encoding) == Answer::OffScale).then_some(self.place)
    }

    /// The answers of many rows; a bit for each that is a point of the scale, and one for each that is off it.
    #[inline(always)]
    pub(super) fn read_together(
        &mut self,
        answers: &mut [Answer; BATCH],
        (batch, bytes): (&Batch, &[u8]),
        encoding: &'static Encoding,
    ) -> (u64, u64) {
        let (mut careful, mut points, mut off) = (0u64, 0u64, 0u64);
        let (scale, is_plain) = (self.scale, self.none.is_empty() && !self.reversed);
        batch.each(
            bytes,
            0..batch.len(),
            self.place,
            #[inline(always)]
            |at, cell| {
                let plain = cell.head().and_then(|head| scale.read_head(*head, cell.length));
                careful |= u64::from(plain.is_none() || !is_plain) << at;
                let answer = plain.unwrap_or(Answer::Missing);
                answers[at % BATCH] = answer;
                points |= u64::from(matches!(answer, Answer::Point(_))) << at;
                off |= u64::from(answer == Answer::OffScale) << at;
            },
        );
        each_bit(careful, |at| {
            answers[at] = self.read(&batch.row(bytes, at), encoding);
            let (bit, answer) = (1 << at, answers[at]);
            points = points & !bit | u64::from(matches!(answer, Answer::Point(_))) << at;
            off = off & !bit | u64::from(answer == Answer::OffScale) << at;
        });
        (points, off)
    }

    /// The row's answer.
    #[inline(always)]
    pub(super) fn read(&mut self, row: &Row<'_>, encoding: &'static Encoding) -> Answer {
        let plain = if self.none.is_empty() { self.scale.read_plain(row.raw(self.place)) } else { None };
        let answer = match plain {
            Some(answer) => answer,
            None => self.read_careful(&row.cell(self.place), encoding),
        };
        match answer {
            Answer::Point(point) if self.reversed => Answer::Point(self.scale.highest + self.scale.lowest - point),
            other => other,
        }
    }

    #[inline(never)]
    fn read_careful(&mut self, cell: &[u8], encoding: &'static Encoding) -> Answer {
        let plain = if self.none.is_empty() { self.scale.read_plain(cell) } else { None };
        plain.unwrap_or_else(|| self.read_odd(cell, encoding))
    }

    #[cold]
    fn read_odd(&mut self, cell: &[u8], encoding: &'static Encoding) -> Answer {
        if let Some(known) = self.odd.get(cell) {
            return *known;
        }
        if cell.len() > LONGEST_ODD {
            return Answer::OffScale;
        }
        let text = encoding.decode_without_bom_handling(cell).0;
        let is_none = !self.none.is_empty() && self.none.contains(&normalized(&text));
        let answer = if is_none { Answer::Missing } else { self.scale.parse(&text) };
        if self.odd.len() < MOST_ODD && cell.len() < 256 {
            self.odd.insert(cell.into(), answer);
        }
        answer
    }
}
