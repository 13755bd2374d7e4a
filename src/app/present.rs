//! A presentation under way: which slide is shown, the screens that hide it, the timer, and the table of its keys.
//! Knows no window.

mod keys;
mod timer;

pub use keys::{PresentCommand, PresentKey};
pub use timer::{Clock, Timer};

use crate::layout::story::{Slide, slides};
use crate::model::{JourneyId, Project, RecordId, StepId};

/// What lies over the slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cover {
    /// Nothing.
    #[default]
    Nothing,
    /// A black screen.
    Black,
    /// A white screen.
    White,
    /// The sheet of keys.
    Keys,
}

/// A presentation between two frames.
#[derive(Clone, Debug)]
pub struct Presentation {
    /// Whose story it is.
    pub journey: JourneyId,
    slides: Vec<Slide>,
    at: usize,
    /// What lies over the slide.
    pub cover: Cover,
    /// Whether the pointer is a laser.
    pub laser: bool,
    /// The timer.
    pub timer: Timer,
}

impl Presentation {
    /// The story of a journey from its opening, or from a slide.
    #[must_use]
    pub fn new(project: &Project, journey: JourneyId, from: Option<Slide>) -> Self {
        let slides = slides(project, journey);
        let at = from.and_then(|from| slides.iter().position(|slide| *slide == from)).unwrap_or(0);
        Self { journey, slides, at, cover: Cover::Nothing, laser: false, timer: Timer::default() }
    }

    /// The slide that shows a record: its own, or that of its step.
    #[must_use]
    pub fn slide_of(project: &Project, record: RecordId) -> Option<Slide> {
        match record {
            RecordId::Phase(phase) => Some(Slide::Phase(phase)),
            RecordId::Step(step) => Some(Slide::Step(step)),
            RecordId::Card(card) => project.cards.get(card).map(|card| Slide::Step(card.step)),
            RecordId::Mark(mark) => project.marks.get(mark).map(|mark| Slide::Step(mark.step)),
            RecordId::Handoff(handoff) => project.handoffs.get(handoff).map(|handoff| Slide::Step(handoff.to)),
            _ => None,
        }
    }

    /// The slide that is shown.
    #[must_use]
    pub fn slide(&self) -> Slide {
        self.slides.get(self.at).copied().unwrap_or(Slide::Opening)
    }

    /// All slides.
    #[must_use]
    pub fn slides(&self) -> &[Slide] {
        &self.slides
    }

    /// Which of them is shown, from 0.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.at
    }

    /// Shows a slide.
    pub fn show(&mut self, at: usize) {
        self.at = at.min(self.slides.len().saturating_sub(1));
    }

    /// Does what a key asks for; whether the presentation goes on. `now` is in seconds.
    pub fn perform(&mut self, command: PresentCommand, now: f64) -> bool {
        use PresentCommand as C;
        if self.cover != Cover::Nothing {
            return self.uncover(command);
        }
        match command {
            C::Next => self.show(self.at + 1),
            C::Previous => self.show(self.at.saturating_sub(1)),
            C::NextPhase => self.show(self.next_phase()),
            C::PreviousPhase => self.show(self.previous_phase()),
            C::First => self.show(0),
            C::Last => self.show(usize::MAX),
            C::Jump(phase) => self.jump(usize::from(phase)),
            C::Black => self.cover = Cover::Black,
            C::White => self.cover = Cover::White,
            C::Laser => self.laser = !self.laser,
            C::Timer => self.timer.start_or_pause(now),
            C::Longer => self.timer.plan(1),
            C::Shorter => self.timer.plan(-1),
            C::Reset => self.timer = Timer::default(),
            C::Keys => self.cover = Cover::Keys,
            C::Leave => return false,
        }
        true
    }

    /// Any key takes the cover away; none of them turns the page unseen.
    fn uncover(&mut self, command: PresentCommand) -> bool {
        self.cover = match (command, self.cover) {
            (PresentCommand::Black, Cover::White) => Cover::Black,
            (PresentCommand::White, Cover::Black) => Cover::White,
            _ => Cover::Nothing,
        };
        true
    }

    fn phases(&self) -> impl Iterator<Item = usize> {
        self.slides.iter().enumerate().filter(|(_, slide)| matches!(slide, Slide::Phase(_))).map(|(at, _)| at)
    }

    fn next_phase(&self) -> usize {
        self.phases().find(|at| *at > self.at).unwrap_or(usize::MAX)
    }

    fn previous_phase(&self) -> usize {
        self.phases().filter(|at| *at < self.at).last().unwrap_or(0)
    }

    /// Phases count from 1; 0 is the opening.
    fn jump(&mut self, phase: usize) {
        let at = match phase.checked_sub(1) {
            Some(phase) => self.phases().nth(phase),
            None => Some(0),
        };
        if let Some(at) = at {
            self.show(at);
        }
    }

    /// The step that is shown.
    #[must_use]
    pub fn step(&self) -> Option<StepId> {
        match self.slide() {
            Slide::Step(step) => Some(step),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::session;

    fn show() -> (Presentation, crate::app::Session) {
        let (session, _) = session();
        let journey = session.journey().unwrap();
        (Presentation::new(session.project(), journey, None), session)
    }

    #[test]
    fn the_story_goes_from_the_opening_through_phases_and_steps_to_the_whole_map() {
        let (mut show, _) = show();
        assert_eq!(show.slides().len(), 6, "opening, a phase, three steps, the map");
        assert_eq!(show.slide(), Slide::Opening);
        for _ in 0..20 {
            assert!(show.perform(PresentCommand::Next, 0.0));
        }
        assert_eq!(show.slide(), Slide::Whole);
        show.perform(PresentCommand::PreviousPhase, 0.0);
        assert!(matches!(show.slide(), Slide::Phase(_)));
        show.perform(PresentCommand::PreviousPhase, 0.0);
        assert_eq!(show.slide(), Slide::Opening);
        show.perform(PresentCommand::Jump(1), 0.0);
        assert!(matches!(show.slide(), Slide::Phase(_)));
        show.perform(PresentCommand::Jump(7), 0.0);
        assert!(matches!(show.slide(), Slide::Phase(_)), "there is no seventh phase");
        show.perform(PresentCommand::NextPhase, 0.0);
        assert_eq!(show.slide(), Slide::Whole);
    }

    #[test]
    fn a_black_screen_goes_with_any_key_and_turns_no_page() {
        let (mut show, _) = show();
        show.perform(PresentCommand::Black, 0.0);
        assert_eq!(show.cover, Cover::Black);
        show.perform(PresentCommand::Next, 0.0);
        assert_eq!((show.cover, show.position()), (Cover::Nothing, 0));
        show.perform(PresentCommand::White, 0.0);
        assert!(show.perform(PresentCommand::Leave, 0.0), "Escape takes the white screen away first");
        assert!(!show.perform(PresentCommand::Leave, 0.0));
    }

    #[test]
    fn it_begins_where_the_selection_is() {
        let (mut session, cell) = session();
        let card = crate::app::testing::add_card(&mut session, cell, "a");
        let slide = Presentation::slide_of(session.project(), card.into());
        let show = Presentation::new(session.project(), session.journey().unwrap(), slide);
        assert_eq!(show.slide(), Slide::Step(cell.step));
    }
}
