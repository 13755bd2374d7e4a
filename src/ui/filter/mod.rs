//! The filter bar over the map: which cards are brought forward, as saved views or choice by choice. It changes what is
//! shown, never the document; only saving a view does.

mod action;
mod answers;
mod author;
mod bar;
mod facet;
mod menu;
mod tags;
mod views;

#[cfg(test)]
pub(super) mod answers_tests;
#[cfg(test)]
mod tests;

pub(crate) use action::{FilterAction, command, farewell, narrow, perform, settle};
pub(crate) use answers::{answers_ui, has_answers};
pub(crate) use author::{Asked, Authors, writer_ui};
pub(crate) use bar::{bar_ui, funnel_ui, status_ui};
pub(crate) use views::numbered as view_command;

use crate::model::{CardFilter, FilterCounts, JourneyId, Project, SavedViewId};

/// What the bar remembers between frames.
#[derive(Default)]
pub(crate) struct FilterBar {
    /// Whether it is shown.
    pub(crate) open: bool,
    /// Whether the filter of the answers is shown on the map.
    pub(crate) answers: bool,
    /// The view whose name is being typed in the bar.
    naming: Option<SavedViewId>,
    /// What is typed to find a tag.
    tag_query: String,
    /// The tag whose new name is being typed, and the name.
    renaming_tag: Option<(String, String)>,
    counted: Option<Counted>,
}

/// Counts, and what they were counted from.
struct Counted {
    version: u64,
    journey: JourneyId,
    filter: CardFilter,
    counts: FilterCounts,
}

impl FilterBar {
    /// The counts of a journey under a filter; counted anew only when something changed.
    pub(crate) fn counts(
        &mut self,
        project: &Project,
        version: u64,
        journey: JourneyId,
        filter: &CardFilter,
    ) -> &FilterCounts {
        let is_known = self
            .counted
            .as_ref()
            .is_some_and(|known| known.version == version && known.journey == journey && known.filter == *filter);
        if !is_known {
            self.counted = None;
        }
        let count =
            || Counted { version, journey, filter: filter.clone(), counts: FilterCounts::of(project, journey, filter) };
        &self.counted.get_or_insert_with(count).counts
    }
}
