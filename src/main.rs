//! Starts Tabiji: the command line, or the window.

fn main() {}
