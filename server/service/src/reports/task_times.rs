//! The times of tasks, read from the logs of the stays that they belong to.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Problem, Stay, StayId,
    report::{Asked, TaskTime, document::Section, reports::tasks::Tasks},
};

use crate::{Hospital, error::OrProblem, log, rows};

impl Hospital {
    /// Of the patients who are here, and of those who left in the period.
    pub(super) async fn task_report(&self, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let left: Vec<_> = self.departures(asked).await?.iter().map(|row| row.stay.0).collect();
        let left = rows::load(self.reader(), &left).await.or_problem()?;
        let mut stays: BTreeMap<StayId, Stay> = left.into_iter().map(|(id, loaded)| (id, loaded.stay)).collect();
        stays.extend(self.here(asked).await?.iter().map(|(stay, _)| (stay.id, Stay::clone(stay))));
        let ids: Vec<StayId> = stays.keys().copied().collect();
        let logs: HashMap<_, _> = log::of_stays(self.reader(), &ids).await.or_problem()?;
        let times: Vec<TaskTime> =
            stays.iter().flat_map(|(id, stay)| TaskTime::of_log(stay, logs.get(id).map_or(&[], Vec::as_slice))).collect();
        let names = self.names().await?;
        Ok(Tasks { asked, times: &times, now: self.now() }.sections(&names))
    }
}
