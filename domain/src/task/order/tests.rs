//! Tables by hand, and what holds for any links.

use proptest::{collection, prelude::*};
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{StayId, TaskState};

/// "2<1" is task 2 after task 1; "3!" is done, "4-" does not block, "5z" is parked.
fn stay(tasks: &[&str]) -> Stay {
    let mut stay = Stay::before_admission(StayId(Uuid::nil()));
    stay.tasks = tasks.iter().map(|text| task(text)).collect();
    stay
}

fn task(text: &str) -> Task {
    let (head, after) = text.split_once('<').unwrap_or((text, ""));
    let number = |text: &str| TaskNumber(text.parse().expect("a number"));
    Task {
        number: number(head.trim_end_matches(['!', '-', 'z'])),
        kind: None,
        title: format!("task {head}"),
        owner_team: "WARD".parse().expect("a code"),
        owner: None,
        due: None,
        blocking: !head.ends_with('-'),
        after: after.split(',').filter(|text| !text.is_empty()).map(number).collect(),
        state: if head.ends_with('!') { TaskState::Done } else { TaskState::ToDo },
        parked_at: head.ends_with('z').then_some(chrono::DateTime::UNIX_EPOCH),
        by: "Amara Obi".to_owned(),
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

fn in_words(steps: &[Vec<TaskNumber>]) -> String {
    let step = |step: &Vec<TaskNumber>| step.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    steps.iter().map(step).collect::<Vec<_>>().join(" | ")
}

#[rstest]
#[case::nothing(&[], "", "")]
#[case::side_by_side(&["1", "2", "3-"], "1 2 3", "1 2")]
#[case::medicines(&["4", "5<4", "6<5", "7<6", "9"], "4 9 | 5 | 6 | 7", "4 | 5 | 6 | 7")]
#[case::what_is_done_holds_nothing_up(&["4!", "5<4", "6<5"], "5 | 6", "5 | 6")]
#[case::two_come_before_one(&["1", "2", "3<1,2"], "1 2 | 3", "1 2 | 3")]
#[case::the_longer_way_counts(&["1", "2<1", "3<1,2"], "1 | 2 | 3", "1 | 2 | 3")]
#[case::what_does_not_block_is_not_the_end(&["1", "2<1", "3-<2"], "1 | 2 | 3", "1 | 2")]
#[case::but_may_be_on_the_way(&["1-", "2<1"], "1 | 2", "1 | 2")]
#[case::nothing_blocks(&["1-", "2-<1"], "1 | 2", "")]
#[case::a_task_that_is_not_shown(&["2<1"], "2", "2")]
#[case::a_circle_ends(&["1", "2<3", "3<2"], "1 | 2 3", " | 2 3")]
fn the_steps_and_the_way_home(#[case] tasks: &[&str], #[case] steps: &str, #[case] way_home: &str) {
    let order = Order::of(&stay(tasks));
    assert_eq!(in_words(&order.steps), steps);
    assert_eq!(in_words(&order.way_home), way_home);
}

#[test]
fn a_link_that_follows_from_others_is_left_out() {
    let order = Order::of(&stay(&["1", "2<1", "3<1,2", "4"]));
    assert_eq!(order.links, [(1, 2), (2, 3)].map(|(first, next)| (TaskNumber(first), TaskNumber(next))).into());
    assert!(order.is_linked(TaskNumber(3)) && !order.is_linked(TaskNumber(4)));
    assert!(order.is_on_the_way(TaskNumber(1)) && !order.is_on_the_way(TaskNumber(4)));
}

#[test]
fn each_way_of_a_wait_is_found() {
    let stay = stay(&["1!", "2", "3<1,2", "4!<2"]);
    let numbers = |tasks: Vec<&Task>| tasks.into_iter().map(|task| task.number.0).collect::<Vec<_>>();
    assert_eq!(numbers(waits_for(&stay, &stay.tasks[2]).collect()), [2]);
    assert_eq!(numbers(waited_for_by(&stay, TaskNumber(2)).collect()), [3]);
}

/// Up to nine tasks, each after any of the others: with circles, where `earlier_only` is false.
fn any_stay(earlier_only: bool) -> impl Strategy<Value = Stay> {
    collection::vec((collection::btree_set(1_u32..=9, 0..4), any::<bool>(), 0_u8..5), 0..9).prop_map(move |drawn| {
        let mut stay = stay(&[]);
        for (number, (after, blocking, drawn_state)) in (1..).zip(drawn) {
            let after = after.into_iter().filter(|first| !earlier_only || *first < number).map(TaskNumber).collect();
            let state = if drawn_state == 0 { TaskState::Done } else { TaskState::ToDo };
            let parked_at = (drawn_state == 1).then_some(chrono::DateTime::UNIX_EPOCH);
            stay.tasks.push(Task { number: TaskNumber(number), after, blocking, state, parked_at, ..task("1") });
        }
        stay
    })
}

fn step_of(order: &Order, task: TaskNumber) -> usize {
    order.steps.iter().position(|step| step.contains(&task)).expect("a step")
}

proptest! {
    #[test]
    fn every_open_task_stands_in_one_step(stay in any_stay(false)) {
        let order = Order::of(&stay);
        let mut placed: Vec<TaskNumber> = order.steps.iter().flatten().copied().collect();
        placed.sort();
        prop_assert_eq!(placed, stay.open_tasks().map(|task| task.number).collect::<Vec<_>>());
        prop_assert!(order.steps.iter().all(|step| !step.is_empty()));
    }

    #[test]
    fn a_task_stands_in_the_step_after_the_last_it_waits_for(stay in any_stay(true)) {
        let order = Order::of(&stay);
        for task in stay.open_tasks() {
            let last = waits_for(&stay, task).map(|first| step_of(&order, first.number) + 1).max();
            prop_assert_eq!(step_of(&order, task.number), last.unwrap_or(0));
        }
    }

    #[test]
    fn the_links_left_out_change_no_step(stay in any_stay(true)) {
        let order = Order::of(&stay);
        let mut fewer = stay.clone();
        for task in &mut fewer.tasks {
            let number = task.number;
            task.after.retain(|first| order.links.contains(&(*first, number)));
        }
        prop_assert_eq!(Order::of(&fewer), order);
    }

    #[test]
    fn the_way_home_is_unbroken_and_ends_in_what_blocks(stay in any_stay(true)) {
        let order = Order::of(&stay);
        let blocks = |number: &TaskNumber| stay.task(*number).is_some_and(|task| task.blocking);
        prop_assert!(order.way_home.iter().all(|step| !step.is_empty()));
        prop_assert!(order.way_home.last().is_none_or(|step| step.iter().all(blocks)));
        prop_assert!(order.steps.iter().skip(order.way_home.len()).flatten().all(|number| !blocks(number)));
    }
}
