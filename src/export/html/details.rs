//! What is known about the things of a picture: what is shown when one is clicked, and the small print of the table.

mod fields;

use crate::export::ExportError;
use crate::export::named::things;
use crate::i18n::Lang;
use crate::i18n::domain::lane_name;
use crate::i18n::html::HtmlText as Text;
use crate::i18n::inspector::InspectorText;
use crate::model::{Project, RecordId};
use crate::scene::{Group, Scene};
use fields::Fields;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is known about one record.
#[derive(Serialize)]
struct Known {
    /// What it is: the title of its lane.
    kind: String,
    /// What it is called.
    title: String,
    /// What the picture says about it, in plain words.
    notes: Vec<String>,
    /// Names and values.
    rows: Vec<(&'static str, String)>,
}

/// What is known about the records that pictures show, and about no others.
pub(super) struct Details<'a> {
    project: &'a Project,
    lang: Lang,
    known: BTreeMap<String, Known>,
}

impl<'a> Details<'a> {
    pub(super) const fn new(project: &'a Project, lang: Lang) -> Self {
        Self { project, lang, known: BTreeMap::new() }
    }

    pub(super) const fn lang(&self) -> Lang {
        self.lang
    }

    /// Takes in what a picture shows.
    pub(super) fn add(&mut self, scene: &Scene) {
        for group in things(scene) {
            let Some(id) = group.id else { continue };
            let key = format!("{id:?}");
            if !self.known.contains_key(&key) {
                let known = self.about(id, group);
                self.known.insert(key.clone(), known);
            }
            // A step is shown in several lanes, each with something of its own to say.
            if let (RecordId::Step(_), Some(known)) = (id, self.known.get_mut(&key))
                && !known.notes.contains(&group.label)
            {
                known.notes.push(group.label.clone());
            }
        }
    }

    /// All of it for the script of the page: JSON that no markup can end.
    pub(super) fn json(&self) -> Result<String, ExportError> {
        let json = serde_json::to_string(&self.known).map_err(|_error| ExportError::Fault)?;
        Ok(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
    }

    fn about(&self, id: RecordId, group: &Group) -> Known {
        let project = self.project;
        let mut fields = Fields::new(project, self.lang);
        let kind = match id {
            RecordId::Card(card) => project.cards.get(card).map(|card| {
                let lane = project.lanes.get(card.lane);
                fields.card(card, lane);
                lane.map(|lane| lane_name(lane, self.lang).to_owned()).unwrap_or_default()
            }),
            RecordId::Step(step) => project.steps.get(step).map(|step| {
                fields.step(step);
                project.phases.get(step.phase).map(|phase| phase.name.clone()).unwrap_or_default()
            }),
            RecordId::Lane(_) => Some(Text::Lane.text(self.lang).to_owned()),
            _ => None,
        };
        Known { kind: kind.unwrap_or_default(), title: self.title(group), notes: Vec::new(), rows: fields.rows }
    }

    /// What a thing is called: its own words where it has some.
    pub(super) fn title(&self, group: &Group) -> String {
        let own = match group.id {
            Some(RecordId::Card(id)) => self.project.cards.get(id).map(|card| &card.text),
            Some(RecordId::Step(id)) => self.project.steps.get(id).map(|step| &step.name),
            Some(RecordId::Phase(id)) => self.project.phases.get(id).map(|phase| &phase.name),
            _ => None,
        };
        own.filter(|words| !words.trim().is_empty()).unwrap_or(&group.label).clone()
    }

    /// What a thing says in a cell: a step is not told by its name in its own column.
    pub(super) fn words(&self, group: &Group) -> String {
        match group.id {
            Some(RecordId::Card(_)) => self.title(group),
            _ => group.label.clone(),
        }
    }

    /// Who wrote a card, how well it is founded and what else is known of it, in a line.
    pub(super) fn small_print(&self, group: &Group) -> String {
        let Some(id @ RecordId::Card(_)) = group.id else { return String::new() };
        let rows = self.known.get(&format!("{id:?}")).map(|known| known.rows.as_slice()).unwrap_or_default();
        let between = match self.lang {
            Lang::En => ": ",
            Lang::Ja => "：",
        };
        let is_new = |(name, _): &&(&str, String)| *name != InspectorText::Steps.text(self.lang);
        let all: Vec<String> =
            rows.iter().filter(is_new).map(|(name, value)| format!("{name}{between}{value}")).collect();
        all.join(match self.lang {
            Lang::En => "; ",
            Lang::Ja => "、",
        })
    }
}
