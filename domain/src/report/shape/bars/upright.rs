//! Bars from the foot upwards: for hours, weekdays and other short labels.

use super::{Counted, GAP, SHARES, percent};
use crate::report::shape::{
    Anchor, Colour, Point, SMALL_WORDS, Shape, Size, Stroke, Words, real, segment,
    words::{cut, width, with_room},
};

/// The room for the axes at both sides.
pub(super) const SIDES: f64 = LEFT + RIGHT;
const LEFT: f64 = 48.0;
const RIGHT: f64 = 36.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 16.0;

pub(super) fn shapes(counted: &Counted, size: Size) -> Vec<Shape> {
    let plot = Plot { counted, size };
    let mut shapes = plot.axes();
    let places: Vec<Point> = counted.running.iter().enumerate().map(|(index, share)| plot.share(index, *share)).collect();
    shapes.extend((0..counted.chart.bars.len()).map(|index| plot.bar(index)));
    shapes.extend(plot.labels());
    shapes.extend(counted.share_line(places));
    shapes
}

struct Plot<'a> {
    counted: &'a Counted<'a>,
    size: Size,
}

impl Plot<'_> {
    fn slot(&self) -> f64 {
        (self.size.width - SIDES) / real(self.counted.chart.bars.len())
    }

    fn x(&self, index: usize) -> f64 {
        LEFT + self.slot() * (real(index) + 0.5)
    }

    fn y(&self, place: f64) -> f64 {
        let foot = self.size.height - BOTTOM;
        foot - place * (foot - TOP)
    }

    fn share(&self, index: usize, share: f64) -> Point {
        Point::new(self.x(index), self.y(share))
    }

    fn axes(&self) -> Vec<Shape> {
        let Counted { axis, chart, running } = self.counted;
        let unit = cut(&chart.unit, self.size.width / 2.0);
        let mut shapes = vec![Shape::Words(Words::small(Point::new(0.0, SMALL_WORDS), Anchor::Start, unit))];
        for tick in &axis.ticks {
            let y = self.y(axis.place(*tick));
            let end = self.size.width - RIGHT;
            shapes.push(segment(Point::new(LEFT, y), Point::new(end, y), Stroke::solid(Colour::Grid, 0.75)));
            let label = cut(&axis.label(*tick), LEFT - GAP / 2.0);
            shapes.push(Shape::Words(Words::small(Point::new(LEFT - GAP / 2.0, y + SMALL_WORDS / 3.0), Anchor::End, label)));
        }
        if !running.is_empty() {
            let at = |place: f64| Point::new(self.size.width, self.y(place) + SMALL_WORDS / 3.0);
            let share =
                |share| Words { colour: Colour::RunningShare, ..Words::small(at(share), Anchor::End, percent_label(share)) };
            shapes.extend(SHARES.map(share).map(Shape::Words));
        }
        shapes
    }

    fn bar(&self, index: usize) -> Shape {
        let half = self.slot() * 0.36;
        let axis = &self.counted.axis;
        let (zero, end) = (self.y(axis.place(0.0)), self.y(axis.place(self.counted.chart.bars[index].value)));
        self.counted.bar(index, Point::new(self.x(index) - half, zero), Point::new(self.x(index) + half, end))
    }

    /// Below the bars their labels, above them their figures.
    fn labels(&self) -> Vec<Shape> {
        let Counted { axis, chart, .. } = self.counted;
        let figures: Vec<String> = chart.bars.iter().map(|bar| axis.fine(bar.value)).collect();
        let centred: Vec<(f64, f64)> =
            figures.iter().enumerate().map(|(index, figure)| (self.x(index), width(figure, SMALL_WORDS))).collect();
        let shown = with_room(&centred, 2.0, self.size.width);
        let mut shapes = Vec::new();
        for (index, (bar, is_shown)) in chart.bars.iter().zip(shown).enumerate() {
            let foot = Point::new(self.x(index), self.size.height - SMALL_WORDS / 3.0);
            shapes.push(Shape::Words(Words::small(foot, Anchor::Middle, &bar.label)));
            if is_shown {
                let above = self.y(axis.place(bar.value.max(0.0))) - SMALL_WORDS / 3.0;
                shapes.push(Shape::Words(Words::small(Point::new(self.x(index), above), Anchor::Middle, &figures[index])));
            }
        }
        shapes
    }
}

fn percent_label(share: f64) -> String {
    percent(share).replace(".0", "")
}
