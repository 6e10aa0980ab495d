//! A person who is or was in the hospital.

use sea_orm::entity::prelude::*;

/// One person, however often they stayed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "patient")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Ten digits without spaces; `None` where it is not known (yet).
    pub nhs_number: Option<String>,
    /// The trust's own number; one patient each.
    #[sea_orm(unique)]
    pub hospital_number: Option<String>,
    pub family_name: String,
    pub given_name: String,
    /// "Mrs", "Dr"; as the patient wishes to be addressed.
    pub title: Option<String>,
    pub born: Option<Date>,
    /// `female`, `male`, `indeterminate` or `not known`.
    pub sex: String,
    #[sea_orm(has_many)]
    pub stays: HasMany<super::stay::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
