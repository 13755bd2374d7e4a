//! Layer 6: scenes to files: SVG, PNG.
