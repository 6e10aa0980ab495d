//! Who left on the days of a period, read from the stays alone: what is asked of a discharge stands in its row.

use std::collections::{BTreeSet, HashMap};

use domain::{
    Bed, PatientId, Problem, Ward, WardCode, london,
    report::{Asked, DischargeRow, DischargeRules, readmission::PatientStay},
};
use entity::{patient, stay};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Hospital,
    error::{Fault, OrProblem},
    rows,
};

/// Most ids in one statement.
const AT_ONCE: usize = 1_000;

impl Hospital {
    pub(super) async fn departures(&self, asked: &Asked) -> Result<Vec<DischargeRow>, Problem> {
        let (first, after) = (london::start_of(asked.from), london::start_of(asked.to.succ_opt().unwrap_or(asked.to)));
        let left = stay::Entity::find()
            .filter(stay::Column::DischargedAt.gte(first))
            .filter(stay::Column::DischargedAt.lt(after))
            .filter(stay::Column::VoidedAt.is_null());
        let left = left.all(self.reader()).await.or_problem()?;
        let patients = self.patients(left.iter().map(|row| row.patient_id).collect()).await.or_problem()?;
        let wards: HashMap<WardCode, Ward> =
            self.all_wards().await?.iter().map(|ward| (ward.code.clone(), ward.clone())).collect();
        let rules = DischargeRules::default();
        let mut found = Vec::with_capacity(left.len());
        for row in left {
            let ready_on = row.ready_since;
            let patient = patients.get(&row.patient_id).ok_or(Fault::Broken("a stay without its patient"))?;
            let stay = rows::stay_from(row, patient).or_problem()?.stay;
            let ward = wards.get(&stay.place.ward).cloned().unwrap_or_else(|| closed(&stay.place.ward));
            // The reviews are not read: the day that follows from them stands in the row.
            let discharge = DischargeRow::of(&stay, &ward, &rules).map(|discharge| DischargeRow { ready_on, ..discharge });
            found.extend(discharge.filter(|discharge| asked.fits_discharge(discharge)));
        }
        Ok(found)
    }

    /// All stays of those who left, to see who came back.
    pub(super) async fn stays_of(&self, discharges: &[DischargeRow]) -> Result<Vec<PatientStay>, Problem> {
        let patients: BTreeSet<PatientId> = discharges.iter().filter(|row| row.is_counted()).map(|row| row.patient).collect();
        let ids: Vec<Uuid> = patients.into_iter().map(|patient| patient.0).collect();
        let people = self.patients(ids.iter().copied().collect()).await.or_problem()?;
        let mut found = Vec::new();
        for chunk in ids.chunks(AT_ONCE) {
            let stays = stay::Entity::find().filter(stay::Column::PatientId.is_in(chunk.iter().copied()));
            for row in stays.all(self.reader()).await.or_problem()? {
                let patient = people.get(&row.patient_id).ok_or(Fault::Broken("a stay without its patient"))?;
                found.extend(PatientStay::of(&rows::stay_from(row, patient).or_problem()?.stay));
            }
        }
        Ok(found)
    }

    async fn patients(&self, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, patient::Model>, Fault> {
        let ids: Vec<Uuid> = ids.into_iter().collect();
        let mut found = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(AT_ONCE) {
            let patients = patient::Entity::find().filter(patient::Column::Id.is_in(chunk.iter().copied()));
            found.extend(patients.all(self.reader()).await?.into_iter().map(|row| (row.id, row)));
        }
        Ok(found)
    }
}

/// A ward that is no longer in use.
fn closed(code: &WardCode) -> Ward {
    Ward { code: code.clone(), name: code.to_string(), specialty: None, beds: Vec::<Bed>::new() }
}
