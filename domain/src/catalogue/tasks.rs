//! The 45 kinds of `domain.md` 2.5. Due rules are starting values, except T01 (14 hours, SAFER).
//!
//! Clinical teams and the pharmacy count by the clock. The hub, councils, community services and funding panels can only be
//! reached in working hours: their 4 hours are working hours, a day of theirs is one working day of ten hours, two are
//! twenty, and their "same day" is a working day. What is urgent or national by nature stays by the clock: CHC Fast Track, safeguarding, repatriation.

use chrono::NaiveTime;

use super::{TaskKind, templates};
use crate::{
    Pathway::{self, P0, P1, P2, P3},
    due::DueRule,
};

const ALL: &[Pathway] = &[P0, P1, P2, P3];
const HUB: &[Pathway] = &[P1, P2, P3];
const P01: &[Pathway] = &[P0, P1];
const P13: &[Pathway] = &[P1, P3];

/// One line of the table: code, title, short title, owner, due, pathways, after, delay reasons.
type Line = (&'static str, &'static str, &'static str, &'static str, DueRule, &'static [Pathway], &'static str, &'static str);

/// Tasks that go along with leaving but for which nobody would keep a patient in a bed.
const NOT_BLOCKING: [&str; 4] = ["T01", "T41", "T44", "T45"];

const fn hours(hours: u16) -> DueRule {
    DueRule::HoursFromAdding(hours)
}

const fn working_hours(hours: u16) -> DueRule {
    DueRule::WorkingHoursFromAdding(hours)
}

const fn clock(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

const fn same_day(hour: u32) -> DueRule {
    DueRule::SameDayAt(clock(hour))
}

const fn same_working_day(hour: u32) -> DueRule {
    DueRule::SameWorkingDayAt(clock(hour))
}

const fn before_edd(days: u8, hour: u32) -> DueRule {
    DueRule::BeforeExpectedDischarge { days, at: clock(hour) }
}

#[rustfmt::skip]
const LINES: [Line; 45] = [
    ("T01", "Set expected date and clinical criteria for discharge", "EDD and criteria", "MED", DueRule::HoursFromAdmission(14), ALL, "", "H3"),
    ("T02", "Medical review of need for supported discharge", "Medical review", "MED", same_day(17), HUB, "", "H1"),
    ("T03", "Formal decision to discharge, results reviewed", "Decision to discharge", "MED", before_edd(0, 12), ALL, "", "H3"),
    ("T04", "Discharge summary written", "Discharge summary", "MED", before_edd(1, 12), ALL, "T03", "H5"),
    ("T05", "TTO prescribed", "TTO prescribed", "MED", before_edd(1, 15), ALL, "T04", "H5"),
    ("T06", "TTO screened and dispensed", "TTO dispensed", "PHA", hours(2), ALL, "T05", "H5"),
    ("T07", "TTO checked and explained to patient", "TTO explained", "WARD", before_edd(0, 15), ALL, "T06", "H5"),
    ("T08", "Occupational therapy review", "OT review", "THER", hours(24), ALL, "", "H2"),
    ("T09", "Physiotherapy review, stairs included", "Physio review", "THER", hours(24), ALL, "", "H2"),
    ("T10", "Speech and language or dietetic plan", "SLT or diet plan", "THER", hours(48), ALL, "", "H2"),
    ("T11", "Home visit or home hazards form", "Home visit", "THER", hours(48), &[P1], "T08", "W1 C9"),
    ("T12", "Referral to care transfer hub", "Hub referral", "WARD", same_day(17), HUB, "T02 T08", "H4"),
    ("T13", "Hub triage: immediate care needs and pathway confirmed", "Hub triage", "TOCH", working_hours(4), HUB, "T12", "X1"),
    ("T14", "Onward referral made by hub", "Onward referral", "TOCH", same_working_day(17), HUB, "T13", "X2"),
    ("T15", "Funding eligibility confirmed", "Funding confirmed", "TOCH", working_hours(10), HUB, "T13", "X3"),
    ("T16", "Restart existing care package", "Restart package", "ASC", same_working_day(17), &[P0], "", "C11"),
    ("T17", "Home-based rehabilitation or reablement slot", "Reablement slot", "COMM", working_hours(20), &[P1], "T14", "I1 C1"),
    ("T18", "Home social care package brokered", "Care package", "ASC", working_hours(20), &[P1], "T14", "I2 C2"),
    ("T19", "Home community health arranged", "Community nursing", "COMM", working_hours(10), &[P1], "T14", "I3 C3"),
    ("T20", "Community bed requested, accepted and dated", "Community bed", "COMM", working_hours(20), &[P2], "T14", "I4 C4"),
    ("T21", "Care home assessment by provider", "Care home assessment", "CARE", working_hours(10), &[P3], "T14", "I5 I9"),
    ("T22", "Care home place, funding and date agreed", "Care home place", "ASC", working_hours(30), &[P3], "T21 T15", "I5 C5"),
    ("T23", "Patient and family choice discussion", "Choice discussion", "TOCH", hours(168), HUB, "T13", "I8"),
    ("T24", "Self-funder support", "Self-funder support", "ASC", working_hours(30), P13, "T13", "I7"),
    ("T25", "Equipment ordered, delivered and demonstrated", "Equipment", "EQUIP", working_hours(10), HUB, "T08", "C8"),
    ("T26", "Housing adaptation, deep clean, key safe or heating", "Home made ready", "HOUS", DueRule::ByCase, P13, "T11", "C9 W1"),
    ("T27", "Homelessness: duty to refer", "Duty to refer", "TOCH", same_working_day(17), P01, "", "I10 C10"),
    ("T28", "No recourse to public funds route", "No recourse route", "ASC", working_hours(10), P01, "T27", "I11"),
    ("T29", "Mental capacity assessment", "Capacity assessment", "MED", hours(24), HUB, "", "W3"),
    ("T30", "Best-interests meeting, IMCA, DoLS or Court of Protection", "Best interests", "ASC", DueRule::ByCase, HUB, "T29", "W3"),
    ("T31", "Safeguarding concern resolved or plan agreed", "Safeguarding plan", "SAFE", hours(24), ALL, "", "W2"),
    ("T32", "Patient and family told of the date", "Family told of date", "WARD", before_edd(1, 17), ALL, "", "W4"),
    ("T33", "CHC checklist", "CHC checklist", "TOCH", working_hours(20), HUB, "T13", "X3"),
    ("T34", "CHC Fast Track tool and package", "CHC Fast Track", "PALL", hours(48), P13, "", "I6 C6"),
    ("T35", "ReSPECT or DNACPR form goes with patient", "ReSPECT form", "MED", before_edd(1, 15), ALL, "", "H5"),
    ("T36", "Transport booked", "Transport", "PTS", before_edd(1, 15), ALL, "", "H6"),
    ("T37", "Infection status for receiving setting", "Infection status", "IPC", hours(24), &[P2, P3], "", "H7"),
    ("T38", "Mental health bed or liaison plan", "Mental health plan", "MH", hours(24), &[P2], "", "C7"),
    ("T39", "Repatriation or specialist transfer", "Repatriation", "ACUTE", hours(24), ALL, "", "I12"),
    ("T40", "Out-of-area arrangements", "Out of area", "TOCH", working_hours(20), HUB, "T14", "I12"),
    ("T41", "Voluntary sector: settle at home, shopping, befriending", "Settle at home", "VCSE", before_edd(0, 12), P01, "", ""),
    ("T42", "Follow-up: outpatient, GP bloods or virtual ward", "Follow-up", "WARD", before_edd(0, 12), ALL, "T04", "H5"),
    ("T43", "Property, clothes, keys, food, dressings; lines out", "Property and lines", "WARD", before_edd(0, 10), ALL, "", ""),
    ("T44", "Transfer to discharge lounge", "Discharge lounge", "WARD", before_edd(0, 11), P01, "T03", "H6"),
    ("T45", "Post-discharge call", "Follow-up call", "VCSE", hours(72), P01, "", ""),
];

/// The kinds that a new hospital starts with.
pub fn standard_tasks() -> Vec<TaskKind> {
    LINES.iter().filter_map(kind).collect()
}

fn kind(&(code, title, short, owner, due, pathways, after, reasons): &Line) -> Option<TaskKind> {
    Some(TaskKind {
        code: code.parse().ok()?,
        title: title.to_owned(),
        short: short.to_owned(),
        owner_team: owner.parse().ok()?,
        due,
        pathways: pathways.to_vec(),
        proposed_on: templates::proposed_on(code),
        after: after.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
        delay_reasons: reasons.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
        blocking: !NOT_BLOCKING.contains(&code),
    })
}
