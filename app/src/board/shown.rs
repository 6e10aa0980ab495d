//! Which of the rows are shown: those that fit the filter in the address and what is searched for.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{Filter, RowOrder, Search, Stay, StayId, Viewer, sentence::Names, similar_names};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{
    Board, Row, Shows, Slot,
    slots::{slots, slots_by_ward, slots_in_order},
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

    /// The rows that fit, in the order in which they stand, with a ward's empty beds between them.
    pub fn slots(self) -> Vec<Slot> {
        let rows = self.shown_rows();
        let order = self.layout.with(|layout| layout.order);
        self.with_shows(|shows| match shows {
            Shows::Ward(_) | Shows::Hospital if order != RowOrder::Bed => self.in_order(order, shows, rows),
            Shows::Ward(ward) if !self.is_filtered() => slots(&ward.beds, &rows),
            // An empty bed fits no filter.
            Shows::Ward(_) => slots(&[], &rows),
            _ => self.with_directory(|directory| slots_by_ward(&directory.wards, rows)),
        })
    }

    /// As somebody has chosen; a ward's empty beds come last.
    fn in_order(self, order: RowOrder, shows: &Shows, rows: Vec<Row>) -> Vec<Slot> {
        let empty = match shows {
            Shows::Ward(ward) if !self.is_filtered() => slots(&ward.beds, &rows),
            _ => Vec::new(),
        };
        self.changes.track();
        let patients = self.with_directory(|directory| slots_in_order(order, &directory.wards, rows));
        patients.into_iter().chain(empty.into_iter().filter(|slot| matches!(slot, Slot::Unoccupied(_)))).collect()
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
