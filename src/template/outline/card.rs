//! Cards in an outline: a text in quotes, or a text with what else is known of it in brackets.

use crate::base::Date;
use crate::model::{Evidence, OpportunityStatus};
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// A card. `"text"` is short for `(text: "text")`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct CardOutline {
    /// Its key in this outline, for the opportunities that answer it; keys count in the whole project.
    pub key: String,
    /// The text.
    pub text: String,
    /// How many further steps it reaches over.
    pub extra_span: u16,
    /// Key of the department that wrote it; left out, the step's.
    pub by: Option<String>,
    /// How well it is founded; left out, the step's.
    pub evidence: Option<Evidence>,
    /// What it is founded on.
    pub sources: String,
    /// Tags.
    pub tags: Vec<String>,
    /// Votes it got.
    pub votes: u32,
    /// Pain: severity 1–3.
    pub severity: u8,
    /// Pain: how often it happens.
    pub frequency: String,
    /// Pain: what customers said.
    pub quotes: Vec<String>,
    /// Pain: why it happens.
    pub root_cause: String,
    /// Pain or opportunity: key of the department that takes care of it.
    pub owner: Option<String>,
    /// Opportunity: keys of the pains it answers.
    pub answers: Vec<String>,
    /// Opportunity: "how might we …".
    pub how_might_we: String,
    /// Opportunity: impact 1–5.
    pub impact: u8,
    /// Opportunity: effort 1–5.
    pub effort: u8,
    /// Opportunity: when it is to be done.
    pub due: Option<Date>,
    /// Opportunity: what shows that it worked.
    pub kpi: String,
    /// Opportunity: how far it is.
    pub status: OpportunityStatus,
}

impl<'de> Deserialize<'de> for CardOutline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrBrackets)
    }
}

struct TextOrBrackets;

impl<'de> de::Visitor<'de> for TextOrBrackets {
    type Value = CardOutline;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a card: a text in quotes or (text: …)")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<CardOutline, E> {
        Ok(CardOutline { text: text.to_owned(), ..CardOutline::default() })
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<CardOutline, A::Error> {
        // With `remote = "Self"` serde derives this as a plain function, for the form in brackets only.
        CardOutline::deserialize(MapAccessDeserializer::new(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let cards: Vec<CardOutline> = ron::from_str(
            r#"["Waits", (text: "No news", severity: 3, evidence: Some(Partly), due: Some("2027-03-31"))]"#,
        )
        .unwrap();
        assert_eq!(cards[0], CardOutline { text: "Waits".to_owned(), ..CardOutline::default() });
        assert_eq!((cards[1].text.as_str(), cards[1].severity), ("No news", 3));
        assert_eq!(cards[1].evidence, Some(Evidence::Partly));
        assert_eq!(cards[1].due, Some(jiff::civil::date(2027, 3, 31)));
    }
}
