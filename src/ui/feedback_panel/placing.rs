//! Names beside the points of a chart: each where it covers neither another name nor a point, with a line to its
//! point where it had to step aside.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

/// From a point to a name right beside it.
const NEAR: f32 = 8.0;
/// How far names step aside, ring by ring.
const RINGS: [f32; 8] = [NEAR, 18.0, 30.0, 44.0, 60.0, 80.0, 104.0, 132.0];
/// Room that a point takes.
const POINT: f32 = 12.0;

/// A name that found its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// Where it stands.
    pub rect: Rect,
    /// From its point to the name, where they are apart.
    pub leader: Option<[Pos2; 2]>,
}

/// Places names of these sizes beside their points, inside `bounds` and off what is `taken`; in the order of the points.
pub(super) fn place(points: &[(Pos2, Vec2)], bounds: Rect, taken: &[Rect]) -> Vec<Placed> {
    let spots: Vec<Rect> = points.iter().map(|(at, _)| Rect::from_center_size(*at, Vec2::splat(POINT))).collect();
    let mut names: Vec<Placed> = Vec::new();
    for (own, (at, size)) in points.iter().enumerate() {
        let cover = |rect: &Rect| {
            let others = spots.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, spot)| spot);
            let known = names.iter().map(|placed| &placed.rect).chain(taken).chain(others);
            let inside = area(rect.intersect(bounds));
            known.map(|other| area(rect.intersect(*other))).sum::<f32>() + 4.0 * (area(*rect) - inside)
        };
        let candidates = RINGS.iter().flat_map(|ring| around(*at, *size, *ring).map(|rect| (*ring, rect)));
        let mut best: Option<(f32, f32, Rect)> = None;
        for (ring, rect) in candidates {
            let covered = cover(&rect);
            if best.is_none_or(|(least, ..)| covered < least - 0.5) {
                best = Some((covered, ring, rect));
            }
            if covered <= 0.0 {
                break;
            }
        }
        let Some((_, ring, rect)) = best else { continue };
        let edge = rect.clamp(*at);
        names.push(Placed { rect, leader: (ring > NEAR).then_some([*at, edge]) });
    }
    names
}

fn area(rect: Rect) -> f32 {
    rect.width().max(0.0) * rect.height().max(0.0)
}

/// The places of a name round its point, the usual ones first.
fn around(at: Pos2, size: Vec2, distance: f32) -> [Rect; 8] {
    let (across, down) = (distance + size.x / 2.0, distance + size.y / 2.0);
    let (half, slant) = (size.x / 2.0 + 2.0, distance * 0.7 + size.y / 2.0);
    // Beside a point runs the line of its interval: above and below it a name is read more easily.
    [
        (half, -slant),
        (half, slant),
        (-half, -slant),
        (-half, slant),
        (0.0, -down),
        (0.0, down),
        (across, 0.0),
        (-across, 0.0),
    ]
    .map(|(x, y)| Rect::from_center_size(at + vec2(x, y), size))
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    #[test]
    fn names_that_stand_close_cover_nothing() {
        let bounds = Rect::from_min_max(pos2(0.0, 0.0), pos2(700.0, 300.0));
        let corner = Rect::from_min_max(pos2(640.0, 4.0), pos2(696.0, 20.0));
        let points: Vec<(Pos2, Vec2)> = (0..10_u8)
            .map(|n| (pos2(560.0 + f32::from(n % 4) * 22.0, 60.0 + f32::from(n / 4) * 16.0), vec2(90.0, 14.0)))
            .collect();
        let placed = place(&points, bounds, &[corner]);
        assert_eq!(placed.len(), points.len());
        for (at, one) in placed.iter().enumerate() {
            assert!(bounds.contains_rect(one.rect) && !one.rect.intersects(corner), "{one:?}");
            assert!(placed[..at].iter().all(|other| area(other.rect.intersect(one.rect)) < 1.0), "{one:?}");
        }
        assert!(placed.iter().any(|one| one.leader.is_some()));
        let alone = place(&points[..1], bounds, &[]);
        assert_eq!(alone[0].leader, None);
        assert!(alone[0].rect.left() > points[0].0.x, "beside its point, to the right");
    }
}
