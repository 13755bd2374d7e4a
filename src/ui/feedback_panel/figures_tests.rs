//! The figures by phase, and comments by language.

use super::tests::{first_set, page};
use crate::base::normalized;
use crate::i18n::Lang;
use crate::i18n::answers::AnswersText as Answers;
use crate::i18n::feedback_page::FeedbackPageText as Page;
use crate::look::ThemeKind;
use crate::model::{Quote, Step};
use crate::ui::testing::{Window, session, shot};
use eframe::egui::OutputCommand;
use egui_kittest::kittest::Queryable as _;

/// What the next frames put into the clipboard.
fn copied(window: &mut Window) -> String {
    for _ in 0..4 {
        window.step();
        for command in &window.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                return text.clone();
            }
        }
    }
    panic!("nothing was copied");
}

#[test]
fn the_figures_stand_by_phase_as_well_are_sorted_and_copied() {
    for (lang, theme, example) in
        [(Lang::Ja, ThemeKind::Light, "winter-coat"), (Lang::En, ThemeKind::Dark, "hotel-stay")]
    {
        let mut window = page(example, lang, theme, |_| {});
        window.get_by_label(Page::ByPhase.text(lang)).click();
        window.run();
        let phases: Vec<String> = {
            let session = session(&window);
            let journey = session.journey().unwrap();
            session.project().phases_of(journey).iter().map(|phase| phase.name.clone()).collect()
        };
        for phase in &phases {
            assert!(window.query_all_by_label_contains(&format!("{phase}: ")).next().is_some(), "{phase}");
        }
        shot(&mut window, &format!("by-phase-{}", lang.code()));
        window.get_by_label(Answers::Copy.text(lang)).click();
        let table = copied(&mut window);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 1 + phases.len(), "{table}");
        assert!(lines[0].starts_with(Page::Phase.text(lang)) && lines[2].split('\t').count() > 6, "{table}");
        let first = format!("{}: ", phases[0]);
        window.get_all_by_label_contains(&first).next().unwrap().click();
        window.run();
        let journey = session(&window).journey().unwrap();
        let chosen = session(&window).project().phases_of(journey)[0].id;
        assert!(session(&window).selection().contains(chosen));
    }
}

#[test]
fn comments_are_chosen_by_their_language() {
    let lang = Lang::Ja;
    let mut window = page("winter-coat", lang, ThemeKind::Light, |project| {
        let mut set = first_set(project);
        let step = set.quotes[0].step_name.clone();
        set.quotes.push(Quote { step_name: step, text: "The queue was too long.".into(), ..set.quotes[0].clone() });
        project.data_sets.put(set);
    });
    let step = {
        let project = session(&window).project();
        let name = first_set(project).quotes[0].step_name.clone();
        let journey = project.journeys_in_order()[0].id;
        let steps = project.steps_in_journey(journey);
        let same = |step: &&&Step| normalized(&step.name) == normalized(&name);
        steps.iter().find(same).unwrap().name.clone()
    };
    window.get_all_by_label_contains(&format!("{step}: n ")).next().unwrap().click();
    window.run();
    let english = format!("{} 1", Answers::English.text(lang));
    shot(&mut window, "comment-languages");
    window.get_by_label(&english).click();
    window.run();
    assert_eq!(window.query_all_by_label_contains(Answers::Pin.text(lang)).count(), 1);
    assert!(window.query_all_by_value("The queue was too long.").next().is_some());
}
