//! Finding a patient wherever they are: among all who are here by name, number or bed, and by a whole number also among those
//! who have left.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use domain::{
    Actor, Directory, Problem, Search, SearchAnswer, SearchHit, Stay, StayId, StayStatus,
    permission::{self, View},
    search::{FoundBy, LONGEST},
    sentence::Names,
};
use entity::{patient, stay};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Condition};
use uuid::Uuid;

use crate::{
    Hospital, ViewedOn,
    error::{Fault, OrProblem},
    rows,
};

/// More than this nobody reads: they search for more of the name instead.
const MOST_SHOWN: usize = 30;
/// Earlier stays that a whole number brings up, the latest.
const MOST_EARLIER: u64 = 20;

type Found = BTreeMap<StayId, (FoundBy, Arc<Stay>)>;

impl Hospital {
    /// The patients whom the actor may see and whom `text` may mean, the surest first. Leaves behind that the actor saw them,
    /// never what was searched for.
    pub async fn search(&self, actor: &Actor, text: &str) -> Result<SearchAnswer, Problem> {
        let scope = permission::scope(actor);
        if !scope.sees_patients() {
            return Err(Problem::NotAllowed);
        }
        if text.chars().count() > LONGEST {
            return Err(Problem::invalid(format!("Please search for {LONGEST} characters at most.")));
        }
        let search = Search::of(text);
        if search.is_too_short() {
            return Ok(SearchAnswer::TooShort);
        }
        let directory = self.names().await?;
        let mut found = self.find_here(&search, &directory);
        found.extend(self.find_earlier(&search).await.or_problem()?);
        let mut found: Vec<_> = found.into_values().filter(|(_, stay)| scope.view(stay) != View::Nothing).collect();
        found.sort_by_cached_key(|(by, stay)| order(*by, stay));
        let of = found.len();
        let hits: Vec<_> = found.into_iter().take(MOST_SHOWN).map(|(_, stay)| hit(&stay, &directory)).collect();
        let stays: Vec<_> = hits.iter().map(|hit| hit.stay).collect();
        self.record_views(actor, ViewedOn::Search, &stays).await?;
        Ok(SearchAnswer::Found { hits, of, now: self.now() })
    }

    fn find_here(&self, search: &Search, directory: &Directory) -> Found {
        let page = self.0.feed.book().read();
        let found = page.stays.values().filter_map(|stay| {
            let by = search.finds(stay, &directory.ward(&stay.place.ward))?;
            Some((stay.id, (by, Arc::clone(stay))))
        });
        found.collect()
    }

    /// Stays that are over, of the patient with this whole number.
    async fn find_earlier(&self, search: &Search) -> Result<Found, Fault> {
        let nhs_number = search.nhs_number().map(|number| patient::Column::NhsNumber.eq(number.digits()));
        let own = search.hospital_number().map(|number| patient::Column::HospitalNumber.eq(number.as_str()));
        if nhs_number.is_none() && own.is_none() {
            return Ok(Found::new());
        }
        let patients = patient::Entity::find().filter(Condition::any().add_option(nhs_number).add_option(own));
        let patients: Vec<Uuid> = patients.select_only().column(patient::Column::Id).into_tuple().all(self.reader()).await?;
        let over = Condition::all().add(stay::Column::DischargedAt.is_not_null()).add(stay::Column::VoidedAt.is_null());
        let stays = stay::Entity::find().filter(stay::Column::PatientId.is_in(patients)).filter(over);
        let stays = stays.order_by_desc(stay::Column::AdmittedAt).limit(MOST_EARLIER);
        let ids: Vec<Uuid> = stays.select_only().column(stay::Column::Id).into_tuple().all(self.reader()).await?;
        let loaded = rows::load(self.reader(), &ids).await?;
        Ok(loaded.into_iter().map(|(id, loaded)| (id, (FoundBy::Number, Arc::new(loaded.stay)))).collect())
    }
}

/// Those who are here before those who have left, then the surest, then by name; of one patient the latest stay first.
fn order(by: FoundBy, stay: &Stay) -> impl Ord + use<> {
    (stay.status != StayStatus::InHospital, by, stay.patient.name.folded(), Reverse(stay.admitted_at), stay.id)
}

fn hit(stay: &Stay, directory: &Directory) -> SearchHit {
    let discharged_at = match stay.status {
        StayStatus::Discharged { at, .. } => Some(at),
        _ => None,
    };
    SearchHit {
        stay: stay.id,
        patient: stay.patient.clone(),
        ward: directory.ward(&stay.place.ward),
        place: stay.place.clone(),
        admitted_at: stay.admitted_at,
        discharged_at,
    }
}
