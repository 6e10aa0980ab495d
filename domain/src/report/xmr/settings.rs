//! What a trust chooses about its charts.

use serde::{Deserialize, Serialize};

use super::ENOUGH_POINTS;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    pub better: Better,
    /// Points that rise or fall one after the other.
    pub trend: RunLength,
    /// Points on one side of the mean.
    pub shift: RunLength,
    pub screen: OutlierScreen,
    /// Whether the limits rest on the first points of each segment alone.
    pub fix_after: Option<FixAfter>,
}

/// Which way a figure improves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    Higher,
    Lower,
    #[default]
    Neither,
}

/// Whether moving ranges that are far too large are left out of the limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutlierScreen {
    #[default]
    On,
    Off,
}

/// How many points make a run: 7 in the code of "plot the dots", 6 in several NHS documents (`domain.md` 0.12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "usize", into = "usize")]
pub struct RunLength(usize);

/// How many points of a segment fix its limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "usize", into = "usize")]
pub struct FixAfter(usize);

/// Why a number of points is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("at least {least} points are needed")]
pub struct TooFew {
    pub least: usize,
}

impl RunLength {
    /// Two points always rise or fall.
    const LEAST: usize = 3;

    pub fn get(self) -> usize {
        self.0
    }
}

impl Default for RunLength {
    fn default() -> Self {
        Self(7)
    }
}

impl FixAfter {
    pub fn get(self) -> usize {
        self.0
    }
}

impl TryFrom<usize> for RunLength {
    type Error = TooFew;

    fn try_from(points: usize) -> Result<Self, Self::Error> {
        if points < Self::LEAST { Err(TooFew { least: Self::LEAST }) } else { Ok(Self(points)) }
    }
}

impl TryFrom<usize> for FixAfter {
    type Error = TooFew;

    fn try_from(points: usize) -> Result<Self, Self::Error> {
        if points < ENOUGH_POINTS { Err(TooFew { least: ENOUGH_POINTS }) } else { Ok(Self(points)) }
    }
}

impl From<RunLength> for usize {
    fn from(length: RunLength) -> Self {
        length.0
    }
}

impl From<FixAfter> for usize {
    fn from(fix_after: FixAfter) -> Self {
        fix_after.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_few_points_are_refused() {
        assert_eq!(RunLength::try_from(2), Err(TooFew { least: 3 }));
        assert_eq!(FixAfter::try_from(11).expect_err("too few").to_string(), "at least 12 points are needed");
        assert_eq!(FixAfter::try_from(12).map(FixAfter::get), Ok(12));
        assert!(serde_json::from_str::<RunLength>("1").is_err());
    }

    #[test]
    fn the_defaults_are_those_of_plot_the_dots() {
        let Settings { better, trend, shift, screen, fix_after } = Settings::default();
        assert_eq!((better, trend.get(), shift.get(), screen, fix_after), (Better::Neither, 7, 7, OutlierScreen::On, None));
    }
}
