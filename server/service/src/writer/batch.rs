//! The commands of one transaction, and the stays they touch.

use std::collections::{HashMap, HashSet};

use domain::{
    Command, Entry, MutationId, Outcome, Receipt, Refusal, Stay, StayId, StayStatus, WardCode, apply, envelope::ReceiptResult,
    permission, receive,
};
use entity::{receipt, stay};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{Desk, Job, beds::Beds};
use crate::{
    clock,
    database::DatabaseKind,
    error::Fault,
    feed::CHANNEL,
    log::{self, Draft, Logged},
    rows::{self, Change, RowSet, from_json, to_json},
};

pub(super) struct Batch<'a> {
    desk: &'a Desk,
    stays: HashMap<StayId, Working>,
    known: Known,
    beds: Beds,
    receipts: Vec<Receipt>,
    drafts: Vec<Draft>,
    /// Which receipts are new, with the number of drafts there were after their command.
    fresh: Vec<(usize, usize)>,
    answered: HashMap<MutationId, Receipt>,
}

/// A stay while the batch works on it.
struct Working {
    /// As it is stored; `None` before its admission.
    stored: Option<Stay>,
    now: Stay,
    last_hash: String,
}

/// Codes that commands may name.
#[derive(Default)]
struct Known {
    wards: HashSet<String>,
    teams: HashSet<String>,
    kinds: HashSet<String>,
    /// Hospital numbers that belong to a patient.
    numbers: HashMap<String, Uuid>,
}

impl<'a> Batch<'a> {
    /// Reads what the commands are about, and locks it.
    pub(super) async fn open(desk: &'a Desk, db: &DatabaseTransaction, jobs: &[Job]) -> Result<Self, Fault> {
        let answered = answered(db, jobs).await?;
        let stays = working_copies(desk, db, jobs).await?;
        let known = Known::read(db, jobs).await?;
        let beds = Beds::read(db, jobs).await?;
        Ok(Self { desk, stays, known, beds, receipts: Vec::new(), drafts: Vec::new(), fresh: Vec::new(), answered })
    }

    /// Decides the next command and notes what is to be written for it.
    pub(super) fn take(&mut self, job: &Job) -> Result<(), Fault> {
        if let Some(receipt) = self.answered.get(&job.envelope.mutation_id) {
            self.receipts.push(receipt.clone());
            return Ok(());
        }
        let result = self.decide(job)?;
        let receipt = Receipt { mutation_id: job.envelope.mutation_id, stay: job.envelope.stay, result };
        if receipt.result != ReceiptResult::NotAllowed {
            self.fresh.push((self.receipts.len(), self.drafts.len()));
            self.answered.insert(receipt.mutation_id, receipt.clone());
        }
        self.receipts.push(receipt);
        Ok(())
    }

    fn decide(&mut self, job: &Job) -> Result<ReceiptResult, Fault> {
        let Job { envelope, actor, .. } = job;
        let envelope = self.beds.fill_in(envelope);
        let working = self.stays.entry(envelope.stay).or_insert_with(|| Working::new(envelope.stay));
        if !permission::may_command(actor, &working.now, &envelope.command) {
            return Ok(ReceiptResult::NotAllowed);
        }
        if let Some(refusal) = self.known.refuse(&envelope.command, self.desk.test_patients) {
            return Ok(refused(refusal));
        }
        match receive(&working.now, &envelope, actor, clock::now()) {
            Outcome::Unchanged => Ok(ReceiptResult::Unchanged),
            Outcome::Refused(refusal) => Ok(refused(refusal)),
            Outcome::Conflicted(conflicts) => Ok(ReceiptResult::Conflict { conflicts }),
            Outcome::Changed(entries) => {
                for entry in entries {
                    apply(&mut working.now, &entry);
                    let ward = working.now.place.ward.clone();
                    let draft = Draft::new(&envelope, actor, &ward, entry, &working.last_hash)?;
                    working.last_hash.clone_from(&draft.hash);
                    self.drafts.push(draft);
                }
                // The sequence is known once the batch takes its numbers.
                Ok(ReceiptResult::Accepted { sequence: 0, position: working.now.position })
            }
        }
    }

    /// Writes everything; gives the receipts in the order of the jobs, and the entries to publish.
    pub(super) async fn save(mut self, db: &DatabaseTransaction) -> Result<(Vec<Receipt>, Vec<Logged>), Fault> {
        let mut rows = RowSet::default();
        for working in self.stays.values().filter(|working| working.is_changed()) {
            let of_stay = self.drafts.iter().filter(|draft| draft.logged.stay == working.now.id);
            let entries: Vec<&Entry> = of_stay.map(|draft| &draft.logged.entry).collect();
            let (before, last_hash) = (working.stored.as_ref(), &working.last_hash);
            rows.add(&Change { before, after: &working.now, entries: &entries, last_hash })?;
        }
        rows::save(db, rows).await?;
        let entries = if self.drafts.is_empty() { Vec::new() } else { self.append(db).await? };
        self.save_receipts(db).await?;
        Ok((self.receipts, entries))
    }

    async fn append(&mut self, db: &DatabaseTransaction) -> Result<Vec<Logged>, Fault> {
        let first = log::take_numbers(db, self.drafts.len()).await?;
        let mut known: HashMap<MutationId, i64> = HashMap::new();
        for (receipt, drafts) in &self.fresh {
            let last = first + i64::try_from(*drafts).unwrap_or(i64::MAX) - 1;
            if let ReceiptResult::Accepted { sequence, .. } = &mut self.receipts[*receipt].result {
                *sequence = last;
                known.insert(self.receipts[*receipt].mutation_id, last);
            }
        }
        // The same mutation twice in one batch: its copy gets the number too.
        for receipt in &mut self.receipts {
            if let (ReceiptResult::Accepted { sequence: sequence @ 0, .. }, Some(number)) =
                (&mut receipt.result, known.get(&receipt.mutation_id))
            {
                *sequence = *number;
            }
        }
        let entries = log::append(db, std::mem::take(&mut self.drafts), first).await?;
        if self.desk.database.kind() == DatabaseKind::Postgres {
            db.execute_unprepared(&format!("NOTIFY {CHANNEL}")).await?;
        }
        Ok(entries)
    }

    async fn save_receipts(&self, db: &DatabaseTransaction) -> Result<(), Fault> {
        let recorded_at = clock::now();
        let row = |(index, _): &(usize, usize)| {
            let receipt = &self.receipts[*index];
            let sequence = match receipt.result {
                ReceiptResult::Accepted { sequence, .. } => Some(sequence),
                _ => None,
            };
            Ok(receipt::ActiveModel {
                mutation_id: Set(receipt.mutation_id.0),
                stay_id: Set(receipt.stay.0),
                sequence: Set(sequence),
                outcome: Set(to_json(&receipt.result)?),
                recorded_at: Set(recorded_at),
            })
        };
        let rows: Vec<_> = self.fresh.iter().map(row).collect::<Result<_, Fault>>()?;
        if !rows.is_empty() {
            receipt::Entity::insert_many(rows).exec_without_returning(db).await?;
        }
        Ok(())
    }
}

impl Working {
    fn new(stay: StayId) -> Self {
        Self { stored: None, now: Stay::before_admission(stay), last_hash: log::NO_HASH.to_owned() }
    }

    fn is_changed(&self) -> bool {
        self.now.status != StayStatus::BeforeAdmission && self.stored.as_ref() != Some(&self.now)
    }
}

impl Known {
    /// The lists are short, and are read in the transaction so that they are true in it.
    async fn read(db: &DatabaseTransaction, jobs: &[Job]) -> Result<Self, Fault> {
        let mut known = Self::default();
        let commands = || jobs.iter().map(|job| &job.envelope.command);
        let names_codes = |command: &Command| {
            matches!(
                command,
                Command::AdmitPatient(_)
                    | Command::MoveBed { .. }
                    | Command::AddTask(_)
                    | Command::AssignTask { .. }
                    | Command::CorrectIdentity(_)
            )
        };
        if !commands().any(names_codes) {
            return Ok(known);
        }
        let wards = entity::ward::Entity::find().filter(entity::ward::Column::Retired.eq(false)).all(db).await?;
        known.wards = wards.into_iter().map(|ward| ward.code).collect();
        let teams = entity::team::Entity::find().filter(entity::team::Column::Retired.eq(false)).all(db).await?;
        known.teams = teams.into_iter().map(|team| team.code).collect();
        known.kinds = entity::task_kind::Entity::find().all(db).await?.into_iter().map(|kind| kind.code).collect();
        let numbers: Vec<String> = commands().filter_map(hospital_number).collect();
        if !numbers.is_empty() {
            let held =
                entity::patient::Entity::find().filter(entity::patient::Column::HospitalNumber.is_in(numbers)).all(db).await?;
            known.numbers = held.into_iter().filter_map(|row| Some((row.hospital_number?, row.id))).collect();
        }
        Ok(known)
    }

    /// Why a command names something that is not there, or must not be.
    fn refuse(&mut self, command: &Command, test_patients: bool) -> Option<Refusal> {
        match command {
            Command::AdmitPatient(admission) => {
                self.refuse_ward(&admission.place.ward).or_else(|| self.refuse_patient(&admission.patient, test_patients))
            }
            Command::CorrectIdentity(patient) => self.refuse_patient(patient, test_patients),
            Command::MoveBed { to } => self.refuse_ward(&to.ward),
            Command::AddTask(new) => self.refuse_team(new.owner_team.as_str()).or_else(|| {
                let kind = new.kind.as_ref().filter(|kind| !self.kinds.contains(kind.as_str()))?;
                Some(Refusal::NoSuchKind { kind: kind.to_string() })
            }),
            Command::AssignTask { team, .. } => self.refuse_team(team.as_str()),
            _ => None,
        }
    }

    fn refuse_ward(&self, ward: &WardCode) -> Option<Refusal> {
        (!self.wards.contains(ward.as_str())).then(|| Refusal::NoSuchWard { ward: ward.to_string() })
    }

    fn refuse_team(&self, team: &str) -> Option<Refusal> {
        (!self.teams.contains(team)).then(|| Refusal::NoSuchTeam { team: team.to_owned() })
    }

    fn refuse_patient(&mut self, patient: &domain::Patient, test_patients: bool) -> Option<Refusal> {
        if let Some(number) = patient.nhs_number.filter(|number| number.is_test() && !test_patients) {
            return Some(Refusal::TestNumber { number: number.to_string() });
        }
        let number = patient.hospital_number.as_ref()?.to_string();
        let holder = *self.numbers.entry(number).or_insert(patient.id.0);
        (holder != patient.id.0).then_some(Refusal::HospitalNumberTaken)
    }
}

fn hospital_number(command: &Command) -> Option<String> {
    let patient = match command {
        Command::AdmitPatient(admission) => &admission.patient,
        Command::CorrectIdentity(patient) => patient,
        _ => return None,
    };
    patient.hospital_number.as_ref().map(ToString::to_string)
}

fn refused(refusal: Refusal) -> ReceiptResult {
    ReceiptResult::Refused { message: refusal.to_string(), refusal }
}

/// The receipts of commands that came before.
async fn answered(db: &DatabaseTransaction, jobs: &[Job]) -> Result<HashMap<MutationId, Receipt>, Fault> {
    let ids = jobs.iter().map(|job| job.envelope.mutation_id.0);
    let rows = receipt::Entity::find().filter(receipt::Column::MutationId.is_in(ids)).all(db).await?;
    rows.into_iter()
        .map(|row| {
            let receipt = Receipt {
                mutation_id: MutationId(row.mutation_id),
                stay: StayId(row.stay_id),
                result: from_json(&row.outcome, "a receipt")?,
            };
            Ok((receipt.mutation_id, receipt))
        })
        .collect()
}

/// The stays of the commands, as they are stored now. A stay that the book has at the stored version is taken from there;
/// on `PostgreSQL` the rows are locked, in the order of their ids, until the commit.
async fn working_copies(desk: &Desk, db: &DatabaseTransaction, jobs: &[Job]) -> Result<HashMap<StayId, Working>, Fault> {
    let ids: HashSet<Uuid> = jobs.iter().map(|job| job.envelope.stay.0).collect();
    let stored: Vec<(Uuid, i64, String)> = stay::Entity::find()
        .filter(stay::Column::Id.is_in(ids))
        .order_by_asc(stay::Column::Id)
        .select_only()
        .columns([stay::Column::Id, stay::Column::Version, stay::Column::LastHash])
        .lock_exclusive()
        .into_tuple()
        .all(db)
        .await?;
    let mut copies = HashMap::with_capacity(stored.len());
    let mut unread = Vec::new();
    for (id, version, last_hash) in stored {
        match desk.feed.book().stay(StayId(id)).filter(|stay| i64::from(stay.position) == version) {
            Some(stay) => {
                let stay = Stay::clone(&stay);
                copies.insert(stay.id, Working { stored: Some(stay.clone()), now: stay, last_hash });
            }
            None => unread.push(id),
        }
    }
    for loaded in rows::load(db, &unread).await?.into_values() {
        let rows::Loaded { stay, last_hash } = loaded;
        copies.insert(stay.id, Working { stored: Some(stay.clone()), now: stay, last_hash });
    }
    Ok(copies)
}
