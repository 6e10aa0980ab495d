//! The log: every entry of every stay, numbered for the whole hospital and chained by hash within its stay.

use std::{collections::HashMap, fmt::Write as _};

use chrono::{DateTime, SecondsFormat, Utc};
use domain::{Actor, Entry, Envelope, Event, MutationId, StayId, WardCode};
use entity::event;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};

use crate::{
    error::Fault,
    rows::{IDS_AT_ONCE, ROWS_AT_ONCE, from_json, parse, parse_some, to_json},
};

/// The hash before the first entry of a stay.
pub(crate) const NO_HASH: &str = "";

/// An entry with its place in the hospital's log.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    pub sequence: i64,
    pub stay: StayId,
    /// Where the patient is after the entry.
    pub ward: WardCode,
    /// Where the patient was, if the entry is a move to another ward.
    pub from_ward: Option<WardCode>,
    pub entry: Entry,
}

/// An entry that is about to be written. Its sequence is given at the very end.
pub(crate) struct Draft {
    pub logged: Logged,
    row: event::ActiveModel,
    pub hash: String,
}

/// What an entry's hash covers besides the one before.
struct Sealed<'a> {
    stay: StayId,
    position: i64,
    actor: uuid::Uuid,
    actor_name: &'a str,
    made_at: DateTime<Utc>,
    recorded_at: DateTime<Utc>,
    mutation: uuid::Uuid,
    kind: &'a str,
    payload: &'a str,
}

impl Draft {
    pub(crate) fn new(
        envelope: &Envelope,
        actor: &Actor,
        ward: &WardCode,
        entry: Entry,
        previous_hash: &str,
    ) -> Result<Self, Fault> {
        let payload = to_json(&entry.event)?;
        let kind: &'static str = entry.event.kind().into();
        let sealed = Sealed {
            stay: envelope.stay,
            position: entry.position.into(),
            actor: actor.id.0,
            actor_name: &entry.by,
            made_at: envelope.made_at,
            recorded_at: entry.at,
            mutation: envelope.mutation_id.0,
            kind,
            payload: &payload,
        };
        let hash = seal(previous_hash, &sealed);
        let from_ward = match &entry.event {
            Event::BedMoved { from, to } if from.ward != to.ward => Some(from.ward.clone()),
            _ => None,
        };
        let row = event::ActiveModel {
            sequence: sea_orm::ActiveValue::NotSet,
            stay_id: Set(envelope.stay.0),
            ward: Set(ward.to_string()),
            from_ward: Set(from_ward.as_ref().map(ToString::to_string)),
            position: Set(entry.position.into()),
            actor_id: Set(actor.id.0),
            actor_name: Set(entry.by.clone()),
            made_at: Set(envelope.made_at),
            recorded_at: Set(entry.at),
            mutation_id: Set(envelope.mutation_id.0),
            kind: Set(kind.to_owned()),
            payload: Set(payload),
            previous_hash: Set(previous_hash.to_owned()),
            hash: Set(hash.clone()),
        };
        let logged = Logged { sequence: 0, stay: envelope.stay, ward: ward.clone(), from_ward, entry };
        Ok(Self { logged, row, hash })
    }
}

/// Takes the next `count` numbers of the log and gives the first.
///
/// The row stays locked until the commit, so numbers become visible in their order, without gaps, on `PostgreSQL` too.
pub(crate) async fn take_numbers(db: &impl ConnectionTrait, count: usize) -> Result<i64, Fault> {
    use entity::log_head::{Column, Entity};
    use sea_orm::sea_query::{Expr, ExprTrait};
    let count = i64::try_from(count).map_err(|_| Fault::Broken("too many entries at once"))?;
    let head = Entity::update_many()
        .col_expr(Column::Sequence, Expr::col(Column::Sequence).add(count))
        .filter(Column::Id.eq(1))
        .exec_with_returning(db)
        .await?;
    let head = head.first().ok_or(Fault::Broken("the log has no head"))?;
    Ok(head.sequence - count + 1)
}

/// Numbers the drafts from `first` on, writes them and hands back what is to be published.
pub(crate) async fn append(db: &impl ConnectionTrait, drafts: Vec<Draft>, first: i64) -> Result<Vec<Logged>, Fault> {
    let mut logged = Vec::with_capacity(drafts.len());
    let mut rows = Vec::with_capacity(drafts.len());
    for (sequence, mut draft) in (first..).zip(drafts) {
        draft.row.sequence = Set(sequence);
        draft.logged.sequence = sequence;
        rows.push(draft.row);
        logged.push(draft.logged);
    }
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<event::ActiveModel> = rows.by_ref().take(ROWS_AT_ONCE).collect();
        event::Entity::insert_many(chunk).exec_without_returning(db).await?;
    }
    Ok(logged)
}

/// The number of the last entry that is committed.
pub(crate) async fn last_number(db: &impl ConnectionTrait) -> Result<i64, Fault> {
    let head = entity::log_head::Entity::find_by_id(1).one(db).await?;
    Ok(head.map_or(0, |head| head.sequence))
}

/// Up to `limit` entries after `sequence`, in order.
pub(crate) async fn after(db: &impl ConnectionTrait, sequence: i64, limit: u64) -> Result<Vec<Logged>, Fault> {
    let rows =
        event::Entity::find().filter(event::Column::Sequence.gt(sequence)).order_by_asc(event::Column::Sequence).limit(limit);
    rows.all(db).await?.into_iter().map(read).collect()
}

/// The whole log of a stay, oldest first.
pub(crate) async fn of_stay(db: &impl ConnectionTrait, stay: StayId) -> Result<Vec<Entry>, Fault> {
    let rows = event::Entity::find().filter(event::Column::StayId.eq(stay.0)).order_by_asc(event::Column::Position);
    rows.all(db).await?.into_iter().map(|row| read(row).map(|logged| logged.entry)).collect()
}

/// The whole logs of many stays, each oldest first.
pub(crate) async fn of_stays(db: &impl ConnectionTrait, stays: &[StayId]) -> Result<HashMap<StayId, Vec<Entry>>, Fault> {
    let mut logs: HashMap<StayId, Vec<Entry>> = HashMap::with_capacity(stays.len());
    for chunk in stays.chunks(IDS_AT_ONCE) {
        let rows = event::Entity::find().filter(event::Column::StayId.is_in(chunk.iter().map(|stay| stay.0)));
        let rows = rows.order_by_asc(event::Column::StayId).order_by_asc(event::Column::Position);
        for row in rows.all(db).await? {
            let Logged { stay, entry, .. } = read(row)?;
            logs.entry(stay).or_default().push(entry);
        }
    }
    Ok(logs)
}

fn read(row: event::Model) -> Result<Logged, Fault> {
    Ok(Logged {
        sequence: row.sequence,
        stay: StayId(row.stay_id),
        ward: parse(&row.ward, "a ward code")?,
        from_ward: parse_some(row.from_ward.as_ref(), "a ward code")?,
        entry: Entry {
            position: u32::try_from(row.position).map_err(|_| Fault::Unreadable("a position"))?,
            at: row.recorded_at,
            by: row.actor_name,
            event: from_json(&row.payload, "an event")?,
        },
    })
}

/// The hash that `row` should have after `previous_hash`.
pub(crate) fn expected_hash(previous_hash: &str, row: &event::Model) -> String {
    let sealed = Sealed {
        stay: StayId(row.stay_id),
        position: row.position,
        actor: row.actor_id,
        actor_name: &row.actor_name,
        made_at: row.made_at,
        recorded_at: row.recorded_at,
        mutation: row.mutation_id,
        kind: &row.kind,
        payload: &row.payload,
    };
    seal(previous_hash, &sealed)
}

/// SHA-256, in hex, over the hash before and every stored field, each led by its length so that no two rows read alike.
fn seal(previous_hash: &str, sealed: &Sealed<'_>) -> String {
    let instant = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Micros, true);
    let fields = [
        previous_hash.to_owned(),
        sealed.stay.to_string(),
        sealed.position.to_string(),
        sealed.actor.to_string(),
        sealed.actor_name.to_owned(),
        instant(sealed.made_at),
        instant(sealed.recorded_at),
        MutationId(sealed.mutation).to_string(),
        sealed.kind.to_owned(),
        sealed.payload.to_owned(),
    ];
    let mut hasher = Sha256::new();
    for field in &fields {
        hasher.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    hex(&hasher.finalize())
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
