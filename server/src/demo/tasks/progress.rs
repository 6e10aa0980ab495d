//! How a task goes: asked for, taken on, under way, held up, done.

use chrono::{DateTime, Days, TimeDelta, Utc};
use domain::{Command, TaskNumber, due::DueRule, london};

use super::{Errand, Scene};
use crate::demo::{calendar, chance::Chance, outlook::Stage, story::Telling, words};

/// What often turns out not to be needed. Nobody goes home without the rest.
const OPTIONAL: [&str; 14] = ["T05", "T06", "T08", "T09", "T10", "T11", "T16", "T25", "T29", "T33", "T35", "T36", "T42", "T44"];

/// Tells a task's steps and answers when it was finished; `None` while it is open.
pub(super) fn tell(telling: &mut Telling, scene: &Scene<'_>, errand: &Errand<'_>, chance: &mut Chance) -> Option<DateTime<Utc>> {
    let task = errand.number;
    let finished = errand.begins_at.and_then(|begins_at| work(telling, scene, errand, begins_at, chance));
    let finished = finished.filter(|at| *at <= scene.outlook.now);
    if finished.is_none() {
        agree_later_time(telling, scene, errand, task, chance);
    }
    finished
}

fn work(
    telling: &mut Telling,
    scene: &Scene<'_>,
    errand: &Errand<'_>,
    begins_at: DateTime<Utc>,
    chance: &mut Chance,
) -> Option<DateTime<Utc>> {
    let (task, team) = (errand.number, errand.kind.owner_team.as_str());
    let by = scene.staff.member(&errand.kind.owner_team, scene.ward, chance);
    let hours = usual_hours(team);
    let begins_at = not_long_before_it_is_due(errand, begins_at);
    let is_asked_for = !matches!(team, "WARD" | "MED");
    let asked_at = hours_of(team, begins_at + chance.minutes(2, 50));
    if is_asked_for {
        telling.say(asked_at, &scene.staff.nurse(scene.ward, chance), Command::RequestTask { task });
    }
    let taken_at = hours_of(team, asked_at + chance.wait(hours * 0.25) + TimeDelta::minutes(4));
    if is_asked_for || chance.percent(30) {
        telling.say(taken_at, &by, Command::AcceptTask { task });
    }
    let started_at = hours_of(team, taken_at + chance.wait(hours * 0.2) + TimeDelta::minutes(3));
    if chance.percent(65) {
        telling.say(started_at, &by, Command::StartTask { task });
    }
    // Each moment is found from the one before: what is put off to the next morning puts off all that follows.
    let held_at = hours_of(team, started_at + chance.minutes(15, 200));
    let held_up = errand.is_sticking || !may_finish(scene, errand, chance);
    if held_up || chance.percent(12) {
        let (on, waiting_for) = words::waiting_on(errand.kind.code.as_str(), chance);
        if errand.is_sticking || chance.percent(60) {
            telling.say(held_at, &by, Command::WaitForTask { task, on: on.to_owned(), waiting_for });
        }
    }
    if held_up {
        return None;
    }
    let finished_at = hours_of(team, held_at + TimeDelta::minutes(5) + chance.wait(hours));
    let needed = !(OPTIONAL.contains(&errand.kind.code.as_str()) && chance.percent(13));
    let command = if needed {
        Command::CompleteTask { task }
    } else {
        Command::MarkTaskNotNeeded { task, reason: words::not_needed(chance).to_owned() }
    };
    telling.say(finished_at, &by, command);
    Some(finished_at)
}

/// What has to wait for the last day is not done while the patient needs the bed.
fn may_finish(scene: &Scene<'_>, errand: &Errand<'_>, chance: &mut Chance) -> bool {
    let is_last = matches!(errand.kind.code.as_str(), "T03" | "T07" | "T43" | "T44");
    let expected_today = scene.outlook.expected.is_some_and(|day| day <= scene.outlook.today());
    match scene.outlook.stage {
        Stage::ReadySince(_) => true,
        Stage::Improving => !is_last || (expected_today && chance.percent(60)),
        Stage::Unwell => !is_last,
    }
}

/// Papers that are due before the expected date are not begun a week ahead.
fn not_long_before_it_is_due(errand: &Errand<'_>, begins_at: DateTime<Utc>) -> DateTime<Utc> {
    match (errand.kind.due, errand.due) {
        (DueRule::BeforeExpectedDischarge { .. }, Some(due)) => begins_at.max(due - TimeDelta::hours(26)),
        _ => begins_at,
    }
}

/// Those who see that a task will be late mostly agree another time.
fn agree_later_time(telling: &mut Telling, scene: &Scene<'_>, errand: &Errand<'_>, task: TaskNumber, chance: &mut Chance) {
    let now = scene.outlook.now;
    let is_late = errand.due.is_some_and(|due| due < now);
    if !is_late || !chance.percent(66) {
        return;
    }
    let at = now - chance.minutes(30, 20 * 60);
    let day = london::date(now) + Days::new(u64::try_from(chance.weighted(&[(30, 0), (40, 1), (20, 2), (10, 4)])).unwrap_or(0));
    let due = calendar::clock(day, *chance.pick(&[10, 12, 14, 15, 17]), 0);
    let at = at.max(errand.added_at + TimeDelta::minutes(1));
    let by = scene.staff.nurse(scene.ward, chance);
    // Nobody agrees a time that has passed.
    if due > at {
        telling.say(at, &by, Command::SetTaskDue { task, due: Some(due) });
    }
}

/// Hours that a team usually needs for one thing.
fn usual_hours(team: &str) -> f64 {
    match team {
        "WARD" | "PHA" => 4.0,
        "MED" => 7.0,
        "TOCH" => 9.0,
        "THER" => 16.0,
        "PTS" | "VCSE" => 14.0,
        "EQUIP" | "COMM" => 36.0,
        _ => 48.0,
    }
}

/// Ward, doctors and transport work every day; most others from Monday to Friday.
fn hours_of(team: &str, at: DateTime<Utc>) -> DateTime<Utc> {
    match team {
        "WARD" | "MED" | "PHA" | "PTS" | "FAM" => calendar::in_daytime(at),
        _ => calendar::in_office_hours(at),
    }
}
