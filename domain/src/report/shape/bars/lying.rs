//! Bars from the left: for reasons, teams and other labels that need some lines.

use super::{Counted, GAP, SHARES};
use crate::report::{
    document::BarChart,
    shape::{
        Anchor, Colour, Point, SMALL_WORDS, Shape, Size, Stroke, Words, real, segment,
        words::{cut, lines, width, with_room},
    },
};

/// Of a label.
const MOST_LINES: usize = 3;
/// From baseline to baseline in a label.
const LINE: f64 = 10.5;
/// The unit and the ticks of the running share, above the bars.
const TOP: f64 = 28.0;
/// The ticks of the values, below them.
const BOTTOM: f64 = 16.0;
/// Half of the last tick's label, and a bar's figure.
const RIGHT: f64 = 44.0;

/// As many lines for each bar as the longest label needs.
pub(super) fn height(chart: &BarChart, width: f64) -> f64 {
    let room = label_room(chart, width);
    let lines = chart.bars.iter().map(|bar| lines(&bar.label, room, MOST_LINES).len()).max().unwrap_or(1);
    TOP + BOTTOM + real(chart.bars.len()) * (real(lines) * LINE + GAP)
}

pub(super) fn shapes(counted: &Counted, size: Size) -> Vec<Shape> {
    let plot = Plot { counted, size, left: label_room(counted.chart, size.width) + GAP };
    let mut shapes = plot.axes();
    let places: Vec<Point> =
        counted.running.iter().enumerate().map(|(index, share)| Point::new(plot.x(*share), plot.y(index))).collect();
    shapes.extend((0..counted.chart.bars.len()).map(|index| plot.bar(index)));
    shapes.extend(plot.labels());
    shapes.extend(counted.share_line(places));
    shapes
}

/// As wide as the widest label, up to two fifths of the picture.
fn label_room(chart: &BarChart, picture: f64) -> f64 {
    let widest = chart.bars.iter().map(|bar| width(&bar.label, SMALL_WORDS)).fold(0.0, f64::max);
    widest.min(picture * 0.4) + 0.01
}

struct Plot<'a> {
    counted: &'a Counted<'a>,
    size: Size,
    left: f64,
}

impl Plot<'_> {
    fn slot(&self) -> f64 {
        (self.size.height - TOP - BOTTOM) / real(self.counted.chart.bars.len())
    }

    fn y(&self, index: usize) -> f64 {
        TOP + self.slot() * (real(index) + 0.5)
    }

    fn x(&self, place: f64) -> f64 {
        self.left + place * (self.size.width - RIGHT - self.left)
    }

    fn axes(&self) -> Vec<Shape> {
        let Counted { axis, chart, running } = self.counted;
        let foot = self.size.height - BOTTOM;
        let unit = cut(&chart.unit, self.left.max(self.size.width / 2.0));
        let mut shapes = vec![Shape::Words(Words::small(Point::new(0.0, SMALL_WORDS), Anchor::Start, unit))];
        let ticks = axis.ticks.iter().map(|tick| (self.x(axis.place(*tick)), axis.label(*tick)));
        for (x, _) in ticks.clone() {
            shapes.push(segment(Point::new(x, TOP), Point::new(x, foot), Stroke::solid(Colour::Grid, 0.75)));
        }
        shapes.extend(self.tick_labels(&ticks.collect::<Vec<_>>(), self.size.height - SMALL_WORDS / 3.0, Colour::Ink));
        if !running.is_empty() {
            let percents = SHARES.map(|share| (self.x(share), format!("{:.0}%", share * 100.0)));
            shapes.extend(self.tick_labels(&percents, TOP - SMALL_WORDS / 2.0, Colour::RunningShare));
        }
        shapes
    }

    fn tick_labels(&self, ticks: &[(f64, String)], baseline: f64, colour: Colour) -> Vec<Shape> {
        let centred: Vec<(f64, f64)> = ticks.iter().map(|(x, label)| (*x, width(label, SMALL_WORDS))).collect();
        let shown = with_room(&centred, GAP, self.size.width);
        let with_room = ticks.iter().zip(shown).filter(|(_, is_shown)| *is_shown);
        let label = |((x, label), _): (&(f64, String), bool)| {
            Shape::Words(Words { colour, ..Words::small(Point::new(*x, baseline), Anchor::Middle, label) })
        };
        with_room.map(label).collect()
    }

    fn bar(&self, index: usize) -> Shape {
        let half = self.slot() * 0.36;
        let axis = &self.counted.axis;
        let (zero, end) = (self.x(axis.place(0.0)), self.x(axis.place(self.counted.chart.bars[index].value)));
        self.counted.bar(index, Point::new(zero, self.y(index) - half), Point::new(end, self.y(index) + half))
    }

    /// At the left of the bars their labels, at the right their figures.
    fn labels(&self) -> Vec<Shape> {
        let Counted { axis, chart, .. } = self.counted;
        let centred: Vec<(f64, f64)> = (0..chart.bars.len()).map(|index| (self.y(index), LINE)).collect();
        let shown = with_room(&centred, 0.0, self.size.height);
        let mut shapes = Vec::new();
        for (index, bar) in chart.bars.iter().enumerate().filter(|(index, _)| shown[*index]) {
            let room = self.left - GAP;
            let fitting = (2..=MOST_LINES).take_while(|count| real(*count) * LINE <= self.slot()).last().unwrap_or(1);
            let lines = lines(&bar.label, room, fitting);
            let first = self.y(index) + SMALL_WORDS / 3.0 - LINE * (real(lines.len()) - 1.0) / 2.0;
            for (line, text) in lines.into_iter().enumerate() {
                let at = Point::new(self.left - GAP, first + LINE * real(line));
                shapes.push(Shape::Words(Words::small(at, Anchor::End, text)));
            }
            let end = self.x(axis.place(bar.value.max(0.0))) + GAP / 2.0;
            let figure = cut(&axis.fine(bar.value), self.size.width - end);
            shapes.push(Shape::Words(Words::small(Point::new(end, self.y(index) + SMALL_WORDS / 3.0), Anchor::Start, figure)));
        }
        shapes
    }
}
