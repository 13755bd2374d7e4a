//! The choices of the dialog, one under the other.

mod content;
mod page;

use super::ExportInput;
use super::choices::{Choices, SizeChoice};
use super::preset::Preset;
use crate::base::Size;
use crate::export::FileKind;
use crate::export::svg::Letters;
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::fill;
use crate::look::ThemeKind;
use crate::ui::theme::color;
use crate::ui::widgets::field::{Ended, Field};
use crate::ui::widgets::{chip, ime, label, segmented};
use eframe::egui::{Key, RichText, Ui};

/// What was done in the form besides choosing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Done {
    /// Enter was pressed in a field.
    pub(super) entered: bool,
    /// The team's logo is to be chosen.
    pub(super) wants_logo: bool,
}

/// Shows the choices.
pub(super) fn form(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices, scene: Option<Size>) -> Done {
    ui.spacing_mut().item_spacing.y = 4.0;
    let mut done = Done::default();
    presets(ui, input, choices);
    kind(ui, input, choices);
    ui.add_space(5.0);
    content::content(ui, input, choices);
    if choices.kind.is_text() {
        language(ui, input, choices);
        if choices.kind == FileKind::Csv {
            caption(ui, input, Text::OpenedIn);
            chip::row(ui, |ui| toggle(ui, input, Text::ExcelMark, &mut choices.excel_mark));
        }
        if let Some(problem) = choices.problem(scene, input.lang) {
            ui.label(RichText::new(problem).color(color(input.theme.warn)));
        }
        return done;
    }
    if choices.kind != FileKind::Html {
        done.wants_logo = page::page(ui, input, choices);
    }
    if choices.kind.is_picture() {
        done.entered = size(ui, input, choices, scene);
    }
    colours(ui, input, choices);
    language(ui, input, choices);
    content::parts(ui, input, choices);
    if choices.kind.is_picture() {
        ground(ui, input, choices);
    }
    done
}

/// What lies behind a picture, and how an SVG keeps its letters.
fn ground(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    caption(ui, input, Text::Ground);
    chip::row(ui, |ui| {
        toggle(ui, input, Text::Transparent, &mut choices.transparent);
        if choices.kind == FileKind::Svg {
            let mut outlines = choices.letters == Letters::Outlines;
            toggle(ui, input, Text::Outlines, &mut outlines);
            choices.letters = if outlines { Letters::Outlines } else { Letters::Text };
        }
    });
}

fn caption(ui: &mut Ui, input: &ExportInput<'_>, text: Text) {
    ui.add_space(5.0);
    ui.label(label::remark(input.theme, text.text(input.lang)));
}

fn toggle(ui: &mut Ui, input: &ExportInput<'_>, text: Text, on: &mut bool) {
    if chip::toggle(ui, input.theme, text.text(input.lang), *on).clicked() {
        *on = !*on;
    }
}

fn presets(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    ui.label(label::remark(input.theme, Text::MadeFor.text(input.lang)));
    chip::row(ui, |ui| {
        for preset in Preset::ALL {
            let mut applied = choices.clone();
            preset.apply(&mut applied);
            if chip::toggle(ui, input.theme, preset.name().text(input.lang), applied == *choices).clicked() {
                *choices = applied;
            }
        }
    });
}

fn kind(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    caption(ui, input, Text::Format);
    chip::row(ui, |ui| {
        for kind in FileKind::ALL {
            let chip = chip::toggle(ui, input.theme, kind.name(), choices.kind == kind);
            if chip.on_hover_text(hint(kind).text(input.lang)).clicked() {
                choices.set_kind(kind);
            }
        }
    });
    ui.label(label::remark(input.theme, hint(choices.kind).text(input.lang)));
}

/// What a kind of file is good for.
const fn hint(kind: FileKind) -> Text {
    match kind {
        FileKind::Pptx => Text::PptxHint,
        FileKind::Pdf => Text::PdfHint,
        FileKind::Png => Text::PngHint,
        FileKind::Svg => Text::SvgHint,
        FileKind::Html => Text::HtmlHint,
        FileKind::Xlsx => Text::XlsxHint,
        FileKind::Csv => Text::CsvHint,
        FileKind::Markdown => Text::MarkdownHint,
        FileKind::Mermaid => Text::MermaidHint,
    }
}

/// The size; whether Enter was pressed in the field of the width.
fn size(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices, scene: Option<Size>) -> bool {
    let (theme, lang) = (input.theme, input.lang);
    let mut entered = false;
    caption(ui, input, Text::Size);
    if choices.kind == FileKind::Png {
        let hints = [1, 2, 3].map(|n: u8| fill(Text::ScaleHint.text(lang), &[("n", &n.to_string())]));
        let segments = [
            (SizeChoice::Times(1), "× 1", &*hints[0]),
            (SizeChoice::Times(2), "× 2", &*hints[1]),
            (SizeChoice::Times(3), "× 3", &*hints[2]),
            (SizeChoice::Width, Text::ByWidth.text(lang), Text::ByWidthHint.text(lang)),
        ];
        ui.horizontal(|ui| {
            if let Some(size) = segmented::compact(ui, theme, choices.size, &segments) {
                choices.size = size;
            }
            if choices.size == SizeChoice::Width {
                entered = width(ui, input, choices);
            }
        });
    }
    match choices.problem(scene, lang) {
        Some(problem) => ui.label(RichText::new(problem).color(color(theme.warn))),
        None => ui.label(label::second(theme, choices.size_text(scene, lang))),
    };
    entered
}

fn width(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) -> bool {
    let name = Text::Width.text(input.lang);
    let field = Field::line(name, "export width").max_chars(7);
    let outcome = field.show(ui, input.theme, &mut choices.width);
    outcome.ended == Ended::Kept && ui.input(|keys| keys.key_pressed(Key::Enter)) && !ime::owns_keys(ui)
}

fn colours(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    caption(ui, input, Text::Colours);
    let segments = ThemeKind::ALL.map(|kind| (kind, theme_name(kind).text(input.lang), ""));
    if let Some(kind) = segmented::compact(ui, input.theme, choices.theme, &segments) {
        choices.theme = kind;
    }
}

fn language(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    caption(ui, input, Text::Language);
    if let Some(lang) = segmented::compact(ui, input.theme, choices.map.lang, &content::languages()) {
        choices.map.lang = lang;
    }
}

const fn theme_name(kind: ThemeKind) -> Text {
    match kind {
        ThemeKind::Light => Text::Light,
        ThemeKind::Dark => Text::Dark,
        ThemeKind::Print => Text::Print,
        ThemeKind::HighContrast => Text::HighContrast,
    }
}
