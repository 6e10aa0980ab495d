//! A list that may be longer than memory.

use domain::report::{Figure, Report, document::Column};

/// A report of one table whose rows come one by one: each stay of ten years, say.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// Whose list it is; its sections stay out.
    pub report: &'a Report,
    pub heading: &'a str,
    pub columns: &'a [Column],
    pub figures: &'a [Figure],
}
