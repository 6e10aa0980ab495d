//! A bed of a ward.

use sea_orm::entity::prelude::*;

/// A bed that the ward has, occupied or not.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub ward: String,
    /// "12", "A3", "Side room 1"; unique in its ward.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub bay: Option<String>,
    /// Its place in the ward's list, lowest first.
    pub position: i32,
    /// Out of use for now.
    pub closed: bool,
    #[sea_orm(belongs_to, from = "ward", to = "code")]
    pub in_ward: BelongsTo<super::ward::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
