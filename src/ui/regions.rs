//! The regions of the window that F6 goes through: each has a place where the keyboard can rest, with a name and a
//! ring round all of it; Tab goes on from there into the region.

use super::theme::color;
use crate::i18n::Lang;
use crate::i18n::access::RegionName;
use crate::look::Theme;
use eframe::egui::accesskit::Role;
use eframe::egui::{Context, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui};

/// A region of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Region {
    /// Project, pages, tools.
    TopBar,
    /// The outline.
    Outline,
    /// The page in the middle.
    Page,
    /// The inspector.
    Inspector,
    /// The status line.
    Status,
}

impl Region {
    const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::TopBar => RegionName::TopBar,
            Self::Outline => RegionName::Outline,
            Self::Page => RegionName::Page,
            Self::Inspector => RegionName::Inspector,
            Self::Status => RegionName::Status,
        }
        .text(lang)
    }

    fn id(self) -> Id {
        Id::unique(("region", self as u8))
    }
}

/// The regions as they were drawn, and where the keyboard is to go.
#[derive(Default)]
pub(crate) struct Regions {
    shown: Vec<(Region, Rect)>,
    steps: i32,
    target: Option<Region>,
}

impl Regions {
    /// So many regions on (or back), in the next frame.
    pub(crate) fn go(&mut self, steps: i32) {
        self.steps += steps;
    }

    /// Before the regions are drawn: finds out which one the keyboard goes to.
    pub(crate) fn begin(&mut self, ctx: &Context) {
        self.shown.sort_by_key(|(region, _)| *region);
        let shown = std::mem::take(&mut self.shown);
        let steps = std::mem::take(&mut self.steps);
        if steps == 0 || shown.is_empty() {
            return;
        }
        let at = shown.iter().position(|(region, rect)| is_in(ctx, *region, *rect));
        let count = shown.len();
        let way = steps.unsigned_abs() as usize % count;
        let to = match at {
            Some(at) if steps > 0 => (at + way) % count,
            Some(at) => (at + count - way) % count,
            None if steps > 0 => (way + count - 1) % count,
            None => (count - way) % count,
        };
        self.target = shown.get(to).map(|(region, _)| *region);
    }

    /// At the beginning of a region: its name, and the keyboard if it is to come here.
    pub(crate) fn region(&mut self, ui: &Ui, theme: &Theme, lang: Lang, region: Region) {
        let rect = ui.max_rect();
        self.shown.push((region, rect));
        let response = ui.interact(rect, region.id(), Sense::focusable_noninteractive());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Region);
            node.set_label(region.name(lang));
        });
        if self.target == Some(region) {
            self.target = None;
            response.request_focus();
        }
        if response.has_focus() {
            ring(ui, theme, rect);
        }
    }

    /// The page is a map, which takes the keyboard itself; whether it is to come now.
    pub(crate) fn map(&mut self, ui: &Ui) -> bool {
        self.shown.push((Region::Page, ui.max_rect()));
        let comes = self.target == Some(Region::Page);
        if comes {
            self.target = None;
        }
        comes
    }
}

/// A line round a region that has the keyboard.
pub(crate) fn ring(ui: &Ui, theme: &Theme, rect: Rect) {
    let stroke = Stroke::new(2.0, color(theme.accent));
    ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(4), stroke, StrokeKind::Inside);
}

/// Whether the keyboard is in a region: in its own place, or in something that lies in it.
fn is_in(ctx: &Context, region: Region, rect: Rect) -> bool {
    let Some(focused) = ctx.memory(eframe::egui::Memory::focused) else { return false };
    focused == region.id()
        || ctx
            .read_response(focused)
            .is_some_and(|response| rect.contains(response.rect.center()) && !is_region(focused))
}

fn is_region(id: Id) -> bool {
    [Region::TopBar, Region::Outline, Region::Page, Region::Inspector, Region::Status]
        .iter()
        .any(|region| region.id() == id)
}
