//! What a page says and in which order: the headings, and under each step what stands in its column, lane by lane.

use crate::base::Rect;
use crate::export::page::Page;
use crate::model::RecordId;
use crate::scene::PartKind;
use krilla::tagging::{Identifier, Node, Tag, TagGroup, TagKind};
use std::num::NonZeroU16;

/// Something on a page that is read as one thing.
pub(super) struct Piece {
    /// The part it stands in.
    pub part: PartKind,
    /// The record it shows.
    pub id: Option<RecordId>,
    /// Where, in map units.
    pub rect: Rect,
    /// How it is read.
    pub role: Role,
    /// The size of its largest letters, 0 for none.
    pub size: f32,
    /// What it consists of.
    pub leaves: Vec<Identifier>,
}

/// How a piece is read.
pub(super) enum Role {
    /// Words, with what they are in plain words; an empty name says no more than the words do.
    Words(String),
    /// A picture, with what it shows.
    Figure(String),
    /// A place that leads elsewhere.
    Link,
}

/// The structure of a page.
pub(super) fn page_structure(page: &Page, pieces: Vec<Piece>) -> TagGroup {
    let title = title_of(&pieces);
    let mut sorted = Sorted::default();
    for (index, piece) in pieces.into_iter().enumerate() {
        if Some(index) == title {
            sorted.before.push(heading(1, page.title.clone(), piece));
        } else {
            sorted.put(piece);
        }
    }
    let mut whole = TagGroup::new(Tag::Part);
    whole.children = sorted.nodes();
    whole
}

/// The place of the title: the largest letters of the head, or of the page when it has none.
fn title_of(pieces: &[Piece]) -> Option<usize> {
    let largest = |is_of: &dyn Fn(&Piece) -> bool| {
        let words = pieces.iter().enumerate().filter(|(_, piece)| piece.size > 0.0 && is_of(piece));
        words.reduce(|a, b| if b.1.size > a.1.size { b } else { a }).map(|(index, _)| index)
    };
    largest(&|piece| piece.part == PartKind::Head).or_else(|| largest(&|piece| piece.part == PartKind::Body))
}

/// A phase or a step with what belongs to it.
struct Column {
    rect: Rect,
    heading: Node,
    under: Vec<Node>,
}

#[derive(Default)]
struct Sorted {
    before: Vec<Node>,
    lanes: Vec<Node>,
    phases: Vec<Column>,
    steps: Vec<Column>,
    body: Vec<Piece>,
    after: Vec<Node>,
}

impl Sorted {
    fn put(&mut self, piece: Piece) {
        match (piece.part, piece.id) {
            (PartKind::Columns, Some(RecordId::Phase(_))) => self.phases.push(column(2, piece)),
            (PartKind::Columns, Some(RecordId::Step(_))) => self.steps.push(column(3, piece)),
            (PartKind::Head, _) => self.before.push(piece.node()),
            (PartKind::Lanes | PartKind::Corner, _) => self.lanes.push(piece.node()),
            (PartKind::Body | PartKind::Columns, _) => self.body.push(piece),
            (PartKind::Foot, _) => self.after.push(piece.node()),
        }
    }

    fn nodes(self) -> Vec<Node> {
        let Self { before, lanes, mut phases, mut steps, body, after } = self;
        let mut across = Vec::new();
        for piece in body {
            match steps.iter_mut().find(|step| step.holds(&piece.rect)) {
                Some(step) => step.under.push(piece.node()),
                None => across.push(piece.node()),
            }
        }
        let mut without_phase = Vec::new();
        for step in steps {
            match phases.iter_mut().find(|phase| phase.holds(&step.rect)) {
                Some(phase) => phase.under.push(step.section()),
                None => without_phase.push(step.section()),
            }
        }
        let phases = phases.into_iter().map(Column::section);
        before.into_iter().chain(lanes).chain(phases).chain(without_phase).chain(across).chain(after).collect()
    }
}

impl Column {
    /// Whether something stands in the column: wider things belong to none.
    fn holds(&self, rect: &Rect) -> bool {
        let middle = rect.center().x;
        rect.w <= self.rect.w + 1.0 && middle >= self.rect.x && middle <= self.rect.right()
    }

    fn section(self) -> Node {
        let children = std::iter::once(self.heading).chain(self.under).collect();
        TagGroup::with_children(Tag::Section, children).into()
    }
}

fn column(level: u16, piece: Piece) -> Column {
    let rect = piece.rect;
    let name = match &piece.role {
        Role::Words(name) | Role::Figure(name) => name.clone(),
        Role::Link => String::new(),
    };
    Column { rect, heading: heading(level, name, piece), under: Vec::new() }
}

fn heading(level: u16, title: String, piece: Piece) -> Node {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    group(Tag::Hn(level, Some(title)), piece.leaves)
}

fn group(tag: impl Into<TagKind>, leaves: Vec<Identifier>) -> Node {
    TagGroup::with_children(tag, leaves.into_iter().map(Node::from).collect()).into()
}

impl Piece {
    fn node(self) -> Node {
        match self.role {
            Role::Words(name) if name.is_empty() => group(Tag::P, self.leaves),
            Role::Words(name) => group(Tag::P.with_alt_text(Some(name)), self.leaves),
            Role::Figure(name) => group(Tag::Figure(Some(name)), self.leaves),
            Role::Link => group(Tag::Link, self.leaves),
        }
    }
}
