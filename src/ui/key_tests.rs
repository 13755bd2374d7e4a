//! The keys of the map, one line a case: a map, the keys, the map then, as [`notation`] writes them.

mod notation;
mod window;

use self::notation::{case, map, told};
use eframe::egui::Event;

#[test]
fn enter_keeps_a_card_and_opens_the_next() {
    case("@A1", "'a' Enter", "A1=a @A1 ||");
    case("@A1", "'a' Enter 'b' Enter Enter", "A1=a/b @A1");
    case("@A1", "'a' Enter 'b' Enter Enter Down 'c' Enter Enter", "A1=a/b T1=電話 @T1");
    case("A1=x/y @A1:x", "F2 'z' Enter", "A1=xz/y @A1:y |y|");
    case("A1=x/y @A1:y", "Enter 'z' Enter", "A1=x/yz @A1 ||");
    case("A1=x/y @A1:y", "F2 'z' Shift+Enter", "A1=x/yz @A1:x |x|");
    case("A1=x/y @A1:x", "F2 Shift+Enter", "A1=x/y @A1:x");
    case("A1=x @A1:x", "Enter Enter 'y' Shift+Enter", "A1=x/y @A1:x |x|");
}

#[test]
fn tab_keeps_a_card_and_goes_to_the_next_step() {
    case("@A1", "'a' Tab 'b' Tab 'c' Tab", "A1=a A2=b A3=c @A3:c");
    case("A2=x @A1", "'a' Tab", "A1=a A2=x @A2:x |x|");
    case("A2=x @A1", "'a' Tab 'b' Tab", "A1=a A2=b @A3 ||");
    case("@A2", "'a' Shift+Tab 'b' Shift+Tab", "A1=b A2=a @A1:b");
    case("@A1", "'a' Tab Tab 'c' Enter Enter", "A1=a A3=c @A3");
}

#[test]
fn escape_drops_what_was_typed_and_nothing_else() {
    case("A1=x @A1:x", "'abc' Esc", "A1=x @A1:x");
    case("A1=x @A1:x", "F2 'abc' Esc", "A1=x @A1:x");
    case("@B2", "'abc' Esc", "@B2");
    case("@A1", "'a' Enter 'b' Esc", "A1=a @A1");
    case("@step 1", "'abc' Esc", "@step 1");
}

#[test]
fn typing_replaces_and_f2_goes_on_at_the_end() {
    case("A1=x @A1:x", "'abc' Enter Enter", "A1=abc @A1");
    case("A1=x @A1:x", "F2 'abc' Enter Enter", "A1=xabc @A1");
    case("A1=x @A1:x", "F2 Backspace 'y' Enter Enter", "A1=y @A1");
    case("A1=x @A1:x", "F2 Home 'y' Enter Enter", "A1=yx @A1");
    case("@A1", "'a' Ctrl+Enter 'b' Enter Enter", "A1=a⏎b @A1");
    case("A1=x/y @A1:x", "Delete", "A1=y @A1:y");
    case("A1=x/y @A1:x", "Backspace Backspace", "@A1");
    case("T1=Web @T1", "Delete", "@T1");
    case("E1=1 @E1", "Delete", "@E1");
}

#[test]
fn the_enter_of_a_conversion_keeps_nothing() {
    case("@A1", "~ほぞん !保存", "@A1 |保存|");
    case("@A1", "~ほぞん Enter", "@A1 |ほぞん|");
    case("@A1", "~ほぞん !!保存", "@A1 |保存|");
    case("@A1", "~ほぞん !!保存 Enter", "A1=保存 @A1 ||");
    case("@A1", "~ほぞん Tab Esc Up F2", "@A1 |ほぞん|");
    case("A1=x @A1:x", "~ほぞん !保存 Enter Enter", "A1=保存 @A1");
    case("@A1", "~ともだち !友人 Tab ~みせ !店 Enter Enter", "A1=友人 A2=店 @A2");
    case("@T1", "~でんわ !電話 Enter Esc", "T1=電話 @T1");
}

#[test]
fn names_are_typed_from_phase_to_step_to_card() {
    case("@step 1", "'x' Tab", "P(x 2 3) @step 2 |2|");
    case("@step 1", "'x' Tab 'y' Tab 'z' Tab", "P(x y z) @step z ||");
    case("@step 3", "F2 Tab '4' Tab '5' Enter", "P(1 2 3 4 5) @A5 ||");
    case("@step 3", "F2 Shift+Tab", "@step 2 |2|");
    case("@step 3", "F2 Shift+Enter", "@phase P |P|");
    case("@step 3", "F2 Tab Tab", "@step 3");
    case("P(1)Q(2) @step 1", "F2 Tab Tab", "P(1)Q(2) @step 2 |2|");
    case("@step 2", "'x' Enter 'a' Enter Enter", "P(1 x 3) A2=a @A2");
    case("A2=c @step 2", "'x' Enter", "P(1 x 3) A2=c @A2:c");
    case("@phase P", "'Q' Enter", "Q(1 2 3) @step 1");
    case("P(_) @phase P", "'Q' Enter '1' Tab '2' Tab '3' Enter", "Q(1 2 3) @A3 ||");
    case("@phase P", "F2 Tab 'Q' Enter", "P(1 2 3)Q(_) @step _ ||");
    case("@phase P", "F2 Tab 'Q' Tab 'R' Enter 'r' Enter 'a' Enter Enter", "P(1 2 3)Q(_)R(r) A5=a @A5");
    case("@lane A", "'x' Esc", "@lane A");
}

#[test]
fn arrows_walk_cells_cards_names_and_titles() {
    case("A1=x/y @A1:x", "Down", "A1=x/y @A1:y");
    case("A1=x/y @A1:x", "Down Down Down", "A1=x/y @B1");
    case("A1=x/y @T1", "Up", "A1=x/y @A1:y");
    case("@A2", "Up", "@step 2");
    case("@A2", "Up Up", "@phase P");
    case("@A2", "Up Up Down Down", "@A1");
    case("@A1", "Left", "@lane A");
    case("@A1", "Left Down Right", "@T1");
    case("@A1", "Tab Tab Shift+Tab", "@A2");
    case("", "Right", "@A1");
}

#[test]
fn far_keys_go_as_in_a_spreadsheet() {
    case("@A2", "End", "@A3");
    case("@A2", "Home", "@A1");
    case("A1=x C3=z @B2", "Ctrl+Home", "A1=x C3=z @A1:x");
    case("A1=x C3=z @B2", "Ctrl+End", "A1=x C3=z @C3:z");
    case("A1=x A2=y @A1:x", "Ctrl+Right", "A1=x A2=y @A2:y");
    case("A1=x A2=y @A1:x", "Ctrl+Right Ctrl+Right", "A1=x A2=y @A3");
    case("A1=x @C1", "Ctrl+Up", "A1=x @A1:x");
    case("@A1", "Ctrl+Down", "@C1");
    case("@A1", "PageDown PageDown PageDown", "@C1");
    case("@C1", "PageUp PageUp PageUp", "@A1");
    case("@A1", "Alt+PageDown", "@A3");
}

#[test]
fn shift_extends_the_selection() {
    case("A1=x A2=y @A1:x", "Shift+Right", "A1=x A2=y @A1-A2:y,x");
    case("A1=x A2=y @A1:x", "Shift+Right Shift+Left", "A1=x A2=y @A1:x");
    case("A1=x A2=y B2=z @A1:x", "Shift+Right Shift+Down Shift+Down", "A1=x A2=y B2=z @A1-B2:y,z,x");
    case("A1=x @A1:x", "Ctrl+Shift+Right", "A1=x @A1-A3:x");
    case("A1=x A2=y @A1:x", "Shift+Right Esc", "A1=x A2=y @A1");
    case("A1=x A2=y @A1:x", "Shift+Right Delete", "@A1");
    case("@step 1", "Shift+Right", "@step 2,1");
    case("@A1", "Shift+Right Esc Esc Esc", "");
}

#[test]
fn emotions_are_typed_and_nudged() {
    case("@E1", "'+'", "E1=0.5 @E1");
    case("E1=1 @E1", "'-' '-'", "E1=0 @E1");
    case("@E1", "Alt+Up Alt+Up", "E1=1 @E1");
    case("E1=1 @E1", "Alt+Down", "E1=0.5 @E1");
    case("@E1", "'2'", "E1=2 @E1");
    case("@E1", "'-2'", "E1=-2 @E1");
    case("@E1", "'1.5'", "E1=1.5 @E1");
    case("@E1", "'-1.5' Right '1'", "E1=-1.5 E2=1 @E2");
    case("@E1", "'5'", "@E1");
    let mut window = map("@E1");
    window.input_mut().events.extend(["1", ".", "5"].map(|letter| Event::Text(letter.to_owned())));
    window.run();
    assert_eq!(told(&window), "E1=1.5 @E1", "several digits in one slow frame");
    case("@E1", "'２'", "E1=2 @E1");
    case("@E1", "'-2' Ctrl+Z", "@E1");
}

#[test]
fn channels_are_found_by_name_kana_and_romaji() {
    case("@T1", "Enter", "@T1 ??");
    for typed in ["'web'", "'うぇぶ'", "'uxebu' Backspace Backspace Backspace Backspace Backspace 'web'"] {
        case("@T1", &format!("{typed} Enter Esc"), "T1=Web @T1");
    }
    for typed in ["'でん'", "'den'", "'call'", "'電'"] {
        case("@T1", &format!("{typed} Enter Esc"), "T1=電話 @T1");
    }
    case("T1=Web @T1", "'web' Enter Esc", "@T1");
    case("@T1", "'web' Enter 'mise' Enter Enter", "T1=Web+店舗 @T1");
    case("@T1", "'web' Enter Tab 'tenpo' Enter Tab", "T1=Web T2=店舗 @T3 ??");
    case("@T2", "Enter Shift+Tab", "@T1 ??");
    case("@T1", "Enter Down Enter Enter Esc", "@T1");
}

#[test]
fn ctrl_d_fills_an_empty_cell_and_duplicates_otherwise() {
    case("A1=x/y @A2", "Ctrl+D", "A1=x/y A2=x/y @A2:y,x");
    case("T1=Web @T2", "Ctrl+D", "T1=Web T2=Web @T2");
    case("E1=1.5 @E2", "Ctrl+D", "E1=1.5 E2=1.5 @E2");
    case("A1=x @A1:x", "Ctrl+D", "A1=x/x @A1:x");
    case("@A1", "Ctrl+D", "@A1");
    case("A1=x @A2", "Ctrl+D Ctrl+Z", "A1=x @A2");
}

#[test]
fn ctrl_a_selects_cell_lane_map() {
    case("A1=x/y A2=z B1=w @A1:x", "Ctrl+A", "A1=x/y A2=z B1=w @A1:y,x");
    case("A1=x/y A2=z B1=w @A1:x", "Ctrl+A Ctrl+A", "A1=x/y A2=z B1=w @A1:y,z,x");
    case("A1=x/y A2=z B1=w @A1:x", "Ctrl+A Ctrl+A Ctrl+A", "A1=x/y A2=z B1=w @A1:y,z,w,x");
    case("A1=x B1=w", "Ctrl+A", "A1=x B1=w @B1:x,w");
}

#[test]
fn steps_are_inserted_and_things_moved() {
    case("@A2", "Ctrl+Shift+= 'x' Enter", "P(1 x 2 3) @A2 ||");
    case("@step 1", "Ctrl+Shift+= 'x' Esc", "P(_ 1 2 3) @step _");
    case("@A2", "Ctrl+Shift+T 'x' Enter", "P(1 2 x 3) @A3 ||");
    case("A1=x @A1:x", "Alt+Right Alt+Right Alt+Right", "A3=x @A3:x");
    case("A1=x A2=y @A1:x,y", "Alt+Right", "A2=x A3=y @A3:x,y");
    case("A1=x A2=y @A1:x,y", "Alt+Left", "A1=x A2=y @A2:x,y");
    case("A1=x/y @A1:x", "Alt+Down", "A1=y/x @A1:x");
    case("A1=x A2=y @A1:x,y", "Alt+Down", "B1=x B2=y @B2:x,y");
    case("@step 1", "Shift+Right Alt+Right", "P(3 1 2) @step 2,1");
    case("P(1 2)Q(3) @step 2", "Alt+Right", "P(1)Q(2 3) @step 2");
    case("@step 1", "Alt+Left", "@step 1");
}

#[test]
fn everything_is_undone_and_done_again() {
    case("A1=x @A1:x", "'a' Enter Enter Ctrl+Z", "A1=x @A1:x");
    case("@A1", "'a' Enter 'b' Enter Enter Ctrl+Z Ctrl+Z", "@A1");
    case("@A1", "'a' Enter 'b' Enter Enter Ctrl+Z Ctrl+Y", "A1=a/b @A1:b");
    case("@step 3", "F2 Tab '4' Enter Esc Ctrl+Z", "@step 3");
}

#[test]
fn a_command_given_while_typing_keeps_the_text() {
    case("@A1", "'a' Ctrl+Shift+T 's' Enter", "P(1 s 2 3) A1=a @A2 ||");
    case("@A1", "'a' Ctrl+Shift+K 'b' Enter Enter", "A1=a/b @A1");
}
