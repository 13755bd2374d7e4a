//! The field's own words: lanes, channels, states and the like.

use super::Lang;
use crate::model::{
    Carried, ChannelKind, ChannelSide, Evidence, JourneyState, JourneyStatus, Lane, LaneKind, LinkKind,
    OpportunityStatus, PersonaKind, Topic,
};

messages! {
    /// Titles of the lanes.
    LaneTitle {
        Goal: "Goals and expectations", "顧客のゴール・期待";
        Action: "Actions", "行動";
        Touchpoint: "Touchpoints", "タッチポイント";
        Thought: "Thoughts", "思考";
        Emotion: "Emotion curve", "感情曲線";
        Pain: "Pain points", "課題・ペイン";
        Opportunity: "Opportunities", "機会・施策";
        Voice: "Voice of the customer", "顧客の声";
        Kpi: "KPIs", "KPI";
        Gain: "Gains", "うれしい点";
        Motivation: "Motivations", "動機";
        Context: "Context", "状況";
        ExperienceValue: "Experience values", "経験価値";
        Engagement: "Dramatic arc", "関与度";
        Image: "Storyboard", "ストーリーボード";
        Evidence: "Physical evidence", "物的証拠";
        Frontstage: "Frontstage", "フロントステージ";
        Backstage: "Backstage", "バックステージ";
        Support: "Support processes", "支援プロセス";
        Owner: "Owning department", "担当部門";
        Custom: "Custom lane", "カスタムレーン";
    }
}

messages! {
    /// Usual names of the channels.
    ChannelName {
        Email: "E-mail", "メール";
        Sns: "Social media", "SNS";
        Web: "Web site", "Web";
        Phone: "Call centre", "電話";
        LiveChat: "Live chat", "有人チャット";
        Shop: "Shop", "店舗";
        Line: "LINE", "LINE";
        App: "App", "アプリ";
        Ec: "Online shop", "EC";
        Chatbot: "Chatbot", "チャットボット";
        Faq: "FAQ", "FAQ";
        Community: "Community", "コミュニティ";
        Advertising: "Advertising", "広告";
        LandingPage: "Landing page", "LP";
        Flyer: "Flyer, coupon", "チラシ・クーポン";
        WordOfMouth: "Word of mouth", "口コミ";
        FrontDesk: "Front desk", "受付";
        Sms: "SMS", "SMS";
        DirectMail: "Direct mail", "DM";
        Sales: "Sales rep", "営業担当";
        Event: "Event, webinar", "イベント";
        Kiosk: "Kiosk", "キオスク端末";
        Delivery: "Delivery", "配送";
        Payment: "Payment", "決済";
        Other: "Other", "その他";
    }
}

messages! {
    /// States, levels and other choices.
    Choice {
        AsIs: "As-is", "現状";
        ToBe: "To-be", "理想";
        Hypothesis: "Hypothesis", "仮説";
        Competitor: "Competitor", "競合";
        Draft: "Draft", "下書き";
        Agreed: "Agreed", "合意済";
        Live: "In use", "運用中";
        Archived: "Archived", "保管";
        Assumed: "Assumed", "仮説";
        Partly: "Partly known", "一部確認";
        Researched: "Researched", "調査済";
        Idea: "Idea", "アイデア";
        Planned: "Planned", "計画";
        Doing: "In progress", "実施中";
        Done: "Done", "完了";
        Dropped: "Dropped", "中止";
        Online: "Online", "オンライン";
        Offline: "Offline", "オフライン";
        B2c: "B2C", "B2C";
        B2b: "B2B", "B2B";
        Employee: "Employee", "従業員";
        CarriedYes: "Carried over", "引き継がれる";
        CarriedNo: "Not carried over", "引き継がれない";
        CarriedUnknown: "Unknown", "不明";
        Identity: "Identity", "会員情報";
        Case: "Case or cart", "案件・カート";
        History: "History", "履歴";
        Promise: "Promise", "約束";
        Branch: "Branch", "分岐";
        Loop: "Loop", "ループ";
        VeryDissatisfied: "Very dissatisfied", "とても不満";
        Dissatisfied: "Dissatisfied", "不満";
        Neutral: "Neutral", "普通";
        Satisfied: "Satisfied", "満足";
        VerySatisfied: "Very satisfied", "とても満足";
    }
}

messages! {
    /// One letter for each of the four questions of a handoff: what is lost, on the map.
    TopicLetter {
        Identity: "I", "会";
        Case: "C", "案";
        History: "H", "歴";
        Promise: "P", "約";
    }
}

/// The letter of one of the four questions.
#[must_use]
pub const fn topic_letter(topic: Topic, lang: Lang) -> &'static str {
    match topic {
        Topic::Identity => TopicLetter::Identity,
        Topic::Case => TopicLetter::Case,
        Topic::History => TopicLetter::History,
        Topic::Promise => TopicLetter::Promise,
    }
    .text(lang)
}

/// A thing that has a name in both languages.
pub trait Named: Copy {
    /// Its name.
    fn name(self, lang: Lang) -> &'static str;
}

macro_rules! named {
    ($type:ident as $catalogue:ident: $( $variant:ident $key:ident ),* $(,)?) => {
        impl Named for $type {
            fn name(self, lang: Lang) -> &'static str {
                match self { $( Self::$variant => $catalogue::$key, )* }.text(lang)
            }
        }
    };
}

named! { LaneKind as LaneTitle: Goal Goal, Action Action, Touchpoint Touchpoint, Thought Thought, Emotion Emotion,
Pain Pain, Opportunity Opportunity, Voice Voice, Kpi Kpi, Gain Gain, Motivation Motivation, Context Context,
ExperienceValue ExperienceValue, Engagement Engagement, Image Image, Evidence Evidence, Frontstage Frontstage,
Backstage Backstage, Support Support, Owner Owner, Custom Custom }
named! { ChannelKind as ChannelName: Email Email, Sns Sns, Web Web, Phone Phone, LiveChat LiveChat, Shop Shop,
Line Line, App App, Ec Ec, Chatbot Chatbot, Faq Faq, Community Community, Advertising Advertising,
LandingPage LandingPage, Flyer Flyer, WordOfMouth WordOfMouth, FrontDesk FrontDesk, Sms Sms, DirectMail DirectMail,
Sales Sales, Event Event, Kiosk Kiosk, Delivery Delivery, Payment Payment, Other Other }
named! { JourneyState as Choice: AsIs AsIs, ToBe ToBe, Hypothesis Hypothesis, Competitor Competitor }
named! { JourneyStatus as Choice: Draft Draft, Agreed Agreed, Live Live, Archived Archived }
named! { Evidence as Choice: Assumed Assumed, Partly Partly, Researched Researched }
named! { OpportunityStatus as Choice: Idea Idea, Planned Planned, Doing Doing, Done Done, Dropped Dropped }
named! { ChannelSide as Choice: Online Online, Offline Offline }
named! { PersonaKind as Choice: B2c B2c, B2b B2b, Employee Employee }
named! { Topic as Choice: Identity Identity, Case Case, History History, Promise Promise }
named! { LinkKind as Choice: Branch Branch, Loop Loop }
named! { Carried as Choice: Yes CarriedYes, No CarriedNo, Unknown CarriedUnknown }

/// What a lane is called: its title, else what it is.
#[must_use]
pub fn lane_name(lane: &Lane, lang: Lang) -> &str {
    if lane.title.is_empty() { lane.kind.name(lang) } else { &lane.title }
}

/// The label of an emotion value (−2…+2).
#[must_use]
pub fn emotion_label(value: f32, lang: Lang) -> &'static str {
    match value {
        v if v <= -1.5 => Choice::VeryDissatisfied,
        v if v < -0.25 => Choice::Dissatisfied,
        v if v <= 0.25 => Choice::Neutral,
        v if v < 1.5 => Choice::Satisfied,
        _ => Choice::VerySatisfied,
    }
    .text(lang)
}
