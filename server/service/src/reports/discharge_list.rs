//! Every discharge of a period, handed on day by day, so that ten years of a large trust need the memory of a day.

use domain::{
    Actor, Problem,
    permission::Deed,
    report::{Asked, DischargeRow},
};

use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    error::OrProblem,
};

/// What it is called where it is kept who took what.
const NAME: &str = "discharges";

/// The discharges of a period that was asked for, a day at a time.
pub struct DischargeList<'a> {
    hospital: &'a Hospital,
    asked: Asked,
}

impl Hospital {
    /// The list for a file of a format, for one who may see figures: who took what is kept. It names no patient.
    pub async fn take_discharges(&self, actor: &Actor, asked: &Asked, format: &str) -> Result<DischargeList<'_>, Problem> {
        require(actor, Deed::SeeFigures)?;
        let event = AdminEvent::ReportTaken { report: NAME.to_owned(), format: format.to_owned() };
        audit::record(self.writing(), By::of(actor), &event).await.or_problem()?;
        Ok(DischargeList { hospital: self, asked: asked.clone() })
    }
}

impl DischargeList<'_> {
    /// The discharges of the next day, by their times; `None` after the last day.
    pub async fn next_day(&mut self) -> Result<Option<Vec<DischargeRow>>, Problem> {
        let day = self.asked.from;
        if day > self.asked.to {
            return Ok(None);
        }
        let mut rows = self.hospital.departures(&Asked { to: day, ..self.asked.clone() }).await?;
        rows.sort_unstable_by_key(|row| (row.discharged_at, row.stay));
        self.asked.from = day + chrono::Days::new(1);
        Ok(Some(rows))
    }
}
