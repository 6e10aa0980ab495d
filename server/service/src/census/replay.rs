//! The log, read once in the order of its times, with everybody in a bed at each instant on the way.
//!
//! Only those who may be in a bed are held in memory, however many years the log has. A stay at an instant is made of what
//! was recorded up to it, in the order of the stay's own entries. Two servers' clocks may differ, so an entry can bear an
//! earlier time than the one it follows; a stay of which that is seen is read anew.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Entry, Event, Stay, StayId, StayStatus, apply, event::EventKind, report::CensusRow};
use entity::{event, stay};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, Query},
};
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::rules::CensusRules;
use crate::{error::Fault, rows::from_json};

/// Entries that are read at once.
const PAGE: u64 = 5_000;
/// Stays whose entries are read with one statement.
const STAYS_AT_ONCE: usize = 500;
/// What the clocks of two servers may differ by. A census waits as long for what is being written at its instant.
pub(super) const CLOCKS_DIFFER_BY: TimeDelta = TimeDelta::minutes(1);

/// Everybody who may be in a bed, as the log knew it at an instant.
pub(super) struct Replay<'a> {
    db: &'a DatabaseConnection,
    at: DateTime<Utc>,
    stays: HashMap<StayId, Stay>,
}

/// Where the reading of the log stands: the time and the number of the last entry that was read.
type Mark = (DateTime<Utc>, i64);

impl<'a> Replay<'a> {
    /// Begins at an instant.
    pub(super) async fn begin(db: &'a DatabaseConnection, at: DateTime<Utc>) -> Result<Self, Fault> {
        let mut replay = Self { db, at, stays: HashMap::new() };
        let ids = possibly_in_bed(db, at).await?;
        replay.read_anew(&ids, at).await?;
        replay.let_go();
        Ok(replay)
    }

    /// Goes on to a later instant.
    pub(super) async fn advance(&mut self, to: DateTime<Utc>) -> Result<(), Fault> {
        let mut mark = (self.at, i64::MAX);
        while let Some(next) = self.read_page(mark, to).await? {
            mark = next;
        }
        self.at = to;
        self.let_go();
        Ok(())
    }

    /// The census of the instant at which the reading stands, by stay.
    pub(super) fn rows(&self, rules: &CensusRules) -> Vec<CensusRow> {
        let row = |stay: &Stay| CensusRow::of(stay, &rules.ward(&stay.place.ward), self.at, &rules.exclusions);
        let mut rows: Vec<CensusRow> = self.stays.values().filter_map(row).collect();
        rows.sort_unstable_by_key(|row| row.stay);
        rows
    }

    /// Follows the next entries after `mark`; `None` where these were the last.
    async fn read_page(&mut self, mark: Mark, to: DateTime<Utc>) -> Result<Option<Mark>, Fault> {
        let rows = entries_that_count().filter(after(mark)).filter(event::Column::RecordedAt.lte(to));
        let rows = rows.order_by_asc(event::Column::RecordedAt).order_by_asc(event::Column::Sequence).limit(PAGE);
        let mut page = known(self.db, rows).await?;
        let Some(next) = page.last().map(|known| (known.entry.at, known.sequence)) else {
            return Ok(None);
        };
        let more = page.len() as u64 == PAGE;
        page.sort_by_key(|known| known.entry.position);
        let doubtful: HashSet<Uuid> =
            page.iter().filter_map(|known| (!self.follow(known, mark.0)).then_some(known.stay.0)).collect();
        self.read_anew(&Vec::from_iter(doubtful), next.0).await?;
        Ok(more.then_some(next))
    }

    /// Follows one entry of a page that begins at `from`; false where the stay has to be read anew for it.
    fn follow(&mut self, known: &Known, from: DateTime<Utc>) -> bool {
        if let Some(stay) = self.stays.get_mut(&known.stay) {
            let is_next = known.entry.position > stay.position;
            apply(stay, &known.entry);
            return is_next;
        }
        match &known.entry.event {
            // One of the pages before may have held a later entry of the stay, by a slower clock.
            Event::PatientAdmitted(_) if known.entry.at < from + CLOCKS_DIFFER_BY => false,
            Event::PatientAdmitted(_) => {
                let mut stay = Stay::before_admission(known.stay);
                apply(&mut stay, &known.entry);
                self.stays.insert(stay.id, stay);
                true
            }
            // Somebody who had left is back.
            Event::DischargeCancelled => false,
            _ => true,
        }
    }

    /// Reads whole stays as they were known at an instant.
    async fn read_anew(&mut self, ids: &[Uuid], at: DateTime<Utc>) -> Result<(), Fault> {
        for ids in ids.chunks(STAYS_AT_ONCE) {
            let rows = entries_that_count().filter(event::Column::StayId.is_in(ids.iter().copied()));
            let rows = rows.filter(event::Column::RecordedAt.lte(at)).order_by_asc(event::Column::Position);
            ids.iter().for_each(|id| drop(self.stays.remove(&StayId(*id))));
            for Known { stay, entry, .. } in known(self.db, rows).await? {
                apply(self.stays.entry(stay).or_insert_with(|| Stay::before_admission(stay)), &entry);
            }
        }
        Ok(())
    }

    /// Forgets who has left.
    fn let_go(&mut self) {
        let now = self.at;
        self.stays.retain(|_, stay| match stay.status {
            StayStatus::BeforeAdmission | StayStatus::InHospital => true,
            StayStatus::Discharged { at, .. } => at > now,
            StayStatus::Voided { .. } => false,
        });
    }
}

/// An entry of the log, without what a census does not ask of it.
struct Known {
    sequence: i64,
    stay: StayId,
    entry: Entry,
}

async fn known(db: &impl ConnectionTrait, rows: Select<event::Entity>) -> Result<Vec<Known>, Fault> {
    use event::Column::{ActorName, Payload, Position, RecordedAt, Sequence, StayId as Stay};
    type Columns = (i64, Uuid, i64, DateTime<Utc>, String, String);
    let columns = rows.select_only().columns([Sequence, Stay, Position, RecordedAt, ActorName, Payload]);
    let read = |(sequence, stay, position, at, by, payload): Columns| {
        let position = u32::try_from(position).map_err(|_| Fault::Unreadable("a position"))?;
        let entry = Entry { position, at, by, event: from_json(&payload, "an event")? };
        Ok(Known { sequence, stay: StayId(stay), entry })
    };
    columns.into_tuple::<Columns>().all(db).await?.into_iter().map(read).collect()
}

fn after((at, sequence): Mark) -> Condition {
    let later = Condition::any().add(event::Column::RecordedAt.gt(at)).add(event::Column::Sequence.gt(sequence));
    Condition::all().add(event::Column::RecordedAt.gte(at)).add(later)
}

/// The entries that can change a census row.
fn entries_that_count() -> Select<event::Entity> {
    let kinds = EventKind::iter().filter(|kind| counts(*kind)).map(<&'static str>::from);
    event::Entity::find().filter(event::Column::Kind.is_in(kinds))
}

fn counts(kind: EventKind) -> bool {
    match kind {
        EventKind::PatientAdmitted
        | EventKind::IdentityCorrected
        | EventKind::BedMoved
        | EventKind::SpecialtySet
        | EventKind::LocalAuthoritySet
        | EventKind::AdmittedAsSet
        | EventKind::ExpectedDischargeSet
        | EventKind::PathwaySet
        | EventKind::CriteriaReviewed
        | EventKind::ReviewWithdrawn
        | EventKind::DayRecorded
        | EventKind::DelayReasonConfirmed
        | EventKind::PatientDischarged
        | EventKind::DischargeCancelled
        | EventKind::StayVoided => true,
        EventKind::ConsultantSet
        | EventKind::WhatMattersSet
        | EventKind::QuestionAnswered
        | EventKind::TasksParked
        | EventKind::TasksTakenUp
        | EventKind::TasksParkedAgain
        | EventKind::TaskAdded
        | EventKind::TaskRequested
        | EventKind::TaskAccepted
        | EventKind::TaskStarted
        | EventKind::TaskWaiting
        | EventKind::TaskCompleted
        | EventKind::TaskNotNeeded
        | EventKind::TaskCancelled
        | EventKind::TaskReopened
        | EventKind::TaskAssigned
        | EventKind::TaskDueSet
        | EventKind::TaskBlockingSet
        | EventKind::TaskLinked
        | EventKind::NoteAdded
        | EventKind::NoteWithdrawn
        | EventKind::NoteRestored => false,
    }
}

/// Those who may have been in a bed at an instant: who came before it, and is here, left after it, or was recorded as gone
/// only since. When a patient came is never changed, so the stays say it.
async fn possibly_in_bed(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Vec<Uuid>, Fault> {
    let here = Condition::all().add(stay::Column::DischargedAt.is_null()).add(stay::Column::VoidedAt.is_null());
    // In these very words, so that both databases see that the index of departures fits.
    let mut gone = Query::select();
    gone.column(event::Column::StayId).from(event::Entity);
    gone.and_where(Expr::cust("kind IN ('patient_discharged', 'stay_voided')")).and_where(event::Column::RecordedAt.gt(at));
    let mut found = HashSet::new();
    for condition in [here, stay::Column::DischargedAt.gt(at).into(), stay::Column::Id.in_subquery(gone).into()] {
        let stays = stay::Entity::find().filter(condition).filter(stay::Column::AdmittedAt.lte(at));
        found.extend(stays.select_only().column(stay::Column::Id).into_tuple::<Uuid>().all(db).await?);
    }
    Ok(found.into_iter().collect())
}
