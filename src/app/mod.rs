//! Layer 7: the session behind the window: state, actions, commands, jobs. Knows nothing of the window's toolkit.

pub mod actions;
pub mod changes;
pub mod clip;
mod commands;
pub mod comparison;
pub mod crash;
pub mod curves;
mod examples;
mod filter;
pub mod find;
pub mod fuzzy;
mod grid;
mod history;
pub mod jobs;
pub mod keeper;
pub mod pictures;
mod present;
pub mod recovery;
mod selection;
mod session;
pub mod settings;
pub mod together;
mod update;
mod view;
pub mod walk;

pub use crate::model::Cell;
pub use commands::{AppCommand, Key, Menu, Needs, Shortcut, Situation};
pub use examples::Example;
pub use filter::MapFilter;
pub use grid::{Block, Grid};
pub use present::{Clock, Cover, PresentCommand, PresentKey, Presentation, Timer};
pub use selection::Selection;
pub use session::{Session, Snapshot};
pub use update::{Outcome, perform, run_action, set_emotion};
pub use view::{MapView, View, ViewState};

#[cfg(test)]
mod command_tests;
#[cfg(test)]
mod redraw_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod update_tests;
#[cfg(test)]
mod walk_tests;
