//! The promises of the file format: everything comes back, nothing is lost in silence.

use super::*;
use crate::base::{IdSource, OrderKey};
use crate::model::{Card, Journey, Lane, LaneKind, Mark, MarkSource, Phase, Project, ProjectInfo, Step, arbitrary};
use proptest::prelude::*;

/// One journey with three steps and a pain on each.
fn sample() -> Project {
    let mut ids = IdSource::seeded(1);
    let info = ProjectInfo { title: "旅路 “trip”".into(), ..ProjectInfo::default() };
    let mut project = Project { info, ..Project::default() };
    let journey = Journey { title: "私は靴を買う".into(), ..Journey::new(ids.next(), OrderKey::default()) };
    let phase = Phase::new(ids.next(), journey.id, OrderKey::default());
    let lane = Lane::new(ids.next(), journey.id, OrderKey::default(), LaneKind::Pain);
    for (n, order) in OrderKey::spread(None, None, 3).into_iter().enumerate() {
        let step = Step { name: format!("step {n}"), ..Step::new(ids.next(), phase.id, order.clone()) };
        let mark = Mark { value: -1.25, ..Mark::new(ids.next(), step.id, MarkSource::Agreed) };
        let text = format!("a line,\nanother]\r\n\"{n}\"");
        project.cards.put(Card { text, ..Card::new(ids.next(), lane.id, step.id, order) });
        project.steps.put(step);
        project.marks.put(mark);
    }
    project.journeys.put(journey);
    project.phases.put(phase);
    project.lanes.put(lane);
    project
}

fn text() -> String {
    to_text(&sample()).unwrap()
}

fn ids() -> IdSource {
    IdSource::seeded(99)
}

fn read(text: &str) -> Loaded {
    from_text(text, &mut ids()).unwrap()
}

/// A changed file under a header that fits it.
fn with_new_header(text: &str) -> String {
    let body = text.split_once('\n').unwrap().1;
    header::line(header::ContentHash::of(body.as_bytes())) + body
}

#[test]
fn a_file_is_a_header_and_a_record_a_line() {
    let text = text();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("// tabiji format=3 sha256="));
    assert_eq!(lines[1], "[");
    assert!(lines[2].starts_with("Info((title:\"旅路 “trip”\""), "{}", lines[2]);
    assert_eq!(lines.len(), 2 + 1 + sample().ids().count() + 1);
    assert_eq!(lines.last(), Some(&"]"));
    let tags: Vec<&str> = lines[3..lines.len() - 1].iter().map(|line| line.split_once('(').unwrap().0).collect();
    assert_eq!(
        tags,
        ["Journey", "Phase", "Step", "Step", "Step", "Lane", "Card", "Card", "Card", "Mark", "Mark", "Mark"]
    );
    let steps: Vec<_> =
        lines.iter().filter(|line| line.starts_with("Step")).map(|line| line.contains("step 0")).collect();
    assert_eq!(steps, [true, false, false], "in the order a person sees");
}

#[test]
fn a_change_of_one_card_changes_one_line_and_the_header() {
    let mut project = sample();
    let card = project.cards.iter().next().unwrap().id;
    project.cards.change(card, |card| card.votes = 3);
    let changed = to_text(&project).unwrap();
    assert_eq!(text().lines().zip(changed.lines()).filter(|(a, b)| a != b).count(), 2);
}

#[test]
fn line_ends_and_byte_order_marks_of_other_systems_change_nothing() {
    for text in [text().replace('\n', "\r\n"), format!("\u{feff}{}", text())] {
        let loaded = read(&text);
        assert_eq!(loaded.project, sample());
        assert_eq!(loaded.report, LoadReport::default());
    }
}

#[test]
fn a_change_by_hand_is_noticed_and_kept() {
    let loaded = read(&text().replace("step 1", "step one"));
    assert_eq!(loaded.report.notices, [Notice::ChangedOutside]);
    assert!(loaded.project.steps.iter().any(|step| step.name == "step one"));
    let loaded = read(text().split_once('\n').unwrap().1);
    assert_eq!(loaded.report.notices, [Notice::NoHeader]);
    assert_eq!(loaded.project, sample());
}

#[test]
fn a_file_laid_out_anew_is_read() {
    let relaid = text().replace("((", "((\n  ").replace(",order", ",\n  // a remark\n  order");
    let loaded = read(&with_new_header(&relaid));
    assert_eq!(loaded.project, sample());
    assert!(loaded.report.is_empty());
    let loaded = read(&with_new_header(&relaid.replace("((\n", "((\n mood: (1, 2),\n")));
    assert_eq!(loaded.project, sample());
    let unknown =
        loaded.report.notices.iter().filter(|n| matches!(n, Notice::UnknownField { field, .. } if field == "mood"));
    assert_eq!(unknown.count(), sample().ids().count() + 1);
}

#[test]
fn unknown_fields_are_reported_and_the_rest_is_kept() {
    let loaded = read(&with_new_header(&text().replacen("Step((", "Step((mood:\"sunny, )\",", 1)));
    let line = 1 + text().lines().position(|line| line.starts_with("Step")).unwrap();
    assert_eq!(
        loaded.report.notices,
        [Notice::UnknownField { line, field: "mood".into(), value: "\"sunny, )\"".into() }]
    );
    assert_eq!(loaded.project, sample());
}

#[test]
fn broken_lines_are_set_aside_word_for_word() {
    let broken = text().replacen("Card((id:", "Card((ID=", 1);
    let loaded = read(&with_new_header(&broken));
    assert_eq!(loaded.project.cards.len(), 2);
    let [set_aside] = &loaded.report.quarantine[..] else { panic!("{:?}", loaded.report) };
    assert_eq!(broken.lines().nth(set_aside.line - 1), Some(set_aside.text.as_str()));
    assert!(matches!(&set_aside.reason, Unreadable::NotARecord { column: 7.., .. }));
}

#[test]
fn a_lost_phase_line_does_not_lose_its_steps() {
    let whole = text();
    let without: String = whole.split_inclusive('\n').filter(|line| !line.starts_with("Phase")).collect();
    let loaded = read(&without);
    assert_eq!(loaded.report.repairs.len(), 1);
    let journey = loaded.project.journeys.iter().next().unwrap().id;
    assert_eq!(loaded.project.steps_in_journey(journey).len(), 3);
}

#[test]
fn an_id_that_is_there_twice_is_renamed_and_a_repeated_line_left_out() {
    let text = text();
    let card = text.lines().find(|line| line.starts_with("Card")).unwrap();
    let doubled = text.replacen(card, &format!("{card}\n{card}\n{}", card.replace("a line", "my line")), 1);
    let loaded = read(&with_new_header(&doubled));
    assert_eq!(loaded.project.cards.len(), 4);
    assert!(loaded.project.cards.iter().any(|card| card.text.starts_with("my line")));
    let [Notice::Repeated { .. }, Notice::Renamed { old, new, .. }] = &loaded.report.notices[..] else {
        panic!("{:?}", loaded.report.notices)
    };
    assert!(sample().contains(*old) && loaded.project.contains(*new) && old != new);
}

#[test]
fn a_second_title_is_set_aside() {
    let doubled = text().replacen("Info(", "Info((title:\"first\")),\nInfo(", 1);
    let loaded = read(&with_new_header(&doubled));
    assert_eq!(loaded.project.info.title, "first");
    assert_eq!(loaded.report.quarantine[0].reason, Unreadable::SecondInfo);
    assert!(loaded.report.quarantine[0].text.contains("旅路"));
}

#[test]
fn numbers_that_are_none_are_mended_and_reported() {
    for (number, mended) in [("NaN", 0.0), ("inf", 2.0), ("1e999", 2.0), ("-1e999", -2.0)] {
        let loaded = read(&with_new_header(&text().replacen("value:-1.25", &format!("value:{number}"), 1)));
        assert_eq!(loaded.report.repairs.len(), 1, "{number}");
        assert!(loaded.project.marks.iter().any(|mark| (mark.value - mended).abs() < f32::EPSILON), "{number}");
    }
}

#[test]
fn what_is_no_project_says_so() {
    let error = |text: &str| from_text(text, &mut ids()).unwrap_err();
    assert!(matches!(error(""), OpenError::Empty));
    assert!(matches!(error(" \r\n\u{feff}"), OpenError::NotAProject { .. } | OpenError::Empty));
    assert!(matches!(error("Dear colleagues,\nplease find"), OpenError::NotAProject { line: 1, .. }));
    assert!(matches!(error("# title\n"), OpenError::NotAProject { line: 1, .. }));
    assert!(matches!(error("// nothing but a remark\n"), OpenError::NotAProject { line: 1, .. }));
    assert!(matches!(error("a\nb\0c"), OpenError::NotText { line: 2 }));
    let png = read::from_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &mut ids()).unwrap_err();
    assert!(matches!(png, OpenError::NotText { line: 1 }));
    let cp932 = read::from_bytes(b"[\n(\x97\xb7)\n]", &mut ids()).unwrap_err();
    assert!(matches!(cp932, OpenError::NotText { line: 2 }));
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    for open in ["[", "(", "Some(", "Card((text:", "{", "/*"] {
        let bomb = open.repeat(100_000);
        assert!(from_text(&bomb, &mut ids()).is_err());
        let inside = text().replacen("Card(", &format!("Card({bomb}"), 1);
        assert!(read(&inside).project.cards.len() >= 2);
    }
}

#[test]
fn a_newer_format_is_refused_by_its_number() {
    for header in ["// tabiji format=999 sha256=00", "// tabiji format=4", "// tabiji format=999 zstd crc32=1"] {
        let text = format!("{header}\nwhatever comes then");
        let found = if header.contains("999") { 999 } else { 4 };
        let error = from_text(&text, &mut ids()).unwrap_err();
        assert!(matches!(error, OpenError::NewerFormat { found: f, known: 3 } if f == found));
    }
}

#[test]
fn every_truncation_gives_back_all_whole_records() {
    let text = text();
    let line_ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    for length in 0..text.len() {
        let whole_lines = line_ends.iter().filter(|end| **end <= length).count();
        match read::from_bytes(&text.as_bytes()[..length], &mut ids()) {
            Ok((Loaded { project, report }, _)) => {
                let count = project.ids().count() + usize::from(!report.notices.contains(&Notice::NoInfo));
                assert!(count >= whole_lines.saturating_sub(2).min(13), "{length}: {count} of {whole_lines}");
                assert!(!report.is_empty() || length == text.len() - 1, "{length}: in silence");
            }
            Err(error) => assert!(whole_lines < 3, "{length}: {error}"),
        }
    }
}

#[test]
fn every_flipped_bit_is_noticed_and_costs_one_record_at_most() {
    let text = text();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            match read::from_bytes(&bytes, &mut ids()) {
                Ok((Loaded { project, report }, _)) => {
                    // An older number in a sound file takes nothing from it: the same records read it.
                    let is_older = b"12".contains(&bytes[at]) && bytes[..at].ends_with(b"format=");
                    assert!(!report.is_empty() || is_older, "byte {at} bit {bit}: in silence");
                    assert!(
                        project.cards.len() + project.steps.len() + project.marks.len() >= 7,
                        "byte {at} bit {bit}"
                    );
                }
                // A damaged version number must be taken at its word.
                Err(OpenError::NewerFormat { .. }) => assert!(at < 24),
                Err(error) => panic!("byte {at} bit {bit}: {error}"),
            }
        }
    }
}

#[test]
fn zeroed_blocks_cost_only_their_lines() {
    let text = text();
    for at in (100..text.len() - 64).step_by(7) {
        let mut bytes = text.clone().into_bytes();
        bytes[at..at + 64].fill(0);
        let (loaded, _) = read::from_bytes(&bytes, &mut ids()).unwrap();
        assert!(!loaded.report.notices.is_empty());
        let kept = loaded.project.ids().filter(|id| sample().contains(*id)).count();
        assert!(kept >= 9, "{at}: {kept}");
    }
}

proptest! {
    #[test]
    fn any_project_comes_back_and_is_written_the_same_again(project in arbitrary::project()) {
        let text = to_text(&project).unwrap();
        prop_assert_eq!(text.lines().count(), project.ids().count() + 4);
        let loaded = from_text(&text, &mut ids()).unwrap();
        prop_assert_eq!(&loaded.report, &LoadReport::default());
        prop_assert_eq!(to_text(&loaded.project).unwrap(), text);
        prop_assert_eq!(loaded.project, project);
    }

    #[test]
    fn any_finite_number_comes_back_exactly(bits in any::<u32>()) {
        let value = f32::from_bits(bits);
        prop_assume!(value.is_finite());
        let text = ron::to_string(&value).unwrap();
        prop_assert_eq!(ron::from_str::<f32>(&text).unwrap().to_bits(), bits);
    }

    #[test]
    fn mixed_up_files_never_panic_and_give_a_sound_project(
        project in arbitrary::project(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0usize..60), 1..6),
    ) {
        let mut bytes = to_text(&project).unwrap().into_bytes();
        for (from, to, length) in cuts {
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
            let end = (to + length / 2).min(bytes.len());
            bytes.splice(to..end, piece);
        }
        if let Ok((loaded, _)) = read::from_bytes(&bytes, &mut ids()) {
            let damage = loaded.project.problems().into_iter().find(crate::model::Problem::is_damage);
            prop_assert_eq!(damage, None);
        }
    }
}

#[test]
fn every_unicode_scalar_comes_back() {
    let all: String = ('\0'..=char::MAX).collect();
    let mut project = sample();
    project.info.note = all;
    let text = to_text(&project).unwrap();
    assert_eq!(text.lines().count(), text.matches('\n').count());
    assert_eq!(read(&text).project, project);
}
