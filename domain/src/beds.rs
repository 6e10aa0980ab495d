//! The beds of a ward: which one is meant, however it is written, and who lies in which.

use serde::{Deserialize, Serialize};

use crate::{Bed, Place};

/// A bed as somebody finds it who looks for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WardBed {
    pub bed: Bed,
    pub occupancy: Occupancy,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occupancy {
    Free,
    /// By whom, where the viewer may know: "LOWE, Robin (Mx)".
    Taken(Vec<String>),
}

/// Somebody on the ward: where they lie, and their name where the viewer may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lying<'a> {
    pub place: &'a Place,
    pub name: Option<String>,
}

impl Bed {
    /// "Bay A bed 3", "bed 12"
    pub fn in_words(&self) -> String {
        self.bay.as_ref().map_or_else(|| format!("bed {}", self.name), |bay| format!("{bay} bed {}", self.name))
    }

    /// Whether it is in the bay that is written so, as far as the ward says in which it is.
    pub fn is_in_bay(&self, bay: &str) -> bool {
        self.bay.as_deref().is_none_or(|own| key(own) == key(bay))
    }
}

impl Occupancy {
    /// "free", "LOWE, Robin (Mx)", or "taken" where it is not to be known by whom.
    pub fn words(&self) -> String {
        match self {
            Self::Free => "free".to_owned(),
            Self::Taken(names) if names.is_empty() => "taken".to_owned(),
            Self::Taken(names) => names.join(" and "),
        }
    }
}

/// The beds in the ward's order, each with who lies in it.
pub fn ward_beds<'a>(beds: &[Bed], lying: impl IntoIterator<Item = Lying<'a>>) -> Vec<WardBed> {
    let mut found: Vec<WardBed> = beds.iter().map(|bed| WardBed { bed: bed.clone(), occupancy: Occupancy::Free }).collect();
    for Lying { place, name } in lying {
        let Some(bed) = place.bed_among(beds).and_then(|bed| found.iter_mut().find(|own| own.bed == *bed)) else {
            continue;
        };
        let mut names = if let Occupancy::Taken(names) = &mut bed.occupancy { std::mem::take(names) } else { Vec::new() };
        names.extend(name);
        bed.occupancy = Occupancy::Taken(names);
    }
    found
}

impl Place {
    /// Which of the ward's beds is meant: "2" in bay B, "B2", "Bay B bed 2". The name of a bed is unique in its ward, so it
    /// decides, whatever bay stands with it. `None` for a place that the ward hasn't laid out, such as a chair.
    pub fn bed_among<'a>(&self, beds: &'a [Bed]) -> Option<&'a Bed> {
        let bed = self.bed.as_deref()?;
        let is_as_written = |own: &&Bed| own.name == bed && (self.bay.is_none() || self.bay == own.bay);
        beds.iter().find(is_as_written).or_else(|| however_written(beds, self.bay.as_deref(), bed))
    }

    /// With bay and bed as the ward writes them, where it has that bed.
    #[must_use]
    pub fn as_laid_out(self, beds: &[Bed]) -> Self {
        match self.bed_among(beds) {
            Some(bed) => Self { bay: bed.bay.clone().or(self.bay), bed: Some(bed.name.clone()), ..self },
            None => self,
        }
    }
}

fn however_written<'a>(beds: &'a [Bed], bay: Option<&str>, bed: &str) -> Option<&'a Bed> {
    let (bay, bed) = (bay.map(key).unwrap_or_default(), key(bed));
    let with_bay = joined(&bay, &bed);
    let is_in_full = |own: &&Bed| {
        let (own_bay, own) = (own.bay.as_deref().map(key).unwrap_or_default(), key(&own.name));
        with_bay == own || with_bay == joined(&own_bay, &own)
    };
    beds.iter().find(is_in_full).or_else(|| beds.iter().find(|own| key(&own.name) == bed))
}

/// Letters and digits without the words "bay" and "bed".
fn key(text: &str) -> String {
    let words = text.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric()).map(|word| {
        let word = word.strip_prefix("bay").unwrap_or(word);
        word.strip_prefix("bed").unwrap_or(word)
    });
    words.fold(String::new(), |key, word| joined(&key, word))
}

/// Side by side, with a dash between digits: bed 2 of bay 1 is not bed 12.
fn joined(before: &str, after: &str) -> String {
    let digits = before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit());
    if digits { format!("{before}-{after}") } else { format!("{before}{after}") }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn beds() -> Vec<Bed> {
        let bed = |(bay, name): (Option<&str>, &str)| Bed { bay: bay.map(str::to_owned), name: name.to_owned() };
        [(Some("Bay A"), "A3"), (Some("Bay A"), "A4"), (Some("Bay B"), "B3"), (None, "12"), (None, "SR1")].map(bed).to_vec()
    }

    fn place(bay: &str, bed: &str) -> Place {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Place { ward: "cedar".parse().expect("a ward"), bay: given(bay), bed: given(bed) }
    }

    #[rstest]
    #[case::as_laid_out("Bay B", "B3", "Bay B bed B3")]
    #[case::the_bay_of_the_bed_before("Bay A", "B3", "Bay B bed B3")]
    #[case::without_its_bay("", "B3", "Bay B bed B3")]
    #[case::small("", "b3", "Bay B bed B3")]
    #[case::spaced("", " B 3", "Bay B bed B3")]
    #[case::counted_in_its_bay("b", "3", "Bay B bed B3")]
    #[case::in_words("", "Bay B bed 3", "Bay B bed B3")]
    #[case::of_no_bay("", "Bed 12", "bed 12")]
    #[case::not_another_of_the_same_digits("", "1 2", "bed 1 2")]
    #[case::a_chair("Bay A", "Chair 1", "Bay A bed Chair 1")]
    #[case::no_bed("Bay A", "", "Bay A")]
    fn the_bed_s_name_decides(#[case] bay: &str, #[case] bed: &str, #[case] laid_out: &str) {
        assert_eq!(place(bay, bed).as_laid_out(&beds()).in_words(), laid_out);
    }

    #[rstest]
    #[case("A2", "a2")]
    #[case("Bay A bed 2", "a2")]
    #[case("BayA/Bed2", "a2")]
    #[case("Bay 1, bed 2", "1-2")]
    #[case("Bed 12", "12")]
    #[case("Side room 3", "sideroom3")]
    fn beds_are_compared_without_the_words_around_them(#[case] written: &str, #[case] compared: &str) {
        assert_eq!(key(written), compared);
    }

    #[test]
    fn who_lies_in_which_bed() {
        let places = [place("", "a4"), place("Bay A", "B3"), place("Bay A", "B3"), place("", "Chair 1")];
        let names = ["LOWE, Robin (Mx)", "OBI, Amara (Ms)", "REYES, Tom (Mr)", "SHAH, Priya (Dr)"];
        let lying = places.iter().zip(names).map(|(place, name)| Lying { place, name: Some(name.to_owned()) });
        let found: Vec<_> = ward_beds(&beds(), lying).iter().map(|found| found.occupancy.words()).collect();
        assert_eq!(found, ["free", "LOWE, Robin (Mx)", "OBI, Amara (Ms) and REYES, Tom (Mr)", "free", "free"]);
        let unnamed = ward_beds(&beds(), [Lying { place: &places[0], name: None }]);
        assert_eq!(unnamed[1].occupancy.words(), "taken");
    }
}
