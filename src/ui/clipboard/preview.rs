//! A table that is about to be pasted: the map shows it as a gesture, and nothing is kept before Enter.

use super::ClipAction;
use crate::app::clip::{self, Plan, Sheet, Spot};
use crate::app::{Cell, Grid, MapView, Selection};
use crate::base::IdSource;
use crate::model::{JourneyId, LaneForm, Project};
use crate::ui::canvas::{Fresh, Wish};
use crate::ui::desk::Desk;
use eframe::egui::{Context, Event, Key, Modifiers};

/// A paste being previewed.
pub(crate) struct Preview {
    sheet: Sheet,
    /// Whether rows and columns have changed places.
    pub(super) is_turned: bool,
    cell: Option<Cell>,
    /// The document before it.
    base: Project,
    /// What was selected before it.
    before: Selection,
    /// What it comes to.
    pub(super) plan: Plan,
    /// Whether one of the buttons has the keyboard: then Enter is its.
    pub(super) has_focus: bool,
}

/// Shows what a table would come to.
pub(super) fn begin(desk: &mut Desk, sheet: Sheet, cell: Option<Cell>) {
    let lang = desk.lang();
    let Some(session) = &mut desk.session else { return };
    let Some(journey) = session.journey() else { return };
    session.begin_gesture();
    let base = session.project().clone();
    let is_turned = clip::is_turned(Spot { project: &base, journey, cell, lang }, &sheet);
    let before = session.selection().clone();
    let preview = Preview { sheet, is_turned, cell, base, before, plan: Plan::default(), has_focus: false };
    desk.clipboard.preview = Some(preview);
    // Where it lands is shown on one map.
    desk.shown.compare.view = MapView::Alone;
    desk.effects.leave_fields();
    renew(desk);
}

/// Plans it anew and shows that on the map.
fn renew(desk: &mut Desk) {
    let lang = desk.lang();
    let (Some(session), Some(preview)) = (&mut desk.session, &mut desk.clipboard.preview) else { return };
    let Some(journey) = session.journey() else { return };
    let spot = Spot { project: &preview.base, journey, cell: preview.cell, lang };
    let turned = preview.is_turned.then(|| preview.sheet.transposed());
    preview.plan = clip::plan_sheet(spot, turned.as_ref().unwrap_or(&preview.sheet), &mut IdSource::random());
    // Beginning anew would keep what is shown.
    session.cancel();
    session.begin_gesture();
    if let Some(command) = &preview.plan.command {
        // A plan that is refused shows nothing; carrying it out says why.
        let _ = session.preview(command);
    }
    session.select(preview.cell.map(Selection::of_cell).unwrap_or_default());
    let fresh = Fresh { cells: preview.plan.cells.iter().copied().collect(), records: preview.plan.fresh.clone() };
    desk.shown.canvas.preview(Some(fresh));
    let first = first_cell(session.project(), journey, &preview.plan);
    desk.shown.canvas.wish(first.map_or(Wish::Reveal, Wish::RevealCell));
}

/// The upper left cell that gets something: headings may send what is pasted far from where the keyboard is.
fn first_cell(project: &Project, journey: JourneyId, plan: &Plan) -> Option<Cell> {
    let grid = Grid::of(project, journey)?;
    let placed = plan.cells.iter().filter_map(|cell| Some((grid.position(*cell)?, *cell)));
    placed.min_by_key(|((row, column), _)| (*column, *row)).map(|(_, cell)| cell)
}

pub(super) fn turn(desk: &mut Desk) {
    if let Some(preview) = &mut desk.clipboard.preview {
        preview.is_turned = !preview.is_turned;
        renew(desk);
    }
}

pub(super) fn move_to(desk: &mut Desk, cell: Cell) {
    let Some(preview) = &mut desk.clipboard.preview else { return };
    // A cell of a step or lane that the paste itself would bring is none yet.
    if preview.base.lanes.contains(cell.lane) && preview.base.steps.contains(cell.step) {
        preview.cell = Some(cell);
        renew(desk);
    }
}

/// So many lanes down and steps right, as far as there are any.
pub(super) fn move_by(desk: &mut Desk, down: isize, right: isize) {
    let journey = desk.session.as_ref().and_then(crate::app::Session::journey);
    let (Some(preview), Some(journey)) = (&desk.clipboard.preview, journey) else { return };
    let Some(grid) = Grid::of(&preview.base, journey) else { return };
    let lanes: Vec<_> = grid
        .lanes
        .iter()
        .filter(|lane| !matches!(lane.kind.form(), LaneForm::Voice | LaneForm::Pictures))
        .map(|lane| lane.id)
        .collect();
    let at = |list: usize, now: Option<usize>, by: isize| {
        now.unwrap_or(0).saturating_add_signed(by).min(list.saturating_sub(1))
    };
    let lane = preview.cell.and_then(|cell| lanes.iter().position(|lane| *lane == cell.lane));
    let step = preview.cell.and_then(|cell| grid.column_of(cell.step));
    let lane = lanes.get(at(lanes.len(), lane, down));
    let step = grid.steps.get(at(grid.steps.len(), step, right));
    if let (Some(lane), Some(step)) = (lane, step) {
        move_to(desk, Cell { lane: *lane, step: step.id });
    }
}

/// The document is as it was.
pub(super) fn drop_it(desk: &mut Desk) {
    if let Some(preview) = end(desk)
        && let Some(session) = &mut desk.session
    {
        session.select(preview.before);
    }
}

/// What is shown becomes one step of the history.
pub(super) fn keep(desk: &mut Desk) {
    let Some(preview) = end(desk) else { return };
    if let Some(session) = &mut desk.session {
        session.select(preview.before);
    }
    super::keep(desk, &preview.plan);
}

fn end(desk: &mut Desk) -> Option<Preview> {
    let preview = desk.clipboard.preview.take()?;
    desk.shown.canvas.preview(None);
    if let Some(session) = &mut desk.session {
        session.cancel();
    }
    Some(preview)
}

/// The keys of the preview. What else is typed meanwhile goes nowhere.
pub(super) fn keys(ctx: &Context, has_focus: bool) -> Option<ClipAction> {
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let undone = ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z));
    let action = if pressed(Key::Escape) || undone {
        Some(ClipAction::Drop)
    } else if !has_focus && pressed(Key::Enter) {
        Some(ClipAction::Keep)
    } else {
        let ways = [(Key::ArrowLeft, 0, -1), (Key::ArrowRight, 0, 1), (Key::ArrowUp, -1, 0), (Key::ArrowDown, 1, 0)];
        ways.into_iter().find(|(key, ..)| pressed(*key)).map(|(_, down, right)| ClipAction::Move(down, right))
    };
    ctx.input_mut(|input| {
        let goes_nowhere = |event: &Event| {
            matches!(
                event,
                Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_) | Event::PasteImage(_)
            )
        };
        input.events.retain(|event| !goes_nowhere(event));
    });
    action
}
