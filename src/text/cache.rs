//! A bounded memory of what was shaped. Two generations: what is used moves to the young one, and
//! when that is full the old one is forgotten.

use super::{Paragraph, TextStyle, Weight};
use std::collections::HashMap;
use std::sync::Arc;

/// Paragraphs in a generation. A map of 5,000 cards has about twice as many texts.
const GENERATION: usize = 20_000;

/// All that a paragraph depends on but its text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Shape {
    size: u32,
    weight: Weight,
    width: Option<u32>,
    lines: Option<usize>,
}

impl Shape {
    pub fn new(style: TextStyle, width: Option<f32>, lines: Option<usize>) -> Self {
        Self { size: style.size.to_bits(), weight: style.weight, width: width.map(f32::to_bits), lines }
    }
}

type Generation = HashMap<Shape, HashMap<Box<str>, Arc<Paragraph>>>;

/// The memory.
#[derive(Default)]
pub(super) struct Cache {
    young: Generation,
    young_count: usize,
    old: Generation,
}

impl Cache {
    pub fn get(&mut self, text: &str, shape: Shape) -> Option<Arc<Paragraph>> {
        if let Some(found) = self.young.get(&shape).and_then(|texts| texts.get(text)) {
            return Some(Arc::clone(found));
        }
        let (text, found) = self.old.get_mut(&shape)?.remove_entry(text)?;
        self.put(text, shape, Arc::clone(&found));
        Some(found)
    }

    pub fn put(&mut self, text: Box<str>, shape: Shape, paragraph: Arc<Paragraph>) {
        if self.young_count >= GENERATION {
            self.old = std::mem::take(&mut self.young);
            self.young_count = 0;
        }
        self.young.entry(shape).or_default().insert(text, paragraph);
        self.young_count += 1;
    }
}
