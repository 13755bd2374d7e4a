//! What the names in feedback files mean: remembered in the project, so that the next file matches by itself.

use super::{Action, batch};
use crate::base::{IdSource, normalized};
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::feedback::Target;
use crate::model::{Alias, DataSet, PhaseId, Project, StepId};

/// A step and those of the same name in other journeys: what is said of one step is said of its twins.
#[must_use]
pub fn with_twins(project: &Project, step: StepId) -> Vec<StepId> {
    let name_of = |step: StepId| project.steps.get(step).map(|step| normalized(&step.name)).unwrap_or_default();
    let (name, own) = (name_of(step), project.journey_of_step(step));
    let mut steps = vec![step];
    for journey in project.journeys_in_order().into_iter().filter(|journey| Some(journey.id) != own) {
        let twin = project.steps_in_journey(journey.id).into_iter().find(|other| normalized(&other.name) == name);
        steps.extend(twin.filter(|_| !name.is_empty()).map(|twin| twin.id));
    }
    steps
}

/// The same for a phase.
fn phase_with_twins(project: &Project, phase: PhaseId) -> Vec<PhaseId> {
    let Some(own) = project.phases.get(phase) else { return Vec::new() };
    let name = normalized(&own.name);
    let others = project.phases.iter().filter(|other| other.journey != own.journey && normalized(&other.name) == name);
    std::iter::once(phase).chain(others.filter(|_| !name.is_empty()).map(|other| other.id)).collect()
}

/// Files use this name for a step: as one step of the history.
#[must_use]
pub fn assign_name(project: &Project, name: &str, step: StepId, ids: &mut IdSource) -> Action {
    let is_new = |step: &StepId| {
        let same = |alias: &&Alias| alias.step == *step && normalized(&alias.name) == normalized(name);
        !project.aliases.iter().any(|alias| same(&alias))
    };
    let steps = with_twins(project, step).into_iter().filter(is_new);
    let add = |step| super::add_at_end(Alias { name: name.to_owned(), ..Alias::new(ids.next(), step) });
    Action::new(batch(Verb::Add, RecordKind::Alias, steps.map(add).collect()))
}

/// Imports a data set with what a person said about the names in it: one step of the history.
#[must_use]
pub fn import_feedback(project: &Project, data_set: DataSet, meant: &[(String, Target)]) -> Command {
    let steps = meant.iter().filter_map(|(name, target)| match target {
        Target::Step(step) => Some((name, with_twins(project, *step))),
        _ => None,
    });
    let names = steps.flat_map(|(name, steps)| steps.into_iter().map(|step| (name.clone(), step))).collect();
    let import = Command::ImportFeedback { data_set: Box::new(data_set), names };
    let mut commands = vec![import];
    commands.extend(known_as(project, meant));
    if commands.len() == 1 {
        return commands.remove(0);
    }
    Command::Batch { label: Label { verb: Verb::Import, kind: RecordKind::Feedback }, commands }
}

/// The phases, channels and personas that get another name; whatever had it before loses it.
fn known_as(project: &Project, meant: &[(String, Target)]) -> Vec<Command> {
    let mut changed = project.clone();
    for (name, target) in meant {
        let is_it = |known: &String| normalized(known) == normalized(name);
        match target {
            Target::Step(_) => {}
            Target::Phase(phase) => {
                for phase in phase_with_twins(project, *phase) {
                    let Some(mut phase) = changed.phases.get(phase).cloned() else { continue };
                    phase.known_as.retain(|known| !is_it(known));
                    phase.known_as.push(name.clone());
                    changed.phases.put(phase);
                }
            }
            Target::Channel(wanted) => {
                for mut channel in changed.channels.iter().cloned().collect::<Vec<_>>() {
                    channel.known_as.retain(|known| !is_it(known));
                    if channel.id == *wanted {
                        channel.known_as.push(name.clone());
                    }
                    changed.channels.put(channel);
                }
            }
            Target::Persona(wanted) => {
                for mut persona in changed.personas.iter().cloned().collect::<Vec<_>>() {
                    persona.known_as.retain(|known| !is_it(known));
                    if persona.id == *wanted {
                        persona.known_as.push(name.clone());
                    }
                    changed.personas.put(persona);
                }
            }
        }
    }
    let phases = changed.phases.iter().filter(|new| project.phases.get(new.id) != Some(new));
    let phases = phases.map(|phase| Command::Edit(phase.clone().into()));
    let channels = changed.channels.iter().filter(|new| project.channels.get(new.id) != Some(new));
    let channels = channels.map(|channel| Command::Edit(channel.clone().into()));
    let personas = changed.personas.iter().filter(|new| project.personas.get(new.id) != Some(new));
    phases.chain(channels).chain(personas.map(|persona| Command::Edit(persona.clone().into()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::OrderKey;
    use crate::edit::apply;
    use crate::feedback::{Matcher, NameKind};
    use crate::model::{Channel, ChannelKind, Persona, PersonaKind};

    #[test]
    fn names_of_channels_and_personas_are_kept_with_the_import_and_the_last_word_counts() {
        let (mut project, mut ids) = (Project::default(), IdSource::seeded(7));
        let channel = |name: &str, known: &[&str], ids: &mut IdSource| Channel {
            name: name.into(),
            known_as: known.iter().map(|name| (*name).to_owned()).collect(),
            ..Channel::new(ids.next(), OrderKey::default(), ChannelKind::Other)
        };
        let (shop, web) = (channel("店舗", &["ＷＥＢ"], &mut ids), channel("サイト", &[], &mut ids));
        let persona =
            Persona { name: "美咲".into(), ..Persona::new(ids.next(), OrderKey::default(), PersonaKind::B2c) };
        let meant = [
            ("web".to_owned(), Target::Channel(web.id)),
            ("直営店".to_owned(), Target::Channel(shop.id)),
            ("共働き".to_owned(), Target::Persona(persona.id)),
        ];
        let set = DataSet::new(ids.next(), OrderKey::default());
        project.channels.put(shop.clone());
        project.channels.put(web.clone());
        project.personas.put(persona.clone());
        let command = import_feedback(&project, set, &meant);
        assert_eq!(command.label(), Label { verb: Verb::Import, kind: RecordKind::Feedback });
        let after = apply(&project, &command, &mut ids).unwrap();
        assert_eq!(after.channels.get(shop.id).unwrap().known_as, ["直営店"]);
        let matcher = Matcher::new(&after);
        assert_eq!(matcher.called(NameKind::Channel, "Web"), Some("サイト"));
        assert_eq!(matcher.called(NameKind::Persona, "共働き"), Some("美咲"));
        assert_eq!(after.data_sets.len(), 1);
    }
}
