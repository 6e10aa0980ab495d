//! The weekly review of everybody who has been here for 21 nights and more: what has to happen next, who does it, by when, and
//! what became of the last meeting's actions (`domain.md` 2.4, 6.2.2).
//!
//! A stay has one review a week. A correction is another version of it, and a meeting that was signed off is signed off by
//! another name beside the first: nothing is overwritten.

mod draft;
mod sign_off;
mod week;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use draft::{ActionDraft, Draft, NotWritten, OutcomeDraft, Review, Verdict};
pub use sign_off::{NotSignedOff, SignOff, SignOffDraft};
pub use week::{NotAWeek, PatientOfWeek, ReviewWeek, WardOfWeek, WeekCounts, WeekOfReviews};

use crate::{
    DelayReasonCode, EscalationLevel, Pathway, StayId, WardCode, clinical_time, criteria::CriteriaStatus, expected_discharge,
    report::CensusRow,
};

/// Something that has to happen next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub what: String,
    pub who: String,
    pub by: NaiveDate,
}

/// What became of an action of an earlier meeting. It holds the action as it was agreed: a later correction changes no outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub action: Action,
    pub result: ActionResult,
    pub words: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ActionResult {
    Done,
    NotDone,
}

/// What a meeting says of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// At least one.
    pub actions: Vec<Action>,
    pub escalation: EscalationLevel,
    pub outcomes: Vec<Outcome>,
}

/// One version of what was said of a stay in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayReview {
    pub stay: StayId,
    pub week: ReviewWeek,
    /// 1 for the first.
    pub version: u32,
    pub agreed: Agreed,
    /// As the meeting had it before it.
    pub standing: Standing,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// How a stay stands when it is talked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub on: NaiveDate,
    pub ward: WardCode,
    /// "Cedar Ward, Bay A bed A1".
    pub place: String,
    /// Midnights since the admission.
    pub nights: u32,
    pub criteria: CriteriaStatus,
    pub ready_on: Option<NaiveDate>,
    pub pathway: Option<Pathway>,
    pub expected_discharge: Option<NaiveDate>,
    pub reason: Option<DelayReasonCode>,
    /// The open tasks with owner and age, most pressing first.
    pub tasks: Vec<String>,
}

impl ActionResult {
    pub fn words(self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::NotDone => "Not done",
        }
    }
}

impl Action {
    /// "Care home to assess: Ffion Prosser, by 12-Mar-2026".
    pub fn words(&self) -> String {
        format!("{}: {}, by {}", self.what, self.who, clinical_time::date(self.by))
    }
}

impl Standing {
    /// `on` is the ward's day of the row.
    pub fn of(row: &CensusRow, on: NaiveDate, place: String, tasks: Vec<String>) -> Self {
        Self {
            on,
            ward: row.ward.clone(),
            place,
            nights: row.length_of_stay,
            criteria: row.criteria,
            ready_on: row.ready_on,
            pathway: row.pathway,
            expected_discharge: row.expected_discharge,
            reason: row.reason,
            tasks,
        }
    }

    /// Midnights since the patient was ready; `None` while they need the bed.
    pub fn days_ready(&self) -> Option<u32> {
        u32::try_from((self.on - self.ready_on?).num_days()).ok()
    }

    /// "09-Mar-2026 (EDD+3)", "Not recorded".
    pub fn expected_in_words(&self) -> String {
        let day = clinical_time::date_or_not_recorded(self.expected_discharge);
        match self.expected_discharge.and_then(|expected| expected_discharge::in_words(expected, self.on)) {
            Some(how_far) => format!("{day} ({how_far})"),
            None => day,
        }
    }

    /// "P2 Bed-based rehabilitation", "Not recorded".
    pub fn pathway_in_words(&self) -> String {
        self.pathway.map_or_else(|| "Not recorded".to_owned(), |pathway| format!("{} {}", pathway.short(), pathway.meaning()))
    }

    /// Of a patient who is ready; of another there is none to record.
    pub fn reason_in_words(&self) -> String {
        match self.reason {
            Some(reason) => reason.label().to_owned(),
            None => match self.criteria {
                CriteriaStatus::NotMet => "Not recorded".to_owned(),
                CriteriaStatus::Met => "None: the patient is not ready".to_owned(),
                CriteriaStatus::NotReviewed => "None: the criteria were never reviewed".to_owned(),
            },
        }
    }

    /// "03-Mar-2026, 8 days ago", "11-Mar-2026, today", "Not ready: meets the criteria to reside".
    pub fn ready_in_words(&self) -> String {
        match (self.ready_on, self.days_ready(), self.criteria) {
            (Some(day), Some(0), _) => format!("{}, today", clinical_time::date(day)),
            (Some(day), Some(days), _) => {
                format!("{}, {} ago", clinical_time::date(day), clinical_time::days(i64::from(days)))
            }
            (_, _, CriteriaStatus::NotReviewed) => "Not known: the criteria were never reviewed".to_owned(),
            _ => "Not ready: meets the criteria to reside".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{
        ExclusionRules,
        story::{at, day, ready, stay, ward},
    };

    fn standing(reviews: &[&str]) -> Standing {
        let mut stay = ready(stay("2026-02-09T09:00:00Z"), reviews);
        stay.expected_discharge = Some(day("2026-03-08"));
        let row = CensusRow::of(&stay, &ward(), at("2026-03-11T10:00:00Z"), &ExclusionRules::situation_report()).expect("a row");
        Standing::of(&row, day("2026-03-11"), "Cedar Ward, bed 1".to_owned(), vec![])
    }

    #[test]
    fn a_patient_stands_as_on_the_day_of_the_meeting() {
        let standing = standing(&["n2026-03-03T10:00:00Z"]);
        assert_eq!((standing.nights, standing.days_ready()), (30, Some(8)));
        assert_eq!(standing.expected_in_words(), "08-Mar-2026 (EDD+3)");
        assert_eq!(standing.ready_in_words(), "03-Mar-2026, 8 days ago");
        let today = Standing { ready_on: Some(standing.on), ..standing.clone() };
        assert_eq!(today.ready_in_words(), "11-Mar-2026, today");
        assert_eq!(standing.reason_in_words(), "Not recorded");
        assert_eq!(standing.pathway_in_words(), "Not recorded");
    }

    #[test]
    fn who_needs_the_bed_has_no_reason_of_delay() {
        let standing = standing(&["m2026-03-03T10:00:00Z"]);
        assert_eq!((standing.days_ready(), standing.reason_in_words().as_str()), (None, "None: the patient is not ready"));
        assert_eq!(standing.ready_in_words(), "Not ready: meets the criteria to reside");
    }

    #[test]
    fn of_whom_nothing_was_reviewed_nothing_is_known() {
        let standing = standing(&[]);
        assert_eq!(standing.ready_in_words(), "Not known: the criteria were never reviewed");
        assert_eq!(standing.reason_in_words(), "None: the criteria were never reviewed");
    }

    #[test]
    fn an_action_is_who_does_what_by_when() {
        let action = Action { what: "Care home to assess".to_owned(), who: "Ffion Prosser".to_owned(), by: day("2026-03-12") };
        assert_eq!(action.words(), "Care home to assess: Ffion Prosser, by 12-Mar-2026");
    }
}
