//! Marking what others change, and taking the marks off again when they were seen.

use std::collections::BTreeMap;

use domain::{Entry, StayId};
use leptos::prelude::*;

use super::{Board, Row, RowState, Spot, arrange::patients, mark::Mark, sight};
use crate::outbox::device;

impl Board {
    /// Lets a row change as `entry` says, or as it was loaded afresh, and marks what looks different from before: not what comes
    /// back of a change of one's own, which may come in several entries. One event touches one row.
    pub(super) fn marking<T>(self, row: &Row, entry: Option<&Entry>, change: impl FnOnce(&mut RowState) -> T) -> Option<T> {
        let is_own = entry.is_some_and(|entry| row.read(|state| self.with_actor(|actor| state.waits_for(entry, actor))));
        if is_own || !self.is_watched() {
            return self.change(row, change);
        }
        let mark = self.next_mark(entry);
        let done = self.change(row, |state| {
            let before = state.shown.stay.clone();
            let done = change(state);
            state.mark(&before, &mark);
            done
        });
        self.count_marks(row);
        done
    }

    /// Whether something has to be told below the rows: what others have changed, or who has left.
    pub fn has_tidings(self) -> bool {
        self.marked.with(|marked| !marked.is_empty()) || self.left.with(|left| !left.is_empty())
    }

    pub(super) fn mark_as_new(self, row: &Row) {
        if self.is_watched() {
            let mark = self.next_mark(None);
            row.state.update(|state| drop(state.marks.insert(Spot::Row, mark)));
            self.count_marks(row);
        }
    }

    /// Once a second: a marked row that was in view for a while has been seen. Costs nothing where nothing is marked.
    pub(super) fn look(self) {
        if self.marked.with_untracked(BTreeMap::is_empty) {
            return;
        }
        let is_at_screen = sight::is_page_visible() && self.sheet.with_untracked(Option::is_none);
        let is_somebody_here = is_at_screen && self.rest.get_value().is_somebody_here(device::milliseconds());
        let mut seen = Vec::new();
        self.marked.update(|marked| {
            for (stay, row) in marked.iter_mut() {
                if row.look(sight::is_in_view(*stay), is_somebody_here) {
                    seen.push(*stay);
                }
            }
        });
        seen.into_iter().for_each(|stay| self.see(stay));
    }

    /// Takes a row's marks off.
    pub fn see(self, stay: StayId) {
        self.see_up_to(stay, u32::MAX);
    }

    /// Takes off the marks of what has happened up to the `nth` change: what came later was in no question.
    pub fn see_all(self, nth: u32) {
        let stays: Vec<StayId> = self.marked.with_untracked(|marked| marked.keys().copied().collect());
        stays.into_iter().for_each(|stay| self.see_up_to(stay, nth));
    }

    /// The number of the last change.
    pub fn last_mark(self) -> u32 {
        self.last_mark.get_value()
    }

    /// The marked row after `last`, from the top again after the lowest; those out of view before those in view.
    pub fn next_marked(self, last: Option<StayId>) -> Option<StayId> {
        let stands: Vec<StayId> = self.stands.with_untracked(|stands| patients(stands).map(|row| row.id).collect());
        self.marked.with_untracked(|marked| {
            let is_hidden = |stay: &&StayId| marked.get(stay).is_some_and(|row| !row.is_in_view);
            let is_marked = |stay: &&StayId| marked.contains_key(stay);
            let (before, after) =
                stands.split_at(last.and_then(|last| stands.iter().position(|stay| *stay == last)).map_or(0, |at| at + 1));
            let around = || after.iter().chain(before);
            around().find(is_hidden).or_else(|| around().find(is_marked)).copied()
        })
    }

    fn see_up_to(self, stay: StayId, nth: u32) {
        let is_marked = self.marked.with_untracked(|marked| marked.contains_key(&stay));
        match self.row(stay).filter(|_| is_marked) {
            Some(row) => {
                row.state.update(|state| state.marks.retain(|_, mark| mark.nth > nth));
                self.count_marks(&row);
            }
            None if is_marked => self.marked.update(|marked| {
                marked.remove(&stay);
            }),
            None => {}
        }
    }

    fn next_mark(self, entry: Option<&Entry>) -> Mark {
        self.last_mark.update_value(|last| *last += 1);
        Mark::new(entry, self.clock(), self.last_mark.get_value())
    }

    fn count_marks(self, row: &Row) {
        let count = row.read(|state| state.marks.len());
        let known = self.marked.with_untracked(|marked| marked.get(&row.id).map_or(0, |marked| marked.count));
        if count == known {
            return;
        }
        self.marked.update(|marked| {
            if count == 0 {
                marked.remove(&row.id);
            } else {
                marked.entry(row.id).or_default().counts(count);
            }
        });
    }
}
