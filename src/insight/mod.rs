//! Layer 2: what a map says about itself when it is asked: where belief and measurement part, where departments do,
//! pains that nobody answers, breaks between channels, phases that are only assumed. Pure functions of the project and
//! of the answers laid over it; figures of hidden groups are never looked at. The words for it are above.
//!
//! The checks and their limits are those of customer-journey practice: peak–end rule (Kahneman), priority by low
//! score × high volume, honesty about what is assumed.

mod breaks;
mod evidence;
mod feeling;
mod lanes;
mod opportunities;

pub use feeling::DISAGREE;
pub use lanes::MOST_STEPS;

use crate::feedback::{Interval, Overlay, Ranked, Ranking, StepVoice};
use crate::model::{
    CardId, Carried, DepartmentId, JourneyId, JourneyIndex, JourneyState, LaneId, Mark, MarkSource, PhaseId, Project,
    RecordId, StepId,
};

/// So many steps of the ranking are findings; the feedback page has the whole list.
const MOST_RANKED: usize = 5;

/// How much a finding matters. The order is that of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Contradicts what the map says, or loses the customer.
    Critical,
    /// Should be settled.
    Warn,
    /// Good to know.
    Info,
}

/// A question that a map is asked. The order is that in which findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// Believed ≠ measured.
    Belief,
    /// Low score × high volume.
    LowAndBusy,
    /// The worst moment and the end (peak–end rule).
    PeakEnd,
    /// The customer is not carried over from one channel to the next.
    Breaks,
    /// Departments see a step differently.
    Departments,
    /// Pains without opportunity.
    Pains,
    /// Opportunities without owner, date or KPI.
    Opportunities,
    /// Phases that are mostly assumed.
    Assumed,
    /// Lanes that fall silent.
    Silence,
    /// Phases with too many steps.
    Crowded,
    /// Steps without answers.
    Unmeasured,
}

impl Check {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Belief,
        Self::LowAndBusy,
        Self::PeakEnd,
        Self::Breaks,
        Self::Departments,
        Self::Pains,
        Self::Opportunities,
        Self::Assumed,
        Self::Silence,
        Self::Crowded,
        Self::Unmeasured,
    ];
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub cause: Cause,
}

/// What was found, and where.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// What the room agreed on lies outside the interval of what was measured, both on the emotion axis (−2…+2).
    Belief {
        /// The step.
        step: StepId,
        /// What was agreed.
        agreed: f32,
        /// What was measured, with its 95 % interval.
        measured: Interval,
    },
    /// A step of the ranking low score × high volume.
    LowAndBusy(Ranked),
    /// The lowest moment of the curve is below zero.
    LowPeak {
        /// The step.
        step: StepId,
        /// The emotion there.
        value: f32,
    },
    /// The journey ends below zero.
    LowEnd {
        /// The last step that has an emotion.
        step: StepId,
        /// The emotion there.
        value: f32,
    },
    /// The journey ends lower than it began.
    Falling {
        /// The last step that has an emotion.
        step: StepId,
        /// Where it began.
        start: f32,
        /// Where it ends.
        end: f32,
    },
    /// The channel changes between two steps, and the customer is not known to be carried over.
    Break {
        /// The step before.
        from: StepId,
        /// The step after.
        to: StepId,
        /// Whether something is lost, or nobody knows.
        carried: Carried,
    },
    /// Two departments see a step two levels apart or more.
    Departments {
        /// The step.
        step: StepId,
        /// Who sees it lowest.
        low: (DepartmentId, f32),
        /// Who sees it highest.
        high: (DepartmentId, f32),
    },
    /// A pain that no opportunity answers.
    OpenPain {
        /// The card.
        card: CardId,
    },
    /// An opportunity that cannot be followed up.
    Unfinished {
        /// The card.
        card: CardId,
        /// What it has not got.
        lacks: Vec<Lack>,
    },
    /// More than half of a phase's cards are assumed.
    Assumed {
        /// The phase.
        phase: PhaseId,
        /// How many cards are.
        assumed: usize,
        /// Of how many.
        cards: usize,
    },
    /// A lane says nothing over three steps or more.
    Silent {
        /// The lane.
        lane: LaneId,
        /// The first silent step.
        from: StepId,
        /// The last one.
        to: StepId,
        /// How many there are.
        steps: usize,
    },
    /// More steps in a phase than people take in.
    Crowded {
        /// The phase.
        phase: PhaseId,
        /// How many.
        steps: usize,
    },
    /// Nobody was asked about a step.
    Unmeasured {
        /// The step.
        step: StepId,
    },
}

/// What an opportunity has not got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody takes care of it.
    Owner,
    /// It has no date.
    Due,
    /// Nothing shows whether it worked.
    Kpi,
}

impl Cause {
    /// The question that it answers.
    #[must_use]
    pub const fn check(&self) -> Check {
        match self {
            Self::Belief { .. } => Check::Belief,
            Self::LowAndBusy(_) => Check::LowAndBusy,
            Self::LowPeak { .. } | Self::LowEnd { .. } | Self::Falling { .. } => Check::PeakEnd,
            Self::Break { .. } => Check::Breaks,
            Self::Departments { .. } => Check::Departments,
            Self::OpenPain { .. } => Check::Pains,
            Self::Unfinished { .. } => Check::Opportunities,
            Self::Assumed { .. } => Check::Assumed,
            Self::Silent { .. } => Check::Silence,
            Self::Crowded { .. } => Check::Crowded,
            Self::Unmeasured { .. } => Check::Unmeasured,
        }
    }

    /// The record that it is about: what to show to somebody who asks where.
    #[must_use]
    pub fn about(&self) -> RecordId {
        match self {
            Self::Belief { step, .. }
            | Self::LowPeak { step, .. }
            | Self::LowEnd { step, .. }
            | Self::Falling { step, .. }
            | Self::Departments { step, .. }
            | Self::Unmeasured { step }
            | Self::Silent { from: step, .. }
            | Self::Break { to: step, .. } => (*step).into(),
            Self::LowAndBusy(ranked) => ranked.step.into(),
            Self::OpenPain { card } | Self::Unfinished { card, .. } => (*card).into(),
            Self::Assumed { phase, .. } | Self::Crowded { phase, .. } => (*phase).into(),
        }
    }
}

/// What was found in a journey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// By check, the urgent first within each, then from left to right.
    pub found: Vec<Finding>,
    /// What could not be asked, because the map does not hold what it takes.
    pub not_asked: Vec<Check>,
    /// Whether the ranking is by customers a month; else it is by answers.
    pub by_customers: bool,
}

impl Findings {
    /// What was found by one check.
    pub fn of(&self, check: Check) -> impl Iterator<Item = &Finding> {
        self.found.iter().filter(move |finding| finding.cause.check() == check)
    }

    /// How many findings matter so much.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Asks a journey everything; `None` when the project has none with this id. Linear in its cards.
#[must_use]
pub fn findings(project: &Project, journey: JourneyId, overlay: Option<&Overlay>) -> Option<Findings> {
    let index = JourneyIndex::new(project, journey)?;
    // Customers were asked about what is: an ideal and a competitor's journey have no voice in our surveys.
    let is_ours = matches!(index.journey.state, JourneyState::AsIs | JourneyState::Hypothesis);
    let overlay = overlay.filter(|overlay| is_ours && overlay.rows > 0);
    let mut asked = Asked { index: &index, overlay, findings: Findings::default() };
    feeling::ask(&mut asked);
    if let Some(overlay) = overlay {
        let ranking = Ranking::new(project, overlay, journey);
        asked.findings.by_customers = ranking.by_customers;
        for ranked in ranking.steps.into_iter().take(MOST_RANKED) {
            asked.found(Severity::Warn, Cause::LowAndBusy(ranked));
        }
    } else {
        asked.not_asked(Check::LowAndBusy);
    }
    breaks::ask(&mut asked);
    opportunities::ask(&mut asked);
    evidence::ask(&mut asked);
    lanes::ask(&mut asked);
    let mut findings = asked.findings;
    // The sort keeps what it finds equal in the order of the map, and the ranking in its own.
    findings.found.sort_by_key(|finding| (finding.cause.check(), finding.severity));
    findings.not_asked.sort_unstable();
    Some(findings)
}

/// A journey that is being asked.
struct Asked<'a> {
    index: &'a JourneyIndex<'a>,
    overlay: Option<&'a Overlay>,
    findings: Findings,
}

impl<'a> Asked<'a> {
    fn found(&mut self, severity: Severity, cause: Cause) {
        self.findings.found.push(Finding { severity, cause });
    }

    fn not_asked(&mut self, check: Check) {
        self.findings.not_asked.push(check);
    }

    fn marks(&self, step: StepId) -> &'a [&'a Mark] {
        self.index.marks.get(&step).map_or(&[], Vec::as_slice)
    }

    /// What the room agreed on: of everybody, or of the persona that leads the journey.
    fn agreed(&self, step: StepId) -> Option<f32> {
        let leader = self.index.journey.personas.first().copied();
        let agreed = || self.marks(step).iter().filter(|mark| mark.source == MarkSource::Agreed);
        let mark =
            agreed().find(|mark| mark.persona == leader).or_else(|| agreed().find(|mark| mark.persona.is_none()));
        mark.map(|mark| mark.value)
    }

    /// What was measured of a step, on the emotion axis, if it may be shown.
    fn measured(&self, step: StepId) -> Option<Interval> {
        match self.overlay?.steps.get(&step)? {
            StepVoice::Shown(figures) => figures.emotion,
            StepVoice::Hidden => None,
        }
    }
}
