//! `XmR` charts: is a figure only wobbling, or has something changed? (`domain.md` 6.1, the arithmetic of the NHS's "plot the
//! dots", `[F28]`.)
//!
//! Fit for one value a week, or a month, in the order of time and without gaps. A daily series has the weekday in it, and is
//! made weekly first.

mod icons;
mod limits;
mod settings;
mod special_cause;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};

pub use icons::{Assurance, Variation};
pub use limits::{Limits, Place, Side, Zone};
pub use settings::{Better, FixAfter, OutlierScreen, RunLength, Settings, TooFew};
pub use special_cause::{Direction, SpecialCause};

/// Limits that rest on fewer points are trial limits.
pub const ENOUGH_POINTS: usize = 12;

/// From which point on the process is a new one, and why somebody says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rebase {
    /// The place of the first point of the new process, counted from 0.
    pub at: usize,
    pub reason: String,
}

/// A series with everything that the chart shows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub points: Vec<Point>,
    /// One after the other; at least one where there are points.
    pub segments: Vec<Segment>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub value: f64,
    pub special_cause: Option<SpecialCause>,
    pub variation: Variation,
}

/// The points from one rebasing to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub points: Range<usize>,
    /// Why the process was rebased; `None` for the first segment.
    pub reason: Option<String>,
    /// `None` for a single point, which has no moving range.
    pub limits: Option<Limits>,
}

impl Segment {
    /// Whether the limits rest on fewer than [`ENOUGH_POINTS`].
    pub fn has_trial_limits(&self) -> bool {
        self.points.len() < ENOUGH_POINTS
    }
}

impl Chart {
    /// Of finite values in the order of time. No run reaches over a rebasing; one outside the series changes nothing, and of
    /// two at one point the last counts.
    pub fn of(values: &[f64], rebases: &[Rebase], settings: &Settings) -> Self {
        let segments = segments(values, rebases, settings);
        let points = segments.iter().flat_map(|segment| points(&values[segment.points.clone()], segment, settings)).collect();
        Self { points, segments }
    }

    /// The segment that a point is in.
    pub fn segment_of(&self, point: usize) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.points.contains(&point))
    }

    /// The lower limit as it is drawn: where no figure is negative, no lower than zero. The rules go by [`Limits::lower`].
    pub fn drawn_lower(&self, limits: &Limits) -> f64 {
        let can_be_negative = self.points.iter().any(|point| point.value < 0.0);
        if can_be_negative { limits.lower() } else { limits.lower_of_count() }
    }

    /// The variation icon: that of the latest point.
    pub fn variation(&self) -> Option<Variation> {
        self.points.last().map(|point| point.variation)
    }

    /// The assurance icon: the target against the latest limits. `None`, an empty icon, where no direction is better.
    pub fn assurance(&self, target: f64, better: Better) -> Option<Assurance> {
        Assurance::of(target, better, &self.segments.last()?.limits?)
    }
}

fn segments(values: &[f64], rebases: &[Rebase], settings: &Settings) -> Vec<Segment> {
    let inside = rebases.iter().filter(|rebase| (1..values.len()).contains(&rebase.at));
    let mut starts: BTreeMap<usize, Option<String>> = inside.map(|rebase| (rebase.at, Some(rebase.reason.clone()))).collect();
    if !values.is_empty() {
        starts.insert(0, None);
    }
    let ends: Vec<usize> = starts.keys().copied().skip(1).chain([values.len()]).collect();
    let ranges = starts.into_iter().zip(ends);
    ranges
        .map(|((start, reason), end)| {
            let basis = &values[start..end.min(start + settings.fix_after.map_or(usize::MAX - start, FixAfter::get))];
            Segment { points: start..end, reason, limits: Limits::of(basis, settings.screen) }
        })
        .collect()
}

fn points(values: &[f64], segment: &Segment, settings: &Settings) -> Vec<Point> {
    let places: Vec<Option<Place>> = values.iter().map(|value| Some(segment.limits?.place(*value))).collect();
    let causes = special_cause::find(values, &places, settings);
    let joined = values.iter().zip(places).zip(causes);
    joined
        .map(|((value, place), special_cause)| {
            let side = place.and_then(|place| place.side);
            Point { value: *value, special_cause, variation: Variation::of(special_cause, side, settings.better) }
        })
        .collect()
}
