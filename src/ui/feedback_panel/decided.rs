//! What the team decides about the answers: from where on a rating is good, and which company is its own.

use super::parts;
use crate::base::normalized;
use crate::edit::Command;
use crate::feedback::cut_of;
use crate::i18n::fill;
use crate::i18n::sources::SourcesText as Text;
use crate::model::{ColumnRole, Cut, DataSet, Measure, Project, ProjectInfo};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::label;
use eframe::egui::{RichText, Ui};

const NAME_WIDTH: f32 = 260.0;
const ROW: f32 = 34.0;
const CHOOSER: f32 = 220.0;

/// The ratings of all files, each once, on the widest scale it was asked on.
pub(super) fn ratings(project: &Project) -> Vec<Measure> {
    let mut ratings: Vec<Measure> = Vec::new();
    let sets = project.data_sets_in_order();
    for measure in sets.iter().flat_map(|set| &set.measures).filter(|measure| measure.role == ColumnRole::Rating) {
        match ratings.iter_mut().find(|known| normalized(&known.name) == normalized(&measure.name)) {
            Some(known) => {
                known.lowest = known.lowest.min(measure.lowest);
                known.highest = known.highest.max(measure.highest);
            }
            None => ratings.push(measure.clone()),
        }
    }
    ratings
}

/// From which answer on each rating is good.
pub(super) fn cuts_ui(ui: &mut Ui, cx: &mut Cx<'_>, ratings: &[Measure]) {
    parts::title(ui, Text::Cuts.text(cx.lang));
    ui.label(label::second(cx.theme, Text::CutsWhy.text(cx.lang)));
    for rating in ratings {
        let now = cut_of(&cx.project.info.cuts, &rating.name, rating.lowest, rating.highest);
        let words = |from: u8| fill(Text::From.text(cx.lang), &[("n", &from.to_string())]);
        let mut chosen = None;
        ui.horizontal(|ui| {
            parts::cell(ui, NAME_WIDTH, ROW, |ui| label::one_line(ui, RichText::new(&rating.name)));
            let name = fill(Text::CutOf.text(cx.lang), &[("rating", &rating.name)]);
            parts::choose(ui, &name, ("cut", &rating.name), &words(now), CHOOSER, |ui| {
                // From the lowest answer on would be all of them.
                for from in rating.lowest + 1..=rating.highest {
                    if parts::choice(ui, from == now, &words(from)) {
                        chosen = Some(from);
                    }
                }
            });
        });
        if let Some(from) = chosen.filter(|from| *from != now) {
            cx.push(Action::Run(Command::SetInfo(with_cut(&cx.project.info, &rating.name, from))));
        }
    }
}

fn with_cut(info: &ProjectInfo, rating: &str, from: u8) -> ProjectInfo {
    let mut info = info.clone();
    info.cuts.retain(|cut| normalized(&cut.rating) != normalized(rating));
    info.cuts.push(Cut { rating: rating.to_owned(), from });
    info
}

/// Which company is ours, where the file names companies and none of them as 自社.
pub(super) fn own_company_ui(ui: &mut Ui, cx: &mut Cx<'_>, data: &DataSet) {
    let companies = data.cube.as_ref().map_or(&[][..], |cube| &cube.companies[..]);
    if data.own_company.is_empty() || companies.iter().filter(|name| !name.is_empty()).count() < 2 {
        return;
    }
    ui.label(label::bold(Text::OwnCompanyHead.text(cx.lang), size::BODY));
    let name = fill(Text::OwnCompany.text(cx.lang), &[("name", &data.name)]);
    let mut chosen = None;
    parts::choose(ui, &name, ("own company", data.id), &data.own_company, CHOOSER, |ui| {
        for company in companies.iter().filter(|name| !name.is_empty()) {
            if parts::choice(ui, *company == data.own_company, company) {
                chosen = Some(company.clone());
            }
        }
    });
    label::paragraph(ui, Text::OwnCompanyWhy.text(cx.lang), size::SMALL, color(cx.theme.ink3));
    if let Some(own_company) = chosen.filter(|company| *company != data.own_company) {
        // What was said was said about the other company.
        let edited =
            DataSet { own_company, quotes: Vec::new(), words: Vec::new(), together: Vec::new(), ..data.clone() };
        cx.push(Action::Run(Command::Edit(edited.into())));
    }
}
