//! The nodes of the map: a row of headers, then a row a lane with its cells and what is in them.

use super::{Target, Told, cell_id};
use crate::app::Cell;
use crate::i18n::access::AccessText as Text;
use crate::i18n::{Lang, domain::Named as _, fill};
use crate::layout::Row;
use crate::model::{Card, JourneyId, Mark, RecordId};
use crate::scene::{Group, Item, PartKind};
use eframe::egui::accesskit::{Action, Node, NodeId, Rect as NodeRect, Role};
use eframe::egui::{Context, Id, Rect};
use std::collections::{BTreeMap, HashMap};

/// A map of more nodes than this is told where one looks and where the keyboard is.
const MOST: usize = 12_000;

/// Row and column of a cell, from 0.
type At = (usize, usize);

/// Builds the nodes.
pub(super) struct Tree<'a> {
    ctx: &'a Context,
    told: &'a Told<'a>,
    targets: &'a mut HashMap<NodeId, Target>,
    selected: Option<NodeId>,
    focused: Option<At>,
    /// Whether only what is in sight is told.
    is_cut: bool,
}

/// What the map is called.
pub(super) fn name_of_map(title: &str, lang: Lang) -> String {
    fill(Text::MapName.text(lang), &[("title", title)])
}

impl<'a> Tree<'a> {
    pub(super) fn new(ctx: &'a Context, told: &'a Told<'a>, targets: &'a mut HashMap<NodeId, Target>) -> Self {
        let layout = told.frame.layout;
        let items: usize = told.frame.scene.parts.iter().map(|part| part.items.len()).sum();
        let focused = told.cell.and_then(|cell| {
            let row = layout.rows.iter().position(|row| row.lane == cell.lane)?;
            Some((row, layout.columns.iter().position(|column| column.step == cell.step)?))
        });
        let is_cut = items + layout.rows.len() * layout.columns.len() > MOST;
        Self { ctx, told, targets, selected: None, focused, is_cut }
    }

    /// The node that has the keyboard inside the map.
    pub(super) fn active(&self) -> Option<NodeId> {
        self.selected.or(self.told.cell.map(|cell| cell_id(cell).accesskit_id()))
    }

    /// The rows of the grid.
    pub(super) fn rows(&mut self) -> Vec<NodeId> {
        let mut rows = vec![self.headers()];
        let mut cells = self.contents();
        let mut titles = self.titles();
        for (at, row) in self.told.frame.layout.rows.iter().enumerate() {
            rows.push(self.row(at, row, titles.remove(&at).unwrap_or_default(), &mut cells));
        }
        rows
    }

    fn node(&self, id: Id, write: impl FnOnce(&mut Node)) -> NodeId {
        self.ctx.accesskit_node_builder(id, write);
        id.accesskit_id()
    }

    /// Phases and steps.
    fn headers(&mut self) -> NodeId {
        let layout = self.told.frame.layout;
        let groups: Vec<&'a Group> = groups(self.told, PartKind::Columns).collect();
        let children: Vec<NodeId> = groups
            .into_iter()
            .map(|group| {
                let place = match group.id {
                    Some(RecordId::Step(step)) => layout.columns.iter().position(|c| c.step == step).map(|at| (at, 1)),
                    Some(RecordId::Phase(phase)) => {
                        let first = layout.columns.iter().position(|column| column.phase == phase);
                        first.map(|at| (at, layout.columns.iter().filter(|column| column.phase == phase).count()))
                    }
                    _ => None,
                };
                let id = self.group(PartKind::Columns, group, None, None);
                if let (Some(id), Some((at, span))) = (id, place) {
                    self.ctx.accesskit_node_builder(id, |node| {
                        node.set_column_index(at + 1);
                        node.set_column_span(span);
                    });
                }
                id
            })
            .filter_map(|id| id.map(|id| id.accesskit_id()))
            .collect();
        self.node(Id::unique(("map headers", layout.journey)), |node| {
            node.set_role(Role::Row);
            node.set_row_index(0);
            node.set_children(children);
        })
    }

    /// Titles of the lanes and what stands beside them, by row.
    fn titles(&self) -> HashMap<usize, Vec<&'a Group>> {
        let mut titles: HashMap<usize, Vec<&Group>> = HashMap::new();
        for group in groups(self.told, PartKind::Lanes) {
            titles.entry(self.row_at(group.bounds.center().y)).or_default().push(group);
        }
        titles
    }

    /// What stands in the cells.
    fn contents(&self) -> BTreeMap<At, Vec<&'a Group>> {
        let mut cells: BTreeMap<At, Vec<&Group>> = BTreeMap::new();
        for group in groups(self.told, PartKind::Body) {
            let center = group.bounds.center();
            // A card that spans steps is in the first of them.
            let x = if matches!(group.id, Some(RecordId::Card(_))) { group.bounds.x + 8.0 } else { center.x };
            let columns = &self.told.frame.layout.columns;
            let column = columns.partition_point(|column| column.x <= x).saturating_sub(1);
            // A curve runs through the cells and stands in none: its points are told where they are.
            if group.id.is_none() && columns.get(column).is_some_and(|column| group.bounds.w > column.w) {
                continue;
            }
            cells.entry((self.row_at(center.y), column)).or_default().push(group);
        }
        cells
    }

    fn row_at(&self, y: f32) -> usize {
        self.told.frame.layout.rows.partition_point(|row| row.y <= y).saturating_sub(1)
    }

    fn row(
        &mut self,
        at: usize,
        row: &'a Row,
        titles: Vec<&'a Group>,
        cells: &mut BTreeMap<At, Vec<&'a Group>>,
    ) -> NodeId {
        let mut children = Vec::new();
        for title in titles {
            let id = self.group(PartKind::Lanes, title, None, None);
            if let (Some(id), Some(RecordId::Lane(_))) = (id, title.id) {
                self.ctx.accesskit_node_builder(id, |node| node.set_row_index(at + 1));
            }
            children.extend(id.map(|id| id.accesskit_id()));
        }
        for column in 0..self.told.frame.layout.columns.len() {
            let inside = cells.remove(&(at, column)).unwrap_or_default();
            children.extend(self.cell(row, (at, column), &inside));
        }
        self.node(Id::unique(("map row", RecordId::Lane(row.lane).bits())), |node| {
            node.set_role(Role::Row);
            node.set_row_index(at + 1);
            node.set_children(children);
        })
    }

    fn cell(&mut self, row: &Row, at: At, inside: &[&'a Group]) -> Option<NodeId> {
        let frame = self.told.frame;
        let column = frame.layout.columns.get(at.1)?;
        let cell = Cell { lane: row.lane, step: column.step };
        let rect = frame.layout.cell_rect(cell.lane, cell.step)?;
        let rect = frame.camera_of(PartKind::Body).screen_rect(rect);
        let near = self.focused.is_some_and(|(row, column)| row == at.0 || column == at.1);
        if self.is_cut && !near && !rect.intersects(frame.camera.view) {
            return None;
        }
        let children: Vec<NodeId> = inside
            .iter()
            .enumerate()
            .filter_map(|(n, group)| self.group(PartKind::Body, group, Some(at), Some((n + 1, inside.len()))))
            .map(|id| id.accesskit_id())
            .collect();
        let lang = self.told.lang;
        let name = fill(
            Text::Cell.text(lang),
            &[("lane", &row.title), ("step", &column.name), ("n", &inside.len().to_string())],
        );
        let place = self.place(at);
        let is_here = self.told.cell == Some(cell);
        let id = cell_id(cell);
        self.targets.insert(id.accesskit_id(), Target::Cell(cell));
        Some(self.node(id, |node| {
            node.set_role(Role::GridCell);
            node.set_label(name);
            node.set_description(place);
            node.set_row_index(at.0 + 1);
            node.set_column_index(at.1 + 1);
            node.set_selected(is_here);
            node.set_bounds(bounds(rect, frame.camera.view));
            node.set_children(children);
            for action in [Action::Click, Action::Focus, Action::SetValue, Action::ShowContextMenu] {
                node.add_action(action);
            }
        }))
    }

    fn place(&self, at: At) -> String {
        let layout = self.told.frame.layout;
        let figures = [at.0 + 1, layout.rows.len(), at.1 + 1, layout.columns.len()].map(|n| n.to_string());
        let [row, rows, column, columns] = &figures;
        let values = [("row", row.as_str()), ("rows", rows), ("column", column), ("columns", columns)];
        fill(Text::Place.text(self.told.lang), &values)
    }

    /// A thing on the map.
    fn group(&mut self, kind: PartKind, group: &Group, at: Option<At>, nth: Option<(usize, usize)>) -> Option<Id> {
        let frame = self.told.frame;
        let id = group_id(frame.layout.journey, kind, group);
        let rect = frame.camera_of(kind).screen_rect(group.bounds);
        let words = at.map(|at| self.description(group, at, nth)).unwrap_or_default();
        let mark = match group.id {
            Some(RecordId::Mark(mark)) => self.told.project.marks.get(mark),
            _ => None,
        };
        let is_selected = group.id.is_some_and(|record| self.told.selection.contains(record));
        self.ctx.accesskit_node_builder(id, |node| {
            name(node, role(kind, group), &group.label);
            node.set_bounds(bounds(rect, frame.camera.view));
            if !words.is_empty() {
                node.set_description(words);
            }
            if group.id.is_some() {
                node.set_selected(is_selected);
                for action in [Action::Click, Action::Focus, Action::ShowContextMenu] {
                    node.add_action(action);
                }
            }
            if let Some(mark) = mark {
                slider(node, mark);
            } else if has_text(group.id) {
                node.add_action(Action::SetValue);
            }
        })?;
        if let Some(record) = group.id {
            self.targets.insert(id.accesskit_id(), Target::Record(record));
            if self.told.selection.primary() == Some(record) {
                self.selected = Some(id.accesskit_id());
            }
        }
        Some(id)
    }

    /// Where it stands, how well it is founded, who wrote it.
    fn description(&self, group: &Group, at: At, nth: Option<(usize, usize)>) -> String {
        let mut words = vec![self.place(at)];
        if let Some((n, of)) = nth.filter(|(_, of)| *of > 1) {
            let values = [("n", n.to_string()), ("of", of.to_string())];
            words.push(fill(Text::Nth.text(self.told.lang), &[("n", &values[0].1), ("of", &values[1].1)]));
        }
        match group.id {
            Some(RecordId::Card(card)) => {
                words.extend(self.told.project.cards.get(card).map(|card| self.founded(card)));
            }
            Some(RecordId::Mark(mark)) => words.extend(self.persona_of(mark)),
            _ => {}
        }
        words.join(", ")
    }

    fn founded(&self, card: &Card) -> String {
        let lang = self.told.lang;
        let evidence = card.evidence.name(lang).to_owned();
        match card.author.and_then(|author| self.told.project.departments.get(author)) {
            Some(author) => format!("{evidence}, {}", fill(Text::By.text(lang), &[("name", &author.name)])),
            None => evidence,
        }
    }

    fn persona_of(&self, mark: crate::model::MarkId) -> Option<String> {
        let persona = self.told.project.marks.get(mark)?.persona?;
        self.told.project.personas.get(persona).map(|persona| persona.name.clone())
    }
}

fn groups<'a>(told: &Told<'a>, kind: PartKind) -> impl Iterator<Item = &'a Group> + use<'a> {
    let items = told.frame.part(kind).map_or(&[][..], |part| part.items.as_slice());
    items.iter().filter_map(|item| if let Item::Group(group) = item { Some(group.as_ref()) } else { None })
}

fn group_id(journey: JourneyId, kind: PartKind, group: &Group) -> Id {
    let bits = group.id.map_or(0, RecordId::bits);
    // A step stands in many cells: where it stands tells them apart.
    Id::unique((
        "map",
        journey,
        kind as u8,
        bits,
        group.bounds.x.to_bits(),
        group.bounds.y.to_bits(),
        group.bounds.w.to_bits(),
    ))
}

fn name(node: &mut Node, role: Role, label: &str) {
    node.set_role(role);
    if role == Role::Label {
        node.set_value(label);
    } else {
        node.set_label(label);
    }
}

fn slider(node: &mut Node, mark: &Mark) {
    node.set_numeric_value(f64::from(mark.value));
    node.set_min_numeric_value(f64::from(Mark::LOWEST));
    node.set_max_numeric_value(f64::from(Mark::HIGHEST));
    node.set_numeric_value_step(0.5);
    for action in [Action::SetValue, Action::Increment, Action::Decrement] {
        node.add_action(action);
    }
}

fn role(kind: PartKind, group: &Group) -> Role {
    match (kind, group.id) {
        (_, Some(RecordId::Card(_))) => Role::Button,
        (_, Some(RecordId::Mark(_))) => Role::Slider,
        (PartKind::Columns, Some(RecordId::Step(_) | RecordId::Phase(_))) => Role::ColumnHeader,
        (PartKind::Lanes, Some(RecordId::Lane(_))) => Role::RowHeader,
        _ => Role::Label,
    }
}

const fn has_text(record: Option<RecordId>) -> bool {
    matches!(record, Some(RecordId::Card(_) | RecordId::Step(_) | RecordId::Phase(_) | RecordId::Lane(_)))
}

/// The part in sight, so that a click there meets it; all of it where nothing is.
fn bounds(rect: Rect, view: Rect) -> NodeRect {
    let seen = rect.intersect(view);
    let rect = if seen.is_positive() { seen } else { rect };
    NodeRect { x0: rect.min.x.into(), y0: rect.min.y.into(), x1: rect.max.x.into(), y1: rect.max.y.into() }
}
