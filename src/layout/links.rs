//! Branches and loops: each leaves a step's name downwards, runs sideways in a track of its own below all names,
//! and arrives at another name from below. No track lies on another, no line runs through words.

use super::engine::Placer;
use super::{Column, PlacedText, measures as m};
use crate::base::{Align, Point, Rect};
use crate::i18n::{fill, map::Map};
use crate::model::{Link, LinkId, LinkKind, StepId};
use std::collections::BTreeMap;

/// From one track to the next.
const TRACK: f32 = 20.0;
/// From the names to the first track, with room for the arrow's head.
const FIRST: f32 = 16.0;
/// Height of a label's ground.
const GROUND: f32 = 16.0;
/// Room for the sign of the kind, at the left of the words.
const SIGN: f32 = 18.0;
/// Between two ends at one step.
const PORT: f32 = 12.0;
/// From a step's middle to the first end beside it.
const FIRST_PORT: f32 = 8.0;
/// Between a label and whatever else is in its track.
const CLEAR: f32 = 6.0;

/// A branch or a loop.
#[derive(Clone, Debug)]
pub struct PlacedLink {
    /// The link.
    pub id: LinkId,
    /// Branch or loop.
    pub kind: LinkKind,
    /// Where it leaves and arrives.
    pub steps: (StepId, StepId),
    /// Down, along, up: four corners, the arrow's head at the last one.
    pub route: [Point; 4],
    /// What the sign and the words stand on.
    pub ground: Rect,
    /// The middle of the sign of its kind.
    pub sign: Point,
    /// When it is taken, as far as there is room.
    pub text: Option<PlacedText>,
    /// In words.
    pub label: String,
}

impl PlacedLink {
    /// The rectangle round all of it.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let xs = self.route.iter().map(|p| p.x).chain([self.ground.x, self.ground.right()]);
        let (left, right) = xs.fold((f32::MAX, f32::MIN), |(low, high), x| (low.min(x), high.max(x)));
        let top = self.route[0].y;
        Rect::new(left - 5.0, top, right - left + 10.0, self.ground.bottom() - top)
    }
}

/// A link by the places of its ends among the columns.
struct Way<'a> {
    link: &'a Link,
    from: usize,
    to: usize,
    track: usize,
}

impl Way<'_> {
    /// The stretch of its track that it takes, in half columns: one that goes round a single step takes all of that
    /// column, others meet in the middle of a step.
    fn stretch(&self) -> (usize, usize) {
        let (low, high) = (self.from.min(self.to), self.from.max(self.to));
        if low == high { (2 * low, 2 * low + 2) } else { (2 * low + 1, 2 * high + 1) }
    }

    fn span(&self) -> usize {
        self.from.abs_diff(self.to)
    }
}

/// Places all links below `top`; gives the height they need: none without a link.
pub(super) fn place(placer: &mut Placer<'_>, columns: &[Column], top: f32) -> (Vec<PlacedLink>, f32) {
    let mut ways = ways(placer, columns);
    let tracks = give_tracks(&mut ways);
    if tracks == 0 {
        return (Vec::new(), 0.0);
    }
    let ports = ports(&ways, columns);
    let mut placed: Vec<(usize, PlacedLink)> = Vec::with_capacity(ways.len());
    for (index, way) in ways.iter().enumerate() {
        let crossed: Vec<f32> = ways
            .iter()
            .enumerate()
            .filter(|(_, other)| other.track > way.track)
            .flat_map(|(other, _)| [ports[other].0, ports[other].1])
            .collect();
        placed.push((way.track, link(placer, columns, way, ports[index], &crossed, top)));
    }
    // The nearest to the names last: it is found first under the pointer, and the wider ones show round it.
    placed.sort_by_key(|(track, _)| std::cmp::Reverse(*track));
    let height = FIRST + TRACK * (tracks - 1) as f32 + GROUND / 2.0 + 4.0;
    (placed.into_iter().map(|(_, link)| link).collect(), height)
}

/// The links between columns that are there, the shortest first.
fn ways<'a>(placer: &Placer<'a>, columns: &[Column]) -> Vec<Way<'a>> {
    let place: BTreeMap<StepId, usize> = columns.iter().enumerate().map(|(at, column)| (column.step, at)).collect();
    let way = |link: &'a Link| Some(Way { link, from: *place.get(&link.from)?, to: *place.get(&link.to)?, track: 0 });
    let mut ways: Vec<Way<'a>> = placer.index.links.iter().filter_map(|link| way(link)).collect();
    ways.sort_by_key(|way| (way.span(), way.from.min(way.to), way.link.id));
    ways
}

/// Gives each the track nearest to the names that is free along its stretch; how many there are.
fn give_tracks(ways: &mut [Way<'_>]) -> usize {
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    for way in ways {
        let (low, high) = way.stretch();
        let is_free = |track: &Vec<(usize, usize)>| track.iter().all(|(a, b)| high <= *a || *b <= low);
        let track = taken.iter().position(is_free).unwrap_or(taken.len());
        if track == taken.len() {
            taken.push(Vec::new());
        }
        taken[track].push((low, high));
        way.track = track;
    }
    taken.len()
}

/// Where each link leaves and arrives. Ends whose line goes to the left stand left of the step's middle, the
/// others right; those of deep tracks inside, so that no line crosses one that goes the same way.
fn ports(ways: &[Way<'_>], columns: &[Column]) -> Vec<(f32, f32)> {
    #[derive(Clone, Copy)]
    struct End {
        way: usize,
        leaves: bool,
        rank: usize,
    }
    let mut ends: BTreeMap<(usize, bool), Vec<End>> = BTreeMap::new();
    for (index, way) in ways.iter().enumerate() {
        let goes_round = way.from == way.to;
        let rank = if goes_round { 0 } else { usize::MAX - way.track };
        let to_right = way.to > way.from || goes_round;
        ends.entry((way.from, to_right)).or_default().push(End { way: index, leaves: true, rank });
        ends.entry((way.to, !to_right)).or_default().push(End { way: index, leaves: false, rank });
    }
    let mut ports = vec![(0.0, 0.0); ways.len()];
    for ((at, to_right), mut group) in ends.clone() {
        group.sort_by_key(|end| (end.rank, end.way));
        let column = &columns[at];
        let alone = group.len() == 1 && !ends.contains_key(&(at, !to_right));
        let room = (column.w / 2.0 - FIRST_PORT - CLEAR).max(0.0);
        let step = PORT.min(room / group.len() as f32);
        for (place, end) in group.iter().enumerate() {
            let distance = if alone { 0.0 } else { FIRST_PORT + step * place as f32 };
            let x = column.center() + if to_right { distance } else { -distance };
            if end.leaves { ports[end.way].0 = x } else { ports[end.way].1 = x }
        }
    }
    ports
}

fn link(
    placer: &mut Placer<'_>,
    columns: &[Column],
    way: &Way<'_>,
    (from, to): (f32, f32),
    crossed: &[f32],
    top: f32,
) -> PlacedLink {
    let y = top + FIRST + TRACK * way.track as f32;
    let (low, high) = (from.min(to), from.max(to));
    let measured = placer.line(&way.link.label, m::NOTE, Rect::default(), Align::Left);
    let wanted = if way.link.label.is_empty() { SIGN } else { SIGN + measured.paragraph.width + CLEAR };
    let goes_round = way.from == way.to;
    // The words of a loop round one step stand beside it, where its track is free as far as the column goes.
    let (low, high) = if goes_round { (high, columns[way.from].x + columns[way.from].w) } else { (low, high) };
    let (left, room) = free_stretch(low, high, crossed, wanted);
    let width = wanted.min(room.max(SIGN));
    let left = if goes_round { left } else { left + (room - width).max(0.0) / 2.0 };
    let ground = Rect::new(left, y - GROUND / 2.0, width, GROUND);
    let text = (!way.link.label.is_empty() && width > SIGN + 2.0 * CLEAR).then(|| {
        let line = Rect::new(left + SIGN, ground.y, width - SIGN - CLEAR / 2.0, GROUND);
        placer.short_text(&way.link.label, m::NOTE, line, Align::Left, crate::base::VAlign::Middle, 1)
    });
    PlacedLink {
        id: way.link.id,
        kind: way.link.kind,
        steps: (way.link.from, way.link.to),
        route: [Point::new(from, top), Point::new(from, y), Point::new(to, y), Point::new(to, top)],
        ground,
        sign: Point::new(left + SIGN / 2.0, y),
        text,
        label: words(placer, way.link, &columns[way.from].name, &columns[way.to].name),
    }
}

/// The first stretch of a track, from left to right, that has the room and is crossed by no other line; else the
/// longest one. Its left end and length.
fn free_stretch(low: f32, high: f32, crossed: &[f32], wanted: f32) -> (f32, f32) {
    let mut cuts: Vec<f32> = crossed.iter().copied().filter(|x| low < *x && *x < high).collect();
    cuts.sort_by(f32::total_cmp);
    let mut longest = (low + CLEAR, 0.0);
    let mut left = low;
    for cut in cuts.into_iter().chain([high]) {
        let stretch = (left + CLEAR, cut - left - 2.0 * CLEAR);
        if stretch.1 >= wanted {
            return stretch;
        }
        if stretch.1 > longest.1 {
            longest = stretch;
        }
        left = cut;
    }
    longest
}

fn words(placer: &Placer<'_>, link: &Link, from: &str, to: &str) -> String {
    let lang = placer.options.lang;
    let way = match link.kind {
        LinkKind::Loop => Map::LoopFromTo,
        LinkKind::Branch => Map::BranchFromTo,
    };
    let way = fill(way.text(lang), &[("from", from), ("to", to)]);
    if link.label.is_empty() {
        return way;
    }
    fill(Map::LinkWithLabel.text(lang), &[("way", &way), ("label", &link.label)])
}

#[cfg(test)]
mod tests {
    use crate::base::{IdSource, OrderKey, Rect};
    use crate::i18n::Lang;
    use crate::layout::{MapLayout, MapOptions, place_map};
    use crate::model::{Journey, Link, LinkKind, Phase, Project, Step};
    use crate::text::TextEngine;

    /// A journey of eight steps with links between the steps of these places.
    fn with_links(links: &[(usize, usize, &str)]) -> MapLayout {
        let mut ids = IdSource::seeded(5);
        let mut project = Project::default();
        let journey = Journey::new(ids.next(), OrderKey::default());
        let phase = Phase::new(ids.next(), journey.id, OrderKey::default());
        let keys = OrderKey::spread(None, None, 8);
        let steps: Vec<Step> = keys
            .into_iter()
            .enumerate()
            .map(|(n, key)| Step { name: format!("Step {n}"), ..Step::new(ids.next(), phase.id, key) })
            .collect();
        let id = journey.id;
        project.put(journey.into());
        project.put(phase.into());
        for (from, to, label) in links {
            let kind = LinkKind::usual(*from, *to);
            let link = Link::new(ids.next(), steps[*from].id, steps[*to].id, kind);
            project.put(Link { label: (*label).to_owned(), ..link }.into());
        }
        for step in steps {
            project.put(step.into());
        }
        let options = MapOptions::everything(Lang::En, jiff::civil::date(2026, 11, 22));
        place_map(&project, id, None, &options, &mut TextEngine::new()).unwrap()
    }

    fn overlap(a: Rect, b: Rect) -> bool {
        a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
    }

    #[test]
    fn a_map_without_links_gives_them_no_room() {
        assert!(with_links(&[]).links.is_empty());
        let (without, with) = (with_links(&[]), with_links(&[(0, 3, "")]));
        assert!(without.columns_band.h < with.columns_band.h);
        assert!((with.columns_band.h - without.columns_band.h) < 32.0, "one link needs one track");
    }

    #[test]
    fn links_side_by_side_share_a_track_and_others_get_their_own() {
        let track = |map: &MapLayout, n: usize| map.links[n].route[1].y;
        let apart = with_links(&[(0, 2, ""), (2, 4, "")]);
        assert!((track(&apart, 0) - track(&apart, 1)).abs() < f32::EPSILON);
        let nested = with_links(&[(0, 6, ""), (2, 4, ""), (3, 3, "")]);
        assert_eq!(
            nested.links.iter().map(|link| link.route[1].y as i32).collect::<std::collections::BTreeSet<_>>().len(),
            3
        );
    }

    #[test]
    fn no_line_runs_through_words_and_no_words_lie_on_others() {
        let label = "only when the size is wrong";
        let all: Vec<(usize, usize, &str)> = vec![
            (7, 0, label),
            (1, 4, label),
            (3, 6, label),
            (5, 2, label),
            (4, 4, label),
            (0, 1, label),
            (6, 7, label),
        ];
        let map = with_links(&all);
        for link in &map.links {
            let ground = link.ground;
            assert!(map.columns_band.x <= ground.x && ground.bottom() < map.body.y, "{}", link.label);
            for other in map.links.iter().filter(|other| other.id != link.id) {
                assert!(!overlap(ground, other.ground), "{} lies on {}", link.label, other.label);
                let [a, b, c, d] = other.route;
                for leg in [(a, b), (d, c)] {
                    let line = Rect::new(leg.0.x - 1.0, leg.0.y, 2.0, leg.1.y - leg.0.y);
                    assert!(!overlap(ground, line), "{} crosses the words of {}", other.label, link.label);
                }
                let run = Rect::new(b.x.min(c.x), b.y - 1.0, (b.x - c.x).abs(), 2.0);
                assert!(!overlap(ground, run), "{} runs through the words of {}", other.label, link.label);
            }
        }
    }

    #[test]
    fn a_link_says_where_it_leads_in_words() {
        let map = with_links(&[(3, 1, "wrong size"), (0, 2, "")]);
        let labels: Vec<&str> = map.links.iter().map(|link| link.label.as_str()).collect();
        assert!(labels.contains(&"Loop from “Step 3” to “Step 1”: wrong size"), "{labels:?}");
        assert!(labels.contains(&"Branch from “Step 0” to “Step 2”"), "{labels:?}");
    }
}
