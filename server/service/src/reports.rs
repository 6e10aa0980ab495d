//! The reports: what is asked for is read, and `domain` writes the report from it.

mod charts;
mod departures;
mod long_stays;
mod nights;
mod records;
mod task_times;

use std::sync::Arc;

use domain::{
    Actor, Place, Problem, Stay, WardCode, london,
    permission::{self, Deed, View},
    report::{
        Asked, CensusRow, ChartName, ExclusionRules, Report, ReportName,
        document::Section,
        readmission,
        reports::{delays::Delays, flow::Flow},
    },
    sentence::Names,
};

use crate::{
    Hospital,
    audit::{self, AdminEvent, By},
    error::OrProblem,
};

impl Hospital {
    /// Counts a report for one who may see figures. Patients are named in it to one who may see them, and to nobody else.
    pub async fn report(&self, actor: &Actor, name: ReportName, asked: &Asked) -> Result<Report, Problem> {
        if !permission::may(actor, Deed::SeeFigures) {
            return Err(Problem::NotAllowed);
        }
        self.require_ward(asked).await?;
        let names = self.names().await?;
        let sections = match name {
            ReportName::LongStay => self.long_stays(actor, asked).await?,
            ReportName::Delays => self.delays(actor, asked).await?,
            ReportName::Flow => self.flow(actor, asked).await?,
            ReportName::Tasks => self.task_report(asked).await?,
            ReportName::Quality => self.quality(actor, asked).await?,
        };
        let asked = asked.in_words(name, |ward| names.ward(ward));
        Ok(Report { title: name.title().to_owned(), asked, counted_at: self.now(), by: actor.name.clone(), sections })
    }

    async fn require_ward(&self, asked: &Asked) -> Result<(), Problem> {
        let names = self.names().await?;
        let is_known = |ward: &WardCode| names.wards.iter().any(|known| known.code == *ward);
        if asked.ward.as_ref().is_none_or(is_known) { Ok(()) } else { Err(Problem::invalid("There is no such ward.")) }
    }

    /// As [`report`](Self::report), for a file that is taken along: who took what is kept.
    pub async fn take_report(&self, actor: &Actor, name: ReportName, asked: &Asked, format: &str) -> Result<Report, Problem> {
        let report = self.report(actor, name, asked).await?;
        let event = AdminEvent::ReportTaken { report: <&str>::from(name).to_owned(), format: format.to_owned() };
        audit::record(self.writing(), By::Actor(actor), &event).await.or_problem()?;
        Ok(report)
    }

    /// The specialties that patients are here under, for a report to be narrowed down to.
    pub async fn specialties(&self, actor: &Actor) -> Result<Vec<String>, Problem> {
        if !permission::may(actor, Deed::SeeFigures) {
            return Err(Problem::NotAllowed);
        }
        let of_wards = self.all_wards().await?.iter().filter_map(|ward| ward.specialty.clone()).collect::<Vec<_>>();
        let page = self.0.feed.book().read();
        let of_stays = page.stays.values().filter_map(|stay| stay.specialty.clone());
        let all: std::collections::BTreeSet<String> = of_wards.into_iter().chain(of_stays).collect();
        Ok(all.into_iter().collect())
    }

    /// The patients who are here and asked for, in no order, each as a census would count them now.
    async fn here(&self, asked: &Asked) -> Result<Vec<(Arc<Stay>, CensusRow)>, Problem> {
        let (now, wards, rules) = (self.now(), self.all_wards().await?, ExclusionRules::situation_report());
        let counted = |stay: &Arc<Stay>| {
            let ward = wards.iter().find(|ward| ward.code == stay.place.ward)?;
            let row = CensusRow::of(stay, ward, now, &rules)?;
            asked.fits(&row).then(|| (Arc::clone(stay), row))
        };
        Ok(self.0.feed.book().read().stays.values().filter_map(counted).collect())
    }

    async fn delays(&self, actor: &Actor, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let (rows, discharges) = (self.nights(actor, asked).await?, self.departures(asked).await?);
        let (nights, names) = (self.nights_counted(actor, asked).await?, self.names().await?);
        let decisions = &self.chart_decisions(ChartName::DelayDays, asked).await?;
        Ok(Delays { asked, nights, rows: &rows, discharges: &discharges, decisions }.sections(names.as_ref()))
    }

    async fn flow(&self, actor: &Actor, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let (rows, discharges) = (self.nights(actor, asked).await?, self.departures(asked).await?);
        let nights = self.nights_counted(actor, asked).await?;
        let stays = self.stays_of(&discharges).await?;
        let known_until = london::date(self.now()) - chrono::Days::new(1);
        let back = |within| readmission::readmissions(stays.iter().copied(), &asked.period(), within, known_until);
        let (readmissions, decisions) = ([back(7), back(30)], &self.chart_decisions(ChartName::BeforeNoon, asked).await?);
        Ok(Flow { asked, discharges: &discharges, rows: &rows, nights, readmissions, decisions }.sections())
    }
}

/// A patient's name and page, for one who may see all of them.
fn who(actor: &Actor, stay: &Stay) -> Option<(String, String)> {
    let may = permission::scope(actor).view(stay) == View::Whole;
    may.then(|| (stay.patient.name.to_string(), format!("/patients/{}", stay.id)))
}

/// Where a patient lies; to one who may not see them, the ward alone.
fn place(place: &Place, is_seen: bool, names: &impl Names) -> String {
    let ward = names.ward(&place.ward);
    if is_seen { format!("{ward}, {}", place.in_words()) } else { ward }
}
