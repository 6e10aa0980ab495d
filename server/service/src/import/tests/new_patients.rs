//! Rows about patients who are not here yet.

use domain::{Pathway, TaskState, Visibility, criteria::CriteriaStatus, list::RowOutcome};
use rstest::rstest;

use super::{AMARA, HEADINGS, Hospital, instant, left_because, sentences};

#[test]
fn a_new_patient_is_admitted_with_the_whole_row() {
    let mut hospital = Hospital::empty();
    let report = hospital.bring_in(&format!("{HEADINGS}{AMARA}"));
    let row = &report.rows[0];
    assert_eq!((row.number, row.name.as_str(), row.bed.as_str()), (2, "OBI, Amara (Ms)", "A2"));
    assert_eq!(row.outcome, RowOutcome::Created);
    assert_eq!(
        row.changes,
        [
            "admitted 01-Mar-2026",
            "EDD set to 06-Mar-2026",
            "meets the criteria to reside",
            "proposed pathway set to P1",
            "TTO dispensed: requested"
        ]
    );
    assert_eq!(sentences(row), Vec::<String>::new());

    let stay = hospital.stay();
    assert_eq!(stay.place.in_words(), "Bay A bed A2");
    assert_eq!(stay.admitted_at, instant("2026-03-01T00:00:00Z"));
    assert_eq!(stay.patient.nhs_number.expect("a number").to_string(), "999 000 0018");
    assert_eq!(stay.criteria_status(), CriteriaStatus::Met);
    assert_eq!(stay.pathways.proposed, Some(Pathway::P1));
    assert_eq!(stay.tasks[0].state, TaskState::Requested);
    assert_eq!(stay.tasks[0].owner_team.as_str(), "PHA");
}

#[rstest]
#[case("31/02/2026", "row 2, Admitted: 31/02/2026 is no date; expected a date such as 05/03/2026; row not taken")]
#[case("", "row 2: a new patient needs the date of admission")]
#[case("07/03/2026", "row 2, Admitted: The admission lies in the future (07-Mar-2026 00:00). Row not taken.")]
fn a_stay_needs_its_beginning(#[case] admitted: &str, #[case] why: &str) {
    let row = Hospital::empty().check_row(&format!("Bed,Name,Admitted\nA1,\"Lind, Per\",{admitted}\n"));
    left_because(&row, why);
}

#[test]
fn how_they_were_admitted_is_read_in_words_and_codes() {
    let list = "Bed,Name,Admitted,Patient classification,Method of admission\n";
    let mut hospital = Hospital::empty();
    let report = hospital.bring_in(&format!("{list}A1,\"Lind, Per\",01/03/2026,Day case,11\n"));
    let changes = &report.rows[0].changes;
    let set = ["kind of admission set to day case", "kind of admission set to elective"];
    assert!(set.iter().all(|change| changes.iter().any(|it| it == change)), "{changes:?}");
    assert_eq!(hospital.stay().admitted_as.words().as_deref(), Some("Day case, elective"));

    let unknown = Hospital::empty().check_row(&format!("{list}A1,\"Lind, Per\",01/03/2026,9,99\n"));
    assert_eq!((sentences(&unknown), unknown.changes), (vec![], vec!["admitted 01-Mar-2026".to_owned()]));

    let wrong = Hospital::empty().check_row(&format!("{list}A1,\"Lind, Per\",01/03/2026,Cat,Bus\n"));
    let told = sentences(&wrong);
    assert!(told[0].contains("Cat is no patient classification; expected ordinary, day case"), "{told:?}");
    assert!(told[1].contains("Bus is no admission method; expected elective, emergency"), "{told:?}");
    assert_eq!(wrong.outcome, RowOutcome::Created);
}

#[test]
fn the_council_of_where_they_live_is_read_and_a_blank_erases_nothing() {
    let list = "Bed,Name,Admitted,Local authority\n";
    let mut hospital = Hospital::empty();
    let report = hospital.bring_in(&format!("{list}A1,\"Lind, Per\",01/03/2026,Severnside County\n"));
    let changes = &report.rows[0].changes;
    assert!(changes.iter().any(|change| change == "local authority set to Severnside County"), "{changes:?}");
    hospital.bring_in(&format!("{list}A1,\"Lind, Per\",01/03/2026,\n"));
    assert_eq!(hospital.stay().local_authority.as_deref(), Some("Severnside County"));
}

#[test]
fn a_bad_nhs_number_is_kept_as_a_note() {
    let mut hospital = Hospital::empty();
    let report = hospital.bring_in("Bed,Name,NHS No,Admitted\nA1,\"Lind, Per\",999 123 4567,01/03/2026\n");
    let expected = "row 2, NHS No: 999 123 4567 fails its check digit; kept as text, not used to match";
    assert_eq!(sentences(&report.rows[0]), [expected]);
    assert_eq!(report.rows[0].problems[0].cell, "C2");
    assert_eq!(report.rows[0].outcome, RowOutcome::Created);
    let note = &hospital.stay().notes[0];
    assert_eq!(note.text, "NHS No. on the list: 999 123 4567");
    assert_eq!(note.visibility, Visibility::Internal);
    assert_eq!(hospital.stay().patient.nhs_number, None);
}

#[test]
fn a_real_hospital_takes_no_test_number() {
    let mut hospital = Hospital::empty();
    hospital.picture.test_patients = false;
    let row = hospital.check_row("Bed,Name,NHS No,Admitted\nA1,\"Lind, Per\",999 000 0018,01/03/2026\n");
    assert!(sentences(&row)[0].contains("is a test number, and this hospital takes no test patients"));
    assert_eq!(row.outcome, RowOutcome::Created);
}

#[rstest]
#[case("EDD", "soon", "row 2, EDD: soon is no date; expected a date such as 05/03/2026; left out")]
#[case("EDD", "01/02/2026", "row 2, EDD: The expected date of discharge would be before the admission. Left out.")]
#[case("DOB", "1945", "row 2, DOB: 1945 is no date; expected a date such as 05/03/2026; left out, not used to match")]
#[case("DOB", "02/03/2026", "row 2, DOB: 02-Mar-2026 is after the admission; left out")]
#[case("DOB", "14/07/25", "row 2, DOB: 14/07/25 was read as 14-Jul-2025; write the year with four digits")]
#[case("Pathway", "P7", "row 2, Pathway: P7 is no pathway; expected 0, 1, 2 or 3; left out")]
#[case("CTR", "maybe", "row 2, CTR: maybe was not understood; expected met or not met; left out")]
#[case("MOFD", "03/03/2026", "row 2, MOFD: 03/03/2026 was read as \u{201c}does not meet\u{201d}")]
#[case("Sex", "Q", "row 2, Sex: Q is not known here; expected female or male; left out")]
#[case("MRN", "none yet!", "row 2, MRN: none yet! needs 1 to 20 letters, digits, dashes or slashes; left out, not used")]
#[case("TTO", "x", "row 2, TTO: x may mean needed or done; read as to do")]
fn one_bad_cell_does_not_keep_a_patient_off_the_board(#[case] heading: &str, #[case] cell: &str, #[case] problem: &str) {
    let row = Hospital::empty().check_row(&format!("Bed,Name,Admitted,{heading}\nA1,\"Lind, Per\",01/03/2026,{cell}\n"));
    assert_eq!(row.outcome, RowOutcome::Created);
    assert_eq!(row.problems.len(), 1, "{row:?}");
    assert_eq!(row.problems[0].cell, "D2");
    assert!(sentences(&row)[0].starts_with(problem), "{row:?}");
}

#[rstest]
#[case("Bed,Surname,Forename,Title\nA1,van der Berg,Pieter,Mr", "VAN DER BERG, Pieter (Mr)")]
#[case("Bed,Patient,First name\nA1,Lind,Per", "LIND, Per")]
#[case("Bed,Patient name\nA1,Ms Amara Obi", "OBI, Amara (Ms)")]
fn a_name_comes_whole_or_in_parts(#[case] list: &str, #[case] name: &str) {
    assert_eq!(Hospital::empty().check_row(list).name, name);
}

#[rstest]
#[case("Bay,Bed", "A,2", "Bay A bed A2")]
#[case("Bay,Bed", "Bay B,Bed 1", "Bay B bed B1")]
#[case("Bed No,x", "Bay A bed 3,", "Bay A bed A3")]
#[case("Location,x", "a2,", "Bay A bed A2")]
#[case("Bay,Bed", "B,A1", "Bay A bed A1")]
#[case("Bed,x", "bed Chair 1,", "bed Chair 1")]
fn a_bed_is_found_however_it_is_written(#[case] headings: &str, #[case] cells: &str, #[case] place: &str) {
    let mut hospital = Hospital::empty();
    hospital.bring_in(&format!("{headings},Name,Admitted\n{cells},\"Lind, Per\",01/03/2026\n"));
    assert_eq!(hospital.stay().place.in_words(), place);
}

#[test]
fn a_bed_that_the_ward_does_not_have_is_kept_and_said() {
    let row = Hospital::empty().check_row("Bed,Name,Admitted\nC9,\"Lind, Per\",01/03/2026\n");
    assert_eq!(sentences(&row), ["row 2, Bed: Ward 5 has no bed C9; kept as written"]);
    assert_eq!(row.bed, "C9");
}

#[test]
fn a_bed_that_is_in_another_bay_is_taken_by_its_name_and_said() {
    let row = Hospital::empty().check_row("Bay,Bed,Name,Admitted\nB,A1,\"Lind, Per\",01/03/2026\n");
    assert_eq!(sentences(&row), ["row 2, Bay: bed A1 of Ward 5 is not in B; taken for Bay A bed A1"]);
}

#[test]
fn somebody_who_was_here_before_is_the_same_patient() {
    let mut hospital = Hospital::with_amara();
    let patient = hospital.stay().patient.id;
    hospital.everybody_leaves();
    hospital.next_day();
    let report = hospital.bring_in("Bed,Name,NHS No,Admitted\nA1,\"Obi, Amara\",9990000018,06/03/2026\n");
    assert_eq!(report.rows[0].outcome, RowOutcome::Created);
    assert_eq!(hospital.stay().patient.id, patient);
    assert_eq!(hospital.stay().patient.born, Some("1945-07-14".parse().expect("a date")), "known from the first stay");
}

#[test]
fn a_list_that_is_behind_does_not_bring_a_patient_back() {
    let mut hospital = Hospital::with_amara();
    hospital.everybody_leaves();
    let row = hospital.check_row(&format!("{HEADINGS}{AMARA}"));
    left_because(&row, "row 2, Admitted: discharged on the board at 05-Mar-2026 10:00, after this admission; row not taken");
}
