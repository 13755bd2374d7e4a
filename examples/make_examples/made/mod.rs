//! The files in `examples/` that are made from outlines, as bytes; shared with the test that they are current.

mod answers;
mod random;
mod spec;
mod table;

use spec::Survey;
use std::error::Error;
use std::path::Path;
use tabiji::base::IdSource;
use tabiji::model::Project;
use tabiji::template::Outline;

/// The examples: the name of their files, their language, and the seed of their ids.
pub const EXAMPLES: [(&str, &str, u64); 2] = [("winter-coat", "ja", 2026), ("hotel-stay", "en", 2027)];

/// A file's name and content.
pub type File = (String, Vec<u8>);

/// All files.
pub fn files(examples: &Path) -> Result<Vec<File>, Box<dyn Error>> {
    let mut files = Vec::new();
    for (name, _, seed) in EXAMPLES {
        project(examples, name, seed)?;
        files.push((survey_name(name), survey(examples, name)?));
    }
    Ok(files)
}

/// The name of an example's survey file; it says that no customer ever gave these answers.
pub fn survey_name(name: &str) -> String {
    format!("{name}-survey-made-up.csv")
}

/// An example's project, from its outline.
pub fn project(examples: &Path, name: &str, seed: u64) -> Result<Project, Box<dyn Error>> {
    let file = format!("{name}.ron");
    let text = std::fs::read_to_string(examples.join("outlines").join(&file))?;
    Ok(Outline::parse(&file, &text)?.build(&file, &mut IdSource::seeded(seed))?)
}

/// An example's survey, from its description.
pub fn survey(examples: &Path, name: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = std::fs::read_to_string(examples.join("outlines").join(format!("{name}.survey.ron")))?;
    let survey: Survey = ron::from_str(&text)?;
    table::csv(&survey, &answers::answers(&survey))
}
