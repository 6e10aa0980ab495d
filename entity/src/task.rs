//! Something to be done before a patient can go home.

use sea_orm::entity::prelude::*;

/// A task of one stay, as the log of its events has left it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    /// Unique in its stay.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// Code in the catalogue; `None` for a task in somebody's own words.
    pub kind: Option<String>,
    pub title: String,
    pub owner_team: String,
    pub owner_id: Option<Uuid>,
    pub owner_name: Option<String>,
    /// `to do`, `requested`, `accepted`, `in progress`, `waiting`, `done`, `not needed` or `cancelled`.
    pub state: String,
    /// Whether the patient cannot leave before it is done.
    pub blocking: bool,
    /// Who or what it waits on.
    pub waiting_on: Option<String>,
    /// `arrangements` or `availability`; `None` where it does not wait.
    pub waiting_for: Option<String>,
    pub due_at: Option<DateTimeUtc>,
    /// Why it is `not needed` or `cancelled`.
    pub reason: Option<String>,
    /// When it was added. A row without `rested_for` may hold a later time: there, the log says it.
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub changed_by: String,
    /// When it became `done`, `not needed` or `cancelled`; `None` exactly while it is open (a CHECK holds it).
    /// Ask `finished_at IS NULL` for open tasks: that is what their index is made on.
    pub finished_at: Option<DateTimeUtc>,
    /// Since when it rests, open as it is.
    pub parked_at: Option<DateTimeUtc>,
    /// For how long it had rested when it was last taken up, in microseconds. `None` in a row of before this was kept.
    pub rested_for: Option<i64>,
    #[sea_orm(belongs_to, from = "stay_id", to = "id")]
    pub stay: BelongsTo<super::stay::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
