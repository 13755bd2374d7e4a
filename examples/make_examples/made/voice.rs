//! Reads an example's survey into its project, as a person would: everything as guessed, every suggestion confirmed.

use super::Example;
use std::error::Error;
use std::sync::atomic::AtomicBool;
use tabiji::base::{Date, IdSource};
use tabiji::feedback::{Matcher, Meaning, NameKind, Target, preview, read};
use tabiji::model::{Alias, Project, StepAnswers};

/// The day on which the examples' surveys were imported.
const IMPORTED_ON: Date = jiff::civil::date(2026, 11, 19);

/// Puts the survey into the project.
pub fn add(project: &mut Project, example: Example, survey: &[u8], ids: &mut IdSource) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(example.survey_file());
    tabiji::store::write_atomically(&path, survey)?;
    let outcome = read(&path, &preview(&path)?.plan, &mut |_| {}, &AtomicBool::new(false))?;
    let rows = |answers: &StepAnswers| answers.slices.first().map_or(0, |whole| whole.rows);
    let names: Vec<(NameKind, String, u64)> =
        outcome.answers.iter().map(|answers| (NameKind::Step, answers.name.clone(), rows(answers))).collect();
    for found in Matcher::new(project).matches(&names) {
        if let Meaning::Suggested(Target::Step(step)) = found.meaning {
            project.aliases.put(Alias { name: found.name, ..Alias::new(ids.next(), step) });
        }
    }
    let mut data_set = outcome.into_data_set(ids.next(), Some(IMPORTED_ON));
    example.survey.clone_into(&mut data_set.name);
    project.data_sets.put(data_set);
    Ok(())
}
