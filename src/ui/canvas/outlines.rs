//! Outlines cut into straight pieces and, where they are filled, into triangles: once a scene, not once a frame.

use kurbo::{BezPath, PathEl};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// How far the pieces may lie from the curve, in map units.
const TOLERANCE: f64 = 0.06;

/// An outline in pieces, in map units.
#[derive(Debug, Default)]
pub(crate) struct Flat {
    /// Runs of connected points.
    pub(crate) runs: Vec<Vec<[f32; 2]>>,
    /// Corners of the triangles that fill it.
    pub(crate) corners: Vec<[f32; 2]>,
    /// Three corners a triangle.
    pub(crate) triangles: Vec<u32>,
}

/// The outlines of one scene. An outline keeps its place in memory as long as the scene lives, so its
/// address names it; [`Outlines::clear`] must be called when the scene goes.
#[derive(Default)]
pub(crate) struct Outlines {
    flat: HashMap<(usize, bool), Rc<Flat>>,
}

impl Outlines {
    /// The outline in pieces.
    pub(crate) fn get(&mut self, outline: &Arc<BezPath>, filled: bool) -> Rc<Flat> {
        let key = (Arc::as_ptr(outline).addr(), filled);
        Rc::clone(self.flat.entry(key).or_insert_with(|| Rc::new(cut(outline, filled))))
    }

    /// Forgets all: the scene is another one.
    pub(crate) fn clear(&mut self) {
        self.flat.clear();
    }
}

fn cut(outline: &BezPath, filled: bool) -> Flat {
    let runs = flattened(outline);
    let mut flat = Flat::default();
    if filled {
        let mut earcut = earcut::Earcut::new();
        for run in &runs {
            let mut triangles: Vec<u32> = Vec::new();
            earcut.earcut(run.iter().copied(), &[], &mut triangles);
            let base = flat.corners.len() as u32;
            flat.corners.extend_from_slice(run);
            flat.triangles.extend(triangles.into_iter().map(|corner| base + corner));
        }
    }
    flat.runs = runs;
    flat
}

/// The runs of straight pieces of a path.
pub(crate) fn flattened(path: &BezPath) -> Vec<Vec<[f32; 2]>> {
    let mut runs: Vec<Vec<[f32; 2]>> = Vec::new();
    kurbo::flatten(path.iter(), TOLERANCE, |element| match element {
        PathEl::MoveTo(p) => runs.push(vec![[p.x as f32, p.y as f32]]),
        PathEl::LineTo(p) => {
            if let Some(run) = runs.last_mut() {
                run.push([p.x as f32, p.y as f32]);
            }
        }
        PathEl::ClosePath => {
            if let Some(run) = runs.last_mut()
                && let Some(first) = run.first().copied()
            {
                run.push(first);
            }
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    runs.retain(|run| run.len() > 1);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::icons;

    #[test]
    fn a_star_is_filled_by_its_triangles() {
        let flat = cut(&icons::star(), true);
        let corner = |i: u32| flat.corners[i as usize];
        let area: f32 = flat
            .triangles
            .chunks(3)
            .map(|t| {
                let ([ax, ay], [bx, by], [cx, cy]) = (corner(t[0]), corner(t[1]), corner(t[2]));
                ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)).abs() / 2.0
            })
            .sum();
        // Ten corners at radii 1 and 0.42: 5 · 1 · 0.42 · sin 36°.
        assert!((area - 5.0 * 0.42 * 36.0_f32.to_radians().sin()).abs() < 0.02, "{area}");
    }
}
