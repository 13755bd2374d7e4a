//! A project as tables and text: workbooks that come back, CSV, Markdown and Mermaid. Made from the model, not from the scene.

/// Adds to a text what is put together; a text takes everything.
macro_rules! push {
    ($text:expr, $($parts:tt)*) => {{
        use std::fmt::Write as _;
        let written = write!($text, $($parts)*);
        debug_assert!(written.is_ok(), "a String takes everything");
    }};
}

mod csv;
mod figures;
mod markdown;
mod mermaid;
#[cfg(test)]
mod return_tests;
#[cfg(test)]
mod tests;
mod xlsx;

pub use csv::{table, to_csv};
pub use markdown::to_markdown;
pub use mermaid::to_mermaid;
pub use xlsx::to_xlsx;
#[cfg(test)]
pub use xlsx::with_base_of;
