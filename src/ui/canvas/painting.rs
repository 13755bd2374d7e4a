//! A frame of the map, from back to front: the scene, and over it what is only on the screen.

use super::drag::{self, Drag};
use super::frame::Frame;
use super::minimap::Minimap;
use super::{
    Brush, Camera, Canvas, MapInput, access, curves, found, fresh, ghosts, hud, news, outlines, pictures, pointer,
};
use crate::i18n::Lang;
use crate::look::Theme;
use crate::model::{CardId, Project, RecordId};
use crate::scene::PartKind;
use crate::ui::regions;
use crate::ui::theme::color;
use eframe::egui::{CornerRadius, Painter, Pos2, Response, Ui};
use std::collections::BTreeSet;

impl Canvas {
    pub(super) fn paint(&mut self, ui: &Ui, response: &Response, input: &MapInput<'_>) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let painter = ui.painter_at(camera.view);
        if scene.background != input.theme.canvas {
            painter.rect_filled(camera.view, CornerRadius::ZERO, color(scene.background));
        }
        let (outlines, pictures) = (&mut self.outlines, &mut self.pictures);
        let mut paint_part = |kind: PartKind, painter: &Painter| {
            let Some(part) = frame.part(kind) else { return };
            let camera = frame.camera_of(kind);
            Brush::new(painter, camera, outlines, pictures).items(&part.items, camera.visible());
        };
        let (project, selection, theme) = (input.session.project(), input.session.selection(), input.theme);
        paint_part(PartKind::Head, &painter);
        hud::under(&painter, &frame, selection, theme);
        paint_part(PartKind::Body, &painter);
        paint_part(PartKind::Foot, &painter);
        hud::selection(&painter, &frame, selection, theme, false);
        if let Some(fresh) = &self.fresh {
            fresh::marks(&painter, &frame, fresh, theme, false);
        }
        ghosts::paint(&painter, &frame, self.ghost, theme);
        news::paint(&painter, &frame, &self.news, project, theme, false);
        found::paint(&painter, &frame, &self.found, theme, false);
        let pointer = response.hover_pos();
        let hovered = pointer.filter(|_| self.drag.is_none()).and_then(|pointer| frame.pick(pointer).record);
        for kind in [PartKind::Lanes, PartKind::Columns, PartKind::Corner] {
            if frame.is_pushed(PartKind::Columns) || frame.is_pushed(PartKind::Lanes) {
                painter.rect_filled(frame.ground_of(kind), CornerRadius::ZERO, color(scene.background));
            }
            paint_part(kind, &painter);
        }
        hud::selection(&painter, &frame, selection, theme, true);
        if let Some(fresh) = &self.fresh {
            fresh::marks(&painter, &frame, fresh, theme, true);
        }
        news::paint(&painter, &frame, &self.news, project, theme, true);
        found::paint(&painter, &frame, &self.found, theme, true);
        curves::lift_marked(ui, &frame, input, hovered);
        if let Some(record) = hovered.filter(|record| !selection.contains(*record)) {
            hud::hover(&painter, &frame, record, theme);
        }
        if let Some(grip) = self.grip {
            hud::edge(&painter, &frame, grip, theme);
        }
        let hint = pointer.filter(|_| self.drag.is_none() && self.editor.is_none()).map(|pointer| frame.pick(pointer));
        if let Some((_, at, value)) = hint.and_then(|picked| pointer::empty_emotion(&frame, project, &picked)) {
            hud::emotion_hint(&painter, &frame, at, value, theme, input.lang);
        }
        if let (Some(drag), Some(at)) = (&self.drag, ui.input(|input| input.pointer.interact_pos())) {
            let mut lifted = Lifted { outlines: &mut self.outlines, pictures: &mut self.pictures };
            lifted.drag(ui, &painter, &frame, project, drag, at, theme, input.lang);
        }
        if let Some(minimap) = Minimap::of(&frame) {
            self.minimap.update(ui, camera, &minimap);
            if self.minimap.is_up {
                minimap.paint(&painter, &frame, theme);
            }
        }
        let cell = crate::app::walk::cell_of(input.session);
        let told = access::Told { frame, project, selection, cell, lang: input.lang };
        self.access.tell(ui, response, &told);
        if response.has_focus() && cell.is_none() && selection.is_empty() {
            regions::ring(ui, theme, camera.view);
        }
    }
}

/// Paints what is being dragged.
struct Lifted<'a> {
    outlines: &'a mut outlines::Outlines,
    pictures: &'a mut pictures::Pictures,
}

impl Lifted<'_> {
    #[expect(clippy::too_many_arguments, reason = "a frame's surroundings, passed on once")]
    fn drag(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        frame: &Frame<'_>,
        project: &Project,
        drag: &Drag,
        pointer: Pos2,
        theme: &Theme,
        lang: Lang,
    ) {
        let copy = pointer::copies(ui.input(|input| input.modifiers));
        let landing = drag::landing(frame, project, drag, pointer, copy);
        if let Drag::Cards { cards, start, .. } = drag {
            if !copy {
                hud::lifted_from(painter, frame, cards, theme);
            }
            if let Some(landing) = &landing {
                hud::landing(painter, frame, landing, theme);
            }
            self.cards(painter, frame, frame.camera.shifted(pointer - frame.camera.screen(*start)), cards);
            hud::count(painter, pointer, cards.len(), copy, theme, lang);
        } else if let Some(landing) = &landing {
            hud::landing(painter, frame, landing, theme);
            if copy && drag.can_copy() {
                hud::count(painter, pointer, 1, true, theme, lang);
            }
        }
        match drag {
            Drag::Band { start, .. } => hud::band(painter, &frame.camera, *start, pointer, theme),
            Drag::Marks(held) => hud::emotions(painter, frame, project, held, theme, lang),
            _ => {}
        }
    }

    /// The cards being dragged, where the pointer is.
    fn cards(&mut self, painter: &Painter, frame: &Frame<'_>, camera: Camera, cards: &[CardId]) {
        let Some(part) = frame.part(PartKind::Body) else { return };
        let cards: BTreeSet<CardId> = cards.iter().copied().collect();
        let visible = camera.visible();
        let mut brush = Brush::new(painter, camera, self.outlines, self.pictures);
        for item in &part.items {
            let crate::scene::Item::Group(group) = item else { continue };
            if group.bounds.touches(&visible) && matches!(group.id, Some(RecordId::Card(card)) if cards.contains(&card))
            {
                brush.items(std::slice::from_ref(item), visible);
            }
        }
    }
}
