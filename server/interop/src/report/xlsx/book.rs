//! The workbook, its formats and how its pages are printed.

use domain::report::{
    Report,
    document::{CLASSIFICATION, Column, ColumnKind},
};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::length::{first, in_a_cell};

pub struct Book {
    pub workbook: Workbook,
    pub formats: Formats,
    title: String,
}

pub struct Formats {
    pub title: Format,
    pub label: Format,
    pub heading: Format,
    pub words: Format,
    pub count: Format,
    pub number: Format,
    pub share: Format,
    pub day: Format,
}

/// The code of A4 in the file format.
const A4: u8 = 9;

/// Of one page in width, and as many in length as there are.
const ONE_PAGE_WIDE: (u16, u16) = (1, 0);

/// A header or a footer has at most 255 units. Ours has two such texts, each twice as long where it is all ampersands.
const LONGEST_IN_FOOTER: usize = 60;

impl Book {
    pub fn new(title: &str, reports: &[Report]) -> Self {
        let mut properties = DocProperties::new().set_title(title).set_subject(CLASSIFICATION).set_company("Homeward");
        if let Some(report) = reports.first() {
            properties = properties.set_author(&report.by).set_creation_datetime(&report.counted_at);
        }
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties);
        Self { workbook, formats: Formats::new(), title: title.to_owned() }
    }

    /// A sheet of columns under one row of headings, which stays in view and on every printed page.
    pub fn table<'a>(
        &'a mut self,
        name: &str,
        columns: &[Column],
        widths: &[f64],
    ) -> Result<(&'a mut Worksheet, &'a Formats), XlsxError> {
        let sheet = self.workbook.add_worksheet();
        dress(sheet, &self.title, name)?;
        head(sheet, &self.formats, columns, widths)?;
        Ok((sheet, &self.formats))
    }

    /// The same, written straight to disk: its rows come in their order, and cost no memory.
    pub fn long_table<'a>(
        &'a mut self,
        name: &str,
        columns: &[Column],
        widths: &[f64],
    ) -> Result<(&'a mut Worksheet, &'a Formats), XlsxError> {
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        dress(sheet, &self.title, name)?;
        head(sheet, &self.formats, columns, widths)?;
        Ok((sheet, &self.formats))
    }

    /// A sheet of sentences.
    pub fn page<'a>(&'a mut self, name: &str) -> Result<(&'a mut Worksheet, &'a Formats), XlsxError> {
        let sheet = self.workbook.add_worksheet();
        dress(sheet, &self.title, name)?;
        Ok((sheet, &self.formats))
    }
}

fn dress(sheet: &mut Worksheet, title: &str, name: &str) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_paper_size(A4).set_landscape();
    sheet.set_print_fit_to_pages(ONE_PAGE_WIDE.0, ONE_PAGE_WIDE.1);
    sheet.set_header(format!("&L{}&R{}", printed(title), printed(name)));
    sheet.set_footer(format!("&L{}&RPage &P of &N", printed(CLASSIFICATION)));
    Ok(())
}

fn head(sheet: &mut Worksheet, formats: &Formats, columns: &[Column], widths: &[f64]) -> Result<(), XlsxError> {
    for ((place, column), width) in (0..).zip(columns).zip(widths) {
        sheet.set_column_width(place, *width)?;
        sheet.write_string_with_format(0, place, in_a_cell(&column.heading), &formats.heading)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}

/// An ampersand begins a command there.
fn printed(text: &str) -> String {
    first(text, LONGEST_IN_FOOTER).replace('&', "&&")
}

impl Formats {
    fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        let heading = cell().set_bold().set_text_wrap().set_background_color(0x00d8_dde0).set_border_bottom(FormatBorder::Thin);
        Self {
            title: Format::new().set_bold().set_font_size(16),
            label: cell().set_bold().set_text_wrap(),
            heading,
            words: cell().set_text_wrap(),
            count: cell().set_num_format("#,##0"),
            number: cell().set_num_format("#,##0.0"),
            share: cell().set_num_format("0.0%"),
            day: cell().set_num_format("dd-mmm-yyyy").set_align(FormatAlign::Left),
        }
    }
}

/// In letters, for a column whose widest text is known. A heading wraps between its words, beside the filter's button.
pub fn width(column: &Column, widest: usize) -> f64 {
    const BUTTON: usize = 4;
    let least = match column.kind {
        ColumnKind::Words => widest.clamp(12, 60),
        ColumnKind::Day => 13,
        ColumnKind::Count | ColumnKind::Number | ColumnKind::Share => 10,
    };
    let heading = column.heading.split(' ').map(|word| word.chars().count() + BUTTON).max().unwrap_or(0).min(40);
    u32::try_from(least.max(heading)).map_or(60.0, f64::from)
}
