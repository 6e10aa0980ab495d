//! Why not: the reasons a command is refused, each a sentence for the person who asked.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::clinical_time;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    #[error("This patient has not been admitted.")]
    NotAdmitted,
    #[error("This patient is already admitted.")]
    AlreadyAdmitted,
    #[error("This patient was discharged at {}.", clinical_time::date_time(*at))]
    AlreadyDischarged { at: DateTime<Utc> },
    #[error("This stay was recorded by mistake and has been taken back.")]
    StayVoided,
    #[error("That is another patient.")]
    AnotherPatient,
    #[error("Another patient has that hospital number.")]
    HospitalNumberTaken,
    #[error("The date of birth is after the admission.")]
    BornAfterAdmission,
    #[error("{} lies in the future ({}).", capitalised(what), clinical_time::date_time(*at))]
    InFuture { what: String, at: DateTime<Utc> },
    #[error("{} would be before the admission.", capitalised(what))]
    BeforeAdmission { what: String },
    #[error("There is no such task for this patient.")]
    NoSuchTask,
    #[error("Another task already has that number.")]
    TaskNumberTaken,
    #[error("The task is \u{201c}{state}\u{201d} since {}, by {by}.", clinical_time::date_time(*at))]
    TaskIs { state: String, by: String, at: DateTime<Utc> },
    #[error("These tasks would wait for each other in a circle.")]
    TasksInACircle,
    #[error("Only the review that was made last can be withdrawn.")]
    NotTheLastReview,
    #[error("There is no such note for this patient.")]
    NoSuchNote,
    #[error("Another note already has that number.")]
    NoteNumberTaken,
    #[error("Please give {what}.")]
    TextMissing { what: String },
    #[error("{} is {length} characters long; {limit} is the most.", capitalised(what))]
    TextTooLong { what: String, limit: usize, length: usize },
    #[error("There is no ward called {ward}.")]
    NoSuchWard { ward: String },
    #[error("There is no team called {team}.")]
    NoSuchTeam { team: String },
    #[error("There is no kind of task called {kind}.")]
    NoSuchKind { kind: String },
    #[error("{number} is a test number; this hospital takes no test patients.")]
    TestNumber { number: String },
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
