//! What each figure means, in one place: printed under every table and in every export, and collected in
//! `docs/definitions.md`.

use strum::IntoEnumIterator;

/// Every figure of the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Figure {
    Census,
    LengthOfStay,
    LongStays,
    LongStayReview,
    AdditionalBedDays,
    DelayDays,
    DelayDaysByReason,
    DelayDaysByCause,
    BedsEquivalent,
    Occupancy,
    AvoidableShare,
    Discharges,
    DischargesByHour,
    DischargesByWeekday,
    DischargesByDestination,
    BeforeNoon,
    BeforeFive,
    WeekendRatio,
    ExpectedDischargeAccuracy,
    PathwayMix,
    ReadyDateStatistics,
    RedAndGreenDays,
    Readmissions,
    DataQuality,
    TasksOverdue,
    TasksEscalated,
    TaskMedian,
    TaskNinetieth,
    TasksOnTime,
    TaskBedDays,
    ProcessLimits,
    SpecialCause,
    Assurance,
    SituationReport,
    Jump,
    Suppressed,
}

/// A figure's name and meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    pub name: &'static str,
    /// One or two sentences.
    pub meaning: &'static str,
    pub unit: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
}

const fn define(name: &'static str, unit: &'static str, source: &'static str, meaning: &'static str) -> Definition {
    Definition { name, meaning, unit, source }
}

const ADSR: &str = "NHS England, Acute Discharge Situation Report, technical specification in force from 27 May 2024";
const READY_DATE: &str = "NHS England, Discharge Ready Date guidance and monthly statistics";
const DATA_DICTIONARY: &str = "NHS Data Model and Dictionary, hospital provider spell and daily ward listing";
const PLOT_THE_DOTS: &str = "NHS England, Making Data Count; NHS-R Community, \"plot the dots\"";
const HOMEWARD: &str = "Homeward";

impl Figure {
    #[rustfmt::skip]
    pub fn definition(self) -> Definition {
        match self {
            Self::Census => define("Census", "patients", DATA_DICTIONARY,
                "The patients in a bed at 00:00 on the ward clock, and at a second hour where the trust counts then too. A patient at midnight is one occupied bed day; the second hour adds none."),
            Self::LengthOfStay => define("Length of stay", "nights", DATA_DICTIONARY,
                "The midnights from the start of the spell to the discharge, or to the snapshot, on Europe/London dates. Arriving and leaving on one day is 0."),
            Self::LongStays => define("Long stays (7+, 14+, 21+)", "patients", ADSR,
                "The patients at a snapshot who have been here for at least 7, 14 or 21 nights. The counts contain each other; those who are excluded are left out."),
            Self::LongStayReview => define("Long-stay review", "patients", "NHS England, Guide to reducing long hospital stays",
                "The patients of 21 nights or more who are here, or were at the end of a week that is over, and those who were reviewed in it; those who are excluded from long stays are left out. Reviewed are those of whom the week's meeting wrote what has to happen next."),
            Self::AdditionalBedDays => define("Additional bed days", "bed days", ADSR,
                "For the patients at a snapshot who no longer meet the criteria to reside, and have been here for at least 7, 14 or 21 nights: the days from the start of the current period of not meeting them to the snapshot, added up."),
            Self::DelayDays => define("Delay days", "nights", READY_DATE,
                "The days from the discharge ready date, which starts the final period of not meeting the criteria to reside, to the discharge. A ready date after the discharge is a mistake in the data, and is counted as one."),
            Self::DelayDaysByReason => define("Delay days by reason", "nights", HOMEWARD,
                "Each night that a patient was ready, given to the primary reason confirmed for the day on which the night began. A night whose day has no reason is shown as not recorded."),
            Self::DelayDaysByCause => define("Process against capacity", "nights", HOMEWARD,
                "Delay days of the hospital, care transfer hub and interface process families against those of the capacity family of the national reasons. Wellbeing concerns are neither, and are shown apart."),
            Self::BedsEquivalent => define("Beds equivalent", "beds", READY_DATE,
                "Bed days in a period divided by the nights of the period that were counted: the beds that they keep full."),
            Self::Occupancy => define("Occupancy", "share of beds", "NHS England, Urgent and Emergency Care Daily Situation Report",
                "Occupied beds divided by available beds at a snapshot. Core and escalation beds are shown apart."),
            Self::AvoidableShare => define("Avoidable share of bed days", "share of bed days", HOMEWARD,
                "Occupied bed days of patients who no longer met the criteria to reside, divided by all occupied bed days. Who was not reviewed is in the whole, and never in the part."),
            Self::Discharges => define("Discharges", "patients", ADSR,
                "The stays that ended, on the ward date of leaving, without those who died, who went to another hospital, or who are outside the situation report."),
            Self::DischargesByHour => define("Discharges by hour", "patients", HOMEWARD,
                "Discharges in each hour of the ward clock, Europe/London. The hour that comes twice in October holds both."),
            Self::DischargesByWeekday => define("Discharges by day of the week", "patients", HOMEWARD,
                "Discharges on each day of the week, by the ward date."),
            Self::DischargesByDestination => define("Discharges by destination", "patients", ADSR,
                "Discharges by the eight national destinations. Those who left at their own choice, or whose destination was not recorded, are in none of them and are shown apart."),
            Self::BeforeNoon => define("Discharged before noon", "share of discharges", "SAFER patient flow bundle",
                "Discharges at 11:59 or earlier on the ward clock, divided by all discharges."),
            Self::BeforeFive => define("Discharged before 17:00", "share of discharges", HOMEWARD,
                "Discharges at 16:59 or earlier on the ward clock, divided by all discharges."),
            Self::WeekendRatio => define("Weekend ratio", "ratio", HOMEWARD,
                "Mean discharges a day on Saturdays and Sundays, divided by mean discharges a day from Monday to Friday. Bank holidays count as the days that they are."),
            Self::ExpectedDischargeAccuracy => define("Accuracy of the expected date", "share of discharges with a date", HOMEWARD,
                "Discharges on the expected date of discharge as it last stood, divided by the discharges that had one. Early and late ones are shown apart, and those without a date are counted beside."),
            Self::PathwayMix => define("Pathway proposed and actual", "patients", HOMEWARD,
                "Discharges by the pathway that the ward proposed and the one that the patient went on: as recorded, or else that of the national destination."),
            Self::ReadyDateStatistics => define("Delay from the discharge ready date", "patients and bed days", READY_DATE,
                "Finished stays of at least one night by the days from the discharge ready date to the discharge: 0, 1, 2–3, 4–6, 7–13, 14–20, 21+. It leaves out other people than the situation report does, and the two are not reconciled."),
            Self::RedAndGreenDays => define("Red and green days", "bed days", "NHS England, Rapid Improvement Guide to red and green bed days",
                "Each patient at a midnight by what was said of the day that it ended: green where all that was planned was done and only an acute bed could give it, else red with its cause. A day of which nothing was said counts as red, and is shown apart."),
            Self::DataQuality => define("Data quality", "patients", HOMEWARD,
                "Patients who are here now whose record lacks something that a figure needs; one patient may lack several. A patient of whom nothing was recorded for 7 days may have left without a discharge."),
            Self::Readmissions => define("Readmissions within 7 and 30 days", "share of discharges", HOMEWARD,
                "Discharges after which the same patient was admitted here again, for whatever reason, up to 7 or 30 days later, divided by the discharges whose 7 or 30 days are over. Those who died or went to another hospital are not among them."),
            Self::TasksOverdue => define("Tasks overdue", "tasks", HOMEWARD,
                "Open tasks past their due time. Parked tasks are not open."),
            Self::TasksEscalated => define("Tasks escalated", "tasks", HOMEWARD,
                "Open tasks that block going home and have been late for so long that they have climbed above their owner: to the coordinator, the matron or the executive, after as many hours as a setting says. Parked tasks are not open."),
            Self::TaskMedian => define("Median time of a task", "time", HOMEWARD,
                "The nearest-rank 50th percentile of the time from when a task was added to when it was last completed, without the time for which it was parked: of an even number, the lower of the middle two."),
            Self::TaskNinetieth => define("90th percentile of the time of a task", "time", HOMEWARD,
                "The smallest time that at least 90 per cent of the completed tasks did not exceed (nearest rank)."),
            Self::TasksOnTime => define("Tasks on time", "share of completed tasks with a due time", HOMEWARD,
                "Completed tasks that were completed by their due time, divided by the completed tasks that had one."),
            Self::TaskBedDays => define("What tasks cost in bed days", "bed days", HOMEWARD,
                "The nights of the period on which a task that blocks going home was open while its patient no longer met the criteria to reside, of the tasks that are open now and those that were done in the period. A night on which a patient waited for several tasks counts for each of them, so the figures do not add up to the delay."),
            Self::ProcessLimits => define("Process limits", "as the figure", PLOT_THE_DOTS,
                "The mean plus and minus 2.66 times the mean moving range, from which moving ranges of 3.267 times their mean or more are left out. Limits on fewer than 12 points are trial limits."),
            Self::SpecialCause => define("Special cause variation", "points", PLOT_THE_DOTS,
                "A point outside the process limits, or else one of 7 that all rise or all fall, or else one of two in three in the outer third of one side, or else one of 7 on one side of the mean. Where a trust sets other run lengths, the chart says so."),
            Self::Assurance => define("Assurance", "hits, misses, or both", PLOT_THE_DOTS,
                "A target beyond the process limits is consistently hit or consistently missed. A target between them is hit and missed by chance."),
            Self::SituationReport => define("Situation report of a day", "patients and bed days", ADSR,
                "Patients who no longer meet the criteria to reside are those who were discharged on the day and those who remained at its midnight. It leaves out children, maternity, mental health, newborn, and those who died or went to another hospital."),
            Self::Jump => define("Jump", "as the figure", HOMEWARD,
                "A figure of a day that is away by 5 or more, and by a quarter of the larger of the two or more, from the day before and from the same day of the week before, in one direction."),
            Self::Suppressed => define("Small numbers", "counts", HOMEWARD,
                "In what leaves the trust, counts of 1 to 4 are shown as *, and so are further counts from which they could be worked out."),
        }
    }
}

const HEADING: &str = "\
# What the figures mean

The same words stand under every table and in every export. This page is written by `cargo run -p domain --example definitions`; a test
compares it with the code.

| Figure | Unit | Definition | Source |
|---|---|---|---|
";

/// Every definition as one page of Markdown, as `docs/definitions.md` holds it.
pub fn page() -> String {
    let line = |Definition { name, meaning, unit, source }| format!("| {name} | {unit} | {meaning} | {source} |\n");
    let lines: Vec<String> = Figure::iter().map(Figure::definition).map(line).collect();
    format!("{HEADING}{}", lines.concat())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_docs_have_the_same_page() {
        let docs = include_str!("../../../docs/definitions.md");
        assert_eq!(docs, page(), "write it again: cargo run -p domain --example definitions > docs/definitions.md");
    }

    #[test]
    fn every_figure_is_defined_in_its_own_words() {
        let definitions: Vec<Definition> = Figure::iter().map(Figure::definition).collect();
        let names: BTreeSet<&str> = definitions.iter().map(|definition| definition.name).collect();
        assert_eq!(names.len(), definitions.len());
        for Definition { name, meaning, unit, source } in definitions {
            let sentences = meaning.matches(". ").count() + usize::from(meaning.ends_with('.'));
            assert!((1..=2).contains(&sentences), "{name}: {sentences} sentences");
            assert!(!unit.is_empty() && !source.is_empty() && !meaning.contains('|'), "{name}");
        }
    }
}
