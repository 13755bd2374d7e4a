//! How cells look: the colours of the printed map, a font that offices have, thin rules.

use crate::base::Rgba;
use crate::i18n::Lang;
use crate::look::{CardColors, Theme, ThemeKind};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Sizes of the type, in points.
const TITLE: f64 = 16.0;
const HEAD: f64 = 11.0;
const BODY: f64 = 10.0;
const SMALL: f64 = 9.0;

/// The formats of a workbook.
pub(super) struct Formats {
    pub(super) theme: &'static Theme,
    plain: Format,
    /// The title of a sheet.
    pub(super) title: Format,
    /// What is said under it.
    pub(super) note: Format,
    /// A heading of a column.
    pub(super) head: Format,
    /// The title of a row.
    pub(super) side: Format,
    /// The title of a row of values.
    pub(super) detail: Format,
    /// Text for reading.
    pub(super) text: Format,
    /// Text for reading that steps back.
    pub(super) quiet: Format,
}

impl Formats {
    pub(super) fn new(lang: Lang) -> Self {
        let theme = Theme::of(ThemeKind::Light);
        let font = match lang {
            Lang::En => "Calibri",
            Lang::Ja => "Yu Gothic",
        };
        let plain = Format::new()
            .set_font_name(font)
            .set_font_size(BODY)
            .set_font_color(color(theme.ink))
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Left);
        let ruled = ruled(plain.clone(), theme.line2).set_text_wrap();
        Self {
            theme,
            title: plain.clone().set_font_size(TITLE).set_bold().set_align(FormatAlign::VerticalCenter),
            note: plain.clone().set_font_size(SMALL).set_font_color(color(theme.ink3)),
            head: ruled
                .clone()
                .set_bold()
                .set_background_color(color(theme.groove))
                .set_align(FormatAlign::VerticalCenter),
            side: ruled.clone().set_bold().set_background_color(color(theme.groove)),
            detail: ruled
                .clone()
                .set_font_size(SMALL)
                .set_font_color(color(theme.ink2))
                .set_background_color(color(theme.groove)),
            text: ruled.clone(),
            quiet: ruled.set_font_color(color(theme.ink3)),
            plain,
        }
    }

    /// The header of a phase.
    pub(super) fn phase(&self, position: usize) -> Format {
        let tint = self.theme.phases[position % self.theme.phases.len()];
        ruled(self.plain.clone(), self.theme.line2)
            .set_font_size(HEAD)
            .set_bold()
            .set_text_wrap()
            .set_background_color(color(tint))
            .set_align(FormatAlign::VerticalCenter)
    }

    /// The name of a step.
    pub(super) fn step(&self, phase: usize) -> Format {
        let tint = self.theme.phases[phase % self.theme.phases.len()];
        let pale = mixed(tint, self.theme.panel);
        self.phase(phase).set_font_size(BODY).set_background_color(color(pale)).set_align(FormatAlign::Top)
    }

    /// A cell with a card in it.
    pub(super) fn card(&self, colors: CardColors) -> Format {
        ruled(self.plain.clone(), colors.border).set_text_wrap().set_background_color(color(colors.fill))
    }

    /// A cell that waits for a card.
    pub(super) fn free(&self) -> Format {
        ruled(self.plain.clone(), self.theme.line).set_text_wrap()
    }

    /// A figure with so many decimals.
    pub(super) fn figure(&self, form: &str) -> Format {
        self.text.clone().set_num_format(form).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
    }
}

/// A text that a spreadsheet would take for a formula if somebody typed it, kept as text when it is edited.
pub(super) fn guarded(format: &Format, text: &str) -> Format {
    if text.starts_with(['=', '+', '-', '@', '\t', '\'']) { format.clone().set_quote_prefix() } else { format.clone() }
}

fn ruled(format: Format, line: Rgba) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(color(line))
}

/// A colour as Excel has it: without transparency.
pub(super) fn color(color: Rgba) -> Color {
    Color::RGB(u32::from(color.r) << 16 | u32::from(color.g) << 8 | u32::from(color.b))
}

/// Half of each.
fn mixed(a: Rgba, b: Rgba) -> Rgba {
    let half = |a: u8, b: u8| a.midpoint(b);
    Rgba { r: half(a.r, b.r), g: half(a.g, b.g), b: half(a.b, b.b), a: 255 }
}
