//! The list of all lanes, opened from the plus sign under the last lane: adding, hiding and showing in one place.

use super::action::MapAction;
use crate::i18n::lanes::{LaneList as Words, purpose};
use crate::i18n::{Lang, domain::Named as _, fill, map::Map};
use crate::look::Theme;
use crate::model::{JourneyId, Lane, LaneKind, Project};
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::label;
use crate::ui::{fonts, widgets::ime};
use eframe::egui::{
    self, Align2, Area, Color32, CornerRadius, Frame, Id, Key, Margin, Order, Pos2, Role, ScrollArea, Sense, Shadow,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

/// The groups of the lane table; lanes of one's own are listed under them.
const GROUPS: [(Words, &[LaneKind]); 3] = {
    use LaneKind as K;
    [
        (Words::Core, &[K::Goal, K::Action, K::Touchpoint, K::Thought, K::Emotion, K::Pain, K::Opportunity, K::Voice]),
        (
            Words::More,
            &[K::Kpi, K::Gain, K::Motivation, K::Context, K::ExperienceValue, K::Engagement, K::Image, K::Owner],
        ),
        (Words::Blueprint, &[K::Evidence, K::Frontstage, K::Backstage, K::Support]),
    ]
};

/// Width of a column of the list.
const COLUMN: f32 = 300.0;
/// Height of an entry.
const ENTRY: f32 = 40.0;
/// Side of the box that is checked.
const BOX: f32 = 16.0;

/// The open list.
#[derive(Clone, Debug)]
pub(crate) struct LanePicker {
    /// The lower left corner on the screen, as near as it fits.
    pub(crate) at: Pos2,
    /// It was opened in this very frame: the click that opened it does not close it.
    pub(crate) fresh: bool,
    name: String,
}

impl LanePicker {
    /// A list beside a point of the screen.
    pub(crate) fn new(at: Pos2) -> Self {
        Self { at, fresh: true, name: String::new() }
    }

    /// Shows the list; gives what was chosen and whether it stays open.
    pub(crate) fn show(
        &mut self,
        ui: &Ui,
        project: &Project,
        journey: JourneyId,
        theme: &Theme,
        lang: Lang,
    ) -> (Option<MapAction>, bool) {
        let mut chosen = None;
        let id = Id::unique("lane list");
        let window = ui.ctx().content_rect();
        let area = Area::new(id).order(Order::Foreground).fixed_pos(self.at).pivot(Align2::LEFT_BOTTOM);
        let shown = area.constrain_to(window.shrink(8.0)).show(ui.ctx(), |ui| {
            sheet(theme).show(ui, |ui| {
                let height = (window.height() - 80.0).max(200.0);
                ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
                        column(ui, |ui| {
                            chosen = group(ui, project, journey, theme, lang, &GROUPS[0]).or(chosen.take());
                        });
                        column(ui, |ui| {
                            chosen = group(ui, project, journey, theme, lang, &GROUPS[1]).or(chosen.take());
                        });
                        column(ui, |ui| {
                            chosen = group(ui, project, journey, theme, lang, &GROUPS[2]).or(chosen.take());
                            ui.add_space(10.0);
                            chosen = self.own(ui, project, journey, theme, lang).or(chosen.take());
                        });
                    });
                });
            });
        });
        let outside = ui.input(|input| input.pointer.any_click()) && !shown.response.contains_pointer();
        let closed = ui.input(|input| input.key_pressed(Key::Escape)) && !ime::owns_keys(ui.ctx());
        let open = self.fresh || !(outside || closed);
        self.fresh = false;
        (chosen, open)
    }

    /// Lanes of the team's own, and a field for another one.
    fn own(
        &mut self,
        ui: &mut Ui,
        project: &Project,
        journey: JourneyId,
        theme: &Theme,
        lang: Lang,
    ) -> Option<MapAction> {
        let mut chosen = None;
        heading(ui, theme, Words::Own.text(lang));
        for lane in project.lanes_of(journey).into_iter().filter(|lane| lane.kind == LaneKind::Custom) {
            let title = if lane.title.is_empty() { Words::Untitled.text(lang) } else { &lane.title };
            let remark = remark(project, &[lane], lang).unwrap_or_else(|| purpose(lane.kind, lang).to_owned());
            if entry(ui, theme, title, &remark, !lane.hidden) {
                chosen = Some(MapAction::ToggleLane(lane.id));
            }
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let hint = Words::NameHint.text(lang);
            let field = Field::line(hint, "new lane").hint(hint).max_chars(60);
            let entered = ui
                .allocate_ui(vec2(COLUMN - 90.0, 30.0), |ui| {
                    let outcome = field.show(ui, theme, &mut self.name);
                    outcome.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
                })
                .inner;
            let added = button::button(ui, theme, Rank::Secondary, Words::Add.text(lang)).clicked();
            if (added || entered) && !self.name.trim().is_empty() {
                chosen = Some(MapAction::AddNamedLane(std::mem::take(&mut self.name)));
            }
        });
        chosen
    }
}

fn sheet(theme: &Theme) -> Frame {
    let shadow = Shadow { offset: [0, 6], blur: 24, spread: 0, color: color(theme.shadow) };
    Frame::new()
        .fill(color(theme.panel))
        .stroke(line(theme.line2))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::same(14))
        .shadow(shadow)
}

fn column(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(COLUMN);
        ui.spacing_mut().item_spacing.y = 2.0;
        content(ui);
    });
}

fn heading(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.label(label::bold(words, 11.0).color(color(theme.ink3)));
    ui.add_space(2.0);
}

fn group(
    ui: &mut Ui,
    project: &Project,
    journey: JourneyId,
    theme: &Theme,
    lang: Lang,
    (title, kinds): &(Words, &[LaneKind]),
) -> Option<MapAction> {
    let lanes = project.lanes_of(journey);
    let mut chosen = None;
    heading(ui, theme, title.text(lang));
    for kind in *kinds {
        let of_kind: Vec<&Lane> = lanes.iter().copied().filter(|lane| lane.kind == *kind).collect();
        let on = of_kind.iter().any(|lane| !lane.hidden);
        let own_title = of_kind.first().map(|lane| lane.title.as_str()).filter(|title| !title.is_empty());
        let remark = remark(project, &of_kind, lang).unwrap_or_else(|| purpose(*kind, lang).to_owned());
        if entry(ui, theme, own_title.unwrap_or(kind.name(lang)), &remark, on) {
            chosen = Some(MapAction::ToggleLaneKind(*kind, lang));
        }
    }
    chosen
}

/// "hidden · 7 cards", where lanes are there but not shown.
fn remark(project: &Project, lanes: &[&Lane], lang: Lang) -> Option<String> {
    if lanes.is_empty() || lanes.iter().any(|lane| !lane.hidden) {
        return None;
    }
    let count = project.cards.iter().filter(|card| lanes.iter().any(|lane| lane.id == card.lane)).count();
    let message = if count == 1 { Map::OneCard } else { Map::Cards };
    let cards = fill(message.text(lang), &[("n", &count.to_string())]);
    Some(fill(Words::HiddenCards.text(lang), &[("cards", &cards)]))
}

/// A lane with what it is for; checked when it is shown. Whether it was clicked.
fn entry(ui: &mut Ui, theme: &Theme, name: &str, remark: &str, on: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(COLUMN, ENTRY), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
    let ground = if response.hovered() { color(theme.hover) } else { Color32::TRANSPARENT };
    let painter = ui.painter().with_clip_rect(rect.expand(3.0));
    painter.rect_filled(rect, CornerRadius::same(6), ground);
    check_box(&painter, theme, rect.left_center() + vec2(16.0, 0.0), on);
    let left = rect.left_center() + vec2(34.0, 0.0);
    painter.text(left - vec2(0.0, 8.0), Align2::LEFT_CENTER, name, fonts::bold(size::BODY), color(theme.ink));
    painter.text(left + vec2(0.0, 9.0), Align2::LEFT_CENTER, remark, fonts::regular(size::SMALL), color(theme.ink3));
    button::focus_ring(ui, theme, &response);
    response.clicked()
}

fn check_box(painter: &egui::Painter, theme: &Theme, center: Pos2, on: bool) {
    let rect = egui::Rect::from_center_size(center, Vec2::splat(BOX));
    let (fill, edge) = if on { (theme.accent, theme.accent) } else { (theme.panel, theme.line3) };
    painter.rect(rect, CornerRadius::same(4), color(fill), line(edge), StrokeKind::Inside);
    if on {
        let tick = [vec2(-4.0, 0.0), vec2(-1.0, 3.0), vec2(4.0, -3.5)].map(|by| center + by);
        painter.line(tick.to_vec(), Stroke::new(1.8, color(theme.on_accent)));
    }
}
