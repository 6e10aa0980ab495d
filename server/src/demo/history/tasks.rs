//! A few tasks of a past stay, all of them finished before the patient left.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Command, Pathway, TaskNumber, WardCode, task::NewTask};

use crate::demo::{chance::Chance, patients::Setting, story::Telling};

/// What the reports look at: medicines, transport, and what each pathway turns on.
fn usual(pathway: Pathway) -> &'static [&'static str] {
    match pathway {
        Pathway::P0 => &["T06", "T36"],
        Pathway::P1 => &["T06", "T17"],
        Pathway::P2 => &["T36", "T20"],
        Pathway::P3 => &["T36", "T22"],
    }
}

pub(super) fn tell(
    telling: &mut Telling,
    setting: &Setting,
    ward: &WardCode,
    pathway: Pathway,
    left_at: DateTime<Utc>,
    chance: &mut Chance,
) {
    let kinds = setting.kinds.iter().filter(|kind| usual(pathway).contains(&kind.code.as_str()));
    for (number, kind) in (1..).map(TaskNumber).zip(kinds) {
        let added_at = left_at - chance.minutes(380, 1_300);
        let new = NewTask {
            number,
            kind: Some(kind.code.clone()),
            title: kind.title.clone(),
            owner_team: kind.owner_team.clone(),
            due: Some(left_at - TimeDelta::hours(2)),
            blocking: kind.blocking,
            after: std::iter::empty().collect(),
        };
        let by = setting.staff.member(&kind.owner_team, ward, chance);
        telling.say(added_at, &setting.staff.nurse(ward, chance), Command::AddTask(Box::new(new)));
        telling.say(left_at - chance.minutes(20, 360), &by, Command::CompleteTask { task: number });
    }
}
