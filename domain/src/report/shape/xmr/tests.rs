//! What a chart over time shows of its figures.

use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::ChartDecisionId;
use crate::report::{
    ChartDecisions, ChartName,
    chart::{ChartDecision, Decided, Target},
    shape::tests::{assert_within_its_size, corners, texts},
    xmr::{Better, Chart, Rebase, Settings},
};

const SIZE: Size = Size { width: 520.0, height: 200.0 };

/// Of the weeks from 05-Jan-2026 on.
fn weekly(values: &[f64], rebases: &[Rebase]) -> XmrChart {
    let first: NaiveDate = "2026-01-05".parse().expect("a day");
    let chart = Chart::of(values, rebases, &Settings { better: Better::Lower, ..Settings::default() });
    let decisions = ChartDecisions::none(ChartName::LongStays);
    XmrChart { weeks: first.iter_weeks().take(values.len()).collect(), chart, decisions }
}

fn with_target(values: &[f64], value: f64) -> XmrChart {
    let mut chart = weekly(values, &[]);
    let what = Decided::Target(Target { chart: ChartName::LongStays, value });
    let (id, at, by) = (ChartDecisionId::default(), DateTime::UNIX_EPOCH, "Helen Whitlock".to_owned());
    chart.decisions.all.push(ChartDecision { id, what, at, by, withdrawn: None });
    chart
}

fn forms(picture: &Picture) -> Vec<MarkForm> {
    let forms = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Mark(mark) if !mark.meaning.is_empty() => Some(mark.form),
        _ => None,
    });
    forms.collect()
}

/// The worked check of `domain.md` 6.1, and a week that is out of the ordinary.
#[test]
fn the_worked_example() {
    let values = [10., 12., 11., 13., 12., 14., 11., 12., 13., 12., 11., 13., 20.];
    let picture = xmr(&weekly(&values, &[]), SIZE);
    assert_within_its_size(&picture);
    assert_eq!(forms(&picture)[11..], [MarkForm::Dot, MarkForm::Triangle]);
    let texts = texts(&picture);
    for expected in ["patients", "Mean 12.6", "Upper limit 16.7", "Lower limit 8.5", "Concern", "Common cause", "30-Mar-2026"] {
        assert!(texts.contains(&expected), "{expected} in {texts:?}");
    }
    assert_eq!(
        picture.alternative,
        "Patients of 21 nights or more at each Monday's midnight, a chart over time of 13 figures. The latest, 30-Mar-2026: \
         20 patients. Above the upper process limit. Special cause of concern: higher values. Now upper limit 16.7, mean 12.6, lower limit \
         8.5. Figures with a special cause: 1."
    );
}

#[test]
fn later_is_further_right_and_more_is_higher() {
    let picture = xmr(&weekly(&[1., 5., 3.], &[]), SIZE);
    let line = picture.shapes.iter().find_map(|shape| match shape {
        Shape::Line { points, .. } if points.len() == 3 => Some(points.clone()),
        _ => None,
    });
    let line = line.expect("the line through the figures");
    assert!(line.is_sorted_by(|one, next| one.x < next.x));
    assert!(line[1].y < line[2].y && line[2].y < line[0].y);
}

#[test]
fn nothing_and_one_and_always_the_same() {
    assert_eq!(texts(&xmr(&weekly(&[], &[]), SIZE)), ["Nothing was counted"]);
    let one = xmr(&weekly(&[4.0], &[]), SIZE);
    assert_eq!(forms(&one), [MarkForm::Dot]);
    assert!(!one.alternative.contains("Now"), "one figure has no limits: {}", one.alternative);
    let same = xmr(&weekly(&[5.0; 12], &[]), SIZE);
    assert!(texts(&same).contains(&"Mean 5") && !texts(&same).iter().any(|text| text.contains("limit")));
    [one, same].iter().for_each(assert_within_its_size);
}

#[test]
fn a_rebasing_has_its_reason_and_its_own_limits() {
    let values = [[10., 12.].repeat(6), [4., 5.].repeat(3)].concat();
    let rebase = Rebase { at: 12, reason: "New discharge lounge".to_owned() };
    let picture = xmr(&weekly(&values, &[rebase]), Size { width: 900.0, ..SIZE });
    let texts = texts(&picture);
    assert!(texts.contains(&"New discharge lounge") && texts.contains(&"Upper trial limit 7.2"), "{texts:?}");
    assert!(picture.alternative.ends_with(" Rebased from 30-Mar-2026: New discharge lounge."));
    assert_within_its_size(&picture);
}

#[test]
fn a_target_is_a_red_line_with_its_name_wherever_it_lies() {
    let values = [10., 12., 11., 13., 12., 14., 11., 12., 13., 12., 11., 13.];
    for (target, name) in [(40.0, "Target 40"), (12.5, "Target 12.5"), (0.0, "Target 0")] {
        let picture = xmr(&with_target(&values, target), SIZE);
        assert_within_its_size(&picture);
        assert!(texts(&picture).contains(&name), "{name} in {:?}", texts(&picture));
        let red = |shape: &&Shape| matches!(shape, Shape::Line { stroke, .. } if *stroke == Stroke::dashed(Colour::Target, 1.75));
        assert_eq!(picture.shapes.iter().filter(red).count(), 1);
    }
    let high = xmr(&with_target(&values, 40.0), SIZE).alternative;
    assert!(high.contains(" Now target 40, upper limit 16.1, mean 12, lower limit 7.9."), "{high}");
    assert!(texts(&xmr(&with_target(&[5.0; 12], 7.0), SIZE)).contains(&"Target 7"), "also where nothing ever moved");
}

#[test]
fn figures_that_are_never_negative_have_no_limit_below_zero() {
    let picture = xmr(&weekly(&[0., 3., 0., 4., 1., 0.], &[]), SIZE);
    assert!(texts(&picture).contains(&"Lower trial limit 0"), "{:?}", texts(&picture));
    let picture = xmr(&weekly(&[-1., 3., 0., 4., 1., 0.], &[]), SIZE);
    assert!(texts(&picture).iter().any(|text| text.starts_with("Lower trial limit -")), "{:?}", texts(&picture));
}

proptest! {
    #[test]
    fn all_lies_within_the_picture(
        values in proptest::collection::vec(-1e6..1e6_f64, 1..120),
        at in 0_usize..120,
        width in 320.0..1200.0_f64,
        height in 120.0..600.0_f64,
    ) {
        let rebase = Rebase { at, reason: "A new ward opened, and another one closed".to_owned() };
        let picture = xmr(&weekly(&values, &[rebase]), Size { width, height });
        assert_within_its_size(&picture);
        prop_assert_eq!(forms(&picture).len(), values.len());
        prop_assert!(corners(&picture).len() > values.len());
    }
}
