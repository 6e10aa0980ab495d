//! Checking the log: is every entry the one that was written, in its place?

use std::collections::HashMap;

use domain::{Problem, StayId};
use entity::event;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Hospital,
    error::{Fault, OrProblem},
    log,
};

/// What a check of the whole log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogCheck {
    pub entries: u64,
    pub stays: u64,
    /// The first link that does not hold; `None` for a sound log.
    pub broken: Option<BrokenLink>,
}

/// Where the chain of a stay breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("entry {sequence} (stay {stay}, position {position}): {why}")]
pub struct BrokenLink {
    pub sequence: i64,
    pub stay: StayId,
    pub position: i64,
    pub why: &'static str,
}

/// Where the chain of one stay stands while the log is read.
struct Link {
    position: i64,
    hash: String,
}

const AT_ONCE: u64 = 5_000;

impl Hospital {
    /// Reads the whole log in its order and recomputes every hash, then compares the ends of the chains with the stays.
    ///
    /// For whoever runs the server: it is asked on the command line, not over the network.
    pub async fn verify_log(&self) -> Result<LogCheck, Problem> {
        check(self.reader()).await.or_problem()
    }
}

async fn check(db: &sea_orm::DatabaseConnection) -> Result<LogCheck, Fault> {
    let mut chains: HashMap<StayId, Link> = HashMap::new();
    let (mut last, mut entries) = (0, 0);
    loop {
        let rows =
            event::Entity::find().filter(event::Column::Sequence.gt(last)).order_by_asc(event::Column::Sequence).limit(AT_ONCE);
        let rows = rows.all(db).await?;
        let Some(end) = rows.last().map(|row| row.sequence) else {
            break;
        };
        for row in &rows {
            if let Some(why) = fault_of(row, last, &chains) {
                let stay = StayId(row.stay_id);
                let broken = Some(BrokenLink { sequence: row.sequence, stay, position: row.position, why });
                return Ok(LogCheck { entries, stays: chains.len() as u64, broken });
            }
            chains.insert(StayId(row.stay_id), Link { position: row.position, hash: row.hash.clone() });
            last = row.sequence;
            entries += 1;
        }
        last = end;
    }
    let broken = compare_ends(db, &chains).await?;
    Ok(LogCheck { entries, stays: chains.len() as u64, broken })
}

fn fault_of(row: &event::Model, last: i64, chains: &HashMap<StayId, Link>) -> Option<&'static str> {
    let link = chains.get(&StayId(row.stay_id));
    let (position, hash) = link.map_or((0, log::NO_HASH), |link| (link.position, link.hash.as_str()));
    if row.sequence != last + 1 {
        Some("the entry before it is missing from the log")
    } else if row.position != position + 1 {
        Some("it does not follow the stay's entry before it")
    } else if row.previous_hash != hash {
        Some("it does not carry the hash of the stay's entry before it")
    } else if row.hash != log::expected_hash(hash, row) {
        Some("its contents are not those that were written")
    } else {
        None
    }
}

/// Entries cut off at the end of a chain leave a stay that knows of more than its log.
async fn compare_ends(db: &sea_orm::DatabaseConnection, chains: &HashMap<StayId, Link>) -> Result<Option<BrokenLink>, Fault> {
    use entity::stay::{Column, Entity};
    let mut after = None;
    loop {
        let mut page = Entity::find().order_by_asc(Column::Id).limit(AT_ONCE);
        if let Some(id) = after {
            page = page.filter(Column::Id.gt(id));
        }
        let ends: Vec<(uuid::Uuid, i64, String)> =
            page.select_only().columns([Column::Id, Column::Version, Column::LastHash]).into_tuple().all(db).await?;
        let Some((id, _, _)) = ends.last() else {
            return Ok(None);
        };
        after = Some(*id);
        for (id, version, hash) in ends {
            let whole = chains.get(&StayId(id)).is_some_and(|link| link.position == version && link.hash == hash);
            if !whole {
                let why = "the stay knows of an entry that the log does not end with";
                return Ok(Some(BrokenLink { sequence: 0, stay: StayId(id), position: version, why }));
            }
        }
    }
}
