//! A new journey with the usual phases and lanes, and an empty project round one.

use super::{Action, add_at_end, batch};
use crate::app::Session;
use crate::base::{IdSource, OrderKey};
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::Lang;
use crate::i18n::commands::{NewName, usual_phases};
use crate::i18n::domain::Named;
use crate::model::{
    Channel, ChannelKind, Journey, JourneyId, JourneyState, Lane, LaneKind, PersonaId, Phase, Project, ProjectInfo,
    Step,
};

/// The channels of an empty project.
const USUAL_CHANNELS: [ChannelKind; 8] = [
    ChannelKind::Web,
    ChannelKind::Sns,
    ChannelKind::App,
    ChannelKind::Line,
    ChannelKind::Email,
    ChannelKind::Shop,
    ChannelKind::Phone,
    ChannelKind::Ec,
];

/// A journey of the first persona with the usual phases (a step each) and lanes.
pub fn add_journey(session: &mut Session, state: JourneyState, lang: Lang) -> Action {
    let persona = session.persona();
    let id: JourneyId = session.new_id();
    let commands = journey_commands(session.ids(), id, state, persona, lang);
    Action::new(batch(Verb::Add, RecordKind::Journey, commands)).selecting([id.into()]).editing(id)
}

fn journey_commands(
    ids: &mut IdSource,
    id: JourneyId,
    state: JourneyState,
    persona: Option<PersonaId>,
    lang: Lang,
) -> Vec<Command> {
    let journey = Journey {
        title: NewName::Journey.text(lang).to_owned(),
        personas: persona.into_iter().collect(),
        state,
        ..Journey::new(id, OrderKey::default())
    };
    let mut commands = vec![add_at_end(journey)];
    for name in usual_phases(lang) {
        let phase = Phase { name: (*name).to_owned(), ..Phase::new(ids.next(), id, OrderKey::default()) };
        let step = Step::new(ids.next(), phase.id, OrderKey::default());
        commands.extend([add_at_end(phase), add_at_end(step)]);
    }
    for kind in LaneKind::ALL.iter().filter(|kind| kind.on_by_default()) {
        commands.push(add_at_end(Lane::new(ids.next(), id, OrderKey::default(), *kind)));
    }
    commands
}

/// A project with the usual channels and one empty journey.
#[must_use]
pub fn blank_project(ids: &mut IdSource, lang: Lang) -> Project {
    let info = ProjectInfo { title: NewName::Project.text(lang).to_owned(), ..ProjectInfo::default() };
    let mut commands = vec![Command::SetInfo(info)];
    commands.extend(USUAL_CHANNELS.into_iter().map(|kind| {
        let name = kind.name(lang).to_owned();
        let channel = Channel::new(ids.next(), OrderKey::default(), kind);
        add_at_end(Channel { name, side: kind.usual_side(), ..channel })
    }));
    let journey = ids.next();
    commands.extend(journey_commands(ids, journey, JourneyState::AsIs, None, lang));
    let whole = batch(Verb::Add, RecordKind::Project, commands);
    // Nothing in it names what it does not bring along, so it cannot be refused; an empty project would still be right.
    crate::edit::apply(&Project::default(), &whole, ids).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::session;
    use crate::app::{AppCommand, perform};

    #[test]
    fn a_new_journey_has_the_usual_phases_and_lanes_in_the_persons_language() {
        for (lang, first, last) in [(Lang::Ja, "認知", "推奨"), (Lang::En, "Aware", "Advocate")] {
            let (mut session, _) = session();
            perform(&mut session, AppCommand::AddJourney, lang).unwrap();
            let journey = session.journey().unwrap();
            let phases = session.project().phases_of(journey);
            assert_eq!((phases.len(), phases[0].name.as_str(), phases[7].name.as_str()), (8, first, last));
            assert_eq!(session.project().steps_in_journey(journey).len(), 8);
            let kinds: Vec<_> = session.project().lanes_of(journey).iter().map(|lane| lane.kind).collect();
            assert_eq!(kinds, LaneKind::ALL.iter().copied().filter(|k| k.on_by_default()).collect::<Vec<_>>());
            session.undo();
            assert_eq!(session.project().journeys.len(), 1, "one undo takes the whole journey back");
        }
    }

    #[test]
    fn an_empty_project_is_ready_to_be_filled() {
        let project = blank_project(&mut IdSource::seeded(1), Lang::Ja);
        assert_eq!(project.info.title, "新しいプロジェクト");
        assert_eq!(project.channels.len(), USUAL_CHANNELS.len());
        assert_eq!(project.journeys.len(), 1);
    }
}
