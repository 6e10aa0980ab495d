//! A day's situation report is checked, signed by name, and stands as it was signed.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use domain::{
    Actor, Command, CriteriaToReside, Grant, Place, Problem, StayId,
    command::Admission,
    london,
    report::{
        Report,
        reports::monday_of,
        sitrep::{
            published::Provider,
            signed::{ReportDay, Signature},
        },
    },
    stay::Destination,
};
use service::{
    Hospital,
    bulk::{Step, Story},
    clock,
};

use crate::hospital::{Scene, patient, person, scenes};

fn helen() -> Actor {
    person("Helen Whitlock", Grant::TrustLead)
}

fn today(scene: &Scene) -> NaiveDate {
    london::date(scene.hospital.now())
}

/// Written down on a day's morning: admitted to Maple, and found ready.
async fn tell_ready(scene: &Scene, family: &str, on: NaiveDate) -> StayId {
    let at = london::instant(on, NaiveTime::from_hms_opt(9, 0, 0).expect("a time"));
    let place = Place { ward: "maple".parse().expect("a code"), bay: None, bed: None };
    let admission = Admission::new(patient(family), place, at - TimeDelta::days(8));
    let ready = Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: at };
    let (stay, by) = (clock::new_id(), Arc::new(scene.tom.clone()));
    let steps = [Command::AdmitPatient(Box::new(admission)), ready];
    let steps = steps.map(|command| Step { at, by: Arc::clone(&by), command }).into();
    scene.hospital.tell(vec![Story { stay, steps }]).await.expect("told");
    stay
}

/// Mrs Lowe is ready for some twenty days, and every night of them is frozen.
async fn twenty_nights(scene: &Scene) {
    tell_ready(scene, "Lowe", today(scene) - Days::new(20)).await;
    scene.hospital.freeze_due(scene.hospital.now()).await.expect("frozen");
}

/// Mr Marsh was written down late, and the night that ends the day is counted again with him.
async fn recount(scene: &Scene, day: NaiveDate) {
    tell_ready(scene, "Marsh", day).await;
    let midnight = london::start_of(day + Days::new(1));
    scene.hospital.recount_census_as_operator(midnight, "Oak came over from paper").await.expect("a recount");
}

async fn report_day(hospital: &Hospital, day: NaiveDate) -> ReportDay {
    hospital.report_day(&helen(), day).await.expect("a day")
}

fn signature(by: &Actor, seen: &ReportDay, reason: &str) -> Signature {
    let version = seen.latest().map_or(0, |signed| signed.version);
    let (name, reason, mark) = (by.name.clone(), reason.to_owned(), seen.mark.clone());
    Signature { name, remark: "Oak was closed for a day.".to_owned(), reason, mark, version }
}

async fn sign(hospital: &Hospital, by: &Actor, seen: &ReportDay, reason: &str) -> Result<(), Problem> {
    hospital.sign_situation_report(by, seen.day, &signature(by, seen, reason)).await
}

fn words(refused: Result<(), Problem>) -> String {
    refused.expect_err("refused").to_string()
}

#[tokio::test]
async fn a_day_is_signed_and_stands_when_a_recount_gives_other_figures() {
    for scene in scenes().await {
        twenty_nights(&scene).await;
        let yesterday = today(&scene) - Days::new(1);
        let seen = report_day(&scene.hospital, yesterday).await;
        assert_eq!(seen.figures().map(|report| (report.remaining, report.patients)), Some((1, 1)));
        assert_eq!(seen.day_before.as_ref().map(|report| report.remaining), Some(1));
        assert_eq!(seen.week_before.as_ref().map(|report| report.remaining), Some(1));
        sign(&scene.hospital, &helen(), &seen, "").await.expect("signed");

        recount(&scene, yesterday).await;
        let now = report_day(&scene.hospital, yesterday).await;
        assert_eq!(now.figures().map(|report| report.remaining), Some(1), "what was signed stands");
        assert_eq!(now.counted_otherwise().map(|report| report.remaining), Some(2));
        let signed = now.latest().expect("a signature");
        assert_eq!((signed.by.as_str(), signed.remark.as_deref()), ("Helen Whitlock", Some("Oak was closed for a day.")));

        sign(&scene.hospital, &scene.tom, &now, "Oak came over from paper").await.expect("amended");
        let amended = report_day(&scene.hospital, yesterday).await;
        let versions: Vec<_> = amended.signed.iter().map(|signed| (signed.version, signed.report.remaining)).collect();
        assert_eq!((versions, amended.counted_otherwise()), (vec![(1, 1), (2, 2)], None));
        let listed = scene.hospital.signed_days(&helen(), yesterday - Days::new(14)..=yesterday).await.expect("days");
        let listed: Vec<_> = listed.iter().map(|(day, signed)| (*day, signed.version)).collect();
        assert_eq!(listed, [(yesterday, 2)]);
    }
}

#[tokio::test]
async fn of_two_who_sign_at_once_one_is_told_who_signed() {
    for scene in scenes().await {
        twenty_nights(&scene).await;
        let seen = report_day(&scene.hospital, today(&scene) - Days::new(1)).await;
        let (other, helen) = (scene.another_server().await, helen());
        let both = tokio::join!(sign(&scene.hospital, &helen, &seen, ""), sign(&other, &scene.tom, &seen, ""));
        let (winner, loser) = match both {
            (Ok(()), loser) => (&helen, loser),
            (loser, Ok(())) => (&scene.tom, loser),
            neither => panic!("{neither:?}"),
        };
        assert!(words(loser).starts_with(&format!("{} signed this day on", winner.name)));
        let signed = report_day(&scene.hospital, seen.day).await.signed;
        assert_eq!(signed.iter().map(|signed| signed.by.as_str()).collect::<Vec<_>>(), [winner.name.as_str()]);
    }
}

#[tokio::test]
async fn nobody_signs_figures_that_they_did_not_see() {
    for scene in scenes().await {
        twenty_nights(&scene).await;
        let yesterday = today(&scene) - Days::new(1);
        let seen = report_day(&scene.hospital, yesterday).await;
        recount(&scene, yesterday).await;
        assert!(words(sign(&scene.hospital, &helen(), &seen, "").await).starts_with("The figures have changed"));
        let today = report_day(&scene.hospital, today(&scene)).await;
        assert!(words(sign(&scene.hospital, &helen(), &today, "").await).contains("is not over"));
        let before_all = report_day(&scene.hospital, today.day - Days::new(40)).await;
        assert!(words(sign(&scene.hospital, &helen(), &before_all, "").await).starts_with("There is no census"));
    }
}

#[tokio::test]
async fn a_day_is_amended_until_the_end_of_the_next_week() {
    for scene in scenes().await {
        twenty_nights(&scene).await;
        let last_monday = monday_of(today(&scene)) - Days::new(7);
        for day in [last_monday, last_monday - Days::new(1)] {
            let seen = report_day(&scene.hospital, day).await;
            sign(&scene.hospital, &helen(), &seen, "").await.expect("a late signature is one");
            recount(&scene, day).await;
        }
        let in_time = report_day(&scene.hospital, last_monday).await;
        sign(&scene.hospital, &helen(), &in_time, "Oak came over from paper").await.expect("amended");
        let too_late = report_day(&scene.hospital, last_monday - Days::new(1)).await;
        let refused = words(sign(&scene.hospital, &helen(), &too_late, "Oak came over from paper").await);
        assert!(refused.starts_with("Only days from") && refused.contains("can still be amended"), "{refused}");
        assert_eq!(report_day(&scene.hospital, too_late.day).await.signed.len(), 1);
    }
}

#[tokio::test]
async fn signing_is_for_coordinators_and_trust_leads() {
    for scene in scenes().await {
        twenty_nights(&scene).await;
        let seen = report_day(&scene.hospital, today(&scene) - Days::new(1)).await;
        for nobody in [&scene.amara, &scene.priya, &person("Owen", Grant::Administrator)] {
            assert_eq!(scene.hospital.report_day(nobody, seen.day).await, Err(Problem::NotAllowed));
            assert_eq!(sign(&scene.hospital, nobody, &seen, "").await, Err(Problem::NotAllowed));
            let taken = scene.hospital.take_situation_report(nobody, seen.day, "pdf").await;
            assert_eq!(taken, Err(Problem::NotAllowed));
            assert_eq!(scene.hospital.published_situation(nobody, seen.day).await, Err(Problem::NotAllowed));
        }
        sign(&scene.hospital, &scene.tom, &seen, "").await.expect("signed");
    }
}

#[tokio::test]
async fn the_national_file_has_the_signed_figures_of_a_trust_that_is_named() {
    for scene in scenes().await {
        twenty_nights(&scene).await;
        let yesterday = today(&scene) - Days::new(1);
        let refused = scene.hospital.published_situation(&helen(), yesterday).await.expect_err("no trust is named");
        assert!(refused.to_string().contains("organisation-code"), "{refused}");

        let [code, name] = ["RZZ", "SEVERNSIDE HOSPITALS"].map(str::to_owned);
        let server = scene.server_of(Provider { code, name, ..Provider::default() }).await;
        let refused = server.published_situation(&helen(), yesterday).await.expect_err("nobody has signed");
        assert!(refused.to_string().starts_with("Only a day that was signed"), "{refused}");
        sign(&server, &helen(), &report_day(&server, yesterday).await, "").await.expect("signed");
        recount(&scene, yesterday).await;
        let (headings, rows) = server.published_situation(&helen(), yesterday).await.expect("a file");
        assert_eq!((headings.len(), headings[4], rows[0][4].as_str()), (10, "Org Code", "RZZ"));
        let remaining = rows.iter().find(|row| row[8] == "NCTR not discharged").expect("a row");
        assert_eq!(remaining[9], "1", "as it was signed");
    }
}

/// Who left counts on the day, beside those who remained.
#[tokio::test]
async fn who_left_on_the_day_is_in_its_report() {
    for scene in scenes().await {
        twenty_nights(&scene).await;
        let yesterday = today(&scene) - Days::new(1);
        let gone = tell_ready(&scene, "Nairn", yesterday - Days::new(2)).await;
        let server = scene.another_server().await;
        let noon = london::instant(yesterday, NaiveTime::from_hms_opt(12, 0, 0).expect("a time"));
        let leave = Command::DischargePatient { at: noon, to: Destination::HomeWithSupport };
        let receipts = server.submit(&scene.tom, vec![crate::hospital::envelope(gone, leave)]).await.expect("a receipt");
        assert_eq!(receipts.len(), 1);
        let report: Report = server.take_situation_report(&scene.tom, yesterday, "xlsx").await.expect("a report");
        assert_eq!(report.sections[0].table.rows[1][1].shown(), "1", "{:?}", report.sections[0]);
        assert_eq!(report.by, "Tom Reyes");
    }
}
