//! The map for screen readers: a grid of lanes and steps whose cells hold cards, marks and figures, and what they
//! ask for. Costs nothing while nobody listens.

mod heard;
#[cfg(test)]
mod tests;
mod tree;

use super::frame::Frame;
use crate::app::{Cell, Selection};
use crate::i18n::Lang;
use crate::model::{Project, RecordId};
use eframe::egui::accesskit::{NodeId, Role};
use eframe::egui::{self, Id, Response, Ui};
use std::collections::HashMap;

/// What a node of the tree stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A card, a mark, a step, a lane …
    Record(RecordId),
    /// A cell.
    Cell(Cell),
}

/// The nodes that were told in the last frame.
#[derive(Default)]
pub(crate) struct Access {
    targets: HashMap<NodeId, Target>,
    active: Option<NodeId>,
    name: String,
}

/// What is told.
pub(crate) struct Told<'a> {
    /// The map as it lies on the screen.
    pub(crate) frame: Frame<'a>,
    /// The document.
    pub(crate) project: &'a Project,
    /// What is selected.
    pub(crate) selection: &'a Selection,
    /// The focused cell.
    pub(crate) cell: Option<Cell>,
    /// The language.
    pub(crate) lang: Lang,
}

impl Access {
    /// Tells the map as the content of the canvas. What is selected is what has the keyboard in it.
    pub(crate) fn tell(&mut self, ui: &Ui, canvas: &Response, told: &Told<'_>) {
        self.targets.clear();
        let root = egui::accesskit_root_id();
        // A node is born as a child of the window; its own place in the tree is given to it afterwards.
        let Some(window) = ui.ctx().accesskit_node_builder(root, |node| node.children().to_vec()) else { return };
        let mut tree = tree::Tree::new(ui.ctx(), told, &mut self.targets);
        let rows = tree.rows();
        let active = tree.active();
        self.active = active;
        ui.ctx().accesskit_node_builder(root, |node| node.set_children(window));
        let layout = told.frame.layout;
        self.name = tree::name_of_map(&layout.title, told.lang);
        ui.ctx().accesskit_node_builder(canvas.id, |node| {
            node.set_role(Role::Grid);
            node.set_label(self.name.as_str());
            node.set_row_count(layout.rows.len() + 1);
            node.set_column_count(layout.columns.len() + 1);
            for row in rows {
                node.push_child(row);
            }
            if let Some(active) = active {
                node.set_active_descendant(active);
            }
        });
    }

    /// What has the keyboard on the map speaks for what is selected.
    pub(super) fn follow(&self, ui: &Ui, keyboard: Id) {
        ui.ctx().accesskit_node_builder(keyboard, |node| {
            node.set_role(Role::Group);
            node.set_label(self.name.as_str());
            if let Some(active) = self.active {
                node.set_active_descendant(active);
            }
        });
    }
}

fn cell_id(cell: Cell) -> Id {
    Id::unique(("map cell", RecordId::Lane(cell.lane).bits(), RecordId::Step(cell.step).bits()))
}
