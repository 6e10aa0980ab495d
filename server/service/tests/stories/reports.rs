//! A trust lead asks for reports.

use chrono::{Days, TimeDelta};
use domain::{
    Command, CriteriaToReside, Grant, Problem, london,
    report::{Asked, Report, ReportName, document::Cell},
};

use crate::hospital::{Scene, envelope, person, scenes};

/// A row as it is shown: "Process: … | 1 | 1.0 | 100.0%".
fn shown(report: &Report, heading: &str) -> Vec<String> {
    let section = report.sections.iter().find(|section| section.heading == heading).expect("a section");
    let row = |row: &Vec<Cell>| row.iter().map(Cell::shown).collect::<Vec<_>>().join(" | ");
    section.table.rows.iter().map(row).collect()
}

/// Mrs Lowe, ready since today for want of her medicines; the night that ends today is frozen.
async fn a_night(scene: &Scene) -> Asked {
    let now = scene.hospital.now();
    let today = london::date(now);
    let lowe = scene.admit("Lowe", "maple", "A1").await;
    scene.admit("Marsh", "oak", "A1").await;
    let review = Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: now };
    scene.accepted(&scene.tom, envelope(lowe, review)).await;
    let reason = Command::ConfirmDelayReason { day: today, reason: "H5".parse().expect("a code"), suggested: None };
    scene.accepted(&scene.tom, envelope(lowe, reason)).await;
    let tomorrow = london::start_of(today + Days::new(1));
    scene.hospital.freeze_due(tomorrow + TimeDelta::hours(1)).await.expect("frozen");
    Asked { from: today, to: today, ..Asked::lately(today) }
}

#[tokio::test]
async fn a_night_of_delay_is_counted_from_the_frozen_census() {
    for scene in scenes().await {
        let asked = a_night(&scene).await;
        let lead = person("Helen Whitlock", Grant::TrustLead);
        let report = scene.hospital.report(&lead, ReportName::Delays, &asked).await.expect("a report");
        assert_eq!(shown(&report, "In all")[0], "Process: still to be decided or arranged | 1 | 1.0 | 100.0%");
        assert_eq!(shown(&report, "By ward"), ["Maple | 1 | 1.0 | 100.0%", "Oak | 0 | 0.0 | 0.0%"]);
        assert_eq!(report.by, "Helen Whitlock");

        let oak = Asked { ward: Some("oak".parse().expect("a code")), ..asked.clone() };
        let report = scene.hospital.report(&lead, ReportName::Delays, &oak).await.expect("a report");
        assert_eq!(shown(&report, "By ward"), ["Oak | 0 | 0.0 | 0.0%"]);
        let nowhere = Asked { ward: Some("elm".parse().expect("a code")), ..asked };
        let refused = scene.hospital.report(&lead, ReportName::Delays, &nowhere).await;
        assert_eq!(refused, Err(Problem::invalid("There is no such ward.")));
    }
}

#[tokio::test]
async fn figures_are_for_those_who_may_see_them_and_names_for_fewer() {
    for scene in scenes().await {
        let asked = a_night(&scene).await;
        for nobody in [&scene.amara, &scene.priya, &person("Owen", Grant::Administrator)] {
            let refused = scene.hospital.report(nobody, ReportName::LongStay, &asked).await;
            assert_eq!(refused, Err(Problem::NotAllowed));
        }
        let lead = person("Helen Whitlock", Grant::TrustLead);
        let to_lead = scene.hospital.report(&lead, ReportName::Quality, &asked).await.expect("a report");
        assert!(!format!("{to_lead:?}").contains("LOWE") && !format!("{to_lead:?}").contains("bed A1"));
        let to_tom = scene.hospital.report(&scene.tom, ReportName::Quality, &asked).await.expect("a report");
        assert!(shown(&to_tom, "Where").iter().any(|row| row.contains("LOWE") && row.contains("bed A1")));
    }
}

#[tokio::test]
async fn every_report_is_counted_on_an_empty_hospital_too() {
    for scene in scenes().await {
        let asked = Asked::lately(london::date(scene.hospital.now()));
        let names = ReportName::chosen([]).expect("all of them");
        let reports = scene.hospital.take_reports(&scene.tom, &names, &asked, "pdf").await.expect("the reports");
        assert_eq!(
            reports.iter().map(|report| report.title.as_str()).collect::<Vec<_>>(),
            names.iter().map(|name| name.title()).collect::<Vec<_>>()
        );
        assert!(reports.iter().all(|report| !report.sections.is_empty()));
    }
}
