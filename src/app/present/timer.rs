//! The timer of a presentation: counts up, or down from a planned time, and can be paused.

/// A timer that has not been started is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timer {
    /// Seconds before the last pause.
    before: f64,
    /// When it was started the last time.
    since: Option<f64>,
    started: bool,
    planned_minutes: u32,
}

/// What a timer shows, in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Time that has passed.
    Elapsed(u64),
    /// Time that is left.
    Left(u64),
    /// Time beyond the plan.
    Over(u64),
}

impl Timer {
    /// The longest talk, in minutes.
    const LONGEST: u32 = 600;

    /// Starts it, or pauses it.
    pub fn start_or_pause(&mut self, now: f64) {
        self.started = true;
        match self.since.take() {
            Some(since) => self.before += now - since,
            None => self.since = Some(now),
        }
    }

    /// So many minutes more (or fewer) for the talk; with none, it counts up.
    pub fn plan(&mut self, minutes: i32) {
        self.started = true;
        self.planned_minutes = self.planned_minutes.saturating_add_signed(minutes).min(Self::LONGEST);
    }

    /// Whether it is running.
    #[must_use]
    pub const fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// What it shows; nothing before it was started.
    #[must_use]
    pub fn clock(&self, now: f64) -> Option<Clock> {
        let seconds = (self.before + self.since.map_or(0.0, |since| now - since)).max(0.0) as u64;
        let planned = u64::from(self.planned_minutes) * 60;
        self.started.then_some(match planned {
            0 => Clock::Elapsed(seconds),
            _ if seconds <= planned => Clock::Left(planned - seconds),
            _ => Clock::Over(seconds - planned),
        })
    }
}

impl Clock {
    /// `12:05`, or `1:02:05`.
    #[must_use]
    pub fn figures(self) -> String {
        let (Self::Elapsed(seconds) | Self::Left(seconds) | Self::Over(seconds)) = self;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_does_not_count() {
        let mut timer = Timer::default();
        assert_eq!(timer.clock(5.0), None);
        timer.start_or_pause(10.0);
        timer.start_or_pause(75.5);
        assert_eq!(timer.clock(500.0), Some(Clock::Elapsed(65)));
        timer.start_or_pause(500.0);
        assert_eq!(timer.clock(505.0).map(Clock::figures).as_deref(), Some("1:10"));
    }

    #[test]
    fn a_planned_talk_counts_down_and_says_when_it_is_over() {
        let mut timer = Timer::default();
        timer.plan(1);
        timer.plan(1);
        timer.start_or_pause(0.0);
        assert_eq!(timer.clock(30.0), Some(Clock::Left(90)));
        assert_eq!(timer.clock(135.0), Some(Clock::Over(15)));
        timer.plan(-5);
        assert_eq!(timer.clock(3_700.0).map(Clock::figures).as_deref(), Some("1:01:40"));
    }
}
