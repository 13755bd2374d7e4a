//! The curves of the emotion lane in hand: which of them are shown, and which one is being edited. What is only
//! looked at or about to be edited is no part of the document.

use super::{Outcome, Selection, Session};
use crate::edit::Command;
use crate::layout::{CurveChoice, CurveId};
use crate::model::{Journey, LaneForm, Mark, MarkSource, PersonaId, Project, RecordId, StepId};

/// Which curves are shown, and which one a new mark belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curves {
    /// Which are shown.
    pub choice: CurveChoice,
    /// The one that was chosen to be edited.
    chosen: Option<CurveId>,
    /// The one that the selection is on: holds until the selection leaves the lane.
    selected: Option<CurveId>,
}

impl Curves {
    /// The curve that a new mark of a journey belongs to: the one that the selection is on, the one that was chosen,
    /// or else what the room agreed on for the leading persona.
    #[must_use]
    pub fn edited(&self, project: &Project, journey: &Journey) -> CurveId {
        let known = [self.selected, self.chosen].into_iter().flatten().find(|curve| exists(project, journey, *curve));
        known.unwrap_or_else(|| CurveId::usual(journey))
    }

    /// Chooses the curve to be edited; it is shown from now on.
    pub fn edit(&mut self, journey: &Journey, curve: CurveId) {
        (self.chosen, self.selected) = (Some(curve), None);
        self.choice.set(journey, curve, true);
    }

    /// A selected mark makes its curve the one that is edited, as long as the selection stays in the lane.
    pub fn note_selection(&mut self, project: &Project, selection: &Selection) {
        self.selected = match selection.primary() {
            Some(RecordId::Mark(mark)) => project.marks.get(mark).and_then(|mark| {
                let journey = journey_of(project, mark.step)?;
                Some(CurveId::of(journey, mark))
            }),
            None if is_on_lane(project, selection) => self.selected,
            _ => None,
        };
    }

    /// The next of the curves that are shown, to be edited; after the last one the first.
    pub fn edit_next(&mut self, project: &Project, journey: &Journey) -> CurveId {
        let all: Vec<CurveId> =
            curves_of(project, journey).into_iter().filter(|curve| self.choice.shows(journey, *curve)).collect();
        let edited = self.edited(project, journey);
        let place = all.iter().position(|curve| *curve == edited).map_or(0, |place| place + 1);
        let next = all.get(place % all.len().max(1)).copied().unwrap_or_else(|| CurveId::usual(journey));
        (self.chosen, self.selected) = (Some(next), None);
        next
    }

    /// The mark of a step on the curve that is edited.
    #[must_use]
    pub fn mark<'p>(&self, project: &'p Project, step: StepId) -> Option<&'p Mark> {
        let journey = journey_of(project, step)?;
        mark_of(project, journey, step, self.edited(project, journey))
    }

    /// Whose mark of a step is set, from which source.
    #[must_use]
    pub fn target(&self, project: &Project, step: StepId) -> Option<(Option<PersonaId>, MarkSource)> {
        let journey = journey_of(project, step)?;
        let curve = self.edited(project, journey);
        // A mark of the leading persona needs no name, unless it has one already.
        let persona = curve
            .persona
            .filter(|persona| !curve.leads(journey) || project.mark_of(step, Some(*persona), curve.source).is_some());
        Some((persona, curve.source))
    }

    /// Sets the emotion of a step on the curve that is edited.
    #[must_use]
    pub fn set(&self, project: &Project, step: StepId, value: Option<f32>) -> Option<Command> {
        let (persona, source) = self.target(project, step)?;
        Some(Command::SetMark { step, persona, source, value })
    }
}

/// Goes on to the next curve that is shown.
pub(super) fn next_curve(session: &mut Session) -> Outcome {
    let project = session.project();
    let Some(journey) = session.journey().and_then(|id| project.journeys.get(id)) else { return Outcome::Nothing };
    let mut curves = session.curves().clone();
    curves.edit_next(project, journey);
    choose_curves(session, curves);
    Outcome::Done
}

/// Shows or edits other curves. A selection in the lane goes over to the curve that is edited now.
pub fn choose_curves(session: &mut Session, curves: Curves) {
    let (project, selection) = (session.project(), session.selection());
    let cell = selection.cell();
    let is_on_mark = matches!(selection.primary(), Some(RecordId::Mark(_)));
    let goes_over = is_on_mark || (selection.is_empty() && is_on_lane(project, selection));
    let mark = cell.and_then(|cell| curves.mark(project, cell.step)).map(|mark| mark.id.into());
    session.set_curves(curves);
    if goes_over {
        let mut selection = Selection::of(mark);
        selection.focus(cell);
        session.select(selection);
    }
}

fn is_on_lane(project: &Project, selection: &Selection) -> bool {
    let lane = selection.cell().and_then(|cell| project.lanes.get(cell.lane));
    lane.is_some_and(|lane| lane.kind.form() == LaneForm::Curves)
}

/// All curves that a journey can have, persona by persona.
#[must_use]
pub fn curves_of(project: &Project, journey: &Journey) -> Vec<CurveId> {
    let sources = sources(project);
    let personas: Vec<_> = journey.personas.iter().copied().map(Some).collect();
    let personas = if personas.is_empty() { vec![None] } else { personas };
    personas
        .into_iter()
        .flat_map(|persona| sources.iter().map(move |source| CurveId { persona, source: *source }))
        .collect()
}

/// Everybody who can say how a customer feels: the room, the departments, a measurement, a target.
#[must_use]
pub fn sources(project: &Project) -> Vec<MarkSource> {
    let departments = project.departments_in_order().into_iter().map(|department| MarkSource::Believed(department.id));
    std::iter::once(MarkSource::Agreed).chain(departments).chain([MarkSource::Measured, MarkSource::Target]).collect()
}

fn exists(project: &Project, journey: &Journey, curve: CurveId) -> bool {
    let has_source = match curve.source {
        MarkSource::Believed(department) => project.departments.contains(department),
        _ => true,
    };
    has_source && curve.is_in(journey)
}

fn journey_of(project: &Project, step: StepId) -> Option<&Journey> {
    project.journeys.get(project.journey_of_step(step)?)
}

fn mark_of<'p>(project: &'p Project, journey: &Journey, step: StepId, curve: CurveId) -> Option<&'p Mark> {
    let named = project.mark_of(step, curve.persona, curve.source);
    named.or_else(|| project.mark_of(step, None, curve.source).filter(|_| curve.leads(journey)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::session;
    use crate::base::OrderKey;
    use crate::model::{Department, Persona, PersonaKind};

    #[test]
    fn marks_are_set_on_the_curve_that_was_chosen() {
        let (mut session, cell) = session();
        let (lead, other) = (
            Persona::new(session.new_id(), OrderKey::default(), PersonaKind::B2c),
            Persona::new(session.new_id(), OrderKey::default(), PersonaKind::B2c),
        );
        let department = Department::new(session.new_id(), OrderKey::default());
        let journey = session.project().journeys.get(session.journey().unwrap()).unwrap().clone();
        let journey = Journey { personas: vec![lead.id, other.id], ..journey };
        for record in [lead.into(), other.clone().into(), department.clone().into()] {
            session.run(&Command::Add { record, before: None }).unwrap();
        }
        session.run(&Command::Edit(journey.clone().into())).unwrap();

        let mut curves = Curves::default();
        let set = |session: &mut crate::app::Session, curves: &Curves, value| {
            let command = curves.set(session.project(), cell.step, Some(value)).unwrap();
            session.run(&command).unwrap();
            curves.mark(session.project(), cell.step).unwrap().clone()
        };
        let agreed = set(&mut session, &curves, 0.5);
        assert_eq!((agreed.persona, agreed.source), (None, MarkSource::Agreed), "usually the leading persona's");

        let believed = CurveId { persona: Some(other.id), source: MarkSource::Believed(department.id) };
        assert!(!curves.choice.shows(&journey, believed));
        curves.edit(&journey, believed);
        assert!(curves.choice.shows(&journey, believed), "what is edited is seen");
        let mark = set(&mut session, &curves, -1.0);
        assert_eq!((mark.persona, mark.source), (Some(other.id), believed.source));

        curves.note_selection(session.project(), &Selection::of([agreed.id.into()]));
        assert_eq!(curves.edited(session.project(), &journey), CurveId::usual(&journey));
        curves.note_selection(session.project(), &Selection::default());
        assert_eq!(curves.edited(session.project(), &journey), believed, "beside the lane the chosen one counts again");
        assert_ne!(curves.edit_next(session.project(), &journey), believed);
    }
}
