//! OBI, Amara: three weeks in, ready since Monday, pathway 1, two open tasks.

use std::collections::BTreeSet;

use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    CriteriaReview, CriteriaToReside, PathwayStage, StayId, StayStatus, TaskNumber, TaskState, permission::View, task::Owner,
};

fn now() -> DateTime<Utc> {
    "2026-03-05T15:40:00Z".parse().expect("an instant")
}

fn me() -> AccountId {
    Uuid::from_u128(7).into()
}

fn task(number: u32, kind: &str, team: &str, due: &str, owner: Option<AccountId>) -> Task {
    Task {
        number: TaskNumber(number),
        kind: kind.parse().ok(),
        title: "A task".to_owned(),
        owner_team: team.parse().expect("a team"),
        owner: owner.map(|id| Owner { id, name: "Nadia Rahman".to_owned() }),
        due: due.parse().ok(),
        blocking: true,
        after: BTreeSet::new(),
        state: TaskState::ToDo,
        by: "Tom Reyes".to_owned(),
        at: now(),
        parked_at: None,
    }
}

fn viewer() -> Viewer {
    Viewer { me: me(), now: now(), escalation: EscalationTimes::default() }
}

fn amara() -> BoardRow {
    let mut stay = Stay::before_admission(StayId(Uuid::nil()));
    stay.status = StayStatus::InHospital;
    stay.admitted_at = "2026-02-12T10:00:00Z".parse().expect("an instant");
    stay.expected_discharge = "2026-03-05".parse().ok();
    stay.pathways.set(PathwayStage::Proposed, Some(Pathway::P1));
    let reviewed_at = "2026-03-03T09:00:00Z".parse().expect("an instant");
    stay.reviews = vec![CriteriaReview { found: CriteriaToReside::NotMet, reviewed_at, by: String::new() }];
    stay.tasks =
        vec![task(1, "T06", "PHA", "2026-03-05T15:00:00Z", None), task(2, "T18", "ASC", "2026-03-06T12:00:00Z", Some(me()))];
    BoardRow::whole(stay)
}

fn filter(query: &str) -> Filter {
    Filter::read(query.split('&').filter_map(|pair| pair.split_once('=')))
}

#[rstest]
#[case("", true)]
#[case("overdue=yes", true)]
#[case("due=today", false)]
#[case("team=PHA", true)]
#[case("team=THER", false)]
#[case("kind=T18", true)]
#[case("kind=T08", false)]
#[case("mine=yes", true)]
#[case::one_task_has_to_be_both("team=PHA&mine=yes", false)]
#[case::and_here_one_is("team=ASC&mine=yes", true)]
#[case::the_other_one_is_late("team=ASC&overdue=yes", false)]
#[case("escalated=owner", true)]
#[case("escalated=coordinator", false)]
#[case("red=yes", true)]
#[case("reason=H5", false)]
#[case("ready=yes", true)]
#[case("not-reviewed=yes", true)]
#[case("edd=today", true)]
#[case("edd=tomorrow", false)]
#[case("days=7", true)]
#[case("days=21", true)]
#[case("pathway=1", true)]
#[case("pathway=3", false)]
#[case::two_tasks_are_two_things("one-thing=yes", false)]
#[case::what_is_no_condition_hides_nobody("colour=red&days=x&days=3", true)]
fn amara_is_shown(#[case] query: &str, #[case] expected: bool) {
    assert_eq!(filter(query).fits(&amara(), viewer()), expected);
}

#[test]
fn one_thing_is_a_single_open_blocking_task_of_one_who_is_ready() {
    let mut row = amara();
    row.stay.tasks[0].state = TaskState::Done;
    assert_eq!(one_thing_from_home(&row.stay).map(|task| task.number), Some(TaskNumber(2)));
    row.stay.tasks[0].state = TaskState::ToDo;
    row.stay.tasks[0].blocking = false;
    assert!(filter("one-thing=yes").fits(&row, viewer()));
    row.stay.reviews[0].found = CriteriaToReside::Met(vec![]);
    assert_eq!(one_thing_from_home(&row.stay), None);
}

#[test]
fn a_team_s_only_task_is_not_one_thing_where_others_hold_the_patient_up_too() {
    let pharmacy = View::TeamTasks(vec!["PHA".parse().expect("a team")]);
    let mut stay = amara().stay;
    let row = |stay: &Stay| BoardRow::in_view(stay, &pharmacy).expect("a row");
    assert_eq!(row(&stay).stay.tasks.len(), 1);
    assert!(row(&stay).held_up_elsewhere && !filter("one-thing=yes").fits(&row(&stay), viewer()));
    stay.tasks[1].state = TaskState::Done;
    assert!(!row(&stay).held_up_elsewhere && filter("one-thing=yes").fits(&row(&stay), viewer()));
}

#[rstest]
#[case::just_late("2026-03-05T15:39:59Z", false)]
#[case::now("2026-03-05T15:40:00Z", true)]
#[case::within_the_day("2026-03-05T23:59:00Z", true)]
#[case::tomorrow("2026-03-06T00:00:00Z", false)]
#[case::never("", false)]
fn what_is_late_already_is_not_due_today(#[case] due: &str, #[case] expected: bool) {
    let mut row = amara();
    row.stay.tasks = vec![task(1, "T06", "PHA", due, None)];
    assert_eq!(filter("due=today").fits(&row, viewer()), expected);
    row.stay.tasks[0].state = TaskState::Done;
    assert!(!filter("due=today").fits(&row, viewer()));
}

/// By the ward's clock, which shows midnight when it is 23:00 by the server's in summer.
#[rstest]
#[case("2026-07-01T22:59:00Z", true)]
#[case("2026-07-01T23:00:00Z", false)]
fn today_ends_at_the_ward_s_midnight(#[case] due: &str, #[case] expected: bool) {
    let now = "2026-07-01T15:40:00Z".parse().expect("an instant");
    assert_eq!(task(1, "T06", "PHA", due, None).is_due_today(now), expected);
}

#[test]
fn a_filter_is_the_same_after_a_journey_as_a_query() {
    let query = "?overdue=yes&due=today&team=PHA&kind=T06&mine=yes&ready=yes&not-reviewed=yes&edd=tomorrow&days=14&pathway=2&one-thing=yes&escalated=matron&red=yes&reason=C4";
    let filter = filter(&query[1..]);
    assert_eq!(filter.conditions().len(), 14);
    assert_eq!(filter.query(), query);
    assert_eq!(Filter::default().query(), "");
}

#[test]
fn a_condition_takes_the_place_of_another_of_its_sort() {
    let seven = Filter::default().toggled(&Condition::LongStay(LongStay::SevenPlus));
    let three_weeks = seven.toggled(&Condition::LongStay(LongStay::TwentyOnePlus));
    assert_eq!(three_weeks.query(), "?days=21");
    let today = Filter::default().toggled(&Condition::ExpectedToday);
    assert_eq!(today.toggled(&Condition::ExpectedTomorrow).query(), "?edd=tomorrow");
    assert!(three_weeks.toggled(&Condition::LongStay(LongStay::TwentyOnePlus)).is_empty());
}
