//! The four questions of a handoff, at the connection they are about.

use super::action::MapAction;
use super::frame::Frame;
use super::structure::handoff_between;
use crate::app::actions::HandoffChange;
use crate::i18n::structure::HandoffText as Text;
use crate::i18n::{Lang, domain::Named as _, domain::topic_letter, fill, in_series};
use crate::look::Theme;
use crate::model::{Carried, Handoff, Passage, Project, Step, StepId, Topic};
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{ime, label, segmented};
use eframe::egui::{
    Align, Align2, Area, CornerRadius, Frame as EguiFrame, Id, Key, Layout, Margin, Modifiers, Order, Pos2, RichText,
    Sense, Ui, vec2,
};

const WIDTH: f32 = 372.0;

/// The questions between two steps.
#[derive(Clone, Debug)]
pub(super) struct HandoffPopup {
    from: StepId,
    to: StepId,
    /// The question that the keyboard answers.
    chosen: usize,
    /// It was opened in this very frame: the click that opened it does not close it.
    is_fresh: bool,
}

impl HandoffPopup {
    pub(super) const fn new(from: StepId, to: StepId) -> Self {
        Self { from, to, chosen: 0, is_fresh: true }
    }

    /// Shows the questions; gives what was answered, and whether it stays open.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        frame: &Frame<'_>,
        project: &Project,
        theme: &'static Theme,
        lang: Lang,
    ) -> (Vec<MapAction>, bool) {
        let (Some(from), Some(to)) = (project.steps.get(self.from), project.steps.get(self.to)) else {
            return (Vec::new(), false);
        };
        let said = project.handoff_between(self.from, self.to).cloned();
        let handoff = said.clone().unwrap_or_else(|| Handoff::new(crate::base::Id::from_bits(0), self.from, self.to));
        let passage = Passage::between(from, to, said.as_ref());
        let mut changes = Vec::new();
        let mut is_open = self.keys(ui, lang, &handoff, &mut changes);
        let (at, pivot) = self.place(ui, frame);
        let area = Area::new(Id::unique("handoff popup")).order(Order::Foreground).fixed_pos(at).pivot(pivot);
        let shown = area.constrain_to(ui.ctx().content_rect().shrink(8.0)).show(ui.ctx(), |ui| {
            let sheet = EguiFrame::new()
                .fill(color(theme.panel))
                .stroke(line(theme.line2))
                .corner_radius(CornerRadius::same(12));
            sheet.shadow(ui.visuals().popup_shadow).inner_margin(Margin::same(14)).show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                is_open &= !head(ui, theme, lang, from, to);
                self.questions(ui, theme, lang, &handoff, &mut changes);
                ui.add_space(2.0);
                meaning(ui, theme, lang, passage, &handoff);
                if shares_identity(project, from, to) {
                    ui.label(label::remark(theme, Text::Shares.text(lang)));
                }
                note(ui, theme, lang, &handoff, &mut changes);
                foot(ui, theme, lang, &handoff, &mut changes);
            });
        });
        let outside = ui.input(|input| input.pointer.any_click()) && !shown.response.contains_pointer();
        is_open &= self.is_fresh || !outside;
        self.is_fresh = false;
        let (from, to) = (self.from, self.to);
        (changes.into_iter().map(|change| MapAction::Handoff(from, to, change)).collect(), is_open)
    }

    /// Under the middle of the line, or over it where there is no room.
    fn place(&self, ui: &Ui, frame: &Frame<'_>) -> (Pos2, Align2) {
        let Some(line) = handoff_between(frame, self.from, self.to) else {
            return (frame.camera.view.center(), Align2::CENTER_CENTER);
        };
        let middle = (frame.camera.screen(line.from) + frame.camera.screen(line.to).to_vec2()) * 0.5;
        let gap = vec2(0.0, 46.0 * frame.camera.zoom);
        let below = ui.ctx().content_rect().bottom() - middle.y > 330.0;
        if below { (middle + gap, Align2::CENTER_TOP) } else { (middle - gap, Align2::CENTER_BOTTOM) }
    }

    /// 1–4 and the arrows choose a question; Y, N, ? answer it and go on; left and right change the answer; Escape
    /// closes. None of them while a remark is typed. Whether it stays open.
    fn keys(&mut self, ui: &Ui, lang: Lang, handoff: &Handoff, changes: &mut Vec<HandoffChange>) -> bool {
        let is_typing = ui.memory(|memory| memory.has_focus(remark(handoff, lang).id()));
        if is_typing || ime::owns_keys(ui) {
            return true;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let shifted = |key| ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
        for (place, key) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4].into_iter().enumerate() {
            if pressed(key) {
                self.chosen = place;
            }
        }
        if pressed(Key::ArrowDown) {
            self.chosen = (self.chosen + 1).min(Topic::ALL.len() - 1);
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        let topic = Topic::ALL[self.chosen];
        let unknown =
            pressed(Key::Questionmark) || shifted(Key::Questionmark) || shifted(Key::Slash) || pressed(Key::Slash);
        let answers = [(pressed(Key::Y), Carried::Yes), (pressed(Key::N), Carried::No), (unknown, Carried::Unknown)];
        if let Some((_, answer)) = answers.into_iter().find(|(is_pressed, _)| *is_pressed) {
            changes.push(HandoffChange::Answer(topic, answer));
            self.chosen = (self.chosen + 1).min(Topic::ALL.len() - 1);
        }
        let row = [Carried::Yes, Carried::No, Carried::Unknown];
        let now = row.iter().position(|answer| *answer == handoff.answer(topic)).unwrap_or(2);
        let next = match (pressed(Key::ArrowLeft), pressed(Key::ArrowRight)) {
            (true, _) => now.saturating_sub(1),
            (_, true) => (now + 1).min(2),
            _ => now,
        };
        if next != now {
            changes.push(HandoffChange::Answer(topic, row[next]));
        }
        !(pressed(Key::Escape) || (!self.is_fresh && pressed(Key::Enter)))
    }

    fn questions(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        lang: Lang,
        handoff: &Handoff,
        changes: &mut Vec<HandoffChange>,
    ) {
        for (place, topic) in Topic::ALL.into_iter().enumerate() {
            let ground = if place == self.chosen { color(theme.accent_weak) } else { color(theme.panel) };
            let row = EguiFrame::new().fill(ground).corner_radius(CornerRadius::same(8));
            row.inner_margin(Margin::symmetric(6, 2)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    letter(ui, theme, topic_letter(topic, lang));
                    let room = vec2(136.0, 26.0);
                    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                        ui.set_min_size(room);
                        label::one_line(ui, RichText::new(question(topic).text(lang)).color(color(theme.ink)));
                    });
                    let asked = question(topic).text(lang);
                    let segments = [
                        (Carried::Yes, Text::Yes.text(lang), asked),
                        (Carried::No, Text::No.text(lang), asked),
                        (Carried::Unknown, Text::Unknown.text(lang), asked),
                    ];
                    ui.push_id(place, |ui| {
                        if let Some(answer) = segmented::compact(ui, theme, handoff.answer(topic), &segments) {
                            self.chosen = place;
                            changes.push(HandoffChange::Answer(topic, answer));
                        }
                    });
                });
            });
        }
    }
}

/// Title and way; whether it was closed.
fn head(ui: &mut Ui, theme: &Theme, lang: Lang, from: &Step, to: &Step) -> bool {
    let closed = ui.horizontal(|ui| {
        ui.label(label::bold(Text::Title.text(lang), size::BODY + 1.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = Text::Close.text(lang);
            button::small_icon(ui, theme, Glyph::Cross, close).on_hover_text(close).clicked()
        })
        .inner
    });
    let way = fill(Text::Way.text(lang), &[("from", &from.name), ("to", &to.name)]);
    label::one_line(ui, label::remark(theme, way));
    closed.inner
}

const fn question(topic: Topic) -> Text {
    match topic {
        Topic::Identity => Text::IdentityAsk,
        Topic::Case => Text::CaseAsk,
        Topic::History => Text::HistoryAsk,
        Topic::Promise => Text::PromiseAsk,
    }
}

/// The letter that stands for the question on the map.
fn letter(ui: &mut Ui, theme: &Theme, letter: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
    ui.painter().rect(
        rect.shrink(1.0),
        CornerRadius::same(4),
        color(theme.panel),
        line(theme.line3),
        eframe::egui::StrokeKind::Inside,
    );
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, letter, fonts::bold(11.0), color(theme.ink2));
}

/// What the answers come to.
fn meaning(ui: &mut Ui, theme: &Theme, lang: Lang, passage: Passage, handoff: &Handoff) {
    let open = handoff.answers().iter().filter(|answer| **answer == Carried::Unknown).count().to_string();
    let lost: Vec<&str> = handoff.lost().map(|topic| topic.name(lang)).collect();
    let lost = in_series(&lost, lang);
    let (text, ink, ground) = match passage {
        Passage::SameChannel => (Text::Same, theme.ink2, theme.groove),
        Passage::NoChannel => (Text::NoChannel, theme.ink2, theme.groove),
        Passage::Change(Carried::No) => (Text::Broken, theme.warn, theme.warn_weak),
        Passage::Change(Carried::Yes) if handoff.promise == Carried::Unknown => {
            (Text::CarriedBut, theme.good, theme.good_weak)
        }
        Passage::Change(Carried::Yes) => (Text::Carried, theme.good, theme.good_weak),
        Passage::Change(Carried::Unknown) => (Text::Open, theme.ink2, theme.groove),
    };
    let words = fill(text.text(lang), &[("n", &open), ("lost", &lost)]);
    let sheet = EguiFrame::new().fill(color(ground)).corner_radius(CornerRadius::same(8));
    sheet.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        label::paragraph(ui, &words, size::BODY, color(ink));
    });
}

fn remark(handoff: &Handoff, lang: Lang) -> Field<'static> {
    let salt = ("handoff popup", handoff.from, handoff.to);
    Field::area(Text::Note.text(lang), salt, 1).hint(Text::NoteHint.text(lang))
}

fn note(ui: &mut Ui, theme: &Theme, lang: Lang, handoff: &Handoff, changes: &mut Vec<HandoffChange>) {
    let mut words = handoff.note.clone();
    if remark(handoff, lang).show(ui, theme, &mut words).changed {
        changes.push(HandoffChange::Note(words));
    }
}

fn foot(ui: &mut Ui, theme: &Theme, lang: Lang, handoff: &Handoff, changes: &mut Vec<HandoffChange>) {
    ui.horizontal(|ui| {
        ui.label(label::remark(theme, Text::Keys.text(lang)));
        let all = handoff.answers().iter().all(|answer| *answer == Carried::Yes);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !all && button::button(ui, theme, Rank::Quiet, Text::AllYes.text(lang)).clicked() {
                changes.push(HandoffChange::All(Carried::Yes));
            }
        });
    });
}

/// Whether two channels know the same customer by the same identity.
fn shares_identity(project: &Project, from: &Step, to: &Step) -> bool {
    let (from, to) = (&from.touchpoint.channels, &to.touchpoint.channels);
    let shares = |one, other| project.channels.get(one).is_some_and(|c| c.shares_identity_with.contains(&other));
    from.iter().any(|one| to.iter().any(|other| one != other && (shares(*one, *other) || shares(*other, *one))))
}
