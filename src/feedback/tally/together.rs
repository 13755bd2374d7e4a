//! Rows without a surprise, counted together: read a column at a time, then looked up among the earlier ones, then
//! counted, all of them at each stage. What comes out is the same as if they had been counted one by one.

use super::{LONGEST_CELL, MOST_STEPS, Names, Places, Tally};
use crate::feedback::batch::{BATCH, Batch, each_bit};
use crate::feedback::cells::{Answers, Key, MOST_PARTS};
use crate::feedback::duplicates::Identity;
use crate::feedback::row::Row;
use crate::feedback::values::Answer;
use std::ops::Range;

/// What the rows of a batch say.
struct Columns {
    /// Step, month, channel, segment, persona and company.
    keys: [Key; BATCH],
    /// Hashes of dates, then with the steps in them.
    seeds: [u64; BATCH],
    answers: [[Answer; BATCH]; 3],
    overall: [Answer; BATCH],
    /// What tells the rows from others.
    identities: [Identity; BATCH],
    /// A bit for each row that must be read alone.
    surprises: u64,
}

impl Tally {
    /// Whether a row can be counted together with others.
    #[inline(always)]
    pub fn goes_together(&self, row: &Row<'_>) -> bool {
        let is_simple = self.topics.is_empty() && self.ratings.is_empty() && self.places.weight.is_none();
        is_simple && row.cells == self.cells && row.text().len() <= LONGEST_CELL
    }

    /// Counts rows together. One with something new or something wrong in it is counted alone when its turn comes.
    #[inline(always)]
    pub fn together(&mut self, batch: &Batch, bytes: &[u8]) {
        if batch.is_empty() {
            return;
        }
        let columns = self.columns(batch, bytes);
        let mut at = 0;
        while at < batch.len() && self.failure.is_none() {
            let next = at + (columns.surprises >> at).trailing_zeros() as usize;
            let run = at..next.min(batch.len());
            at = run.end;
            if self.steps.spellings().max(self.phases.spellings()) <= MOST_STEPS {
                self.run(run, &columns, (batch, bytes));
            } else {
                run.for_each(|at| self.row_alone(&batch.row(bytes, at)));
            }
            if at < batch.len() && self.failure.is_none() {
                self.row_alone(&batch.row(bytes, at));
                at += 1;
            }
        }
    }

    /// Counts rows one after the other that have no surprise.
    #[inline(always)]
    fn run(&mut self, run: Range<usize>, columns: &Columns, (batch, bytes): (&Batch, &[u8])) {
        if !self.waiting.is_empty() {
            self.settle();
        }
        self.rows += run.len() as u64;
        if let Some(comment) = self.places.comment {
            let quotes = &mut self.quotes;
            batch.each(
                bytes,
                run.clone(),
                comment,
                #[inline(always)]
                |at, cell| {
                    if !quotes.consider_raw(columns.keys[at], cell) {
                        quotes.consider(columns.keys[at].place(), &batch.row(bytes, at), comment);
                    }
                },
            );
        }
        let repeats = self.repeats(run.clone(), &columns.identities);
        // First all cells are looked up, then all counters raised: each step waits for memory only once.
        let (mut cells, mut touched) = ([None; BATCH], 0);
        for at in run.clone() {
            if repeats >> at & 1 == 0 {
                cells[at] = self.counts.cell_of(columns.keys[at]);
                touched ^= self.counts.touch(cells[at]);
            }
        }
        std::hint::black_box(touched);
        let mut items = self.counts.shape().usual();
        if self.overall.is_none() {
            // Recommendation is no item of itself.
            items[0] = None;
        }
        for at in run {
            if repeats >> at & 1 != 0 {
                continue;
            }
            let answers = columns.answers.each_ref().map(|answers| answers[at]);
            match cells[at] {
                Some(cell) if self.groups.is_none() => {
                    self.counts
                        .raise(cell, [0, 1, 2].map(|metric| self.counts.shape().counter(metric, answers[metric])));
                    let key = columns.keys[at];
                    let items = items.into_iter().zip(answers).filter_map(|(item, answer)| Some((item?, answer)));
                    self.pairs.add((key.part(4), key.subject()), items, columns.overall[at]);
                }
                cell => {
                    let [nps, csat, ces] = answers;
                    let answers = Answers { nps, csat, ces, ..Answers::default() };
                    self.add_to(cell, columns.keys[at].place(), &answers, columns.overall[at]);
                }
            }
        }
    }

    /// A bit for each row that repeats an earlier one.
    #[inline(always)]
    fn repeats(&mut self, run: Range<usize>, identities: &[Identity; BATCH]) -> u64 {
        let mut repeats = 0;
        if self.places.respondent.is_some() {
            self.seen.fetch(identities[run.clone()].iter().copied());
            for at in run {
                repeats |= u64::from(self.seen.repeats(identities[at])) << at;
            }
        }
        self.duplicates += u64::from(repeats.count_ones());
        repeats
    }

    #[inline(always)]
    fn columns(&mut self, batch: &Batch, bytes: &[u8]) -> Columns {
        let missing = [Answer::Missing; BATCH];
        let mut found = Columns {
            keys: [Key::default(); BATCH],
            seeds: [0; BATCH],
            answers: [missing; 3],
            overall: missing,
            identities: [Identity::default(); BATCH],
            surprises: 0,
        };
        self.read_names(&mut found, batch, bytes);
        self.read_dates(&mut found, batch, bytes);
        self.read_answers(&mut found, batch, bytes);
        self.identify(&mut found, batch, bytes);
        found
    }

    /// Names that stand side by side are looked up in one go.
    #[inline(always)]
    fn read_names(&mut self, found: &mut Columns, batch: &Batch, bytes: &[u8]) {
        let Columns { keys, surprises, .. } = found;
        let mut new = 0u64;
        match self.neighbours.columns() {
            Some(columns) => {
                let neighbours = &self.neighbours;
                batch.each_of(
                    bytes,
                    0..batch.len(),
                    columns,
                    #[inline(always)]
                    |at, cells| match neighbours.known(cells) {
                        Some(key) => keys[at] = key,
                        None => new |= 1 << at,
                    },
                );
            }
            None => new = u64::MAX,
        }
        each_bit(new & u64::MAX >> (BATCH - batch.len()), |at| match self.named(batch, bytes, at) {
            Some(key) => keys[at] = key,
            None => *surprises |= 1 << at,
        });
    }

    /// The names of a row, if none of them is new; a row that names no step may name a phase.
    #[inline(never)]
    fn named(&mut self, batch: &Batch, bytes: &[u8], at: usize) -> Option<Key> {
        let Places { step, channel, segment, persona, company, .. } = self.places;
        let number = |names: &Names, place| names.known(batch.cell(bytes, at, place));
        let step = number(&self.steps, step?);
        let mut key = Key::of_subject(step);
        let parts = [
            (&self.channels, channel),
            (&self.segments, segment),
            (&self.personas, persona),
            (&self.companies, company),
        ];
        for (part, (names, place)) in (1..).zip(parts) {
            let number = place.map_or(0, |place| number(names, place));
            if number >= MOST_PARTS {
                return None;
            }
            key = key.with(part, number);
        }
        if step == 0 || step == Names::UNKNOWN {
            return None;
        }
        self.neighbours.learn(|columns| batch.cells(bytes, at, columns), key);
        Some(key)
    }

    #[inline(always)]
    fn read_dates(&mut self, found: &mut Columns, batch: &Batch, bytes: &[u8]) {
        let Some(place) = self.places.date else { return };
        let Columns { keys, seeds, surprises, .. } = found;
        let months = &mut self.months;
        batch.each(
            bytes,
            0..batch.len(),
            place,
            #[inline(always)]
            |at, cell| match months.known(cell) {
                Some((hash, number)) if number < MOST_PARTS => {
                    keys[at] = keys[at].with(0, number);
                    seeds[at] = hash;
                }
                _ => *surprises |= 1 << at,
            },
        );
    }

    #[inline(always)]
    fn read_answers(&mut self, found: &mut Columns, batch: &Batch, bytes: &[u8]) {
        let (mut points, mut off) = (0, 0);
        for (metric, answers) in self.metrics.iter_mut().zip(&mut found.answers) {
            if let Some(metric) = metric {
                let read = metric.read_together(answers, (batch, bytes), self.encoding);
                (points, off) = (points | read.0, off | read.1);
            }
        }
        found.surprises |= !points | off;
        match &mut self.overall {
            Some(overall) => {
                overall.read_together(&mut found.overall, (batch, bytes), self.encoding);
            }
            None => found.overall = found.answers[0],
        }
    }

    /// What tells each row from others; a row that names no respondent is none of these.
    #[inline(always)]
    fn identify(&self, found: &mut Columns, batch: &Batch, bytes: &[u8]) {
        let Some(place) = self.places.respondent else { return };
        let Columns { keys, seeds, identities, surprises, .. } = found;
        let mut careful = 0u64;
        batch.each(
            bytes,
            0..batch.len(),
            place,
            #[inline(always)]
            |at, cell| {
                let seed = seeds[at] ^ u64::from(keys[at].subject());
                match cell.window() {
                    Some(window) if cell.length > 0 && window[0] > b' ' => {
                        identities[at] = Identity::of_window(window, cell.length, seed);
                    }
                    _ => careful |= 1 << at,
                }
            },
        );
        each_bit(careful, |at| match self.identity(&batch.row(bytes, at), keys[at].subject()) {
            Some(identity) => identities[at] = identity,
            None => *surprises |= 1 << at,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::feedback::harvest::outcome;
    use crate::feedback::scan::{Scanner, Text};
    use crate::feedback::tally::Tally;
    use crate::feedback::{preview, read};
    use proptest::prelude::*;
    use std::io::Write as _;
    use std::sync::atomic::AtomicBool;

    const HEADER: &str = "回答日,回答者ID,ステップ,チャネル,セグメント,推奨度,満足度,コメント";

    fn one_of(choices: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
        // The first choices are what most rows say.
        (0..choices.len() * 4).prop_map(|at| choices[if at < choices.len() { at } else { at % choices.len().min(3) }])
    }

    fn rows() -> impl Strategy<Value = Vec<String>> {
        let row = (
            one_of(&["2026-01-02", "2026-02-03", "2026/03/04 10:11", "", "soon", "令和8年1月2日", "\"2026-01-02\""]),
            one_of(&["R1", "R2", "R3333", "", " ", "\"R1\"", "a respondent with a name as long as nobody has"]),
            one_of(&["来店", "支払い", "EC", "", " 来店", "\"来店\"", "一二三四五六七八九十一二三四五六七八九十"]),
            one_of(&["店舗", "EC", "", "\"E\"\"C\"", "EC "]),
            one_of(&["新規", "VIP", "既存", "", "\"新規\""]),
            one_of(&["10", "0", "7", "", "11", "8点", "\"9\"", "100", "n/a"]),
            one_of(&["1", "5", "3", "", "9", "とても満足", "05"]),
            one_of(&[
                "",
                "待ち時間が長い",
                "\"店員さんが親切, また\n来ます\"",
                "ok",
                "\"\"",
                "とても長い話だけれども、聞いてくれる人がいるなら、最後まで書いておきたいと思う",
                "余分,な列",
            ]),
            one_of(&["\n", "\n", "\r\n", "\n\n"]),
        );
        let row = row.prop_map(|(date, who, step, channel, segment, nps, csat, comment, end)| {
            format!("{date},{who},{step},{channel},{segment},{nps},{csat},{comment}{end}")
        });
        prop::collection::vec(row, 1..300)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn rows_counted_together_give_what_they_give_one_by_one(rows in rows()) {
            let text = format!("{HEADER}\n2026-01-01,R0,来店,店舗,新規,9,4,よかった\n{}", rows.concat());
            let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
            file.write_all(text.as_bytes()).unwrap();
            let plan = preview(file.path()).unwrap().plan;
            let together = read(file.path(), &plan, &mut |_| {}, &AtomicBool::new(false)).unwrap();

            let mut alone = Tally::new(&plan, encoding_rs::UTF_8).unwrap();
            let mut skip = plan.heading.skipped();
            Scanner::new(b',', plan.columns.len()).rows(&Text::new(text.as_bytes(), true), |row| {
                if skip == 0 {
                    return alone.row(row);
                }
                skip -= 1;
                true
            });
            alone.settle();
            let alone = outcome(&alone, &plan, together.files.clone(), encoding_rs::UTF_8);
            prop_assert_eq!(format!("{together:?}"), format!("{alone:?}"));
        }
    }
}
