//! The rows of the published file, so that a trust can lay its own figures beside England's (`domain.md` 3.1, the layout of
//! August 2026).

use chrono::{Datelike, NaiveDate, Weekday};

use super::{LongStayLine, SituationReport};
use crate::{delay_reason::REASONS, report::suppress::Shown};

/// The columns, in their order.
pub const HEADER: [&str; 10] =
    ["Period", "Level", "Region", "ICB", "Org Code", "Org Name", "Metric", "Metric Type", "Metric Group", "Value"];

const DAILY: &str = "Daily metric";
const WEEKLY: &str = "Weekly snapshot metric";

/// Who publishes: a trust, as the national files name it. Empty until it is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provider {
    pub region: String,
    pub icb: String,
    pub code: String,
    pub name: String,
}

impl Provider {
    /// Whether the national files would know whose figures these are.
    pub fn is_known(&self) -> bool {
        !self.code.is_empty() && !self.name.is_empty()
    }
}

/// One row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRow<'a> {
    pub period: NaiveDate,
    pub provider: &'a Provider,
    pub metric: &'static str,
    pub metric_type: &'static str,
    pub metric_group: &'static str,
    pub value: Shown,
}

impl PublishedRow<'_> {
    /// The fields under [`HEADER`]: the period as dd/mm/yyyy, a suppressed value as `*`.
    pub fn fields(&self) -> [String; HEADER.len()] {
        let Provider { region, icb, code, name } = self.provider;
        [
            self.period.format("%d/%m/%Y").to_string(),
            "PROVIDER".to_owned(),
            region.clone(),
            icb.clone(),
            code.clone(),
            name.clone(),
            self.metric.to_owned(),
            self.metric_type.to_owned(),
            self.metric_group.to_owned(),
            self.value.to_string(),
        ]
    }
}

impl SituationReport {
    /// The day's rows, and on a Monday those of the weekly snapshot too. Figures as they are: the national return suppresses
    /// none, and what goes elsewhere is suppressed first ([`crate::report::suppress`]).
    pub fn published<'a>(&self, provider: &'a Provider) -> Vec<PublishedRow<'a>> {
        let row = |(metric, metric_type, metric_group, value)| PublishedRow {
            period: self.day,
            provider,
            metric,
            metric_type,
            metric_group,
            value: Shown::Count(value),
        };
        let weekly = if self.day.weekday() == Weekday::Mon { self.weekly() } else { Vec::new() };
        self.daily().into_iter().chain(weekly).map(row).collect()
    }

    fn daily(&self) -> Vec<Line> {
        let mut lines = vec![
            ("Number of patients who no longer meet the criteria to reside", DAILY, "NCTR", self.no_longer_meeting_criteria()),
            ("Number of patients discharged", DAILY, "Discharges", self.discharged),
            (
                "Number of patients remaining in hospital who no longer meet the criteria to reside",
                DAILY,
                "NCTR not discharged",
                self.remaining,
            ),
        ];
        let destinations = self.by_destination.iter();
        lines.extend(destinations.filter_map(|(to, count)| Some((to.national_label()?, DAILY, "Discharge destination", *count))));
        lines
    }

    fn weekly(&self) -> Vec<Line> {
        const BED_DAYS: [&str; 3] = [
            "Number of additional bed days, patients with a length of stay of 7 days or over",
            "Number of additional bed days, patients with a length of stay of 14 days or over",
            "Number of additional bed days, patients with a length of stay of 21 days or over",
        ];
        let lines = BED_DAYS.iter().zip(&self.long_stays);
        let bed_days = lines.map(|(metric, line)| (*metric, WEEKLY, "Additional bed days lost", line.additional_bed_days));
        let [seven, fourteen, _] = &self.long_stays;
        bed_days.chain(reasons(seven, "Delay reason LOS 7+")).chain(reasons(fourteen, "Delay reason LOS 14+")).collect()
    }
}

/// Metric, type, group, value.
type Line = (&'static str, &'static str, &'static str, u32);

fn reasons(line: &LongStayLine, group: &'static str) -> impl Iterator<Item = Line> {
    REASONS.iter().map(move |reason| {
        let count = line.reasons.get(&reason.code).copied().unwrap_or(0);
        (reason.label, WEEKLY, group, count)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator;

    use super::*;
    use crate::{report::story::day, stay::Destination};

    fn provider() -> Provider {
        Provider {
            region: "SOUTH WEST".to_owned(),
            icb: "NHS AVONSHIRE ICB".to_owned(),
            code: "RZZ".to_owned(),
            name: "SEVERNSIDE HOSPITALS".to_owned(),
        }
    }

    /// Of a day on which everybody waited for a bed.
    fn report(on: &str) -> SituationReport {
        let line = |patients| LongStayLine {
            patients,
            ready: patients,
            additional_bed_days: patients * 10,
            reasons: [("C4".parse().expect("a reason"), patients)].into(),
            reason_not_recorded: 0,
        };
        SituationReport {
            day: day(on),
            patients: 90,
            discharged: 12,
            remaining: 30,
            not_reviewed: 0,
            by_destination: Destination::iter().filter(|to| to.pathway().is_some()).map(|to| (to, 1)).collect(),
            other_destination: 4,
            long_stays: [line(20), line(8), line(3)],
        }
    }

    /// Group, metric and value of each row with this group.
    fn group(rows: &[PublishedRow], group: &str) -> Vec<(&'static str, String)> {
        let of_group = rows.iter().filter(|row| row.metric_group == group);
        of_group.map(|row| (row.metric, row.value.to_string())).filter(|(_, value)| value != "0").collect()
    }

    #[test]
    fn a_row_has_the_published_columns() {
        let provider = provider();
        let first = report("2026-03-10").published(&provider).swap_remove(0);
        let expected = [
            "10/03/2026",
            "PROVIDER",
            "SOUTH WEST",
            "NHS AVONSHIRE ICB",
            "RZZ",
            "SEVERNSIDE HOSPITALS",
            "Number of patients who no longer meet the criteria to reside",
            "Daily metric",
            "NCTR",
            "42",
        ];
        assert_eq!(first.fields(), expected);
        assert_eq!(PublishedRow { value: Shown::Suppressed, ..first }.fields()[9], "*");
    }

    #[test]
    fn a_trust_is_known_by_its_code_and_name() {
        assert!(provider().is_known() && !Provider::default().is_known());
        assert!(!Provider { name: String::new(), ..provider() }.is_known());
    }

    #[test]
    fn a_tuesday_has_its_daily_metrics_alone() {
        let provider = provider();
        let rows = report("2026-03-10").published(&provider);
        assert_eq!(rows.len(), 3 + 8);
        assert!(rows.iter().all(|row| row.metric_type == DAILY));
    }

    #[test]
    fn a_monday_has_the_weekly_snapshot_too() {
        let provider = provider();
        let rows = report("2026-03-09").published(&provider);
        assert_eq!(rows.len(), 3 + 8 + 3 + 2 * REASONS.len());
        let no_bed = "Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)";
        assert_eq!(group(&rows, "Delay reason LOS 7+"), [(no_bed, "20".to_owned())]);
        assert_eq!(group(&rows, "Delay reason LOS 14+"), [(no_bed, "8".to_owned())]);
        let bed_days: Vec<String> = group(&rows, "Additional bed days lost").into_iter().map(|(_, value)| value).collect();
        assert_eq!(bed_days, ["200", "80", "30"]);
        let keys: BTreeSet<_> = rows.iter().map(|row| (row.metric_group, row.metric)).collect();
        assert_eq!(keys.len(), rows.len(), "no metric stands twice in its group");
    }
}
