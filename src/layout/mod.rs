//! Layer 4: journey + overlay + view options → placed elements. Pure, linear in cards.
