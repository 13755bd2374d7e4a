//! The words of a picture as a table: phases and steps across, lanes down. It is read off the scene, so that it says
//! what the picture shows and nothing else.

use super::details::Details;
use super::page::{element, open};
use crate::export::named::{push_things, things};
use crate::export::xml::push_xml;
use crate::i18n::clip::ClipText;
use crate::i18n::html::HtmlText as Text;
use crate::model::RecordId;
use crate::scene::{Group, PartKind, Scene};

pub(super) fn table(scene: &Scene, title: &str, known: &Details<'_>) -> String {
    let grid = Grid::of(scene);
    if grid.steps.is_empty() { list(scene, known) } else { grid.table(title, known) }
}

/// What has a name, one below the other: for pictures without columns.
fn list(scene: &Scene, known: &Details<'_>) -> String {
    let mut out = String::from("<ul>\n");
    for group in things(scene) {
        out.push_str("<li>");
        push_thing(&mut out, group, known);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
    out
}

struct Grid<'a> {
    phases: Vec<&'a Group>,
    steps: Vec<&'a Group>,
    lanes: Vec<&'a Group>,
    body: Vec<&'a Group>,
    /// Title, legend and sources.
    aside: Vec<&'a Group>,
}

impl<'a> Grid<'a> {
    fn of(scene: &'a Scene) -> Self {
        let all = |is_wanted: &dyn Fn(PartKind) -> bool| {
            let mut groups = Vec::new();
            let parts = scene.parts.iter().filter(|part| is_wanted(part.kind));
            parts.for_each(|part| push_things(&part.items, &mut groups));
            groups
        };
        let columns = all(&|kind| kind == PartKind::Columns);
        let of = |is_wanted: fn(&RecordId) -> bool| {
            columns.iter().copied().filter(|group| group.id.as_ref().is_some_and(is_wanted)).collect()
        };
        Self {
            phases: of(|id| matches!(id, RecordId::Phase(_))),
            steps: of(|id| matches!(id, RecordId::Step(_))),
            lanes: all(&|kind| kind == PartKind::Lanes),
            body: all(&|kind| kind == PartKind::Body),
            aside: all(&|kind| matches!(kind, PartKind::Head | PartKind::Foot)),
        }
    }

    fn table(&self, title: &str, known: &Details<'_>) -> String {
        let mut out = String::from("<table>\n");
        element(&mut out, "caption", &[], title);
        self.push_head(&mut out, known);
        out.push_str("<tbody>\n");
        for lane in &self.lanes {
            self.push_lane(&mut out, lane, known);
        }
        out.push_str("</tbody>\n</table>\n");
        for group in &self.aside {
            push_thing(&mut out, group, known);
        }
        out
    }

    fn push_head(&self, out: &mut String, known: &Details<'_>) {
        out.push_str("<thead>\n<tr>");
        element(out, "th", &[("scope", "row")], ClipText::Phase.text(known.lang()));
        for phase in &self.phases {
            let columns = self.steps.iter().filter(|step| is_over(phase, step)).count();
            if columns > 0 {
                element(out, "th", &[("scope", "colgroup"), ("colspan", &columns.to_string())], &known.title(phase));
            }
        }
        // Steps without a phase in sight keep the rows equally long.
        let rest = self.steps.iter().filter(|step| !self.phases.iter().any(|phase| is_over(phase, step))).count();
        for _ in 0..rest {
            out.push_str("<td></td>");
        }
        out.push_str("</tr>\n<tr>");
        element(out, "th", &[("scope", "row")], ClipText::Step.text(known.lang()));
        for step in &self.steps {
            element(out, "th", &[("scope", "col")], &known.title(step));
        }
        out.push_str("</tr>\n</thead>\n");
    }

    fn push_lane(&self, out: &mut String, lane: &Group, known: &Details<'_>) {
        let row = self.body.iter().copied().filter(|group| {
            let middle = group.bounds.center().y;
            middle >= lane.bounds.y && middle < lane.bounds.bottom()
        });
        let (mut cells, mut across) = (vec![Vec::new(); self.steps.len()], Vec::new());
        for group in row {
            match self.steps.iter().position(|step| is_over(step, group)) {
                Some(column) => cells[column].push(group),
                None => across.push(group),
            }
        }
        out.push_str("<tr>");
        open(out, "th", &[("scope", "row")]);
        push_xml(out, &known.title(lane));
        if !across.is_empty() {
            element(out, "small", &[], Text::Across.text(known.lang()));
            for group in across {
                element(out, "small", &[], &known.title(group));
            }
        }
        out.push_str("</th>");
        for cell in cells {
            out.push_str("<td>");
            for group in cell {
                push_thing(out, group, known);
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
}

/// Whether the middle of one thing lies within the width of another.
fn is_over(column: &Group, thing: &Group) -> bool {
    let middle = thing.bounds.center().x;
    middle >= column.bounds.x && middle < column.bounds.right()
}

fn push_thing(out: &mut String, group: &Group, known: &Details<'_>) {
    out.push_str("<p>");
    push_xml(out, &known.words(group));
    let rows = known.small_print(group);
    if !rows.is_empty() {
        element(out, "small", &[], &rows);
    }
    out.push_str("</p>");
}
