//! Which of the rows are shown: those that fit the filter in the address and what is searched for.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{EmptyBeds, Filter, RowOrder, Search, Stay, StayId, Viewer, sentence::Names, similar_names};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{
    Board, Row, Shows, Slot,
    slots::{in_order, slots, slots_by_ward},
};

/// How many patients are shown, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    pub shown: usize,
    pub of: usize,
}

/// The filter that the page's address asks for.
pub(super) fn filter() -> Memo<Filter> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| Filter::read(query.latest_values().map(|(name, value)| (name.as_ref(), value)))))
}

/// The patients on the screen with similar names. They are compared when a row comes, goes, moves or is renamed, and not at
/// each event.
pub(super) fn similar(rows: RwSignal<Vec<Row>>) -> Memo<BTreeSet<StayId>> {
    let patient = |row: &Row| (row.id, row.place.ward.clone(), row.name.clone());
    Memo::new(move |_| {
        let names: Vec<_> = rows.with(|rows| rows.iter().map(patient).collect());
        similar_names::on_one_ward(&names)
    })
}

impl Board {
    /// Whether anything is left out.
    pub fn is_filtered(self) -> bool {
        !self.filter.with(Filter::is_empty) || self.search.with(|search| !search.trim().is_empty())
    }

    /// The rows that fit, in no order.
    pub fn shown_rows(self) -> Vec<Row> {
        if !self.is_filtered() {
            return self.rows.get();
        }
        let viewer = self.viewer(self.now.get());
        let search = self.search.with(|text| (!text.trim().is_empty()).then(|| Search::of(text)));
        self.with_rows(|rows| rows.iter().filter(|row| self.fits(row, viewer, search.as_ref())).cloned().collect())
    }

    /// The rows that fit, in the order in which they stand, with the empty beds of their wards.
    pub fn slots(self) -> Vec<Slot> {
        let rows = self.shown_rows();
        let is_board = self.with_shows(|shows| matches!(shows, Shows::Ward(_) | Shows::Hospital));
        let (order, empty_beds) = self.layout.with(|layout| (layout.order, layout.empty_beds));
        let mut slots = self.slots_by_bed(&rows);
        // An empty bed fits no filter.
        if !is_board || empty_beds == EmptyBeds::Hidden || self.is_filtered() {
            slots.retain(|slot| !slot.is_unoccupied());
        }
        if !is_board || order == RowOrder::Bed {
            return slots;
        }
        self.changes.track();
        in_order(order, slots)
    }

    fn slots_by_bed(self, rows: &[Row]) -> Vec<Slot> {
        self.with_shows(|shows| match shows {
            Shows::Ward(ward) => slots(&ward.code, &ward.beds, &rows.iter().collect::<Vec<_>>()),
            _ => {
                self.wards.with_value(|laid_out| self.with_directory(|directory| slots_by_ward(&directory.wards, laid_out, rows)))
            }
        })
    }

    pub fn count_shown(self) -> Shown {
        Shown { shown: self.shown_rows().len(), of: self.rows.with(Vec::len) }
    }

    pub fn viewer(self, now: DateTime<Utc>) -> Viewer {
        let escalation = self.with_directory(|directory| directory.escalation);
        Viewer { me: self.with_actor(|actor| actor.id), now, escalation }
    }

    fn fits(self, row: &Row, viewer: Viewer, search: Option<&Search>) -> bool {
        row.read(|state| {
            let row = &state.shown;
            self.filter.with(|filter| filter.fits(row, viewer)) && search.is_none_or(|search| self.finds(search, &row.stay))
        })
    }

    fn finds(self, search: &Search, stay: &Stay) -> bool {
        let ward = self.with_directory(|directory| directory.ward(&stay.place.ward));
        search.finds(stay, &ward).is_some()
    }
}
