//! The page that maps stand on, and what stands round them.

use super::{caption, toggle};
use crate::export::page::{Paper, Split};
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::fill;
use crate::ui::export_dialog::ExportInput;
use crate::ui::export_dialog::choices::Choices;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{chip, label, segmented};
use eframe::egui::{ComboBox, Ui};

/// Paper, direction, split and frame; whether the team's logo is to be chosen.
pub(super) fn page(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) -> bool {
    let lang = input.lang;
    caption(ui, input, Text::Page);
    let is_picture = choices.kind.usual_paper().is_none();
    ui.horizontal(|ui| {
        paper(ui, input, choices, is_picture);
        if choices.has_pages() {
            let segments = [(false, Text::Lying.text(lang), ""), (true, Text::Upright.text(lang), "")];
            if let Some(upright) = segmented::compact(ui, input.theme, choices.setup.is_upright, &segments) {
                choices.setup.is_upright = upright;
            }
        }
    });
    if !choices.has_pages() {
        return false;
    }
    let segments = Split::ALL.map(|split| {
        let (name, tip) = split_name(split);
        (split, name.text(lang), tip.text(lang))
    });
    if let Some(split) = segmented::compact(ui, input.theme, choices.setup.split, &segments) {
        choices.setup.split = split;
    }
    let (_, tip) = split_name(choices.setup.split);
    ui.label(label::remark(input.theme, tip.text(lang)));
    pieces(ui, input, choices);
    frame(ui, input, choices)
}

/// The papers; pictures may have none.
fn paper(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices, is_picture: bool) {
    let lang = input.lang;
    let name = |paper: Paper| {
        let text = if paper.is_slide() { Text::SlideOf } else { Text::PaperOf };
        fill(text.text(lang), &[("name", paper.name())])
    };
    let said = if choices.has_pages() { name(choices.setup.paper) } else { Text::NoPage.text(lang).to_owned() };
    ui.name_inputs(Text::Page.text(lang), |ui| {
        ComboBox::from_id_salt("paper").selected_text(said).width(150.0).truncate().show_ui(ui, |ui| {
            if is_picture {
                ui.selectable_value(&mut choices.on_pages, false, Text::NoPage.text(lang));
            }
            for paper in Paper::ALL {
                let is_chosen = choices.has_pages() && choices.setup.paper == paper;
                if ui.selectable_label(is_chosen, name(paper)).clicked() {
                    choices.on_pages = is_picture;
                    choices.setup.paper = paper;
                }
            }
        });
    });
}

const fn split_name(split: Split) -> (Text, Text) {
    match split {
        Split::Legible => (Text::SplitLegible, Text::SplitLegibleTip),
        Split::One => (Text::SplitOne, Text::SplitOneTip),
        Split::Phases => (Text::SplitPhases, Text::SplitPhasesTip),
    }
}

/// A poster can be printed in pieces on the paper that an office printer takes.
fn pieces(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    let setup = &mut choices.setup;
    let large = setup.paper.points().w;
    let smaller: Vec<Paper> = [Paper::A4, Paper::A3].into_iter().filter(|paper| paper.points().w < large).collect();
    if setup.paper.is_slide() || smaller.is_empty() {
        setup.pieces_on = None;
        return;
    }
    chip::row(ui, |ui| {
        for paper in smaller {
            let name = fill(Text::PiecesOn.text(input.lang), &[("name", paper.name())]);
            let is_on = setup.pieces_on == Some(paper);
            let chip = chip::toggle(ui, input.theme, &name, is_on);
            if chip.on_hover_text(Text::PiecesTip.text(input.lang)).clicked() {
                setup.pieces_on = (!is_on).then_some(paper);
            }
        }
    });
}

/// What stands round the maps; whether the logo is to be chosen.
fn frame(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) -> bool {
    caption(ui, input, Text::Frame);
    let frame = &mut choices.setup.frame;
    let mut wants_logo = false;
    chip::row(ui, |ui| {
        toggle(ui, input, Text::FrameTitle, &mut frame.has_title);
        toggle(ui, input, Text::FrameNote, &mut frame.has_note);
        toggle(ui, input, Text::FrameNumber, &mut frame.has_number);
        if frame.logo.is_none() {
            wants_logo = chip::toggle(ui, input.theme, Text::ChooseLogo.text(input.lang), false).clicked();
        } else {
            let name = Text::RemoveLogo.text(input.lang);
            if chip::removable(ui, input.theme, Text::LogoChosen.text(input.lang), name).clicked() {
                frame.logo = None;
            }
        }
    });
    if frame.has_note {
        let hint = Text::VersionHint.text(input.lang);
        let field = Field::line(Text::Version.text(input.lang), "export version").hint(hint).max_chars(60);
        field.show(ui, input.theme, &mut frame.version);
    }
    wants_logo
}
