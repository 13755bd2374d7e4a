//! Keyboard shortcuts as plain data; the window maps them to its own keys.

use std::fmt;

/// A key that shortcuts use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter (upper case) or digit.
    Char(char),
    /// A function key.
    F(u8),
    /// +
    Plus,
    /// −
    Minus,
    /// =
    Equals,
    /// Enter.
    Enter,
    /// Tab.
    Tab,
    /// Escape.
    Escape,
    /// The space bar, held.
    Space,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// The key of the context menu.
    Menu,
    /// Letters being typed: no single key.
    Letters,
    /// A number being typed: no single key.
    Number,
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
}

/// A key with modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// Ctrl (Command on a Mac).
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// The key.
    pub key: Key,
}

impl Shortcut {
    /// The key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { ctrl: false, shift: false, alt: false, key }
    }

    /// With Ctrl.
    #[must_use]
    pub const fn ctrl(key: Key) -> Self {
        Self { ctrl: true, ..Self::plain(key) }
    }

    /// With Ctrl and Shift.
    #[must_use]
    pub const fn ctrl_shift(key: Key) -> Self {
        Self { shift: true, ..Self::ctrl(key) }
    }

    /// With Shift.
    #[must_use]
    pub const fn shift(key: Key) -> Self {
        Self { shift: true, ..Self::plain(key) }
    }

    /// With Alt and Shift.
    #[must_use]
    pub const fn alt_shift(key: Key) -> Self {
        Self { shift: true, ..Self::alt(key) }
    }

    /// With Alt.
    #[must_use]
    pub const fn alt(key: Key) -> Self {
        Self { alt: true, ..Self::plain(key) }
    }
}

impl Key {
    /// Whether it stands for many keys or one that is held: shown in the table, but not matched with a key press.
    #[must_use]
    pub const fn is_many(self) -> bool {
        matches!(self, Self::Letters | Self::Number | Self::Space)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(c) => write!(f, "{c}"),
            Self::F(n) => write!(f, "F{n}"),
            Self::Plus => f.write_str("+"),
            Self::Minus => f.write_str("−"),
            Self::Equals => f.write_str("="),
            Self::Enter => f.write_str("Enter"),
            Self::Tab => f.write_str("Tab"),
            Self::Escape => f.write_str("Esc"),
            Self::Space => f.write_str("Space"),
            Self::Backspace => f.write_str("Backspace"),
            Self::Delete => f.write_str("Delete"),
            Self::Home => f.write_str("Home"),
            Self::End => f.write_str("End"),
            Self::PageUp => f.write_str("PageUp"),
            Self::PageDown => f.write_str("PageDown"),
            Self::Menu => f.write_str("Menu"),
            Self::Letters => f.write_str("a–z あ"),
            Self::Number => f.write_str("−2 … 2"),
            Self::Left => f.write_str("←"),
            Self::Right => f.write_str("→"),
            Self::Up => f.write_str("↑"),
            Self::Down => f.write_str("↓"),
        }
    }
}

/// As keyboards are labelled: `Ctrl+Shift+S`.
impl fmt::Display for Shortcut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl"), (self.alt, "Alt"), (self.shift, "Shift")] {
            if held {
                write!(f, "{name}+")?;
            }
        }
        self.key.fmt(f)
    }
}
