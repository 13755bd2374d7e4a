//! What the window shows besides the session's own place: neither saved nor undone.

use super::canvas::Canvas;
use super::compare::CompareShown;
use super::feedback_panel::FeedbackPanel;
use super::filter::FilterBar;
use super::find_bar::FindBar;
use super::keeping::KeptShown;
use super::persona::Comparing;
use super::regions::Regions;
use super::textures::Textures;
use super::together::Together;
use super::tray::Tray;
use super::voice::Voice;
use crate::app::settings::{Scale, ThemeChoice};
use crate::app::{MapFilter, ViewState};
use crate::model::RecordId;

/// Page and panels, the canvas, what is being renamed, pictures on the graphics card.
pub(crate) struct Shown {
    /// Page and panels.
    pub(crate) window: ViewState,
    /// The map.
    pub(crate) canvas: Canvas,
    /// How two maps are compared.
    pub(crate) compare: CompareShown,
    /// The record of the outline whose name is to be typed.
    pub(crate) renaming: Option<RecordId>,
    /// The keyboard left a text field in this frame: the step of the history is complete.
    pub(crate) typing_ended: bool,
    /// Pictures that were decoded.
    pub(crate) textures: Textures,
    /// The colours as they are chosen.
    pub(crate) theme: ThemeChoice,
    /// Size of the interface, as it is set.
    pub(crate) scale: Scale,
    /// The size that a slider is being dragged to.
    pub(crate) scale_draft: Option<u16>,
    /// Whether things appear at once.
    pub(crate) reduced_motion: bool,
    /// Where the keyboard can rest.
    pub(crate) regions: Regions,
    /// The feedback laid over the map.
    pub(crate) voice: Voice,
    /// The search.
    pub(crate) find: FindBar,
    /// Which persona is compared with the one shown.
    pub(crate) comparing: Comparing,
    /// The feedback page.
    pub(crate) feedback: FeedbackPanel,
    /// Which cards are brought forward.
    pub(crate) filter: MapFilter,
    /// Names of the feedback that wait for a step.
    pub(crate) tray: Tray,
    /// What others changed.
    pub(crate) together: Together,
    /// The bar where that is chosen.
    pub(crate) filter_bar: FilterBar,
    /// How the document stands to its file, and who else has it open.
    pub(crate) kept: KeptShown,
    /// The details of the map's size were asked for: the status line opens them.
    pub(crate) size_asked: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            window: ViewState::default(),
            canvas: Canvas::new(),
            compare: CompareShown::default(),
            renaming: None,
            typing_ended: false,
            textures: Textures::default(),
            theme: ThemeChoice::default(),
            scale: Scale::default(),
            scale_draft: None,
            reduced_motion: false,
            regions: Regions::default(),
            voice: Voice::default(),
            find: FindBar::default(),
            comparing: Comparing::default(),
            feedback: FeedbackPanel::default(),
            filter: MapFilter::default(),
            tray: Tray::default(),
            together: Together::default(),
            filter_bar: FilterBar::default(),
            kept: KeptShown::default(),
            size_asked: false,
        }
    }
}
