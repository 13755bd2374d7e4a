//! The sheet itself: who the person is at the left, what the person says, wants and does at the right.

use super::{channels, facts, journeys, portrait};
use crate::i18n::domain::Named as _;
use crate::i18n::fill;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{Evidence, Persona, PersonaKind};
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{chip, label, list, segmented};
use eframe::egui::{CornerRadius, Layout, Rect, Ui, pos2, vec2};

const LEFT: f32 = 250.0;
const GAP: f32 = 34.0;
const KINDS: [PersonaKind; 3] = [PersonaKind::B2c, PersonaKind::B2b, PersonaKind::Employee];
/// Under this width the two halves stand one above the other.
const SIDE_BY_SIDE: f32 = 540.0;
/// Under this width the blocks of a pair stand one above the other.
const PAIR: f32 = 420.0;

/// Shows the sheet.
pub(super) fn sheet(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let room = ui.available_width();
    if room < SIDE_BY_SIDE {
        column(ui, room, |ui| who(ui, cx, persona));
        ui.add_space(16.0);
        column(ui, room, |ui| what(ui, cx, persona));
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        column(ui, LEFT, |ui| who(ui, cx, persona));
        column(ui, room - LEFT - GAP, |ui| what(ui, cx, persona));
    });
}

/// A column of exactly this width.
pub(super) fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(eframe::egui::Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.spacing_mut().interact_size.y = 20.0;
        contents(ui);
    });
}

fn who(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    portrait::portrait(ui, cx, persona);
    ui.add_space(12.0);
    let name = Text::Name.text(cx.lang);
    let field = Field::wrapped(name, (persona.id, name)).plain().font(fonts::bold(size::NAME));
    cx.field(ui, field.hint(name), &mut persona.name);
    let name = Text::Summary.text(cx.lang);
    let field = Field::wrapped(name, (persona.id, name)).plain().ink(color(cx.theme.ink2));
    let hint = Text::SummaryHint.text(cx.lang);
    cx.field(ui, field.hint(hint), &mut persona.summary);
    ui.add_space(6.0);
    kind(ui, cx, persona);
    ui.add_space(2.0);
    chips(ui, cx, persona);
    ui.add_space(10.0);
    facts::person(ui, cx, persona);
    if persona.kind == PersonaKind::B2b {
        ui.add_space(16.0);
        label::block_heading(ui, cx.theme, Text::Organisation.text(cx.lang));
        facts::organisation(ui, cx, persona);
    }
    ui.add_space(16.0);
    facts::extra(ui, cx, persona);
}

/// B2C, B2B or employee: decides which fields are shown, never what they hold.
fn kind(ui: &mut Ui, cx: &Cx<'_>, persona: &mut Persona) {
    let tip = Text::KindTip.text(cx.lang);
    let segments = KINDS.map(|kind| (kind, kind.name(cx.lang), tip));
    if let Some(kind) = segmented::compact(ui, cx.theme, persona.kind, &segments) {
        persona.kind = kind;
    }
}

fn chips(ui: &mut Ui, cx: &Cx<'_>, persona: &Persona) {
    chip::row(ui, |ui| {
        if let Some(share) = persona.share_percent {
            let n = format!("{share:.0}");
            chip::word(ui, cx.theme, &fill(Text::ShareOfCustomers.text(cx.lang), &[("n", &n)]), None);
        }
        let ink = match persona.evidence {
            Evidence::Assumed => cx.theme.warn,
            Evidence::Partly => cx.theme.ink2,
            Evidence::Researched => cx.theme.good,
        };
        chip::word(ui, cx.theme, persona.evidence.name(cx.lang), Some(ink));
    });
}

fn what(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    quote(ui, cx, persona);
    ui.add_space(24.0);
    let owner = persona.id.into();
    let block = |ui: &mut Ui, cx: &mut Cx<'_>, (name, hint): (Text, Text), items: &mut Vec<String>| {
        let name = name.text(cx.lang);
        // Once there is an item, it is clear what belongs here.
        let hint = if items.is_empty() { hint } else { Text::Add }.text(cx.lang);
        label::block_heading(ui, cx.theme, name);
        list::bullets(ui, cx, name, hint, owner, items);
    };
    pair(ui, |ui, side| match side {
        Side::Left => block(ui, cx, (Text::Goals, Text::GoalsHint), &mut persona.goals),
        Side::Right => block(ui, cx, (Text::Pains, Text::PainsHint), &mut persona.pains),
    });
    ui.add_space(20.0);
    pair(ui, |ui, side| match side {
        Side::Left => block(ui, cx, (Text::Motivations, Text::MotivationsHint), &mut persona.motivations),
        Side::Right => block(ui, cx, (Text::Sources, Text::SourcesHint), &mut persona.information_sources),
    });
    ui.add_space(20.0);
    pair(ui, |ui, side| match side {
        Side::Left => channels::channels(ui, cx, persona),
        Side::Right => journeys::journeys(ui, cx, persona.id),
    });
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// Two blocks next to each other, where there is room.
fn pair(ui: &mut Ui, mut block: impl FnMut(&mut Ui, Side)) {
    let room = ui.available_width();
    if room < PAIR {
        column(ui, room, |ui| block(ui, Side::Left));
        ui.add_space(20.0);
        column(ui, room, |ui| block(ui, Side::Right));
        return;
    }
    let width = (ui.available_width() - GAP) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        column(ui, width, |ui| block(ui, Side::Left));
        column(ui, width, |ui| block(ui, Side::Right));
    });
}

/// The quote with a bar at its left as high as its text.
fn quote(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let bar = persona_color(cx, persona);
    let top = ui.cursor().min;
    ui.horizontal_top(|ui| {
        ui.add_space(14.0);
        ui.vertical(|ui| {
            ui.add_space(2.0);
            let name = Text::Quote.text(cx.lang);
            let field = Field::area(name, (persona.id, name), 1).plain().font(fonts::regular(20.0));
            cx.field(ui, field.hint(Text::QuoteHint.text(cx.lang)), &mut persona.quote);
            ui.add_space(2.0);
        });
    });
    let bottom = ui.min_rect().bottom();
    let rect = Rect::from_min_max(top, pos2(top.x + 4.0, bottom));
    ui.painter().rect_filled(rect, CornerRadius::same(2), color(bar));
}

/// The colour of a persona's circle and bar.
pub(super) fn persona_color(cx: &Cx<'_>, persona: &Persona) -> crate::base::Rgba {
    let position = cx.project.personas_in_order().iter().position(|other| other.id == persona.id);
    cx.theme.persona(persona, position.unwrap_or(0))
}
