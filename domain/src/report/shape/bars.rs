//! A bar chart, and where the largest come first and a line adds them up, a Pareto chart.
//!
//! Bars stand upright where each has room for its label below it, and lie on their side where the labels are long.

mod lying;
mod upright;

use super::{Picture, Size, nothing_counted, real, words};
use crate::report::{
    document::BarChart,
    shape::{
        Bar, Colour, Mark, MarkForm, Point, SMALL_WORDS, Shape, Stroke,
        axis::{Axis, Parts},
    },
};

const GAP: f64 = 6.0;
/// From one end of the running share to the other.
const SHARES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// Of finite values.
pub fn bars(chart: &BarChart, size: Size) -> Picture {
    if chart.bars.is_empty() {
        return nothing_counted(size, &chart.title);
    }
    let counted = Counted::of(chart);
    let shapes = if is_upright(chart, size.width) { upright::shapes(&counted, size) } else { lying::shapes(&counted, size) };
    Picture { size, shapes, alternative: alternative(&counted) }
}

/// The height that suits the bars of a chart of this width.
pub(super) fn height(chart: &BarChart, width: f64) -> f64 {
    if is_upright(chart, width) { (width * 0.4).max(180.0) } else { lying::height(chart, width) }
}

fn is_upright(chart: &BarChart, width: f64) -> bool {
    let slot = (width - upright::SIDES) / real(chart.bars.len());
    chart.bars.iter().all(|bar| words::width(&bar.label, SMALL_WORDS) + GAP / 2.0 <= slot)
}

/// A chart with its axis and what its bars add up to.
struct Counted<'a> {
    chart: &'a BarChart,
    axis: Axis,
    /// For each bar, what it and those before it make of the whole; empty where that isn't shown.
    running: Vec<f64>,
}

impl<'a> Counted<'a> {
    fn of(chart: &'a BarChart) -> Self {
        let values: Vec<f64> = chart.bars.iter().map(|bar| bar.value).collect();
        let parts = Parts::of(values.iter().copied());
        let axis = Axis::over(&[&values[..], &[0.0]].concat(), parts);
        Self { chart, axis, running: chart.running_shares() }
    }

    fn meaning(&self, index: usize) -> String {
        let bar = &self.chart.bars[index];
        let share = self.running.get(index).map(|share| format!(", {} up to here", percent(*share))).unwrap_or_default();
        format!("{}: {} {}{share}", bar.label, self.axis.fine(bar.value), self.chart.unit)
    }

    fn bar(&self, index: usize, from: Point, to: Point) -> Shape {
        let corner = Point::new(from.x.min(to.x), from.y.min(to.y));
        let size = Size::new((to.x - from.x).abs(), (to.y - from.y).abs());
        Shape::Bar(Bar { corner, size, fill: Colour::Bar, meaning: self.meaning(index) })
    }

    /// The line of the running share through its places.
    fn share_line(&self, places: Vec<Point>) -> Vec<Shape> {
        if self.running.is_empty() {
            return Vec::new();
        }
        let meanings = self.running.iter().enumerate().map(|(index, share)| {
            let label = &self.chart.bars[index].label;
            format!("Up to {label}: {} of the whole", percent(*share))
        });
        let mark = |(centre, meaning): (&Point, String)| {
            Shape::Mark(Mark { centre: *centre, form: MarkForm::Diamond, fill: Colour::RunningShare, meaning })
        };
        let marks: Vec<Shape> = places.iter().zip(meanings).map(mark).collect();
        let line = Shape::Line { points: places, stroke: Stroke::dashed(Colour::RunningShare, 1.25) };
        [line].into_iter().chain(marks).collect()
    }
}

fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

fn alternative(counted: &Counted) -> String {
    let mut largest: Vec<usize> = (0..counted.chart.bars.len()).collect();
    largest.sort_by(|one, other| counted.chart.bars[*other].value.total_cmp(&counted.chart.bars[*one].value));
    let largest: Vec<String> = largest.into_iter().take(3).map(|index| counted.meaning(index)).collect();
    let count = counted.chart.bars.len();
    format!("{}, a chart of {count} bars. The largest: {}.", counted.chart.title, largest.join("; "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::{
        document::Bar as Counting,
        shape::tests::{assert_within_its_size, texts},
    };

    fn chart(bars: &[(&str, f64)], has_running_share: bool) -> BarChart {
        BarChart {
            title: "Delays".to_owned(),
            unit: "bed days".to_owned(),
            bars: bars.iter().map(|(label, value)| Counting { label: (*label).to_owned(), value: *value }).collect(),
            has_running_share,
        }
    }

    const REASONS: [(&str, f64); 3] = [
        ("Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)", 60.0),
        ("Awaiting a diagnostic test", 30.0),
        ("Awaiting medicines to take home", 10.0),
    ];

    fn drawn(picture: &Picture) -> Vec<&Bar> {
        let bars = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Bar(bar) => Some(bar),
            _ => None,
        });
        bars.collect()
    }

    #[test]
    fn long_labels_lie_down_and_add_up() {
        let chart = chart(&REASONS, true);
        let picture = bars(&chart, Size::new(520.0, height(&chart, 520.0)));
        assert_within_its_size(&picture);
        let [first, second, third] = drawn(&picture)[..] else { panic!("three bars") };
        assert!(first.size.width > second.size.width && second.size.width > third.size.width);
        assert!(first.corner.y < second.corner.y && second.corner.y < third.corner.y);
        assert!((first.size.width - 2.0 * second.size.width).abs() < 0.01);
        assert_eq!(third.meaning, "Awaiting medicines to take home: 10 bed days, 100.0% up to here");
        let texts = texts(&picture);
        for expected in ["Bed-based rehabilitation, reablement or", "Awaiting a diagnostic test", "60", "100%", "bed days"] {
            assert!(texts.contains(&expected), "{expected} in {texts:?}");
        }
    }

    #[test]
    fn short_labels_stand_up() {
        let hours: Vec<(String, f64)> = (0..24).map(|hour| (format!("{hour:02}"), f64::from(hour))).collect();
        let hours: Vec<(&str, f64)> = hours.iter().map(|(label, value)| (label.as_str(), *value)).collect();
        let picture = bars(&chart(&hours, false), Size::new(520.0, 200.0));
        assert_within_its_size(&picture);
        let bars = drawn(&picture);
        assert!(bars.is_sorted_by(|one, next| one.corner.x < next.corner.x && one.size.height < next.size.height));
        assert_eq!(
            picture.alternative,
            "Delays, a chart of 24 bars. The largest: 23: 23 bed days; 22: 22 bed days; 21: 21 bed days."
        );
    }

    #[test]
    fn nothing_adds_up_to_no_line() {
        assert_eq!(texts(&bars(&chart(&[], true), Size::new(520.0, 200.0))), ["Nothing was counted"]);
        let zeros = bars(&chart(&[("A", 0.0), ("B", 0.0)], true), Size::new(520.0, 200.0));
        assert!(!zeros.shapes.iter().any(|shape| matches!(shape, Shape::Mark(_))));
        assert_within_its_size(&zeros);
    }

    #[test]
    fn less_than_nothing_goes_the_other_way() {
        let picture = bars(&chart(&[("More", 4.0), ("Less", -2.0)], false), Size::new(520.0, 200.0));
        let [more, less] = drawn(&picture)[..] else { panic!("two bars") };
        assert!((more.corner.y + more.size.height - less.corner.y).abs() < 0.01, "both start at zero");
        assert!((more.size.height - 2.0 * less.size.height).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn all_lies_within_the_picture(
            counted in proptest::collection::vec(("[A-Za-z ]{0,90}", -1e3..1e6_f64), 1..60),
            has_running_share: bool,
            width in 320.0..1200.0_f64,
        ) {
            let counted: Vec<(&str, f64)> = counted.iter().map(|(label, value)| (label.as_str(), *value)).collect();
            let chart = chart(&counted, has_running_share);
            for height in [height(&chart, width), 140.0] {
                let picture = bars(&chart, Size::new(width, height));
                assert_within_its_size(&picture);
                prop_assert_eq!(drawn(&picture).len(), counted.len());
            }
        }
    }
}
