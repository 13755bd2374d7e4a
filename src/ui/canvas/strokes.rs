//! Lines on the screen, cut to what is in sight: a curve through a thousand steps costs what one sees of it.

use eframe::egui::{Pos2, Rect};

/// Points closer to the last one than this are not seen apart.
const LEAST_PIECE: f32 = 1.0;

/// The points of a line without those that cannot be seen apart: a curve seen from afar has few pieces.
pub(super) fn thinned(points: impl Iterator<Item = Pos2>) -> Vec<Pos2> {
    let mut kept: Vec<Pos2> = Vec::with_capacity(points.size_hint().0);
    let mut skipped = None;
    for point in points {
        let is_near = kept.last().is_some_and(|last| last.distance_sq(point) < LEAST_PIECE * LEAST_PIECE);
        if !is_near {
            kept.push(point);
        }
        skipped = is_near.then_some(point);
    }
    // The end stays where it is.
    kept.extend(skipped);
    kept
}

/// The runs of a line whose pieces touch `clip`.
pub(crate) fn in_sight(points: &[Pos2], clip: Rect) -> impl Iterator<Item = &[Pos2]> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let touches = |i: usize| Rect::from_two_pos(points[i], points[i + 1]).intersects(clip);
        let pieces = points.len().saturating_sub(1);
        while start < pieces && !touches(start) {
            start += 1;
        }
        if start >= pieces {
            return None;
        }
        let mut end = start;
        while end < pieces && touches(end) {
            end += 1;
        }
        let run = &points[start..=end];
        start = end;
        Some(run)
    })
}

/// Calls `draw` with the ends of each dash that can be seen. The pattern goes on round corners and, out of
/// sight, at no cost.
pub(crate) fn dashes(points: &[Pos2], dash: f32, gap: f32, clip: Rect, mut draw: impl FnMut(Pos2, Pos2)) {
    let period = dash + gap;
    if period <= 0.0 || period.is_nan() {
        return;
    }
    let mut travelled = 0.0_f32;
    for pair in points.windows(2) {
        let (from, along) = (pair[0], pair[1] - pair[0]);
        let length = along.length();
        if let Some((enter, leave)) = seen(from, along, clip) {
            let first = ((travelled + enter * length) / period).floor();
            let mut start = first * period - travelled;
            while start < leave * length {
                let (a, b) = (start.max(0.0), (start + dash).min(length));
                if b > a {
                    draw(from + along * (a / length), from + along * (b / length));
                }
                start += period;
            }
        }
        travelled = (travelled + length) % period;
    }
}

/// The part of a straight piece inside `clip`, as shares of its length (Liang and Barsky 1984).
fn seen(from: Pos2, along: eframe::egui::Vec2, clip: Rect) -> Option<(f32, f32)> {
    let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
    let edges = [
        (-along.x, from.x - clip.left()),
        (along.x, clip.right() - from.x),
        (-along.y, from.y - clip.top()),
        (along.y, clip.bottom() - from.y),
    ];
    for (speed, room) in edges {
        if speed == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if speed < 0.0 {
            enter = enter.max(room / speed);
        } else {
            leave = leave.min(room / speed);
        }
    }
    (enter < leave).then_some((enter, leave))
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    fn count(points: &[Pos2], clip: Rect) -> usize {
        let mut dashes_seen = 0;
        dashes(points, 6.0, 4.0, clip, |_, _| dashes_seen += 1);
        dashes_seen
    }

    #[test]
    fn only_dashes_in_sight_are_drawn_and_they_keep_their_places() {
        let line = [pos2(0.0, 5.0), pos2(100_000.0, 5.0)];
        let clip = Rect::from_min_max(pos2(50_000.0, 0.0), pos2(50_100.0, 10.0));
        assert!((10..=12).contains(&count(&line, clip)));
        let mut starts = Vec::new();
        dashes(&line, 6.0, 4.0, clip, |from, _| starts.push(from.x));
        assert!(starts.iter().all(|x| (x % 10.0).abs() < 0.1 || (x % 10.0 - 10.0).abs() < 0.1), "{starts:?}");
        assert_eq!(count(&line, Rect::from_min_max(pos2(0.0, 20.0), pos2(9.0, 30.0))), 0);
    }

    #[test]
    fn a_curve_from_afar_has_few_pieces_and_keeps_its_ends() {
        let far = thinned((0..1000).map(|i| pos2(i as f32 * 0.01, 0.0)));
        assert!(far.len() <= 12, "{}", far.len());
        assert_eq!((far.first(), far.last()), (Some(&pos2(0.0, 0.0)), Some(&pos2(9.99, 0.0))));
        assert_eq!(thinned([pos2(0.0, 0.0), pos2(0.1, 0.0)].into_iter()).len(), 2, "a speck stays a line");
    }

    #[test]
    fn a_line_is_cut_to_the_pieces_in_sight() {
        let line: Vec<Pos2> = (0..100).map(|i| pos2(i as f32 * 10.0, 0.0)).collect();
        let clip = Rect::from_min_max(pos2(200.0, -5.0), pos2(240.0, 5.0));
        let runs: Vec<_> = in_sight(&line, clip).collect();
        assert_eq!(runs.len(), 1);
        assert!(runs[0].len() <= 8 && runs[0].contains(&pos2(220.0, 0.0)));
    }
}
