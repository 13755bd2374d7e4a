//! What the window shows besides the document. Neither saved with it nor undone.

/// The page in the middle of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Templates, examples, recent files.
    #[default]
    Start,
    /// The journey map.
    Map,
    /// The personas.
    Personas,
    /// Imported feedback.
    Feedback,
}

/// How the map is shown when there is another one to compare it with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MapView {
    /// One map.
    #[default]
    Alone,
    /// Both maps, step under step.
    Beside,
    /// The to-be with what the as-is had besides.
    Overlaid,
}

/// Page and panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewState {
    /// The page.
    pub view: View,
    /// Whether the outline on the left is open.
    pub outline: bool,
    /// Whether the inspector on the right is open.
    pub inspector: bool,
    /// Whether the help sheet is open.
    pub help: bool,
}

impl ViewState {
    /// On the start page, with these panels.
    #[must_use]
    pub fn with_panels(outline: bool, inspector: bool) -> Self {
        Self { outline, inspector, ..Self::default() }
    }
}

impl Default for ViewState {
    fn default() -> Self {
        Self { view: View::Start, outline: true, inspector: true, help: false }
    }
}
