//! A project as a document to read: its journeys with tables phase by phase, its personas, opportunities and figures.

use super::csv;
use super::figures::{Figure, Said, figures};
use crate::feedback::Overlay;
use crate::i18n::domain::{LaneTitle, Named as _};
use crate::i18n::inspector::InspectorText as Inspector;
use crate::i18n::persona::PersonaText;
use crate::i18n::sheets::SheetText as Text;
use crate::i18n::{Lang, fill, grouped, listed};
use crate::import::workbook::{
    CHANNELS, Carried, CarriedMap, EXTRA, Fields, KIND, PERSONA_FIELDS, carried, opportunity_title, tidy,
};
use crate::model::{JourneyId, Project};

/// Columns of the table of opportunities.
const OPPORTUNITY: [&str; 8] = ["text", "step", "answers", "impact", "effort", "owner", "due", "status"];

/// Journeys as a Markdown document.
#[must_use]
pub fn to_markdown(project: &Project, journeys: &[JourneyId], overlay: Option<&Overlay>, lang: Lang) -> String {
    let carried = carried(project, journeys, lang);
    let mut text = String::new();
    let title = escaped(&tidy(&project.info.title));
    heading(&mut text, 1, if title.is_empty() { Text::Untitled.text(lang) } else { &title });
    paragraph(&mut text, &tidy(&project.info.note));
    for map in &carried.maps {
        journey(&mut text, project, map, lang);
    }
    opportunities(&mut text, &carried, lang);
    personas(&mut text, &carried, lang);
    if let Some(overlay) = overlay {
        metrics(&mut text, project, &figures(project, journeys, overlay, lang), lang);
    }
    text
}

fn journey(text: &mut String, project: &Project, map: &CarriedMap, lang: Lang) {
    heading(text, 2, &escaped(&map.title));
    if let Some(journey) = project.journeys.get(map.id) {
        let personas = journey.personas.iter().filter_map(|id| project.personas.get(*id)).map(|p| tidy(&p.name));
        let mut about = vec![journey.state.name(lang).to_owned()];
        about.extend(personas.filter(|name| !name.is_empty()));
        paragraph(text, &listed(&about.iter().map(String::as_str).collect::<Vec<_>>(), lang));
        for (title, words) in
            [(Inspector::Scenario, &journey.scenario), (Inspector::Expectations, &journey.expectations)]
        {
            labelled(text, title.text(lang), &tidy(words));
        }
    }
    let rows = csv::rows(project, map, csv::Curves::All, lang);
    for (phase, (_, name)) in map.phases.iter().enumerate() {
        let name = if name.is_empty() { Text::Untitled.text(lang) } else { name };
        heading(text, 3, &escaped(name));
        let steps: Vec<usize> = (0..map.steps.len()).filter(|at| map.steps[*at].phase == phase).collect();
        if steps.is_empty() {
            paragraph(text, Text::NoStep.text(lang));
            continue;
        }
        // The first row names the phases, which stand in the heading.
        let table = rows.iter().skip(1).map(|row| {
            let cell = |at: &usize| row.get(at + 1).cloned().unwrap_or_default();
            std::iter::once(row.first().cloned().unwrap_or_default()).chain(steps.iter().map(cell)).collect::<Vec<_>>()
        });
        let table: Vec<Vec<String>> = table.collect();
        let (head, body) = table.split_first().map_or((&[][..], &[][..]), |(head, body)| (head.as_slice(), body));
        let is_filled = |row: &&Vec<String>| row.iter().skip(1).any(|cell| !cell.is_empty());
        write_table(text, head, &body.iter().filter(is_filled).cloned().collect::<Vec<_>>());
    }
}

fn opportunities(text: &mut String, carried: &Carried, lang: Lang) {
    if carried.opportunities.is_empty() {
        return;
    }
    heading(text, 2, LaneTitle::Opportunity.text(lang));
    let head: Vec<String> = OPPORTUNITY.iter().map(|key| opportunity_title(key, lang).to_owned()).collect();
    let row = |fields: &Fields| OPPORTUNITY.iter().map(|key| fields.get(*key).cloned().unwrap_or_default()).collect();
    let rows: Vec<Vec<String>> = carried.opportunities.iter().map(|(_, fields)| row(fields)).collect();
    write_table(text, &head, &rows);
}

fn personas(text: &mut String, carried: &Carried, lang: Lang) {
    if carried.personas.is_empty() {
        return;
    }
    heading(text, 2, Text::Personas.text(lang));
    for (_, fields) in &carried.personas {
        let field = |key: &str| fields.get(key).map_or("", String::as_str);
        let name = if field("name").is_empty() { Text::Untitled.text(lang) } else { field("name") };
        heading(text, 3, &escaped(name));
        paragraph(text, &field("summary").replace('\n', " "));
        if !field("quote").is_empty() {
            let quote = field("quote").lines().map(|line| format!("> {}", escaped(line)));
            text.push_str(&quote.collect::<Vec<_>>().join("\n"));
            text.push_str("\n\n");
        }
        let shown = PERSONA_FIELDS.iter().copied().flatten().filter(|f| !["name", "summary", "quote"].contains(&f.key));
        let mut lines = vec![(Text::Kind.text(lang), field(KIND))];
        lines.extend(shown.map(|f| (f.title.text(lang), field(f.key))));
        lines.push((PersonaText::Channels.text(lang), field(CHANNELS)));
        lines.extend(fields.iter().filter_map(|(key, text)| Some((key.strip_prefix(EXTRA)?, text.as_str()))));
        for (title, words) in lines.into_iter().filter(|(_, words)| !words.is_empty()) {
            let words = words.lines().map(escaped).collect::<Vec<_>>().join("<br>");
            push!(text, "- **{}**: {words}\n", escaped(title));
        }
        text.push('\n');
    }
}

fn metrics(text: &mut String, project: &Project, figures: &[Figure], lang: Lang) {
    if figures.is_empty() {
        return;
    }
    heading(text, 2, Text::Metrics.text(lang));
    paragraph(text, Text::HowToMetrics.text(lang));
    let heads =
        [Text::Journey, Text::Phase, Text::Step, Text::Metric, Text::Answers, Text::Value, Text::Low, Text::High];
    let heads: Vec<String> = heads.iter().map(|head| head.text(lang).to_owned()).collect();
    let floor = project.info.floor().to_string();
    let rows = figures.iter().map(|figure| {
        let mut row = vec![figure.journey.clone(), figure.phase.clone(), figure.step.clone()];
        match &figure.said {
            Said::Value { metric, n, value, .. } => {
                row.extend([metric.clone(), grouped(*n)]);
                row.extend([value.value, value.low, value.high].map(|number| format!("{number:.1}")));
            }
            Said::Hidden => row.push(fill(Text::Hidden.text(lang), &[("floor", &floor)])),
            Said::NoData => row.push(Text::NoData.text(lang).to_owned()),
        }
        row.resize(heads.len(), String::new());
        row
    });
    write_table(text, &heads, &rows.collect::<Vec<_>>());
}

fn heading(text: &mut String, level: usize, words: &str) {
    let words = words.replace('\n', " ");
    push!(text, "{} {words}\n\n", "#".repeat(level));
}

fn paragraph(text: &mut String, words: &str) {
    if !words.is_empty() {
        text.push_str(&words.lines().map(escaped).collect::<Vec<_>>().join("  \n"));
        text.push_str("\n\n");
    }
}

fn labelled(text: &mut String, label: &str, words: &str) {
    if !words.is_empty() {
        let words = words.lines().map(escaped).collect::<Vec<_>>().join("  \n");
        push!(text, "**{label}**: {words}\n\n");
    }
}

fn write_table(text: &mut String, head: &[String], rows: &[Vec<String>]) {
    let line = |cells: &[String]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| cell.lines().map(escaped).collect::<Vec<_>>().join("<br>")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    text.push_str(&line(head));
    push!(text, "|{}\n", " --- |".repeat(head.len()));
    for row in rows {
        text.push_str(&line(row));
    }
    text.push('\n');
}

/// A text that Markdown shows as it stands.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\t' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    // What stands at the beginning of a line may make a list of it.
    match escaped.chars().next() {
        Some('-' | '+' | '=') => format!("\\{escaped}"),
        Some(first)
            if first.is_ascii_digit()
                && escaped.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']) =>
        {
            let digits = escaped.chars().take_while(char::is_ascii_digit).count();
            format!("{}\\{}", &escaped[..digits], &escaped[digits..])
        }
        _ => escaped,
    }
}
