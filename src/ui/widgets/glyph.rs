//! Small line drawings on buttons.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// Back in history.
    Undo,
    /// Forward in history.
    Redo,
    /// Add.
    Plus,
    /// Make smaller.
    Minus,
    /// Close, remove.
    Cross,
    /// Chosen.
    Tick,
    /// Opens a list; one place down.
    Down,
    /// More that can be done.
    More,
    /// Shares as bars.
    Bars,
    /// A filter.
    Funnel,
    /// To the one before.
    Up,
    /// The page before.
    Left,
    /// The next page.
    Right,
    /// Change sides.
    Swap,
    /// Two curves that cross.
    Curves,
}

impl Glyph {
    /// Draws it in the middle of `rect`.
    pub(crate) fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let stroke = Stroke::new(1.5, color);
        let at = |x: f32, y: f32| rect.center() + vec2(x, y);
        let run = |points: &[Pos2]| {
            painter.add(Shape::line(points.to_vec(), stroke));
        };
        match self {
            Self::Undo => arrow_back(painter, rect, stroke, 1.0),
            Self::Redo => arrow_back(painter, rect, stroke, -1.0),
            Self::Plus => {
                run(&[at(-4.5, 0.0), at(4.5, 0.0)]);
                run(&[at(0.0, -4.5), at(0.0, 4.5)]);
            }
            Self::Minus => run(&[at(-4.5, 0.0), at(4.5, 0.0)]),
            Self::Tick => run(&[at(-3.5, 0.0), at(-1.0, 3.0), at(4.0, -3.0)]),
            Self::Down => run(&[at(-3.0, -1.5), at(0.0, 1.5), at(3.0, -1.5)]),
            Self::More => {
                for x in [-4.0, 0.0, 4.0] {
                    painter.circle_filled(at(x, 0.0), 1.3, color);
                }
            }
            Self::Bars => {
                for (y, end) in [(-4.0, 5.0), (0.0, 1.0), (4.0, -2.0)] {
                    run(&[at(-5.0, y), at(end, y)]);
                }
            }
            Self::Funnel => run(&[
                at(-6.0, -5.0),
                at(6.0, -5.0),
                at(1.5, 0.5),
                at(1.5, 5.5),
                at(-1.5, 4.0),
                at(-1.5, 0.5),
                at(-6.0, -5.0),
            ]),
            Self::Left => run(&[at(2.0, -4.0), at(-2.0, 0.0), at(2.0, 4.0)]),
            Self::Right => run(&[at(-2.0, -4.0), at(2.0, 0.0), at(-2.0, 4.0)]),
            Self::Up => run(&[at(-3.0, 1.5), at(0.0, -1.5), at(3.0, 1.5)]),
            Self::Curves => {
                run(&[at(-5.0, 3.0), at(-2.0, 2.0), at(1.0, -2.5), at(5.0, -3.5)]);
                run(&[at(-5.0, -3.0), at(-1.5, -1.0), at(2.0, 2.5), at(5.0, 3.0)]);
            }
            Self::Swap => {
                run(&[at(-5.0, -2.5), at(5.0, -2.5), at(2.5, -5.0)]);
                run(&[at(5.0, 2.5), at(-5.0, 2.5), at(-2.5, 5.0)]);
            }
            Self::Cross => {
                run(&[at(-3.5, -3.5), at(3.5, 3.5)]);
                run(&[at(3.5, -3.5), at(-3.5, 3.5)]);
            }
        }
    }
}

/// A hooked arrow: to the left with `side` 1, to the right with −1.
fn arrow_back(painter: &Painter, rect: Rect, stroke: Stroke, side: f32) {
    let center = rect.center();
    let at = |x: f32, y: f32| pos2(center.x + x * side, center.y + y);
    let bend = (0..=12).map(|step| {
        let angle = std::f32::consts::PI * (f32::from(u8::try_from(step).unwrap_or(0)) / 12.0 - 0.5);
        at(1.5 + 4.0 * angle.cos(), 0.5 + 3.5 * angle.sin())
    });
    let mut points = vec![at(-5.0, -3.0)];
    points.extend(bend);
    points.push(at(-2.0, 4.0));
    painter.add(Shape::line(points, stroke));
    painter.add(Shape::line(vec![at(-2.0, -6.0), at(-5.0, -3.0), at(-2.0, 0.0)], stroke));
}
