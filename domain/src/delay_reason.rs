//! Why a patient who is ready is still here: the 37 national reasons in force since 27 May 2024 (`domain.md` 3.3).

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Event, Refusal, Stay, Task, TaskKind, TaskNumber, TaskState, WaitingFor,
    by_day::{self, OfDay},
    red_green::require_day_of_stay,
    task::order::Order,
};

/// The edition of [`REASONS`], kept beside every code: the list changes.
pub const LIST_VERSION: &str = "2024-05-27";

/// The five families of the national list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    HospitalProcess,
    WellbeingConcerns,
    CareTransferHubProcess,
    InterfaceProcess,
    Capacity,
}

/// One reason: its stable key, such as `H5`, its exact national label, and the few words that fit a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DelayReason {
    pub code: DelayReasonCode,
    pub label: &'static str,
    pub short: &'static str,
}

/// The primary reason of one day: what was chosen, and what the board had suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelayRecord {
    pub day: NaiveDate,
    pub reason: DelayReasonCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<DelayReasonCode>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    pub at: DateTime<Utc>,
}

/// A key of [`REASONS`]: `H1`…`H7`, `W1`…`W4`, `X1`…`X3`, `I1`…`I12`, `C1`…`C11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DelayReasonCode(Letter, u8);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Letter {
    H,
    W,
    X,
    I,
    C,
}

/// Why a text is no delay reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is none of the 37 national reasons, such as H5")]
pub struct NotADelayReason;

impl OfDay for DelayRecord {
    fn day(&self) -> NaiveDate {
        self.day
    }
}

impl DelayReasonCode {
    pub fn family(self) -> Family {
        match self.0 {
            Letter::H => Family::HospitalProcess,
            Letter::W => Family::WellbeingConcerns,
            Letter::X => Family::CareTransferHubProcess,
            Letter::I => Family::InterfaceProcess,
            Letter::C => Family::Capacity,
        }
    }

    pub fn label(self) -> &'static str {
        self.listed().map_or("", |reason| reason.label)
    }

    /// "Medicines or letter", for a cell of the board.
    pub fn short(self) -> &'static str {
        self.listed().map_or("", |reason| reason.short)
    }

    fn listed(self) -> Option<&'static DelayReason> {
        REASONS.iter().find(|reason| reason.code == self)
    }
}

impl Family {
    /// The national heading.
    pub fn words(self) -> &'static str {
        match self {
            Self::HospitalProcess => "Hospital process",
            Self::WellbeingConcerns => "Wellbeing concerns",
            Self::CareTransferHubProcess => "Care transfer hub process",
            Self::InterfaceProcess => "Interface process",
            Self::Capacity => "Capacity",
        }
    }
}

/// The reason that the open tasks point to (`domain.md` 2.5, last column): that of the oldest task at the beginning of the
/// longest way home, or else of another that waits for none. Of a kind's pair, being arranged is the first, arranged and not
/// yet available the last.
///
/// `None` where no open task stands for a national reason.
pub fn suggest(stay: &Stay, kinds: &[TaskKind]) -> Option<DelayReasonCode> {
    let order = Order::of(stay);
    let reason = |task: &Task| {
        let kind = kinds.iter().find(|kind| Some(&kind.code) == task.kind.as_ref())?;
        match task.state {
            TaskState::Waiting { waiting_for: WaitingFor::Availability, .. } => kind.delay_reasons.last(),
            _ => kind.delay_reasons.first(),
        }
    };
    let oldest = |step: Option<&Vec<TaskNumber>>| {
        let blocking = step.into_iter().flatten().filter_map(|number| stay.task(*number)).filter(|task| task.blocking);
        blocking.filter_map(|task| Some((task.due.is_none(), task.due, task.number, *reason(task)?))).min()
    };
    let (_, _, _, reason) = oldest(order.way_home.first()).or_else(|| oldest(order.steps.first()))?;
    Some(reason)
}

/// What was confirmed last, and whether that was for `today`.
pub fn current(delays: &[DelayRecord], today: NaiveDate) -> Option<(&DelayRecord, bool)> {
    delays.last().map(|record| (record, record.day == today))
}

pub(crate) fn decide(
    stay: &Stay,
    day: NaiveDate,
    reason: DelayReasonCode,
    suggested: Option<DelayReasonCode>,
    now: DateTime<Utc>,
) -> Result<Vec<Event>, Refusal> {
    require_day_of_stay(stay, day, "the day of delay", now)?;
    let already = by_day::on(&stay.delays, day).is_some_and(|record| record.reason == reason);
    Ok(if already { vec![] } else { vec![Event::DelayReasonConfirmed { day, reason, suggested }] })
}

impl fmt::Display for DelayReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}{}", self.0, self.1)
    }
}

impl FromStr for DelayReasonCode {
    type Err = NotADelayReason;

    /// Years of nights are read by it, so no text is made to compare with.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (letter, number) = match text.as_bytes() {
            [letter, number @ b'1'..=b'9'] => (letter, number - b'0'),
            [letter, b'1', ones @ b'0'..=b'9'] => (letter, 10 + ones - b'0'),
            _ => return Err(NotADelayReason),
        };
        let letter = match letter {
            b'H' => Letter::H,
            b'W' => Letter::W,
            b'X' => Letter::X,
            b'I' => Letter::I,
            b'C' => Letter::C,
            _ => return Err(NotADelayReason),
        };
        let code = Self(letter, number);
        code.listed().map(|_| code).ok_or(NotADelayReason)
    }
}

impl TryFrom<String> for DelayReasonCode {
    type Error = NotADelayReason;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<DelayReasonCode> for String {
    fn from(code: DelayReasonCode) -> Self {
        code.to_string()
    }
}

const fn reason(letter: Letter, number: u8, short: &'static str, label: &'static str) -> DelayReason {
    DelayReason { code: DelayReasonCode(letter, number), label, short }
}

/// The list, in its national order.
#[rustfmt::skip]
pub const REASONS: [DelayReason; 37] = [
    reason(Letter::H, 1, "Medical review", "Awaiting medical review of need for supported discharge"),
    reason(Letter::H, 2, "Therapy review", "Awaiting therapy review of need for supported discharge"),
    reason(Letter::H, 3, "Decision to discharge", "Awaiting formal decision to discharge (inc diagnostic test results)"),
    reason(Letter::H, 4, "Hub referral", "Awaiting referral to care transfer hub for supported discharge"),
    reason(Letter::H, 5, "Medicines or letter", "Awaiting medicines to take home, discharge letter or other discharge documentation"),
    reason(Letter::H, 6, "Patient transport", "Awaiting patient transport services"),
    reason(Letter::H, 7, "Infection control", "Remaining in hospital due to infection prevention and control restrictions"),
    reason(Letter::W, 1, "Home not ready", "Issues with discharge destination readiness"),
    reason(Letter::W, 2, "Safeguarding", "Ongoing safeguarding concern"),
    reason(Letter::W, 3, "Capacity assessment", "Awaiting determination of mental capacity"),
    reason(Letter::W, 4, "Family concerns", "Patient /family/carer concerns over discharge readiness"),
    reason(Letter::X, 1, "Needs and pathway", "Waiting for confirmation of immediate care needs and pathway"),
    reason(Letter::X, 2, "Hub's referrals", "Awaiting necessary referrals by care transfer hub"),
    reason(Letter::X, 3, "Funding", "Awaiting confirmation of funding eligibility"),
    reason(Letter::I, 1, "Reablement arranging", "Home based rehabilitation, reablement or recovery service arrangements still underway (Pathway 1)"),
    reason(Letter::I, 2, "Home care arranging", "Other home-based social care service arrangements still underway (Pathway 1)"),
    reason(Letter::I, 3, "Nursing arranging", "Other home-based community health service arrangements still underway (Pathway 1)"),
    reason(Letter::I, 4, "Rehab bed arranging", "Bed-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 2)"),
    reason(Letter::I, 5, "Care home arranging", "Residential/nursing home care arrangements still underway (Pathway 3)"),
    reason(Letter::I, 6, "End of life arranging", "End of life care inc Fast-Track CHC arrangement still underway (Pathway 1 or 3)"),
    reason(Letter::I, 7, "Self-funded care", "Self-funded care package arrangements still underway"),
    reason(Letter::I, 8, "Choice discussions", "Patient/family/carer choice discussions on package still underway"),
    reason(Letter::I, 9, "Provider's request", "Further action requested by agreed provider"),
    reason(Letter::I, 10, "Housing arranging", "Housing provision arrangement for homelessness still underway (Pathway 0 or 1)"),
    reason(Letter::I, 11, "No recourse to funds", "Homeless with no recourse to public funds"),
    reason(Letter::I, 12, "Out of area", "Out of area discharge arrangements requested but not completed"),
    reason(Letter::C, 1, "No reablement slot", "Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)"),
    reason(Letter::C, 2, "No home care", "Other home-based social care service not yet available (Pathway 1)"),
    reason(Letter::C, 3, "No community nursing", "Other home-based community health services not yet available (Pathway 1)"),
    reason(Letter::C, 4, "No rehab bed", "Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)"),
    reason(Letter::C, 5, "No care home place", "Residential/nursing home care not yet available (Pathway 3)"),
    reason(Letter::C, 6, "No end of life care", "End of life care inc Fast-Track CHC not yet available (Pathway 1 or 3)"),
    reason(Letter::C, 7, "No mental health bed", "Mental health admitted patient care not yet available (Pathway 2)"),
    reason(Letter::C, 8, "Equipment", "Equipment and associated training not yet delivered (Pathway 1-3)"),
    reason(Letter::C, 9, "Housing adaptation", "Housing adaptations not yet completed (Pathway 1 or 3)"),
    reason(Letter::C, 10, "No housing", "Housing provision not yet available (Pathway 0 or 1)"),
    reason(Letter::C, 11, "Care restart", "Awaiting restart of existing social care arrangements (Pathway 0)"),
];

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{Actor, Command, Entry, StayId, StayStatus, apply, catalogue::standard_tasks, decide, task::NewTask};

    #[test]
    fn the_families_have_their_national_sizes() {
        let mut sizes = BTreeMap::new();
        for reason in &REASONS {
            *sizes.entry(reason.code.family()).or_insert(0) += 1;
        }
        assert_eq!(sizes.into_values().collect::<Vec<_>>(), [7, 4, 3, 12, 11]);
    }

    #[test]
    fn every_code_reads_back() {
        for reason in &REASONS {
            assert_eq!(reason.code.to_string().parse(), Ok(reason.code));
            assert_eq!(reason.code.label(), reason.label);
            assert!((1..=24).contains(&reason.code.short().chars().count()), "{}", reason.code);
        }
    }

    #[rstest]
    fn another_text_is_no_code(
        #[values("", "H", "H0", "H8", "H05", "H+5", "h5", "I13", "C12", "C20", "X10", "Z1", "\u{c7}1", "H5 ", "C111")] text: &str,
    ) {
        assert_eq!(text.parse::<DelayReasonCode>(), Err(NotADelayReason));
    }

    fn ask(stay: &mut Stay, command: &Command) {
        let actor = Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![] };
        let now = DateTime::UNIX_EPOCH;
        for (event, position) in decide(stay, command, &actor, now).expect("done").into_iter().zip(stay.position + 1..) {
            apply(stay, &Entry { position, at: now, by: actor.name.clone(), event });
        }
    }

    /// Tasks of these kinds, each after the one before where it is written with an arrow: "T05 >T06 T36".
    fn with_tasks(kinds: &str) -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = StayStatus::InHospital;
        for (number, word) in (1..).zip(kinds.split(' ')) {
            let code = word.trim_start_matches('>');
            let after = if word == code { BTreeSet::new() } else { BTreeSet::from([TaskNumber(number - 1)]) };
            let (kind, owner_team, due) = (code.parse().ok(), "WARD".parse().expect("a code"), None);
            let new =
                NewTask { number: TaskNumber(number), kind, title: code.to_owned(), owner_team, due, blocking: true, after };
            ask(&mut stay, &Command::AddTask(Box::new(new)));
        }
        stay
    }

    #[rstest]
    #[case::the_only_one("T36", Some("H6"))]
    #[case::the_first_of_a_chain("T05 >T06", Some("H5"))]
    #[case::the_longest_way_home("T36 T12 >T13", Some("H4"))]
    #[case::the_oldest_of_equals("T36 T29", Some("H6"))]
    #[case::being_arranged("T17", Some("I1"))]
    #[case::what_stands_for_no_reason("T43", None)]
    fn the_reason_is_suggested_from_what_holds_the_patient(#[case] kinds: &str, #[case] expected: Option<&str>) {
        let found = suggest(&with_tasks(kinds), &standard_tasks());
        assert_eq!(found.map(|code| code.to_string()).as_deref(), expected);
    }

    #[test]
    fn what_is_arranged_and_not_available_is_capacity() {
        let mut stay = with_tasks("T17");
        let on = "a reablement slot".to_owned();
        ask(&mut stay, &Command::WaitForTask { task: TaskNumber(1), on, waiting_for: WaitingFor::Availability });
        assert_eq!(suggest(&stay, &standard_tasks()), "C1".parse().ok());
    }

    #[test]
    fn what_is_done_holds_nobody() {
        let mut stay = with_tasks("T36 T29");
        ask(&mut stay, &Command::CompleteTask { task: TaskNumber(1) });
        assert_eq!(suggest(&stay, &standard_tasks()), "W3".parse().ok());
    }

    #[test]
    fn a_day_has_one_reason_and_keeps_what_was_suggested() {
        let mut stay = with_tasks("T36");
        let day = DateTime::UNIX_EPOCH.date_naive();
        let suggested = "H6".parse().ok();
        for reason in ["H6", "W4"] {
            ask(&mut stay, &Command::ConfirmDelayReason { day, reason: reason.parse().expect("a code"), suggested });
        }
        assert_eq!(stay.delays.len(), 1);
        assert_eq!(
            current(&stay.delays, day).map(|(record, today)| (record.reason.to_string(), record.suggested, today)),
            Some(("W4".to_owned(), suggested, true))
        );
    }
}
