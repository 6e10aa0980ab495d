//! The mean and the limits of a process, and where a value lies to them.

use super::OutlierScreen;

/// 3 divided by 1.128, the constant for ranges of two, as the NHS rounds it.
const LIMIT: f64 = 2.66;
const NEAR_LIMIT: f64 = 2.0 * LIMIT / 3.0;
/// A moving range of this many means or more is an outlier.
const SCREEN: f64 = 3.267;

/// [`Figure::ProcessLimits`](crate::report::Figure::ProcessLimits), in the unit of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    pub mean: f64,
    /// The mean moving range, outliers left out where they are screened.
    pub moving_range: f64,
}

/// Where a value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// `None` on the mean itself.
    pub side: Option<Side>,
    pub zone: Zone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Above,
    Below,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    Inner,
    /// In the outer third, between a near limit and its process limit.
    Near,
    /// Beyond a process limit.
    Outside,
}

impl Limits {
    /// `None` for fewer than two values.
    pub fn of(values: &[f64], screen: OutlierScreen) -> Option<Self> {
        let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
        let unscreened = mean(&ranges)?;
        let moving_range = match screen {
            OutlierScreen::Off => unscreened,
            OutlierScreen::On => {
                let kept: Vec<f64> = ranges.into_iter().filter(|range| *range < SCREEN * unscreened).collect();
                // Where nothing moved at all, nothing is less than nothing.
                mean(&kept).unwrap_or(unscreened)
            }
        };
        Some(Self { mean: mean(values)?, moving_range })
    }

    pub fn upper(&self) -> f64 {
        self.mean + LIMIT * self.moving_range
    }

    pub fn lower(&self) -> f64 {
        self.mean - LIMIT * self.moving_range
    }

    /// The lower limit as the chart of a count shows it. The rules go by [`Self::lower`].
    pub fn lower_of_count(&self) -> f64 {
        self.lower().max(0.0)
    }

    pub fn near_upper(&self) -> f64 {
        self.mean + NEAR_LIMIT * self.moving_range
    }

    pub fn near_lower(&self) -> f64 {
        self.mean - NEAR_LIMIT * self.moving_range
    }

    /// A value on a limit is inside it.
    pub fn place(&self, value: f64) -> Place {
        let side = if value > self.mean {
            Some(Side::Above)
        } else if value < self.mean {
            Some(Side::Below)
        } else {
            None
        };
        let zone = if value > self.upper() || value < self.lower() {
            Zone::Outside
        } else if value > self.near_upper() || value < self.near_lower() {
            Zone::Near
        } else {
            Zone::Inner
        };
        Place { side, zone }
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    let (sum, count) = values.iter().fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// The worked check of `domain.md` 6.1.
    const WORKED: [f64; 12] = [10., 12., 11., 13., 12., 14., 11., 12., 13., 12., 11., 13.];

    #[test]
    fn the_worked_example() {
        let limits = Limits::of(&WORKED, OutlierScreen::On).expect("limits");
        let found = [
            limits.mean,
            limits.moving_range,
            limits.upper(),
            limits.lower(),
            limits.near_upper(),
            limits.near_lower(),
            SCREEN * limits.moving_range,
        ];
        assert_eq!(found.map(|value| format!("{value:.3}")), ["12.000", "1.545", "16.111", "7.889", "14.741", "9.259", "5.049"]);
    }

    #[test]
    fn an_outlier_is_screened_once_out_of_the_range_and_never_out_of_the_mean() {
        let mut values = WORKED.to_vec();
        values.extend([40., 13.]);
        let on = Limits::of(&values, OutlierScreen::On).expect("limits");
        let off = Limits::of(&values, OutlierScreen::Off).expect("limits");
        // 17 over the first 11 ranges, then 27 and 27 again.
        assert_eq!(format!("{:.4} {:.4}", on.moving_range, off.moving_range), format!("{:.4} {:.4}", 17.0 / 11.0, 71.0 / 13.0));
        assert_eq!(format!("{:.4} {:.4}", on.mean, off.mean), format!("{0:.4} {0:.4}", 197.0 / 14.0));
    }

    #[rstest]
    #[case::of_nothing(&[], None)]
    #[case::of_one(&[5.0], None)]
    #[case::of_what_never_moves(&[5.0, 5.0, 5.0], Some((5.0, 5.0)))]
    fn limits_of_little(#[case] values: &[f64], #[case] expected: Option<(f64, f64)>) {
        for screen in [OutlierScreen::On, OutlierScreen::Off] {
            let limits = Limits::of(values, screen);
            assert_eq!(limits.map(|limits| (limits.lower(), limits.upper())), expected);
        }
    }

    #[test]
    fn a_count_is_shown_from_zero_and_judged_by_the_real_limit() {
        let limits = Limits { mean: 1.0, moving_range: 1.0 };
        assert_eq!((limits.lower_of_count().to_bits(), limits.place(-0.5).zone), (0.0_f64.to_bits(), Zone::Inner));
    }

    /// Mean 0, limits 266, near limits 177⅓.
    #[rstest]
    #[case(0.0, None, Zone::Inner)]
    #[case(177.0, Some(Side::Above), Zone::Inner)]
    #[case(178.0, Some(Side::Above), Zone::Near)]
    #[case(266.0, Some(Side::Above), Zone::Near)]
    #[case(267.0, Some(Side::Above), Zone::Outside)]
    #[case(-178.0, Some(Side::Below), Zone::Near)]
    #[case(-267.0, Some(Side::Below), Zone::Outside)]
    fn where_a_value_lies(#[case] value: f64, #[case] side: Option<Side>, #[case] zone: Zone) {
        let limits = Limits { mean: 0.0, moving_range: 100.0 };
        assert_eq!(limits.place(value), Place { side, zone });
    }
}
