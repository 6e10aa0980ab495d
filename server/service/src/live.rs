//! Watching wards or a patient: everything that changes, in order, until one may no longer see it.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
    time::Duration,
};

use bytes::Bytes;
use domain::{
    Actor, Event, Frame, Problem, Stay, StayId, WardCode,
    board::BoardRow,
    permission::{self, Scope, View},
};
use tokio::{
    sync::{broadcast, watch},
    time::{Interval, interval},
};

use crate::{
    Hospital, Visitor,
    feed::{self, News},
    log::{self, Logged},
};

/// What a screen watches.
#[derive(Debug, Clone, Default)]
pub struct LiveView {
    /// Only these wards; all that one may see where empty.
    pub wards: Vec<WardCode>,
    /// As on a wall: without names.
    pub on_wall: bool,
    /// Only this patient.
    pub stay: Option<StayId>,
    /// The last number the screen has seen. Without one, the stream begins now.
    pub after: Option<i64>,
}

/// A stream of frames for one viewer. What they may see is asked for every entry, and who they are again and again.
pub struct LiveStream {
    hospital: Hospital,
    token_hash: String,
    view: LiveView,
    scope: Scope,
    news: broadcast::Receiver<Option<Arc<News>>>,
    sessions: watch::Receiver<u64>,
    beat: Interval,
    beats: u32,
    last: i64,
    waiting: VecDeque<Bytes>,
}

/// A screen that hears nothing for five seconds says so; two beats fit in that.
const BEAT: Duration = Duration::from_secs(2);
/// Beats between two looks at the session, for what happened to it on another server.
const LOOK_EVERY: u32 = 5;
/// Entries that are caught up with; past that the screen is told to load again.
const FAR: u64 = 2_000;

enum Woken {
    News(Arc<News>),
    Lagged,
    SessionsChanged,
    Beat,
    Stop,
}

impl Hospital {
    /// Starts to watch. Refused where a ward is asked for that one may not see.
    pub async fn watch(&self, visitor: &Visitor, view: LiveView) -> Result<LiveStream, Problem> {
        let actor = visitor.actor()?;
        let scope = view.scope(actor);
        if scope == Scope::Nobody || view.wards.iter().any(|ward| !scope.covers_ward(ward)) {
            return Err(Problem::NotAllowed);
        }
        if let Some(id) = view.stay {
            let stay = self.any_stay(id).await?.ok_or(Problem::NotFound)?;
            if !scope.sees_patients() || scope.view(&stay) == View::Nothing {
                return Err(Problem::NotAllowed);
            }
        }
        let mut stream = LiveStream {
            token_hash: visitor.session()?.token_hash.clone(),
            news: self.0.feed.listen(),
            sessions: self.0.sessions.watch(),
            beat: interval(BEAT),
            beats: 0,
            last: self.0.feed.book().sequence(),
            waiting: VecDeque::new(),
            hospital: self.clone(),
            view,
            scope,
        };
        if let Some(after) = stream.view.after {
            stream.catch_up(after).await;
        }
        Ok(stream)
    }
}

impl LiveView {
    fn scope(&self, actor: &Actor) -> Scope {
        let scope = permission::scope(actor);
        if self.on_wall { scope.on_wall() } else { scope }
    }
}

impl LiveStream {
    /// The next message, ready to send. `None` at the end: the server stops, or the viewer may no longer watch.
    pub async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(message) = self.waiting.pop_front() {
                return Some(message);
            }
            match self.wait().await {
                Woken::News(news) if news.logged.sequence <= self.last + 1 => self.take(&news),
                Woken::News(_) | Woken::Lagged => self.catch_up(self.last).await,
                Woken::SessionsChanged => self.look_again().await.ok()?,
                Woken::Stop => return None,
                Woken::Beat => {
                    self.beats += 1;
                    if self.beats.is_multiple_of(LOOK_EVERY) {
                        self.look_again().await.ok()?;
                    }
                    self.say(&Frame::Beat { now: self.hospital.now(), sequence: self.last });
                }
            }
        }
    }

    /// Says what is in no entry of the log, after all that waits to be said.
    pub fn say(&mut self, frame: &Frame) {
        self.waiting.push_back(feed::encode(self.last, frame));
    }

    async fn wait(&mut self) -> Woken {
        tokio::select! {
            biased;
            () = self.hospital.stopping() => Woken::Stop,
            news = self.news.recv() => match news {
                Ok(Some(news)) => Woken::News(news),
                Ok(None) | Err(broadcast::error::RecvError::Lagged(_)) => Woken::Lagged,
                Err(broadcast::error::RecvError::Closed) => Woken::Stop,
            },
            _ = self.sessions.changed() => Woken::SessionsChanged,
            _ = self.beat.tick() => Woken::Beat,
        }
    }

    /// Who is watching, as they stand now: an ended or locked session ends the stream, a new role changes what is seen.
    async fn look_again(&mut self) -> Result<(), Problem> {
        let visitor = self.hospital.look_up(&self.token_hash).await?;
        let scope = self.view.scope(visitor.actor()?);
        if scope != self.scope {
            self.scope = scope;
            self.say(&Frame::NewRole);
        }
        Ok(())
    }

    fn take(&mut self, news: &News) {
        if news.logged.sequence <= self.last {
            return;
        }
        self.last = news.logged.sequence;
        if let Some(message) = self.message(news) {
            self.waiting.push_back(message);
        }
    }

    fn message(&self, news: &News) -> Option<Bytes> {
        let sequence = news.logged.sequence;
        let before = news.turned.before.as_deref().map_or(View::Nothing, |stay| self.sees(stay));
        let after = news.turned.after.as_deref().map(|stay| (stay, self.sees(stay)));
        match (before, after) {
            (View::Whole, Some((_, View::Whole))) => Some(news.as_entry()),
            (_, Some((stay, View::Whole))) => Some(news.as_row(stay)),
            (_, Some((stay, view @ (View::TeamTasks(_) | View::OnWall)))) => {
                Some(feed::encode_row(sequence, BoardRow::in_view(stay, &view)?))
            }
            (View::Whole, _) => Some(news.as_gone()),
            (View::TeamTasks(_) | View::OnWall, _) => Some(gone(sequence, news.logged.stay)),
            (View::Nothing, _) => self.watches_one_who_left(&news.logged).then(|| news.as_entry()),
        }
    }

    /// What this viewer sees of a stay on this screen.
    fn sees(&self, stay: &Stay) -> View {
        let asked = self.asks_for(&stay.place.ward) && self.view.stay.is_none_or(|id| id == stay.id);
        if asked { self.scope.view(stay) } else { View::Nothing }
    }

    fn asks_for(&self, ward: &WardCode) -> bool {
        self.view.wards.is_empty() || self.view.wards.contains(ward)
    }

    /// A patient's own page goes on after the discharge: notes are still written.
    fn watches_one_who_left(&self, logged: &Logged) -> bool {
        self.view.stay == Some(logged.stay) && self.scope.sees_whole_ward(&logged.ward)
    }

    /// Sends what the log has after `sequence`, up to where the book is. Where that is too much, or can't be read, the screen
    /// is told to load again.
    async fn catch_up(&mut self, sequence: i64) {
        let head = self.hospital.0.feed.book().sequence();
        let known = sequence <= head;
        let missed = if known { log::after(self.hospital.reader(), sequence, FAR + 1).await } else { Ok(Vec::new()) };
        match missed {
            Ok(missed) if known && missed.len() as u64 <= FAR => self.replay(missed),
            _ => {
                self.last = head;
                self.say(&Frame::Reload);
            }
        }
    }

    fn replay(&mut self, missed: Vec<Logged>) {
        let mut in_part = BTreeSet::new();
        for logged in missed {
            self.last = self.last.max(logged.sequence);
            if self.view.stay.is_some_and(|id| id != logged.stay) {
                continue;
            }
            match self.replayed(&logged) {
                Some(message) => self.waiting.push_back(message),
                None => {
                    in_part.insert(logged.stay);
                }
            }
        }
        let sees_parts = match &self.scope {
            Scope::Some { teams, .. } => !teams.is_empty(),
            Scope::Wall(_) => true,
            Scope::Hospital | Scope::Nobody => false,
        };
        if sees_parts {
            self.show_parts(in_part);
        }
    }

    /// The message for an entry of a ward that is seen whole. The row of one who arrived may be newer than the entry; what
    /// follows is then passed over by its position.
    fn replayed(&self, logged: &Logged) -> Option<Bytes> {
        let Logged { sequence, stay, ward, from_ward, entry } = logged;
        let watched = |ward: &WardCode| self.asks_for(ward) && self.scope.sees_whole_ward(ward);
        let (was_seen, is_seen) = (from_ward.as_ref().is_none_or(watched), watched(ward));
        let arrives = matches!(entry.event, Event::PatientAdmitted(_) | Event::DischargeCancelled) || !was_seen;
        let leaves = matches!(entry.event, Event::PatientDischarged { .. } | Event::StayVoided { .. });
        let gone = || Frame::Gone { stay: *stay, entry: Some(entry.clone()) };
        match (was_seen, is_seen) {
            (_, true) if leaves => Some(feed::encode(*sequence, &gone())),
            (_, true) if arrives => {
                let now = self.hospital.0.feed.book().stay(*stay)?;
                watched(&now.place.ward).then(|| feed::encode_row(*sequence, BoardRow::of((*now).clone())))
            }
            (_, true) => {
                let frame = Frame::Entry { stay: *stay, ward: ward.clone(), entry: entry.clone() };
                Some(feed::encode(*sequence, &frame))
            }
            (true, false) if from_ward.is_some() => Some(feed::encode(*sequence, &gone())),
            _ => None,
        }
    }

    /// Those who see a team's tasks, and walls, get the stays as they are now.
    fn show_parts(&mut self, stays: BTreeSet<StayId>) {
        for id in stays {
            let now = self.hospital.0.feed.book().stay(id);
            let message = match now.as_deref().map(|stay| (stay, self.sees(stay))) {
                Some((stay, view @ (View::TeamTasks(_) | View::OnWall | View::Whole))) => {
                    BoardRow::in_view(stay, &view).map(|row| feed::encode_row(self.last, row))
                }
                _ => Some(gone(self.last, id)),
            };
            self.waiting.extend(message);
        }
    }
}

/// For somebody who may not know why.
fn gone(sequence: i64, stay: StayId) -> Bytes {
    feed::encode(sequence, &Frame::Gone { stay, entry: None })
}
