//! Names that are easily taken for one another: patients who bear them are flagged (`domain.md` 5.1, hazard 12).

use std::collections::BTreeSet;

use crate::{PersonName, WardCode, search::folded};

/// Those of the patients who share their ward with a bearer of a similar name.
pub fn on_one_ward<Id: Ord + Copy>(patients: &[(Id, WardCode, PersonName)]) -> BTreeSet<Id> {
    let heard: Vec<(Id, &WardCode, Heard)> = patients.iter().map(|(id, ward, name)| (*id, ward, Heard::of(name))).collect();
    let mut similar = BTreeSet::new();
    for (index, (one, ward, name)) in heard.iter().enumerate() {
        for (other, ..) in heard[index + 1..].iter().filter(|(_, there, other)| there == ward && name.is_like(other)) {
            similar.extend([*one, *other]);
        }
    }
    similar
}

/// What is heard of a name when it is called across a ward.
struct Heard {
    family: Vec<char>,
    initial: Option<char>,
}

impl Heard {
    fn of(name: &PersonName) -> Self {
        Self { family: folded(&name.family).chars().collect(), initial: folded(&name.given).chars().next() }
    }

    /// One family name; or family names that differ by one letter, with given names that begin alike.
    fn is_like(&self, other: &Self) -> bool {
        let is_same = self.family == other.family;
        let is_near = self.initial == other.initial && differ_by_one_letter(&self.family, &other.family);
        !self.family.is_empty() && (is_same || is_near)
    }
}

/// One letter more, fewer or another. Names of three letters differ too easily.
fn differ_by_one_letter(one: &[char], other: &[char]) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if shorter.len() < 4 || longer.len() - shorter.len() > 1 {
        return false;
    }
    let alike = shorter.iter().zip(longer).take_while(|(one, other)| one == other).count();
    let rest = if shorter.len() == longer.len() { shorter.get(alike + 1..) } else { shorter.get(alike..) };
    rest.unwrap_or_default() == longer.get(alike + 1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::read(text).expect("a name")
    }

    #[rstest]
    #[case::one_family_name("OBI, Amara (Ms)", "Obi, Tom (Mr)", true)]
    #[case::accents_and_capitals("BRONTË, Ann", "Bronte, Zoe", true)]
    #[case::another_letter("HANSON, Ruth", "HANSEN, Rita", true)]
    #[case::a_letter_more("CLARK, Iris", "CLARKE, Ian", true)]
    #[case::a_letter_less_in_the_middle("JOHNSTONE, Eve", "JOHNSTON, Ella", true)]
    #[case::given_names_apart("CLARK, Iris", "CLARKE, Tom", false)]
    #[case::two_letters("MARSH, Ada", "MARCHE, Ada", false)]
    #[case::short_names("LEE, Ann", "LEA, Ann", false)]
    #[case::unlike("OBI, Amara", "REYES, Amara", false)]
    fn names_that_are_easily_mixed_up(#[case] one: &str, #[case] other: &str, #[case] expected: bool) {
        let (one, other) = (Heard::of(&name(one)), Heard::of(&name(other)));
        assert_eq!((one.is_like(&other), other.is_like(&one)), (expected, expected));
    }

    #[test]
    fn who_lies_on_another_ward_is_not_mixed_up() {
        let on = |ward: &str| ward.parse::<WardCode>().expect("a ward");
        let patients = [
            (1, on("maple"), name("OBI, Amara")),
            (2, on("oak"), name("OBI, Tom")),
            (3, on("maple"), name("REYES, Una")),
            (4, on("maple"), name("OBI, Zoe")),
        ];
        assert_eq!(on_one_ward(&patients), BTreeSet::from([1, 4]));
    }
}
