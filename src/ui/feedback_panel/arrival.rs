//! The end of an import when there is a data set with the same columns: whether the file's answers are added to it, take
//! the place of its own, or stand by themselves. What is usual is chosen already, with the reason in numbers.

use super::parts;
use crate::app::actions::import_feedback;
use crate::feedback::{Arrival, ImportPlan, Obstacle, Relation, Standing, Target, added, replaced};
use crate::i18n::arrival::ArrivalText as Text;
use crate::i18n::domain::Named as _;
use crate::i18n::{Lang, fill, grouped};
use crate::model::{DataSet, DataSetId, Project};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::label;
use eframe::egui::{Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 44.0;
const CHOOSER: f32 = 260.0;

/// Where the answers go.
pub(super) struct ArrivalChoice {
    /// The data sets with the same columns, the latest first.
    sets: Vec<(DataSetId, String, Standing)>,
    at: usize,
    chosen: Option<Arrival>,
}

impl ArrivalChoice {
    /// Looks for data sets that the file may belong to: the one that was asked for first.
    pub(super) fn new(project: &Project, plan: &ImportPlan, file: &DataSet, wanted: Option<DataSetId>) -> Self {
        let belongs = |set: &&&DataSet| Some(set.id) == wanted || plan.fits(set) || set.sha256 == file.sha256;
        let all = project.data_sets_in_order();
        let mut sets: Vec<&&DataSet> = all.iter().filter(belongs).collect();
        sets.reverse();
        sets.sort_by_key(|set| (Some(set.id) != wanted, std::cmp::Reverse(set.imported_on)));
        let standing = |set: &&DataSet| (set.id, set.name.clone(), Standing::of(set, file));
        let mut choice = Self { sets: sets.into_iter().map(standing).collect(), at: 0, chosen: None };
        // The very file is nowhere else.
        let same =
            |(.., standing): &(DataSetId, String, Standing)| matches!(standing.relation, Relation::SameFile { .. });
        choice.choose_set(choice.sets.iter().position(same).unwrap_or(0));
        choice
    }

    fn choose_set(&mut self, at: usize) {
        self.at = at;
        self.chosen = self.sets.get(at).and_then(|(.., standing)| standing.usual());
    }

    /// Whether it is clear where the answers go.
    pub(super) fn is_decided(&self) -> bool {
        self.sets.is_empty() || self.chosen.is_some()
    }

    /// The change that takes the file in, and what is said about it.
    pub(super) fn command(
        &self,
        project: &Project,
        file: DataSet,
        meant: &[(String, Target)],
        lang: Lang,
    ) -> (crate::edit::Command, Option<String>) {
        let there = self.sets.get(self.at).and_then(|(id, ..)| project.data_sets.get(*id));
        let answers = self.sets.get(self.at).map_or(0, |(.., standing)| standing.answers);
        let said =
            |text: Text, set: &DataSet| Some(fill(text.text(lang), &[("n", &*grouped(answers)), ("name", &set.name)]));
        let (set, said) = match (there, self.chosen) {
            (Some(there), Some(Arrival::Add)) => {
                (added(there, &file, &project.info.private_names), said(Text::Added, there))
            }
            (Some(there), Some(Arrival::Replace)) => (replaced(there, &file), said(Text::Replaced, there)),
            _ => (file, None),
        };
        (import_feedback(project, set, meant), said)
    }

    /// Shows the choice; nothing when the file is the first of its kind.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some((_, name, standing)) = self.sets.get(self.at).cloned() else { return };
        parts::title(ui, Text::Title.text(cx.lang));
        self.which_set(ui, cx, &name);
        for words in relation_words(&standing, &name, cx.lang) {
            label::paragraph(ui, &words, size::BODY, color(cx.theme.ink2));
        }
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        for arrival in [Arrival::Add, Arrival::Replace, Arrival::Own] {
            let words = Words::of(arrival, &standing, &name, cx.lang);
            if row(ui, cx, self.chosen == Some(arrival), &words) {
                self.chosen = Some(arrival);
            }
        }
        if self.chosen == Some(Arrival::Add) {
            ui.label(label::remark(cx.theme, Text::Samples.text(cx.lang)));
        }
    }

    fn which_set(&mut self, ui: &mut Ui, cx: &Cx<'_>, name: &str) {
        if self.sets.len() < 2 {
            return;
        }
        let caption = Text::AnotherSet.text(cx.lang);
        let mut chosen = None;
        ui.horizontal(|ui| {
            ui.label(label::remark(cx.theme, caption));
            parts::choose(ui, caption, "arrival set", name, CHOOSER, |ui| {
                for (at, (_, name, _)) in self.sets.iter().enumerate() {
                    if parts::choice(ui, at == self.at, name) {
                        chosen = Some(at);
                    }
                }
            });
        });
        if let Some(at) = chosen {
            self.choose_set(at);
        }
    }
}

/// How the file stands to what is there.
fn relation_words(standing: &Standing, name: &str, lang: Lang) -> Vec<String> {
    let (there, all) = (grouped(standing.there), grouped(standing.answers));
    let say = |text: Text, values: &[(&str, &str)]| {
        let mut values = values.to_vec();
        values.extend([("name", name), ("there", &there), ("all", &all), ("n", &all)]);
        fill(text.text(lang), &values)
    };
    match &standing.relation {
        Relation::SameFile { alone: true } => vec![say(Text::SameAlone, &[])],
        Relation::SameFile { alone: false } => vec![say(Text::SameAmong, &[])],
        Relation::Whole { held } if *held < standing.there => vec![say(Text::Nearly, &[("held", &grouped(*held))])],
        Relation::Whole { .. } if standing.answers == standing.there => vec![say(Text::WholeSame, &[])],
        Relation::Whole { .. } => {
            vec![say(Text::Whole, &[("more", &grouped(standing.answers - standing.there))])]
        }
        Relation::Within => vec![say(Text::Within, &[]), say(Text::MayRepeat, &[])],
        Relation::Shared { answers, from, to, from_start } => {
            let text = if from == to { Text::SharedOne } else { Text::Shared };
            let n = grouped(*answers);
            let first = say(text, &[("n", &n), ("from", from), ("to", to)]);
            vec![first, say(if *from_start { Text::OtherAnswers } else { Text::MayRepeat }, &[])]
        }
        Relation::Apart => vec![say(Text::Apart, &[])],
        Relation::Undated => vec![say(Text::Undated, &[]), say(Text::MayRepeat, &[])],
    }
}

/// A choice in words.
struct Words {
    title: String,
    why: String,
    can: bool,
}

impl Words {
    fn of(arrival: Arrival, standing: &Standing, name: &str, lang: Lang) -> Self {
        let (n, there) = (grouped(standing.answers), grouped(standing.there));
        let say = |text: Text| fill(text.text(lang), &[("name", name), ("n", &*n), ("there", &there)]);
        let same = matches!(standing.relation, Relation::SameFile { .. });
        match arrival {
            Arrival::Add => Self {
                title: say(Text::Add),
                why: standing.obstacle.map_or_else(|| say(Text::AddWhy), |obstacle| obstacle_text(obstacle, lang)),
                can: standing.obstacle.is_none(),
            },
            Arrival::Replace => Self { title: say(Text::Replace), why: say(Text::ReplaceWhy), can: true },
            Arrival::Own if same => Self { title: say(Text::Own), why: say(Text::OwnTwice), can: false },
            Arrival::Own => Self { title: say(Text::Own), why: say(Text::OwnWhy), can: true },
        }
    }
}

fn obstacle_text(obstacle: Obstacle, lang: Lang) -> String {
    let text = match obstacle {
        Obstacle::SameFile => Text::CannotTwice,
        Obstacle::NoCombinations => Text::CannotCombine,
        Obstacle::TooMany => Text::CannotMany,
        Obstacle::OtherScale(role) => {
            return fill(Text::CannotScale.text(lang), &[("metric", role.name(lang))]);
        }
        Obstacle::OtherCompany => Text::CannotCompany,
    };
    text.text(lang).to_owned()
}

/// A row to choose; whether it was.
fn row(ui: &mut Ui, cx: &Cx<'_>, on: bool, words: &Words) -> bool {
    let sense = if words.can { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, words.can, on, &words.title));
    let fill = match (on, response.hovered() && words.can) {
        (true, _) => cx.theme.accent_weak,
        (false, true) => cx.theme.hover,
        (false, false) => cx.theme.panel,
    };
    let edge = line(if on { cx.theme.accent } else { cx.theme.line });
    ui.painter().rect(rect, 8.0, color(fill), edge, StrokeKind::Inside);
    let center = pos2(rect.left() + 18.0, rect.center().y);
    let ring = Stroke::new(1.5, color(if on { cx.theme.accent } else { cx.theme.line3 }));
    ui.painter().circle_stroke(center, 6.5, ring);
    if on {
        ui.painter().circle_filled(center, 3.5, color(cx.theme.accent));
    }
    let ink = color(if words.can { cx.theme.ink } else { cx.theme.ink3 });
    let second = color(if words.can { cx.theme.ink2 } else { cx.theme.ink3 });
    let left = rect.left() + 36.0;
    let width = rect.right() - left - 12.0;
    let write = |y: f32, text: &str, bold: bool, ink| {
        let rich =
            if bold { label::bold(text, size::BODY) } else { eframe::egui::RichText::new(text).size(size::SMALL) };
        let galley = eframe::egui::WidgetText::from(rich.color(ink)).into_galley(
            ui,
            Some(eframe::egui::TextWrapMode::Truncate),
            width,
            eframe::egui::TextStyle::Body,
        );
        ui.painter().galley(pos2(left, y - galley.size().y / 2.0), galley, ink);
    };
    write(rect.center().y - 9.0, &words.title, true, ink);
    write(rect.center().y + 10.0, &words.why, false, second);
    focus_ring(ui, cx.theme, &response);
    words.can && response.clicked()
}
