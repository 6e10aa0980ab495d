//! An `XmR` chart: the figures, their mean and limits, and each kind of special cause as a series of its own, since a mark of
//! Excel has its form from its series.

use std::collections::BTreeSet;

use domain::report::{
    document::{Cell, XmrChart},
    shape::{Colour, MarkForm},
    xmr::Point,
};
use rust_xlsxwriter::{
    Chart as Drawing, ChartFormat, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType,
};

use super::{Columns, Figures, line, plain};

/// The columns after the label and the figure.
const LINES: [&str; 3] = ["Mean", "Lower process limit", "Upper process limit"];
const TARGET: &str = "Target";

/// One row a point: its label and figure, the lines of its segment, the target where there is one, the figure again under its
/// kind of special cause, and what the special cause is.
pub fn figures(chart: &XmrChart) -> Columns {
    let forms = special_forms(chart);
    let lines = LINES.into_iter().chain(chart.target().map(|_| TARGET));
    let headings = ["Of", chart.unit()].into_iter().chain(lines).chain(forms.iter().map(|form| form.words()));
    let headings = headings.chain(["What it is"]).map(str::to_owned);
    let points = chart.chart.points.iter().enumerate();
    Columns { headings: headings.collect(), rows: points.map(|(index, point)| row(chart, &forms, index, point)).collect() }
}

fn row(chart: &XmrChart, forms: &[MarkForm], index: usize, point: &Point) -> Vec<Cell> {
    let lines = match chart.chart.segment_of(index).and_then(|segment| segment.limits) {
        Some(limits) => [limits.mean, chart.chart.drawn_lower(&limits), limits.upper()].map(Cell::Number),
        None => [const { Cell::Nothing }; 3],
    };
    let target = chart.target().map(|target| Cell::Number(target.value));
    let of_form = |form: &MarkForm| {
        let has_form = *form == MarkForm::of(point.variation);
        if has_form { Cell::Number(point.value) } else { Cell::Nothing }
    };
    let cause = point.special_cause.map_or(Cell::Nothing, |cause| Cell::words(cause.words()));
    let own = [Cell::words(chart.label(index)), Cell::Number(point.value)];
    own.into_iter().chain(lines).chain(target).chain(forms.iter().map(of_form)).chain([cause]).collect()
}

pub fn drawing(chart: &XmrChart, figures: &Figures) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Line);
    let common = marker(MarkForm::Dot);
    figures.series(&mut drawing, 1).set_format(&mut line(Colour::Series, 1.5)).set_marker(&common);
    let dashed = |colour, points| line(colour, points).set_dash_type(ChartLineDashType::Dash).clone();
    let limit = || dashed(Colour::Limit, 1.25);
    let target = chart.target().map(|_| dashed(Colour::Target, 1.75));
    let lines: Vec<ChartLine> = [line(Colour::Mean, 1.25), limit(), limit()].into_iter().chain(target).collect();
    let mut columns = 2..;
    for (mut line, column) in lines.into_iter().zip(&mut columns) {
        figures.series(&mut drawing, column).set_format(&mut line).set_marker(ChartMarker::new().set_none());
    }
    for (form, column) in special_forms(chart).into_iter().zip(columns) {
        let mut hidden = ChartLine::new();
        figures.series(&mut drawing, column).set_format(hidden.set_hidden(true)).set_marker(&marker(form));
    }
    drawing.y_axis().set_name(plain(chart.unit()));
    drawing
}

fn special_forms(chart: &XmrChart) -> Vec<MarkForm> {
    let forms: BTreeSet<MarkForm> = chart.chart.points.iter().map(|point| MarkForm::of(point.variation)).collect();
    forms.into_iter().filter(|form| *form != MarkForm::Dot).collect()
}

fn marker(form: MarkForm) -> ChartMarker {
    let kind = match form {
        MarkForm::Dot => ChartMarkerType::Circle,
        MarkForm::Square => ChartMarkerType::Square,
        MarkForm::Triangle => ChartMarkerType::Triangle,
        MarkForm::Diamond => ChartMarkerType::Diamond,
    };
    let mut format = ChartFormat::new();
    let mut fill = ChartSolidFill::new();
    format.set_solid_fill(fill.set_color(form.colour().hex().as_str())).set_line(&line(Colour::Ink, 0.75));
    ChartMarker::new().set_type(kind).set_size(7).set_format(&mut format).clone()
}
