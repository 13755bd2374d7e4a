//! The bookmarks: maps and sheets, and under a map its phases.

use crate::export::page::{Document, Page, PageKind};
use crate::model::{JourneyId, RecordId};
use crate::scene::{Item, PartKind};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

/// An entry with those under it.
struct Entry {
    journey: Option<JourneyId>,
    text: String,
    at: (usize, Point),
    under: Vec<Self>,
}

pub(super) fn bookmarks(document: &Document) -> Outline {
    let mut entries: Vec<Entry> = Vec::new();
    for (index, page) in document.pages.iter().enumerate() {
        let (journey, is_part) = match page.kind {
            PageKind::Map(journey) => (Some(journey), false),
            PageKind::Phase(journey, _) | PageKind::Tile(journey, ..) => (Some(journey), true),
            PageKind::Persona(_) | PageKind::Findings(_) => (None, false),
        };
        let at = (index, Point::from_xy(0.0, 0.0));
        let entry = Entry { journey, text: page.title.clone(), at, under: Vec::new() };
        match entries.iter_mut().rev().find(|whole| journey.is_some() && whole.journey == journey) {
            Some(whole) if is_part => whole.under.push(entry),
            _ => entries.push(entry),
        }
    }
    for entry in entries.iter_mut().filter(|entry| entry.under.is_empty()) {
        let (index, _) = entry.at;
        entry.under.extend(document.pages.get(index).into_iter().flat_map(|page| phases_of(index, page)));
    }
    let mut outline = Outline::new();
    for entry in entries {
        outline.push_child(entry.node());
    }
    outline
}

/// The phases of a map that stands on one page, at their headings.
fn phases_of(index: usize, page: &Page) -> Vec<Entry> {
    let headings = page.scene.parts.iter().filter(|part| part.kind == PartKind::Columns).flat_map(|part| &part.items);
    let phase = |item: &Item| {
        let Item::Group(group) = item else { return None };
        let Some(RecordId::Phase(_)) = group.id else { return None };
        let at = Point::from_xy(group.bounds.x * page.scale(), group.bounds.y * page.scale());
        Some(Entry { journey: None, text: group.label.clone(), at: (index, at), under: Vec::new() })
    };
    headings.filter_map(phase).collect()
}

impl Entry {
    fn node(self) -> OutlineNode {
        let (page, point) = self.at;
        let mut node = OutlineNode::new(self.text, XyzDestination::new(page, point)).with_open(true);
        self.under.into_iter().for_each(|entry| node.push_child(entry.node()));
        node
    }
}
