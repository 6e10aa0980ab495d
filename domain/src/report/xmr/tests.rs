use proptest::{collection, option, prelude::*};
use rstest::rstest;

use super::*;

fn chart(values: &[f64], settings: &Settings) -> Chart {
    Chart::of(values, &[], settings)
}

/// The marks of the points: A, T, 2 or S for the cause, a dot for common cause.
fn marks(chart: &Chart) -> String {
    let mark = |point: &Point| match point.special_cause {
        None => '.',
        Some(SpecialCause::Astronomical(_)) => 'A',
        Some(SpecialCause::Trend(_)) => 'T',
        Some(SpecialCause::TwoInThree(_)) => '2',
        Some(SpecialCause::Shift(_)) => 'S',
    };
    chart.points.iter().map(mark).collect()
}

/// "10 20 x3 16" is 10 20 10 20 10 20 16: a number with an x repeats the two before it.
fn series(text: &str) -> Vec<f64> {
    let mut values: Vec<f64> = Vec::new();
    for word in text.split_whitespace() {
        match word.strip_prefix('x') {
            Some(times) => {
                let pair = values.split_off(values.len() - 2);
                values.extend(pair.repeat(times.parse().expect("a number")));
            }
            None => values.push(word.parse().expect("a value")),
        }
    }
    values
}

#[rstest]
#[case::the_worked_example("10 12 11 13 12 14 11 12 13 12 11 13", "............")]
#[case::far_out("10 20 x10 60", "....................A")]
#[case::seven_rising("10 20 x2 10 11 12 13 14 15 16 10 20 x3", "....TTTTTTT......")]
#[case::six_rising("10 20 x2 11 12 13 14 15 16 10 20 x3", "................")]
#[case::nine_falling("10 20 x2 20 18 17 16 15 14 13 12 11 20 10 x2 20", "....TTTTTTTTT.....")]
#[case::level_is_not_rising("10 20 x2 10 11 12 13 13 14 15 16 10 20 x3", "..................")]
#[case::seven_above("10 20 x2 10 16 18 16 16 18 16 17 10 20 12 18 9 20 10 14", ".....SSSSSSS........")]
#[case::on_the_mean_breaks_the_run("10 20 x2 10 16 18 16 15 18 16 17 10 20 12 18 9 20 10 15", "....................")]
#[case::two_of_three("10 20 x6 37 38 16 10 20 x6", "............22.............")]
#[case::not_the_one_between_them("10 20 x6 42 20 42 10 20 x6", "............2.2............")]
#[case::two_of_three_on_both_sides("10 20 x6 42 10 42 10 20 x6", "...........................")]
fn special_causes(#[case] values: &str, #[case] expected: &str) {
    assert_eq!(marks(&chart(&series(values), &Settings::default())), expected);
}

#[test]
fn run_lengths_are_settings() {
    let values = series("10 20 x2 11 12 13 14 15 16 10 20 x3");
    let six = Settings { trend: 6.try_into().expect("a length"), ..Settings::default() };
    assert_eq!(marks(&chart(&values, &six)), "....TTTTTT......");
    let five = Settings { shift: 5.try_into().expect("a length"), ..Settings::default() };
    assert_eq!(marks(&chart(&series("10 20 x6 16 18 16 18 16 10 20 x6"), &five)), "...........SSSSSS............");
}

#[test]
fn no_run_reaches_over_a_rebasing() {
    let values = series("10 20 x2 10 11 12 13 14 15 16 10 20 x3");
    let rebase = |at| Rebase { at, reason: "The discharge lounge opened".to_owned() };
    assert_eq!(marks(&chart(&values, &Settings::default())), "....TTTTTTT......");
    let rebased = Chart::of(&values, &[rebase(9), rebase(0), rebase(17)], &Settings::default());
    assert_eq!(marks(&rebased), ".................");
    let reasons: Vec<_> = rebased.segments.iter().map(|segment| (segment.points.clone(), segment.reason.as_deref())).collect();
    assert_eq!(reasons, [(0..9, None), (9..17, Some("The discharge lounge opened"))]);
}

#[test]
fn limits_on_fewer_than_twelve_points_are_on_trial() {
    let values = [10., 12., 11., 13., 12., 14., 11., 12., 13., 12., 11., 13.];
    let is_on_trial = |count: usize| chart(&values[..count], &Settings::default()).segments[0].has_trial_limits();
    assert_eq!((is_on_trial(11), is_on_trial(12)), (true, false));
}

#[test]
fn fixed_limits_stay_where_the_first_points_put_them() {
    let mut values = vec![10., 12., 11., 13., 12., 14., 11., 12., 13., 12., 11., 13.];
    let fixed = Settings { fix_after: FixAfter::try_from(12).ok(), better: Better::Lower, ..Settings::default() };
    let before = chart(&values, &fixed);
    values.extend([30., 40., 30., 40.]);
    let after = chart(&values, &fixed);
    assert_eq!(after.segments[0].limits, before.segments[0].limits);
    assert_eq!(after.variation(), Some(Variation::ConcernHigh));
    assert_eq!(after.assurance(20.0, Better::Lower), Some(Assurance::Pass));
}

#[test]
fn a_chart_of_little_is_still_a_chart() {
    let empty = chart(&[], &Settings::default());
    assert_eq!((empty.segments.len(), empty.variation(), empty.assurance(1.0, Better::Lower)), (0, None, None));
    let one = chart(&[5.0], &Settings::default());
    assert_eq!((marks(&one).as_str(), one.segments[0].limits, one.variation()), (".", None, Some(Variation::CommonCause)));
}

/// The rules again, word by word and point by point, in whole numbers.
struct Slow<'a> {
    values: &'a [i64],
    /// Sum and number of the values that make the mean.
    mean: (i64, i64),
    /// Sum and number of the moving ranges that make their mean.
    range: (i64, i64),
    trend: usize,
    shift: usize,
}

impl<'a> Slow<'a> {
    fn of(values: &'a [i64], settings: &Settings) -> Self {
        let basis = settings.fix_after.map_or(values, |fix| &values[..values.len().min(fix.get())]);
        let total = |numbers: &[i64]| (numbers.iter().sum::<i64>(), i64::try_from(numbers.len()).expect("few"));
        let mut ranges: Vec<i64> = (1..basis.len()).map(|index| (basis[index] - basis[index - 1]).abs()).collect();
        let (sum, count) = total(&ranges);
        if settings.screen == OutlierScreen::On && sum > 0 {
            ranges.retain(|range| range * 1_000 * count < 3_267 * sum);
        }
        let (trend, shift) = (settings.trend.get(), settings.shift.get());
        Self { values, mean: total(basis), range: total(&ranges), trend, shift }
    }

    /// The value's distance from the mean and the process limit's, and a near limit's, all multiplied by the same.
    fn distances(&self, index: usize) -> (i64, i64, i64) {
        let ((sum, count), (ranges, steps)) = (self.mean, self.range);
        let from_mean = (self.values[index] * count - sum) * 300 * steps;
        (from_mean, 798 * ranges * count, 532 * ranges * count)
    }

    fn side(&self, index: usize) -> i64 {
        self.distances(index).0.signum()
    }

    fn is_outside(&self, index: usize) -> bool {
        let (from_mean, limit, _) = self.distances(index);
        from_mean.abs() > limit
    }

    fn is_close(&self, index: usize) -> bool {
        let (from_mean, _, near) = self.distances(index);
        !self.is_outside(index) && from_mean.abs() > near
    }

    /// Whether a value lies on a limit to the last digit, where a rounded number may fall on either side.
    fn is_on_a_limit(&self) -> bool {
        (0..self.values.len()).any(|index| {
            let (from_mean, limit, near) = self.distances(index);
            from_mean != 0 && (from_mean.abs() == limit || from_mean.abs() == near)
        })
    }

    /// Whether the point is in a run of so many consecutive points of which this holds.
    fn is_in_run(&self, index: usize, length: usize, holds: impl Fn(Range<usize>) -> bool) -> bool {
        (0..=index).any(|start| start + length > index && start + length <= self.values.len() && holds(start..start + length))
    }

    fn mark(&self, index: usize) -> char {
        let same_side = |run: Range<usize>| run.clone().all(|at| self.side(at) == 1) || run.clone().all(|at| self.side(at) == -1);
        let steps = |run: Range<usize>, sign: i64| {
            (run.start + 1..run.end).all(|at| (self.values[at] - self.values[at - 1]).signum() == sign)
        };
        if self.is_outside(index) {
            'A'
        } else if self.is_in_run(index, self.trend, |run| steps(run.clone(), 1) || steps(run, -1)) {
            'T'
        } else if self.is_close(index)
            && self.is_in_run(index, 3, |run| same_side(run.clone()) && run.filter(|at| self.is_close(*at)).count() >= 2)
        {
            '2'
        } else if self.is_in_run(index, self.shift, same_side) {
            'S'
        } else {
            '.'
        }
    }
}

/// Values that wobble around one, or that wander.
fn values() -> impl Strategy<Value = Vec<i64>> {
    prop_oneof![
        collection::vec(-20_i64..20, 2..40),
        collection::vec(-3_i64..6, 2..40).prop_map(|steps| {
            steps
                .into_iter()
                .scan(0, |value, step| {
                    *value += step;
                    Some(*value)
                })
                .collect()
        }),
        collection::vec(prop_oneof![9 => -3_i64..4, 1 => -40_i64..40], 2..40),
    ]
}

fn settings() -> impl Strategy<Value = Settings> {
    let screen = prop_oneof![Just(OutlierScreen::On), Just(OutlierScreen::Off)];
    (3_usize..9, 3_usize..9, screen, option::of(12_usize..20)).prop_map(|(trend, shift, screen, fix_after)| Settings {
        better: Better::Lower,
        trend: trend.try_into().expect("a length"),
        shift: shift.try_into().expect("a length"),
        screen,
        fix_after: fix_after.and_then(|points| points.try_into().ok()),
    })
}

#[expect(clippy::cast_precision_loss, reason = "the values are small")]
fn as_floats(values: &[i64]) -> Vec<f64> {
    values.iter().map(|value| *value as f64).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_a_slow_reading_of_the_rules(values in values(), settings in settings()) {
        let slow = Slow::of(&values, &settings);
        prop_assume!(!slow.is_on_a_limit());
        let expected: String = (0..values.len()).map(|index| slow.mark(index)).collect();
        prop_assert_eq!(marks(&chart(&as_floats(&values), &settings)), expected);
    }

    #[test]
    fn each_segment_is_a_chart_of_its_own(values in values(), at in any::<prop::sample::Index>(), settings in settings()) {
        let at = 1 + at.index(values.len() - 1);
        let values = as_floats(&values);
        let rebased = Chart::of(&values, &[Rebase { at, reason: "A new ward".to_owned() }], &settings);
        let (first, second) = values.split_at(at);
        let apart: Vec<Point> = [first, second].iter().flat_map(|part| chart(part, &settings).points).collect();
        prop_assert_eq!(rebased.points, apart);
    }
}
