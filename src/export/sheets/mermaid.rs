//! Journeys as Mermaid's `journey`: score = emotion + 3, actors are the personas who feel so.

use crate::i18n::Lang;
use crate::i18n::sheets::SheetText as Text;
use crate::import::NO_EMOTION;
use crate::import::workbook::tidy;
use crate::model::{JourneyId, JourneyIndex, Mark, MarkSource, PersonaId, Project, Step};

/// Journeys as Mermaid: one alone, several in the fences of a Markdown document.
#[must_use]
pub fn to_mermaid(project: &Project, journeys: &[JourneyId], lang: Lang) -> String {
    let diagrams: Vec<String> = journeys
        .iter()
        .filter_map(|id| JourneyIndex::new(project, *id))
        .map(|index| diagram(project, &index, lang))
        .collect();
    match diagrams.as_slice() {
        [one] => one.clone(),
        several => several.iter().map(|diagram| format!("```mermaid\n{diagram}```\n")).collect::<Vec<_>>().join("\n"),
    }
}

pub(super) fn diagram(project: &Project, index: &JourneyIndex<'_>, lang: Lang) -> String {
    let mut text = String::from("journey\n");
    let title = plain(&index.journey.title);
    if !title.is_empty() {
        push!(text, "    title {title}\n");
    }
    for phase in &index.phases {
        push!(text, "    section {}\n", named(&phase.phase.name, lang));
        for step in &phase.steps {
            task(&mut text, project, index, step, lang);
        }
    }
    text
}

fn task(text: &mut String, project: &Project, index: &JourneyIndex<'_>, step: &Step, lang: Lang) {
    let lead = index.journey.personas.first().copied();
    let agreed: Vec<&Mark> = index.marks.get(&step.id).into_iter().flatten().copied().collect();
    let agreed = agreed.into_iter().filter(|mark| mark.source == MarkSource::Agreed).collect::<Vec<_>>();
    let of = |mark: &Mark| mark.persona.or(lead);
    // One score a task: that of whoever leads, else of the first who feels anything.
    let leading = agreed.iter().find(|mark| of(mark) == lead).or_else(|| agreed.first());
    let name = named(&step.name, lang);
    let Some(mark) = leading else {
        push!(text, "      {NO_EMOTION}\n      {name}: 3\n");
        return;
    };
    let value = Mark::on_axis(mark.value, false);
    let score = Mark::on_axis(value, false) + 3.0;
    let score = format!("{}", (score * 100.0).round() / 100.0);
    let alike = agreed.iter().filter(|other| (other.value - mark.value).abs() < 0.005);
    let mut personas: Vec<PersonaId> = alike.filter_map(|mark| of(mark)).collect();
    personas.sort_by_key(|id| index.journey.personas.iter().position(|known| known == id));
    personas.dedup();
    let actors: Vec<String> = personas
        .iter()
        .filter_map(|id| project.personas.get(*id))
        .map(|persona| plain(&persona.name).replace(',', "，"))
        .filter(|name| !name.is_empty())
        .collect();
    let actors = if actors.is_empty() { String::new() } else { format!(": {}", actors.join(", ")) };
    push!(text, "      {name}: {score}{actors}\n");
    for other in agreed.iter().filter(|other| (other.value - mark.value).abs() >= 0.005) {
        // Mermaid has one score for all; what others feel is left to be read.
        let who = of(other).and_then(|id| project.personas.get(id)).map(|persona| plain(&persona.name));
        let who = who.unwrap_or_default();
        let figure = (Mark::on_axis(other.value, false) + 3.0) * 100.0;
        push!(text, "      %% {who} {}\n", figure.round() / 100.0);
    }
}

/// A name on one line, without what Mermaid takes for its own.
fn plain(text: &str) -> String {
    let one_line = tidy(text).replace(['\n', '\t'], " ");
    let spelled: String = one_line
        .chars()
        .map(|c| match c {
            ':' => '：',
            ';' => '；',
            '#' => '＃',
            other => other,
        })
        .collect();
    let spelled = spelled.trim().to_owned();
    if spelled.starts_with("%%") { spelled.replacen("%%", "％％", 1) } else { spelled }
}

/// A name that a line may begin with: never empty, never a keyword of the language.
fn named(text: &str, lang: Lang) -> String {
    const KEYWORDS: [&str; 5] = ["title", "section", "acctitle", "accdescr", "journey"];
    let name = plain(text);
    let first = name.split(|c: char| c.is_whitespace() || c == '{').next().unwrap_or_default().to_lowercase();
    if name.is_empty() {
        Text::Untitled.text(lang).to_owned()
    } else if KEYWORDS.contains(&first.as_str()) || name.starts_with(['`', '~']) || name == "---" {
        // A sign that is not seen keeps the parser from taking the name for its own word.
        format!("\u{200b}{name}")
    } else {
        name
    }
}
