//! Rows ⇄ the domain's values. What a stay is, is decided in `domain`; here it is only written down and read back.

mod load;
mod save;

pub(crate) use load::{Loaded, colour_from, load, open_stay_ids, parse, parse_some};
pub(crate) use save::{Change, ROWS_AT_ONCE, RowSet, colour_words, criteria_word, forgotten, save, save_days};

use serde::{Serialize, de::DeserializeOwned};

use crate::error::Fault;

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|_| Fault::Broken("a value could not be written as JSON"))
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str, what: &'static str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|_| Fault::Unreadable(what))
}
