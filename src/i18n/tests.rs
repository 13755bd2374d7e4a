//! What holds for every text of every catalogue.

use super::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A message: the name of its catalogue, its own name, its text in English and in Japanese.
type Message = (&'static str, String, [&'static str; 2]);

macro_rules! catalogues {
    ($( $module:ident :: $name:ident, )*) => {
        const CATALOGUES: &[&str] = &[$( concat!(stringify!($module), "::", stringify!($name)), )*];

        fn messages() -> Vec<Message> {
            let mut all = Vec::new();
            $( all.extend(super::$module::$name::ALL.iter().map(|message| (
                concat!(stringify!($module), "::", stringify!($name)),
                format!("{message:?}"),
                [message.text(Lang::En), message.text(Lang::Ja)],
            ))); )*
            all
        }
    };
}

catalogues! {
    access::AccessText,
    access::RegionName,
    answers::AnswersText,
    arrival::ArrivalText,
    arrival::NamesText,
    arrival::TrayText,
    access::DisplayText,
    check::ProblemText,
    keeping::KeepText,
    keeping::LeftText,
    keeping::ReasonText,
    check::RemedyText,
    check::FieldName,
    cli::CliText,
    cli::NoWindowText,
    cli::CheckText,
    cli::ImportText,
    cli::MakeText,
    clip::ClipText,
    together::TogetherText,
    together::ContributionText,
    together::StatesText,
    merge::DifferenceText,
    merge::FieldTitle,
    merge::MergeText,
    commands::CommandName,
    commands::CommandHelp,
    commands::MenuTitle,
    commands::NeedText,
    commands::NewName,
    curves::CurvesText,
    domain::LaneTitle,
    compare::CompareText,
    deck::DeckText,
    deck::ChartText,
    deck::NotesText,
    domain::ChannelName,
    domain::Choice,
    domain::TopicLetter,
    export::ExportText,
    export::ExportDialogText,
    export::LegibleText,
    insight::InsightText,
    export::PageText,
    feedback::RoleName,
    feedback::ReasonText,
    feedback::FeedbackProblem,
    feedback::FeedbackText,
    feedback_page::FeedbackPageText,
    filter::FilterText,
    filter_bar::FilterBarText,
    files::OpenText,
    files::SaveText,
    files::NoticeText,
    history::HistoryVerb,
    html::HtmlText,
    history::KindName,
    history::HistoryText,
    history::RefusedText,
    import::ImportDialogText,
    import::ImportErrorText,
    import::NoteText,
    import::ReviewText,
    inspector::InspectorText,
    lanes::LaneList,
    lanes::LanePurpose,
    map::Map,
    persona::PersonaText,
    present::PresentText,
    present::PresentKeyText,
    sheets::SheetText,
    shell::ShellText,
    shell::KindName,
    sources::SourcesText,
    start::StartText,
    structure::EmptyMapText,
    structure::HandoffText,
    structure::LinkText,
    structure::PresetText,
    structure::SizeText,
    work::PictureText,
    work::JobText,
}

/// The names in braces.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_text_is_there_in_both_languages() {
    for (catalogue, name, texts) in messages() {
        for text in texts {
            assert!(!text.trim().is_empty(), "{catalogue}::{name} is empty");
        }
    }
}

#[test]
fn both_languages_of_a_message_put_in_the_same_values() {
    for (catalogue, name, [english, japanese]) in messages() {
        assert_eq!(placeholders(english), placeholders(japanese), "{catalogue}::{name}");
    }
}

#[test]
fn sentences_are_punctuated_as_their_language_does() {
    for (catalogue, name, [english, japanese]) in messages() {
        assert!(!english.contains(['。', '、', '（', '：']), "{catalogue}::{name}: {english}");
        assert!(!japanese.ends_with('.') && !japanese.contains(", "), "{catalogue}::{name}: {japanese}");
        assert!(!japanese.contains('～'), "{catalogue}::{name}: the sign for a range is 〜");
    }
}

#[test]
fn no_catalogue_is_forgotten_here() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n");
    let mut found = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        found += source.lines().filter(|line| *line == "messages! {").count();
    }
    assert_eq!(CATALOGUES.len(), found);
}
