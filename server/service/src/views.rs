//! Who looked at which patient (`domain.md` 5.3 and 5.5): kept for the patient who asks, and for whoever has to answer them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{Actor, Problem, StayId};
use entity::{account, view};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::{Hospital, accounts, clock, error::OrProblem};

/// On what a patient was seen. Boards leave no trace: they show everybody on a ward to those who work there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewedOn {
    /// Among what a search found.
    Search,
    PatientPage,
    /// Opened in the weekly review of long stays.
    LongStayReview,
}

/// Somebody looked at a patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewed {
    pub at: DateTime<Utc>,
    /// The account's name for signing in; `None` where there is no such account.
    pub username: Option<String>,
    /// As they were called then.
    pub name: String,
    /// `search`, `patient page` or `long-stay review`.
    pub what: String,
    pub stay: StayId,
}

impl ViewedOn {
    fn word(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::PatientPage => "patient page",
            Self::LongStayReview => "long-stay review",
        }
    }
}

impl Hospital {
    /// Who has seen the patient of a stay, oldest first.
    ///
    /// For whoever runs the server: it is asked on the command line, not over the network.
    pub async fn views_of(&self, stay: StayId) -> Result<Vec<Viewed>, Problem> {
        self.views(view::Entity::find().filter(view::Column::StayId.eq(stay.0))).await
    }

    /// Whom somebody has seen, oldest first. For whoever runs the server, as above.
    pub async fn views_by(&self, username: &str) -> Result<Vec<Viewed>, Problem> {
        let account = account::Entity::find().filter(account::Column::Username.eq(accounts::username(username)));
        let account = account.one(self.reader()).await.or_problem()?.ok_or(Problem::NotFound)?;
        self.views(view::Entity::find().filter(view::Column::AccountId.eq(account.id))).await
    }

    async fn views(&self, which: Select<view::Entity>) -> Result<Vec<Viewed>, Problem> {
        let rows = which.order_by_asc(view::Column::At).order_by_asc(view::Column::Id).all(self.reader()).await.or_problem()?;
        let accounts = account::Entity::find().all(self.reader()).await.or_problem()?;
        let usernames: HashMap<_, _> = accounts.into_iter().map(|row| (row.id, row.username)).collect();
        let viewed = |row: view::Model| Viewed {
            at: row.at,
            username: usernames.get(&row.account_id).cloned(),
            name: row.account_name,
            what: row.what,
            stay: StayId(row.stay_id),
        };
        Ok(rows.into_iter().map(viewed).collect())
    }

    /// Writes that the actor was shown these patients, before they are.
    pub(crate) async fn record_views(&self, actor: &Actor, what: ViewedOn, stays: &[StayId]) -> Result<(), Problem> {
        if stays.is_empty() {
            return Ok(());
        }
        let now = clock::now();
        let row = |stay: &StayId| view::ActiveModel {
            id: Set(clock::new_id()),
            at: Set(now),
            account_id: Set(actor.id.0),
            account_name: Set(actor.name.clone()),
            what: Set(what.word().to_owned()),
            stay_id: Set(stay.0),
        };
        view::Entity::insert_many(stays.iter().map(row)).exec_without_returning(self.writing()).await.or_problem()?;
        Ok(())
    }
}
