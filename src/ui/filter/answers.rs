//! The filter over the customers' answers: period, channel, segment, persona. It changes which answers the figures are
//! made of, at once; the document stays as it is.

use super::facet::list_button;
use crate::app::AppCommand;
use crate::feedback::{Facets, Overlay, month_after};
use crate::i18n::answers::{AnswersText as Text, answers_words as words};
use crate::i18n::{Lang, fill, grouped};
use crate::model::FeedbackFilter;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::label;
use eframe::egui::{Align, Layout, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui, vec2};

const GAP: f32 = 6.0;
/// With less room, in points, a cross stands for the words that clear the filter.
const ROOMY: f32 = 240.0;
/// With less room the sentence is left out; the buttons say what is chosen.
const LEAST_SENTENCE: f32 = 60.0;
/// Months back from the last one.
const PRESETS: [(Text, i32); 4] =
    [(Text::LastMonth, 1), (Text::LastQuarter, 3), (Text::LastHalf, 6), (Text::LastYear, 12)];

/// Whether there are answers that could be filtered.
pub(crate) fn has_answers(cx: &Cx<'_>) -> bool {
    cx.shown.voice.overlay().is_some_and(|overlay| !overlay.facets.is_empty())
}

/// Shows the bar.
pub(crate) fn answers_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(overlay) = cx.shown.voice.overlay().cloned() else { return };
    let mut filter = cx.shown.filter.answers.clone();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.label(label::bold(Text::Title.text(cx.lang), size::SMALL));
        period(ui, cx, &overlay.facets, &mut filter);
        let Facets { channels, segments, personas, .. } = &overlay.facets;
        names(ui, cx, Text::Channels, channels, &mut filter.channels);
        names(ui, cx, Text::Segments, segments, &mut filter.segments);
        names(ui, cx, Text::Personas, personas, &mut filter.personas);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let clear = Text::Clear.text(cx.lang);
            let is_on = !filter.is_empty();
            let is_roomy = ui.available_width() > ROOMY;
            let button = |ui: &mut Ui| {
                if is_roomy {
                    button::sized(ui, cx.theme, Rank::Quiet, clear, vec2(0.0, 22.0))
                } else {
                    button::small_icon(ui, cx.theme, Glyph::Cross, clear)
                }
            };
            let tip = AppCommand::ClearAnswers.tooltip(cx.lang);
            if ui.add_enabled_ui(is_on, button).inner.on_hover_text(tip).clicked() {
                cx.push(Action::Do(AppCommand::ClearAnswers));
            }
            if ui.available_width() < LEAST_SENTENCE {
                return;
            }
            let words = sentence(&overlay, cx.lang);
            let ink = if is_on { cx.theme.ink } else { cx.theme.ink3 };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(&words).size(size::SMALL).color(color(ink));
                label::one_line(ui, text).on_hover_text(words);
            });
        });
    });
    if filter != cx.shown.filter.answers {
        cx.shown.filter.answers = filter;
        ui.ctx().request_repaint();
    }
}

/// Which answers are counted, in a sentence.
pub(crate) fn sentence(overlay: &Overlay, lang: Lang) -> String {
    if overlay.filter.is_empty() {
        return Text::Everything.text(lang).to_owned();
    }
    let what = words(&overlay.filter, lang);
    let mut sentence = fill(Text::Only.text(lang), &[("what", &what), ("n", &grouped(overlay.rows))]);
    if !overlay.simple.is_empty() {
        sentence.push(' ');
        sentence.push_str(&fill(Text::Simple.text(lang), &[("sets", &overlay.simple.join(", "))]));
    }
    sentence
}

fn period(ui: &mut Ui, cx: &Cx<'_>, facets: &Facets, filter: &mut FeedbackFilter) {
    let Some(last) = facets.months.last().filter(|_| facets.months.len() > 1) else { return };
    let title = Text::Period.text(cx.lang);
    let only = FeedbackFilter { from: filter.from.clone(), to: filter.to.clone(), ..FeedbackFilter::default() };
    let caption = if filter.has_period() { words(&only, cx.lang) } else { title.to_owned() };
    let response = list_button(ui, cx, title, &caption, usize::from(filter.has_period()));
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(240.0);
        if line(ui, Text::AllMonths.text(cx.lang), !filter.has_period()) {
            (filter.from, filter.to) = (None, None);
        }
        for (text, months) in PRESETS.into_iter().filter(|(_, months)| (*months as usize) < facets.months.len()) {
            let from = month_after(last, 1 - months);
            let on = filter.from == from && filter.to.as_ref() == Some(last);
            if line(ui, text.text(cx.lang), on) {
                (filter.from, filter.to) = (from, Some(last.clone()));
            }
        }
        ui.separator();
        ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            ui.columns(2, |columns| {
                ends(&mut columns[0], cx, Text::From, &facets.months, &mut filter.from);
                ends(&mut columns[1], cx, Text::To, &facets.months, &mut filter.to);
            });
        });
        // The end that was not chosen just now gives way.
        if filter.from > filter.to && filter.to.is_some() {
            std::mem::swap(&mut filter.from, &mut filter.to);
        }
    });
}

fn ends(ui: &mut Ui, cx: &Cx<'_>, title: Text, months: &[String], end: &mut Option<String>) {
    ui.label(label::remark(cx.theme, title.text(cx.lang)));
    for month in months {
        let on = end.as_ref() == Some(month);
        if line(ui, month, on) {
            *end = (!on).then(|| month.clone());
        }
    }
}

fn names(ui: &mut Ui, cx: &Cx<'_>, title: Text, all: &[String], chosen: &mut Vec<String>) {
    if all.len() < 2 && chosen.is_empty() {
        return;
    }
    let title = title.text(cx.lang);
    let caption = if chosen.is_empty() { title.to_owned() } else { format!("{title} {}", chosen.len()) };
    let response = list_button(ui, cx, title, &caption, chosen.len());
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(220.0);
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for name in all {
                let at = chosen.iter().position(|known| known == name);
                if line(ui, name, at.is_some()) {
                    match at {
                        Some(at) => drop(chosen.remove(at)),
                        None => chosen.push(name.clone()),
                    }
                }
            }
        });
    });
}

fn line(ui: &mut Ui, name: &str, on: bool) -> bool {
    let mut is_on = on;
    ui.checkbox(&mut is_on, name).clicked()
}
