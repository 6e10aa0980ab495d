//! An `XmR` chart: the figures in the order of time, with the mean and the process limits of each segment.

#[cfg(test)]
mod tests;

use super::{
    Anchor, Colour, Mark, MarkForm, Picture, Point, SMALL_WORDS, Shape, Size, Stroke, Words,
    axis::{Axis, Parts},
    nothing_counted, real, segment,
    words::{self, cut, with_room},
};
use crate::report::{document::XmrChart, xmr::Segment};

pub(super) const LEAST_HEIGHT: f64 = 180.0;

/// Above the plot: the unit and the legend.
const TOP: f64 = 26.0;
/// Below it: the labels of the points.
const BOTTOM: f64 = 20.0;
const GAP: f64 = 6.0;
/// From baseline to baseline of the lines' names.
const LINE: f64 = 11.0;

/// Of finite values. The lower limit of figures that are never negative is drawn no lower than zero (`domain.md` 6.1, `[I]`).
pub fn xmr(chart: &XmrChart, size: Size) -> Picture {
    match Plot::of(chart, size) {
        Some(plot) => Picture { size, shapes: plot.shapes(), alternative: plot.alternative() },
        None => nothing_counted(size, chart.title()),
    }
}

struct Plot<'a> {
    chart: &'a XmrChart,
    size: Size,
    axis: Axis,
    names: Vec<(f64, String)>,
    left: f64,
    right: f64,
}

impl<'a> Plot<'a> {
    /// `None` without points.
    fn of(chart: &'a XmrChart, size: Size) -> Option<Self> {
        let points = &chart.chart.points;
        let last = chart.chart.segments.last()?;
        let mut values: Vec<f64> = points.iter().map(|point| point.value).collect();
        let parts = Parts::of(values.iter().copied());
        let limits = chart.chart.segments.iter().filter_map(|segment| segment.limits);
        values.extend(limits.flat_map(|limits| [limits.upper(), chart.chart.drawn_lower(&limits)]));
        values.extend(chart.target().map(|target| target.value));
        let axis = Axis::over(&values, parts);
        let names = names(chart, last, &axis);
        let widest =
            |texts: &mut dyn Iterator<Item = String>| texts.map(|text| words::width(&text, SMALL_WORDS)).fold(0.0, f64::max);
        let left = widest(&mut axis.ticks.iter().map(|tick| axis.label(*tick))) + GAP;
        let beside = widest(&mut names.iter().map(|(_, name)| name.clone()));
        let right = (size.width - beside - GAP).max(left);
        Some(Self { chart, size, axis, names, left, right })
    }

    fn shapes(&self) -> Vec<Shape> {
        let mut shapes = self.grid();
        shapes.extend(self.chart.chart.segments.iter().flat_map(|segment| self.segment(segment)));
        shapes.extend(self.target());
        shapes.extend(self.figures());
        shapes.extend(self.names_of_lines());
        shapes.extend(self.labels());
        shapes.extend(self.legend());
        shapes
    }

    fn slot(&self) -> f64 {
        (self.right - self.left) / real(self.chart.chart.points.len())
    }

    /// In the middle of the slot of a point.
    fn x(&self, point: usize) -> f64 {
        self.left + self.slot() * (real(point) + 0.5)
    }

    fn y(&self, value: f64) -> f64 {
        let foot = self.size.height - BOTTOM;
        foot - self.axis.place(value) * (foot - TOP)
    }

    fn grid(&self) -> Vec<Shape> {
        let unit = Words::small(Point::new(0.0, SMALL_WORDS), Anchor::Start, cut(self.chart.unit(), self.size.width / 3.0));
        let ticks = self.axis.ticks.iter().flat_map(|tick| {
            let y = self.y(*tick);
            let line = segment(Point::new(self.left, y), Point::new(self.right, y), Stroke::solid(Colour::Grid, 0.75));
            let at = Point::new(self.left - GAP / 2.0, y + SMALL_WORDS / 3.0);
            [line, Shape::Words(Words::small(at, Anchor::End, self.axis.label(*tick)))]
        });
        [Shape::Words(unit)].into_iter().chain(ticks).collect()
    }

    /// The mean, the limits, and where it was rebased.
    fn segment(&self, part: &Segment) -> Vec<Shape> {
        let (start, end) = (self.left + self.slot() * real(part.points.start), self.left + self.slot() * real(part.points.end));
        let across = |value, stroke| segment(Point::new(start, self.y(value)), Point::new(end, self.y(value)), stroke);
        let mut shapes = Vec::new();
        if let Some(limits) = &part.limits {
            let pattern = if part.has_trial_limits() { Stroke::dotted } else { Stroke::dashed };
            let limit = |value| across(value, pattern(Colour::Limit, 1.25));
            shapes.extend([limit(limits.upper()), limit(self.chart.chart.drawn_lower(limits))]);
            shapes.push(across(limits.mean, Stroke::solid(Colour::Mean, 1.25)));
        }
        if let Some(reason) = &part.reason {
            let foot = self.size.height - BOTTOM;
            shapes.push(segment(Point::new(start, TOP), Point::new(start, foot), Stroke::dotted(Colour::Ink, 1.0)));
            let reason = cut(reason, end - start - GAP);
            shapes.push(Shape::Words(Words::small(Point::new(start + GAP / 2.0, TOP + SMALL_WORDS), Anchor::Start, reason)));
        }
        shapes
    }

    /// From the first figure to the last: the one that holds now is what all of them are held against.
    fn target(&self) -> Option<Shape> {
        let y = self.y(self.chart.target()?.value);
        let stroke = Stroke::dashed(Colour::Target, 1.75);
        Some(segment(Point::new(self.left, y), Point::new(self.right, y), stroke))
    }

    fn figures(&self) -> Vec<Shape> {
        let points = self.chart.chart.points.iter().enumerate();
        let places: Vec<Point> = points.clone().map(|(index, point)| Point::new(self.x(index), self.y(point.value))).collect();
        let marks = points.zip(&places).map(|((index, point), centre)| {
            let form = MarkForm::of(point.variation);
            Shape::Mark(Mark { centre: *centre, form, fill: form.colour(), meaning: self.meaning(index) })
        });
        let marks: Vec<Shape> = marks.collect();
        let line = Shape::Line { points: places, stroke: Stroke::solid(Colour::Series, 1.5) };
        [line].into_iter().chain(marks).collect()
    }

    /// Beside the ends of the lines, pushed apart where they would touch.
    fn names_of_lines(&self) -> Vec<Shape> {
        let mut baselines: Vec<f64> = self.names.iter().map(|(value, _)| self.y(*value) + SMALL_WORDS / 3.0).collect();
        for index in 1..baselines.len() {
            baselines[index] = baselines[index].max(baselines[index - 1] + LINE);
        }
        let mut lowest = self.size.height - BOTTOM + SMALL_WORDS / 3.0;
        for baseline in baselines.iter_mut().rev() {
            *baseline = baseline.min(lowest);
            lowest = *baseline - LINE;
        }
        let named = baselines.iter().zip(&self.names).map(|(y, (_, name))| {
            let room = self.size.width - self.right - GAP;
            Shape::Words(Words::small(Point::new(self.right + GAP, *y), Anchor::Start, cut(name, room + 0.01)))
        });
        named.collect()
    }

    fn labels(&self) -> Vec<Shape> {
        let labels: Vec<String> = (0..self.chart.weeks.len()).map(|point| self.chart.label(point)).collect();
        let centred = labels.iter().enumerate().map(|(index, label)| (self.x(index), words::width(label, SMALL_WORDS)));
        let centred: Vec<(f64, f64)> = centred.collect();
        let shown = with_room(&centred, 2.0 * GAP, self.size.width);
        let y = self.size.height - SMALL_WORDS / 3.0;
        let labels = labels.iter().zip(&centred).zip(shown).filter(|(_, is_shown)| *is_shown);
        labels.map(|((label, (x, _)), _)| Shape::Words(Words::small(Point::new(*x, y), Anchor::Middle, label))).collect()
    }

    /// The forms that the chart has, from the right.
    fn legend(&self) -> Vec<Shape> {
        let forms: std::collections::BTreeSet<MarkForm> =
            self.chart.chart.points.iter().map(|point| MarkForm::of(point.variation)).collect();
        let mut end = self.size.width;
        let mut shapes = Vec::new();
        for form in forms.into_iter().rev() {
            let words = Words::small(Point::new(end, SMALL_WORDS), Anchor::End, form.words());
            let centre = Point::new(words.left() - 2.0 * GAP, SMALL_WORDS * 0.65);
            if centre.x < self.size.width / 3.0 + 2.0 * GAP {
                break;
            }
            end = centre.x - 3.0 * GAP;
            shapes.push(Shape::Mark(Mark { centre, form, fill: form.colour(), meaning: String::new() }));
            shapes.push(Shape::Words(words));
        }
        shapes
    }

    fn meaning(&self, index: usize) -> String {
        let point = &self.chart.chart.points[index];
        let figure = format!("{}: {} {}", self.chart.label(index), self.axis.fine(point.value), self.chart.unit());
        match point.special_cause {
            Some(cause) => format!("{figure}. {}. {}", cause.words(), point.variation.words()),
            None => figure,
        }
    }

    fn alternative(&self) -> String {
        let points = &self.chart.chart.points;
        let latest = self.meaning(points.len() - 1);
        let lines: Vec<String> = self.names.iter().map(|(_, name)| name.to_lowercase()).collect();
        let special = points.iter().filter(|point| point.special_cause.is_some()).count();
        let rebased = self.chart.chart.segments.iter().filter_map(|segment| {
            let reason = segment.reason.as_ref()?.trim_end_matches('.');
            Some(format!(" Rebased from {}: {reason}.", self.chart.label(segment.points.start)))
        });
        let of_lines = if lines.is_empty() { String::new() } else { format!(" Now {}.", lines.join(", ")) };
        format!(
            "{}, a chart over time of {} figures. The latest, {latest}.{of_lines} Figures with a special cause: {special}.{}",
            self.chart.title(),
            points.len(),
            rebased.collect::<String>()
        )
    }
}

/// The lines of the latest segment and the target, from the top.
fn names(chart: &XmrChart, last: &Segment, axis: &Axis) -> Vec<(f64, String)> {
    let target = chart.target().map(|target| (target.value, format!("Target {}", axis.fine(target.value))));
    let limits = last.limits.iter().flat_map(|limits| {
        let mean = (limits.mean, format!("Mean {}", axis.fine(limits.mean)));
        let kind = if last.has_trial_limits() { "trial limit" } else { "limit" };
        let lower = chart.chart.drawn_lower(limits);
        let upper = (limits.upper(), format!("Upper {kind} {}", axis.fine(limits.upper())));
        let lower = (lower, format!("Lower {kind} {}", axis.fine(lower)));
        // Where nothing ever moved, they are one line.
        if limits.moving_range == 0.0 { vec![mean] } else { vec![upper, mean, lower] }
    });
    let mut names: Vec<(f64, String)> = limits.chain(target).collect();
    names.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    names
}
