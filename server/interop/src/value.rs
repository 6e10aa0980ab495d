//! What a cell means as a date, a time or an answer, read as leniently as a colleague would.
//!
//! Pure functions, the same for every importer. An empty cell is not an answer: ask
//! [`crate::Cell::is_empty`] first where the column may be left blank.

mod date;
mod date_time;
mod day;
mod expected;
mod serial;
mod two_digit_year;
mod yes_no;

pub use date::read_date;
pub use date_time::read_date_time;
pub use expected::Expected;
pub(crate) use serial::{to_minute_text, to_whole_second};
pub use two_digit_year::TwoDigitYear;
pub use yes_no::read_yes_no;
