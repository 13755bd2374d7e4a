//! Personas ペルソナ: the person or organisation that makes the journey.

use super::fields::{Item, one_thing, parts};
use super::record::record;
use super::{ChannelId, DepartmentId, Evidence, Picture};
use crate::base::{Date, OrderKey, Rgba};
use serde::{Deserialize, Serialize};

record! {
    /// A persona. Empty fields are simply not shown.
    Persona, PersonaId, "persona" {
        /// Place in the list.
        order: OrderKey,
        /// Private customer, company or employee.
        kind: PersonaKind,
        ;
        /// Name.
        name: String,
        /// One line that sums the persona up.
        summary: String,
        /// A sentence the persona would say.
        quote: String,
        /// Portrait; without one the sheet shows the name's letter.
        portrait: Option<Picture>,
        /// The colour of the persona's circle; `None` takes the palette's by position.
        color: Option<Rgba>,
        /// Age or age band 年齢.
        age: String,
        /// Gender 性別.
        gender: String,
        /// Where the persona lives 地域.
        area: String,
        /// Work 職業.
        job: String,
        /// Family 家族.
        family: String,
        /// Income band 世帯年収.
        income: String,
        /// Lifestyle ライフスタイル.
        lifestyle: String,
        /// Devices 端末.
        devices: String,
        /// Values 価値観.
        values: String,
        /// Digital skill デジタル習熟度, 1–5; 0 is not stated.
        digital_skill: u8,
        /// Goals ゴール.
        goals: Vec<String>,
        /// Motivations 動機.
        motivations: Vec<String>,
        /// Pains 悩み.
        pains: Vec<String>,
        /// Where the persona looks things up 情報収集.
        information_sources: Vec<String>,
        /// How much the persona likes each channel.
        channels: Vec<ChannelPreference>,
        /// The company side of a B2B persona.
        organisation: Organisation,
        /// Fields the team added.
        extra: Vec<ExtraField>,
        /// Share of the customer base in percent.
        share_percent: Option<f32>,
        /// The value of the segment column that marks this persona's feedback rows.
        segment: String,
        /// How well the persona is founded.
        evidence: Evidence,
        /// What it is founded on.
        evidence_note: String,
        /// Who keeps it up to date.
        owner: Option<DepartmentId>,
        /// When it was last reviewed.
        reviewed_on: Option<Date>,
        /// Other names that feedback files use for the persona; compared in their normal form.
        known_as: Vec<String>,
    }
}

/// Whose side the persona stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonaKind {
    /// A private customer.
    #[default]
    B2c,
    /// Somebody who buys for a company.
    B2b,
    /// A colleague.
    Employee,
}

/// How much a persona likes a channel.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelPreference {
    /// The channel.
    pub channel: ChannelId,
    /// 0 never to 4 first choice.
    pub strength: u8,
}

/// The company side of a B2B persona; empty fields are not shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organisation {
    /// Industry 業種.
    pub industry: String,
    /// Company size 会社規模.
    pub company_size: String,
    /// Department 部署.
    pub department: String,
    /// Title 役職.
    pub title: String,
    /// What the persona may decide 決裁権.
    pub authority: String,
    /// Approval route 稟議.
    pub approval_route: String,
    /// What the persona is measured by KPI.
    pub kpi: String,
}

/// A field that the team added to a persona.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraField {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub value: String,
}

parts! {
    Organisation { industry, company_size, department, title, authority, approval_route, kpi }
}
one_thing!(PersonaKind);

impl Item for ChannelPreference {
    fn collides(&self, other: &Self) -> bool {
        self.channel == other.channel
    }
}

impl Item for ExtraField {
    fn collides(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
