//! Red and green days: did today bring the patient nearer to home? (The red to green days of `domain.md` 2.4.)
//!
//! Every patient starts the day red. A day turns green when everything that was planned for it is done and only an acute
//! bed could give it; a red day has a cause.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Event, Refusal, Stay,
    by_day::{self, OfDay},
    london, text,
};

/// Why a day brought the patient no nearer to home.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RedCause {
    TestNotDone,
    ResultNotActedOn,
    AssessmentNotDone,
    ProcedureNotDone,
    TherapyNotDone,
    SeniorReviewNotDone,
    NoExpectedDischarge,
    NoDischargeCriteria,
    CareElsewhere,
    Other,
}

/// What was said of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayColour {
    Red(RedCause),
    Green,
}

/// One day of a stay, with who said so and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRecord {
    pub day: NaiveDate,
    pub colour: DayColour,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    pub at: DateTime<Utc>,
}

impl RedCause {
    pub fn words(self) -> &'static str {
        match self {
            Self::TestNotDone => "Planned test not done",
            Self::ResultNotActedOn => "Result not acted on",
            Self::AssessmentNotDone => "Assessment not done",
            Self::ProcedureNotDone => "Procedure not done",
            Self::TherapyNotDone => "Therapy not done",
            Self::SeniorReviewNotDone => "No senior review",
            Self::NoExpectedDischarge => "No agreed expected date",
            Self::NoDischargeCriteria => "No clinical criteria for discharge",
            Self::CareElsewhere => "Care that needs no acute bed",
            Self::Other => "Another cause",
        }
    }
}

impl fmt::Display for DayColour {
    /// "Red: planned test not done", "Green".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Red(cause) => write!(f, "Red: {}", cause.words().to_lowercase()),
            Self::Green => f.write_str("Green"),
        }
    }
}

/// A day of which nothing was said still counts as red.
impl OfDay for DayRecord {
    fn day(&self) -> NaiveDate {
        self.day
    }
}

pub(crate) fn decide(
    stay: &Stay,
    day: NaiveDate,
    colour: DayColour,
    words: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Event>, Refusal> {
    require_day_of_stay(stay, day, "the day", now)?;
    let words = text::optional(words, "the note on the day", text::REASON)?;
    let already = by_day::on(&stay.days, day).is_some_and(|record| record.colour == colour && record.words == words);
    Ok(if already { vec![] } else { vec![Event::DayRecorded { day, colour, words }] })
}

/// Refuses a day on which the patient was not, or is not yet, here. `what` names it: "the day".
pub(crate) fn require_day_of_stay(stay: &Stay, day: NaiveDate, what: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
    stay.require_in_hospital()?;
    if day > london::date(now) {
        return Err(Refusal::InFuture { what: what.to_owned(), at: london::start_of(day) });
    }
    if day < london::date(stay.admitted_at) {
        return Err(Refusal::BeforeAdmission { what: what.to_owned() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{Actor, Command, Entry, StayId, StayStatus, apply, decide};

    const GREEN: DayColour = DayColour::Green;
    const RED: DayColour = DayColour::Red(RedCause::TestNotDone);

    fn now() -> DateTime<Utc> {
        "2026-03-05T10:30:00Z".parse().expect("an instant")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = StayStatus::InHospital;
        stay.admitted_at = "2026-03-02T23:30:00Z".parse().expect("an instant");
        stay
    }

    fn record(stay: &mut Stay, on: &str, colour: DayColour) -> Result<usize, Refusal> {
        let actor = Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![] };
        let events = decide(stay, &Command::RecordDay { day: day(on), colour, words: String::new() }, &actor, now())?;
        let count = events.len();
        for (event, position) in events.into_iter().zip(stay.position + 1..) {
            apply(stay, &Entry { position, at: now(), by: actor.name.clone(), event });
        }
        Ok(count)
    }

    #[rstest]
    #[case::today("2026-03-05", true)]
    #[case::the_day_of_admission("2026-03-02", true)]
    #[case::the_day_before("2026-03-01", false)]
    #[case::tomorrow("2026-03-06", false)]
    fn a_day_of_the_stay_has_a_colour(#[case] on: &str, #[case] expected: bool) {
        assert_eq!(record(&mut stay(), on, RED).is_ok(), expected);
    }

    #[test]
    fn red_in_the_morning_may_be_green_by_the_huddle() {
        let mut stay = stay();
        assert_eq!(record(&mut stay, "2026-03-05", RED), Ok(1));
        assert_eq!(record(&mut stay, "2026-03-05", RED), Ok(0));
        assert_eq!(record(&mut stay, "2026-03-05", GREEN), Ok(1));
        assert_eq!(record(&mut stay, "2026-03-03", RED), Ok(1));
        assert_eq!(stay.days.iter().map(|record| record.day.to_string()).collect::<Vec<_>>(), ["2026-03-03", "2026-03-05"]);
        assert_eq!(by_day::on(&stay.days, day("2026-03-05")).map(|record| record.colour), Some(GREEN));
        assert_eq!(by_day::on(&stay.days, day("2026-03-04")), None);
    }

    #[test]
    fn a_colour_is_never_said_by_colour_alone() {
        assert_eq!(RED.to_string(), "Red: planned test not done");
        assert_eq!(GREEN.to_string(), "Green");
    }
}
