//! The parts of the filter: departments and levels of evidence side by side where there is room, else as lists;
//! personas as a list.

use super::menu::{Choice, Mark, line_of, opener, opener_width, pill, pill_width};
use crate::i18n::domain::Named as _;
use crate::i18n::filter_bar::FilterBarText as Text;
use crate::i18n::{Lang, fill};
use crate::model::{Department, DepartmentId, Evidence, FilterCounts, PersonaId};
use crate::ui::cx::Cx;
use eframe::egui::{Popup, PopupCloseBehavior, Response, Ui};

/// How much of a part is in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// Every choice with its name.
    Names,
    /// Every choice with its mark.
    Marks,
    /// A list to open.
    List,
}

/// What is chosen in the bar, collected while it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Toggled {
    Department(DepartmentId),
    Evidence(Evidence),
    Persona(PersonaId),
    Tag(String),
}

/// A part of the filter: what it is called and its choices.
pub(super) struct Facet<'a> {
    title: Text,
    choices: Vec<(Toggled, Choice<'a>)>,
}

impl<'a> Facet<'a> {
    /// The departments.
    pub(super) fn departments(cx: &Cx<'a>, counts: &FilterCounts) -> Self {
        let chosen = &cx.shown.filter.cards.departments;
        let choice = |(position, department): (usize, &'a Department)| {
            let name = if department.name.is_empty() { &department.letter } else { &department.name };
            let (count, on) = (counts.of_department(department.id), chosen.contains(&department.id));
            let mark = Mark::Department(department, position);
            (Toggled::Department(department.id), Choice { mark, name, count, on })
        };
        let all = cx.project.departments_in_order().into_iter().enumerate();
        Self { title: Text::Departments, choices: all.map(choice).collect() }
    }

    /// The levels of evidence.
    pub(super) fn evidence(cx: &Cx<'a>, counts: &FilterCounts) -> Self {
        let choice = |level: Evidence| {
            let (count, on) = (counts.of_evidence(level), cx.shown.filter.cards.evidence.contains(&level));
            (Toggled::Evidence(level), Choice { mark: Mark::Evidence(level), name: level.name(cx.lang), count, on })
        };
        Self { title: Text::Evidence, choices: Evidence::ALL.map(choice).into() }
    }

    /// The personas of the journey.
    pub(super) fn personas(cx: &Cx<'a>, counts: &FilterCounts) -> Self {
        let project = cx.project;
        let journey = cx.session.journey().and_then(|journey| project.journeys.get(journey));
        let personas = journey.map_or(&[][..], |journey| &journey.personas);
        let choice = |id: &PersonaId| {
            let name = project.personas.get(*id)?.name.as_str();
            let count = counts.personas.get(id).copied().unwrap_or(0);
            let on = cx.shown.filter.cards.personas.contains(id);
            Some((Toggled::Persona(*id), Choice { mark: Mark::None, name, count, on }))
        };
        Self { title: Text::Personas, choices: personas.iter().filter_map(choice).collect() }
    }

    /// Whether there is nothing to choose.
    pub(super) fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    /// Whether there is nothing worth choosing: everything is about the only one.
    pub(super) fn is_single(&self) -> bool {
        self.choices.len() < 2 && self.chosen() == 0
    }

    fn chosen(&self) -> usize {
        self.choices.iter().filter(|(_, choice)| choice.on).count()
    }

    /// What stands on the button of the list.
    fn caption(&self, lang: Lang) -> String {
        let title = self.title.text(lang);
        match self.chosen() {
            0 => title.to_owned(),
            n => format!("{title} {n}"),
        }
    }

    /// How much room it takes, with the gaps between its pills.
    pub(super) fn width(&self, ui: &Ui, lang: Lang, room: Room, gap: f32) -> f32 {
        if self.is_empty() {
            return 0.0;
        }
        if room == Room::List {
            return opener_width(ui, &self.caption(lang));
        }
        let pills = self.choices.iter().map(|(_, choice)| pill_width(ui, choice, room == Room::Names) + gap);
        pills.sum::<f32>() - gap
    }

    /// Shows it; gives what was chosen.
    pub(super) fn show(&self, ui: &mut Ui, cx: &Cx<'_>, room: Room) -> Option<Toggled> {
        if self.is_empty() {
            return None;
        }
        if room == Room::List {
            return self.list(ui, cx);
        }
        let mut toggled = None;
        for (what, choice) in &self.choices {
            if pill(ui, cx.theme, cx.lang, choice, room == Room::Names).clicked() {
                toggled = Some(what.clone());
            }
        }
        toggled
    }

    fn list(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Toggled> {
        let (caption, title) = (self.caption(cx.lang), self.title.text(cx.lang));
        let response = list_button(ui, cx, title, &caption, self.chosen());
        let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let shown = popup.show(|ui| {
            ui.set_width(220.0);
            let mut toggled = None;
            for (what, choice) in &self.choices {
                if line_of(ui, cx.theme, cx.lang, choice).clicked() {
                    toggled = Some(what.clone());
                }
            }
            toggled
        });
        shown.and_then(|shown| shown.inner)
    }
}

/// A button that opens a list of choices and says how many are chosen.
pub(super) fn list_button(ui: &mut Ui, cx: &Cx<'_>, title: &str, caption: &str, chosen: usize) -> Response {
    let told = fill(Text::FacetOf.text(cx.lang), &[("facet", title), ("n", &chosen.to_string())]);
    let name = if chosen == 0 { title } else { &told };
    let room = ui.available_width();
    opener(ui, cx.theme, caption, name, chosen > 0, room)
}
