//! The files in `examples/` that are made from outlines, as bytes; shared with the test that they are current.

mod answers;
mod random;
mod spec;
mod table;
mod voice;

use spec::Survey;
use std::error::Error;
use std::path::Path;
use tabiji::base::IdSource;
use tabiji::model::Project;
use tabiji::template::Outline;

/// An example.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What its files are called.
    pub name: &'static str,
    /// What its survey is called in the project.
    pub survey: &'static str,
    /// Where its ids start.
    seed: u64,
}

/// The examples.
pub const EXAMPLES: [Example; 2] = [
    Example { name: "winter-coat", survey: "来店後アンケート Q3（架空）", seed: 2026 },
    Example { name: "hotel-stay", survey: "Guest survey Q3 (made up)", seed: 2027 },
];

/// A file's name and content.
pub type File = (String, Vec<u8>);

/// All files.
pub fn files(examples: &Path) -> Result<Vec<File>, Box<dyn Error>> {
    let mut files = Vec::new();
    for example in EXAMPLES {
        let text = tabiji::store::to_text(&example.project(examples)?)?;
        files.push((format!("{}.ron", example.name), text.into_bytes()));
        files.push((example.survey_file(), example.survey(examples)?));
    }
    Ok(files)
}

impl Example {
    /// The name of the survey file; it says that no customer ever gave these answers.
    pub fn survey_file(self) -> String {
        format!("{}-survey-made-up.csv", self.name)
    }

    /// The project from its outline, with its survey.
    pub fn project(self, examples: &Path) -> Result<Project, Box<dyn Error>> {
        let file = format!("{}.ron", self.name);
        let text = std::fs::read_to_string(examples.join("outlines").join(&file))?;
        let mut ids = IdSource::seeded(self.seed);
        let mut project = Outline::parse(&file, &text)?.build(&file, &mut ids)?;
        voice::add(&mut project, self, &self.survey(examples)?, &mut ids)?;
        Ok(project)
    }

    /// The survey file from its description.
    pub fn survey(self, examples: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
        let text = std::fs::read_to_string(examples.join("outlines").join(format!("{}.survey.ron", self.name)))?;
        let survey: Survey = ron::from_str(&text)?;
        table::csv(&survey, &answers::answers(&survey))
    }
}
