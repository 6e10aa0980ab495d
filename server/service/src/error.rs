//! Faults of our own: logged once, here, and answered with a reference number.

use domain::Problem;
use sea_orm::DbErr;
use tracing::error;

use crate::clock;

/// A fault that no user can do anything about. Turning it into a [`Problem`] logs it.
///
/// The texts of database errors can hold values; only their kind is logged.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error("stored text could not be read as {0}")]
    Unreadable(&'static str),
    #[error("{0}")]
    Broken(&'static str),
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let reference = new_reference();
        match &fault {
            Fault::Database(error) => error!(%reference, kind = kind_of(error), "the database failed"),
            other => error!(%reference, fault = %other, "internal fault"),
        }
        Self::Internal { reference }
    }
}

/// What a fault is logged under, and whoever met it is told: the part of an id that is chance.
pub fn new_reference() -> String {
    clock::new_id::<uuid::Uuid>().simple().to_string()[20..].to_uppercase()
}

/// The sort of database error, without the values that its text may repeat.
fn kind_of(error: &DbErr) -> String {
    match error.sql_err() {
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => "unique constraint".to_owned(),
        Some(sea_orm::SqlErr::ForeignKeyConstraintViolation(_)) => "foreign key".to_owned(),
        _ => format!("{error:?}").chars().take_while(|c| c.is_alphanumeric() || matches!(c, '(' | ' ')).collect(),
    }
}

/// For the `?` of functions that answer with a [`Problem`].
pub(crate) trait OrProblem<T> {
    fn or_problem(self) -> Result<T, Problem>;
}

impl<T> OrProblem<T> for Result<T, DbErr> {
    fn or_problem(self) -> Result<T, Problem> {
        self.map_err(|error| Fault::from(error).into())
    }
}

impl<T> OrProblem<T> for Result<T, Fault> {
    fn or_problem(self) -> Result<T, Problem> {
        self.map_err(Problem::from)
    }
}
