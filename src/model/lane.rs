//! Lanes: the rows of a map.

use super::JourneyId;
use super::fields::one_thing;
use super::record::record;
use crate::base::OrderKey;
use serde::{Deserialize, Serialize};

record! {
    /// A row of a journey.
    Lane, LaneId, "lane" {
        /// The journey it belongs to.
        journey: JourneyId,
        /// Place from top to bottom.
        order: OrderKey,
        /// What it shows.
        kind: LaneKind,
        ;
        /// The team's own title; empty takes the usual one in the language of the map.
        title: String,
        /// Left out of the map.
        hidden: bool,
        /// Only its title is shown, as a thin row.
        collapsed: bool,
        /// The least height in map units; 0 is as high as its content.
        height: u16,
        /// The lane of the as-is that this one was made from.
        origin: Option<LaneId>,
    }
}

/// How the cells of a lane are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneForm {
    /// Cards.
    Cards,
    /// Speech bubbles.
    Speech,
    /// Channel icons with the links between them.
    Touchpoints,
    /// The emotion curves.
    Curves,
    /// Metrics with their doubt, computed from feedback.
    Voice,
    /// The five experience values, 0–3 each.
    ExperienceValues,
    /// Bars 1–5.
    Bars,
    /// Storyboard pictures.
    Pictures,
    /// Department chips.
    Owners,
}

macro_rules! lane_kinds {
    ($( $(#[$doc:meta])* $kind:ident $key:literal $form:ident $on:literal ),* $(,)?) => {
        /// What a lane shows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum LaneKind { $( $(#[$doc])* $kind, )* }

        impl LaneKind {
            /// All kinds, in the order in which they are offered.
            pub const ALL: &[Self] = &[$( Self::$kind, )*];

            /// The key of the lane table.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $( Self::$kind => $key, )* }
            }

            /// How its cells are drawn.
            #[must_use]
            pub const fn form(self) -> LaneForm {
                match self { $( Self::$kind => LaneForm::$form, )* }
            }

            /// Whether a new journey has it.
            #[must_use]
            pub const fn on_by_default(self) -> bool {
                match self { $( Self::$kind => $on, )* }
            }
        }
    };
}

lane_kinds! {
    /// Goals and expectations 顧客のゴール・期待.
    Goal "goal" Cards true,
    /// Actions 行動.
    Action "action" Cards true,
    /// Touchpoints タッチポイント.
    Touchpoint "touchpoint" Touchpoints true,
    /// Thoughts 思考.
    Thought "thought" Speech true,
    /// Emotion curve 感情曲線.
    Emotion "emotion" Curves true,
    /// Pain points 課題・ペイン.
    Pain "pain" Cards true,
    /// Opportunities 機会・施策.
    Opportunity "opportunity" Cards true,
    /// Voice of the customer 顧客の声.
    Voice "voice" Voice true,
    /// KPIs KPI.
    Kpi "kpi" Cards false,
    /// Gains うれしい点.
    Gain "gain" Cards false,
    /// Motivations 動機.
    Motivation "motivation" Cards false,
    /// Context 状況.
    Context "context" Cards false,
    /// SENSE, FEEL, THINK, ACT, RELATE 経験価値.
    ExperienceValue "experience-value" ExperienceValues false,
    /// Dramatic arc 関与度.
    Engagement "engagement" Bars false,
    /// Storyboard ストーリーボード.
    Image "image" Pictures false,
    /// Physical evidence 物的証拠.
    Evidence "evidence" Cards false,
    /// Frontstage フロントステージ.
    Frontstage "frontstage" Cards false,
    /// Backstage バックステージ.
    Backstage "backstage" Cards false,
    /// Support processes 支援プロセス.
    Support "support" Cards false,
    /// Owning department 担当部門.
    Owner "owner" Owners false,
    /// Cards under a name of the team's own.
    Custom "custom" Cards false,
}

one_thing!(LaneKind);
