//! A bar chart; a Pareto chart's line has the second axis, from nothing to the whole.

use domain::report::{
    document::{BarChart, Cell},
    shape::Colour,
};
use rust_xlsxwriter::{Chart as Drawing, ChartFormat, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType};

use super::{Columns, Figures, line, plain};

const RUNNING: &str = "Up to here, of the whole";

/// One row a bar: its label, its figure, and the running share where the chart has it.
pub fn figures(chart: &BarChart) -> Columns {
    let running = chart.running_shares();
    let mut headings = vec!["Of".to_owned(), chart.unit.clone()];
    if !running.is_empty() {
        headings.push(RUNNING.to_owned());
    }
    let rows = chart.bars.iter().enumerate().map(|(index, bar)| {
        let share = running.get(index).map(|share| Cell::Share(*share));
        [Cell::words(bar.label.as_str()), Cell::Number(bar.value)].into_iter().chain(share).collect()
    });
    Columns { headings, rows: rows.collect() }
}

pub fn drawing(chart: &BarChart, figures: &Figures) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Column);
    let mut fill = ChartFormat::new();
    fill.set_solid_fill(ChartSolidFill::new().set_color(Colour::Bar.hex().as_str()));
    figures.series(&mut drawing, 1).set_format(&mut fill).set_gap(40);
    drawing.y_axis().set_name(plain(&chart.unit));
    if !chart.running_shares().is_empty() {
        drawing.combine(&running(figures));
        drawing.y2_axis().set_min(0).set_max(1).set_num_format("0%");
    }
    drawing
}

fn running(figures: &Figures) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Line);
    let mut marker = ChartMarker::new();
    marker.set_type(ChartMarkerType::Diamond).set_size(6);
    let mut line = line(Colour::RunningShare, 1.5);
    figures.series(&mut drawing, 2).set_format(&mut line).set_marker(&marker).set_secondary_axis(true);
    drawing
}
