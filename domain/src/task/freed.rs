//! What can start now that a task is finished.

use crate::{Stay, Task, TaskNumber, task::TaskStateKind};

/// The tasks that have waited for `finished` alone, on a stay as it stands before or after it is finished.
///
/// The whole stay has to be seen, or its row, which leaves out only what is finished.
pub fn freed(stay: &Stay, finished: TaskNumber) -> Vec<&Task> {
    let is_done = |number: &TaskNumber| *number == finished || stay.task(*number).is_none_or(|task| !task.state.is_open());
    let is_freed = |task: &&Task| task.after.contains(&finished) && can_begin(task) && task.after.iter().all(is_done);
    stay.tasks.iter().filter(is_freed).collect()
}

/// Neither begun nor parked.
fn can_begin(task: &Task) -> bool {
    task.is_open() && matches!(task.state.kind(), TaskStateKind::ToDo | TaskStateKind::Requested | TaskStateKind::Accepted)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::DateTime;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{StayId, TaskState, task::NewTask};

    /// Task 3 comes after 1 and 2; nothing else comes after anything.
    fn stay(states: [TaskState; 3]) -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        for (number, state) in (1..).zip(states) {
            let after = if number == 3 { BTreeSet::from([TaskNumber(1), TaskNumber(2)]) } else { BTreeSet::new() };
            let (title, owner_team) = (format!("Task {number}"), "WARD".parse().expect("a team"));
            let new = NewTask { number: TaskNumber(number), kind: None, title, owner_team, due: None, blocking: true, after };
            crate::task::add::apply(&mut stay, &new, "Amara Obi", DateTime::UNIX_EPOCH);
            stay.tasks[number as usize - 1].state = state;
        }
        stay
    }

    #[rstest]
    #[case::the_last_one_before_it([TaskState::ToDo, TaskState::Done, TaskState::ToDo], &[3])]
    #[case::finished_already([TaskState::Done, TaskState::Done, TaskState::Accepted], &[3])]
    #[case::another_one_is_open([TaskState::ToDo, TaskState::InProgress, TaskState::ToDo], &[])]
    #[case::it_has_begun_meanwhile([TaskState::ToDo, TaskState::Done, TaskState::InProgress], &[])]
    #[case::it_is_done_itself([TaskState::ToDo, TaskState::Done, TaskState::Done], &[])]
    fn what_waited_for_the_first_alone(#[case] states: [TaskState; 3], #[case] expected: &[u32]) {
        let stay = stay(states);
        let freed: Vec<u32> = freed(&stay, TaskNumber(1)).iter().map(|task| task.number.0).collect();
        assert_eq!(freed, expected);
    }

    #[test]
    fn what_a_row_leaves_out_is_finished() {
        let row = crate::board::BoardRow::of(stay([TaskState::ToDo, TaskState::Done, TaskState::ToDo])).stay;
        assert_eq!(freed(&row, TaskNumber(1)).len(), 1);
    }
}
