//! What of a map is brought forward, in a sentence; words of the filter bar and of saved views.

use super::domain::Named as _;
use super::{Lang, fill};
use crate::model::{CardFilter, FilterCounts, OtherCards, Project};

messages! {
    /// Parts of the sentence that says which cards are brought forward, and what the map says of them.
    FilterText {
        Cards: "cards", "カード";
        By: "{cards} by {who}", "{who}の{cards}";
        About: "{cards} about {whom}", "{whom}に関する{cards}";
        Tagged: "{cards} tagged {tags}", "{cards}（タグ：{tags}）";
        EvidenceCards: "{evidence} cards", "{evidence}";
        OfAll: "{cards}: {n} of {total}", "{cards} {n}枚 / {total}枚";
        All: "All {total} cards", "すべてのカード {total}枚";
        RemarkPale: "Filter: {sentence} (the other cards are pale)", "絞り込み：{sentence}（ほかのカードは薄く表示）";
        RemarkOut: "Filter: {sentence} (the other cards are left out)", "絞り込み：{sentence}（ほかのカードは非表示）";
        StepsBack: "{card} (outside the filter)", "{card}（絞り込みの対象外）";
        Known: "{assumed} of {n} assumed", "{n}枚中 仮説{assumed}";
        KnownLabel: "{phase}: {n} cards, {assumed} assumed, {partly} partly known, {researched} researched", "{phase}：カード{n}枚（仮説{assumed}、一部確認{partly}、調査済{researched}）";
        KnownNothing: "no cards", "カードなし";
        KnownNothingLabel: "{phase}: no cards", "{phase}：カードなし";
    }
}

/// Which cards a filter brings forward: 店舗部の仮説, "Assumed cards by Shop".
#[must_use]
pub fn filter_words(project: &Project, filter: &CardFilter, lang: Lang) -> String {
    let or = |names: Vec<String>| names.join(if lang == Lang::Ja { "・" } else { " or " });
    let mut cards = FilterText::Cards.text(lang).to_owned();
    if !filter.evidence.is_empty() {
        let levels = filter.evidence.iter().map(|level| level.name(lang).to_lowercase()).collect();
        cards = fill(FilterText::EvidenceCards.text(lang), &[("evidence", &or(levels))]);
    }
    if !filter.departments.is_empty() {
        let chosen = filter.departments.iter().filter_map(|id| project.departments.get(*id));
        let names = chosen.map(|department| either(&department.name, &department.letter)).collect();
        cards = fill(FilterText::By.text(lang), &[("cards", &cards), ("who", &or(names))]);
    }
    if !filter.personas.is_empty() {
        let names = filter.personas.iter().filter_map(|id| project.personas.get(*id)).map(|p| p.name.clone()).collect();
        cards = fill(FilterText::About.text(lang), &[("cards", &cards), ("whom", &or(names))]);
    }
    if !filter.tags.is_empty() {
        cards = fill(FilterText::Tagged.text(lang), &[("cards", &cards), ("tags", &or(filter.tags.clone()))]);
    }
    capitalized(&cards)
}

/// The same with how many they are: 店舗部の仮説 12枚 / 48枚.
#[must_use]
pub fn filter_sentence(project: &Project, filter: &CardFilter, counts: &FilterCounts, lang: Lang) -> String {
    let (n, total) = (counts.passing.to_string(), counts.total.to_string());
    if filter.is_empty() {
        return fill(FilterText::All.text(lang), &[("total", &total)]);
    }
    let cards = filter_words(project, filter, lang);
    fill(FilterText::OfAll.text(lang), &[("cards", &cards), ("n", &n), ("total", &total)])
}

/// The same with what became of the other cards: what a picture says under the map.
#[must_use]
pub fn filter_remark(project: &Project, filter: &CardFilter, counts: &FilterCounts, lang: Lang) -> String {
    let remark = match filter.others {
        OtherCards::Dimmed => FilterText::RemarkPale,
        OtherCards::Hidden => FilterText::RemarkOut,
    };
    fill(remark.text(lang), &[("sentence", &filter_sentence(project, filter, counts, lang))])
}

fn either(name: &str, otherwise: &str) -> String {
    if name.is_empty() { otherwise.to_owned() } else { name.to_owned() }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};
    use crate::model::{Department, Evidence, Persona, PersonaKind};

    #[test]
    fn a_filter_is_said_in_a_plain_sentence() {
        let mut ids = IdSource::seeded(1);
        let key = OrderKey::default();
        let mut project = Project::default();
        let shop = Department { name: "店舗部".to_owned(), ..Department::new(ids.next(), key.clone()) };
        let call = Department { name: "コールセンター".to_owned(), ..Department::new(ids.next(), key.clone()) };
        let sato = Persona { name: "佐藤".to_owned(), ..Persona::new(ids.next(), key, PersonaKind::B2c) };
        let mut filter = CardFilter { departments: vec![shop.id], ..CardFilter::default() };
        let (more, whom) = (call.id, sato.id);
        project.put(shop.into());
        project.put(call.into());
        project.put(sato.into());
        let counts = FilterCounts { passing: 12, total: 48, ..FilterCounts::default() };
        let said = |filter: &CardFilter, lang| filter_sentence(&project, filter, &counts, lang);
        assert_eq!(said(&CardFilter::default(), Lang::Ja), "すべてのカード 48枚");
        assert_eq!(said(&filter, Lang::Ja), "店舗部のカード 12枚 / 48枚");
        filter.evidence = vec![Evidence::Assumed];
        assert_eq!(said(&filter, Lang::Ja), "店舗部の仮説 12枚 / 48枚");
        filter.departments.push(more);
        filter.personas.push(whom);
        filter.tags.push("在庫".to_owned());
        assert_eq!(said(&filter, Lang::Ja), "佐藤に関する店舗部・コールセンターの仮説（タグ：在庫） 12枚 / 48枚");
        assert_eq!(
            said(&filter, Lang::En),
            "Assumed cards by 店舗部 or コールセンター about 佐藤 tagged 在庫: 12 of 48"
        );
    }
}
