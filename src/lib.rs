//! Tabiji 旅路: customer-journey maps and personas for cross-department workshop teams.
//!
//! The modules are layers, lowest first; a module imports only from layers below its own
//! (see `ARCHITECTURE.md`; `tests/architecture.rs` enforces it).

// Layer 0
pub mod base;
// Layer 1
pub mod model;
// Layer 2
pub mod compare;
pub mod edit;
pub mod feedback;
pub mod insight;
pub mod merge;
pub mod store;
pub mod template;
// Layer 3
pub mod i18n;
pub mod look;
pub mod text;
// Layer 4
pub mod import;
pub mod layout;
// Layer 5
pub mod scene;
// Layer 6
pub mod export;
// Layer 7
pub mod app;
pub mod cli;
// Layer 8
pub mod ui;
