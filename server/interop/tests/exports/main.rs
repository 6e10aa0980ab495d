//! What leaves the building is read back by somebody else's reader, and holds the same figures.

mod csv;
mod example;
mod pdf;
mod xlsx;
