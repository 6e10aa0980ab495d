//! A report on its pages: title, what was asked, and its sections.

use domain::report::{Definition, Figure, Report, document::Section, shape::Colour};
use krilla::tagging::Tag;

use super::{
    chart,
    layout::{Ink, Layout, MARGIN, Orientation, Place, PlaceLevel},
    structure::{Part, heading},
    table,
    text::Style,
};
use crate::report::note;

const TITLE: f32 = 20.0;
const HEADING: f32 = 13.0;
const SMALL_HEADING: f32 = 10.0;
const BODY: f32 = 10.0;
const SMALL: f32 = 8.0;
/// A table of more columns lies on its side.
const MOST_UPRIGHT: usize = 7;
/// Where the words of the note begin, beside their labels.
const AFTER_LABEL: f32 = 110.0;
/// What stays with a heading at the foot of a page: some lines of what follows.
const BELOW_HEADING: f32 = 60.0;

/// From a page of its own.
pub fn lay_report(layout: &mut Layout, report: &Report) {
    let widest = report.sections.iter().map(|section| section.table.columns.len()).max().unwrap_or(0);
    layout.start_page(if widest > MOST_UPRIGHT { Orientation::Landscape } else { Orientation::Portrait });
    let part = layout.structure.add_root(Tag::Part);
    lay_heading(layout, part, 1, &report.title, TITLE);
    layout.put(None, MARGIN, layout.y(), Ink::Rule { width: layout.body_width(), colour: Colour::Bar });
    layout.skip(8.0);
    lay_note(layout, part, report);
    for section in &report.sections {
        lay_section(layout, part, section);
    }
}

/// A label and its words, a line each.
fn lay_note(layout: &mut Layout, part: Part, report: &Report) {
    for (label, words) in note::stamp(report) {
        let line = layout.structure.add(part, Tag::P);
        layout.keep_together(Style::regular(BODY).leading());
        let label = layout.typeface.line(&format!("{label}: "), Style::bold(BODY));
        let width = layout.body_width() - AFTER_LABEL.max(label.width);
        let x = MARGIN + AFTER_LABEL.max(label.width);
        layout.put(Some(line), MARGIN, layout.y() + BODY, Ink::Words(label));
        let words = layout.typeface.wrap(&words, Style::regular(BODY), width);
        layout.lines(line, x, words);
    }
}

fn lay_section(layout: &mut Layout, within: Part, section: &Section) {
    let part = layout.structure.add(within, Tag::Section);
    layout.skip(16.0);
    lay_heading(layout, part, 2, &section.heading, HEADING);
    for sentence in &section.words {
        let paragraph = layout.structure.add(part, Tag::P);
        layout.paragraph(paragraph, sentence, Style::regular(BODY));
    }
    layout.skip(6.0);
    if let Some(chart) = &section.chart {
        chart::lay(layout, part, chart);
    }
    table::lay(layout, part, &section.table);
    lay_definitions(layout, part, &section.figures);
}

fn lay_definitions(layout: &mut Layout, within: Part, figures: &[Figure]) {
    if figures.is_empty() {
        return;
    }
    layout.skip(8.0);
    lay_heading(layout, within, 3, "What the figures mean", SMALL_HEADING);
    for figure in figures {
        let Definition { name, meaning, unit, source } = figure.definition();
        let paragraph = layout.structure.add(within, Tag::P);
        layout.paragraph(paragraph, &format!("{name} ({unit}): {meaning} Source: {source}."), Style::regular(SMALL));
        layout.skip(2.0);
    }
}

/// A title for a reader that lists them: a dash where there is none.
pub fn told(title: &str) -> &str {
    if title.trim().is_empty() { "–" } else { title }
}

/// With something of what follows on the same page.
fn lay_heading(layout: &mut Layout, within: Part, level: u16, words: &str, size: f32) {
    let words = told(words);
    let style = Style::bold(size);
    let lines = layout.typeface.wrap(words, style, layout.body_width());
    let height: f32 = lines.iter().map(|line| line.style.leading()).sum();
    layout.keep_together(height.min(layout.body_height() / 2.0) + BELOW_HEADING);
    let page = layout.page_index();
    let place = match level {
        1 => Some(PlaceLevel::Report),
        2 => Some(PlaceLevel::Section),
        _ => None,
    };
    layout.places.extend(place.map(|level| Place { words: words.to_owned(), level, page, y: layout.y() }));
    let part = layout.structure.add(within, heading(level, words));
    layout.lines(part, MARGIN, lines);
    layout.skip(4.0);
}
