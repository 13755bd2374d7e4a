//! A table with a respondent a row, unpivoted before one's eyes: each question with what it measures, the step it is
//! about and its first answers, to be checked and changed.

use super::parts;
use crate::feedback::Preview;
use crate::i18n::domain::Named as _;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::fill;
use crate::model::ColumnRole;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line};
use crate::ui::widgets::label;
use eframe::egui::{RichText, ScrollArea, Ui};

const QUESTION_WIDTH: f32 = 290.0;
const ROLE_WIDTH: f32 = 170.0;
const STEP_WIDTH: f32 = 220.0;
const SCALE_WIDTH: f32 = 78.0;
const ROW_HEIGHT: f32 = 34.0;
const LIST_HEIGHT: f32 = 260.0;
/// What a column of a question may be.
const ROLES: [ColumnRole; 5] =
    [ColumnRole::Nps, ColumnRole::Csat, ColumnRole::Ces, ColumnRole::Comment, ColumnRole::Ignore];

/// Shows the questions.
pub(super) fn questions_ui(ui: &mut Ui, cx: &Cx<'_>, preview: &mut Preview) {
    ui.add_space(6.0);
    parts::title(ui, Text::Questions.text(cx.lang));
    ui.label(label::second(cx.theme, Text::QuestionsWhy.text(cx.lang)));
    let head = |ui: &mut Ui, width: f32, text: Text| {
        parts::cell(ui, width, 20.0, |ui| ui.label(label::remark(cx.theme, text.text(cx.lang))));
    };
    ui.horizontal(|ui| {
        head(ui, QUESTION_WIDTH, Text::Question);
        head(ui, STEP_WIDTH, Text::Step);
        head(ui, ROLE_WIDTH, Text::Measures);
        head(ui, SCALE_WIDTH, Text::Scale);
        ui.label(label::remark(cx.theme, Text::FirstAnswers.text(cx.lang)));
    });
    let asked: Vec<usize> =
        (0..preview.plan.columns.len()).filter(|at| !preview.plan.columns[*at].step.is_empty()).collect();
    ScrollArea::vertical().id_salt("questions").auto_shrink([false, true]).max_height(LIST_HEIGHT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for at in asked {
            let top = ui.cursor().min.y;
            ui.painter().hline(ui.max_rect().x_range(), top, line(cx.theme.line));
            ui.horizontal(|ui| question(ui, cx, preview, at));
        }
    });
}

fn question(ui: &mut Ui, cx: &Cx<'_>, preview: &mut Preview, at: usize) {
    let column = preview.plan.columns[at].clone();
    let ink = if column.role == ColumnRole::Ignore { cx.theme.ink3 } else { cx.theme.ink };
    parts::cell(ui, QUESTION_WIDTH, ROW_HEIGHT, |ui| {
        label::one_line(ui, RichText::new(&column.header).color(color(ink)))
    });
    parts::cell(ui, STEP_WIDTH, ROW_HEIGHT, |ui| {
        if let Some(step) = step(ui, cx, &column.header, &column.step, at) {
            preview.plan.speak_of(at, &step);
        }
    });
    parts::cell(ui, ROLE_WIDTH, ROW_HEIGHT, |ui| {
        let name = fill(Text::RoleOf.text(cx.lang), &[("column", &column.header)]);
        let mut chosen = None;
        parts::choose(ui, &name, ("question role", at), column.role.name(cx.lang), ROLE_WIDTH - 16.0, |ui| {
            for role in ROLES {
                if parts::choice(ui, role == column.role, role.name(cx.lang)) {
                    chosen = Some(role);
                }
            }
        });
        if let Some(role) = chosen {
            // A question that is left out keeps its step, so that it stays in the list.
            preview.ask(at, role);
        }
    });
    parts::cell(ui, SCALE_WIDTH, ROW_HEIGHT, |ui| match column.role {
        ColumnRole::Nps => {
            ui.label(label::second(cx.theme, "0–10"));
        }
        ColumnRole::Csat | ColumnRole::Ces => scale(ui, cx, preview, at),
        _ => {}
    });
    let values: Vec<String> =
        preview.first_values(at).take(4).map(|value| preview.plan.shown(column.role, value)).collect();
    label::one_line(ui, label::remark(cx.theme, values.join(" ・ ")));
}

/// The scale that a question was asked on: each has its own.
fn scale(ui: &mut Ui, cx: &Cx<'_>, preview: &mut Preview, at: usize) {
    let column = &preview.plan.columns[at];
    let (now, mut chosen) = (preview.plan.top_of(column), None);
    let words = |top: u8| format!("1–{top}");
    let name = fill(Text::ScaleOf.text(cx.lang), &[("question", &column.header)]);
    parts::choose(ui, &name, ("question scale", at), &words(now), SCALE_WIDTH - 16.0, |ui| {
        for top in [5, 7] {
            if parts::choice(ui, top == now, &words(top)) {
                chosen = Some(top);
            }
        }
    });
    if let Some(top) = chosen {
        preview.plan.columns[at].top = top;
    }
}

/// The step that a question is about: one of the map, or its own words.
fn step(ui: &mut Ui, cx: &Cx<'_>, header: &str, now: &str, at: usize) -> Option<String> {
    let mut chosen = None;
    let name = fill(Text::StepOfQuestion.text(cx.lang), &[("question", header)]);
    let known = cx.project.steps.iter().find(|step| step.name == now).map(|step| step.id);
    parts::choose(ui, &name, ("question step", at), now, STEP_WIDTH - 16.0, |ui| {
        let own = crate::feedback::topic_of(header);
        ui.label(label::remark(cx.theme, Text::OwnWords.text(cx.lang)));
        if parts::choice(ui, own == now, &own) {
            chosen = Some(own);
        }
        if let Some(step) = parts::step_list(ui, cx, known) {
            chosen = Some(parts::step_name(cx.project, step).to_owned());
        }
    });
    chosen
}
