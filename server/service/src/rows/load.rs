//! Reading stays: one statement a table for as many stays as are asked for.

use std::collections::HashMap;

use domain::{
    AccountId, AdmittedAs, CriteriaReview, CriteriaToReside, DayColour, Note, NoteNumber, Patient, PatientId, PersonName, Place,
    Stay, StayId, StayStatus, Task, TaskNumber, TaskState, WaitingFor, delay_reason::DelayRecord, pathway::Pathways,
    red_green::DayRecord, task::Owner,
};
use entity::{delay_reason, note, patient, red_green_day, residence_review, stay, task, task_dependency};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Condition};
use uuid::Uuid;

use super::{from_json, number};
use crate::error::Fault;

/// A stored stay, and the hash at the end of its chain.
pub(crate) struct Loaded {
    pub stay: Stay,
    pub last_hash: String,
}

/// Most ids in one statement: a few parameters each, of the thousands that the databases take.
pub(crate) const IDS_AT_ONCE: usize = 1_000;

/// The stays of patients who are in the hospital now.
pub(crate) async fn open_stay_ids(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, Fault> {
    let open = Condition::all().add(stay::Column::DischargedAt.is_null()).add(stay::Column::VoidedAt.is_null());
    Ok(stay::Entity::find().filter(open).select_only().column(stay::Column::Id).into_tuple().all(db).await?)
}

/// The stays with these ids; those that do not exist are absent.
pub(crate) async fn load(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<StayId, Loaded>, Fault> {
    let mut loaded = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(IDS_AT_ONCE) {
        for found in load_chunk(db, chunk).await? {
            loaded.insert(found.stay.id, found);
        }
    }
    Ok(loaded)
}

async fn load_chunk(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Loaded>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids = || ids.iter().copied();
    let stays = stay::Entity::find().filter(stay::Column::Id.is_in(ids())).all(db).await?;
    let patients = patient::Entity::find().filter(patient::Column::Id.is_in(stays.iter().map(|stay| stay.patient_id)));
    let patients: HashMap<Uuid, patient::Model> = patients.all(db).await?.into_iter().map(|row| (row.id, row)).collect();
    let tasks = task::Entity::find().filter(task::Column::StayId.is_in(ids())).order_by_asc(task::Column::Number);
    let mut tasks = by_stay(tasks.all(db).await?, |row| row.stay_id);
    let links = task_dependency::Entity::find().filter(task_dependency::Column::StayId.is_in(ids())).all(db).await?;
    let mut links = by_stay(links, |row| row.stay_id);
    let reviews = residence_review::Entity::find().filter(residence_review::Column::StayId.is_in(ids()));
    let reviews = reviews.order_by_asc(residence_review::Column::Number).all(db).await?;
    let mut reviews = by_stay(reviews, |row| row.stay_id);
    let days = red_green_day::Entity::find().filter(red_green_day::Column::StayId.is_in(ids()));
    let mut days = by_stay(days.order_by_asc(red_green_day::Column::OnDate).all(db).await?, |row| row.stay_id);
    let delays = delay_reason::Entity::find().filter(delay_reason::Column::StayId.is_in(ids()));
    let mut delays = by_stay(delays.order_by_asc(delay_reason::Column::OnDate).all(db).await?, |row| row.stay_id);
    let notes = note::Entity::find().filter(note::Column::StayId.is_in(ids()));
    let notes = notes.order_by_asc(note::Column::WrittenAt).order_by_asc(note::Column::Number).all(db).await?;
    let mut notes = by_stay(notes, |row| row.stay_id);
    stays
        .into_iter()
        .map(|row| {
            let id = row.id;
            let patient = patients.get(&row.patient_id).ok_or(Fault::Broken("a stay without its patient"))?;
            let links = links.remove(&id).unwrap_or_default();
            let mut loaded = stay_from(row, patient)?;
            loaded.stay.tasks =
                tasks.remove(&id).unwrap_or_default().into_iter().map(|row| task_from(row, &links)).collect::<Result<_, _>>()?;
            loaded.stay.reviews =
                reviews.remove(&id).unwrap_or_default().into_iter().map(review_from).collect::<Result<_, _>>()?;
            loaded.stay.days = days.remove(&id).unwrap_or_default().into_iter().map(day_from).collect::<Result<_, _>>()?;
            loaded.stay.delays = delays.remove(&id).unwrap_or_default().into_iter().map(delay_from).collect::<Result<_, _>>()?;
            loaded.stay.notes = notes.remove(&id).unwrap_or_default().into_iter().map(note_from).collect::<Result<_, _>>()?;
            Ok(loaded)
        })
        .collect()
}

fn by_stay<Row>(rows: Vec<Row>, stay_of: impl Fn(&Row) -> Uuid) -> HashMap<Uuid, Vec<Row>> {
    let mut groups: HashMap<Uuid, Vec<Row>> = HashMap::new();
    for row in rows {
        groups.entry(stay_of(&row)).or_default().push(row);
    }
    groups
}

pub(crate) fn parse<T: std::str::FromStr>(text: &str, what: &'static str) -> Result<T, Fault> {
    text.parse().map_err(|_| Fault::Unreadable(what))
}

pub(crate) fn parse_some<T: std::str::FromStr>(text: Option<&String>, what: &'static str) -> Result<Option<T>, Fault> {
    text.map(|text| parse(text, what)).transpose()
}

/// A stay by its own row alone: without tasks, reviews, days and notes.
fn stay_from(row: stay::Model, patient: &patient::Model) -> Result<Loaded, Fault> {
    let status = match (row.voided_at, row.discharged_at) {
        (Some(at), _) => StayStatus::Voided { reason: row.void_reason.unwrap_or_default(), at },
        (None, Some(at)) => {
            let to = parse_some(row.destination.as_ref(), "a destination")?.unwrap_or(domain::stay::Destination::NotRecorded);
            StayStatus::Discharged { at, to }
        }
        (None, None) => StayStatus::InHospital,
    };
    let stay = Stay {
        id: StayId(row.id),
        position: number(row.version)?,
        patient: patient_from(patient)?,
        place: Place { ward: parse(&row.ward, "a ward code")?, bay: row.bay, bed: row.bed },
        admitted_at: row.admitted_at,
        consultant: row.consultant,
        specialty: row.specialty,
        local_authority: row.local_authority,
        expected_discharge: row.expected_discharge,
        admitted_as: AdmittedAs {
            classification: parse_some(row.classification.as_ref(), "a patient classification")?,
            method: parse_some(row.admission_method.as_ref(), "an admission method")?,
        },
        pathways: Pathways {
            proposed: parse_some(row.pathway_proposed.as_ref(), "a pathway")?,
            agreed: parse_some(row.pathway_agreed.as_ref(), "a pathway")?,
            actual: parse_some(row.pathway_actual.as_ref(), "a pathway")?,
        },
        reviews: Vec::new(),
        latest_review: row.latest_review.map(|review| from_json(&review, "the latest review")).transpose()?,
        what_matters: row.what_matters,
        answers: from_json(&row.answers, "answers")?,
        days: Vec::new(),
        delays: Vec::new(),
        tasks: Vec::new(),
        notes: Vec::new(),
        status,
        versions: from_json(&row.field_versions, "field versions")?,
    };
    Ok(Loaded { stay, last_hash: row.last_hash })
}

pub(crate) fn patient_from(row: &patient::Model) -> Result<Patient, Fault> {
    Ok(Patient {
        id: PatientId(row.id),
        name: PersonName {
            family: row.family_name.clone(),
            given: row.given_name.clone(),
            title: row.title.clone().unwrap_or_default(),
        },
        nhs_number: parse_some(row.nhs_number.as_ref(), "an NHS number")?,
        hospital_number: parse_some(row.hospital_number.as_ref(), "a hospital number")?,
        born: row.born,
        sex: parse(&row.sex, "a sex")?,
    })
}

fn task_from(row: task::Model, links: &[task_dependency::Model]) -> Result<Task, Fault> {
    let owner = row.owner_id.zip(row.owner_name).map(|(id, name)| Owner { id: AccountId(id), name });
    let reason = row.reason.unwrap_or_default();
    let state = match row.state.as_str() {
        "to do" => TaskState::ToDo,
        "requested" => TaskState::Requested,
        "accepted" => TaskState::Accepted,
        "in progress" => TaskState::InProgress,
        "waiting" => TaskState::Waiting {
            on: row.waiting_on.unwrap_or_default(),
            waiting_for: parse_some::<WaitingFor>(row.waiting_for.as_ref(), "what is waited for")?.unwrap_or_default(),
        },
        "done" => TaskState::Done,
        "not needed" => TaskState::NotNeeded { reason },
        "cancelled" => TaskState::Cancelled { reason },
        _ => return Err(Fault::Unreadable("a task's state")),
    };
    let after = links.iter().filter(|link| link.number == row.number).map(|link| number(link.depends_on).map(TaskNumber));
    Ok(Task {
        number: TaskNumber(number(row.number)?),
        kind: parse_some(row.kind.as_ref(), "a kind of task")?,
        title: row.title,
        owner_team: parse(&row.owner_team, "a team code")?,
        owner,
        due: row.due_at,
        blocking: row.blocking,
        after: after.collect::<Result<_, _>>()?,
        state,
        by: row.changed_by,
        at: row.changed_at,
        parked_at: row.parked_at,
    })
}

fn review_from(row: residence_review::Model) -> Result<CriteriaReview, Fault> {
    let found = match row.outcome.as_str() {
        "met" => CriteriaToReside::Met(from_json(&row.criteria, "criteria")?),
        _ => CriteriaToReside::NotMet,
    };
    Ok(CriteriaReview { found, reviewed_at: row.reviewed_at, by: row.reviewed_by })
}

fn day_from(row: red_green_day::Model) -> Result<DayRecord, Fault> {
    let colour = colour_from(row.cause.as_deref())?;
    Ok(DayRecord { day: row.on_date, colour, words: row.words, by: row.said_by, at: row.said_at })
}

/// A day with a cause is red, one without is green.
pub(crate) fn colour_from(cause: Option<&str>) -> Result<DayColour, Fault> {
    Ok(match cause {
        Some(cause) => DayColour::Red(parse(&cause.replace(' ', "_"), "the cause of a red day")?),
        None => DayColour::Green,
    })
}

fn delay_from(row: delay_reason::Model) -> Result<DelayRecord, Fault> {
    Ok(DelayRecord {
        day: row.on_date,
        reason: parse(&row.reason, "a delay reason")?,
        suggested: parse_some(row.suggested.as_ref(), "a delay reason")?,
        by: row.chosen_by,
        at: row.chosen_at,
    })
}

fn note_from(row: note::Model) -> Result<Note, Fault> {
    Ok(Note {
        number: NoteNumber(number(row.number)?),
        text: row.text,
        visibility: parse(&row.visibility, "a visibility")?,
        by: row.author_name,
        at: row.written_at,
        withdrawn_at: row.withdrawn_at,
    })
}
