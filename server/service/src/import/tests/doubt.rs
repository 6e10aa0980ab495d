//! Rows that may mean somebody else: in doubt they are left, with the reason.

use domain::list::RowOutcome;
use rstest::rstest;

use super::{AMARA, HEADINGS, Hospital, left_because};

#[rstest]
#[case("Name,NHS No,DOB\n\"Lind, Per\",999 000 0018,02/01/1950\n", "NHS No: the number is a patient's whose name is another")]
#[case("Name,NHS No\n\"Lind, Per\",999 000 0018\n", "NHS No: the number is a patient's whose name is another")]
#[case(
    "Name,NHS No,DOB,Admitted\n\"Obi, Amara\",999 000 0026,14/07/1945,01/03/2026\n",
    "Name: a patient of this name and date of birth is here under another number"
)]
#[case("Name,Admitted\n\"Obi, Amara\",04/03/2026\n", "Name: a patient of this name is on the ward")]
#[case("Bed,Name\nA1,\n", "no patient")]
#[case("Bed,Name\nA1,UNOCCUPIED\n", "no patient")]
#[case("Ward,Name,NHS No\nWard 6,\"Obi, Amara\",999 000 0018\n", "Ward: Ward 6 is not Ward 5, for which the list was chosen")]
fn a_row_in_doubt_is_left(#[case] list: &str, #[case] why: &str) {
    left_because(&Hospital::with_amara().check_row(list), why);
}

#[rstest]
#[case("Bed,Name,NHS No\nA2,\"Obi, Amara\",999 000 0018\n", "which ward?")]
#[case("Ward,Name,NHS No\n,\"Obi, Amara\",999 000 0018\n", "which ward?")]
#[case("Ward,Name,NHS No\nWard 77,\"Obi, Amara\",999 000 0018\n", "Ward: there is no ward called Ward 77; row not taken")]
fn a_row_needs_a_ward_that_exists(#[case] list: &str, #[case] why: &str) {
    let mut hospital = Hospital::with_amara();
    hospital.picture.ward = None;
    left_because(&hospital.check_row(list), why);
}

#[rstest]
#[case::by_nhs_number("999 000 0018,", "Eze, Amara", "14/07/1945")]
#[case::by_name_and_birth(",", "OBI Amara", "14-Jul-45")]
#[case::by_name_and_birth_beside_a_bad_number("999 000 0019,", "OBI Amara", "14-Jul-45")]
#[case::number_only("9990000018,", "", "")]
fn a_patient_is_recognised(#[case] number: &str, #[case] name: &str, #[case] born: &str) {
    let row = Hospital::with_amara().check_row(&format!("NHS No,MRN,Name,DOB\n{number},\"{name}\",{born}\n"));
    assert_eq!(row.outcome, RowOutcome::Unchanged, "{row:?}");
}

#[test]
fn a_hospital_number_recognises_a_patient_without_nhs_number() {
    let mut hospital = Hospital::empty();
    let list = "Bed,Name,MRN,Admitted\nA1,\"Lind, Per\",R12345,01/03/2026\n";
    hospital.bring_in(list);
    assert_eq!(hospital.check_row(list).outcome, RowOutcome::Unchanged);
    let row = hospital.check_row("Bed,Name,MRN\nA1,\"Quist, Ada\",R12345\n");
    left_because(&row, "MRN: the number is a patient's whose name is another");
}

#[test]
fn two_numbers_of_two_patients_are_a_contradiction() {
    let mut hospital = Hospital::with_amara();
    hospital.bring_in("Bed,Name,MRN,Admitted\nA1,\"Lind, Per\",R12345,01/03/2026\n");
    let row = hospital.check_row("Name,NHS No,MRN\n\"Obi, Amara\",999 000 0018,R12345\n");
    left_because(&row, "the NHS number is one patient's and the hospital number another's");
}

#[test]
fn the_second_row_of_a_patient_is_left() {
    let report = Hospital::empty().check(&format!("{HEADINGS}{AMARA}{AMARA}A1,\"Lind, Per\",,,02/03/2026,,,,\n"));
    assert_eq!(report.rows[0].outcome, RowOutcome::Created);
    left_because(&report.rows[1], "same patient as row 2");
    assert_eq!(report.rows[2].outcome, RowOutcome::Created);
    let report = Hospital::with_amara().check(&format!("{HEADINGS}{AMARA}{AMARA}"));
    left_because(&report.rows[1], "same patient as row 2");
}

#[test]
fn two_patients_of_one_name_are_two_patients() {
    let mut hospital = Hospital::empty();
    let list = "Bed,Name,DOB,Admitted\nA1,\"Smith, John\",01/02/1940,01/03/2026\nA2,\"Smith, John\",03/04/1952,01/03/2026\n";
    assert_eq!(hospital.bring_in(list).count(RowOutcome::Created), 2);
    assert_eq!(hospital.check(list).count(RowOutcome::Unchanged), 2);
}
