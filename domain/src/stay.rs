//! A stay: one patient's time in the hospital, from admission to discharge, with everything that is still to be done.

pub(crate) mod admit;
pub(crate) mod correct;
pub(crate) mod discharge;
pub(crate) mod move_bed;
pub(crate) mod plan;
pub(crate) mod review;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use discharge::Destination;
pub use review::LatestReview;

use crate::{
    AdmittedAs, CriteriaReview, Field, Note, NoteNumber, Patient, PatientId, PersonName, Place, Refusal, Sex, StayId, Task,
    TaskNumber, WardCode, clinical_time, criteria, delay_reason::DelayRecord, length_of_stay, london, pathway::Pathways,
    question::Answers, red_green::DayRecord,
};

/// The state of a stay after the entries of its log up to `position`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub id: StayId,
    /// How many entries the stay's log has; the next one is `position + 1`.
    pub position: u32,
    pub patient: Patient,
    pub place: Place,
    pub admitted_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultant: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    /// The council that answers for the patient's social care, which is that of where they live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_authority: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_discharge: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "AdmittedAs::is_unknown")]
    pub admitted_as: AdmittedAs,
    #[serde(default, skip_serializing_if = "Pathways::is_empty")]
    pub pathways: Pathways,
    /// In the order of their times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<CriteriaReview>,
    /// The only review that can be withdrawn; `None` where it has been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest_review: Option<LatestReview>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what_matters: Option<String>,
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// Red and green days, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayRecord>,
    /// The primary reason of delay of each day for which one was confirmed, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delays: Vec<DelayRecord>,
    /// In the order of their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    #[serde(default, skip_serializing_if = "StayStatus::is_in_hospital")]
    pub status: StayStatus,
    /// The position of the entry that last changed a field. A field that stands as it was first recorded is absent: 0.
    /// What the server compares with what a person had seen; a row of the board does without.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub versions: BTreeMap<Field, u32>,
}

/// Whether the patient is here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StayStatus {
    /// Nothing has been recorded yet.
    BeforeAdmission,
    #[default]
    InHospital,
    Discharged {
        at: DateTime<Utc>,
        to: Destination,
    },
    /// Recorded by mistake. Kept, and never counted.
    Voided {
        reason: String,
        at: DateTime<Utc>,
    },
}

impl StayStatus {
    pub fn words(&self) -> String {
        match self {
            Self::BeforeAdmission => "Not yet admitted".to_owned(),
            Self::InHospital => "In hospital".to_owned(),
            Self::Discharged { at, .. } => format!("Discharged {}", clinical_time::date_time(*at)),
            Self::Voided { .. } => "Recorded by mistake".to_owned(),
        }
    }

    /// When the patient died here.
    pub fn died_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Discharged { at, to: Destination::Died } => Some(*at),
            _ => None,
        }
    }

    fn is_in_hospital(&self) -> bool {
        *self == Self::InHospital
    }
}

impl Stay {
    /// A stay of which nothing is known yet: replaying its log onto this gives the stay.
    pub fn before_admission(id: StayId) -> Self {
        Self {
            id,
            position: 0,
            patient: Patient {
                id: PatientId(Uuid::nil()),
                name: PersonName::default(),
                nhs_number: None,
                hospital_number: None,
                born: None,
                sex: Sex::NotKnown,
            },
            place: Place { ward: WardCode::nowhere(), bay: None, bed: None },
            admitted_at: DateTime::UNIX_EPOCH,
            consultant: None,
            specialty: None,
            local_authority: None,
            expected_discharge: None,
            admitted_as: AdmittedAs::default(),
            pathways: Pathways::default(),
            reviews: Vec::new(),
            latest_review: None,
            what_matters: None,
            answers: Answers::new(),
            days: Vec::new(),
            delays: Vec::new(),
            tasks: Vec::new(),
            notes: Vec::new(),
            status: StayStatus::BeforeAdmission,
            versions: BTreeMap::new(),
        }
    }

    pub fn task(&self, number: TaskNumber) -> Option<&Task> {
        self.tasks.binary_search_by_key(&number, |task| task.number).ok().map(|index| &self.tasks[index])
    }

    pub fn note(&self, number: NoteNumber) -> Option<&Note> {
        self.notes.iter().find(|note| note.number == number)
    }

    /// What is to be done now: neither finished nor parked.
    pub fn open_tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| task.is_open())
    }

    /// What waits until the patient no longer meets the criteria to reside again.
    pub fn parked_tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| task.is_parked())
    }

    /// The task numbers from 1 up are handed out by the server; a device that works alone draws one above
    /// [`TaskNumber::DRAWN_FROM`].
    pub fn next_task_number(&self) -> TaskNumber {
        let highest = self.tasks.iter().map(|task| task.number).filter(|number| *number < TaskNumber::DRAWN_FROM).max();
        TaskNumber(highest.map_or(1, |number| number.0 + 1))
    }

    /// As [`Self::next_task_number`], for notes.
    pub fn next_note_number(&self) -> NoteNumber {
        let highest = self.notes.iter().map(|note| note.number.0).filter(|number| *number < TaskNumber::DRAWN_FROM.0).max();
        NoteNumber(highest.map_or(1, |number| number + 1))
    }

    pub fn version(&self, field: Field) -> u32 {
        self.versions.get(&field).copied().unwrap_or(0)
    }

    /// Midnights so far, or in all where the patient has left.
    pub fn days_in_hospital(&self, now: DateTime<Utc>) -> u32 {
        match self.status {
            StayStatus::Discharged { at, .. } => length_of_stay::completed(self.admitted_at, at).unwrap_or(0),
            _ => length_of_stay::so_far(self.admitted_at, london::date(now)),
        }
    }

    pub fn discharge_ready_date(&self) -> Option<NaiveDate> {
        criteria::discharge_ready_date(&self.reviews)
    }

    pub fn criteria_status(&self) -> criteria::CriteriaStatus {
        criteria::status(&self.reviews)
    }

    /// Midnights since the patient was ready to leave; `None` while they need the bed.
    pub fn days_since_ready(&self, now: DateTime<Utc>) -> Option<u32> {
        u32::try_from((london::date(now) - self.discharge_ready_date()?).num_days()).ok()
    }

    /// "ready today", "ready 5 days"; `None` while they need the bed.
    pub fn ready_in_words(&self, now: DateTime<Utc>) -> Option<String> {
        Some(match self.days_since_ready(now)? {
            0 => "ready today".to_owned(),
            days => format!("ready {}", clinical_time::days(days.into())),
        })
    }

    /// Refuses where the patient is not, or no longer, here.
    pub(crate) fn require_in_hospital(&self) -> Result<(), Refusal> {
        match &self.status {
            StayStatus::Discharged { at, .. } => Err(Refusal::AlreadyDischarged { at: *at }),
            _ => self.require_admitted(),
        }
    }

    /// Refuses where there is no stay to write about: work goes on after a discharge, but not on a mistake.
    pub(crate) fn require_admitted(&self) -> Result<(), Refusal> {
        match &self.status {
            StayStatus::BeforeAdmission => Err(Refusal::NotAdmitted),
            StayStatus::Voided { .. } => Err(Refusal::StayVoided),
            StayStatus::InHospital | StayStatus::Discharged { .. } => Ok(()),
        }
    }

    pub(crate) fn require_task(&self, number: TaskNumber) -> Result<&Task, Refusal> {
        self.require_admitted()?;
        self.task(number).ok_or(Refusal::NoSuchTask)
    }
}
