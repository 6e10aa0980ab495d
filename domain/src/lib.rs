//! The words and rules of discharge from an English acute hospital.
//!
//! A person asks for something with a [`Command`]; [`decide()`] answers with the [`Event`]s that follow, or with the
//! [`Refusal`] that says why not; [`apply()`] turns a [`Stay`] into what it is after an event. All of it is pure: no clock,
//! no database, no network. Time, numbers and names come in as arguments, so the server and the tablet run the same rules.

pub mod actor;
mod apply;
pub mod board;
pub mod catalogue;
pub mod clinical_time;
pub mod command;
pub mod criteria;
mod decide;
pub mod delay_reason;
pub mod demographics;
pub mod due;
pub mod envelope;
pub mod event;
pub mod expected_discharge;
pub mod field;
pub mod filter;
pub mod hospital;
pub mod hospital_number;
pub mod id;
pub mod length_of_stay;
pub mod list;
pub mod live;
pub mod london;
pub mod nhs_number;
pub mod note;
pub mod overview;
pub mod pathway;
pub mod permission;
pub mod person_name;
pub mod place;
pub mod problem;
pub mod question;
pub mod queue;
pub mod red_green;
pub mod refusal;
pub mod round;
pub mod sentence;
pub mod stay;
pub mod task;
pub mod team;
pub mod text;
mod undo;

pub use actor::{Actor, Grant, Role};
pub use apply::apply;
pub use catalogue::{KindCode, TaskKind};
pub use command::Command;
pub use criteria::{CriteriaReview, CriteriaToReside, Criterion};
pub use decide::decide;
pub use delay_reason::DelayReasonCode;
pub use demographics::{Patient, Sex};
pub use envelope::{Conflict, Envelope, Outcome, Receipt, Seen, receive};
pub use event::{Entry, Event, EventKind};
pub use field::Field;
pub use filter::{Condition, Filter};
pub use hospital::{Account, Bed, Directory, HospitalBoard, PatientRecord, Ward, WardBoard, WardFigures};
pub use hospital_number::HospitalNumber;
pub use id::{AccountId, MutationId, PatientId, StayId};
pub use live::Frame;
pub use nhs_number::NhsNumber;
pub use note::{Note, NoteNumber, Visibility};
pub use pathway::{Pathway, PathwayStage};
pub use person_name::PersonName;
pub use place::{Place, WardCode};
pub use problem::Problem;
pub use question::PatientQuestion;
pub use red_green::{DayColour, RedCause};
pub use refusal::Refusal;
pub use stay::{Stay, StayStatus};
pub use task::{Task, TaskNumber, TaskState, WaitingFor};
pub use team::{Team, TeamCode};
pub use undo::undo;
