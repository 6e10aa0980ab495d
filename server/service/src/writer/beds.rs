//! The beds of the wards to which commands lead, so that a place is recorded as its ward writes it.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
};

use domain::{Bed, Command, Envelope, Place};
use entity::bed;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::Job;
use crate::error::Fault;

#[derive(Default)]
pub(super) struct Beds(HashMap<String, Vec<Bed>>);

impl Beds {
    /// Read in the transaction, so that they are true in it.
    pub(super) async fn read(db: &DatabaseTransaction, jobs: &[Job]) -> Result<Self, Fault> {
        let wards: BTreeSet<&str> =
            jobs.iter().filter_map(|job| leads_to(&job.envelope.command)).map(|place| place.ward.as_str()).collect();
        let mut beds = Self::default();
        if wards.is_empty() {
            return Ok(beds);
        }
        let laid_out = bed::Entity::find()
            .filter(bed::Column::Ward.is_in(wards))
            .filter(bed::Column::Closed.eq(false))
            .order_by_asc(bed::Column::Position);
        for row in laid_out.all(db).await? {
            beds.0.entry(row.ward).or_default().push(Bed { bay: row.bay, name: row.name });
        }
        Ok(beds)
    }

    /// The envelope with the bay and the bed that its command means.
    pub(super) fn fill_in<'a>(&self, envelope: &'a Envelope) -> Cow<'a, Envelope> {
        let laid_out = leads_to(&envelope.command).and_then(|place| {
            let beds = self.0.get(place.ward.as_str())?;
            Some(place.clone().as_laid_out(beds)).filter(|laid_out| laid_out != place)
        });
        let Some(laid_out) = laid_out else {
            return Cow::Borrowed(envelope);
        };
        let mut filled = envelope.clone();
        match &mut filled.command {
            Command::MoveBed { to } => *to = laid_out,
            Command::AdmitPatient(admission) => admission.place = laid_out,
            _ => {}
        }
        Cow::Owned(filled)
    }
}

/// Where a command brings its patient.
fn leads_to(command: &Command) -> Option<&Place> {
    match command {
        Command::MoveBed { to } => Some(to),
        Command::AdmitPatient(admission) => Some(&admission.place),
        _ => None,
    }
}
