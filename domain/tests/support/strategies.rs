//! Commands as people might send them: mostly sensible, often not.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    AccountId, Actor, AdmissionMethod, AdmittedAs, Command, CriteriaToReside, Criterion, DayColour, Grant, KindCode, NoteNumber,
    Pathway, PathwayStage, Patient, PatientClassification, PatientId, PatientQuestion, PersonName, Place, RedCause, Sex, StayId,
    TaskNumber, Visibility, WaitingFor,
    command::Admission,
    stay::Destination,
    task::{NewTask, Owner},
};
use proptest::{collection, option, prelude::*, sample::select};
use strum::IntoEnumIterator;
use uuid::Uuid;

pub fn now() -> DateTime<Utc> {
    "2026-03-29T10:30:00Z".parse().expect("an instant")
}

pub fn stay_id() -> StayId {
    StayId(Uuid::from_u128(7))
}

pub fn actor() -> Actor {
    let grants = vec![Grant::DischargeCoordinator, Grant::TeamMember("PHA".parse().expect("a code"))];
    Actor { id: AccountId(Uuid::from_u128(1)), name: "Tom Reyes".to_owned(), grants }
}

/// An admission, nearly always, and then anything.
pub fn commands() -> impl Strategy<Value = Vec<Command>> {
    (option::weighted(0.95, admission()), collection::vec(command(), 0..40))
        .prop_map(|(first, rest)| first.into_iter().chain(rest).collect())
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (-60_i64 * 24 * 60..60).prop_map(|minutes| now() + TimeDelta::minutes(minutes))
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (-90_i64..60).prop_map(|days| now().date_naive() + TimeDelta::days(days))
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-zA-Zé </>\u{0}]{1,12}", Just("x".repeat(5_000))]
}

fn task() -> impl Strategy<Value = TaskNumber> {
    (1_u32..8).prop_map(TaskNumber)
}

fn team() -> impl Strategy<Value = domain::TeamCode> {
    select(vec!["WARD", "PHA", "ASC"]).prop_map(|code| code.parse().expect("a code"))
}

fn place() -> impl Strategy<Value = Place> {
    (select(vec!["maple", "oak"]), option::of(words())).prop_map(|(ward, bed)| Place {
        ward: ward.parse().expect("a code"),
        bay: None,
        bed,
    })
}

fn patient() -> impl Strategy<Value = Patient> {
    (words(), option::of(day())).prop_map(|(family, born)| Patient {
        id: PatientId(Uuid::from_u128(3)),
        name: PersonName::new(&family, "Robin", ""),
        nhs_number: None,
        hospital_number: None,
        born,
        sex: Sex::NotKnown,
    })
}

fn admitted_as() -> impl Strategy<Value = AdmittedAs> {
    let classification = option::of(select(PatientClassification::iter().collect::<Vec<_>>()));
    let method = option::of(select(AdmissionMethod::iter().collect::<Vec<_>>()));
    (classification, method).prop_map(|(classification, method)| AdmittedAs { classification, method })
}

fn admission() -> impl Strategy<Value = Command> {
    let parts = (patient(), place(), instant(), option::of(day()), admitted_as());
    parts.prop_map(|(patient, place, admitted_at, expected_discharge, admitted_as)| {
        let (consultant, specialty, local_authority) = (None, None, None);
        Command::AdmitPatient(Box::new(Admission {
            patient,
            place,
            admitted_at,
            consultant,
            specialty,
            local_authority,
            expected_discharge,
            admitted_as,
        }))
    })
}

/// One of every pathway's, one of each alone, and one's own words.
fn kind() -> impl Strategy<Value = Option<KindCode>> {
    select(vec!["T06", "T14", "T17", "T20", "T22", ""]).prop_map(|code| code.parse().ok())
}

fn new_task() -> impl Strategy<Value = Command> {
    (task(), kind(), words(), team(), option::of(instant()), collection::btree_set(task(), 0..2)).prop_map(
        |(number, kind, title, owner_team, due, after)| {
            Command::AddTask(Box::new(NewTask {
                number,
                kind,
                title: format!("Task {title}"),
                owner_team,
                due,
                blocking: true,
                after,
            }))
        },
    )
}

fn found() -> impl Strategy<Value = CriteriaToReside> {
    prop_oneof![
        Just(CriteriaToReside::NotMet),
        Just(CriteriaToReside::Met(vec![])),
        Just(CriteriaToReside::Met(vec![Criterion::News2AboveThree])),
    ]
}

/// So few that one is met again.
fn reviewed_at() -> impl Strategy<Value = DateTime<Utc>> {
    (-4_i64..=0).prop_map(|days| now() + TimeDelta::days(days))
}

fn question() -> impl Strategy<Value = PatientQuestion> {
    select(vec![PatientQuestion::WhatIsWrong, PatientQuestion::WhatHappensNext, PatientQuestion::WhatIsNeeded])
}

fn colour() -> impl Strategy<Value = DayColour> {
    select(vec![DayColour::Green, DayColour::Red(RedCause::TherapyNotDone), DayColour::Red(RedCause::Other)])
}

fn stage() -> impl Strategy<Value = PathwayStage> {
    select(vec![PathwayStage::Proposed, PathwayStage::Agreed, PathwayStage::Actual])
}

pub fn pathway() -> impl Strategy<Value = Pathway> {
    select(vec![Pathway::P0, Pathway::P1, Pathway::P2, Pathway::P3])
}

fn note() -> impl Strategy<Value = NoteNumber> {
    (1_u32..4).prop_map(NoteNumber)
}

pub fn command() -> impl Strategy<Value = Command> {
    prop_oneof![about_the_stay(), about_a_task(), about_a_task(), new_task()]
}

fn about_the_stay() -> impl Strategy<Value = Command> {
    prop_oneof![
        admission(),
        patient().prop_map(|patient| Command::CorrectIdentity(Box::new(patient))),
        place().prop_map(|to| Command::MoveBed { to }),
        words().prop_map(|name| Command::SetConsultant { name }),
        words().prop_map(|name| Command::SetSpecialty { name }),
        words().prop_map(|name| Command::SetLocalAuthority { name }),
        admitted_as().prop_map(|admitted_as| Command::SetAdmittedAs { admitted_as }),
        option::of(day()).prop_map(|day| Command::SetExpectedDischarge { day }),
        (stage(), option::of(pathway())).prop_map(|(stage, pathway)| Command::SetPathway { stage, pathway }),
        words().prop_map(|words| Command::SetWhatMatters { words }),
        (question(), words()).prop_map(|(question, words)| Command::AnswerQuestion { question, words }),
        (day(), colour(), words()).prop_map(|(day, colour, words)| Command::RecordDay { day, colour, words }),
        (day(), select(vec!["H5", "I2", "C2"])).prop_map(|(day, reason)| {
            Command::ConfirmDelayReason { day, reason: reason.parse().expect("a code"), suggested: None }
        }),
        (found(), reviewed_at()).prop_map(|(found, reviewed_at)| Command::ReviewCriteria { found, reviewed_at }),
        (found(), reviewed_at()).prop_map(|(found, reviewed_at)| Command::ReviewCriteria { found, reviewed_at }),
        (found(), reviewed_at()).prop_map(|(found, reviewed_at)| Command::WithdrawReview { found, reviewed_at }),
        instant().prop_map(|at| Command::DischargePatient { at, to: Destination::HomeWithSupport }),
        Just(Command::CancelDischarge),
        (0..20, words()).prop_filter_map("rarely", |(chance, reason)| (chance == 0).then_some(Command::VoidStay { reason })),
        (note(), words()).prop_map(|(note, text)| Command::AddNote { note, text, visibility: Visibility::Internal }),
        note().prop_map(|note| Command::WithdrawNote { note }),
        note().prop_map(|note| Command::RestoreNote { note }),
    ]
}

fn about_a_task() -> impl Strategy<Value = Command> {
    prop_oneof![
        task().prop_map(|task| Command::RequestTask { task }),
        task().prop_map(|task| Command::AcceptTask { task }),
        task().prop_map(|task| Command::StartTask { task }),
        (task(), words()).prop_map(|(task, on)| Command::WaitForTask { task, on, waiting_for: WaitingFor::Availability }),
        task().prop_map(|task| Command::CompleteTask { task }),
        (task(), words()).prop_map(|(task, reason)| Command::MarkTaskNotNeeded { task, reason }),
        (task(), words()).prop_map(|(task, reason)| Command::CancelTask { task, reason }),
        task().prop_map(|task| Command::ReopenTask { task }),
        (task(), team(), any::<bool>()).prop_map(|(task, team, named)| {
            let owner = named.then(|| Owner { id: AccountId(Uuid::from_u128(1)), name: "Tom Reyes".to_owned() });
            Command::AssignTask { task, team, owner }
        }),
        (task(), option::of(instant())).prop_map(|(task, due)| Command::SetTaskDue { task, due }),
        (task(), any::<bool>()).prop_map(|(task, blocking)| Command::SetTaskBlocking { task, blocking }),
        (task(), collection::btree_set(task(), 0..3))
            .prop_map(|(task, after): (_, BTreeSet<_>)| Command::LinkTask { task, after }),
    ]
}
