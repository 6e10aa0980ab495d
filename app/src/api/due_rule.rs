//! When a kind of task is first due, as the fields of a form.

use chrono::NaiveTime;
use domain::{Problem, due::DueRule};
use serde::{Deserialize, Serialize};

use super::Failure;

/// `rule` says which of the two other fields count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueRuleForm {
    pub rule: String,
    /// Hours or days.
    #[serde(default)]
    pub number: String,
    /// `15:00`.
    #[serde(default)]
    pub at: String,
}

pub fn read_due_rule(form: &DueRuleForm) -> Result<DueRule, Failure> {
    let hours = || form.number.trim().parse().map_err(|_| Problem::invalid("Please give the number of hours, such as 24."));
    let days = || form.number.trim().parse().map_err(|_| Problem::invalid("Please give the number of days, such as 1."));
    let at = || {
        let time = form.at.trim();
        NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| Problem::invalid("Please give the time of day, such as 15:00."))
    };
    Ok(match form.rule.as_str() {
        "from_admission" => DueRule::HoursFromAdmission(hours()?),
        "from_adding" => DueRule::HoursFromAdding(hours()?),
        "from_adding_in_working_hours" => DueRule::WorkingHoursFromAdding(hours()?),
        "same_day" => DueRule::SameDayAt(at()?),
        "same_working_day" => DueRule::SameWorkingDayAt(at()?),
        "before_edd" => DueRule::BeforeExpectedDischarge { days: days()?, at: at()? },
        _ => DueRule::ByCase,
    })
}

pub fn write_due_rule(rule: DueRule) -> DueRuleForm {
    let form = |rule: &str, number: String, at: String| DueRuleForm { rule: rule.to_owned(), number, at };
    let clock = |at: NaiveTime| at.format("%H:%M").to_string();
    match rule {
        DueRule::HoursFromAdmission(hours) => form("from_admission", hours.to_string(), String::new()),
        DueRule::HoursFromAdding(hours) => form("from_adding", hours.to_string(), String::new()),
        DueRule::WorkingHoursFromAdding(hours) => form("from_adding_in_working_hours", hours.to_string(), String::new()),
        DueRule::SameDayAt(at) => form("same_day", String::new(), clock(at)),
        DueRule::SameWorkingDayAt(at) => form("same_working_day", String::new(), clock(at)),
        DueRule::BeforeExpectedDischarge { days, at } => form("before_edd", days.to_string(), clock(at)),
        DueRule::ByCase => form("by_case", String::new(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_reads_back() {
        let at = NaiveTime::from_hms_opt(15, 0, 0).expect("a time");
        for rule in [
            DueRule::HoursFromAdmission(14),
            DueRule::HoursFromAdding(24),
            DueRule::WorkingHoursFromAdding(10),
            DueRule::SameDayAt(at),
            DueRule::SameWorkingDayAt(at),
            DueRule::BeforeExpectedDischarge { days: 1, at },
            DueRule::ByCase,
        ] {
            assert_eq!(read_due_rule(&write_due_rule(rule)), Ok(rule));
        }
    }

    #[test]
    fn a_missing_time_is_asked_for() {
        let form = DueRuleForm { rule: "same_day".to_owned(), number: String::new(), at: "noon".to_owned() };
        assert!(read_due_rule(&form).is_err());
    }
}
