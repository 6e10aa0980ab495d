//! What travels on the live stream: one frame an entry of the log, for those who may see it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Entry, StayId, WardCode, board::BoardRow};

/// A message of `GET /live`. Its number in the stream is the entry's sequence in the hospital's log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// Something happened to a patient on the screen: [`crate::apply()`] it to the row.
    Entry { stay: StayId, ward: WardCode, entry: Entry },
    /// A row as it is now: of a patient who arrived, or whom the viewer sees only in part.
    Row { row: Box<BoardRow> },
    /// The patient left the viewer's wards; `entry` says how, where the viewer may know.
    Gone {
        stay: StayId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<Entry>,
    },
    /// Too much has happened since the last number: load the board again.
    Reload,
    /// The viewer's role has changed: what the page was made for no longer holds, nor does who is shown on it.
    NewRole,
    /// The page is of another build than the server: load it anew when nobody is at it.
    NewBuild,
    /// Sent every two seconds, so that a lost connection is noticed and clocks agree.
    Beat { now: DateTime<Utc>, sequence: i64 },
}
