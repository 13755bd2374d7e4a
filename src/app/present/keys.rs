//! The keys of a presentation: one table feeds the keyboard, the sheet of keys and the help sheet.

use crate::app::Key;
use crate::i18n::Lang;
use crate::i18n::present::PresentKeyText as Text;

/// Something that a key asks a presentation for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresentCommand {
    /// The next slide.
    Next,
    /// The slide before.
    Previous,
    /// The next phase.
    NextPhase,
    /// The beginning of the phase, or the phase before.
    PreviousPhase,
    /// The opening.
    First,
    /// The whole map.
    Last,
    /// A phase by its number, from 1; 0 is the opening.
    Jump(u8),
    /// A black screen.
    Black,
    /// A white screen.
    White,
    /// The laser pointer.
    Laser,
    /// Starts or pauses the timer.
    Timer,
    /// A minute more.
    Longer,
    /// A minute less.
    Shorter,
    /// The timer back to zero.
    Reset,
    /// The sheet of keys.
    Keys,
    /// Back to the window.
    Leave,
}

/// A key that a presentation understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresentKey {
    /// A key that shortcuts have too.
    Key(Key),
    /// A character, whichever key types it.
    Typed(char),
    /// Space.
    Space,
    /// Space with Shift.
    ShiftSpace,
    /// Enter.
    Enter,
    /// Backspace.
    Backspace,
    /// Page down: also the forward button of a clicker.
    PageDown,
    /// Page up: also the back button of a clicker.
    PageUp,
    /// Home.
    Home,
    /// End.
    End,
    /// Escape.
    Escape,
}

use PresentCommand as C;
use PresentKey as K;

const TABLE: &[(C, &[K], &str, Text)] = &[
    (C::Next, &[K::Key(Key::Right), K::Space, K::PageDown, K::Enter], "→  Space  PgDn", Text::Next),
    (C::Previous, &[K::Key(Key::Left), K::ShiftSpace, K::PageUp, K::Backspace], "←  PgUp", Text::Previous),
    (C::NextPhase, &[K::Key(Key::Down)], "↓", Text::NextPhase),
    (C::PreviousPhase, &[K::Key(Key::Up)], "↑", Text::PreviousPhase),
    (C::Jump(0), &[], "1 – 9", Text::Jump),
    (C::First, &[K::Home], "Home", Text::First),
    (C::Last, &[K::End], "End", Text::Last),
    (C::Black, &[K::Typed('b'), K::Typed('.'), K::Typed('。')], "B  .", Text::Black),
    (C::White, &[K::Typed('w'), K::Typed(','), K::Typed('、')], "W  ,", Text::White),
    (C::Laser, &[K::Typed('l')], "L", Text::Laser),
    (C::Timer, &[K::Typed('t')], "T", Text::Timer),
    (C::Longer, &[K::Typed('+'), K::Typed('=')], "+", Text::Longer),
    (C::Shorter, &[K::Typed('-')], "−", Text::Shorter),
    (C::Reset, &[K::Typed('r')], "R", Text::Reset),
    (C::Keys, &[K::Typed('?'), K::Typed('/'), K::Key(Key::F(1))], "?  F1", Text::Keys),
    (C::Leave, &[K::Escape], "Esc", Text::Leave),
];

impl PresentCommand {
    /// What a key asks for.
    #[must_use]
    pub fn of(key: PresentKey) -> Option<Self> {
        if let PresentKey::Typed(typed) = key
            && let Some(digit) = typed.to_digit(10)
        {
            return u8::try_from(digit).ok().map(Self::Jump);
        }
        TABLE.iter().find(|(_, keys, ..)| keys.contains(&key)).map(|(command, ..)| *command)
    }

    /// Every key as it is labelled, with what it does.
    pub fn sheet(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
        TABLE.iter().map(move |(_, _, keys, text)| (*keys, text.text(lang)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clicker_turns_pages_and_makes_the_screen_black() {
        assert_eq!(PresentCommand::of(K::PageDown), Some(C::Next));
        assert_eq!(PresentCommand::of(K::PageUp), Some(C::Previous));
        assert_eq!(PresentCommand::of(K::Typed('.')), Some(C::Black));
        assert_eq!(PresentCommand::of(K::Typed('b')), Some(C::Black));
        assert_eq!(PresentCommand::of(K::Escape), Some(C::Leave));
        assert_eq!(PresentCommand::of(K::Key(Key::F(5))), None, "a second press of its start button changes nothing");
        assert_eq!(PresentCommand::of(K::Typed('4')), Some(C::Jump(4)));
    }

    #[test]
    fn no_key_means_two_things() {
        let keys: Vec<K> = TABLE.iter().flat_map(|(_, keys, ..)| keys.iter().copied()).collect();
        for (i, key) in keys.iter().enumerate() {
            assert!(!keys[i + 1..].contains(key), "{key:?}");
        }
    }
}
