//! What the rounds said besides the criteria: red and green days, why a patient who is ready is still here, and the answers
//! to the patient's questions.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::{Actor, Command, DayColour, DelayReasonCode, Pathway, PatientQuestion, RedCause, WardCode};

use super::{
    calendar,
    chance::Chance,
    outlook::{Outlook, Stage},
    staff::Staff,
    story::Telling,
    words,
};

const CAUSES: [(u32, RedCause); 8] = [
    (22, RedCause::TestNotDone),
    (18, RedCause::ResultNotActedOn),
    (16, RedCause::TherapyNotDone),
    (14, RedCause::AssessmentNotDone),
    (12, RedCause::SeniorReviewNotDone),
    (8, RedCause::ProcedureNotDone),
    (5, RedCause::NoDischargeCriteria),
    (5, RedCause::NoExpectedDischarge),
];

/// The reasons by how common they are on each pathway.
fn reasons(pathway: Pathway) -> &'static [(u32, &'static str)] {
    match pathway {
        Pathway::P0 => &[(34, "H5"), (22, "H3"), (16, "H6"), (10, "H2"), (8, "W4"), (6, "H1"), (4, "C11")],
        Pathway::P1 => &[(24, "C2"), (18, "I2"), (17, "C1"), (13, "I1"), (12, "X1"), (9, "C8"), (7, "X3")],
        Pathway::P2 => &[(48, "C4"), (28, "I4"), (14, "X1"), (10, "X2")],
        Pathway::P3 => &[(30, "C5"), (26, "I5"), (18, "I8"), (14, "X3"), (12, "W3")],
    }
}

/// A reason that keeps patients of this pathway here.
pub(super) fn reason(pathway: Pathway, chance: &mut Chance) -> Option<DelayReasonCode> {
    chance.weighted(reasons(pathway)).parse().ok()
}

pub(super) fn tell(telling: &mut Telling, outlook: &Outlook, ward: &WardCode, staff: &Staff, chance: &mut Chance) {
    let nurse = staff.nurse(ward, chance);
    let pathway = outlook.pathway.unwrap_or(Pathway::P0);
    let mut why = reason(pathway, chance);
    for day in outlook.admitted_on().iter_days().skip(1).take_while(|day| *day <= outlook.today()) {
        let ready = matches!(outlook.stage, Stage::ReadySince(since) if day >= since);
        call(telling, day, ready, &nurse, chance);
        if ready {
            if chance.percent(12) {
                why = reason(pathway, chance);
            }
            delay(telling, day, why, &nurse, chance);
        }
    }
    answer(telling, outlook, &nurse, chance);
}

/// Not every round says it; a day on which the patient only waits is seldom green.
fn call(telling: &mut Telling, day: NaiveDate, ready: bool, nurse: &Arc<Actor>, chance: &mut Chance) {
    if chance.percent(30) {
        return;
    }
    let colour = match (chance.percent(if ready { 8 } else { 68 }), ready) {
        (true, _) => DayColour::Green,
        (false, true) => DayColour::Red(RedCause::CareElsewhere),
        (false, false) => DayColour::Red(chance.weighted(&CAUSES)),
    };
    let at = calendar::round_on(day, chance);
    telling.say(at, nurse, Command::RecordDay { day, colour, words: String::new() });
}

/// The board's suggestion is mostly taken.
pub(super) fn delay(
    telling: &mut Telling,
    day: NaiveDate,
    reason: Option<DelayReasonCode>,
    by: &Arc<Actor>,
    chance: &mut Chance,
) {
    let Some(reason) = reason else { return };
    let suggested = chance.percent(80).then_some(reason);
    telling.say(calendar::round_on(day, chance), by, Command::ConfirmDelayReason { day, reason, suggested });
}

fn answer(telling: &mut Telling, outlook: &Outlook, nurse: &Arc<Actor>, chance: &mut Chance) {
    if outlook.days == 0 || !chance.percent(45) {
        return;
    }
    let at = outlook.admitted_at + chance.minutes(200, 1_400);
    let answers = [
        (PatientQuestion::WhatIsWrong, words::what_is_wrong(chance)),
        (PatientQuestion::WhatHappensNext, words::what_happens_next(chance)),
        (PatientQuestion::WhatIsNeeded, words::what_is_needed(chance)),
    ];
    for (question, answer) in answers {
        telling.say(at, nurse, Command::AnswerQuestion { question, words: answer.to_owned() });
    }
}
