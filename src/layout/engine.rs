//! Puts a map together: columns first, then rows from top to bottom, then what goes round them.

use super::aligned::Aligned;
use super::changes::Changes;
use super::gathered::Gathered;
use super::part::Whole;
use super::relayout::Kept;
use super::{MapLayout, MapOptions, PlacedText, columns, foot, head, measures as m, rows};
use crate::base::{Align, Rect, Size, VAlign};
use crate::feedback::Overlay;
use crate::model::{Department, DepartmentId, JourneyId, JourneyIndex, Persona, PersonaId, Project};
use crate::text::{TextEngine, TextStyle};
use std::collections::BTreeMap;

/// What the placing functions work from.
pub(super) struct Placer<'a> {
    pub project: &'a Project,
    /// What is known of the journey as a whole.
    pub gathered: &'a Gathered<'a>,
    /// The steps and lanes that are shown.
    pub index: &'a JourneyIndex<'a>,
    pub overlay: Option<&'a Overlay>,
    pub options: &'a MapOptions,
    pub engine: &'a mut TextEngine,
    /// Width of a column that nobody made wider or narrower.
    pub column_width: f32,
    /// Departments by id, with their position.
    pub departments: BTreeMap<DepartmentId, (usize, &'a Department)>,
    /// Personas by id, with their position.
    pub personas: BTreeMap<PersonaId, (usize, &'a Persona)>,
    /// What became of the records, on a map that is compared.
    pub changes: Option<&'a Changes>,
    /// Where the columns stand so that those of the other map stand under them.
    pub aligned: Option<Aligned>,
    /// Rows of the last layout that may still stand.
    pub kept: Option<Kept<'a>>,
    /// Where all steps of the journey stand, on a map that shows some of them.
    pub whole: Option<Whole<'a>>,
}

/// What a map is laid out from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub project: &'a Project,
    pub journey: JourneyId,
    pub overlay: Option<&'a Overlay>,
    pub options: &'a MapOptions,
}

impl<'a> Placer<'a> {
    /// What a department is called.
    pub fn department_name(&self, department: DepartmentId) -> &'a str {
        self.departments.get(&department).map_or("", |(_, department)| department.name.as_str())
    }

    /// Text that breaks inside `rect` and stands in it.
    pub fn text(&mut self, text: &str, style: TextStyle, rect: Rect, align: Align, valign: VAlign) -> PlacedText {
        let paragraph = self.engine.paragraph(text, style, Some(rect.w), None);
        PlacedText { paragraph, rect, align, valign }
    }

    /// Text of at most so many lines, with "…" when there would be more.
    pub fn short_text(
        &mut self,
        text: &str,
        style: TextStyle,
        rect: Rect,
        align: Align,
        valign: VAlign,
        lines: usize,
    ) -> PlacedText {
        let paragraph = self.engine.paragraph(text, style, Some(rect.w), Some(lines));
        PlacedText { paragraph, rect, align, valign }
    }

    /// Text on one line, never broken.
    pub fn line(&mut self, text: &str, style: TextStyle, rect: Rect, align: Align) -> PlacedText {
        let paragraph = self.engine.paragraph(text, style, None, Some(1));
        PlacedText { paragraph, rect, align, valign: VAlign::Middle }
    }
}

/// The width of a column of a journey that nobody made wider or narrower.
#[must_use]
pub fn usual_width(project: &Project, journey: JourneyId) -> f32 {
    JourneyIndex::new(project, journey).map_or(m::COLUMN_WIDTH_CJK, |index| columns::column_width(&index))
}

/// Lays a journey out; `None` when the project has none with this id.
///
/// `engine` keeps shaped text between calls, so that laying out again after an edit shapes only what changed.
#[must_use]
pub fn place_map(
    project: &Project,
    journey: JourneyId,
    overlay: Option<&Overlay>,
    options: &MapOptions,
    engine: &mut TextEngine,
) -> Option<MapLayout> {
    place(Source { project, journey, overlay, options }, engine, None)
}

/// The same, with what may be kept of the last layout.
pub(super) fn place(source: Source<'_>, engine: &mut TextEngine, kept: Option<Kept<'_>>) -> Option<MapLayout> {
    Some(place_gathered(&Gathered::of(source)?, source.options, engine, kept))
}

/// Lays out what of a journey the options show.
pub(super) fn place_gathered(
    gathered: &Gathered<'_>,
    options: &MapOptions,
    engine: &mut TextEngine,
    kept: Option<Kept<'_>>,
) -> MapLayout {
    let project = gathered.project;
    let narrowed = options.part.as_ref().map(|part| gathered.narrowed(part));
    let index = narrowed.as_ref().unwrap_or(&gathered.index);
    let is_cut = options.part.as_ref().is_some_and(|part| part.steps.is_some());
    let stretch = options.part.as_ref().map_or(1.0, |part| part.stretch);
    let column_width = gathered.usual_width * stretch;
    let mut placer = Placer {
        project,
        gathered,
        index,
        overlay: gathered.overlay.filter(|_| options.voice),
        options,
        engine,
        column_width,
        departments: project.departments_in_order().into_iter().enumerate().map(|(i, d)| (d.id, (i, d))).collect(),
        personas: project.personas_in_order().into_iter().enumerate().map(|(i, p)| (p.id, (i, p))).collect(),
        changes: gathered.changes.as_ref(),
        aligned: gathered.changes.as_ref().and_then(|changes| Aligned::of(project, changes)),
        kept,
        whole: is_cut.then(|| gathered.whole()),
    };

    let mut top = m::MARGIN;
    let width = columns::map_width(&placer);
    let head = options.head.then(|| head::place(&mut placer, Rect::new(m::MARGIN, top, width, m::HEAD_HEIGHT)));
    if head.is_some() {
        top += m::HEAD_HEIGHT + 2.0 * m::GUTTER;
    }
    let grid = columns::place(&mut placer, top);
    let rows = rows::place(&mut placer, &grid);
    let bottom = rows.last().map_or(grid.band.bottom() + m::ROW_MIN_HEIGHT, |row| row.bottom());
    let foot = foot::is_wanted(&placer).then(|| foot::place(&mut placer, m::MARGIN, bottom + 2.0 * m::GUTTER, width));

    let sheet_bottom = foot.as_ref().map_or(bottom, |foot| foot.rect.bottom()) + m::MARGIN;
    MapLayout {
        journey: index.journey.id,
        title: index.journey.title.clone(),
        lang: options.lang,
        size: Size::new(width + 2.0 * m::MARGIN, sheet_bottom),
        head,
        corner: Rect::new(m::MARGIN, top, m::LANE_TITLE_WIDTH, grid.band.h),
        columns_band: grid.band,
        lanes_band: Rect::new(m::MARGIN, grid.band.bottom(), m::LANE_TITLE_WIDTH, bottom - grid.band.bottom()),
        body: Rect::new(grid.band.x, grid.band.bottom(), grid.band.w, bottom - grid.band.bottom()),
        phases: grid.phases,
        usual_width: column_width,
        links: grid.links,
        positions: grid.columns.iter().enumerate().map(|(position, column)| (column.step, position)).collect(),
        columns: grid.columns,
        rows,
        foot,
    }
}
