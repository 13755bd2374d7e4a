//! What is said about copying and pasting, in sentences.

use super::plan::{Counts, Leftover, Plan, Why};
use crate::edit::RecordKind;
use crate::i18n::clip::ClipText as Text;
use crate::i18n::history::kind_name;
use crate::i18n::{Lang, fill, listed};

/// So many of the cells that have no place are named; the others are counted.
const MOST_NAMED: usize = 8;
/// So much of their text is shown, in letters.
const LONGEST: usize = 40;

/// So many of a kind: "3 cards".
#[must_use]
pub fn counted((kind, count): (RecordKind, usize), lang: Lang) -> String {
    match (kind, count) {
        (RecordKind::Card, 0) => Text::CellContent.text(lang).to_owned(),
        (RecordKind::Card, _) => number(count, Text::OneCard, Text::Cards, lang),
        _ => {
            let message = if count == 1 { Text::OneOf } else { Text::SeveralOf };
            fill(message.text(lang), &[("n", &count.to_string()), ("kind", kind_name(kind).text(lang))])
        }
    }
}

/// What a plan comes to: "12 cards into 3 lanes × 4 steps · 2 new steps".
#[must_use]
pub fn summary(plan: &Plan, lang: Lang) -> String {
    let Counts { cards, values, lanes, steps, new_phases, new_steps, new_lanes, new_channels } = plan.counts;
    let content = some(&[(cards, Text::OneCard, Text::Cards), (values, Text::OneValue, Text::Values)], lang);
    let new = some(
        &[
            (new_phases, Text::OneNewPhase, Text::NewPhases),
            (new_steps, Text::OneNewStep, Text::NewSteps),
            (new_lanes, Text::OneNewLane, Text::NewLanes),
            (new_channels, Text::OneNewChannel, Text::NewChannels),
        ],
        lang,
    );
    let mut parts = Vec::new();
    if !content.is_empty() {
        let what = content.join(Text::And.text(lang));
        let lanes = number(lanes, Text::OneLane, Text::Lanes, lang);
        let steps = number(steps, Text::OneStep, Text::Steps, lang);
        parts.push(fill(Text::Into.text(lang), &[("what", &what), ("lanes", &lanes), ("steps", &steps)]));
    }
    parts.extend(new);
    listed(&parts.iter().map(String::as_str).collect::<Vec<_>>(), lang)
}

/// That some cells have no place; `None` when all have one.
#[must_use]
pub fn leftover_count(plan: &Plan, lang: Lang) -> Option<String> {
    let count = plan.leftovers.len();
    (count > 0).then(|| number(count, Text::OneLeftover, Text::Leftovers, lang))
}

/// Which cells have no place, and why.
#[must_use]
pub fn leftover_lines(plan: &Plan, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = plan.leftovers.iter().take(MOST_NAMED).map(|left| line(left, lang)).collect();
    if let Some(more) = plan.leftovers.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        lines.push(fill(Text::MoreLeftovers.text(lang), &[("n", &more.to_string())]));
    }
    lines
}

fn line(left: &Leftover, lang: Lang) -> String {
    let why = match left.why {
        Why::NoLane => Text::NoLane,
        Why::NoEmotion => Text::NoEmotion,
        Why::NoLevel => Text::NoLevel,
        Why::NoDepartment => Text::NoDepartment,
        Why::NoText => Text::NoText,
    };
    let short: String = left.text.chars().take(LONGEST).collect();
    let text = if short.len() < left.text.len() { format!("{short}…") } else { short };
    let (row, column) = (left.row.to_string(), left.column.to_string());
    let values = [("row", row.as_str()), ("column", &column), ("text", &text), ("why", why.text(lang))];
    fill(Text::LeftoverLine.text(lang), &values)
}

fn some(counts: &[(usize, Text, Text)], lang: Lang) -> Vec<String> {
    let there = counts.iter().filter(|(count, ..)| *count > 0);
    there.map(|(count, one, several)| number(*count, *one, *several, lang)).collect()
}

fn number(count: usize, one: Text, several: Text, lang: Lang) -> String {
    if count == 1 { one.text(lang).to_owned() } else { fill(several.text(lang), &[("n", &count.to_string())]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_told_in_a_sentence() {
        let counts = Counts { cards: 12, lanes: 3, steps: 4, new_steps: 2, ..Counts::default() };
        let left = |n: usize| Leftover { row: n, column: 2, text: "長".repeat(60), why: Why::NoLane };
        let plan = Plan { counts, leftovers: (1..=10).map(left).collect(), ..Plan::default() };
        assert_eq!(summary(&plan, Lang::En), "12 cards into 3 lanes × 4 steps · 2 new steps");
        assert_eq!(summary(&plan, Lang::Ja), "カード12枚 → 3レーン × 4ステップ・新規ステップ2件");
        assert_eq!(leftover_count(&plan, Lang::En).unwrap(), "10 cells have no place");
        let lines = leftover_lines(&plan, Lang::Ja);
        assert_eq!(lines.len(), 9);
        assert!(lines[0].starts_with("1行2列「長長") && lines[0].contains('…'), "{}", lines[0]);
        assert_eq!(lines[8], "ほか2件");
        assert_eq!(counted((RecordKind::Card, 1), Lang::En), "1 card");
        assert_eq!(counted((RecordKind::Lane, 2), Lang::Ja), "レーン2件");
    }
}
