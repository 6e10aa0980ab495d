//! The record of an import: the file while it waits, and the report for whoever looks at it later.

use chrono::{DateTime, Utc};
use domain::{Actor, Problem, clinical_time, list::ListReport};
use entity::import_run::{self, Column};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Upload;
use crate::{
    error::{Fault, OrProblem},
    rows::{from_json, parse_some, to_json},
};

/// What is written down of a file that was looked at or brought in.
pub(super) struct Run<'a> {
    pub id: Uuid,
    pub by: &'a Actor,
    pub at: DateTime<Utc>,
    pub upload: &'a Upload,
    /// Whether the file is kept until it is brought in.
    pub keep: bool,
    /// The report, or why the file could not be read.
    pub outcome: Result<&'a ListReport, String>,
}

impl Run<'_> {
    pub(super) async fn store(self, db: &impl ConnectionTrait) -> Result<(), Fault> {
        let row = import_run::ActiveModel {
            id: Set(self.id),
            file_hash: Set(file_hash(&self.upload.bytes)),
            file_name: Set(self.upload.file_name.clone()),
            imported_by: Set(self.by.id.to_string()),
            at: Set(self.at),
            ward: Set(self.upload.ward.as_ref().map(ToString::to_string)),
            content: Set(self.keep.then(|| self.upload.bytes.clone())),
            outcomes: Set(self.outcome.as_ref().ok().map(to_json).transpose()?),
            problem: Set(self.outcome.err()),
        };
        import_run::Entity::insert(row).exec_without_returning(db).await?;
        Ok(())
    }
}

/// Lets go of the files that `actor` looked at and never brought in: patients' data is not kept for nothing.
pub(super) async fn forget_unused(db: &impl ConnectionTrait, actor: &Actor) -> Result<(), Fault> {
    import_run::Entity::update_many()
        .col_expr(Column::Content, Expr::value(None::<Vec<u8>>))
        .filter(Column::ImportedBy.eq(actor.id.to_string()))
        .filter(Column::Content.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}

/// The report as it was last stored.
pub(super) async fn report(db: &impl ConnectionTrait, id: Uuid) -> Result<ListReport, Problem> {
    let run = import_run::Entity::find_by_id(id)
        .select_only()
        .columns([Column::Outcomes, Column::Problem])
        .into_tuple::<(Option<String>, Option<String>)>()
        .one(db)
        .await
        .or_problem()?;
    match run.ok_or(Problem::NotFound)? {
        (_, Some(problem)) => Err(Problem::invalid(problem)),
        (Some(outcomes), None) => from_json(&outcomes, "a report").or_problem(),
        (None, None) => Err(Fault::Unreadable("a report").into()),
    }
}

/// The file that waits under this id. Whoever takes it is the only one: a second try is told why there is nothing.
pub(super) async fn take(db: &impl ConnectionTrait, id: Uuid) -> Result<Upload, Problem> {
    let run = import_run::Entity::find_by_id(id).one(db).await.or_problem()?.ok_or(Problem::NotFound)?;
    if let Some(problem) = run.problem {
        return Err(Problem::invalid(problem));
    }
    let Some(bytes) = run.content else {
        return Err(gone(run.outcomes.as_deref(), run.at));
    };
    let taken = import_run::Entity::update_many()
        .col_expr(Column::Content, Expr::value(None::<Vec<u8>>))
        .filter(Column::Id.eq(id))
        .filter(Column::Content.is_not_null())
        .exec(db)
        .await
        .or_problem()?;
    if taken.rows_affected == 0 {
        return Err(Problem::invalid("This list is being brought in at this moment."));
    }
    let ward = parse_some(run.ward.as_ref(), "a ward code").or_problem()?;
    Ok(Upload { file_name: run.file_name, bytes, ward })
}

fn gone(outcomes: Option<&str>, at: DateTime<Utc>) -> Problem {
    let report = outcomes.and_then(|outcomes| from_json::<ListReport>(outcomes, "a report").ok());
    if report.is_some_and(|report| !report.dry_run) {
        return Problem::invalid(format!("This list was already brought in at {}.", clinical_time::date_time(at)));
    }
    Problem::invalid(
        "This list is no longer kept, because a newer one was checked or it was taken before. Choose the file again.",
    )
}

/// The list was brought in: its report takes the place of the one of the check.
pub(super) async fn finish(
    db: &impl ConnectionTrait,
    id: Uuid,
    by: &Actor,
    at: DateTime<Utc>,
    report: &ListReport,
) -> Result<(), Fault> {
    import_run::Entity::update_many()
        .col_expr(Column::Outcomes, Expr::value(to_json(report)?))
        .col_expr(Column::ImportedBy, Expr::value(by.id.to_string()))
        .col_expr(Column::At, Expr::value(at))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

fn file_hash(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
