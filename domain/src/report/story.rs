//! Stays for the tests of the counting rules: Cedar Ward, and who lies there.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::discharges::{Departure, DischargeRow, DischargeRules};
use crate::{
    CriteriaReview, CriteriaToReside, Stay, StayId, StayStatus, Ward, by_day, delay_reason::DelayRecord, stay::Destination,
};

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn ward() -> Ward {
    Ward {
        code: "cedar".parse().expect("a code"),
        name: "Cedar Ward".to_owned(),
        specialty: Some("Care of the elderly".to_owned()),
        site: None,
        beds: vec![],
    }
}

/// A patient on Cedar Ward, still there, of whom nothing more is known.
pub(crate) fn stay(admitted_at: &str) -> Stay {
    let mut stay = Stay::before_admission(StayId(Uuid::from_u128(7)));
    stay.status = StayStatus::InHospital;
    stay.admitted_at = at(admitted_at);
    stay.place.ward = ward().code;
    stay
}

/// Reviewed as `n2026-03-02T10:00:00Z` (not met) and `m…` (met) say, in their order.
pub(crate) fn ready(mut stay: Stay, reviews: &[&str]) -> Stay {
    stay.reviews = reviews
        .iter()
        .map(|text| CriteriaReview {
            found: if text.starts_with('m') { CriteriaToReside::Met(vec![]) } else { CriteriaToReside::NotMet },
            reviewed_at: at(&text[1..]),
            by: "Dr Imran Shah".to_owned(),
        })
        .collect();
    stay
}

pub(crate) fn reason(mut stay: Stay, on: &str, reason: &str) -> Stay {
    let (day, reason) = (day(on), reason.parse().expect("a reason"));
    let record = DelayRecord { day, reason, suggested: None, by: String::new(), at: DateTime::UNIX_EPOCH };
    by_day::set(&mut stay.delays, record);
    stay
}

pub(crate) fn discharged(mut stay: Stay, left_at: &str, to: Destination) -> Stay {
    stay.status = StayStatus::Discharged { at: at(left_at), to };
    stay
}

/// The end of the stay of a patient who left Cedar Ward, and of whom nothing more is known.
pub(crate) fn departure(left_at: &str, to: Destination, admitted_at: &str) -> Departure {
    Departure::of(&discharged(stay(admitted_at), left_at, to)).expect("it has ended")
}

/// Of a patient who left Cedar Ward, and of whom nothing more is known.
pub(crate) fn discharge_row(left_at: &str, to: Destination, admitted_at: &str) -> DischargeRow {
    DischargeRow::of(&discharged(stay(admitted_at), left_at, to), &ward(), &DischargeRules::default()).expect("a row")
}
