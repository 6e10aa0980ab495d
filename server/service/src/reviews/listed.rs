//! Who is talked about in a week: those who are here now for 21 nights and more, or were when the week ended, and those who
//! were reviewed in it.

use std::{collections::HashMap, sync::Arc};

use domain::{
    Directory, Problem, Stay, StayId, StayStatus,
    length_of_stay::LongStay,
    london,
    long_stay_review::{PatientOfWeek, ReviewWeek, Standing, StayReview, WeekOfReviews},
    report::{CensusRow, ExclusionRules, Snapshot, SnapshotHour},
};

use super::stored;
use crate::{
    Hospital,
    census::latest_rows,
    error::OrProblem,
    reports::{open_tasks, place},
    rows,
};

impl Hospital {
    pub(super) async fn listed_week(&self, week: ReviewWeek) -> Result<WeekOfReviews, Problem> {
        let today = london::date(self.now());
        let mut reviews = stored::of_week(self.reader(), week).await.or_problem()?;
        let mut standings = self.standings(week).await?;
        let left = reviews.keys().filter(|stay| !standings.contains_key(stay)).copied().collect::<Vec<_>>();
        standings.extend(left.into_iter().map(|stay| (stay, reviews[&stay].standing.clone())));
        let stays = self.stays(standings.keys().copied().collect()).await?;
        let mut patients: Vec<PatientOfWeek> = standings
            .into_iter()
            .filter_map(|(id, standing)| Some(patient(stays.get(&id)?, standing, reviews.remove(&id))))
            .collect();
        patients.sort_by_key(|patient| (std::cmp::Reverse(patient.standing.nights), patient.stay));
        let sign_offs = stored::sign_offs(self.reader(), week).await.or_problem()?;
        Ok(WeekOfReviews { week, today, patients, sign_offs })
    }

    /// How one stay stands now; `None` where the patient is not here.
    pub(super) async fn standing(&self, stay: &Stay) -> Result<Option<Standing>, Problem> {
        let (now, names, wards) = (self.now(), self.names().await?, self.all_wards().await?);
        let ward = wards.iter().find(|ward| ward.code == stay.place.ward);
        let row = ward.and_then(|ward| CensusRow::of(stay, ward, now, &ExclusionRules::situation_report()));
        Ok(row.map(|row| standing(stay, &row, &names, now)))
    }

    /// Of everybody of 21 nights and more: now, or at the midnight that ended the week.
    async fn standings(&self, week: ReviewWeek) -> Result<HashMap<StayId, Standing>, Problem> {
        let now = self.now();
        let is_listed = |row: &CensusRow| row.is_counted() && LongStay::TwentyOnePlus.includes(row.length_of_stay);
        let names = self.names().await?;
        if week == ReviewWeek::of(london::date(now)) {
            let here = self.everybody_here().await?;
            let listed = here.into_iter().filter(|(_, row)| is_listed(row));
            return Ok(listed.map(|(stay, row)| (stay.id, standing(&stay, &row, &names, now))).collect());
        }
        let end = Snapshot { date: week.after().monday(), hour: SnapshotHour::MIDNIGHT }.at();
        let rows = latest_rows(self.reader(), end..=end).await.or_problem()?;
        let last_day = week.after().monday().pred_opt().unwrap_or(week.monday());
        let at_the_end = |row: CensusRow| {
            let ward = domain::sentence::Names::ward(names.as_ref(), &row.ward);
            (row.stay, Standing::of(&row, last_day, ward, Vec::new()))
        };
        Ok(rows.into_iter().filter(is_listed).map(at_the_end).collect())
    }

    /// From the book, or from the database where the patient has left. A stay that was a mistake is nobody's.
    async fn stays(&self, ids: Vec<StayId>) -> Result<HashMap<StayId, Arc<Stay>>, Problem> {
        let mut found: HashMap<StayId, Arc<Stay>> = HashMap::with_capacity(ids.len());
        let here = |id: &StayId| Some((*id, self.0.feed.book().stay(*id)?));
        found.extend(ids.iter().filter_map(here));
        let left: Vec<_> = ids.iter().filter(|id| !found.contains_key(id)).map(|id| id.0).collect();
        let loaded = rows::load(self.reader(), &left).await.or_problem()?;
        found.extend(loaded.into_iter().map(|(id, loaded)| (id, Arc::new(loaded.stay))));
        found.retain(|_, stay| !matches!(stay.status, StayStatus::Voided { .. }));
        Ok(found)
    }
}

fn patient(stay: &Stay, standing: Standing, review: Option<StayReview>) -> PatientOfWeek {
    let has_left = stay.status != StayStatus::InHospital;
    PatientOfWeek { stay: stay.id, name: stay.patient.name.to_string(), standing, has_left, review }
}

fn standing(stay: &Stay, row: &CensusRow, names: &Arc<Directory>, now: chrono::DateTime<chrono::Utc>) -> Standing {
    let tasks = open_tasks(stay, names, now);
    Standing::of(row, london::date(now), place(&stay.place, true, names.as_ref()), tasks)
}
