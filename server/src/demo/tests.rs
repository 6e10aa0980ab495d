//! The generated hospital is the one that was meant, and the same one every time.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use domain::{
    Actor, Pathway, Stay, StayStatus, TaskState, apply, catalogue::standard_tasks, criteria::CriteriaStatus, decide, london,
};
use service::bulk::Story;

use super::{
    accounts::ACCOUNTS,
    chance::Chance,
    history::History,
    load::tasks_of,
    patients::{self, Setting},
    size::DemoSize,
    staff::Staff,
    wards,
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A Thursday afternoon.
fn afternoon() -> DateTime<Utc> {
    at("2026-11-19T14:20:31.123456Z")
}

fn setting(now: DateTime<Utc>) -> Setting {
    setting_of(DemoSize::General, now)
}

fn setting_of(size: DemoSize, now: DateTime<Utc>) -> Setting {
    let wards = size.wards();
    let mut chance = Chance::for_part(9);
    let accounts: Vec<Actor> = ACCOUNTS
        .iter()
        .map(|account| Actor { id: chance.id(DateTime::UNIX_EPOCH), name: account.name.to_owned(), grants: account.grants() })
        .collect();
    let staff = Staff::of(&wards, &accounts, &mut Chance::for_part(1));
    Setting { scale: size.scale(), wards, staff, kinds: standard_tasks(), now }
}

fn decided(story: &Story) -> Stay {
    let mut stay = Stay::before_admission(story.stay);
    for step in &story.steps {
        let events = decide(&stay, &step.command, &step.by, step.at).expect("no refusal");
        for event in events {
            let entry = domain::Entry { position: stay.position + 1, at: step.at, by: step.by.name.clone(), event };
            apply(&mut stay, &entry);
        }
    }
    stay
}

fn current(now: DateTime<Utc>) -> Vec<Stay> {
    patients::tell(&setting(now)).iter().map(decided).collect()
}

fn past(now: DateTime<Utc>) -> Vec<Story> {
    let setting = setting(now);
    let mut history = History::new(&setting, 2);
    history.days().flat_map(|day| history.stays_of(day)).collect()
}

fn per_cent(part: usize, whole: usize) -> usize {
    part * 100 / whole.max(1)
}

#[test]
fn the_same_seed_and_now_give_the_same_hospital() {
    let told = |story: &Story| (story.stay, story.steps.iter().map(|step| (step.at, step.command.clone())).collect::<Vec<_>>());
    let one: Vec<_> = patients::tell(&setting(afternoon())).iter().map(told).collect();
    let other: Vec<_> = patients::tell(&setting(afternoon())).iter().map(told).collect();
    assert_eq!(one, other);
}

#[test]
fn the_counts_are_those_of_a_general_hospital() {
    let wards = wards::wards();
    let beds: usize = wards.iter().map(|ward| ward.ward.beds.len()).sum();
    assert_eq!((wards.len(), beds), (24, 626));
    let stories = patients::tell(&setting(afternoon()));
    assert_eq!(stories.len(), 580);
    let tasks: usize = stories.iter().map(tasks_of).sum();
    assert!((3_200..3_800).contains(&tasks), "{tasks} tasks");
}

#[test]
fn the_large_one_has_the_beds_and_the_admissions_of_a_large_trust() {
    let setting = setting_of(DemoSize::Large, afternoon());
    let beds: usize = setting.wards.iter().map(|ward| ward.ward.beds.len()).sum();
    assert_eq!((setting.wards.len(), beds), (57, 1_500));
    assert_eq!(setting.wards.iter().map(|ward| &ward.ward.code).collect::<HashSet<_>>().len(), 57);
    assert_eq!(patients::tell(&setting).len(), 1_406);

    let mut history = History::new(&setting, 1);
    let stories: Vec<Story> = history.days().flat_map(|day| history.stays_of(day)).collect();
    assert!((117_000..=123_000).contains(&stories.len()), "{} stays in a year", stories.len());
    let nights = |story: &Story| {
        let [first, last] = [&story.steps[0], &story.steps[story.steps.len() - 1]].map(|step| london::date(step.at));
        (last - first).num_days()
    };
    let occupied = stories.iter().map(nights).sum::<i64>() / 365;
    assert!((1_300..=1_500).contains(&occupied), "{occupied} beds");
    let admitted = stories.iter().map(|story| match &story.steps[0].command {
        domain::Command::AdmitPatient(admission) => admission.patient.nhs_number,
        other => panic!("{other:?}"),
    });
    let numbers: HashSet<_> = admitted.flatten().collect();
    // The first weeks are of newcomers alone. There are 720,000 numbers for ten years.
    assert!(numbers.len() < 73_000, "{} people in the first year", numbers.len());
}

#[test]
fn nobody_shares_a_bed_or_a_number() {
    let stays = current(afternoon());
    let unique = |values: Vec<String>| assert_eq!(values.iter().collect::<HashSet<_>>().len(), values.len());
    unique(stays.iter().map(|stay| format!("{} {}", stay.place.ward, stay.place.in_words())).collect());
    unique(stays.iter().filter_map(|stay| stay.patient.nhs_number).map(|number| number.to_string()).collect());
    unique(stays.iter().filter_map(|stay| stay.patient.hospital_number.as_ref()).map(ToString::to_string).collect());
    assert!(stays.iter().filter_map(|stay| stay.patient.nhs_number).all(domain::NhsNumber::is_test));
}

#[test]
fn at_any_hour_nothing_lies_ahead_and_nothing_is_refused() {
    for now in
        ["2026-01-01T00:05:00Z", "2026-03-29T01:30:00Z", "2026-06-14T08:40:00Z", "2026-10-25T00:30:00Z", "2026-11-24T17:43:30Z"]
            .map(at)
    {
        for story in patients::tell(&setting(now)) {
            assert!(story.steps.iter().all(|step| step.at <= now) && story.steps.is_sorted_by_key(|step| step.at));
            assert_eq!(decided(&story).status, StayStatus::InHospital);
        }
    }
}

#[test]
fn lengths_of_stay_have_a_long_tail() {
    let stays = current(afternoon());
    let at_least = |days| per_cent(stays.iter().filter(|stay| stay.days_in_hospital(afternoon()) >= days).count(), stays.len());
    assert!((36..=45).contains(&at_least(7)), "7+: {} %", at_least(7));
    assert!((16..=24).contains(&at_least(14)), "14+: {} %", at_least(14));
    assert!((8..=14).contains(&at_least(21)), "21+: {} %", at_least(21));
}

#[test]
fn about_a_fifth_could_leave_and_some_were_not_reviewed() {
    let stays = current(afternoon());
    let count = |which: &dyn Fn(&Stay) -> bool| per_cent(stays.iter().filter(|stay| which(stay)).count(), stays.len());
    let ready = count(&|stay| stay.criteria_status() == CriteriaStatus::NotMet);
    assert!((18..=26).contains(&ready), "{ready} % ready");
    let stale = count(&|stay| domain::criteria::is_stale(&stay.reviews, afternoon()));
    assert!((4..=20).contains(&stale), "{stale} % stale");
    let slipped = count(&|stay| stay.expected_discharge.is_some_and(|day| day < london::date(afternoon())));
    assert!((12..=35).contains(&slipped), "{slipped} % past their date");
}

#[test]
fn tasks_stand_at_every_state() {
    let stays = current(afternoon());
    let mut states: BTreeMap<&'static str, usize> = BTreeMap::new();
    for task in stays.iter().flat_map(|stay| &stay.tasks) {
        *states.entry((task.state.kind()).into()).or_default() += 1;
    }
    let open: Vec<_> = stays.iter().flat_map(Stay::open_tasks).collect();
    let overdue = per_cent(open.iter().filter(|task| task.is_overdue(afternoon())).count(), open.len());
    assert!((5..=25).contains(&overdue), "{overdue} % overdue; {states:?}");
    for state in ["to_do", "requested", "accepted", "in_progress", "waiting", "done", "not_needed"] {
        assert!(states.get(state).is_some_and(|count| *count >= 20), "{state}: {states:?}");
    }
    let named = open.iter().filter(|task| task.owner.is_some()).count();
    assert!(named > 100, "{named} with a named owner; {states:?}");
    assert!(open.iter().any(|task| matches!(task.state, TaskState::Waiting { .. }) && !task.after.is_empty()));
}

#[test]
fn the_past_is_two_years_of_sixty_thousand_stays() {
    let stories = past(afternoon());
    assert!((57_000..=63_000).contains(&stories.len()), "{} stays", stories.len());
    let steps: usize = stories.iter().map(|story| story.steps.len()).sum();
    assert!(steps < 6 * stories.len(), "{steps} steps");
    let stays: Vec<Stay> = stories.iter().step_by(13).map(decided).collect();
    let window = afternoon() - TimeDelta::days(730)..afternoon();
    assert!(stays.iter().all(|stay| matches!(stay.status, StayStatus::Discharged { at, .. } if window.contains(&at))));

    let share = |pathway| {
        let of = |stay: &&Stay| stay.pathways.actual == Some(pathway);
        stays.iter().filter(of).count() * 1_000 / stays.iter().filter(|stay| stay.pathways.actual.is_some()).count()
    };
    let shares = [Pathway::P0, Pathway::P1, Pathway::P2, Pathway::P3].map(share);
    assert!((840..=885).contains(&shares[0]) && (75..=115).contains(&shares[1]), "{shares:?}");
    assert!((20..=42).contains(&shares[2]) && (8..=26).contains(&shares[3]), "{shares:?}");
}

#[test]
fn fewer_people_leave_at_weekends_and_more_come_in_winter() {
    let stories = past(afternoon());
    let mut left: HashMap<Weekday, usize> = HashMap::new();
    let mut came: HashMap<u32, usize> = HashMap::new();
    for story in &stories {
        let (first, last) = (&story.steps[0], &story.steps[story.steps.len() - 1]);
        *left.entry(london::date(last.at).weekday()).or_default() += 1;
        *came.entry(london::date(first.at).month()).or_default() += 1;
    }
    assert!(left[&Weekday::Sun] * 10 < left[&Weekday::Mon] * 7, "{left:?}");
    assert!(came[&1] > came[&8], "{came:?}");
}

#[test]
fn nobody_is_in_two_places_at_once() {
    let mut left: HashMap<domain::PatientId, DateTime<Utc>> = HashMap::new();
    let mut again = 0;
    for story in past(afternoon()) {
        let domain::Command::AdmitPatient(admission) = &story.steps[0].command else { panic!("no admission") };
        let until = story.steps[story.steps.len() - 1].at;
        if let Some(before) = left.insert(admission.patient.id, until) {
            assert!(before < admission.admitted_at);
            again += 1;
        }
    }
    assert!(again > 3_000, "{again} came again");
}
