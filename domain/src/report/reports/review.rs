//! The weekly long-stay review as a document: how far the meeting has come, what has to happen next, and what became of last
//! time's actions (`domain.md` 6.2.2).

use super::{counted, table};
use crate::{
    clinical_time,
    long_stay_review::{PatientOfWeek, StayReview, WeekCounts, WeekOfReviews},
    report::{
        Figure,
        document::{Cell, ColumnKind, Section},
    },
    sentence::Names,
};

pub const TITLE: &str = "Long-stay review";

/// For those who may see the patients.
pub fn sections(week: &WeekOfReviews, names: &impl Names) -> Vec<Section> {
    let mut sections = figures(&week.counts(), names);
    sections.extend(said(week));
    sections.push(patients(week));
    sections
}

/// What the meeting has said so far.
pub fn said(week: &WeekOfReviews) -> [Section; 2] {
    [next(week), outcomes(week)]
}

/// For those who may see figures alone.
pub fn figures(week: &WeekCounts, names: &impl Names) -> Vec<Section> {
    let mut sections = vec![by_ward(week, names)];
    if !week.sign_offs.is_empty() {
        sections.push(sign_offs(week));
    }
    sections
}

fn by_ward(week: &WeekCounts, names: &impl Names) -> Section {
    let rows = week.wards.iter().map(|ward| {
        let to_review = ward.patients - ward.reviewed;
        vec![Cell::words(names.ward(&ward.ward)), Cell::count(ward.patients), Cell::count(ward.reviewed), Cell::count(to_review)]
    });
    Section {
        heading: "By ward".to_owned(),
        words: vec![format!("{}.", week.progress())],
        chart: None,
        table: table(
            [
                ("Ward", ColumnKind::Words),
                ("Patients of 21 nights or more", ColumnKind::Count),
                ("Reviewed", ColumnKind::Count),
                ("Still to be reviewed", ColumnKind::Count),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::LongStayReview],
    }
}

fn sign_offs(week: &WeekCounts) -> Section {
    let rows = week.sign_offs.iter().map(|signed| {
        vec![
            Cell::words(signed.by.clone()),
            Cell::words(clinical_time::date_time(signed.at)),
            Cell::words(signed.present.clone()),
            Cell::count(signed.reviewed),
            Cell::count(signed.patients),
        ]
    });
    Section {
        heading: "Signed off".to_owned(),
        words: week.since_in_words().into_iter().collect(),
        chart: None,
        table: table(
            [
                ("Signed off by", ColumnKind::Words),
                ("On", ColumnKind::Words),
                ("At the meeting", ColumnKind::Words),
                ("Reviewed", ColumnKind::Count),
                ("Of patients", ColumnKind::Count),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::LongStayReview],
    }
}

fn reviewed(week: &WeekOfReviews) -> impl Iterator<Item = (&PatientOfWeek, &StayReview)> {
    week.patients.iter().filter_map(|patient| Some((patient, patient.review.as_ref()?)))
}

/// A row an action, so that each can be ticked off.
fn next(week: &WeekOfReviews) -> Section {
    let rows = reviewed(week).flat_map(|(patient, review)| {
        review.agreed.actions.iter().map(|action| {
            vec![
                who(patient),
                Cell::words(review.standing.place.clone()),
                Cell::words(action.what.clone()),
                Cell::words(action.who.clone()),
                Cell::Day(action.by),
                Cell::words(review.agreed.escalation.words()),
            ]
        })
    });
    Section {
        heading: "What has to happen next".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Patient", ColumnKind::Words),
                ("Place", ColumnKind::Words),
                ("What has to happen next", ColumnKind::Words),
                ("Who", ColumnKind::Words),
                ("By", ColumnKind::Day),
                ("Escalated to", ColumnKind::Words),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::LongStayReview],
    }
}

fn outcomes(week: &WeekOfReviews) -> Section {
    let outcomes = || reviewed(week).flat_map(|(patient, review)| review.agreed.outcomes.iter().map(move |said| (patient, said)));
    let done = outcomes().filter(|(_, said)| said.result == crate::long_stay_review::ActionResult::Done).count();
    let all = outcomes().count();
    let rows = outcomes().map(|(patient, said)| {
        vec![
            who(patient),
            Cell::words(said.action.what.clone()),
            Cell::words(said.action.who.clone()),
            Cell::Day(said.action.by),
            Cell::words(said.result.words()),
            Cell::words(said.words.clone().unwrap_or_default()),
        ]
    });
    let of = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let words = (all > 0).then(|| format!("{} done, of {}.", of(done), counted(of(all), "action", "actions")));
    Section {
        heading: "Last time's actions".to_owned(),
        words: words.into_iter().collect(),
        chart: None,
        table: table(
            [
                ("Patient", ColumnKind::Words),
                ("What was to happen", ColumnKind::Words),
                ("Who", ColumnKind::Words),
                ("By", ColumnKind::Day),
                ("Outcome", ColumnKind::Words),
                ("What became of it", ColumnKind::Words),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::LongStayReview],
    }
}

/// As the meeting had them before it; who is still to be reviewed, as they stand.
fn patients(week: &WeekOfReviews) -> Section {
    let rows = week.patients.iter().map(|patient| {
        let standing = patient.review.as_ref().map_or(&patient.standing, |review| &review.standing);
        let by = patient.review.as_ref().map(|review| format!("{}, {}", review.by, clinical_time::date_time(review.at)));
        vec![
            who(patient),
            Cell::words(standing.place.clone()),
            Cell::count(standing.nights),
            Cell::day(standing.ready_on),
            standing.days_ready().map_or(Cell::Nothing, Cell::count),
            Cell::words(standing.pathway.map_or("", crate::Pathway::short)),
            Cell::words(standing.expected_in_words()),
            Cell::words(standing.reason.map_or("", crate::DelayReasonCode::label)),
            Cell::words(standing.tasks.join("; ")),
            Cell::words(by.unwrap_or_else(|| "Still to be reviewed".to_owned())),
        ]
    });
    Section {
        heading: "Patients of the week".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Patient", ColumnKind::Words),
                ("Place", ColumnKind::Words),
                ("Nights", ColumnKind::Count),
                ("Ready since", ColumnKind::Day),
                ("Days ready", ColumnKind::Count),
                ("Pathway", ColumnKind::Words),
                ("Expected date", ColumnKind::Words),
                ("Primary reason", ColumnKind::Words),
                ("Open tasks", ColumnKind::Words),
                ("Reviewed", ColumnKind::Words),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::LengthOfStay, Figure::LongStayReview],
    }
}

fn who(patient: &PatientOfWeek) -> Cell {
    Cell::Link { words: patient.name.clone(), href: format!("/patients/{}", patient.stay) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        Directory, EscalationLevel, StayId,
        criteria::CriteriaStatus,
        long_stay_review::{Action, ActionResult, Agreed, Outcome, ReviewWeek, SignOff, Standing},
        report::story::{at, day},
    };

    fn action(what: &str) -> Action {
        Action { what: what.to_owned(), who: "Ffion Prosser".to_owned(), by: day("2026-03-13") }
    }

    fn patient(number: u128, name: &str) -> PatientOfWeek {
        let standing = Standing {
            on: day("2026-03-11"),
            ward: "cedar".parse().expect("a code"),
            place: "Cedar Ward, bed 1".to_owned(),
            nights: 30,
            criteria: CriteriaStatus::NotMet,
            ready_on: Some(day("2026-03-03")),
            pathway: None,
            expected_discharge: Some(day("2026-03-08")),
            reason: "C5".parse().ok(),
            tasks: vec!["Care home found: Ffion Prosser".to_owned()],
        };
        PatientOfWeek { stay: StayId(Uuid::from_u128(number)), name: name.to_owned(), standing, has_left: false, review: None }
    }

    /// One reviewed of two, who has moved since.
    fn week() -> WeekOfReviews {
        let week = ReviewWeek::of(day("2026-03-11"));
        let mut obi = patient(1, "OBI, Amara (Ms)");
        let outcome =
            Outcome { action: action("Funding panel"), result: ActionResult::Done, words: Some("Agreed on Tuesday".to_owned()) };
        let actions = vec![action("Care home to assess"), action("Daughter to be told")];
        let agreed = Agreed { actions, escalation: EscalationLevel::Matron, outcomes: vec![outcome] };
        let (stay, by, at) = (obi.stay, "Tom Reyes".to_owned(), at("2026-03-11T10:00:00Z"));
        obi.review = Some(StayReview { stay, week, version: 1, agreed, standing: obi.standing.clone(), by, at });
        obi.standing.place = "Oak Ward, bed 2".to_owned();
        let (by, present) = ("Tom Reyes".to_owned(), "Dr Shah".to_owned());
        let signed = SignOff { number: 1, reviewed: 1, patients: 2, present, by, at };
        WeekOfReviews {
            week,
            today: day("2026-03-12"),
            patients: vec![obi, patient(2, "LOWE, Ivy (Mrs)")],
            sign_offs: vec![signed],
        }
    }

    fn rows(sections: &[Section], heading: &str) -> Vec<String> {
        let section = sections.iter().find(|section| section.heading == heading).expect("the section");
        section.table.rows.iter().map(|row| row.iter().map(Cell::shown).collect::<Vec<_>>().join(" | ")).collect()
    }

    #[test]
    fn the_meeting_is_written_up_as_it_was() {
        let found = sections(&week(), &Directory::default());
        assert_eq!(found[0].words, ["1 of 2 reviewed this week."]);
        assert_eq!(rows(&found, "By ward"), ["cedar | 2 | 1 | 1"]);
        let next = rows(&found, "What has to happen next");
        let first = "OBI, Amara (Ms) | Cedar Ward, bed 1 | Care home to assess | Ffion Prosser | 13-Mar-2026 | Matron";
        assert_eq!((next[0].as_str(), next.len()), (first, 2));
        assert_eq!(
            rows(&found, "Last time's actions"),
            ["OBI, Amara (Ms) | Funding panel | Ffion Prosser | 13-Mar-2026 | Done | Agreed on Tuesday"]
        );
        let patients = rows(&found, "Patients of the week");
        assert!(patients[0].starts_with("OBI, Amara (Ms) | Cedar Ward, bed 1 | 30 | 03-Mar-2026 | 8 | "), "{patients:?}");
        assert!(patients[0].contains("08-Mar-2026 (EDD+3)") && patients[1].ends_with("Still to be reviewed"), "{patients:?}");
        assert_eq!(rows(&found, "Signed off"), ["Tom Reyes | 11-Mar-2026 10:00 | Dr Shah | 1 | 2"]);
    }

    #[test]
    fn figures_name_no_patient_and_no_bed() {
        let figures = figures(&week().counts(), &Directory::default());
        let written = format!("{figures:?}");
        assert!(!written.contains("OBI") && !written.contains("bed") && !written.contains("Funding"), "{written}");
    }
}
