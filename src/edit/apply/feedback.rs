//! Importing feedback: the data set, and the names that were confirmed for steps.

use crate::base::{IdSource, normalized};
use crate::edit::EditError;
use crate::edit::place::put_before;
use crate::edit::references::exists;
use crate::model::{Alias, AliasId, DataSet, Project, StepId};

/// Adds a data set at the end (or replaces the one with its id in its place) and remembers names for steps.
pub(super) fn import(
    project: &mut Project,
    data_set: &DataSet,
    names: &[(String, StepId)],
    ids: &mut IdSource,
) -> Result<(), EditError> {
    match project.data_sets.get(data_set.id) {
        Some(old) => {
            let order = old.order.clone();
            // A name that is only the file's does not overrule the one the team gave.
            let unnamed = data_set.name == data_set.file && !old.name.is_empty();
            let name = if unnamed { old.name.clone() } else { data_set.name.clone() };
            let mut imports = old.imports.clone();
            imports.extend(data_set.imports.iter().cloned());
            project.data_sets.put(DataSet { order, name, imports, ..data_set.clone() });
        }
        None => put_before(project, std::slice::from_ref(data_set), None)?,
    }
    for (name, step) in names {
        exists(project, *step)?;
        remember(project, name, *step, ids);
    }
    Ok(())
}

/// Remembers that a name means a step. In one journey a name means one step: the last word counts.
fn remember(project: &mut Project, name: &str, step: StepId, ids: &mut IdSource) {
    let normal = normalized(name);
    if normal.is_empty() {
        return;
    }
    let journey = project.journey_of_step(step);
    let same_name = project.aliases.iter().filter(|alias| normalized(&alias.name) == normal);
    let (same_step, others): (Vec<&Alias>, Vec<&Alias>) = same_name.partition(|alias| alias.step == step);
    let known = !same_step.is_empty();
    let overruled: Vec<AliasId> =
        others.iter().filter(|alias| project.journey_of_step(alias.step) == journey).map(|alias| alias.id).collect();
    for alias in overruled {
        project.aliases.remove(alias);
    }
    if !known {
        project.aliases.put(Alias { name: name.trim().to_owned(), ..Alias::new(ids.next(), step) });
    }
}

#[cfg(test)]
mod tests {
    use crate::base::OrderKey;
    use crate::edit::Command;
    use crate::edit::testing::Small;
    use crate::model::DataSet;

    #[test]
    fn a_file_imported_again_keeps_the_name_that_the_team_gave_it() {
        let mut small = Small::new();
        let file = "q3.csv".to_owned();
        let first = DataSet {
            name: file.clone(),
            file: file.clone(),
            rows: 10,
            ..DataSet::new(small.ids.next(), OrderKey::default())
        };
        let import = |set: &DataSet| Command::ImportFeedback { data_set: Box::new(set.clone()), names: Vec::new() };
        small.run(&import(&first)).unwrap();
        let named = DataSet {
            name: "来店後アンケート".to_owned(),
            ..small.project.data_sets.get(first.id).unwrap().clone()
        };
        small.run(&Command::Edit(named.into())).unwrap();
        small.run(&import(&DataSet { rows: 12, ..first.clone() })).unwrap();
        let again = small.project.data_sets.get(first.id).unwrap();
        assert_eq!((again.name.as_str(), again.rows), ("来店後アンケート", 12));
    }

    #[test]
    fn a_name_is_remembered_once_and_the_last_word_counts() {
        let mut small = Small::new();
        let data_set = DataSet::new(small.ids.next(), OrderKey::default());
        let [one, two, _] = small.steps;
        let import = |names: &[(&str, _)]| Command::ImportFeedback {
            data_set: Box::new(data_set.clone()),
            names: names.iter().map(|(name, step)| ((*name).to_owned(), *step)).collect(),
        };
        small.run(&import(&[("ＥＣ", one), ("ec ", one), (" ", one)])).unwrap();
        let names: Vec<_> = small.project.aliases.iter().map(|alias| (alias.name.clone(), alias.step)).collect();
        assert_eq!(names, [("ＥＣ".to_owned(), one)]);

        small.run(&import(&[("EC", two)])).unwrap();
        let steps: Vec<_> = small.project.aliases.iter().map(|alias| alias.step).collect();
        assert_eq!(steps, [two]);
        assert_eq!(small.project.data_sets.len(), 1);

        let before = small.project.clone();
        small.run(&import(&[("EC", two)])).unwrap();
        assert!(small.project.same_as(&before));
    }
}
