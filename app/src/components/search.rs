//! Searching for a patient from anywhere: the box in the bar of every page, and the page it leads to.

mod form;
mod results;

pub use form::{FIELD, SearchForm, TopBarSearch};
pub use results::SearchResults;
