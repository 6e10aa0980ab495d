//! A ward of the hospital.

use sea_orm::entity::prelude::*;

/// A ward; retired rather than deleted, since old stays name it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ward")]
pub struct Model {
    /// Short and stable, as the feeds and spreadsheets name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name: String,
    pub specialty: Option<String>,
    /// Of a trust with several hospitals, the one that the ward is in.
    pub site: Option<String>,
    /// Its place in lists of wards, lowest first.
    pub position: i32,
    pub retired: bool,
    #[sea_orm(has_many)]
    pub beds: HasMany<super::bed::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
