//! OBI, Amara-Jane, in Bay A bed 4 of Maple Ward, and Mr O'Brien beside her.

use rstest::rstest;
use uuid::Uuid;

use super::{FoundBy::*, *};
use crate::{PersonName, StayId};

fn stay(family: &str, given: &str, nhs_number: &str, hospital_number: &str, bed: &str) -> Stay {
    let mut stay = Stay::before_admission(StayId(Uuid::nil()));
    stay.patient.name = PersonName::new(family, given, "");
    stay.patient.nhs_number = nhs_number.parse().ok();
    stay.patient.hospital_number = hospital_number.parse().ok();
    (stay.place.bay, stay.place.bed) = (Some("Bay A".to_owned()), Some(bed.to_owned()));
    stay
}

fn amara() -> Stay {
    stay("Obi", "Amara-Jane", "999 000 0018", "SA104417", "A4")
}

fn found(text: &str, stay: &Stay) -> Option<FoundBy> {
    Search::of(text).finds(stay, "Maple Ward")
}

#[rstest]
#[case::family("obi", Some(FamilyName))]
#[case::beginning("OB", Some(FamilyName))]
#[case::given("amara", Some(GivenName))]
#[case::second_given("jane", Some(GivenName))]
#[case::both("am ob", Some(FamilyName))]
#[case::as_the_nhs_writes_it("OBI, Amara", Some(FamilyName))]
#[case::comma_alone("obi,", Some(FamilyName))]
#[case::the_wrong_way_round("Amara, Obi", None)]
#[case::middle("bi", None)]
#[case::one_word_too_many("obi stella", None)]
#[case::whole_nhs_number("999 000 0018", Some(Number))]
#[case::dashes("999-000-0018", Some(Number))]
#[case::no_spaces(" 9990000018 ", Some(Number))]
#[case::another_s("999 000 0026", None)]
#[case::last_four("0018", Some(PartOfNumber))]
#[case::first_six("999 000", Some(PartOfNumber))]
#[case::too_few_digits("018", None)]
#[case::middle_digits("9000", None)]
#[case::hospital_number("sa 104417", Some(Number))]
#[case::its_beginning("sa104", Some(PartOfNumber))]
#[case::its_beginning_is_too_short("sa1", None)]
#[case::its_end("4417", None)]
#[case::ward_and_bed("maple 4", Some(Place))]
#[case::ward_and_bed_in_full("Maple Ward, Bay A, bed 4", Some(Place))]
#[case::another_bay("bay b bed 4", None)]
#[case::all_of_the_place("maple ward bed a4", Some(Place))]
#[case::another_ward("oak 4", None)]
#[case::bed("bed 4", Some(Place))]
#[case::bed_by_name("a4", Some(Place))]
#[case::bed_of_another_bay("b4", None)]
#[case::initial_of_the_ward("ma4", Some(Place))]
#[case::name_and_bed("obi a4", Some(Place))]
#[case::name_and_ward("obi maple", Some(FamilyName))]
#[case::a_whole_ward("maple", None)]
#[case::nothing("", None)]
#[case::only_a_comma(",", None)]
fn amara_is_found(#[case] text: &str, #[case] expected: Option<FoundBy>) {
    assert_eq!(found(text, &amara()), expected);
}

#[rstest]
#[case("O'Brien", "o'brien", Some(FamilyName))]
#[case("O\u{2019}Brien", "obrien", Some(FamilyName))]
#[case("O'Brien", "brien", Some(FamilyName))]
#[case("Smith-Jones", "jones", Some(FamilyName))]
#[case("Smith-Jones", "smith-jones", Some(FamilyName))]
#[case("van der Berg", "berg", Some(FamilyName))]
#[case("Nuñez", "nunez", Some(FamilyName))]
#[case("Nunez", "Núñez", Some(FamilyName))]
#[case("Maple", "maple", Some(FamilyName))]
fn names_are_found_as_people_write_them(#[case] family: &str, #[case] text: &str, #[case] expected: Option<FoundBy>) {
    assert_eq!(found(text, &stay(family, "Sam", "", "", "4")), expected);
}

#[rstest]
#[case("m4", Some(Place))]
#[case("M4", Some(Place))]
#[case("o4", None)]
#[case("maple 4", Some(Place))]
#[case("maple 14", None)]
fn a_bed_that_is_a_number_is_found_with_its_ward_s_initial(#[case] text: &str, #[case] expected: Option<FoundBy>) {
    assert_eq!(found(text, &stay("Lowe", "Sam", "", "", "4")), expected);
}

#[rstest]
#[case("chair 3", Some(Place))]
#[case("maple chair 3", Some(Place))]
#[case("maple 3", Some(Place))]
#[case("chair 4", None)]
#[case("chair", None)]
fn a_chair_is_a_bed(#[case] text: &str, #[case] expected: Option<FoundBy>) {
    assert_eq!(found(text, &stay("Lowe", "Sam", "", "", "Chair 3")), expected);
}

#[rstest]
#[case("", true)]
#[case(" o ", true)]
#[case("4", true)]
#[case(", -", true)]
#[case("ob", false)]
#[case("m4", false)]
#[case("o b", false)]
fn a_single_letter_is_too_short(#[case] text: &str, #[case] expected: bool) {
    assert_eq!(Search::of(text).is_too_short(), expected);
}

#[test]
fn a_number_that_fails_its_check_is_no_nhs_number() {
    assert!(Search::of("999 000 0018").nhs_number().is_some());
    assert_eq!(Search::of("999 123 4567").nhs_number(), None);
}
