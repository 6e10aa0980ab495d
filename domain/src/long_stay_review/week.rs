//! A week of reviews: who is talked about in it, and how far the meeting has come.

use std::{fmt, str::FromStr};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{SignOff, Standing, StayReview};
use crate::{
    StayId, WardCode, clinical_time,
    report::{read_day, reports::monday_of},
};

/// A week from Monday to Sunday, by its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReviewWeek(NaiveDate);

/// Why a text names no week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is no week; one is written as a day in it, such as 2026-03-09")]
pub struct NotAWeek;

/// Who was, or is to be, talked about in a week, and what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekOfReviews {
    pub week: ReviewWeek,
    pub today: NaiveDate,
    /// The longest stay first.
    pub patients: Vec<PatientOfWeek>,
    /// The first one first.
    pub sign_offs: Vec<SignOff>,
}

/// One patient of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientOfWeek {
    pub stay: StayId,
    /// `OBI, Amara (Ms)`.
    pub name: String,
    /// As it is now, or was at the end of a week that is over.
    pub standing: Standing,
    pub has_left: bool,
    /// The latest version.
    pub review: Option<StayReview>,
}

/// A week without the patients: how far the meeting has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekCounts {
    pub week: ReviewWeek,
    pub today: NaiveDate,
    /// The ward with the most patients first.
    pub wards: Vec<WardOfWeek>,
    pub sign_offs: Vec<SignOff>,
    /// Reviews that were written or corrected after the latest sign-off.
    pub written_since: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WardOfWeek {
    pub ward: WardCode,
    pub patients: u32,
    pub reviewed: u32,
}

impl ReviewWeek {
    /// The week that a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self(monday_of(day))
    }

    pub fn monday(self) -> NaiveDate {
        self.0
    }

    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0 - Days::new(7))
    }

    #[must_use]
    pub fn after(self) -> Self {
        Self(self.0 + Days::new(7))
    }

    /// Whether it can be written about: it is this week, or the one before, whose notes may come late.
    pub fn is_open(self, today: NaiveDate) -> bool {
        let this_week = Self::of(today);
        self == this_week || self == this_week.before()
    }

    /// "Week of 09-Mar-2026".
    pub fn words(self) -> String {
        format!("Week of {}", clinical_time::date(self.0))
    }
}

impl fmt::Display for ReviewWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for ReviewWeek {
    type Err = NotAWeek;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read_day(text).map(Self::of).map_err(|_| NotAWeek)
    }
}

impl WeekOfReviews {
    pub fn reviewed(&self) -> usize {
        self.patients.iter().filter(|patient| patient.review.is_some()).count()
    }

    /// The first patient after `stay` who is still to be reviewed; after the last one, from the first on.
    pub fn next_to_review(&self, stay: Option<StayId>) -> Option<StayId> {
        let after = stay.and_then(|stay| self.place_of(stay)).map_or(0, |place| place + 1);
        let (before, behind) = self.patients.split_at(after);
        let to_review = |patient: &&PatientOfWeek| patient.review.is_none() && Some(patient.stay) != stay;
        behind.iter().chain(before).find(to_review).map(|patient| patient.stay)
    }

    /// The patients before and after one in the list.
    pub fn neighbours(&self, stay: StayId) -> [Option<&PatientOfWeek>; 2] {
        let Some(place) = self.place_of(stay) else {
            return [None, None];
        };
        [place.checked_sub(1).and_then(|before| self.patients.get(before)), self.patients.get(place + 1)]
    }

    fn place_of(&self, stay: StayId) -> Option<usize> {
        self.patients.iter().position(|patient| patient.stay == stay)
    }

    /// The same without the patients.
    pub fn counts(&self) -> WeekCounts {
        let mut wards: Vec<WardOfWeek> = Vec::new();
        for patient in &self.patients {
            let ward = &patient.standing.ward;
            let place = wards.iter().position(|found| found.ward == *ward).unwrap_or_else(|| {
                wards.push(WardOfWeek { ward: ward.clone(), patients: 0, reviewed: 0 });
                wards.len() - 1
            });
            wards[place].patients += 1;
            wards[place].reviewed += u32::from(patient.review.is_some());
        }
        wards.sort_by_key(|ward| std::cmp::Reverse(ward.patients));
        let (week, today, sign_offs) = (self.week, self.today, self.sign_offs.clone());
        WeekCounts { week, today, wards, sign_offs, written_since: self.written_since_sign_off() }
    }

    fn written_since_sign_off(&self) -> u32 {
        let Some(signed) = self.sign_offs.last() else {
            return 0;
        };
        let reviews = self.patients.iter().filter_map(|patient| patient.review.as_ref());
        reviews.filter(|review| review.at > signed.at).map(|_| 1).sum()
    }
}

impl WeekCounts {
    pub fn patients(&self) -> u32 {
        self.wards.iter().map(|ward| ward.patients).sum()
    }

    pub fn reviewed(&self) -> u32 {
        self.wards.iter().map(|ward| ward.reviewed).sum()
    }

    /// "2 reviews were written or corrected after the sign-off."; nothing where there is nothing to say.
    pub fn since_in_words(&self) -> Option<String> {
        match self.written_since {
            0 => None,
            1 => Some("1 review was written or corrected after the sign-off.".to_owned()),
            more => Some(format!("{more} reviews were written or corrected after the sign-off.")),
        }
    }

    /// "7 of 31 reviewed this week".
    pub fn progress(&self) -> String {
        let when = if self.week == ReviewWeek::of(self.today) { "this week" } else { "in this week" };
        format!("{} of {} reviewed {when}", self.reviewed(), self.patients())
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{
        EscalationLevel,
        criteria::CriteriaStatus,
        long_stay_review::{Agreed, StayReview},
        report::story::{at, day},
    };

    fn week() -> ReviewWeek {
        ReviewWeek::of(day("2026-03-11"))
    }

    fn stay(number: u128) -> StayId {
        StayId(Uuid::from_u128(number))
    }

    fn patient(number: u128, ward: &str, is_reviewed: bool) -> PatientOfWeek {
        let standing = Standing {
            on: day("2026-03-11"),
            ward: ward.parse().expect("a code"),
            place: ward.to_owned(),
            nights: 30,
            criteria: CriteriaStatus::NotReviewed,
            ready_on: None,
            pathway: None,
            expected_discharge: None,
            reason: None,
            tasks: vec![],
        };
        let agreed = Agreed { actions: vec![], escalation: EscalationLevel::Owner, outcomes: vec![] };
        let review = is_reviewed.then(|| StayReview {
            stay: stay(number),
            week: week(),
            version: 1,
            agreed,
            standing: standing.clone(),
            by: "Tom Reyes".to_owned(),
            at: at("2026-03-11T10:00:00Z"),
        });
        PatientOfWeek { stay: stay(number), name: "OBI, Amara (Ms)".to_owned(), standing, has_left: false, review }
    }

    fn four() -> WeekOfReviews {
        let patients =
            vec![patient(1, "oak", true), patient(2, "cedar", false), patient(3, "cedar", true), patient(4, "cedar", false)];
        WeekOfReviews { week: week(), today: day("2026-03-11"), patients, sign_offs: vec![] }
    }

    #[rstest]
    #[case::the_monday("2026-03-09")]
    #[case::the_sunday("2026-03-15")]
    fn a_week_is_named_by_any_of_its_days(#[case] text: &str) {
        assert_eq!(text.parse(), Ok(week()));
        assert_eq!(week().to_string(), "2026-03-09");
        assert_eq!(week().words(), "Week of 09-Mar-2026");
        assert_eq!((week().before().to_string(), week().before().after()), ("2026-03-02".to_owned(), week()));
    }

    #[test]
    fn what_is_no_day_is_no_week() {
        assert_eq!("next".parse::<ReviewWeek>(), Err(NotAWeek));
    }

    #[rstest]
    #[case::before("2026-03-08", false)]
    #[case::in_it("2026-03-15", true)]
    #[case::a_week_late("2026-03-22", true)]
    #[case::two_weeks_late("2026-03-23", false)]
    fn a_week_is_written_about_in_it_and_in_the_next(#[case] today: &str, #[case] is_open: bool) {
        assert_eq!(week().is_open(day(today)), is_open);
    }

    #[rstest]
    #[case::at_first(None, Some(2))]
    #[case::after_the_second(Some(2), Some(4))]
    #[case::from_the_first_on_again(Some(4), Some(2))]
    #[case::from_one_who_is_not_listed(Some(9), Some(2))]
    fn the_next_is_the_first_who_is_still_to_be_reviewed(#[case] after: Option<u128>, #[case] expected: Option<u128>) {
        assert_eq!(four().next_to_review(after.map(stay)), expected.map(stay));
    }

    #[test]
    fn when_all_were_talked_about_there_is_no_next() {
        let mut week = four();
        week.patients.retain(|patient| patient.review.is_some());
        assert_eq!(week.next_to_review(None), None);
    }

    #[test]
    fn neighbours_end_at_the_ends() {
        let week = four();
        let around = |number| week.neighbours(stay(number)).map(|patient| patient.map(|patient| patient.stay));
        assert_eq!(around(1), [None, Some(stay(2))]);
        assert_eq!(around(4), [Some(stay(3)), None]);
        assert_eq!(around(9), [None, None]);
    }

    #[test]
    fn what_is_written_after_the_sign_off_is_told() {
        let signed = |at_time| SignOff {
            number: 1,
            reviewed: 2,
            patients: 4,
            present: "Dr Shah".to_owned(),
            by: "Tom Reyes".to_owned(),
            at: at(at_time),
        };
        let since = |at_time| WeekOfReviews { sign_offs: vec![signed(at_time)], ..four() }.counts().since_in_words();
        assert_eq!(since("2026-03-11T10:00:00Z"), None);
        let words = "2 reviews were written or corrected after the sign-off.";
        assert_eq!(since("2026-03-11T09:59:59Z").as_deref(), Some(words));
        assert_eq!(four().counts().since_in_words(), None, "a week that nobody has signed off");
    }

    #[test]
    fn counts_hold_nobody_s_name() {
        let counts = four().counts();
        let wards: Vec<_> = counts.wards.iter().map(|ward| (ward.ward.as_str(), ward.patients, ward.reviewed)).collect();
        assert_eq!(wards, [("cedar", 3, 1), ("oak", 1, 1)]);
        assert_eq!((counts.progress(), four().reviewed()), ("2 of 4 reviewed this week".to_owned(), 2));
        assert!(!format!("{counts:?}").contains("OBI"));
    }
}
