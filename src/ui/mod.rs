//! Layer 8: the window. The only place that names egui.
