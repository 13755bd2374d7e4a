//! What customers wrote about a step: searched, and put on the map as a card.

use super::parts;
use crate::base::{IdSource, OrderKey, normalized};
use crate::edit::Command;
use crate::feedback::{Overlay, Said, Tongue, tongue_of};
use crate::i18n::answers::AnswersText;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::fill;
use crate::model::{Card, Evidence, LaneForm, LaneId, LaneKind, Project, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::chip;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::label;
use eframe::egui::{CornerRadius, Frame, Id, Margin, ScrollArea, Ui, vec2};

/// From this many comments on they can be searched.
const MANY: usize = 4;

/// Shows the comments of the chosen step.
pub(crate) fn quotes_ui(ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, step: Option<StepId>, height: f32) {
    let Some(step) = step else {
        parts::title(ui, Text::Quotes.text(cx.lang));
        ui.label(label::second(cx.theme, Text::ChooseStep.text(cx.lang)));
        return;
    };
    let name = parts::step_name(cx.project, step);
    parts::title(ui, &fill(Text::QuotesOf.text(cx.lang), &[("step", name)]));
    let quotes = overlay.quotes.get(&step).map_or(&[][..], Vec::as_slice);
    if quotes.is_empty() {
        ui.label(label::second(cx.theme, Text::NoQuotes.text(cx.lang)));
        return;
    }
    let wanted = if quotes.len() >= MANY { search(ui, cx) } else { String::new() };
    let tongue = tongues(ui, cx, quotes);
    let is_wanted = |said: &&Said| {
        tongue.is_none_or(|tongue| tongue_of(&said.text) == tongue) && normalized(&said.text).contains(&wanted)
    };
    let shown: Vec<&Said> = quotes.iter().filter(is_wanted).collect();
    if shown.is_empty() {
        ui.label(label::second(cx.theme, AnswersText::NoComment.text(cx.lang)));
    }
    let lane = lane_for(cx.project, step);
    ScrollArea::vertical().id_salt(("quotes", step)).max_height(height.max(160.0)).show(ui, |ui| {
        for said in shown {
            comment(ui, cx, said, step, lane);
        }
    });
    label::paragraph(ui, Text::Masked.text(cx.lang), size::SMALL, color(cx.theme.ink3));
}

/// The field that is searched with; what is wanted, in its normal form.
fn search(ui: &mut Ui, cx: &Cx<'_>) -> String {
    let remembered = Id::unique("search the comments");
    let mut wanted = ui.data(|data| data.get_temp::<String>(remembered)).unwrap_or_default();
    let name = AnswersText::Search.text(cx.lang);
    let outcome = Field::line(name, "search the comments").hint(name).show(ui, cx.theme, &mut wanted);
    if outcome.changed {
        ui.data_mut(|data| data.insert_temp(remembered, wanted.clone()));
    }
    normalized(&wanted)
}

/// The languages that the comments are in, where there are several; the one that is chosen.
fn tongues(ui: &mut Ui, cx: &Cx<'_>, quotes: &[Said]) -> Option<Tongue> {
    let of = |tongue: Tongue| quotes.iter().filter(|said| tongue_of(&said.text) == tongue).count();
    let counts: Vec<(Tongue, usize)> =
        Tongue::ALL.map(|tongue| (tongue, of(tongue))).into_iter().filter(|(_, n)| *n > 0).collect();
    if counts.len() < 2 {
        return None;
    }
    let remembered = Id::unique("language of the comments");
    let known = ui.data(|data| data.get_temp::<Option<Tongue>>(remembered)).flatten();
    let now = known.filter(|tongue| counts.iter().any(|(other, _)| other == tongue));
    let mut chosen = now;
    chip::row(ui, |ui| {
        let mut offer = |ui: &mut Ui, tongue: Option<Tongue>, text: AnswersText, n: usize| {
            let words = format!("{} {n}", text.text(cx.lang));
            if chip::toggle(ui, cx.theme, &words, now == tongue).clicked() {
                chosen = tongue;
            }
        };
        offer(ui, None, AnswersText::AllLanguages, quotes.len());
        for (tongue, n) in &counts {
            let text = match tongue {
                Tongue::Japanese => AnswersText::Japanese,
                Tongue::English => AnswersText::English,
                Tongue::Other => AnswersText::OtherLanguage,
            };
            offer(ui, Some(*tongue), text, *n);
        }
    });
    if chosen != now {
        ui.data_mut(|data| data.insert_temp(remembered, chosen));
    }
    chosen
}

fn comment(ui: &mut Ui, cx: &mut Cx<'_>, said: &Said, step: StepId, lane: Option<LaneId>) {
    let frame = Frame::new()
        .fill(color(cx.theme.speech.fill))
        .stroke(line(cx.theme.speech.border))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(10, 7));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        label::paragraph(ui, &said.text, size::BODY, color(cx.theme.ink));
        ui.horizontal(|ui| {
            let whence = [&said.month, &said.channel].map(String::as_str);
            let whence: Vec<&str> = whence.into_iter().filter(|part| !part.is_empty()).collect();
            ui.label(label::remark(cx.theme, whence.join(" · ")));
            let Some(lane) = lane else { return };
            let pin = AnswersText::Pin.text(cx.lang);
            if button::sized(ui, cx.theme, Rank::Quiet, &format!("＋ {pin}"), vec2(0.0, 22.0)).clicked() {
                cx.push(Action::Run(pinned(said, step, lane)));
                cx.push(Action::Tell(AnswersText::Pinned.text(cx.lang).to_owned()));
            }
        });
    });
}

/// The lane for what customers say: their thoughts, else the first one with cards.
fn lane_for(project: &Project, step: StepId) -> Option<LaneId> {
    let lanes = project.lanes_of(project.journey_of_step(step)?);
    let usable = || lanes.iter().filter(|lane| !lane.hidden && lane.kind.form() == LaneForm::Cards);
    let thoughts = lanes.iter().find(|lane| !lane.hidden && lane.kind == LaneKind::Thought);
    thoughts.or_else(|| usable().next()).map(|lane| lane.id)
}

/// The comment as a card whose sources say where it comes from.
fn pinned(said: &Said, step: StepId, lane: LaneId) -> Command {
    let whence: Vec<&str> =
        [said.source.as_str(), &said.month, &said.channel].into_iter().filter(|part| !part.is_empty()).collect();
    let card = Card {
        text: said.text.clone(),
        evidence: Evidence::Researched,
        sources: whence.join(", "),
        ..Card::new(IdSource::random().next(), lane, step, OrderKey::default())
    };
    Command::Add { record: card.into(), before: None }
}
