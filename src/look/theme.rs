//! The tokens: every colour of the window and of the map by what it is for.

use super::themes;
use crate::base::Rgba;
use serde::{Deserialize, Serialize};

/// Which set of tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeKind {
    /// Calm paper for the day.
    #[default]
    Light,
    /// For dark rooms; designed by itself, not turned over.
    Dark,
    /// White ground, no tints that a printer would waste ink on.
    Print,
    /// The strongest contrast, for weak projectors and weak eyes.
    HighContrast,
}

impl ThemeKind {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Print, Self::HighContrast];

    /// The key used on the command line and in settings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
            Self::HighContrast => "high-contrast",
        }
    }

    /// The theme with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// The colours of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardColors {
    /// Inside.
    pub fill: Rgba,
    /// Its border.
    pub border: Rgba,
}

/// The bars of a 0–10 histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// 0–6.
    pub low: Rgba,
    /// 7 and 8.
    pub middle: Rgba,
    /// 9 and 10.
    pub high: Rgba,
}

/// A set of colour tokens. Text tokens (`ink*`, `accent`, `warn`, `good`) read well (contrast 4.5 or
/// more) on every ground and card fill of their theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Which one it is.
    pub kind: ThemeKind,
    /// Whether its grounds are dark.
    pub dark: bool,

    /// Bars, side panels, sheets, dialogs.
    pub panel: Rgba,
    /// A ground between panel and canvas: every other lane.
    pub paper: Rgba,
    /// What the map lies on.
    pub canvas: Rgba,
    /// Grooves: segmented controls, empty parts of bars.
    pub groove: Rgba,
    /// Under the mouse.
    pub hover: Rgba,
    /// The chosen part of a segmented control.
    pub raised: Rgba,

    /// Text.
    pub ink: Rgba,
    /// Text of second rank.
    pub ink2: Rgba,
    /// Labels and remarks.
    pub ink3: Rgba,
    /// Hairlines and card borders.
    pub line: Rgba,
    /// Borders of controls, stronger lines.
    pub line2: Rgba,
    /// The line between touchpoints, quiet marks.
    pub line3: Rgba,

    /// The one accent: primary buttons, links, selection, measured figures.
    pub accent: Rgba,
    /// Ground of what is selected.
    pub accent_weak: Rgba,
    /// Text on the accent.
    pub on_accent: Rgba,
    /// Needs attention.
    pub warn: Rgba,
    /// Ground of what needs attention.
    pub warn_weak: Rgba,
    /// Well.
    pub good: Rgba,
    /// Ground of what is well.
    pub good_weak: Rgba,

    /// Cards of most lanes.
    pub card: CardColors,
    /// Speech bubbles: thoughts.
    pub speech: CardColors,
    /// Pain points.
    pub pain: CardColors,
    /// Opportunities.
    pub opportunity: CardColors,
    /// Tints of the phase heads, in turn; `ink` reads on all of them.
    pub phases: [Rgba; 8],
    /// The bars of histograms.
    pub histogram: Histogram,
    /// The grid of the emotion curve.
    pub grid: Rgba,
    /// The band of doubt round a measured curve.
    pub ribbon: Rgba,

    /// Departments and personas in turn: told apart by people with any kind of colour vision, and
    /// `on_marker` reads on all of them.
    pub markers: [Rgba; 8],
    /// A letter on a marker.
    pub on_marker: Rgba,
    /// Channels at a screen.
    pub online: Rgba,
    /// Channels at a place.
    pub offline: Rgba,
    /// Channels with a voice.
    pub spoken: Rgba,

    /// The dot of the laser pointer.
    pub laser: Rgba,

    /// The shadow under cards and dialogs.
    pub shadow: Rgba,

    /// How much of the canvas is mixed into what a filter does not bring forward: it steps back, but one still sees
    /// that something is there and, from near, what it says.
    pub pale: f32,
}

impl Theme {
    /// The tokens of a theme.
    #[must_use]
    pub const fn of(kind: ThemeKind) -> &'static Self {
        match kind {
            ThemeKind::Light => &themes::LIGHT,
            ThemeKind::Dark => &themes::DARK,
            ThemeKind::Print => &themes::PRINT,
            ThemeKind::HighContrast => &themes::HIGH_CONTRAST,
        }
    }

    /// A colour of what a filter does not bring forward.
    #[must_use]
    pub fn stepped_back(&self, color: Rgba) -> Rgba {
        let mixed = color.mixed(self.canvas, self.pale);
        Rgba { a: color.a, ..mixed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grounds(t: &Theme) -> Vec<(&'static str, Rgba)> {
        vec![
            ("panel", t.panel),
            ("paper", t.paper),
            ("canvas", t.canvas),
            ("groove", t.groove),
            ("hover", t.hover),
            ("raised", t.raised),
            ("accent_weak", t.accent_weak),
            ("warn_weak", t.warn_weak),
            ("good_weak", t.good_weak),
            ("card", t.card.fill),
            ("speech", t.speech.fill),
            ("pain", t.pain.fill),
            ("opportunity", t.opportunity.fill),
        ]
    }

    #[test]
    fn the_edges_of_buttons_are_seen_in_high_contrast() {
        let t = Theme::of(ThemeKind::HighContrast);
        for (edge, color) in [("line2", t.line2), ("line3", t.line3), ("accent", t.accent)] {
            for (ground, under) in grounds(t) {
                let ratio = color.contrast(under);
                assert!(ratio >= 3.0, "{edge} on {ground} has a contrast of only {ratio:.2}");
            }
        }
    }

    fn reads(kind: ThemeKind, text: (&str, Rgba), ground: (&str, Rgba)) {
        let ratio = text.1.contrast(ground.1);
        assert!(ratio >= 4.5, "{kind:?}: {} on {} has a contrast of only {ratio:.2}", text.0, ground.0);
    }

    #[test]
    fn every_text_reads_on_every_ground() {
        for kind in ThemeKind::ALL {
            let t = Theme::of(kind);
            let texts = [
                ("ink", t.ink),
                ("ink2", t.ink2),
                ("ink3", t.ink3),
                ("accent", t.accent),
                ("warn", t.warn),
                ("good", t.good),
            ];
            for ground in grounds(t) {
                for text in texts {
                    reads(kind, text, ground);
                }
            }
            for tint in t.phases {
                reads(kind, ("ink", t.ink), ("a phase", tint));
            }
            reads(kind, ("on_accent", t.on_accent), ("accent", t.accent));
            for marker in t.markers.into_iter().chain([t.online, t.offline, t.spoken]) {
                reads(kind, ("on_marker", t.on_marker), ("a marker", marker));
            }
        }
    }

    #[test]
    fn what_steps_back_is_pale_but_there() {
        for kind in ThemeKind::ALL {
            let t = Theme::of(kind);
            // Strong contrast was asked for so that everything can be read, so there even pale text reads.
            let (low, high) = if kind == ThemeKind::HighContrast { (4.5, 7.0) } else { (2.0, 3.2) };
            for card in [t.card, t.speech, t.pain, t.opportunity] {
                let ratio = t.stepped_back(t.ink).contrast(t.stepped_back(card.fill));
                assert!((low..=high).contains(&ratio), "{kind:?}: pale text has a contrast of {ratio:.2}");
                let border = t.stepped_back(card.border);
                assert!(border != t.canvas && border != t.paper, "{kind:?}: a pale card has no edge");
            }
            for marker in t.markers {
                let ratio = t.stepped_back(marker).contrast(t.canvas);
                assert!(ratio >= 1.4, "{kind:?}: a pale marker has a contrast of {ratio:.2}");
            }
        }
    }

    /// What one must see to read the map or to use the window: lines, bars, markers, the ring round what has the
    /// keyboard, the edge of a field.
    #[test]
    fn graphics_stand_out_from_every_ground_they_stand_on() {
        for kind in ThemeKind::ALL {
            let t = Theme::of(kind);
            let cards = [t.card.fill, t.speech.fill, t.pain.fill, t.opportunity.fill];
            let grounds: Vec<Rgba> = [t.panel, t.paper, t.canvas].into_iter().chain(cards).collect();
            let mut graphics = vec![
                ("line3", t.line3),
                ("histogram.low", t.histogram.low),
                ("histogram.middle", t.histogram.middle),
                ("histogram.high", t.histogram.high),
                ("online", t.online),
                ("offline", t.offline),
                ("spoken", t.spoken),
                ("laser", t.laser),
            ];
            graphics.extend(t.markers.map(|marker| ("a marker", marker)));
            for (name, color) in graphics {
                for ground in &grounds {
                    stands_out(kind, (name, color), *ground);
                }
            }
            let rings = [t.groove, t.hover, t.raised, t.accent_weak, t.warn_weak, t.good_weak];
            for ground in rings.into_iter().chain(t.phases).chain(grounds) {
                stands_out(kind, ("the ring (accent)", t.accent), ground);
            }
        }
    }

    fn stands_out(kind: ThemeKind, graphic: (&str, Rgba), ground: Rgba) {
        let ratio = graphic.1.contrast(ground);
        assert!(ratio >= 3.0, "{kind:?}: {} on {ground:?} has a contrast of only {ratio:.2}", graphic.0);
    }

    #[test]
    fn names_of_phases_read_where_the_story_has_not_come_to_yet() {
        for kind in ThemeKind::ALL {
            let t = Theme::of(kind);
            for tint in t.phases {
                reads(kind, ("ink3", t.ink3), ("a phase ahead", tint.mixed(t.canvas, 0.65)));
            }
        }
    }

    #[test]
    fn keys_name_the_themes() {
        for kind in ThemeKind::ALL {
            assert_eq!(ThemeKind::from_key(kind.key()), Some(kind));
            assert_eq!(Theme::of(kind).kind, kind);
        }
    }
}
