//! The weekly meeting works through everybody of 21 nights and more.

use std::sync::Arc;

use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    Command, Grant, Place, Problem, StayId,
    command::Admission,
    london,
    long_stay_review::{ActionDraft, ActionResult, Draft, OutcomeDraft, ReviewWeek, SignOffDraft, WeekOfReviews},
    stay::Destination,
};
use service::{
    Hospital, ReviewWritten,
    bulk::{Step, Story},
    clock,
};

use crate::hospital::{Scene, envelope, patient, person, scenes};

fn today(scene: &Scene) -> NaiveDate {
    london::date(scene.hospital.now())
}

fn this_week(scene: &Scene) -> ReviewWeek {
    ReviewWeek::of(today(scene))
}

/// Admitted so many nights ago.
async fn admit(scene: &Scene, family: &str, ward: &str, nights: i64) -> StayId {
    let stay: StayId = clock::new_id();
    let place = Place { ward: ward.parse().expect("a code"), bay: None, bed: Some("A1".to_owned()) };
    let admitted_at = scene.hospital.now() - TimeDelta::days(nights);
    let admission = Admission::new(patient(family), place, admitted_at);
    scene.accepted(&scene.tom, envelope(stay, Command::AdmitPatient(Box::new(admission)))).await;
    stay
}

fn draft(scene: &Scene, what: &str, seen: u32) -> Draft {
    let by = (today(scene) + Days::new(2)).to_string();
    let action = ActionDraft { what: what.to_owned(), who: "Ffion Prosser".to_owned(), by };
    Draft { actions: vec![action, ActionDraft::default()], escalation: "matron".to_owned(), outcomes: vec![], seen }
}

async fn write(hospital: &Hospital, scene: &Scene, stay: StayId, draft: &Draft) -> ReviewWritten {
    hospital.write_stay_review(&scene.tom, this_week(scene), stay, None, draft).await.expect("written")
}

async fn week(scene: &Scene, week: ReviewWeek) -> WeekOfReviews {
    scene.hospital.review_week(&scene.tom, week).await.expect("a week")
}

fn names(week: &WeekOfReviews) -> Vec<(&str, bool)> {
    week.patients.iter().map(|patient| (patient.name.as_str(), patient.review.is_some())).collect()
}

#[tokio::test]
async fn everybody_of_21_nights_is_talked_about_the_longest_stay_first() {
    for scene in scenes().await {
        let lowe = admit(&scene, "Lowe", "maple", 21).await;
        admit(&scene, "Marsh", "oak", 40).await;
        admit(&scene, "Nairn", "oak", 20).await;
        assert_eq!(write(&scene.hospital, &scene, lowe, &draft(&scene, "Care home to assess", 0)).await, ReviewWritten::Stands);
        let found = week(&scene, this_week(&scene)).await;
        assert_eq!(names(&found), [("MARSH, Robin (Mx)", false), ("LOWE, Robin (Mx)", true)]);
        assert_eq!(found.counts().progress(), "1 of 2 reviewed this week");
        let review = found.patients[1].review.clone().expect("a review");
        assert_eq!((review.version, review.by.as_str()), (1, "Tom Reyes"));
        assert_eq!((review.agreed.actions.len(), review.agreed.actions[0].what.as_str()), (1, "Care home to assess"));
        assert_eq!((review.standing.nights, review.standing.place.as_str()), (21, "Maple, Bay A bed A1"));
    }
}

/// Mrs Lowe, written down forty days ago, with the night that ended last week; and a server that knows of her.
async fn a_week_ago(scene: &Scene) -> (Hospital, StayId) {
    let at = scene.hospital.now() - TimeDelta::days(40);
    let place = Place { ward: "maple".parse().expect("a code"), bay: None, bed: Some("A1".to_owned()) };
    let admission = Admission::new(patient("Lowe"), place, at);
    let stay = clock::new_id();
    let step = Step { at, by: Arc::new(scene.tom.clone()), command: Command::AdmitPatient(Box::new(admission)) };
    scene.hospital.tell(vec![Story { stay, steps: vec![step] }]).await.expect("told");
    scene.hospital.freeze_due(scene.hospital.now()).await.expect("frozen");
    (scene.another_server().await, stay)
}

#[tokio::test]
async fn last_time_s_actions_have_their_outcome() {
    for scene in scenes().await {
        let (hospital, lowe) = a_week_ago(&scene).await;
        let (this, before) = (this_week(&scene), this_week(&scene).before());
        let write = async |week, earlier, draft: &Draft| hospital.write_stay_review(&scene.tom, week, lowe, earlier, draft).await;
        let asked = async || hospital.stay_review(&scene.tom, this, lowe).await.expect("a review").review;
        assert_eq!(asked().await.earlier, None);
        assert_eq!(write(before, None, &draft(&scene, "Funding panel", 0)).await, Ok(ReviewWritten::Stands));
        let earlier = asked().await.earlier.expect("last week's");
        assert_eq!(earlier.agreed.actions[0].what, "Funding panel");

        let outcome = OutcomeDraft { result: "not_done".to_owned(), words: "The panel was called off".to_owned() };
        let with_outcome = Draft { outcomes: vec![outcome], ..draft(&scene, "Care home to assess", 0) };
        let seen = Some((earlier.week, earlier.version));
        let silent = Draft { outcomes: vec![OutcomeDraft::default()], ..with_outcome.clone() };
        let refused = write(this, seen, &silent).await;
        assert_eq!(refused, Err(Problem::invalid("Please say of each action of last time whether it was done.")));
        assert_eq!(write(this, seen, &with_outcome).await, Ok(ReviewWritten::Stands));

        // A correction of last week's words changes nothing of what was said about them.
        assert_eq!(write(before, None, &draft(&scene, "Funding panel at noon", 1)).await, Ok(ReviewWritten::Stands));
        let now = asked().await;
        let said = &now.versions[0].agreed.outcomes[0];
        assert_eq!((said.action.what.as_str(), said.result), ("Funding panel", ActionResult::NotDone));
        assert_eq!(now.earlier.map(|earlier| earlier.version), Some(2), "a correction is another version");
        let past = hospital.review_week(&scene.tom, before).await.expect("a week");
        assert_eq!(names(&past), [("LOWE, Robin (Mx)", true)]);
    }
}

#[tokio::test]
async fn of_two_who_write_at_once_nothing_is_lost() {
    for scene in scenes().await {
        let lowe = admit(&scene, "Lowe", "maple", 30).await;
        let other = scene.another_server().await;
        let (home, panel) = (draft(&scene, "Care home to assess", 0), draft(&scene, "Funding panel", 0));
        let both = tokio::join!(write(&scene.hospital, &scene, lowe, &home), write(&other, &scene, lowe, &panel));
        let (theirs, mine) = match both {
            (ReviewWritten::Stands, ReviewWritten::Meanwhile(theirs)) => (theirs, panel),
            (ReviewWritten::Meanwhile(theirs), ReviewWritten::Stands) => (theirs, home),
            neither => panic!("{neither:?}"),
        };
        assert_ne!(theirs.agreed.actions[0].what, mine.actions[0].what, "theirs is shown beside mine");
        let again = Draft { seen: theirs.version, ..mine.clone() };
        assert_eq!(write(&other, &scene, lowe, &again).await, ReviewWritten::Stands);
        let asked = scene.hospital.stay_review(&scene.tom, this_week(&scene), lowe).await.expect("a review");
        let versions: Vec<_> = asked.review.versions.iter().map(|version| version.agreed.actions[0].what.as_str()).collect();
        assert_eq!(versions, [theirs.agreed.actions[0].what.as_str(), mine.actions[0].what.as_str()]);
        assert_eq!(write(&other, &scene, lowe, &again).await, ReviewWritten::Stands, "sending it twice does it once");
        assert_eq!(
            scene.hospital.stay_review(&scene.tom, this_week(&scene), lowe).await.expect("a review").review.versions.len(),
            2
        );
    }
}

#[tokio::test]
async fn who_was_reviewed_stays_in_the_week_when_they_have_left() {
    for scene in scenes().await {
        let lowe = admit(&scene, "Lowe", "maple", 30).await;
        write(&scene.hospital, &scene, lowe, &draft(&scene, "Taxi at two", 0)).await;
        let leave = Command::DischargePatient { at: scene.hospital.now(), to: Destination::HomeWithSupport };
        scene.accepted(&scene.tom, envelope(lowe, leave)).await;
        let found = week(&scene, this_week(&scene)).await;
        assert_eq!((names(&found), found.patients[0].has_left), (vec![("LOWE, Robin (Mx)", true)], true));
        write(&scene.hospital, &scene, lowe, &draft(&scene, "Taxi at three", 1)).await;
        let void = Command::VoidStay { reason: "Wrong patient".to_owned() };
        scene.accepted(&scene.tom, envelope(lowe, void)).await;
        assert_eq!(names(&week(&scene, this_week(&scene)).await), []);
    }
}

#[tokio::test]
async fn a_week_is_signed_off_by_name_once_at_a_time() {
    for scene in scenes().await {
        let lowe = admit(&scene, "Lowe", "maple", 30).await;
        admit(&scene, "Marsh", "oak", 40).await;
        let present = "Dr Shah, Ffion Prosser".to_owned();
        let name = SignOffDraft { name: "Tom Reyes".to_owned(), present, seen: 0 };
        let too_soon = scene.hospital.sign_off_reviews(&scene.tom, this_week(&scene), &name).await.expect_err("refused");
        assert!(too_soon.to_string().starts_with("Nobody was reviewed"), "{too_soon}");
        write(&scene.hospital, &scene, lowe, &draft(&scene, "Care home to assess", 0)).await;
        let other = scene.another_server().await;
        let both = tokio::join!(
            scene.hospital.sign_off_reviews(&scene.tom, this_week(&scene), &name),
            other.sign_off_reviews(&scene.tom, this_week(&scene), &name)
        );
        let refused = match both {
            (Ok(()), Err(problem)) | (Err(problem), Ok(())) => problem.to_string(),
            neither => panic!("{neither:?}"),
        };
        assert!(refused.starts_with("Tom Reyes signed this week off on"), "{refused}");
        let signed = week(&scene, this_week(&scene)).await.sign_offs;
        assert_eq!(
            signed.iter().map(|signed| (signed.number, signed.reviewed, signed.patients)).collect::<Vec<_>>(),
            [(1, 1, 2)]
        );
        write(&scene.hospital, &scene, lowe, &draft(&scene, "Care home has assessed", 1)).await;
        assert_eq!(week(&scene, this_week(&scene)).await.counts().written_since, 1, "a correction is told");
    }
}

#[tokio::test]
async fn the_meeting_is_for_coordinators_and_its_figures_for_trust_leads() {
    for scene in scenes().await {
        let lowe = admit(&scene, "Lowe", "maple", 30).await;
        write(&scene.hospital, &scene, lowe, &draft(&scene, "Care home to assess", 0)).await;
        let (week, helen, owen) = (this_week(&scene), person("Helen", Grant::TrustLead), person("Owen", Grant::Administrator));
        for nobody in [&scene.amara, &scene.priya, &helen, &owen] {
            assert_eq!(scene.hospital.review_week(nobody, week).await, Err(Problem::NotAllowed));
            assert_eq!(scene.hospital.stay_review(nobody, week, lowe).await, Err(Problem::NotAllowed));
            let draft = draft(&scene, "Something else", 1);
            assert_eq!(scene.hospital.write_stay_review(nobody, week, lowe, None, &draft).await, Err(Problem::NotAllowed));
            let sign = SignOffDraft { name: nobody.name.clone(), present: "Nobody".to_owned(), seen: 0 };
            assert_eq!(scene.hospital.sign_off_reviews(nobody, week, &sign).await, Err(Problem::NotAllowed));
        }
        for nobody in [&scene.amara, &scene.priya, &owen] {
            assert_eq!(scene.hospital.review_counts(nobody, week).await, Err(Problem::NotAllowed));
            assert_eq!(scene.hospital.take_review(nobody, week, "pdf").await, Err(Problem::NotAllowed));
        }
        assert_eq!(scene.hospital.views_of(lowe).await, Ok(vec![]), "what was refused was not seen, and who wrote is on record");
        scene.hospital.stay_review(&scene.tom, week, lowe).await.expect("a review");
        let views = scene.hospital.views_of(lowe).await.expect("views");
        let seen: Vec<_> = views.iter().map(|view| (view.name.as_str(), view.what.as_str())).collect();
        assert_eq!(seen, [("Tom Reyes", "long-stay review")]);
        assert_eq!(scene.hospital.review_counts(&helen, week).await.expect("counts").progress(), "1 of 1 reviewed this week");
        let to_helen = format!("{:?}", scene.hospital.take_review(&helen, week, "pdf").await.expect("a report"));
        assert!(!to_helen.contains("LOWE") && !to_helen.contains("Care home"), "{to_helen}");
        let to_tom = format!("{:?}", scene.hospital.take_review(&scene.tom, week, "pdf").await.expect("a report"));
        assert!(to_tom.contains("LOWE") && to_tom.contains("Care home to assess"), "{to_tom}");
    }
}

#[tokio::test]
async fn only_who_is_talked_about_in_the_week_is_written_about() {
    for scene in scenes().await {
        let nairn = admit(&scene, "Nairn", "oak", 20).await;
        let refused =
            scene.hospital.write_stay_review(&scene.tom, this_week(&scene), nairn, None, &draft(&scene, "Home", 0)).await;
        assert_eq!(refused, Err(Problem::NotFound));
        let marsh = admit(&scene, "Marsh", "oak", 40).await;
        let old = this_week(&scene).before().before();
        write(&scene.hospital, &scene, marsh, &draft(&scene, "Home", 0)).await;
        let refused = scene.hospital.write_stay_review(&scene.tom, old, marsh, None, &draft(&scene, "Home", 0)).await;
        assert_eq!(refused, Err(Problem::NotFound), "they are on no list of that week");
    }
}
