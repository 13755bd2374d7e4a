//! A made-up journey of any size, for benchmarks: columns of eight cards in eight lanes, like a real map.

use tabiji::base::{IdSource, OrderKey};
use tabiji::model::{
    Card, Channel, ChannelKind, Department, Evidence, Journey, JourneyId, Lane, LaneKind, Mark, MarkSource, Phase,
    Project, Step,
};

const LANES: [LaneKind; 10] = [
    LaneKind::Goal,
    LaneKind::Action,
    LaneKind::Touchpoint,
    LaneKind::Thought,
    LaneKind::Emotion,
    LaneKind::Pain,
    LaneKind::Opportunity,
    LaneKind::Kpi,
    LaneKind::Frontstage,
    LaneKind::Backstage,
];
const TEXTS: [&str; 6] = [
    "近くの店の在庫を見る",
    "会員証を探すのに手間取る",
    "Asks a friend",
    "追跡を何度も開いてしまう",
    "写真より良い色だと思う",
    "低い評価から読む",
];

/// A project with one journey of about `cards` cards.
pub fn project(cards: usize) -> (Project, JourneyId) {
    let mut ids = IdSource::seeded(7);
    let mut project = Project::default();
    let journey =
        Journey { title: "私は大きな旅をする".to_owned(), ..Journey::new(ids.next(), OrderKey::default()) };
    let department = Department { letter: "店".to_owned(), ..Department::new(ids.next(), OrderKey::default()) };
    let channel = Channel::new(ids.next(), OrderKey::default(), ChannelKind::Shop);
    let lanes: Vec<Lane> = LANES
        .iter()
        .zip(OrderKey::spread(None, None, LANES.len()))
        .map(|(kind, order)| Lane::new(ids.next(), journey.id, order, *kind))
        .collect();
    let card_lanes: Vec<&Lane> =
        lanes.iter().filter(|lane| !matches!(lane.kind, LaneKind::Touchpoint | LaneKind::Emotion)).collect();
    let columns = cards.div_ceil(card_lanes.len()).max(1);
    let mut phase = None;
    let mut made = 0;
    for (index, order) in OrderKey::spread(None, None, columns).into_iter().enumerate() {
        if index % 6 == 0 {
            let next = Phase {
                name: format!("段階 {}", index / 6 + 1),
                ..Phase::new(ids.next(), journey.id, order.clone())
            };
            phase = Some(next.id);
            project.phases.put(next);
        }
        let Some(phase) = phase else { continue };
        let mut step = Step { name: format!("店で試す {index}"), ..Step::new(ids.next(), phase, order) };
        step.touchpoint.channels.push(channel.id);
        let value = [1.0, -0.5, 0.5, -1.5, 1.5][index % 5];
        project.marks.put(Mark { value, ..Mark::new(ids.next(), step.id, MarkSource::Agreed) });
        for lane in &card_lanes {
            if made == cards {
                break;
            }
            let text = format!("{} {made}", TEXTS[made % TEXTS.len()]);
            let card = Card {
                text,
                author: Some(department.id),
                evidence: Evidence::Partly,
                ..Card::new(ids.next(), lane.id, step.id, OrderKey::default())
            };
            project.cards.put(card);
            made += 1;
        }
        project.steps.put(step);
    }
    let id = journey.id;
    project.journeys.put(journey);
    project.departments.put(department);
    project.channels.put(channel);
    for lane in lanes {
        project.lanes.put(lane);
    }
    (project, id)
}
