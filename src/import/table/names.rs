//! Names as people write them into spreadsheets, and what they mean on a map: lanes, headings, channels, emotions.

use crate::base::normalized;
use crate::i18n::Lang;
use crate::i18n::domain::Choice;
use crate::i18n::domain::Named as _;
use crate::model::{ChannelKind, LaneKind};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Other names of lanes than their own ones, in the form of [`folded`].
const OTHER_NAMES: &[(LaneKind, &[&str])] = &[
    (LaneKind::Goal, &["顧客のゴール", "ゴール", "期待", "目標", "目的", "goals", "expectations", "customergoals"]),
    (
        LaneKind::Action,
        &[
            "顧客の行動",
            "ユーザー行動",
            "ユーザーの行動",
            "顧客行動",
            "action",
            "customeractions",
            "useractions",
            "activities",
            "doing",
        ],
    ),
    (LaneKind::Touchpoint, &["接点", "顧客接点", "チャネル", "touchpoint", "channel", "channels"]),
    (LaneKind::Thought, &["思考感情", "考え", "心理", "考えていること", "thought", "thinking", "customerthoughts"]),
    (
        LaneKind::Emotion,
        &[
            "感情",
            "感情の起伏",
            "感情の動き",
            "感情グラフ",
            "気持ち",
            "emotion",
            "emotions",
            "feeling",
            "feelings",
            "emotionalcurve",
            "emotionaljourney",
        ],
    ),
    (
        LaneKind::Pain,
        &[
            "課題",
            "ペイン",
            "ペインポイント",
            "悩み",
            "不満",
            "困りごと",
            "問題点",
            "painpoint",
            "pain",
            "pains",
            "problems",
            "frictions",
        ],
    ),
    (
        LaneKind::Opportunity,
        &[
            "機会",
            "施策",
            "打ち手",
            "改善案",
            "改善策",
            "対応策",
            "解決策",
            "opportunity",
            "ideas",
            "solutions",
            "measures",
        ],
    ),
    (LaneKind::Voice, &["voc", "customervoice"]),
    (LaneKind::Kpi, &["指標", "評価指標", "metrics"]),
    (LaneKind::Gain, &["うれしいこと", "嬉しい点", "良い点", "ゲイン", "gain"]),
    (LaneKind::Motivation, &["モチベーション", "motivation"]),
    (LaneKind::Context, &["シーン", "場面", "利用シーン", "situation", "scene"]),
    (LaneKind::ExperienceValue, &["experiencevalue"]),
    (LaneKind::Engagement, &["ドラマティックアーク", "エンゲージメント", "dramaticarc"]),
    (LaneKind::Image, &["storyboards"]),
    (LaneKind::Evidence, &["物理的証拠", "evidence"]),
    (LaneKind::Frontstage, &["表舞台", "フロント"]),
    (LaneKind::Backstage, &["裏舞台", "バック"]),
    (LaneKind::Support, &["サポートプロセス", "支援", "supportprocess", "support"]),
    (LaneKind::Owner, &["担当", "担当者", "主管部門", "owner", "department"]),
];

/// What the first cell of a row says about the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The row holds the names of phases.
    Phases,
    /// The row holds the names of steps.
    Steps,
}

/// A name for comparing: width, case, spaces and marks between words do not count.
#[must_use]
pub fn folded(name: &str) -> String {
    normalized(name).chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect()
}

/// The lane that a name means, by the lane table in both languages and by what such rows are usually called.
#[must_use]
pub fn lane_named(name: &str) -> Option<LaneKind> {
    static NAMES: LazyLock<BTreeMap<String, LaneKind>> = LazyLock::new(|| {
        let mut names = BTreeMap::new();
        let others =
            OTHER_NAMES.iter().flat_map(|(kind, names)| names.iter().map(move |name| ((*name).to_owned(), *kind)));
        names.extend(others);
        // A lane's own name comes before what others are called besides; the first of two counts.
        for kind in LaneKind::ALL.iter().rev().filter(|kind| **kind != LaneKind::Custom) {
            names.insert(folded(kind.key()), *kind);
            names.extend(Lang::ALL.iter().map(|lang| (folded(kind.name(*lang)), *kind)));
        }
        names
    });
    NAMES.get(&folded(name)).copied()
}

/// Whether a cell says that phases or steps stand beside it.
#[must_use]
pub fn heading(name: &str) -> Option<Heading> {
    const PHASES: [&str; 8] = ["フェーズ", "段階", "ステージ", "phase", "phases", "stage", "stages", "フェイズ"];
    const STEPS: [&str; 6] = ["ステップ", "step", "steps", "手順", "プロセス", "process"];
    let name = folded(name);
    if PHASES.contains(&name.as_str()) {
        Some(Heading::Phases)
    } else {
        STEPS.contains(&name.as_str()).then_some(Heading::Steps)
    }
}

/// The kind of channel that goes by this name in one of the languages.
#[must_use]
pub fn channel_named(name: &str) -> Option<ChannelKind> {
    const OTHER: [(ChannelKind, &[&str]); 7] = [
        (ChannelKind::Web, &["website", "webサイト", "hp", "ホームページ", "公式サイト"]),
        (ChannelKind::Email, &["email", "mail", "eメール", "メルマガ"]),
        (ChannelKind::Shop, &["shop", "store", "実店舗", "お店"]),
        (ChannelKind::Phone, &["phone", "コールセンター", "callcenter"]),
        (ChannelKind::Ec, &["ecサイト", "通販サイト", "onlinestore"]),
        (ChannelKind::App, &["mobileapp", "スマホアプリ", "公式アプリ"]),
        (ChannelKind::Sns, &["instagram", "インスタグラム", "twitter", "x", "facebook", "tiktok", "youtube"]),
    ];
    let name = folded(name);
    let own = |kind: &ChannelKind| {
        *kind != ChannelKind::Other
            && (Lang::ALL.iter().any(|lang| folded(kind.name(*lang)) == name) || folded(kind.key()) == name)
    };
    let other = || OTHER.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(kind, _)| *kind);
    ChannelKind::ALL.iter().copied().find(own).or_else(other)
}

/// The value of an emotion that is written as a word: とても満足, "satisfied".
#[must_use]
pub fn emotion_named(word: &str) -> Option<f32> {
    let word = folded(word);
    let values = [
        (Choice::VeryDissatisfied, -2.0),
        (Choice::Dissatisfied, -1.0),
        (Choice::Neutral, 0.0),
        (Choice::Satisfied, 1.0),
        (Choice::VerySatisfied, 2.0),
    ];
    let named = |choice: Choice| Lang::ALL.iter().any(|lang| folded(choice.text(*lang)) == word);
    values.into_iter().find(|(choice, _)| named(*choice)).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_are_known_by_their_names_in_both_languages() {
        for kind in LaneKind::ALL.iter().filter(|kind| **kind != LaneKind::Custom) {
            for lang in Lang::ALL {
                assert_eq!(lane_named(kind.name(lang)), Some(*kind));
            }
        }
        for (name, kind) in [
            ("行 動", LaneKind::Action),
            ("課題／ペイン", LaneKind::Pain),
            ("ＰＡＩＮ ＰＯＩＮＴＳ", LaneKind::Pain),
            ("感情", LaneKind::Emotion),
            ("Touch points", LaneKind::Touchpoint),
            ("打ち手", LaneKind::Opportunity),
        ] {
            assert_eq!(lane_named(name), Some(kind), "{name}");
        }
        assert_eq!(lane_named("店に行く"), None);
        assert_eq!(lane_named(""), None);
    }

    #[test]
    fn no_name_means_two_lanes() {
        let mut seen = std::collections::BTreeSet::new();
        for (kind, names) in OTHER_NAMES {
            for name in *names {
                assert_eq!(*name, folded(name), "is written folded");
                assert!(seen.insert(*name), "{name} stands twice");
                assert_eq!(lane_named(name), Some(*kind));
            }
        }
    }

    #[test]
    fn headings_channels_and_emotions_are_known() {
        assert_eq!(heading("フェーズ"), Some(Heading::Phases));
        assert_eq!(heading("Steps:"), Some(Heading::Steps));
        assert_eq!(heading("認知"), None);
        assert_eq!(channel_named("ＥＣサイト"), Some(ChannelKind::Ec));
        assert_eq!(channel_named("メール"), Some(ChannelKind::Email));
        assert_eq!(emotion_named("とても満足"), Some(2.0));
        assert_eq!(emotion_named("Dissatisfied"), Some(-1.0));
    }
}
