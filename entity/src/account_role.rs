//! What an account may do, and where.

use sea_orm::entity::prelude::*;

/// One role of one account, for one ward or team where the role has one.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    /// `ward staff`, `discharge coordinator`, `team member`, `trust lead` or `administrator`.
    pub role: String,
    /// `None`: the role is not tied to a ward.
    pub ward: Option<String>,
    /// `None`: the role is not tied to a team.
    pub team: Option<String>,
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
