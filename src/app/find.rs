//! Finding a text in everything: all maps with their notes, all personas. Case, full and half width, hiragana and
//! katakana make no difference.

use super::Grid;
use crate::base::folded;
use crate::model::{Card, Handoff, Journey, JourneyId, Lane, Link, Persona, PersonaId, Phase, Project, RecordId, Step};

/// Where something found is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// On the map of a journey.
    Map(JourneyId),
    /// On the sheet of a persona.
    Persona(PersonaId),
}

/// A record that holds the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// Where it is shown.
    pub page: Page,
}

/// All records that hold the text, in the order in which one reads: map by map, names first and then lane by lane,
/// then the personas. Nothing for a blank text.
#[must_use]
pub fn find(project: &Project, text: &str) -> Vec<Hit> {
    let wanted = folded(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for journey in project.journeys_in_order() {
        find_in_journey(project, journey, &wanted, &mut hits);
    }
    let personas = project.personas_in_order().into_iter().filter(|persona| holds(&wanted, persona_texts(persona)));
    hits.extend(personas.map(|persona| Hit { record: persona.id.into(), page: Page::Persona(persona.id) }));
    hits
}

/// Where a record is shown; `None` for what has no page of its own.
#[must_use]
pub fn page_of(project: &Project, record: RecordId) -> Option<Page> {
    let of_step = |step| project.journey_of_step(step).map(Page::Map);
    match record {
        RecordId::Journey(id) => Some(Page::Map(id)),
        RecordId::Persona(id) => Some(Page::Persona(id)),
        RecordId::Phase(id) => project.phases.get(id).map(|phase| Page::Map(phase.journey)),
        RecordId::Lane(id) => project.lanes.get(id).map(|lane| Page::Map(lane.journey)),
        RecordId::Step(id) => of_step(id),
        RecordId::Card(id) => of_step(project.cards.get(id)?.step),
        RecordId::Mark(id) => of_step(project.marks.get(id)?.step),
        RecordId::Handoff(id) => of_step(project.handoffs.get(id)?.from),
        RecordId::Link(id) => of_step(project.links.get(id)?.from),
        _ => None,
    }
}

fn find_in_journey(project: &Project, journey: &Journey, wanted: &str, hits: &mut Vec<Hit>) {
    let Some(grid) = Grid::of(project, journey.id) else { return };
    let page = Page::Map(journey.id);
    let mut add = |record: RecordId, texts: Vec<&str>| {
        if holds(wanted, texts) {
            hits.push(Hit { record, page });
        }
    };
    add(journey.id.into(), journey_texts(journey));
    for columns in &grid.index.phases {
        add(columns.phase.id.into(), phase_texts(columns.phase));
        for step in &columns.steps {
            add(step.id.into(), step_texts(step));
        }
    }
    // What lies in a hidden lane is found too: the inspector shows it.
    for lane in &grid.index.lanes {
        add(lane.id.into(), lane_texts(lane));
        for step in &grid.steps {
            for card in grid.index.cell(lane.id, step.id) {
                add(card.id.into(), card_texts(card));
            }
        }
    }
    for step in &grid.steps {
        for handoff in grid.index.handoffs.values().filter(|handoff| handoff.from == step.id) {
            add(handoff.id.into(), handoff_texts(handoff));
        }
        for link in grid.index.links.iter().filter(|link| link.from == step.id) {
            add(link.id.into(), link_texts(link));
        }
    }
}

fn holds<'a>(wanted: &str, texts: impl IntoIterator<Item = &'a str>) -> bool {
    texts.into_iter().any(|text| folded(text).contains(wanted))
}

fn journey_texts(journey: &Journey) -> Vec<&str> {
    vec![&journey.title, &journey.scenario, &journey.expectations, &journey.competitor]
}

fn phase_texts(phase: &Phase) -> Vec<&str> {
    vec![&phase.name]
}

fn lane_texts(lane: &Lane) -> Vec<&str> {
    vec![&lane.title]
}

fn handoff_texts(handoff: &Handoff) -> Vec<&str> {
    vec![&handoff.note]
}

fn link_texts(link: &Link) -> Vec<&str> {
    vec![&link.label]
}

fn step_texts(step: &Step) -> Vec<&str> {
    let touchpoint = &step.touchpoint;
    vec![
        &step.name,
        &touchpoint.duration,
        &touchpoint.systems,
        &touchpoint.strengths,
        &touchpoint.weaknesses,
        &touchpoint.improvement,
    ]
}

fn card_texts(card: &Card) -> Vec<&str> {
    let (pain, opportunity) = (&card.pain, &card.opportunity);
    let own: [&str; 6] =
        [&card.text, &card.sources, &pain.frequency, &pain.root_cause, &opportunity.how_might_we, &opportunity.kpi];
    own.into_iter().chain(strings(&card.tags)).chain(strings(&pain.quotes)).collect()
}

fn persona_texts(persona: &Persona) -> Vec<&str> {
    let organisation = &persona.organisation;
    let own: [&str; 21] = [
        &persona.name,
        &persona.summary,
        &persona.quote,
        &persona.age,
        &persona.gender,
        &persona.area,
        &persona.job,
        &persona.family,
        &persona.income,
        &persona.lifestyle,
        &persona.devices,
        &persona.values,
        &persona.segment,
        &persona.evidence_note,
        &organisation.industry,
        &organisation.company_size,
        &organisation.department,
        &organisation.title,
        &organisation.authority,
        &organisation.approval_route,
        &organisation.kpi,
    ];
    let lists = [&persona.goals, &persona.motivations, &persona.pains, &persona.information_sources];
    let extra = persona.extra.iter().flat_map(|field| [field.name.as_str(), field.value.as_str()]);
    own.into_iter().chain(lists.into_iter().flat_map(|list| strings(list))).chain(extra).collect()
}

fn strings(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::base::OrderKey;
    use crate::edit::Command;
    use crate::model::{ExtraField, PersonaKind};

    #[test]
    fn width_case_and_kana_make_no_difference() {
        let (mut session, cell) = session();
        let card = add_card(&mut session, cell, "ＬＩＮＥでクーポンを受け取る");
        for text in ["line", "ｸｰﾎﾟﾝ", "くーぽん", "クーポン", "LINEで"] {
            let hits = find(session.project(), text);
            assert_eq!(hits.iter().map(|hit| hit.record).collect::<Vec<_>>(), [card.into()], "{text}");
        }
        assert!(find(session.project(), "メール").is_empty());
        assert!(find(session.project(), "  ").is_empty(), "nothing was asked for");
    }

    #[test]
    fn notes_tags_and_details_are_found_too() {
        let (mut session, cell) = session();
        let id = add_card(&mut session, cell, "a");
        let mut card = session.project().cards.get(id).unwrap().clone();
        card.tags = vec!["緊急".to_owned()];
        card.pain.quotes = vec!["待たされた".to_owned()];
        card.opportunity.how_might_we = "待ち時間を減らす".to_owned();
        session.run(&Command::Edit(card.into())).unwrap();
        for text in ["緊急", "待たされ", "待ち時間"] {
            assert_eq!(find(session.project(), text).len(), 1, "{text}");
        }
    }

    #[test]
    fn hits_come_in_reading_order_and_know_their_page() {
        let (mut session, cell) = session();
        let journey = session.journey().unwrap();
        let card = add_card(&mut session, cell, "coat");
        let mut step = session.project().steps.get(cell.step).unwrap().clone();
        step.name = "Buy a coat".to_owned();
        session.run(&Command::Edit(step.into())).unwrap();
        let persona: PersonaId = session.new_id();
        let mut record = Persona::new(persona, OrderKey::default(), PersonaKind::B2c);
        record.extra = vec![ExtraField { name: "Coats".to_owned(), value: "three".to_owned() }];
        session.run(&Command::Add { record: record.into(), before: None }).unwrap();
        let hits = find(session.project(), "COAT");
        let expected = [
            Hit { record: cell.step.into(), page: Page::Map(journey) },
            Hit { record: card.into(), page: Page::Map(journey) },
            Hit { record: persona.into(), page: Page::Persona(persona) },
        ];
        assert_eq!(hits, expected);
        for hit in hits {
            assert_eq!(page_of(session.project(), hit.record), Some(hit.page));
        }
    }
}
