//! What every file notes about itself.

use domain::{
    clinical_time,
    report::{Definition, Figure, Report, document::CLASSIFICATION},
};

/// What was asked, when it was counted, by whom, and its classification: each with its label.
pub fn stamp(report: &Report) -> Vec<(String, String)> {
    let own = [
        ("Counted", clinical_time::date_time(report.counted_at)),
        ("By", report.by.clone()),
        ("Classification", CLASSIFICATION.to_owned()),
    ];
    report.asked.iter().cloned().chain(own.map(|(label, words)| (label.to_owned(), words))).collect()
}

/// The columns of [`definition`].
pub const DEFINITION: [&str; 4] = ["Figure", "Unit", "Definition", "Source"];

pub fn definition(figure: Figure) -> [&'static str; 4] {
    let Definition { name, meaning, unit, source } = figure.definition();
    [name, unit, meaning, source]
}
