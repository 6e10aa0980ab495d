//! Writing stays: the rows are what the stay says, so one comparison of before and after serves every event.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    CriteriaToReside, DayColour, Entry, Note, Patient, Stay, StayStatus, Task, TaskState,
    by_day::{self, OfDay},
    criteria::CriteriaStatus,
    delay_reason::{DelayRecord, LIST_VERSION},
    london,
    red_green::DayRecord,
    report::task_times,
};
use entity::{delay_reason, discharge_day, note, patient, red_green_day, residence_review, stay, task, task_dependency};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, IdenStatic, Iterable, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use super::to_json;
use crate::error::Fault;

/// A stay as it was stored, if it was, and as it is to be stored.
pub(crate) struct Change<'a> {
    pub before: Option<&'a Stay>,
    pub after: &'a Stay,
    /// What happened in between.
    pub entries: &'a [&'a Entry],
    pub last_hash: &'a str,
}

/// The rows of many stays, to be written with one statement a table.
#[derive(Default)]
pub(crate) struct RowSet {
    patients: Vec<patient::ActiveModel>,
    stays: Vec<stay::ActiveModel>,
    tasks: Vec<task::ActiveModel>,
    links: Vec<task_dependency::ActiveModel>,
    unlinked: Vec<(Uuid, i64)>,
    reviews: Vec<residence_review::ActiveModel>,
    /// Of stays with fewer reviews than before, how many there are.
    withdrawn: Vec<(Uuid, usize)>,
    days: Vec<red_green_day::ActiveModel>,
    delays: Vec<delay_reason::ActiveModel>,
    notes: Vec<note::ActiveModel>,
    /// Days of which a discharge is said otherwise.
    left_on: BTreeSet<NaiveDate>,
    /// Patients whose earlier discharges are followed by another admission than before, or who are told of otherwise.
    came: BTreeSet<Uuid>,
}

/// Rows in one statement: as many as a batch has, and few enough that most statements of a long history are the same, which
/// the database then need not think about anew.
pub(crate) const ROWS_AT_ONCE: usize = 100;

impl RowSet {
    pub(crate) fn add(&mut self, change: &Change<'_>) -> Result<(), Fault> {
        let Change { before, after, entries, last_hash } = change;
        if before.is_none_or(|before| before.patient != after.patient) {
            self.patients.push(patient_row(&after.patient));
        }
        self.stays.push(stay_row(after, last_hash)?);
        self.left_on.extend(before.iter().chain([after]).filter_map(|stay| left_on(stay)));
        if before.is_none_or(|before| came(before) != came(after)) {
            self.came.insert(after.patient.id.0);
        }
        for task in &after.tasks {
            let stored = before.and_then(|before| before.task(task.number));
            let parked_at = stored.and_then(|stored| stored.parked_at);
            let rested_for = task_times::parked_for(task.number, parked_at, entries.iter().copied());
            if stored != Some(task) || !rested_for.is_zero() {
                let added_at = task_times::added_at(task.number, entries.iter().copied());
                self.tasks.push(task_row(after, task, added_at, rested_for));
                self.link(after, task, stored);
            }
        }
        if before.is_none_or(|before| before.reviews != after.reviews) {
            for (number, review) in (1..).zip(&after.reviews) {
                self.reviews.push(review_row(after, number, review)?);
            }
        }
        if before.is_some_and(|before| before.reviews.len() > after.reviews.len()) {
            self.withdrawn.push((after.id.0, after.reviews.len()));
        }
        let days = before.map_or(&[][..], |before| &before.days);
        self.days.extend(changed(days, &after.days).map(|record| day_row(after, record)));
        let delays = before.map_or(&[][..], |before| &before.delays);
        self.delays.extend(changed(delays, &after.delays).map(|record| delay_row(after, record)));
        for note in &after.notes {
            if before.and_then(|before| before.note(note.number)) != Some(note) {
                self.notes.push(note_row(after, note));
            }
        }
        Ok(())
    }

    fn link(&mut self, stay: &Stay, task: &Task, stored: Option<&Task>) {
        let number = i64::from(task.number.0);
        if stored.is_some_and(|stored| stored.after == task.after) {
            return;
        }
        if stored.is_some() {
            self.unlinked.push((stay.id.0, number));
        }
        self.links.extend(task.after.iter().map(|first| task_dependency::ActiveModel {
            stay_id: Set(stay.id.0),
            number: Set(number),
            depends_on: Set(i64::from(first.0)),
        }));
    }
}

/// The day on which a stay ended.
fn left_on(stay: &Stay) -> Option<NaiveDate> {
    match stay.status {
        StayStatus::Discharged { at, .. } => Some(london::date(at)),
        _ => None,
    }
}

/// What the discharges of a patient's other stays say of this one, and of the patient.
fn came(stay: &Stay) -> (&Patient, DateTime<Utc>, bool) {
    (&stay.patient, stay.admitted_at, matches!(stay.status, StayStatus::Voided { .. }))
}

/// The records that were not there before as they are now.
fn changed<'a, T: OfDay + PartialEq>(before: &'a [T], after: &'a [T]) -> impl Iterator<Item = &'a T> {
    after.iter().filter(|record| by_day::on(before, record.day()) != Some(record))
}

/// Writes all rows; what is stored already is replaced.
pub(crate) async fn save(db: &impl ConnectionTrait, mut rows: RowSet) -> Result<(), Fault> {
    upsert::<patient::Entity, _>(db, rows.patients, [patient::Column::Id], &[]).await?;
    upsert::<stay::Entity, _>(db, rows.stays, [stay::Column::Id], &[stay::Column::PatientId]).await?;
    let (key, kept) = ([task::Column::StayId, task::Column::Number], &[task::Column::CreatedAt]);
    upsert_adding::<task::Entity, _>(db, rows.tasks, key, kept, &[task::Column::RestedFor]).await?;
    for (stay, number) in rows.unlinked {
        unlink(db, stay, number).await?;
    }
    upsert::<task_dependency::Entity, _>(
        db,
        rows.links,
        [task_dependency::Column::StayId, task_dependency::Column::Number, task_dependency::Column::DependsOn],
        &[],
    )
    .await?;
    upsert::<residence_review::Entity, _>(
        db,
        rows.reviews,
        [residence_review::Column::StayId, residence_review::Column::Number],
        &[],
    )
    .await?;
    for (stay, left) in rows.withdrawn {
        forget_reviews(db, stay, left).await?;
    }
    upsert::<red_green_day::Entity, _>(db, rows.days, [red_green_day::Column::StayId, red_green_day::Column::OnDate], &[])
        .await?;
    upsert::<delay_reason::Entity, _>(db, rows.delays, [delay_reason::Column::StayId, delay_reason::Column::OnDate], &[]).await?;
    upsert::<note::Entity, _>(db, rows.notes, [note::Column::StayId, note::Column::Number], &[]).await?;
    rows.left_on.append(&mut discharge_days(db, &Vec::from_iter(rows.came)).await?);
    save_days(db, rows.left_on.into_iter().map(forgotten).collect()).await
}

/// The days on which stays of these patients ended.
async fn discharge_days(db: &impl ConnectionTrait, patients: &[Uuid]) -> Result<BTreeSet<NaiveDate>, Fault> {
    let mut days = BTreeSet::new();
    for patients in patients.chunks(ROWS_AT_ONCE) {
        let ended = stay::Entity::find().filter(stay::Column::PatientId.is_in(patients.iter().copied()));
        let ended = ended.filter(stay::Column::DischargedAt.is_not_null()).select_only().column(stay::Column::DischargedAt);
        let ended: Vec<DateTime<Utc>> = ended.into_tuple().all(db).await?;
        days.extend(ended.into_iter().map(london::date));
    }
    Ok(days)
}

/// A day whose discharges and tasks are to be read from their stays.
pub(crate) fn forgotten(day: NaiveDate) -> discharge_day::ActiveModel {
    discharge_day::ActiveModel { on_date: Set(day), edition: Set(None), discharges: Set(None), tasks: Set(None) }
}

/// Writes days in their order, so that two who write the same ones can't wait for each other.
pub(crate) async fn save_days(db: &impl ConnectionTrait, days: Vec<discharge_day::ActiveModel>) -> Result<(), Fault> {
    upsert::<discharge_day::Entity, _>(db, days, [discharge_day::Column::OnDate], &[]).await
}

/// What a task waits for is replaced as a whole; the log keeps what it was.
async fn unlink(db: &impl ConnectionTrait, stay: Uuid, number: i64) -> Result<(), Fault> {
    task_dependency::Entity::delete_many()
        .filter(task_dependency::Column::StayId.eq(stay))
        .filter(task_dependency::Column::Number.eq(number))
        .exec(db)
        .await?;
    Ok(())
}

/// The reviews that are left have the numbers up to theirs; the log keeps those that were withdrawn.
async fn forget_reviews(db: &impl ConnectionTrait, stay: Uuid, left: usize) -> Result<(), Fault> {
    let left = i32::try_from(left).map_err(|_| Fault::Broken("more reviews than can be numbered"))?;
    residence_review::Entity::delete_many()
        .filter(residence_review::Column::StayId.eq(stay))
        .filter(residence_review::Column::Number.gt(left))
        .exec(db)
        .await?;
    Ok(())
}

/// Inserts in few statements; on a row with the same key, every column but `kept` is replaced.
async fn upsert<E, const KEY: usize>(
    db: &impl ConnectionTrait,
    rows: Vec<E::ActiveModel>,
    key: [E::Column; KEY],
    kept: &[E::Column],
) -> Result<(), Fault>
where
    E: EntityTrait,
    E::ActiveModel: Send,
{
    upsert_adding::<E, KEY>(db, rows, key, kept, &[]).await
}

/// The same, where what is new of some columns is added to what they held.
async fn upsert_adding<E, const KEY: usize>(
    db: &impl ConnectionTrait,
    rows: Vec<E::ActiveModel>,
    key: [E::Column; KEY],
    kept: &[E::Column],
    added: &[E::Column],
) -> Result<(), Fault>
where
    E: EntityTrait,
    E::ActiveModel: Send,
{
    let columns: Vec<E::Column> = E::Column::iter().collect();
    let stays = |column: E::Column| [&key[..], kept, added].iter().any(|columns| named(columns, column));
    let replaced: Vec<E::Column> = columns.iter().copied().filter(|column| !stays(*column)).collect();
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(ROWS_AT_ONCE).collect();
        let mut on_conflict = OnConflict::columns(key);
        if replaced.is_empty() {
            on_conflict.do_nothing();
        } else {
            on_conflict.update_columns(replaced.iter().copied());
        }
        for column in added {
            let (before, new) = (Expr::col((E::default(), *column)), Expr::col(("excluded", *column)));
            on_conflict.value(*column, before.add(new));
        }
        E::insert_many(chunk).on_conflict(on_conflict).exec_without_returning(db).await?;
    }
    Ok(())
}

fn named<C: IdenStatic>(columns: &[C], column: C) -> bool {
    columns.iter().any(|named| named.as_str() == column.as_str())
}

fn patient_row(patient: &Patient) -> patient::ActiveModel {
    patient::ActiveModel {
        id: Set(patient.id.0),
        nhs_number: Set(patient.nhs_number.map(domain::NhsNumber::digits)),
        hospital_number: Set(patient.hospital_number.as_ref().map(ToString::to_string)),
        family_name: Set(patient.name.family.clone()),
        given_name: Set(patient.name.given.clone()),
        title: Set(Some(patient.name.title.clone()).filter(|title| !title.is_empty())),
        born: Set(patient.born),
        sex: Set(<&str>::from(patient.sex).to_owned()),
    }
}

fn stay_row(stay: &Stay, last_hash: &str) -> Result<stay::ActiveModel, Fault> {
    let pathway = |pathway: Option<domain::Pathway>| Set(pathway.map(|pathway| <&str>::from(pathway).to_owned()));
    let (discharged_at, destination) = match &stay.status {
        StayStatus::Discharged { at, to } => (Some(*at), Some(<&str>::from(*to).to_owned())),
        _ => (None, None),
    };
    let (voided_at, void_reason) = match &stay.status {
        StayStatus::Voided { reason, at } => (Some(*at), Some(reason.clone())),
        _ => (None, None),
    };
    Ok(stay::ActiveModel {
        id: Set(stay.id.0),
        patient_id: Set(stay.patient.id.0),
        ward: Set(stay.place.ward.to_string()),
        bay: Set(stay.place.bay.clone()),
        bed: Set(stay.place.bed.clone()),
        admitted_at: Set(stay.admitted_at),
        consultant: Set(stay.consultant.clone()),
        specialty: Set(stay.specialty.clone()),
        local_authority: Set(stay.local_authority.clone()),
        expected_discharge: Set(stay.expected_discharge),
        classification: Set(stay.admitted_as.classification.map(|it| <&str>::from(it).to_owned())),
        admission_method: Set(stay.admitted_as.method.map(|it| <&str>::from(it).to_owned())),
        pathway_proposed: pathway(stay.pathways.proposed),
        pathway_agreed: pathway(stay.pathways.agreed),
        pathway_actual: pathway(stay.pathways.actual),
        what_matters: Set(stay.what_matters.clone()),
        answers: Set(to_json(&stay.answers)?),
        criteria: Set(criteria_word(stay.criteria_status()).to_owned()),
        ready_since: Set(stay.discharge_ready_date()),
        reviewed_at: Set(stay.reviews.last().map(|review| review.reviewed_at)),
        latest_review: Set(stay.latest_review.as_ref().map(to_json).transpose()?),
        discharged_at: Set(discharged_at),
        destination: Set(destination),
        voided_at: Set(voided_at),
        void_reason: Set(void_reason),
        field_versions: Set(to_json(&stay.versions)?),
        version: Set(i64::from(stay.position)),
        last_hash: Set(last_hash.to_owned()),
    })
}

pub(crate) fn criteria_word(status: CriteriaStatus) -> &'static str {
    match status {
        CriteriaStatus::NotReviewed => "not reviewed",
        CriteriaStatus::Met => "met",
        CriteriaStatus::NotMet => "not met",
    }
}

/// Where it was added earlier, `added_at` is not known, and what is stored stays.
fn task_row(stay: &Stay, task: &Task, added_at: Option<DateTime<Utc>>, rested_for: TimeDelta) -> task::ActiveModel {
    let (waiting_on, waiting_for, reason) = match &task.state {
        TaskState::Waiting { on, waiting_for } => (Some(on.clone()), Some(<&str>::from(*waiting_for).to_owned()), None),
        TaskState::NotNeeded { reason } | TaskState::Cancelled { reason } => (None, None, Some(reason.clone())),
        _ => (None, None, None),
    };
    task::ActiveModel {
        stay_id: Set(stay.id.0),
        number: Set(i64::from(task.number.0)),
        kind: Set(task.kind.as_ref().map(ToString::to_string)),
        title: Set(task.title.clone()),
        owner_team: Set(task.owner_team.to_string()),
        owner_id: Set(task.owner.as_ref().map(|owner| owner.id.0)),
        owner_name: Set(task.owner.as_ref().map(|owner| owner.name.clone())),
        state: Set(<&str>::from(task.state.kind()).replace('_', " ")),
        blocking: Set(task.blocking),
        waiting_on: Set(waiting_on),
        waiting_for: Set(waiting_for),
        due_at: Set(task.due),
        reason: Set(reason),
        created_at: Set(added_at.unwrap_or(task.at)),
        changed_at: Set(task.at),
        changed_by: Set(task.by.clone()),
        finished_at: Set(finished_at(task)),
        parked_at: Set(task.parked_at),
        rested_for: Set(rested_for.num_microseconds()),
    }
}

fn finished_at(task: &Task) -> Option<DateTime<Utc>> {
    (!task.state.is_open()).then_some(task.at)
}

fn review_row(stay: &Stay, number: i32, review: &domain::CriteriaReview) -> Result<residence_review::ActiveModel, Fault> {
    let (outcome, criteria) = match &review.found {
        CriteriaToReside::Met(criteria) => ("met", to_json(criteria)?),
        CriteriaToReside::NotMet => ("not met", "[]".to_owned()),
    };
    Ok(residence_review::ActiveModel {
        stay_id: Set(stay.id.0),
        number: Set(number),
        outcome: Set(outcome.to_owned()),
        criteria: Set(criteria),
        reviewed_by: Set(review.by.clone()),
        reviewed_at: Set(review.reviewed_at),
        on_date: Set(london::date(review.reviewed_at)),
    })
}

fn day_row(stay: &Stay, record: &DayRecord) -> red_green_day::ActiveModel {
    let (colour, cause) = colour_words(record.colour);
    red_green_day::ActiveModel {
        stay_id: Set(stay.id.0),
        on_date: Set(record.day),
        colour: Set(colour.to_owned()),
        cause: Set(cause),
        words: Set(record.words.clone()),
        said_by: Set(record.by.clone()),
        said_at: Set(record.at),
    }
}

/// The colour, and the cause of a red day.
pub(crate) fn colour_words(colour: DayColour) -> (&'static str, Option<String>) {
    match colour {
        DayColour::Red(cause) => ("red", Some(<&str>::from(cause).replace('_', " "))),
        DayColour::Green => ("green", None),
    }
}

fn delay_row(stay: &Stay, record: &DelayRecord) -> delay_reason::ActiveModel {
    delay_reason::ActiveModel {
        stay_id: Set(stay.id.0),
        on_date: Set(record.day),
        reason: Set(record.reason.to_string()),
        list_version: Set(LIST_VERSION.to_owned()),
        suggested: Set(record.suggested.map(|code| code.to_string())),
        chosen_by: Set(record.by.clone()),
        chosen_at: Set(record.at),
    }
}

fn note_row(stay: &Stay, note: &Note) -> note::ActiveModel {
    note::ActiveModel {
        stay_id: Set(stay.id.0),
        number: Set(i64::from(note.number.0)),
        text: Set(note.text.clone()),
        visibility: Set(<&str>::from(note.visibility).to_owned()),
        author_name: Set(note.by.clone()),
        written_at: Set(note.at),
        withdrawn_at: Set(note.withdrawn_at),
    }
}
