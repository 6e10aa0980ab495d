//! The trust's catalogue of tasks.

use sea_orm::entity::prelude::*;

/// A kind of task as the trust has edited it; new tasks are made from it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task_kind")]
pub struct Model {
    /// `T01` and on.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub title: String,
    /// The title in the few words that fit a chip.
    pub short: String,
    /// The team that a new task of this kind goes to.
    pub owner_team: String,
    /// JSON: when a new task is due, relative to the stay.
    pub due_rule: String,
    /// JSON list of the pathways on which it is usual.
    pub pathways: String,
    /// JSON list of the pathways that bring it along as soon as they are proposed.
    pub proposed_on: String,
    /// JSON list of the national delay reasons that an open task of this kind can stand for, the likelier first.
    pub delay_reasons: String,
    /// JSON list of the kinds that have to be done before it.
    pub depends_on: String,
    /// Whether the patient cannot leave before it is done.
    pub blocking: bool,
    pub retired: bool,
    /// Its place in the catalogue, lowest first.
    pub position: i32,
    #[sea_orm(belongs_to, from = "owner_team", to = "code")]
    pub team: BelongsTo<super::team::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
