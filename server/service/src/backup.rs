//! A copy of the whole database, taken while the hospital works.

use std::path::Path;

use domain::Problem;
use sea_orm::{ConnectionTrait, Statement};

use crate::{Hospital, database::DatabaseKind, error::OrProblem};

impl Hospital {
    /// Writes a consistent copy of the `SQLite` database to a new file. For whoever runs the server.
    ///
    /// `PostgreSQL` has its own tool for this, which knows its roles and versions better.
    pub async fn backup(&self, to: &Path) -> Result<(), Problem> {
        if self.0.database.kind() == DatabaseKind::Postgres {
            return Err(Problem::invalid(
                "This database is PostgreSQL: use pg_dump, which makes a consistent copy while it runs.",
            ));
        }
        if to.exists() {
            return Err(Problem::invalid(format!("{} is there already; nothing was written.", to.display())));
        }
        let to = to.to_str().ok_or_else(|| Problem::invalid("The file's name is not readable text."))?;
        let copy = Statement::from_sql_and_values(sea_orm::DbBackend::Sqlite, "VACUUM INTO ?", [to.into()]);
        self.writing().execute_raw(copy).await.or_problem()?;
        Ok(())
    }
}
