//! Where lines end. All targets show these lines, so this is decided once, at scale 1.
//!
//! A line ends, by preference: between phrases (for Latin, between words), if that fills enough of
//! it; where kinsoku allows; inside a word that is wider than the line.

use super::kinsoku::{not_at_end, not_at_start};
use super::phrase::phrase_starts;
use super::shape::Cluster;
use std::ops::Range;

/// A line between phrases is given up when less of the width than this would be filled.
const ENOUGH: f32 = 0.45;
/// The same where the other choice is a last line of a letter or two.
const ENOUGH_AGAINST_ORPHANS: f32 = 0.2;
/// A last line of fewer characters than this looks lost.
const ORPHAN: usize = 3;
/// What sums of advances may be off by.
const SLACK: f32 = 0.01;

/// How good a break before a cluster is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    /// Against kinsoku: only where a line holds nothing else.
    Bad,
    /// Inside a word: only when the word is wider than the line.
    InWord,
    /// Where kinsoku allows, but in the middle of kana that most likely are one word.
    Reluctant,
    /// Where kinsoku allows.
    Allowed,
    /// Between phrases or words.
    Between,
}

/// Breaks one paragraph of `text`. The clusters are in the order of the text; `opportunities` are
/// the bytes before which UAX #14 allows a line to begin. Gives the clusters of each line, without
/// the spaces at its end.
pub(super) fn break_lines(text: &str, clusters: &[Cluster], opportunities: &[usize], width: f32) -> Vec<Range<usize>> {
    let breaks = breaks(text, clusters, opportunities);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < clusters.len() {
        let end = line_end(text, clusters, &breaks, start, width);
        lines.push(start..trimmed(text, clusters, start..end));
        start = end;
    }
    lines
}

/// The end of `line` without the spaces there.
fn trimmed(text: &str, clusters: &[Cluster], line: Range<usize>) -> usize {
    let spaces = clusters[line.clone()].iter().rev().take_while(|c| is_space(text, c)).count();
    line.end - spaces
}

/// How many of the clusters from `start` fit into `width`; spaces at the end need no room.
pub(super) fn fitting(text: &str, clusters: &[Cluster], start: usize, width: f32) -> usize {
    let (mut used, mut end) = (0.0, start);
    for cluster in &clusters[start..] {
        used += cluster.advance;
        if used > width + SLACK && !is_space(text, cluster) {
            break;
        }
        end += 1;
    }
    end - start
}

/// The cluster after the last one of the line that begins with cluster `start`.
fn line_end(text: &str, clusters: &[Cluster], breaks: &[Break], start: usize, width: f32) -> usize {
    let fit = start + fitting(text, clusters, start, width);
    if fit == clusters.len() {
        return fit;
    }
    let last = |least: Break| (start + 1..=fit).rev().find(|&end| breaks[end] >= least);
    let filled =
        |end: usize| clusters[start..trimmed(text, clusters, start..end)].iter().map(|c| c.advance).sum::<f32>();
    let leaves_orphan = |end: usize| clusters.len() - end < ORPHAN;
    let allowed = last(Break::Allowed).filter(|&end| filled(end) >= ENOUGH * width).or_else(|| last(Break::Reluctant));
    let enough = if allowed.is_some_and(leaves_orphan) { ENOUGH_AGAINST_ORPHANS } else { ENOUGH };
    let without_orphan = (start + 1..=fit).rev().find(|&end| breaks[end] >= Break::Reluctant && !leaves_orphan(end));
    last(Break::Between)
        .filter(|&end| filled(end) >= enough * width)
        .or(allowed.filter(|&end| !leaves_orphan(end)))
        .or(without_orphan)
        .or(allowed)
        .or_else(|| last(Break::InWord))
        .unwrap_or_else(|| fit.max(start + 1))
}

/// The break before each cluster.
fn breaks(text: &str, clusters: &[Cluster], opportunities: &[usize]) -> Vec<Break> {
    let phrases = if text.chars().any(is_japanese) { phrase_starts(text) } else { Vec::new() };
    let mut last_letter = ' ';
    let mut breaks = Vec::with_capacity(clusters.len());
    for cluster in clusters {
        let byte = cluster.range.start;
        let before = text[..byte].chars().next_back().unwrap_or(' ');
        let after = text[byte..].chars().next().unwrap_or(' ');
        if !before.is_whitespace() {
            last_letter = before;
        }
        breaks.push(if not_at_start(after) || not_at_end(last_letter) {
            Break::Bad
        } else if opportunities.binary_search(&byte).is_err() {
            Break::InWord
        } else if before.is_whitespace() || parts_words(before, after, || phrases.binary_search(&byte).is_ok()) {
            Break::Between
        } else if same_kana(before, after) {
            Break::Reluctant
        } else {
            Break::Allowed
        });
    }
    breaks
}

/// Whether words part between two characters that a line may part. Japanese asks the phrases;
/// Korean parts at its spaces; any other script parts nowhere but between words.
fn parts_words(before: char, after: char, phrase: impl Fn() -> bool) -> bool {
    if is_hangul(before) && is_hangul(after) {
        return false;
    }
    !(is_japanese(before) || is_japanese(after)) || phrase()
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether both are hiragana or both are katakana.
fn same_kana(a: char, b: char) -> bool {
    [('\u{3041}'..='\u{309f}'), ('\u{30a0}'..='\u{30ff}')].iter().any(|kana| kana.contains(&a) && kana.contains(&b))
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}')
}

fn is_space(text: &str, cluster: &Cluster) -> bool {
    text[cluster.range.clone()].chars().all(vanishes)
}

/// Whether it is a space that is not seen at the end of a line. A no-break space is there to be seen.
pub(super) fn vanishes(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}
