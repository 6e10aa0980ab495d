//! A trust lead asks for reports.

use std::sync::Arc;

use chrono::{Days, TimeDelta};
use domain::{
    AdmissionMethod, AdmittedAs, Command, CriteriaToReside, Grant, PatientClassification, Place, Problem,
    command::Admission,
    london,
    report::{
        Asked, ChartName, Report, ReportName,
        chart::{ChartDecisions, ChartStep, Target},
        document::{Cell, Chart},
        reports::monday_of,
    },
};
use entity::admin_event;
use sea_orm::{Database, EntityTrait, QueryOrder};
use service::{
    bulk::{Step, Story},
    clock,
};

use crate::hospital::{Scene, envelope, patient, person, scenes};

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
async fn a_stay_of_which_nothing_is_recorded_for_a_week_is_asked_about() {
    for scene in scenes().await {
        let (now, by, silent) = (scene.hospital.now(), Arc::new(scene.tom.clone()), clock::new_id());
        let admitted_at = now - TimeDelta::days(30);
        let place = Place { ward: "maple".parse().expect("a code"), bay: None, bed: None };
        let admission = Command::AdmitPatient(Box::new(Admission::new(patient("Lowe"), place, admitted_at)));
        let review = Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: now - TimeDelta::days(8) };
        let steps = [(admitted_at, admission), (now - TimeDelta::days(8), review)];
        let steps = steps.map(|(at, command)| Step { at, by: Arc::clone(&by), command }).into();
        scene.hospital.tell(vec![Story { stay: silent, steps }]).await.expect("told");
        scene.admit("Marsh", "oak", "A1").await;
        let asked = Asked::lately(london::date(now));
        let of_whom = async || {
            // A server of its own, which knows from its start what was told.
            let server = scene.another_server().await;
            let report = server.report(&scene.tom, ReportName::Quality, &asked).await.expect("a report");
            shown(&report, "What is missing").into_iter().filter(|row| row.starts_with("Nothing recorded")).collect::<Vec<_>>()
        };
        assert_eq!(of_whom().await, ["Nothing recorded for a week: is the patient still here? | 1 | 50.0%"]);
        let review = Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: now };
        scene.accepted(&scene.tom, envelope(silent, review)).await;
        assert_eq!(of_whom().await, ["Nothing recorded for a week: is the patient still here? | 0 | 0.0%"]);
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

/// Nobody is made up for them, whose account nobody would find.
#[tokio::test]
async fn what_the_command_line_takes_is_taken_by_whoever_runs_the_server() {
    for scene in scenes().await {
        let (operator, asked) = (service::operator(), Asked::lately(london::date(scene.hospital.now())));
        scene.hospital.take_reports(&operator, &[ReportName::Flow], &asked, "csv").await.expect("a report");
        scene.hospital.take_discharges(&operator, &asked, "csv").await.expect("a list");
        scene.hospital.take_reports(&scene.tom, &[ReportName::Flow], &asked, "csv").await.expect("a report");
        let by: Vec<_> = admin_events(&scene).await.into_iter().map(|event| (event.actor_id, event.actor_name)).collect();
        let [operator, tom] = [(None, operator.name), (Some(scene.tom.id.0), scene.tom.name.clone())];
        assert_eq!(by, [operator.clone(), operator, tom]);
    }
}

const DELAYS: ChartName = ChartName::DelayDays;

/// What was decided about the chart of delay days, as its report shows it.
fn decided(report: &Report) -> ChartDecisions {
    let charts = report.sections.iter().filter_map(|section| section.chart.as_ref());
    let mut decisions = charts.filter_map(|chart| match chart {
        Chart::Xmr(chart) => Some(chart.decisions.clone()),
        Chart::Bars(_) => None,
    });
    decisions.next().expect("a chart over time")
}

/// Oldest first.
async fn admin_events(scene: &Scene) -> Vec<admin_event::Model> {
    let db = Database::connect(scene.database.url()).await.expect("a connection");
    admin_event::Entity::find().order_by_asc(admin_event::Column::At).all(&db).await.expect("events")
}

async fn kinds_of_admin_events(scene: &Scene) -> Vec<String> {
    admin_events(scene).await.into_iter().map(|event| event.kind).filter(|kind| kind.starts_with("chart")).collect()
}

#[tokio::test]
async fn a_trust_lead_sets_a_target_rebases_a_chart_and_takes_it_back() {
    for scene in scenes().await {
        let hospital = &scene.hospital;
        let lead = person("Helen Whitlock", Grant::TrustLead);
        let everybody = Asked::lately(london::date(hospital.now()));
        let maple = Asked { ward: Some("maple".parse().expect("a code")), ..everybody.clone() };
        let target = Target { chart: DELAYS, value: 40.0 };
        let rebase = ChartStep::Rebase { from: monday_of(everybody.to), reason: "The lounge opened".to_owned() };
        for step in [ChartStep::SetTarget(target), ChartStep::SetTarget(target), rebase] {
            hospital.decide_chart(&lead, DELAYS, &everybody, step).await.expect("decided");
        }
        let shown = async |asked: &Asked| decided(&hospital.report(&lead, ReportName::Delays, asked).await.expect("a report"));
        let decisions = shown(&everybody).await;
        assert_eq!((decisions.target(), decisions.all.len()), (Some(target), 2), "the same target again is no change");
        assert_eq!(decisions.all[0].by, "Helen Whitlock");
        assert!(shown(&maple).await.all.is_empty(), "what holds for the hospital says nothing of a ward");
        let county = Asked { local_authority: Some("Severnside County".to_owned()), ..everybody.clone() };
        assert!(shown(&county).await.all.is_empty(), "nor of the patients of one council");

        let decision = decisions.all[0].id;
        for reason in ["Agreed with nobody", "Again"] {
            let step = ChartStep::Withdraw { decision, reason: reason.to_owned() };
            hospital.decide_chart(&lead, DELAYS, &everybody, step).await.expect("withdrawn");
        }
        let decisions = shown(&everybody).await;
        assert_eq!((decisions.target(), decisions.all.len()), (None, 2), "nothing is deleted");
        let withdrawn = decisions.all[0].withdrawn.as_ref().map(|withdrawn| withdrawn.reason.as_str());
        assert_eq!(withdrawn, Some("Agreed with nobody"));
        let kinds = kinds_of_admin_events(&scene).await;
        assert_eq!(kinds, ["chart_target_set", "chart_rebased", "chart_decision_withdrawn"]);
    }
}

#[tokio::test]
async fn nobody_but_a_trust_lead_decides_what_passes_for_good() {
    for scene in scenes().await {
        let asked = Asked::lately(london::date(scene.hospital.now()));
        let step = || ChartStep::SetTarget(Target { chart: DELAYS, value: 40.0 });
        for nobody in [&scene.tom, &scene.amara, &scene.priya, &person("Owen", Grant::Administrator)] {
            let refused = scene.hospital.decide_chart(nobody, DELAYS, &asked, step()).await;
            assert_eq!(refused, Err(Problem::NotAllowed), "{}", nobody.name);
        }
        let lead = person("Helen Whitlock", Grant::TrustLead);
        let nowhere = Asked { ward: Some("elm".parse().expect("a code")), ..asked };
        let refused = scene.hospital.decide_chart(&lead, DELAYS, &nowhere, step()).await;
        assert_eq!(refused, Err(Problem::invalid("There is no such ward.")));
        assert!(kinds_of_admin_events(&scene).await.is_empty());
    }
}

/// A record that says why somebody isn't counted says so on the report, also after the server was started again.
#[tokio::test]
async fn each_patient_who_is_not_counted_is_listed_with_the_reason() {
    for scene in scenes().await {
        let lowe = scene.admit("Lowe", "maple", "A1").await;
        scene.admit("Marsh", "oak", "A1").await;
        let delivery =
            AdmittedAs { classification: Some(PatientClassification::MotherAndBaby), method: Some(AdmissionMethod::Maternity) };
        scene.accepted(&scene.tom, envelope(lowe, Command::SetAdmittedAs { admitted_as: delivery })).await;
        let asked = Asked::lately(london::date(scene.hospital.now()));
        for hospital in [scene.hospital.clone(), scene.another_server().await] {
            let report = hospital.report(&scene.tom, ReportName::LongStay, &asked).await.expect("a report");
            let why = "excluded because the stay is recorded as \u{201c}Mother and baby, delivery facilities only\u{201d}, and \
                       maternity care is not counted";
            assert_eq!(shown(&report, "Not counted"), [format!("{why} | 1")]);
            assert_eq!(shown(&report, "Who is not counted"), [format!("LOWE, Robin (Mx) | Maple, Bay A bed A1 | 3 | {why}")]);
            let lead = person("Helen Whitlock", Grant::TrustLead);
            let report = hospital.report(&lead, ReportName::LongStay, &asked).await.expect("a report");
            assert_eq!(shown(&report, "Who is not counted"), [format!("– | Maple | 3 | {why}")]);
        }
    }
}
