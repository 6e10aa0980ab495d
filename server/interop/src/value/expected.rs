//! What a cell should have held, in words.

use thiserror::Error;

/// Completes "Row 7, Born: expected …". It never repeats what the cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum Expected {
    /// A day, written in one of the usual ways.
    #[error("a date such as 05/03/2026")]
    Date,
    /// A day and a time of day by the wall clock.
    #[error("a date and time such as 05/03/2026 14:30")]
    DateTime,
    /// An answer.
    #[error("yes or no")]
    YesNo,
}
