//! What matters: the CSポートフォリオ, and the ranking of low score × high volume.

use super::{parts, placing};
use crate::feedback::{Driver, Overlay, Portfolio, Quadrant, Ranking};
use crate::i18n::answers::AnswersText as Text;
use crate::i18n::sources::SourcesText;
use crate::i18n::{fill, grouped};
use crate::model::{ColumnRole, JourneyId};
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::label;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Color32, Pos2, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};

const CHART: f32 = 340.0;
/// A name in the chart is never longer.
const LABEL: f32 = 170.0;
const ROW: f32 = 26.0;

/// The portfolio of all items.
pub(super) fn portfolio_ui(ui: &mut Ui, cx: &Cx<'_>, overlay: &Overlay) {
    parts::title(ui, Text::Drivers.text(cx.lang));
    let Some(portfolio) = cx.shown.voice.portfolio(cx.project) else { return };
    if portfolio.drivers.is_empty() {
        ui.label(label::second(cx.theme, Text::NoDrivers.text(cx.lang)));
        return;
    }
    let values = [("overall", overall(cx))];
    label::paragraph(
        ui,
        &fill(Text::DriversWhy.text(cx.lang), &values.each_ref().map(|(k, v)| (*k, v.as_str()))),
        size::SMALL,
        color(cx.theme.ink3),
    );
    if !overlay.filter.is_empty() {
        ui.label(label::second(cx.theme, SourcesText::WholeSample.text(cx.lang)));
    }
    let (whole, response) = ui.allocate_exact_size(vec2(ui.available_width().min(720.0), CHART), Sense::hover());
    let rect = Rect::from_min_max(whole.min + vec2(12.0, 8.0), whole.max - vec2(12.0, 22.0));
    let plot = Plot::new(portfolio, rect);
    let middle = plot.at(portfolio.middle.0, portfolio.middle.1);
    let painter = ui.painter_at(whole);
    painter.rect_stroke(rect, 4.0, line(cx.theme.line2), eframe::egui::StrokeKind::Inside);
    painter.hline(rect.x_range(), middle.y, line(cx.theme.line3));
    painter.vline(middle.x, rect.y_range(), line(cx.theme.line3));
    let corner = |at: Pos2, align, text: Text| {
        painter.text(at, align, text.text(cx.lang), fonts::bold(size::SMALL), color(cx.theme.ink3))
    };
    let inner = rect.shrink(8.0);
    let corners = [
        corner(inner.right_bottom(), Align2::RIGHT_BOTTOM, Text::Improve),
        corner(inner.right_top(), Align2::RIGHT_TOP, Text::KeepUp),
        corner(inner.left_top(), Align2::LEFT_TOP, Text::Maintain),
        corner(inner.left_bottom(), Align2::LEFT_BOTTOM, Text::ImproveLater),
    ];
    let mut points = Vec::new();
    for driver in &portfolio.drivers {
        let at = plot.at(driver.r.value, driver.satisfaction);
        let (low, high) = (plot.at(driver.r.low, 0.0).x, plot.at(driver.r.high, 0.0).x);
        painter.hline(low..=high, at.y, Stroke::new(3.0, color(cx.theme.accent.faded(0.22))));
        let mut job = LayoutJob::simple_singleline(name(cx, driver), fonts::regular(size::SMALL), color(cx.theme.ink));
        job.wrap = TextWrapping::truncate_at_width(LABEL);
        points.push((at, painter.layout_job(job)));
    }
    let sizes: Vec<(Pos2, Vec2)> = points.iter().map(|(at, galley)| (*at, galley.size())).collect();
    let places = placing::place(&sizes, rect.shrink(2.0), &corners);
    for ((driver, (at, galley)), placed) in portfolio.drivers.iter().zip(points).zip(places) {
        if let Some(leader) = placed.leader {
            painter.line_segment(leader, line(cx.theme.line3));
        }
        // What is to be improved first is a square, not only another colour.
        match portfolio.quadrant(driver) {
            Quadrant::Improve => {
                painter.rect_filled(Rect::from_center_size(at, vec2(9.0, 9.0)), 1.0, color(cx.theme.warn));
            }
            _ => {
                painter.circle_filled(at, 4.5, color(cx.theme.accent));
            }
        }
        painter.galley(placed.rect.min, galley, Color32::PLACEHOLDER);
    }
    response.on_hover_ui(|ui| {
        for driver in &portfolio.drivers {
            ui.label(words(cx, driver));
        }
    });
}

/// What overall satisfaction is in these files.
fn overall(cx: &Cx<'_>) -> String {
    let sets = cx.project.data_sets_in_order();
    let column = |role| sets.iter().flat_map(|set| &set.columns).find(|column| column.role == role);
    let column = column(ColumnRole::Overall).or_else(|| column(ColumnRole::Nps));
    column.map_or_else(|| Text::Overall.text(cx.lang).to_owned(), |column| column.header.clone())
}

fn name(cx: &Cx<'_>, driver: &Driver) -> String {
    let step = parts::step_name(cx.project, driver.step);
    match driver.measure.role {
        ColumnRole::Csat => step.to_owned(),
        _ => format!("{step} · {}", driver.measure.name),
    }
}

fn words(cx: &Cx<'_>, driver: &Driver) -> String {
    let r = driver.r;
    format!(
        "{}: r {:.2} ({:.2} … {:.2}), {:.0}, n {}",
        name(cx, driver),
        r.value,
        r.low,
        r.high,
        driver.satisfaction,
        grouped(driver.n)
    )
}

/// Where values stand: both axes from the lowest to the highest with some air.
struct Plot {
    rect: Rect,
    x: (f64, f64),
    y: (f64, f64),
}

impl Plot {
    fn new(portfolio: &Portfolio, rect: Rect) -> Self {
        let range = |values: &mut dyn Iterator<Item = f64>| {
            let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
            let air = ((high - low) * 0.12).max(0.02);
            (low - air, high + air)
        };
        let drivers = &portfolio.drivers;
        let x = range(&mut drivers.iter().flat_map(|driver| [driver.r.low, driver.r.high]));
        let y = range(&mut drivers.iter().map(|driver| driver.satisfaction));
        Self { rect, x, y }
    }

    fn at(&self, x: f64, y: f64) -> Pos2 {
        let share = |value: f64, (low, high): (f64, f64)| ((value - low) / (high - low).max(1e-9)) as f32;
        pos2(
            self.rect.left() + self.rect.width() * share(x, self.x),
            self.rect.bottom() - self.rect.height() * share(y, self.y),
        )
    }
}

/// The ranking of a journey, with its factors.
pub(super) fn ranking_ui(ui: &mut Ui, cx: &Cx<'_>, overlay: &Overlay, journey: JourneyId) {
    let lang = cx.lang;
    parts::title(ui, Text::Ranking.text(lang));
    let ranking = Ranking::new(cx.project, overlay, journey);
    if ranking.steps.is_empty() {
        ui.label(label::second(cx.theme, Text::NothingLow.text(lang)));
        return;
    }
    ui.label(label::remark(cx.theme, Text::RankingWhy.text(lang)));
    let unit = if ranking.by_customers { Text::PerMonth } else { Text::ByAnswers };
    let volume = format!("{} ({})", Text::Volume.text(lang), unit.text(lang));
    let heads = [
        volume,
        Text::Importance.text(lang).to_owned(),
        Text::Shortfall.text(lang).to_owned(),
        Text::Score.text(lang).to_owned(),
    ];
    ui.spacing_mut().item_spacing.y = 0.0;
    row(ui, cx, "", &heads, true);
    for ranked in ranking.steps.iter().take(10) {
        let figures = [
            grouped(ranked.volume),
            format!("{:.0}", ranked.importance),
            format!("{:.2}", ranked.shortfall),
            grouped(ranked.value.round() as u64),
        ];
        row(ui, cx, parts::step_name(cx.project, ranked.step), &figures, false);
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, name: &str, figures: &[String; 4], is_head: bool) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let ink = if is_head { cx.theme.ink3 } else { cx.theme.ink };
    let font = fonts::regular(if is_head { size::SMALL } else { size::BODY });
    ui.painter().hline(rect.x_range(), rect.bottom(), line(cx.theme.line));
    ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, name, font.clone(), color(ink));
    for (place, figure) in figures.iter().enumerate() {
        let right = rect.left() + width * (0.30 + 0.175 * (place + 1) as f32);
        ui.painter().text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, figure, font.clone(), color(ink));
    }
}
