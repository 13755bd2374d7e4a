//! What a speaker needs to know about a page: how well it is founded, how many answers are behind its figures, where
//! they come from. Only what the display floor lets through.

use super::PageKind;
use crate::feedback::{Overlay, StepVoice};
use crate::i18n::answers::answers_words;
use crate::i18n::deck::NotesText;
use crate::i18n::domain::Named as _;
use crate::i18n::map::Map;
use crate::i18n::{Lang, date_text, fill, grouped, in_series};
use crate::layout::{HeadlineFigure, MapOptions, metric_name};
use crate::model::{Card, Evidence, JourneyId, JourneyState, PersonaId, Project, Step};
use std::collections::BTreeSet;

/// Sources of cards that are named; more would be read by nobody.
const MOST_SOURCES: usize = 8;

/// The notes of a page, a paragraph each.
#[must_use]
pub fn notes(kind: PageKind, project: &Project, overlay: Option<&Overlay>, options: &MapOptions) -> Vec<String> {
    match kind {
        PageKind::Map(journey) => of_steps(project, journey, &project.steps_in_journey(journey), overlay, options),
        PageKind::Phase(journey, phase) => of_steps(project, journey, &project.steps_of(phase), overlay, options),
        PageKind::Persona(persona) => of_persona(project, persona, options.lang),
        PageKind::Findings(journey) => heard(project, journey, overlay, options)
            .map_or_else(Vec::new, |overlay| sources(project, overlay, options.lang)),
        // A part of a poster is read with the others: no page speaks for itself.
        PageKind::Tile(..) => Vec::new(),
    }
}

fn of_steps(
    project: &Project,
    journey: JourneyId,
    steps: &[&Step],
    overlay: Option<&Overlay>,
    options: &MapOptions,
) -> Vec<String> {
    let mut notes = evidence(project, steps, options.lang);
    if let Some(overlay) = heard(project, journey, overlay, options) {
        notes.extend(sources(project, overlay, options.lang));
        notes.extend(steps.iter().map(|step| voice(step, overlay, options.lang)));
    }
    notes
}

/// The answers about a journey, if it is one that customers were asked about and a voice is wanted.
pub(in crate::export) fn heard<'a>(
    project: &Project,
    journey: JourneyId,
    overlay: Option<&'a Overlay>,
    options: &MapOptions,
) -> Option<&'a Overlay> {
    let is_ours = matches!(project.journeys.get(journey)?.state, JourneyState::AsIs | JourneyState::Hypothesis);
    overlay.filter(|overlay| is_ours && options.voice && overlay.rows > 0)
}

fn evidence(project: &Project, steps: &[&Step], lang: Lang) -> Vec<String> {
    let ids: BTreeSet<_> = steps.iter().map(|step| step.id).collect();
    let cards: Vec<&Card> = project.cards.iter().filter(|card| ids.contains(&card.step)).collect();
    if cards.is_empty() {
        return Vec::new();
    }
    let count = |level| cards.iter().filter(|card| card.evidence == level).count().to_string();
    let mut notes = vec![fill(
        NotesText::Evidence.text(lang),
        &[
            ("n", &cards.len().to_string()),
            ("researched", &count(Evidence::Researched)),
            ("partly", &count(Evidence::Partly)),
            ("assumed", &count(Evidence::Assumed)),
        ],
    )];
    let sources: BTreeSet<&str> =
        cards.iter().map(|card| card.sources.trim()).filter(|source| !source.is_empty()).collect();
    let named: Vec<&str> = sources.into_iter().take(MOST_SOURCES).collect();
    if !named.is_empty() {
        notes.push(fill(NotesText::CardSources.text(lang), &[("sources", &in_series(&named, lang))]));
    }
    notes
}

/// How many answers there are, from when and where, and which are shown.
pub(in crate::export) fn sources(project: &Project, overlay: &Overlay, lang: Lang) -> Vec<String> {
    let names: Vec<&str> = overlay.sources.iter().map(String::as_str).collect();
    let values = [("n", &*grouped(overlay.rows)), ("sources", &*in_series(&names, lang))];
    let mut notes = vec![fill(NotesText::Answers.text(lang), &values)];
    if let Some((first, last)) = &overlay.months {
        notes.push(fill(NotesText::Months.text(lang), &[("first", first), ("last", last)]));
    }
    if !overlay.filter.is_empty() {
        notes.push(fill(NotesText::Only.text(lang), &[("filter", &answers_words(&overlay.filter, lang))]));
    }
    if overlay.steps.values().any(|voice| matches!(voice, StepVoice::Hidden)) {
        notes.push(fill(NotesText::Floor.text(lang), &[("floor", &project.info.floor().to_string())]));
    }
    notes
}

/// What was measured of a step, in a sentence.
pub(in crate::export) fn voice(step: &Step, overlay: &Overlay, lang: Lang) -> String {
    let name = step_name(step, lang);
    let without = |label: Map| fill(label.text(lang), &[("step", name)]);
    let figures = match overlay.steps.get(&step.id) {
        None => return without(Map::NoDataLabel),
        Some(StepVoice::Hidden) => return without(Map::HiddenLabel),
        Some(StepVoice::Shown(figures)) => figures,
    };
    let Some(shown) = HeadlineFigure::of(figures) else { return without(Map::NoDataLabel) };
    fill(
        Map::VoiceLabel.text(lang),
        &[
            ("step", name),
            ("metric", metric_name(figures.headline).text(lang)),
            ("value", &shown.value_text()),
            ("low", &shown.words_of(shown.interval.low)),
            ("high", &shown.words_of(shown.interval.high)),
            ("n", &grouped(shown.n)),
        ],
    )
}

/// What a step is called.
pub(in crate::export) fn step_name(step: &Step, lang: Lang) -> &str {
    if step.name.is_empty() { Map::UntitledStep.text(lang) } else { &step.name }
}

fn of_persona(project: &Project, persona: PersonaId, lang: Lang) -> Vec<String> {
    let Some(persona) = project.personas.get(persona) else { return Vec::new() };
    let mut notes = vec![fill(NotesText::Persona.text(lang), &[("level", persona.evidence.name(lang))])];
    if !persona.evidence_note.trim().is_empty() {
        notes.push(fill(NotesText::CardSources.text(lang), &[("sources", persona.evidence_note.trim())]));
    }
    if let Some(share) = persona.share_percent {
        notes.push(fill(NotesText::Share.text(lang), &[("share", &share.to_string())]));
    }
    if let Some(date) = persona.reviewed_on {
        notes.push(fill(NotesText::Reviewed.text(lang), &[("date", &date_text(date, lang))]));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, today};
    use crate::store;

    fn example(text: &str) -> (Project, Overlay) {
        let project = store::from_text(text, &mut IdSource::seeded(1)).unwrap().project;
        let overlay = Overlay::new(&project);
        (project, overlay)
    }

    #[test]
    fn a_map_says_how_well_it_is_founded_and_how_many_were_asked() {
        for (text, lang) in [
            (include_str!("../../../examples/winter-coat.ron"), Lang::Ja),
            (include_str!("../../../examples/hotel-stay.ron"), Lang::En),
        ] {
            let (project, overlay) = example(text);
            let journey = project.journeys_in_order()[0].id;
            let options = MapOptions::everything(lang, today());
            let notes = notes(PageKind::Map(journey), &project, Some(&overlay), &options);
            let all = notes.join("\n");
            assert!(all.contains(&format!("n {}", grouped(overlay.rows))), "{all}");
            assert!(notes.len() >= project.steps_in_journey(journey).len(), "a line a step: {all}");
            assert!(!all.contains('{'), "{all}");
        }
    }

    #[test]
    fn what_the_floor_hides_is_not_told() {
        let (project, mut overlay) = example(include_str!("../../../examples/winter-coat.ron"));
        let journey = project.journeys_in_order()[0].id;
        let step = project.steps_in_journey(journey)[0];
        overlay.steps.insert(step.id, StepVoice::Hidden);
        let options = MapOptions::everything(Lang::Ja, today());
        let phase = step.phase;
        let notes = notes(PageKind::Phase(journey, phase), &project, Some(&overlay), &options);
        let told = notes.iter().find(|note| note.starts_with(&step.name)).unwrap();
        assert!(!told.contains("n "), "{told}");
        assert!(notes.iter().any(|note| note.contains("件未満")), "{notes:?}");
    }
}
