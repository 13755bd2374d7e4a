//! Small but complete projects for property tests: every kind of record, every field, any Unicode text.

use super::{
    Alias, AnyRecord, Card, CardFilter, CardId, Carried, Channel, ChannelId, ChannelKind, ChannelPreference,
    ChannelSide, ColumnRole, Conflict, Contribution, Cube, Cut, DataSet, DataSetId, Department, DepartmentId,
    Dimension, Evidence, ExperienceValues, ExtraField, FeedbackFilter, Handoff, Import, ImportKind, Journey, JourneyId,
    JourneyState, JourneyStatus, Lane, LaneId, LaneKind, Link, LinkKind, MappedColumn, Mark, MarkSource, MarkerShape,
    Measure, Opportunity, OpportunityStatus, Organisation, OtherCards, Pain, Persona, PersonaId, PersonaKind, Phase,
    PhaseId, Picture, Project, ProjectInfo, Quote, RecordId, SavedView, Scales, Slice, Step, StepAnswers, StepId,
    StepWords, Subject, SubjectName, Together, Touchpoint,
};
use crate::base::{Date, Id, IdSource, OrderKey, Rgba};
use proptest::prelude::*;

/// Any text: all Unicode scalars, and what file formats trip over.
pub fn text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec!['"', '\\', '\n', '\r', '\t', '\0', ']', ')', ',', '/', '\u{feff}', '旅']);
    prop::collection::vec(prop_oneof![any::<char>(), nasty], 0..12).prop_map(String::from_iter)
}

/// A sound project with up to `size` records of each kind (and up to three layers of them).
pub fn project() -> impl Strategy<Value = Project> {
    (any::<u64>(), 1usize..5, prop::collection::vec(text(), 1..10))
        .prop_map(|(seed, size, texts)| project_of(seed, size, texts))
}

/// The project of a seed and these texts: other texts give the same records with other words.
pub fn project_of(seed: u64, size: usize, texts: Vec<String>) -> Project {
    Maker { ids: IdSource::seeded(seed), texts, size }.project()
}

struct Maker {
    ids: IdSource,
    texts: Vec<String>,
    size: usize,
}

impl Maker {
    fn below(&mut self, end: usize) -> usize {
        (self.ids.next::<Card>().bits() % end as u64) as usize
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn maybe<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        if all.is_empty() || self.flag() { None } else { Some(self.pick(all)) }
    }

    fn some<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        all.iter().filter(|_| self.flag()).cloned().collect()
    }

    fn flag(&mut self) -> bool {
        self.below(2) == 0
    }

    fn level(&mut self, high: usize) -> u8 {
        self.below(high + 1) as u8
    }

    fn text(&mut self) -> String {
        let at = self.below(self.texts.len());
        self.texts[at].clone()
    }

    fn texts(&mut self) -> Vec<String> {
        (0..self.below(3)).map(|_| self.text()).collect()
    }

    fn number(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.below(100_001) as f32 / 100_000.0
    }

    fn date(&mut self) -> Option<Date> {
        let (year, month, day) = self.pick(&[(1900, 1, 1), (2024, 2, 29), (2026, 11, 22), (9999, 12, 30)]);
        self.flag().then(|| Date::constant(year, month, day))
    }

    fn order(&mut self) -> OrderKey {
        let keys = OrderKey::spread(None, None, 5);
        self.pick(&keys)
    }

    fn color(&mut self) -> Option<Rgba> {
        let [r, g, b, a, ..] = self.ids.next::<Card>().bits().to_be_bytes();
        self.flag().then_some(Rgba { r, g, b, a })
    }

    fn picture(&mut self) -> Option<Picture> {
        let bytes = self.text().into_bytes();
        self.flag().then(|| Picture::from_png(bytes))
    }

    fn many<T>(&mut self, project: &mut Project, make: impl Fn(&mut Self, Id<T>) -> T) -> Vec<Id<T>>
    where
        T: Clone + Into<AnyRecord>,
    {
        let count = 1 + self.below(self.size);
        let ids: Vec<Id<T>> = (0..count).map(|_| self.ids.next()).collect();
        for id in &ids {
            let record = make(self, *id);
            project.put(record.into());
        }
        ids
    }

    fn project(mut self) -> Project {
        let mut project = Project { info: self.info(), ..Project::default() };
        let it = &mut project;
        let departments = self.many(it, Self::department);
        let channels = self.many(it, Self::channel);
        let personas = self.many(it, |m, id| Persona {
            channels: m.some(&channels).into_iter().map(|channel| ChannelPreference { channel, strength: 3 }).collect(),
            owner: m.maybe(&departments),
            ..m.persona(id)
        });
        let views = |m: &mut Self, id| SavedView {
            filter: CardFilter { departments: m.some(&departments), personas: m.some(&personas), ..m.filter() },
            feedback: m.feedback_filter(),
            ..SavedView::new(id, m.order())
        };
        self.many(it, |m, id| SavedView { name: m.text(), lost: m.texts(), ..views(m, id) });
        let first = self.many(it, |m, id| Journey { personas: m.some(&personas), ..m.journey(id) });
        self.many(it, |m, id| Journey { as_is: m.maybe(&first), owner: m.maybe(&departments), ..m.journey(id) });
        for journey in it.journeys.iter().map(|journey| journey.id).collect::<Vec<_>>() {
            let phases = self.many(it, |m, id| Phase {
                name: m.text(),
                known_as: m.texts(),
                ..Phase::new(id, journey, m.order())
            });
            self.origins(it);
            let lanes = self.many(it, |m, id| {
                let kind = m.pick(LaneKind::ALL);
                let (hidden, collapsed, height) = (m.flag(), m.flag(), m.level(200).into());
                Lane { title: m.text(), hidden, collapsed, height, ..Lane::new(id, journey, m.order(), kind) }
            });
            let steps = self.many(it, |m, id| {
                let phase = m.pick(&phases);
                let step = m.step(id, phase);
                let (used, owner) = (m.some(&channels), m.maybe(&departments));
                Step { touchpoint: Touchpoint { channels: used, owner, ..step.touchpoint.clone() }, ..step }
            });
            let pains = self.many(it, |m, id| m.card(id, (&lanes, &steps), &departments));
            self.many(it, |m, id| {
                let card = m.card(id, (&lanes, &steps), &departments);
                let opportunity = Opportunity { answers: m.some(&pains), ..card.opportunity.clone() };
                Card { opportunity, personas: m.some(&personas), origin: m.maybe(&pains), ..card }
            });
            self.between_steps(it, &steps);
            self.marks(it, &steps, &personas, &departments);
        }
        self.many(it, Self::data_set);
        self.conflicts(it);
        project
    }

    fn conflicts(&mut self, project: &mut Project) {
        let ids: Vec<RecordId> = project.ids().collect();
        for of in [None, Some(self.pick(&ids))] {
            let (value, base, by) = (self.text(), self.text(), self.text());
            project.conflicts.put(Conflict { value, base, by, ..Conflict::new(self.ids.next(), of, "text".into()) });
        }
    }

    fn marks(&mut self, project: &mut Project, steps: &[StepId], personas: &[PersonaId], departments: &[DepartmentId]) {
        for step in steps {
            for source in [MarkSource::Agreed, MarkSource::Believed(self.pick(departments)), MarkSource::Measured] {
                let (persona, value) = (self.maybe(personas), self.number(Mark::LOWEST, Mark::HIGHEST));
                let word = self.text();
                let id = self.ids.next();
                project.marks.put(Mark { persona, value, word, ..Mark::new(id, *step, source) });
            }
        }
    }

    fn between_steps(&mut self, project: &mut Project, steps: &[StepId]) {
        const CARRIED: [Carried; 3] = [Carried::Unknown, Carried::Yes, Carried::No];
        for pair in steps.windows(2) {
            let [identity, case, history, promise] = std::array::from_fn(|_| self.pick(&CARRIED));
            let handoff = Handoff::new(self.ids.next(), pair[0], pair[1]);
            let note = self.text();
            project.handoffs.put(Handoff { identity, case, history, promise, note, ..handoff });
            let kind = self.pick(&[LinkKind::Branch, LinkKind::Loop]);
            let label = self.text();
            project.links.put(Link { label, ..Link::new(self.ids.next(), pair[1], pair[0], kind) });
            let alias = Alias::new(self.ids.next(), pair[0]);
            let name = self.text();
            project.aliases.put(Alias { name, ..alias });
        }
    }

    fn info(&mut self) -> ProjectInfo {
        let display_floor = self.below(10) as u32;
        let cuts = vec![Cut { rating: self.text(), from: self.level(10) }];
        let private_names = self.texts();
        let contribution = Some(Contribution { department: self.ids.next(), base: self.text() });
        ProjectInfo {
            id: Some(self.ids.next()),
            contribution,
            title: self.text(),
            note: self.text(),
            display_floor,
            glossary: self.texts(),
            cuts,
            private_names,
        }
    }

    fn department(&mut self, id: DepartmentId) -> Department {
        let shape = self.pick(&MarkerShape::ALL);
        let (name, letter, color) = (self.text(), self.text(), self.color());
        Department { name, letter, shape, color, ..Department::new(id, self.order()) }
    }

    fn channel(&mut self, id: ChannelId) -> Channel {
        let (kind, side) = (self.pick(ChannelKind::ALL), self.pick(&[ChannelSide::Online, ChannelSide::Offline]));
        let (name, color, known_as) = (self.text(), self.color(), self.texts());
        Channel { name, side, color, known_as, shares_identity_with: vec![id], ..Channel::new(id, self.order(), kind) }
    }

    fn evidence(&mut self) -> Evidence {
        self.pick(&[Evidence::Assumed, Evidence::Partly, Evidence::Researched])
    }

    fn persona(&mut self, id: PersonaId) -> Persona {
        let order = self.order();
        Persona {
            id,
            order,
            kind: self.pick(&[PersonaKind::B2c, PersonaKind::B2b, PersonaKind::Employee]),
            name: self.text(),
            summary: self.text(),
            quote: self.text(),
            portrait: self.picture(),
            color: self.color(),
            age: self.text(),
            gender: self.text(),
            area: self.text(),
            job: self.text(),
            family: self.text(),
            income: self.text(),
            lifestyle: self.text(),
            devices: self.text(),
            values: self.text(),
            digital_skill: self.level(5),
            goals: self.texts(),
            motivations: self.texts(),
            pains: self.texts(),
            information_sources: self.texts(),
            channels: Vec::new(),
            organisation: Organisation {
                industry: self.text(),
                company_size: self.text(),
                department: self.text(),
                title: self.text(),
                authority: self.text(),
                approval_route: self.text(),
                kpi: self.text(),
            },
            extra: vec![ExtraField { name: self.text(), value: self.text() }],
            share_percent: Some(self.number(0.0, 100.0)),
            segment: self.text(),
            evidence: self.evidence(),
            evidence_note: self.text(),
            owner: None,
            reviewed_on: self.date(),
            known_as: self.texts(),
        }
    }

    fn journey(&mut self, id: JourneyId) -> Journey {
        use JourneyState::{AsIs, Competitor, Hypothesis, ToBe};
        use JourneyStatus::{Agreed, Archived, Draft, Live};
        Journey {
            title: self.text(),
            scenario: self.text(),
            expectations: self.text(),
            state: self.pick(&[AsIs, ToBe, Hypothesis, Competitor]),
            competitor: self.text(),
            status: self.pick(&[Draft, Agreed, Live, Archived]),
            reviewed_on: self.date(),
            review_every_days: self.below(400) as u32,
            ..Journey::new(id, self.order())
        }
    }

    fn step(&mut self, id: StepId, phase: PhaseId) -> Step {
        let order = self.order();
        Step {
            name: self.text(),
            touchpoint: Touchpoint {
                duration: self.text(),
                customers_per_month: self.flag().then_some(12_345),
                importance_to_customer: self.level(5),
                importance_to_business: self.level(5),
                engagement: self.level(5),
                moment_of_truth: self.flag(),
                systems: self.text(),
                strengths: self.text(),
                weaknesses: self.text(),
                improvement: self.text(),
                ..Touchpoint::default()
            },
            experience: ExperienceValues {
                sense: self.level(3),
                feel: self.level(3),
                think: self.level(3),
                act: self.level(3),
                relate: self.level(3),
            },
            picture: self.picture(),
            width: self.level(250).into(),
            ..Step::new(id, phase, order)
        }
    }

    fn card(&mut self, id: CardId, cell: (&[LaneId], &[StepId]), departments: &[DepartmentId]) -> Card {
        use OpportunityStatus::{Doing, Done, Dropped, Idea, Planned};
        let (lane, step, order) = (self.pick(cell.0), self.pick(cell.1), self.order());
        Card {
            text: self.text(),
            extra_span: self.below(3) as u16,
            author: self.maybe(departments),
            evidence: self.evidence(),
            sources: self.text(),
            tags: self.texts(),
            votes: self.below(30) as u32,
            pain: Pain {
                severity: self.level(3),
                frequency: self.text(),
                quotes: self.texts(),
                root_cause: self.text(),
                owner: self.maybe(departments),
            },
            opportunity: Opportunity {
                answers: Vec::new(),
                how_might_we: self.text(),
                impact: self.level(5),
                effort: self.level(5),
                owner: self.maybe(departments),
                due: self.date(),
                kpi: self.text(),
                status: self.pick(&[Idea, Planned, Doing, Done, Dropped]),
            },
            ..Card::new(id, lane, step, order)
        }
    }

    fn filter(&mut self) -> CardFilter {
        CardFilter {
            evidence: vec![self.evidence()],
            tags: self.texts(),
            others: self.pick(&[OtherCards::Dimmed, OtherCards::Hidden]),
            ..CardFilter::default()
        }
    }

    /// Phases that were made from one another.
    fn origins(&mut self, project: &mut Project) {
        let phases: Vec<PhaseId> = project.phases.iter().map(|phase| phase.id).collect();
        for phase in &phases {
            let origin = self.maybe(&phases);
            project.phases.change(*phase, |phase| phase.origin = origin);
        }
    }

    fn bins(&mut self, count: usize) -> Vec<u64> {
        if self.flag() { Vec::new() } else { (0..count).map(|_| self.below(1000) as u64).collect() }
    }

    fn data_set(&mut self, id: DataSetId) -> DataSet {
        let scales =
            Scales { csat_top: self.pick(&[5, 7]), ces_top: self.pick(&[5, 7]), ces_high_is_hard: self.flag() };
        let slice = |m: &mut Self| Slice {
            by: m.pick(&[
                Dimension::Whole,
                Dimension::Channel,
                Dimension::Month,
                Dimension::Segment,
                Dimension::Persona,
            ]),
            key: m.text(),
            rows: m.below(1000) as u64,
            nps: m.bins(11),
            csat: m.bins(usize::from(scales.csat_top)),
            ces: m.bins(usize::from(scales.ces_top)),
            ratings: vec![m.bins(10)],
        };
        let slices = vec![slice(self), slice(self)];
        DataSet {
            name: self.text(),
            file: self.text(),
            bytes: 1,
            sha256: self.text(),
            encoding: self.text(),
            imported_on: self.date(),
            rows: 3,
            rejected: 2,
            duplicates: 1,
            columns: vec![MappedColumn {
                role: self.pick(&ColumnRole::ALL),
                header: self.text(),
                step: self.text(),
                top: self.level(10),
            }],
            sheet: self.text(),
            rows_above: self.below(5) as u32,
            day_first: self.flag(),
            no_answer: vec![self.text()],
            scales,
            answers: vec![StepAnswers { name: self.text(), of: self.subject().of, slices }],
            quotes: vec![Quote {
                step_name: self.text(),
                month: self.text(),
                segment: self.text(),
                channel: self.text(),
                persona: self.text(),
                of: self.subject().of,
                text: self.text(),
            }],
            measures: vec![Measure { role: ColumnRole::Rating, name: self.text(), lowest: 1, highest: 10 }],
            cube: if self.flag() { None } else { Some(self.cube()) },
            own_company: self.text(),
            together: vec![Together { subject: self.subject(), n: 3, x: 4, y: 5, xx: 6, yy: 9, xy: 7, measure: 0 }],
            words: vec![StepWords { subject: self.subject(), comments: 9, words: vec![(self.text(), 7)] }],
            imports: vec![self.import()],
            ..DataSet::new(id, self.order())
        }
    }

    fn subject(&mut self) -> SubjectName {
        SubjectName { name: self.text(), of: self.pick(&[Subject::Step, Subject::Phase]) }
    }

    fn cube(&mut self) -> Cube {
        let list = |m: &mut Self| vec![String::new(), m.text()];
        Cube {
            subjects: vec![self.subject(), self.subject()],
            months: list(self),
            channels: list(self),
            segments: list(self),
            personas: list(self),
            companies: list(self),
            cells: vec![vec![0, 1, 0, 1, 0, 1, 3, 2, 0, 1], vec![1, 0, 0, 0, 0, 0, 0]],
            weights: if self.flag() { Vec::new() } else { vec![vec![5, 2_000, 0, 1_500], vec![]] },
        }
    }

    fn import(&mut self) -> Import {
        Import {
            on: self.date(),
            file: self.text(),
            bytes: 5,
            sha256: self.text(),
            rows: 7,
            used: 6,
            first_month: self.text(),
            last_month: self.text(),
            how: self.pick(&[ImportKind::First, ImportKind::Added, ImportKind::Replaced]),
            columns: vec![MappedColumn::new(self.pick(&ColumnRole::ALL), self.text())],
        }
    }

    fn feedback_filter(&mut self) -> FeedbackFilter {
        let month = |m: &mut Self| m.flag().then(|| m.text());
        FeedbackFilter {
            from: month(self),
            to: month(self),
            channels: self.texts(),
            segments: self.texts(),
            personas: self.texts(),
        }
    }
}
