//! The situation report of a day as a document: its figures beside those that it is held against, what to check before it is
//! signed, and who signed it (`domain.md` 3.1, 6.2.15).

use super::{counted, table};
use crate::{
    DelayReasonCode, clinical_time,
    delay_reason::REASONS,
    report::{
        Figure, SituationReport,
        bands::LONG_STAYS,
        document::{Cell, ColumnKind, Section},
        sitrep::{LongStayLine, jump::Jump, signed::ReportDay},
    },
};

pub const TITLE: &str = "Situation report";

/// Empty where the day has no figures.
pub fn sections(day: &ReportDay) -> Vec<Section> {
    let Some(figures) = day.figures() else {
        return Vec::new();
    };
    let mut sections = vec![the_day(day, figures), destinations(day, figures), long_stays(figures), reasons(figures)];
    sections.push(to_check(figures));
    sections.extend(day.counted_otherwise().map(|counted| counted_again(figures, counted)));
    if !day.signed.is_empty() {
        sections.push(signatures(day));
    }
    sections
}

/// A figure's name, and the figure.
type Line = (String, u32);

fn main_lines(report: &SituationReport) -> Vec<Line> {
    let mut lines = vec![
        ("No longer meeting the criteria to reside".to_owned(), report.no_longer_meeting_criteria()),
        ("Of these, discharged on the day".to_owned(), report.discharged),
        ("Of these, remaining at midnight".to_owned(), report.remaining),
        ("All patients at midnight".to_owned(), report.patients),
    ];
    for (long, line) in LONG_STAYS.iter().zip(&report.long_stays) {
        lines.push((format!("Here for {} nights or more", long.least_days()), line.patients));
    }
    for (long, line) in LONG_STAYS.iter().zip(&report.long_stays) {
        lines.push((format!("Additional bed days, {} nights or more", long.least_days()), line.additional_bed_days));
    }
    lines
}

fn destination_lines(report: &SituationReport) -> Vec<Line> {
    let national = report.by_destination.iter().map(|(to, patients)| (to.words().to_owned(), *patients));
    national.chain([("None of the eight: at their own choice, or not recorded".to_owned(), report.other_destination)]).collect()
}

/// All that a signature stands under.
fn all_lines(report: &SituationReport) -> Vec<Line> {
    let mut lines = main_lines(report);
    lines.push((NOT_REVIEWED.to_owned(), report.not_reviewed));
    lines.extend(destination_lines(report));
    for (long, line) in LONG_STAYS.iter().zip(&report.long_stays) {
        let nights = format!("{} nights or more", long.least_days());
        lines.push((format!("No longer meeting the criteria, {nights}"), line.ready));
        lines.extend(REASONS.iter().map(|reason| (format!("{}, {nights}", reason.label), of_reason(line, reason.code))));
        lines.push((format!("No reason recorded, {nights}"), line.reason_not_recorded));
    }
    lines
}

const NOT_REVIEWED: &str = "Never reviewed against the criteria to reside";

fn of_reason(line: &LongStayLine, reason: DelayReasonCode) -> u32 {
    line.reasons.get(&reason).copied().unwrap_or(0)
}

fn the_day(day: &ReportDay, figures: &SituationReport) -> Section {
    let rows = compared(day, figures, main_lines);
    let standing = match day.latest() {
        Some(signed) => format!("Signed by {} on {}.", signed.by, clinical_time::date_time(signed.at)),
        None => "Not signed yet: the figures can still change.".to_owned(),
    };
    let jumps = rows.iter().filter_map(|row| match (&row[0], &row[4]) {
        (Cell::Words(line), Cell::Words(jump)) => {
            Some(format!("A jump to look at: {}, {}.", uncapitalised(line), jump.to_lowercase()))
        }
        _ => None,
    });
    Section {
        heading: format!("{}, {}", day.day.format("%A"), clinical_time::date(day.day)),
        words: std::iter::once(standing).chain(jumps).collect(),
        chart: None,
        table: comparison(rows),
        figures: vec![Figure::SituationReport, Figure::LongStays, Figure::AdditionalBedDays, Figure::Jump],
    }
}

fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn destinations(day: &ReportDay, figures: &SituationReport) -> Section {
    Section {
        heading: "Where patients were discharged to".to_owned(),
        words: Vec::new(),
        chart: None,
        table: comparison(compared(day, figures, destination_lines)),
        figures: vec![Figure::DischargesByDestination],
    }
}

/// Each line of the day beside the same line of the day before and of the week before.
fn compared(day: &ReportDay, figures: &SituationReport, lines: fn(&SituationReport) -> Vec<Line>) -> Vec<Vec<Cell>> {
    let before = [&day.day_before, &day.week_before].map(|report| report.as_ref().map(lines));
    let row = |(place, (name, count)): (usize, Line)| {
        let before = before.each_ref().map(|lines| lines.as_ref().and_then(|lines| lines.get(place)).map(|(_, count)| *count));
        let [day_before, week_before] = before.map(|count| count.map_or(Cell::Nothing, Cell::count));
        let jump = Jump::of(count, before).map_or(Cell::Nothing, |jump| Cell::words(jump.words()));
        vec![Cell::words(name), Cell::count(count), day_before, week_before, jump]
    };
    lines(figures).into_iter().enumerate().map(row).collect()
}

fn comparison(rows: Vec<Vec<Cell>>) -> super::Table {
    let columns = [
        ("Figure", ColumnKind::Words),
        ("This day", ColumnKind::Count),
        ("The day before", ColumnKind::Count),
        ("A week before", ColumnKind::Count),
        ("Jump", ColumnKind::Words),
    ];
    table(columns, rows)
}

fn long_stays(figures: &SituationReport) -> Section {
    let rows = LONG_STAYS.iter().zip(&figures.long_stays).map(|(long, line)| {
        let LongStayLine { patients, ready, additional_bed_days, reason_not_recorded, .. } = line;
        let counts = [patients, ready, additional_bed_days, reason_not_recorded].map(|count| Cell::count(*count));
        std::iter::once(Cell::words(format!("{} nights or more", long.least_days()))).chain(counts).collect()
    });
    Section {
        heading: "Long stays at midnight".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Length of stay", ColumnKind::Words),
                ("Patients", ColumnKind::Count),
                ("No longer meet the criteria", ColumnKind::Count),
                ("Additional bed days", ColumnKind::Count),
                ("Of the ready, no reason recorded", ColumnKind::Count),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::LongStays, Figure::AdditionalBedDays],
    }
}

/// The reasons that somebody waits for.
fn reasons(figures: &SituationReport) -> Section {
    let row = |reason: &crate::delay_reason::DelayReason| {
        let counts = figures.long_stays.each_ref().map(|line| of_reason(line, reason.code));
        let cells = counts.map(Cell::count);
        (counts[0] > 0).then(|| std::iter::once(Cell::words(reason.label)).chain(cells).collect())
    };
    Section {
        heading: "Reasons of delay of the day".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Reason", ColumnKind::Words),
                ("7 nights or more", ColumnKind::Count),
                ("14 nights or more", ColumnKind::Count),
                ("21 nights or more", ColumnKind::Count),
            ],
            REASONS.iter().filter_map(row).collect(),
        ),
        figures: vec![Figure::SituationReport],
    }
}

/// What of the records is not as it should be, so that whoever signs knows what the figures rest on.
fn to_check(figures: &SituationReport) -> Section {
    let [seven, ..] = &figures.long_stays;
    let rows = [
        (NOT_REVIEWED, figures.not_reviewed, figures.patients, "at midnight"),
        ("Ready after 7 nights or more, without a reason for the day", seven.reason_not_recorded, seven.ready, "ready"),
        (
            "Discharged at their own choice, or without a destination recorded",
            figures.other_destination,
            figures.discharged,
            "discharged",
        ),
    ];
    let found = rows.iter().map(|(_, count, _, _)| count).filter(|count| **count > 0).count();
    let words = match found {
        0 => "Nothing is missing from the records that these figures rest on.".to_owned(),
        _ => "The figures rest on what is recorded. What is missing here is in none of them.".to_owned(),
    };
    let row = |(what, count, whole, of): (&str, u32, u32, &str)| {
        vec![Cell::words(what), Cell::count(count), Cell::words(format!("of {}", counted_of(whole, of)))]
    };
    Section {
        heading: "To be checked".to_owned(),
        words: vec![words],
        chart: None,
        table: table(
            [("What", ColumnKind::Words), ("Patients", ColumnKind::Count), ("Of", ColumnKind::Words)],
            rows.map(row).to_vec(),
        ),
        figures: vec![Figure::SituationReport],
    }
}

fn counted_of(whole: u32, of: &str) -> String {
    format!("{} {of}", counted(whole, "patient", "patients"))
}

/// The signed figures stand; what differs now stands beside them.
fn counted_again(signed: &SituationReport, now: &SituationReport) -> Section {
    let lines = all_lines(signed).into_iter().zip(all_lines(now));
    let rows = lines.filter(|((_, signed), (_, now))| signed != now);
    let rows: Vec<Vec<Cell>> =
        rows.map(|((name, signed), (_, now))| vec![Cell::words(name), Cell::count(signed), Cell::count(now)]).collect();
    Section {
        heading: "Counted otherwise now".to_owned(),
        words: vec!["What was signed stands. A recount, or what was recorded later, gives other figures.".to_owned()],
        chart: None,
        table: table(
            [("Figure", ColumnKind::Words), ("As signed", ColumnKind::Count), ("As counted now", ColumnKind::Count)],
            rows,
        ),
        figures: vec![Figure::SituationReport],
    }
}

fn signatures(day: &ReportDay) -> Section {
    let rows = day.signed.iter().map(|signed| {
        vec![
            Cell::count(signed.version),
            Cell::words(signed.by.clone()),
            Cell::words(clinical_time::date_time(signed.at)),
            Cell::count(signed.report.no_longer_meeting_criteria()),
            Cell::count(signed.report.discharged),
            Cell::count(signed.report.remaining),
            Cell::words(signed.remark.clone().unwrap_or_default()),
            Cell::words(signed.reason.clone().unwrap_or_default()),
        ]
    });
    Section {
        heading: "Signatures".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Version", ColumnKind::Count),
                ("Signed by", ColumnKind::Words),
                ("On", ColumnKind::Words),
                ("No longer meeting the criteria", ColumnKind::Count),
                ("Discharged", ColumnKind::Count),
                ("Remaining", ColumnKind::Count),
                ("Remark", ColumnKind::Words),
                ("Why it was amended", ColumnKind::Words),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::SituationReport],
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        AccountId, Actor,
        report::{
            CensusRow, ExclusionRules,
            document::Table,
            sitrep::signed::Signature,
            story::{at, day, ready, reason, stay, ward},
        },
    };

    /// Mrs A, ready for 3 nights of 9, as many times as is said; Mr B, never reviewed.
    fn report(ready_patients: usize) -> SituationReport {
        let a = reason(ready(stay("2026-03-02T09:00:00Z"), &["n2026-03-08T10:00:00Z"]), "2026-03-11", "C4");
        let row = |stay: &_| {
            CensusRow::of(stay, &ward(), at("2026-03-12T00:00:00Z"), &ExclusionRules::situation_report()).expect("a row")
        };
        let mut rows = vec![row(&a); ready_patients];
        rows.push(row(&stay("2026-03-10T09:00:00Z")));
        SituationReport::of(day("2026-03-11"), &rows, &[])
    }

    fn wednesday() -> ReportDay {
        ReportDay {
            day: day("2026-03-11"),
            today: day("2026-03-12"),
            counted: Some(report(20)),
            mark: "a".to_owned(),
            day_before: Some(report(12)),
            week_before: Some(report(13)),
            signed: vec![],
        }
    }

    fn rows(table: &Table) -> Vec<String> {
        table.rows.iter().map(|row| row.iter().map(Cell::shown).collect::<Vec<_>>().join(" | ")).collect()
    }

    fn section(sections: &[Section], heading: &str) -> Section {
        sections.iter().find(|section| section.heading == heading).expect("the section").clone()
    }

    #[test]
    fn a_jump_is_seen_beside_the_day_before_and_the_week_before() {
        let found = sections(&wednesday());
        let the_day = section(&found, "Wednesday, 11-Mar-2026");
        assert_eq!(rows(&the_day.table)[2], "Of these, remaining at midnight | 20 | 12 | 13 | Up by 8 and by 7");
        assert_eq!(the_day.words[0], "Not signed yet: the figures can still change.");
        assert!(
            the_day.words[1..].contains(&"A jump to look at: of these, remaining at midnight, up by 8 and by 7.".to_owned()),
            "{the_day:?}"
        );
        assert_eq!(rows(&section(&found, "Reasons of delay of the day").table)[0].split(" | ").nth(1), Some("20"));
        assert_eq!(rows(&section(&found, "To be checked").table)[0], format!("{NOT_REVIEWED} | 1 | of 21 patients at midnight"));
        assert!(!found.iter().any(|section| section.heading == "Signatures"));
    }

    #[test]
    fn what_was_signed_and_what_is_counted_now_stand_side_by_side() {
        let (id, name, mark) = (AccountId(Uuid::nil()), "Helen Whitlock".to_owned(), "a".to_owned());
        let helen = Actor { id, name: name.clone(), grants: vec![] };
        let signature = Signature { name, mark, ..Signature::default() };
        let signed = wednesday().sign(&helen, &signature, at("2026-03-12T09:00:00Z")).expect("signed");
        let recounted = ReportDay { signed: vec![signed], counted: Some(report(21)), ..wednesday() };
        let found = sections(&recounted);
        let again = rows(&section(&found, "Counted otherwise now").table);
        assert!(again.contains(&"Of these, remaining at midnight | 20 | 21".to_owned()), "{again:?}");
        assert!(!again.iter().any(|row| row.starts_with("Of these, discharged")), "what is the same is left out: {again:?}");
        assert_eq!(rows(&section(&found, "Wednesday, 11-Mar-2026").table)[2].split(" | ").nth(1), Some("20"));
        assert!(
            rows(&section(&found, "Signatures").table)[0].starts_with("1 | Helen Whitlock | 12-Mar-2026 09:00 | 20 | 0 | 20")
        );
    }

    #[test]
    fn a_day_without_a_census_has_no_figures() {
        assert_eq!(sections(&ReportDay { counted: None, ..wednesday() }), []);
    }
}
