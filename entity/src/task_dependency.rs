//! Which task has to be done before which.

use sea_orm::entity::prelude::*;

/// Task `number` waits for task `depends_on` of the same stay.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task_dependency")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub depends_on: i64,
    #[sea_orm(belongs_to, from = "stay_id", to = "id")]
    pub stay: BelongsTo<super::stay::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
