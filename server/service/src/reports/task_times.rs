//! The times of tasks: what was kept of each when its stay was saved, and for those of before, what the log says.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Problem, StayId, WardCode, length_of_stay, london,
    report::{Asked, TaskTime, document::Section, reports::tasks::Tasks, task_times::Progress},
    task::TaskStateKind,
};
use entity::{stay, task};
use sea_orm::{
    Condition, ConnectionTrait, QueryResult,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use uuid::Uuid;

use super::{
    departures::{GONE, left},
    side_by_side,
};
use crate::{
    Hospital,
    census::usual_specialties,
    error::{Fault, OrProblem},
    log,
    rows::{self, Loaded, parse, parse_some},
};

/// Most stays in one statement.
const AT_ONCE: usize = 1_000;

impl Hospital {
    /// Of the patients who are here, and of those who left in the period.
    pub(super) async fn task_report(&self, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let here: Vec<Uuid> = self.here(asked).await?.iter().map(|(stay, _)| stay.id.0).collect();
        let specialties = usual_specialties(self.reader()).await.or_problem()?;
        let times = self.task_times(asked, &specialties, &here).await.or_problem()?;
        let names = self.names().await?;
        Ok(Tasks { asked, times: &times, now: self.now() }.sections(&names))
    }

    async fn task_times(
        &self,
        asked: &Asked,
        specialties: &BTreeMap<WardCode, String>,
        here: &[Uuid],
    ) -> Result<Vec<TaskTime>, Fault> {
        let of_those_who_left = |part: Asked| {
            let (hospital, tasks) = (self.clone(), tasks(left(&part, specialties)));
            async move { read(&hospital, &tasks).await }
        };
        let mut known = side_by_side::read(asked, of_those_who_left).await?;
        for ids in here.chunks(AT_ONCE) {
            let among = Condition::all().add(Expr::col((GONE, stay::Column::Id)).is_in(ids.iter().copied()));
            known.append(&mut read(self, &tasks(among)).await?);
        }
        // Where something is not known of one task, the log says it of all of that stay.
        let of_before: BTreeSet<Uuid> = known.iter().filter(|kept| kept.time.is_none()).map(|kept| kept.stay).collect();
        let known = known.into_iter().filter(|kept| !of_before.contains(&kept.stay));
        let mut times: Vec<TaskTime> = known.filter_map(|kept| kept.time).collect();
        times.extend(self.times_by_log(&Vec::from_iter(of_before)).await?);
        Ok(times)
    }

    async fn times_by_log(&self, stays: &[Uuid]) -> Result<Vec<TaskTime>, Fault> {
        let stays = rows::load(self.reader(), stays).await?;
        let ids: Vec<StayId> = stays.keys().copied().collect();
        let logs = log::of_stays(self.reader(), &ids).await?;
        let of_log = |(id, loaded): (&StayId, &Loaded)| TaskTime::of_log(&loaded.stay, logs.get(id).map_or(&[], Vec::as_slice));
        Ok(stays.iter().flat_map(of_log).collect())
    }
}

/// What a row says of a task that counts.
struct Kept {
    stay: Uuid,
    /// `None` in a row of before it was kept.
    time: Option<TaskTime>,
}

async fn read(hospital: &Hospital, tasks: &SelectStatement) -> Result<Vec<Kept>, Fault> {
    hospital.reader().query_all(tasks).await?.iter().filter_map(|row| kept(row).transpose()).collect()
}

/// The tasks of some stays, those that were not needed left out.
fn tasks(stays: Condition) -> SelectStatement {
    let columns = [
        task::Column::StayId,
        task::Column::Kind,
        task::Column::OwnerTeam,
        task::Column::State,
        task::Column::DueAt,
        task::Column::CreatedAt,
        task::Column::ChangedAt,
        task::Column::ParkedAt,
        task::Column::RestedFor,
        task::Column::Blocking,
    ];
    let of_stay = Expr::col((task::Entity, task::Column::StayId)).equals((GONE, stay::Column::Id));
    let mut tasks = Query::select();
    tasks.columns(columns.map(|column| (task::Entity, column)));
    tasks.columns([stay::Column::AdmittedAt, stay::Column::DischargedAt, stay::Column::ReadySince].map(|column| (GONE, column)));
    tasks.from_as(stay::Entity, GONE).inner_join(task::Entity, of_stay).cond_where(stays);
    tasks
}

/// `None` of a task that took nobody's time, or of a stay that ended before it began.
fn kept(row: &QueryResult) -> Result<Option<Kept>, Fault> {
    let (admitted_at, left_at) = (row.try_get_by_index(10)?, row.try_get_by_index::<Option<DateTime<Utc>>>(11)?);
    let is_possible = left_at.is_none_or(|left_at| length_of_stay::completed(admitted_at, left_at).is_some());
    let state: TaskStateKind = parse(&row.try_get_by_index::<String>(3)?.replace(' ', "_"), "a task's state")?;
    let progress = Progress::of(state, row.try_get_by_index(6)?, row.try_get_by_index(7)?);
    let Some(progress) = progress.filter(|_| is_possible) else {
        return Ok(None);
    };
    let (rested_for, blocking) = (row.try_get_by_index::<Option<i64>>(8)?, row.try_get_by_index(9)?);
    let time = match rested_for {
        None => None,
        Some(rested_for) => Some(TaskTime {
            kind: parse_some(row.try_get_by_index::<Option<String>>(1)?.as_ref(), "a kind of task")?,
            owner_team: parse(&row.try_get_by_index::<String>(2)?, "a team code")?,
            added_at: row.try_get_by_index(5)?,
            due: row.try_get_by_index(4)?,
            progress,
            parked_for: TimeDelta::microseconds(rested_for),
            ready_on: row.try_get_by_index::<Option<NaiveDate>>(12)?.filter(|_| blocking),
            left_on: left_at.map(london::date),
        }),
    };
    Ok(Some(Kept { stay: row.try_get_by_index(0)?, time }))
}
