//! Colours of things that may bring their own: departments, personas, channels, cards by lane.

use super::{CardColors, Theme};
use crate::base::Rgba;
use crate::model::{Channel, ChannelKind, ChannelSide, Department, LaneForm, LaneKind, Persona};

impl Theme {
    /// A colour of the marker palette, in turn.
    #[must_use]
    pub fn marker(&self, position: usize) -> Rgba {
        self.markers[position % self.markers.len()]
    }

    /// The colour of a department that stands at this position of the list.
    #[must_use]
    pub fn department(&self, department: &Department, position: usize) -> Rgba {
        department.color.unwrap_or_else(|| self.marker(position))
    }

    /// The colour of a persona that stands at this position of the list.
    #[must_use]
    pub fn persona(&self, persona: &Persona, position: usize) -> Rgba {
        persona.color.unwrap_or_else(|| self.marker(position))
    }

    /// The colour of a channel: its own, or that of its side; channels with a voice have a third.
    #[must_use]
    pub fn channel(&self, channel: &Channel) -> Rgba {
        channel.color.unwrap_or_else(|| self.channel_kind(channel.kind, channel.side))
    }

    /// The colour of a channel without one of its own.
    #[must_use]
    pub fn channel_kind(&self, kind: ChannelKind, side: ChannelSide) -> Rgba {
        match (kind, side) {
            (ChannelKind::Phone, _) => self.spoken,
            (ChannelKind::WordOfMouth, _) => self.ink3,
            (_, ChannelSide::Online) => self.online,
            (_, ChannelSide::Offline) => self.offline,
        }
    }

    /// The tint of a phase at this position.
    #[must_use]
    pub fn phase(&self, position: usize) -> Rgba {
        self.phases[position % self.phases.len()]
    }

    /// The colours of a lane's cards.
    #[must_use]
    pub fn card_in(&self, lane: LaneKind) -> CardColors {
        match lane {
            LaneKind::Pain => self.pain,
            LaneKind::Opportunity => self.opportunity,
            _ if lane.form() == LaneForm::Speech => self.speech,
            _ => self.card,
        }
    }

    /// A letter on a colour that somebody chose: white or black, whichever reads better.
    #[must_use]
    pub fn letter_on(ground: Rgba) -> Rgba {
        let black = Rgba::hex(0);
        if ground.contrast(Rgba::WHITE) >= ground.contrast(black) { Rgba::WHITE } else { black }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::ThemeKind;

    #[test]
    fn pains_and_opportunities_have_colours_of_their_own() {
        let theme = Theme::of(ThemeKind::Light);
        assert_eq!(theme.card_in(LaneKind::Pain), theme.pain);
        assert_eq!(theme.card_in(LaneKind::Thought), theme.speech);
        assert_eq!(theme.card_in(LaneKind::Action), theme.card);
    }

    #[test]
    fn a_letter_reads_on_any_colour() {
        for step in 0..=255_u8 {
            let grey = Rgba { r: step, g: step, b: step, a: 255 };
            assert!(Theme::letter_on(grey).contrast(grey) >= 4.5, "grey {step}");
        }
    }

    // Viénot, Brettel, Mollon 1999, in linear light: what a deuteranope and a protanope see.
    const DEUTAN: [[f32; 3]; 2] = [[0.292_75, 0.707_25, 0.0], [-0.022_34, 0.022_34, 1.0]];
    const PROTAN: [[f32; 3]; 2] = [[0.112_38, 0.887_62, 0.0], [0.004_01, -0.004_01, 1.0]];

    /// How far two colours lie apart for the one of the two who sees the smaller difference.
    fn distance(a: Rgba, b: Rgba) -> f32 {
        let seen = |color: Rgba, m: [[f32; 3]; 2]| {
            let linear = |c: u8| (f32::from(c) / 255.0).powf(2.2);
            let (r, g, b) = (linear(color.r), linear(color.g), linear(color.b));
            let red_green = m[0][0] * r + m[0][1] * g + m[0][2] * b;
            let blue = m[1][0] * r + m[1][1] * g + m[1][2] * b;
            [red_green.max(0.0).powf(1.0 / 2.2) * 255.0, blue.max(0.0).powf(1.0 / 2.2) * 255.0]
        };
        let apart = |eye| {
            let (a, b) = (seen(a, eye), seen(b, eye));
            (a[0] - b[0]).abs() + (a[1] - b[1]).abs()
        };
        apart(DEUTAN).min(apart(PROTAN))
    }

    #[test]
    fn the_first_four_markers_differ_for_people_without_red_or_green_cones() {
        for kind in ThemeKind::ALL {
            let markers = Theme::of(kind).markers;
            for (first, second) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
                let far = distance(markers[first], markers[second]);
                assert!(far > 45.0, "{kind:?}: markers {first} and {second} are only {far:.0} apart");
            }
        }
    }

    #[test]
    fn well_and_wrong_and_the_accent_differ_for_them_too() {
        for kind in ThemeKind::ALL {
            let t = Theme::of(kind);
            for (a, b) in [(t.good, t.warn), (t.good, t.accent), (t.warn, t.accent), (t.online, t.offline)] {
                assert!(distance(a, b) > 45.0, "{kind:?}: {a:?} and {b:?} are only {:.0} apart", distance(a, b));
            }
        }
    }
}
