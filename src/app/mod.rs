//! Layer 7: the session behind the window: state, actions, commands, jobs. Knows no egui.
