//! A number that a patient was once known by, kept after two records became one.

use sea_orm::entity::prelude::*;

/// An old number that still finds its patient.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "patient_alias")]
pub struct Model {
    /// `nhs number` or `hospital number`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub value: String,
    pub patient_id: Uuid,
    #[sea_orm(belongs_to, from = "patient_id", to = "id")]
    pub patient: BelongsTo<super::patient::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
