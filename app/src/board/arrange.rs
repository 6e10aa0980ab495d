//! Where the rows stand on the screen. What happens changes a row at once in its old place; that it moves, comes or goes waits
//! until the list is at rest, and then all of it moves in one go.

use std::collections::BTreeSet;

use domain::{EmptyBeds, Filter, RowOrder, StayId, WardCode};
use leptos::prelude::*;

use super::{Board, Leaving, Row, Shows, Slot, focus::Focus, rest::Holds};
use crate::outbox::device;

/// What the person themselves has asked to see: where that changes, the list follows at once.
#[derive(PartialEq)]
struct Asked {
    filter: Filter,
    search: String,
    order: RowOrder,
    empty_beds: EmptyBeds,
}

impl Board {
    /// From here on rows stand until the list is at rest, and changes by others are marked: for a screen that people touch.
    pub fn watch(self) {
        self.is_by_ward.set(self.stands_by_ward());
        self.stands.set(untrack(|| self.slots()));
        self.is_watched.set_value(true);
        Effect::new(move |before: Option<Asked>| {
            let (order, empty_beds) = self.layout.with(|layout| (layout.order, layout.empty_beds));
            let asked = Asked { filter: self.filter.get(), search: self.search.get(), order, empty_beds };
            let wanted = self.slots();
            if before.is_some_and(|before| before != asked) {
                self.stand(wanted);
            } else {
                self.arrange(wanted);
            }
            asked
        });
    }

    /// The blocks in which the rows stand: first that of no ward, then those of the wards where there are several.
    pub fn blocks(self) -> Vec<Option<WardCode>> {
        let wards = || self.with_directory(|directory| directory.wards.iter().map(|ward| Some(ward.code.clone())).collect());
        let wards: Vec<_> = if self.shows_hospital() { wards() } else { Vec::new() };
        std::iter::once(None).chain(wards).collect()
    }

    /// What stands in one block. In that of no ward that is everything where another order than that by bed is chosen, and
    /// otherwise who lies on a ward that the hospital doesn't list.
    pub fn standing_in(self, ward: Option<&WardCode>) -> Vec<Slot> {
        let is_by_ward = self.is_by_ward.get();
        let is_listed =
            |ward: &WardCode| self.with_directory(|directory| directory.wards.iter().any(|listed| listed.code == *ward));
        let is_here = |slot: &&Slot| match ward {
            Some(ward) => is_by_ward && slot.ward() == ward,
            None => !is_by_ward || !is_listed(slot.ward()),
        };
        self.stands.with(|stands| stands.iter().filter(is_here).cloned().collect())
    }

    fn stands_by_ward(self) -> bool {
        self.shows_hospital() && self.layout.with_untracked(|layout| layout.order == RowOrder::Bed)
    }

    fn shows_hospital(self) -> bool {
        self.with_shows(|shows| *shows == Shows::Hospital)
    }

    pub(super) fn is_watched(self) -> bool {
        self.is_watched.try_get_value().unwrap_or(false)
    }

    /// Once a second, while something waits.
    pub(super) fn arrange_if_waiting(self) {
        if self.is_unsettled.get_value() {
            self.arrange(untrack(|| self.slots()));
        }
    }

    /// For what one has done oneself.
    pub(super) fn arrange_now(self) {
        if self.is_watched() {
            self.stand(untrack(|| self.slots()));
        }
    }

    /// How the rows would stand, were the list at rest. `None` where that hangs on where their patients lie alone, and on a
    /// screen whose rows don't wait.
    pub(super) fn wanted(self) -> Option<Vec<Slot>> {
        let is_by_bed = || !self.is_filtered() && self.layout.with(|layout| layout.order == RowOrder::Bed);
        (self.is_watched() && !untrack(is_by_bed)).then(|| untrack(|| self.slots()))
    }

    fn arrange(self, wanted: Vec<Slot>) {
        if self.may_move(&wanted) {
            self.stand(wanted);
        } else {
            self.is_unsettled.set_value(true);
            self.tell_who_leaves(&wanted);
        }
    }

    fn may_move(self, wanted: &[Slot]) -> bool {
        let by_focus = Focus::here().is_some_and(|focus| self.stands.with_untracked(|stands| moves(stands, wanted, &focus)));
        self.is_at_rest(by_focus)
    }

    /// Whether what stands on the page may change places. `by_focus`: the focus is in what would move.
    pub fn is_at_rest(self, by_focus: bool) -> bool {
        let holds = Holds { by_sheet: self.sheet.with_untracked(Option::is_some), by_focus };
        self.rest.get_value().allows_move(device::milliseconds(), holds)
    }

    fn stand(self, wanted: Vec<Slot>) {
        self.is_unsettled.set_value(false);
        patients(&wanted).for_each(|row| row.say_leaving(None));
        if self.is_by_ward.get_untracked() != self.stands_by_ward() {
            self.is_by_ward.set(self.stands_by_ward());
        }
        if self.stands.with_untracked(|stands| *stands == wanted) {
            return;
        }
        let neighbours = Focus::here().map(|focus| {
            let neighbours = self.stands.with_untracked(|stands| neighbours(stands, &focus));
            (focus, neighbours)
        });
        self.stands.set(wanted);
        self.close_sheet_of_nobody();
        if let Some((focus, neighbours)) = neighbours {
            focus.keep(neighbours);
        }
    }

    /// A row that no longer fits the filter says so while it still stands; of one who left it is known how.
    fn tell_who_leaves(self, wanted: &[Slot]) {
        let stay_on: BTreeSet<StayId> = patients(wanted).map(|row| row.id).collect();
        self.stands.with_untracked(|stands| {
            for row in patients(stands) {
                let how = row.read(|state| state.leaving.clone());
                match (stay_on.contains(&row.id), how) {
                    (true, Some(_)) => row.say_leaving(None),
                    (false, None) => row.say_leaving(Some(Leaving::FiltersOut)),
                    _ => {}
                }
            }
        });
    }

    pub(super) fn close_sheet_of_nobody(self) {
        self.sheet.update(|sheet| {
            if sheet.is_some_and(|sheet| self.row(sheet.stay).is_none()) {
                *sheet = None;
            }
        });
    }
}

impl Row {
    pub(super) fn say_leaving(&self, how: Option<Leaving>) {
        if self.state.with_untracked(|state| state.leaving != how) {
            self.state.update(|state| state.leaving = how);
        }
    }
}

/// The rows of patients among the slots.
pub fn patients(slots: &[Slot]) -> impl Iterator<Item = &Row> {
    slots.iter().filter_map(|slot| if let Slot::Patient(row) = slot { Some(row) } else { None })
}

/// Whether the row with the focus would stand elsewhere, or nowhere.
fn moves(stands: &[Slot], wanted: &[Slot], focus: &Focus) -> bool {
    let is_it = |slot: &Slot| matches!(slot, Slot::Patient(row) if focus.is_in(row.id));
    stands.iter().position(is_it) != wanted.iter().position(is_it)
}

/// The patient with the focus, who may have another row once it has moved, then those after, then those before, the nearest first.
fn neighbours(stands: &[Slot], focus: &Focus) -> Vec<StayId> {
    let stays: Vec<StayId> = patients(stands).map(|row| row.id).collect();
    let here = stays.iter().position(|stay| focus.is_in(*stay)).unwrap_or(0);
    let (before, after) = stays.split_at(here);
    after.iter().chain(before.iter().rev()).copied().collect()
}
