//! What a chart over time shows of its figures.

use proptest::prelude::*;

use super::*;
use crate::report::{
    shape::tests::{assert_within_its_size, corners, texts},
    xmr::{Better, Chart, Rebase, Settings},
};

const SIZE: Size = Size { width: 520.0, height: 200.0 };

fn weekly(values: &[f64], rebases: &[Rebase]) -> XmrChart {
    XmrChart {
        title: "Patients here for 21 nights or more".to_owned(),
        unit: "patients".to_owned(),
        labels: (1..=values.len()).map(|week| format!("Week {week}")).collect(),
        chart: Chart::of(values, rebases, &Settings { better: Better::Lower, ..Settings::default() }),
    }
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
    for expected in ["patients", "Mean 12.6", "Upper limit 16.7", "Lower limit 8.5", "Concern", "Common cause", "Week 13"] {
        assert!(texts.contains(&expected), "{expected} in {texts:?}");
    }
    assert_eq!(
        picture.alternative,
        "Patients here for 21 nights or more, a chart over time of 13 figures. The latest, Week 13: 20 patients. Above \
         the upper process limit. Special cause of concern: higher values. Now upper limit 16.7, mean 12.6, lower limit \
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
    assert!(picture.alternative.ends_with(" Rebased from Week 13: New discharge lounge."));
    assert_within_its_size(&picture);
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
