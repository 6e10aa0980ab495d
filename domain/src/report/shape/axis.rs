//! Round numbers along a chart.

use crate::count::grouped;

/// Beyond it nothing is counted in a hospital, and sums lose their digits.
const LARGEST: f64 = 1e15;

/// No step is a smaller part of its values: they would have no digits left to tell two ticks apart.
const FINEST: f64 = 1e-9;

/// How many steps are aimed at; a step is rounded up, so that there may be fewer.
const STEPS: f64 = 5.0;

/// From one round number to another, with the values between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// In their order; at least two.
    pub ticks: Vec<f64>,
    /// Digits after the point that a tick needs.
    digits: usize,
}

impl Axis {
    /// Over all values. Where they are whole numbers of things, so are the ticks.
    pub fn over(values: &[f64], parts: Parts) -> Self {
        let (mut low, mut high) = (f64::MAX, f64::MIN);
        for value in values.iter().filter(|value| !value.is_nan()) {
            low = low.min(value.clamp(-LARGEST, LARGEST));
            high = high.max(value.clamp(-LARGEST, LARGEST));
        }
        if low >= high {
            (low, high) = around(if low.total_cmp(&high).is_eq() { low } else { 0.0 });
        }
        let least = ((high - low) / STEPS).max(low.abs().max(high.abs()) * FINEST);
        let (step, digits) = round_step(least, parts);
        let mut ticks = Vec::new();
        let mut count = (low / step).floor();
        if count * step > low {
            // Too little beside the step to be told from none, and still below it.
            count -= 1.0;
        }
        while ticks.last().is_none_or(|last| *last < high) || ticks.len() < 2 {
            ticks.push(count * step);
            count += 1.0;
        }
        Self { ticks, digits }
    }

    pub fn low(&self) -> f64 {
        self.ticks.first().copied().unwrap_or_default()
    }

    pub fn high(&self) -> f64 {
        self.ticks.last().copied().unwrap_or_default()
    }

    /// Where a value lies: 0 at the low end, 1 at the high one, and never beyond them.
    pub fn place(&self, value: f64) -> f64 {
        ((value - self.low()) / (self.high() - self.low())).clamp(0.0, 1.0)
    }

    /// A tick's label.
    pub fn label(&self, tick: f64) -> String {
        shown(tick, self.digits)
    }

    /// A value between the ticks: whole as it is, else with one more digit than a tick.
    pub fn fine(&self, value: f64) -> String {
        shown(value, if value.fract() == 0.0 { 0 } else { self.digits + 1 })
    }
}

/// What ticks may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Of things that can't be split.
    Whole,
    Any,
}

impl Parts {
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        if values.into_iter().all(|value| value.fract() == 0.0) { Self::Whole } else { Self::Any }
    }
}

/// A range around the one value that there is; not below zero without need.
fn around(value: f64) -> (f64, f64) {
    if value >= 0.0 { ((value - 1.0).max(0.0), value + 1.0) } else { (value - 1.0, value + 1.0) }
}

/// The next of 1, 2, 5, 10, … that is no smaller, and the digits that its multiples need.
fn round_step(least: f64, parts: Parts) -> (f64, usize) {
    let least = if parts == Parts::Whole { least.max(1.0) } else { least };
    let (mut power, mut digits) = (1.0, 0);
    while power > least && digits < 12 {
        power /= 10.0;
        digits += 1;
    }
    while power * 10.0 <= least {
        power *= 10.0;
    }
    match [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= least) {
        Some(factor) => (factor * power, digits),
        None => (10.0 * power, digits.saturating_sub(1)),
    }
}

/// "1,200"; never "-0".
fn shown(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let is_zero = text.trim_start_matches('-').chars().all(|letter| matches!(letter, '0' | '.'));
    grouped(if is_zero { text.trim_start_matches('-') } else { &text })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn labels(axis: &Axis) -> Vec<String> {
        axis.ticks.iter().map(|tick| axis.label(*tick)).collect()
    }

    #[rstest]
    #[case(&[0.0, 42.0], &["0", "10", "20", "30", "40", "50"])]
    #[case(&[7.9, 16.1], &["6", "8", "10", "12", "14", "16", "18"])]
    #[case(&[0.0, 0.42], &["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"])]
    #[case(&[-3.0, 2.0], &["-3", "-2", "-1", "0", "1", "2"])]
    #[case(&[-0.3, 0.1], &["-0.3", "-0.2", "-0.1", "0.0", "0.1"])]
    #[case::one(&[5.0], &["4.0", "4.5", "5.0", "5.5", "6.0"])]
    #[case::zero(&[0.0, 0.0], &["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])]
    #[case::none(&[], &["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])]
    fn ticks_are_round(#[case] values: &[f64], #[case] expected: &[&str]) {
        assert_eq!(labels(&Axis::over(values, Parts::Any)), expected);
    }

    #[rstest]
    #[case(&[0.0, 1.0], &["0", "1"])]
    #[case(&[5.0], &["4", "5", "6"])]
    #[case(&[0.0, 12_345.0], &["0", "5,000", "10,000", "15,000"])]
    fn nobody_is_half_a_patient(#[case] values: &[f64], #[case] expected: &[&str]) {
        assert_eq!(labels(&Axis::over(values, Parts::Whole)), expected);
    }

    #[test]
    fn a_value_has_a_digit_more_than_a_tick() {
        let axis = Axis::over(&[0.0, 42.0], Parts::Any);
        assert_eq!([axis.fine(12.0), axis.fine(12.34), axis.fine(-0.01)], ["12", "12.3", "0.0"]);
    }

    proptest! {
        #[test]
        fn every_value_lies_between_the_ends(values in proptest::collection::vec(proptest::num::f64::ANY, 0..20)) {
            let axis = Axis::over(&values, Parts::Any);
            prop_assert!((2..=9).contains(&axis.ticks.len()), "{:?}", axis.ticks);
            prop_assert!(axis.ticks.is_sorted_by(|one, next| one < next));
            for value in values.iter().filter(|value| value.abs() <= LARGEST) {
                prop_assert!(axis.low() <= *value && *value <= axis.high(), "{value} in {:?}", axis.ticks);
            }
        }
    }
}
