//! What the window can be asked to do. Plain data; [`super::update`] does it.

use super::canvas::MapAction;
use super::clipboard::ClipAction;
use super::filter::FilterAction;
use super::together::TogetherAction;
use crate::app::Example;
use crate::app::changes::Target;
use crate::app::keeper::Left;
use crate::app::settings::{Scale, ThemeChoice};
use crate::app::{AppCommand, MapView, View};
use crate::edit::Command;
use crate::i18n::Lang;
use crate::i18n::compare::CompareText;
use crate::i18n::structure::PhasePreset;
use crate::model::{JourneyId, PersonaId, Project, RecordId, StepId};
use std::path::PathBuf;

/// Something to be done after the frame is drawn.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// A command of the table.
    Do(AppCommand),
    /// Changes the document: one step of the history.
    Run(Command),
    /// Changes the document by typing: joins the step before if that came from the same field.
    Type {
        /// The change.
        command: Command,
        /// The field.
        field: u64,
    },
    /// About others' versions.
    Together(TogetherAction),
    /// Makes the to-be of a journey.
    MakeToBe(JourneyId),
    /// Shows the map in another way, and this journey of the pair that is compared.
    ShowMap(MapView, Option<JourneyId>),
    /// Compares these two journeys, or again an as-is with its to-be.
    ComparePair(Option<(JourneyId, JourneyId)>),
    /// Shows what a line of the list of changes is about.
    Jump(Target),
    /// What only the as-is has comes into the to-be again.
    BringBack(RecordId),
    /// Says something at the lower edge.
    Say(CompareText),
    /// Asks the four questions between two steps.
    AddHandoff(StepId, StepId),
    /// Goes on with what was not saved when the program ended unexpectedly.
    Restore(Box<Left>),
    /// Gives the journey the phases of a preset.
    UsePhases(PhasePreset),
    /// Selects records; the inspector shows them.
    Select(Vec<RecordId>),
    /// Goes to a record wherever it is: its page, selected, in sight.
    GoTo(RecordId),
    /// The search ends: back to where one was.
    EndFind,
    /// Shows another page of the project.
    Show(View),
    /// Shows a journey's map.
    ShowJourney(JourneyId),
    /// Shows a persona's sheet.
    ShowPersona(PersonaId),
    /// A new project from a template.
    New(&'static str),
    /// Shows a project that was brought in, and says so.
    NewProject(Box<Project>, String),
    /// Opens a finished example.
    OpenExample(Example),
    /// Opens a file.
    OpenFile(PathBuf),
    /// Takes a file off the list of recent ones; the file stays.
    Forget(PathBuf),
    /// Asks for a picture for a persona.
    PickPortrait(PersonaId),
    /// Reads a picture file for a persona.
    PortraitFile(PersonaId, PathBuf),
    /// Begins the import of a feedback file.
    FeedbackFiles(Vec<PathBuf>),
    /// Shows what a file would be as a map.
    ImportMap(PathBuf),
    /// A file was dropped that nothing can be done with.
    NotUsable(PathBuf),
    /// A name of the feedback means a step from now on.
    AssignName(String, StepId),
    /// Tells the person something in passing.
    Tell(String),
    /// Another language of the window.
    SetLang(Lang),
    /// Another size of the interface.
    SetScale(Scale),
    /// Things appear at once instead of moving, or not.
    ReduceMotion(bool),
    /// Other colours.
    SetTheme(ThemeChoice),
    /// Another zoom of the map; 1 is its true size.
    SetZoom(f32),
    /// What is done with the clipboard.
    Clip(ClipAction),
    /// What the canvas asks for.
    Map(MapAction),
    /// What the filter bar asks for.
    Filter(FilterAction),
}
