//! The board round: who has been talked about today, and who must do what by when (`domain.md` 2.2, 2.4).

use chrono::{DateTime, NaiveDate, Utc};

use crate::{Stay, Task, TeamCode, by_day, london};

/// What a round still wants to know of one patient today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounded {
    pub is_reviewed: bool,
    pub has_colour: bool,
}

/// Whether the criteria were reviewed, and the day called red or green, on `today`.
pub fn rounded(stay: &Stay, today: NaiveDate) -> Rounded {
    Rounded {
        is_reviewed: stay.reviews.last().is_some_and(|review| london::date(review.reviewed_at) == today),
        has_colour: by_day::on(&stay.days, today).is_some(),
    }
}

impl Rounded {
    pub fn is_done(self) -> bool {
        self.is_reviewed && self.has_colour
    }

    /// What is missing, in words; empty where nothing is.
    pub fn missing(self) -> &'static str {
        match (self.is_reviewed, self.has_colour) {
            (true, true) => "",
            (false, true) => "criteria not reviewed",
            (true, false) => "no red or green",
            (false, false) => "not talked about",
        }
    }
}

/// What one team is asked to do before the end of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamSteps<'a> {
    pub team: &'a TeamCode,
    /// The earliest due time first.
    pub steps: Vec<(&'a Stay, &'a Task)>,
    /// Open tasks of the team that are due on a later day, or have no due time.
    pub later: usize,
}

/// The open tasks of these stays by team: those due by the end of today one by one, the rest counted. The team with the
/// earliest due time first.
pub fn steps<'a>(stays: impl IntoIterator<Item = &'a Stay>, now: DateTime<Utc>) -> Vec<TeamSteps<'a>> {
    let end_of_day = london::start_of(london::date(now) + chrono::Days::new(1));
    let mut teams: Vec<TeamSteps<'a>> = Vec::new();
    for (stay, task) in stays.into_iter().flat_map(|stay| stay.open_tasks().map(move |task| (stay, task))) {
        let index = teams.iter().position(|steps| *steps.team == task.owner_team).unwrap_or_else(|| {
            teams.push(TeamSteps { team: &task.owner_team, steps: Vec::new(), later: 0 });
            teams.len() - 1
        });
        if task.due.is_some_and(|due| due < end_of_day) {
            teams[index].steps.push((stay, task));
        } else {
            teams[index].later += 1;
        }
    }
    for team in &mut teams {
        team.steps.sort_by_key(|(stay, task)| (task.due, stay.id, task.number));
    }
    teams.sort_by_key(|team| (team.steps.is_empty(), team.steps.first().and_then(|(_, task)| task.due), team.team));
    teams
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{CriteriaReview, CriteriaToReside, DayColour, StayId, StayStatus, TaskNumber, TaskState, red_green::DayRecord};

    fn now() -> DateTime<Utc> {
        "2026-03-05T09:30:00Z".parse().expect("an instant")
    }

    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = StayStatus::InHospital;
        stay
    }

    #[rstest]
    #[case::nothing_yet(None, None, "not talked about")]
    #[case::yesterday_does_not_count(Some("2026-03-04T09:00:00Z"), Some("2026-03-04"), "not talked about")]
    #[case::reviewed(Some("2026-03-05T09:00:00Z"), None, "no red or green")]
    #[case::called_green(None, Some("2026-03-05"), "criteria not reviewed")]
    #[case::done(Some("2026-03-05T09:00:00Z"), Some("2026-03-05"), "")]
    fn a_round_asks_for_a_review_and_a_colour(#[case] reviewed: Option<&str>, #[case] day: Option<&str>, #[case] missing: &str) {
        let mut stay = stay();
        stay.reviews.extend(reviewed.map(|at| CriteriaReview {
            found: CriteriaToReside::NotMet,
            reviewed_at: at.parse().expect("an instant"),
            by: String::new(),
        }));
        stay.days.extend(day.map(|day| DayRecord {
            day: day.parse().expect("a date"),
            colour: DayColour::Green,
            words: None,
            by: String::new(),
            at: now(),
        }));
        let rounded = rounded(&stay, london::date(now()));
        assert_eq!((rounded.missing(), rounded.is_done()), (missing, missing.is_empty()));
    }

    fn task(number: u32, team: &str, due: Option<&str>) -> Task {
        Task {
            number: TaskNumber(number),
            kind: None,
            title: format!("Task {number}"),
            owner_team: team.parse().expect("a code"),
            owner: None,
            due: due.map(|due| due.parse().expect("an instant")),
            blocking: true,
            after: std::collections::BTreeSet::new(),
            state: TaskState::ToDo,
            by: String::new(),
            at: now(),
            parked_at: None,
        }
    }

    #[test]
    fn the_end_of_a_round_says_who_does_what_by_when() {
        let mut stay = stay();
        stay.tasks = vec![
            task(1, "WARD", Some("2026-03-05T17:00:00Z")),
            task(2, "PHA", Some("2026-03-05T11:00:00Z")),
            task(3, "PHA", Some("2026-03-04T11:00:00Z")),
            task(4, "PHA", Some("2026-03-06T00:00:00Z")),
            task(5, "ASC", None),
        ];
        let found: Vec<(String, Vec<u32>, usize)> = steps([&stay], now())
            .into_iter()
            .map(|team| (team.team.to_string(), team.steps.iter().map(|(_, task)| task.number.0).collect(), team.later))
            .collect();
        let expected = [("PHA", vec![3, 2], 1), ("WARD", vec![1], 0), ("ASC", vec![], 1)];
        assert_eq!(found, expected.map(|(team, steps, later)| (team.to_owned(), steps, later)));
    }
}
