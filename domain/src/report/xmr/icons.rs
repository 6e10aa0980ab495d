//! What a chart says at a glance: the seven variation icons and the three of assurance (`domain.md` 6.1).

use super::{Better, Direction, Limits, Side, SpecialCause};

/// What a point means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Variation {
    CommonCause,
    ConcernHigh,
    ConcernLow,
    ImprovementHigh,
    ImprovementLow,
    NeutralHigh,
    NeutralLow,
}

/// Whether the process, as it is, will meet its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Assurance {
    Pass,
    Fail,
    Inconsistent,
}

impl Variation {
    /// High or low by the side of the mean that the point is on; the one point of a trend that lies on the mean itself, by
    /// the direction of the trend.
    pub(super) fn of(cause: Option<SpecialCause>, side: Option<Side>, better: Better) -> Self {
        let Some(cause) = cause else {
            return Self::CommonCause;
        };
        match (side.unwrap_or(cause.side()), better) {
            (Side::Above, Better::Higher) => Self::ImprovementHigh,
            (Side::Above, Better::Lower) => Self::ConcernHigh,
            (Side::Above, Better::Neither) => Self::NeutralHigh,
            (Side::Below, Better::Higher) => Self::ConcernLow,
            (Side::Below, Better::Lower) => Self::ImprovementLow,
            (Side::Below, Better::Neither) => Self::NeutralLow,
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::CommonCause => "Common cause: no significant change",
            Self::ConcernHigh => "Special cause of concern: higher values",
            Self::ConcernLow => "Special cause of concern: lower values",
            Self::ImprovementHigh => "Special cause of improvement: higher values",
            Self::ImprovementLow => "Special cause of improvement: lower values",
            Self::NeutralHigh => "Special cause, neither better nor worse: higher values",
            Self::NeutralLow => "Special cause, neither better nor worse: lower values",
        }
    }
}

impl SpecialCause {
    fn side(self) -> Side {
        match self {
            Self::Astronomical(side) | Self::TwoInThree(side) | Self::Shift(side) => side,
            Self::Trend(Direction::Rising) => Side::Above,
            Self::Trend(Direction::Falling) => Side::Below,
        }
    }
}

impl Assurance {
    /// A target on a limit is within reach, and so inconsistent.
    pub(super) fn of(target: f64, better: Better, limits: &Limits) -> Option<Self> {
        let (when_above, when_below) = match better {
            Better::Higher => (Self::Fail, Self::Pass),
            Better::Lower => (Self::Pass, Self::Fail),
            Better::Neither => return None,
        };
        Some(if target > limits.upper() {
            when_above
        } else if target < limits.lower() {
            when_below
        } else {
            Self::Inconsistent
        })
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Pass => "Consistently hits the target",
            Self::Fail => "Consistently misses the target",
            Self::Inconsistent => "Hits and misses the target",
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use strum::IntoEnumIterator;

    use super::*;

    #[rstest]
    #[case(None, Some(Side::Above), Better::Higher, Variation::CommonCause)]
    #[case(Some(SpecialCause::Astronomical(Side::Above)), Some(Side::Above), Better::Lower, Variation::ConcernHigh)]
    #[case(Some(SpecialCause::Shift(Side::Below)), Some(Side::Below), Better::Lower, Variation::ImprovementLow)]
    #[case::a_trend_below_the_mean(
        Some(SpecialCause::Trend(Direction::Rising)),
        Some(Side::Below),
        Better::Higher,
        Variation::ConcernLow
    )]
    #[case::a_trend_through_the_mean(
        Some(SpecialCause::Trend(Direction::Rising)),
        None,
        Better::Higher,
        Variation::ImprovementHigh
    )]
    #[case(Some(SpecialCause::TwoInThree(Side::Below)), Some(Side::Below), Better::Neither, Variation::NeutralLow)]
    fn what_a_point_means(
        #[case] cause: Option<SpecialCause>,
        #[case] side: Option<Side>,
        #[case] better: Better,
        #[case] expected: Variation,
    ) {
        assert_eq!(Variation::of(cause, side, better), expected);
    }

    /// Limits from 74 to 126.6 around 100.
    #[rstest]
    #[case(127.0, Some(Assurance::Fail), Some(Assurance::Pass))]
    #[case(100.0, Some(Assurance::Inconsistent), Some(Assurance::Inconsistent))]
    #[case(73.0, Some(Assurance::Pass), Some(Assurance::Fail))]
    fn a_target_is_held_against_the_limits(
        #[case] target: f64,
        #[case] higher: Option<Assurance>,
        #[case] lower: Option<Assurance>,
    ) {
        let limits = Limits { mean: 100.0, moving_range: 10.0 };
        assert_eq!(Assurance::of(target, Better::Higher, &limits), higher);
        assert_eq!(Assurance::of(target, Better::Lower, &limits), lower);
        assert_eq!(Assurance::of(target, Better::Neither, &limits), None);
    }

    #[test]
    fn there_are_seven_and_three_icons_and_each_has_its_words() {
        let words: std::collections::BTreeSet<&str> =
            Variation::iter().map(Variation::words).chain(Assurance::iter().map(Assurance::words)).collect();
        assert_eq!((Variation::iter().count(), Assurance::iter().count(), words.len()), (7, 3, 10));
    }
}
