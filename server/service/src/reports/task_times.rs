//! The times of tasks: what was kept of each when its stay was saved, and for those of before, what the log says.

use std::{
    collections::{BTreeSet, HashMap},
    ops::RangeInclusive,
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Actor, Directory, EscalationLevel, EscalationTimes, Problem, Stay, StayId, Task, length_of_stay, london,
    report::{
        Asked, DischargeRow, TaskCounts, TaskTime, TasksOfStay,
        document::Section,
        reports::tasks::{self, Climbed},
        task_times::Progress,
    },
    task::TaskStateKind,
};
use entity::{stay, task};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryResult, QuerySelect,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use tokio::task::yield_now;
use uuid::Uuid;

use super::{
    departures::{GONE, left},
    discharge_days::{Counting, KeptDays},
    place, side_by_side, who,
};
use crate::{
    Hospital,
    error::{Fault, OrProblem},
    log,
    rows::{self, IDS_AT_ONCE, Loaded, from_json, parse, parse_some},
};

impl Hospital {
    /// Of the patients who are here, and of those who left in the period.
    pub(super) async fn task_report(&self, actor: &Actor, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let here: Vec<Arc<Stay>> = self.here(asked).await?.into_iter().map(|(stay, _)| stay).collect();
        let counts = self.task_counts(asked, &here).await.or_problem()?;
        let (names, now) = (self.names().await?, self.now());
        let climbed = here.iter().flat_map(|stay| climbed(actor, stay, self.settings().escalation, &names, now)).collect();
        Ok(tasks::sections(climbed, &counts, &names, now))
    }

    async fn task_counts(&self, asked: &Asked, here: &[Arc<Stay>]) -> Result<TaskCounts, Fault> {
        let (counting, period, now) = (Arc::new(Counting::current(self.reader()).await?), asked.period(), self.now());
        let counting_of = |part: Asked| {
            let (hospital, counting, period) = (self.clone(), Arc::clone(&counting), period.clone());
            async move { count(hospital.reader(), &part, &counting, &period, now).await }
        };
        let mut counts = TaskCounts::default();
        side_by_side::read(asked, counting_of).await?.into_iter().for_each(|part| counts.append(part));
        for stays in here.chunks(IDS_AT_ONCE) {
            let times = of_those_here(self.reader(), stays).await?;
            times.into_iter().for_each(|time| counts.add(time, &period, now));
        }
        Ok(counts)
    }
}

/// The patient's tasks that have climbed above their owner.
fn climbed(actor: &Actor, stay: &Stay, times: EscalationTimes, names: &Directory, now: DateTime<Utc>) -> Vec<Climbed> {
    let climbed = |task: &Task| {
        let level = times.level(task, now).filter(|level| *level > EscalationLevel::Owner)?;
        let who = who(actor, stay);
        Some(Climbed { level, task: task.clone(), place: place(&stay.place, who.is_some(), names), who })
    };
    stay.open_tasks().filter_map(climbed).collect()
}

/// The tasks of those who left on the days of `asked`, which may be a part of the period.
async fn count(
    db: &impl ConnectionTrait,
    asked: &Asked,
    counting: &Counting,
    period: &RangeInclusive<NaiveDate>,
    now: DateTime<Utc>,
) -> Result<TaskCounts, Fault> {
    let KeptDays { kept, others } = KeptDays::with_tasks(db, asked, counting).await?;
    let mut counts = TaskCounts::default();
    for others in &others {
        let times = of_those_who_left(db, others, counting).await?;
        times.into_iter().for_each(|(_, time)| counts.add(time, period, now));
    }
    for day in &kept {
        let stays: Vec<TasksOfStay> = from_json(day, "the tasks of a day")?;
        let times = stays.into_iter().filter(|stay| stay.is_asked_for(asked)).flat_map(|stay| stay.times);
        times.for_each(|time| counts.add(time, period, now));
        yield_now().await;
    }
    Ok(counts)
}

/// The tasks of each of these stays, as they are kept of a day. Of a stay without any, nothing is kept.
pub(super) fn by_stay(discharges: &[DischargeRow], times: Vec<(Uuid, TaskTime)>) -> Vec<TasksOfStay> {
    let mut of_stay: HashMap<Uuid, Vec<TaskTime>> = HashMap::new();
    times.into_iter().for_each(|(stay, time)| of_stay.entry(stay).or_default().push(time));
    discharges.iter().filter_map(|row| Some(TasksOfStay::new(row, of_stay.remove(&row.stay.0)?))).collect()
}

/// The tasks of stays that are known whole: only what a stay does not say of its tasks is read.
async fn of_those_here(db: &impl ConnectionTrait, stays: &[Arc<Stay>]) -> Result<Vec<TaskTime>, Fault> {
    let columns = [task::Column::StayId, task::Column::Number, task::Column::CreatedAt, task::Column::RestedFor];
    let rows = task::Entity::find().filter(task::Column::StayId.is_in(stays.iter().map(|stay| stay.id.0)));
    let rows: Vec<(Uuid, i64, DateTime<Utc>, Option<i64>)> = rows.select_only().columns(columns).into_tuple().all(db).await?;
    let of_before = rows.iter().filter(|(.., rested_for)| rested_for.is_none()).map(|(stay, ..)| *stay);
    let of_before: BTreeSet<Uuid> = of_before.collect();
    let kept = rows.into_iter().filter_map(|(stay, number, added_at, rested_for)| {
        Some(((stay, number), (added_at, TimeDelta::microseconds(rested_for?))))
    });
    let kept: HashMap<(Uuid, i64), (DateTime<Utc>, TimeDelta)> = kept.collect();
    let known = stays.iter().filter(|stay| !of_before.contains(&stay.id.0));
    let mut times: Vec<TaskTime> = known
        .flat_map(|stay| stay.tasks.iter().map(|task| (stay.as_ref(), task)))
        .filter_map(|(stay, task)| {
            let (added_at, parked_for) = kept.get(&(stay.id.0, task.number.0.into()))?;
            TaskTime::of_task(stay, task, *added_at, *parked_for)
        })
        .collect();
    times.extend(by_log(db, &Vec::from_iter(of_before)).await?.into_iter().map(|(_, time)| time));
    Ok(times)
}

/// The tasks of the stays that ended on the days asked for, in no order.
pub(super) async fn of_those_who_left(
    db: &impl ConnectionTrait,
    asked: &Asked,
    counting: &Counting,
) -> Result<Vec<(Uuid, TaskTime)>, Fault> {
    let stays = left(asked, &counting.specialties);
    let known: Vec<Kept> =
        db.query_all(&columns_of(stays)).await?.iter().filter_map(|row| kept(row).transpose()).collect::<Result<_, _>>()?;
    // Where something is not known of one task, the log says it of all of that stay.
    let of_before: BTreeSet<Uuid> = known.iter().filter(|kept| kept.time.is_none()).map(|kept| kept.stay).collect();
    let known = known.into_iter().filter(|kept| !of_before.contains(&kept.stay));
    let mut times: Vec<(Uuid, TaskTime)> = known.filter_map(|kept| Some((kept.stay, kept.time?))).collect();
    times.extend(by_log(db, &Vec::from_iter(of_before)).await?);
    Ok(times)
}

async fn by_log(db: &impl ConnectionTrait, stays: &[Uuid]) -> Result<Vec<(Uuid, TaskTime)>, Fault> {
    let stays = rows::load(db, stays).await?;
    let ids: Vec<StayId> = stays.keys().copied().collect();
    let logs = log::of_stays(db, &ids).await?;
    let of_log = |(id, loaded): (&StayId, &Loaded)| {
        let times = TaskTime::of_log(&loaded.stay, logs.get(id).map_or(&[], Vec::as_slice));
        times.into_iter().map(|time| (id.0, time)).collect::<Vec<_>>()
    };
    Ok(stays.iter().flat_map(of_log).collect())
}

/// What a row says of a task that counts.
struct Kept {
    stay: Uuid,
    /// `None` in a row of before it was kept.
    time: Option<TaskTime>,
}

/// The tasks of some stays, those that were not needed left out.
fn columns_of(stays: Condition) -> SelectStatement {
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
