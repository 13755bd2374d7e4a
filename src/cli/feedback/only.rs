//! The answers that the person asked for: a filter whose names all occur, or a sentence that says which do.

use crate::base::normalized;
use crate::cli::Failure;
use crate::cli::args::{FeedbackArgs, PeriodArg};
use crate::feedback::{Facets, Survey};
use crate::i18n::domain::Named as _;
use crate::i18n::feedback::FeedbackText as Text;
use crate::i18n::{Lang, fill, listed};
use crate::model::{ColumnRole, FeedbackFilter};

/// The filter of the command line.
pub(super) fn filter(
    args: &FeedbackArgs,
    survey: impl FnOnce() -> Survey,
    lang: Lang,
) -> Result<FeedbackFilter, Failure> {
    let PeriodArg { from, to } = args.period.clone().unwrap_or(PeriodArg { from: None, to: None });
    let wanted = FeedbackFilter {
        from,
        to,
        channels: args.channels.clone(),
        segments: args.segments.clone(),
        personas: args.personas.clone(),
    };
    if wanted.is_empty() {
        return Ok(wanted);
    }
    let facets = Facets::of(&survey());
    months(&wanted, &facets, lang)?;
    Ok(FeedbackFilter {
        channels: known(&wanted.channels, &facets.channels, ColumnRole::Channel, lang)?,
        segments: known(&wanted.segments, &facets.segments, ColumnRole::Segment, lang)?,
        personas: known(&wanted.personas, &facets.personas, ColumnRole::Persona, lang)?,
        ..wanted
    })
}

fn months(wanted: &FeedbackFilter, facets: &Facets, lang: Lang) -> Result<(), Failure> {
    let is_in = |month: &String| {
        wanted.from.as_ref().is_none_or(|from| month >= from) && wanted.to.as_ref().is_none_or(|to| month <= to)
    };
    if !wanted.has_period() || facets.months.iter().any(is_in) {
        return Ok(());
    }
    let ends = facets.months.first().zip(facets.months.last());
    Err(Failure(match ends {
        Some((from, to)) => fill(Text::NothingThen.text(lang), &[("from", from), ("to", to)]),
        None => Text::NoDates.text(lang).to_owned(),
    }))
}

/// The names as the files write them.
fn known(wanted: &[String], known: &[String], role: ColumnRole, lang: Lang) -> Result<Vec<String>, Failure> {
    let name = |wanted: &String| {
        let found = known.iter().find(|known| normalized(known) == normalized(wanted)).cloned();
        found.ok_or_else(|| {
            let role = role.name(lang);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            Failure(if known.is_empty() {
                fill(Text::NoParts.text(lang), &[("role", role)])
            } else {
                let known = listed(&known, lang);
                fill(Text::NoSuchPart.text(lang), &[("role", role), ("wanted", wanted), ("known", &known)])
            })
        })
    };
    wanted.iter().map(name).collect()
}
