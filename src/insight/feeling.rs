//! The emotion curve: against what was measured, among departments, at its lowest and at its end.

use super::{Asked, Cause, Check, Severity};
use crate::model::{MarkSource, StepId};

/// Departments that lie this far apart on the emotion axis do not mean the same step.
pub const DISAGREE: f32 = 2.0;
/// A curve of fewer points has no peak and no end.
const CURVE: usize = 3;

/// Asks about feelings.
pub(super) fn ask(asked: &mut Asked<'_>) {
    if asked.overlay.is_some() {
        belief(asked);
    } else {
        asked.not_asked(Check::Belief);
    }
    departments(asked);
    peak_and_end(asked);
}

fn belief(asked: &mut Asked<'_>) {
    for step in asked.index.steps() {
        let Some((agreed, measured)) = asked.agreed(step.id).zip(asked.measured(step.id)) else { continue };
        let value = f64::from(agreed);
        if !(measured.low..=measured.high).contains(&value) {
            let contradicts = value * measured.value < 0.0;
            let severity = if contradicts { Severity::Critical } else { Severity::Warn };
            asked.found(severity, Cause::Belief { step: step.id, agreed, measured });
        }
    }
}

fn departments(asked: &mut Asked<'_>) {
    let mut any = false;
    for step in asked.index.steps() {
        let believed = asked.marks(step.id).iter().filter_map(|mark| match mark.source {
            MarkSource::Believed(department) => Some((department, mark.value)),
            MarkSource::Agreed | MarkSource::Measured | MarkSource::Target => None,
        });
        let by_value = |a: &(_, f32), b: &(_, f32)| a.1.total_cmp(&b.1);
        let Some(low) = believed.clone().min_by(by_value) else { continue };
        let Some(high) = believed.max_by(by_value) else { continue };
        any = true;
        if high.1 - low.1 >= DISAGREE {
            asked.found(Severity::Warn, Cause::Departments { step: step.id, low, high });
        }
    }
    if !any {
        asked.not_asked(Check::Departments);
    }
}

fn peak_and_end(asked: &mut Asked<'_>) {
    let steps = asked.index.steps();
    let curve: Vec<(StepId, f32)> = steps.filter_map(|step| Some((step.id, asked.agreed(step.id)?))).collect();
    let ([(_, start), .., (last, end)], true) = (curve.as_slice(), curve.len() >= CURVE) else {
        asked.not_asked(Check::PeakEnd);
        return;
    };
    let lowest = curve.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((step, value)) = lowest.filter(|(step, value)| *value < 0.0 && step != last) {
        asked.found(Severity::Warn, Cause::LowPeak { step: *step, value: *value });
    }
    if *end < 0.0 {
        asked.found(Severity::Critical, Cause::LowEnd { step: *last, value: *end });
    } else if end < start {
        asked.found(Severity::Warn, Cause::Falling { step: *last, start: *start, end: *end });
    }
}
