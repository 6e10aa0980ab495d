//! The hospital itself: its wards and beds, the teams and people, and the kinds of task it uses.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, BedCount, Entry, EscalationTimes, Grant, KindCode, Stay, TaskKind, Team, TeamCode, WardCode, board::BoardRow,
    sentence::Names,
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ward {
    pub code: WardCode,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    /// Of a trust with several hospitals, the one that the ward is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// In the order in which a nurse walks the ward.
    #[serde(default)]
    pub beds: Vec<Bed>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bed {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bay: Option<String>,
    pub name: String,
}

/// What stands behind codes: for names on screens and for choices in forms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directory {
    pub wards: Vec<WardName>,
    pub teams: Vec<Team>,
    pub kinds: Vec<TaskKind>,
    /// The people who can be named as owners, by team.
    pub colleagues: Vec<Colleague>,
    /// How late a task is when it climbs.
    #[serde(default)]
    pub escalation: EscalationTimes,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WardName {
    pub code: WardCode,
    pub name: String,
    /// As of [`Ward`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    pub id: AccountId,
    pub name: String,
    pub team: TeamCode,
}

impl Directory {
    pub fn kind(&self, code: &KindCode) -> Option<&TaskKind> {
        self.kinds.iter().find(|kind| kind.code == *code)
    }
}

impl Names for Directory {
    fn ward(&self, code: &WardCode) -> String {
        self.wards.iter().find(|ward| ward.code == *code).map_or_else(|| code.to_string(), |ward| ward.name.clone())
    }

    fn team(&self, code: &TeamCode) -> String {
        self.teams.iter().find(|team| team.code == *code).map_or_else(|| code.to_string(), |team| team.name.clone())
    }
}

/// Everything a ward's screen starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WardBoard {
    pub ward: Ward,
    /// In no order: the screen sorts by bed.
    pub rows: Vec<BoardRow>,
    /// The last entry of the hospital's log that the rows contain: where the live stream goes on.
    pub sequence: i64,
    /// The server's clock.
    pub now: DateTime<Utc>,
}

/// Everything a screen of many wards starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HospitalBoard {
    /// Those of which it is known who lies in each bed, in the hospital's order.
    pub wards: Vec<Ward>,
    /// In no order.
    pub rows: Vec<BoardRow>,
    /// As of [`WardBoard`].
    pub sequence: i64,
    pub now: DateTime<Utc>,
}

/// Everything a patient's screen starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatientRecord {
    pub stay: Stay,
    /// The stay's log, oldest first.
    pub entries: Vec<Entry>,
    pub sequence: i64,
    pub now: DateTime<Utc>,
}

/// A ward in figures, without who its patients are. Of one that the viewer doesn't see whole, only the patients and the tasks
/// that they see are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WardFigures {
    pub code: WardCode,
    pub name: String,
    pub beds: u32,
    /// Absent where the ward isn't seen whole: a bed of which nothing is known is not a free one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bed_count: Option<BedCount>,
    pub patients: u32,
    /// Patients who do not meet the criteria to reside.
    pub ready: u32,
    /// Patients whose criteria were not reviewed in the last 24 hours.
    pub not_reviewed: u32,
    pub seven_plus: u32,
    pub fourteen_plus: u32,
    pub twenty_one_plus: u32,
    /// Expected to go home today.
    pub going_today: u32,
    /// Open tasks due today and not late yet.
    pub due_today: u32,
    /// Open tasks past their due time.
    pub overdue: u32,
    /// Whether the person who asks may open the ward's board.
    pub may_open: bool,
}

/// An account as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub id: AccountId,
    pub username: String,
    pub name: String,
    pub active: bool,
    pub grants: Vec<Grant>,
    pub last_seen_at: Option<DateTime<Utc>>,
}
