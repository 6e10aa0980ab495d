//! The hospital at a glance.

mod held_up;
mod one_thing;
mod totals;
mod ward_cards;

pub use held_up::HeldUpPanel;
pub use one_thing::OneThingPanel;
pub use totals::HospitalTotals;
pub use ward_cards::WardCards;
