//! What the hospital does, told as stories, on `SQLite` and on `PostgreSQL` alike.

#[path = "stories/accounts.rs"]
mod accounts;
#[path = "stories/beds.rs"]
mod beds;
#[path = "stories/census.rs"]
mod census;
#[path = "stories/commands.rs"]
mod commands;
#[path = "stories/hospital.rs"]
mod hospital;
#[path = "stories/live.rs"]
mod live;
#[path = "stories/log.rs"]
mod log;
#[path = "stories/long_stay_review.rs"]
mod long_stay_review;
#[path = "stories/overview.rs"]
mod overview;
#[path = "stories/permission.rs"]
mod permission;
#[path = "stories/reports.rs"]
mod reports;
#[path = "stories/round.rs"]
mod round;
#[path = "stories/search.rs"]
mod search;
#[path = "stories/sitrep.rs"]
mod sitrep;
#[path = "stories/sums.rs"]
mod sums;
