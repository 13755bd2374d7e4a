//! The imported files: how fresh they are, how they were read, and when they came in.

use super::{decided, parts};
use crate::base::today;
use crate::edit::Command;
use crate::i18n::arrival::ArrivalText;
use crate::i18n::domain::Named as _;
use crate::i18n::feedback_page::{FeedbackPageText, size_text};
use crate::i18n::sources::{SourcesText as Text, age_text};
use crate::i18n::{date_text, fill, grouped};
use crate::model::{ColumnRole, DataSet, DataSetId, Dimension, Import, ImportKind};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::label;
use eframe::egui::{Id, Label, TextWrapMode, Ui};

const HEIGHT: f32 = 36.0;
const HEAD: f32 = 20.0;
const LINE: f32 = 22.0;
const DATE_WIDTH: f32 = 112.0;
const SPAN_WIDTH: f32 = 136.0;
const USED_WIDTH: f32 = 176.0;
const MONTH_WIDTH: f32 = 84.0;
const AGE_WIDTH: f32 = 92.0;
const NUMBER_WIDTH: f32 = 58.0;
const BUTTONS: f32 = 26.0 + 30.0;
const CELLS: f32 = 8.0;
const INDENT: f32 = 12.0;

/// The imported files; gives the one that a newer file is to be chosen for.
pub(super) fn files_ui(ui: &mut Ui, cx: &mut Cx<'_>) -> Option<DataSetId> {
    let mut wanted = None;
    parts::title(ui, FeedbackPageText::Files.text(cx.lang));
    let fixed = MONTH_WIDTH + AGE_WIDTH + 3.0 * NUMBER_WIDTH + BUTTONS + CELLS * ui.spacing().item_spacing.x;
    let name_width = (ui.available_width() - fixed).max(90.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        let head = |text: &str| label::remark(cx.theme, text);
        parts::cell(ui, name_width, HEAD, |ui| ui.label(head(FeedbackPageText::Name.text(cx.lang))));
        parts::cell(ui, MONTH_WIDTH, HEAD, |ui| ui.label(head(Text::UpTo.text(cx.lang))));
        parts::cell(ui, AGE_WIDTH, HEAD, |ui| ui.label(head(Text::Age.text(cx.lang))));
        for text in [FeedbackPageText::Rows, FeedbackPageText::RejectedHead, FeedbackPageText::Duplicates] {
            parts::number(ui, NUMBER_WIDTH, HEAD, head(text.text(cx.lang)));
        }
    });
    for data in cx.project.data_sets_in_order() {
        let top = ui.cursor().min.y;
        ui.painter().hline(ui.max_rect().x_range(), top, line(cx.theme.line));
        let open = ui.horizontal(|ui| file(ui, cx, data, name_width)).inner;
        if data.cube.is_none() && !data.answers.is_empty() {
            label::paragraph(ui, Text::NoCube.text(cx.lang), size::SMALL, color(cx.theme.ink2));
            ui.add_space(8.0);
        }
        if open && details(ui, cx, data) {
            wanted = Some(data.id);
        }
    }
    wanted
}

/// The row of a file; whether its details are unfolded.
fn file(ui: &mut Ui, cx: &mut Cx<'_>, data: &DataSet, name_width: f32) -> bool {
    parts::cell(ui, name_width, HEIGHT, |ui| {
        let name = fill(FeedbackPageText::NameOf.text(cx.lang), &[("name", &data.name)]);
        cx.edit(ui, data, |ui, cx, data| {
            cx.field(ui, Field::line(&name, ("data set", data.id)).plain(), &mut data.name);
        });
    });
    parts::cell(ui, MONTH_WIDTH, HEIGHT, |ui| ui.label(label::second(cx.theme, last_month(data).unwrap_or_default())));
    parts::cell(ui, AGE_WIDTH, HEIGHT, |ui| {
        if let Some(date) = data.imported_on {
            let age = label::second(cx.theme, age_text(date, today(), cx.lang));
            ui.label(age).on_hover_text(date_text(date, cx.lang));
        }
    });
    for number in [data.rows, data.rejected, data.duplicates] {
        parts::number(ui, NUMBER_WIDTH, HEIGHT, grouped(number));
    }
    let open = unfold(ui, cx, data);
    let name = fill(FeedbackPageText::Delete.text(cx.lang), &[("name", &data.name)]);
    if button::icon(ui, cx.theme, Glyph::Cross, &name).on_hover_text(&name).clicked() {
        cx.push(Action::Run(Command::Delete(vec![data.id.into()])));
    }
    open
}

fn unfold(ui: &mut Ui, cx: &Cx<'_>, data: &DataSet) -> bool {
    let remembered = Id::unique(("unfolded file", data.id));
    let open = ui.data(|memory| memory.get_temp::<DataSetId>(remembered)).is_some();
    let name = fill(Text::Details.text(cx.lang), &[("name", &data.name)]);
    let glyph = if open { Glyph::Up } else { Glyph::Down };
    if button::toggle_icon(ui, cx.theme, glyph, &name, open).on_hover_text(&name).clicked() {
        ui.data_mut(|memory| {
            if open {
                memory.remove::<DataSetId>(remembered);
            } else {
                memory.insert_temp(remembered, data.id);
            }
        });
    }
    open
}

/// The last month with answers: that of the last import, else that of the slices by month.
fn last_month(data: &DataSet) -> Option<&str> {
    let imported = data.counted().iter().map(|import| import.last_month.as_str()).max();
    let slices = data.answers.iter().flat_map(|answers| &answers.slices);
    let months = slices.filter(|slice| slice.by == Dimension::Month).map(|slice| slice.key.as_str());
    imported.filter(|month| !month.is_empty()).or_else(|| months.max())
}

/// How a file was read, and its imports; whether a newer file is asked for.
fn details(ui: &mut Ui, cx: &mut Cx<'_>, data: &DataSet) -> bool {
    let mut next = false;
    ui.horizontal_top(|ui| {
        ui.add_space(INDENT);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(label::second(cx.theme, origin(data)));
            ui.add_space(4.0);
            mapping(ui, cx, data);
            ui.add_space(4.0);
            history(ui, cx, data);
            ui.add_space(4.0);
            decided::own_company_ui(ui, cx, data);
            ui.add_space(6.0);
            let button = button::button(ui, cx.theme, Rank::Secondary, Text::Next.text(cx.lang));
            next = button.on_hover_text(Text::NextWhy.text(cx.lang)).clicked();
            ui.add_space(12.0);
        });
    });
    next
}

/// The file, its size, and what it was read as.
fn origin(data: &DataSet) -> String {
    let how = if data.sheet.is_empty() { &data.encoding } else { &data.sheet };
    let size = if data.bytes > 0 { size_text(data.bytes) } else { String::new() };
    [data.file.as_str(), &size, how].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("・")
}

fn mapping(ui: &mut Ui, cx: &Cx<'_>, data: &DataSet) {
    if data.columns.is_empty() {
        return;
    }
    ui.label(label::bold(Text::Mapping.text(cx.lang), size::BODY));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        // Words need not be as tall as buttons.
        ui.spacing_mut().interact_size.y = 18.0;
        for column in &data.columns {
            let role = column.role.name(cx.lang);
            let words = fill(Text::MappedTo.text(cx.lang), &[("header", &column.header), ("role", role)]);
            let text = if column.role == ColumnRole::Ignore {
                label::remark(cx.theme, words)
            } else {
                label::second(cx.theme, words)
            };
            ui.add(Label::new(text).wrap_mode(TextWrapMode::Extend));
        }
    });
}

fn history(ui: &mut Ui, cx: &Cx<'_>, data: &DataSet) {
    ui.label(label::bold(Text::History.text(cx.lang), size::BODY));
    if data.imports.is_empty() {
        ui.label(label::second(cx.theme, Text::NoHistory.text(cx.lang)));
    }
    let fixed = DATE_WIDTH + SPAN_WIDTH + USED_WIDTH + 3.0 * ui.spacing().item_spacing.x;
    let file_width = (ui.available_width() - fixed).clamp(60.0, 260.0);
    for import in data.imports.iter().rev() {
        ui.horizontal(|ui| {
            let words = |text: String| label::second(cx.theme, text);
            let date = import.on.map(|date| date_text(date, cx.lang)).unwrap_or_default();
            parts::cell(ui, DATE_WIDTH, LINE, |ui| ui.label(words(date)));
            parts::cell(ui, file_width, LINE, |ui| label::one_line(ui, words(import.file.clone())));
            parts::cell(ui, SPAN_WIDTH, LINE, |ui| ui.label(words(months(cx, import))));
            let values = [("used", &*grouped(import.used)), ("rows", &grouped(import.rows))];
            ui.label(words(fill(Text::Used.text(cx.lang), &values)));
            let how = match import.how {
                ImportKind::First => ArrivalText::HowFirst,
                ImportKind::Added => ArrivalText::HowAdded,
                ImportKind::Replaced => ArrivalText::HowReplaced,
            };
            ui.label(label::remark(cx.theme, how.text(cx.lang)));
        });
    }
}

fn months(cx: &Cx<'_>, import: &Import) -> String {
    match (&*import.first_month, &*import.last_month) {
        (first, last) if first == last => first.to_owned(),
        (first, last) => fill(Text::FromTo.text(cx.lang), &[("from", first), ("to", last)]),
    }
}
