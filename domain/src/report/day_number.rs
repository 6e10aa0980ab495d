//! A day written down as its number, which is read in a third of the time that its text takes: a year of discharges has
//! hundreds of thousands of them.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Counted from 1 January of the year 1, which is 1.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(|day| day.num_days_from_ce()).serialize(serializer)
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let Some(number) = Option::<i32>::deserialize(deserializer)? else {
        return Ok(None);
    };
    let day = NaiveDate::from_num_days_from_ce_opt(number);
    day.map(Some).ok_or_else(|| D::Error::custom(format_args!("{number} is the number of no day")))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::report::story::day;

    #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(transparent)]
    struct Written(#[serde(with = "super")] Option<NaiveDate>);

    #[rstest]
    #[case::a_leap_day("2024-02-29", "738945")]
    #[case::the_day_after_it("2024-03-01", "738946")]
    fn a_day_is_read_back(#[case] of: &str, #[case] number: &str) {
        let written = Written(Some(day(of)));
        assert_eq!(serde_json::to_string(&written).expect("writes"), number);
        assert_eq!(serde_json::from_str::<Written>(number).expect("reads"), written);
    }

    #[test]
    fn what_is_no_day_is_said() {
        assert_eq!(serde_json::from_str::<Written>("null").expect("reads"), Written(None));
        let problem = serde_json::from_str::<Written>("2147483647").expect_err("no such day");
        assert!(problem.to_string().contains("2147483647 is the number of no day"), "{problem}");
    }
}
