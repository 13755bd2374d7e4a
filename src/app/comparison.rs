//! Two personas side by side: the same fields in the same order, and which of them differ.

use crate::i18n::domain::Named as _;
use crate::i18n::inspector::InspectorText;
use crate::i18n::persona::{PersonaText as Text, company_facts, facts};
use crate::i18n::{Lang, date_text, fill};
use crate::model::{Persona, PersonaKind, Project};

/// A field of two personas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedField {
    /// What it is called.
    pub name: String,
    /// What each of them says, item by item; nothing is not stated.
    pub values: [Vec<String>; 2],
}

impl ComparedField {
    /// Whether the two say something else.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.values[0] != self.values[1]
    }

    /// Whether both say this item.
    #[must_use]
    pub fn is_shared(&self, item: &str) -> bool {
        self.values.iter().all(|value| value.iter().any(|other| other == item))
    }
}

/// Compares two personas: every field that at least one of them fills in.
#[must_use]
pub fn compare(project: &Project, personas: [&Persona; 2], lang: Lang) -> Vec<ComparedField> {
    let [left, right] = personas.map(|persona| fields(project, persona, personas, lang));
    let pairs = left.into_iter().zip(right);
    let fields = pairs.map(|((name, left), (_, right))| ComparedField { name, values: [left, right] });
    fields.filter(|field| field.values.iter().any(|value| !value.is_empty())).collect()
}

/// The comparison as a table with tabs, for spreadsheets: the sign in the second column says what differs.
#[must_use]
pub fn as_tsv(personas: [&Persona; 2], fields: &[ComparedField], lang: Lang) -> String {
    let cell = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    let join = |value: &[String]| cell(&value.join(if lang == Lang::Ja { "、" } else { "; " }));
    let mut rows = vec![format!("\t\t{}\t{}", cell(&personas[0].name), cell(&personas[1].name))];
    rows.extend(fields.iter().map(|field| {
        let sign = if field.differs() { "≠" } else { "=" };
        let [left, right] = &field.values;
        format!("{}\t{sign}\t{}\t{}", cell(&field.name), join(left), join(right))
    }));
    rows.join("\n") + "\n"
}

type Fields = Vec<(String, Vec<String>)>;

/// The fields of a persona, the same ones for both of a pair.
fn fields(project: &Project, persona: &Persona, pair: [&Persona; 2], lang: Lang) -> Fields {
    let one = |text: &str| if text.trim().is_empty() { Vec::new() } else { vec![text.trim().to_owned()] };
    let mut fields: Fields = vec![(InspectorText::Kind.text(lang).to_owned(), one(persona.kind.name(lang)))];
    let said = [(Text::Summary, persona.summary.as_str()), (Text::Quote, &persona.quote)];
    for (name, value) in said.into_iter().chain(facts(persona)) {
        fields.push((name.text(lang).to_owned(), one(value)));
    }
    let skill = (persona.digital_skill > 0).then(|| level(persona.digital_skill, 5, lang));
    fields.push((Text::DigitalSkill.text(lang).to_owned(), skill.into_iter().collect()));
    for (name, items) in lists(persona) {
        let items = items.iter().filter(|item| !item.trim().is_empty()).cloned().collect();
        fields.push((name.text(lang).to_owned(), items));
    }
    if pair.iter().any(|persona| persona.kind == PersonaKind::B2b) {
        let company = company_facts(&persona.organisation);
        fields.extend(company.map(|(name, value)| (name.text(lang).to_owned(), one(value))));
    }
    fields.extend(channels(project, persona, pair, lang));
    fields.extend(extra(persona, pair));
    fields.extend(upkeep(project, persona, lang).map(|(name, value)| (name.text(lang).to_owned(), one(&value))));
    fields
}

fn lists(persona: &Persona) -> [(Text, &[String]); 4] {
    [
        (Text::Goals, &persona.goals),
        (Text::Pains, &persona.pains),
        (Text::Motivations, &persona.motivations),
        (Text::Sources, &persona.information_sources),
    ]
}

fn level(level: u8, top: u8, lang: Lang) -> String {
    fill(Text::Level.text(lang), &[("n", &level.to_string()), ("top", &top.to_string())])
}

/// A row for every channel that one of the two has a preference for.
fn channels(project: &Project, persona: &Persona, pair: [&Persona; 2], lang: Lang) -> Fields {
    let channels = project.channels_in_order().into_iter();
    let used = channels
        .filter(|channel| pair.iter().any(|persona| persona.channels.iter().any(|liked| liked.channel == channel.id)));
    used.map(|channel| {
        let liked = persona.channels.iter().find(|liked| liked.channel == channel.id);
        (channel.name.clone(), liked.map(|liked| level(liked.strength, 4, lang)).into_iter().collect())
    })
    .collect()
}

/// A row for every extra field that one of the two has, matched by name.
fn extra(persona: &Persona, pair: [&Persona; 2]) -> Fields {
    let mut names: Vec<&str> = Vec::new();
    for field in pair.iter().flat_map(|persona| &persona.extra) {
        if !field.name.trim().is_empty() && !names.contains(&field.name.as_str()) {
            names.push(&field.name);
        }
    }
    let value = |name: &str| {
        let mine = persona.extra.iter().filter(|field| field.name == name && !field.value.trim().is_empty());
        mine.map(|field| field.value.clone()).collect()
    };
    names.into_iter().map(|name| (name.to_owned(), value(name))).collect()
}

fn upkeep(project: &Project, persona: &Persona, lang: Lang) -> [(InspectorText, String); 6] {
    let owner = persona.owner.and_then(|id| project.departments.get(id));
    [
        (InspectorText::ShareOfCustomers, persona.share_percent.map(|n| format!("{n:.0} %")).unwrap_or_default()),
        (InspectorText::Segment, persona.segment.clone()),
        (InspectorText::Evidence, persona.evidence.name(lang).to_owned()),
        (InspectorText::EvidenceNote, persona.evidence_note.clone()),
        (InspectorText::Owner, owner.map(|department| department.name.clone()).unwrap_or_default()),
        (InspectorText::Reviewed, persona.reviewed_on.map(|date| date_text(date, lang)).unwrap_or_default()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};
    use crate::model::ExtraField;

    fn pair() -> [Persona; 2] {
        let mut ids = IdSource::seeded(1);
        let mut new = |name: &str, kind| Persona {
            name: name.to_owned(),
            age: "34歳".to_owned(),
            ..Persona::new(ids.next(), OrderKey::default(), kind)
        };
        [new("佐藤", PersonaKind::B2c), new("田中", PersonaKind::B2b)]
    }

    #[test]
    fn rows_are_the_same_for_both_and_say_what_differs() {
        let [mut left, mut right] = pair();
        left.goals = vec!["早く".to_owned(), "安く".to_owned()];
        right.goals = vec!["安く".to_owned()];
        right.organisation.title = "部長".to_owned();
        right.extra = vec![ExtraField { name: "趣味".to_owned(), value: "釣り".to_owned() }];
        let rows = compare(&Project::default(), [&left, &right], Lang::Ja);
        let row = |name: &str| rows.iter().find(|row| row.name == name).unwrap();
        assert!(!row("年齢").differs());
        assert!(row("ゴール").differs() && row("ゴール").is_shared("安く") && !row("ゴール").is_shared("早く"));
        assert_eq!(row("役職").values, [vec![], vec!["部長".to_owned()]]);
        assert!(row("趣味").differs());
        assert!(rows.iter().all(|row| row.name != "性別"), "what nobody fills in is left out");
    }

    #[test]
    fn a_comparison_is_a_table_for_spreadsheets() {
        let [mut left, right] = pair();
        left.quote = "急いで\tいる\nから".to_owned();
        let fields = compare(&Project::default(), [&left, &right], Lang::Ja);
        let table = as_tsv([&left, &right], &fields, Lang::Ja);
        assert!(table.starts_with("\t\t佐藤\t田中\n"));
        assert!(table.contains("年齢\t=\t34歳\t34歳\n") && table.contains("\t≠\t急いで いる から\t\n"));
        assert!(table.lines().all(|line| line.matches('\t').count() == 3));
    }
}
