//! What is behind the value of a step, opened at its cell of the voice lane: the same figures as on the feedback page.

use super::Canvas;
use super::frame::Frame;
use crate::app::{AppCommand, View};
use crate::base::Point;
use crate::feedback::{Overlay, StepVoice};
use crate::i18n::answers::AnswersText as Text;
use crate::i18n::answers::answers_words;
use crate::i18n::feedback_page::FeedbackPageText as Page;
use crate::i18n::structure::HandoffText;
use crate::i18n::{fill, grouped};
use crate::model::{LaneForm, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::feedback_panel::{detail_ui, quotes_ui, step_name};
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{ime, label};
use eframe::egui::{
    Align, Align2, Area, CornerRadius, Frame as Sheet, Id, Key, Layout, Margin, Modifiers, Order, PointerButton, Pos2,
    Rect, ScrollArea, Ui, vec2,
};

/// Width of a sheet with figures: two columns of them.
const WIDE: f32 = 660.0;
/// Width of one that only says why there are none.
const NARROW: f32 = 380.0;
/// The figures are at most so high; more is scrolled to.
const HIGHEST: f32 = 560.0;
/// Title, button and margins.
const EDGES: f32 = 150.0;
/// The comments in it.
const QUOTES: f32 = 200.0;

/// The open sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct VoicePopup {
    step: StepId,
    /// Frames it has been shown: the click that opened it does not close it.
    age: u8,
}

impl VoicePopup {
    pub(super) const fn new(step: StepId) -> Self {
        Self { step, age: 0 }
    }

    /// For the cell of the voice lane under a point of the body.
    pub(super) fn at(frame: &Frame<'_>, point: Point) -> Option<Self> {
        let (row, column) = frame.cell_at(point)?;
        (row.form() == LaneForm::Voice && !row.is_collapsed).then(|| Self::new(column.step))
    }
}

impl Canvas {
    /// The open sheet, where its cell stands on the screen, and the view of the map.
    fn take_voice(&mut self) -> Option<(VoicePopup, Rect, Rect)> {
        let popup = self.voice.take()?;
        let (layout, _) = self.picture.get()?;
        let row = layout.rows.iter().find(|row| row.form() == LaneForm::Voice)?;
        let camera = self.camera?;
        let cell = camera.screen_rect(layout.cell_rect(row.lane, popup.step)?);
        // A sheet about a cell that is no longer in sight has nothing to stand at.
        camera.view.intersects(cell).then_some((popup, cell, camera.view))
    }

    /// Closes the sheet: another page is shown.
    pub(crate) fn close_voice(&mut self) {
        self.voice = None;
    }
}

/// Shows the open sheet over the map. Here and not in the canvas, because it does what the feedback page does.
pub(crate) fn voice_popup_ui(ui: &Ui, cx: &mut Cx<'_>) {
    let Some((mut popup, cell, view)) = cx.shown.canvas.take_voice() else { return };
    let Some(overlay) = cx.shown.voice.overlay().cloned() else { return };
    let overlay = overlay.as_ref();
    let mut window = ui.ctx().content_rect().shrink(8.0);
    if view.width() > WIDE + 60.0 {
        // The panels at its sides stay readable.
        window = Rect::from_x_y_ranges(view.shrink(8.0).x_range(), window.y_range());
    }
    let room = (cell.top() - window.top()).max(window.bottom() - cell.bottom()) - EDGES;
    let height = room.clamp(160.0, HIGHEST);
    let (at, pivot) = beside(cell, window);
    let area = Area::new(Id::unique("voice popup")).order(Order::Foreground).fixed_pos(at).pivot(pivot);
    let mut is_open = true;
    let shown = area.constrain_to(window).show(ui.ctx(), |ui| {
        let sheet = Sheet::new().fill(color(cx.theme.panel)).stroke(line(cx.theme.line2));
        let sheet = sheet.corner_radius(CornerRadius::same(12)).shadow(ui.visuals().popup_shadow);
        sheet.inner_margin(Margin::same(16)).show(ui, |ui| {
            let has_figures = matches!(overlay.steps.get(&popup.step), Some(StepVoice::Shown(_)));
            ui.set_width(if has_figures { WIDE } else { NARROW }.min(window.width() - 40.0));
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            is_open &= !head(ui, cx, popup.step);
            if has_figures {
                ScrollArea::vertical().id_salt(("voice popup", popup.step)).max_height(height).show(ui, |ui| {
                    detail_ui(ui, cx, overlay, popup.step);
                    ui.add_space(10.0);
                    quotes_ui(ui, cx, overlay, Some(popup.step), QUOTES);
                });
            } else {
                without_figures(ui, cx, overlay, popup.step);
            }
            is_open &= !foot(ui, cx, overlay, popup);
        });
    });
    let clicked =
        ui.input(|input| input.pointer.any_click() && !input.pointer.button_double_clicked(PointerButton::Primary));
    let is_left = clicked && !shown.response.contains_pointer();
    let escaped = !ime::owns_keys(ui) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    is_open &= !escaped && (popup.age == 0 || !is_left);
    popup.age = popup.age.saturating_add(1);
    if is_open {
        cx.shown.canvas.voice = Some(popup);
    }
}

/// Under the cell, or over it where there is more room.
fn beside(cell: Rect, window: Rect) -> (Pos2, Align2) {
    let is_below = window.bottom() - cell.bottom() >= cell.top() - window.top();
    if is_below {
        (cell.center_bottom() + vec2(0.0, 6.0), Align2::CENTER_TOP)
    } else {
        (cell.center_top() - vec2(0.0, 6.0), Align2::CENTER_BOTTOM)
    }
}

/// The title; whether it was closed.
fn head(ui: &mut Ui, cx: &Cx<'_>, step: StepId) -> bool {
    let title = fill(Text::VoiceOf.text(cx.lang), &[("step", step_name(cx.project, step))]);
    let close = HandoffText::Close.text(cx.lang);
    ui.horizontal(|ui| {
        ui.label(label::bold(title, size::TITLE));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            button::small_icon(ui, cx.theme, Glyph::Cross, close).on_hover_text(close).clicked()
        })
        .inner
    })
    .inner
}

/// Why there are no figures, and what to do.
fn without_figures(ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, step: StepId) {
    let ink = color(cx.theme.ink2);
    if let Some(StepVoice::Hidden) = overlay.steps.get(&step) {
        let floor = cx.project.info.floor().to_string();
        label::paragraph(ui, &fill(Text::WhyHidden.text(cx.lang), &[("floor", &floor)]), size::BODY, ink);
        return;
    }
    let name = step_name(cx.project, step);
    label::paragraph(ui, &fill(Text::WhyNone.text(cx.lang), &[("step", name)]), size::BODY, ink);
    if button::button(ui, cx.theme, Rank::Secondary, Page::ImportAnother.text(cx.lang)).clicked() {
        cx.push(Action::Do(AppCommand::ImportFeedback));
    }
}

/// What filter is on, and the way to the feedback page; whether it was taken.
fn foot(ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, popup: VoicePopup) -> bool {
    if !overlay.filter.is_empty() {
        let (what, n) = (answers_words(&overlay.filter, cx.lang), grouped(overlay.rows));
        let words = fill(Text::Only.text(cx.lang), &[("what", &what), ("n", &n)]);
        label::paragraph(ui, &words, size::SMALL, color(cx.theme.ink3));
    }
    let open = button::button(ui, cx.theme, Rank::Secondary, Text::OpenPage.text(cx.lang));
    // An area takes no keys in the frame in which it appears.
    if popup.age == 1 {
        open.request_focus();
    }
    if open.clicked() {
        cx.shown.feedback.choose(popup.step);
        cx.push(Action::Select(vec![popup.step.into()]));
        cx.push(Action::Show(View::Feedback));
    }
    open.clicked()
}
