//! Layer 3: how things look: theme tokens, palettes, icons.
