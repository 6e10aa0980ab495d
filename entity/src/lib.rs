//! The rows: one file a table, typed columns, nothing decided here.
//!
//! What every table keeps to, on `SQLite` and `PostgreSQL` alike:
//!
//! * an instant is UTC, cut to whole microseconds and bound from Rust, since `SQLite` sorts instants as text;
//! * an enum is the text that the table's CHECK lists;
//! * JSON that is only carried is text, kept verbatim;
//! * `service` turns rows into `domain` values and back; nothing else reads these types.

pub mod account;
pub mod account_role;
pub mod admin_event;
pub mod bed;
pub mod census;
pub mod census_row;
pub mod census_rules;
pub mod census_sums;
pub mod chart_decision;
pub mod delay_reason;
pub mod discharge_day;
pub mod event;
pub mod import_run;
pub mod log_head;
pub mod long_stay_review;
pub mod long_stay_sign_off;
pub mod note;
pub mod patient;
pub mod receipt;
pub mod red_green_day;
pub mod residence_review;
pub mod session;
pub mod situation_report;
pub mod stay;
pub mod task;
pub mod task_dependency;
pub mod task_kind;
pub mod team;
pub mod view;
pub mod ward;
