//! A report as pages: tagged, and PDF/UA-1 or not at all.
//!
//! First everything is laid out, so that each page knows how many there are; then it is drawn. Lengths are points, from the top
//! left corner of a page. What krilla can check of PDF/UA-1 it checks as it finishes; the rest is kept here: headings in
//! order, tables with header cells, a figure with its words, running feet as artifacts, a space at each broken line, and the
//! writer's own characters beneath those that the font doesn't have.

mod chart;
mod colour;
mod draw;
mod layout;
mod section;
mod structure;
mod table;
mod text;

use std::slice;

use chrono::{Datelike, Timelike};
use domain::report::{Report, document::CLASSIFICATION};
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    error::KrillaError,
    metadata::{DateTime, Metadata},
};

use self::{layout::Layout, text::Typeface};
use super::ExportError;

/// A4.
///
/// # Errors
///
/// [`ExportError::NotAccessible`] where the pages fail the check of PDF/UA-1; there is no file then.
pub fn pdf(report: &Report) -> Result<Vec<u8>, ExportError> {
    pdf_pack(&report.title, slice::from_ref(report))
}

/// Several reports in one document, each from a page of its own, for a board.
///
/// # Errors
///
/// As [`pdf`].
pub fn pdf_pack(title: &str, reports: &[Report]) -> Result<Vec<u8>, ExportError> {
    let typeface = Typeface::load().ok_or_else(|| ExportError::NotAccessible("the font can't be read".to_owned()))?;
    let mut layout = Layout::new(&typeface);
    for report in reports {
        section::lay_report(&mut layout, report);
    }
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|_| ExportError::NotAccessible("no such kind of PDF".to_owned()))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(title, reports));
    draw::draw(&mut document, layout, title);
    document.finish().map_err(|error| refused(&error))
}

fn metadata(title: &str, reports: &[Report]) -> Metadata {
    let own = Metadata::new()
        .title(section::told(title).to_owned())
        .language("en-GB".to_owned())
        .creator("Homeward".to_owned())
        .description(CLASSIFICATION.to_owned());
    let Some(report) = reports.first() else {
        return own;
    };
    own.authors(vec![report.by.clone()]).creation_date(instant(report.counted_at))
}

fn instant(at: chrono::DateTime<chrono::Utc>) -> DateTime {
    let part = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(part(at.month()))
        .day(part(at.day()))
        .hour(part(at.hour()))
        .minute(part(at.minute()))
        .second(part(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// How many faults, and of which kinds. A fault's own words may hold those of a cell.
fn refused(error: &KrillaError) -> ExportError {
    use krilla::configure::ValidationError::{ContainsNotDefGlyph, MissingAltText, MissingHeadingTitle, NoDocumentTitle};
    let kinds = match error {
        KrillaError::Validation(faults) => faults.iter().map(|(fault, _)| match fault {
            ContainsNotDefGlyph(..) => "; a character without a shape",
            MissingAltText(_) => "; a figure without words",
            MissingHeadingTitle => "; an empty heading",
            NoDocumentTitle => "; no title",
            _ => "; another fault",
        }),
        _ => return ExportError::NotAccessible(error.to_string()),
    };
    ExportError::NotAccessible(error.to_string() + &kinds.collect::<String>())
}
