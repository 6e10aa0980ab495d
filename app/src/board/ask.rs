//! Asking again for what was missed, until it has come: as long as something is lacking, the screen is not live.

use std::{future::Future, pin::pin};

use chrono::{DateTime, Utc};
use domain::{Entry, Frame, HospitalBoard, PatientRecord, Problem, StayId, WardBoard, board::BoardRow, overview::Overview};
use futures::future::{Either, select};
use leptos::{prelude::*, task::spawn_local};

use super::{Board, Shows, catch_up::CatchUp, renew::load_page_anew};
use crate::{
    api::{self, Failure},
    components::leave_if_signed_out,
    connection::Link,
    outbox::device,
};

/// How long to wait before asking again, in milliseconds.
const ASK_AGAIN: i32 = 3_000;
/// How long an answer may take, in milliseconds: a connection may have died without a word.
const PATIENCE: i32 = 20_000;
/// How long the page that comes in place of this one may take, in milliseconds.
const LEAVES_WITHIN: i32 = 30_000;

/// All that a screen shows.
pub(super) struct Everything {
    pub rows: Vec<BoardRow>,
    pub log: Vec<Entry>,
    /// The last entry of the hospital's log that it contains.
    sequence: i64,
    pub now: DateTime<Utc>,
}

impl Board {
    /// Loads everything again, until it has come.
    pub fn reload(self) {
        match self.shows.try_get_value() {
            Some(Shows::Figures) => self.woken.update(|woken| *woken += 1),
            Some(shows) if self.lacks_everything() => spawn_local(async move {
                let ask = || everything(shows.clone(), self.is_on_wall());
                if let Some((fresh, since)) = self.until_answered(ask, |fresh| fresh.sequence).await {
                    self.take_everything(fresh);
                    self.hear_all(since);
                }
            }),
            _ => {}
        }
    }

    /// The figures as they are now, once they have come. `None` where they are waited for already, and where the page was left.
    pub async fn figures(self) -> Option<Overview> {
        if !self.lacks_everything() {
            return None;
        }
        let (figures, since) = self.until_answered(api::overview, |figures| figures.sequence).await?;
        self.hear_all(since);
        Some(figures)
    }

    /// Loads one row again, and everything where a row is not enough.
    pub fn fetch(self, stay: StayId) {
        self.fetch_up_to(stay, 0);
    }

    /// As [`Self::fetch`], until the row has come to `position`.
    pub(super) fn fetch_up_to(self, stay: StayId, position: u32) {
        if self.shows_more_than_rows() || self.is_on_wall() {
            self.reload();
            return;
        }
        let now = device::milliseconds();
        if self.catch_up.try_update_value(|catch_up| catch_up.lacks_row(stay, position, now)) == Some(true) {
            spawn_local(self.until_row_comes(stay));
        }
    }

    /// Whether all is there that the screen should show, as far as it was told.
    pub fn is_current(self) -> bool {
        self.catch_up.with_value(CatchUp::is_complete) && self.is_page_good()
    }

    /// For how many milliseconds something has been lacking; for ever, where the page itself no longer holds.
    pub fn lacks_for(self, now: f64) -> f64 {
        if self.is_page_good() { self.catch_up.with_value(|catch_up| catch_up.lacks_for(now)) } else { f64::INFINITY }
    }

    /// Something is known to be lacking. `None` where the page was left.
    pub(super) fn fall_behind(self) -> Option<()> {
        let since = self.clock.try_get_value()?.read(device::milliseconds());
        if self.connection.link.get_untracked() == Link::Live {
            self.connection.set_link(Link::NotLive { since });
        }
        Some(())
    }

    /// `true` where nobody asks for everything yet.
    fn lacks_everything(self) -> bool {
        let now = device::milliseconds();
        self.catch_up.try_update_value(|catch_up| catch_up.lacks_everything(now)) == Some(true)
    }

    /// Asks until an answer contains all that has been said. With it comes what was heard since. `None` where the page was left.
    async fn until_answered<T, F>(self, ask: impl Fn() -> F, sequence: fn(&T) -> i64) -> Option<(T, Vec<(i64, Frame)>)>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        loop {
            let wait = match in_time(ask()).await {
                Ok(answer) => match self.catch_up.try_update_value(|catch_up| catch_up.everything_came(sequence(&answer)))? {
                    Some(since) => return Some((answer, since)),
                    None => ASK_AGAIN,
                },
                Err(failure) => self.fail(&failure)?,
            };
            device::pause(wait).await;
        }
    }

    async fn until_row_comes(self, stay: StayId) {
        loop {
            match in_time(api::board_row(stay)).await {
                Ok(row) => {
                    if self.take_again(row) {
                        return;
                    }
                }
                Err(Failure::NoAnswer) => {
                    if self.fall_behind().is_none() {
                        return;
                    }
                }
                // Why, is told by the answer to everything.
                Err(Failure::Problem(_)) => {
                    self.catch_up.try_update_value(|catch_up| catch_up.row_came(stay, None));
                    self.reload();
                    return;
                }
            }
            device::pause(ASK_AGAIN).await;
        }
    }

    /// How long to wait before asking again. Who may no longer see what is shown is shown what the server has to say instead.
    fn fail(self, failure: &Failure) -> Option<i32> {
        self.fall_behind()?;
        match failure {
            Failure::Problem(Problem::NotAllowed | Problem::NotFound) => load_page_anew(),
            Failure::Problem(Problem::SignInNeeded | Problem::Locked) => leave_if_signed_out(failure),
            _ => return Some(ASK_AGAIN),
        }
        Some(LEAVES_WITHIN)
    }
}

async fn everything(shows: Shows, on_wall: bool) -> Result<Everything, Failure> {
    match shows {
        Shows::Ward(ward) => api::ward_board(ward.code, on_wall).await.map(Into::into),
        Shows::Round(ward) => api::ward_round(ward.code).await.map(Into::into),
        Shows::Hospital => api::hospital_board(on_wall).await.map(Into::into),
        Shows::Patient(stay) => api::patient(stay).await.map(Into::into),
        // Their page asks for them.
        Shows::Figures => Err(Failure::NoAnswer),
    }
}

async fn in_time<T>(ask: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    match select(pin!(ask), pin!(device::pause(PATIENCE))).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Failure::NoAnswer),
    }
}

impl From<WardBoard> for Everything {
    fn from(WardBoard { rows, sequence, now, .. }: WardBoard) -> Self {
        Self { rows, log: Vec::new(), sequence, now }
    }
}

impl From<HospitalBoard> for Everything {
    fn from(HospitalBoard { rows, sequence, now, .. }: HospitalBoard) -> Self {
        Self { rows, log: Vec::new(), sequence, now }
    }
}

impl From<PatientRecord> for Everything {
    fn from(PatientRecord { stay, entries, sequence, now }: PatientRecord) -> Self {
        Self { rows: vec![BoardRow::whole(stay)], log: entries, sequence, now }
    }
}
