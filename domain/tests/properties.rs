//! What holds for every stay, whatever people ask for.

#[path = "support/strategies.rs"]
mod strategies;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Command, Entry, Envelope, MutationId, Outcome, Pathway, PathwayStage, Refusal, Stay, StayStatus, TaskNumber, TaskState,
    apply,
    board::BoardRow,
    catalogue::standard_tasks,
    criteria, decide, receive,
    report::task_times,
    template::{self, Proposal},
    undo,
};
use proptest::prelude::*;
use strategies::{actor, commands, now, pathway, stay_id};
use uuid::Uuid;

/// Asks for each command in turn and keeps what happened.
fn live_through(commands: &[Command]) -> (Stay, Vec<Entry>) {
    let mut stay = Stay::before_admission(stay_id());
    let mut log = Vec::new();
    for (number, command) in (0_u128..).zip(commands) {
        let envelope = Envelope {
            mutation_id: MutationId(Uuid::from_u128(number)),
            stay: stay.id,
            seen: domain::Seen::new(),
            command: command.clone(),
            made_at: now(),
        };
        if let Outcome::Changed(entries) = receive(&stay, &envelope, &actor(), now()) {
            for entry in entries {
                apply(&mut stay, &entry);
                log.push(entry);
            }
        }
    }
    (stay, log)
}

/// Brings the stay to where it is after the command, unless that is refused.
fn ask(stay: &mut Stay, command: &Command) -> Result<(), Refusal> {
    for (event, position) in decide(stay, command, &actor(), now())?.into_iter().zip(stay.position + 1..) {
        apply(stay, &Entry { position, at: now(), by: actor().name, event });
    }
    Ok(())
}

/// Takes a pathway's proposal as it stands, everything ticked.
fn accept(stay: &mut Stay, pathway: Pathway) -> Result<(), Refusal> {
    let proposal = proposal(stay, pathway);
    let wanted = proposal.add.iter().map(|new| new.number).collect();
    let not_needed = proposal.no_longer_usual.iter().copied().collect();
    let commands = proposal.commands(PathwayStage::Proposed, &wanted, &not_needed);
    commands.iter().try_for_each(|command| ask(stay, command))
}

fn proposal(stay: &Stay, pathway: Pathway) -> Proposal {
    let mut numbers = (TaskNumber::DRAWN_FROM.0 + stay.position * 100..).map(TaskNumber);
    let draw = || numbers.next().expect("a number");
    template::propose(&BoardRow::of(stay.clone()), pathway, &standard_tasks(), now(), draw)
}

/// The stay without its history, and without what was only there to be taken back.
fn as_shown(stay: &Stay) -> Stay {
    let mut shown = stay.clone();
    (shown.position, shown.versions, shown.latest_review) = (0, BTreeMap::new(), None);
    shown.tasks.retain(|task| !matches!(task.state, TaskState::Cancelled { .. }));
    shown.notes.retain(|note| note.withdrawn_at.is_none());
    for task in &mut shown.tasks {
        // Who works on a parked task takes it up.
        (task.by, task.at) = (String::new(), now());
    }
    shown
}

/// The same log as if an hour lay between any two entries.
fn an_hour_each(log: &[Entry]) -> Vec<Entry> {
    (1..).zip(log).map(|(hour, entry)| Entry { at: now() + TimeDelta::hours(hour), ..entry.clone() }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// A stay is saved after every few entries; what is kept of its tasks then is what the whole log says.
    #[test]
    fn task_times_kept_part_by_part_are_those_of_the_whole_log(commands in commands(), part in 1_usize..6) {
        let (_, log) = live_through(&commands);
        let log = an_hour_each(&log);
        let mut stay = Stay::before_admission(stay_id());
        let mut kept: BTreeMap<TaskNumber, (Option<DateTime<Utc>>, TimeDelta)> = BTreeMap::new();
        for entries in log.chunks(part) {
            let before = stay.clone();
            entries.iter().for_each(|entry| apply(&mut stay, entry));
            for task in &stay.tasks {
                let since = before.task(task.number).and_then(|task| task.parked_at);
                let (added, parked) = kept.entry(task.number).or_default();
                *added = added.or(task_times::added_at(task.number, entries));
                *parked += task_times::parked_for(task.number, since, entries);
            }
        }
        for task in &stay.tasks {
            let whole = (task_times::added_at(task.number, &log), task_times::parked_for(task.number, None, &log));
            prop_assert_eq!(kept[&task.number], whole);
        }
    }

    #[test]
    fn replaying_a_stays_log_gives_the_stay(commands in commands()) {
        let (stay, log) = live_through(&commands);
        let mut replayed = Stay::before_admission(stay.id);
        for entry in &log {
            apply(&mut replayed, entry);
        }
        prop_assert_eq!(replayed, stay);
    }

    #[test]
    fn an_entry_applied_twice_changes_nothing_more(commands in commands()) {
        let (stay, log) = live_through(&commands);
        let mut replayed = Stay::before_admission(stay.id);
        for entry in &log {
            apply(&mut replayed, entry);
            let once = replayed.clone();
            apply(&mut replayed, entry);
            prop_assert_eq!(&replayed, &once);
        }
        for entry in &log {
            apply(&mut replayed, entry);
        }
        prop_assert_eq!(replayed, stay);
    }

    #[test]
    fn deciding_never_panics_and_asking_twice_is_asking_once(commands in commands(), last in strategies::command()) {
        let (mut stay, _) = live_through(&commands);
        // A patient is admitted once; asking again is a mistake that is told.
        prop_assume!(!matches!(last, Command::AdmitPatient(_)));
        if let Ok(events) = decide(&stay, &last, &actor(), now()) {
            for (event, position) in events.into_iter().zip(stay.position + 1..) {
                apply(&mut stay, &Entry { position, at: now(), by: actor().name, event });
            }
            prop_assert_eq!(decide(&stay, &last, &actor(), now()), Ok(vec![]));
        }
    }

    #[test]
    fn what_is_undone_is_as_it_was(commands in commands(), last in strategies::command()) {
        let (before, _) = live_through(&commands);
        let Some(way_back) = undo(&before, &last) else { return Ok(()) };
        let mut stay = before.clone();
        let done = ask(&mut stay, &last).is_ok();
        prop_assume!(done);
        for command in way_back {
            prop_assert_eq!(ask(&mut stay, &command), Ok(()));
        }
        prop_assert_eq!(as_shown(&stay), as_shown(&before));
    }

    #[test]
    fn a_pathways_tasks_are_never_refused_and_come_once(commands in commands(), pathway in pathway()) {
        let (mut stay, _) = live_through(&commands);
        prop_assume!(matches!(stay.status, StayStatus::InHospital | StayStatus::Discharged { .. }));
        prop_assert_eq!(accept(&mut stay, pathway), Ok(()));
        prop_assert!(proposal(&stay, pathway).is_empty());
        let on_the_whole_stay = template::propose(&BoardRow::whole(stay.clone()), pathway, &standard_tasks(), now(), || TaskNumber(1));
        prop_assert!(on_the_whole_stay.is_empty());
    }

    #[test]
    fn a_pathway_leaves_every_task_with_a_history_as_it_was(commands in commands(), pathway in pathway()) {
        let (before, _) = live_through(&commands);
        prop_assume!(before.status != StayStatus::BeforeAdmission);
        let mut stay = before.clone();
        drop(accept(&mut stay, pathway));
        for task in &before.tasks {
            let is_untouched = task.state == TaskState::ToDo && task.owner.is_none();
            let afterwards = stay.task(task.number).expect("no task is gone");
            prop_assert!(is_untouched || afterwards == task, "{afterwards:?} was {task:?}");
        }
    }

    #[test]
    fn tasks_never_wait_for_each_other_in_a_circle(commands in commands()) {
        let (stay, _) = live_through(&commands);
        let mut settled = std::collections::BTreeSet::new();
        let mut left: Vec<_> = stay.tasks.iter().collect();
        while !left.is_empty() {
            let before = left.len();
            left.retain(|task| {
                let ready = task.after.iter().all(|first| settled.contains(first));
                if ready {
                    settled.insert(task.number);
                }
                !ready
            });
            prop_assert!(left.len() < before, "a circle among {} tasks", left.len());
        }
    }

    #[test]
    fn a_row_says_of_its_stay_what_the_whole_stay_says(commands in commands()) {
        let (stay, _) = live_through(&commands);
        let row = BoardRow::of(stay.clone());
        prop_assert_eq!(row.stay.discharge_ready_date(), stay.discharge_ready_date());
        prop_assert_eq!(row.stay.criteria_status(), stay.criteria_status());
        prop_assert_eq!(criteria::is_stale(&row.stay.reviews, now()), criteria::is_stale(&stay.reviews, now()));
        prop_assert_eq!(row.stay.open_tasks().count(), stay.open_tasks().count());
        prop_assert_eq!(row.stay.parked_tasks().count(), stay.parked_tasks().count());
        prop_assert_eq!(row.stay.days.last(), stay.days.last());
        prop_assert_eq!(row.stay.delays.last(), stay.delays.last());
        prop_assert_eq!(row.finished(), stay.tasks.iter().filter(|task| !task.state.is_open()).count());
    }

    #[test]
    fn a_stay_is_the_same_after_a_journey_as_json(commands in commands()) {
        let (stay, log) = live_through(&commands);
        prop_assume!(stay.status != StayStatus::BeforeAdmission);
        let there = serde_json::to_string(&stay).expect("writes");
        prop_assert_eq!(serde_json::from_str::<Stay>(&there).expect("reads"), stay);
        for entry in log {
            let there = serde_json::to_string(&entry).expect("writes");
            prop_assert_eq!(serde_json::from_str::<Entry>(&there).expect("reads"), entry);
        }
    }
}
