//! The fields of cards and steps that say something, under the names that the window gives them.

use crate::i18n::domain::Named as _;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::{Lang, date_text, grouped, listed};
use crate::model::{Card, DepartmentId, Lane, LaneKind, Project, Step};

/// Collects names and values.
pub(super) struct Fields<'a> {
    project: &'a Project,
    lang: Lang,
    pub(super) rows: Vec<(&'static str, String)>,
}

impl<'a> Fields<'a> {
    pub(super) const fn new(project: &'a Project, lang: Lang) -> Self {
        Self { project, lang, rows: Vec::new() }
    }

    /// What is known about a card.
    pub(super) fn card(&mut self, card: &Card, lane: Option<&Lane>) {
        let step = self.project.steps.get(card.step).map(|step| step.name.clone());
        self.put(Text::Steps, step.unwrap_or_default());
        self.department(Text::Author, card.author);
        self.put(Text::Evidence, card.evidence.name(self.lang).to_owned());
        self.put(Text::Sources, card.sources.clone());
        let names = |ids: &[crate::model::PersonaId]| {
            let names: Vec<&str> = ids
                .iter()
                .filter_map(|id| self.project.personas.get(*id))
                .map(|persona| persona.name.as_str())
                .collect();
            listed(&names, self.lang)
        };
        let about = names(&card.personas);
        self.put(Text::About, about);
        match lane.map(|lane| lane.kind) {
            Some(LaneKind::Pain) => self.pain(card),
            Some(LaneKind::Opportunity) => self.opportunity(card),
            _ => {}
        }
        let tags: Vec<&str> = card.tags.iter().map(String::as_str).collect();
        self.put(Text::Tags, listed(&tags, self.lang));
        self.number(Text::Votes, card.votes.into());
    }

    fn pain(&mut self, card: &Card) {
        let pain = &card.pain;
        self.of(Text::Severity, pain.severity, 3);
        self.put(Text::Frequency, pain.frequency.clone());
        self.put(Text::RootCause, pain.root_cause.clone());
        self.put(Text::Quotes, pain.quotes.join("\n"));
        self.department(Text::Owner, pain.owner);
    }

    fn opportunity(&mut self, card: &Card) {
        let opportunity = &card.opportunity;
        self.put(Text::HowMightWe, opportunity.how_might_we.clone());
        self.put(Text::Status, opportunity.status.name(self.lang).to_owned());
        self.department(Text::Owner, opportunity.owner);
        self.put(Text::Due, opportunity.due.map(|due| date_text(due, self.lang)).unwrap_or_default());
        self.of(Text::Impact, opportunity.impact, 5);
        self.of(Text::Effort, opportunity.effort, 5);
        self.put(Text::Kpi, opportunity.kpi.clone());
    }

    /// What is known about a step and its touchpoint.
    pub(super) fn step(&mut self, step: &Step) {
        let touchpoint = &step.touchpoint;
        let channels = touchpoint.channels.iter().filter_map(|id| self.project.channels.get(*id));
        let names: Vec<&str> = channels.map(|channel| channel.name.as_str()).collect();
        self.put(Text::Channels, listed(&names, self.lang));
        self.put(Text::Duration, touchpoint.duration.clone());
        self.number(Text::Customers, touchpoint.customers_per_month.unwrap_or(0));
        self.of(Text::ForCustomer, touchpoint.importance_to_customer, 5);
        self.of(Text::ForBusiness, touchpoint.importance_to_business, 5);
        self.of(Text::Engagement, touchpoint.engagement, 5);
        self.department(Text::OwnerDepartment, touchpoint.owner);
        self.put(Text::Systems, touchpoint.systems.clone());
        self.put(Text::Strengths, touchpoint.strengths.clone());
        self.put(Text::Weaknesses, touchpoint.weaknesses.clone());
        self.put(Text::Improvement, touchpoint.improvement.clone());
    }

    fn put(&mut self, name: Text, value: String) {
        if !value.trim().is_empty() {
            self.rows.push((name.text(self.lang), value));
        }
    }

    fn number(&mut self, name: Text, value: u64) {
        if value > 0 {
            self.put(name, grouped(value));
        }
    }

    /// A level out of so many; 0 is not stated.
    fn of(&mut self, name: Text, level: u8, all: u8) {
        if level > 0 {
            self.put(name, format!("{level} / {all}"));
        }
    }

    fn department(&mut self, name: Text, id: Option<DepartmentId>) {
        let department = id.and_then(|id| self.project.departments.get(id));
        self.put(name, department.map(|department| department.name.clone()).unwrap_or_default());
    }
}
