//! The fields of personas and opportunities as text, each with the key by which it is found again.

use super::carried::{Fields, tidy};
use super::values::one_line;
use crate::base::Date;
use crate::i18n::Lang;
use crate::i18n::domain::Named;
use crate::i18n::inspector::InspectorText as Inspector;
use crate::i18n::persona::PersonaText;
use crate::import::table::{card_texts, cell_text, folded, number};
use crate::model::{Card, JourneyIndex, OpportunityStatus, Persona, PersonaKind, Project};

/// A field of a persona: its key, its title, what it says, and how it is set.
pub struct PersonaField {
    /// The key in the workbook.
    pub key: &'static str,
    /// The title.
    pub title: PersonaText,
    get: fn(&Persona) -> String,
    set: fn(&mut Persona, &str),
}

macro_rules! texts {
    ($( $key:literal $title:ident $($field:ident).+ ),* $(,)?) => {
        [$( PersonaField {
            key: $key,
            title: PersonaText::$title,
            get: |persona| tidy(&persona.$($field).+),
            set: |persona, text| text.clone_into(&mut persona.$($field).+),
        }, )*]
    };
}

macro_rules! lists {
    ($( $key:literal $title:ident $field:ident ),* $(,)?) => {
        [$( PersonaField {
            key: $key,
            title: PersonaText::$title,
            get: |persona| list_text(&persona.$field),
            set: |persona, text| persona.$field = card_texts(text),
        }, )*]
    };
}

/// The fields that are one text each.
const TEXTS: [PersonaField; 11] = texts! {
    "summary" Summary summary, "quote" Quote quote, "age" Age age, "gender" Gender gender, "area" Area area,
    "job" Job job, "family" Family family, "income" Income income, "lifestyle" Lifestyle lifestyle,
    "values" Values values, "devices" Devices devices,
};

/// The fields that are lists, a line each.
const LISTS: [PersonaField; 4] = lists! {
    "goals" Goals goals, "motivations" Motivations motivations, "pains" Pains pains,
    "sources" Sources information_sources,
};

/// The company side.
const COMPANY: [PersonaField; 7] = texts! {
    "industry" Industry organisation.industry, "company-size" CompanySize organisation.company_size,
    "department" Department organisation.department, "title" Title organisation.title,
    "authority" Authority organisation.authority, "approval" Approval organisation.approval_route,
    "kpi" Kpi organisation.kpi,
};

const NAME: [PersonaField; 1] = texts! { "name" Name name };

const SKILL: [PersonaField; 1] = [PersonaField {
    key: "skill",
    title: PersonaText::DigitalSkill,
    get: |persona| if persona.digital_skill > 0 { persona.digital_skill.to_string() } else { String::new() },
    set: |persona, text| persona.digital_skill = level(text, 5).unwrap_or(0),
}];

/// All fields of a persona that every one has, in their order on the sheet.
pub static PERSONA_FIELDS: [&[PersonaField]; 5] = [&NAME, &TEXTS, &SKILL, &LISTS, &COMPANY];

/// The key of a persona's kind.
pub const KIND: &str = "kind";
/// The key of the channels that a persona uses.
pub const CHANNELS: &str = "channels";
/// What the key of a field that the team added begins with.
pub const EXTRA: &str = "extra:";

/// What a persona says in each field.
pub(super) fn persona_fields(project: &Project, persona: &Persona, lang: Lang) -> Fields {
    let mut fields: Fields =
        PERSONA_FIELDS.iter().copied().flatten().map(|field| (field.key.to_owned(), (field.get)(persona))).collect();
    fields.insert(KIND.to_owned(), persona.kind.name(lang).to_owned());
    let liked = persona.channels.iter().filter(|liked| liked.strength > 0);
    let named = liked.filter_map(|liked| {
        let channel = project.channels.get(liked.channel)?;
        Some(format!("{} {}", one_line(&channel.name), liked.strength))
    });
    fields.insert(CHANNELS.to_owned(), tidy(&named.collect::<Vec<_>>().join("\n")));
    for field in &persona.extra {
        let name = one_line(&field.name);
        if !name.is_empty() {
            // Of two fields of one name the first one is carried.
            fields.entry(format!("{EXTRA}{name}")).or_insert_with(|| tidy(&field.value));
        }
    }
    fields
}

/// Sets a field of a persona; whether there is one of this key that takes this text.
pub(super) fn set_persona(persona: &mut Persona, key: &str, text: &str) -> bool {
    if let Some(field) = PERSONA_FIELDS.iter().copied().flatten().find(|field| field.key == key) {
        (field.set)(persona, text);
        return true;
    }
    if key == KIND {
        let kinds = [PersonaKind::B2c, PersonaKind::B2b, PersonaKind::Employee];
        let Some(kind) = named(&kinds, text) else { return false };
        persona.kind = kind;
        return true;
    }
    let Some(name) = key.strip_prefix(EXTRA) else { return false };
    match persona.extra.iter_mut().find(|field| one_line(&field.name) == name) {
        Some(field) => text.clone_into(&mut field.value),
        None => persona.extra.push(crate::model::ExtraField { name: name.to_owned(), value: text.to_owned() }),
    }
    true
}

/// The channels that a persona uses, by their names, with how much.
pub(super) fn liked_channels(text: &str) -> Vec<(String, u8)> {
    let liked = |line: &str| {
        let (name, strength) = line.trim().rsplit_once([' ', '\u{3000}', ':', '：']).unwrap_or((line.trim(), ""));
        match level(strength, 4) {
            Some(strength) => (name.trim().to_owned(), strength),
            None => (line.trim().to_owned(), 2),
        }
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(liked).collect()
}

/// The columns of the opportunities that can be edited, by key.
pub const OPPORTUNITY_FIELDS: [&str; 8] = ["text", "hmw", "impact", "effort", "owner", "due", "kpi", "status"];
/// Columns that say where an opportunity stands; they are read of new ones only.
pub const OPPORTUNITY_PLACE: [&str; 4] = ["journey", "phase", "step", "answers"];

/// The title of a column of the opportunities.
#[must_use]
pub fn opportunity_title(key: &str, lang: Lang) -> &'static str {
    use crate::i18n::domain::LaneTitle;
    use crate::i18n::sheets::SheetText;
    match key {
        "hmw" => Inspector::HowMightWe.text(lang),
        "impact" => Inspector::Impact.text(lang),
        "effort" => Inspector::Effort.text(lang),
        "owner" => Inspector::Owner.text(lang),
        "due" => Inspector::Due.text(lang),
        "kpi" => Inspector::Kpi.text(lang),
        "status" => Inspector::Status.text(lang),
        "answers" => Inspector::Answers.text(lang),
        "journey" => SheetText::Journey.text(lang),
        "phase" => SheetText::Phase.text(lang),
        "step" => SheetText::Step.text(lang),
        _ => LaneTitle::Opportunity.text(lang),
    }
}

/// What an opportunity says in each column.
pub(super) fn opportunity_fields(project: &Project, index: &JourneyIndex<'_>, card: &Card, lang: Lang) -> Fields {
    let opportunity = &card.opportunity;
    let level = |level: u8| if level > 0 { level.to_string() } else { String::new() };
    let owner = opportunity.owner.and_then(|owner| project.departments.get(owner));
    let step = project.steps.get(card.step);
    let phase = step.and_then(|step| project.phases.get(step.phase));
    let answers: Vec<String> =
        opportunity.answers.iter().filter_map(|id| project.cards.get(*id)).map(|pain| tidy(&pain.text)).collect();
    let all = [
        ("text", tidy(&card.text)),
        ("hmw", tidy(&opportunity.how_might_we)),
        ("impact", level(opportunity.impact)),
        ("effort", level(opportunity.effort)),
        ("owner", owner.map(|department| one_line(&department.name)).unwrap_or_default()),
        ("due", opportunity.due.map(|due| due.to_string()).unwrap_or_default()),
        ("kpi", tidy(&opportunity.kpi)),
        ("status", opportunity.status.name(lang).to_owned()),
        ("journey", tidy(&index.journey.title)),
        ("phase", phase.map(|phase| tidy(&phase.name)).unwrap_or_default()),
        ("step", step.map(|step| tidy(&step.name)).unwrap_or_default()),
        ("answers", list_text(&answers)),
    ];
    all.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

/// Sets a column of an opportunity, all but the owner; whether it takes this text.
pub(super) fn set_opportunity(card: &mut Card, key: &str, text: &str) -> bool {
    const STATUSES: [OpportunityStatus; 5] = [
        OpportunityStatus::Idea,
        OpportunityStatus::Planned,
        OpportunityStatus::Doing,
        OpportunityStatus::Done,
        OpportunityStatus::Dropped,
    ];
    let opportunity = &mut card.opportunity;
    match key {
        "text" => text.clone_into(&mut card.text),
        "hmw" => text.clone_into(&mut opportunity.how_might_we),
        "kpi" => text.clone_into(&mut opportunity.kpi),
        "impact" | "effort" => {
            let Some(level) = level_or_none(text) else { return false };
            *(if key == "impact" { &mut opportunity.impact } else { &mut opportunity.effort }) = level;
        }
        "due" if text.is_empty() => opportunity.due = None,
        "due" => {
            let Some(due) = date(text) else { return false };
            opportunity.due = Some(due);
        }
        "status" => {
            let Some(status) = named(&STATUSES, text) else { return false };
            opportunity.status = status;
        }
        _ => return false,
    }
    true
}

/// A level from 1, or nothing for none; `None` where it is no level.
pub(super) fn level_or_none(text: &str) -> Option<u8> {
    if text.is_empty() { Some(0) } else { level(text, 5) }
}

fn level(text: &str, highest: u8) -> Option<u8> {
    let value = number(text).filter(|value| value.fract() == 0.0)?;
    (0.0..=f32::from(highest)).contains(&value).then_some(value as u8)
}

/// A date as cells give it: 2026-11-22, with a time after it, 2026/11/22, 2026年11月22日.
pub(super) fn date(text: &str) -> Option<Date> {
    let day = text.trim().split([' ', 'T']).next()?;
    let parts: Vec<&str> = day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The one of several that goes by a name in one of the languages; the usual one for no name.
fn named<T: Named + Default>(all: &[T], text: &str) -> Option<T> {
    let name = folded(text);
    if name.is_empty() {
        return Some(T::default());
    }
    all.iter().copied().find(|one| Lang::ALL.iter().any(|lang| folded(one.name(*lang)) == name))
}

fn list_text(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| tidy(item)).filter(|item| !item.is_empty()).collect();
    tidy(&cell_text(&items.iter().map(String::as_str).collect::<Vec<_>>()))
}
