//! Rows about patients who are here.

use domain::{Pathway, criteria::CriteriaStatus, list::RowOutcome};
use rstest::rstest;

use super::{AMARA, HEADINGS, Hospital, sentences};

#[test]
fn the_same_list_again_changes_nothing() {
    let mut hospital = Hospital::empty();
    let list = format!(
        "{HEADINGS}{AMARA}A1,\"Lind, Per\",999 123 4567,,02/03/2026 14:30,,MFFD,2,blister pack\nB1,Grace Oyelaran,,,03/03/2026,,no,,awaiting family\n"
    );
    let first = hospital.bring_in(&list);
    assert_eq!(first.count(RowOutcome::Created), 3, "{first:?}");
    let before = hospital.picture.stays.clone();
    hospital.next_day();
    let second = hospital.bring_in(&list);
    assert_eq!(second.count(RowOutcome::Unchanged), 3, "{second:?}");
    assert!(second.rows.iter().all(|row| row.changes.is_empty()));
    assert_eq!(hospital.picture.stays, before);
}

#[test]
fn tomorrows_list_brings_only_what_differs() {
    let mut hospital = Hospital::with_amara();
    hospital.next_day();
    let report = hospital
        .bring_in(&format!("{HEADINGS}A3,\"OBI, Amara (Ms)\",999 000 0018,14/07/1945,01/03/2026,09/03/2026,NCTR,P2,done\n"));
    let row = &report.rows[0];
    assert_eq!(row.outcome, RowOutcome::Changed);
    assert_eq!(
        row.changes,
        [
            "moved from Ward 5, Bay A bed A2",
            "EDD set to 09-Mar-2026",
            "does not meet the criteria to reside",
            "proposed pathway set to P2",
            "TTO dispensed: done"
        ]
    );
    assert_eq!(hospital.stay().pathways.proposed, Some(Pathway::P2));
    assert_eq!(hospital.stay().criteria_status(), CriteriaStatus::NotMet);
}

#[test]
fn blank_cells_erase_nothing() {
    let mut hospital = Hospital::with_amara();
    let row = hospital.check_row(&format!("{HEADINGS},,999 000 0018,,,,,-,\n"));
    assert_eq!(row.outcome, RowOutcome::Unchanged, "{row:?}");
    assert_eq!(sentences(&row), Vec::<String>::new());
    assert_eq!((row.name.as_str(), row.bed.as_str()), ("OBI, Amara (Ms)", "A2"), "as the board has her");
}

#[test]
fn a_list_of_another_ward_moves_the_patient_there() {
    let mut hospital = Hospital::with_amara();
    hospital.picture.ward = None;
    let row = hospital.check_row("Ward,Bed,Name,NHS No\nWARD 6,B1,\"Obi, Amara\",999 000 0018\n");
    assert_eq!(row.changes, ["moved from Ward 5, Bay A bed A2"]);
    assert_eq!(row.outcome, RowOutcome::Changed);
}

#[test]
fn the_list_fills_what_the_board_does_not_know() {
    let mut hospital = Hospital::empty();
    hospital.bring_in("Bed,Name,DOB,Admitted\nA1,\"Lind, Per\",02/01/1950,01/03/2026\n");
    let list = "Bed,Name,DOB,NHS No,MRN,Sex,Admitted\nA1,\"Lind, Per\",02/01/1950,999 000 0026,rx 77,M,01/03/2026\n";
    let row = hospital.bring_in(list).rows.remove(0);
    assert_eq!(row.changes, ["NHS number, hospital number, sex filled in"]);
    assert_eq!(hospital.stay().patient.hospital_number.as_ref().expect("a number").to_string(), "RX77");
    assert_eq!(hospital.check_row(list).outcome, RowOutcome::Unchanged);
}

#[rstest]
#[case("NHS No,DOB", "999 000 0018,15/07/1945", "DOB: the board has 14-Jul-1945, the list 15-Jul-1945; the board's was kept")]
#[case("NHS No,Admitted", "999 000 0018,02/03/2026", "Admitted: the board has 01-Mar-2026, the list 02-Mar-2026;")]
#[case(
    "NHS No,Admitted",
    "999 000 0018,soon",
    "Admitted: soon is no date; expected a date such as 05/03/2026; the board's 01-Mar"
)]
fn where_the_two_differ_the_board_stays_and_a_person_looks(#[case] headings: &str, #[case] cells: &str, #[case] problem: &str) {
    let row = Hospital::with_amara().check_row(&format!("Name,{headings}\n\"Obi, Amara\",{cells}\n"));
    assert_eq!(row.outcome, RowOutcome::Unchanged);
    assert!(sentences(&row)[0].starts_with(&format!("row 2, {problem}")), "{row:?}");
}

#[test]
fn a_new_family_name_is_left_for_a_person() {
    let row = Hospital::with_amara().check_row("Name,NHS No,DOB\n\"Eze, Amara\",999 000 0018,14/07/1945\n");
    assert_eq!(row.outcome, RowOutcome::Unchanged);
    assert_eq!(sentences(&row), ["row 2, Name: the board has OBI, Amara (Ms), the list EZE, Amara; the board's was kept"]);
}

#[rstest]
#[case("CTR", "yes", RowOutcome::Unchanged)]
#[case("CTR", "no", RowOutcome::Changed)]
#[case("MOFD", "no", RowOutcome::Unchanged)]
#[case("MFFD", "yes", RowOutcome::Changed)]
#[case("NCTR", "\u{2713}", RowOutcome::Changed)]
fn yes_means_what_its_heading_asks(#[case] heading: &str, #[case] cell: &str, #[case] outcome: RowOutcome) {
    let row = Hospital::with_amara().check_row(&format!("Name,NHS No,{heading}\n\"Obi, Amara\",999 000 0018,{cell}\n"));
    assert_eq!(row.outcome, outcome);
}

#[test]
fn two_columns_that_say_the_opposite_are_a_problem() {
    let row = Hospital::with_amara().check_row("Name,NHS No,CTR,MFFD\n\"Obi, Amara\",999 000 0018,met,yes\n");
    assert_eq!(row.outcome, RowOutcome::Unchanged);
    assert!(sentences(&row)[0].starts_with("row 2, MFFD: says the opposite"), "{row:?}");
}

#[test]
fn of_two_columns_for_one_thing_the_first_that_is_filled_counts() {
    let row = Hospital::with_amara().check_row("NHS No,EDD,PDD\n999 000 0018,08/03/2026,09/03/2026\n");
    assert_eq!(row.changes, ["EDD set to 08-Mar-2026"]);
    assert_eq!(sentences(&row), ["row 2, PDD: B2 says something else and was taken; this cell left out"]);
    let row = Hospital::with_amara().check_row("NHS No,EDD,PDD\n999 000 0018,,09/03/2026\n");
    assert_eq!(row.changes, ["EDD set to 09-Mar-2026"]);
}
