//! The choices of the dialog, one under the other.

use super::ExportInput;
use super::choices::{Choices, SizeChoice};
use crate::base::Size;
use crate::compare::pair_of;
use crate::export::Subject;
use crate::export::journey::PictureKind;
use crate::i18n::compare::CompareText;
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::persona::PersonaText;
use crate::i18n::{Lang, fill};
use crate::layout::{Compare, CompareView};
use crate::look::ThemeKind;
use crate::model::CardFilter;
use crate::ui::theme::color;
use crate::ui::widgets::field::{Ended, Field};
use crate::ui::widgets::{chip, ime, label, segmented};
use eframe::egui::{ComboBox, Key, RichText, Ui, vec2};

/// Shows them; whether Enter was pressed in a field.
pub(super) fn form(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices, scene: Option<Size>) -> bool {
    ui.spacing_mut().item_spacing.y = 4.0;
    subject(ui, input, choices);
    kind(ui, input, choices);
    let entered = size(ui, input, choices, scene);
    colours(ui, input, choices);
    language(ui, input, choices);
    include(ui, input, choices);
    entered
}

fn caption(ui: &mut Ui, input: &ExportInput<'_>, text: Text) {
    ui.add_space(5.0);
    ui.label(label::remark(input.theme, text.text(input.lang)));
}

/// The journeys and, below them, the personas of the project.
fn subject(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    ui.label(label::remark(input.theme, Text::Subject.text(input.lang)));
    let title = subject_name(input, choices.subject);
    ui.name_inputs(Text::Subject.text(input.lang), |ui| {
        let width = ui.available_width() - 2.0;
        ComboBox::from_id_salt("subject").selected_text(title).width(width).truncate().show_ui(ui, |ui| {
            let journeys = input.project.journeys_in_order().into_iter().map(|journey| journey.id.into());
            let personas = input.project.personas_in_order().into_iter().map(|persona| persona.id.into());
            for subject in journeys.chain(personas) {
                ui.selectable_value(&mut choices.subject, subject, subject_name(input, subject));
            }
        });
    });
}

fn subject_name(input: &ExportInput<'_>, subject: Subject) -> String {
    let title = subject.title(input.project);
    match subject {
        Subject::Journey(_) => title.to_owned(),
        Subject::Persona(_) => {
            let name = if title.is_empty() { PersonaText::Unnamed.text(input.lang) } else { title };
            fill(Text::SheetOf.text(input.lang), &[("name", name)])
        }
    }
}

fn kind(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    caption(ui, input, Text::Format);
    let hint = |kind| match kind {
        PictureKind::Png => Text::PngHint.text(input.lang),
        PictureKind::Svg => Text::SvgHint.text(input.lang),
    };
    let segments =
        [(PictureKind::Png, "PNG", hint(PictureKind::Png)), (PictureKind::Svg, "SVG", hint(PictureKind::Svg))];
    if let Some(kind) = segmented::compact(ui, input.theme, choices.kind, &segments) {
        choices.kind = kind;
    }
    ui.label(label::remark(input.theme, hint(choices.kind)));
}

/// The size; whether Enter was pressed in the field of the width.
fn size(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices, scene: Option<Size>) -> bool {
    let (theme, lang) = (input.theme, input.lang);
    let mut entered = false;
    caption(ui, input, Text::Size);
    if choices.kind == PictureKind::Png {
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
    let segments = Lang::ALL.map(|lang| (lang, lang.own_name(), ""));
    if let Some(lang) = segmented::compact(ui, input.theme, choices.map.lang, &segments) {
        choices.map.lang = lang;
    }
}

fn include(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    if choices.subject.journey().is_some() {
        parts(ui, input, choices);
    }
    caption(ui, input, Text::Ground);
    toggle(ui, input, Text::Transparent, &mut choices.transparent);
}

/// What of a map is on the picture.
fn parts(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    caption(ui, input, Text::Include);
    let map = &mut choices.map;
    let parts = [
        (Text::Head, &mut map.head),
        (Text::Foot, &mut map.foot),
        (Text::Voice, &mut map.voice),
        (Text::DepartmentCurves, &mut map.department_curves),
        (Text::Known, &mut map.evidence),
    ];
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        ui.horizontal_wrapped(|ui| {
            for (text, on) in parts {
                toggle(ui, input, text, on);
            }
        });
    });
    changes(ui, input, choices);
    as_filtered(ui, input, choices);
}

/// While the window has a filter: whether the picture has it too.
fn as_filtered(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    if choices.on_screen.is_empty() {
        return;
    }
    let mut on = !choices.map.filter.is_empty();
    toggle(ui, input, Text::AsFiltered, &mut on);
    choices.map.filter = if on { choices.on_screen.clone() } else { CardFilter::default() };
}

/// What differs from the as-is can be marked on a to-be.
fn changes(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    let Some(journey) = choices.subject.journey() else { return };
    let own = choices.map.compare.filter(|compare| compare.to_be == journey);
    let usual = pair_of(input.project, journey).filter(|(_, to_be)| *to_be == journey);
    let usual = usual.map(|(as_is, to_be)| Compare { as_is, to_be, view: CompareView::Overlaid });
    choices.map.compare = own;
    let Some(offered) = own.or(usual) else { return };
    let name = CompareText::CompareOption.text(input.lang);
    if chip::toggle(ui, input.theme, name, own.is_some()).clicked() {
        choices.map.compare = own.is_none().then_some(offered);
    }
}

fn toggle(ui: &mut Ui, input: &ExportInput<'_>, text: Text, on: &mut bool) {
    if chip::toggle(ui, input.theme, text.text(input.lang), *on).clicked() {
        *on = !*on;
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
