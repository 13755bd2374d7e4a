//! The checks of single values, and the errors they make.

use crate::model::Mark;
use crate::template::TemplateError;

/// Knows the file that errors name.
#[derive(Clone, Copy)]
pub(super) struct Check<'a> {
    pub(super) file: &'a str,
}

impl Check<'_> {
    /// An error when the text is empty or blank.
    pub(super) fn not_empty(self, at: &str, what: &'static str, text: &str) -> Result<(), TemplateError> {
        if text.trim().is_empty() {
            return Err(TemplateError::Empty { file: self.file.to_owned(), at: at.to_owned(), what });
        }
        Ok(())
    }

    /// The number when it is at most `top`, which `allowed` says in words.
    pub(super) fn at_most(
        self,
        at: &str,
        what: &'static str,
        value: u8,
        top: u8,
        allowed: &'static str,
    ) -> Result<u8, TemplateError> {
        if value > top { Err(self.out_of_range(at, what, &value.to_string(), allowed)) } else { Ok(value) }
    }

    /// A number from 1 to 5, or 0 when it is not stated.
    pub(super) fn one_to_five(self, at: &str, what: &'static str, value: u8) -> Result<u8, TemplateError> {
        self.at_most(at, what, value, 5, "1–5, or 0 for not stated")
    }

    /// A value on the emotion axis.
    pub(super) fn on_axis(self, at: &str, value: f32) -> Result<f32, TemplateError> {
        if (Mark::LOWEST..=Mark::HIGHEST).contains(&value) {
            return Ok(value);
        }
        Err(self.out_of_range(at, "an emotion", &value.to_string(), "−2 to +2"))
    }

    /// The error for a thing that is there twice.
    pub(super) fn twice(self, at: &str, kind: &'static str, key: &str) -> TemplateError {
        TemplateError::Twice { file: self.file.to_owned(), at: at.to_owned(), kind, key: key.to_owned() }
    }

    fn out_of_range(self, at: &str, what: &'static str, value: &str, allowed: &'static str) -> TemplateError {
        let (file, at, value) = (self.file.to_owned(), at.to_owned(), value.to_owned());
        TemplateError::OutOfRange { file, at, what, value, allowed }
    }
}
