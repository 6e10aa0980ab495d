//! A tablet on bad Wi-Fi, which hears of the ward and asks for what it missed.

use rstest::rstest;
use uuid::Uuid;

use super::*;

const AMARA: StayId = StayId(Uuid::from_u128(1));
const TOM: StayId = StayId(Uuid::from_u128(2));

fn gone(stay: StayId) -> Frame {
    Frame::Gone { stay, entry: None }
}

fn beat() -> Frame {
    Frame::Beat { now: "2026-03-05T10:00:00Z".parse().expect("an instant"), sequence: 7 }
}

/// Contains the log up to 5, has heard up to 7 and asks for everything.
fn asking() -> CatchUp {
    let mut screen = CatchUp::after(5);
    screen.hear(7, beat());
    assert!(screen.lacks_everything(1_000.0));
    screen
}

#[test]
fn what_is_heard_is_said_at_once_where_nothing_is_lacking() {
    let mut screen = CatchUp::after(5);
    assert_eq!(screen.hear(6, gone(AMARA)), Some(gone(AMARA)));
    assert_eq!(screen.heard(), 6);
    assert!(screen.is_complete());
}

/// Amara leaves while the answer is on its way: it may still have her, or know already.
#[rstest]
#[case::older_than_what_was_said(6, None)]
#[case::before_she_left(7, Some(vec![(8, gone(AMARA)), (9, gone(TOM))]))]
#[case::after_she_left(8, Some(vec![(9, gone(TOM))]))]
#[case::later_than_all(10, Some(vec![]))]
fn what_is_heard_while_everything_is_asked_for_is_said_after_the_answer(
    #[case] sequence: i64,
    #[case] said: Option<Vec<(i64, Frame)>>,
) {
    let mut screen = asking();
    assert_eq!(screen.hear(8, gone(AMARA)), None);
    assert_eq!(screen.hear(9, gone(TOM)), None);
    assert_eq!(screen.hear(9, beat()), Some(beat()), "the clock goes on");
    let is_answered = said.is_some();
    assert_eq!(screen.everything_came(sequence), said);
    assert_eq!(screen.is_complete(), is_answered);
}

#[test]
fn what_an_answer_contains_is_not_said_once_more() {
    let mut screen = asking();
    screen.everything_came(10);
    assert_eq!(screen.hear(9, gone(AMARA)), None);
    assert_eq!(screen.hear(11, gone(TOM)), Some(gone(TOM)));
}

#[test]
fn an_answer_that_nobody_waits_for_changes_nothing() {
    assert_eq!(CatchUp::after(5).everything_came(9), None);
}

#[test]
fn everything_is_asked_for_once_at_a_time() {
    let mut screen = asking();
    assert!(!screen.lacks_everything(2_000.0));
    screen.everything_came(7);
    assert!(screen.lacks_everything(3_000.0));
}

#[test]
fn whoever_is_told_to_load_again_counts_from_there() {
    let mut screen = asking();
    screen.hear(8, gone(AMARA));
    assert_eq!(screen.hear(90, Frame::Reload), Some(Frame::Reload));
    assert_eq!(screen.everything_came(8), None, "asked for before");
    assert_eq!(screen.everything_came(90), Some(vec![]));
}

#[test]
fn a_log_that_has_gone_back_is_followed() {
    let mut screen = CatchUp::after(500);
    screen.hear(300, Frame::Reload);
    screen.lacks_everything(0.0);
    assert_eq!(screen.everything_came(300), Some(vec![]));
    assert_eq!(screen.hear(301, gone(AMARA)), Some(gone(AMARA)));
}

#[test]
fn who_can_ask_for_nothing_all_day_holds_no_day_of_frames() {
    let mut screen = asking();
    let after_seven = 8..;
    let last = after_seven.take(HOLDS + 1).map(|number| screen.hear(number, gone(AMARA)).map_or(number, |_| 0)).max();
    assert_eq!(screen.everything_came(7), None);
    assert_eq!(screen.everything_came(last.expect("numbers")), Some(vec![]));
}

#[rstest]
#[case::older_than_the_gap(Some(3), false)]
#[case::as_far_as_the_gap(Some(4), true)]
#[case::not_on_the_screen(None, true)]
fn a_row_is_asked_for_until_it_has_come_far_enough(#[case] position: Option<u32>, #[case] has_come: bool) {
    let mut screen = CatchUp::after(5);
    assert!(screen.lacks_row(AMARA, 3, 0.0));
    assert!(!screen.lacks_row(AMARA, 4, 0.0), "it is asked for already");
    assert_eq!(screen.row_came(AMARA, position), has_come);
    assert_eq!(screen.is_complete(), has_come);
}

#[test]
fn everything_brings_the_rows_too() {
    let mut screen = CatchUp::after(5);
    screen.lacks_row(AMARA, 4, 0.0);
    screen.lacks_everything(0.0);
    screen.everything_came(5);
    assert!(screen.is_complete());
}

#[test]
fn it_lacks_something_from_the_first_that_was_missed_to_the_last_that_came() {
    let mut screen = CatchUp::after(5);
    screen.lacks_row(AMARA, 4, 1_000.0);
    screen.lacks_row(TOM, 2, 3_000.0);
    screen.row_came(AMARA, Some(4));
    assert!((screen.lacks_for(5_000.0) - 4_000.0).abs() < f64::EPSILON);
    screen.row_came(TOM, Some(2));
    assert!(screen.lacks_for(9_000.0).abs() < f64::EPSILON);
}
