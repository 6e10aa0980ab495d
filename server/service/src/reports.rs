//! The reports: what is asked for is read, and `domain` writes the report from it.

mod charts;
mod departures;
mod discharge_days;
mod discharge_list;
mod long_stays;
mod nights;
mod records;
mod side_by_side;
mod situation;
mod task_times;

pub(crate) use long_stays::open_tasks;

use std::sync::Arc;

use domain::{
    Actor, Place, Problem, Stay, WardCode, london,
    permission::{self, Deed, View},
    report::{
        Asked, CensusRow, ChartName, DischargeSums, ExclusionRules, ReadyDateStatistics, Report, ReportChoices, ReportName,
        document::Section,
        reports::{delays::Delays, flow::Flow},
    },
    sentence::Names,
};

use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    error::OrProblem,
};

impl Hospital {
    /// Counts a report for one who may see figures. Patients are named in it to one who may see them, and to nobody else.
    pub async fn report(&self, actor: &Actor, name: ReportName, asked: &Asked) -> Result<Report, Problem> {
        require(actor, Deed::SeeFigures)?;
        self.require_ward(asked).await?;
        let names = self.names().await?;
        let sections = match name {
            ReportName::LongStay => self.long_stays(actor, asked).await?,
            ReportName::Delays => self.delays(asked).await?,
            ReportName::Flow => self.flow(asked).await?,
            ReportName::Tasks => self.task_report(actor, asked).await?,
            ReportName::Quality => self.quality(actor, asked).await?,
        };
        let asked = asked.in_words(name, |ward| names.ward(ward));
        Ok(Report { title: name.title().to_owned(), asked, counted_at: self.now(), by: actor.name.clone(), sections })
    }

    /// Several of them, in their order.
    pub async fn reports(&self, actor: &Actor, names: &[ReportName], asked: &Asked) -> Result<Vec<Report>, Problem> {
        let mut reports = Vec::with_capacity(names.len());
        for name in names {
            reports.push(self.report(actor, *name, asked).await?);
        }
        Ok(reports)
    }

    async fn require_ward(&self, asked: &Asked) -> Result<(), Problem> {
        let names = self.names().await?;
        let is_known = |ward: &WardCode| names.wards.iter().any(|known| known.code == *ward);
        if asked.ward.as_ref().is_none_or(is_known) { Ok(()) } else { Err(Problem::invalid("There is no such ward.")) }
    }

    /// As [`reports`](Self::reports), for a file that is taken along: who took what is kept.
    pub async fn take_reports(
        &self,
        actor: &Actor,
        names: &[ReportName],
        asked: &Asked,
        format: &str,
    ) -> Result<Vec<Report>, Problem> {
        let reports = self.reports(actor, names, asked).await?;
        let report = names.iter().map(<&str>::from).collect::<Vec<_>>().join(", ");
        let event = AdminEvent::ReportTaken { report, format: format.to_owned() };
        audit::record(self.writing(), By::of(actor), &event).await.or_problem()?;
        Ok(reports)
    }

    /// The sites of the wards, and the specialties and local authorities that patients are here under.
    pub async fn report_choices(&self, actor: &Actor) -> Result<ReportChoices, Problem> {
        require(actor, Deed::SeeFigures)?;
        let wards = self.all_wards().await?;
        let page = self.0.feed.book().read();
        let of_stays = page.stays.values().filter_map(|stay| stay.specialty.clone());
        let of_wards = wards.iter().filter_map(|ward| ward.specialty.clone());
        Ok(ReportChoices {
            sites: wards.iter().filter_map(|ward| ward.site.clone()).collect(),
            specialties: of_wards.chain(of_stays).collect(),
            local_authorities: page.stays.values().filter_map(|stay| stay.local_authority.clone()).collect(),
        })
    }

    /// The patients who are here and asked for, in no order, each as a census would count them now.
    async fn here(&self, asked: &Asked) -> Result<Vec<(Arc<Stay>, CensusRow)>, Problem> {
        Ok(self.everybody_here().await?.into_iter().filter(|(_, row)| asked.fits(row)).collect())
    }

    /// Everybody who is here, in no order, each as a census would count them now.
    pub(crate) async fn everybody_here(&self) -> Result<Vec<(Arc<Stay>, CensusRow)>, Problem> {
        let (now, wards, rules) = (self.now(), self.all_wards().await?, ExclusionRules::situation_report());
        let counted = |stay: &Arc<Stay>| {
            let ward = wards.iter().find(|ward| ward.code == stay.place.ward)?;
            Some((Arc::clone(stay), CensusRow::of(stay, ward, now, &rules)?))
        };
        Ok(self.0.feed.book().read().stays.values().filter_map(counted).collect())
    }

    async fn delays(&self, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let (nights, names) = (self.nights(asked).await?, self.names().await?);
        let mut ready_dates = ReadyDateStatistics::default();
        let parts = self.departures_into(asked, |sums: &mut ReadyDateStatistics, row| sums.add(&row)).await?;
        parts.into_iter().for_each(|part| ready_dates.append(part));
        let decisions = &self.chart_decisions(ChartName::DelayDays, asked).await?;
        Ok(Delays { asked, nights: &nights, ready_dates, decisions }.sections(names.as_ref()))
    }

    async fn flow(&self, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let nights = self.nights(asked).await?;
        let known_until = london::date(self.now()) - chrono::Days::new(1);
        let mut discharges = DischargeSums::default();
        let add = move |sums: &mut DischargeSums, row| sums.add(&row, known_until);
        self.departures_into(asked, add).await?.into_iter().for_each(|part| discharges.append(part));
        let decisions = &self.chart_decisions(ChartName::BeforeNoon, asked).await?;
        Ok(Flow { asked, discharges: &discharges, nights: &nights, decisions }.sections())
    }
}

/// A patient's name and page, for one who may see all of them.
fn who(actor: &Actor, stay: &Stay) -> Option<(String, String)> {
    let may = permission::scope(actor).view(stay) == View::Whole;
    may.then(|| (stay.patient.name.to_string(), format!("/patients/{}", stay.id)))
}

/// Where a patient lies; to one who may not see them, the ward alone.
pub(crate) fn place(place: &Place, is_seen: bool, names: &impl Names) -> String {
    let ward = names.ward(&place.ward);
    if is_seen { format!("{ward}, {}", place.in_words()) } else { ward }
}
