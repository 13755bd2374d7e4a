//! Layer 2: templates: journeys written as outlines, turned into projects.
