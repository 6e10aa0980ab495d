//! Records of which a stay has at most one a day, in the order of their days.

use chrono::NaiveDate;

pub trait OfDay {
    /// A day on the ward.
    fn day(&self) -> NaiveDate;
}

/// The record of `day`, where there is one.
pub fn on<T: OfDay>(records: &[T], day: NaiveDate) -> Option<&T> {
    records.binary_search_by_key(&day, OfDay::day).ok().map(|index| &records[index])
}

/// Puts a record in its place, in the stead of one of the same day.
pub(crate) fn set<T: OfDay>(records: &mut Vec<T>, record: T) {
    match records.binary_search_by_key(&record.day(), OfDay::day) {
        Ok(index) => records[index] = record,
        Err(index) => records.insert(index, record),
    }
}
