//! Where a patient is: ward, bay, bed.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::WardCode;

/// A patient's place. The bay and bed are as the ward writes them; a patient who waits in a corridor has neither.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    pub ward: WardCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bay: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bed: Option<String>,
}

impl Place {
    /// "Bay A bed 3", "bed 12", or "no bed" where none is recorded.
    pub fn in_words(&self) -> String {
        match (&self.bay, &self.bed) {
            (Some(bay), Some(bed)) => format!("{bay} bed {bed}"),
            (None, Some(bed)) => format!("bed {bed}"),
            (Some(bay), None) => bay.clone(),
            (None, None) => "no bed".to_owned(),
        }
    }
}

/// The order in which a nurse walks a ward: "2" before "10", "A9" before "B1".
pub fn bed_order(left: &str, right: &str) -> Ordering {
    let mut left = Pieces(left);
    let mut right = Pieces(right);
    loop {
        match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(one), Some(other)) => match one.cmp(&other) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
        }
    }
}

/// Runs of digits (compared as numbers) and of everything else (compared as lower-case text).
struct Pieces<'a>(&'a str);

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Number(usize, String),
    Words(String),
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let first = self.0.chars().next()?;
        let is_digit = first.is_ascii_digit();
        let end = self.0.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(self.0.len());
        let (run, rest) = self.0.split_at(end);
        self.0 = rest;
        let significant = run.trim_start_matches('0');
        Some(if is_digit { Piece::Number(significant.len(), significant.to_owned()) } else { Piece::Words(run.to_lowercase()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beds_stand_in_walking_order() {
        let mut beds = vec!["10", "B2", "A10", "SR1", "2", "A9", "1"];
        beds.sort_by(|one, other| bed_order(one, other));
        assert_eq!(beds, ["1", "2", "10", "A9", "A10", "B2", "SR1"]);
    }
}
