//! A ward's board: a row a bed.

mod arrange_bar;
mod cell_button;
mod changed;
mod criteria_cell;
mod day_cell;
mod days_cell;
mod delay_cell;
mod expected_discharge_cell;
mod filter_bar;
mod filter_notice;
mod left_patients;
mod pathway_cell;
mod patient_cell;
mod patient_row;
mod row_end;
mod summary;
mod tasks_cell;
mod touch;
mod updates_bar;
mod ward_table;

pub use arrange_bar::ArrangeBar;
pub use cell_button::CellButton;
pub use changed::ChangedMark;
pub use criteria_cell::CriteriaStanding;
pub use day_cell::DayStanding;
pub use days_cell::DaysInHospital;
pub use delay_cell::DelayStanding;
pub use expected_discharge_cell::ExpectedDischarge;
pub use filter_bar::FilterBar;
pub use filter_notice::SearchBox;
pub use left_patients::{LeftPatients, LiveRegion};
pub use pathway_cell::PathwayStanding;
pub use summary::{Freshness, WardSummary};
pub use tasks_cell::TasksCell;
pub use updates_bar::UpdatesBar;
pub use ward_table::WardTable;
