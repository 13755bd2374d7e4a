//! The gallery: a card with a picture for each template.

use super::StartCx;
use super::thumbnail::Subject;
use crate::app::Example;
use crate::i18n::start::StartText as Text;
use crate::template::{self, TemplateInfo};
use crate::ui::action::Action;
use crate::ui::fonts;
use crate::ui::theme::{color, line};
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, CornerRadius, CursorIcon, FontId, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

const ABOUT: f32 = 12.0;
const GAP: f32 = 20.0;
const NARROWEST: f32 = 250.0;
/// Under this width of the page at most three stand side by side, so that their words have room.
const ROOM_FOR_FOUR: f32 = 1250.0;
const WIDEST: f32 = 320.0;
/// Height under the picture for a title and one line, or two lines where one template needs them.
const WORDS: [f32; 2] = [66.0, 84.0];

/// What a card of the gallery opens.
struct Offer<'a> {
    subject: Subject,
    title: &'a str,
    about: &'a str,
    tip: &'a str,
    action: Action,
}

/// Shows the templates.
pub(super) fn templates_ui(ui: &mut Ui, cx: &mut StartCx<'_>) {
    let (lang, code) = (cx.lang, cx.lang.code());
    let offer = |template: &'static TemplateInfo| Offer {
        subject: Subject::Template(template.key),
        title: template.title(code),
        about: template.about(code),
        tip: Text::TemplateTip.text(lang),
        action: Action::New(template.key),
    };
    gallery_ui(ui, cx, &template::all().iter().map(offer).collect::<Vec<_>>());
}

/// Shows the finished examples, the one in the reader's language first.
pub(super) fn examples_ui(ui: &mut Ui, cx: &mut StartCx<'_>) {
    let lang = cx.lang;
    let mut examples = Example::ALL;
    examples.sort_by_key(|example| example.lang() != lang);
    let offers = examples.map(|example| {
        let (title, about) = match example {
            Example::WinterCoat => (Text::CoatTitle, Text::CoatAbout),
            Example::HotelStay => (Text::HotelTitle, Text::HotelAbout),
        };
        Offer {
            subject: Subject::Example(example),
            title: title.text(lang),
            about: about.text(lang),
            tip: Text::ExampleTip.text(lang),
            action: Action::OpenExample(example),
        }
    });
    gallery_ui(ui, cx, &offers);
}

/// Shows cards in as many columns as there is room for.
fn gallery_ui(ui: &mut Ui, cx: &mut StartCx<'_>, offers: &[Offer<'_>]) {
    let room = ui.available_width();
    let columns = ((room + GAP) / (NARROWEST + GAP)).floor().max(1.0);
    let columns = if room < ROOM_FOR_FOUR { columns.min(3.0) } else { columns };
    let width = ((room - GAP * (columns - 1.0)) / columns).clamp(NARROWEST, WIDEST);
    let font = fonts::regular(ABOUT);
    let long = |about: &str| ui.painter().layout_no_wrap(about.to_owned(), font.clone(), Color32::BLACK).size().x;
    let is_long = offers.iter().any(|offer| long(offer.about) > width - 28.0);
    let size = vec2(width, (width / 2.0).round() + WORDS[usize::from(is_long)]);
    for row in offers.chunks(columns as usize) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for offer in row {
                if card(ui, cx, offer, size).clicked() {
                    cx.actions.push(offer.action.clone());
                }
            }
        });
        ui.add_space(GAP - 6.0);
    }
}

fn card(ui: &mut Ui, cx: &mut StartCx<'_>, offer: &Offer<'_>, size: Vec2) -> Response {
    let (width, picture) = (size.x, (size.x / 2.0).round());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let (title, about) = (offer.title, offer.about);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    if ui.is_rect_visible(rect) {
        let marked = response.hovered() || response.has_focus();
        if marked {
            let halo = Stroke::new(3.0, color(cx.theme.accent.faded(0.18)));
            ui.painter().rect_stroke(rect.expand(3.0), CornerRadius::same(15), halo, StrokeKind::Inside);
        }
        ui.painter().rect_filled(rect, CornerRadius::same(12), color(cx.theme.panel));
        let top = Rect::from_min_size(rect.min, vec2(width, picture));
        cx.pictures.paint(ui, cx.theme, cx.lang, offer.subject, top);
        let border = if marked { Stroke::new(1.5, color(cx.theme.accent)) } else { line(cx.theme.line) };
        ui.painter().rect_stroke(rect, CornerRadius::same(12), border, StrokeKind::Inside);
        let at = pos2(rect.left() + 14.0, top.bottom() + 11.0);
        let (ink, ink2) = (color(cx.theme.ink), color(cx.theme.ink2));
        words(ui, title, (fonts::bold(13.5), ink), at, width - 28.0, 1);
        words(ui, about, (fonts::regular(ABOUT), ink2), at + vec2(0.0, 22.0), width - 28.0, 2);
    }
    let tip = format!("{}\n{about}", offer.tip);
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(tip)
}

/// So many lines of text; what does not fit ends in "…".
fn words(ui: &Ui, text: &str, (font, ink): (FontId, Color32), at: Pos2, room: f32, lines: usize) {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping { max_rows: lines, max_width: room, ..TextWrapping::default() };
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, ink);
}
