//! A chart as Excel's own, with the figures that it is drawn from beyond it.

mod bars;
mod xmr;

use domain::report::{
    document::{Cell, Chart, Table},
    shape::{self, Colour, Size},
};
use rust_xlsxwriter::{Chart as Drawing, ChartLegendPosition, ChartLine, ChartSeries, Worksheet, XlsxError};

use super::{
    book::Formats,
    length::{description, in_a_cell},
    table,
};

/// In pixels; about a dozen columns of Excel's usual width.
const SIZE: (u32, u32) = (760, 400);
const COLUMNS_OF_A_CHART: usize = 13;

/// Beside the table the chart, and beyond the chart its figures.
pub fn write(sheet: &mut Worksheet, formats: &Formats, name: &str, beside: &Table, chart: &Chart) -> Result<(), XlsxError> {
    let figures = match chart {
        Chart::Xmr(chart) => xmr::figures(chart),
        Chart::Bars(chart) => bars::figures(chart),
    };
    let (Ok(place), Ok(first)) =
        (u16::try_from(beside.columns.len() + 1), u16::try_from(beside.columns.len() + 1 + COLUMNS_OF_A_CHART))
    else {
        return Ok(());
    };
    let Ok(last_row) = u32::try_from(figures.rows.len()) else {
        return Ok(());
    };
    if last_row == 0 {
        return Ok(());
    }
    let range = Figures { sheet: name, first, last_row };
    write_figures(sheet, formats, first, &figures)?;
    let mut drawing = match chart {
        Chart::Xmr(chart) => xmr::drawing(chart, &range),
        Chart::Bars(chart) => bars::drawing(chart, &range),
    };
    drawing.title().set_name(plain(chart.title()));
    drawing.legend().set_position(ChartLegendPosition::Bottom);
    drawing.set_width(SIZE.0).set_height(SIZE.1).show_hidden_data();
    drawing.set_alt_text(description(&shape::picture(chart, Size::of(chart, f64::from(SIZE.0))).alternative));
    sheet.insert_chart(1, place, &drawing)?;
    Ok(())
}

fn write_figures(sheet: &mut Worksheet, formats: &Formats, first: u16, figures: &Columns) -> Result<(), XlsxError> {
    for (column, heading) in (first..).zip(&figures.headings) {
        sheet.write_string_with_format(0, column, in_a_cell(heading), &formats.heading)?;
    }
    for (row, cells) in (1..).zip(&figures.rows) {
        for (column, cell) in (first..).zip(cells) {
            table::write_cell(sheet, formats, (row, column), cell)?;
        }
    }
    Ok(())
}

/// What a chart is drawn from.
struct Columns {
    headings: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// Where that stands: labels in the first column.
struct Figures<'a> {
    sheet: &'a str,
    first: u16,
    last_row: u32,
}

impl Figures<'_> {
    /// The series of a column, counted from the labels, by the name of its heading.
    fn series<'a>(&self, drawing: &'a mut Drawing, column: u16) -> &'a mut ChartSeries {
        let of = |column: u16| (self.sheet, 1, self.first + column, self.last_row, self.first + column);
        drawing.add_series().set_name((self.sheet, 0, self.first + column)).set_categories(of(0)).set_values(of(column))
    }
}

fn line(colour: Colour, points: f64) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(colour.hex().as_str()).set_width(points);
    line
}

/// A name that begins like a formula would be taken for one.
fn plain(name: &str) -> &str {
    name.trim_start_matches(['=', ' '])
}
