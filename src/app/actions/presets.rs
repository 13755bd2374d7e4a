//! Phases from a preset: an empty map gets them instead of its own, a filled one gets those that it lacks.

use super::{Action, add_at_end, batch};
use crate::app::Session;
use crate::base::{OrderKey, normalized};
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::Lang;
use crate::i18n::commands::is_unnamed_step;
use crate::i18n::structure::PhasePreset;
use crate::model::{JourneyId, LaneKind, Phase, PhaseId, Project, RecordId, Step, Touchpoint};

/// A phase as it will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPhase {
    /// Its name.
    pub name: String,
    /// The phase that is there already.
    pub kept: Option<PhaseId>,
    /// How many steps it has, or will have.
    pub steps: usize,
}

/// Whether nobody has put anything into a journey yet: no names of steps, no cards, no feelings.
#[must_use]
pub fn is_empty_map(project: &Project, journey: JourneyId) -> bool {
    let steps = project.steps_in_journey(journey);
    let is_mine = |id| steps.iter().any(|step| step.id == id);
    let is_blank = |step: &&Step| {
        is_unnamed_step(&step.name) && step.touchpoint == Touchpoint::default() && step.picture.is_none()
    };
    steps.iter().all(is_blank)
        && !project.cards.iter().any(|card| is_mine(card.step))
        && !project.marks.iter().any(|mark| is_mine(mark.step))
        && !project.links.iter().any(|link| is_mine(link.from))
}

/// The phases that a journey would have from left to right.
#[must_use]
pub fn plan_phases(project: &Project, journey: JourneyId, preset: PhasePreset, lang: Lang) -> Vec<PlannedPhase> {
    let new = |name: &str| PlannedPhase { name: name.to_owned(), kept: None, steps: 1 };
    let wanted = preset.phases(lang);
    if is_empty_map(project, journey) {
        return wanted.iter().map(|name| new(name)).collect();
    }
    let mut plan: Vec<PlannedPhase> = project
        .phases_of(journey)
        .into_iter()
        .map(|phase| PlannedPhase {
            name: phase.name.clone(),
            kept: Some(phase.id),
            steps: project.steps_of(phase.id).len(),
        })
        .collect();
    let place_of =
        |plan: &[PlannedPhase], name: &str| plan.iter().position(|phase| normalized(&phase.name) == normalized(name));
    for (at, name) in wanted.iter().enumerate() {
        if place_of(&plan, name).is_some() {
            continue;
        }
        // After the nearest phase that comes before it in the preset, else before the nearest that follows.
        let after = wanted[..at].iter().rev().find_map(|earlier| place_of(&plan, earlier)).map(|place| place + 1);
        let before = || wanted[at + 1..].iter().find_map(|later| place_of(&plan, later));
        let place = after.or_else(before).unwrap_or(plan.len());
        plan.insert(place, new(name));
    }
    plan
}

/// Gives the journey shown the phases of a preset, as one step of the history; `None` when it has them.
pub fn apply_preset(session: &mut Session, preset: PhasePreset, lang: Lang) -> Option<Action> {
    let journey = session.journey()?;
    let project = session.project().clone();
    let plan = plan_phases(&project, journey, preset, lang);
    let mut commands = Vec::new();
    let mut first = None;
    let old: Vec<RecordId> = if is_empty_map(&project, journey) {
        project.phases_of(journey).iter().map(|phase| phase.id.into()).collect()
    } else {
        Vec::new()
    };
    let names = |phases: &[RecordId]| -> Vec<String> {
        project.phases_of(journey).iter().filter(|p| phases.contains(&p.id.into())).map(|p| p.name.clone()).collect()
    };
    if !old.is_empty() && names(&old).iter().eq(plan.iter().map(|phase| &phase.name)) {
        return None;
    }
    for (at, phase) in plan.iter().enumerate().filter(|(_, phase)| phase.kept.is_none()) {
        let before = plan[at..].iter().find_map(|later| later.kept);
        let id: PhaseId = session.new_id();
        let record = Phase { name: phase.name.clone(), ..Phase::new(id, journey, OrderKey::default()) };
        commands.push(Command::Add { record: record.into(), before: before.map(Into::into) });
        commands.push(add_at_end(Step::new(session.new_id(), id, OrderKey::default())));
        first = first.or(Some(id));
    }
    if !old.is_empty() {
        commands.push(Command::Delete(old));
    }
    Some(Action::new(batch(Verb::Add, RecordKind::Phase, commands)).selecting([first?.into()]))
}

/// The lanes of a service blueprint.
pub(super) const BLUEPRINT: [LaneKind; 4] =
    [LaneKind::Evidence, LaneKind::Frontstage, LaneKind::Backstage, LaneKind::Support];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::actions::blank_project;
    use crate::app::run_action;
    use crate::base::IdSource;

    fn blank(lang: Lang) -> Session {
        let mut ids = IdSource::seeded(2);
        Session::new(blank_project(&mut ids, lang), None, ids)
    }

    fn names(session: &Session) -> Vec<String> {
        session.project().phases_of(session.journey().unwrap()).iter().map(|phase| phase.name.clone()).collect()
    }

    #[test]
    fn on_an_empty_map_a_preset_replaces_the_phases_in_one_step() {
        for lang in Lang::ALL {
            for preset in PhasePreset::ALL {
                let mut session = blank(lang);
                let before = session.project().clone();
                let Some(action) = apply_preset(&mut session, preset, lang) else {
                    assert_eq!(names(&session), preset.phases(lang), "it has them already");
                    continue;
                };
                run_action(&mut session, action).unwrap();
                assert_eq!(names(&session), preset.phases(lang));
                assert_eq!(session.project().steps.len(), preset.phases(lang).len());
                session.undo();
                assert!(session.project().same_as(&before));
            }
        }
    }

    #[test]
    fn on_a_filled_map_phases_keep_their_steps_and_new_ones_go_to_their_place() {
        let mut session = blank(Lang::Ja);
        let action = apply_preset(&mut session, PhasePreset::Short, Lang::Ja).unwrap();
        run_action(&mut session, action).unwrap();
        let journey = session.journey().unwrap();
        let [before, buy, after] = session.project().phases_of(journey)[..] else { panic!("three phases") };
        let (mut renamed, mut consider) = (buy.clone(), before.clone());
        renamed.name = " 購入 ".to_owned();
        consider.name = "下見".to_owned();
        let after = after.clone();
        let step = session.project().steps_of(buy.id)[0].clone();
        let named = Step { name: "レジで払う".to_owned(), ..step };
        for record in [renamed.into(), consider.into(), named.clone().into()] {
            session.run(&Command::Edit(record)).unwrap();
        }
        let action = apply_preset(&mut session, PhasePreset::B2c, Lang::Ja).unwrap();
        run_action(&mut session, action).unwrap();
        let expected = [
            "下見",
            "認知",
            "興味・関心",
            "情報収集",
            "比較・検討",
            " 購入 ",
            "利用",
            "継続・リピート",
            "推奨",
            &after.name,
        ];
        assert_eq!(names(&session), expected);
        let still = session.project().steps.get(named.id).unwrap();
        assert_eq!((still.name.as_str(), still.phase), ("レジで払う", buy_of(&session)));
        assert!(apply_preset(&mut session, PhasePreset::B2c, Lang::Ja).is_none(), "all are there now");
    }

    fn buy_of(session: &Session) -> PhaseId {
        let phases = session.project().phases_of(session.journey().unwrap());
        phases.iter().find(|phase| phase.name.trim() == "購入").unwrap().id
    }

    #[test]
    fn the_blank_templates_are_empty_maps_and_others_are_not() {
        for lang in Lang::ALL {
            for template in crate::template::all() {
                let project = crate::template::project(template.key, lang.code(), &mut IdSource::seeded(1)).unwrap();
                let journey = project.journeys_in_order()[0].id;
                assert_eq!(is_empty_map(&project, journey), template.key == "blank", "{}", template.key);
            }
        }
    }

    #[test]
    fn no_preset_ends_with_the_purchase() {
        for lang in Lang::ALL {
            for preset in PhasePreset::ALL {
                let phases = preset.phases(lang);
                let purchase =
                    phases.iter().position(|name| ["購入", "Buy", "Purchase", "稟議・決裁", "Approve"].contains(name));
                assert!(purchase.is_some_and(|at| at + 1 < phases.len()), "{preset:?} {phases:?}");
            }
        }
    }
}
