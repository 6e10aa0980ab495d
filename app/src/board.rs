//! The patients on the screen: one signal a row, changed by what is heard and by what is asked for.

mod arrange;
mod ask;
mod catch_up;
mod clock;
mod focus;
mod hear;
mod leaving;
mod mark;
mod marks;
mod notice;
mod renew;
mod rest;
mod row_state;
mod sheet;
mod shown;
mod sight;
mod slots;
mod spot;
mod submit;
mod undo;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    Actor, BoardLayout, Directory, Entry, Filter, HospitalBoard, PersonName, Place, StayId, Ward, WardBed, WardBoard, WardCode,
    beds::{Lying, ward_beds},
    board::BoardRow,
    permission,
};
use leptos::prelude::*;

pub use arrange::patients;
pub use focus::{Opener, cell_class, focus_if_lost, has_focus, keep_focus};
pub use leaving::{Leaving, Left, left_in_words};
pub use mark::{Mark, Marked, Marks, Updates};
pub use notice::{Notice, NoticeKind};
pub use renew::Renewal;
pub use rest::Rest;
pub use row_state::RowState;
pub use sheet::{Panel, Sheet};
pub use shown::Shown;
pub use sight::{is_in_view, is_page_visible, row_element, row_id};
pub use slots::Slot;
pub use spot::Spot;
pub use submit::{mark_unsent, settle, tell_sent, turned_away};
pub use undo::Done;

use crate::{api::SignedIn, components::is_for_wall, connection::Connection};
use catch_up::CatchUp;
use clock::ServerClock;

/// What the screen shows, and so what to load again when too much was missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows {
    Ward(Ward),
    /// One ward, patient by patient.
    Round(Ward),
    /// All patients that one sees, whatever the ward.
    Hospital,
    /// The hospital in figures, which are asked for again when something has happened.
    Figures,
    Patient(StayId),
}

/// A handle on one row: where and who it is, which a board is arranged by, and its state.
#[derive(Clone)]
pub struct Row {
    pub id: StayId,
    pub place: Place,
    name: PersonName,
    /// The server's clock, to the minute. Its own: where hundreds of rows read one clock, each change of a row would look for
    /// its readers among all of them.
    pub now: ArcRwSignal<DateTime<Utc>>,
    pub state: ArcRwSignal<RowState>,
}

#[derive(Clone, Copy)]
pub struct Board {
    pub rows: RwSignal<Vec<Row>>,
    /// Counts the changes of all rows: see [`Self::with_rows`].
    changes: RwSignal<u32>,
    /// The stay's log, on a patient's page; elsewhere empty.
    pub log: RwSignal<Vec<Entry>>,
    /// The server's clock, to the minute: what words such as "40 min late" are counted from. What stands in a row reads the
    /// row's own.
    pub now: RwSignal<DateTime<Utc>>,
    /// Which patients the page's address asks for.
    pub filter: Memo<Filter>,
    /// How the person has arranged the board.
    pub layout: RwSignal<BoardLayout>,
    /// Those whose name is easily taken for another's on their ward.
    pub similar: Memo<BTreeSet<StayId>>,
    /// What is searched for on this screen. Never part of an address: it may be a name.
    pub search: RwSignal<String>,
    pub sheet: RwSignal<Option<Sheet>>,
    /// For the polite live region.
    pub announcement: RwSignal<String>,
    /// The rows as they stand on the screen, which may be behind what is known.
    pub stands: RwSignal<Vec<Slot>>,
    /// Whether they stand in blocks, one a ward. Changes together with them: rows are built in the order in which they come.
    is_by_ward: RwSignal<bool>,
    /// The rows with marks.
    pub marked: RwSignal<BTreeMap<StayId, Marked>>,
    /// Who has left the screen since it was opened, until that is acknowledged.
    pub left: RwSignal<Vec<Left>>,
    /// Whether somebody touches the list.
    pub rest: StoredValue<Rest>,
    /// Counts the times that figures should be asked for again.
    pub woken: RwSignal<u32>,
    pub connection: Connection,
    shows: StoredValue<Shows>,
    /// The wards of which it is known who lies in each bed.
    wards: StoredValue<Vec<Ward>>,
    signed_in: StoredValue<SignedIn>,
    clock: StoredValue<ServerClock>,
    catch_up: StoredValue<CatchUp>,
    heard: StoredValue<u32>,
    is_watched: StoredValue<bool>,
    /// Whether this is on a wall, and so without names.
    is_on_wall: bool,
    /// Whether rows wait to move.
    is_unsettled: StoredValue<bool>,
    last_mark: StoredValue<u32>,
}

impl Board {
    pub fn provide(shows: Shows, rows: Vec<BoardRow>, log: Vec<Entry>, now: DateTime<Utc>, signed_in: SignedIn) -> Self {
        let connection = Connection::expect();
        connection.outbox.belongs_to(signed_in.actor.id);
        let signed_in_as_wall = signed_in.actor.wall().is_some();
        let rows = RwSignal::new(rows.into_iter().map(|row| Row::new(row, connection, &signed_in.actor, now)).collect());
        let board = Self {
            rows,
            changes: RwSignal::new(0),
            log: RwSignal::new(log),
            now: RwSignal::new(now),
            filter: shown::filter(),
            layout: RwSignal::new(signed_in.layout.clone()),
            similar: shown::similar(rows),
            search: RwSignal::new(String::new()),
            sheet: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            stands: RwSignal::new(Vec::new()),
            is_by_ward: RwSignal::new(false),
            marked: RwSignal::new(BTreeMap::new()),
            left: RwSignal::new(Vec::new()),
            rest: StoredValue::new(Rest::default()),
            woken: RwSignal::new(0),
            connection,
            shows: StoredValue::new(shows),
            wards: StoredValue::new(Vec::new()),
            signed_in: StoredValue::new(signed_in),
            clock: StoredValue::new(ServerClock::stopped(now)),
            catch_up: StoredValue::new(CatchUp::default()),
            heard: StoredValue::new(0),
            is_watched: StoredValue::new(false),
            is_on_wall: is_for_wall() || signed_in_as_wall,
            is_unsettled: StoredValue::new(false),
            last_mark: StoredValue::new(0),
        };
        provide_context(board);
        board
    }

    pub fn of_ward(board: WardBoard, signed_in: SignedIn) -> Self {
        let mut ward = board.ward;
        if !permission::scope(&signed_in.actor).sees_every_bed(&ward.code) {
            // A bed whose patient one may not see is not unoccupied.
            ward.beds.clear();
        }
        let shows = Shows::Ward(ward.clone());
        Self::provide(shows, board.rows, Vec::new(), board.now, signed_in).with_wards(vec![ward])
    }

    pub fn of_round(board: WardBoard, signed_in: SignedIn) -> Self {
        let shows = Shows::Round(board.ward.clone());
        Self::provide(shows, board.rows, Vec::new(), board.now, signed_in).with_wards(vec![board.ward])
    }

    pub fn of_hospital(board: HospitalBoard, signed_in: SignedIn) -> Self {
        Self::provide(Shows::Hospital, board.rows, Vec::new(), board.now, signed_in).with_wards(board.wards)
    }

    fn with_wards(self, mut wards: Vec<Ward>) -> Self {
        wards.retain(|ward| !ward.beds.is_empty());
        self.wards.set_value(wards);
        self
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// Also of a patient who has left, while the row still stands.
    pub fn row(self, stay: StayId) -> Option<Row> {
        let here = self.rows.try_with_untracked(|rows| rows.iter().find(|row| row.id == stay).cloned()).flatten();
        let standing = || patients(&self.stands.read_untracked()).find(|row| row.id == stay).cloned();
        here.or_else(standing)
    }

    /// Reads all rows, again whenever one of them changes. It hears of that in one place: to follow each of hundreds of rows
    /// takes longer than to look at all of them.
    pub fn with_rows<T>(self, read: impl FnOnce(&[Row]) -> T) -> T {
        self.changes.track();
        self.rows.with(|rows| read(rows))
    }

    /// Changes what a row says of its stay, and lets all that counts or arranges rows follow. `None` where the board is gone.
    fn change<T>(self, row: &Row, change: impl FnOnce(&mut RowState) -> T) -> Option<T> {
        let done = row.state.try_update(change)?;
        self.follow(row);
        self.changes.try_update(|changes| *changes = changes.wrapping_add(1));
        Some(done)
    }

    /// Puts a row where its patient lies now, under the name that they have now.
    fn follow(self, row: &Row) {
        let has_changed = row.read(|state| state.shown.stay.place != row.place || state.shown.stay.patient.name != row.name);
        if has_changed {
            self.rows.try_update(|rows| {
                rows.iter_mut()
                    .filter(|other| other.id == row.id)
                    .for_each(|row| *row = Row::of(row.id, row.state.clone(), row.now.clone()));
            });
        }
    }

    /// Whether a ward that is shown has beds.
    pub fn has_beds(self) -> bool {
        self.wards.with_value(|wards| !wards.is_empty())
    }

    /// The beds of a ward, each with who lies in it; `None` where this screen doesn't know that.
    pub fn beds_on(self, ward: &WardCode) -> Option<Vec<WardBed>> {
        self.wards.with_value(|wards| {
            let ward = wards.iter().find(|known| known.code == *ward)?;
            Some(self.rows.with_untracked(|rows| {
                ward_beds(&ward.beds, rows.iter().filter(|row| row.place.ward == ward.code).map(Row::lying))
            }))
        })
    }

    fn is_here(self, stay: StayId) -> bool {
        self.rows.with_untracked(|rows| rows.iter().any(|row| row.id == stay))
    }

    /// Whether all of a ward is seen, or only what concerns one's team: then nothing may be said of the rest.
    pub fn sees_whole_ward(self, ward: &WardCode) -> bool {
        self.with_actor(|actor| permission::scope(actor).sees_whole_ward(ward))
    }

    /// Whether this is on a wall: then it is asked for without names, and goes on without them.
    pub fn is_on_wall(self) -> bool {
        self.is_on_wall
    }

    pub fn with_directory<T>(self, read: impl FnOnce(&Directory) -> T) -> T {
        self.signed_in.with_value(|signed_in| read(&signed_in.directory))
    }

    pub fn with_actor<T>(self, read: impl FnOnce(&Actor) -> T) -> T {
        self.signed_in.with_value(|signed_in| read(&signed_in.actor))
    }

    pub fn with_shows<T>(self, read: impl FnOnce(&Shows) -> T) -> T {
        self.shows.with_value(read)
    }
}

impl Row {
    fn new(row: BoardRow, connection: Connection, actor: &Actor, now: DateTime<Utc>) -> Self {
        let id = row.stay.id;
        let mut state = RowState::new(row);
        let waiting = connection.outbox.waiting_for(id);
        state.set_unsent(connection.outbox.is_stuck() && !waiting.is_empty());
        for envelope in waiting {
            drop(state.ask(envelope, actor));
        }
        Self::of(id, ArcRwSignal::new(state), ArcRwSignal::new(now))
    }

    fn of(id: StayId, state: ArcRwSignal<RowState>, now: ArcRwSignal<DateTime<Utc>>) -> Self {
        let (place, name) = state.with_untracked(|state| (state.shown.stay.place.clone(), state.shown.stay.patient.name.clone()));
        Self { id, place, name, now, state }
    }

    fn lying(&self) -> Lying<'_> {
        Lying { place: &self.place, name: Some(self.name.to_string()) }
    }

    /// How many tasks stand in the row now, without following it.
    pub fn open_tasks(&self) -> usize {
        self.read(|state| state.shown.stay.open_tasks().count())
    }

    /// Reads what the row says, without following it.
    pub fn read<T>(&self, read: impl FnOnce(&RowState) -> T) -> T {
        self.state.with_untracked(read)
    }
}
