//! The reports of a ward with four patients, as somebody with a pencil would count them.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::{
    delays::Delays,
    flow::Flow,
    long_stay::{ExcludedPatient, LongStayPatient, LongStays},
    quality::{self, Gap, Here},
    tasks,
};
use crate::{
    Directory, EscalationLevel, Stay, Task, TaskNumber, TaskState,
    report::{
        Asked, CensusRow, CensusSums, ChartDecisions, ChartName, DischargeRow, DischargeRules, DischargeSums, ExclusionRules,
        Nights, ReadyDateStatistics, TaskTime,
        bands::LONG_STAYS,
        bed_days,
        document::{Cell, Section},
        story::{at, day, discharged, ready, reason, stay, ward},
        task_times::{Progress, TaskCounts},
    },
    stay::Destination,
};

/// Mrs A, 25 nights here by 06-Mar and ready for three of them; Mr B, 8 nights; a child, 30 nights.
fn stays() -> [Stay; 3] {
    let a = ready(stay("2026-02-09T09:00:00Z"), &["n2026-03-03T10:00:00Z"]);
    let a = reason(reason(a, "2026-03-04", "C1"), "2026-03-05", "H5");
    let mut child = stay("2026-02-04T09:00:00Z");
    child.patient.born = Some(day("2018-01-01"));
    [a, stay("2026-02-26T09:00:00Z"), child]
}

fn census(instant: &str) -> Vec<CensusRow> {
    let rules = ExclusionRules::situation_report();
    stays().iter().filter_map(|stay| CensusRow::of(stay, &ward(), at(instant), &rules)).collect()
}

/// The nights that end at these instants.
fn nights(ends: &[&str]) -> Nights {
    let mut nights = Nights::default();
    ends.iter().for_each(|end| nights.add(at(end), CensusSums::of(&census(end)), &asked()));
    nights
}

fn asked() -> Asked {
    Asked { from: day("2026-03-03"), to: day("2026-03-05"), ..Asked::lately(day("2026-03-06")) }
}

fn section<'a>(sections: &'a [Section], heading: &str) -> &'a Section {
    sections.iter().find(|section| section.heading == heading).unwrap_or_else(|| panic!("no section {heading}"))
}

/// A row as it is shown: "14 nights or more | 1 | –".
fn shown(section: &Section) -> Vec<String> {
    let row = |row: &Vec<Cell>| row.iter().map(Cell::shown).collect::<Vec<_>>().join(" | ");
    section.table.rows.iter().map(row).collect()
}

#[test]
fn long_stays_are_counted_compared_and_nobody_is_left_out_in_silence() {
    let now = census("2026-03-06T00:00:00Z");
    let before = census("2026-02-27T00:00:00Z");
    let before = LONG_STAYS.map(|long| bed_days::long_stays(&before, long));
    let who = LongStayPatient {
        row: now[0].clone(),
        place: "Cedar, bed 1".to_owned(),
        who: Some(("OBI, Amara (Ms)".to_owned(), "/patients/1".to_owned())),
        tasks: vec![],
        next: None,
    };
    let weeks = [(day("2026-02-23"), 0), (day("2026-03-02"), 1)];
    let decisions = &ChartDecisions::none(ChartName::LongStays);
    let child = now.iter().find(|row| !row.is_counted()).expect("the child").clone();
    let excluded = vec![ExcludedPatient { row: child, place: "Cedar".to_owned(), who: None }];
    let patients = vec![who];
    let report = LongStays { now: &now, week_ago: Some(before), year_ago: None, weeks: &weeks, patients, excluded, decisions };
    let sections = report.sections(&Directory::default());
    assert_eq!(
        shown(section(&sections, "Now")),
        ["7 nights or more | 2 | 1 | – | 3", "14 nights or more | 1 | 1 | – | 3", "21 nights or more | 1 | 0 | – | 3"]
    );
    assert_eq!(section(&sections, "Now").words, ["1 patient has been here for 21 nights or more: 1 more than a week ago."]);
    let why = shown(section(&sections, "Not counted"));
    assert!(why[0].starts_with("excluded because the patient is 8") && why[0].ends_with("| 1"), "{why:?}");
    let left_out = shown(section(&sections, "Who is not counted"));
    assert_eq!(left_out, ["– | Cedar | 30 | excluded because the patient is 8, and nobody under 18 is counted"]);
    assert_eq!(shown(section(&sections, "By length of stay"))[1], "7–13 nights | 1 | 0 | 0.0%");
    let patient = shown(section(&sections, "Who has been here for 21 nights or more"));
    assert!(patient[0].starts_with("OBI, Amara (Ms) | Cedar, bed 1 | 25 |"), "{patient:?}");
}

#[test]
fn delay_days_go_to_the_reason_of_their_own_day() {
    let nights = nights(&["2026-03-04T00:00:00Z", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z"]);
    let decisions = &ChartDecisions::none(ChartName::DelayDays);
    let report = Delays { asked: &asked(), nights: &nights, ready_dates: ReadyDateStatistics::default(), decisions };
    let sections = report.sections(&Directory::default());
    // The night of the 3rd has no reason, that of the 4th C1, that of the 5th H5.
    let in_all = shown(section(&sections, "In all"));
    assert_eq!(in_all[0], "Process: still to be decided or arranged | 1 | 0.3 | 33.3%");
    assert_eq!(in_all[1], "Capacity: arranged, not yet available | 1 | 0.3 | 33.3%");
    assert_eq!(in_all[3], "No reason recorded for the day | 1 | 0.3 | 33.3%");
    assert!(section(&sections, "In all").words[0].contains("3 nights here: as many as 1.0 beds"));
    assert_eq!(section(&sections, "By reason").table.rows.len(), 2);
    assert_eq!(shown(section(&sections, "By ward")).len(), 1);
    assert!(section(&sections, "Week by week").table.rows.is_empty(), "three days are no whole week");
}

#[test]
fn a_week_with_a_night_that_nobody_counted_is_no_fall() {
    let asked = Asked { from: day("2026-02-16"), to: day("2026-03-08"), ..asked() };
    let mut nights = Nights::default();
    let ends = day("2026-02-17").iter_days().take_while(|end| *end <= day("2026-03-09")).filter(|end| *end != day("2026-02-26"));
    ends.map(|end| format!("{end}T00:00:00Z")).for_each(|end| nights.add(at(&end), CensusSums::of(&census(&end)), &asked));
    let decisions = &ChartDecisions::none(ChartName::DelayDays);
    let sections = Delays { asked: &asked, nights: &nights, ready_dates: ReadyDateStatistics::default(), decisions }
        .sections(&Directory::default());
    let weeks = section(&sections, "Week by week");
    let days: Vec<_> = weeks.table.rows.iter().map(|row| format!("{} | {}", row[0].shown(), row[1].shown())).collect();
    assert_eq!(days, ["16-Feb-2026 | 0", "02-Mar-2026 | 6"], "Mrs A is ready from 03-Mar on; 25-Feb has no census");
    assert_eq!(weeks.words.last().map(String::as_str), Some("1 week is left out: not every night of it has a census."));
}

#[test]
fn who_left_is_counted_by_hour_and_against_the_plan() {
    let mut left = discharged(stay("2026-03-01T09:00:00Z"), "2026-03-05T10:30:00Z", Destination::HomeWithSupport);
    left.expected_discharge = Some(day("2026-03-04"));
    let died = discharged(stay("2026-03-01T09:00:00Z"), "2026-03-05T12:30:00Z", Destination::Died);
    let rules = DischargeRules::default();
    let mut discharges = DischargeSums::default();
    let rows = [left, died].map(|stay| DischargeRow::of(&stay, &ward(), &rules).expect("a discharge"));
    rows.iter().for_each(|row| discharges.add(row, day("2026-03-20")));
    let nights = nights(&["2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z"]);
    let decisions = &ChartDecisions::none(ChartName::BeforeNoon);
    let report = Flow { asked: &asked(), discharges: &discharges, nights: &nights, decisions };
    let sections = report.sections();
    assert_eq!(shown(section(&sections, "In all"))[0], "Before noon | 100.0% (1 of 1)");
    assert_eq!(shown(section(&sections, "By hour"))[10], "10:00 | 1 | 100.0%");
    assert_eq!(shown(section(&sections, "By day of the week"))[3], "Thursday | 1");
    assert_eq!(shown(section(&sections, "Against the expected date"))[2], "After the expected date | 1 | 100.0%");
    assert_eq!(shown(section(&sections, "Back again")), ["Within 7 days | 0 | 1 | 0.0%", "Within 30 days | 0 | 0 | –"]);
    let missing = "1 night has no census, of the 3 of the period: the figures are of the others.";
    assert_eq!(section(&sections, "Red and green days").words, [missing]);
    assert_eq!(shown(section(&sections, "Red and green days")), ["Nothing was said: counts as red | 4 | 100.0%"]);
}

#[test]
fn tasks_are_timed_by_team_and_those_done_before_the_period_are_left_out() {
    let time = |progress, added: &str, due: &str| TaskTime {
        kind: None,
        owner_team: "PHA".parse().expect("a team"),
        added_at: at(added),
        due: Some(at(due)),
        progress,
        parked_for: TimeDelta::zero(),
        ready_on: Some(day("2026-03-03")),
        left_on: None,
    };
    let done = |done| Progress::Done { at: at(done) };
    let times = [
        time(done("2026-03-04T09:00:00Z"), "2026-03-02T09:00:00Z", "2026-03-04T12:00:00Z"),
        time(done("2026-03-05T09:00:00Z"), "2026-03-01T09:00:00Z", "2026-03-04T12:00:00Z"),
        time(done("2026-02-05T09:00:00Z"), "2026-02-01T09:00:00Z", "2026-02-04T12:00:00Z"),
        time(Progress::Open, "2026-03-05T09:00:00Z", "2026-03-05T12:00:00Z"),
        time(Progress::Parked, "2026-03-05T09:00:00Z", "2026-03-05T12:00:00Z"),
    ];
    let mut counts = TaskCounts::default();
    times.into_iter().for_each(|time| counts.add(time, &asked().period(), at("2026-03-06T09:00:00Z")));
    let sections = tasks::sections(Vec::new(), &counts, &Directory::default(), at("2026-03-06T09:00:00Z"));
    assert_eq!(section(&sections, "By team").words, ["1 open task now, 1 overdue."]);
    assert_eq!(shown(section(&sections, "By team")), ["PHA | 1 | 1 | 2 | 2.0 | 4.0 | 50.0% | 4"]);
    assert_eq!(
        shown(section(&sections, "By kind and team")),
        ["In somebody's own words | PHA | 1 | 1 | 2 | 2.0 | 4.0 | 50.0% | 4"]
    );
}

#[test]
fn late_tasks_stand_by_how_high_they_have_climbed_and_own_words_only_where_the_patient_is_named() {
    let climbed = |level, due: &str, who: Option<&str>| {
        let task = Task {
            number: TaskNumber(1),
            kind: None,
            title: "Key from her daughter Joan".to_owned(),
            owner_team: "PTS".parse().expect("a team"),
            owner: None,
            due: Some(at(due)),
            blocking: true,
            after: BTreeSet::new(),
            state: TaskState::ToDo,
            by: "Tom Reyes".to_owned(),
            at: at("2026-03-01T09:00:00Z"),
            parked_at: None,
        };
        let who = who.map(|name| (name.to_owned(), "/patients/1".to_owned()));
        tasks::Climbed { level, task, place: "Cedar Ward".to_owned(), who }
    };
    let all = vec![
        climbed(EscalationLevel::Coordinator, "2026-03-06T03:00:00Z", None),
        climbed(EscalationLevel::Executive, "2026-03-02T09:00:00Z", Some("OBI, Amara (Ms)")),
    ];
    let sections = tasks::sections(all, &TaskCounts::default(), &Directory::default(), at("2026-03-06T09:00:00Z"));
    let found = section(&sections, "Escalated now");
    assert_eq!(found.words, ["1 to the executive, 0 to the matron, 1 to the coordinator."]);
    assert_eq!(
        shown(found),
        [
            "OBI, Amara (Ms) | Cedar Ward | Executive | Key from her daughter Joan | PTS | due Mon 02-Mar 09:00 (4 d late)",
            "– | Cedar Ward | Coordinator | In somebody's own words | PTS | due 03:00 (6 hr late)"
        ]
    );
}

#[test]
fn a_record_says_what_it_lacks() {
    let now = at("2026-03-06T09:00:00Z");
    let [a, b, _] = stays();
    assert_eq!(
        Gap::of(&a, at("2026-03-05T10:00:00Z"), now),
        [Gap::NotReviewedToday, Gap::NoExpectedDischarge, Gap::NoPathway, Gap::NoReason]
    );
    assert_eq!(Gap::of(&b, at("2026-02-27T09:00:00Z"), now), [Gap::NotReviewedToday, Gap::NoExpectedDischarge, Gap::Ghost]);
    let here = |stay, last: &str| Here { stay, last_entry: at(last), place: "Cedar".to_owned(), who: None };
    let sections = quality::sections(vec![here(&a, "2026-03-05T10:00:00Z"), here(&b, "2026-02-27T09:00:00Z")], now);
    let counts = shown(section(&sections, "What is missing"));
    assert_eq!(counts[4], "Nothing recorded for a week: is the patient still here? | 1 | 50.0%");
    assert_eq!(section(&sections, "Where").table.rows.len(), 2);
}
