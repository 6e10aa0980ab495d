//! Taking in what the live stream says.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use domain::{Entry, Frame, StayId, board::BoardRow, count::counted};
use leptos::prelude::*;

use super::{
    Board, Leaving, Left, Renewal, Row, RowState, Shows, ask::Everything, catch_up::CatchUp, clock::ServerClock, row_state::Heard,
};
use crate::outbox::device;

/// The live region speaks at most this often, in ticks of a second.
const SPEAK_EVERY: u32 = 10;
/// How many rows hear of a new minute in one frame.
const ROWS_A_FRAME: usize = 12;
/// Figures are asked for again at most this often, in ticks of a second.
const COUNT_EVERY: u32 = 2;

impl Board {
    /// What the stream says, under its number in the hospital's log.
    pub fn hear(self, number: i64, frame: Frame) {
        if let Some(frame) = self.catch_up.try_update_value(|catch_up| catch_up.hear(number, frame)).flatten() {
            self.say(frame);
        }
    }

    pub(super) fn hear_all(self, frames: Vec<(i64, Frame)>) {
        frames.into_iter().for_each(|(number, frame)| self.hear(number, frame));
    }

    fn say(self, frame: Frame) {
        match frame {
            Frame::Entry { .. } | Frame::Row { .. } | Frame::Gone { .. } | Frame::Reload if self.is_figures() => {
                self.heard.update_value(|heard| *heard += 1);
            }
            Frame::Entry { stay, entry, .. } => self.hear_entry(stay, entry),
            Frame::Row { row } => self.hear_row(*row),
            Frame::Gone { stay, entry } => self.remove(stay, entry.as_ref()),
            Frame::Reload => {
                self.fall_behind();
                self.reload();
            }
            Frame::NewRole => {
                self.needs_renewal(Renewal::Overdue);
                self.reload();
            }
            Frame::NewBuild => self.needs_renewal(Renewal::NewBuild),
            Frame::Beat { now, .. } => self.clock.set_value(ServerClock::running(now, device::milliseconds())),
        }
    }

    /// Hears from here on: the page contains the log up to `sequence`.
    pub fn begin_after(self, sequence: i64) {
        self.catch_up.set_value(CatchUp::after(sequence));
    }

    /// The number of the last entry of the hospital's log that was heard of.
    pub fn last_heard(self) -> i64 {
        self.catch_up.with_value(CatchUp::heard)
    }

    /// The server's clock, as near as the device can tell.
    pub fn clock(self) -> DateTime<Utc> {
        self.clock_at(device::milliseconds())
    }

    /// The server's clock when the device had these milliseconds.
    pub fn clock_at(self, milliseconds: f64) -> DateTime<Utc> {
        self.clock.get_value().read(milliseconds)
    }

    /// Once a second: moves "now" on at each full minute, lets waiting rows move, and tells what has changed.
    pub fn tick(self, second: u32) {
        if self.clock.get_value().is_stopped() {
            self.clock.update_value(|clock| *clock = clock.started(device::milliseconds()));
        }
        let (clock, shown) = (self.clock(), self.now.get_untracked());
        if clock.minute() != shown.minute() || clock - shown > TimeDelta::minutes(1) {
            self.set_time(clock);
        }
        self.arrange_if_waiting();
        self.look();
        let heard = self.heard.get_value();
        if self.is_figures() && heard > 0 && second.is_multiple_of(COUNT_EVERY) {
            self.heard.set_value(0);
            self.woken.update(|woken| *woken += 1);
        } else if heard > 0 && second.is_multiple_of(SPEAK_EVERY) {
            self.heard.set_value(0);
            self.announcement.set(counted(heard, "update", "updates"));
        }
    }

    fn hear_entry(self, stay: StayId, entry: Entry) {
        let Some(row) = self.row(stay) else {
            return;
        };
        self.heard.update_value(|heard| *heard += 1);
        let position = entry.position;
        let heard = self.marking(&row, Some(&entry), |state| state.hear(&entry));
        if heard == Some(Heard::Gap) {
            self.fetch_up_to(stay, position);
            return;
        }
        if self.is_patient_page() {
            self.log.update(|log| {
                if log.last().is_none_or(|last| last.position < entry.position) {
                    log.push(entry);
                }
            });
        }
    }

    fn hear_row(self, row: BoardRow) {
        if self.shows_more_than_rows() {
            self.reload();
        } else {
            self.heard.update_value(|heard| *heard += 1);
            self.take(row);
        }
    }

    /// Takes a row in that the stream, or an answer to everything, says is here.
    fn take(self, fresh: BoardRow) {
        let stay = fresh.stay.id;
        if let Some(row) = self.row(stay) {
            let is_taken = self.marking(&row, None, |state| state.replace(fresh));
            if is_taken == Some(true) && !self.is_here(stay) {
                self.come(row);
            }
        } else {
            let row = self.with_actor(|actor| Row::new(fresh, self.connection, actor, self.now.get_untracked()));
            self.mark_as_new(&row);
            self.come(row);
        }
    }

    /// Takes a row in that was asked for; whether its patient is here is for the stream to say. `true` where it need not be asked
    /// for any longer.
    pub(super) fn take_again(self, fresh: BoardRow) -> bool {
        let stay = fresh.stay.id;
        let here = self.rows.try_with_untracked(|rows| rows.iter().find(|row| row.id == stay).cloned()).flatten();
        let position = here.map(|row| {
            self.marking(&row, None, |state| state.replace(fresh));
            row.read(RowState::position)
        });
        self.catch_up.try_update_value(|catch_up| catch_up.row_came(stay, position)) != Some(false)
    }

    pub(super) fn take_everything(self, fresh: Everything) {
        let here: Vec<StayId> = fresh.rows.iter().map(|row| row.stay.id).collect();
        let gone: Vec<StayId> =
            self.rows.with_untracked(|rows| rows.iter().map(|row| row.id).filter(|id| !here.contains(id)).collect());
        gone.into_iter().for_each(|id| self.remove(id, None));
        self.log.set(fresh.log);
        fresh.rows.into_iter().for_each(|row| self.take(row));
        self.clock.set_value(ServerClock::running(fresh.now, device::milliseconds()));
    }

    fn come(self, row: Row) {
        row.say_leaving(None);
        self.left.update(|left| left.retain(|left| left.stay != row.id));
        self.rows.update(|rows| rows.push(row));
    }

    /// `entry` is how the patient left, where one may know.
    fn remove(self, stay: StayId, entry: Option<&Entry>) {
        if self.is_patient_page() {
            self.reload();
            return;
        }
        let Some(row) = self.row(stay).filter(|_| self.is_here(stay)) else {
            return;
        };
        let how = self.with_directory(|directory| Leaving::of(entry, directory));
        let was_known = entry.is_some_and(|entry| self.shows_already(&row, entry));
        let name = row.read(|state| state.shown.stay.patient.name.to_string());
        self.left.update(|left| left.push(Left { stay, name, how: how.clone() }));
        row.say_leaving(Some(how));
        self.see(stay);
        self.rows.update(|rows| rows.retain(|row| row.id != stay));
        if was_known {
            self.arrange_now();
        }
        self.close_sheet_of_nobody();
    }

    /// A row is trimmed: a patient's page needs the notes and the finished tasks too, a round the answers.
    pub(super) fn shows_more_than_rows(self) -> bool {
        self.shows.try_with_value(|shows| matches!(shows, Shows::Patient(_) | Shows::Round(_))).unwrap_or(false)
    }

    fn is_figures(self) -> bool {
        self.shows.try_with_value(|shows| *shows == Shows::Figures).unwrap_or(false)
    }

    /// The server's clock, as an answer brought it along.
    pub fn set_now(self, now: DateTime<Utc>) {
        self.clock.set_value(ServerClock::running(now, device::milliseconds()));
        self.set_time(now);
    }

    fn set_time(self, now: DateTime<Utc>) {
        self.now.set(now);
        self.set_time_of(self.rows.with_untracked(|rows| rows.iter().map(|row| row.now.clone()).collect()), now);
    }

    /// Some rows a frame: to say anew in all rows of a hospital how late it is would hold up a finger. A page in the background
    /// has no frames; when it is seen again, only the last minute is said.
    fn set_time_of(self, mut rows: Vec<ArcRwSignal<DateTime<Utc>>>, now: DateTime<Utc>) {
        if self.now.try_get_untracked() != Some(now) {
            return;
        }
        let later = rows.split_off(rows.len().min(ROWS_A_FRAME));
        rows.into_iter().for_each(|row| row.set(now));
        if !later.is_empty() {
            request_animation_frame(move || self.set_time_of(later, now));
        }
    }

    pub fn is_patient_page(self) -> bool {
        self.shows.try_with_value(|shows| matches!(shows, Shows::Patient(_))).unwrap_or(false)
    }

    /// Lets a row show how its patient left. `true` where it did before: one has done it oneself.
    fn shows_already(self, row: &Row, entry: &Entry) -> bool {
        let left = |state: &RowState| (state.shown.stay.status.clone(), state.shown.stay.place.clone());
        let before = row.read(left);
        self.change(row, |state| state.hear(entry));
        before == row.read(left)
    }
}
