//! Layer 7: the session behind the window: state, actions, commands, jobs. Knows no egui.

mod history;
mod selection;
mod session;

pub use selection::{Cell, Selection};
pub use session::{Session, Snapshot};

#[cfg(test)]
mod testing;
