//! The situation report of a day: counted, signed off, and kept as it was signed.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use domain::{
    Actor, Problem, london,
    permission::Deed,
    report::{
        Asked, Report, SituationReport,
        reports::situation,
        sitrep::{
            published::HEADER,
            signed::{NotSigned, ReportDay, Signature, SignedReport, held_against},
        },
    },
};
use entity::situation_report;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};
use sha2::{Digest, Sha256};

use super::nights::midnight;
use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    error::{Fault, OrProblem},
    log,
    rows::{from_json, integer, number, to_json},
};

/// What the report is called where it is taken along.
const NAME: &str = "situation-report";

impl Hospital {
    /// A day with its figures, those that it is held against, and who signed it.
    pub async fn report_day(&self, actor: &Actor, day: NaiveDate) -> Result<ReportDay, Problem> {
        require(actor, Deed::SeeFigures)?;
        let signed = signed_on(self.reader(), day..=day).await.or_problem()?;
        let counted = self.situation(actor, day).await?;
        let [day_before, week_before] = held_against(day);
        Ok(ReportDay {
            day,
            today: london::date(self.now()),
            mark: counted.as_ref().map_or_else(|| Ok(String::new()), mark).or_problem()?,
            counted,
            day_before: self.signed_or_counted(actor, day_before).await?,
            week_before: self.signed_or_counted(actor, week_before).await?,
            signed: signed.into_iter().map(|(_, signed)| signed).collect(),
        })
    }

    /// The latest signature of each of these days that has one, by day.
    pub async fn signed_days(
        &self,
        actor: &Actor,
        days: RangeInclusive<NaiveDate>,
    ) -> Result<Vec<(NaiveDate, SignedReport)>, Problem> {
        require(actor, Deed::SeeFigures)?;
        let mut latest: Vec<(NaiveDate, SignedReport)> = Vec::new();
        for (day, signed) in signed_on(self.reader(), days).await.or_problem()? {
            latest.pop_if(|(before, _)| *before == day);
            latest.push((day, signed));
        }
        Ok(latest)
    }

    /// Signs a day, or amends it. [`Problem::Invalid`] says why not ([`NotSigned`]): of two who sign at once, one is told that
    /// the other has signed.
    pub async fn sign_situation_report(&self, actor: &Actor, day: NaiveDate, signature: &Signature) -> Result<(), Problem> {
        require(actor, Deed::SignSituationReport)?;
        let signed = self.report_day(actor, day).await?.sign(actor, signature, self.now()).map_err(refused)?;
        let transaction = self.begin().await.or_problem()?;
        if !write(&transaction, actor, day, &signed).await.or_problem()? {
            drop(transaction);
            let latest = signed_on(self.reader(), day..=day).await.or_problem()?.pop();
            let (_, SignedReport { by, at, .. }) = latest.ok_or(Fault::Broken("a signature that is not there"))?;
            return Err(refused(NotSigned::SignedMeanwhile { by, at }));
        }
        let event = AdminEvent::SituationReportSigned { day, version: signed.version, reason: signed.reason };
        audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        transaction.commit().await.or_problem()
    }

    /// A day as a document to be taken along: who took what is kept.
    pub async fn take_situation_report(&self, actor: &Actor, day: NaiveDate, format: &str) -> Result<Report, Problem> {
        let report_day = self.report_day(actor, day).await?;
        if report_day.figures().is_none() {
            return Err(Problem::NotFound);
        }
        self.taken(actor, format).await?;
        let asked = vec![("Day".to_owned(), domain::clinical_time::date(day))];
        let sections = situation::sections(&report_day);
        Ok(Report { title: situation::TITLE.to_owned(), asked, counted_at: self.now(), by: actor.name.clone(), sections })
    }

    /// The rows of a signed day in the layout of the national file, under their headings. [`Problem::Invalid`] where nobody has
    /// signed the day, or the trust has not been named in the settings.
    pub async fn published_situation(
        &self,
        actor: &Actor,
        day: NaiveDate,
    ) -> Result<(Vec<&'static str>, Vec<Vec<String>>), Problem> {
        require(actor, Deed::SeeFigures)?;
        let provider = &self.settings().provider;
        if !provider.is_known() {
            let words = "The settings organisation-code and organisation-name are empty: whoever runs the server can set them.";
            return Err(Problem::invalid(words));
        }
        let latest = signed_on(self.reader(), day..=day).await.or_problem()?.pop();
        let (_, signed) =
            latest.ok_or_else(|| Problem::invalid("Only a day that was signed can be taken in the national layout."))?;
        self.taken(actor, "csv").await?;
        let rows = signed.report.published(provider).iter().map(|row| row.fields().to_vec()).collect();
        Ok((HEADER.to_vec(), rows))
    }

    async fn taken(&self, actor: &Actor, format: &str) -> Result<(), Problem> {
        let event = AdminEvent::ReportTaken { report: NAME.to_owned(), format: format.to_owned() };
        audit::record(self.writing(), By::of(actor), &event).await.or_problem()
    }

    /// Counted from the latest census that closes the day; `None` where there is none.
    async fn situation(&self, actor: &Actor, day: NaiveDate) -> Result<Option<SituationReport>, Problem> {
        let end = midnight(day + Days::new(1));
        if self.census_counts(actor, end..=end).await?.is_empty() {
            return Ok(None);
        }
        let rows = self.census_rows(actor, end..=end).await?;
        Ok(Some(SituationReport::of(day, &rows, &self.departures(&Asked::everybody(day)).await?)))
    }

    async fn signed_or_counted(&self, actor: &Actor, day: NaiveDate) -> Result<Option<SituationReport>, Problem> {
        match signed_on(self.reader(), day..=day).await.or_problem()?.pop() {
            Some((_, signed)) => Ok(Some(signed.report)),
            None => self.situation(actor, day).await,
        }
    }
}

fn refused(why: NotSigned) -> Problem {
    Problem::invalid(why.to_string())
}

/// The same for the same figures, and for no others.
fn mark(report: &SituationReport) -> Result<String, Fault> {
    Ok(log::hex(&Sha256::digest(to_json(report)?.as_bytes())))
}

/// Every signature of the days, by day and version.
async fn signed_on(db: &impl ConnectionTrait, days: RangeInclusive<NaiveDate>) -> Result<Vec<(NaiveDate, SignedReport)>, Fault> {
    let rows = situation_report::Entity::find().filter(situation_report::Column::Day.between(*days.start(), *days.end()));
    let rows = rows.order_by_asc(situation_report::Column::Day).order_by_asc(situation_report::Column::Version);
    rows.all(db).await?.into_iter().map(|row| Ok((row.day, signed_from(row)?))).collect()
}

fn signed_from(row: situation_report::Model) -> Result<SignedReport, Fault> {
    Ok(SignedReport {
        report: from_json(&row.figures, "the figures of a situation report")?,
        version: number(row.version)?,
        remark: row.remark,
        reason: row.reason,
        by: row.signed_by,
        at: row.signed_at,
    })
}

/// Writes a signature. False where that version of the day is there already: then nothing was written.
async fn write(db: &impl ConnectionTrait, actor: &Actor, day: NaiveDate, signed: &SignedReport) -> Result<bool, Fault> {
    let row = situation_report::ActiveModel {
        day: Set(day),
        version: Set(integer(signed.version)?),
        figures: Set(to_json(&signed.report)?),
        remark: Set(signed.remark.clone()),
        reason: Set(signed.reason.clone()),
        signed_by_id: Set(actor.id.0),
        signed_by: Set(signed.by.clone()),
        signed_at: Set(signed.at),
    };
    let once = OnConflict::columns([situation_report::Column::Day, situation_report::Column::Version]).do_nothing().to_owned();
    Ok(situation_report::Entity::insert(row).on_conflict(once).exec_without_returning(db).await? == 1)
}
