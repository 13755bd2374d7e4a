//! A page that is larger than the paper of a printer, on several sheets that are cut and put together.

use super::{Page, PageKind};
use crate::base::{Point, Rect, Rgba, Size};
use crate::look::{Theme, ThemeKind};
use crate::scene::{Align, Block, Crop, Group, Item, Part, PartKind, Path, Scene, Shape, Stroke, Text, VAlign};
use crate::text::{TextEngine, TextStyle};
use kurbo::{BezPath, Shape as _};
use std::sync::Arc;

const POINTS_PER_MM: f32 = 72.0 / 25.4;
/// Round the edge of a sheet, where many printers print nothing: room for the marks and the label.
const MARGIN: f32 = 10.0 * POINTS_PER_MM;
/// What two sheets side by side both show, to be glued.
const OVERLAP: f32 = 10.0 * POINTS_PER_MM;
/// From the picture to where a cut mark begins, and how long it is.
const MARK_GAP: f32 = 2.0 * POINTS_PER_MM;
const MARK_LENGTH: f32 = 5.0 * POINTS_PER_MM;
const MARK_WIDTH: f32 = 0.5;
const LABEL_SIZE: f32 = 7.0;
/// Pages are not printed smaller than this to save sheets.
const LEAST_SCALE: f32 = 0.92;

/// How many rows and columns of sheets a page of this size takes, both in points.
fn tile_count(whole: Size, sheet: Size) -> (u32, u32) {
    let along = |whole: f32, sheet: f32| {
        // A hundredth of a point is no reason for another row.
        (((whole - OVERLAP - 0.01) / (seen(sheet) - OVERLAP)).ceil() as u32).max(1)
    };
    (along(whole.h, sheet.h), along(whole.w, sheet.w))
}

/// What a side of a sheet shows of the page; more than sheets overlap, however small they are.
fn seen(side: f32) -> f32 {
    (side - 2.0 * MARGIN).max(OVERLAP * 2.0)
}

/// The most that so many sheets side by side show, overlaps counted once.
fn shown_by(sheets: u32, side: f32) -> f32 {
    sheets as f32 * (seen(side) - OVERLAP) + OVERLAP
}

/// How pages are printed in pieces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pieces {
    /// A sheet of the printer, in points.
    pub sheet: Size,
    /// How large the pages are printed, 1 is their own size.
    pub scale: f32,
}

impl Pieces {
    /// Pages of this size on such sheets, both in points. They are made a little smaller where that saves a row or a
    /// column that would hold next to nothing: of an A1 poster on A4 it saves seven sheets of sixteen.
    #[must_use]
    pub fn of(page: Size, sheet: Size) -> Self {
        let (rows, columns) = tile_count(page, sheet);
        let fewer = [(rows - 1, columns - 1), (rows - 1, columns), (rows, columns - 1)];
        let scale = |(rows, columns): &(u32, u32)| {
            let (w, h) = (shown_by(*columns, sheet.w) / page.w, shown_by(*rows, sheet.h) / page.h);
            w.min(h).min(1.0)
        };
        let can_be = |counts: &&(u32, u32)| counts.0 > 0 && counts.1 > 0 && scale(counts) >= LEAST_SCALE;
        let fewest = fewer.iter().filter(can_be).min_by_key(|counts| counts.0 * counts.1);
        Self { sheet, scale: fewest.map_or(1.0, scale) }
    }

    /// The page on sheets, row by row. Neighbours overlap by 10 mm; cut at the marks they meet in the middle of it. In
    /// the margin stands which row and column a sheet is.
    #[must_use]
    pub fn tiles(self, page: &Page, engine: &TextEngine) -> Vec<Page> {
        let Self { sheet, scale } = self;
        let page = &Page { paper: Size::new(page.paper.w * scale, page.paper.h * scale), ..page.clone() };
        let (rows, columns) = tile_count(page.paper, sheet);
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        places
            .map(|(row, column)| {
                let tile = Tile { page, sheet, scale, row, column, rows, columns };
                Page {
                    kind: tile.kind(),
                    title: format!("{} {}", page.title, tile.name()),
                    notes: if (row, column) == (0, 0) { page.notes.clone() } else { Vec::new() },
                    paper: sheet,
                    scene: tile.scene(engine),
                }
            })
            .collect()
    }
}

/// One sheet.
struct Tile<'a> {
    page: &'a Page,
    sheet: Size,
    /// How large the page is printed.
    scale: f32,
    row: u32,
    column: u32,
    rows: u32,
    columns: u32,
}

impl Tile<'_> {
    fn name(&self) -> String {
        format!("{}-{}", self.row + 1, self.column + 1)
    }

    const fn kind(&self) -> PageKind {
        match self.page.kind {
            PageKind::Map(journey) | PageKind::Phase(journey, _) | PageKind::Tile(journey, ..) => {
                PageKind::Tile(journey, self.row, self.column)
            }
            sheet @ (PageKind::Persona(_) | PageKind::Findings(_)) => sheet,
        }
    }

    /// Points as map units.
    fn units(&self, points: f32) -> f32 {
        points / self.page.scale()
    }

    /// The rectangle of the sheet that shows the page, from the sheet's corner.
    fn window(&self) -> Rect {
        let margin = self.units(MARGIN);
        Rect::new(margin, margin, self.units(seen(self.sheet.w)), self.units(seen(self.sheet.h)))
    }

    /// Where the corner of the page lies, from the sheet's corner.
    fn origin(&self) -> Point {
        let (window, overlap) = (self.window(), self.units(OVERLAP));
        let x = window.x - self.column as f32 * (window.w - overlap);
        Point::new(x, window.y - self.row as f32 * (window.h - overlap))
    }

    /// What of the page is on the sheet.
    fn shown(&self) -> Rect {
        let (window, at) = (self.window(), self.origin());
        let right = window.right().min(at.x + self.page.scene.size.w);
        let bottom = window.bottom().min(at.y + self.page.scene.size.h);
        Rect::new(window.x, window.y, (right - window.x).max(0.0), (bottom - window.y).max(0.0))
    }

    /// Where the sheet is cut: in the middle of an overlap, or at the edge of the page.
    fn cut(&self) -> Rect {
        let (shown, half) = (self.shown(), self.units(OVERLAP) / 2.0);
        let inner = |is_inner: bool| if is_inner { half } else { 0.0 };
        let (left, top) = (inner(self.column > 0), inner(self.row > 0));
        let right = inner(self.column + 1 < self.columns);
        let bottom = inner(self.row + 1 < self.rows);
        Rect::new(shown.x + left, shown.y + top, shown.w - left - right, shown.h - top - bottom)
    }

    fn scene(&self, engine: &TextEngine) -> Scene {
        let (whole, at, shown) = (&self.page.scene, self.origin(), self.shown());
        let size = Size::new(self.units(self.sheet.w), self.units(self.sheet.h));
        let rect = Rect::new(-at.x, -at.y, size.w, size.h);
        let mut scene = whole.cropped(&Crop { rect, only: None, moved: &|_| Point::default() });
        for part in &mut scene.parts {
            let items = std::mem::take(&mut part.items);
            part.items = vec![within(shown, items)];
        }
        scene.parts.insert(0, self.ground());
        scene.parts.push(Part { kind: PartKind::Foot, bounds: rect, items: self.marks(engine) });
        // The margin stays paper.
        Scene { size, background: Rgba::WHITE, ..scene }
    }

    fn ground(&self) -> Part {
        let (rect, fill) = (self.shown(), Some(self.page.scene.background));
        let ground = Block { rect, shape: Shape::Rect, fill, stroke: None, text: None };
        Part { kind: PartKind::Body, bounds: rect, items: vec![Item::Block(ground)] }
    }

    /// The cut marks, and which sheet it is.
    fn marks(&self, engine: &TextEngine) -> Vec<Item> {
        let theme = Theme::of(ThemeKind::Print);
        let outline = self.cut_marks();
        let box_of = outline.bounding_box();
        let bounds = Rect::new(box_of.x0 as f32, box_of.y0 as f32, box_of.width() as f32, box_of.height() as f32);
        let stroke = Some(Stroke::solid(self.units(MARK_WIDTH), theme.ink));
        let marks = Path { outline: Arc::new(outline), bounds, fill: None, stroke };
        vec![Item::Path(marks), self.label(theme, engine)]
    }

    fn cut_marks(&self) -> BezPath {
        let (cut, window) = (self.cut(), self.window());
        let (gap, length) = (self.units(MARK_GAP), self.units(MARK_LENGTH));
        let mut path = BezPath::new();
        let mut line = |a: (f32, f32), b: (f32, f32)| {
            path.move_to((f64::from(a.0), f64::from(a.1)));
            path.line_to((f64::from(b.0), f64::from(b.1)));
        };
        for x in [cut.x, cut.right()] {
            line((x, window.y - gap), (x, window.y - gap - length));
            line((x, window.bottom() + gap), (x, window.bottom() + gap + length));
        }
        for y in [cut.y, cut.bottom()] {
            line((window.x - gap, y), (window.x - gap - length, y));
            line((window.right() + gap, y), (window.right() + gap + length, y));
        }
        path
    }

    fn label(&self, theme: &Theme, engine: &TextEngine) -> Item {
        let scale = if self.scale < 1.0 { format!("   {:.0} %", self.scale * 100.0) } else { String::new() };
        let said = format!("{}   ({} × {}){scale}   {}", self.name(), self.rows, self.columns, self.page.title);
        let paragraph = engine.paragraph(&said, TextStyle::regular(self.units(LABEL_SIZE)), None, Some(1));
        let (cut, window) = (self.cut(), self.window());
        let aside = self.units(MARK_GAP);
        let rect = Rect::new(cut.x + aside, window.bottom(), cut.w - 2.0 * aside, window.y);
        Item::Text(Text { paragraph, rect, align: Align::Left, valign: VAlign::Middle, color: theme.ink2 })
    }
}

/// The items, drawn inside the rectangle only.
fn within(rect: Rect, items: Vec<Item>) -> Item {
    Item::group(Group { id: None, label: String::new(), bounds: rect, clip: Some(rect), items })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdSource;
    use crate::export::page::Paper;
    use crate::export::png::to_rgba;
    use crate::export::sample;
    use image::RgbaImage;

    fn poster_on(paper: Paper) -> Page {
        Page { paper: paper.points(), ..poster() }
    }

    fn poster() -> Page {
        // Stripes of one map unit a point, so that what is where can be read from the pixels.
        let stripe = |i: u16| {
            let rect = Rect::new(f32::from(i) * 50.0, 0.0, 25.0, 1_000.0);
            let mut block = sample::block(rect, Shape::Rect);
            block.fill = Some(Rgba { r: (i * 9) as u8, g: 100, b: 200, a: 255 });
            Item::Block(block)
        };
        let size = Size::new(1_400.0, 1_000.0);
        let scene = sample::scene(size, (0..28).map(stripe).collect());
        let kind = PageKind::Map(IdSource::seeded(1).next());
        Page { kind, title: "Poster".to_owned(), notes: vec!["n 12".to_owned()], paper: size, scene }
    }

    fn a4() -> Size {
        Paper::A4.points()
    }

    fn whole_size() -> Pieces {
        Pieces { sheet: a4(), scale: 1.0 }
    }

    fn pixels(page: &Page) -> RgbaImage {
        let pixels = to_rgba(&page.scene, 1.0).unwrap();
        RgbaImage::from_raw(pixels.width, pixels.height, pixels.data).unwrap()
    }

    #[test]
    fn sheets_are_as_many_as_it_takes() {
        let setup = Paper::points;
        assert_eq!(tile_count(Size::new(500.0, 300.0), a4()), (1, 1));
        assert_eq!(tile_count(setup(Paper::A3), a4()), (2, 2));
        assert_eq!(tile_count(setup(Paper::A0), a4()), (5, 5));
        assert_eq!(tile_count(setup(Paper::A0), setup(Paper::A3)), (4, 4));
        assert_eq!(tile_count(Size::new(500.0, 300.0), Size::new(1.0, 1.0)).0, 10, "no paper is too small to count");
    }

    #[test]
    fn a_little_smaller_saves_sheets_that_would_be_almost_empty() {
        let of = |page: Paper| Pieces::of(page.points(), a4());
        let count = |pieces: Pieces, page: Paper| {
            let Size { w, h } = page.points();
            tile_count(Size::new(w * pieces.scale, h * pieces.scale), a4())
        };
        assert_eq!(tile_count(Paper::A1.points(), a4()), (4, 4));
        assert_eq!(count(of(Paper::A1), Paper::A1), (3, 3));
        assert!(of(Paper::A1).scale > 0.92 && of(Paper::A1).scale < 0.93, "{:?}", of(Paper::A1));
        assert!(of(Paper::A0).scale > 0.999, "nothing is gained");
        assert!(Pieces::of(a4(), Paper::A3.points()).scale > 0.999);
        let tiles = of(Paper::A1).tiles(&poster_on(Paper::A1), &TextEngine::new());
        assert_eq!(tiles.len(), 9);
    }

    #[test]
    fn cut_and_put_together_the_sheets_are_the_page() {
        let page = poster();
        let whole = pixels(&page);
        let (rows, columns) = tile_count(page.paper, a4());
        let tiles = whole_size().tiles(&page, &TextEngine::new());
        assert_eq!(tiles.len() as u32, rows * columns);
        let mut seen = vec![false; (whole.width() * whole.height()) as usize];
        for (index, made) in tiles.iter().enumerate() {
            let (row, column) = (index as u32 / columns, index as u32 % columns);
            assert!(matches!(made.kind, PageKind::Tile(_, r, c) if (r, c) == (row, column)));
            assert!((made.scale() - page.scale()).abs() < 1e-4 && made.paper == a4());
            let tile = Tile { page: &page, sheet: a4(), scale: 1.0, row, column, rows, columns };
            let (cut, at, picture) = (tile.cut(), tile.origin(), pixels(made));
            for y in (cut.y.ceil() as u32..cut.bottom().floor() as u32).step_by(7) {
                for x in cut.x.ceil() as u32..cut.right().floor() as u32 {
                    let (px, py) = (x as f32 - at.x, y as f32 - at.y);
                    // Half way between two stripes' edges nothing is smoothed.
                    if (px.rem_euclid(25.0) - 12.5).abs() < 10.0 {
                        assert_eq!(picture.get_pixel(x, y), whole.get_pixel(px.round() as u32, py.round() as u32));
                    }
                    seen[(py as u32 * whole.width() + px as u32) as usize] = true;
                }
            }
        }
        let columns_seen =
            (0..whole.width()).filter(|x| seen.chunks(whole.width() as usize).any(|row| row[*x as usize]));
        assert!(columns_seen.count() + 8 >= whole.width() as usize, "nothing is cut away");
    }

    #[test]
    fn the_margin_holds_marks_and_the_name_and_nothing_of_the_page() {
        let tiles = whole_size().tiles(&poster(), &TextEngine::new());
        let second = &tiles[1];
        assert!(second.title.ends_with("1-2") && second.notes.is_empty() && !tiles[0].notes.is_empty());
        let picture = pixels(second);
        let (w, h) = picture.dimensions();
        let coloured = |x: u32, y: u32| {
            let [r, g, b, _] = picture.get_pixel(x, y).0;
            r.abs_diff(g) > 8 || g.abs_diff(b) > 8
        };
        let margin = MARGIN as u32 - 1;
        let is_margin = |x: u32, y: u32| x < margin || y < margin || x >= w - margin || y >= h - margin;
        let all = || (0..h).flat_map(|y| (0..w).map(move |x| (x, y)));
        assert!(all().filter(|(x, y)| is_margin(*x, *y)).all(|(x, y)| !coloured(x, y)));
        let dark = all().filter(|(x, y)| is_margin(*x, *y) && picture.get_pixel(*x, *y).0[1] < 200).count();
        assert!(dark > 60, "marks and letters: {dark}");
        assert!(all().any(|(x, y)| coloured(x, y)));
    }

    #[test]
    fn a_sheet_of_a_persona_stays_one() {
        let persona = PageKind::Persona(IdSource::seeded(1).next());
        let page = Page { kind: persona, ..poster() };
        assert!(whole_size().tiles(&page, &TextEngine::new()).iter().all(|tile| tile.kind == persona));
    }
}
