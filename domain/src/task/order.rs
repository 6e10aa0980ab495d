//! What has to come first among the open tasks: in steps, and the longest way through them to the patient's leaving.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Stay, Task, TaskNumber};

/// The open tasks in the order in which they can be done. What is finished or parked holds nothing up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// A task waits only for tasks of earlier steps, and for at least one of the step before.
    pub steps: Vec<Vec<TaskNumber>>,
    /// First and next, without the links that follow from others.
    pub links: BTreeSet<(TaskNumber, TaskNumber)>,
    /// By step, the tasks of the longest chain that ends in one that blocks discharge; of several chains, all of them.
    pub way_home: Vec<Vec<TaskNumber>>,
}

impl Order {
    pub fn of(stay: &Stay) -> Self {
        let open: BTreeMap<TaskNumber, BTreeSet<TaskNumber>> =
            stay.open_tasks().map(|task| (task.number, waits_for(stay, task).map(|first| first.number).collect())).collect();
        let steps = steps(&open);
        let way_home = way_home(stay, &open, &steps);
        Self { links: links(&open), steps, way_home }
    }

    pub fn is_on_the_way(&self, task: TaskNumber) -> bool {
        self.way_home.iter().flatten().any(|number| *number == task)
    }

    /// Whether it waits for another open task, or another waits for it.
    pub fn is_linked(&self, task: TaskNumber) -> bool {
        self.links.iter().any(|(first, next)| *first == task || *next == task)
    }
}

/// The open tasks that come first.
pub fn waits_for<'a>(stay: &'a Stay, task: &'a Task) -> impl Iterator<Item = &'a Task> {
    task.after.iter().filter_map(|first| stay.task(*first)).filter(|first| first.is_open())
}

/// The open tasks that wait for this one.
pub fn waited_for_by(stay: &Stay, first: TaskNumber) -> impl Iterator<Item = &Task> {
    stay.open_tasks().filter(move |task| task.after.contains(&first))
}

/// Tasks that wait for each other in a circle, which [`crate::Command::LinkTask`] refuses, would stand together at the end.
fn steps(open: &BTreeMap<TaskNumber, BTreeSet<TaskNumber>>) -> Vec<Vec<TaskNumber>> {
    let mut left: BTreeSet<TaskNumber> = open.keys().copied().collect();
    let mut steps = Vec::new();
    while !left.is_empty() {
        let mut step: Vec<TaskNumber> = left.iter().copied().filter(|task| open[task].is_disjoint(&left)).collect();
        if step.is_empty() {
            step.extend(&left);
        }
        for task in &step {
            left.remove(task);
        }
        steps.push(step);
    }
    steps
}

fn links(open: &BTreeMap<TaskNumber, BTreeSet<TaskNumber>>) -> BTreeSet<(TaskNumber, TaskNumber)> {
    let follows_from_another = |first: TaskNumber, after: &BTreeSet<TaskNumber>| {
        after.iter().any(|other| *other != first && comes_before(open, first, *other))
    };
    open.iter()
        .flat_map(|(task, after)| after.iter().filter(|first| !follows_from_another(**first, after)).map(|first| (*first, *task)))
        .collect()
}

fn comes_before(open: &BTreeMap<TaskNumber, BTreeSet<TaskNumber>>, first: TaskNumber, task: TaskNumber) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![task];
    while let Some(number) = next.pop() {
        if seen.insert(number) {
            next.extend(&open[&number]);
        }
    }
    first != task && seen.contains(&first)
}

/// What comes before a task that blocks has to be done too, whether it blocks by itself or not.
fn way_home(stay: &Stay, open: &BTreeMap<TaskNumber, BTreeSet<TaskNumber>>, steps: &[Vec<TaskNumber>]) -> Vec<Vec<TaskNumber>> {
    let blocks = |number: &&TaskNumber| stay.task(**number).is_some_and(|task| task.blocking);
    let Some(last) = steps.iter().rposition(|step| step.iter().any(|number| blocks(&number))) else {
        return Vec::new();
    };
    let mut way = vec![steps[last].iter().filter(blocks).copied().collect::<Vec<_>>()];
    for step in steps[..last].iter().rev() {
        let needed: BTreeSet<TaskNumber> = way.last().into_iter().flatten().flat_map(|task| open[task].iter().copied()).collect();
        way.push(step.iter().filter(|number| needed.contains(number)).copied().collect());
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests;
