//! The four signs that something has changed, in the order in which a point is asked for them.

use super::{Place, Settings, Side, Zone};

/// [`Figure::SpecialCause`](crate::report::Figure::SpecialCause): why a point is no common wobble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpecialCause {
    /// Outside the process limits.
    Astronomical(Side),
    /// One of a run of points that all rise, or all fall.
    Trend(Direction),
    /// Near a limit, as two of three points on one side of the mean are.
    TwoInThree(Side),
    /// One of a run of points on one side of the mean.
    Shift(Side),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    Rising,
    Falling,
}

impl SpecialCause {
    pub fn words(self) -> &'static str {
        match self {
            Self::Astronomical(Side::Above) => "Above the upper process limit",
            Self::Astronomical(Side::Below) => "Below the lower process limit",
            Self::Trend(Direction::Rising) => "One of a rising run",
            Self::Trend(Direction::Falling) => "One of a falling run",
            Self::TwoInThree(Side::Above) => "Two of three points near the upper process limit",
            Self::TwoInThree(Side::Below) => "Two of three points near the lower process limit",
            Self::Shift(Side::Above) => "One of a run above the mean",
            Self::Shift(Side::Below) => "One of a run below the mean",
        }
    }
}

/// The cause of each point of a segment: the first of the four that holds.
pub(super) fn find(values: &[f64], places: &[Option<Place>], settings: &Settings) -> Vec<Option<SpecialCause>> {
    let trends = trends(values, settings.trend.get());
    let two_in_three = two_in_three(places);
    let shifts = shifts(places, settings.shift.get());
    (0..values.len())
        .map(|index| astronomical(places[index]).or(trends[index]).or(two_in_three[index]).or(shifts[index]))
        .collect()
}

fn astronomical(place: Option<Place>) -> Option<SpecialCause> {
    let place = place.filter(|place| place.zone == Zone::Outside)?;
    place.side.map(SpecialCause::Astronomical)
}

fn trends(values: &[f64], length: usize) -> Vec<Option<SpecialCause>> {
    let mut found = vec![None; values.len()];
    for (start, window) in values.windows(length).enumerate() {
        let direction = if window.is_sorted_by(|one, next| one < next) {
            Direction::Rising
        } else if window.is_sorted_by(|one, next| one > next) {
            Direction::Falling
        } else {
            continue;
        };
        found[start..start + length].fill(Some(SpecialCause::Trend(direction)));
    }
    found
}

fn two_in_three(places: &[Option<Place>]) -> Vec<Option<SpecialCause>> {
    let mut found = vec![None; places.len()];
    for (start, window) in places.windows(3).enumerate() {
        let near: Vec<usize> = (0..3).filter(|index| is_near(window[*index])).collect();
        if let (Some(side), true) = (common_side(window), near.len() >= 2) {
            near.into_iter().for_each(|index| found[start + index] = Some(SpecialCause::TwoInThree(side)));
        }
    }
    found
}

fn is_near(place: Option<Place>) -> bool {
    place.is_some_and(|place| place.zone == Zone::Near)
}

/// A point on the mean breaks a run.
fn shifts(places: &[Option<Place>], length: usize) -> Vec<Option<SpecialCause>> {
    let mut found = vec![None; places.len()];
    for (start, window) in places.windows(length).enumerate() {
        if let Some(side) = common_side(window) {
            found[start..start + length].fill(Some(SpecialCause::Shift(side)));
        }
    }
    found
}

/// The side on which all of these are.
fn common_side(places: &[Option<Place>]) -> Option<Side> {
    let side = |place: &Option<Place>| place.and_then(|place| place.side);
    let first = side(places.first()?)?;
    places.iter().all(|place| side(place) == Some(first)).then_some(first)
}
