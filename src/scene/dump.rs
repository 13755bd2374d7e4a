//! A scene as text, one line an item: what goldens compare, readable in a diff.

use super::{Item, Scene, Shape, Stroke};
use crate::base::{Rect, Rgba};
use std::fmt::Write as _;

/// The scene as text. The same scene gives the same text on every machine.
#[must_use]
pub fn dump(scene: &Scene) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "scene {:?} {:.0}×{:.0} {}", scene.title, scene.size.w, scene.size.h, scene.background);
    for part in &scene.parts {
        let _ = writeln!(out, "{:?} {}", part.kind, place(part.bounds));
        for item in &part.items {
            dump_item(&mut out, item, 1);
        }
    }
    out
}

fn dump_item(out: &mut String, item: &Item, depth: usize) {
    let indent = "  ".repeat(depth);
    let _ = match item {
        Item::Group(group) => {
            let _ = writeln!(out, "{indent}group {:?} {}", group.label, place(group.bounds));
            for item in &group.items {
                dump_item(out, item, depth + 1);
            }
            return;
        }
        Item::Block(block) => {
            let shape = match block.shape {
                Shape::Rect => "rect".to_owned(),
                Shape::Rounded(radius) => format!("rounded {radius:.0}"),
                Shape::Ellipse => "ellipse".to_owned(),
            };
            let text = block.text.as_ref().map_or(String::new(), |text| lines(&text.paragraph));
            let (fill, stroke) = (paint(block.fill), line(block.stroke.as_ref()));
            writeln!(out, "{indent}{shape} {}{fill}{stroke}{text}", place(block.rect))
        }
        Item::Path(path) => {
            writeln!(out, "{indent}path {}{}{}", place(path.bounds), paint(path.fill), line(path.stroke.as_ref()))
        }
        Item::Text(text) => {
            writeln!(out, "{indent}text {} {}{}", place(text.rect), text.color, lines(&text.paragraph))
        }
        Item::Image(image) => writeln!(out, "{indent}image {} {:?}", place(image.rect), image.label),
        Item::Link { rect, url } => writeln!(out, "{indent}link {} {url}", place(*rect)),
    };
}

fn place(rect: Rect) -> String {
    format!("[{:.1} {:.1} {:.1} {:.1}]", rect.x, rect.y, rect.w, rect.h)
}

fn paint(fill: Option<Rgba>) -> String {
    fill.map_or(String::new(), |color| format!(" fill {color}"))
}

fn line(stroke: Option<&Stroke>) -> String {
    stroke.map_or(String::new(), |stroke| {
        let dash = if stroke.dash.is_empty() { "" } else { " dashed" };
        format!(" line {:.1} {}{dash}", stroke.width, stroke.color)
    })
}

fn lines(paragraph: &crate::text::Paragraph) -> String {
    let lines: Vec<&str> = paragraph.lines.iter().map(|line| line.text.as_str()).collect();
    format!(" “{}”", lines.join(" / "))
}
