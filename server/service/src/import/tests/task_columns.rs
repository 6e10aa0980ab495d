//! Columns of tasks against the tasks that a patient has.

use domain::{Command, TaskNumber, TaskState, WaitingFor, list::RowOutcome};
use rstest::rstest;

use super::{Hospital, instant, sentences};

const TTO: TaskNumber = TaskNumber(1);

fn list(cell: &str) -> String {
    format!("NHS No,TTO\n999 000 0018,{cell}\n")
}

/// Amara Obi's TTO is requested.
#[rstest]
#[case("requested", "")]
#[case("needed", "")]
#[case("", "")]
#[case("done", "TTO dispensed: done")]
#[case("dispensed", "TTO dispensed: done")]
#[case("n/a", "TTO dispensed: not needed")]
#[case("in progress", "TTO dispensed: in progress")]
#[case("awaiting blister pack", "TTO dispensed: waiting on blister pack")]
#[case("06/03/2026 11:00", "TTO dispensed: due 06-Mar-2026 11:00")]
#[case("06/03/2026", "TTO dispensed: due 06-Mar-2026 17:00")]
#[case("chase GP", "TTO dispensed: note added")]
fn an_open_task_is_updated_and_never_added_twice(#[case] cell: &str, #[case] change: &str) {
    let mut hospital = Hospital::with_amara();
    let row = hospital.bring_in(&list(cell)).rows.remove(0);
    assert_eq!(row.changes.concat(), change);
    assert_eq!(hospital.stay().tasks.len(), 1);
    assert_eq!(hospital.check_row(&list(cell)).outcome, RowOutcome::Unchanged, "the same list again");
}

#[rstest]
#[case("requested", true, "done on the board, \u{201c}requested\u{201d} in the list; left done")]
#[case("n/a", true, "done on the board, \u{201c}n/a\u{201d} in the list; left done")]
#[case("06/03/2026", true, "done on the board")]
#[case("yes", true, "")]
#[case("needed", false, "not needed on the board, \u{201c}needed\u{201d} in the list; left not needed")]
#[case("no", false, "")]
fn a_finished_task_stays_finished(#[case] cell: &str, #[case] is_done: bool, #[case] problem: &str) {
    let mut hospital = Hospital::with_amara();
    let id = hospital.stay().id;
    let reason = "went home with own supply".to_owned();
    let finish = if is_done { Command::CompleteTask { task: TTO } } else { Command::MarkTaskNotNeeded { task: TTO, reason } };
    hospital.carry_out(id, &finish);
    let row = hospital.check_row(&list(cell));
    assert_eq!(row.outcome, RowOutcome::Unchanged);
    assert_eq!(sentences(&row).len(), usize::from(!problem.is_empty()));
    assert!(sentences(&row).concat().contains(problem), "{row:?}");
}

#[test]
fn a_board_that_is_further_along_is_not_put_back() {
    let mut hospital = Hospital::with_amara();
    let id = hospital.stay().id;
    hospital.carry_out(id, &Command::StartTask { task: TTO });
    let row = hospital.check_row(&list("requested"));
    assert_eq!(row.outcome, RowOutcome::Unchanged);
    assert_eq!(
        sentences(&row),
        ["row 2, TTO: in progress on the board, \u{201c}requested\u{201d} in the list; left in progress"]
    );
}

#[test]
fn what_the_board_knows_of_a_wait_stays() {
    let mut hospital = Hospital::with_amara();
    let (id, on) = (hospital.stay().id, "a blister pack".to_owned());
    hospital.carry_out(id, &Command::WaitForTask { task: TTO, on, waiting_for: WaitingFor::Availability });
    assert_eq!(hospital.check_row(&list("awaiting a blister pack")).outcome, RowOutcome::Unchanged);
}

#[test]
fn a_task_that_is_not_needed_is_not_made_up() {
    let row = Hospital::with_amara().check_row("NHS No,Transport\n999 000 0018,n/a\n");
    assert_eq!(row.outcome, RowOutcome::Unchanged);
}

#[test]
fn words_that_are_no_state_become_a_note_beside_a_task_to_do() {
    let mut hospital = Hospital::with_amara();
    let list = "NHS No,T/port\n999 000 0018,\"stretcher, two crew\"\n";
    let row = hospital.bring_in(list).rows.remove(0);
    assert_eq!(row.changes, ["Transport: to do", "Transport: note added"]);
    assert!(sentences(&row)[0].ends_with("no state of a task, such as requested or done; kept as a note"));
    let stay = hospital.stay();
    assert_eq!(stay.notes[0].text, "Transport: stretcher, two crew");
    assert_eq!(stay.tasks[1].state, TaskState::ToDo);
    assert_eq!(stay.tasks[1].due, Some(instant("2026-03-05T15:00:00Z")), "by the catalogue: 15:00 the day before the EDD");
}

#[test]
fn a_new_task_waits_for_the_open_ones_that_come_first() {
    let mut hospital = Hospital::empty();
    hospital.bring_in("Bed,Name,Admitted,TTO prescribed,TTO\nA1,\"Lind, Per\",01/03/2026,needed,needed\n");
    let tasks = &hospital.stay().tasks;
    assert_eq!(tasks.len(), 2);
    assert!(tasks[1].after.contains(&tasks[0].number));
}
