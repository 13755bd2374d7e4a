//! The first look at a file: how it was understood, to be checked and changed before it is read.

use super::{parts, questions};
use crate::feedback::{DELIMITERS, DateOrder, FileKind, ImportPlan, Layout as LayoutOf, Look, Preview, name_steps};
use crate::i18n::domain::Named as _;
use crate::i18n::feedback::problem;
use crate::i18n::feedback_page::{FeedbackPageText as Text, delimiter_name, size_text};
use crate::i18n::{fill, grouped};
use crate::model::{ColumnRole, Project};
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{label, segmented};
use eframe::egui::style::ScrollStyle;
use eframe::egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

/// Encodings to choose from: WHATWG names, and what people call them.
const ENCODINGS: [(&str, &str); 6] = [
    ("UTF-8", "UTF-8"),
    ("Shift_JIS", "Shift_JIS (CP932)"),
    ("UTF-16LE", "UTF-16 LE"),
    ("UTF-16BE", "UTF-16 BE"),
    ("EUC-JP", "EUC-JP"),
    ("windows-1252", "Windows-1252"),
];
/// Columns share the room; none is narrower or wider than this at first.
const COLUMN_WIDTHS: std::ops::RangeInclusive<f32> = 140.0..=220.0;
const GAP: f32 = 14.0;
const HEADER_HEIGHT: f32 = 62.0;
const ROW_HEIGHT: f32 = 26.0;
const TABLE_HEIGHT: f32 = 300.0;

/// How a file is to be read, with its first rows.
#[derive(Clone)]
pub(super) struct ColumnSheet {
    preview: Preview,
    /// What the person chose; it is kept when one of it changes.
    look: Look,
    /// The imported file with the same columns, which this one is read like.
    like: Option<String>,
    /// The file could be read without a question.
    known: bool,
    /// What is no answer, as it is typed.
    no_answer: String,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Nothing.
    Nothing,
    /// To give up.
    Leave,
    /// To look again with another encoding or delimiter.
    LookAgain,
    /// To read the file.
    Read,
}

impl ColumnSheet {
    /// As it was guessed.
    pub(super) fn new(mut preview: Preview, look: Look, project: &Project) -> Self {
        let sets = project.data_sets.iter().filter(|set| preview.plan.fits(set));
        let like = sets.max_by_key(|set| set.imported_on);
        match like {
            Some(set) => preview.plan.follow(set),
            None => name_steps(&mut preview.plan.columns, project),
        }
        preview.plan.private_names.clone_from(&project.info.private_names);
        let known = like.is_some() && look == Look::default() && preview.plan.check().is_ok();
        let no_answer = preview.plan.no_answer.join(" ");
        Self { look, like: like.map(|set| set.name.clone()), known, no_answer, preview }
    }

    /// Whether the file has the columns of an earlier one, so that nothing has to be asked.
    pub(super) const fn is_known(&self) -> bool {
        self.known
    }

    /// How the file is to be read.
    pub(super) fn plan(&self) -> &ImportPlan {
        &self.preview.plan
    }

    /// How to look again.
    pub(super) fn look(&self) -> &Look {
        &self.look
    }

    /// Shows it.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, file: &str) -> Asked {
        ui.horizontal(|ui| {
            ui.label(label::bold(file, size::TITLE));
            ui.label(label::remark(cx.theme, size_text(self.preview.bytes)));
        });
        if let Some(name) = &self.like {
            let words = fill(Text::ReadLike.text(cx.lang), &[("name", name)]);
            ui.label(label::second(cx.theme, words).color(color(cx.theme.accent)));
        }
        if let Some(words) = layout_name(self.preview.layout) {
            ui.label(label::second(cx.theme, words.text(cx.lang)));
        }
        let again = self.form(ui, cx);
        self.shape(ui, cx);
        ui.add_space(2.0);
        ui.label(label::second(cx.theme, Text::Columns.text(cx.lang)));
        self.table(ui, cx);
        let shown = grouped(self.preview.rows.len() as u64);
        ui.label(label::remark(cx.theme, fill(Text::FirstRows.text(cx.lang), &[("n", &shown)])));
        if self.preview.plan.is_wide() {
            questions::questions_ui(ui, cx, &mut self.preview);
        }
        self.scales(ui, cx);
        self.codes(ui, cx);
        let asked = self.verdict(ui, cx);
        if again { Asked::LookAgain } else { asked }
    }

    /// How the file is taken apart; whether something was changed.
    fn form(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let kind = self.preview.plan.kind;
        ui.horizontal(|ui| {
            let mut changed = false;
            if kind != FileKind::Workbook {
                changed |= self.encoding(ui, cx);
            }
            match kind {
                FileKind::Text => changed |= self.delimiter(ui, cx),
                FileKind::Workbook => changed |= self.sheet(ui, cx),
                FileKind::Json | FileKind::JsonLines => {}
            }
            if matches!(kind, FileKind::Text | FileKind::Workbook) {
                changed |= self.header_row(ui, cx);
            }
            changed
        })
        .inner
    }

    fn encoding(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let mut changed = false;
        let name = Text::Encoding.text(cx.lang);
        ui.label(label::remark(cx.theme, name));
        let known = ENCODINGS.iter().find(|(name, _)| *name == self.preview.plan.encoding);
        let chosen = known.map_or(&*self.preview.plan.encoding, |(_, words)| words).to_owned();
        parts::choose(ui, name, "encoding", &chosen, 150.0, |ui| {
            for (label, words) in ENCODINGS {
                if parts::choice(ui, *words == chosen, words) {
                    self.look.encoding = Some(label.to_owned());
                    changed = true;
                }
            }
        });
        ui.add_space(12.0);
        changed
    }

    fn delimiter(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let mut changed = false;
        let name = Text::Delimiter.text(cx.lang);
        ui.label(label::remark(cx.theme, name));
        let now = self.preview.plan.delimiter;
        parts::choose(ui, name, "delimiter", delimiter_name(now, cx.lang), 110.0, |ui| {
            for delimiter in DELIMITERS {
                if parts::choice(ui, delimiter == now, delimiter_name(delimiter, cx.lang)) {
                    self.look.delimiter = Some(delimiter);
                    changed = true;
                }
            }
        });
        ui.add_space(12.0);
        changed
    }

    fn sheet(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let mut changed = false;
        let name = Text::Sheet.text(cx.lang);
        ui.label(label::remark(cx.theme, name));
        let now = self.preview.plan.sheet.clone();
        parts::choose(ui, name, "sheet", &now, 170.0, |ui| {
            for sheet in &self.preview.sheets {
                if parts::choice(ui, *sheet == now, sheet) {
                    // Another sheet has its header elsewhere.
                    self.look = Look { sheet: Some(sheet.clone()), ..Look::default() };
                    changed = true;
                }
            }
        });
        ui.add_space(12.0);
        changed
    }

    /// Which row is the header, each with its first words.
    fn header_row(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let mut changed = false;
        let name = Text::HeaderRow.text(cx.lang);
        ui.label(label::remark(cx.theme, name));
        let heading = self.preview.plan.heading;
        let row_name = |at: usize| {
            let words = self.preview.top.get(at).map(|row| row_words(row)).unwrap_or_default();
            format!("{}: {words}", at + 1)
        };
        let now = heading.above + heading.names;
        let mut chosen = None;
        parts::choose(ui, name, "header row", &row_name(now), 220.0, |ui| {
            for at in 0..self.preview.top.len() {
                if parts::choice(ui, at == now, &row_name(at)) {
                    chosen = Some(at);
                }
            }
        });
        if chosen.is_some() {
            self.look.above = chosen;
            changed = true;
        }
        changed
    }

    /// Whether a row is an answer or a respondent.
    fn shape(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        line_of(ui, |ui| {
            let wide = self.preview.plan.is_wide();
            let shapes = [(false, Text::OneAnswer.text(cx.lang), ""), (true, Text::OneRespondent.text(cx.lang), "")];
            let mut now = wide;
            switch(ui, cx, Text::ARowIs, &shapes, &mut now);
            if now != wide {
                self.preview.read_wide(now);
                name_steps(&mut self.preview.plan.columns, cx.project);
            }
        });
    }

    /// What is no answer, besides the usual codes.
    fn codes(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        line_of(ui, |ui| {
            let name = Text::NoAnswerCodes.text(cx.lang);
            ui.label(label::remark(cx.theme, name));
            let field = Field::line(name, "no answer codes").hint(Text::NoAnswerHint.text(cx.lang)).max_chars(80);
            ui.scope(|ui| {
                ui.set_max_width(180.0);
                if field.show(ui, cx.theme, &mut self.no_answer).changed {
                    let codes = self.no_answer.split([' ', '、', ',', '　']).filter(|code| !code.is_empty());
                    self.preview.plan.no_answer = codes.map(str::to_owned).collect();
                }
            });
            ui.label(label::remark(cx.theme, Text::NoAnswerUsual.text(cx.lang)));
        });
    }

    fn table(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Preview { plan, rows, .. } = &mut self.preview;
        let frame = Frame::new().stroke(crate::ui::theme::line(cx.theme.line)).corner_radius(8.0);
        let mut assigned = None;
        frame.inner_margin(Margin::same(6)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            // The bar is always in sight: there may be more columns than fit.
            ui.spacing_mut().scroll = ScrollStyle { floating: false, bar_width: 7.0, ..ScrollStyle::solid() };
            ScrollArea::horizontal().id_salt("columns").show(ui, |ui| {
                ui.spacing_mut().item_spacing = eframe::egui::vec2(GAP, 0.0);
                let columns = plan.columns.len();
                let share = ui.available_width() / columns.max(1) as f32 - GAP;
                let width = share.clamp(*COLUMN_WIDTHS.start(), *COLUMN_WIDTHS.end());
                let table = TableBuilder::new(ui)
                    .striped(true)
                    .vscroll(true)
                    .max_scroll_height(TABLE_HEIGHT)
                    .cell_layout(Layout::left_to_right(Align::Center))
                    .columns(Column::initial(width).at_least(80.0).clip(true).resizable(true), columns);
                let table = table.header(HEADER_HEIGHT, |mut header| {
                    for (place, column) in plan.columns.iter().enumerate() {
                        header.col(|ui| {
                            assigned = role(ui, cx, place, &column.header, column.role).or(assigned);
                        });
                    }
                });
                table.body(|body| {
                    body.rows(ROW_HEIGHT, rows.len(), |mut row| {
                        let cells = rows.get(row.index()).map_or(&[][..], Vec::as_slice);
                        for (place, column) in plan.columns.iter().enumerate() {
                            let text = cells.get(place).map_or("", String::as_str);
                            let shown = plan.shown(column.role, text);
                            row.col(|ui| cell(ui, cx, &shown, column.role));
                        }
                    });
                });
            });
        });
        if let Some((place, role)) = assigned {
            plan.assign_at(role, place);
        }
    }

    /// What the numbers of the chosen columns mean.
    fn scales(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let plan = &mut self.preview.plan;
        let has = |role| plan.columns.iter().any(|column| column.role == role);
        let (csat, ces) = (has(ColumnRole::Csat), has(ColumnRole::Ces));
        let dates = has(ColumnRole::Date) && year_is_last(plan, &self.preview.rows);
        let points = [5, 7].map(|top: u8| fill(Text::Points.text(cx.lang), &[("n", &top.to_string())]));
        let tops = [(5, &*points[0], ""), (7, &*points[1], "")];
        if csat || dates {
            line_of(ui, |ui| {
                if csat {
                    top(ui, cx, (plan, ColumnRole::Csat), Text::CsatScale, &tops);
                }
                if dates {
                    let orders = [
                        (DateOrder::MonthFirst, Text::MonthFirst.text(cx.lang), ""),
                        (DateOrder::DayFirst, Text::DayFirst.text(cx.lang), ""),
                    ];
                    switch(ui, cx, Text::DateOrder, &orders, &mut plan.date_order);
                }
            });
        }
        if ces {
            line_of(ui, |ui| {
                top(ui, cx, (plan, ColumnRole::Ces), Text::CesScale, &tops);
                let meanings = [(false, Text::Easy.text(cx.lang), ""), (true, Text::Hard.text(cx.lang), "")];
                switch(ui, cx, Text::CesDirection, &meanings, &mut plan.scales.ces_high_is_hard);
            });
        }
    }

    /// Whether the file can be read so, in words, with the buttons.
    fn verdict(&self, ui: &mut Ui, cx: &Cx<'_>) -> Asked {
        let mut asked = Asked::Nothing;
        let checked = self.preview.plan.check();
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.add_enabled_ui(checked.is_ok(), |ui| {
                if button::button(ui, cx.theme, Rank::Primary, Text::Read.text(cx.lang)).clicked() {
                    asked = Asked::Read;
                }
            });
            if button::button(ui, cx.theme, Rank::Secondary, Text::Cancel.text(cx.lang)).clicked() {
                asked = Asked::Leave;
            }
            ui.add_space(6.0);
            let (words, ink) = match &checked {
                Ok(()) => (Text::Ready.text(cx.lang).to_owned(), cx.theme.good),
                Err(error) => (problem(error, cx.lang), cx.theme.warn),
            };
            ui.label(RichText::new(words).color(color(ink)));
        });
        asked
    }
}

/// The first words of a row.
fn row_words(row: &[String]) -> String {
    let cells = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).take(4);
    cells.map(|cell| cell.chars().take(12).collect::<String>()).collect::<Vec<_>>().join(" ・ ")
}

const fn layout_name(layout: LayoutOf) -> Option<Text> {
    match layout {
        LayoutOf::Plain => None,
        LayoutOf::GoogleForms => Some(Text::GoogleForms),
        LayoutOf::Qualtrics => Some(Text::Qualtrics),
    }
}

/// The role of a column over its header; the one that was chosen.
fn role(ui: &mut Ui, cx: &Cx<'_>, place: usize, header: &str, role: ColumnRole) -> Option<(usize, ColumnRole)> {
    let mut chosen = None;
    ui.vertical(|ui| {
        ui.add_space(4.0);
        let name = fill(Text::RoleOf.text(cx.lang), &[("column", header)]);
        let width = ui.available_width() - 2.0;
        parts::choose(ui, &name, ("role", place), role.name(cx.lang), width, |ui| {
            for other in ColumnRole::ALL {
                if parts::choice(ui, other == role, other.name(cx.lang)) {
                    chosen = Some((place, other));
                }
            }
        });
        ui.add_space(5.0);
        let ink = if role == ColumnRole::Ignore { cx.theme.ink3 } else { cx.theme.ink };
        label::one_line(ui, label::bold(header, size::BODY).color(color(ink)));
    });
    chosen
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, text: &str, role: ColumnRole) {
    let ink = if role == ColumnRole::Ignore { cx.theme.ink3 } else { cx.theme.ink };
    let line = text.replace(['\n', '\r'], " ");
    label::one_line(ui, RichText::new(line).font(fonts::regular(12.0)).color(color(ink)));
}

/// A line of switches, their middles at one height.
fn line_of(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let size = eframe::egui::vec2(ui.available_width(), 32.0);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(size.y);
        content(ui);
    });
}

/// The scale of a metric; where its questions have several, none is the chosen one, and a click gives all the same.
fn top(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (plan, role): (&mut ImportPlan, ColumnRole),
    caption: Text,
    tops: &[(u8, &str, &str)],
) {
    let several = plan.has_several_scales(role);
    let first = plan.columns.iter().find(|column| column.role == role).map_or(0, |column| plan.top_of(column));
    let now = if several { 0 } else { first };
    let mut chosen = now;
    switch(ui, cx, caption, tops, &mut chosen);
    if several {
        ui.label(label::remark(cx.theme, Text::SeveralScales.text(cx.lang)));
    }
    if chosen != now {
        plan.set_top(role, chosen);
    }
}

/// A caption and a few choices, all in sight.
fn switch<T: Copy + PartialEq>(ui: &mut Ui, cx: &Cx<'_>, caption: Text, choices: &[(T, &str, &str)], value: &mut T) {
    ui.label(label::remark(cx.theme, caption.text(cx.lang)));
    if let Some(chosen) = segmented::compact(ui, cx.theme, *value, choices) {
        *value = chosen;
    }
    ui.add_space(10.0);
}

/// Whether the dates of the first rows have the year last, so that day and month may be mistaken for each other.
fn year_is_last(plan: &ImportPlan, rows: &[Vec<String>]) -> bool {
    let Ok(Some(place)) = plan.position(ColumnRole::Date) else { return false };
    let is_last = |text: &String| {
        let first = text.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        (1..=2).contains(&first.len())
    };
    rows.iter().filter_map(|row| row.get(place)).filter(|text| !text.trim().is_empty()).take(20).any(is_last)
}
