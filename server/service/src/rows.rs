//! Rows ⇄ the domain's values. What a stay is, is decided in `domain`; here it is only written down and read back.

mod load;
mod save;

pub(crate) use load::{IDS_AT_ONCE, Loaded, colour_from, load, open_stay_ids, parse, parse_some, patient_from};
pub(crate) use save::{Change, ROWS_AT_ONCE, RowSet, colour_words, criteria_word, forgotten, save, save_days};

use serde::{Serialize, de::DeserializeOwned};

use crate::error::Fault;

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|_| Fault::Broken("a value could not be written as JSON"))
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str, what: &'static str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|_| Fault::Unreadable(what))
}

/// A number as the columns of whole numbers hold it.
pub(crate) fn integer(number: impl TryInto<i32>) -> Result<i32, Fault> {
    number.try_into().map_err(|_| Fault::Broken("a number is too large to be stored"))
}

pub(crate) fn number(stored: impl TryInto<u32>) -> Result<u32, Fault> {
    stored.try_into().map_err(|_| Fault::Unreadable("a number"))
}
