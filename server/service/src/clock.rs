//! The one clock, and the one source of new identities.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use uuid::Uuid;

/// Now, in UTC, cut to the microseconds that `PostgreSQL` keeps.
#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
pub fn now() -> DateTime<Utc> {
    let now = Utc::now();
    now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
}

/// A new `UUIDv7`.
#[expect(clippy::disallowed_methods, reason = "the one place where identities are made")]
pub fn new_id<Id: From<Uuid>>() -> Id {
    Uuid::now_v7().into()
}
