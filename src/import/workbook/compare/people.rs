//! Personas and opportunities: their fields, one by one.

use super::{Comparing, Texts};
use crate::base::OrderKey;
use crate::edit::RecordKind;
use crate::import::table::folded;
use crate::import::workbook::carried::{Carried, Fields};
use crate::import::workbook::change::{Deed, Edit};
use crate::import::workbook::fields::{EXTRA, OPPORTUNITY_FIELDS, PERSONA_FIELDS, opportunity_title, set_opportunity};
use crate::import::{Because, Note, Place};
use crate::model::{Card, CardId, LaneKind, Persona, PersonaId, PersonaKind};

impl Comparing<'_> {
    pub(super) fn personas(&mut self, theirs: &[(Option<PersonaId>, Fields)]) {
        for (id, fields) in theirs {
            let base = self.base.personas.iter().find(|(known, _)| id.is_some() && known == id);
            match (id.filter(|id| self.project.personas.contains(*id)), base.cloned()) {
                (Some(id), base) => self.persona(id, &base.map(|(_, fields)| fields).unwrap_or_default(), fields),
                (None, Some((_, base))) => {
                    let is_changed = fields.iter().any(|(key, text)| base.get(key).is_some_and(|old| old != text));
                    // Where the project has nothing of the workbook it comes in whole.
                    if self.is_elsewhere() {
                        self.new_persona(*id, fields);
                    } else if is_changed {
                        self.gone(fields.get("name").map_or("", String::as_str));
                    }
                }
                (None, None) => self.new_persona(*id, fields),
            }
        }
        for (id, fields) in self.base.personas.clone() {
            let Some(id) = id.filter(|id| self.project.personas.contains(*id)) else { continue };
            if !theirs.iter().any(|(other, _)| *other == Some(id)) {
                let name = fields.get("name").cloned().unwrap_or_default();
                let texts = Texts { base: &name, theirs: "", now: &name };
                self.remove(RecordKind::Persona, "", &texts, Edit::Remove(id.into()));
            }
        }
    }

    /// Whether the project has none of the journeys of the workbook: it is another project.
    fn is_elsewhere(&self) -> bool {
        self.now.maps.is_empty()
    }

    fn persona(&mut self, id: PersonaId, base: &Fields, theirs: &Fields) {
        let now = self.now.personas.iter().find(|(known, _)| *known == Some(id)).map(|(_, fields)| fields.clone());
        let now = now.unwrap_or_default();
        let name = theirs.get("name").or_else(|| base.get("name")).cloned().unwrap_or_default();
        for (key, text) in theirs {
            let texts = Texts {
                base: base.get(key).map_or("", String::as_str),
                theirs: text,
                now: now.get(key).map_or("", String::as_str),
            };
            if is_named_alike(key, &texts) {
                continue;
            }
            let place = format!("{name} · {}", self.title(key));
            let edit = Edit::Persona(id, key.clone(), text.clone());
            self.changed(RecordKind::Persona, &place, &texts, edit);
        }
    }

    fn title(&self, key: &str) -> String {
        let known = PERSONA_FIELDS.iter().copied().flatten().find(|field| field.key == key);
        known.map_or_else(|| key.trim_start_matches(EXTRA).to_owned(), |field| field.title.text(self.lang).to_owned())
    }

    fn new_persona(&mut self, id: Option<PersonaId>, fields: &Fields) {
        let id = id.filter(|id| !self.project.personas.contains(*id)).unwrap_or_else(|| self.ids.next());
        let name = fields.get("name").cloned().unwrap_or_default();
        let persona = Persona { name: name.clone(), ..Persona::new(id, OrderKey::default(), PersonaKind::default()) };
        let added = self.push(Deed::Added, RecordKind::Persona, "", ["", &name], Edit::AddPersona(Box::new(persona)));
        for (key, text) in fields.iter().filter(|(key, text)| *key != "name" && !text.is_empty()) {
            let place = format!("{name} · {}", self.title(key));
            let edit = Edit::Persona(id, key.clone(), text.clone());
            let field = self.push(Deed::Changed, RecordKind::Persona, &place, ["", text], edit);
            self.changes[field].needs.push(added);
        }
    }

    pub(super) fn opportunities(&mut self, theirs: &Carried) {
        for (id, fields) in &theirs.opportunities {
            match *id {
                Some(id) if self.project.cards.contains(id) => self.opportunity(id, fields),
                Some(_) if !self.is_elsewhere() => {
                    if self.base.opportunities.iter().any(|(known, old)| known == id && old != fields) {
                        self.gone(fields.get("text").map_or("", String::as_str));
                    }
                }
                _ => self.new_opportunity(fields),
            }
        }
    }

    fn opportunity(&mut self, id: CardId, theirs: &Fields) {
        let fields_of = |all: &Carried| {
            let found = all.opportunities.iter().find(|(known, _)| *known == Some(id));
            found.map(|(_, fields)| fields.clone()).unwrap_or_default()
        };
        let (base, now) = (fields_of(self.base), fields_of(self.now));
        let name = base.get("text").cloned().unwrap_or_default();
        for key in OPPORTUNITY_FIELDS {
            let Some(text) = theirs.get(key) else { continue };
            let texts = Texts {
                base: base.get(key).map_or("", String::as_str),
                theirs: text,
                now: now.get(key).map_or("", String::as_str),
            };
            if is_named_alike(key, &texts) {
                continue;
            }
            let place = format!("{name} · {}", opportunity_title(key, self.lang));
            if key == "text" && texts.base != texts.theirs && self.renames(id, text) {
                continue;
            }
            if !takes(key, text) {
                if texts.differ() {
                    let text = format!("{place}: {text}");
                    self.notes.push(Note { place: Place::Whole, text, why: Because::NoValue });
                }
                continue;
            }
            self.changed(RecordKind::Card, &place, &texts, Edit::Opportunity(id, key.to_owned(), text.clone()));
        }
    }

    /// Whether the map already gives the card a text; where it is another one, that is said.
    fn renames(&mut self, id: CardId, text: &str) -> bool {
        let named = self.changes.iter().find_map(|change| match &change.edit {
            Edit::Name(record, name) if *record == id.into() => Some(name.clone()),
            _ => None,
        });
        if named.as_ref().is_some_and(|name| name != text) {
            self.notes.push(Note { place: Place::Whole, text: text.to_owned(), why: Because::TwoTexts });
        }
        named.is_some()
    }

    /// A row that a colleague added, or one of a journey that comes in whole: a card of the step it names.
    fn new_opportunity(&mut self, fields: &Fields) {
        let field = |key: &str| fields.get(key).map_or("", String::as_str).to_owned();
        let text = field("text");
        if let Some((id, change)) = self.added_with(&text) {
            return self.opportunity_fields(id, change, &text, fields);
        }
        let step = folded(&field("step"));
        let journey = folded(&field("journey"));
        let maps = self.now.maps.iter().filter(|map| journey.is_empty() || folded(&map.title) == journey);
        let place = maps.into_iter().find_map(|map| {
            let step = map.steps.iter().find(|other| !step.is_empty() && folded(&other.name) == step)?;
            let lane = map.lanes.iter().find(|lane| lane.kind == LaneKind::Opportunity)?;
            Some((lane.id?, step.id?, lane.title.clone(), step.name.clone()))
        });
        let Some((lane, step, lane_title, step_name)) = place else {
            self.notes.push(Note { place: Place::Whole, text, why: Because::NoStep });
            return;
        };
        let id = self.ids.next();
        let after = self.project.cards_in(lane, step).iter().rev().map(|card| card.id).collect();
        let card = Card { text: text.clone(), ..Card::new(id, lane, step, OrderKey::default()) };
        let place = self.at(&lane_title, &step_name);
        let added = self.push(Deed::Added, RecordKind::Card, &place, ["", &text], Edit::AddCard(Box::new(card), after));
        self.opportunity_fields(id, added, &text, fields);
    }

    /// A card of this text that another change adds.
    fn added_with(&self, text: &str) -> Option<(CardId, usize)> {
        self.changes.iter().enumerate().find_map(|(at, change)| match &change.edit {
            Edit::AddCard(card, _) if card.text == text && !self.has_fields(card.id) => Some((card.id, at)),
            _ => None,
        })
    }

    fn has_fields(&self, id: CardId) -> bool {
        self.changes.iter().any(|change| matches!(&change.edit, Edit::Opportunity(card, ..) if *card == id))
    }

    fn opportunity_fields(&mut self, id: CardId, added: usize, name: &str, fields: &Fields) {
        for key in OPPORTUNITY_FIELDS.into_iter().filter(|key| *key != "text") {
            let Some(text) = fields.get(key).filter(|text| !text.is_empty()) else { continue };
            let place = format!("{name} · {}", opportunity_title(key, self.lang));
            if !takes(key, text) {
                let text = format!("{place}: {text}");
                self.notes.push(Note { place: Place::Whole, text, why: Because::NoValue });
                continue;
            }
            let edit = Edit::Opportunity(id, key.to_owned(), text.clone());
            let field = self.push(Deed::Changed, RecordKind::Card, &place, ["", text], edit);
            self.changes[field].needs.push(added);
        }
    }
}

/// Whether a column takes a text.
fn takes(key: &str, text: &str) -> bool {
    let mut nobody = Card::new(
        crate::base::Id::from_bits(0),
        crate::base::Id::from_bits(0),
        crate::base::Id::from_bits(0),
        OrderKey::default(),
    );
    key == "owner" || set_opportunity(&mut nobody, key, text)
}

/// Whether a choice is the same in two languages.
fn is_named_alike(key: &str, texts: &Texts<'_>) -> bool {
    use crate::i18n::Lang;
    use crate::i18n::domain::Named as _;
    use crate::model::OpportunityStatus::{Doing, Done, Dropped, Idea, Planned};
    let same = |names: [&str; 2]| {
        let (a, b) = (folded(texts.base), folded(texts.theirs));
        names.iter().any(|name| folded(name) == a) && names.iter().any(|name| folded(name) == b)
    };
    match key {
        "status" => [Idea, Planned, Doing, Done, Dropped].iter().any(|status| same(Lang::ALL.map(|l| status.name(l)))),
        "kind" => {
            let kinds = [PersonaKind::B2c, PersonaKind::B2b, PersonaKind::Employee];
            kinds.iter().any(|kind| same(Lang::ALL.map(|lang| kind.name(lang))))
        }
        _ => false,
    }
}
