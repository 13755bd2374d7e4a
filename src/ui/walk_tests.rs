//! Every page and dialog at every size: whatever one can press or type into has a name, and everything can be reached.

use super::action::Action;
use super::testing::{Window, start_page, with_template};
use super::update;
use crate::app::settings::Scale;
use crate::app::{AppCommand, View};
use crate::i18n::Lang;
use crate::look::ThemeKind;
use eframe::egui::accessibility::is_input;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn nameless(window: &Window) -> Vec<String> {
    let nodes = window.query_all(By::new().predicate(|node| is_input(node.role())));
    let has_name = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let own = node.label().is_some_and(|label| !label.trim().is_empty());
        own || node.labelled_by().any(|by| by.label().or(by.value()).is_some_and(|label| !label.trim().is_empty()))
    };
    // The handle between two panels is told by its value.
    let nodes = nodes.filter(|node| node.accesskit_node().role() != Role::Splitter);
    nodes.filter(|node| !has_name(node)).map(|node| format!("{node:?}")).collect()
}

fn do_command(window: &mut Window, command: AppCommand) {
    update::perform(window.state_mut().as_mut().unwrap(), Action::Do(command));
    window.run_steps(4);
}

#[test]
fn whatever_one_can_press_or_type_into_has_a_name() {
    for lang in Lang::ALL {
        assert_eq!(nameless(&start_page(lang, ThemeKind::Light, SIZE)), Vec::<String>::new(), "start page");
        for view in [View::Map, View::Personas, View::Feedback] {
            let window = with_template("retail", lang, ThemeKind::Light, view, SIZE);
            assert_eq!(nameless(&window), Vec::<String>::new(), "{view:?}");
        }
        let mut window = with_template("retail", lang, ThemeKind::Light, View::Map, SIZE);
        let project = super::testing::session(&window).project().clone();
        let journey = super::testing::session(&window).journey().unwrap();
        let records: Vec<crate::model::RecordId> = [
            project.cards.iter().next().map(|card| card.id.into()),
            project.cards.iter().find(|card| card.pain.severity > 0).map(|card| card.id.into()),
            project.cards.iter().find(|card| card.opportunity.owner.is_some()).map(|card| card.id.into()),
            project.steps.iter().next().map(|step| step.id.into()),
            project.phases.iter().next().map(|phase| phase.id.into()),
            project.lanes.iter().next().map(|lane| lane.id.into()),
            project.marks.iter().next().map(|mark| mark.id.into()),
            project.handoffs.iter().next().map(|handoff| handoff.id.into()),
            project.departments.iter().next().map(|department| department.id.into()),
            project.channels.iter().next().map(|channel| channel.id.into()),
            Some(journey.into()),
        ]
        .into_iter()
        .flatten()
        .collect();
        for record in records {
            update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![record]));
            window.run_steps(3);
            assert_eq!(nameless(&window), Vec::<String>::new(), "inspector of {record:?}");
        }
        for command in [AppCommand::Help, AppCommand::Palette, AppCommand::Export, AppCommand::Quit] {
            let mut window = with_template("retail", lang, ThemeKind::Light, View::Map, SIZE);
            do_command(&mut window, command);
            assert_eq!(nameless(&window), Vec::<String>::new(), "{command:?}");
        }
    }
}

#[test]
fn at_200_percent_on_a_small_screen_everything_is_still_in_the_window() {
    for (lang, view) in [(Lang::Ja, View::Map), (Lang::En, View::Map), (Lang::En, View::Personas)] {
        let mut window = with_template("retail", lang, ThemeKind::Light, view, SIZE);
        window.state_mut().as_mut().unwrap().settings.scale = Scale::MOST;
        window.run_steps(6);
        super::testing::shot(&mut window, &format!("scale-200-{}-{view:?}", lang.code()));
        let screen = window.ctx.content_rect();
        assert!((screen.width() - 640.0).abs() < 1.0, "{screen:?}");
        for command in
            [AppCommand::Save, AppCommand::Export, AppCommand::Present, AppCommand::Undo, AppCommand::ViewPersonas]
        {
            let words = match command {
                AppCommand::Present => crate::i18n::present::PresentText::Present.text(lang),
                AppCommand::Export => crate::i18n::shell::ShellText::Export.text(lang),
                AppCommand::ViewPersonas => crate::i18n::shell::ShellText::Personas.text(lang),
                other => other.name(lang),
            };
            let rect =
                window.query_all_by_label(words).map(|node| node.rect()).find(|rect| screen.contains_rect(*rect));
            assert!(rect.is_some(), "{words} is not in the window at 200 %");
        }
    }
}

#[test]
fn the_map_keeps_its_size_when_the_interface_gets_larger() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Map, SIZE);
    update::perform(window.state_mut().as_mut().unwrap(), Action::SetZoom(1.2));
    window.run_steps(3);
    do_command(&mut window, AppCommand::InterfaceLarger);
    window.run_steps(3);
    let desk = window.state().as_ref().unwrap();
    assert_eq!(desk.settings.scale.percent(), 110);
    assert!((desk.shown.canvas.zoom() - 1.2).abs() < 0.02, "{}", desk.shown.canvas.zoom());
    do_command(&mut window, AppCommand::InterfaceUsual);
    window.run_steps(3);
    let desk = window.state().as_ref().unwrap();
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 1e-6 && (desk.shown.canvas.zoom() - 1.2).abs() < 0.02);
}

/// With `TABIJI_SHOTS` set to a folder: all pages in the dark and in high contrast, to be looked at.
#[test]
fn shots_of_all_themes() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    for theme in [ThemeKind::Dark, ThemeKind::HighContrast] {
        for view in [View::Map, View::Personas, View::Feedback] {
            let mut window = with_template("retail", Lang::Ja, theme, view, SIZE);
            super::testing::shot(&mut window, &format!("theme-{}-{view:?}", theme.key()));
        }
    }
}
