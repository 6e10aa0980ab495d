//! Small numbers in what leaves the trust: nobody may be picked out by a count of fewer than five (`domain.md` 6.1, `[I]`).
//!
//! A count of 1 to 4 is hidden; 0 is shown. Where a hidden count could be worked out from totals, further ones are hidden
//! with it, and look the same.

mod protection;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::count::grouped;

/// The smallest count that is shown, apart from 0.
pub const LEAST_SHOWN: u32 = 5;

/// A count as it leaves the trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    Count(u32),
    Suppressed,
}

/// Counts in rows and columns, with the totals of both. What is suppressed can't be worked out from the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuppressedTable {
    /// Every row with its total last; the last row has the totals of the columns.
    pub rows: Vec<Vec<Shown>>,
}

/// A list of counts that add up to a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuppressedList {
    pub counts: Vec<Shown>,
    pub total: Shown,
}

/// Whether a count may identify somebody.
pub fn is_small(count: u32) -> bool {
    (1..LEAST_SHOWN).contains(&count)
}

/// A count that stands alone, in no table and beside no total: "12", "fewer than 5".
pub fn alone(count: u32) -> String {
    if is_small(count) { format!("fewer than {LEAST_SHOWN}") } else { grouped(count) }
}

/// [`Figure::Suppressed`](super::Figure::Suppressed) of a table whose rows and columns both have totals. All rows have as many
/// counts as the first; what is missing counts as 0.
pub fn table(counts: &[Vec<u32>]) -> SuppressedTable {
    let with_totals = with_totals(counts);
    let hidden = protection::hide(&with_totals);
    let show = |(count, is_hidden): (&u32, &bool)| if *is_hidden { Shown::Suppressed } else { Shown::Count(*count) };
    let rows = with_totals.iter().zip(&hidden).map(|(row, hidden)| row.iter().zip(hidden).map(show).collect());
    SuppressedTable { rows: rows.collect() }
}

/// [`Figure::Suppressed`](super::Figure::Suppressed) of one list with its total.
pub fn list(counts: &[u32]) -> SuppressedList {
    let mut shown = table(&[counts.to_vec()]).rows.swap_remove(0);
    let total = shown.pop().unwrap_or(Shown::Count(0));
    SuppressedList { counts: shown, total }
}

fn with_totals(counts: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let columns = counts.first().map_or(0, Vec::len);
    let mut rows: Vec<Vec<u32>> = counts
        .iter()
        .map(|row| {
            let row: Vec<u32> = (0..columns).map(|column| row.get(column).copied().unwrap_or(0)).collect();
            let total = row.iter().sum();
            row.into_iter().chain([total]).collect()
        })
        .collect();
    rows.push((0..=columns).map(|column| rows.iter().map(|row| row[column]).sum()).collect());
    rows
}

impl fmt::Display for Shown {
    /// "12", or "*" for what is suppressed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Suppressed => f.write_str("*"),
        }
    }
}
